// SPDX-License-Identifier: Apache-2.0
// Which names may hold a noun: how the words of a name begin is kept as bits, so that a look tells
// that "Spirit Airlines" holds no "bank". Names are asked at every description.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/base/ascii.h"
#include "extract/names/mention.h"

namespace factloom {

class NameBeginnings {
 public:
  using Bits = std::uint64_t;
  /// One bit for the first letters of a word, whatever their case; all where it has too few.
  static Bits of_word(std::string_view word) {
    if (word.size() < letters) return ~Bits{0};
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < letters; ++i)
      sum = sum * 11 + static_cast<unsigned char>(ascii_lower(word[i]));
    return Bits{1} << (sum & 63u);
  }
  explicit NameBeginnings(const Mentions& mentions) : m_(mentions) {}
  /// May a word of its name begin so?
  bool may_hold(EntityId who, Bits word) {
    if (index(who) >= names_.size()) names_.resize(m_.entities.size());
    Bits& name = names_[index(who)];
    if (name == unread) name = read(m_.entities[index(who)].name);
    return (name & word) != 0;
  }
  /// Notes that it is called otherwise from now on.
  void rename(EntityId who) {
    if (index(who) < names_.size()) names_[index(who)] = unread;
  }

 private:
  static constexpr std::size_t letters = 3;
  static constexpr Bits unread = 0;
  static Bits read(std::string_view name) {
    Bits found = name.size() < letters ? ~Bits{0} : 0;
    for (std::size_t i = 0; i + letters <= name.size(); ++i) {
      found |= of_word(name.substr(i));
      while (i + letters < name.size() && name[i] != ' ') ++i;
    }
    return found;
  }

  const Mentions& m_;
  std::vector<Bits> names_;  ///< by entity
};

}  // namespace factloom
