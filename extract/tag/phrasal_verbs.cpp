// SPDX-License-Identifier: Apache-2.0
#include "extract/tag/phrasal_verbs.h"

#include <span>
#include <string>

namespace factloom {
namespace {

/// "a start-UP", "the spin-OFF", "a film-MAKER": three tokens of one noun, the last of which heads
/// it; what makes a thing is a firm or a person by what it makes.
void join_noun(Text& text, std::size_t hyphen, const Lexicon& lexicon, const NounParts& parts) {
  if (hyphen == 0 || hyphen + 1 >= text.tokens.size()) return;
  const Token& first = text.tokens[hyphen - 1];
  Token& last = text.tokens[hyphen + 1];
  const bool maker = last.classes.has(parts.maker) && is_noun(last.tag);
  if (first.tag != Tag::NN || !(maker || last.classes.has(parts.particle)) ||
      first.word == WordId::none || last.word == WordId::none)
    return;
  std::string phrase(lexicon.text(first.word));
  if (!maker) phrase.append(1, '-');
  phrase.append(lexicon.text(last.word));
  const WordId word = lexicon.find(phrase);
  if (word == WordId::none) return;
  for (const Reading& r : lexicon.readings(word))
    if (r.tag == (maker ? last.tag : Tag::NN)) {
      last.tag = r.tag;
      last.classes = lexicon.classes(r);
      return;
    }
}

/// "turned HIM down", "turned THE WHOLE OFFER down": the tokens between a verb and its particle.
std::size_t object_before_particle(const Text& text, std::size_t verb) {
  constexpr std::size_t longest = 4;
  const auto tag = [&](std::size_t t) {
    return t < text.tokens.size() ? text.tokens[t].tag : Tag::none;
  };
  if (tag(verb + 1) == Tag::PRP) return 1;
  if (tag(verb + 1) != Tag::DT && tag(verb + 1) != Tag::PRPS) return 0;
  std::size_t t = verb + 2;
  while (t - verb <= longest && (is_adjective(tag(t)) || is_noun(tag(t)))) ++t;
  return t > verb + 2 && tag(t) == Tag::RP && is_noun(tag(t - 1)) ? t - verb - 1 : 0;
}

}  // namespace

void join_parts(Text& text, const Lexicon& lexicon, const NounParts& parts) {
  std::string phrase;
  const std::span<Token> tokens(text.tokens);
  for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
    Token& verb = tokens[t];
    if (verb.tag == Tag::HYPH) join_noun(text, t, lexicon, parts);
    if (!is_verb(verb.tag) || verb.lemma == WordId::none) continue;
    const std::size_t at = t + 1 + object_before_particle(text, t);
    if (at >= tokens.size()) continue;
    const Token& next = tokens[at];
    if (!next.classes.has(parts.particle) || next.word == WordId::none) continue;
    phrase.assign(lexicon.text(verb.lemma)).append(1, '-').append(lexicon.text(next.word));
    const WordId word = lexicon.find(phrase);
    if (word == WordId::none) continue;
    for (const Reading& r : lexicon.readings(word))
      if (r.tag == Tag::VB && !lexicon.classes(r).empty()) {
        verb.classes = lexicon.classes(r);
        break;
      }
  }
}

}  // namespace factloom
