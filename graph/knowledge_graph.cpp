// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <mutex>

namespace factloom {

struct KnowledgeGraph::Inside {
  using Rows =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, LinkOfEntity,
                                         boost::no_property, std::uint32_t, std::uint32_t>;
  std::once_flag made;
  Rows rows;

  void make(std::size_t entities, std::span<const GraphRelation> relations) {
    // Every relation is two arcs: arc 2r from its subject, arc 2r + 1 back from its object.
    const auto ends = [relations](std::uint32_t arc) {
      const GraphRelation& r = relations[arc / 2];
      return arc % 2 == 0 ? std::pair(r.subject, r.object) : std::pair(r.object, r.subject);
    };
    const auto link = [](std::uint32_t arc) { return LinkOfEntity{arc / 2}; };
    const auto arcs = boost::make_counting_iterator<std::uint32_t>(0);
    const auto last = arcs + static_cast<std::ptrdiff_t>(2 * relations.size());
    rows = Rows(boost::edges_are_unsorted_multi_pass, boost::make_transform_iterator(arcs, ends),
                boost::make_transform_iterator(last, ends),
                boost::make_transform_iterator(arcs, link), static_cast<std::uint32_t>(entities));
  }
};

KnowledgeGraph::KnowledgeGraph(GraphParts parts)
    : entities_(std::move(parts.entities)),
      relations_(std::move(parts.relations)),
      evidence_(std::move(parts.evidence)),
      file_(std::move(parts.file)),
      stored_(parts.stored),
      merges_(std::move(parts.merges)),
      duplicates_(std::move(parts.duplicates)),
      inside_(std::make_unique<Inside>()) {}
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

std::span<const LinkOfEntity> KnowledgeGraph::links(std::uint32_t entity) const {
  std::call_once(inside_->made, [this] { inside_->make(entities_.size(), relations_); });
  const auto [first, last] = boost::out_edges(entity, inside_->rows);
  if (first == last) return {};
  return {&inside_->rows[*first], static_cast<std::size_t>(last - first)};
}

}  // namespace factloom
