// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/epithets.h"

#include <algorithm>

#include "extract/reference/owners.h"

namespace factloom {

WordId trade_of(const Text& text, std::uint32_t head, std::uint32_t first, const KnownClasses& k) {
  const Token& firm = text.tokens[head];
  if (head <= first || (!firm.classes.has(k.company) && !firm.classes.has(k.group)))
    return WordId::none;
  const Token& before = text.tokens[head - 1];
  return before.tag == Tag::NN && !before.classes.has(k.position) ? before.lemma : WordId::none;
}

bool Epithets::is_named(const Group& g) const {
  return g.mention != MentionId::none && m_.mentions[index(g.mention)].kind == MentionKind::name &&
         m_.mentions[index(g.mention)].entity != EntityId::none;
}

// ---- what is said

void Epithets::remember(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (!is_named(g)) return;
  const Mention& m = m_.mentions[index(g.mention)];
  if (kinds_.ontology.is_a(entity(m.entity).type, kinds_.organization)) read_name(g.mention);
  EntityId of = EntityId::none;
  for (std::uint32_t t = g.tokens.first; t < m.tokens.first; ++t) {
    const EntityId e = at(t);
    if (e != EntityId::none && e != m.entity) {
      of = e;
      tie(m.entity, e);
    }
  }
  for (std::uint32_t t = g.tokens.first; t < m.tokens.first; ++t) call(t, m.entity, of);
  if (m.tokens.first > g.tokens.first) learn_trade(m.tokens.first - 1, g.tokens.first, m.entity);
  if (const MentionId place = genitive_behind(row, i, text_, k_); place != MentionId::none)
    tie(m.entity, m_.mentions[index(place)].entity);  // "EDF of France"
  if (const MentionId place = possessor_before(row, i); place != MentionId::none)
    tie(m.entity, m_.mentions[index(place)].entity);  // "Taiwan's TSMC"
  const auto described = [&](std::size_t k) {
    return row[k].kind == GroupKind::noun && row[k].mention == MentionId::none && !row[k].date;
  };
  std::size_t behind = i + 2;  // "Ann Lee, the bank's CHIEF"
  while (behind + 2 < row.size() && row[behind + 1].kind == GroupKind::possessive) behind += 2;
  if (behind < row.size() && row[i + 1].kind == GroupKind::comma && described(behind) &&
      !acts_itself(row, i, behind))
    remember_described(row[behind], m.entity);
  if (i >= 2 && row[i - 1].kind == GroupKind::comma && described(i - 2))
    remember_described(row[i - 2], m.entity);
  if (i > 0 && i + 1 < row.size() && row[i - 1].kind == GroupKind::verb && described(i + 1) &&
      token(row[i - 1].head).classes.has(k_.appoint))
    remember_described(row[i + 1], m.entity);  // "named Ann Lee CHIEF EXECUTIVE"
}

/// Is the noun behind a name and a comma the subject of a clause, and so perhaps another one?
bool Epithets::acts_itself(const std::vector<Group>& row, std::size_t name,
                           std::size_t noun) const {
  if (noun + 1 >= row.size() || row[noun + 1].kind != GroupKind::verb) return false;
  const Group& verb = row[noun + 1];
  return token(verb.head).classes.has(k_.reporting) ||  // "exports to Chad, THE MINISTRY said"
         (name > 0 && row[name - 1].kind == GroupKind::preposition &&
          verb.form == VerbForm::finite);  // "Against Acme, THE STUDIO fared well"
}

void Epithets::remember_described(const Group& g, EntityId who) {
  EntityId of = EntityId::none;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at(t) != EntityId::none && at(t) != who) of = at(t);
  if (of != EntityId::none) tie(who, of);
  call(g.head, who, of);
  learn_trade(g.head, g.tokens.first, who);
}

void Epithets::learn(const Group& g, EntityId who) {
  if (kinds_.is_person(entity(who).type)) return;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at(t) != EntityId::none) tie(who, at(t));
  bodies_of(who) = bodies_of(who) | kinds_.bodies(token(g.head).classes);
  learn_trade(g.head, g.tokens.first, who);
}

void Epithets::call(std::uint32_t t, EntityId who, EntityId of) {
  const ClassSet& s = token(t).classes;
  if (token(t).lemma == WordId::none || !is_noun(token(t).tag)) return;
  if (t + 1 < text_.tokens.size() && token(t + 1).tag == Tag::HYPH)
    return;  // "the STATE-owned bank"
  const bool person = kinds_.is_person(entity(who).type);
  const bool fits = person ? s.has(k_.position) || s.has(k_.person)
                           : s.has(k_.group) || s.has(k_.company) || kinds_.described_by(s) != 0;
  if (!fits) return;
  const CalledBy called{token(t).lemma, who, of};
  const auto place = std::lower_bound(called_.begin(), called_.end(), called);
  if (place == called_.end() || *place != called) called_.insert(place, called);
  if (!person) bodies_of(who) = bodies_of(who) | kinds_.bodies(s);
}

void Epithets::learn_trade(std::uint32_t head, std::uint32_t first, EntityId body) {
  const WordId trade = trade_of(text_, head, first, k_);
  if (trade != WordId::none) trades_.emplace(body, trade);
}

Known Epithets::is_in(EntityId who, WordId trade) const {
  const auto first = trades_.lower_bound({who, WordId{0}});
  if (trade == WordId::none || first == trades_.end() || first->first != who) return Known::open;
  return trades_.count({who, trade}) != 0 ? Known::yes : Known::no;
}

void Epithets::tie(EntityId body, EntityId place) {
  const Ontology& o = kinds_.ontology;
  if (place == EntityId::none || place == body || !o.is_a(entity(body).type, kinds_.organization))
    return;
  ties_.emplace(body, place);
  if (o.is_a(entity(place).type, kinds_.country))
    if (const std::string& code = country_of(place); !code.empty() && country_of(body).empty())
      countries_[body] = code;
}

/// Of a body: "Spirit AIRLINES", "BANCO Sabadell", "Bank of ENGLAND"
void Epithets::read_name(MentionId name) {
  const Mention& m = m_.mentions[index(name)];
  ClassSet& all = bodies_of(m.entity);
  for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t)
    if (token(t).classes.intersects(k_.kinds_of_body)) all = all | kinds_.bodies(token(t).classes);
  for (std::size_t k = index(name) + 1; k < m_.mentions.size(); ++k) {
    const Mention& inner = m_.mentions[k];
    if (!inner.inside || inner.tokens.first >= m.tokens.last) break;
    if (inner.kind != MentionKind::adjective || inner.tokens.first == m.tokens.first)
      tie(m.entity, inner.entity);  // "Anglo AMERICAN" need not be that
  }
}

std::span<const Epithets::CalledBy> Epithets::called(WordId lemma) const {
  if (lemma == WordId::none) return {};
  const auto [first, last] =
      std::equal_range(called_.begin(), called_.end(), CalledBy{lemma},
                       [](const CalledBy& a, const CalledBy& b) { return a.lemma < b.lemma; });
  return {first, last};
}

// ---- what can be meant

Known Epithets::is_kind(EntityId who, const ClassSet& kinds) const {
  if (kinds.empty() || index(who) >= bodies_.size() || bodies_[index(who)].empty())
    return Known::open;
  return bodies_[index(who)].intersects(kinds) ? Known::yes : Known::no;
}

Known Epithets::is_of(EntityId who, EntityId place) {
  if (ties_.count({who, place}) != 0) return Known::yes;
  if (kinds_.is_person(entity(place).type)) return Known::no;  // "the BIDEN administration"
  if (is_town(place))                                          // "the LEEDS club" is none of Hull
    for (auto t = ties_.lower_bound({who, EntityId{0}}); t != ties_.end() && t->first == who; ++t)
      if (is_town(t->second)) return Known::no;
  if (is_town(place) && named_for_another(who, place)) return Known::no;
  const std::string& home = country_of(who);
  const std::string& wanted = country_of(place);
  if (home.empty() || wanted.empty()) return Known::open;
  if (home != wanted) return Known::no;
  return kinds_.ontology.is_a(entity(place).type, kinds_.country) ? Known::yes : Known::open;
}

/// "NOTTINGHAM Forest" is no London club: a team that the name of another town begins.
bool Epithets::named_for_another(EntityId who, EntityId place) const {
  constexpr int well_known = 4;
  if (!kinds_.ontology.is_a(entity(who).type, kinds_.team)) return false;
  const std::string_view name = entity(who).name;
  const std::string_view town = name.substr(0, name.find(' '));
  if (town.size() == name.size() || town == entity(place).name) return false;
  const Gazetteer::Hit hit = gazetteer_.find(town);
  return std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
    return s.kind == SenseKind::name && s.weight >= well_known &&
           gazetteer_.type_name(hit, s) == kinds_.ontology.type(kinds_.city).name;
  });
}

/// A city, or what only "a LEEDS-based firm" told to be a place.
bool Epithets::is_town(EntityId place) const {
  const TypeId type = entity(place).type;
  return type == kinds_.place || kinds_.ontology.is_a(type, kinds_.city);
}

bool Epithets::named_as_place(EntityId body) const {
  const Gazetteer::Hit hit = gazetteer_.find(entity(body).name);
  return std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
    const TypeId type = kinds_.ontology.find_type(gazetteer_.type_name(hit, s));
    return s.kind == SenseKind::name && kinds_.ontology.is_a(type, kinds_.place);
  });
}

bool Epithets::seated_elsewhere(const std::vector<Group>& row, std::size_t i, EntityId home) {
  if (i + 2 >= row.size() || home == EntityId::none || row[i + 1].kind != GroupKind::preposition ||
      row[i + 2].mention == MentionId::none || text_.text(row[i + 1].head) != "in")
    return false;
  const EntityId seat = m_.mentions[index(row[i + 2].mention)].entity;
  return seat != EntityId::none && seat != home &&
         kinds_.ontology.is_a(entity(seat).type, kinds_.place) && is_of(seat, home) == Known::no;
}

const std::string& Epithets::country_of(EntityId e) {
  const auto [at, fresh] = countries_.try_emplace(e);
  if (fresh) at->second = look_up(entity(e));
  return at->second;
}

std::string Epithets::look_up(const Entity& e) const {
  const Gazetteer::Hit hit = gazetteer_.find(e.name);
  const bool country = kinds_.ontology.is_a(e.type, kinds_.country);
  constexpr int better_known = 3;  // Melbourne in Australia than in Florida
  std::string code;
  int known = 0;
  for (const Sense& sense : hit.senses) {
    if (sense.kind != SenseKind::name ||
        gazetteer_.type_name(hit, sense) != kinds_.ontology.type(e.type).name)
      continue;
    const std::string_view of = gazetteer_.text(hit, country ? sense.id : sense.of);
    if (of.empty() || of == code) continue;  // a list that does not tell
    if (!code.empty() && sense.weight + better_known <= known) continue;
    if (!code.empty() && sense.weight < known + better_known) return "";  // several of the name
    code = of;
    known = sense.weight;
  }
  return code;
}

}  // namespace factloom
