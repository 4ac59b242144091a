// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/suggest.h"

#include <utf8proc.h>

#include <algorithm>

namespace factloom {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 40;  // no word that long was meant as a keyword
  if (word.size() > longest) return {};
  const std::string wanted = lower_case(word);
  std::string best;
  std::size_t limit = std::max<std::size_t>(1, (word.size() + 1) / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest || candidate == word) continue;
    const std::size_t d = distance(wanted, lower_case(candidate));
    if (d < limit && d < std::max(word.size(), candidate.size())) {
      limit = d;
      best = candidate;
    }
  }
  return best;
}

std::string any_of(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t point = 0;
    const auto size =
        utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &point);
    if (size <= 0) {  // not UTF-8: as it is
      out += text[i++];
      continue;
    }
    utf8proc_uint8_t written[4];
    const auto n = utf8proc_encode_char(utf8proc_tolower(point), written);
    out.append(reinterpret_cast<const char*>(written), static_cast<std::size_t>(n));
    i += static_cast<std::size_t>(size);
  }
  return out;
}

}  // namespace factloom
