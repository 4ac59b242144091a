// SPDX-License-Identifier: Apache-2.0
// The word classes: Penn Treebank tags as the GUM corpus uses them (Santorini 1990; GUM: possessive
// "POS", -LRB-, -RRB-, HYPH, NFP, ADD, GW, AFX).
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace factloom {

enum class Tag : std::uint8_t {
  none,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  comma,
  period,
  colon,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  dollar,
  HYPH,
  NFP,
  ADD,
  GW,
  AFX,
  count
};

constexpr std::array<std::string_view, static_cast<std::size_t>(Tag::count)> tag_names = {
    "",    "CC",  "CD",   "DT",    "EX",    "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN",
    "NNS", "NNP", "NNPS", "PDT",   "POS",   "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",
    "UH",  "VB",  "VBD",  "VBG",   "VBN",   "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", ",",   ".",
    ":",   "``",  "''",   "-LRB-", "-RRB-", "$",   "HYPH", "NFP", "ADD", "GW",  "AFX"};

constexpr std::string_view name(Tag tag) {
  return tag_names[static_cast<std::size_t>(tag)];
}
constexpr bool is_noun(Tag t) {
  return t >= Tag::NN && t <= Tag::NNPS;
}
constexpr bool is_proper_noun(Tag t) {
  return t == Tag::NNP || t == Tag::NNPS;
}
constexpr bool is_verb(Tag t) {
  return t >= Tag::VB && t <= Tag::VBZ;
}
constexpr bool is_finite_verb(Tag t) {
  return t == Tag::VBD || t == Tag::VBP || t == Tag::VBZ;
}
constexpr bool is_adjective(Tag t) {
  return t >= Tag::JJ && t <= Tag::JJS;
}
constexpr bool is_adverb(Tag t) {
  return t >= Tag::RB && t <= Tag::RBS;
}
constexpr bool is_punctuation(Tag t) {
  return t >= Tag::comma && t <= Tag::close_bracket;
}

}  // namespace factloom
