// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/descriptions.h"

#include <algorithm>

#include "extract/base/ascii.h"
#include "extract/reference/owners.h"

namespace factloom {
namespace {

constexpr float least = 0.35f;   ///< a score below is none
constexpr float margin = 0.12f;  ///< by which the best must be better than the next
const Fading fading(0.8f);
constexpr float often = 0.06f;
constexpr float in_heading = 0.3f;  ///< for the only one of its kind that a heading names
constexpr std::uint32_t near = 4;   ///< sentences from which a name that holds the word is meant
constexpr float by_call = 1.0f, by_name = 0.9f, by_type = 0.65f, unnamed_type = 0.55f;

/// "Spirit Airlines" holds "airline".
bool holds_word(std::string_view name, std::string_view word) {
  for (std::size_t i = 0; i + word.size() <= name.size(); ++i) {
    if (i > 0 && name[i - 1] != ' ') continue;
    std::size_t k = 0;
    while (k < word.size() && ascii_lower(name[i + k]) == ascii_lower(word[k])) ++k;
    if (k < word.size()) continue;
    if (i + k < name.size() && name[i + k] == 's') ++k;
    if (i + k == name.size() || name[i + k] == ' ') return true;
  }
  return false;
}

}  // namespace

bool DescriptionResolver::is_named(const Group& g) const {
  return g.mention != MentionId::none && m_.mentions[index(g.mention)].kind == MentionKind::name &&
         m_.mentions[index(g.mention)].entity != EntityId::none;
}

EntityId DescriptionResolver::entity_at(std::uint32_t t) const {
  return at_[t] == MentionId::none ? EntityId::none : m_.mentions[index(at_[t])].entity;
}

// ---- what is known

void DescriptionResolver::remember(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (!is_named(g)) return;
  const Mention& m = m_.mentions[index(g.mention)];
  EntityId of = EntityId::none;
  for (std::uint32_t t = g.tokens.first; t < m.tokens.first; ++t) {
    const EntityId e = entity_at(t);
    if (e != EntityId::none && e != m.entity) {
      of = e;
      ties_.emplace(m.entity, e);
    }
  }
  for (std::uint32_t t = g.tokens.first; t < m.tokens.first; ++t) call(t, m.entity, of);
  const auto described = [&](std::size_t k) {
    return row[k].kind == GroupKind::noun && row[k].mention == MentionId::none && !row[k].date;
  };
  std::size_t behind = i + 2;  // "Ann Lee, the bank's CHIEF"
  while (behind + 2 < row.size() && row[behind + 1].kind == GroupKind::possessive) behind += 2;
  const bool quoted =  // "exports to Chad, THE MINISTRY said"
      behind + 1 < row.size() && row[behind + 1].kind == GroupKind::verb &&
      token(row[behind + 1].head).classes.has(k_.reporting);
  if (!quoted && behind < row.size() && row[i + 1].kind == GroupKind::comma && described(behind))
    remember_described(row[behind], m.entity);
  if (i >= 2 && row[i - 1].kind == GroupKind::comma && described(i - 2))
    remember_described(row[i - 2], m.entity);
  if (i > 0 && i + 1 < row.size() && row[i - 1].kind == GroupKind::verb && described(i + 1) &&
      token(row[i - 1].head).classes.has(k_.appoint))
    remember_described(row[i + 1], m.entity);  // "named Ann Lee CHIEF EXECUTIVE"
}

void DescriptionResolver::remember_described(const Group& g, EntityId who) {
  EntityId of = EntityId::none;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (entity_at(t) != EntityId::none && entity_at(t) != who) of = entity_at(t);
  if (of != EntityId::none) ties_.emplace(who, of);
  call(g.head, who, of);
}

void DescriptionResolver::call(std::uint32_t t, EntityId who, EntityId of) {
  const ClassSet& s = token(t).classes;
  if (token(t).lemma == WordId::none || !is_noun(token(t).tag)) return;
  const bool person = kinds_.is_person(entity(who).type);
  const bool fits = person ? s.has(k_.position) || s.has(k_.person)
                           : s.has(k_.group) || s.has(k_.company) || kinds_.described_by(s) != 0;
  if (fits) called_.insert({token(t).lemma, who, of});
}

bool DescriptionResolver::somebody_called(WordId lemma) const {
  const auto first = called_.lower_bound({lemma, EntityId{0}, EntityId{0}});
  return first != called_.end() && first->lemma == lemma;
}

bool DescriptionResolver::known_as(EntityId who, WordId lemma, EntityId of) const {
  if (lemma == WordId::none) return false;
  if (of != EntityId::none) return called_.count({lemma, who, of}) != 0;
  const auto first = called_.lower_bound({lemma, who, EntityId{0}});
  return first != called_.end() && first->lemma == lemma && first->entity == who;
}

bool DescriptionResolver::tied(EntityId who, EntityId place) const {
  return ties_.count({who, place}) != 0;
}

// ---- who is meant

EntityId DescriptionResolver::find(const Discourse& discourse, const std::vector<Group>& row,
                                   std::size_t i, std::uint32_t sentence) const {
  const Group& g = row[i];
  if (contrasted(g) || picked_out(row, i)) return EntityId::none;
  const Token& head = token(g.head);
  const Sought sought{head, text_.text(g.head), a_part(g) ? 0 : kinds_.described_by(head.classes),
                      owner_behind(row, i), somebody_called(head.lemma)};
  EntityId best = EntityId::none;
  float first = 0, second = 0, best_how = 0;
  std::uint32_t best_last = 0, latest = 0;  // sentences: of the best, of anybody named
  int named = 0;
  bool by_word = false;  // somebody is called so, or is a name that holds the word
  const std::vector<Referent>& all = discourse.referents();
  int topics = 0;
  for (const Referent& r : all) topics += r.topic && fit(r, sought) > 0;
  for (std::size_t r = all.size(); r-- > 0;) {
    const float how = fit(all[r], sought);
    if (how == 0 || (by_word && how < by_name)) continue;
    named += all[r].entity != EntityId::none;
    if (all[r].entity != EntityId::none) latest = std::max(latest, all[r].last.sentence);
    if (!by_word && how >= by_name && all[r].entity != EntityId::none &&
        sentence - all[r].last.sentence <= near) {
      by_word = true;
      first = second = 0;
      named = 1;
    }
    const float topic = topics == 1 && all[r].topic ? in_heading : 0;
    const float score = how * (0.3f + salience(all[r], sentence, fading, often) + topic);
    if (score > first) {
      second = first;
      first = score;
      best = all[r].entity;
      best_how = how;
      best_last = all[r].last.sentence;
    } else {
      second = std::max(second, score);
    }
  }
  if (best == EntityId::none || first < least || first - second < margin) return EntityId::none;
  if (best_how <= by_type && named > 1 && latest > best_last && sentence - best_last > 1)
    return EntityId::none;  // somebody else has been named since
  return (named == 1 && best_how != by_name) || ties_known(g, best) ? best : EntityId::none;
}

float DescriptionResolver::fit(const Referent& r, const Sought& sought) const {
  const Token& head = sought.head;
  if (r.entity == EntityId::none) {
    if (r.plural) return 0;
    if (r.lemma == head.lemma && head.lemma != WordId::none) return by_call;
    return sought.wanted != 0 && (kinds_.described_by(r.classes) & sought.wanted) != 0
               ? unnamed_type
               : 0;
  }
  const Entity& e = entity(r.entity);
  if (e.plural) return 0;
  if (sought.called && known_as(r.entity, head.lemma, sought.of)) return by_call;
  if (sought.of != EntityId::none || kinds_.is_person(e.type)) return 0;
  if (holds_word(e.name, sought.word)) return by_name;
  return Ontology::in(e.type, sought.wanted) && !called_otherwise(e, head) ? by_type : 0;
}

/// A "League", as its name says, is no "fund".
bool DescriptionResolver::called_otherwise(const Entity& e, const Token& head) const {
  if (!head.classes.has(k_.state_body_head) || e.first == MentionId::none) return false;
  const Token& last = token(m_.mentions[index(e.first)].tokens.last - 1);
  const bool body = last.classes.has(k_.state_body_head) ||
                    (last.classes.has(k_.group) && !last.classes.has(k_.company));
  return body && last.lemma != head.lemma;
}

bool DescriptionResolver::ties_known(const Group& g, EntityId who) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    const EntityId e = entity_at(t);
    if (e != EntityId::none && !tied(who, e)) return false;
  }
  return true;
}

bool DescriptionResolver::contrasted(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (token(t).tag == Tag::JJS || token(t).tag == Tag::CD || token(t).classes.has(k_.contrasting))
      return true;
  return false;
}

bool DescriptionResolver::a_part(const Group& g) const {
  const ClassSet& head = token(g.head).classes;
  return head.has(k_.firm_part) || (head.has(k_.firm_activity) && g.tokens.size() > 2);
}

EntityId DescriptionResolver::owner_behind(const std::vector<Group>& row, std::size_t i) const {
  const MentionId m = genitive_behind(row, i, text_, k_);
  return m == MentionId::none ? EntityId::none : m_.mentions[index(m)].entity;
}

bool DescriptionResolver::picked_out(const std::vector<Group>& row, std::size_t i) const {
  if (i + 1 >= row.size()) return false;
  const Group& next = row[i + 1];
  if (next.kind == GroupKind::relative || token(next.head).classes.has(k_.relative)) return true;
  if (next.kind == GroupKind::verb) return next.form == VerbForm::participle;
  if (i + 2 >= row.size()) return false;
  if (next.kind == GroupKind::noun)  // "the company HE founded"
    return next.pronoun && row[i + 2].kind == GroupKind::verb;
  if (next.kind != GroupKind::preposition || row[i + 2].date) return false;
  if (token(next.head).classes.has(k_.genitive_preposition))
    return owner_behind(row, i) == EntityId::none;
  if (i > 0 && row[i - 1].kind == GroupKind::verb) return false;  // "bought the firm in Leeds"
  const MentionId place = row[i + 2].mention;
  return place != MentionId::none &&
         kinds_.ontology.is_a(m_.mentions[index(place)].type, kinds_.place);
}

}  // namespace factloom
