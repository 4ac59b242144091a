// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/description_fit.h"

#include <algorithm>

#include "extract/base/ascii.h"
#include "extract/reference/owners.h"

namespace factloom {
namespace {

/// "organisation" and "Organization" are one word.
bool same_letter(char a, char b, bool behind) {
  a = ascii_lower(a);
  b = ascii_lower(b);
  return a == b || (behind && (a == 's' || a == 'z') && (b == 's' || b == 'z'));
}

/// Does the word stand at a place of the name as what it is: not as the Court of APPEAL?
/// `inner`: "Acme GROUP Worldwide" is a group.
bool is_head_at(std::string_view name, std::size_t i, std::string_view word, bool inner) {
  if (name.substr(0, i).ends_with(" of ")) return false;
  std::size_t k = 1;
  while (k < word.size() && same_letter(name[i + k], word[k], k > 5)) ++k;
  if (k < word.size()) return false;
  if (i + k < name.size() && name[i + k] == 's') ++k;
  return i + k == name.size() || name.substr(i + k, 4) == " of " ||
         name.substr(i + k, 5) == " for " ||
         (inner && i > 0 && name[i + k] == ' ' && name.find(' ', i + k + 1) == name.npos);
}

/// "Spirit Airlines" holds "airline" as what it is; "Food and Drug Administration" holds no "drug".
bool holds_word(std::string_view name, std::string_view word, bool inner) {
  if (word.empty() || word.size() > name.size()) return false;
  const char first = ascii_lower(word[0]);
  const std::size_t last = name.size() - word.size();
  for (std::size_t i = 0; i <= last; ++i) {
    if (ascii_lower(name[i]) == first && is_head_at(name, i, word, inner)) return true;
    while (i < last && name[i] != ' ') ++i;
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

/// "the ANTI-CORRUPTION BUREAU" is not what the text called "the electoral commission": both say of
/// what kind they are.
bool other_body(const Text& text, const Mentions& m, const Group& g, const Entity& e) {
  if (e.first == MentionId::none || g.head < g.tokens.first + 2) return false;
  const Mention& first = m.mentions[index(e.first)];
  const Token& kind = text.tokens[g.head - 1];
  const bool says = is_noun(kind.tag) || kind.tag == Tag::JJ || kind.tag == Tag::FW;
  if (first.kind != MentionKind::description || e.name.find(' ') == std::string::npos || !says ||
      kind.is(shape_upper_first))
    return false;
  const bool same_noun = e.name.ends_with(text.text(g.head));
  return (!same_noun || is_noun(kind.tag)) &&
         e.name.find(text.text(g.head - 1)) == std::string::npos;
}

}  // namespace

float DescriptionFit::fit_named(const Referent& r, const Wanted& wanted, bool called) const {
  const Token& head = token(wanted.group.head);
  const Entity& e = entity(r.entity);
  if (!wanted.ministry.empty() && other_ministry(wanted, e)) return 0;
  if (wanted.seat != EntityId::none && epithets_.is_of(r.entity, wanted.seat) == Known::no)
    return 0;
  if (head.classes.has(k_.government) && other_body(text_, m_, wanted.group, e)) return 0;
  if (!wanted.field.empty() && of_field(e, wanted)) return by_call;
  if (head.classes.has(k_.party) && e.type == kinds_.party && wanted.of == EntityId::none)
    return by_kind;  // whatever it is called: "the PARTY" may be the Greens as well as the Blue
                     // Party
  const auto firm = [&] {
    return kinds_.ontology.is_a(e.type, kinds_.company) || e.type == kinds_.organization;
  };
  if (wanted.public_body && (firm() || e.type == kinds_.intergovernmental))
    return 0;  // no "CENTRAL bank" is the World Bank
  if (called &&
      epithets_.is_in(r.entity, wanted.trade) != Known::no)  // no "FOOD maker" is a "cement maker"
    return wanted.any_firm && !kinds_.is_person(e.type) ? by_loose_call : by_call;
  if (wanted.of != EntityId::none || kinds_.is_person(e.type)) return 0;
  const Known kind = wanted.names_body ? epithets_.is_kind(r.entity, wanted.bodies) : Known::open;
  if (kind == Known::no) return 0;
  const bool typed = Ontology::in(e.type, wanted.types);
  const bool other_place =
      wanted.types != 0 && !typed && kinds_.ontology.is_a(e.type, kinds_.place);
  if (!other_place && holds_word(e.name, wanted.word, wanted.any_firm))
    return head.classes.has(k_.government) && other_field(text_, wanted.group, e.name) ? 0
                                                                                       : by_name;
  if (kind == Known::yes && !wanted.part && !head.classes.has(k_.post))
    return by_kind;  // not "held THE POST": no newspaper
  if (names_state(head.classes, k_) && kinds_.ontology.is_a(e.type, kinds_.country))
    return by_state;
  if (!typed || called_otherwise(e, head)) return 0;
  if (head.classes.has(k_.team) || head.classes.has(k_.school) || head.classes.has(k_.party))
    return by_kind;
  if (wanted.names_body) return by_open_kind;
  const bool any_body = wanted.any_firm && !head.classes.has(k_.company);  // "the ORGANISATION"
  const bool loose = (e.type == kinds_.organization && !any_body) ||
                     (e.type == kinds_.media && !head.classes.has(k_.media));
  return loose ? by_loose_type : by_type;
}

Known DescriptionFit::tie(EntityId who, const Wanted& wanted) const {
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
bool DescriptionFit::elsewhere(EntityId who) const {
  const std::string& name = entity(who).name;
  return std::any_of(m_.entities.begin(), m_.entities.end(), [&](const Entity& e) {
    return kinds_.ontology.is_a(e.type, kinds_.place) && name.size() > e.name.size() &&
           name[e.name.size()] == ' ' && name.compare(0, e.name.size(), e.name) == 0;
  });
}

bool DescriptionFit::of_field(const Entity& e, const Wanted& wanted) const {
  return wanted.of == EntityId::none && !wanted.placed &&
         kinds_.ontology.is_a(e.type, kinds_.organization) && named_for(e.name, wanted.field);
}

/// "the BIDEN administration" is not the bureau named before.
bool DescriptionFit::other_name(std::uint32_t t, EntityId who) const {
  return is_proper_noun(token(t).tag) && token(t).is(shape_upper_first) &&
         !token(t).is(shape_all_upper) && entity(who).name.find(text_.text(t)) == std::string::npos;
}

bool DescriptionFit::other_ministry(const Wanted& wanted, const Entity& e) {
  const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  const auto has = [&](std::string_view part) {
    return std::search(e.name.begin(), e.name.end(), part.begin(), part.end(), same) !=
           e.name.end();
  };
  return (has("ministry") || has("department")) && !has(wanted.ministry.substr(0, 5));
}

/// A "League", as its name says, is no "fund" and no "business".
bool DescriptionFit::called_otherwise(const Entity& e, const Token& head) const {
  const bool firm = head.classes.has(k_.company) && e.type == kinds_.organization;
  if ((!head.classes.has(k_.state_body_head) && !firm) || e.first == MentionId::none) return false;
  const Token& last = token(m_.mentions[index(e.first)].tokens.last - 1);
  const bool body = last.classes.has(k_.state_body_head) ||
                    (last.classes.has(k_.group) && !last.classes.has(k_.company));
  return body && last.lemma != head.lemma;
}

bool DescriptionFit::names_it(const Referent& r, const Group& g) const {
  if (r.last.token < g.tokens.first || r.last.token >= g.head || r.count != 1) return false;
  const std::string_view noun = text_.text(g.head);
  const bool firm = noun == "firm" || noun == "company" || noun == "business";
  return firm || (token(g.head).classes.has(k_.person) && !token(g.head).classes.has(k_.group));
}

}  // namespace factloom
