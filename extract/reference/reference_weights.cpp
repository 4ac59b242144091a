// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/reference_weights.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "extract/base/closest.h"
#include "extract/base/table.h"

namespace factloom {
namespace {

using Labels = std::span<const std::string_view>;
using Name = const std::string_view;

Name slots[] = {"possessive", "subject", "other"};
Name roles[] = {"subject", "object", "possessor", "other"};
Name all_roles[] = {"subject", "object", "possessor", "genitive", "other"};
Name arguments[] = {"subject", "object"};
Name parts[] = {"subject", "apposition", "other"};
Name since_4[] = {"here", "1-before", "2-before", "earlier"};
Name since_3[] = {"here", "1-before", "earlier"};
Name since_2[] = {"here", "1-before"};
Name past[] = {"1-before", "earlier"};
Name here_or_not[] = {"here", "earlier"};
Name far_4[] = {"4-to-5", "6-to-9", "10-and-more"};
Name far_3[] = {"3-to-4", "5-to-8", "9-and-more"};
Name times[] = {"1", "2", "3", "4-to-5", "6-to-9", "10-and-more"};
Name naming_times[] = {"1", "2", "3-to-4", "5-to-8", "9-and-more"};
Name ranks[] = {"0", "1", "2", "3-and-more"};
Name how_many[] = {"0", "1", "2-and-more"};
Name candidates[] = {"1", "2", "3-and-more"};
Name owners[] = {"possessive", "other"};
Name openings[] = {"plain", "fronted"};
Name forms[] = {"name", "description", "pronoun"};
Name person_forms[] = {"name", "description", "pronoun", "possessive"};
Name lists[] = {"pronoun", "possessive-here", "possessive-earlier"};
Name kinds[] = {"person",        "country",      "place",          "company",      "government",
                "team",          "some-body",    "other-body",     "product",      "other",
                "unnamed-vague", "unnamed-body", "unnamed-person", "unnamed-other"};
Name fields[] = {"firm", "country", "team"};
Name fits[] = {"called",  "called-loosely", "by-name",   "by-kind",
               "by-type", "by-loose-type",  "open-kind", "by-state"};
Name nouns[] = {"same-noun", "other-noun"};
Name known[] = {"known", "unknown"};
Name margins[] = {"far", "close"};
Name posts[] = {"here", "elsewhere"};

/// Weights that are told apart by up to three lists of words.
struct Family {
  std::string_view name;
  std::size_t offset;  ///< in the weights of the model, in bytes
  Labels by[3] = {};

  constexpr std::size_t size() const {
    std::size_t n = 1;
    for (const Labels& labels : by) n *= labels.empty() ? 1 : labels.size();
    return n;
  }
};

using P = PersonWeights;
constexpr Family person[] = {
    {"place", offsetof(P, place), {since_4, roles}},
    {"long-since", offsetof(P, long_since), {far_4}},
    {"genitive", offsetof(P, genitive)},
    {"own-subject", offsetof(P, own_subject), {owners}},
    {"above", offsetof(P, above), {slots}},
    {"above-relative", offsetof(P, above_relative)},
    {"subordinate", offsetof(P, subordinate), {openings}},
    {"beside-subject", offsetof(P, beside_subject)},
    {"embedded", offsetof(P, embedded), {here_or_not}},
    {"old-paragraph", offsetof(P, old_paragraph)},
    {"fronted", offsetof(P, fronted), {since_3}},
    {"parallel", offsetof(P, parallel), {arguments, since_3}},
    {"possessed", offsetof(P, possessed), {parts, since_2}},
    {"topic", offsetof(P, topic)},
    {"topic-life", offsetof(P, topic_life)},
    {"continuing", offsetof(P, continuing)},
    {"first-of-sentence", offsetof(P, first_of_sentence)},
    {"latest", offsetof(P, latest), {slots}},
    {"form", offsetof(P, form), {person_forms}},
    {"count", offsetof(P, count), {times}},
    {"most-often", offsetof(P, most_often)},
    {"listed", offsetof(P, listed), {lists}},
    {"told", offsetof(P, told)},
    {"judge", offsetof(P, judge)},
    {"explained", offsetof(P, explained), {past}},
    {"rank", offsetof(P, rank), {ranks}},
    {"only-recent", offsetof(P, only_recent)},
    {"known-gender", offsetof(P, known_gender)},
    {"other-gender", offsetof(P, other_gender)},
    {"unnamed", offsetof(P, unnamed), {slots, here_or_not}},
    {"unnamed-person", offsetof(P, unnamed_person)},
    {"definite", offsetof(P, definite)},
    {"unnamed-speaker", offsetof(P, unnamed_speaker)},
    {"nobody", offsetof(P, nobody), {slots}},
    {"nobody-of-named", offsetof(P, nobody_of_named), {how_many}},
};

using T = ThingWeights;
constexpr Family thing[] = {
    {"place", offsetof(T, place), {slots, since_4, roles}},
    {"long-since", offsetof(T, long_since), {far_4}},
    {"own-subject", offsetof(T, own_subject), {owners}},
    {"speaker", offsetof(T, speaker), {slots}},
    {"embedded", offsetof(T, embedded), {here_or_not}},
    {"old-paragraph", offsetof(T, old_paragraph)},
    {"possessed", offsetof(T, possessed), {parts, since_3}},
    {"introducing", offsetof(T, introducing)},
    {"subject-again", offsetof(T, subject_again)},
    {"form", offsetof(T, form), {forms}},
    {"kind", offsetof(T, kind), {slots, kinds}},
    {"count", offsetof(T, count), {times}},
    {"topic", offsetof(T, topic)},
    {"continuing", offsetof(T, continuing)},
    {"acting", offsetof(T, acting)},
    {"first-of-sentence", offsetof(T, first_of_sentence)},
    {"latest", offsetof(T, latest), {slots}},
    {"nobody", offsetof(T, nobody), {slots}},
    {"nobody-of", offsetof(T, nobody_of), {candidates}},
    {"nobody-in-quotes", offsetof(T, nobody_in_quotes)},
};

using D = DescriptionWeights;
constexpr Family description[] = {
    {"fit", offsetof(D, fit), {fields, fits}},
    {"unnamed", offsetof(D, unnamed), {fields, nouns}},
    {"place", offsetof(D, place), {since_3, all_roles}},
    {"long-since", offsetof(D, long_since), {far_3}},
    {"names", offsetof(D, names), {naming_times}},
    {"most-named", offsetof(D, most_named), {margins}},
    {"leading", offsetof(D, leading)},
    {"in-heading", offsetof(D, in_heading)},
    {"old-paragraph", offsetof(D, old_paragraph)},
    {"employs", offsetof(D, employs), {posts}},
    {"most-spoken-of", offsetof(D, most_spoken_of)},
    {"first-of-sentence", offsetof(D, first_of_sentence)},
    {"best-fit", offsetof(D, best_fit)},
    {"of-place", offsetof(D, of_place), {known}},
    {"nobody", offsetof(D, nobody), {fields}},
    {"nobody-of", offsetof(D, nobody_of), {candidates}},
    {"nobody-in-role", offsetof(D, nobody_in_role), {all_roles}},
};

struct Model {
  std::string_view name;
  std::span<const Family> families;
  std::size_t offset, size;  ///< in ReferenceWeights, in bytes
};
constexpr Model models[] = {
    {"person", person, offsetof(ReferenceWeights, person), sizeof(PersonWeights)},
    {"thing", thing, offsetof(ReferenceWeights, thing), sizeof(ThingWeights)},
    {"description", description, offsetof(ReferenceWeights, description),
     sizeof(DescriptionWeights)},
};

/// Do the names stand in the order of the weights, and does every weight have one?
constexpr bool all_are_named() {
  std::size_t behind = 0;
  for (const Model& model : models) {
    if (model.offset != behind) return false;
    for (const Family& family : model.families) {
      if (model.offset + family.offset != behind) return false;
      behind += family.size() * sizeof(float);
    }
    if (behind != model.offset + model.size) return false;
  }
  return behind == sizeof(ReferenceWeights);
}
static_assert(all_are_named());
static_assert(std::is_trivially_copyable_v<ReferenceWeights>);
constexpr std::size_t weight_count = sizeof(ReferenceWeights) / sizeof(float);

/// Adds the names of a family's weights from its list of words at `level` on.
void add_names(std::string name, const Family& family, std::size_t level,
               std::vector<std::string>& names) {
  if (level == std::size(family.by) || family.by[level].empty()) return names.push_back(name);
  for (const std::string_view label : family.by[level])
    add_names(name + " " + std::string(label), family, level + 1, names);
}

bool parse(std::string_view text, float& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
}

}  // namespace

std::vector<std::string> ReferenceWeights::names() {
  std::vector<std::string> all;
  all.reserve(weight_count);
  for (const Model& model : models)
    for (const Family& family : model.families)
      add_names(std::string(model.name) + " " + std::string(family.name), family, 0, all);
  return all;
}

Result<ReferenceWeights> ReferenceWeights::load(const std::string& file) {
  const auto rows = read_table(file, 3, 3);
  if (!rows) return rows.errors();
  const std::vector<std::string> names = ReferenceWeights::names();
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names[i], i);
  std::array<float, weight_count> weights{};
  std::array<bool, weight_count> weighed{};
  Diagnostics errors;
  for (const TableRow& row : *rows) {
    const std::string name = row.fields[0] + " " + row.fields[1];
    const auto found = places.find(name);
    if (found == places.end()) {
      errors.push_back(row.trouble(
          file, 1,
          "no model of reference has the feature '" + name + "'" + did_you_mean(name, names)));
      continue;
    }
    if (weighed[found->second])
      errors.push_back(row.trouble(file, 1, "'" + name + "' has a weight already: keep one row"));
    weighed[found->second] = true;
    if (!parse(row.fields[2], weights[found->second]))
      errors.push_back(row.trouble(file, 2,
                                   "'" + row.fields[2] +
                                       "' is no weight: expected a number such as 0.35 "
                                       "or -1.2"));
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!weighed[i])
      errors.push_back(trouble(file, "the weight of '" + names[i] +
                                         "' is missing: add a row of model, feature, weight"));
  if (!errors.empty()) return errors;
  return std::bit_cast<ReferenceWeights>(weights);
}

}  // namespace factloom
