// SPDX-License-Identifier: Apache-2.0
#include "graph/decisions.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "extract/base/csv.h"
#include "extract/base/mapped_file.h"
#include "extract/base/table.h"

namespace factloom {
namespace {

class Reader {
 public:
  Reader(const std::string& path, const NameForms& forms) : path_(path), forms_(forms) {}

  void row(std::string_view line, std::uint32_t number) {
    bool open = false;
    const std::vector<CsvField> fields = split_csv(line, open);
    if (open) return wrong(number, line, "a quote is not closed on its line");
    if (fields.size() != 3 || (fields[0].text != "same" && fields[0].text != "different"))
      return wrong(number, line,
                   "expected same,NAME,NAME or different,NAME,NAME; a name may be "
                   "NAME|TYPE|DOCUMENT, or the id "
                   "of an entity");
    Decision d{fields[0].text == "same", {}, {}, number};
    for (const auto& [end, text] : {std::pair(&d.a, &fields[1].text), {&d.b, &fields[2].text}})
      if (const std::string trouble = read_end(*text, *end); !trouble.empty())
        return wrong(number, line, trouble);
    if (d.a == d.b)
      return wrong(number, line,
                   "both names are the same; name two, or tell them apart by NAME|TYPE|DOCUMENT");
    decisions_.push_back(std::move(d));
    lines_.emplace_back(line);
  }

  Result<Decisions> finish() {
    for (const Decision& d : decisions_)
      if (d.same) parent_[root(d.a)] = root(d.b);
    const auto same = [&](const DecisionEnd& a, const DecisionEnd& b) {
      return root(a) == root(b) && a != b;
    };
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      const Decision& d = decisions_[i];
      // What is said of a name holds for all of that name.
      const DecisionEnd a{d.a.form, {}, {}, d.a.id}, b{d.b.form, {}, {}, d.b.id};
      const bool told = same(d.a, d.b);
      if (d.same || !(told || same(a, b))) continue;
      const DecisionEnd& end = told ? d.a : a;
      std::string others;
      for (const Decision& s : decisions_)
        if (s.same && root(s.a) == root(end))
          others += (others.empty() ? "" : ", ") + std::to_string(s.line);
      wrong(
          d.line, lines_[i],
          "these are said to be the same by line " + others + "; remove this row or one of those");
    }
    if (!errors_.empty()) return errors_;
    return decisions_;
  }

 private:
  /// Reads one end; returns what is wrong with it.
  std::string read_end(const std::string& text, DecisionEnd& end) const {
    std::vector<std::string_view> parts;
    for (std::string_view rest = text;;) {
      const auto bar = rest.find('|');
      parts.push_back(rest.substr(0, bar));
      if (bar == std::string_view::npos) break;
      rest.remove_prefix(bar + 1);
    }
    if (parts.size() > 3) return "expected NAME|TYPE|DOCUMENT, found more than two bars";
    if (parts.size() == 1 && is_id(text)) {
      const char last = text.back();
      if (last >= '0' && last <= '9' && text.find('.') != text.rfind('.'))
        return "the number of '" + text +
               "' may be another in the next graph; say NAME|TYPE|DOCUMENT instead";
      end.id = text;
      return "";
    }
    end.form = forms_.normal_form(parts[0]);
    if (parts.size() > 1) end.type = parts[1];
    if (parts.size() > 2) end.document = parts[2];
    return parts[0].empty() ? "a name is missing" : "";
  }
  /// "Person.ann_lee": a type, a full stop, a name in lower case without blanks.
  static bool is_id(std::string_view text) {
    const auto stop = text.find('.');
    if (stop == std::string_view::npos || stop == 0 || stop + 1 == text.size()) return false;
    return text[0] >= 'A' && text[0] <= 'Z' &&
           std::all_of(
               text.begin() + static_cast<std::ptrdiff_t>(stop) + 1, text.end(), [](char c) {
                 return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
               });
  }

  const DecisionEnd& root(const DecisionEnd& form) {
    const DecisionEnd* at = &form;
    for (auto it = parent_.find(*at); it != parent_.end() && it->second != *at;
         it = parent_.find(*at))
      at = &it->second;
    return *at;
  }
  void wrong(std::uint32_t line, std::string_view source, std::string message) {
    Diagnostic d = trouble(path_, std::move(message));
    d.line = line;
    d.column = 1;
    d.length = static_cast<std::uint32_t>(source.size());
    d.source_line = source;
    errors_.push_back(std::move(d));
  }

  const std::string& path_;
  const NameForms& forms_;
  Decisions decisions_;
  std::vector<std::string> lines_;
  std::map<DecisionEnd, DecisionEnd> parent_;
  Diagnostics errors_;
};

}  // namespace

Result<Decisions> read_decisions(const std::string& path, const NameForms& forms) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error) && std::filesystem::is_empty(path, error))
    return Decisions();  // nothing is decided
  const auto file = MappedFile::open(path);
  if (!file) return file.errors();
  Reader reader(path, forms);
  std::string_view rest = file->bytes();
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const auto end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') reader.row(line, number);
  }
  return reader.finish();
}

}  // namespace factloom
