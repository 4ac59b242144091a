// SPDX-License-Identifier: Apache-2.0
#include "graph/name_glances.h"

#include <algorithm>
#include <string_view>

namespace factloom {
namespace {

std::uint32_t short_hash(std::string_view text) {
  std::uint32_t h = 0x811C9DC5u;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return h;
}

std::uint32_t bits_of(const std::set<int>* groups) {
  std::uint32_t bits = 0;
  if (groups != nullptr)
    for (const int group : *groups) bits |= 1u << (static_cast<unsigned>(group) % 32);
  return bits;
}

char last_of(std::string_view text) {
  return text.empty() ? '\0' : text.back();
}

}  // namespace

NameGlances::NameGlances(const std::vector<NameParts>& names) {
  names_.reserve(names.size());
  for (const NameParts& n : names) {
    NameGlance glance{short_hash(n.form),
                      static_cast<std::uint32_t>(n.solid_sound),
                      {0, 0},
                      static_cast<std::uint32_t>(parts_.size()),
                      static_cast<std::uint16_t>(std::min<std::size_t>(n.parts.size(), 0xFFFF)),
                      !n.acronym.empty()};
    for (std::size_t k = 0; k < n.given_syllables.size(); ++k)
      glance.syllables[k] = short_hash(n.given_syllables[k].rest);
    names_.push_back(glance);
    for (std::size_t k = 0; k < names_.back().parts; ++k) {
      const NamePart& p = n.parts[k];
      parts_.push_back({short_hash(p.text()), short_hash(p.sound()),
                        p.syllables().empty() ? 0 : short_hash(p.syllables()), bits_of(p.given()),
                        bits_of(p.family()), p.text().front(),
                        p.sound().empty() ? '\0' : p.sound().front(), last_of(p.sound()),
                        static_cast<std::uint8_t>(std::min<std::size_t>(p.sound().size(), 0xFF)),
                        n.person && p.text().size() == 1,
                        p.shortened || p.vowelless || p.half != 0});
    }
  }
}

bool NameGlances::may_answer(const PartGlance& p, const PartGlance& q) {
  if (p.open || q.open) return true;
  if (p.single || q.single) return p.first == q.first;
  if (p.text == q.text || p.sound == q.sound) return true;
  if (p.syllables == q.syllables && p.syllables != 0) return true;
  if ((p.given & q.given) != 0 || (p.family & q.family) != 0) return true;
  const auto least = std::min(p.sound_size, q.sound_size),
             most = std::max(p.sound_size, q.sound_size);
  return most - least <= 1 && p.sound_first == q.sound_first && p.sound_last == q.sound_last;
}

bool NameGlances::conflict(std::uint32_t a, std::uint32_t b) const {
  const NameGlance &x = names_[a], &y = names_[b];
  if (x.form == y.form || x.solid == y.solid || x.acronym || y.acronym) return false;
  for (const std::uint32_t of_x : x.syllables)
    if (of_x != 0 && (of_x == y.syllables[0] || of_x == y.syllables[1])) return false;
  const auto shorter = parts_of_name(x.parts <= y.parts ? x : y),
             longer = parts_of_name(x.parts <= y.parts ? y : x);
  return std::any_of(shorter.begin(), shorter.end(), [&](const PartGlance& p) {
    return std::none_of(longer.begin(), longer.end(),
                        [&](const PartGlance& q) { return may_answer(p, q); });
  });
}

}  // namespace factloom
