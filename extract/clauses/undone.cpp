// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/undone.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/clauses/status.h"

namespace factloom {

/// "expires on June 12": not yet
static bool runs_on(const Group& verb, const GroupContext& context) {
  return context.text.text(verb.head).starts_with("expire") && verb.form == VerbForm::finite &&
         !verb.past && !verb.perfect;
}

namespace {

class OutcomeReader {
 public:
  OutcomeReader(const Links& links, std::uint16_t node, const GroupContext& context)
      : l_(links), node_(node), c_(context), k_(context.classes) {}

  bool came_to_nothing() const {
    const std::size_t act = l_.nodes[node_].group;
    bool turned = false;  // "but", "before" or ";" stood between
    bool which = false;   // "bid for Bolt, WHICH turned it down"
    for (std::size_t g = act + 1; g < l_.groups.size(); ++g) {
      turned = turned || turns(g);
      which = which || l_.groups[g].kind == GroupKind::relative;
      const auto verb = static_cast<std::uint16_t>(g);
      if (l_.groups[g].kind != GroupKind::verb) continue;
      if (only_to_suffer(verb)) return true;
      if (changes_mind(verb, turned) || (turned && never_did(verb))) return true;
      if (!head(g).has(k_.thwarting_verb)) continue;
      if ((suffers(verb, turned) || (which && refuses(verb))) && told(verb)) return true;
    }
    return false;
  }

 private:
  const ClassSet& head(std::size_t group) const {
    return c_.text.tokens[l_.groups[group].head].classes;
  }
  bool turns(std::size_t g) const {
    const Group& x = l_.groups[g];
    const std::string_view word = c_.text.text(x.head);
    if (x.kind == GroupKind::coordinator) return word != "or" && word != "nor";
    if (x.kind == GroupKind::colon) return word == ";";
    const bool joins = x.kind == GroupKind::subordinator || x.kind == GroupKind::preposition;
    return joins && (head(g).has(k_.until) || word == "before");
  }
  /// "bid for Bolt, ONLY TO BE REBUFFED"
  bool only_to_suffer(std::uint16_t verb) const {
    const Group& v = l_.groups[verb];
    if (v.form != VerbForm::infinitive || !v.passive || v.tokens.first == 0) return false;
    const std::uint32_t first = v.tokens.first;
    if (c_.text.text(first - 1) != "only" && c_.text.text(first) != "only") return false;
    const std::string_view word = c_.text.text(v.head);
    return head(verb).has(k_.thwarting_verb) || word == "stopped" || word == "overruled";
  }
  /// Is what ends the plan itself, or one of those who had it?
  bool suffers(std::uint16_t verb, bool turned) const {
    const Group& v = l_.groups[verb];
    if (v.negated || v.modal != UINT32_MAX || v.form == VerbForm::infinitive) return false;
    const int object = l_.target(verb, LinkKind::object);
    const bool acts = !v.passive && object >= 0;
    const int what = acts ? object : l_.target(verb, LinkKind::subject);
    if (what < 0) return false;
    if (governs(static_cast<std::uint16_t>(what))) return true;
    if (!turned) return false;
    const auto group = static_cast<std::uint16_t>(what);
    if (is_deal(group)) return true;
    if (acts) return had_it(group);
    return v.passive ? had_it(group) : acts_itself(group);
  }
  /// "turned HIM down", "rejected THE OFFER"
  bool refuses(std::uint16_t verb) const {
    const Group& v = l_.groups[verb];
    if (v.negated || v.passive || v.modal != UINT32_MAX || v.form != VerbForm::finite) return false;
    const int object = l_.target(verb, LinkKind::object);
    if (object < 0) return false;
    const auto what = static_cast<std::uint16_t>(object);
    return had_it(what) || (is_deal(what) && head(what).has(k_.to_come));
  }
  /// "but CHANGED HIS MIND", "but RELENTED", "but DECIDED AGAINST it", "who …, BACKED DOWN"
  bool changes_mind(std::uint16_t verb, bool turned) const {
    const Group& v = l_.groups[verb];
    if (v.negated || v.modal != UINT32_MAX || v.form == VerbForm::infinitive) return false;
    if (!gives_way(verb) && !(turned && thinks_again(verb))) return false;
    const int who = l_.target(verb, LinkKind::subject);
    return who >= 0 && (turned || v.form == VerbForm::finite) &&
           had_it(static_cast<std::uint16_t>(who));
  }
  bool gives_way(std::uint16_t verb) const {
    const std::uint32_t t = l_.groups[verb].head;
    const std::string_view word = c_.text.text(t);
    if (one_of(word, {"relented", "relents", "backtracked", "backpedalled"})) return true;
    return one_of(word, {"backed", "climbed", "backs"}) && t + 1 < c_.text.tokens.size() &&
           one_of(c_.text.text(t + 1), {"down", "off"});
  }
  bool thinks_again(std::uint16_t verb) const {
    const std::uint32_t t = l_.groups[verb].head;
    const std::string_view word = c_.text.text(t);
    const std::string_view next = t + 1 < c_.text.tokens.size() ? c_.text.text(t + 1) : "";
    if (one_of(word, {"decided", "decides", "chose", "opted"})) return next == "against";
    if (word == "thought") return next == "better";
    if (word == "reversed") return next == "course";
    int object = l_.target(verb, LinkKind::object);
    if (object < 0) object = l_.target(verb, LinkKind::complement);
    return (word == "changed" || word == "changes") && object >= 0 &&
           c_.text.text(l_.groups[static_cast<std::size_t>(object)].head).starts_with("mind");
  }
  /// "but NEVER DID", "but has NOT DONE so"
  bool never_did(std::uint16_t verb) const {
    const Group& v = l_.groups[verb];
    if (!v.negated || !one_of(c_.text.text(v.head), {"did", "done"})) return false;
    const int object = l_.target(verb, LinkKind::object);
    if (object >= 0 && !l_.groups[static_cast<std::size_t>(object)].pronoun) return false;
    const int who = l_.target(verb, LinkKind::subject);
    return who < 0 || had_it(static_cast<std::uint16_t>(who));
  }
  /// "its PLAN to buy", "the DEAL to buy"
  bool governs(std::uint16_t noun) const {
    const int governor = l_.source(node_, LinkKind::infinitive);
    return governor >= 0 && l_.nodes[static_cast<std::uint16_t>(governor)].group == noun &&
           l_.groups[noun].kind == GroupKind::noun;
  }
  /// "the deal", "its offer"; not "a deal with others"
  bool is_deal(std::uint16_t noun) const {
    const ClassSet& s = head(noun);
    const Token& first = c_.text.tokens[l_.groups[noun].tokens.first];
    const bool known = first.tag == Tag::PRPS || first.classes.has(k_.definite) ||
                       first.classes.has(k_.demonstrative);
    return known && (s.has(k_.agreement) || s.has(k_.intent) || s.has(k_.programme));
  }
  /// Is it the subject of the act, or of what governs it?
  bool had_it(std::uint16_t noun) const {
    std::uint16_t at = node_;
    for (int depth = 0; depth < 4; ++depth) {
      const int who = l_.target(at, LinkKind::subject);
      if (who == noun || (who >= 0 && same(static_cast<std::uint16_t>(who), noun))) return true;
      const int up = l_.source(at, LinkKind::infinitive);
      if (up < 0) return false;
      at = static_cast<std::uint16_t>(up);
    }
    return false;
  }
  bool same(std::uint16_t a, std::uint16_t b) const {
    const MentionId x = l_.nodes[a].mention, y = l_.nodes[b].mention;
    return x != MentionId::none && y != MentionId::none && same_entity(c_.mentions, x, y);
  }
  /// Somebody, or a body: "the BUYER walked away"; not "its SHARES collapsed".
  bool acts_itself(std::uint16_t noun) const {
    if (had_it(noun) || l_.groups[noun].pronoun || l_.groups[noun].mention != MentionId::none)
      return true;
    const ClassSet& s = head(noun);
    return s.has(k_.person) || s.has(k_.position) || s.has(k_.company) || s.has(k_.group);
  }
  bool told(std::uint16_t verb) const {
    const Status status = standing_of(l_, verb, c_).status;
    return status == Status::asserted || status == Status::former;
  }

  const Links& l_;
  std::uint16_t node_;
  const GroupContext& c_;
  const KnownClasses& k_;
};

}  // namespace

bool came_to_nothing(const Links& links, std::uint16_t node, const GroupContext& context) {
  return OutcomeReader(links, node, context).came_to_nothing();
}

/// "the bid CAME TO NOTHING", "the merger NEVER HAPPENED"
static bool came_to_naught(const Group& v, const Text& text) {
  const std::string_view word = text.text(v.head);
  if (v.negated && v.past)
    return word == "happened" || word == "materialised" || word == "materialized";
  if (word != "came" || v.head + 2 >= text.tokens.size() || text.text(v.head + 1) != "to")
    return false;
  const std::string_view what = text.text(v.head + 2);
  return what == "nothing" || what == "naught" || what == "nought";
}

Thwarted thwarted(const Links& links, std::uint16_t node, const GroupContext& context) {
  const KnownClasses& k = context.classes;
  const auto classes = [&](std::uint32_t token) { return context.text.tokens[token].classes; };
  const std::uint16_t noun = links.nodes[node].group;
  const bool begun = classes(links.nodes[node].head).has(k.process);
  if (!begun && classes(links.nodes[node].head).has(k.stance_noun)) return Thwarted::no;
  const bool to_come = classes(links.nodes[node].head).has(k.to_come) ||
                       classes(links.nodes[node].head).has(k.intent);
  const Thwarted kept = begun ? Thwarted::begun : Thwarted::undone;
  for (std::uint32_t t = links.groups[noun].tokens.first; t < links.nodes[node].head; ++t)
    if (classes(t).has(k.thwarted)) return kept;
  for (const Link& l : links.links) {
    const bool reached = l.kind == LinkKind::object || l.kind == LinkKind::subject ||
                         l.kind == LinkKind::preposition;
    if (l.to != noun || l.loose || !reached) continue;
    const Group& verb = links.groups[links.nodes[l.from].group];
    if (verb.kind != GroupKind::verb) continue;
    if (l.kind == LinkKind::subject && came_to_naught(verb, context.text)) return kept;
    if (l.kind == LinkKind::subject && verb.negated && verb.past && !verb.passive &&
        one_of(context.text.text(verb.head), {"took", "happened", "materialised", "materialized"}))
      return kept;  // "NEVER TOOK place"
    const bool cut = verb.head + 1 < context.text.tokens.size() &&
                     context.text.text(verb.head) == "cut" &&
                     context.text.text(verb.head + 1) == "off";  // "CUT OFF aid"
    if (!cut && !classes(verb.head).has(k.thwarting_verb)) continue;
    if ((verb.progressive && !verb.past) || runs_on(verb, context))
      continue;  // "IS SELLING its stake", "EXPIRES on June 12"
    const bool whole = l.kind == LinkKind::preposition && classes(verb.head).has(k.negative_verb);
    const bool suffers = l.kind == LinkKind::object || whole ||
                         (l.kind == LinkKind::subject &&
                          (verb.passive || links.target(l.from, LinkKind::object) < 0));
    const Status told = suffers ? standing_of(links, l.from, context).status : Status::negated;
    const bool quits = whole && told == Status::former;  // "WALKED AWAY from its bid"
    if (told != Status::asserted && !quits) continue;
    const bool ends =
        begins_with_one_of(context.text.text(verb.head), {"end", "terminat", "sever"});
    return ends && !to_come ? Thwarted::begun : kept;  // "ENDED its sponsorship": it was there
  }
  return Thwarted::no;
}

bool awaited(const Links& links, std::uint16_t node, const GroupContext& context) {
  const KnownClasses& k = context.classes;
  const auto classes = [&](const Group& g) { return context.text.tokens[g.head].classes; };
  for (const Link& l : links.links) {
    if (l.kind != LinkKind::subject || l.to != links.nodes[node].group || l.loose) continue;
    const std::size_t at = links.nodes[l.from].group;
    const Group& verb = links.groups[at];
    if (verb.kind != GroupKind::verb || verb.negated) continue;
    const bool lacks = classes(verb).has(k.awaiting) && !verb.passive;
    const bool due = verb.copula || (verb.passive && classes(verb).has(k.planning_verb));
    if (!lacks && !due) continue;
    for (std::size_t i = at + 1; i < links.groups.size() && i < at + 5; ++i) {
      const Group& g = links.groups[i];
      if (g.kind == GroupKind::verb)
        return due && g.form == VerbForm::infinitive && !g.perfect && classes(g).has(k.completing);
      if (g.kind == GroupKind::noun && classes(g).has(k.approval)) return true;
      if (g.kind == GroupKind::comma || g.kind == GroupKind::stop) break;
    }
  }
  return false;
}

bool blocked_plan(const Links& links, std::uint16_t node, const GroupContext& context) {
  const Group& noun = links.groups[links.nodes[node].group];
  return context.text.tokens[noun.head].classes.has(context.classes.intent) &&
         thwarted(links, node, context) == Thwarted::undone;
}

static bool done_by_another(const Links& links, std::uint16_t verb, const GroupContext& context) {
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    return l.from == verb && by_preposition(l, "by", context);
  });
}

/// Does the preposition lead from the verb to the noun?
static bool reached_by(const Links& links, std::uint16_t verb, std::uint16_t noun,
                       std::string_view preposition, const GroupContext& context) {
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    return l.from == verb && l.to == links.nodes[noun].group &&
           by_preposition(l, preposition, context);
  });
}

Status wished(const Links& links, std::uint16_t noun, std::uint16_t verb,
              const GroupContext& context) {
  const Group& what = links.groups[links.nodes[noun].group];
  const Token& first = context.text.tokens[what.tokens.first];
  const ClassSet& head = context.text.tokens[what.head].classes;
  const auto reached = [&](std::string_view preposition) {
    return reached_by(links, verb, noun, preposition, context);
  };
  if (first.classes.has(context.classes.indefinite) && reached("without"))
    return Status::negated;  // "without A BOLD INITIATIVE by Rome"
  if (!head.has(context.classes.trade_measure) || first.classes.has(context.classes.definite) ||
      first.tag == Tag::PRPS || links.target(noun, LinkKind::possessor) >= 0)
    return Status::asserted;
  const Group& v = links.groups[links.nodes[verb].group];
  const int act = links.target(verb, LinkKind::infinitive);
  const bool perfect =
      act < 0 ? v.perfect : links.groups[links.nodes[static_cast<std::size_t>(act)].group].perfect;
  if (v.modal != UINT32_MAX && perfect && !v.passive &&
      links.target(verb, LinkKind::subject) == links.nodes[noun].group)
    return Status::hedged;  // "higher tariffs WOULD only HAVE hurt"
  if (act >= 0) return Status::asserted;
  const ClassSet& deed = context.text.tokens[v.head].classes;
  const bool acts_on_it = links.target(verb, LinkKind::object) == links.nodes[noun].group;
  if (deed.has(context.classes.averting) && !v.passive &&
      (acts_on_it || reached("of") || reached("for")))
    return Status::hedged;  // "to AVERT sanctions", "WARNED OF tariffs"
  const std::string_view word = context.text.text(v.head);
  if (word == "ruled" && acts_on_it) return v.negated ? Status::hedged : Status::negated;
  if (word != "called" && word != "pushed" && word != "calls" && word != "calling")
    return Status::asserted;
  return reached("for") ? Status::planned : Status::asserted;
}

Status foreseen(const Links& links, std::uint16_t noun, std::uint16_t verb,
                const GroupContext& context) {
  const KnownClasses& k = context.classes;
  const Group& v = links.groups[links.nodes[verb].group];
  const ClassSet& deed = context.text.tokens[v.head].classes;
  const std::uint16_t what = links.nodes[noun].group;
  if (links.target(verb, LinkKind::object) == what)
    return deed.has(k.averting) ? Status::planned : Status::asserted;
  if (links.target(verb, LinkKind::subject) == what) {
    const int is = v.copula ? links.target(verb, LinkKind::complement) : -1;
    if (is >= 0) {
      const auto node = static_cast<std::uint16_t>(is);
      const ClassSet& kind = context.text.tokens[links.nodes[node].head].classes;
      return kind.has(k.notion) || kind.has(k.prospect) ? Status::hedged : Status::asserted;
    }
    if (v.modal == UINT32_MAX || v.passive) return Status::asserted;
    const bool open = context.text.tokens[v.modal].classes.has(k.planning_modal);
    return !open ? Status::asserted : v.perfect ? Status::hedged : Status::planned;
  }
  const bool judges = deed.has(k.deliberating) && reached_by(links, verb, noun, "on", context);
  return judges ? Status::planned : Status::asserted;
}

bool left_open(const Links& links, std::uint16_t verb, bool says, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  if (v.form != VerbForm::infinitive || links.source(verb, LinkKind::infinitive) >= 0) return false;
  if (says || v.passive) return true;
  const std::uint32_t first = v.tokens.first;
  if (first == 0) return false;
  const std::string_view word = context.text.text(first - 1);
  return word == "whether" || word == "how" || word == "Whether" || word == "How";
}

bool finds_grounds(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const int object = links.target(verb, LinkKind::object);
  if (object < 0) return false;
  const std::string_view what =
      context.text.text(links.nodes[static_cast<std::uint16_t>(object)].head);
  return what == "grounds" || what == "reason" || what == "reasons" || what == "cause" ||
         what == "evidence";
}

int dropped_by(const Links& links, std::uint16_t node, const GroupContext& context) {
  const KnownClasses& k = context.classes;
  const auto classes = [&](std::uint32_t token) { return context.text.tokens[token].classes; };
  const bool measure = classes(links.nodes[node].head).has(k.trade_measure);
  if (!measure && !classes(links.nodes[node].head).has(k.intent)) return -1;
  for (const Link& l : links.links) {
    if (l.to != links.nodes[node].group || l.loose) continue;
    if (measure && !begins_with_one_of(
                       context.text.text(links.groups[links.nodes[l.from].group].head),
                       {"lift", "repeal", "scrap", "abolish", "rescind", "revok", "drop", "ended"}))
      continue;  // "LIFTED its embargo"
    const Group& verb = links.groups[links.nodes[l.from].group];
    const bool lapses = l.kind == LinkKind::subject && !verb.passive &&
                        classes(verb.head).has(k.lapsing) && !runs_on(verb, context) &&
                        links.target(l.from, LinkKind::object) < 0;
    if (verb.kind != GroupKind::verb ||
        !(lapses || measure || classes(verb.head).has(k.thwarting_verb)) ||
        (l.kind != LinkKind::object && !lapses && (l.kind != LinkKind::subject || !verb.passive)))
      continue;
    if (verb.passive && done_by_another(links, l.from, context)) continue;
    const Status status = standing_of(links, l.from, context).status;
    if (status == Status::asserted || status == Status::former) return l.from;
  }
  return -1;
}

bool is_named(const Links& links, std::uint16_t node, const GroupContext& context) {
  const Group& g = links.groups[links.nodes[node].group];
  return g.mention != MentionId::none && is_proper_noun(context.text.tokens[g.head].tag) &&
         context.mentions.mentions[index(g.mention)].kind == MentionKind::name;
}

}  // namespace factloom
