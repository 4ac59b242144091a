// SPDX-License-Identifier: Apache-2.0
// A place that may be a name, while its document is being read: its tokens and what speaks for each
// family of types. Internal to extract/names.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/base/ascii.h"
#include "extract/base/words.h"
#include "extract/names/mention.h"
#include "extract/names/name_rules.h"
#include "extract/text/token.h"

namespace factloom {

constexpr std::size_t family_count = static_cast<std::size_t>(Family::count);

struct Candidate {
  TokenRange tokens;
  bool article = false;       ///< "The" before it has a capital inside a sentence: part of an
                              ///< organization's name
  std::uint32_t honours = 0;  ///< tokens behind it with a person's orders and rank, no part of the
                              ///< name: "Ann Lee, OBE"
  bool honour = false;  ///< a title that stays with a person's name stands before it ("Lady Gaga")
  Gazetteer::Hit hit;   ///< entry of exactly these tokens
  std::array<float, family_count> score{};     ///< evidence for each family
  std::array<TypeId, family_count> type;       ///< most specific type in each family
  std::array<float, family_count> strength{};  ///< of that type
  TypeId decided = TypeId::none;
  EntityId entity = EntityId::none;
  MentionKind kind = MentionKind::name;
  Gender gender = Gender::unknown;
  bool weak = false;     ///< may be a common word with a capital: needs to be confirmed elsewhere
  bool certain = false;  ///< its type may be spread to other places
  bool inside = false;
  bool metonym = false;    ///< may stand for a government
  bool two_firms = false;  ///< the names of two firms in one: "Sony Ericsson"
  bool heading = false;    ///< in a heading, where capitals say nothing
  bool work = false;       ///< the title of a work, in quotation marks
  std::string_view
      canonical;  ///< the place that an adjective or metonym belongs to, a country's own name
  std::string_view listed;  ///< what a user's own list calls the thing

  Candidate() { type.fill(TypeId::none); }
  void add(Family f, float amount) { score[static_cast<std::size_t>(f)] += amount; }
  void add(Family f, TypeId t, float amount) {
    const auto i = static_cast<std::size_t>(f);
    score[i] += amount;
    if (amount > strength[i]) {
      strength[i] = amount;
      type[i] = t;
    }
  }
  float of(Family f) const { return score[static_cast<std::size_t>(f)]; }
};

/// A text with what NameRules knows of each of its words.
struct NameText {
  NameText(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer,
           const NameRules& rules);

  const Text& text;
  const Lexicon& lexicon;
  const Gazetteer& gazetteer;
  const NameRules& rules;
  std::vector<std::uint16_t> words;  ///< for NameRules::word
  std::vector<bool> value;           ///< token belongs to a date, a sum …

  /// The longest gazetteer entry from a token; looked up once for each capitalised token.
  Gazetteer::Hit longest(std::uint32_t first, std::uint32_t limit) const {
    const auto at = hit_at[first];
    if (at == 0) return gazetteer.longest(text, first, limit);
    const auto& [full, one] = hits[at];
    if (first + full.tokens <= limit) return full;
    return limit == first + 1 ? one : gazetteer.longest(text, first, limit);
  }
  std::vector<std::uint32_t> hit_at;  ///< index into `hits`; 0: not looked up
  std::vector<std::pair<Gazetteer::Hit, Gazetteer::Hit>> hits{1};  ///< longest, of the token alone

  const NameWord& word(std::uint32_t i) const { return known_[words[i]]; }
  bool is(std::uint32_t i, Role role) const { return word(i).is(role); }
  const Token& token(std::uint32_t i) const { return tokens_[i]; }
  /// Begins with a capital, or has one inside.
  bool capital(std::uint32_t i) const {
    constexpr unsigned capitals = shape_upper_first | shape_all_upper | shape_mixed;
    const unsigned shape = token(i).shape;
    if ((shape & (capitals | shape_hyphen)) == 0) return false;
    return (shape & capitals) != 0 || behind_particle(i);
  }
  /// "al-Yousef", "el-Sisi"
  bool behind_particle(std::uint32_t i) const {
    if (!token(i).is(shape_hyphen)) return false;
    const std::string_view w = text.text(i);
    const std::string_view first = before_hyphen(w);
    if (first.size() < 2 || first.size() > 3 || first.ends_with('o')) return false;  // "pro-Acme"
    const std::string_view rest = w.substr(first.size() + 1);
    return !rest.empty() && is_ascii_upper(rest[0]) && first[0] >= 'a' && first[0] <= 'z';
  }
  /// Has the gazetteer a thing of just this type by the name?
  bool lists(const Gazetteer::Hit& hit, TypeId type) const {
    return std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
      return s.kind == SenseKind::name && rules.type(hit, s) == type;
    });
  }
  bool glued(std::uint32_t i) const { return !token(i).is(shape_space_before); }
  /// Is its lower-case form an ordinary English word?
  bool common(std::uint32_t i) const { return token(i).is(shape_common); }
  /// Is the word in a class as a noun, whatever its tag here?
  bool noun_class(std::uint32_t i, ClassId c) const;
  bool is_mark(std::uint32_t i, char c) const {
    return token(i).span.size() == 1 && source_[token(i).span.begin] == c;
  }
  /// Is it the clitic of a possessive?
  bool possessive(std::uint32_t i) const { return token(i).tag == Tag::POS; }

 private:
  // where what is asked for most begins
  const Token* const tokens_;
  const NameWord* const known_;
  const char* const source_;
};

/// All candidates of a text in order, none overlapping.
std::vector<Candidate> find_candidates(const NameText& names);

/// Gives names at the second word of a sentence its first one where the text has them as one name.
void take_first_words(const NameText& names, std::vector<Candidate>& candidates);

/// Adds what the candidate's own words and its surroundings say of its type.
void weigh(const NameText& names, TokenRange sentence, Candidate& candidate);

/// What a candidate's own words have said already.
struct OwnWords {
  bool headed = false;        ///< its last word tells its type: the context makes it no person
  bool listed_group = false;  ///< the gazetteer has an organization of this name
  bool listed_place = false;  ///< … and a place
};

/// The second half of `weigh`: what stands before and after the candidate.
void weigh_surroundings(const NameText& names, TokenRange sentence, Candidate& candidate,
                        OwnWords own);

/// How the text introduces it: "banks such as X", "the stockbrokers X", "X of Italy".
void weigh_introduced(const NameText& names, TokenRange sentence, Candidate& candidate,
                      OwnWords own);

/// Phrases that go with one kind of names: "X, whose shares …", "X won 40 seats", "his novel X". Of
/// a name of up to three words that says nothing of its type and is no place in a list.
void weigh_telltales(const NameText& names, TokenRange sentence, Candidate& candidate,
                     OwnWords own);

/// What is done with firms alone: "a bid for X", "X is 40 percent owned by". Of such a name that is
/// no organization in a list either.
void weigh_bargains(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own);

/// What the candidate does, and what is done to it.
void weigh_deeds(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own);

/// What the sentence behind a candidate's own calls it: "Brenta rose again. The river …".
void weigh_next_sentences(const NameText& names, std::vector<Candidate>& candidates);

/// The type with the most evidence; none if there is too little of any.
TypeId decide(const NameRules& rules, const Candidate& candidate);

}  // namespace factloom
