// SPDX-License-Identifier: Apache-2.0
#include "extract/read/inputs.h"

#include "scratch.h"

using namespace factloom;

TEST_CASE("inputs become a sorted list of files", "[extract][read]") {
  const ReadScratch scratch;
  for (const char* name :
       {"b.txt", "a.md", "c.xyz", ".hidden.txt", ".git/x.txt", "deep/er/d.html.gz", "e.TXT"})
    scratch.write(name, "x");
  struct Case {
    std::vector<std::string> arguments, sources;
    std::size_t warnings, errors;
  };
  const auto [arguments, sources, warnings, errors] = GENERATE(values<Case>({
      {{""}, {"a.md", "b.txt", "deep/er/d.html.gz", "e.TXT"}, 3, 0},
      {{"b.txt", "a.md", "b.txt"}, {"a.md", "b.txt"}, 0, 0},
      {{"c.xyz", "none.txt"}, {"c.xyz", "none.txt"}, 0, 0},
      {{"*.txt"}, {"b.txt"}, 0, 0},
      {{"d*"}, {"deep/er/d.html.gz"}, 0, 0},
      {{"z*.txt"}, {}, 0, 1},
      {{"[ab].*"}, {"a.md", "b.txt"}, 0, 0},
  }));
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) paths.push_back(scratch.folder() + "/" + argument);
  CAPTURE(arguments);
  const Inputs inputs = expand_inputs(paths);
  std::vector<std::string> found;
  for (const InputSource& source : inputs.sources)
    found.push_back(source.path.substr(scratch.folder().size() + 1));
  CHECK(found == sources);
  const auto is_warning = [](const Diagnostic& d) { return d.warning; };
  const auto counted = static_cast<std::size_t>(
      std::count_if(inputs.problems.begin(), inputs.problems.end(), is_warning));
  CHECK(counted == warnings);
  CHECK(inputs.problems.size() - counted == errors);
}
