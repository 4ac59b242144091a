// SPDX-License-Identifier: Apache-2.0
#include "extract/story/private_meetings.h"

#include <algorithm>
#include <set>
#include <utility>

namespace factloom {
namespace {

class Lives {
 public:
  Lives(const Mentions& mentions, const Ontology& ontology) : m_(mentions), o_(ontology) {}

  void note(const RawFact& f) {
    const EntityId subject = entity(f.subject), object = entity(f.object);
    switch (o_.relation(f.relation).tells) {
      case LifeEvent::birth:
      case LifeEvent::life:
        told_.insert(subject);
        lives_.insert(subject);
        break;
      case LifeEvent::family:
        told_.insert({subject, object});
        families_.emplace(std::minmax(subject, object));
        break;
      case LifeEvent::post:
        if (!apart(m_.mentions[index(f.object)].type)) public_.insert(subject);
        if (of_state(f)) statesmen_.insert(subject);
        if (f.status != Status::former) served_.emplace(std::minmax(subject, object));
        break;
      default:
        break;
    }
  }

  bool private_between(const RawFact& f) const {
    const EntityId a = entity(f.subject), b = entity(f.object);
    const bool nobodies = !lives_.empty() && public_.count(a) == 0 && public_.count(b) == 0;
    if (nobodies && person(f.subject) && person(f.object)) return true;  // "had MET HIM before"
    if (met_in_life(a) || met_in_life(b) || is_private(a) || is_private(b)) return true;
    const std::pair<EntityId, EntityId> both = std::minmax(a, b);
    return families_.count(both) != 0 || served_.count(both) != 0;
  }

 private:
  EntityId entity(MentionId m) const { return entity_of(m_, m); }
  /// A body with posts that make nobody a public person.
  bool apart(TypeId body) const {
    return o_.is_a(body, o_.known().school) || o_.is_a(body, o_.known().team);
  }
  bool person(MentionId m) const { return o_.is_a(m_.mentions[index(m)].type, o_.known().person); }
  bool of_state(const RawFact& post) const {
    const TypeId t = m_.mentions[index(post.object)].type;
    const bool heads = !o_.relation(post.relation).broader.empty();
    return o_.is_a(t, o_.known().place) || o_.is_a(t, o_.known().party) ||
           (heads && o_.is_a(t, o_.known().government));
  }
  /// Whom an artist or a scholar met is told of her life, whatever posts she had.
  bool met_in_life(EntityId e) const {
    return e != EntityId::none && lives_.count(e) != 0 && statesmen_.count(e) == 0;
  }
  bool is_private(EntityId e) const {
    return e != EntityId::none && told_.count(e) != 0 && public_.count(e) == 0;
  }

  const Mentions& m_;
  const Ontology& o_;
  std::set<EntityId> told_, public_;      ///< whose life is told; who holds a post
  std::set<EntityId> lives_, statesmen_;  ///< whose birth or school is told; of a state, a party
  std::set<std::pair<EntityId, EntityId>> families_, served_;  ///< of one family; post and body
};

}  // namespace

void drop_private_meetings(std::vector<RawFact>& raw, const Mentions& mentions,
                           const Ontology& ontology) {
  const auto meeting = [&](const RawFact& f) {
    return ontology.relation(f.relation).tells == LifeEvent::meeting;
  };
  if (std::none_of(raw.begin(), raw.end(), meeting)) return;
  Lives lives(mentions, ontology);
  for (const RawFact& f : raw) lives.note(f);
  raw.erase(
      std::remove_if(raw.begin(), raw.end(),
                     [&](const RawFact& f) { return meeting(f) && lives.private_between(f); }),
      raw.end());
}

}  // namespace factloom
