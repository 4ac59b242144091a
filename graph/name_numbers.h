// SPDX-License-Identifier: Apache-2.0
// Numbers for names and for their normal forms, so that each is made once and compared fast.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/normal_form.h"

namespace factloom {

class NameNumbers {
 public:
  explicit NameNumbers(const NameForms& forms) : forms_(forms) {}
  void reserve(std::size_t names);

  /// The number of a name, whose text must outlive this.
  std::uint32_t number(std::string_view name);

  std::string_view name(std::uint32_t number) const { return names_[number]; }
  /// The number of a name's normal form, and its text.
  std::uint32_t form(std::uint32_t name) const { return form_of_[name]; }
  const std::string& form_text(std::uint32_t form) const { return *forms_by_number_[form]; }
  std::size_t form_count() const { return forms_by_number_.size(); }

 private:
  const NameForms& forms_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::string_view> names_;
  std::vector<std::uint32_t> form_of_;
  std::unordered_map<std::string, std::uint32_t> form_numbers_;
  std::vector<const std::string*> forms_by_number_;  // keys of form_numbers_
};

/// How often each of some names stands, one name once, in the order of their texts.
struct NameCount {
  std::uint32_t name = 0, count = 0;
};
using NameCounts = std::vector<NameCount>;

/// Brings counts into order, and adds up those of one name.
void put_in_order(NameCounts& counts, const NameNumbers& numbers);

}  // namespace factloom
