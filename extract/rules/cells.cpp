// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/cells.h"

#include <algorithm>
#include <bit>

namespace factloom {
namespace {

std::uint8_t flags_of(const Token& token, const Mention* mention) {
  unsigned flags = 0;
  if (token.is(shape_upper_first)) flags |= cell_upper;
  if (token.is(shape_all_upper)) flags |= cell_capitals;
  if (token.is(shape_digit)) flags |= cell_number;
  if (mention != nullptr) flags |= unsigned{cell_name} << static_cast<unsigned>(mention->kind);
  return static_cast<std::uint8_t>(flags);
}

char* put_word(char* out, std::uint16_t number) {
  *out++ = static_cast<char>(number >> 7);
  *out++ = static_cast<char>(number & 0x7Fu);
  return out;
}

void mark(std::vector<std::uint64_t>& bits, std::uint16_t number) {
  bits[number / 64u] |= std::uint64_t{1} << (number % 64u);
}

bool marked(const std::vector<std::uint64_t>& bits, std::uint16_t number) {
  return (bits[number / 64u] >> (number % 64u) & 1u) != 0;
}

/// Calls `f` with the number of every class of a set that patterns name.
template <class F>
void for_named(const ClassSet& set, const CellVocabulary& vocabulary, const F& f) {
  if (!set.intersects(vocabulary.named())) return;
  for (unsigned word = 0; word < set.words.size(); ++word)
    for (std::uint64_t left = set.words[word] & vocabulary.named().words[word]; left != 0;
         left &= left - 1)
      f(vocabulary.number_of_class(
          static_cast<ClassId>(word * 64 + static_cast<unsigned>(std::countr_zero(left)))));
}

}  // namespace

std::uint16_t CellVocabulary::number(std::vector<WordId>& words, Numbers& known, WordId word) {
  if (const auto at = known.find(word); at != known.end()) return at->second;
  if (words.size() < most_words) {
    words.push_back(word);
    known.emplace(word, static_cast<std::uint16_t>(words.size()));
  }
  return static_cast<std::uint16_t>(words.size());
}

std::uint8_t CellVocabulary::class_number(ClassId semantic_class) {
  for (std::size_t i = 0; i < classes_.size(); ++i)
    if (classes_[i] == semantic_class) return static_cast<std::uint8_t>(i);
  named_.add(semantic_class);
  class_numbers_[index(semantic_class)] = static_cast<std::uint8_t>(classes_.size());
  classes_.push_back(semantic_class);
  return static_cast<std::uint8_t>(classes_.size() - 1);
}

void CellVocabulary::finish() {
  for (std::size_t i = 0; i < forms_.size(); ++i)
    form_numbers_.add(forms_[i], static_cast<std::uint16_t>(i + 1));
  for (std::size_t i = 0; i < lemmas_.size(); ++i)
    lemma_numbers_.add(lemmas_[i], static_cast<std::uint16_t>(i + 1));
  form_numbers_.finish();
  lemma_numbers_.finish();
  form_of_ = {};
  lemma_of_ = {};
}

bool CellRow::has(CellAtom atom) const {
  switch (atom.kind) {
    case CellAtom::Kind::form:
      return marked(forms, atom.number);
    case CellAtom::Kind::lemma:
      return marked(lemmas, atom.number);
    case CellAtom::Kind::tag:
      return (tags >> atom.number & 1u) != 0;
    case CellAtom::Kind::semantic_class:
      return (classes[atom.number / 64u] >> (atom.number % 64u) & 1u) != 0;
  }
  return true;
}

void cut_cells(const Sentence& sentence, const Mentions& mentions,
               const std::vector<MentionId>& mention_at, CellRow& row) {
  row.cells.clear();
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last;) {
    Cell& cell = row.cells.emplace_back();
    cell.tokens = {t, t + 1};
    cell.mention = mention_at[t];
    cell.head = t;
    if (cell.mention != MentionId::none) {
      const Mention& mention = mentions.mentions[index(cell.mention)];
      cell.tokens.last = std::clamp(mention.tokens.last, t + 1, sentence.tokens.last);
      cell.head = cell.tokens.contains(mention.head) ? mention.head : cell.tokens.last - 1;
      cell.type = type_of(mentions, cell.mention);
      cell.spelled = cell.tokens.size() == 1 || mention.kind != MentionKind::name;
    }
    t = cell.tokens.last;
  }
}

void note_atoms(const Text& text, const CellVocabulary& vocabulary, CellRow& row) {
  row.forms.assign(vocabulary.forms() / 64 + 1, 0);
  row.lemmas.assign(vocabulary.lemmas() / 64 + 1, 0);
  row.tags = 0;
  row.classes = {};
  ClassSet classes;
  for (Cell& cell : row.cells) {
    const Token& token = text.tokens[cell.head];
    row.tags |= std::uint64_t{1} << static_cast<unsigned>(token.tag);
    if (cell.spelled) {
      cell.lemma = vocabulary.number_of_lemma(token.lemma);
      cell.form = vocabulary.number_of_form(token.word);
      classes = classes | token.classes;
    }
    mark(row.lemmas, cell.lemma);
    mark(row.forms, cell.form);
  }
  for_named(classes, vocabulary,
            [&](unsigned k) { row.classes[k / 64] |= std::uint64_t{1} << k % 64; });
}

void write_cells(const Text& text, const Mentions& mentions, const CellVocabulary& vocabulary,
                 CellRow& row) {
  const std::size_t width = vocabulary.width();
  row.bytes.assign(row.cells.size() * width, '\0');
  char* out = row.bytes.data();
  for (const Cell& cell : row.cells) {
    const Token& token = text.tokens[cell.head];
    const Mention* mention =
        cell.mention == MentionId::none ? nullptr : &mentions.mentions[index(cell.mention)];
    out[0] = static_cast<char>(0x80u | static_cast<unsigned>(token.tag));
    out[1] = static_cast<char>((index(cell.type) + 1u) & 0x7Fu);
    out[2] = static_cast<char>(flags_of(text.tokens[cell.tokens.first], mention));
    char* const classes = put_word(put_word(out + 3, cell.lemma), cell.form);
    if (cell.spelled)
      for_named(token.classes, vocabulary, [&](unsigned k) {
        classes[k / 7] = static_cast<char>(classes[k / 7] | 1 << k % 7);
      });
    out += width;
  }
}

}  // namespace factloom
