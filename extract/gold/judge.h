// SPDX-License-Identifier: Apache-2.0
// Right or wrong, by an annotation: a pair of mentions names the ends of a gold fact when their
// spans overlap, or those of other mentions of the same entities in the sentence (in the document,
// when that is annotated as a whole). What stands in no passage in which its relation was annotated
// is neither.
#pragma once
#include <vector>

#include "extract/analysis.h"
#include "extract/gold/annotation.h"
#include "extract/text/offsets.h"

namespace factloom {

enum class Verdict : std::uint8_t { open, right, wrong };

/// "open", "right", "wrong".
const char* verdict_name(Verdict);

/// Judges pairs of mentions of one analysed document; both must outlive it.
class Judge {
 public:
  Judge(const Annotation& annotation, const Analysis& analysis, const Ontology& ontology);

  /// Does the annotation have relation(subject, object), both in this sentence?
  Verdict verdict(RelationId relation, MentionId subject, MentionId object,
                  std::uint32_t sentence) const;
  /// The gold facts of that relation and those ends.
  std::vector<std::uint32_t> facts(RelationId relation, MentionId subject, MentionId object,
                                   std::uint32_t sentence) const;
  /// Is any place of the sentence annotated for the relation?
  bool annotated(RelationId relation, std::uint32_t sentence) const;
  /// The code points of a span of bytes.
  GoldSpan span(Span bytes) const;

 private:
  std::vector<GoldSpan> places(MentionId mention, std::uint32_t sentence) const;
  const GoldPassage* passage_of(const GoldSpan& a, const GoldSpan& b) const;

  const Annotation& gold_;
  const Analysis& a_;
  const Ontology& o_;
  Offsets offsets_;
};

}  // namespace factloom
