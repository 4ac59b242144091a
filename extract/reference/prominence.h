// SPDX-License-Identifier: Apache-2.0
// Where a named group stands such that the text goes on to speak of it, as of a subject, though it
// is none; and where such that it does not.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

class Prominence {
 public:
  Prominence(const Text& text, const Mentions& mentions, const EntityKinds& kinds)
      : text_(text), m_(mentions), kinds_(kinds) {}

  /// Does the sentence tell of the group at `i`, which names somebody, as the one that is
  /// identified, or as what the text turns to?
  bool told(const std::vector<Group>& row, std::size_t i, GrammaticalRole role) const {
    return turned_to(row, i) || (role == GrammaticalRole::complement && names_person(row[i]));
  }
  /// By a relative clause behind it: "came from ANN LEE, WHO wanted more"?
  bool has_clause(const std::vector<Group>& row, std::size_t i) const;
  /// "LONDON, March 4 - It grew": where an article was written is nothing that it speaks of. The
  /// number of groups before the dash; 0 if there is no dateline.
  std::size_t dateline(const std::vector<Group>& row) const;
  /// "THE NORWEGIAN left": a person, not the country; "NO PLAN": nothing to come back to.
  bool is_nothing(const Group& g) const;
  /// "Acme Foundation, THE GOVERNING BODY": no other one.
  bool explains_body(const std::vector<Group>& row, std::size_t i) const;

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  bool is_a(const Group& g, TypeId type) const {
    return g.mention != MentionId::none &&
           kinds_.ontology.is_a(m_.mentions[index(g.mention)].type, type);
  }
  bool of_kin(const std::vector<Group>& row, std::size_t i) const;
  /// "its chief is ANN LEE"
  bool names_person(const Group& g) const {
    return is_a(g, kinds_.person) && m_.mentions[index(g.mention)].kind == MentionKind::name;
  }
  /// "For ACME it was a triumph"
  bool turned_to(const std::vector<Group>& row, std::size_t i) const {
    return i == 1 && row[0].kind == GroupKind::preposition &&
           (is_a(row[1], kinds_.organization) || is_a(row[1], kinds_.person));
  }

  const Text& text_;
  const Mentions& m_;
  const EntityKinds& kinds_;
};

}  // namespace factloom
