// SPDX-License-Identifier: Apache-2.0
// Does who has a post head the body itself that the words around name, only a part of it ("Acme's
// design chief"), or something else ("the governor of Norway's central bank")? What a relation
// narrower than another (headOf, worksFor) says falls back to the broader one, or is not said.
#pragma once
#include "extract/rules/fillers.h"
#include "extract/rules/frames.h"

namespace factloom {

class Offices {
 public:
  Offices(const Links& links, const FrameContext& context)
      : l_(links), x_(context), c_(context.groups) {}

  /// Has nobody such an office of the object at all?
  bool none(RelationId relation, std::uint16_t node, TokenRange trigger, const Filler& o) const;
  /// Is what somebody is said to head only a part of the object?
  bool part_only(RelationId relation, std::uint16_t node, TokenRange trigger,
                 const Filler& o) const;
  /// The relation that the given one is a case of; itself if of none.
  RelationId broader(RelationId relation) const;

 private:
  const Token& token(std::uint32_t t) const { return c_.text.tokens[t]; }
  const Mention& mention(MentionId m) const { return c_.mentions.mentions[index(m)]; }
  const Group& group(std::uint16_t node) const { return l_.groups[l_.nodes[node].group]; }
  TypeId type_of(MentionId m) const { return factloom::type_of(c_.mentions, m); }
  bool other_body(std::uint16_t node, TokenRange range, const Filler& o) const;
  bool of_next_post(std::uint16_t node, const Filler& o) const;
  bool of_others_part(const Filler& o) const;
  bool of_people(const Filler& o) const;
  bool stands_in(std::uint16_t node) const;
  bool keeps_records(std::uint16_t node, TokenRange range, const Filler& o) const;
  bool one_of_ministers(TokenRange range, const Filler& o) const;
  bool armed(const Filler& o) const;
  bool led_to(std::uint16_t node, const Filler& o) const;
  bool built(RelationId relation, std::uint16_t node, const Filler& o) const;
  bool best_in(RelationId relation, std::uint16_t node, const Filler& o) const;
  bool sent_to(RelationId relation, std::uint16_t node, const Filler& o) const;
  bool is_place(MentionId m) const;
  bool of_genitive(const Link& l, std::uint16_t node) const;
  bool heads_area_of(std::uint16_t node, const Filler& o) const;
  bool comes_from(std::uint16_t node, const Filler& o) const;
  bool sits_beside(RelationId relation, std::uint16_t node, const Filler& o) const;
  bool heads_body_of(std::uint16_t node, const Filler& o) const;
  bool one_of_board(std::uint16_t node) const;
  bool leads_wing(std::uint16_t node, TokenRange range) const;
  bool in_chamber(const Link& l, std::uint16_t node) const;
  bool seated_in(std::uint16_t node, const Filler& o) const;
  /// "minister IN Leeds": does the preposition join the two?
  bool joined_by(std::string_view preposition, std::uint16_t node, const Filler& o) const;
  bool area_of_firm(std::uint16_t node, const Filler& o) const;

  const Links& l_;
  const FrameContext& x_;
  const GroupContext& c_;
};

}  // namespace factloom
