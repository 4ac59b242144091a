// SPDX-License-Identifier: Apache-2.0
// What `build` and `extract` share: the inputs read, every article worked on by all cores, the
// results kept in the order of the inputs. A bad input is reported and counted, and the run goes
// on.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "cli/console.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "extract/read/document_reader.h"

namespace factloom {

/// What became of the inputs.
struct ArticleCounts {
  std::uint64_t read = 0;
  std::uint64_t bytes = 0;                            ///< of the texts read
  std::map<std::string, std::uint64_t> skipped, bad;  ///< by reason

  std::uint64_t skipped_count() const;
  std::uint64_t bad_count() const;
  /// "12 documents read, 1 skipped (no text: 1), 0 bad"
  std::string text() const;
  ExitCode exit_code() const;
};

/// Hands out the documents of the inputs one by one; reports and counts what is bad.
class ArticleSource {
 public:
  ArticleSource(const Options& options, const HtmlRules& html, Console& console);
  std::optional<Document> next();
  const ArticleCounts& counts() const { return counts_; }

 private:
  DocumentReader reader_;
  Console& console_;
  ArticleCounts counts_;
};

/// --jobs, or the number of cores.
unsigned worker_count(const Options& options);

/// Works on every article and keeps what comes out. Work: (Document) -> Product, by many threads;
/// Keep: (Product), in order.
template <class Work, class Keep>
ArticleCounts for_each_article(const Options& options, const HtmlRules& html, Console& console,
                               Work work, Keep keep) {
  ArticleSource source(options, html, console);
  Pipeline pipeline(
      PipelineLimits{worker_count(options)}, [&source] { return source.next(); },
      [](const Document& document) { return document.text.size(); }, std::move(work),
      std::move(keep));
  pipeline.run();
  return source.counts();
}

}  // namespace factloom
