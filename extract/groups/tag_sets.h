// SPDX-License-Identifier: Apache-2.0
// Sets of word classes: of most words one test tells with which groups they can begin. Internal to
// extract/groups.
#pragma once
#include <cstdint>
#include <initializer_list>

#include "extract/text/tag.h"

namespace factloom {

using TagSet = std::uint64_t;
constexpr TagSet set_of(std::initializer_list<Tag> tags) {
  TagSet set = 0;
  for (const Tag t : tags) set |= TagSet{1} << static_cast<unsigned>(t);
  return set;
}
constexpr bool in(TagSet set, Tag t) {
  return (set >> static_cast<unsigned>(t) & 1u) != 0;
}
/// Of words that noun groups go on with, whatever stands beside them.
inline constexpr TagSet nominal_tags =
    set_of({Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::JJ, Tag::JJR, Tag::JJS, Tag::CD, Tag::HYPH,
            Tag::AFX, Tag::dollar, Tag::SYM, Tag::FW, Tag::GW, Tag::ADD, Tag::NFP});
/// Of words that verb groups begin with, but for words that negate.
inline constexpr TagSet verbal_tags =
    set_of({Tag::VB, Tag::VBD, Tag::VBG, Tag::VBN, Tag::VBP, Tag::VBZ, Tag::RB, Tag::RBR, Tag::RBS,
            Tag::MD, Tag::TO});
/// Of words with which no noun group begins, unless a mention does or a hyphen stands before them.
inline constexpr TagSet never_noun =
    ~(nominal_tags | set_of({Tag::DT, Tag::PDT, Tag::PRPS, Tag::PRP, Tag::EX, Tag::VBN, Tag::VBG,
                             Tag::RB, Tag::CC, Tag::open_bracket}));

/// Of words behind a noun that may begin another group, though they could go on with
/// its own.
inline constexpr TagSet leaving_tags = set_of({Tag::JJR, Tag::CD, Tag::NNS, Tag::VBN, Tag::VBG});
/// Of words that join what goes on with a noun group to it.
inline constexpr TagSet joining_tags = set_of({Tag::open_bracket, Tag::RB, Tag::CC, Tag::comma});

}  // namespace factloom
