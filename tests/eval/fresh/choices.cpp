// SPDX-License-Identifier: Apache-2.0
// What the models of reference choose from in annotated articles, for tests/eval/fresh/fit: choices
// REFERENCES reads the articles that REFERENCES (references.tsv) names, beside it, and prints for
// every annotated choice a line for each candidate and one for nobody,
//   model, document, start, who is annotated, who the candidate is, is it that one (0, 1), weights
// separated by tabs, the features whose weights hold for it by ";". Pronouns are taken for what
// they truly are before the text is read on: with what the program makes of them, one error would
// breed others. A candidate without a name is "-", nobody is "nobody"; where nobody named is
// annotated, both are right.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/base/table.h"
#include "extract/read/document_reader.h"
#include "extract/text/offsets.h"

using namespace factloom;

namespace {

/// A pronoun or description of which a reader said who it is.
struct Annotated {
  std::uint32_t start = 0;
  std::string who;                   ///< "-", or the names, with " + " between them
  std::vector<std::uint32_t> named;  ///< where each is named first
};
/// By the code point behind the head.
using Annotations = std::map<std::uint32_t, Annotated>;

std::uint32_t number(std::string_view text) {
  return static_cast<std::uint32_t>(std::strtoul(std::string(text).c_str(), nullptr, 10));
}

/// By document.
std::map<std::string, Annotations> read_annotations(const std::string& file) {
  std::map<std::string, Annotations> all;
  const auto rows = read_table(file, 5, 6);
  if (!rows) return all;
  for (const TableRow& row : *rows) {
    if (row.fields[0] == "document") continue;
    Annotated a{number(row.fields[1]), row.fields[4], {}};
    if (row.fields.size() > 5)
      for (const auto at : split(row.fields[5], '+')) a.named.push_back(number(at));
    std::uint32_t end = number(row.fields[2]);
    if (row.fields[3].ends_with("'s") || row.fields[3].ends_with("’s")) end -= 2;
    all[row.fields[0]][end] = std::move(a);
  }
  return all;
}

/// One article on its way.
class Reader {
 public:
  Reader(const Knowledge& knowledge, std::string name, const Annotations& annotations)
      : k_(knowledge), name_(std::move(name)), annotations_(annotations) {}

  void read(const Document& document) {
    text_ = tokenize(document.text, k_.lexicon, k_.text_rules);
    const Offsets offsets(document.text);
    for (const Token& t : text_.tokens)
      places_.push_back({offsets.code_point(t.span.begin), offsets.code_point(t.span.end)});
    const ReferenceWatcher watcher{
        [&](const ReferenceChoice& choice, const Mentions& m) { print(choice, m); },
        [&](std::uint32_t token, const Mentions& m) { return truth(token, m); }};
    analyse(document, k_, &watcher);
  }

 private:
  const Annotated* annotated(std::uint32_t token) const {
    const auto found = annotations_.find(places_[token].second);
    return found == annotations_.end() ? nullptr : &found->second;
  }

  std::optional<std::vector<EntityId>> truth(std::uint32_t token, const Mentions& all) const {
    const Annotated* a = annotated(token);
    if (a == nullptr) return std::nullopt;
    std::vector<EntityId> meant;
    for (const Mention& m : all.mentions) {
      if (m.entity == EntityId::none ||
          (m.kind != MentionKind::name && m.kind != MentionKind::adjective))
        continue;
      const bool named = std::find(a->named.begin(), a->named.end(),
                                   places_[m.tokens.first].first) != a->named.end();
      if (named || called(*a, all.entities[index(m.entity)].name)) meant.push_back(m.entity);
    }
    if (meant.empty() && a->who != "-") return std::nullopt;
    return meant;
  }

  /// Is it one of the names annotated, "A + B"?
  static bool called(const Annotated& a, std::string_view name) {
    std::string_view rest = a.who;
    while (true) {
      const auto plus = rest.find(" + ");
      if (rest.substr(0, plus) == name) return true;
      if (plus == std::string_view::npos) return false;
      rest.remove_prefix(plus + 3);
    }
  }

  void print(const ReferenceChoice& choice, const Mentions& all) const {
    const Annotated* a = annotated(choice.token);
    if (a == nullptr || choice.candidates.empty()) return;
    const auto meant = truth(choice.token, all);
    const bool named = a->who != "-";
    for (const ReferenceChoice::Candidate& c : choice.candidates) {
      const bool is_named = c.entity != EntityId::none;
      const bool right =
          is_named ? meant && std::find(meant->begin(), meant->end(), c.entity) != meant->end()
                   : !named;
      print(choice, *a, is_named ? all.entities[index(c.entity)].name : "-", right, c.weights);
    }
    print(choice, *a, "nobody", !named, choice.nobody);
  }
  void print(const ReferenceChoice& choice, const Annotated& a, const std::string& candidate,
             bool right, const HeldWeights& weights) const {
    std::string held;
    for (const float* w : weights.all())
      held += (held.empty() ? "" : ";") +
              names_[k_.reference_weights.place(w)].substr(choice.model.size() + 1);
    std::printf("%.*s\t%s\t%u\t%s\t%s\t%d\t%s\n", static_cast<int>(choice.model.size()),
                choice.model.data(), name_.c_str(), a.start, a.who.c_str(), candidate.c_str(),
                right ? 1 : 0, held.c_str());
  }

  const Knowledge& k_;
  const std::string name_;
  const Annotations& annotations_;
  const std::vector<std::string> names_ = ReferenceWeights::names();
  Text text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  ///< of the tokens, in code points
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const Result<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) {
    for (const Diagnostic& d : knowledge.errors()) std::fprintf(stderr, "%s\n", d.text().c_str());
    return 2;
  }
  const std::filesystem::path folder = std::filesystem::path(argv[1]).parent_path();
  for (const auto& [name, annotations] : read_annotations(argv[1])) {
    DocumentReader reader({(folder / name).string()}, ReadOptions{"", &knowledge->html});
    while (auto document = reader.next())
      if (*document) Reader(*knowledge, name, annotations).read(**document);
  }
}
