// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/inflect.h"

namespace factloom {
namespace {

bool vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}
bool ends(std::string_view s, std::string_view suffix) {
  return s.size() > suffix.size() && s.ends_with(suffix);
}

/// The stem doubles its last letter: "stop" -> "stopp".
bool doubles(std::string_view s) {
  const std::size_t n = s.size();
  if (n < 3) return false;
  const char last = s[n - 1];
  if (vowel(last) || last == 'w' || last == 'x' || last == 'y' || !vowel(s[n - 2]) ||
      vowel(s[n - 3]))
    return false;
  std::size_t groups = 0;
  for (std::size_t i = 0; i < n; ++i)
    if (vowel(s[i]) && (i == 0 || !vowel(s[i - 1]))) ++groups;
  return groups == 1;
}

std::string plural(std::string_view s) {
  const std::string word(s);
  if (ends(s, "s") || ends(s, "x") || ends(s, "z") || ends(s, "ch") || ends(s, "sh"))
    return word + "es";
  if (ends(s, "y") && !vowel(s[s.size() - 2])) return word.substr(0, word.size() - 1) + "ies";
  return word + "s";
}

std::string with_suffix(std::string_view s, std::string_view suffix) {
  std::string word(s);
  if (ends(s, "e") && !(suffix == "ing" && (ends(s, "ee") || ends(s, "ye") || ends(s, "oe"))))
    word.pop_back();
  else if (ends(s, "y") && suffix != "ing" && !vowel(s[s.size() - 2]))
    word.back() = 'i';
  else if (doubles(s))
    word += s.back();
  return word + std::string(suffix);
}

void stems(std::string_view form, std::string_view suffix, std::vector<std::string>& out) {
  if (!ends(form, suffix) || form.size() < suffix.size() + 2) return;
  const std::string stem(form.substr(0, form.size() - suffix.size()));
  const std::size_t n = stem.size();
  if (n > 2 && stem[n - 1] == stem[n - 2] && !vowel(stem[n - 1]))
    out.push_back(stem.substr(0, n - 1));
  out.push_back(stem);
  out.push_back(stem + "e");
  if (stem.back() == 'i' && suffix != "ing") out.push_back(stem.substr(0, n - 1) + "y");
}

}  // namespace

std::vector<std::pair<std::string, Tag>> regular_forms(std::string_view lemma, Tag base) {
  if (lemma.size() < 2) return {};
  if (base == Tag::NN) return {{plural(lemma), Tag::NNS}};
  const bool in_o = ends(lemma, "o") && !vowel(lemma[lemma.size() - 2]);  // "vetoes", "echoes"
  if (base == Tag::VB)
    return {{in_o ? std::string(lemma) + "es" : plural(lemma), Tag::VBZ},
            {with_suffix(lemma, "ed"), Tag::VBD},
            {with_suffix(lemma, "ed"), Tag::VBN},
            {with_suffix(lemma, "ing"), Tag::VBG}};
  if (base == Tag::JJ && lemma.size() <= 7)
    return {{with_suffix(lemma, "er"), Tag::JJR}, {with_suffix(lemma, "est"), Tag::JJS}};
  return {};
}

std::vector<std::string> lemma_candidates(std::string_view form, Tag tag) {
  std::vector<std::string> out;
  switch (tag) {
    case Tag::NNS:
    case Tag::NNPS:
    case Tag::VBZ:
      if (ends(form, "ies")) out.push_back(std::string(form.substr(0, form.size() - 3)) + "y");
      if (ends(form, "es")) out.emplace_back(form.substr(0, form.size() - 2));
      if (ends(form, "s") && !ends(form, "ss")) out.emplace_back(form.substr(0, form.size() - 1));
      break;
    case Tag::VBD:
    case Tag::VBN:
      stems(form, "ed", out);
      break;
    case Tag::VBG:
      stems(form, "ing", out);
      break;
    case Tag::JJR:
    case Tag::RBR:
      stems(form, "er", out);
      break;
    case Tag::JJS:
    case Tag::RBS:
      stems(form, "est", out);
      break;
    default:
      break;
  }
  return out;
}

}  // namespace factloom
