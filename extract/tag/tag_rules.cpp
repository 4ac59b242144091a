// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <optional>

#include "extract/base/closest.h"
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

std::optional<int> parse_distance(std::string_view s) {
  if (!s.empty() && s.front() == '+') s.remove_prefix(1);
  int n = 0;
  const auto r = std::from_chars(s.data(), s.data() + s.size(), n);
  const bool good = r.ec == std::errc() && r.ptr == s.data() + s.size() && n >= -TagRules::reach &&
                    n <= TagRules::reach;
  return good ? std::optional(n) : std::nullopt;
}

/// "-1", "+2", "0" or a range "-1..-3".
std::optional<Place> parse_place(std::string_view text) {
  const auto dots = text.find("..");
  const auto first = parse_distance(text.substr(0, dots));
  const auto last = dots == std::string_view::npos ? first : parse_distance(text.substr(dots + 2));
  if (!first || !last) return std::nullopt;
  return Place{std::min(*first, *last), std::max(*first, *last)};
}

}  // namespace

/// Reads the tables of rules; collects what is wrong in them.
class TagRuleReader {
 public:
  explicit TagRuleReader(Lexicon& lexicon) : lexicon_(lexicon) {}

  Result<TagRules> read(const std::string& folder) {
    read_rules(folder + "/tag-rules.tsv");
    read_suffixes(folder + "/suffixes.tsv");
    if (!errors_.empty()) return errors_;
    made_.index_rules();
    made_.index_classes(lexicon_);
    made_.particle = lexicon_.find_class("particle");
    made_.maker = lexicon_.find_class("maker");
    return std::move(made_);
  }

 private:
  void read_rules(const std::string& file) {
    const auto rows = read_table(file, 3, 3);
    if (!rows) return add(rows.errors());
    for (const TableRow& row : *rows) {
      if (row.fields[0] == "set") {
        read_set(file, row);
        continue;
      }
      TagRule rule;
      rule.before = tag_in(file, row, 0);
      rule.after = tag_in(file, row, 1);
      rule.first = condition_count();
      for (const auto text : split(row.fields[2], ' ')) {
        std::string problem;
        const auto condition = parse_condition(text, problem);
        if (condition)
          made_.conditions_.push_back(*condition);
        else
          complain(file, row, text, problem);
      }
      rule.last = condition_count();
      sort_conditions(rule);
      made_.rules_.push_back(rule);
    }
    if (made_.conditions_.size() > UINT16_MAX)
      errors_.push_back(trouble(file, "has too many conditions"));
  }
  std::uint16_t condition_count() const {
    return static_cast<std::uint16_t>(made_.conditions_.size());
  }

  /// "set  finite  tag=VBD tag=VBZ": a name for several features, for the rules below it.
  void read_set(const std::string& file, const TableRow& row) {
    set_names_.push_back(row.fields[1]);
    auto& set = made_.sets_.emplace_back();
    for (const auto text : split(row.fields[2], ' ')) {
      const auto equals = std::min(text.find('='), text.size());
      const auto value = text.substr(std::min(equals + 1, text.size()));
      std::string problem;
      const auto feature = feature_named(text.substr(0, equals), value, problem);
      if (feature)
        set.push_back(*feature);
      else
        complain(file, row, text, problem);
    }
  }

  std::optional<std::uint16_t> set_named(std::string_view name, std::string& problem) {
    const auto it = std::find(set_names_.begin(), set_names_.end(), name);
    if (it != set_names_.end()) return static_cast<std::uint16_t>(it - set_names_.begin());
    problem = "no set of this name stands above" + did_you_mean(name, set_names_);
    return std::nullopt;
  }

  /// "left=finite/edge": a token of the first set stands to the left, and between it and here none
  /// of the second.
  std::optional<TagCondition> parse_search(TagCondition c, std::string_view value,
                                           std::string& problem) {
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) {
      problem = "expected two sets, such as left=finite/edge";
      return std::nullopt;
    }
    const auto wanted = set_named(value.substr(0, slash), problem);
    const auto stop = set_named(value.substr(slash + 1), problem);
    if (!wanted || !stop) return std::nullopt;
    c.in_set = true;
    c.feature = *wanted;
    c.stop = *stop;
    return c;
  }

  /// Rules ask first for what is quickly seen, and for words before tags: most are not there.
  static int cost(const TagCondition& c) {
    if (c.plain()) return c.negated ? 2 : c.feature >= TagRules::first_word_feature ? 0 : 1;
    return c.where != TagCondition::Where::near ? 5 : c.in_set ? 4 : 3;
  }
  void sort_conditions(TagRule& rule) {
    const auto begin = made_.conditions_.begin();
    std::stable_sort(begin + rule.first, begin + rule.last,
                     [](const auto& a, const auto& b) { return cost(a) < cost(b); });
    rule.feature = static_cast<std::uint16_t>(rule.before);
    if (rule.first == rule.last || cost(begin[rule.first]) > 1) return;
    rule.from = begin[rule.first].from;
    rule.feature = begin[rule.first].feature;
    ++rule.first;
  }

  /// Points at the condition itself.
  void complain(const std::string& file, const TableRow& row, std::string_view condition,
                const std::string& problem) {
    Diagnostic d = row.trouble(file, 2, "condition '" + std::string(condition) + "': " + problem);
    d.column += static_cast<std::uint32_t>(condition.data() - row.fields[2].data());
    d.length = static_cast<std::uint32_t>(condition.size());
    errors_.push_back(std::move(d));
  }

  void read_suffixes(const std::string& file) {
    const auto rows = read_table(file, 2, 2);
    if (!rows) return add(rows.errors());
    for (const TableRow& row : *rows)
      made_.suffixes_.emplace_back(row.fields[0], tag_in(file, row, 1));
    std::stable_sort(made_.suffixes_.begin(), made_.suffixes_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  }

  /// "tag-1=TO", "may+1=VB", "word0=that", "class-1..-3=be", "capital0", "unknown0", "start-1",
  /// "set-1=noun", "left=finite/edge"; "!" before it denies it.
  std::optional<TagCondition> parse_condition(std::string_view text, std::string& problem) {
    TagCondition c;
    if (!text.empty() && text.front() == '!') {
      c.negated = true;
      text.remove_prefix(1);
    }
    if (text.starts_with("left=") || text.starts_with("right=")) {
      c.where = text[0] == 'l' ? TagCondition::Where::left : TagCondition::Where::right;
      return parse_search(c, text.substr(text.find('=') + 1), problem);
    }
    const auto kind_end = text.find_first_of("+-0");
    const auto equals = text.find('=', kind_end == std::string_view::npos ? 0 : kind_end);
    const std::string_view kind = text.substr(0, std::min(kind_end, equals));
    const auto place = kind_end == std::string_view::npos
                           ? std::nullopt
                           : parse_place(text.substr(kind_end, equals - kind_end));
    if (!place) {
      problem = "expected a place from -4 to +4 after '" + std::string(kind) +
                "', such as -1, 0 or +1..+3";
      return std::nullopt;
    }
    c.from = static_cast<std::int8_t>(place->from);
    c.to = static_cast<std::int8_t>(place->to);
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
    c.in_set = kind == "set";
    const auto feature = c.in_set ? set_named(value, problem) : feature_named(kind, value, problem);
    if (!feature) return std::nullopt;
    c.feature = *feature;
    return c;
  }

  std::optional<std::uint16_t> feature_named(std::string_view kind, std::string_view value,
                                             std::string& problem) {
    if (value.empty()) {
      if (kind == "capital") return TagRules::capital_feature;
      if (kind == "unknown") return TagRules::unknown_feature;
      if (kind == "start") return TagRules::start_feature;
    } else if (kind == "word") {
      return word_feature(value);
    } else if (kind == "class") {
      return class_feature(value, problem);
    } else if (kind == "tag" || kind == "may") {
      const Tag tag = tag_named(value);
      if (tag != Tag::none)
        return static_cast<std::uint16_t>(static_cast<unsigned>(tag) +
                                          (kind == "may" ? TagRules::may_features : 0u));
      problem = "unknown tag '" + std::string(value) + "'";
      return std::nullopt;
    }
    problem =
        "expected tag-1=TAG, may+1=TAG, word0=WORD, class-1..-2=CLASS, capital0, unknown0, "
        "start0, set-1=SET, left=SET/SET or right=SET/SET";
    return std::nullopt;
  }

  std::uint16_t word_feature(std::string_view word) {
    const WordId id = lexicon_.add(word, Tag::NN);
    if (index(id) >= made_.words_.size()) {
      made_.words_.resize(index(id) + 1, 0);
      made_.named_.resize(index(id) / 64 + 1, 0);
    }
    made_.named_[index(id) / 64] |= std::uint64_t{1} << (index(id) & 63u);
    std::uint16_t& feature = made_.words_[index(id)];
    if (feature == 0) feature = static_cast<std::uint16_t>(made_.features_++);
    return feature;
  }

  std::optional<std::uint16_t> class_feature(std::string_view name, std::string& problem) {
    const ClassId id = lexicon_.find_class(name);
    if (id == ClassId::none) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < lexicon_.class_count(); ++i)
        names.emplace_back(lexicon_.class_name(static_cast<ClassId>(i)));
      problem = "unknown class '" + std::string(name) + "'" + did_you_mean(name, names);
      return std::nullopt;
    }
    std::uint16_t& feature = made_.features_of_classes_[index(id)];
    if (feature == 0) feature = static_cast<std::uint16_t>(made_.features_++);
    return feature;
  }

  Tag tag_in(const std::string& file, const TableRow& row, std::size_t field) {
    const Tag tag = tag_named(row.fields[field]);
    if (tag == Tag::none)
      errors_.push_back(row.trouble(file, field, "unknown tag '" + row.fields[field] + "'"));
    return tag;
  }
  void add(const Diagnostics& more) { errors_.insert(errors_.end(), more.begin(), more.end()); }

  Lexicon& lexicon_;
  TagRules made_;
  std::vector<std::string> set_names_;
  Diagnostics errors_;
};

Result<TagRules> TagRules::load(const std::string& folder, Lexicon& lexicon) {
  return TagRuleReader(lexicon).read(folder);
}

void TagRules::index_rules() {
  const std::size_t blocks = rules_.size() / 64 + 1;
  by_tag_.fill(RuleSet(blocks, 0));
  by_feature_.assign(features_ - first_word_feature + 1, RuleSet(blocks, 0));
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    std::uint16_t named = rules_[i].feature;
    for (const TagCondition& c : conditions(rules_[i]))
      if (!c.negated && !c.in_set && c.feature >= first_word_feature) named = c.feature;
    const std::size_t key = named < first_word_feature ? 0u : named - first_word_feature + 1u;
    by_feature_[key][i / 64] |= bit;
    by_tag_[static_cast<std::size_t>(rules_[i].before)][i / 64] |= bit;
  }
}

void TagRules::index_classes(const Lexicon& lexicon) {
  const ClassId month = lexicon.find_class("month");
  const ClassId proper_adjective = lexicon.find_class("proper-adjective");
  std::vector<ClassId> named;
  for (std::size_t id = 0; id < features_of_classes_.size(); ++id)
    if (features_of_classes_[id] != 0) named.push_back(static_cast<ClassId>(id));
  of_class_set_.reserve(lexicon.class_sets().size());
  for (const ClassSet& set : lexicon.class_sets()) {
    set_marks_.push_back(static_cast<std::uint8_t>(
        (set.has(month) ? month_mark : 0) | (set.has(proper_adjective) ? adjective_mark : 0)));
    const auto first = static_cast<std::uint32_t>(class_features_.size());
    for (const ClassId id : named)
      if (set.has(id)) class_features_.push_back(features_of_classes_[index(id)]);
    of_class_set_.emplace_back(first, static_cast<std::uint32_t>(class_features_.size()));
  }
}

Tag TagRules::by_suffix(std::string_view word) const {
  for (const auto& [suffix, tag] : suffixes_)
    if (word.size() > suffix.size() + 1 && word.ends_with(suffix)) return tag;
  return Tag::NN;
}

}  // namespace factloom
