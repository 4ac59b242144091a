// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace factloom {
namespace {

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string bar(const Progress& progress) {
  constexpr std::uint64_t width = 30;
  std::string out = "\r";
  if (progress.total > 0) {
    const std::uint64_t done = std::min(width, progress.bytes * width / progress.total);
    out += "[" + std::string(done, '#') + std::string(width - done, ' ') + "] " +
           std::to_string(std::min<std::uint64_t>(100, progress.bytes * 100 / progress.total)) +
           "%  ";
  }
  return out + std::to_string(progress.documents) + " documents, " +
         std::to_string(progress.bytes / 1'000'000) + " MB";
}

}  // namespace

Console::Console(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1) {}

Console::~Console() {
  clear();
}

void Console::clear() {
  if (drawn_) print("\r\033[K");
  drawn_ = false;
}

void Console::report(const Diagnostic& diagnostic) {
  if (quiet_ && diagnostic.warning) return;
  const std::scoped_lock lock(mutex_);
  clear();
  print(diagnostic.text() + "\n");
}

void Console::report(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) report(diagnostic);
}

void Console::show(const Progress& progress) {
  if (!terminal_ || quiet_) return;
  const std::scoped_lock lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  print(bar(progress) + "\033[K");
}

void Console::tell(const std::string& text) {
  if (quiet_) return;
  const std::scoped_lock lock(mutex_);
  clear();
  print(text);
}

}  // namespace factloom
