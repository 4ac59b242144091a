// SPDX-License-Identifier: Apache-2.0
// Runs the program as a user does, in a scratch folder of its own, and keeps what it printed and
// how it ended.
#pragma once
#include <string>
#include <string_view>

namespace factloom {

struct Run {
  int code = 0;
  std::string out;
  std::string err;
};

/// A folder that is deleted at the end of the test.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& path() const { return path_; }
  /// Writes a file (folders are made); returns its path.
  std::string write(const std::string& name, std::string_view bytes) const;
  std::string read(const std::string& name) const;
  /// Runs a shell command here, in which `factloom` is the program under test.
  Run run(const std::string& command) const;

 private:
  std::string path_;
};

}  // namespace factloom
