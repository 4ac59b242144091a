// SPDX-License-Identifier: Apache-2.0
#include "extract/gold/judge.h"

#include <algorithm>

namespace factloom {
namespace {

bool any_overlaps(const std::vector<GoldSpan>& a, const std::vector<GoldSpan>& b) {
  return std::any_of(a.begin(), a.end(), [&](const GoldSpan& x) {
    return std::any_of(b.begin(), b.end(), [&](const GoldSpan& y) { return x.overlaps(y); });
  });
}

}  // namespace

const char* verdict_name(Verdict verdict) {
  constexpr const char* names[] = {"open", "right", "wrong"};
  return names[static_cast<std::size_t>(verdict)];
}

Judge::Judge(const Annotation& annotation, const Analysis& analysis, const Ontology& ontology)
    : gold_(annotation), a_(analysis), o_(ontology), offsets_(analysis.text.source) {}

GoldSpan Judge::span(Span bytes) const {
  return {offsets_.code_point(bytes.begin), offsets_.code_point(bytes.end)};
}

std::vector<GoldSpan> Judge::places(MentionId mention, std::uint32_t sentence) const {
  const Mention& m = a_.mentions.mentions[index(mention)];
  std::vector<GoldSpan> found = {span(a_.text.span(m.tokens))};
  if (m.entity == EntityId::none) return found;
  for (const Mention& other : a_.mentions.mentions)
    if (other.entity == m.entity && !other.inside &&
        (gold_.whole || a_.text.sentences[sentence].tokens.contains(other.tokens.first)))
      found.push_back(span(a_.text.span(other.tokens)));
  return found;
}

const GoldPassage* Judge::passage_of(const GoldSpan& a, const GoldSpan& b) const {
  for (const GoldPassage& p : gold_.passages)
    if (p.span.start <= std::min(a.start, b.start) && std::max(a.end, b.end) <= p.span.end)
      return &p;
  return nullptr;
}

std::vector<std::uint32_t> Judge::facts(RelationId relation, MentionId subject, MentionId object,
                                        std::uint32_t sentence) const {
  const std::vector<GoldSpan> s = places(subject, sentence), o = places(object, sentence);
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < gold_.facts.size(); ++i) {
    const GoldFact& fact = gold_.facts[i];
    const auto& rs = fact.relations;
    if (std::find(rs.begin(), rs.end(), relation) == rs.end()) continue;
    const bool straight = any_overlaps(s, fact.subject) && any_overlaps(o, fact.object);
    const bool swapped = o_.relation(relation).symmetric && any_overlaps(o, fact.subject) &&
                         any_overlaps(s, fact.object);
    if (straight || swapped) found.push_back(i);
  }
  return found;
}

Verdict Judge::verdict(RelationId relation, MentionId subject, MentionId object,
                       std::uint32_t sentence) const {
  if (!facts(relation, subject, object, sentence).empty()) return Verdict::right;
  for (const GoldSpan& s : places(subject, sentence))
    for (const GoldSpan& o : places(object, sentence)) {
      const GoldPassage* passage = passage_of(s, o);
      if (passage != nullptr && passage->relations[index(relation)]) return Verdict::wrong;
    }
  return Verdict::open;
}

bool Judge::annotated(RelationId relation, std::uint32_t sentence) const {
  const GoldSpan here = span(a_.text.sentences[sentence].span);
  return std::any_of(gold_.passages.begin(), gold_.passages.end(), [&](const GoldPassage& p) {
    return p.span.overlaps(here) && p.relations[index(relation)];
  });
}

}  // namespace factloom
