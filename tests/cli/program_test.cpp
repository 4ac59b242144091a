// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace factloom {

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "factloom-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string Scratch::write(const std::string& name, std::string_view bytes) const {
  const std::filesystem::path file = std::filesystem::path(path_) / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file.string();
}

std::string Scratch::read(const std::string& name) const {
  std::ifstream in(std::filesystem::path(path_) / name, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

Run Scratch::run(const std::string& command) const {
  const std::string line = "cd '" + path_ +
                           "' && factloom() { '" FACTLOOM_PROGRAM "' \"$@\"; } && { " + command +
                           "\n} > .out 2> .err";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
}

}  // namespace factloom

using namespace factloom;

TEST_CASE("the command line says what is wrong and ends with 2", "[cli]") {
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"factloom --version", "factloom 0.", 0},
      {"factloom --help", "Exit codes:", 0},
      {"factloom completion bash | bash -n && echo good", "good", 0},
      {"factloom completion fish", "complete -c factloom", 0},
      {"factloom completion tcsh", "tcsh not in", 2},
      {"factloom", "A subcommand is required", 2},
      {"factloom bild x", "bild", 2},
      {"factloom --colour", "--colour", 2},
  }));
  CAPTURE(command);
  const Run run = Scratch().run(command);
  CHECK(run.code == code);
  CHECK_THAT(run.out + run.err, Catch::Contains(part));
  CHECK((code == 0 ? run.err : run.out).empty());
}
