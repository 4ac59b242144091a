// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/wordnet.h"

#include <fstream>
#include <sstream>

namespace factloom {
namespace {

void read_index(const std::string& folder, Pos pos, WordNet& w) {
  std::ifstream in(folder + "/index." + std::string(pos_names[pos]));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream fields(line);
    std::string lemma, p, skip;
    std::size_t synsets = 0, pointers = 0, senses = 0, tagged = 0;
    fields >> lemma >> p >> synsets >> pointers;
    for (std::size_t i = 0; i < pointers; ++i) fields >> skip;
    fields >> senses >> tagged;
    Senses s;
    for (std::uint32_t at = 0; fields >> at;) s.synsets.push_back(at);
    s.counts.resize(s.synsets.size());
    w.lemmas[pos].emplace(lemma, std::move(s));
  }
}

void read_counts(const std::string& folder, WordNet& w) {
  std::ifstream in(folder + "/cntlist.rev");
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string key;
    std::size_t sense = 0;
    std::uint32_t count = 0;
    if (!(fields >> key >> sense >> count)) continue;
    const auto percent = key.find('%');
    const int type = key[percent + 1] - '0';
    const Pos pos = type == 1 ? noun : type == 2 ? verb : type == 4 ? adverb : adjective;
    const auto it = w.lemmas[pos].find(key.substr(0, percent));
    if (it != w.lemmas[pos].end() && sense >= 1 && sense <= it->second.counts.size())
      it->second.counts[sense - 1] = count;
  }
}

void read_hyponyms(const std::string& folder, Pos pos, WordNet& w) {
  std::ifstream in(folder + "/data." + std::string(pos_names[pos]));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream fields(line);
    std::uint32_t at = 0;
    std::string skip, symbol, p;
    unsigned count = 0;
    fields >> at >> skip >> skip >> std::hex >> count >> std::dec;
    for (unsigned i = 0; i < 2 * count; ++i) fields >> skip;
    unsigned pointers = 0;
    fields >> pointers;
    for (unsigned i = 0; i < pointers; ++i) {
      std::uint32_t to = 0;
      fields >> symbol >> to >> p >> skip;
      if (symbol == "~" || symbol == "~i") w.hyponyms[pos][at].push_back(to);
    }
  }
}

void read_exceptions(const std::string& folder, Pos pos, WordNet& w) {
  std::ifstream in(folder + "/" + std::string(pos_names[pos]) + ".exc");
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, lemma;
    std::vector<std::string> lemmas;
    fields >> form;
    while (fields >> lemma) lemmas.push_back(lemma);
    if (plain(form)) w.exceptions[pos].emplace_back(form, lemmas);
  }
}

}  // namespace

bool plain(std::string_view s) {
  return s.find('_') == std::string_view::npos;
}

WordNet read_wordnet(const std::string& folder) {
  WordNet w;
  for (const Pos pos : {noun, verb, adjective, adverb}) {
    read_index(folder, pos, w);
    read_hyponyms(folder, pos, w);
    read_exceptions(folder, pos, w);
  }
  read_counts(folder, w);
  return w;
}

void closure(const WordNet& w, Pos pos, std::uint32_t top,
             std::unordered_set<std::uint32_t>& found) {
  std::vector<std::uint32_t> open{top};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (!found.insert(at).second) continue;
    const auto it = w.hyponyms[pos].find(at);
    if (it != w.hyponyms[pos].end()) open.insert(open.end(), it->second.begin(), it->second.end());
  }
}

}  // namespace factloom
