// SPDX-License-Identifier: Apache-2.0
// Times each stage over the documents of a file, on one thread: stages FILE ROUNDS prints
// "stage<TAB>seconds" lines, the best of the rounds. Every stage works on what the one before it
// made; what it makes is kept until the round ends.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "extract/output/fact_lines.h"
#include "extract/output/text_lines.h"
#include "extract/read/document_reader.h"

using namespace factloom;

namespace {

/// What the stages of one round have made.
struct Round {
  const Knowledge& knowledge;
  std::string path;
  std::vector<Document> documents;
  std::vector<Text> texts;
  std::vector<Mentions> mentions;
  std::vector<Extraction> extractions;
  std::string lines;
};

void read(Round& round) {
  DocumentReader reader({round.path}, ReadOptions{"", &round.knowledge.html});
  while (auto found = reader.next()) {
    if (*found) round.documents.push_back(std::move(**found));
  }
}

void cut(Round& round) {
  for (const Document& document : round.documents) {
    round.texts.push_back(
        tokenize(document.text, round.knowledge.lexicon, round.knowledge.text_rules));
  }
}

void give_tags(Round& round) {
  for (Text& text : round.texts) tag(text, round.knowledge.lexicon, round.knowledge.tag_rules);
}

void find_all_names(Round& round) {
  const Knowledge& k = round.knowledge;
  for (const Text& text : round.texts) {
    round.mentions.push_back(find_names(text, k.lexicon, k.gazetteer, k.ontology, k.name_rules));
  }
}

void extract_all(Round& round) {
  constexpr std::size_t together = 64;  // about what the program takes of short articles
  const std::span<const Document> all(round.documents);
  for (std::size_t i = 0; i < all.size(); i += together)
    extract(
        all.subspan(i, std::min(together, all.size() - i)), round.knowledge,
        [&](const Document&, Extraction found) { round.extractions.push_back(std::move(found)); });
}

void write(Round& round) {
  for (const Extraction& extraction : round.extractions) {
    for (const Fact& fact : extraction.facts) append_fact_line(round.lines, fact);
  }
}

struct Stage {
  const char* name;
  void (*run)(Round&);
};

constexpr Stage stages[] = {
    {"read", read},
    {"tokenize", cut},
    {"tag", give_tags},
    {"names", find_all_names},
    {"extract (all stages but read and write)", extract_all},
    {"write facts", write},
};

double seconds(void (*run)(Round&), Round& round) {
  const auto start = std::chrono::steady_clock::now();
  run(round);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const Result<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return 2;
  std::vector<double> best(std::size(stages), 1e9);
  for (int n = std::atoi(argv[2]); n > 0; --n) {
    Round round{*knowledge, argv[1], {}, {}, {}, {}, {}};
    for (std::size_t i = 0; i < std::size(stages); ++i)
      best[i] = std::min(best[i], seconds(stages[i].run, round));
  }
  for (std::size_t i = 0; i < std::size(stages); ++i)
    std::printf("%s\t%.6f\n", stages[i].name, best[i]);
}
