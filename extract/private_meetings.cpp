// SPDX-License-Identifier: Apache-2.0
#include "extract/private_meetings.h"

#include <algorithm>
#include <set>
#include <utility>

namespace factloom {
namespace {

class Lives {
 public:
  Lives(const Mentions& mentions, const Ontology& ontology) : m_(mentions), o_(ontology) {
    for (const char* name : {"bornIn", "birthDate", "childOf", "spouse", "alumniOf"})
      life_.insert(o_.find_relation(name));
    for (const char* name : {"headOf", "worksFor", "memberOf"})
      post_.insert(o_.find_relation(name));
    for (const char* name : {"EducationalInstitution", "SportsTeam"})
      apart_.push_back(o_.find_type(name));
    family_ = {o_.find_relation("childOf"), o_.find_relation("spouse")};
  }

  void note(const RawFact& f) {
    const EntityId subject = entity(f.subject), object = entity(f.object);
    if (life_.count(f.relation) != 0) {
      told_.insert(subject);
      if (family_.count(f.relation) != 0) {
        told_.insert(object);
        families_.emplace(std::minmax(subject, object));
      }
    }
    const TypeId body = m_.mentions[index(f.object)].type;
    if (post_.count(f.relation) != 0 &&
        std::none_of(apart_.begin(), apart_.end(), [&](TypeId t) { return o_.is_a(body, t); }))
      public_.insert(subject);
  }

  bool private_between(const RawFact& f) const {
    const EntityId a = entity(f.subject), b = entity(f.object);
    return is_private(a) || is_private(b) || families_.count(std::minmax(a, b)) != 0;
  }

 private:
  EntityId entity(MentionId m) const { return m_.mentions[index(m)].entity; }
  bool is_private(EntityId e) const {
    return e != EntityId::none && told_.count(e) != 0 && public_.count(e) == 0;
  }

  const Mentions& m_;
  const Ontology& o_;
  std::set<RelationId> life_, post_, family_;
  std::vector<TypeId> apart_;
  std::set<EntityId> told_, public_;  ///< whose life is told; who holds a post
  std::set<std::pair<EntityId, EntityId>> families_;
};

}  // namespace

void drop_private_meetings(std::vector<RawFact>& raw, const Mentions& mentions,
                           const Ontology& ontology) {
  const RelationId meets = ontology.find_relation("negotiatesWith");
  const auto meeting = [&](const RawFact& f) { return f.relation == meets; };
  if (std::none_of(raw.begin(), raw.end(), meeting)) return;
  Lives lives(mentions, ontology);
  for (const RawFact& f : raw) lives.note(f);
  raw.erase(
      std::remove_if(raw.begin(), raw.end(),
                     [&](const RawFact& f) { return meeting(f) && lives.private_between(f); }),
      raw.end());
}

}  // namespace factloom
