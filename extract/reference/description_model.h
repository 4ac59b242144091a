// SPDX-License-Identifier: Apache-2.0
// How likely each candidate is what "the company", "the state" or "the club" is, and how likely
// none of them: a log-linear model over how well the words fit, over where each was last spoken of
// and over how much of the text is about it, whose weights (`reference_weights.h`) were fitted on
// annotated articles and checked on others. It knows what the rules do not: what the whole text
// names most, and what it names first.
#pragma once
#include <cstdint>
#include <vector>

#include "extract/reference/certainty.h"
#include "extract/reference/description_fit.h"
#include "extract/reference/watcher.h"

namespace factloom {

class DescriptionModel {
 public:
  DescriptionModel(const Mentions& mentions, const KnownClasses& classes,
                   const DescriptionWeights& weights)
      : m_(mentions), k_(classes), w_(weights) {}

  /// One that the words may mean, and how well they fit it.
  struct Candidate {
    const Referent* referent;
    float fit;
    Known of;
  };
  /// Where the description stands.
  struct Slot {
    ReferencePlace place;
    std::uint32_t paragraph = 0;         ///< the sentence with which the paragraph begins
    EntityId employer = EntityId::none;  ///< where the person who acts upon it has a post
    bool modified = false;               ///< "the FRENCH firm"
  };
  /// What descriptions are asked about: the rules alone decide on others.
  enum class Field : std::uint8_t { firm, country, team, none };
  Field field(const ClassSet& noun) const;

  /// Who is meant, as the rules have it and the candidates tell: what the model is sure of, nobody
  /// where it doubts what the rules say.
  Meant judge(EntityId by_rule, const std::vector<Candidate>& candidates, Field field,
              const Slot& slot, bool placed);
  /// What `judge` chooses from, for a watcher.
  ReferenceChoice choice(const std::vector<Candidate>& candidates, Field field, const Slot& slot);

 private:
  struct Comparison {
    std::uint32_t most = 0;                   ///< how often the one most spoken of was
    std::uint32_t first_before = UINT32_MAX;  ///< token of the first one in the sentence before
    std::uint32_t most_named = 0;             ///< how often the text names the one most named
    std::uint32_t next_named = 0;             ///< and the one named most but for it
    float best = 0;                           ///< how well the words fit the best
    std::size_t named = 0;                    ///< how many
    bool in_paragraph = false;                ///< has the paragraph spoken of one?
    bool employed = false;                    ///< is one the employer of who acts?
  };
  void count_names();
  std::uint32_t names(const Referent& r) const { return names_[index(r.entity)]; }
  Comparison compare(const std::vector<Candidate>& all, const Slot& slot) const;
  template <class Sum>
  Sum score(const Candidate& c, const Comparison& among, Field field, const Slot& slot) const;
  template <class Sum>
  Sum of_named(const Candidate& c, const Comparison& among, Field field, const Slot& slot) const;
  template <class Sum>
  Sum of_nobody(const Comparison& among, Field field, const ReferencePlace& place) const;

  const Mentions& m_;
  const KnownClasses& k_;
  const DescriptionWeights& w_;
  std::vector<std::uint32_t> names_;  ///< by entity: how often the whole text names it
};

}  // namespace factloom
