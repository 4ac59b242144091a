// SPDX-License-Identifier: Apache-2.0
#include "graph/name_numbers.h"

#include <algorithm>

namespace factloom {

void TextNumbers::reserve(std::size_t texts) {
  texts_.reserve(texts);
  std::size_t slots = 64;
  while (slots < texts * 2) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

void TextNumbers::grow(std::size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  for (const Slot& s : old) {
    if (s.number == UINT32_MAX) continue;
    std::size_t at = s.hash & (slots - 1);
    while (slots_[at].number != UINT32_MAX) at = (at + 1) & (slots - 1);
    slots_[at] = s;
  }
}

void NameNumbers::reserve(std::size_t names) {
  names_.reserve(names);
  form_texts_.reserve(names);
  form_of_.reserve(names);
}

std::string_view NameNumbers::keep(std::string_view form) {
  constexpr std::size_t page = 1 << 16;
  if (form.size() > left_) {
    left_ = std::max(page, form.size());
    pages_.push_back(std::make_unique_for_overwrite<char[]>(left_));
  }
  left_ -= form.size();
  char* const place = pages_.back().get() + left_;
  std::copy(form.begin(), form.end(), place);
  return {place, form.size()};
}

std::uint32_t NameNumbers::number(std::string_view name) {
  const auto [known, fresh] = names_.number(name, [&] { return name; });
  if (!fresh) return known;
  const std::string form = forms_.normal_form(name);
  form_of_.push_back(form_texts_.number(form, [&] { return keep(form); }).first);
  return known;
}

void put_in_order(NameCounts& counts, const NameNumbers& numbers) {
  if (counts.size() < 2) return;
  std::sort(counts.begin(), counts.end(), [&](const NameCount& a, const NameCount& b) {
    return a.name != b.name && numbers.name(a.name) < numbers.name(b.name);
  });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i].name == counts[kept].name)
      counts[kept].count += counts[i].count;
    else
      counts[++kept] = counts[i];
  }
  counts.resize(kept + 1);
}

}  // namespace factloom
