// SPDX-License-Identifier: Apache-2.0
// A made graph of any size, the same for the same numbers: invented names, random relations, one or
// two sentences for each. A hostile one has texts that writers break on: marks, control characters,
// emoji, right to left.
#pragma once
#include <algorithm>
#include <array>
#include <random>
#include <tuple>

#include "graph/knowledge_graph.h"

namespace factloom {

class MadeGraph {
 public:
  MadeGraph(std::uint32_t edges, std::uint32_t entities, bool hostile)
      : entities_(entities), hostile_(hostile) {
    for (std::uint32_t i = 0; i < entities; ++i) entity(i);
    relations(edges);
  }
  KnowledgeGraph graph() && { return KnowledgeGraph(std::move(parts_)); }

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  std::string name(std::uint32_t i) {
    static constexpr std::array syllables = {"ba", "den", "kor", "li", "mos", "ne",  "pra", "qui",
                                             "ro", "sta", "tu",  "va", "wen", "xan", "yo",  "zir"};
    static constexpr std::array strange = {"\xF0\x9F\x98\x80",
                                           "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                           "<b>&amp;\"'",
                                           "\x01\x1F\x7F",
                                           "a;b,c\td\r\ne",
                                           "\\n\\\\'}) //",
                                           "\xE2\x80\xAE"
                                           "abc",
                                           "]]><!--",
                                           "=1+1|`x`"};
    std::string text;
    for (std::uint32_t k = 0, n = i * 2654435761u; k < 4; ++k, n >>= 4) text += syllables[n & 15u];
    text[0] = static_cast<char>(text[0] - 32);
    if (hostile_ && i % 3 == 0) text += std::string(" ") + strange[i / 3 % strange.size()];
    return text + " " + std::to_string(i);
  }

  void entity(std::uint32_t i) {
    static constexpr std::array types = {"Person", "Company", "Country", "City", "Law", "Product"};
    GraphEntity e;
    e.type = types[i % types.size()];
    e.id = e.type + ".e" + std::to_string(i);
    e.name = name(i);
    if (i % 5 == 0) e.aliases = {name(i) + " A", name(i) + " B"};
    e.mentions = 1 + i % 7;
    e.documents = 1;
    if (i % 12 == 0) birth_date(i, e);
    parts_.entities.push_back(std::move(e));
  }
  void birth_date(std::uint32_t i, GraphEntity& e) {
    const std::string date = std::to_string(1930 + i % 70) + "-03-05";
    const auto place = static_cast<std::uint32_t>(parts_.evidence.size());
    e.properties.push_back({"birthDate", date, "Date", place, 1, 1, false});
    Fact f = fact(e, "birthDate", place);
    f.object = {-1, date, "Date", date, 8, 18, true, ""};
    parts_.evidence.push_back(std::move(f));
  }

  Fact fact(const GraphEntity& subject, const std::string& relation, std::uint32_t number) {
    Fact f;
    f.document = "news/2024/article-" + std::to_string(number / 8) + ".html";
    f.relation = relation;
    f.subject = {0, subject.name, subject.type, subject.name, 0, 7, false, ""};
    f.confidence = 0.5 + (number % 50) / 100.0;
    f.rule = relation + "-" + std::to_string(number % 3);
    f.trigger = {relation, 20, 28};
    if (number % 3 == 0)
      f.date = "20" + std::to_string(10 + number % 15) + "-0" + std::to_string(1 + number % 9);
    if (number % 10 == 0) f.role = hostile_ ? name(number * 3) : "chief executive";
    return f;
  }

  void relations(std::uint32_t edges) {
    static constexpr std::array names = {"acquires", "basedIn",  "enacts",  "foundedBy",
                                         "memberOf", "supports", "targets", "worksFor"};
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
    std::vector<Key> keys;
    while (keys.size() < edges) {
      while (keys.size() < edges + edges / 100 + 8) {
        const std::uint32_t s = below(entities_), o = below(1 + below(entities_));
        if (s != o) keys.emplace_back(s, below(names.size()), o);
      }
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    }
    keys.resize(edges);
    for (const auto& [s, r, o] : keys) relation(s, names[r], o);
  }
  void relation(std::uint32_t s, const std::string& relation, std::uint32_t o) {
    const GraphEntity &subject = parts_.entities[s], &object = parts_.entities[o];
    const auto place = static_cast<std::uint32_t>(parts_.evidence.size());
    Fact f = fact(subject, relation, place);
    f.object = {1, object.name, object.type, object.name, 40, 60, false, ""};
    f.sentence.text = "On Monday " + subject.name + " was said to be one that " + relation + " " +
                      object.name + ", the " + std::to_string(place) + "th report added.";
    f.sentence.start = place % 1000;
    f.sentence.end = f.sentence.start + static_cast<std::uint32_t>(f.sentence.text.size());
    f.status = place % 20 == 0 ? Status::planned : Status::asserted;
    parts_.relations.push_back(
        {s, o, relation, f.status, 1, f.confidence, place, 1, false, f.date, f.date});
    parts_.evidence.push_back(std::move(f));
  }

  std::uint32_t entities_;
  bool hostile_;
  std::mt19937_64 random_{1};
  GraphParts parts_;
};

}  // namespace factloom
