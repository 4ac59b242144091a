// SPDX-License-Identifier: Apache-2.0
// Where the persons of a text have their posts, as far as it has told so far: "Ann Lee, the chief
// executive of ACME", "she led ACME". Who later resigns "as chief executive", has a successor or is
// replaced did so there.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

class Employers {
 public:
  Employers(const Text& text, const Mentions& mentions, const std::vector<MentionId>& mention_at,
            const EntityKinds& kinds, const GrammaticalRoles& roles)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes), r_(roles) {}

  /// Learns from the group at `i`, what it mentions being known, who has a post where, and who
  /// leads what ("She LED ACME").
  void learn_post(const std::vector<Group>& row, std::size_t i);
  void learn_led(const std::vector<Group>& row, std::size_t i);

  /// Notes who has the bare post in the group at `i`, which is over there.
  void learn_bare(const std::vector<Group>& row, std::size_t i, std::uint32_t post,
                  MentionId where) {
    note(holder(row, i, i), where, is_top_post(post));
  }

  /// Notes that a person has a post there, or heads it; nothing for EntityId::none.
  void note(EntityId person, MentionId where, bool heads);

  /// Where a person was last said to have a post, or to head (`heads`); none if nowhere.
  MentionId of(EntityId person, bool heads) const;

  /// The person whom the group names, or one behind it: "its chairman, ANN LEE, led".
  EntityId named_at(const std::vector<Group>& row, int i) const;

  /// Does the noun at a token name the top post of a body: "chairman", "CHIEF EXECUTIVE"?
  bool is_top_post(std::uint32_t t) const;
  bool is_founder(std::uint32_t t) const;

 private:
  struct Post {
    EntityId person = EntityId::none;
    MentionId where = MentionId::none;
    bool heads = false;
  };
  static constexpr std::size_t remembered = 16;  ///< posts, so that long texts cost no more

  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  EntityId person(MentionId m) const { return kinds_.person_at(m_, m); }
  EntityId person_of(const std::vector<Group>& row, std::size_t i) const;
  bool employs(MentionId m) const;
  bool long_ago(TokenRange words) const;
  std::uint32_t post_in(const Group& g) const;
  EntityId holder(const std::vector<Group>& row, std::size_t post, std::size_t last) const;
  EntityId told_of(const std::vector<Group>& row, std::size_t post) const;
  MentionId owner_inside(const Group& g, std::uint32_t post) const;
  MentionId appointer(const std::vector<Group>& row, std::size_t i) const;
  bool elsewhere_once(const Group& g, std::uint32_t post) const;
  bool second_post(const std::vector<Group>& row, std::size_t post) const;
  void led_by(const std::vector<Group>& row, std::size_t i, const Group& verb);

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const GrammaticalRoles& r_;
  std::array<Post, remembered> posts_;
  std::size_t next_ = 0;
};

}  // namespace factloom
