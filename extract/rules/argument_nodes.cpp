// SPDX-License-Identifier: Apache-2.0
// What a noun that fills an argument stands for: what a bundle or a measure holds, both of two.
#include "extract/rules/argument_search.h"

namespace factloom {

/// "a package of SANCTIONS", "a round of TARIFFS": the measures that a bundle holds, "600,000
/// tonnes of ARGENTINE MAIZE", "imports of U.S. WHEAT": the goods that are measured or traded; the
/// node itself if it is neither, or holds measures that hardly have a name ("of economic
/// measures").
std::uint16_t ArgumentSearch::held_by(std::uint16_t node) const {
  if (node >= groups_) return node;
  const ClassSet& head = token(l_.nodes[node].head).classes;
  const bool bundle = head.has(c_.classes.bundle),
             goods = head.has(c_.classes.goods_unit) ||
                     (head.has(c_.classes.trade_flow) && l_.nodes[node].mention == MentionId::none),
             aspect = head.has(c_.classes.measure_aspect);
  if (!bundle && !goods && !aspect) return node;
  for (const Link& link : l_.links) {
    if (link.kind != LinkKind::preposition || link.from != node || link.loose) continue;
    const MentionId m = l_.nodes[link.to].mention;
    if (m == MentionId::none || link.to >= groups_ || link.to != node + 2) continue;
    if (bundle && token(l_.nodes[link.to].head).classes.has(c_.classes.trade_measure))
      return link.to;
    const bool of = by_preposition(link, "of", c_);
    if (!of && !(aspect && (by_preposition(link, "to", c_) || by_preposition(link, "on", c_))))
      continue;
    if (goods && of && x_.ontology.is_a(type_of(m), x_.ontology.known().product)) return link.to;
    if (aspect && x_.ontology.is_a(type_of(m), x_.ontology.known().policy)) return link.to;
  }
  return node;
}

/// "THE COUPLE", "the two COUNTRIES", "BOTH sides"
bool ArgumentSearch::of_two(std::uint16_t node) const {
  const Token& head = token(l_.nodes[node].head);
  return head.classes.has(c_.classes.pair_of_people) || head.tag == Tag::CD ||
         (head.tag == Tag::NNS && l_.nodes[node].head > 0 &&
          token(l_.nodes[node].head - 1).classes.has(c_.classes.pair_word));
}

}  // namespace factloom
