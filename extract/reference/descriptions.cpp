// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/descriptions.h"

#include <algorithm>

#include "extract/base/ascii.h"
#include "extract/base/words.h"
#include "extract/reference/latter.h"
#include "extract/reference/owners.h"

namespace factloom {
namespace {

constexpr float least = 0.35f;   ///< a score below is none
constexpr float margin = 0.12f;  ///< by which the best must be better than the next
const Fading fading(0.8f);
constexpr float often = 0.1f;
constexpr float in_heading = 0.3f;     ///< for the only one of its kind that a heading names
constexpr std::uint32_t repeated = 4;  ///< how often one is named that a new paragraph returns to
constexpr float same_role = 0.2f;      ///< both subjects, or both objects
constexpr float same_place = 0.3f;     ///< "the French firm" of one known to be French
constexpr float unknown_of = -0.15f;   ///< of one not known to be that: "the MARGARINE firm"
constexpr std::uint32_t near = 4;      ///< sentences from which one that is proven to fit is meant
constexpr float going_on = 0.15f;      ///< for the subject of the sentence before
constexpr float alike = 0.16f;         ///< one that fits so much worse may be meant as well
/// How well a description fits one called so, one whose name holds its noun, one of its kind, one
/// of its type, a body of no known type; one of its type where the noun names a kind; and what is
/// not named.
constexpr float by_call = 1.0f, by_loose_call = 0.72f, by_name = 0.9f, by_kind = 0.85f,
                by_type = 0.65f, by_loose_type = 0.55f, by_open_kind = 0.5f, unnamed_type = 0.55f;

/// Bodies that are told by what they deal in: no team, committee or industry.
constexpr std::string_view sorts_of_body[] = {
    "fund",  "firm",  "company",  "group", "agency",  "trust", "maker",
    "giant", "union", "retailer", "bank",  "utility", "chain", "federation"};

/// "organisation" and "Organization" are one word.
bool same_letter(char a, char b, bool behind) {
  a = ascii_lower(a);
  b = ascii_lower(b);
  return a == b || (behind && (a == 's' || a == 'z') && (b == 's' || b == 'z'));
}

/// "Spirit Airlines" holds "airline" as what it is; "Food and Drug Administration" holds no "drug".
bool holds_word(std::string_view name, std::string_view word) {
  if (word.empty()) return false;
  const char first = ascii_lower(word[0]);
  for (std::size_t i = 0; i + word.size() <= name.size(); ++i) {
    if ((i > 0 && name[i - 1] != ' ') || ascii_lower(name[i]) != first) continue;
    std::size_t k = 1;
    while (k < word.size() && same_letter(name[i + k], word[k], k > 5)) ++k;
    if (k < word.size()) continue;
    if (i + k < name.size() && name[i + k] == 's') ++k;
    if (i + k == name.size() || name.substr(i + k, 4) == " of " || name.substr(i + k, 5) == " for ")
      return true;
  }
  return false;
}

/// "the PENSION fund" of the National Pension Service: is it a word of the name, with its capital?
bool named_for(std::string_view name, std::string_view field) {
  for (std::size_t i = 0; i + field.size() <= name.size(); ++i) {
    if ((i > 0 && name[i - 1] != ' ') || name[i] == field[0] || ascii_lower(name[i]) != field[0])
      continue;
    const std::size_t end = i + field.size();
    if (name.substr(i + 1, field.size() - 1) == field.substr(1) &&
        (end == name.size() || name[end] == ' '))
      return true;
  }
  return false;
}

/// "the ELECTORAL court" is not the Supreme Court: a field that the name does not hold.
bool other_field(const Text& text, const Group& g, std::string_view name) {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (text.tokens[t].tag == Tag::JJ && text.text(t).ends_with("al") && text.text(t) != "final" &&
        !named_for(name, text.text(t)))
      return true;
  return false;
}

/// Is one name the other with words behind: "Acme" and "Acme Group"?
bool shares_name(const Entity& a, const Entity& b) {
  const std::string& longer = a.name.size() > b.name.size() ? a.name : b.name;
  const std::string& other = a.name.size() > b.name.size() ? b.name : a.name;
  return !other.empty() && longer.size() > other.size() && longer[other.size()] == ' ' &&
         longer.compare(0, other.size(), other) == 0;
}

}  // namespace

TypeSet DescriptionResolver::types(const Group& g) const {
  return a_part(g) ? 0 : kinds_.described_by(token(g.head).classes);
}

EntityId DescriptionResolver::find(const Discourse& discourse, const std::vector<Group>& row,
                                   std::size_t i, const DescriptionSlot& slot) {
  const Group& g = row[i];
  if (token(g.head).classes.has(k_.contrasting) && text_.text(g.head) == "latter")
    return after_the_former(text_, row, i)
               ? EntityId::none
               : the_latter(discourse, m_, kinds_, slot.place, slot.doer);
  if (contrasted(g) || picked_out(row, i)) return EntityId::none;
  const Wanted wanted{g,
                      types(g),
                      owner_behind(row, i),
                      text_.text(g.head),
                      kinds_.bodies(token(g.head).classes),
                      epithets_.anybody_called(token(g.head).lemma),
                      token(row[0].tokens.first).is(shape_paragraph_first),
                      of_place(g),
                      trade_of(text_, g.head, g.tokens.first, k_),
                      token(g.head).classes.has(k_.any_firm),
                      of_named(g),
                      seat_behind(row, i),
                      ministry_of(g),
                      field_of(g)};
  const std::vector<Candidate> all = candidates(discourse, wanted, slot);
  const std::uint32_t sentence = slot.place.sentence;
  const Candidate* best = nullptr;
  float next = 0;
  std::uint32_t latest = 0;  // the last sentence that spoke of any of them by name
  int named = 0;
  for (const Candidate& c : all) {
    if (c.referent->entity != EntityId::none) {
      ++named;
      latest = std::max(latest, c.referent->last.sentence);
    }
    if (best == nullptr || c.score > best->score) {
      next = best == nullptr ? 0 : best->score;
      best = &c;
    } else {
      next = std::max(next, c.score);
    }
  }
  if (best == nullptr || best->score < least || best->score - next < margin) return EntityId::none;
  const std::uint32_t last = best->referent->last.sentence;
  if (g.tokens.size() > 2 && best->of != Known::yes && person_since(discourse, *best->referent))
    return EntityId::none;  // "the DUBLIN-BORN executive" may well be the last one named
  if (named > 1 && slot.explains != DescriptionSlot::no_token && i + 1 < row.size() &&
      row[i + 1].kind == GroupKind::possessive)
    return EntityId::none;  // "to Acme, THE COUNTRY's largest firm": which of the two?
  if (best->referent->entity != EntityId::none && !is_clear(discourse, *best, all, wanted, slot))
    return EntityId::none;
  if (best->referent->topic && best->opens) return best->referent->entity;
  const bool since = named > 1 && latest > last && sentence - last > 1;  // another was named since
  return since && best->fit <= by_type ? EntityId::none : best->referent->entity;
}

bool DescriptionResolver::is_clear(const Discourse& discourse, const Candidate& best,
                                   const std::vector<Candidate>& all, const Wanted& wanted,
                                   const DescriptionSlot& slot) const {
  const bool told = wanted.placed || wanted.named;  // it says what is not known of the best
  if (told ? best.of == Known::yes : best.fit >= by_name) return true;
  const std::uint32_t sentence = slot.place.sentence;
  const bool at_home =
      wanted.placed && best.referent->topic && in_country(best.referent->entity, wanted.group);
  if (wanted.placed && !at_home && !best.referent->topic &&
      body_since(discourse, *best.referent, slot))
    return false;  // of "Acme and Bolt" either may be "the FRENCH firm"
  return std::none_of(all.begin(), all.end(), [&](const Candidate& c) {
    if (at_home && !in_country(c.referent->entity, wanted.group)) return false;
    if (&c == &best || c.referent->entity == EntityId::none || c.fit + alike < best.fit)
      return false;
    const ReferencePlace& last = c.referent->last;
    const bool recent = sentence - last.sentence <= 1;
    if (told) return recent || (c.referent->topic && best.referent->topic);
    const std::uint32_t since = sentence - best.referent->last.sentence;
    if (best.fit <= by_open_kind) return c.fit >= best.fit && sentence - last.sentence <= 2;
    const bool both_subjects = slot.place.role == GrammaticalRole::subject &&
                               best.referent->last.role == GrammaticalRole::subject;
    if (since > 1 && last.sentence == best.referent->last.sentence && !best.referent->topic &&
        !both_subjects)
      return true;  // of two that were spoken of together, some time ago
    if (last.sentence <= best.referent->last.sentence) return false;
    if (last.sentence == sentence)
      return last.role == GrammaticalRole::subject || last.role == GrammaticalRole::possessor;
    return recent && !best.opens;
  });
}

/// Is it known to be of the country of a place that the description names?
bool DescriptionResolver::in_country(EntityId who, const Group& g) const {
  for (std::uint32_t t = g.tokens.first; who != EntityId::none && t < g.head; ++t)
    if (at(t) != EntityId::none && epithets_.in_country(who, at(t))) return true;
  return false;
}

/// Was it the subject of the sentence before?
bool DescriptionResolver::continues(const Candidate& c, std::uint32_t sentence) {
  const ReferencePlace& last = c.referent->last;
  return last.role == GrammaticalRole::subject && last.sentence + 1 == sentence;
}

bool DescriptionResolver::turned(const std::vector<Candidate>& all, const Wanted& wanted,
                                 std::uint32_t sentence) const {
  return !wanted.opens && std::any_of(all.begin(), all.end(), [&](const Candidate& c) {
    return c.referent->entity != EntityId::none && !c.referent->topic && continues(c, sentence);
  });
}

/// Was another person named after this one, if it is one?
bool DescriptionResolver::person_since(const Discourse& discourse, const Referent& person) const {
  if (person.entity == EntityId::none || !kinds_.is_person(entity(person.entity).type))
    return false;
  const std::vector<Referent>& all = discourse.referents();
  return std::any_of(all.begin(), all.end(), [&](const Referent& r) {
    return r.entity != EntityId::none && r.last.token > person.last.token &&
           kinds_.is_person(entity(r.entity).type);
  });
}

/// Was another body named after this one, other than the doer?
bool DescriptionResolver::body_since(const Discourse& discourse, const Referent& body,
                                     const DescriptionSlot& slot) const {
  if (body.entity == EntityId::none) return false;
  const std::vector<Referent>& all = discourse.referents();
  return std::any_of(all.begin(), all.end(), [&](const Referent& r) {
    return r.entity != EntityId::none && r.last.token > body.last.token && r.entity != slot.doer &&
           kinds_.ontology.is_a(entity(r.entity).type, kinds_.organization) &&
           !kinds_.ontology.is_a(entity(r.entity).type, kinds_.government);
  });
}

std::vector<DescriptionResolver::Candidate> DescriptionResolver::candidates(
    const Discourse& discourse, const Wanted& wanted, const DescriptionSlot& slot) {
  const bool more = modified(wanted.group), placed = of_place(wanted.group);
  const std::uint32_t sentence = slot.place.sentence;
  const std::vector<Referent>& all = discourse.referents();
  std::vector<Candidate> found;
  float proven = 0;          // how well one fits that is near, and called so or of that kind
  std::uint32_t called = 0;  // the sentence behind the last that spoke of one called so
  int topics = 0, named = 0;
  bool tied = false;  // is one that is near known to be of the place?
  float topical = 0;  // how well the only one that a heading names fits
  for (std::size_t k = all.size(); k-- > 0;) {
    const Referent& r = all[k];
    const float how = fit(r, wanted);
    topics += how > 0 && r.topic;
    if (how > 0 && r.topic && r.entity != EntityId::none) topical = how;
    if (how == 0 || apart(r, slot)) continue;
    const bool is_named = r.entity != EntityId::none;
    if (names_it(r, wanted.group)) continue;
    const Known of = is_named && more ? tie(r.entity, wanted) : Known::open;
    if (of == Known::no || (of == Known::open && how == by_name && placed))
      continue;  // "the SPANISH league" is not the Super League
    if (is_named && how >= by_kind && sentence - r.last.sentence <= near)
      if (!more || of == Known::yes) proven = std::max(proven, std::min(how, by_name));
    tied = tied || (of == Known::yes && is_named && how >= by_loose_type &&
                    sentence - r.last.sentence <= near);
    if (is_named && how == by_call) called = std::max(called, r.last.sentence + 1);
    found.push_back(
        {&r, how, how * (0.3f + salience(r, sentence, fading, often)), of, false, false});
    if (r.last.role == slot.place.role) found.back().score += how * same_role;
    if (more && of == Known::yes) found.back().score += same_place;
    found.back().doubt = more && of == Known::open && is_named && how < by_call;
    named += is_named;
  }
  for (Candidate& c : found)
    if (c.doubt && (named > 1 || placed)) c.score += unknown_of;
  if (!wanted.opens)
    for (Candidate& c : found)
      if (continues(c, sentence)) c.score += c.fit * going_on;
  const bool away = topics == 1 && turned(found, wanted, sentence);
  for (Candidate& c : found)
    if (topics == 1 && c.referent->topic && !(away && sentence - c.referent->last.sentence > 1)) {
      c.opens = wanted.opens && !more && c.referent->count >= repeated;
      c.score += c.fit * (c.opens ? 2 * in_heading : in_heading);
    }
  if (topics == 1 && topical >= by_kind && !more)
    std::erase_if(found, [&](const Candidate& c) {  // not "the club THAT they bought", long ago
      return c.referent->entity == EntityId::none && sentence - c.referent->last.sentence > 1;
    });
  if (tied)
    std::erase_if(found, [](const Candidate& c) {
      return c.of == Known::open && c.referent->entity != EntityId::none;
    });
  if (proven > 0)
    std::erase_if(found, [&](const Candidate& c) {
      const bool open = c.fit < proven && c.of != Known::yes;
      return open || (c.referent->entity == EntityId::none && c.referent->last.sentence < called);
    });
  return found;
}

float DescriptionResolver::fit_unnamed(const Referent& r, const Wanted& wanted) const {
  const Token& head = token(wanted.group.head);
  if (r.plural) return 0;
  if (r.lemma == head.lemma && head.lemma != WordId::none) return by_call;
  return wanted.types != 0 && (kinds_.described_by(r.classes) & wanted.types) != 0 ? unnamed_type
                                                                                   : 0;
}

float DescriptionResolver::fit(const Referent& r, const Wanted& wanted) {
  if (r.entity == EntityId::none) return fit_unnamed(r, wanted);
  const Token& head = token(wanted.group.head);
  const Entity& e = entity(r.entity);
  if (e.plural || (!wanted.ministry.empty() && other_ministry(wanted, e))) return 0;
  if (wanted.seat != EntityId::none && epithets_.is_of(r.entity, wanted.seat) == Known::no)
    return 0;
  if (!wanted.field.empty() && of_field(e, wanted)) return by_call;
  if (head.classes.has(k_.party) && e.type == kinds_.party && wanted.of == EntityId::none)
    return by_kind;  // whatever it is called: "the PARTY" may be the Greens as well as the Blue
                     // Party
  const bool firm = kinds_.ontology.is_a(e.type, kinds_.company) || e.type == kinds_.organization;
  if ((firm || e.type == kinds_.intergovernmental) && public_body(wanted.group))
    return 0;  // no "CENTRAL bank" is the World Bank
  if (wanted.called && epithets_.called(r.entity, head.lemma, wanted.of) &&
      epithets_.is_in(r.entity, wanted.trade) != Known::no)  // no "FOOD maker" is a "cement maker"
    return wanted.any_firm && !kinds_.is_person(e.type) ? by_loose_call : by_call;
  if (wanted.of != EntityId::none || kinds_.is_person(e.type)) return 0;
  const Known kind = epithets_.is_kind(r.entity, wanted.bodies);
  if (kind == Known::no) return 0;
  const bool other_place = wanted.types != 0 && kinds_.ontology.is_a(e.type, kinds_.place) &&
                           !Ontology::in(e.type, wanted.types);
  if (!other_place && holds_word(e.name, wanted.word))
    return head.classes.has(k_.government) && other_field(text_, wanted.group, e.name) ? 0
                                                                                       : by_name;
  if (kind == Known::yes && !a_part(wanted.group)) return by_kind;
  if (!Ontology::in(e.type, wanted.types) || called_otherwise(e, head)) return 0;
  if (head.classes.has(k_.team) || head.classes.has(k_.school) || head.classes.has(k_.party))
    return by_kind;
  if (!wanted.bodies.empty()) return by_open_kind;
  const bool loose =
      e.type == kinds_.organization || (e.type == kinds_.media && !head.classes.has(k_.media));
  return loose ? by_loose_type : by_type;
}

Known DescriptionResolver::tie(EntityId who, const Wanted& wanted) {
  const Group& g = wanted.group;
  if (!wanted.field.empty() && of_field(entity(who), wanted)) return Known::yes;
  Known found = epithets_.is_in(who, wanted.trade) == Known::yes ? Known::yes : Known::open;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    const EntityId e = at(t);
    if (e == EntityId::none && other_name(t, who)) return Known::no;
    if (e == EntityId::none) continue;
    const Known of = e == who ? Known::yes : epithets_.is_of(who, e);
    if (of == Known::yes) return of;  // "the ANGLO-SWEDISH company"
    if (of == Known::no) found = of;
  }
  if (found != Known::open || !kinds_.ontology.is_a(entity(who).type, kinds_.team)) return found;
  const bool other_game = token(g.head).classes.has(k_.team) && g.head >= g.tokens.first + 2 &&
                          token(g.head - 1).tag == Tag::NN && at(g.head - 1) == EntityId::none &&
                          text_.text(g.head - 1) != "football";
  return other_game || (wanted.placed && elsewhere(who)) ? Known::no : found;
}

/// Does another place stand in its name, as in "LEEDS United"?
bool DescriptionResolver::elsewhere(EntityId who) const {
  const std::string& name = entity(who).name;
  return std::any_of(m_.entities.begin(), m_.entities.end(), [&](const Entity& e) {
    return kinds_.ontology.is_a(e.type, kinds_.place) && name.size() > e.name.size() &&
           name[e.name.size()] == ' ' && name.compare(0, e.name.size(), e.name) == 0;
  });
}

/// "the PENSION fund": the noun before a body's, if it is no name.
std::string_view DescriptionResolver::field_of(const Group& g) const {
  constexpr std::size_t shortest = 4;  // letters
  if (g.head <= g.tokens.first || !token(g.head - 1).is(shape_lower)) return {};
  const Tag tag = token(g.head - 1).tag;
  if (tag != Tag::NN && tag != Tag::NNS) return {};
  if (!one_of(text_.text(g.head), sorts_of_body)) return {};
  const std::string_view word = text_.text(g.head - 1);
  return word.size() < shortest ? std::string_view() : word;
}

bool DescriptionResolver::of_field(const Entity& e, const Wanted& wanted) const {
  return wanted.of == EntityId::none && !wanted.placed &&
         kinds_.ontology.is_a(e.type, kinds_.organization) && named_for(e.name, wanted.field);
}

/// "the BIDEN administration" is not the bureau named before.
bool DescriptionResolver::other_name(std::uint32_t t, EntityId who) const {
  return is_proper_noun(token(t).tag) && token(t).is(shape_upper_first) &&
         !token(t).is(shape_all_upper) && entity(who).name.find(text_.text(t)) == std::string::npos;
}

bool DescriptionResolver::modified(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at(t) != EntityId::none || is_noun(token(t).tag)) return true;
  return false;
}

bool DescriptionResolver::of_named(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (const EntityId e = at(t); e != EntityId::none &&
                                  !kinds_.ontology.is_a(entity(e).type, kinds_.place) &&
                                  !kinds_.ontology.type(entity(e).type).literal)
      return true;
  return false;
}

bool DescriptionResolver::of_place(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (const EntityId e = at(t);
        e != EntityId::none && kinds_.ontology.is_a(entity(e).type, kinds_.place))
      return true;
  return false;
}

/// "the INTERIOR ministry" is no justice ministry: the word that says which, if one does.
std::string_view DescriptionResolver::ministry_of(const Group& g) const {
  if (g.head == g.tokens.first || !token(g.head - 1).is(shape_lower) ||
      token(g.head - 1).tag == Tag::DT || at(g.head - 1) != EntityId::none)
    return {};
  const std::string_view head = text_.text(g.head), field = text_.text(g.head - 1);
  return (head == "ministry" || head == "department") && field.size() >= 5 ? field
                                                                           : std::string_view{};
}
bool DescriptionResolver::other_ministry(const Wanted& wanted, const Entity& e) {
  const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  const auto has = [&](std::string_view part) {
    return std::search(e.name.begin(), e.name.end(), part.begin(), part.end(), same) !=
           e.name.end();
  };
  return (has("ministry") || has("department")) && !has(wanted.ministry.substr(0, 5));
}

/// "Acme sued THE COMPANY", "against Acme, THE COMPANY won": two arguments of a verb are two
/// things.
bool DescriptionResolver::apart(const Referent& r, const DescriptionSlot& slot) const {
  if (r.entity != EntityId::none && r.entity == slot.other) return true;
  if (r.last.token == slot.explains) return false;
  const bool both = r.entity != EntityId::none && slot.doer != EntityId::none;
  if (both && slot.place.role == GrammaticalRole::object &&
      shares_name(entity(r.entity), entity(slot.doer)))
    return true;
  if (r.last.sentence != slot.place.sentence) return false;
  const bool doer = both && r.entity == slot.doer;
  if (r.last.token == slot.subject || doer) return slot.place.role != GrammaticalRole::complement;
  if (r.last.clause != slot.place.clause) return false;
  if (r.last.role == GrammaticalRole::subject)
    return slot.place.role != GrammaticalRole::complement;
  return r.last.token > slot.verb &&
         (r.last.role == GrammaticalRole::object || r.last.role == GrammaticalRole::oblique);
}

/// A "League", as its name says, is no "fund" and no "business".
bool DescriptionResolver::called_otherwise(const Entity& e, const Token& head) const {
  const bool firm = head.classes.has(k_.company) && e.type == kinds_.organization;
  if ((!head.classes.has(k_.state_body_head) && !firm) || e.first == MentionId::none) return false;
  const Token& last = token(m_.mentions[index(e.first)].tokens.last - 1);
  const bool body = last.classes.has(k_.state_body_head) ||
                    (last.classes.has(k_.group) && !last.classes.has(k_.company));
  return body && last.lemma != head.lemma;
}

bool DescriptionResolver::contrasted(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (token(t).tag == Tag::JJS || token(t).tag == Tag::CD || token(t).classes.has(k_.contrasting))
      return true;
  return false;
}

/// "the CENTRAL bank", "the TAX authority" is no firm.
bool DescriptionResolver::public_body(const Group& g) const {
  return g.head > g.tokens.first && token(g.head).classes.has(k_.state_body_head) &&
         token(g.head - 1).classes.has(k_.state_body_word);
}

bool DescriptionResolver::a_part(const Group& g) const {
  const ClassSet& head = token(g.head).classes;
  return head.has(k_.firm_part) || (head.has(k_.firm_activity) && g.tokens.size() > 2);
}

EntityId DescriptionResolver::owner_behind(const std::vector<Group>& row, std::size_t i) const {
  const MentionId m = genitive_behind(row, i, text_, k_);
  return m == MentionId::none ? EntityId::none : m_.mentions[index(m)].entity;
}

/// "the BIRMINGHAM confectioner" is no firm of that name.
bool DescriptionResolver::names_it(const Referent& r, const Group& g) const {
  if (r.last.token < g.tokens.first || r.last.token >= g.head || r.count != 1) return false;
  const std::string_view noun = text_.text(g.head);
  const bool firm = noun == "firm" || noun == "company" || noun == "business";
  return firm || (token(g.head).classes.has(k_.person) && !token(g.head).classes.has(k_.group));
}

/// "the bank, BASED IN RIYADH, …": no Swiss one.
EntityId DescriptionResolver::seat_behind(const std::vector<Group>& row, std::size_t i) const {
  if (i + 4 >= row.size() || row[i + 1].kind != GroupKind::comma ||
      row[i + 2].kind != GroupKind::verb || row[i + 3].kind != GroupKind::preposition ||
      row[i + 4].mention == MentionId::none)
    return EntityId::none;
  const std::string_view word = text_.text(row[i + 2].head);
  if (word != "based" && word != "headquartered") return EntityId::none;
  const EntityId seat = entity_of(m_, row[i + 4].mention);
  const bool place =
      seat != EntityId::none && kinds_.ontology.is_a(entity(seat).type, kinds_.place);
  return place ? seat : EntityId::none;
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
