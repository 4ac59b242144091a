// SPDX-License-Identifier: Apache-2.0
// What `build` and `extract` share: the inputs read, every article worked on by all cores, the
// results kept in the order of the inputs. A bad input is reported and counted, and the run goes
// on.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

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

/// Records that are worked on together, or why an input gave none.
struct RecordBatch {
  std::vector<Result<Record>> records;
  std::size_t bytes = 0;
};

/// --jobs, or the number of cores.
unsigned worker_count(const Options& options);

/// Puts small records together: for several workers the first few only, so that all soon have some,
/// then ever more.
class RecordBatches {
 public:
  RecordBatches(DocumentReader& reader, unsigned workers) : reader_(reader), workers_(workers) {}
  /// Nothing at the end.
  std::optional<RecordBatch> next();

 private:
  DocumentReader& reader_;
  std::size_t workers_;
  std::size_t read_ = 0;  ///< bytes
};

/// Works on every record and keeps what comes out. Work: (std::vector<Record>) ->
/// std::vector<Outcome<Product>>, by many threads; Keep: (Product), in order. Small records are
/// worked on some at a time.
template <class Product, class Work, class Keep>
ArticleCounts for_each_record(const Options& options, const HtmlRules& html, Console& console,
                              Work work, Keep keep) {
  using Outcomes = std::vector<Outcome<Product>>;
  DocumentReader reader(options.inputs, ReadOptions{options.format, &html});
  RecordBatches batches(reader, worker_count(options));
  ArticleCounter counter(console);
  const auto count_and_keep = [&](Outcomes outcomes) {
    for (Outcome<Product>& outcome : outcomes) {
      if (!outcome.product) {
        counter.add(outcome.problems);
        continue;
      }
      counter.add(outcome.bytes);
      keep(std::move(*outcome.product));
    }
  };
  Pipeline pipeline(
      PipelineLimits{worker_count(options)}, [&batches] { return batches.next(); },
      [](const RecordBatch& batch) { return batch.bytes; },
      [&](RecordBatch batch) { return work(std::move(batch.records)); }, count_and_keep);
  pipeline.run();
  return counter.counts();
}

/// Reads every article, works on it, and keeps what comes out. Work: (std::span<const Document>) ->
/// std::vector<Product>, by many threads, which read the articles too; Keep: (Product), in order.
template <class Work, class Keep>
ArticleCounts for_each_article(const Options& options, const HtmlRules& html, Console& console,
                               Work work, Keep keep) {
  using Products = std::invoke_result_t<Work&, std::span<const Document>>;
  using Product = typename Products::value_type;
  const auto read_and_work = [&](std::vector<Result<Record>> records) {
    std::vector<Outcome<Product>> outcomes(records.size());
    std::vector<Document> documents;
    std::vector<std::size_t> places;  // of the documents among the records
    for (std::size_t i = 0; i < records.size(); ++i) {
      Result<Document> document = records[i] ? read_record(std::move(*records[i]), html)
                                             : Result<Document>(records[i].errors());
      if (!document) {
        outcomes[i].problems = document.errors();
        continue;
      }
      documents.push_back(std::move(*document));
      places.push_back(i);
    }
    Products products = work(documents);
    for (std::size_t i = 0; i < places.size(); ++i)
      outcomes[places[i]] = {std::move(products[i]), documents[i].text.size(), {}};
    return outcomes;
  };
  return for_each_record<Product>(options, html, console, read_and_work, keep);
}

}  // namespace factloom
