// SPDX-License-Identifier: Apache-2.0
#include "extract/base/table.h"
#include "extract/read/html.h"

namespace factloom {
namespace {

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Calls f with every part of a name in lower case: "siteShare-bar" -> "site", "share", "bar".
template <class F>
void each_part(std::string_view names, F f) {
  std::string part;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool cut = !letter(c) || (upper(c) && i > 0 && !upper(names[i - 1]));
    if (cut && !part.empty()) {
      f(part);
      part.clear();
    }
    if (letter(c)) part += static_cast<char>(c | 32);
  }
}

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = upper(c) ? static_cast<char>(c | 32) : c == '_' ? '-' : c;
  return out;
}

}  // namespace

Result<HtmlRules> HtmlRules::load(const std::string& folder) {
  HtmlRules rules;
  const std::string file = folder + "/blocks.tsv";
  const auto rows = read_table(file, 2, 2);
  if (!rows) return rows.errors();
  Diagnostics errors;
  for (const TableRow& row : *rows) {
    if (row.fields[0] == "drop")
      rules.drop_.insert(row.fields[1]);
    else if (row.fields[0] == "body")
      rules.body_.insert(row.fields[1]);
    else
      errors.push_back(row.trouble(file, 0, "expected drop or body"));
  }
  if (!errors.empty()) return errors;
  return rules;
}

bool HtmlRules::drops(std::string_view names) const {
  bool found = false;
  each_part(names, [&](const std::string& part) { found = found || drop_.count(part) != 0; });
  return found;
}

int HtmlRules::body(std::string_view names) const {
  int best = 0;
  const std::string all = lower(names);
  for (const std::string& word : body_) {
    const auto at = all.find(word);
    if (at == std::string::npos) continue;
    const bool whole = (at == 0 || !letter(all[at - 1])) &&
                       (at + word.size() == all.size() || !letter(all[at + word.size()]));
    if (!whole) continue;
    best = std::max(best, word.size() > 8 ? 2 : 1);
  }
  return best;
}

}  // namespace factloom
