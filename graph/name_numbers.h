// SPDX-License-Identifier: Apache-2.0
// Numbers for names and for their normal forms, so that each is made once and compared fast.
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/normal_form.h"

namespace factloom {

/// Numbers for texts, in the order in which they come; the texts lie elsewhere. A table of slots
/// beside one another: a look-up reads one or two lines of memory.
class TextNumbers {
 public:
  void reserve(std::size_t texts);
  std::size_t size() const { return texts_.size(); }
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }

  /// The number of a text, and whether it is new: then it is held to be `keep()`.
  template <class Keep>
  std::pair<std::uint32_t, bool> number(std::string_view text, Keep keep);

 private:
  struct Slot {
    std::uint32_t hash = 0, number = UINT32_MAX;  ///< UINT32_MAX: empty
  };
  void grow(std::size_t slots);
  static std::uint32_t hash_of(std::string_view text) {
    const std::size_t h = std::hash<std::string_view>()(text);
    return static_cast<std::uint32_t>(h ^ h >> 32);
  }

  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;  // a power of two of them, at most half of them full
};

template <class Keep>
std::pair<std::uint32_t, bool> TextNumbers::number(std::string_view text, Keep keep) {
  if (texts_.size() * 2 >= slots_.size()) grow(std::max<std::size_t>(slots_.size() * 2, 64));
  const std::uint32_t hash = hash_of(text);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].number != UINT32_MAX; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == hash && texts_[slots_[at].number] == text)
      return {slots_[at].number, false};
  slots_[at] = {hash, static_cast<std::uint32_t>(texts_.size())};
  texts_.push_back(keep());
  return {slots_[at].number, true};
}

class NameNumbers {
 public:
  explicit NameNumbers(const NameForms& forms) : forms_(forms) {}
  void reserve(std::size_t names);

  /// The number of a name, whose text must outlive this.
  std::uint32_t number(std::string_view name);

  std::string_view name(std::uint32_t number) const { return names_[number]; }
  /// The number of a name's normal form, and its text.
  std::uint32_t form(std::uint32_t name) const { return form_of_[name]; }
  std::string_view form_text(std::uint32_t form) const { return form_texts_[form]; }
  std::size_t form_count() const { return form_texts_.size(); }

 private:
  std::string_view keep(std::string_view form);

  const NameForms& forms_;
  TextNumbers names_, form_texts_;
  std::vector<std::uint32_t> form_of_;
  std::vector<std::unique_ptr<char[]>> pages_;  // texts of forms
  std::size_t left_ = 0;                        // bytes of the last page
};

/// How often each of some names stands, one name once, in the order of their texts.
struct NameCount {
  std::uint32_t name = 0, count = 0;
};
using NameCounts = std::vector<NameCount>;

/// Brings counts into order, and adds up those of one name.
void put_in_order(NameCounts& counts, const NameNumbers& numbers);

}  // namespace factloom
