// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <optional>

#include "extract/base/table.h"
#include "extract/tag/tagger.h"

namespace factloom {
namespace {

Tag tag_named(std::string_view name) {
  for (std::size_t i = 1; i < tag_names.size(); ++i)
    if (tag_names[i] == name) return static_cast<Tag>(i);
  return Tag::none;
}

struct Place {
  int from = 0, to = 0;
};

/// "-1", "+2", "0" or a range "-1..-3".
std::optional<Place> parse_place(std::string_view text) {
  const auto number = [](std::string_view s) -> std::optional<int> {
    if (!s.empty() && s.front() == '+') s.remove_prefix(1);
    int n = 0;
    const auto r = std::from_chars(s.data(), s.data() + s.size(), n);
    if (r.ec != std::errc() || r.ptr != s.data() + s.size() || n < -4 || n > 4) return std::nullopt;
    return n;
  };
  const auto dots = text.find("..");
  const auto first = number(text.substr(0, dots));
  const auto last = dots == std::string_view::npos ? first : number(text.substr(dots + 2));
  if (!first || !last) return std::nullopt;
  return Place{std::min(*first, *last), std::max(*first, *last)};
}

/// "tag-1=TO", "word0=that", "capital+1"; nothing if it is none of these.
template <class WordNumber>
std::optional<TagCondition> parse_condition(std::string_view text, WordNumber word_number) {
  const auto equals = text.find('=');
  const bool word = text.substr(0, 4) == "word";
  const bool capital = text.substr(0, 7) == "capital";
  const std::size_t skip = capital ? 7 : word ? 4 : 3;
  if (!word && !capital && text.substr(0, 3) != "tag") return std::nullopt;
  if (capital != (equals == std::string_view::npos) || text.size() <= skip) return std::nullopt;
  if (!capital && equals <= skip) return std::nullopt;
  const auto place =
      parse_place(text.substr(skip, capital ? std::string_view::npos : equals - skip));
  if (!place) return std::nullopt;
  TagCondition c;
  c.from = static_cast<std::int8_t>(place->from);
  c.to = static_cast<std::int8_t>(place->to);
  if (word)
    c.word = word_number(text.substr(equals + 1));
  else if (!capital)
    c.tag = tag_named(text.substr(equals + 1));
  if (!word && !capital && c.tag == Tag::none) return std::nullopt;
  return c;
}

}  // namespace

Result<TagRules> TagRules::load(const std::string& folder, Lexicon& lexicon) {
  TagRules all;
  Diagnostics errors;
  const auto word_number = [&](std::string_view word) {
    const WordId id = lexicon.add(word, Tag::NN);
    if (index(id) >= all.numbers_.size()) all.numbers_.resize(index(id) + 1, 0);
    if (all.numbers_[index(id)] == 0) {
      all.words_.push_back(id);
      all.numbers_[index(id)] = static_cast<std::uint16_t>(all.words_.size());
    }
    return all.numbers_[index(id)];
  };
  const std::string file = folder + "/tag-rules.tsv";
  const auto rows = read_table(file, 3, 3);
  if (!rows) return rows.errors();
  for (const TableRow& row : *rows) {
    TagRule rule;
    rule.before = tag_named(row.fields[0]);
    rule.after = tag_named(row.fields[1]);
    if (rule.before == Tag::none)
      errors.push_back(row.trouble(file, 0, "unknown tag '" + row.fields[0] + "'"));
    if (rule.after == Tag::none)
      errors.push_back(row.trouble(file, 1, "unknown tag '" + row.fields[1] + "'"));
    for (const auto text : split(row.fields[2], ' ')) {
      const auto condition = parse_condition(text, word_number);
      if (!condition || rule.count == TagRule::most)
        errors.push_back(row.trouble(file, 2,
                                     "condition '" + std::string(text) +
                                         "': expected at most four of tag-1=TAG, tag+1..+2=TAG, "
                                         "word0=WORD, capital+1 (-4 to +4)"));
      else
        rule.conditions[rule.count++] = *condition;
    }
    all.rules_.push_back(rule);
  }
  const std::string suffix_file = folder + "/suffixes.tsv";
  const auto suffixes = read_table(suffix_file, 2, 2);
  if (!suffixes) return suffixes.errors();
  for (const TableRow& row : *suffixes) {
    all.suffixes_.emplace_back(row.fields[0], tag_named(row.fields[1]));
    if (all.suffixes_.back().second == Tag::none)
      errors.push_back(row.trouble(suffix_file, 1, "unknown tag '" + row.fields[1] + "'"));
  }
  if (!errors.empty()) return errors;
  std::stable_sort(all.suffixes_.begin(), all.suffixes_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  all.index_rules();
  all.proper_adjective = lexicon.find_class("proper-adjective");
  all.month = lexicon.find_class("month");
  return all;
}

void TagRules::index_rules() {
  const std::size_t blocks = rules_.size() / 64 + 1;
  by_tag_.fill(RuleSet(blocks, 0));
  by_word_.assign(words_.size() + 1, RuleSet(blocks, 0));
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    std::uint16_t word = 0;
    for (std::size_t c = 0; c < rules_[i].count; ++c)
      if (rules_[i].conditions[c].word != 0) word = rules_[i].conditions[c].word;
    by_word_[word][i / 64] |= bit;
    by_tag_[static_cast<std::size_t>(rules_[i].before)][i / 64] |= bit;
  }
}

Tag TagRules::by_suffix(std::string_view word) const {
  for (const auto& [suffix, tag] : suffixes_)
    if (word.size() > suffix.size() + 1 && word.ends_with(suffix)) return tag;
  return Tag::NN;
}

}  // namespace factloom
