// SPDX-License-Identifier: Apache-2.0
// What the reader remembers of what a text spoke of, named or not: the candidates that a pronoun or
// description can be taken up from, with what makes them salient (Lappin and Leass 1994): how
// long ago, in what role, how often.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// Where a noun group or pronoun stands.
struct ReferencePlace {
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  std::uint32_t token = 0;  ///< its head
  GrammaticalRole role = GrammaticalRole::other;
  bool embedded = false;   ///< in a relative clause
  bool heading = false;    ///< in a heading
  bool told = false;       ///< a relative clause behind it goes on telling of it
  bool explained = false;  ///< an apposition behind it says who it is
  MentionKind form = MentionKind::description;
};

/// Something the text spoke of.
struct Referent {
  EntityId entity = EntityId::none;  ///< none: nobody named, "a mayor", "the plot"
  ReferencePlace last;               ///< where it was last spoken of
  std::uint32_t count = 0;           ///< how often
  TypeSet types = 0;                 ///< its type, or what an unnamed one's head noun describes
  WordId lemma = WordId::none;       ///< of an unnamed one's head noun
  NounKind noun;                     ///< of an unnamed one, if it is one thing
  bool many = false;                 ///< its name is that of several: "the Democrats"
  Gender gender = Gender::unknown;   ///< of an unnamed one, or as a pronoun told
  Gender leaning = Gender::unknown;  ///< what a pronoun told that may mean another
  bool proper = false;               ///< an unnamed one that is written like a name
  bool topic = false;                ///< named in a heading
  bool plural = false;               ///< as last spoken of: "Democrats"
  bool definite = false;             ///< of an unnamed one: "THE president"
  bool judge = false;                ///< somebody who judges others
  bool listed = false;               ///< last spoken of together with others: "Ann Lee and Bob Roy"
  std::uint32_t chain = 0;           ///< of an unnamed one: the number of its chain of mentions
  std::uint32_t sentence_before = UINT32_MAX;  ///< that spoke of it before the last one
};
static_assert(sizeof(Referent) <= 64);  // all are looked through for each pronoun

/// What the text spoke of, most recent last.
using Referents = std::span<const Referent>;

class Discourse {
 public:
  explicit Discourse(const Mentions& mentions) : m_(mentions) {}
  /// Until something is noted.
  Referents referents() const { return Referents(kept_).subspan(forgotten_); }
  void note(EntityId entity, const ReferencePlace& place, bool plural = false);
  /// Notes a group that names nobody. The same noun with "the" or "this" is the one already known;
  /// returns its chain.
  std::uint32_t note(const Referent& unnamed, bool definite);
  /// Notes that what was taken for two is one.
  void unite(EntityId kept, EntityId gone);
  /// Notes that the two were spoken of together.
  void list(EntityId a, EntityId b);
  /// Notes that it, though a subject, is no longer what the text goes on about: "BOB ROY was
  /// succeeded by Ann Lee".
  void leave(EntityId entity);
  /// Notes what a pronoun tells of the referent at the index.
  void tell_gender(std::size_t index, Gender gender, bool sure) {
    Referent& r = kept_[forgotten_ + index];
    (sure ? r.gender : r.leaning) = gender;
  }
  /// Notes that the last referent judges others: what is told of "he" is told of them.
  void is_judge() { kept_.back().judge = true; }
  /// Notes that the referent at the index was spoken of again.
  void again(std::size_t index, const ReferencePlace& place);

 private:
  static constexpr std::size_t most = 64;
  static constexpr std::uint32_t unnamed_for = 3;  ///< sentences that an unnamed one is remembered
  std::span<Referent> present() { return std::span(kept_).subspan(forgotten_); }
  auto first() { return kept_.begin() + static_cast<std::ptrdiff_t>(forgotten_); }
  void forget(std::uint32_t sentence);
  bool noted(EntityId e) const { return index(e) < noted_.size() && noted_[index(e)] != 0; }
  void remember(EntityId e) {
    if (index(e) >= noted_.size()) noted_.resize(m_.entities.size());
    noted_[index(e)] = 1;
  }

  /// Makes it the one that is named.
  void name(Referent& r, EntityId entity);

  const Mentions& m_;
  std::vector<Referent> kept_;
  std::size_t forgotten_ = 0;             ///< the first so many of them: moved away many at a time
  std::uint32_t forgot_in_ = UINT32_MAX;  ///< the sentence in which old ones were forgotten last
  std::vector<std::uint8_t>
      noted_;  ///< by entity: may it be among them? Most are looked for when new
};

/// What is left of a weight after some sentences, each of which leaves the same part of it: a
/// table, as it is asked for every candidate of every pronoun.
class Fading {
 public:
  explicit Fading(float each);
  float after(std::uint32_t sentences) const {
    return sentences < powers_.size() ? powers_[sentences] : far(sentences);
  }

 private:
  float far(std::uint32_t sentences) const;
  float each_;
  std::array<float, 64> powers_;
};

/// How salient a referent is in a sentence, about 0 to 2: by its last role, what the sentences
/// since have left of it, and how often it was spoken of (`each` counts so much, up to six times).
float salience(const Referent& referent, std::uint32_t sentence, const Fading& fading, float each);

}  // namespace factloom
