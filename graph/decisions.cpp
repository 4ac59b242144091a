// SPDX-License-Identifier: Apache-2.0
#include "graph/decisions.h"

#include <filesystem>
#include <map>

#include "extract/base/csv.h"
#include "extract/base/mapped_file.h"

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
      return wrong(number, line, "expected same,NAME,NAME or different,NAME,NAME");
    Decision d{fields[0].text == "same", forms_.normal_form(fields[1].text),
               forms_.normal_form(fields[2].text), number};
    if (d.a.empty() || d.b.empty()) return wrong(number, line, "a name is missing");
    if (d.a == d.b) return wrong(number, line, "both names are the same; name two");
    decisions_.push_back(std::move(d));
    lines_.emplace_back(line);
  }

  Result<Decisions> finish() {
    for (const Decision& d : decisions_)
      if (d.same) parent_[root(d.a)] = root(d.b);
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      const Decision& d = decisions_[i];
      if (d.same || root(d.a) != root(d.b)) continue;
      std::string others;
      for (const Decision& s : decisions_)
        if (s.same && root(s.a) == root(d.a))
          others += (others.empty() ? "" : ", ") + std::to_string(s.line);
      wrong(
          d.line, lines_[i],
          "these are said to be the same by line " + others + "; remove this row or one of those");
    }
    if (!errors_.empty()) return errors_;
    return decisions_;
  }

 private:
  const std::string& root(const std::string& form) {
    const std::string* at = &form;
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
  std::map<std::string, std::string> parent_;
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
