// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_rules.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "extract/base/ascii.h"
#include "extract/base/table.h"

namespace factloom {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count)> role_names = {
    "title-male",
    "title-female",
    "title",
    "post",
    "post-modifier",
    "particle",
    "suffix",
    "honour",
    "of",
    "for",
    "and",
    "article",
    "foreign",
    "legal",
    "month",
    "weekday",
    "no-name",
    "place-preposition",
    "at",
    "move-preposition",
    "born",
    "founded",
    "kin",
    "alias",
    "alias-part",
    "calling",
    "person-verb",
    "organization-verb",
    "organization-noun",
    "person-noun",
    "product-noun",
    "craft-load",
    "maker-noun",
    "work-noun",
    "work-done",
    "making-verb",
    "work-maker",
    "title-verb",
    "firm-noun",
    "deal-noun",
    "deal-verb",
    "place-noun",
    "policy-noun",
    "government-verb",
    "government-address",
    "direction",
    "event-noun",
    "event-modifier",
    "number-word",
    "magnitude",
    "currency-mark",
    "currency",
    "percent",
    "unit",
    "time-unit",
    "relative-day",
    "relative",
    "ago",
    "ago-then",
    "later-then",
    "date-part",
    "function-word",
    "lower-head",
    "lower-legal",
    "per",
    "part-word",
    "fraction",
    "seat-noun",
    "stake-word",
    "member-verb",
    "study",
    "attend",
    "violent",
    "either-noun",
    "model-word",
    "name-joiner",
    "state-noun",
    "firm-verb",
    "firm-object",
    "firm-manager",
    "department",
    "department-head",
    "partner",
    "degree",
    "body-verb",
    "craft-verb",
    "nature-verb",
    "price-verb",
    "team-verb",
    "win-verb",
    "event-verb",
    "product-verb",
    "product-done",
    "event-done",
    "sport-noun",
    "sport",
    "duel-noun",
    "player-noun",
    "opponent-preposition",
    "storm-noun",
    "place-object",
    "such",
    "nearby",
    "day-part",
    "envoy",
    "staffing",
    "going",
    "floating",
    "leaving",
    "with",
    "town-post",
    "seats",
    "seat-verb",
    "polled",
    "party-adjective",
    "newsman",
    "starring",
    "caption"};

constexpr std::size_t table_size = 1 << 13;

std::uint64_t hash_of(std::string_view form) {
  // Marks count here ("%", "$", "co." and "co" differ), so PhraseHash would not do.
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : form) h = (h ^ static_cast<unsigned char>(ascii_lower(c))) * 0x100000001b3ULL;
  return h;
}

/// Tells forms that end alike from most others.
unsigned char last_two(std::string_view form) {
  return static_cast<unsigned char>(form.back() * 31 + form[form.size() - 2]);
}

unsigned char letter_of(std::string_view form) {
  return static_cast<unsigned char>(ascii_lower(form.front()));
}

}  // namespace

std::uint16_t NameRules::find(std::string_view form) const {
  const auto hash = hash_of(form);
  for (auto i = first_slot(hash, table_size);; i = (i + 1) & (table_size - 1)) {
    if (table_[i].first == hash) return table_[i].second;
    if (table_[i].first == 0) return 0;
  }
}

std::vector<std::uint16_t> NameRules::find_all(const Text& text) const {
  const std::span tokens(text.tokens);
  const std::span by_word(by_word_);
  std::vector<std::uint16_t> result(tokens.size());
  constexpr std::size_t ahead = 16;  // tokens: the table is large
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (t + ahead < tokens.size())
      if (const auto next = index(tokens[t + ahead].word); next < by_word.size())
        __builtin_prefetch(&by_word[next]);
    const auto w = index(tokens[t].word);
    if (w < by_word.size())
      result[t] = by_word[w];
    else if (const auto form = text.text(tokens[t]); may_be_other(form))
      result[t] = find(form);
  }
  return result;
}

bool NameRules::may_be_other(std::string_view form) const {
  return (other_lengths_[letter_of(form)] >> (form.size() % 32) & 1u) != 0;
}

Family NameRules::ending(std::string_view form) const {
  if (form.size() < 2) return Family::other;
  for (const auto& [ending, family] : endings_[last_two(form)]) {
    if (form.size() > ending.size() + 2 && form.ends_with(ending)) return family;
  }
  return Family::other;
}

NameWord& NameRules::add(std::string_view form) {
  const auto hash = hash_of(form);
  auto i = first_slot(hash, table_size);
  while (table_[i].first != 0 && table_[i].first != hash) i = (i + 1) & (table_size - 1);
  if (table_[i].first == 0) {
    table_[i] = {hash, static_cast<std::uint16_t>(words_.size())};
    words_.emplace_back();
    forms_.emplace_back(form);
  }
  return words_[table_[i].second];
}

Diagnostics NameRules::read_words(const std::string& file) {
  const auto rows = read_table(file, 2, 2);
  if (!rows) return rows.errors();
  Diagnostics mistakes;
  for (const auto& row : *rows) {
    if (row.fields[0].ends_with("-ending")) {
      const auto family = row.fields[0] == "person-ending"  ? Family::person
                          : row.fields[0] == "place-ending" ? Family::place
                                                            : Family::product;
      for (const auto form : split(row.fields[1], ',')) {
        if (form.size() < 2)
          mistakes.push_back(row.trouble(file, 1, "an ending has two letters at least"));
        else
          endings_[last_two(form)].emplace_back(form, family);
      }
      continue;
    }
    const auto role = std::find(role_names.begin(), role_names.end(), row.fields[0]);
    if (role == role_names.end()) {
      mistakes.push_back(row.trouble(file, 0, "no such role: '" + row.fields[0] + "'"));
      continue;
    }
    for (auto form : split(row.fields[1], ',')) {
      const auto equals = form.rfind('=');
      std::int64_t number = 0;
      if (equals != form.npos && equals > 0) {
        number = std::strtoll(std::string(form.substr(equals + 1)).c_str(), nullptr, 10);
        form = form.substr(0, equals);
      }
      auto& word = add(form);
      word.roles.set(static_cast<std::size_t>(role - role_names.begin()));
      if (equals != form.npos && number != 0) word.number = number;
    }
    if (words_.size() > table_size / 2) mistakes.push_back(row.trouble(file, 0, "too many words"));
  }
  return mistakes;
}

Diagnostics NameRules::read_heads(const std::string& file, const Ontology& ontology) {
  const auto rows = read_table(file, 2, 2);
  if (!rows) return rows.errors();
  Diagnostics mistakes;
  for (const auto& row : *rows) {
    const auto plus = std::min(row.fields[0].find('+'), row.fields[0].size());
    const auto option = std::string_view(row.fields[0]).substr(plus);
    const auto type = ontology.find_type(std::string_view(row.fields[0]).substr(0, plus));
    if (type == TypeId::none || !(option.empty() || option == "+of" || option == "+first")) {
      mistakes.push_back(row.trouble(file, 0, "no such type or option: '" + row.fields[0] + "'"));
      continue;
    }
    for (const auto form : split(row.fields[1], ',')) {
      auto& word = add(form);
      auto& slot = option == "+first" ? word.first : word.last;
      if (slot == TypeId::none) slot = type;
      const bool body =
          !ontology.is_a(type, ontology.find_type("Product"));  // no "iPhone for Acme"
      word.takes_of |= option == "+of" || (option == "+first" && body);
    }
  }
  return mistakes;
}

void NameRules::resolve_classes(const Lexicon& lexicon) {
  const auto c = [&](std::string_view name) { return lexicon.find_class(name); };
  classes_ = {c("person"),
              c("position"),
              c("company"),
              c("group"),
              c("government"),
              c("party"),
              c("school"),
              c("media"),
              c("team"),
              c("city-noun"),
              c("place"),
              c("facility"),
              c("product"),
              c("reporting"),
              c("be"),
              c("academic-field"),
              c("naming"),
              c("neuter-pronoun"),
              c("creation"),
              c("have"),
              c("appoint"),
              c("masculine-pronoun"),
              c("feminine-pronoun"),
              c("state-body-word"),
              c("become"),
              c("leading-verb"),
              c("head-post"),
              c("indefinite"),
              c("post"),
              c("firm-part"),
              c("firm-field")};
}

void NameRules::resolve(const Gazetteer& gazetteer, const Ontology& ontology) {
  const auto t = [&](std::string_view name) { return ontology.find_type(name); };
  types_ = {t("Person"),
            t("Organization"),
            t("Company"),
            t("GovernmentBody"),
            t("PoliticalParty"),
            t("EducationalInstitution"),
            t("IntergovernmentalOrganization"),
            t("MediaOrganization"),
            t("SportsTeam"),
            t("Place"),
            t("Country"),
            t("Region"),
            t("City"),
            t("Facility"),
            t("Policy"),
            t("Law"),
            t("Agreement"),
            t("Programme"),
            t("Product"),
            t("Event"),
            t("Date"),
            t("Money"),
            t("Percent"),
            t("Quantity")};
  families_.fill(Family::other);
  const std::pair<TypeId, Family> roots[] = {
      {types_.person, Family::person}, {types_.organization, Family::organization},
      {types_.place, Family::place},   {types_.event, Family::event},
      {types_.policy, Family::policy}, {types_.product, Family::product}};
  for (std::uint32_t i = 0; i < ontology.types().size(); ++i) {
    for (const auto& [root, family] : roots) {
      if (ontology.is_a(static_cast<TypeId>(i), root)) families_[i] = family;
    }
  }
  for (std::uint32_t i = 0; i < gazetteer.image_count(); ++i) {
    auto& list = sense_types_.emplace_back();
    for (const auto name : gazetteer.types(i)) list.push_back(t(name));
  }
}

Result<NameRules> NameRules::load(const std::string& folder, const Lexicon& lexicon,
                                  const Gazetteer& gazetteer, const Ontology& ontology) {
  NameRules rules;
  rules.words_.emplace_back();
  rules.table_.resize(table_size);
  auto mistakes = rules.read_words(folder + "/name-words.tsv");
  auto more = rules.read_heads(folder + "/name-heads.tsv", ontology);
  mistakes.insert(mistakes.end(), more.begin(), more.end());
  if (!mistakes.empty()) return mistakes;
  rules.resolve_classes(lexicon);
  rules.resolve(gazetteer, ontology);
  rules.by_word_.resize(lexicon.size());
  for (std::size_t i = 1; i < rules.words_.size(); ++i) {
    const std::string_view form = rules.forms_[i - 1];
    const auto w = index(lexicon.find(form));
    if (w < rules.by_word_.size())
      rules.by_word_[w] = static_cast<std::uint16_t>(i);
    else
      rules.other_lengths_[letter_of(form)] |= std::uint32_t{1} << form.size() % 32;
  }
  for (const NameWord& w : rules.words_)
    rules.begins_value_.push_back(w.is(Role::currency_mark) || w.is(Role::number_word) ||
                                  w.is(Role::month) || w.is(Role::weekday) ||
                                  w.is(Role::relative_day) || w.is(Role::relative) ||
                                  w.is(Role::fraction));
  rules.forms_.clear();
  return rules;
}

}  // namespace factloom
