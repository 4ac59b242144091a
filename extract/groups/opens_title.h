// SPDX-License-Identifier: Apache-2.0
// Titles with their field behind them: "Minister of Finance Ann Lee".
#pragma once
#include "extract/base/words.h"
#include "extract/groups/group.h"

namespace factloom {

/// "SECRETARY of State", "DIRECTOR of Acme", "AMBASSADOR TO Japan": may the noun be the post of
/// whom a name behind the field tells?
inline bool opens_title(const GroupContext& c, const Group& post, const Group& of) {
  const Token& noun = c.text.tokens[post.head];
  const bool bare = c.text.tokens[post.tokens.first].tag != Tag::DT;
  return (bare || noun.is(shape_upper_first)) &&
         (noun.classes.has(c.classes.position) || noun.classes.has(c.classes.head_post)) &&
         one_of(c.text.text(of.head), {"of", "for", "to"});
}

}  // namespace factloom
