// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/owning_mates.h"

#include "extract/reference/owners.h"

namespace factloom {

EntityId OwningMates::owner(const std::vector<Group>& row, std::size_t i,
                            std::uint32_t pronoun) const {
  const bool included = includes(row, i);
  if (const EntityId e = namesake(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = sold(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = of_kin(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = with_its_own(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = struck(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = blamed(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = who_speaks(row, i, pronoun); e != EntityId::none) return e;
  if (const EntityId e = of_first_clause(row, i, pronoun); e != EntityId::none) return e;
  if (i < 2 || pronoun != row[i].tokens.first ||
      (row[i - 1].kind != GroupKind::coordinator && !included))
    return EntityId::none;
  if (i >= 5 && row[i - 2].kind == GroupKind::comma && token(row[i].head).classes.has(k_.position))
    if (const MentionId whose = possessor_before(row, i - 3); whose != MentionId::none) {
      const EntityId e =
          m_.mentions[index(whose)].entity;  // "Ann Lee, ACME's chief, and ITS chair"
      return e != EntityId::none && owns(e, token(pronoun), row[i], false) ? e : EntityId::none;
    }
  std::size_t k = included ? i - 3 : i - 2;
  bool aside = !included && k > 2 && row[k].kind == GroupKind::comma;
  if (aside) --k;  // "the son of Bob Roy, a banker, and HIS wife"
  for (; row[k].kind == GroupKind::noun; k -= 2) {
    if (k > 0 && row[k - 1].kind == GroupKind::verb && row[k - 1].copula)
      break;  // "His father was Bob Roy and HIS mother …"
    const EntityId mate = row[k].mention == MentionId::none
                              ? EntityId::none
                              : m_.mentions[index(row[k].mention)].entity;
    if (!aside && mate != EntityId::none && owns(mate, token(pronoun), row[i], included))
      return mate;
    if (aside && k > 2 && row[k - 1].kind == GroupKind::comma && mate == EntityId::none) {
      aside = false;
      continue;
    }
    if (k < 2 || row[k - 1].kind != GroupKind::preposition) break;  // back over "of Leeds"
  }
  return EntityId::none;
}

/// "bought BOLT from ITS founder", "sold Bolt to its owner": whose he is is what changes hands.
EntityId OwningMates::sold(const std::vector<Group>& row, std::size_t i,
                           std::uint32_t pronoun) const {
  if (i < 3 || pronoun != row[i].tokens.first || row[i - 1].kind != GroupKind::preposition ||
      !token(row[i].head).classes.has(k_.seller) || !token(pronoun).classes.has(k_.neuter))
    return EntityId::none;
  const std::string_view way = text_.text(row[i - 1].head);
  std::size_t k = i - 2;
  while (k > 0 && row[k].kind == GroupKind::adverb) --k;  // "sold Bolt BACK to"
  if ((way != "from" && way != "to") || k == 0 || row[k].kind != GroupKind::noun ||
      row[k - 1].kind != GroupKind::verb)
    return EntityId::none;
  const EntityId e = entity_of(m_, row[k].mention);
  return e != EntityId::none &&
                 kinds_.ontology.is_a(m_.entities[index(e)].type, kinds_.organization)
             ? e
             : EntityId::none;
}

/// "THE COMMISSION has barred Acme's units, and ITS CHAIRMAN said why": of the one that the
/// sentence is about.
EntityId OwningMates::of_first_clause(const std::vector<Group>& row, std::size_t i,
                                      std::uint32_t pronoun) const {
  if (i < 4 || pronoun != row[i].tokens.first || row[i - 1].kind != GroupKind::coordinator ||
      row[i - 2].kind != GroupKind::comma || !token(pronoun).classes.has(k_.neuter) ||
      !token(row[i].head).classes.has(k_.position))
    return EntityId::none;
  std::size_t verb = 1;
  while (verb < i - 2 && row[verb].kind != GroupKind::verb) {
    if (row[verb].kind != GroupKind::noun && row[verb].kind != GroupKind::possessive &&
        row[verb].kind != GroupKind::adverb)
      return EntityId::none;
    ++verb;
  }
  if (verb >= i - 2 || row[verb].form != VerbForm::finite) return EntityId::none;
  std::size_t subject = verb - 1;
  while (subject > 0 && row[subject].kind == GroupKind::adverb) --subject;
  const bool goes_on = i + 1 < row.size() &&
                       (row[i + 1].kind == GroupKind::comma || row[i + 1].kind == GroupKind::verb);
  const EntityId e = goes_on ? entity_of(m_, row[subject].mention) : EntityId::none;
  return e != EntityId::none && owns(e, token(pronoun), row[i], false) ? e : EntityId::none;
}

/// "sued ACME and Ann Lee, ITS chief": of the one beside whom the holder of the post stands.
EntityId OwningMates::with_its_own(const std::vector<Group>& row, std::size_t i,
                                   std::uint32_t pronoun) const {
  if (i < 4 || pronoun != row[i].tokens.first || row[i - 1].kind != GroupKind::comma ||
      row[i - 3].kind != GroupKind::coordinator || row[i - 4].mention == MentionId::none ||
      row[i - 2].mention == MentionId::none)
    return EntityId::none;
  const Mention& holder = m_.mentions[index(row[i - 2].mention)];
  const EntityId mate = m_.mentions[index(row[i - 4].mention)].entity;
  if (holder.kind != MentionKind::name || !kinds_.is_person(holder.type) ||
      mate == EntityId::none || !token(row[i].head).classes.has(k_.position))
    return EntityId::none;
  return owns(mate, token(pronoun), row[i], false) ? mate : EntityId::none;
}

/// "raided ACME in Leeds and arrested ITS chief", "bought ACME and replaced ITS chief": of the one
/// to whom both is done.
EntityId OwningMates::struck(const std::vector<Group>& row, std::size_t i,
                             std::uint32_t pronoun) const {
  if (i < 5 || pronoun != row[i].tokens.first || row[i - 1].kind != GroupKind::verb ||
      row[i - 1].passive || row[i - 2].kind != GroupKind::coordinator)
    return EntityId::none;
  std::size_t k = i - 3;
  while (k >= 2 && row[k].kind == GroupKind::noun && row[k - 1].kind == GroupKind::preposition)
    k -= 2;
  if (row[k].kind != GroupKind::noun || row[k - 1].kind != GroupKind::verb || row[k - 1].passive)
    return EntityId::none;
  const ClassSet& first = token(row[k - 1].head).classes;
  const ClassSet& second = token(row[i - 1].head).classes;
  if (!second.has(k_.arresting) && !(first.has(k_.seizing) && second.has(k_.removing)))
    return EntityId::none;
  const EntityId e = entity_of(m_, row[k].mention);
  return e != EntityId::none && owns(e, token(pronoun), row[i], false) ? e : EntityId::none;
}

/// "criticised CHILE for ITS ban", "sanctions on CHILE over ITS policy", "accused CHILE of breaking
/// ITS pledge": of the one who is blamed or praised for it.
EntityId OwningMates::blamed(const std::vector<Group>& row, std::size_t i,
                             std::uint32_t pronoun) const {
  if (i < 3 || pronoun != row[i].tokens.first || !token(pronoun).classes.has(k_.neuter))
    return EntityId::none;
  std::size_t way = i - 1;
  const bool deed = row[way].kind == GroupKind::verb && row[way].form == VerbForm::gerund;
  if (deed) --way;
  if (row[way].kind != GroupKind::preposition && row[way].kind != GroupKind::subordinator)
    return EntityId::none;
  const std::string_view word = text_.text(row[way].head);
  if (word == "of" && !deed && row[way - 1].head + 1 == row[way].head &&
      text_.text(row[way - 1].head) == "because")
    --way;
  else if (word != "for" && word != "over" && !(deed && (word == "of" || word == "from")))
    return EntityId::none;
  std::size_t k = way - 1;
  while (k > 2 && row[k].date) --k;
  if (k < 2 || row[k].kind != GroupKind::noun || row[k].pronoun) return EntityId::none;
  const EntityId e = entity_of(m_, row[k].mention);
  if (e == EntityId::none || !kinds_.is_actor(m_.entities[index(e)].type) ||
      kinds_.is_person(m_.entities[index(e)].type))
    return EntityId::none;
  const Group& before = row[k - 1];
  if (before.kind == GroupKind::verb)
    return !before.passive && token(before.head).classes.has(k_.accusing) ? e : EntityId::none;
  const ClassSet& act = token(row[k - 2].head).classes;
  const std::string_view aim = text_.text(before.head);
  return before.kind == GroupKind::preposition && (aim == "on" || aim == "against") &&
                 (act.has(k_.trade_measure) || act.has(k_.accusing))
             ? e
             : EntityId::none;
}

/// "The SECURITIES COMMISSION has barred Acme's brokers, and ITS chief, Ann Lee, said": of the one
/// who acts in the clause before.
EntityId OwningMates::who_speaks(const std::vector<Group>& row, std::size_t i,
                                 std::uint32_t pronoun) const {
  if (i < 5 || i + 4 >= row.size() || pronoun != row[i].tokens.first ||
      row[i - 1].kind != GroupKind::coordinator || row[i - 2].kind != GroupKind::comma ||
      row[i + 1].kind != GroupKind::comma || row[i + 2].kind != GroupKind::noun ||
      row[i + 3].kind != GroupKind::comma || row[i + 4].kind != GroupKind::verb ||
      !token(row[i + 4].head).classes.has(k_.reporting))
    return EntityId::none;
  std::size_t k = i - 2;
  while (k > 0 && !(row[k].kind == GroupKind::verb && row[k].form == VerbForm::finite)) --k;
  if (k == 0 || row[k].passive || row[k - 1].kind != GroupKind::noun) return EntityId::none;
  const MentionId who = row[k - 1].mention;
  const bool begins = k == 1 || row[k - 2].kind == GroupKind::colon;
  if (!begins || who == MentionId::none || m_.mentions[index(who)].kind != MentionKind::name)
    return EntityId::none;
  const EntityId e = m_.mentions[index(who)].entity;
  return e != EntityId::none && owns(e, token(pronoun), row[i], false) ? e : EntityId::none;
}

/// "His father, Max, was a doctor and HIS MOTHER, Eve, a singer", "Bob Roy's SON Max and HIS
/// DAUGHTER Eve": one person's both.
EntityId OwningMates::of_kin(const std::vector<Group>& row, std::size_t i,
                             std::uint32_t pronoun) const {
  const Kin kin = kin_told(row[i]);
  if (i < 2 || pronoun != row[i].tokens.first || kin == Kin::none) return EntityId::none;
  for (std::size_t k = i - 1; k-- > 0;) {
    if (row[k].kind != GroupKind::noun || kin_told(row[k]) != kin) continue;
    const std::uint32_t t = row[k].tokens.first;
    if (k > 1 && row[k - 1].kind == GroupKind::possessive && kin == Kin::child) {
      const EntityId e = entity_of(m_, possessor_before(row, k));
      if (e != EntityId::none && owns(e, token(pronoun), row[i], false)) return e;
      continue;
    }
    if (token(t).lemma != token(pronoun).lemma ||
        (kin == Kin::parent && text_.text(row[k].head) == text_.text(row[i].head)))
      continue;
    for (std::size_t m = m_.mentions.size(); m-- > 0;)
      if (m_.mentions[m].tokens.first == t && m_.mentions[m].kind == MentionKind::pronoun)
        return m_.mentions[m].entity;
  }
  return EntityId::none;
}

OwningMates::Kin OwningMates::kin_told(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t) {
    if (!token(t).classes.has(k_.kinship)) continue;
    const std::string_view word = text_.text(t);
    if (word == "father" || word == "mother") return Kin::parent;
    if (word == "son" || word == "daughter") return Kin::child;
  }
  return Kin::none;
}

/// "HIS wife, Ann Lee": that of Bob Lee, where he alone was named of those of that surname.
EntityId OwningMates::namesake(const std::vector<Group>& row, std::size_t i,
                               std::uint32_t pronoun) const {
  const Group& g = row[i];
  const ClassSet& s = token(pronoun).classes;
  bool married = false;
  for (std::uint32_t t = pronoun + 1; t <= g.head; ++t) married |= token(t).classes.has(k_.spouse);
  if (!married) return EntityId::none;
  if (pronoun != g.tokens.first || !(s.has(k_.masculine) || s.has(k_.feminine)))
    return EntityId::none;
  const bool apart = i + 2 < row.size() && row[i + 1].kind == GroupKind::comma;
  const bool behind = i > 1 && row[i - 1].kind == GroupKind::comma;  // "Ann Lee, HIS late WIFE, …"
  const MentionId kin = g.mention != MentionId::none                  ? g.mention
                        : apart && row[i + 2].kind == GroupKind::noun ? row[i + 2].mention
                        : behind                                      ? row[i - 2].mention
                                                                      : MentionId::none;
  if (kin == MentionId::none || m_.mentions[index(kin)].tokens.size() < 2 ||
      m_.mentions[index(kin)].kind != MentionKind::name)
    return EntityId::none;
  const std::string_view surname = text_.text(m_.mentions[index(kin)].tokens.last - 1);
  EntityId found = EntityId::none;
  for (std::size_t e = 0; e < m_.entities.size(); ++e) {
    const Entity& one = m_.entities[e];
    if (!kinds_.is_person(one.type) || one.first == MentionId::none ||
        m_.mentions[index(one.first)].tokens.first >= pronoun || !one.name.ends_with(surname) ||
        static_cast<EntityId>(e) == m_.mentions[index(kin)].entity ||
        one.name.size() < surname.size() + 2 ||
        one.name[one.name.size() - surname.size() - 1] != ' ')
      continue;
    if (one.gender == (s.has(k_.masculine) ? Gender::female : Gender::male)) continue;
    if (is_child(static_cast<EntityId>(e))) continue;
    if (found != EntityId::none) return EntityId::none;
    found = static_cast<EntityId>(e);
  }
  return found;
}

/// "her DAUGHTER, the novelist Eve Lee, …", "her SON Max Lee"
bool OwningMates::is_child(EntityId e) const {
  const std::uint32_t t = m_.mentions[index(m_.entities[index(e)].first)].tokens.first;
  for (std::uint32_t k = t; k > 0 && k + 5 > t; --k) {
    const Token& before = token(k - 1);
    if (before.tag == Tag::period || before.tag == Tag::PRPS) break;
    if (before.classes.has(k_.kinship)) {
      const std::string_view word = text_.text(k - 1);
      return word == "son" || word == "daughter";
    }
  }
  return false;
}

/// "Acme, INCLUDING its unit"
bool OwningMates::includes(const std::vector<Group>& row, std::size_t i) const {
  return i >= 3 && row[i - 2].kind == GroupKind::comma &&
         token(row[i - 1].head).classes.has(k_.include);
}

bool OwningMates::owns(EntityId mate, const Token& pronoun, const Group& owned,
                       bool included) const {
  const Entity& e = m_.entities[index(mate)];
  const ClassSet& s = pronoun.classes;
  ClassSet head = token(owned.head).classes;
  if (is_proper_noun(token(owned.head).tag))  // "his WIFE Ann Lee"
    for (std::uint32_t t = owned.tokens.first; t < owned.head; ++t)
      if (is_noun(token(t).tag)) head = head | token(t).classes;
  if (s.has(k_.neuter))
    return kinds_.ontology.is_a(e.type, kinds_.organization) &&
           (included || head.has(k_.position) || head.has(k_.person) || head.has(k_.body_part));
  if (!kinds_.is_person(e.type) || !head.has(k_.kinship)) return false;
  return (s.has(k_.masculine) && e.gender != Gender::female) ||
         (s.has(k_.feminine) && e.gender != Gender::male);
}

}  // namespace factloom
