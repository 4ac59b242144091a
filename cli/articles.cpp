// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace factloom {
namespace {

using Reasons = std::map<std::string, std::uint64_t>;

std::uint64_t sum(const Reasons& reasons) {
  return std::accumulate(
      reasons.begin(), reasons.end(), std::uint64_t{0},
      [](std::uint64_t total, const auto& reason) { return total + reason.second; });
}

/// A problem's kind: its message up to the details.
std::string kind_of(const Diagnostic& problem) {
  return problem.message.substr(0, problem.message.find(':'));
}

/// "3 bad (not valid JSON: 2, no text: 1)"
std::string counted(const Reasons& reasons, const char* what) {
  std::string out = std::to_string(sum(reasons)) + " " + what;
  const char* before = " (";
  for (const auto& [reason, count] : reasons) {
    out += before + reason + ": " + std::to_string(count);
    before = ", ";
  }
  return reasons.empty() ? out : out + ")";
}

}  // namespace

std::uint64_t ArticleCounts::skipped_count() const {
  return sum(skipped);
}
std::uint64_t ArticleCounts::bad_count() const {
  return sum(bad);
}

std::string ArticleCounts::text() const {
  return std::to_string(read) + " documents read, " + counted(skipped, "skipped") + ", " +
         counted(bad, "bad");
}

ExitCode ArticleCounts::exit_code() const {
  if (read == 0) return ExitCode::nothing;
  return bad.empty() ? ExitCode::fine : ExitCode::some_bad;
}

void ArticleCounter::add(std::size_t bytes) {
  ++counts_.read;
  counts_.bytes += bytes;
  console_.show({counts_.read, counts_.bytes, 0});
}

void ArticleCounter::add(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) {
    ++(problem.warning ? counts_.skipped : counts_.bad)[kind_of(problem)];
    console_.report(problem);
  }
}

unsigned worker_count(const Options& options) {
  return options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace factloom
