// SPDX-License-Identifier: Apache-2.0
// Finds what may fill an argument of a trigger: follows the constructions of English over the links
// of one sentence to nodes of the right types. Private to frames.cpp.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "extract/clauses/links.h"
#include "extract/rules/frames.h"

namespace factloom {

/// A node that fills an argument, and how sure that is.
struct Filler {
  std::uint16_t node = 0;
  MentionId mention = MentionId::none;
  float factor = 1;
  std::string_view construction;
};

class ArgumentSearch {
 public:
  /// `links` may grow meanwhile (`Links::node_of`), but what it holds must stay.
  ArgumentSearch(const Links& links, const FrameContext& context)
      : l_(links), groups_(links.groups.size()), x_(context), c_(context.groups) {}

  /// May these functions (bits) of a kind of trigger be filled beside this node at all? Some
  /// construction of each can begin there. Remembered for the node asked for last.
  bool possible(TriggerKind kind, std::uint16_t node, std::uint32_t functions);

  /// Does the sentence lack prepositions of which a slot needs one (marks, none where it needs
  /// none)?
  bool lacks(std::uint32_t prepositions) {
    index_links();
    return prepositions != 0 && (said_ & (prepositions | x_.constructions.own_prepositions())) == 0;
  }

  /// Adds to `found` (empty) the fillers of an argument: those of the trigger itself, else those
  /// that its later conjuncts share with it ("member and president OF X").
  void find(TriggerKind kind, const Slot& slot, std::uint16_t node, std::vector<Filler>& found);

  TypeId type_of(MentionId m) const { return factloom::type_of(c_.mentions, m); }
  /// Whose the bare post at a node is by what the text is about ("Chief executive Ann Lee said").
  MentionId understood(std::uint16_t node) const;

 private:
  /// A node reached by a path.
  struct Reached {
    std::uint16_t node;
    bool loose;
  };
  /// Of a node its first links, of a link the next ones from and to the same nodes.
  struct LinkPlaces {
    std::uint16_t from = no_link, to = no_link;
  };
  static constexpr std::uint16_t no_link = UINT16_MAX;
  /// What is known of the links at a node.
  struct NodeLinks {
    LinkPlaces first, last;
    beginning::Bits had = beginning::always;
  };

  const Token& token(std::uint32_t t) const { return c_.text.tokens[t]; }
  const Group& group(std::uint16_t node) const { return l_.groups[l_.nodes[node].group]; }
  bool ends_span(std::uint16_t date) const;
  bool has_title(std::uint16_t node) const;
  bool leads_conjuncts(std::uint16_t node) const {
    return node < groups_ && list_ends_[l_.conjunct_of[node]] > node;
  }
  void constructed(TriggerKind kind, const Slot& slot, std::uint16_t node,
                   std::vector<Filler>& found);
  /// Is it known of a construction that its path leads nowhere?
  bool ends_early(const Construction& c) const {
    return way_ == c.way && (gone_.empty() || (c.goes_on && !may_go_on(c)));
  }
  /// May the path go on from some node to which its first step led?
  bool may_go_on(const Construction& c) const {
    return c.onward.at(gone_had_) &&
           (c.onward_class == ClassId::none || gone_classes_.has(c.onward_class));
  }
  void set_out(const Construction& c, std::size_t first, const Slot& slot, std::uint16_t node);
  /// The nodes to which the path of a construction leads.
  std::span<const Reached> reached(const Construction& c, const Slot& slot, std::uint16_t node);
  void typed(std::span<const Reached> reached, const Construction& c, const Slot& slot,
             std::uint16_t trigger, std::vector<Filler>& found) const;
  void add_typed(const Reached& r, const Construction& c, const Slot& slot, std::uint16_t trigger,
                 std::vector<Filler>& found) const;
  void add_list_of(const Reached& r, const Construction& c, const Slot& slot,
                   std::vector<Filler>& found) const;
  bool of_two(std::uint16_t node) const;
  std::uint16_t held_by(std::uint16_t node) const;
  void add_node(std::uint16_t node, float factor, std::string_view construction, TypeSet types,
                std::vector<Filler>& found) const;
  /// Does what a test asks hold of the node?
  bool holds(const PathStep& step, const Reached& r, const Slot& slot, std::uint16_t trigger) const;
  /// Adds the nodes that a step leads to.
  void follow(const PathStep& step, const Reached& r, const Slot& slot, std::uint16_t trigger,
              std::vector<Reached>& to);
  bool has_own_genitive(std::uint16_t node) const;
  void over_links(const PathStep& step, const Reached& r, const Slot& slot, std::uint16_t trigger,
                  std::vector<Reached>& to);
  bool says_enough(std::uint16_t noun, std::uint16_t other) const;
  bool of_degree(std::uint16_t school) const;
  bool of_nearer_body(std::uint16_t verb, std::uint16_t farther) const;
  bool of_nearer_measure(std::uint16_t node, std::uint16_t there) const;
  void over_own_links(const PathStep& step, std::uint16_t node, bool loose, const Slot& slot,
                      std::uint16_t trigger, std::vector<Reached>& to);
  bool ends_there(std::uint16_t date) const;
  bool done_to_other(std::uint16_t noun) const;
  bool named_organization(std::uint16_t node) const;
  bool has_genitive(std::uint16_t noun) const;
  bool sent_by_state(std::uint16_t noun, const Link& where) const;
  bool owned_otherwise(std::uint16_t noun, std::uint16_t adjective) const;
  bool meant_otherwise(Function function, std::uint16_t noun, std::uint16_t name) const;
  bool imposed_by_other(std::uint16_t noun, MentionId whose) const;
  void over_speaker(const Reached& r, std::vector<Reached>& to) const;
  void before_hyphen(const Reached& r, std::vector<Reached>& to) const;
  void index_links() {
    if (at_nodes_.size() != l_.nodes.size() || next_link_.size() != l_.links.size())
      take_links_in();
  }
  void take_links_in();
  void note_lists();
  beginning::Bits had_by(std::uint16_t node) const;

  const Links& l_;
  const std::size_t groups_;  ///< how many it has
  const FrameContext& x_;
  const GroupContext& c_;
  bool shared_ = false;                  ///< prepositional phrases of later conjuncts count, too
  std::vector<Reached> reached_, next_;  ///< kept from path to path
  // Where the first step of a path leads: several constructions share it.
  int way_ = -1;                                 ///< its number,
  std::vector<Reached> gone_;                    ///< the nodes,
  beginning::Bits gone_had_ = 0;                 ///< what any of them has,
  ClassSet gone_classes_;                        ///< and the classes of their heads
  std::vector<NodeLinks> at_nodes_;              ///< for each node
  std::vector<LinkPlaces> next_link_;            ///< for each link
  std::vector<std::uint16_t> list_ends_;         ///< the last conjunct, by the first
  std::uint32_t said_ = 0;                       ///< marks of the prepositions of links
  std::uint32_t possible_ = 0, impossible_ = 0;  ///< functions, as answered of the last node
  beginning::Bits possible_by_ = 0;              ///< what that has
  TriggerKind possible_kind_ = TriggerKind::verb;
  int possible_node_ = -1;
};

}  // namespace factloom
