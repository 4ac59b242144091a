// SPDX-License-Identifier: Apache-2.0
// Whether a sentence may tell of somebody who leaves a post: a cheap look before it is linked.
#include "extract/clauses/deaths.h"
#include "extract/clauses/departure_words.h"
#include "extract/clauses/departures.h"
#include "extract/clauses/going_idioms.h"

namespace factloom {

namespace {

constexpr std::array<std::string_view, 1> next_in_post = {"successor"};
constexpr WordGlance noun_signs(goings, next_in_post, deaths);
constexpr WordGlance verb_signs(returns, losses, startings, handings, moves, poachings, stayings,
                                dies);

}  // namespace

bool may_tell_departure(const std::vector<Group>& groups, const GroupContext& context) {
  const auto person = [&](const Group& g) {
    MentionId m = g.mention;  // or "HER departure"
    if (m == MentionId::none) m = context.mention_at[g.tokens.first];
    return m != MentionId::none && context.mentions.mentions[index(m)].type == context.person_type;
  };
  const auto term = [&](const Group* g) {  // "stayed UNTIL 2006", "held the job FOR ten years"
    return std::any_of(g, &groups.back() + 1, [&](const Group& next) {
      return context.text.tokens[next.head].classes.has(context.classes.until) ||
             context.text.text(next.head) == "for";
    });
  };
  const auto goes = [&](const Group& g) {
    const std::string_view word = context.text.text(g.head);
    if (g.kind == GroupKind::noun)
      return (noun_signs.may_be(word) &&
              (one_of(word, goings) || one_of(word, next_in_post) || one_of(word, deaths))) ||
             (g.mention != MentionId::none && g.tokens.first < g.head && is_late(g, context));
    if (g.kind != GroupKind::verb) return word == "back" || word == "out";
    const ClassSet& act = context.text.tokens[g.head].classes;
    if (act.has(context.classes.leave) || act.has(context.classes.follow_verb) ||
        word.starts_with("expel") || begins_idiom(word) || begins_last_idiom(word))
      return true;
    return verb_signs.may_be(word) &&
           (one_of(word, dies) || returning(word) || losing(word) || starting(word) ||
            one_of(word, handings) || one_of(word, moves) || one_of(word, poachings) ||
            (one_of(word, stayings) && term(&g)));
  };
  return std::any_of(groups.begin(), groups.end(), person) &&
         std::any_of(groups.begin(), groups.end(), goes);
}

}  // namespace factloom
