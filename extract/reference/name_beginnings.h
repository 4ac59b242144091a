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
  /// May a word of the name begin so?
  bool may_hold(EntityId who, const Entity& entity, Bits word) {
    if (index(who) >= names_.size()) names_.resize(index(who) + std::size_t{1});
    Name& name = names_[index(who)];
    if (name.size != entity.name.size()) name = read(entity.name);
    return (name.begins & word) != 0;
  }

 private:
  static constexpr std::size_t letters = 3;
  struct Name {
    std::size_t size = 0;  ///< of the name when it was read: some grow longer
    Bits begins = 0;
  };
  static Name read(std::string_view name) {
    Name found{name.size(), name.size() < letters ? ~Bits{0} : 0};
    for (std::size_t i = 0; i + letters <= name.size(); ++i) {
      found.begins |= of_word(name.substr(i));
      while (i + letters < name.size() && name[i] != ' ') ++i;
    }
    return found;
  }

  std::vector<Name> names_;  ///< by entity
};

}  // namespace factloom
