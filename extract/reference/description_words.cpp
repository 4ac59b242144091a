// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/description_words.h"

#include "extract/base/words.h"
#include "extract/reference/owners.h"

namespace factloom {
namespace {

/// Bodies that are told by what they deal in: no team, committee or industry.
constexpr std::string_view sorts_of_body[] = {
    "fund",  "firm",  "company",  "group", "agency",  "trust", "maker",
    "giant", "union", "retailer", "bank",  "utility", "chain", "federation"};

}  // namespace

Wanted DescriptionWords::read(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const Token& head = token(g.head);
  const std::string_view field = field_of(g);
  const ClassSet bodies = kinds_.bodies(head.classes);
  return {g,
          types(g),
          owner_behind(row, i),
          text_.text(g.head),
          bodies,
          !bodies.empty(),
          epithets_.called(head.lemma),
          token(row[0].tokens.first).is(shape_paragraph_first),
          of_place(g),
          trade_of(text_, g.head, g.tokens.first, k_),
          head.classes.has(k_.any_firm),
          of_named(g),
          seat_behind(row, i),
          ministry_of(g),
          field,
          g.head == g.tokens.first + 2 && text_.text(g.head - 1) == "same",
          modified(g),
          head.lemma,
          public_body(g),
          a_part(g),
          NameBeginnings::of_word(text_.text(g.head)),
          !field.empty() || names_state(head.classes, k_) || head.classes.has(k_.party)};
}

TypeSet DescriptionWords::types(const Group& g) const {
  return a_part(g) ? 0 : kinds_.described_by(token(g.head).classes);
}

bool DescriptionWords::contrasted(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (token(t).tag == Tag::JJS || token(t).tag == Tag::CD ||
        (token(t).classes.has(k_.contrasting) && text_.text(t) != "same" &&
         !(token(t).classes.has(k_.former) && token(g.head).classes.has(k_.person))))
      return true;
  return false;
}

bool DescriptionWords::a_part(const Group& g) const {
  const ClassSet& head = token(g.head).classes;
  return head.has(k_.firm_part) || (head.has(k_.firm_activity) && g.tokens.size() > 2);
}

bool DescriptionWords::picked_out(const std::vector<Group>& row, std::size_t i) const {
  if (i + 1 >= row.size()) return false;
  const Group& next = row[i + 1];
  if (next.kind == GroupKind::relative || token(next.head).classes.has(k_.relative))
    return text_.text(next.head) != "when";
  if (next.kind == GroupKind::verb) return next.form == VerbForm::participle;
  if (i + 2 >= row.size()) return false;
  if (next.kind == GroupKind::noun)  // "the company HE founded"
    return next.pronoun && row[i + 2].kind == GroupKind::verb;
  if (next.kind != GroupKind::preposition || row[i + 2].date) return false;
  if (row[i + 2].kind == GroupKind::relative) return true;  // "the party ON WHICH they depend"
  if (token(next.head).classes.has(k_.genitive_preposition))
    return owner_behind(row, i) == EntityId::none;
  if (i > 0 && row[i - 1].kind == GroupKind::verb) return false;  // "bought the firm in Leeds"
  const MentionId place = row[i + 2].mention;
  return place != MentionId::none &&
         kinds_.ontology.is_a(m_.mentions[index(place)].type, kinds_.place);
}

/// "the bank, BASED IN RIYADH, …": no Swiss one.
EntityId DescriptionWords::seat_behind(const std::vector<Group>& row, std::size_t i) const {
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

EntityId DescriptionWords::owner_behind(const std::vector<Group>& row, std::size_t i) const {
  const MentionId m = genitive_behind(row, i, text_, k_);
  return m == MentionId::none ? EntityId::none : m_.mentions[index(m)].entity;
}

/// "the INTERIOR ministry" is no justice ministry: the word that says which, if one does.
std::string_view DescriptionWords::ministry_of(const Group& g) const {
  if (g.head == g.tokens.first || !token(g.head - 1).is(shape_lower) ||
      token(g.head - 1).tag == Tag::DT || at(g.head - 1) != EntityId::none)
    return {};
  const std::string_view head = text_.text(g.head), field = text_.text(g.head - 1);
  return (head == "ministry" || head == "department") && field.size() >= 5 ? field
                                                                           : std::string_view{};
}

/// "the PENSION fund": the noun before a body's, if it is no name.
std::string_view DescriptionWords::field_of(const Group& g) const {
  constexpr std::size_t shortest = 4;  // letters
  if (g.head <= g.tokens.first || !token(g.head - 1).is(shape_lower)) return {};
  const Tag tag = token(g.head - 1).tag;
  if (tag != Tag::NN && tag != Tag::NNS) return {};
  if (!one_of(text_.text(g.head), sorts_of_body)) return {};
  const std::string_view word = text_.text(g.head - 1);
  return word.size() < shortest ? std::string_view() : word;
}

bool DescriptionWords::modified(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at(t) != EntityId::none || is_noun(token(t).tag)) return true;
  return false;
}

bool DescriptionWords::of_place(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (const EntityId e = at(t);
        e != EntityId::none && kinds_.ontology.is_a(entity(e).type, kinds_.place))
      return true;
  return false;
}

bool DescriptionWords::of_named(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (const EntityId e = at(t); e != EntityId::none &&
                                  !kinds_.ontology.is_a(entity(e).type, kinds_.place) &&
                                  !kinds_.ontology.type(entity(e).type).literal)
      return true;
  return false;
}

/// "the CENTRAL bank", "the TAX authority" is no firm.
bool DescriptionWords::public_body(const Group& g) const {
  return g.head > g.tokens.first && token(g.head).classes.has(k_.state_body_head) &&
         token(g.head - 1).classes.has(k_.state_body_word);
}

}  // namespace factloom
