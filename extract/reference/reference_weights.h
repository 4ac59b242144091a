// SPDX-License-Identifier: Apache-2.0
// What the three log-linear models of reference weigh (`person_model.h`, `thing_model.h`,
// `description_model.h`): the sum of the weights that hold for a candidate is the logarithm of how
// likely it is, but for a constant. They are read from `schemas/english/reference-weights.tsv`, a
// row a weight, its feature named by the words of the tables in `reference_weights.cpp`;
// `tests/eval/fresh/fit` fits them.
#pragma once
#include <string>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// Whom "he" or "her" means.
struct PersonWeights {
  float place[4][4];     ///< by sentences since (0, 1, 2, more), last role
  float long_since[3];   ///< 4 and 5, 6 to 9, more sentences since
  float genitive;        ///< "the aide of ANN LEE"
  float own_subject[2];  ///< "ANN LEE sold HER share"; a possessive, another
  float above[3];        ///< by slot: "ANN LEE left when SHE"
  float above_relative;  ///< "admired ANN LEE, who ran it until SHE left"
  float subordinate[2];  ///< "Acme grew since ANN LEE left. SHE …"; "…, A lawyer from Leeds, SHE"
  float beside_subject;  ///< "Tom Hall was BOB ROY's aide while his mother"
  float embedded[2];     ///< in a relative clause that is over, of this sentence, another
  float old_paragraph;
  float fronted[3];      ///< a description opens the sentence, "A lawyer from Leeds, HE …"
  float parallel[2][3];  ///< both subjects, both objects; 0, 1, more sentences since
  float possessed[3]
                 [2];  ///< of a possessive in a subject, an apposition, another group; 0, 1 since
  float topic;
  float topic_life;
  float continuing;         ///< the two last sentences that could spoke of it
  float first_of_sentence;  ///< of the candidates
  float latest[3];          ///< by slot: the last candidate
  float form[4];            ///< last by its name, a description, a pronoun, a possessive
  float count[6];           ///< spoken of 1, 2, 3, 4 or 5, 6 to 9, more times
  float most_often;
  float listed[3];  ///< "ANN LEE and Bob Roy left": SHE; HER, in this sentence, another
  float told;
  float judge;
  float explained[2];  ///< "Acme sued ANN LEE, its former chief. SHE …": 1, more sentences since
  float rank[4];       ///< how many named ones were spoken of since
  float only_recent;
  float known_gender;
  float other_gender;
  float unnamed[3][2];  ///< something unnamed, by slot; in this sentence, another
  float unnamed_person;
  float definite;
  float unnamed_speaker;     ///< "the former TYCOON said that HE"
  float nobody[3];           ///< nobody named is meant, by slot
  float nobody_of_named[3];  ///< by how many are named in this sentence and the one before
};

/// What "it" or "its" means.
struct ThingWeights {
  float place[3][4][4];  ///< by slot, sentences since (0, 1, 2, more), last role
  float long_since[3];   ///< 4 and 5, 6 to 9, more sentences since
  float own_subject[2];  ///< "ACME sold ITS unit"; a possessive, another
  float speaker[3];      ///< by slot: "ACME said that IT"
  float embedded[2];     ///< in a relative clause that is over, of this sentence, another
  float old_paragraph;
  float possessed[3]
                 [3];   ///< of a possessive in a subject, an apposition, another group; 0, 1, more
  float introducing;    ///< "Acme, which owns Bolt, grew. Ann Lee, ITS chief"
  float subject_again;  ///< the subject of the sentence before
  float form[3];        ///< last by its name, a description, a pronoun
  float kind[3][14];    ///< by slot
  float count[6];       ///< spoken of 1, 2, 3, 4 or 5, 6 to 9, more times
  float topic;
  float continuing;         ///< the two last sentences that could spoke of it
  float acting;             ///< it can do what the pronoun does
  float first_of_sentence;  ///< of the candidates
  float latest[3];          ///< by slot: the last candidate
  float nobody[3];          ///< nothing named is meant, by slot
  float nobody_of[3];       ///< by candidates (1, 2, more)
  float nobody_in_quotes;
};

/// What "the company", "the state" or "the club" is.
struct DescriptionWeights {
  float fit[3][8];      ///< by field: how well the words fit
  float unnamed[3][2];  ///< something unnamed, by field: the same noun, another
  float place[3][5];    ///< by sentences since (0, 1, more), last role
  float long_since[3];  ///< 3 and 4, 5 to 8, more sentences since
  float names[5];       ///< named once in the whole text, twice, 3 or 4, 5 to 8, more times
  float most_named[2];  ///< far more often than any other, not so
  float leading;        ///< named at the head of the text
  float in_heading;
  float old_paragraph;  ///< spoken of before the paragraph, which spoke of another one
  float employs[2];     ///< the person who acts upon it has a post there, elsewhere
  float most_spoken_of;
  float first_of_sentence;  ///< of the candidates in the sentence before
  float best_fit;
  float of_place[2];        ///< "the FRENCH firm": is known to be French, is not known to be
  float nobody[3];          ///< none is meant, by field
  float nobody_of[3];       ///< by named candidates (1, 2, more)
  float nobody_in_role[5];  ///< by role of the description
};

struct ReferenceWeights {
  PersonWeights person;
  ThingWeights thing;
  DescriptionWeights description;

  /// Reads the table; every feature must have one weight.
  static Result<ReferenceWeights> load(const std::string& file);
  /// Of all weights in their order the model and the feature, as the table has them: "person
  /// topic".
  static std::vector<std::string> names();
  /// The place of one of these weights in that order.
  std::size_t place(const float* weight) const {
    return static_cast<std::size_t>(weight - person.place[0]);
  }
};

/// The weights that hold for a candidate, where a model sums them otherwise: for those who fit
/// them.
class HeldWeights {
 public:
  HeldWeights& operator+=(const float& weight) {
    all_.push_back(&weight);
    return *this;
  }
  HeldWeights& operator+=(float&&) = delete;
  HeldWeights& operator+=(const HeldWeights& more) {
    all_.insert(all_.end(), more.all_.begin(), more.all_.end());
    return *this;
  }
  const std::vector<const float*>& all() const { return all_; }

 private:
  std::vector<const float*> all_;
};

}  // namespace factloom
