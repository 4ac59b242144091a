// SPDX-License-Identifier: Apache-2.0
// What `build` and `extract` share: the inputs read, every article worked on by all cores, the
// results kept in the order of the inputs. A bad input is reported and counted, and the run goes
// on.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
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

/// Counts and reports what became of each input.
class ArticleCounter {
 public:
  explicit ArticleCounter(Console& console) : console_(console) {}
  /// An article with so many bytes of text was read.
  void add(std::size_t bytes);
  /// An input gave no article.
  void add(const Diagnostics& problems);
  const ArticleCounts& counts() const { return counts_; }

 private:
  Console& console_;
  ArticleCounts counts_;
};

/// What became of one record: what was made of its article, or why there is none.
template <class Product>
struct Outcome {
  std::optional<Product> product;
  std::size_t bytes = 0;  ///< of the article's text
  Diagnostics problems;
};

/// --jobs, or the number of cores.
unsigned worker_count(const Options& options);

/// Works on every record and keeps what comes out. Work: (Record) -> Outcome<Product>, by many
/// threads; Keep: (Product), in order.
template <class Product, class Work, class Keep>
ArticleCounts for_each_record(const Options& options, const HtmlRules& html, Console& console,
                              Work work, Keep keep) {
  DocumentReader reader(options.inputs, ReadOptions{options.format, &html});
  ArticleCounter counter(console);
  const auto read_and_work = [&](Result<Record> record) {
    if (!record) return Outcome<Product>{std::nullopt, 0, record.errors()};
    return work(std::move(*record));
  };
  const auto count_and_keep = [&](Outcome<Product> outcome) {
    if (!outcome.product) return counter.add(outcome.problems);
    counter.add(outcome.bytes);
    keep(std::move(*outcome.product));
  };
  Pipeline pipeline(
      PipelineLimits{worker_count(options)}, [&reader] { return reader.next_record(); },
      [](const Result<Record>& record) { return record ? record->bytes.size() : 0; }, read_and_work,
      count_and_keep);
  pipeline.run();
  return counter.counts();
}

/// Reads every article, works on it, and keeps what comes out. Work: (Document) -> Product, by many
/// threads, which read the articles too; Keep: (Product), in order.
template <class Work, class Keep>
ArticleCounts for_each_article(const Options& options, const HtmlRules& html, Console& console,
                               Work work, Keep keep) {
  using Product = std::invoke_result_t<Work&, const Document&>;
  const auto read_and_work = [&](Record record) {
    const Result<Document> document = read_record(std::move(record), html);
    if (!document) return Outcome<Product>{std::nullopt, 0, document.errors()};
    return Outcome<Product>{work(*document), document->text.size(), {}};
  };
  return for_each_record<Product>(options, html, console, read_and_work, keep);
}

}  // namespace factloom
