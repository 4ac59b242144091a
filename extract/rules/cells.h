// SPDX-License-Identifier: Apache-2.0
// A sentence as patterns see it: a row of cells, one for each mention (a name, a resolved pronoun
// or description) and one for each token outside of mentions. A cell is written in a few bytes, so
// that a pattern is a plain RE2 over bytes and a place in the row divided by the width is a cell:
//   byte 0     0x80 + word class: the only byte above 0x7F, so that a search cannot begin inside a
//   cell byte 1     entity type + 1, 0 for none byte 2     shape and kind of mention, bits of
//   CellFlag bytes 3-4  lemma, bytes 5-6 form: numbers of the words that patterns name, 7 bits a
//   byte; 0 for all other words bytes 7-   semantic classes that patterns name, 7 a byte
// A mention has the word class of its head; a mention of one token has its form, lemma and classes,
// a longer description those of its head, a longer name none.
#pragma once
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/names/mention.h"
#include "extract/rules/word_index.h"
#include "extract/text/token.h"

namespace factloom {

/// What byte 2 of a cell holds.
enum CellFlag : std::uint8_t {
  cell_upper = 1,         ///< begins with a capital
  cell_capitals = 2,      ///< all capitals
  cell_number = 4,        ///< holds a digit
  cell_name = 8,          ///< a mention that is a name
  cell_description = 16,  ///< … a description ("the company")
  cell_pronoun = 32,      ///< … a pronoun
  cell_adjective = 64,    ///< … an adjective of a name ("French")
};

/// The numbers of the words and classes that patterns name.
class CellVocabulary {
 public:
  static constexpr std::size_t head_bytes = 7, most_words = 0x3FFF;

  /// Number of a form, given one if it has none yet (while loading).
  std::uint16_t form_number(WordId word) { return number(forms_, form_of_, word); }
  std::uint16_t lemma_number(WordId word) { return number(lemmas_, lemma_of_, word); }
  std::uint8_t class_number(ClassId semantic_class);
  WordId form(std::uint16_t number) const { return forms_[number - 1u]; }
  WordId lemma(std::uint16_t number) const { return lemmas_[number - 1u]; }
  const std::vector<ClassId>& classes() const { return classes_; }
  /// The classes that patterns name: those with a number.
  const ClassSet& named() const { return named_; }
  std::uint8_t number_of_class(ClassId semantic_class) const {
    return class_numbers_[index(semantic_class)];
  }
  std::size_t forms() const { return forms_.size(); }
  std::size_t lemmas() const { return lemmas_.size(); }
  bool full() const { return forms_.size() >= most_words || lemmas_.size() >= most_words; }
  /// Makes the tables for `write_cells`.
  void finish();
  /// Bytes of a cell.
  std::size_t width() const { return head_bytes + (classes_.size() + 6) / 7; }

  std::uint16_t number_of_form(WordId word) const { return look_up(form_numbers_, word); }
  std::uint16_t number_of_lemma(WordId word) const { return look_up(lemma_numbers_, word); }

 private:
  using Numbers = std::unordered_map<WordId, std::uint16_t>;
  static std::uint16_t number(std::vector<WordId>& words, Numbers& known, WordId word);
  static std::uint16_t look_up(const WordIndex<std::uint16_t>& numbers, WordId word) {
    return numbers.has(word) ? numbers.of(word)[0] : std::uint16_t{0};
  }

  std::vector<WordId> forms_, lemmas_;
  Numbers form_of_, lemma_of_;  // while loading
  std::vector<ClassId> classes_;
  ClassSet named_;
  std::array<std::uint8_t, ClassSet::capacity> class_numbers_{};
  WordIndex<std::uint16_t> form_numbers_, lemma_numbers_;
};

/// What one cell stands for.
struct Cell {
  TokenRange tokens;
  MentionId mention = MentionId::none;
  std::uint32_t head = 0;  ///< the token whose word class it has
  TypeId type = TypeId::none;
  bool spelled = true;                ///< does it have that token's words and classes, too?
  std::uint16_t lemma = 0, form = 0;  ///< numbers of its words (`note_atoms`)
};

/// Something that a cell may be: a word by its number in the vocabulary, a word class, a semantic
/// class by its number.
struct CellAtom {
  enum class Kind : std::uint8_t { form, lemma, tag, semantic_class } kind = Kind::form;
  std::uint16_t number = 0;
};

/// A sentence in cells, and what stands in any of them; reused from sentence to sentence.
struct CellRow {
  std::string bytes;
  std::vector<Cell> cells;
  std::vector<std::uint64_t> forms, lemmas;  ///< bits of the numbers
  std::uint64_t tags = 0;
  ClassSet::Words classes{};

  bool has(CellAtom atom) const;
};

/// Cuts a sentence into the cells of `row`. `mention_at` gives for each token of the text the
/// outermost mention that covers it.
void cut_cells(const Sentence& sentence, const Mentions& mentions,
               const std::vector<MentionId>& mention_at, CellRow& row);

/// Notes what stands in any of the cells of `row`.
void note_atoms(const Text& text, const CellVocabulary& vocabulary, CellRow& row);

/// Writes the bytes of the cells of `row`, which are noted.
void write_cells(const Text& text, const Mentions& mentions, const CellVocabulary& vocabulary,
                 CellRow& row);

}  // namespace factloom
