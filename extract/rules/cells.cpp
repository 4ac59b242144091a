// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/cells.h"

#include <algorithm>
#include <bit>
#include <cstring>

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

/// The bytes of a cell's classes.
char* put_classes(char* out, const ClassSet& set, const CellVocabulary& vocabulary, CellRow& row) {
  const std::size_t bytes = vocabulary.width() - CellVocabulary::head_bytes;
  std::memset(out, 0, bytes);
  for (unsigned word = 0; word < set.words.size(); ++word)
    for (std::uint64_t left = set.words[word]; left != 0; left &= left - 1) {
      const auto c =
          static_cast<ClassId>(word * 64 + static_cast<unsigned>(std::countr_zero(left)));
      if (!vocabulary.named(c)) continue;
      const unsigned k = vocabulary.number_of_class(c);
      out[k / 7] = static_cast<char>(out[k / 7] | 1 << k % 7);
      row.classes[k / 64] |= std::uint64_t{1} << k % 64;
    }
  return out + bytes;
}

}  // namespace

std::uint16_t CellVocabulary::number(std::vector<WordId>& words, WordId word) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word) return static_cast<std::uint16_t>(i + 1);
  if (words.size() < most_words) words.push_back(word);
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

void write_cells(const Text& text, const Mentions& mentions, const CellVocabulary& vocabulary,
                 CellRow& row) {
  row.bytes.resize(row.cells.size() * vocabulary.width());
  row.forms.assign(vocabulary.forms() / 64 + 1, 0);
  row.lemmas.assign(vocabulary.lemmas() / 64 + 1, 0);
  row.tags = 0;
  row.classes = {};
  char* out = row.bytes.data();
  for (const Cell& cell : row.cells) {
    const Token& token = text.tokens[cell.head];
    const Mention* mention =
        cell.mention == MentionId::none ? nullptr : &mentions.mentions[index(cell.mention)];
    const auto lemma = cell.spelled ? vocabulary.number_of_lemma(token.lemma) : std::uint16_t{0};
    const auto form = cell.spelled ? vocabulary.number_of_form(token.word) : std::uint16_t{0};
    *out++ = static_cast<char>(0x80u | static_cast<unsigned>(token.tag));
    *out++ = static_cast<char>((index(cell.type) + 1u) & 0x7Fu);
    *out++ = static_cast<char>(flags_of(text.tokens[cell.tokens.first], mention));
    out = put_word(put_word(out, lemma), form);
    out = put_classes(out, cell.spelled ? token.classes : ClassSet{}, vocabulary, row);
    row.tags |= std::uint64_t{1} << static_cast<unsigned>(token.tag);
    mark(row.lemmas, lemma);
    mark(row.forms, form);
  }
}

}  // namespace factloom
