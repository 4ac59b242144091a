// SPDX-License-Identifier: Apache-2.0
#include "cli/claim_input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/knowledge.h"
#include "export/names.h"
#include "extract/base/closest.h"
#include "extract/base/csv.h"
#include "extract/names/values.h"

namespace factloom {
namespace {

/// Rows of a CSV file by the names of its columns.
struct CsvRows {
  struct Row {
    std::map<std::string, std::string> fields;
    std::uint32_t line = 0;
    std::string words;
  };
  std::vector<Row> rows;
  Diagnostics problems;
};

Diagnostic at_line(const std::string& path, std::uint32_t line, std::string_view text,
                   std::uint32_t column, std::string message) {
  Diagnostic d = trouble(path, std::move(message));
  d.line = line;
  d.column = column;
  d.source_line = text;
  return d;
}

std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// What is wrong with a first line: columns that there are not, and those that are missing.
Diagnostics wrong_header(const std::string& path, const std::string& line,
                         const std::vector<std::string>& header,
                         const std::vector<std::string>& needed,
                         const std::vector<std::string>& known) {
  Diagnostics problems;
  for (const std::string& column : needed)
    if (std::find(header.begin(), header.end(), column) == header.end())
      problems.push_back(at_line(path, 1, line, 1,
                                 "no column '" + column +
                                     "'; the first line names the columns: " + needed.front() +
                                     (needed.size() > 1 ? ",relation,object" : "")));
  for (const std::string& column : header)
    if (std::find(known.begin(), known.end(), column) == known.end())
      problems.push_back(at_line(
          path, 1, line, 1, "there is no column '" + column + "'" + did_you_mean(column, known)));
  return problems;
}

CsvRows read_csv(std::istream& in, const std::string& path, const std::vector<std::string>& needed,
                 const std::vector<std::string>& known) {
  CsvRows read;
  std::vector<std::string> header;
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    bool open = false;
    const std::vector<CsvField> fields = split_csv(line, open);
    if (open) {
      read.problems.push_back(at_line(path, number, line, fields.back().at + 1,
                                      "this quote is not closed on its line"));
    } else if (header.empty()) {
      for (const CsvField& f : fields) header.push_back(trimmed(f.text));
      read.problems = wrong_header(path, line, header, needed, known);
      if (!read.problems.empty()) return read;
    } else if (fields.size() > header.size()) {
      read.problems.push_back(
          at_line(path, number, line, fields[header.size()].at + 1,
                  "more fields than columns; put a field with commas in quotes"));
    } else {
      CsvRows::Row row{{}, number, line};
      for (std::size_t i = 0; i < fields.size(); ++i)
        row.fields[header[i]] = trimmed(fields[i].text);
      read.rows.push_back(std::move(row));
    }
  }
  if (header.empty()) read.problems.push_back(trouble(path, "has no line of column names"));
  return read;
}

AskedClaims claims_of(std::istream& in, const std::string& path) {
  CsvRows read = read_csv(in, path, {"subject", "relation", "object"},
                          {"subject", "relation", "object", "status"});
  AskedClaims asked{{}, std::move(read.problems)};
  for (CsvRows::Row& row : read.rows) {
    GraphClaim claim{
        row.fields["subject"], row.fields["relation"], row.fields["object"], "", {}, row.line};
    const std::string status = row.fields["status"];
    claim.status = status_named(status);
    if (claim.subject.empty() || claim.relation.empty() || claim.object.empty())
      asked.problems.push_back(at_line(path, row.line, row.words, 1,
                                       "a claim needs a subject, a relation and an object"));
    else if (!status.empty() && !claim.status)
      asked.problems.push_back(
          at_line(path, row.line, row.words, 1,
                  "'" + status + "' is no status: asserted, former, planned, hedged or negated"));
    else
      asked.claims.push_back({std::move(claim), row.words, path});
  }
  return asked;
}

/// Sentences, read by the extractor.
AskedClaims said_in(const std::vector<std::string>& sentences, const Options& options) {
  AskedClaims asked;
  const Result<Knowledge> knowledge = load_knowledge(knowledge_options(options));
  if (!knowledge) {
    asked.problems = knowledge.errors();
    return asked;
  }
  for (const std::string& sentence : sentences) {
    Document document;
    document.text = sentence;
    const Extraction read = extract(document, *knowledge);
    if (read.facts.empty())
      asked.problems.push_back(
          trouble("", "no relation was found in \"" + sentence +
                          "\"; factloom explain shows how it is read, a CSV of claims needs no "
                          "reading"));
    for (const Fact& f : read.facts) {
      GraphClaim claim{f.subject.name, f.relation, f.object.name, f.object.type, f.status, 0};
      asked.claims.push_back({std::move(claim), sentence, ""});
    }
  }
  return asked;
}

std::vector<std::string> lines_of(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!trimmed(line).empty()) lines.push_back(trimmed(line));
  return lines;
}

void add_all(AskedClaims& to, AskedClaims more) {
  std::move(more.claims.begin(), more.claims.end(), std::back_inserter(to.claims));
  to.problems.insert(to.problems.end(), more.problems.begin(), more.problems.end());
}

}  // namespace

AskedClaims read_claims(const Options& options) {
  AskedClaims asked;
  std::vector<std::string> sentences;
  for (const std::string& one : options.query.claims) {
    if (one == "-") {
      add_all(asked, claims_of(std::cin, "standard input"));
      continue;
    }
    const bool table = one.ends_with(".csv"), list = one.ends_with(".txt");
    if (!table && !list) {
      sentences.push_back(one);
      continue;
    }
    std::ifstream file(one, std::ios::binary);
    if (!file) {
      asked.problems.push_back(trouble(one, "cannot be opened"));
    } else if (table) {
      add_all(asked, claims_of(file, one));
    } else {
      const std::vector<std::string> more = lines_of(file);
      sentences.insert(sentences.end(), more.begin(), more.end());
    }
  }
  if (!sentences.empty()) add_all(asked, said_in(sentences, options));
  return asked;
}

Result<std::string> DateReader::read(const std::string& text) {
  if (is_iso_date(text)) return text;
  const Diagnostic wrong = trouble(
      "", "'" + text + "' is no date; 1958, 1958-06, 1958-06-14 or 14 June 1958 is expected");
  if (!knowledge_) {
    Result<Knowledge> loaded = load_knowledge(knowledge_options(options_));
    if (!loaded) return loaded.errors();
    knowledge_.emplace(std::move(*loaded));
  }
  Document document;
  const std::string before = "It was founded on ";
  document.text = before + text + ".";
  const Extraction read = extract(document, *knowledge_);
  for (const Mention& m : read.mentions.mentions) {
    const Span span = read.text.span(m.tokens);
    if (span.begin != before.size() || span.end != before.size() + text.size()) continue;
    const std::string iso = normalise_date(read.text, m.tokens, knowledge_->name_rules, "");
    if (is_iso_date(iso)) return iso;
  }
  return wrong;
}

Result<std::vector<WatchedName>> read_watch_list(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return trouble(path, "cannot be opened");
  CsvRows read = read_csv(file, path, {"name"}, {"name", "type", "id", "aliases"});
  std::vector<WatchedName> names;
  for (CsvRows::Row& row : read.rows) {
    WatchedName one{row.fields["name"], row.fields["type"], row.fields["id"], {}};
    std::stringstream aliases(row.fields["aliases"]);
    for (std::string alias; std::getline(aliases, alias, '|');)
      if (!trimmed(alias).empty()) one.aliases.push_back(trimmed(alias));
    if (one.name.empty())
      read.problems.push_back(at_line(path, row.line, row.words, 1, "a name is expected"));
    else
      names.push_back(std::move(one));
  }
  if (!read.problems.empty()) return read.problems;
  return names;
}

}  // namespace factloom
