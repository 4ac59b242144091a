// SPDX-License-Identifier: Apache-2.0
// The state that a text tells of where it does not name it: whose "President Ann Lee" or "the
// commerce secretary" is. What a careful reader goes by: how often it names which state, which one
// the sentence and the one before name, where they are told to be, and who has such an office.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/lexicon/state_offices.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/epithets.h"

namespace factloom {

class HomeState {
 public:
  HomeState(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
            Epithets& epithets)
      : text_(text), m_(mentions), kinds_(kinds), epithets_(epithets) {}

  /// A state, and how much more speaks for it than for any other one: 0.5 if two are alike, 1 if
  /// there is no other one.
  struct Told {
    MentionId where = MentionId::none;  ///< the nearest mention of it
    float sure = 0;
  };
  /// The state told of at a token of the sentence among those that have the office; among all if
  /// there is none. `spoken_of`: the state of which the holder of the post speaks;
  /// `not_of`: one that is said to be another's.
  Told find(std::uint32_t sentence, std::uint32_t token, const StateOffice* office,
            EntityId spoken_of, EntityId not_of);
  /// May a country have the office?
  bool may_have(EntityId country, const StateOffice& office) {
    return office.may_have(epithets_.country_code(country));
  }

 private:
  /// A place where the text names a state, or a city or a body of one.
  struct Sign {
    std::uint32_t token = 0;
    std::uint32_t state = 0;  ///< its number in `states_`
    MentionId mention = MentionId::none;
    float weight = 0;
    bool city = false;
    bool adjective = false;
  };
  struct State {
    EntityId entity = EntityId::none;  ///< none: the text names but a city or a body of it
    std::string code;
  };
  void read();
  void read_cities();
  std::vector<float> weigh(std::uint32_t sentence, std::uint32_t token, EntityId spoken_of) const;
  MentionId nearest(std::uint32_t state, std::uint32_t token) const;

  const Text& text_;
  const Mentions& m_;
  const EntityKinds& kinds_;
  Epithets& epithets_;
  bool read_ = false;
  std::vector<State> states_;  ///< in the order in which the text names them
  std::vector<Sign> signs_;
};

}  // namespace factloom
