// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/latter.h"

#include <algorithm>

namespace factloom {

bool after_the_former(const Text& text, const std::vector<Group>& row, std::size_t i) {
  return std::any_of(
      row.begin(), row.begin() + static_cast<std::ptrdiff_t>(i),
      [&](const Group& g) { return g.kind == GroupKind::noun && text.text(g.head) == "former"; });
}

EntityId the_latter(const Discourse& discourse, const Mentions& mentions, const EntityKinds& kinds,
                    const ReferencePlace& place, EntityId doer) {
  const Ontology& o = kinds.ontology;
  const Referent* last = nullptr;
  bool person = false, two = false;
  std::uint32_t unnamed_person = 0;  // behind the last one that is not named
  for (const Referent& r : discourse.referents()) {
    if (place.sentence - r.last.sentence > 1 || r.last.token >= place.token) continue;
    if (r.entity == EntityId::none) {
      if (!r.plural && r.noun.office) unnamed_person = r.last.token;
      continue;
    }
    const TypeId type = mentions.entities[index(r.entity)].type;
    const bool is_person = kinds.is_person(type);
    if (!is_person && !o.is_a(type, kinds.organization) && !o.is_a(type, kinds.country)) continue;
    if (r.entity == doer || r.last.form != MentionKind::name || r.last.heading) continue;
    if (last == nullptr || r.last.token > last->last.token) {
      last = &r;
      person = is_person;
    }
  }
  if (last == nullptr || unnamed_person > last->last.token) return EntityId::none;
  for (const Referent& r : discourse.referents()) {
    if (r.entity == EntityId::none || &r == last || place.sentence - r.last.sentence > 2) continue;
    const TypeId type = mentions.entities[index(r.entity)].type;
    two = two || (person ? kinds.is_person(type)
                         : o.is_a(type, kinds.organization) || o.is_a(type, kinds.country));
  }
  return two ? last->entity : EntityId::none;
}

}  // namespace factloom
