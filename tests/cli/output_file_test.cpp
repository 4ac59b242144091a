// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <catch2/catch.hpp>

#include "program.h"

using namespace factloom;

TEST_CASE("an output file is there whole or not at all", "[cli][output]") {
  const Scratch scratch;
  const std::string path = scratch.write("old", "old");
  {
    auto file = OutputFile::open(path);
    REQUIRE(file);
    file->write("new");
  }
  CHECK(scratch.read("old") == "old");  // not finished
  CHECK(scratch.read("old.part").empty());
  {
    auto file = OutputFile::open(path);
    REQUIRE(file);
    file->write("new");
    CHECK(file->finish().empty());
  }
  CHECK(scratch.read("old") == "new");
}

TEST_CASE("an output that cannot be written is a diagnostic", "[cli][output]") {
  const auto missing = OutputFile::open("/nowhere/at all/graph");
  REQUIRE_FALSE(missing);
  CHECK_THAT(missing.errors().front().text(),
             Catch::Contains("/nowhere/at all/graph: error: cannot be written"));
  auto full = OutputFile::open("/dev/full");
  REQUIRE(full);
  full->write("bytes");
  CHECK(full->finish().size() == 1);
}
