// SPDX-License-Identifier: Apache-2.0
// What speaks for and against two names being names of one thing, and the sum of it. The weights
// are those of `schemas/graph/features.tsv`.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace factloom {

/// The rows of features.tsv, in the order of their names below.
enum class NameFeature : std::uint8_t {
  same_form,
  same_letters,
  same_words,
  acronym,
  word_acronym,
  short_acronym,
  subset,
  surname_alone,
  one_word,
  initial,
  nickname,
  romanised,
  misspelt,
  double_name,
  order,
  given_order,
  father_order,
  college_order,
  extra_part,
  other_middle,
  extra_generic,
  extra_word,
  extra_number,
  conflict,
  other_generation,
  other_sex,
  shared_link,
  shared_neighbour,
  same_document,
  same_country,
  same_id,
  other_id,
  linked,
  other_country,
  other_employer,
  other_birth,
  decided_same,
  decided_different,
  common_name,
  second_name,
};

constexpr std::array feature_names = {
    std::string_view("same-form"),
    std::string_view("same-letters"),
    std::string_view("same-words"),
    std::string_view("acronym"),
    std::string_view("word-acronym"),
    std::string_view("short-acronym"),
    std::string_view("subset"),
    std::string_view("surname-alone"),
    std::string_view("one-word"),
    std::string_view("initial"),
    std::string_view("nickname"),
    std::string_view("romanised"),
    std::string_view("misspelt"),
    std::string_view("double-name"),
    std::string_view("order"),
    std::string_view("given-order"),
    std::string_view("father-order"),
    std::string_view("college-order"),
    std::string_view("extra-part"),
    std::string_view("other-middle"),
    std::string_view("extra-generic"),
    std::string_view("extra-word"),
    std::string_view("extra-number"),
    std::string_view("conflict"),
    std::string_view("other-generation"),
    std::string_view("other-sex"),
    std::string_view("shared-link"),
    std::string_view("shared-neighbour"),
    std::string_view("same-document"),
    std::string_view("same-country"),
    std::string_view("same-id"),
    std::string_view("other-id"),
    std::string_view("linked"),
    std::string_view("other-country"),
    std::string_view("other-employer"),
    std::string_view("other-birth"),
    std::string_view("decided-same"),
    std::string_view("decided-different"),
    std::string_view("common-name"),
    std::string_view("second-name"),
};

constexpr std::string_view name_of(NameFeature feature) {
  return feature_names[static_cast<std::size_t>(feature)];
}

/// The weight of each feature.
using FeatureWeights = std::array<double, feature_names.size()>;

/// The features that two names have, and the sum of their weights.
class NameScore {
 public:
  double sum = 0;

  void add(const FeatureWeights& weights, NameFeature feature) {
    sum += weights[static_cast<std::size_t>(feature)];
    add_reason(feature);
  }
  /// A reason whose weight the sum has already.
  void add_reason(NameFeature feature) {
    if (count_ < reasons_.size()) reasons_[count_++] = feature;
  }
  /// The same by its name; one that there is not is left out.
  void add_reason(std::string_view feature) {
    for (std::size_t i = 0; i < feature_names.size(); ++i)
      if (feature_names[i] == feature) add_reason(static_cast<NameFeature>(i));
  }
  /// In the order in which they were added; of very many the first.
  std::span<const NameFeature> reasons() const { return {reasons_.data(), count_}; }
  bool has(NameFeature feature) const {
    for (const NameFeature reason : reasons())
      if (reason == feature) return true;
    return false;
  }
  bool operator==(const NameScore&) const = default;

 private:
  std::array<NameFeature, 15> reasons_{};
  std::uint8_t count_ = 0;
};

}  // namespace factloom
