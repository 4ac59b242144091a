// SPDX-License-Identifier: Apache-2.0
#include "extract/tag/phrasal_verbs.h"

#include <string>

namespace factloom {
namespace {

/// "a start-UP", "the spin-OFF": three tokens of one noun, the last of which heads it.
void join_noun(Text& text, std::size_t hyphen, const Lexicon& lexicon, ClassId particle) {
  if (hyphen == 0 || hyphen + 1 >= text.tokens.size()) return;
  const Token& first = text.tokens[hyphen - 1];
  Token& last = text.tokens[hyphen + 1];
  if (text.tokens[hyphen].tag != Tag::HYPH || first.tag != Tag::NN || !last.classes.has(particle) ||
      first.word == WordId::none || last.word == WordId::none)
    return;
  std::string phrase(lexicon.text(first.word));
  phrase.append(1, '-').append(lexicon.text(last.word));
  const WordId word = lexicon.find(phrase);
  if (word == WordId::none) return;
  for (const Reading& r : lexicon.readings(word))
    if (r.tag == Tag::NN) {
      last.tag = Tag::NN;
      last.classes = lexicon.classes(r);
      return;
    }
}

}  // namespace

void join_particles(Text& text, const Lexicon& lexicon, ClassId particle) {
  std::string phrase;
  for (std::size_t t = 0; t + 1 < text.tokens.size(); ++t) {
    const bool over = text.tokens[t + 1].tag == Tag::PRP && t + 2 < text.tokens.size();
    const Token& next = text.tokens[t + (over ? 2 : 1)];  // "turned HIM down"
    Token& verb = text.tokens[t];
    join_noun(text, t, lexicon, particle);
    if (!next.classes.has(particle) || !is_verb(verb.tag) || verb.lemma == WordId::none ||
        next.word == WordId::none)
      continue;
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
