// SPDX-License-Identifier: Apache-2.0
// What each noun group is in its clause, as far as resolving pronouns needs it: a shallow walk over
// the groups, before anything is linked (the linker wants resolved mentions).
#pragma once
#include <cstdint>
#include <vector>

#include "extract/groups/group.h"

namespace factloom {

enum class GrammaticalRole : std::uint8_t {
  other,
  subject,
  object,
  complement,  ///< "is A FIRM", "became A FIRM"
  oblique,     ///< behind a preposition
  genitive,    ///< behind "of"
  possessor,   ///< before "'s"
  apposition,  ///< "Acme, A FIRM"
};

/// The roles of a sentence's groups.
class GrammaticalRoles {
 public:
  static constexpr int none = -1;
  GrammaticalRoles(const Text& text, const Mentions& mentions, const KnownClasses& classes,
                   TypeId person)
      : text_(text), mentions_(mentions), k_(classes), person_(person) {}

  /// Reads a sentence's groups; what was asked of the sentence before is gone.
  void read(const std::vector<Group>& row);

  GrammaticalRole role(std::size_t group) const { return places_[group].role; }
  /// The number of the clause that holds the group.
  std::uint32_t clause(std::size_t group) const { return places_[group].clause; }
  /// Is that a relative clause?
  bool embedded(std::size_t group) const { return clauses_[places_[group].clause].relative; }
  /// The group that is the subject of that clause; none if there is none before or at the group.
  int subject(std::size_t group) const { return clauses_[places_[group].clause].subject; }
  /// The subject of the clause above that of the group: "ANN LEE, who ran it until HE died".
  int subject_above(std::size_t group) const {
    const int above = clauses_[places_[group].clause].parent;
    return above == none ? none : clauses_[static_cast<std::size_t>(above)].subject;
  }
  /// The subject of the clause whose verb of speech brings that of the group: "ACME said it grew";
  /// none if there is no such verb.
  int speaker(std::size_t group) const { return clauses_[places_[group].clause].speaker; }
  /// The named group that the noun at `i` explains ("ANN LEE, the founder"); `i` if none.
  std::size_t explained(const std::vector<Group>& row, std::size_t i) const;
  /// That or the name that explains the noun ("her daughter, ANN LEE,").
  std::size_t bearer(const std::vector<Group>& row, std::size_t i) const;
  /// "the king, in whose cabinet HE began", "Ann Lee, whom SHE met": the one of whom the relative
  /// clause tells, where the pronoun at `i` is its subject and so somebody else; none if it is not.
  int crossed(const std::vector<Group>& row, std::size_t i) const;
  /// The group whose verb or noun governs the group: the verb of an object, the noun or verb
  /// before a preposition, the first of a coordination's members; none for others.
  int governor(std::size_t group) const { return places_[group].governor; }

 private:
  struct PlaceInClause {
    GrammaticalRole role = GrammaticalRole::other;
    std::uint32_t clause = 0;
    int governor = none;
  };
  struct ShallowClause {
    int parent = none;
    int subject = none;
    int speaker = none;
    bool verb = false;
    bool reports = false;  ///< its verb is one of speech
    bool relative = false;
  };

  const ClassSet& word(const std::vector<Group>& row, std::size_t i) const {
    return text_.tokens[row[i].head].classes;
  }
  void open(int parent);
  bool called_on(const std::vector<Group>& row, std::size_t noun) const;
  void on_verb(const std::vector<Group>& row, std::size_t i);
  int told_of(const std::vector<Group>& row, std::size_t i) const;
  void on_finite(const std::vector<Group>& row, std::size_t i, std::size_t last);
  bool tells(const std::vector<Group>& row, std::size_t i) const;
  bool embedded_clause() const { return clauses_[current_].relative; }
  bool apposed_subject(const std::vector<Group>& row, std::size_t noun) const;
  static std::size_t phrase(const std::vector<Group>& row, std::size_t i);
  void on_noun(const std::vector<Group>& row, std::size_t i);
  /// `last`: the last group before the noun's phrase that is no adverb.
  void behind_noun(const std::vector<Group>& row, std::size_t i, std::size_t last);
  bool is_subject(const std::vector<Group>& row, std::size_t i, GroupKind last) const;
  bool joins_clause(const std::vector<Group>& row, std::size_t i) const;
  bool explains_oblique(const std::vector<Group>& row) const;
  bool chained(const std::vector<Group>& row, std::size_t i, std::size_t last) const;
  bool alike_over(const std::vector<Group>& row, std::size_t i, std::size_t noun) const;
  bool apposed(const std::vector<Group>& row, std::size_t i, std::size_t noun) const;
  int possessed_apposition(const std::vector<Group>& row, std::size_t i) const;
  void give(std::size_t i, GrammaticalRole role, int governor = none);

  const Text& text_;
  const Mentions& mentions_;
  const KnownClasses& k_;
  TypeId person_;
  std::vector<PlaceInClause> places_;
  std::vector<ShallowClause> clauses_;
  std::uint32_t current_ = 0;
  std::size_t joint_ = 0;  ///< the last word that may be a preposition and joins a clause
};

}  // namespace factloom
