// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/cells.h"

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

void put_word(std::string& bytes, std::uint16_t number) {
  bytes += static_cast<char>(number >> 7);
  bytes += static_cast<char>(number & 0x7Fu);
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

TypeId type_of(const Mentions& mentions, MentionId mention) {
  const Mention& m = mentions.mentions[index(mention)];
  if (m.entity == EntityId::none) return m.type;
  const TypeId type = mentions.entities[index(m.entity)].type;
  return type == TypeId::none ? m.type : type;
}

void write_cells(const Sentence& sentence, const Text& text, const Mentions& mentions,
                 const std::vector<MentionId>& mention_at, const CellVocabulary& vocabulary,
                 CellRow& row) {
  row.bytes.clear();
  row.cells.clear();
  row.types = 0;
  const std::vector<ClassId>& classes = vocabulary.classes();
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last;) {
    Cell cell{{t, t + 1}, mention_at[t]};
    const Mention* mention =
        cell.mention == MentionId::none ? nullptr : &mentions.mentions[index(cell.mention)];
    std::uint32_t head = t;
    TypeId type = TypeId::none;
    if (mention != nullptr) {
      cell.tokens.last = std::clamp(mention->tokens.last, t + 1, sentence.tokens.last);
      head = cell.tokens.contains(mention->head) ? mention->head : cell.tokens.last - 1;
      type = type_of(mentions, cell.mention);
      if (type != TypeId::none) row.types |= std::uint64_t{1} << index(type);
    }
    const Token& token = text.tokens[head];
    const bool spelled =
        cell.tokens.size() == 1 || (mention != nullptr && mention->kind != MentionKind::name);
    row.bytes += static_cast<char>(0x80u | static_cast<unsigned>(token.tag));
    row.bytes += static_cast<char>((index(type) + 1u) & 0x7Fu);
    row.bytes += static_cast<char>(flags_of(text.tokens[t], mention));
    put_word(row.bytes, spelled ? vocabulary.number_of_lemma(token.lemma) : std::uint16_t{0});
    put_word(row.bytes, spelled ? vocabulary.number_of_form(token.word) : std::uint16_t{0});
    for (std::size_t c = 0; c < classes.size(); c += 7) {
      unsigned bits = 0;
      for (std::size_t k = c; spelled && k < std::min(c + 7, classes.size()); ++k)
        if (token.classes.has(classes[k])) bits |= 1u << (k - c);
      row.bytes += static_cast<char>(bits);
    }
    row.cells.push_back(cell);
    t = cell.tokens.last;
  }
}

}  // namespace factloom
