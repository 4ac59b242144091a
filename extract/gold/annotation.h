// SPDX-License-Identifier: Apache-2.0
// Annotated documents: what a careful reader found in a text, to judge and to learn rules by. One
// JSON object a line, as `extract` reads them, with two members more:
//
//   {"id": "1", "text": "Acme was founded by Ann Lee. She ran it.",
//    "facts": [{"relation": "foundedBy", "subject": [[0, 4], [37, 39]], "object": [[20, 27]]}],
//    "passages": [{"start": 0, "end": 28, "relations": ["foundedBy", "headOf"]}]}
//
// Spans are code points, end exclusive. An end has one span or several, all places that name it;
// `relation` may be a list, when any of them will do. `passages` says which relations were looked
// for where; an end is then one of the places in the sentence. Without it every relation was looked
// for in the whole text, and an end is any place of the text that names the same entity.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "extract/lexicon/ontology.h"
#include "extract/read/records.h"

namespace factloom {

/// Code points of a document's text, end exclusive.
struct GoldSpan {
  std::uint32_t start = 0, end = 0;
  bool overlaps(const GoldSpan& other) const { return start < other.end && other.start < end; }
  auto operator<=>(const GoldSpan&) const = default;
};

/// A fact that the annotator found.
struct GoldFact {
  std::vector<RelationId> relations;      ///< any of them says it
  std::vector<GoldSpan> subject, object;  ///< every place that names this end
};

/// A piece of the text in which all facts of some relations are annotated.
struct GoldPassage {
  GoldSpan span;
  std::vector<bool> relations;  ///< by RelationId
};

struct Annotation {
  std::vector<GoldFact> facts;
  std::vector<GoldPassage> passages;
  bool whole = false;  ///< no passages: the whole document is annotated
};

/// The annotation of a record; none if it has no `facts`. Errors say what is wrong with it; what is
/// wrong with the document itself is told by `read_record`.
Result<std::optional<Annotation>> read_annotation(const Record& record, const Ontology& ontology);

}  // namespace factloom
