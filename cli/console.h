// SPDX-License-Identifier: Apache-2.0
// What a person at the terminal reads while a verb runs: diagnostics, a progress bar, a summary;
// all on standard error. The bar is drawn on a terminal only, never into a pipe or a file, and is
// taken away before anything else is printed.
#pragma once
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "extract/base/result.h"

namespace factloom {

/// How far a run has come.
struct Progress {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  ///< read so far
  std::uint64_t total = 0;  ///< bytes to read; 0 when unknown
};

/// Standard error, shared by threads.
class Console {
 public:
  /// A quiet one prints errors alone.
  explicit Console(bool quiet);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void report(const Diagnostic& diagnostic);
  void report(const Diagnostics& diagnostics);
  /// Draws the bar, at most ten times a second.
  void show(const Progress& progress);
  /// Prints lines about the run as a whole.
  void tell(const std::string& text);

 private:
  void clear();

  bool quiet_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
  std::mutex mutex_;
};

}  // namespace factloom
