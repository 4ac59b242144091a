// SPDX-License-Identifier: Apache-2.0
// Times of writers and readers on a made graph, for tests/bench/run --formats, and made graphs for
// tests/importers/run.
//   formats make EDGES ENTITIES FILE [hostile]   a made graph as a graph file
//   formats write FILE FOLDER                    name, seconds, bytes of each format
//   formats read FILE                            seconds, peak memory and memory of the file in kB
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sstream>

#include "export/format.h"
#include "export/read_graph.h"
#include "made_graph.h"

using namespace factloom;

namespace {

/// Seconds of the processor, which a busy machine lengthens less than those of the clock.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Written {
  double seconds;
  std::size_t bytes;
};

Written write_file(const KnowledgeGraph& graph, const Ontology& ontology,
                   const ExportOptions& options, WriteFunction write, const std::string& path) {
  const auto start = std::clock();
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return {};
  std::size_t bytes = 0;
  write(graph, ontology, options,
        [&](std::string_view piece) { bytes += std::fwrite(piece.data(), 1, piece.size(), file); });
  std::fclose(file);
  return {seconds_since(start), bytes};
}

std::string text_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

int write_all(const KnowledgeGraph& graph, const Ontology& ontology, const std::string& folder) {
  const ExportOptions options{text_of(FACTLOOM_SHARE "/schemas/context.jsonld"),
                              text_of(FACTLOOM_SHARE "/schemas/follow_the_money.tsv"), false};
  for (const Format& format : all_formats()) {
    std::vector<FormatPart> parts(format.parts.begin(), format.parts.end());
    if (parts.empty()) parts.push_back({"", format.write});
    Written sum{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Written one =
          write_file(graph, ontology, options, parts[i].write,
                     folder + "/part" + std::to_string(i) + std::string(format.suffix));
      sum = {sum.seconds + one.seconds, sum.bytes + one.bytes};
    }
    std::printf("%.*s\t%.3f\t%zu\n", static_cast<int>(format.suffix.size()), format.suffix.data(),
                sum.seconds, sum.bytes);
    std::fflush(stdout);
  }
  return 0;
}

int make(char** arguments, bool hostile) {
  const auto number = [](const char* text) {
    return static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
  };
  const KnowledgeGraph graph =
      MadeGraph(number(arguments[0]), number(arguments[1]), hostile).graph();
  const Ontology none{};
  return write_file(graph, none, {}, write_graph_file, arguments[2]).bytes == 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count >= 5 && std::strcmp(arguments[1], "make") == 0) return make(arguments + 2, count > 5);
  if (count < 3) return 2;
  const auto ontology = Ontology::load(FACTLOOM_SHARE "/schemas/types");
  const auto forms = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  if (!ontology || !forms) return 1;
  const auto start = std::clock();
  const auto read = read_graph(arguments[2], *ontology, *forms);
  const double seconds = seconds_since(start);
  if (!read) {
    std::fputs(read.errors().front().text().c_str(), stderr);
    return 1;
  }
  if (std::strcmp(arguments[1], "write") == 0 && count == 4)
    return write_all(read->graph, *ontology, arguments[3]);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%.3f\t%ld\t%zu\n", seconds, usage.ru_maxrss, read->graph.relations().size());
  return 0;
}
