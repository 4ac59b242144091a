// SPDX-License-Identifier: Apache-2.0
// Documents with their annotations, read by several threads: what `rules coverage` and `rules
// suggest` share. A record without an annotation is a document all the same; one whose annotation
// is wrong is reported and counted as bad.
#pragma once
#include "cli/articles.h"
#include "extract/extract.h"
#include "extract/gold/annotation.h"

namespace factloom {

/// Work: (const Document&, const std::optional<Annotation>&) -> Product, by many threads; Keep:
/// (Product), in the order of the inputs.
template <class Work, class Keep>
ArticleCounts for_each_annotated(const Options& options, const Knowledge& knowledge,
                                 Console& console, Work work, Keep keep) {
  using Product = std::invoke_result_t<Work&, const Document&, const std::optional<Annotation>&>;
  const auto read_one = [&](Result<Record> record) {
    if (!record) return Outcome<Product>{std::nullopt, 0, record.errors()};
    Result<std::optional<Annotation>> gold = std::optional<Annotation>();
    if (record->format == InputFormat::json || record->format == InputFormat::ndjson)
      gold = read_annotation(*record, knowledge.ontology);
    if (!gold) return Outcome<Product>{std::nullopt, 0, gold.errors()};
    const Result<Document> document = read_record(std::move(*record), knowledge.html);
    if (!document) return Outcome<Product>{std::nullopt, 0, document.errors()};
    return Outcome<Product>{work(*document, *gold), document->text.size(), {}};
  };
  const auto read_all = [&](std::vector<Result<Record>> records) {
    std::vector<Outcome<Product>> outcomes;
    for (Result<Record>& record : records) outcomes.push_back(read_one(std::move(record)));
    return outcomes;
  };
  return for_each_record<Product>(options, knowledge.html, console, read_all, keep);
}

}  // namespace factloom
