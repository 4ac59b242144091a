// SPDX-License-Identifier: Apache-2.0
#include "extract/tag/phrasal_verbs.h"

#include <string>

namespace factloom {

void join_particles(Text& text, const Lexicon& lexicon, ClassId particle) {
  std::string phrase;
  for (std::size_t t = 0; t + 1 < text.tokens.size(); ++t) {
    const Token& next = text.tokens[t + 1];
    Token& verb = text.tokens[t];
    if (!next.classes.has(particle) || !is_verb(verb.tag) || verb.lemma == WordId::none ||
        next.word == WordId::none)
      continue;
    phrase.assign(lexicon.text(verb.lemma)).append(1, '-').append(lexicon.text(next.word));
    const WordId word = lexicon.find(phrase);
    if (word == WordId::none) continue;
    for (const Reading& r : lexicon.readings(word))
      if (r.tag == Tag::VB && !r.classes.empty()) {
        verb.classes = r.classes;
        break;
      }
  }
}

}  // namespace factloom
