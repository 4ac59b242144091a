// SPDX-License-Identifier: Apache-2.0
// What the finder of names knows of English: the words of schemas/english/name-words.tsv with their
// roles (titles, particles, company forms, cues) and of name-heads.tsv with the types that they
// give to a name ("University", "Party"), and the types of the ontology and the gazetteer, resolved
// once. Immutable after loading; threads share it.
#pragma once
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "extract/lexicon/gazetteer.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/text/token.h"

namespace factloom {

/// What a word does around or inside names; the names of the roles in name-words.tsv, with "-" for
/// "_".
enum class Role : std::uint8_t {
  title_male,
  title_female,
  title,
  post,
  post_modifier,
  particle,
  suffix,
  honour,
  of,
  for_,
  and_,
  article,
  foreign,
  legal,
  month,
  weekday,
  no_name,
  place_preposition,
  at,
  move_preposition,
  born,
  founded,
  kin,
  alias,
  alias_part,
  calling,
  person_verb,
  organization_verb,
  organization_noun,
  person_noun,
  product_noun,
  craft_load,
  maker_noun,
  work_noun,
  work_done,
  making_verb,
  work_maker,
  title_verb,
  firm_noun,
  deal_noun,
  deal_verb,
  place_noun,
  policy_noun,
  government_verb,
  government_address,
  direction,
  event_noun,
  event_modifier,
  number_word,
  magnitude,
  currency_mark,
  currency,
  percent,
  unit,
  time_unit,
  relative_day,
  relative,
  ago,
  ago_then,
  later_then,
  date_part,
  function_word,
  lower_head,
  lower_legal,
  per,
  part_word,
  fraction,
  seat_noun,
  stake_word,
  member_verb,
  study,
  attend,
  violent,
  either_noun,
  model_word,
  name_joiner,
  state_noun,
  firm_verb,
  firm_object,
  firm_manager,
  department,
  department_head,
  partner,
  degree,
  body_verb,
  craft_verb,
  nature_verb,
  price_verb,
  team_verb,
  win_verb,
  event_verb,
  product_verb,
  product_done,
  event_done,
  sport_noun,
  sport,
  duel_noun,
  player_noun,
  opponent_preposition,
  storm_noun,
  place_object,
  such,
  nearby,
  day_part,
  envoy,
  staffing,
  going,
  floating,
  leaving,
  with,
  town_post,
  seats,
  seat_verb,
  polled,
  party_adjective,
  newsman,
  starring,
  caption,
  count
};

/// Families of types among which a name's context decides.
enum class Family : std::uint8_t {
  person,
  organization,
  place,
  event,
  policy,
  product,
  other,
  count
};

/// What is known of one word.
struct NameWord {
  std::bitset<static_cast<std::size_t>(Role::count)> roles;
  std::int64_t number = 0;      ///< of a month, number word, magnitude …
  TypeId last = TypeId::none;   ///< type of a name that ends with it
  TypeId first = TypeId::none;  ///< type of a name that begins with it
  bool takes_of = false;        ///< "… of X", "… for X" belong to the name

  bool is(Role r) const { return roles[static_cast<std::size_t>(r)]; }
};

/// The types that the finder itself names.
struct NameTypes {
  TypeId person, organization, company, government, party, school, intergovernmental, media, team,
      place, country, region, city, facility, policy, law, agreement, programme, product, event,
      date, money, percent, quantity;
};

/// Semantic classes of the Lexicon that tell a type.
struct NameClasses {
  ClassId person, position, company, group, government, party, school, media, team, city, place,
      facility, product, reporting, be, academic_field, naming, neuter, creation, have, appoint,
      masculine, feminine, state_body_word, become, leading, head_post, indefinite, post, firm_part,
      firm_field;
};

class NameRules {
 public:
  /// Reads the tables in `folder` (schemas/english).
  static Result<NameRules> load(const std::string& folder, const Lexicon& lexicon,
                                const Gazetteer& gazetteer, const Ontology& ontology);

  /// Index of a word for `word`; 0 when nothing is known of it. Any case.
  std::uint16_t find(std::string_view form) const;
  /// `find` of every token.
  std::vector<std::uint16_t> find_all(const Text& text) const;
  const NameWord& word(std::uint16_t i) const { return words_[i]; }
  /// May a value (a sum, a date, …) begin with the word? Asked of every token: a byte is read where
  /// `word` would fetch a line of memory.
  bool begins_value(std::uint16_t i) const { return begins_value_[i] != 0; }
  const NameTypes& types() const { return types_; }
  const NameClasses& classes() const { return classes_; }
  Family family(TypeId t) const { return t == TypeId::none ? Family::other : families_[index(t)]; }
  /// The family of names that end like this one (a surname in "-ovich", a town in "-burg"); `other`
  /// when there is none.
  Family ending(std::string_view form) const;
  /// The ontology's type of a gazetteer's sense.
  TypeId type(const Gazetteer::Hit& hit, const Sense& sense) const {
    return sense_types_[hit.image][sense.type];
  }

 private:
  NameWord& add(std::string_view form);
  bool may_be_other(std::string_view form) const;
  std::vector<std::string> forms_;  // of words_, while loading
  Diagnostics read_words(const std::string& file);
  Diagnostics read_heads(const std::string& file, const Ontology& ontology);
  void resolve_classes(const Lexicon& lexicon);
  void resolve(const Gazetteer& gazetteer, const Ontology& ontology);

  std::vector<NameWord> words_;
  std::vector<std::uint8_t> begins_value_;                      // by word
  std::vector<std::pair<std::uint64_t, std::uint16_t>> table_;  // open addressing by PhraseHash
  std::vector<std::uint16_t> by_word_;  // of the Lexicon's words, to find without hashing
  /// Of the words that the Lexicon lacks: by the first letter, bit n for n letters.
  std::array<std::uint32_t, 256> other_lengths_{};
  /// By their last two bytes, in the order of the table.
  std::array<std::vector<std::pair<std::string, Family>>, 256> endings_;
  NameTypes types_;
  NameClasses classes_;
  std::array<Family, 256> families_{};
  std::vector<std::vector<TypeId>> sense_types_;
};

}  // namespace factloom
