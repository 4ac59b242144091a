// SPDX-License-Identifier: Apache-2.0
// How well the words of a description fit something that the text spoke of: one called so, one
// whose name holds the noun, one of its kind, one of its type.
#pragma once
#include <vector>

#include "extract/reference/description_words.h"
#include "extract/reference/discourse.h"

namespace factloom {

/// How well a description fits one called so, one whose name holds its noun, one of its kind, one
/// of its type, a body of no known type; one of its type where the noun names a kind; what is not
/// named; a country that "the state" may be.
constexpr float by_call = 1.0f, by_loose_call = 0.72f, by_name = 0.9f, by_kind = 0.85f,
                by_type = 0.65f, by_loose_type = 0.55f, by_open_kind = 0.5f, unnamed_type = 0.55f,
                by_state = 0.45f;

class DescriptionFit {
 public:
  DescriptionFit(const Text& text, const Mentions& mentions,
                 const std::vector<MentionId>& mention_at, const EntityKinds& kinds,
                 Epithets& epithets, NameBeginnings& names)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        epithets_(epithets),
        names_(names),
        persons_(kinds.persons()) {}

  /// How well the words fit, 0 to 1, 0 for not at all.
  float fit(const Referent& r, const Wanted& wanted) {
    if (r.entity == EntityId::none) return fit_unnamed(r, wanted);
    if (r.many) return 0;
    const bool called = wanted.is_called(r.entity);
    const bool by_call_alone = wanted.of != EntityId::none || is_person(r);
    return called || (!by_call_alone && may_fit(r, wanted)) ? fit_named(r, wanted, called) : 0;
  }
  /// Is it of the places and peoples that are named before the noun? Open if none are.
  Known tie(EntityId who, const Wanted& wanted) const;
  /// "the BIRMINGHAM confectioner" is no firm of that name.
  bool names_it(const Referent& r, const Group& g) const;

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  EntityId at(std::uint32_t token) const { return entity_at(m_, at_, token); }
  float fit_unnamed(const Referent& r, const Wanted& wanted) const {
    if (r.plural) return 0;
    if (r.lemma == wanted.lemma && r.lemma != WordId::none) return by_call;
    return (r.types & wanted.types) != 0 ? unnamed_type : 0;
  }
  /// A glance that tells most of what is named from what may be meant.
  bool may_fit(const Referent& r, const Wanted& wanted) {
    return wanted.untold || (r.types & wanted.types) != 0 ||
           names_.may_hold(r.entity, wanted.begins) ||
           (wanted.names_body && epithets_.is_kind(r.entity, wanted.bodies) == Known::yes);
  }
  bool is_person(const Referent& r) const { return (r.types & persons_) != 0; }
  float fit_named(const Referent& r, const Wanted& wanted, bool called) const;
  bool elsewhere(EntityId who) const;
  bool of_field(const Entity& e, const Wanted& wanted) const;
  bool other_name(std::uint32_t token, EntityId who) const;
  static bool other_ministry(const Wanted& wanted, const Entity& e);
  bool called_otherwise(const Entity& entity, const Token& head) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  Epithets& epithets_;
  NameBeginnings& names_;
  const TypeSet persons_;
};

}  // namespace factloom
