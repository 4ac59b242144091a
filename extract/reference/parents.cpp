// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/parents.h"

namespace factloom {
namespace {

/// Were the two spoken of in one clause, both as subjects or one as the object of the other?
bool beside(const Referent& subject, const Referent& r, const Mentions& m) {
  if (r.last.sentence != subject.last.sentence || r.last.clause != subject.last.clause)
    return false;
  if (r.last.role == GrammaticalRole::subject) return r.listed || subject.listed;
  const Gender a = m.entities[index(r.entity)].gender;
  return (r.last.role == GrammaticalRole::object || r.last.role == GrammaticalRole::oblique) &&
         (a == Gender::unknown || a != m.entities[index(subject.entity)].gender);
}

}  // namespace

Parents find_parents(const Discourse& discourse, const Mentions& mentions, const EntityKinds& kinds,
                     std::uint32_t sentence, std::uint32_t whole) {
  const Referents all = discourse.referents();
  const auto person = [&](const Referent& r) {
    return r.entity != EntityId::none && sentence - r.last.sentence <= 1 && r.last.token != whole &&
           kinds.is_person(mentions.entities[index(r.entity)].type);
  };
  Parents found;
  for (std::size_t i = all.size(); i-- > 0 && found.one < 0;)
    if (person(all[i]) && all[i].last.role == GrammaticalRole::subject)
      found.one = static_cast<int>(i);
  if (found.one < 0) return found;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (static_cast<int>(i) == found.one || !person(all[i]) ||
        !beside(all[static_cast<std::size_t>(found.one)], all[i], mentions))
      continue;
    if (found.other >= 0) return {found.one, -1};  // more than a couple
    found.other = static_cast<int>(i);
  }
  return found;
}

bool of_kin(const Group& group, std::uint32_t token, const Text& text,
            const KnownClasses& classes) {
  while (++token < group.tokens.last)
    if (text.tokens[token].classes.has(classes.kinship)) return true;
  return false;
}

bool have_children(const std::vector<Group>& row, std::size_t i, const Text& text,
                   const Mentions& mentions, const EntityKinds& kinds) {
  const KnownClasses& k = kinds.classes;
  const auto word = [&](std::size_t at) -> const ClassSet& {
    return text.tokens[row[at].head].classes;
  };
  std::size_t v = i + 1;
  while (v < row.size() && row[v].kind == GroupKind::adverb) ++v;
  if (!word(i).has(k.plural) || v + 1 >= row.size() || row[v].kind != GroupKind::verb ||
      !word(v).has(k.have) || row[v + 1].kind != GroupKind::noun || !word(v + 1).has(k.kinship))
    return false;
  const MentionId child = v + 3 < row.size() ? row[v + 3].mention : MentionId::none;
  return row[v + 1].mention != MentionId::none ||
         (child != MentionId::none && kinds.is_person(mentions.mentions[index(child)].type));
}

}  // namespace factloom
