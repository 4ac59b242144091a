// SPDX-License-Identifier: Apache-2.0
// The differences of two graphs as text, JSON or CSV: what `diff` and `stats --since-graph` print.
#pragma once
#include <string>

#include "graph/compare.h"

namespace factloom {

/// Two graphs and what differs.
struct ComparedGraphs {
  const KnowledgeGraph& before;
  const KnowledgeGraph& after;
  Comparison found;
};

/// Sections with a sign before each line: + new, - gone, ~ changed.
std::string comparison_text(const ComparedGraphs& graphs);

/// An object with "entities", "relations" and "properties", each {"new": […], "gone": […],
/// "changed": […]}.
std::string comparison_json(const ComparedGraphs& graphs);

/// A table with a header: what,change,id,name,type,relation,object_id,object,field,before,after. A
/// changed thing has a row for each field that changed.
std::string comparison_csv(const ComparedGraphs& graphs);

}  // namespace factloom
