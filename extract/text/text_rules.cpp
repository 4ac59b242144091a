// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/base/table.h"
#include "extract/text/tokenize.h"

namespace factloom {

/// Reads the tables; collects what is wrong in them.
class TextRuleReader {
 public:
  Result<TextRules> read(const std::string& folder) {
    read_abbreviations(folder + "/abbreviations.tsv");
    read_affixes(folder + "/affixes.tsv");
    if (!errors_.empty()) return errors_;
    return std::move(made_);
  }

 private:
  void read_abbreviations(const std::string& file) {
    const auto rows = read_table(file, 2, 3);
    if (!rows) return add(rows.errors());
    for (const TableRow& row : *rows) {
      TextRules::Abbreviation a;
      a.may_end = row.fields[1] == "end";
      if (!a.may_end && row.fields[1] != "inner")
        errors_.push_back(row.trouble(file, 1, "expected inner or end"));
      if (row.fields.size() == 3) {
        a.capital = row.fields[2] == "capital";
        a.number = row.fields[2] == "number";
        a.small = row.fields[2] == "small";
        if (!a.capital && !a.number && !a.small)
          errors_.push_back(row.trouble(file, 2, "expected capital, small or number"));
      }
      const std::string& word = row.fields[0];
      if (!word.ends_with('.')) {
        errors_.push_back(row.trouble(file, 0, "expected a word with its full stop"));
        continue;
      }
      const std::uint64_t hash = word_hash(std::string_view(word).substr(0, word.size() - 1));
      made_.abbreviation_bits_[hash / 64 % made_.abbreviation_bits_.size()] |= std::uint64_t{1}
                                                                               << (hash & 63u);
      made_.abbreviations_[word] = a;
    }
  }

  void read_affixes(const std::string& file) {
    const auto rows = read_table(file, 2, 3);
    if (!rows) return add(rows.errors());
    for (const TableRow& row : *rows) {
      const std::string& word = row.fields[1];
      if (row.fields[0] == "prefix")
        made_.prefixes_.insert(word);
      else if (row.fields[0] == "clitic")
        made_.clitics_.insert(word);
      else if (row.fields[0] == "joined" && row.fields.size() == 3)
        add_joined(file, row);
      else
        errors_.push_back(
            row.trouble(file, 0, "expected prefix, clitic or joined (with the first word)"));
    }
  }
  void add_joined(const std::string& file, const TableRow& row) {
    const std::string& word = row.fields[1];
    if (word.size() > 15 || !word.starts_with(row.fields[2])) {
      errors_.push_back(
          row.trouble(file, 1, "expected a word of at most 15 letters and the first word in it"));
      return;
    }
    made_.joined_[word] = row.fields[2].size();
    const auto first = static_cast<unsigned char>(word.front());
    made_.joined_lengths_[first] |= 1u << word.size();
    if (first >= 'a' && first <= 'z') made_.joined_lengths_[first - 32u] |= 1u << word.size();
  }
  void add(const Diagnostics& more) { errors_.insert(errors_.end(), more.begin(), more.end()); }

  TextRules made_;
  Diagnostics errors_;
};

Result<TextRules> TextRules::load(const std::string& folder) {
  return TextRuleReader().read(folder);
}

}  // namespace factloom
