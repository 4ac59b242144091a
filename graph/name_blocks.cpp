// SPDX-License-Identifier: Apache-2.0
#include "graph/name_blocks.h"

#include <algorithm>
#include <string_view>

namespace factloom {
namespace {

constexpr std::size_t largest_block = 60;  // a key that more names have tells nothing

enum class KeyKind : std::uint64_t {
  word,
  beginning,
  group,
  two_words,
  family,
  form,
  core,
  letters,
  consonants,
};

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a * 0x9E3779B97F4A7C15u ^ b;
  x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93u;
  return x ^ (x >> 29);
}

std::uint64_t key_of(KeyKind kind, bool person, std::string_view a, std::string_view b = {}) {
  std::uint64_t h = mixed(static_cast<std::uint64_t>(kind) * 2 + (person ? 1 : 0), 0);
  for (const std::string_view text : {a, b}) {
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    h = mixed(h, text.size());
  }
  return h;
}

std::uint64_t word_key(const NameParts& n, std::size_t part) {
  return key_of(KeyKind::word, n.person, n.parts[part].sound());
}

}  // namespace

NameBlocks::NameBlocks(const std::vector<NameParts>& names, const NameTables& tables)
    : names_(names), t_(tables) {
  count_words();
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].parts.empty()) continue;
    names_[i].person ? add_person(i) : add_body(i);
    add_common(i);
  }
  add_consonants();
  sort_entries();
  refine_large();
  drop_large();
  first_of_.assign(names_.size() + 1, 0);
  for (const Entry& e : entries_) ++first_of_[e.name + 1];
  for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
  std::vector<std::uint32_t> next(first_of_.begin(), first_of_.end() - 1);
  places_.resize(entries_.size());
  for (std::uint32_t p = 0; p < entries_.size(); ++p) places_[next[entries_[p].name]++] = p;
}

void NameBlocks::count_words() {
  for (const NameParts& n : names_) {
    if (n.person && n.parts.size() == 1) alone_.insert(word_key(n, 0));
    letters_of_people_ = letters_of_people_ || (n.person && !n.acronym.empty());
    if (n.person) continue;
    for (std::size_t k = 0; k < n.parts.size(); ++k) ++words_[word_key(n, k)];
  }
}

/// A part and the beginning of another, or the short forms that the other may have; a part alone
/// where it is all that somebody is called.
void NameBlocks::add_person(std::uint32_t name) {
  const NameParts& n = names_[name];
  for (std::size_t k = 0; k < n.parts.size(); ++k) {
    const NamePart& p = n.parts[k];
    if (p.text().size() > 2 && alone_.count(word_key(n, k)) != 0)
      entries_.push_back({word_key(n, k), name, n.parts.size() == 1, false});
    for (std::size_t m = 0; m < n.parts.size() && p.sound().size() > 1; ++m) {
      if (m == k) continue;
      const NamePart& q = n.parts[m];
      const std::string begins = q.sound().substr(0, 1), letter = "." + q.text().substr(0, 1);
      entries_.push_back({key_of(KeyKind::beginning, true, p.sound(), begins), name, true, false});
      if (begins[0] != letter[1])
        entries_.push_back(
            {key_of(KeyKind::beginning, true, p.sound(), letter), name, true, false});
      if (q.given() == nullptr) continue;
      for (const int group : *q.given())
        entries_.push_back(
            {key_of(KeyKind::group, true, p.sound(), std::to_string(group)), name, true, false});
    }
  }
  if (const NamePart& last = n.parts.back(); last.half != 0)
    for (const std::string& half :
         {last.text().substr(0, last.half), last.text().substr(last.half)})
      entries_.push_back({key_of(KeyKind::beginning, true, t_.sounds.sound(half),
                                 n.parts.front().sound().substr(0, 1)),
                          name, true, false});
  if (n.parts.size() < 2) return;
  for (const bool first : {true, false}) {
    const auto* groups = (first ? n.parts.front() : n.parts.back()).family();
    if (groups == nullptr) continue;
    std::string rest;
    for (std::size_t k = first ? 1 : 0; k + (first ? 0 : 1) < n.parts.size(); ++k)
      rest += n.parts[k].text();
    const std::string sound = t_.syllables.sound(rest).substr(0, 3);
    for (const int group : *groups)
      entries_.push_back(
          {key_of(KeyKind::family, true, sound, std::to_string(group)), name, true, false});
  }
}

/// One of two bodies has all words of the other, its rarest two among them: these ask.
void NameBlocks::add_body(std::uint32_t name) {
  const NameParts& n = names_[name];
  std::vector<std::size_t> order(n.parts.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return bearers_of(word_key(n, a)) < bearers_of(word_key(n, b));
  });
  for (std::size_t r = 0; r < order.size(); ++r) {
    const NamePart& p = n.parts[order[r]];
    if (p.text().size() > 1 && bearers_of(word_key(n, order[r])) <= largest_block) {
      entries_.push_back({word_key(n, order[r]), name, r < 2, false});
      continue;
    }
    for (std::size_t m = 0; m < n.parts.size(); ++m)
      if (m != order[r])
        entries_.push_back(
            {key_of(KeyKind::beginning, false, p.sound(), n.parts[m].sound().substr(0, 1)), name,
             r < 2, false});
  }
}

void NameBlocks::add_common(std::uint32_t name) {
  const NameParts& n = names_[name];
  entries_.push_back({mixed(key_of(KeyKind::form, n.person, {}), n.solid_sound), name, true, true});
  if (n.person && !letters_of_people_) return;
  if (!n.acronym.empty())
    entries_.push_back({key_of(KeyKind::letters, n.person, n.acronym), name, true, false});
  for (auto it = n.initials.begin(); it != n.initials.end(); ++it)
    if (it->size() > 1 && *it != n.acronym && std::find(n.initials.begin(), it, *it) == it)
      entries_.push_back({key_of(KeyKind::letters, n.person, *it), name, false, false});
  if (n.person) return;
  std::string core;
  for (const NamePart& p : n.parts)
    if (!p.generic()) core += p.sound() + " ";
  entries_.push_back({key_of(KeyKind::core, false, core), name, true, false});
}

/// Where names stand in scripts that leave vowels out: what is left of two parts of each.
void NameBlocks::add_consonants() {
  const auto vowelless = [](const NamePart& p) { return p.vowelless; };
  if (std::none_of(names_.begin(), names_.end(), [&](const NameParts& n) {
        return std::any_of(n.parts.begin(), n.parts.end(), vowelless);
      }))
    return;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const NameParts& n = names_[i];
    if (n.parts.empty()) continue;
    std::string first = consonants_of(n.parts.front()), last = consonants_of(n.parts.back());
    if (last < first) std::swap(first, last);
    const bool asks = std::any_of(n.parts.begin(), n.parts.end(), vowelless);
    entries_.push_back({key_of(KeyKind::consonants, n.person, first, last), i, asks, false});
  }
}

/// Names of a block that is too large get finer keys: each two of their words.
void NameBlocks::refine_large() {
  std::vector<std::uint32_t> crowded;
  for (std::size_t begin = 0; begin < entries_.size(); begin = block_end_[begin])
    if (block_end_[begin] - begin > largest_block && !entries_[begin].same_form)
      for (std::size_t i = begin; i < block_end_[begin]; ++i) crowded.push_back(entries_[i].name);
  std::sort(crowded.begin(), crowded.end());
  crowded.erase(std::unique(crowded.begin(), crowded.end()), crowded.end());
  for (const std::uint32_t name : crowded) {
    const NameParts& n = names_[name];
    for (std::size_t k = 0; k < n.parts.size(); ++k)
      for (std::size_t m = k + 1; m < n.parts.size(); ++m) {
        const std::string_view a = n.parts[k].sound(), b = n.parts[m].sound();
        if (std::min(a.size(), b.size()) > 1)
          entries_.push_back({key_of(KeyKind::two_words, n.person, std::min(a, b), std::max(a, b)),
                              name, true, false});
      }
  }
}

void NameBlocks::drop_large() {
  sort_entries();
  std::size_t kept = 0;
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    end = block_end_[begin];
    if (end - begin > largest_block && !entries_[begin].same_form) continue;
    for (std::size_t i = begin; i < end; ++i) entries_[kept++] = entries_[i];
  }
  entries_.resize(kept);
  find_blocks();
}

/// By key, then name. Keys are spread evenly: their first bits part them into piles.
void NameBlocks::sort_entries() {
  constexpr unsigned bits = 14;
  std::vector<std::size_t> next((std::size_t{1} << bits) + 1, 0);
  const auto pile = [](const Entry& e) { return static_cast<std::size_t>(e.key >> (64 - bits)); };
  for (const Entry& e : entries_) ++next[pile(e) + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<Entry> sorted(entries_.size());
  for (const Entry& e : entries_) sorted[next[pile(e)]++] = e;
  for (std::size_t begin = 0, p = 0; begin < sorted.size(); begin = next[p++])
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin),
              sorted.begin() + static_cast<std::ptrdiff_t>(next[p]),
              [](const Entry& a, const Entry& b) {
                if (a.key != b.key) return a.key < b.key;
                return a.name != b.name ? a.name < b.name : a.asks && !b.asks;
              });
  const auto same = [](const Entry& a, const Entry& b) {
    return a.key == b.key && a.name == b.name;
  };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  entries_ = std::move(sorted);
  find_blocks();
}

void NameBlocks::find_blocks() {
  block_end_.resize(entries_.size());
  for (std::size_t i = entries_.size(); i-- > 0;)
    block_end_[i] = i + 1 < entries_.size() && entries_[i].key == entries_[i + 1].key
                        ? block_end_[i + 1]
                        : static_cast<std::uint32_t>(i + 1);
}

void NameBlocks::candidates(std::uint32_t name, std::vector<std::uint32_t>& found) const {
  found.clear();
  for (std::size_t k = first_of_[name]; k < first_of_[name + 1]; ++k) {
    const std::size_t at = places_[k];
    const std::size_t last = std::min<std::size_t>(block_end_[at], at + 1 + largest_block);
    for (std::size_t i = at + 1; i < last; ++i)
      if (entries_[at].asks || entries_[i].asks) found.push_back(entries_[i].name);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace factloom
