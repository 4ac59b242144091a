// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace factloom {
namespace {

/// So many bytes are worked on together. Fewer, and the stages fetch their code and rules into the
/// processor's cache more often than need be; more gains nothing.
constexpr std::size_t least_together = std::size_t{16} << 10,
                      most_together = std::size_t{1536} << 10;
constexpr std::size_t most_records = 1024;

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

std::optional<RecordBatch> RecordBatches::next() {
  const std::size_t enough =
      workers_ == 1 ? most_together
                    : std::clamp(read_ / (2 * workers_), least_together, most_together);
  RecordBatch batch;
  while (batch.bytes < enough && batch.records.size() < most_records) {
    std::optional<Result<Record>> record = reader_.next_record();
    if (!record) break;
    if (*record) batch.bytes += (*record)->bytes.size();
    batch.records.push_back(std::move(*record));
  }
  read_ += batch.bytes;
  return batch.records.empty() ? std::nullopt : std::optional(std::move(batch));
}

}  // namespace factloom
