// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/offices.h"

#include <algorithm>

#include "extract/base/words.h"

namespace factloom {

/// "leader of the rebels in Ghana", "GERMANS led by Ann Lee": she heads no state, nor serves it.
bool Offices::none(RelationId relation, std::uint16_t node, TokenRange range,
                   const Filler& o) const {
  const bool post = x_.ontology.relation(relation).tells == LifeEvent::post;
  if (leads_wing(node, range) && type_of(o.mention) == x_.ontology.known().party &&
      broader(relation) != relation)
    return true;
  if (best_in(relation, node, o) || built(relation, node, o) || of_next_post(node, o) ||
      (post && (of_others_part(o) || of_people(o))))
    return true;
  if (broader(relation) == relation)
    return sent_to(relation, node, o) || sits_beside(relation, node, o) ||
           (post && comes_from(node, o));
  const TypeSet served = x_.ontology.relation(broader(relation)).range;
  if (!Ontology::in(type_of(o.mention), served) && part_only(relation, node, range, o)) return true;
  const Mention& over = mention(o.mention);
  const bool people = over.kind == MentionKind::adjective && o.node < l_.groups.size() &&
                      group(o.node).head + 1 == over.tokens.last &&
                      group(node).kind == GroupKind::verb;
  return people || armed(o) || led_to(node, o) || stands_in(node) || other_body(node, range, o) ||
         (is_place(o.mention) && (narrowed_elsewhere(l_, c_, x_.ontology, node, o) ||
                                  area_of_firm(node, o) || seated_in(node, o)));
}

/// "heads THE UNION'S Acme DIVISION": a part of the union, not of Acme.
bool Offices::of_others_part(const Filler& o) const {
  if (o.node >= l_.groups.size() || group(o.node).kind != GroupKind::noun ||
      !token(group(o.node).head).classes.has(c_.classes.section))
    return false;
  const int owner = l_.target(o.node, LinkKind::possessor);
  if (owner < 0 || l_.target(o.node, LinkKind::modifier) < 0) return false;
  const Group& whose = l_.groups[static_cast<std::size_t>(owner)];
  return whose.kind == GroupKind::noun && !whose.pronoun &&
         mention(o.mention).tokens.first >= group(o.node).tokens.first;
}

/// "led the IRISH NEGOTIATORS": them and not Ireland.
bool Offices::of_people(const Filler& o) const {
  const Mention& led = mention(o.mention);
  const Token& noun = token(led.head);
  return led.kind == MentionKind::description && noun.tag == Tag::NNS &&
         noun.classes.has(c_.classes.person);
}

/// "the deputy who has run Acme IN HER CHIEF'S ABSENCE": for a time, and is no head of it.
bool Offices::stands_in(std::uint16_t node) const {
  return group(node).kind == GroupKind::verb &&
         std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
           return l.from == node && l.to < l_.groups.size() &&
                  (by_preposition(l, "in", c_) || by_preposition(l, "during", c_)) &&
                  c_.text.text(group(l.to).head) == "absence";
         });
}

/// "GOVERNMENT, whose LABOUR MINISTER Ann Lee": she serves in it; its prime minister leads it.
bool Offices::one_of_ministers(TokenRange range, const Filler& o) const {
  const std::string_view body = c_.text.text(mention(o.mention).head);
  return range.first < range.last && one_of(body, {"government", "cabinet", "administration"}) &&
         one_of(c_.text.text(range.last - 1), {"minister", "secretary", "treasurer"}) &&
         (range.last < 2 || !one_of(c_.text.text(range.last - 2), {"prime", "first", "chief"}));
}

/// "SECRETARY of the cricket BOARD", "secretary TO the ministry": who keeps its records does not
/// lead it.
bool Offices::keeps_records(std::uint16_t node, TokenRange range, const Filler& o) const {
  if (range.size() != 1 || !one_of(c_.text.text(range.first), {"secretary", "treasurer"}))
    return false;
  return joined_by("to", node, o) ||
         begins_with_one_of(
             c_.text.text(mention(o.mention).head),
             {"board",      "Board",      "committee",   "Committee",   "council",    "Council",
              "commission", "Commission", "association", "Association", "federation", "Federation",
              "club",       "Club",       "court",       "Court",       "panel",      "Panel",
              "union",      "Union",      "league",      "League"});
}

/// "the former president and NOW THE deputy chairman OF ACME": the second post alone is there.
bool Offices::of_next_post(std::uint16_t node, const Filler& o) const {
  const std::size_t next = l_.nodes[node].group + 3u;
  if (next >= l_.groups.size() || next >= o.node || o.node >= l_.groups.size() ||
      l_.groups[next - 2].kind != GroupKind::coordinator ||
      l_.groups[next - 1].kind != GroupKind::adverb || l_.groups[next].kind != GroupKind::noun ||
      token(l_.groups[next].tokens.first).tag != Tag::DT)
    return false;
  return std::any_of(l_.links.begin(), l_.links.end(),
                     [&](const Link& l) { return l.from == next && l.to == o.node; });
}

/// "Norway's CENTRAL BANK governor": a body between the place and the post is what she heads.
bool Offices::other_body(std::uint16_t node, TokenRange range, const Filler& o) const {
  const TokenRange words = group(node).tokens;
  if (!is_place(o.mention) || range.first <= words.first) return false;
  const Token& before = token(range.first - 1);
  const MentionId there = c_.mention_at[range.first - 1];
  if (before.tag != Tag::NN || !before.is(shape_lower) ||
      (there != MentionId::none && there != c_.mention_at[range.first] &&
       mention(there).kind != MentionKind::description))
    return false;
  const ClassSet& s = before.classes;
  const KnownClasses& k = c_.classes;
  return (s.has(k.company) || s.has(k.group) || s.has(k.team) || s.has(k.party)) &&
         !s.has(k.region) && !s.has(k.city) && !s.has(k.country) && !s.has(k.government);
}

/// "took command of THE ARMY": she heads no state, though it acts for one.
bool Offices::armed(const Filler& o) const {
  const Mention& over = mention(o.mention);
  if (over.kind != MentionKind::description || !is_place(o.mention) ||
      o.construction == "understood")
    return false;
  const std::string_view word = c_.text.text(over.head);
  return word == "army" || word == "military" || word == "navy" || word == "police" ||
         word == "forces" || word == "guard" || word == "troops";
}

/// "led ENGLAND TO VICTORY", "led the police TO THE BODY"
bool Offices::led_to(std::uint16_t node, const Filler& o) const {
  if (group(node).kind != GroupKind::verb || o.node >= l_.groups.size()) return false;
  const TypeId type = type_of(o.mention);
  const Ontology::KnownTypes& known = x_.ontology.known();
  if (!is_place(o.mention) &&
      (type == TypeId::none || (type != known.government && type != known.team)))
    return false;
  const std::size_t next = o.node + 1u;
  return next + 1 < l_.groups.size() && l_.groups[next].kind == GroupKind::preposition &&
         c_.text.text(l_.groups[next].head) == "to" && !l_.groups[next + 1].date;
}

/// "the ambassador TO THE UNITED NATIONS", "deputy minister and AMBASSADOR TO SPAIN": serves a
/// country.
bool Offices::sent_to(RelationId relation, std::uint16_t node, const Filler& o) const {
  if (x_.ontology.relation(relation).tells != LifeEvent::post ||
      group(node).kind != GroupKind::noun)
    return false;
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    if (l.to != o.node || !by_preposition(l, "to", c_)) return false;
    const WordId post = token(l_.nodes[l.from].head).lemma;
    return post != WordId::none &&
           (c_.lexicon.text(post) == "ambassador" || c_.lexicon.text(post) == "envoy");
  });
}

/// "the architect OF THE OPERA HOUSE" built it, and is in nobody's pay.
bool Offices::built(RelationId relation, std::uint16_t node, const Filler& o) const {
  const WordId post = token(l_.nodes[node].head).lemma;
  return x_.ontology.relation(relation).tells == LifeEvent::post && post != WordId::none &&
         c_.lexicon.text(post) == "architect" &&
         std::any_of(l_.links.begin(), l_.links.end(),
                     [&](const Link& l) { return l.to == o.node && by_preposition(l, "of", c_); });
}

/// "the most successful designer IN Formula One", "the best player IN the league": among all of
/// them, and in nobody's pay.
bool Offices::best_in(RelationId relation, std::uint16_t node, const Filler& o) const {
  const Group& g = group(node);
  const TypeId type = type_of(o.mention);
  const Ontology::KnownTypes& known = x_.ontology.known();
  if (x_.ontology.relation(relation).tells != LifeEvent::post || g.kind != GroupKind::noun ||
      (type != TypeId::none && (type == known.government || type == known.intergovernmental)))
    return false;  // "the youngest senator in Congress" sits there
  const bool best =
      std::any_of(c_.text.tokens.begin() + g.tokens.first, c_.text.tokens.begin() + g.head,
                  [](const Token& t) { return t.tag == Tag::JJS || t.tag == Tag::RBS; });
  return best && joined_by("in", node, o);
}

bool Offices::is_place(MentionId m) const {
  return m != MentionId::none && x_.ontology.is_a(mention(m).type, x_.ontology.known().place);
}

bool Offices::of_genitive(const Link& l, std::uint16_t node) const {
  return l.kind == LinkKind::preposition && l.from == node && l.to > 0 && l.to < l_.groups.size() &&
         token(l_.groups[l.to - 1u].head).classes.has(c_.classes.genitive_preposition);
}

/// "HSBC's head of ASIA", "HSBC's ASIA chief", "head FOR ASIA at HSBC": what is headed is an area,
/// not the firm.
bool Offices::heads_area_of(std::uint16_t node, const Filler& o) const {
  const auto area = [&](const Link& l) {
    if (l.from != node || l.to == o.node || !is_place(l_.nodes[l.to].mention)) return false;
    return by_preposition(l, "for", c_) ||
           (l.kind == LinkKind::modifier &&
            mention(l_.nodes[l.to].mention).kind == MentionKind::name);
  };
  if (!is_place(o.mention) && std::any_of(l_.links.begin(), l_.links.end(), area)) return true;
  const bool owner = std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    return (l.kind == LinkKind::possessor || l.kind == LinkKind::modifier) && l.from == node &&
           l.to == o.node;
  });
  return owner && std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
           return (of_genitive(l, node) && is_place(l_.nodes[l.to].mention)) || in_chamber(l, node);
         });
}

/// "the chairman of Acme's AUDIT COMMITTEE", not of its board
bool Offices::heads_body_of(std::uint16_t node, const Filler& o) const {
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    if (l.from != node || l.to == o.node || !by_preposition(l, "of", c_) ||
        l_.nodes[l.to].mention != MentionId::none)
      return false;
    const std::string_view body = c_.text.text(group(l.to).head);
    return (body == "committee" || body == "commission" || body == "panel" || body == "council") &&
           std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& owner) {
             return owner.kind == LinkKind::possessor && owner.from == l.to && owner.to == o.node;
           });
  });
}

/// "a vice president of FIFA FROM TRINIDAD": FIFA's, whoever comes from there.
bool Offices::comes_from(std::uint16_t node, const Filler& o) const {
  if (!is_place(o.mention)) return false;
  const TypeId firm = x_.ontology.known().organization;
  bool from = false, serves = false;
  for (const Link& l : l_.links) {
    if (l.from != node || l.kind != LinkKind::preposition) continue;
    from = from || (l.to == o.node && by_preposition(l, "from", c_));
    serves = serves || (l.to != o.node && by_preposition(l, "of", c_) &&
                        l_.nodes[l.to].mention != MentionId::none &&
                        x_.ontology.is_a(mention(l_.nodes[l.to].mention).type, firm));
  }
  return from && serves;
}

/// "a member of the court's COMMITTEE" is no judge; but who sits in the party's, or in
/// parliament's, belongs to both.
bool Offices::sits_beside(RelationId relation, std::uint16_t node, const Filler& o) const {
  if (x_.ontology.relation(relation).name != "memberOf" || !heads_body_of(node, o)) return false;
  const TypeId type = type_of(o.mention);
  if (type == x_.ontology.known().party) return false;
  const std::string_view body =
      o.mention == MentionId::none ? std::string_view{} : c_.text.text(mention(o.mention).head);
  return type != x_.ontology.known().government || body == "Court" || body == "court";
}

/// Is what somebody is said to head only a part of the object?
bool Offices::part_only(RelationId relation, std::uint16_t node, TokenRange range,
                        const Filler& o) const {
  if (broader(relation) == relation) return false;
  const TypeId type = type_of(o.mention);
  const bool firm = type != TypeId::none && type == x_.ontology.known().company;
  const bool one_of_many =  // "a minister IN JOE BIDEN'S GOVERNMENT"
      type != TypeId::none && type == x_.ontology.known().government && joined_by("in", node, o);
  const bool in_house =  // "the leader of the Green Party IN THE SENATE"
      !is_place(o.mention) && std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
        return l.to != o.node && in_chamber(l, node);
      });
  return one_of_many || in_house || leads_wing(node, range) || one_of_ministers(range, o) ||
         keeps_records(node, range, o) || one_of_board(node) ||
         narrowed_elsewhere(l_, c_, x_.ontology, node, o) || heads_area_of(node, o) ||
         heads_body_of(node, o) || of_a_field(c_, group(node).tokens, range) ||
         (firm && in_one_country(l_, o, c_, x_.ontology));
}

/// "AN executive director of Acme", "TWO managing DIRECTORS": there are others; not "a FORMER one".
bool Offices::one_of_board(std::uint16_t node) const {
  const Group& g = group(node);
  if (g.kind != GroupKind::noun || !token(g.head).classes.has(c_.classes.ranked_post) ||
      c_.text.text(g.head) != "director")
    return false;
  return token(g.tokens.first).classes.has(c_.classes.indefinite) &&
         std::none_of(c_.text.tokens.begin() + g.tokens.first, c_.text.tokens.begin() + g.head,
                      [&](const Token& t) { return t.classes.has(c_.classes.former); });
}

/// "SENATE REPUBLICAN LEADER Ann Lee", "House MINORITY leader": one of the body, whom a part of it
/// follows.
bool Offices::leads_wing(std::uint16_t node, TokenRange range) const {
  const std::uint32_t post = range.last - 1;
  if (group(node).kind != GroupKind::noun || post < group(node).tokens.first + 2) return false;
  if (one_of(c_.text.text(post - 1), {"majority", "minority", "Majority", "Minority"})) return true;
  const MentionId wing = c_.mention_at[post - 1], body = c_.mention_at[post - 2];
  return wing != MentionId::none && body != MentionId::none && wing != body &&
         mention(wing).kind == MentionKind::adjective &&
         type_of(wing) == x_.ontology.known().party &&
         type_of(body) == x_.ontology.known().government;
}

/// "the government's leader IN THE HOUSE"
bool Offices::in_chamber(const Link& l, std::uint16_t node) const {
  if (l.from != node || l.to >= l_.groups.size() || !by_preposition(l, "in", c_)) return false;
  const ClassSet& where = token(group(l.to).head).classes;
  return where.has(c_.classes.state_body) || where.has(c_.classes.state_body_head);
}

/// "head of ASIA at HSBC": she heads no place.
bool Offices::area_of_firm(std::uint16_t node, const Filler& o) const {
  const TypeId firm = x_.ontology.known().organization;
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    if (l.from != node || l.to == o.node || l_.nodes[l.to].mention == MentionId::none) return false;
    return (by_preposition(l, "at", c_) || by_preposition(l, "for", c_)) &&
           x_.ontology.is_a(mention(l_.nodes[l.to].mention).type, firm);
  });
}

/// "a governor IN NIGERIA", "the president of a court IN LEEDS"; but a mayor in Leeds is its own.
bool Offices::seated_in(std::uint16_t node, const Filler& o) const {
  if (c_.text.text(l_.nodes[node].head).ends_with("mayor")) return false;
  return joined_by("in", node, o) || joined_by("from", node, o);
}

bool Offices::joined_by(std::string_view preposition, std::uint16_t node, const Filler& o) const {
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    return l.from == node && l.to == o.node && by_preposition(l, preposition, c_);
  });
}

RelationId Offices::broader(RelationId relation) const {
  const std::string& name = x_.ontology.relation(relation).broader;
  return name.empty() ? relation : x_.ontology.find_relation(name);
}

}  // namespace factloom
