// SPDX-License-Identifier: Apache-2.0
// Does a noun behind a comma begin a list of subjects rather than describe what stands before it?
#include "extract/clauses/linker.h"

namespace factloom {

bool Linker::lists_subjects(int i) const {
  if (named(i))  // "when it bought a unit of Bolt, ACME and Cor sued"
    return kind(i + 1, GroupKind::coordinator) && named(i + 2) && finite_follows(i + 2) &&
           kind(i - 1, GroupKind::comma) && kind(i - 2, GroupKind::noun) && named(i - 2) &&
           kind(i - 3, GroupKind::preposition);
  if (cur().verb != none || head(i).tag != Tag::NN) return false;
  bool listed = false;
  for (int k = behind_brackets(i + 1); k < size(); k = behind_brackets(k + 1)) {
    const GroupKind kk = g(k).kind;
    if (kk == GroupKind::coordinator) {
      if (!kind(k + 1, GroupKind::noun) || named(k + 1) || !starts_indefinite(k + 1)) return false;
      listed = true;
    } else if (kk == GroupKind::verb) {
      return listed && g(k).form == VerbForm::finite && plural(k);
    } else if (kk != GroupKind::noun && kk != GroupKind::preposition &&
               kk != GroupKind::possessive && kk != GroupKind::adverb) {
      return false;
    }
  }
  return false;
}

/// "TWO FUNDS, Magma and Vertex, and Bolt put money in": the list of the two is over.
bool Linker::told_in_full(int several, int before) const {
  const Group& counted = g(several);
  bool number = false;
  for (std::uint32_t t = counted.tokens.first; t < counted.head; ++t)
    number = number || c_.text.tokens[t].tag == Tag::CD;
  if (!number || head(several).tag != Tag::NNS) return false;
  for (int k = several + 2; k < before; ++k)
    if (kind(k, GroupKind::coordinator)) return true;
  return false;
}

}  // namespace factloom
