// SPDX-License-Identifier: Apache-2.0
// Which of many names are worth comparing: those that share a key. A key is a rare word, or a word
// and the beginning of another, or two words: the finer, the more names have it. No block of names
// is larger than a fixed bound, so that the work grows with the number of names alone.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/name_parts.h"

namespace factloom {

class NameBlocks {
 public:
  /// Names without parts are in no block.
  NameBlocks(const std::vector<NameParts>& names, const NameTables& tables);

  /// Fills `found` with the names behind `name` in the list that share a key with it, ascending.
  void candidates(std::uint32_t name, std::vector<std::uint32_t>& found) const;

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t name = 0;
    bool asks = true;        ///< two names that only answer are not compared
    bool same_form = false;  ///< its block may be large: each meets the next ones
  };
  void count_words();
  void add_person(std::uint32_t name);
  void add_body(std::uint32_t name);
  void add_common(std::uint32_t name);
  void add_consonants();
  void refine_large();
  void drop_large();
  void sort_entries();
  void find_blocks();
  std::uint32_t bearers_of(std::uint64_t word) const { return words_.at(word); }

  const std::vector<NameParts>& names_;
  const NameTables& t_;
  std::unordered_map<std::uint64_t, std::uint32_t> words_;  // of bodies: word -> names that have it
  std::unordered_set<std::uint64_t> alone_;                 // words that alone are a person's name
  bool letters_of_people_ = false;  // is anybody called by letters, like "JFK"?
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> block_end_;          // of the block of each entry
  std::vector<std::uint32_t> places_, first_of_;  // places of the entries of each name
};

}  // namespace factloom
