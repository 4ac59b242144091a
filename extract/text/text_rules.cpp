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
      if (row.fields[0].back() != '.')
        errors_.push_back(row.trouble(file, 0, "expected a word with its full stop"));
      made_.longest_abbreviation_ = std::max(made_.longest_abbreviation_, row.fields[0].size());
      made_.abbreviations_[row.fields[0]] = a;
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
    if (word.size() >= made_.joined_lengths_.size() || !word.starts_with(row.fields[2])) {
      errors_.push_back(
          row.trouble(file, 1, "expected a word of at most 15 letters and the first word in it"));
      return;
    }
    made_.joined_[word] = row.fields[2].size();
    made_.joined_lengths_[word.size()] = true;
    const char first = word.front();
    made_.joined_letters_[static_cast<unsigned char>(first)] = true;
    if (first >= 'a' && first <= 'z')
      made_.joined_letters_[static_cast<unsigned char>(first - 32)] = true;
  }
  void add(const Diagnostics& more) { errors_.insert(errors_.end(), more.begin(), more.end()); }

  TextRules made_;
  Diagnostics errors_;
};

Result<TextRules> TextRules::load(const std::string& folder) {
  return TextRuleReader().read(folder);
}

}  // namespace factloom
