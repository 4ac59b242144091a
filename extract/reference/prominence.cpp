// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/prominence.h"

namespace factloom {

bool Prominence::has_clause(const std::vector<Group>& row, std::size_t i) const {
  std::size_t k = i + 1 < row.size() && row[i + 1].kind == GroupKind::comma ? i + 2 : i + 1;
  if (k == i + 2 && k < row.size() && row[k].kind == GroupKind::noun &&
      row[k].mention == MentionId::none &&  // "ANN LEE, a billionaire WHO sat on its board"
      token(row[k].tokens.first).classes.has(kinds_.classes.indefinite))
    ++k;
  return k + 1 < row.size() && row[k].kind == GroupKind::relative &&
         row[k + 1].kind == GroupKind::verb && row[k + 1].form == VerbForm::finite &&
         is_a(row[i], kinds_.person) && !of_kin(row, i);
}

/// "the son of BOB ROY, who ran it": the sentence is about the son.
bool Prominence::of_kin(const std::vector<Group>& row, std::size_t i) const {
  const KnownClasses& k = kinds_.classes;
  return i >= 2 && token(row[i - 1].head).classes.has(k.genitive_preposition) &&
         row[i - 2].kind == GroupKind::noun && token(row[i - 2].head).classes.has(k.kinship);
}

bool Prominence::is_nothing(const Group& g) const {
  const Mention& m = m_.mentions[index(g.mention)];
  if (m.kind == MentionKind::description) return g.negated;
  const Tag tag = token(g.head).tag;
  return m.kind == MentionKind::adjective && g.head == m.head && g.tokens.first < g.head &&
         token(g.tokens.first).classes.has(kinds_.classes.definite) && tag != Tag::NNS &&
         tag != Tag::NNPS && is_a(g, kinds_.country);
}

bool Prominence::explains_body(const std::vector<Group>& row, std::size_t i) const {
  return i >= 2 && row[i - 1].kind == GroupKind::comma && row[i - 2].kind == GroupKind::noun &&
         is_a(row[i - 2], kinds_.organization) &&
         m_.mentions[index(row[i - 2].mention)].kind == MentionKind::name;
}

std::size_t Prominence::dateline(const std::vector<Group>& row) const {
  constexpr std::size_t longest = 8;  // groups before the dash
  if (!token(row[0].tokens.first).is(shape_paragraph_first) ||
      !token(row[0].head).is(shape_all_upper) || !is_a(row[0], kinds_.place))
    return 0;
  for (std::size_t k = 0; k < row.size() && k < longest; ++k) {
    if (row[k].kind == GroupKind::verb) return 0;
    if (row[k].kind == GroupKind::colon) return k;
  }
  return 0;
}

}  // namespace factloom
