// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/fillers.h"

#include <algorithm>

namespace factloom {

bool listed_together(const Links& links, const Filler& subject, const Filler& object) {
  const auto count = links.groups.size();
  return subject.node < count && object.node < count && subject.node != object.node &&
         links.conjunct_of[subject.node] == links.conjunct_of[object.node] &&
         subject.construction != object.construction;
}

bool narrowed_elsewhere(const Links& links, const GroupContext& context, std::uint16_t trigger,
                        const Filler& object) {
  const KnownClasses& k = context.classes;
  const auto classes = [&](std::size_t group) {
    return context.text.tokens[links.groups[group].head].classes;
  };
  if (trigger >= links.groups.size() || links.groups[trigger].kind != GroupKind::noun) return false;
  const auto owned = [&](std::uint16_t unit) {
    return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::possessor && l.from == unit && l.to == object.node;
    });
  };
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    if (l.kind != LinkKind::preposition || l.loose || l.from != trigger || l.to == object.node ||
        l.to == 0 || l.to >= links.groups.size() || links.nodes[l.to].mention != MentionId::none)
      return false;
    const ClassSet what = classes(l.to);
    const bool part =
        what.has(k.company) || what.has(k.team) || (what.has(k.group) && !what.has(k.government));
    if (part) return owned(l.to);
    if (!classes(l.to - 1u).has(k.genitive_preposition)) return false;
    return !what.has(k.group) && !what.has(k.government) && !what.has(k.company) &&
           !what.has(k.place);
  });
}

}  // namespace factloom
