// SPDX-License-Identifier: Apache-2.0
// A table from names to numbers, for the names of one document: it knows a name by 64 bits of its
// hash, and needs no memory of its own for each entry. Internal to extract/names.
#pragma once
#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon/word_hash.h"

namespace factloom {

class NameTable {
 public:
  NameTable() = default;
  /// With room for so many names.
  explicit NameTable(std::size_t names) : slots_(std::bit_ceil(2 * names + 2)) {}

  static std::uint64_t key(std::string_view name) { return word_hash(name); }

  /// The value at a key, put there if it has none yet; was it put there? Valid until the next call.
  std::pair<std::uint32_t*, bool> try_emplace(std::uint64_t key, std::uint32_t value) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = at(key);
    const bool added = slot.key == 0;
    if (added) {
      slot = {stored(key), value};
      ++count_;
    }
    return {&slot.value, added};
  }
  std::pair<std::uint32_t*, bool> try_emplace(std::string_view name, std::uint32_t value) {
    return try_emplace(key(name), value);
  }
  /// The value at a key; null if it has none.
  const std::uint32_t* find(std::uint64_t key) const {
    if (count_ == 0) return nullptr;
    const Slot& slot = const_cast<NameTable*>(this)->at(key);
    return slot.key == 0 ? nullptr : &slot.value;
  }
  const std::uint32_t* find(std::string_view name) const { return find(key(name)); }
  bool empty() const { return count_ == 0; }
  bool contains(std::string_view name) const { return find(name) != nullptr; }

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: empty
    std::uint32_t value = 0;
  };
  static std::uint64_t stored(std::uint64_t key) { return key == 0 ? 1 : key; }

  /// The slot of a key, or the empty one where it belongs.
  Slot& at(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    key = stored(key);
    for (std::size_t i = (key ^ key >> 32) & mask;; i = (i + 1) & mask)
      if (slots_[i].key == key || slots_[i].key == 0) return slots_[i];
  }
  void grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 32 : 2 * slots_.size()));
    for (const Slot& slot : old)
      if (slot.key != 0) at(slot.key) = slot;
  }

  std::vector<Slot> slots_;  // a power of two
  std::size_t count_ = 0;
};

}  // namespace factloom
