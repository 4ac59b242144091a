// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/told_gender.h"

#include "extract/base/words.h"

namespace factloom {
namespace {

Gender of_noun(const Token& noun, const KnownClasses& classes) {
  if (!is_noun(noun.tag)) return Gender::unknown;
  if (noun.classes.has(classes.female)) return Gender::female;
  return noun.classes.has(classes.male) ? Gender::male : Gender::unknown;
}

}  // namespace

Gender told_gender(const std::vector<Group>& row, std::size_t i, const Text& text,
                   const Mentions& mentions, const GrammaticalRoles& roles,
                   const KnownClasses& classes) {
  const Group& g = row[i];
  const Mention& name = mentions.mentions[index(g.mention)];
  if (name.kind != MentionKind::name) return Gender::unknown;
  if (name.tokens.first > g.tokens.first)  // "his wife KIM LEE"
    if (const Gender told = of_noun(text.tokens[name.tokens.first - 1], classes);
        told != Gender::unknown)
      return told;
  const auto described = [&](std::size_t k) {
    return row[k].kind == GroupKind::noun && row[k].mention == MentionId::none && !row[k].date &&
           !row[k].pronoun;
  };
  if (i >= 2 && row[i - 1].kind == GroupKind::comma && described(i - 2) &&
      roles.role(i) == GrammaticalRole::apposition)  // "his wife, KIM LEE, …"
    if (const Gender told = of_noun(text.tokens[row[i - 2].head], classes); told != Gender::unknown)
      return told;
  const bool behind = i + 2 < row.size() && row[i + 1].kind == GroupKind::comma &&
                      described(i + 2) &&
                      text.tokens[row[i + 2].tokens.first].classes.has(classes.indefinite);
  const bool verb = i + 3 < row.size() && row[i + 3].kind == GroupKind::verb &&
                    row[i + 3].form == VerbForm::finite;
  return behind && !verb ? of_noun(text.tokens[row[i + 2].head], classes) : Gender::unknown;
}

bool judges(const std::vector<Group>& row, std::size_t i, const Text& text,
            const Mentions& mentions) {
  const auto is_judge = [&](std::uint32_t t) {
    const std::string_view word = text.text(t);
    return word.size() >= 5 && one_of(word, {"judge", "Judge", "justice", "Justice", "magistrate"});
  };
  const Mention& name = mentions.mentions[index(row[i].mention)];
  if (name.kind != MentionKind::name) return false;
  if (is_judge(name.tokens.first) ||
      (name.tokens.first > row[i].tokens.first && is_judge(name.tokens.first - 1)))
    return true;
  const auto beside = [&](std::size_t comma, std::size_t noun) {
    return row[comma].kind == GroupKind::comma && row[noun].kind == GroupKind::noun &&
           row[noun].mention == MentionId::none && is_judge(row[noun].head);
  };
  return (i + 2 < row.size() && beside(i + 1, i + 2)) || (i >= 2 && beside(i - 1, i - 2));
}

}  // namespace factloom
