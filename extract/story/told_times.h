// SPDX-License-Identifier: Apache-2.0
// Of which time the sentences of a text tell: "In 2004 …", "eleven years ago", and what follows in
// plain past until another time is told.
#pragma once
#include <string_view>
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/names/name_rules.h"
#include "extract/text/token.h"

namespace factloom {

/// Does a paragraph begin with the sentence?
inline bool begins_paragraph(const Text& text, std::uint32_t sentence) {
  return text.tokens[text.sentences[sentence].tokens.first].is(shape_paragraph_first);
}

/// Reads no more of a text than what is asked needs, and that once.
class ToldTimes {
 public:
  /// `date`: the article's (ISO 8601), empty if it is not known.
  ToldTimes(const Text& text, std::string_view date, const KnownClasses& classes,
            const NameRules& rules)
      : t_(text), date_(date), k_(classes), rules_(rules) {}

  /// The year in which the text was written, as far as it lets know: its date's, or the last of
  /// which it speaks but for those to come.
  int now();
  /// The year of which two places of a sentence tell in plain past; 0 if it may be of now.
  int year_of(std::uint32_t sentence, std::uint32_t token, std::uint32_t other);
  /// Of a sentence that is told in plain past, the year that it tells; 0 if it may be of now.
  int told_in(std::uint32_t sentence);
  /// Does a sentence tell of now: in the present tense, of a weekday?
  bool tells_now(std::uint32_t sentence);
  /// The last year that a sentence names; 0 if none.
  int last_named(std::uint32_t sentence) const;

 private:
  struct Told {
    int year = 0;               ///< of what the sentence tells; 0 if it may be of now
    int later = 0;              ///< years after what was told before it
    std::uint32_t lasting = 0;  ///< before that token it may be of now all the same
    bool follows = false;       ///< it tells of the year that the sentence before it does
    bool read = false;
  };
  void read(std::uint32_t sentence);
  const Told& told(std::uint32_t sentence);

  const Text& t_;
  std::string_view date_;
  const KnownClasses& k_;
  const NameRules& rules_;
  int now_ = 0;             ///< 0 before it is needed
  std::vector<Told> told_;  ///< of each sentence
};

}  // namespace factloom
