// SPDX-License-Identifier: Apache-2.0
// Bad input is golden: tests/golden/rules/NAME.rules gives exactly NAME.err (errors, or else
// warnings).
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/extract/rules/rule_text.h"

using namespace factloom;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> rule_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(FACTLOOM_SOURCE "/tests/golden/rules"))
    if (entry.path().extension() == ".rules") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::filesystem::path golden(std::filesystem::path file) {
  return file.replace_extension(".err");
}

std::string messages(const std::filesystem::path& file) {
  RuleWorld world;
  const auto pack = world.load(read(file), file.filename().string());
  return pack ? text_of(pack->warnings()) : text_of(pack.errors());
}

}  // namespace

TEST_CASE("each mistake in a rule file has its message", "[extract][rules][golden]") {
  REQUIRE(!rule_files().empty());
  for (const auto& file : rule_files()) {
    CAPTURE(file);
    CHECK(messages(file) == read(golden(file)));
  }
}

TEST_CASE("the messages are written anew", "[.update-golden]") {
  for (const auto& file : rule_files())
    std::ofstream(golden(file), std::ios::binary) << messages(file);
}

TEST_CASE("eight mistakes give eight messages in one run", "[extract][rules]") {
  RuleWorld world;
  const auto pack = world.load(read(FACTLOOM_SOURCE "/tests/golden/rules/eight-mistakes.rules"));
  REQUIRE(!pack);
  CHECK(pack.errors().size() == 8);
}
