// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/links.h"

#include <algorithm>

namespace factloom {

int Links::target(std::uint16_t from, LinkKind kind) const {
  for (const Link& l : links)
    if (l.from == from && l.kind == kind) return l.to;
  return -1;
}

int Links::source(std::uint16_t to, LinkKind kind) const {
  for (const Link& l : links)
    if (l.to == to && l.kind == kind) return l.from;
  return -1;
}

std::uint16_t Links::node_of(std::uint32_t token, const GroupContext& context) {
  // groups stand in order without gaps
  const auto in = std::partition_point(groups.begin(), groups.end() - 1, [&](const Group& before) {
    return before.tokens.last <= token;
  });
  const Group& group = *in;
  const auto g = static_cast<std::uint16_t>(in - groups.begin());
  if (group.head == token) return g;
  for (std::size_t n = groups.size(); n < nodes.size(); ++n)
    if (nodes[n].head == token) return static_cast<std::uint16_t>(n);
  const auto made = static_cast<std::uint16_t>(nodes.size());
  nodes.push_back({g, {token, token + 1}, token, context.mention_at[token]});
  if (group.kind != GroupKind::noun) return made;
  const bool before_name =
      group.mention != MentionId::none &&
      context.mentions.mentions[index(group.mention)].kind == MentionKind::name &&
      token < context.mentions.mentions[index(group.mention)].tokens.first;
  if (before_name) links.push_back({LinkKind::title, false, made, g, WordId::none});
  const std::size_t count = links.size();
  for (std::size_t k = 0; k < count; ++k) {
    const Link l = links[k];
    if (l.from != g) continue;
    const bool modifies = l.kind == LinkKind::modifier && nodes[l.to].tokens.last <= token;
    if (modifies || l.kind == LinkKind::possessor)
      links.push_back({l.kind, l.loose, made, l.to, l.word});
  }
  return made;
}

namespace {

bool equates(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const ClassSet& says = context.text.tokens[v.head].classes;
  const bool is = v.copula || says.has(context.classes.become) ||
                  (v.passive && v.form == VerbForm::finite &&
                   says.has(context.classes.naming));  // "is called Acme"
  return is && !v.negated;
}

/// "The firm that she founded is ACME"
bool names_its_subject(const Links& links, const Link& complement, std::uint16_t node,
                       const GroupContext& context) {
  const MentionId m = links.nodes[complement.to].mention;
  return links.target(complement.from, LinkKind::subject) == node && m != MentionId::none &&
         context.mentions.mentions[index(m)].kind == MentionKind::name &&
         complement.to < links.groups.size() && links.groups[complement.to].mention == m &&
         equates(links, complement.from, context);
}

}  // namespace

MentionId identity(const Links& links, std::uint16_t node, const GroupContext& context, int depth) {
  for (const Link& link : links.links) {
    int other = -1;
    if (link.kind == LinkKind::apposition && !link.loose) {
      if (link.from == node) other = link.to;
      if (link.to == node) other = link.from;
    } else if (link.kind == LinkKind::complement && link.to == node &&
               equates(links, link.from, context)) {
      other = links.target(link.from, LinkKind::subject);
    } else if (link.kind == LinkKind::complement && names_its_subject(links, link, node, context)) {
      other = link.to;
    }
    if (other < 0) continue;
    const MentionId m = links.nodes[static_cast<std::size_t>(other)].mention;
    if (m != MentionId::none) return m;
    if (depth == 0) continue;
    const MentionId further =
        identity(links, static_cast<std::uint16_t>(other), context, depth - 1);
    if (further != MentionId::none) return further;
  }
  if (node >= links.groups.size() || links.conjunct_of[node] == node) return MentionId::none;
  const std::uint16_t first = links.conjunct_of[node];  // "Acme is a bank and A LENDER that …"
  const auto tag = [&](std::uint16_t g) { return context.text.tokens[links.groups[g].head].tag; };
  if (tag(node) == Tag::NNS && tag(first) != Tag::NNS) return MentionId::none;
  return links.nodes[first].mention == MentionId::none ? identity(links, first, context, depth)
                                                       : MentionId::none;
}

}  // namespace factloom
