// SPDX-License-Identifier: Apache-2.0
// Who "the company", "the French club" or "the president" is: of those named before, the most
// salient that is known as such, whose name holds the noun, or whose type it describes; nobody when
// the words around it pick out another one, when two fit about equally well, or when it would be
// another argument of the same verb ("Acme sued THE COMPANY").
#pragma once
#include <vector>

#include "extract/reference/description_fit.h"
#include "extract/reference/description_model.h"
#include "extract/reference/discourse.h"

namespace factloom {

/// A definite description and what its place asks of who it is.
struct DescriptionSlot {
  ReferencePlace place;
  static constexpr std::uint32_t no_token = UINT32_MAX;
  std::uint32_t subject = no_token;    ///< head of its clause's subject
  EntityId doer = EntityId::none;      ///< who that subject is
  EntityId employer = EntityId::none;  ///< where that one was said to have a post
  std::uint32_t paragraph = 0;         ///< the sentence with which the paragraph begins
  EntityId other = EntityId::none;    ///< who it is said to be called like, and so called otherwise
  std::uint32_t explains = no_token;  ///< head of the name that it stands beside: "Acme, THE FIRM"
  std::uint32_t verb = 0;             ///< the last verb before it in the sentence; 0 if none
};

class DescriptionResolver {
 public:
  DescriptionResolver(const Text& text, const Mentions& mentions,
                      const std::vector<MentionId>& mention_at, const EntityKinds& kinds,
                      Epithets& epithets, NameBeginnings& names, const DescriptionWeights& weights,
                      const ReferenceWatcher* watcher)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        epithets_(epithets),
        words_(text, mentions, mention_at, kinds, epithets),
        fit_(text, mentions, mention_at, kinds, epithets, names),
        model_(mentions, kinds.classes, weights),
        watcher_(watcher) {}

  /// Who the definite singular description at i is; none if that is not clear.
  Meant find(const Discourse& discourse, const std::vector<Group>& row, std::size_t i,
             const DescriptionSlot& slot);
  /// Whose "the government" is: of the country by which the text goes on, or as the rules have it.
  Meant state(const Discourse& discourse, const DescriptionSlot& slot, EntityId by_rule);

 private:
  struct Candidate {
    const Referent* referent;
    float fit;    ///< how well the words fit, above 0
    float score;  ///< how well it fits altogether
    Known of;     ///< is it of the places that the description names?
    bool doubt;   ///< does the description say more than is known of it?
    bool opens;   ///< is it what the text is about, and does a paragraph begin here?
  };
  /// Who is meant by the rules alone.
  EntityId by_rules(const Discourse& discourse, const std::vector<Group>& row, std::size_t i,
                    const Wanted& wanted, const DescriptionSlot& slot);
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  EntityId at(std::uint32_t token) const { return entity_at(m_, at_, token); }
  /// Is it clear that the best candidate is meant, and none that fits about as well?
  bool is_clear(const Discourse& discourse, const Candidate& best,
                const std::vector<Candidate>& all, const Wanted& wanted,
                const DescriptionSlot& slot) const;
  /// Did the text turn from what its heading names to another one, of which it told just before?
  bool turned(const std::vector<Candidate>& all, const Wanted& wanted,
              std::uint32_t sentence) const;
  void favour_topic(std::vector<Candidate>& all, const Wanted& wanted,
                    std::uint32_t sentence) const;
  bool has_calling(const ClassSet& noun) const;
  EntityId by_calling(const Discourse& discourse, WordId noun, std::uint32_t sentence) const;
  bool trusted(EntityId found, std::uint32_t sentence, bool any_firm) const;
  bool in_country(EntityId who, const Group& g) const;
  static bool continues(const Candidate& candidate, std::uint32_t sentence);
  std::vector<Candidate> candidates(const Discourse& discourse, const Wanted& wanted,
                                    const DescriptionSlot& slot);
  bool body_since(const Discourse& discourse, const Referent& body,
                  const DescriptionSlot& slot) const;
  bool person_since(const Discourse& discourse, const Referent& person) const;
  bool nameless_firm(EntityId e) const;
  /// Is it another argument of the same clause?
  bool apart(const Referent& r, const DescriptionSlot& slot) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  Epithets& epithets_;
  const DescriptionWords words_;
  DescriptionFit fit_;
  DescriptionModel model_;
  std::vector<DescriptionModel::Candidate> possible_;  ///< of the description that is looked at
  const ReferenceWatcher* watcher_;                    ///< none but where weights are fitted
};

}  // namespace factloom
