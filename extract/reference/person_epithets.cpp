// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/person_epithets.h"

#include <algorithm>

namespace factloom {

/// "the NORWEGIAN"
bool PersonEpithets::of_people(const Group& g) const {
  if (g.mention == MentionId::none || g.tokens.size() != 2) return false;
  const Mention& m = m_.mentions[index(g.mention)];
  const Tag tag = token(g.head).tag;
  return m.kind == MentionKind::adjective && g.head == m.head && tag != Tag::NNS &&
         tag != Tag::NNPS && kinds_.ontology.is_a(m.type, kinds_.country);
}

/// "the 62-YEAR-OLD"
bool PersonEpithets::of_age(const Group& g) const {
  return g.tokens.size() == aged && token(g.head - 4).tag == Tag::CD &&
         token(g.head - 2).classes.has(kinds_.classes.time_unit) &&
         token(g.head - 1).tag == Tag::HYPH;
}

/// Was the person named but to say what somebody said, before a paragraph that "the 62-year-old"
/// opens in a text about another one?
bool PersonEpithets::quoted_aside(const Discourse& discourse, const Referent& person,
                                  const std::vector<Group>& row) const {
  const std::uint32_t last = person.last.token;
  if (!token(row[0].tokens.first).is(shape_paragraph_first)) return false;
  const ClassId says = kinds_.classes.reporting;
  if (!token(last + 1).classes.has(says) && !(last > 0 && token(last - 1).classes.has(says)))
    return false;
  const Referents all = discourse.referents();
  return std::any_of(all.begin(), all.end(), [&](const Referent& r) {
    return r.topic && r.entity != EntityId::none && r.entity != person.entity &&
           kinds_.is_person(m_.entities[index(r.entity)].type);
  });
}

EntityId PersonEpithets::find(const Discourse& discourse, std::uint32_t sentence,
                              const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (i + 1 >= row.size() || (!of_people(g) && !of_age(g)) ||
      roles_.role(i) != GrammaticalRole::subject)
    return EntityId::none;
  const GroupKind next = row[i + 1].kind;
  if (next != GroupKind::verb && next != GroupKind::adverb) return EntityId::none;
  EntityId found = EntityId::none;
  const Referents all = discourse.referents();
  for (std::size_t k = all.size(); k-- > 0 && sentence - all[k].last.sentence <= 1;) {
    const EntityId e = all[k].entity;
    if (e == EntityId::none || !kinds_.is_person(m_.entities[index(e)].type)) continue;
    if (found != EntityId::none) return EntityId::none;
    found = e;
    const bool turned_to =  // "Ann Lee was succeeded by BOB ROY": the last one is like a subject
        all[k].last.role == GrammaticalRole::subject && all[k].count == 1 &&
        all[k].last.form == MentionKind::name && all[k].last.sentence + 1 == sentence;
    if (turned_to) {
      if (quoted_aside(discourse, all[k], row)) return EntityId::none;
      break;
    }
  }
  const bool woman = found != EntityId::none && text_.text(g.head).ends_with("woman");
  return woman && m_.entities[index(found)].gender == Gender::male ? EntityId::none : found;
}

}  // namespace factloom
