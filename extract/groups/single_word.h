// SPDX-License-Identifier: Apache-2.0
// What a word is that stands in neither a noun nor a verb group.
#pragma once
#include "extract/groups/group.h"

namespace factloom {

inline GroupKind single_word(const Token& word, const KnownClasses& k) {
  switch (word.tag) {
    case Tag::CC:
      return GroupKind::coordinator;
    case Tag::IN:
    case Tag::TO:
      return word.classes.has(k.subordinator) && !word.classes.has(k.preposition)
                 ? GroupKind::subordinator
                 : GroupKind::preposition;
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
      return GroupKind::relative;
    case Tag::WRB:
      return word.classes.has(k.relative) ? GroupKind::relative : GroupKind::subordinator;
    case Tag::POS:
      return GroupKind::possessive;
    case Tag::comma:
      return GroupKind::comma;
    case Tag::period:
      return GroupKind::stop;
    case Tag::colon:
    case Tag::HYPH:
      return GroupKind::colon;
    case Tag::open_bracket:
      return GroupKind::open;
    case Tag::close_bracket:
      return GroupKind::close;
    case Tag::open_quote:
    case Tag::close_quote:
      return GroupKind::quote;
    default:
      break;
  }
  if (is_adverb(word.tag)) return GroupKind::adverb;
  return is_adjective(word.tag) ? GroupKind::adjective : GroupKind::other;
}

/// Does the lexicon know the word as an adjective, whatever its tag here?
inline bool adjective_too(const Token& word, const Lexicon& lexicon) {
  if (word.word == WordId::none) return false;
  for (const Reading& r : lexicon.readings(word.word))
    if (is_adjective(r.tag)) return true;
  return false;
}

}  // namespace factloom
