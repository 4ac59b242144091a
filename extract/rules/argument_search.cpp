// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/argument_search.h"

#include <algorithm>
#include <bit>

#include "extract/base/words.h"
#include "extract/clauses/status.h"
#include "extract/reference/aims.h"

namespace factloom {

bool ArgumentSearch::possible(TriggerKind kind, std::uint16_t node, std::uint32_t functions) {
  if (possible_node_ != node || possible_kind_ != kind) {
    index_links();
    shared_ = leads_conjuncts(node);
    possible_by_ = had_by(node);
    possible_ =
        understood(node) == MentionId::none ? 0u : bit_of(Function::owner) | bit_of(Function::of);
    impossible_ = 0;
    possible_kind_ = kind;
    possible_node_ = node;
  }
  for (std::uint32_t left = functions & ~possible_; left != 0; left &= left - 1) {
    const std::uint32_t function = left & ~(left - 1);
    if ((impossible_ & function) != 0) return false;
    const bool found = x_.constructions.possible(
        kind, static_cast<Function>(std::countr_zero(function)), possible_by_);
    (found ? possible_ : impossible_) |= function;
    if (!found) return false;
  }
  return true;
}

void ArgumentSearch::find(TriggerKind kind, const Slot& slot, std::uint16_t node,
                          std::vector<Filler>& found) {
  index_links();
  shared_ = false;
  constructed(kind, slot, node, found);
  if (found.empty() && leads_conjuncts(node)) {
    shared_ = true;
    constructed(kind, slot, node, found);
  }
  const bool whose = (kind == TriggerKind::noun && slot.function == Function::of) ||
                     (kind != TriggerKind::event && slot.function == Function::owner);
  if (!found.empty() || !whose) return;
  const MentionId owner = understood(node);
  if (owner != MentionId::none && Ontology::in(type_of(owner), slot.types))
    found.push_back({node, owner, 0.8f, "understood"});
}

MentionId ArgumentSearch::understood(std::uint16_t node) const {
  return c_.mentions.owner_of(l_.nodes[node].head);
}

/// May a node with these bits have a link with one of the prepositions, which are none for any?
static bool has_one_of(const std::vector<WordId>& prepositions, beginning::Bits has) {
  beginning::Bits bits = prepositions.empty() ? beginning::always : 0;
  for (const WordId word : prepositions) bits |= beginning::from_word(word);
  return (bits & has) != 0;
}

void ArgumentSearch::constructed(TriggerKind kind, const Slot& slot, std::uint16_t node,
                                 std::vector<Filler>& found) {
  const beginning::Bits has = had_by(node);
  const bool asked = has_one_of(slot.prepositions, has);
  const Construction* c = x_.constructions.of(kind, slot.function).data();
  way_ = -1;
  for (const Beginning& beginning : x_.constructions.beginnings(kind, slot.function)) {
    if (beginning.at(has) && (asked || !c->rule_words) && !ends_early(*c)) {
      if (const std::span<const Reached> there = reached(*c, slot, node); !there.empty())
        typed(there, *c, slot, node, found);
      if (!found.empty()) return;
    }
    ++c;
  }
}

std::span<const ArgumentSearch::Reached> ArgumentSearch::reached(const Construction& c,
                                                                 const Slot& slot,
                                                                 std::uint16_t node) {
  const Reached start{node, false};
  std::size_t i = c.known;
  while (i < c.path.size() && is_test(c.path[i].kind) && holds(c.path[i], start, slot, node)) ++i;
  if (i < c.path.size() && is_test(c.path[i].kind)) return {};
  if (i == c.path.size()) {
    reached_.assign(1, start);
    return reached_;
  }
  if (way_ != c.way) set_out(c, i, slot, node);
  if (!c.goes_on) return gone_;
  if (gone_.empty() || !may_go_on(c)) return {};
  reached_ = gone_;
  for (++i; i < c.path.size() && !reached_.empty(); ++i) {
    const PathStep& step = c.path[i];
    if (is_test(step.kind)) {
      std::erase_if(reached_, [&](const Reached& r) { return !holds(step, r, slot, node); });
      continue;
    }
    next_.clear();
    for (const Reached& r : reached_) follow(step, r, slot, node, next_);
    std::swap(reached_, next_);
  }
  return reached_;
}

/// Takes the first step of a path that leaves the node, and notes what is seen where it leads.
void ArgumentSearch::set_out(const Construction& c, std::size_t first, const Slot& slot,
                             std::uint16_t node) {
  way_ = c.way;
  gone_.clear();
  follow(c.path[first], {node, false}, slot, node, gone_);
  gone_had_ = 0;
  gone_classes_ = {};
  for (const Reached& r : gone_) {
    gone_had_ |= had_by(r.node);
    gone_classes_ = gone_classes_ | token(group(r.node).head).classes;
  }
}

// ---- what was reached

/// Does the noun name one thing?
static bool is_one(Tag noun) {
  return noun == Tag::NN || noun == Tag::NNP;
}

void ArgumentSearch::typed(std::span<const Reached> reached, const Construction& c,
                           const Slot& slot, std::uint16_t trigger,
                           std::vector<Filler>& found) const {
  const bool noun = group(trigger).kind == GroupKind::noun;
  const bool all = noun && slot.function == Function::preposition;  // "curbs on exports to China"
  for (int pass = 0; pass < 2 && (all || found.empty()); ++pass)
    for (const Reached& r : reached)
      if (r.loose == (pass == 1)) add_typed(r, c, slot, trigger, found);
  if (!found.empty() && c.name == "part-of")  // "the north of FRANCE"; "part of ACME" is not Acme
    std::erase_if(found, [&](const Filler& f) {
      return !x_.ontology.is_a(type_of(f.mention), x_.ontology.known().place);
    });
}

void ArgumentSearch::add_typed(const Reached& r, const Construction& c, const Slot& slot,
                               std::uint16_t trigger, std::vector<Filler>& found) const {
  if (r.loose && (of_nearer_body(trigger, r.node) || of_degree(r.node))) return;
  add_node(r.node, r.loose ? c.factor * 0.85f : c.factor, c.name, slot.types, found);
  if (found.empty() || r.node >= groups_ || slot.function == Function::self) return;
  const Token& head = token(l_.nodes[r.node].head);
  if (head.tag == Tag::NNS || head.tag == Tag::CD || head.classes.has(c_.classes.pair_of_people))
    add_list_of(r, c, slot, found);
  const std::uint16_t root = l_.conjunct_of[r.node];
  const std::uint16_t t = l_.nodes[trigger].group;
  const bool title = t == r.node;
  const bool alone = trigger != r.node && is_one(token(l_.nodes[trigger].head).tag);
  if (title ? alone : root != r.node) return;  // "chief Ann Lee and Bob Roy": hers alone
  if (alone && group(t).kind == GroupKind::noun &&
      ((t + 2u == r.node && l_.groups[t + 1u].kind == GroupKind::comma) ||
       (t < r.node && l_.target(t, LinkKind::apposition) == r.node)))
    return;  // "its UNIT, ACME, Bolt and Cor reported losses", "SECRETARY of State ANN LEE and Bob"
  for (auto g = static_cast<std::uint16_t>(r.node + 1u); g <= list_ends_[root]; ++g) {
    // "Ann Lee, the HEAD of Acme, and Bob Roy", "Ann Lee, who FOUNDED Acme, and Bob Roy": not Bob
    const bool between = t > r.node && t < g;
    if (l_.conjunct_of[g] != root || between) continue;
    if (title && has_title(g)) break;  // "Acme's founders Ann and Bob, BOLT CHIEF EVE and Joe"
    add_node(g, c.factor * 0.95f, c.name, slot.types, found);
  }
}

/// "Acme works in A VENTURE owned by Bolt": not Acme
bool ArgumentSearch::of_nearer_body(std::uint16_t verb, std::uint16_t farther) const {
  if (group(verb).kind != GroupKind::verb || group(verb).form != VerbForm::participle) return false;
  const int near = l_.target(verb, LinkKind::subject);
  if (near <= static_cast<int>(farther) || near >= static_cast<int>(groups_)) return false;
  const auto node = static_cast<std::uint16_t>(near);
  const ClassSet& head = token(l_.nodes[node].head).classes;
  const auto& k = c_.classes;
  const bool body = head.has(k.company) || head.has(k.group) || head.has(k.facility) ||
                    c_.text.text(l_.nodes[node].head) == "venture";
  const bool subject = std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    return l.kind == LinkKind::subject && l.loose && l.from == verb && l.to == farther;
  });
  return body && subject && token(group(node).tokens.first).classes.has(k.indefinite) && node > 0 &&
         l_.groups[node - 1u].kind == GroupKind::preposition &&
         l_.nodes[node].mention == MentionId::none && identity(l_, node, c_) == MentionId::none;
}

/// "an economist with A DEGREE from Leeds": who comes from there is not said.
bool ArgumentSearch::of_degree(std::uint16_t school) const {
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    return l.to == school && !l.loose && l.kind == LinkKind::preposition &&
           group(l.from).kind == GroupKind::noun &&
           begins_with_one_of(c_.text.text(group(l.from).head),
                              {"degree", "doctora", "diploma", "master", "bachelor", "PhD", "Ph.D",
                               "MBA", "qualification"});
  });
}

bool ArgumentSearch::has_title(std::uint16_t node) const {
  const Group& g = group(node);
  if (g.mention == MentionId::none) return false;
  const std::uint32_t name = c_.mentions.mentions[index(g.mention)].tokens.first;
  for (std::uint32_t t = g.tokens.first; t < name; ++t)
    if (token(t).classes.has(c_.classes.position)) return true;
  return false;
}

/// "three firms, Acme, BOLT and COR", "Ann Lee and BOB ROY, a couple who …": all that the plural
/// stands for.
void ArgumentSearch::add_list_of(const Reached& r, const Construction& c, const Slot& slot,
                                 std::vector<Filler>& found) const {
  if (l_.nodes[r.node].mention != MentionId::none) return;
  for (const Link& link : l_.links)
    if (link.kind == LinkKind::apposition && link.to == r.node && !link.loose)
      add_node(link.from, c.factor * 0.85f, c.name, slot.types, found);
  const int first = l_.target(r.node, LinkKind::apposition);
  if (first < 0 || first >= static_cast<int>(groups_)) return;
  for (auto g = static_cast<std::uint16_t>(first + 1); g < groups_; ++g)
    if (l_.conjunct_of[g] == first) add_node(g, c.factor * 0.85f, c.name, slot.types, found);
}

void ArgumentSearch::add_node(std::uint16_t node, float factor, std::string_view construction,
                              TypeSet types, std::vector<Filler>& found) const {
  node = held_by(node);
  MentionId m = l_.nodes[node].mention;
  if (m == MentionId::none && node < groups_) {
    m = identity(l_, node, c_);
    factor *= 0.9f;
  }
  if (m == MentionId::none || !Ontology::in(type_of(m), types)) return;
  for (const Filler& f : found)
    if (f.mention == m) return;
  const Mention& mention = c_.mentions.mentions[index(m)];
  factor *= mention.certainty;
  found.push_back({node, m, factor, construction});
  const bool couple = mention.kind == MentionKind::description && node < groups_ && of_two(node);
  if (mention.kind != MentionKind::pronoun && !couple) return;
  const MentionId other = understood(node);  // "THEIR son", "THE COUPLE live": both
  if (other != MentionId::none && Ontology::in(type_of(other), types))
    found.push_back({node, other, factor, construction});
}

// ---- paths

/// "FROM 1973 TO 1977", "BETWEEN 1973 and 1977"; not "until 1973, WHEN he died"
bool ArgumentSearch::ends_span(std::uint16_t date) const {
  if (date == 0 || date >= groups_) return false;
  std::size_t next = date + 1u;
  while (next < groups_ && l_.groups[next].kind == GroupKind::comma) ++next;
  if (next < groups_ && token(l_.groups[next].head).tag == Tag::WRB) return false;
  const Group& before = group(static_cast<std::uint16_t>(date - 1));
  if (before.kind != GroupKind::preposition) return false;
  const std::string_view word = c_.text.text(before.head);
  return word == "from" || word == "until" || word == "till" || word == "between" ||
         (word == "to" && date > 1 && l_.groups[date - 2u].date);
}

bool ArgumentSearch::holds(const PathStep& step, const Reached& r, const Slot& slot,
                           std::uint16_t trigger) const {
  switch (step.kind) {
    case StepKind::firm:
      return !r.loose;
    case StepKind::unclaimed:  // "as chief by Bob Roy, A BANKER FROM ACME": not its chief
      return std::none_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
        return l.to == r.node && l.from != trigger && !l.loose && l.kind == LinkKind::preposition &&
               group(l.from).kind == GroupKind::noun &&
               token(group(l.from).head).classes.has(c_.classes.position);
      });
    case StepKind::singular:
      return is_one(token(l_.nodes[r.node].head).tag);
    case StepKind::plural:
      return !is_one(token(l_.nodes[r.node].head).tag);
    case StepKind::point:
      return !ends_span(r.node);
    case StepKind::alone:
      return l_.target(r.node, LinkKind::object) < 0;
    case StepKind::precedes:
      return l_.nodes[r.node].group < l_.nodes[trigger].group;
    case StepKind::body:
      return named_organization(r.node) &&
             token(l_.nodes[trigger].head).classes.has(c_.classes.position) &&
             !has_genitive(trigger);
    case StepKind::named_org:
      return named_organization(r.node);
    case StepKind::requested:
      return standing_of(l_, r.node, c_).requested;
    case StepKind::asks:
      return std::find_first_of(slot.prepositions.begin(), slot.prepositions.end(),
                                step.words.begin(), step.words.end()) != slot.prepositions.end();
    default:
      return meets(group(r.node), step, c_.text);
  }
}

void ArgumentSearch::follow(const PathStep& step, const Reached& r, const Slot& slot,
                            std::uint16_t trigger, std::vector<Reached>& to) {
  switch (step.kind) {
    case StepKind::speaker:
      return over_speaker(r, to);
    case StepKind::group:
      to.push_back({l_.nodes[r.node].group, r.loose});
      return;
    case StepKind::hyphen:
      return before_hyphen(r, to);
    default:
      return over_links(step, r, slot, trigger, to);
  }
}

/// "Acme's chair and the OWNER of Bolt"
bool ArgumentSearch::has_own_genitive(std::uint16_t node) const {
  const std::size_t next = node + 1u;
  return next + 1 < groups_ && l_.groups[next].kind == GroupKind::preposition &&
         c_.text.text(l_.groups[next].head) == "of" &&
         l_.groups[next + 1].mention != MentionId::none &&
         c_.text.text(group(node).tokens.first) == "the";
}

void ArgumentSearch::over_links(const PathStep& step, const Reached& r, const Slot& slot,
                                std::uint16_t trigger, std::vector<Reached>& to) {
  const auto before = static_cast<std::ptrdiff_t>(to.size());
  over_own_links(step, r.node, r.loose, slot, trigger, to);
  const std::uint16_t root = r.node < groups_ ? l_.conjunct_of[r.node] : r.node;
  const bool inward = step.kind == StepKind::inverse || step.link == LinkKind::apposition ||
                      step.link == LinkKind::possessor;
  if (root != r.node && inward && group(r.node).kind == GroupKind::noun) {
    const auto own = static_cast<std::ptrdiff_t>(to.size());
    if (step.link == LinkKind::possessor && own > before) return;  // "A's chair and B's CHIEF"
    const std::uint32_t first = group(r.node).tokens.first;
    if (step.link == LinkKind::possessor &&
        ((c_.text.text(first) == "the" &&
          (token(group(r.node).head).classes.has(c_.classes.position) ||
           group(r.node).mention != MentionId::none)) ||
         token(first).classes.has(c_.classes.indefinite) || has_own_genitive(r.node)))
      return;  // "its chair and THE HEAD of Bolt", "and THE FIRM BOLT", "and A member of Bolt"
    if (step.link == LinkKind::possessor && has_genitive(r.node))
      return;  // "Norway's minister and now PRESIDENT of Acme", "and owner of Bolt"
    over_own_links(step, root, r.loose, slot, trigger, to);
    if (step.link == LinkKind::apposition)  // "his wife, ANN, and their daughter, Eve"
      to.erase(std::remove_if(to.begin() + own, to.end(),
                              [&](const Reached& x) { return x.node > root && x.node < r.node; }),
               to.end());
  }
  if (!shared_ || step.kind != StepKind::link || step.link != LinkKind::preposition ||
      !to.empty() || r.node >= groups_)
    return;
  for (auto g = static_cast<std::uint16_t>(r.node + 1u); g <= list_ends_[root]; ++g) {
    // "the chancellor and once AN economist at the bank": the economist's alone
    const ClassSet& first = token(group(g).tokens.first).classes;
    const bool aside = l_.groups[r.node + 1u].kind == GroupKind::comma;
    // "the chief justice, Bob Roy, and THE governor of the bank"
    const bool own = first.has(c_.classes.indefinite) || (aside && first.has(c_.classes.definite));
    if (l_.conjunct_of[g] == root && !own && !says_enough(r.node, g))
      over_own_links(step, g, true, slot, trigger, to);
  }
}

/// "A HEDGE FUND MANAGER and owner of the club", "THE SPANISH-BORN CHEF and founder of Acme": what
/// is said of the second is not of the first.
bool ArgumentSearch::says_enough(std::uint16_t noun, std::uint16_t other) const {
  const Group& g = group(noun);
  const ClassSet& head = token(g.head).classes;
  const auto& k = c_.classes;
  if (head.has(k.trade_measure)) {  // "TARIFFS, and bans on cars"; not "tariffs or bans on cars"
    const EntityId e = entity_of(c_.mentions, g.mention);
    return l_.groups[noun + 1u].kind != GroupKind::coordinator || e == EntityId::none ||
           c_.mentions.entities[index(e)].first != g.mention;
  }
  const bool ranked = head.has(k.ranked_post) && c_.text.text(g.head) != "manager";
  const ClassSet& first = token(g.tokens.first).classes;
  const bool bare = g.tokens.size() == (first.has(k.indefinite) || first.has(k.definite) ? 2u : 1u);
  if (!bare && token(group(other).head).classes.has(k.seller) && head.has(k.position) && !ranked &&
      !head.has(k.firm_post) && !head.has(k.head_post) && !head.has(k.top_position))
    return true;
  return g.head > g.tokens.first + 1 && first.has(k.indefinite) &&
         token(g.head - 1).tag == Tag::NN && !ranked;
}

/// "subsidies, higher TAXES on petrol": what is said of the last measure is not of the first.
bool ArgumentSearch::of_nearer_measure(std::uint16_t node, std::uint16_t there) const {
  if (node >= groups_ || there >= groups_ || there < node + 4u) return false;
  const auto measure = [&](std::uint16_t g) {
    return group(g).kind == GroupKind::noun &&
           token(group(g).head).classes.has(c_.classes.trade_measure);
  };
  return measure(node) && measure(static_cast<std::uint16_t>(there - 2));
}

void ArgumentSearch::over_own_links(const PathStep& step, std::uint16_t node, bool loose,
                                    const Slot& slot, std::uint16_t trigger,
                                    std::vector<Reached>& to) {
  const NodeLinks& here = at_nodes_[node];
  const bool onward = step.kind == StepKind::link;
  const auto wanted = onward ? beginning::from(step.link) : beginning::to(step.link);
  if ((here.had & wanted) == 0) return;
  const std::vector<WordId>& words = step.rule_words ? slot.prepositions : step.words;
  const auto next = [&](const LinkPlaces& places) { return onward ? places.from : places.to; };
  for (std::uint16_t k = next(here.first); k != no_link; k = next(next_link_[k])) {
    const Link& link = l_.links[k];
    const std::uint16_t there = onward ? link.to : link.from;
    if (link.kind != step.link || there == trigger) continue;
    if (link.loose && onward && of_nearer_measure(node, there)) continue;
    if (link.kind == LinkKind::when && slot.function == Function::when &&
        there > l_.nodes[trigger].group && ends_there(there))
      continue;
    if (link.kind == LinkKind::preposition && !words.empty() &&
        std::find(words.begin(), words.end(), link.word) == words.end())
      continue;
    if (onward && link.kind == LinkKind::modifier &&
        (slot.function == Function::of || slot.function == Function::agent) &&
        owned_otherwise(node, there))
      continue;
    if (onward && link.kind == LinkKind::preposition && slot.function == Function::of &&
        sent_by_state(node, link))
      continue;
    if (onward && link.kind == LinkKind::possessor && slot.function == Function::patient &&
        done_to_other(node))
      continue;
    if (onward && link.kind == LinkKind::modifier &&
        token(l_.nodes[node].head).classes.has(c_.classes.trade_measure) &&
        meant_otherwise(slot.function, node, there))
      continue;
    to.push_back({there, loose || link.loose});
  }
}

/// "died in office, UNTIL 2017": no date of an act.
bool ArgumentSearch::ends_there(std::uint16_t date) const {
  return date > 0 && date < groups_ &&
         token(group(static_cast<std::uint16_t>(date - 1u)).head).classes.has(c_.classes.until);
}

bool ArgumentSearch::named_organization(std::uint16_t node) const {
  const MentionId m = l_.nodes[node].mention;
  return m != MentionId::none && c_.mentions.mentions[index(m)].kind == MentionKind::name &&
         x_.ontology.is_a(type_of(m), x_.ontology.known().organization);
}

bool ArgumentSearch::has_genitive(std::uint16_t noun) const {
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    return l.from == noun && !l.loose && by_preposition(l, "of", c_) &&
           l_.nodes[l.to].mention != MentionId::none;
  });
}

/// "ACME's sale OF 75 JETS to Bolt": Acme is not what is sold.
bool ArgumentSearch::done_to_other(std::uint16_t noun) const {
  return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
    return l.from == noun && !l.loose && by_preposition(l, "of", c_) && l.to < groups_ &&
           !group(l.to).date;
  });
}

/// "ITS Japanese rivals": whose they are is said, and not Japan's.
bool ArgumentSearch::owned_otherwise(std::uint16_t noun, std::uint16_t adjective) const {
  const MentionId m = l_.nodes[adjective].mention;
  if (m == MentionId::none) return false;
  const Mention& said = c_.mentions.mentions[index(m)];
  const bool person = x_.ontology.is_a(said.type, x_.ontology.known().person);  // "his TUDOR house"
  if (said.kind == MentionKind::adjective && token(group(noun).tokens.first).tag == Tag::PRPS)
    return true;  // "ITS Irish president": not Ireland's
  if (x_.ontology.is_a(said.type, x_.ontology.known().party) && has_genitive(noun))
    return true;  // "the LABOUR leader of the council": not Labour's
  return (said.kind == MentionKind::adjective || person) &&
         l_.target(noun, LinkKind::possessor) >= 0;
}

/// "CHILE's executive director AT the fund": whom Chile sends heads no fund.
bool ArgumentSearch::sent_by_state(std::uint16_t noun, const Link& where) const {
  const int by = l_.target(noun, LinkKind::possessor);
  if (by < 0 || by_preposition(where, "of", c_)) return false;
  const MentionId m = l_.nodes[static_cast<std::uint16_t>(by)].mention;
  return m != MentionId::none && x_.ontology.is_a(type_of(m), x_.ontology.known().country);
}

/// "the IRAN sanctions" are not Iran's, "the EU sanctions imposed by RUSSIA" not the EU's.
bool ArgumentSearch::meant_otherwise(Function function, std::uint16_t noun,
                                     std::uint16_t name) const {
  const MentionId m = l_.nodes[name].mention;
  if (m == MentionId::none) return false;
  const Aim aim = aim_of(c_.text, c_.mentions, x_.ontology, c_.classes, m, l_.nodes[noun].head);
  if (function == Function::compound)
    return aim != Aim::target && !x_.ontology.is_a(type_of(m), x_.ontology.known().product);
  return function == Function::owner && (aim != Aim::maker || imposed_by_other(noun, m));
}

bool ArgumentSearch::imposed_by_other(std::uint16_t noun, MentionId whose) const {
  for (const Link& l : l_.links) {
    if (l.to != noun || l.loose || l.from >= groups_) continue;
    const bool passive = group(l.from).passive;
    if (l.kind != (passive ? LinkKind::subject : LinkKind::object)) continue;
    const WordId lemma = token(group(l.from).head).lemma;
    if (lemma == WordId::none) continue;
    const bool imposes = c_.lexicon.text(lemma) == "impose";
    if (!imposes && !own_to_change(c_.lexicon.text(lemma))) continue;
    for (const Link& by : l_.links) {
      if (by.from != l.from || by.loose ||
          !(passive ? by_preposition(by, "by", c_) : by.kind == LinkKind::subject))
        continue;
      const MentionId m = l_.nodes[by.to].mention;
      if (m == MentionId::none || same_entity(c_.mentions, m, whose)) continue;
      if (imposes || x_.ontology.is_a(type_of(m), x_.ontology.known().country)) return true;
    }
  }
  return false;
}

void ArgumentSearch::over_speaker(const Reached& r, std::vector<Reached>& to) const {
  const int who = standing_of(l_, r.node, c_).speaker;
  if (who >= 0) to.push_back({static_cast<std::uint16_t>(who), r.loose});
}

/// "Boston-based": the mention that ends before the hyphen in front of the trigger.
void ArgumentSearch::before_hyphen(const Reached& r, std::vector<Reached>& to) const {
  const std::uint32_t t = l_.nodes[r.node].head;
  if (t < 2 || token(t - 1).tag != Tag::HYPH) return;
  for (std::uint16_t n = 0; n < l_.nodes.size(); ++n)
    if (l_.nodes[n].mention != MentionId::none && l_.nodes[n].tokens.last == t - 1)
      return to.push_back({n, r.loose});
}

/// Takes the links in that have come since; those of a node stay in their order.
void ArgumentSearch::take_links_in() {
  if (at_nodes_.empty()) note_lists();
  at_nodes_.resize(l_.nodes.size());
  const auto append = [&](std::uint16_t LinkPlaces::*side, NodeLinks& node, std::uint16_t link) {
    LinkPlaces& before = node.last.*side == no_link ? node.first : next_link_[node.last.*side];
    before.*side = link;
    node.last.*side = link;
  };
  auto k = static_cast<std::uint16_t>(next_link_.size());
  next_link_.resize(l_.links.size());
  for (; k < next_link_.size(); ++k) {
    const Link& link = l_.links[k];
    append(&LinkPlaces::from, at_nodes_[link.from], k);
    append(&LinkPlaces::to, at_nodes_[link.to], k);
    NodeLinks &from = at_nodes_[link.from], &to = at_nodes_[link.to];
    from.had |= beginning::from(link.kind);
    to.had |= beginning::to(link.kind);
    if (link.kind == LinkKind::preposition && link.word != WordId::none) {
      from.had |= beginning::from_word(link.word);
      to.had |= beginning::to_word(link.word);
      said_ |= preposition_mark(link.word);
    }
  }
}

void ArgumentSearch::note_lists() {
  list_ends_.resize(groups_);
  for (std::uint16_t g = 0; g < groups_; ++g) list_ends_[l_.conjunct_of[g]] = g;
}

/// Everything that a path which begins at a node can ask of it.
beginning::Bits ArgumentSearch::had_by(std::uint16_t node) const {
  const Group& g = group(node);
  beginning::Bits has = shared_ ? beginning::any_links : beginning::Bits{0};
  has |= at_nodes_[node].had;
  if (node < groups_) has |= at_nodes_[l_.conjunct_of[node]].had;
  if (g.kind == GroupKind::verb) has |= g.passive ? beginning::passive : beginning::active;
  return g.copula ? has | beginning::copula : has;
}

}  // namespace factloom
