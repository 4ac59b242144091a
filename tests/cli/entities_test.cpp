// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <vector>

#include "program.h"

using namespace factloom;

TEST_CASE("a second name that an article gives is a name of the thing, in other articles too",
          "[cli][entities]") {
  struct Names {
    std::string article, other, line;
  };
  const auto [article, other, line] = GENERATE(values<Names>({
      {"Acme Ltd, formally known as Lunar Dynamics Corp, was founded by Ann Lee.", "",
       "Acme Ltd  (Company)  also: Lunar Dynamics Corp"},
      {"Acme Ltd, formerly Lunar Dynamics Corp, was founded by Ann Lee.",
       "Lunar Dynamics Corp bought Globex Inc.", "Lunar Dynamics Corp  (Company)  also: Acme Ltd"},
      {"Jack Wu, known in Chinese as Wu Yun, founded Acme Ltd.", "Wu Yun was born in Berlin.",
       "Jack Wu  (Person)  also: Wu Yun"},
      {"Jack Wu, whose Chinese name is Wu Yun, bought Acme Ltd.", "",
       "Jack Wu  (Person)  also: Wu Yun"},
      {"Ann Lee, who is also known as Anna Novak, bought Acme Ltd.", "",
       "Ann Lee  (Person)  also: Anna Novak"},
      {"Ann Lee, born Anna Novak, founded Acme Ltd.", "", "Ann Lee  (Person)  also: Anna Novak"},
      {"Joseph Tsai (蔡崇信) founded Acme Ltd.", "", "Joseph Tsai  (Person)  also: 蔡崇信"},
      {"Gazprom (Russian: Газпром) bought Globex Inc.", "", "Gazprom  (Company)  also: Газпром"},
      {"Acme Ltd was founded by Wu Yun, as Jack Wu is called in Mandarin.", "",
       "Wu Yun  (Person)  also: Jack Wu"},
      {"Acme Ltd was founded by Wu Yun, as Jack Wu is the owner of Globex Inc.", "",
       "Wu Yun  (Person)\n"},
      {"Ann Lee, born to Anna Novak, founded Acme Ltd.", "", "Ann Lee  (Person)\n"},
      {"Ann Lee, known for Acme Ltd, founded Globex Inc.", "", "Ann Lee  (Person)\n"},
  }));
  CAPTURE(article, other);
  const Scratch scratch;
  scratch.write("a.txt", article);
  scratch.write("b.txt", other.empty() ? "Bob Roy left Globex Inc." : other);
  const Run run =
      scratch.run("factloom build --quiet a.txt b.txt -o g.factloom; factloom entities g.factloom");
  CAPTURE(run.out, run.err);
  CHECK(run.code == 0);
  CHECK(run.out.find(line) != std::string::npos);
}

TEST_CASE("entities tells why names are one, and decisions undo it", "[cli][entities]") {
  struct Verb {
    std::string decisions, options;
    std::vector<std::string> shown;
  };
  const auto [decisions, options, shown] = GENERATE(values<Verb>({
      {"", "", {"Acme Ltd  (Company)  also: ACME\n", "Ann Lee  (Person)"}},
      {"", "--merges", {"same  Globex Inc. | Globex Industries  (Company, "}},
      {"", "--merges --format csv", {"decision,a,b,type,score,reasons,entity,other\n", "same,"}},
      {"", "--merges --format json", {"\"decision\": \"same\"", "\"reasons\": \"subset"}},
      {"", "--format csv", {"id,name,type,aliases,ids,documents\n", "Person.ann_lee,Ann Lee,"}},
      {"", "--format json", {"{\"id\": \"Person.ann_lee\","}},
      {"different,Globex Inc.,Globex Industries\n",
       "--merges",
       {"different  Globex Inc. | Globex Industries", "decided-different"}},
      {"same,Person.ann_lee,Bob Roy\n", "--merges", {"same  Ann Lee | Bob Roy", "decided-same"}},
      {"same,Ann Lee|Person|a.txt,Bob Roy\n", "--merges", {"same  Ann Lee | Bob Roy"}},
  }));
  CAPTURE(decisions, options);
  const Scratch scratch;
  scratch.write("a.txt", "Ann Lee founded Acme Ltd in 1999. Globex Inc. bought ACME.");
  scratch.write("b.txt", "Globex Industries is based in Berlin. Acme Ltd was founded by Bob Roy.");
  scratch.write("d.csv", decisions);
  const Run run = scratch.run(
      "factloom build --quiet --decisions d.csv a.txt b.txt -o g.factloom; factloom entities "
      "g.factloom " +
      options);
  CHECK(run.code == 0);
  CAPTURE(run.out, run.err);
  for (const std::string& piece : shown) CHECK(run.out.find(piece) != std::string::npos);
}

TEST_CASE("articles in any order give the same graph, byte for byte", "[cli][entities]") {
  std::vector<std::string> files;
  for (const char* folder : {"/samples", "/tests/graph/articles"})
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(FACTLOOM_SOURCE) + folder))
      if (entry.is_regular_file()) files.push_back("'" + entry.path().string() + "'");
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 30);
  const Scratch scratch;
  std::mt19937 random(5);  // fixed: the same orders in every run
  std::string first;
  for (int order = 0; order < 4; ++order) {
    std::string command = "factloom build --quiet -o g.factloom";
    for (const std::string& file : files) command += " " + file;
    scratch.run(command);
    const std::string bytes = scratch.read("g.factloom");
    if (order == 0) first = bytes;
    CHECK((bytes.size() > 1000 && bytes == first));
    std::shuffle(files.begin(), files.end(), random);
  }
}
