// SPDX-License-Identifier: Apache-2.0
// Seconds to find out which of many names are names of one thing, for tests/bench/run --names.
//   names N    a made graph of N names: three persons to two firms, families as unevenly spread as
//   in
//              life, every tenth thing under a second spelling
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

#include "extract/base/table.h"
#include "graph/graph_builder.h"

using namespace factloom;

namespace {

/// Words of a table's first column, the most frequent first (its flags tell how frequent: "w12").
std::vector<std::string> words_of_table(const std::string& path) {
  std::vector<std::pair<int, std::string>> weighed;
  const auto rows = read_table(path, 1, 12);
  if (!rows) return {};
  for (const TableRow& row : *rows) {
    const auto at = row.fields.size() > 4 ? row.fields[4].find('w') : std::string::npos;
    const int weight = at == std::string::npos ? 0 : std::atoi(row.fields[4].c_str() + at + 1);
    weighed.emplace_back(-weight, row.fields[0]);
  }
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> words;
  for (auto& [weight, word] : weighed) words.push_back(std::move(word));
  return words;
}

class MadeNames {
 public:
  MadeNames(std::vector<std::string> given, std::vector<std::string> family)
      : given_(std::move(given)), family_(std::move(family)) {}

  std::string person() {
    std::string name = pick(given_);
    if (random_() % 3 == 0)
      name += std::string(" ") + static_cast<char>('A' + random_() % 26) + ".";
    return name + " " + pick(family_);
  }
  std::string firm() {
    static constexpr std::array trades = {"Foods",     "Motors", "Energy",   "Software", "Bank",
                                          "Steel",     "Media",  "Capital",  "Systems",  "Group",
                                          "Logistics", "Labs",   "Airlines", "Chemicals"};
    static constexpr std::array forms = {"", " Inc.", " Ltd.", " AG", " Holdings"};
    std::string name = pick(family_);
    if (random_() % 2 == 0) name += " & " + pick(family_);
    return name + " " + trades[random_() % trades.size()] + forms[random_() % forms.size()];
  }
  /// Another spelling of a name: an initial for the first word, or a legal form.
  std::string again(const std::string& name, bool person) const {
    if (!person) return name + " Co.";
    return name.substr(0, 1) + ". " + name.substr(name.find(' ') + 1);
  }
  std::uint64_t below(std::uint64_t n) { return random_() % n; }

 private:
  /// The k-th word with a chance of about 1 to k + 10: one person in a hundred bears the first.
  const std::string& pick(const std::vector<std::string>& words) {
    const double u = static_cast<double>(random_() >> 11) / 9007199254740992.0;
    const double k = 10 * (std::pow(static_cast<double>(words.size()) / 10 + 1, u) - 1);
    return words[std::min(words.size() - 1, static_cast<std::size_t>(k))];
  }

  std::vector<std::string> given_, family_;
  std::mt19937_64 random_{1};
};

FactEnd end_of(std::string name, const char* type) {
  FactEnd end;
  end.mention = end.name = std::move(name);
  end.type = type;
  end.entity = 0;
  return end;
}

void add_facts(std::size_t names, MadeNames& made, GraphBuilder& builder) {
  std::vector<std::string> firms;
  const auto add = [&](std::size_t i, std::string subject, const char* type,
                       const std::string& firm) {
    Fact f;
    f.document = "a" + std::to_string(i / 4);
    f.relation = std::string_view(type) == "Person" ? "worksFor" : "competesWith";
    f.subject = end_of(std::move(subject), type);
    f.object = end_of(firm, "Company");
    f.sentence.start = static_cast<std::uint32_t>(i);
    f.confidence = 0.5;
    f.rule = "r";
    builder.add(std::move(f));
  };
  std::string last;
  for (std::size_t i = 0; i < names; ++i) {
    const bool person = i % 5 < 3 && !firms.empty();
    const bool second = i % 10 == 7 || i % 10 == 1;
    std::string name = second ? made.again(last, person) : person ? made.person() : made.firm();
    last = name;
    const std::string firm = firms.empty() ? "Globex" : firms[made.below(firms.size())];
    if (!person) firms.push_back(name);
    add(i, std::move(name), person ? "Person" : "Company", firm);
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t names = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 1000000;
  const auto ontology = Ontology::load(FACTLOOM_SHARE "/schemas/types");
  const auto forms = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  if (!ontology || !forms) return 1;
  MadeNames made(words_of_table(FACTLOOM_SHARE "/schemas/gazetteers/first-names.tsv"),
                 words_of_table(FACTLOOM_SHARE "/schemas/gazetteers/surnames.tsv"));
  GraphBuilder builder(*ontology, *forms);
  add_facts(names, made, builder);
  const auto start = std::clock();
  const KnowledgeGraph graph = builder.build();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%.3f\t%ld\t%zu\t%zu\n", static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC,
              usage.ru_maxrss, graph.entities().size(), graph.merges().size());
  return 0;
}
