// SPDX-License-Identifier: Apache-2.0
#include "graph/name_numbers.h"

#include <algorithm>

namespace factloom {

void NameNumbers::reserve(std::size_t names) {
  numbers_.reserve(names);
  names_.reserve(names);
  form_of_.reserve(names);
  form_numbers_.reserve(names);
  forms_by_number_.reserve(names);
}

std::uint32_t NameNumbers::number(std::string_view name) {
  const auto [known, fresh] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (!fresh) return known->second;
  const auto [form, new_form] = form_numbers_.try_emplace(
      forms_.normal_form(name), static_cast<std::uint32_t>(forms_by_number_.size()));
  if (new_form) forms_by_number_.push_back(&form->first);
  names_.push_back(name);
  form_of_.push_back(form->second);
  return known->second;
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
