// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/status.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/clauses/ended.h"
#include "extract/clauses/futurate.h"
#include "extract/clauses/lapsed.h"
#include "extract/clauses/refusals.h"
#include "extract/clauses/undone.h"

namespace factloom {
namespace {

/// The stronger of two statuses: a denied plan is denied, a rumoured purchase is a rumour.
Status stronger(Status a, Status b) {
  return std::max(a, b);
}

class StandingReader {
 public:
  StandingReader(const Links& links, const GroupContext& context)
      : l_(links), c_(context), k_(context.classes) {}

  Standing read(std::uint16_t node) {
    std::uint16_t at = node;
    bool full = true;
    if (group(at).kind == GroupKind::noun) {
      noun(at);
      states_ = head(at).has(k_.position);
      const int post = post_of(at);
      full = post >= 0 || stands_with_verb(at);
      const int verb = governing_verb(post >= 0 ? static_cast<std::uint16_t>(post) : at);
      if (verb < 0) return finish();
      at = static_cast<std::uint16_t>(verb);
      const bool stands = head(node).has(k_.position) || head(node).has(k_.headship) ||
                          head(node).has(k_.standing_noun);
      if (full ? stands && (was_then(l_, at, c_) || acted_then(l_, at, node, c_))
               : dismissed(l_, at, node, c_))
        add(Status::former);
      if (full && only_seen_as(at, node)) add(Status::hedged);
      if (post >= 0) taken_post(at);
      if (full && refused_as(l_, at, c_)) add(Status::negated);
      if (full && head(at).has(k_.weighing)) add(Status::planned);  // "was nominated chief"
      ranked_ = full && ranked(node);
    } else if (group(at).kind != GroupKind::verb) {
      const int verb = governing_verb(at);
      if (verb < 0) return finish();
      at = static_cast<std::uint16_t>(verb);
    }
    if (!full) add(wished(l_, node, at, c_));
    if (!full && head(node).has(k_.to_come)) add(foreseen(l_, node, at, c_));
    const Status presupposed = result_.status;
    const bool planned = !full && (planned_object(node, at) || to_come(node, at));
    if (full && at != node && (to_come(node, at) || in_the_making(node, at))) add(Status::planned);
    verb_group(at, at == node);
    if (full && left_open(l_, at, at != node, c_))
      add(Status::planned);  // "soon TO BE its chief", "created a fund, TO BE LED by Ann Lee"
    climb(at);
    if (full && at != node && stays(l_, at, c_) &&
        (result_.status == Status::planned || result_.status == Status::hedged))
      result_.status = Status::asserted;  // "INTENDS TO STAY ON as its chief"
    if (full && at != node && head(at).has(k_.leave) && called_for(l_, at, c_))
      result_.status = Status::asserted;  // "faces CALLS TO RESIGN as its chief"
    const bool leaving = full && at != node && head(at).has(k_.leave);  // "MAY QUIT as chief"
    if (leaving && result_.status != Status::former && !group(at).hedged)
      result_.status = presupposed;
    else if (full && (conditional_ || questioned(at)))
      result_.status = Status::hedged;
    if (!full) {
      result_.status = planned ? stronger(presupposed, Status::planned) : presupposed;
      result_.requested = advised_ = false;  // "the MAYOR should go": is that now
    }
    return finish();
  }

 private:
  const Group& group(std::uint16_t node) const { return l_.groups[l_.nodes[node].group]; }
  const ClassSet& head(std::uint16_t node) const {
    return c_.text.tokens[group(node).head].classes;
  }
  /// How the verb is linked to what it is done to.
  LinkKind suffers(std::uint16_t verb) const {
    return group(verb).passive ? LinkKind::subject : LinkKind::object;
  }
  void add(Status s) { result_.status = stronger(result_.status, s); }

  Standing finish() {
    if (result_.speaker < 0 && l_.reporting >= 0 && !climbed_)
      result_.speaker = l_.target(static_cast<std::uint16_t>(l_.reporting), LinkKind::subject);
    if (result_.speaker < 0) result_.speaker = l_.according;
    if (advised_ && result_.speaker >= 0) result_.requested = true;
    return result_;
  }

  /// "former", "proposed", "no" within a noun group, and what stands before it.
  void noun(std::uint16_t node) {
    const Group& g = group(node);
    if (g.negated && l_.target(node, LinkKind::title) < 0)  // not "NEITHER President Ann Lee nor"
      add(Status::negated);
    for (std::uint32_t t = g.tokens.first; t < l_.nodes[node].head; ++t) {
      const ClassSet& s = c_.text.tokens[t].classes;
      if ((s.has(k_.former) && !is_mere_firm(head(node), k_)) ||
          (t == g.tokens.first && s.has(k_.formerly))) {
        add(Status::former);
        called_former_ = true;
      }
      if (c_.text.text(t) == "time" && t > g.tokens.first + 1 && c_.text.text(t - 2) == "one")
        add(Status::former);                                 // "the ONE-TIME chief"
      if (s.has(k_.future) && c_.text.text(t) != "elected")  // "the ELECTED president" is it
        add(Status::planned);
      if (s.has(k_.hedge_adverb)) add(Status::hedged);
      if (head(node).has(k_.position) && one_of(c_.text.text(t), {"last", "times", "twice"}))
        add(Status::former);  // "the LAST chief before it closed", "four TIMES mayor"
    }
    if (is_past_post(l_, node, c_)) add(Status::former);
    for (const Link& l : l_.links) {
      if (l.kind != LinkKind::preposition || l.to != l_.nodes[node].group || l.from == node)
        continue;
      const ClassSet& outer = head(l.from);
      if (outer.has(k_.predecessor)) add(Status::former);  // "her PREDECESSOR as chief"
      const bool whose =
          outer.has(k_.approval) && head(node).has(k_.programme);  // "ITS PLAN" is one
      const bool when = by_preposition(l, "until", c_) || by_preposition(l, "before", c_);
      if (!head(node).has(k_.position) && !says_with(l) && !whose && !when) only_talked_of(l.from);
    }
    std::uint16_t i = l_.nodes[node].group;
    while (i > 1 && l_.groups[i - 1u].kind == GroupKind::possessive)
      i = static_cast<std::uint16_t>(i - 2);
    if (until_lately(l_, i, c_))
      add(Status::former);  // "Ann Lee, UNTIL LAST YEAR its director", "UNTIL RECENTLY"
    if (i == 0 || l_.groups[i - 1u].kind != GroupKind::adverb) return;
    const ClassSet& before = c_.text.tokens[l_.groups[i - 1u].head].classes;
    if (before.has(k_.negator) && i > 1 && l_.groups[i - 2u].kind == GroupKind::comma)
      add(Status::negated);                                           // "Ann Lee, NOT its chief"
    if (i > 1 && l_.groups[i - 2u].kind == GroupKind::colon) return;  // "; THEN the firm left"
    if (i > 1 && head_of(i - 2).has(k_.time_unit)) return;  // "HOURS EARLIER its unit had grown"
    const bool begins = c_.text.tokens[l_.groups[i].tokens.first].tag == Tag::DT &&
                        (i == 1 || l_.groups[i - 2u].kind == GroupKind::preposition);
    if (begins && one_of(c_.text.text(l_.groups[i - 1u].head), {"then", "Then"}))
      return;  // "By THEN the director was ill"
    if (before.has(k_.former) || before.has(k_.formerly))
      add(Status::former);  // "Ann Lee, THEN a director of Acme"
  }

  const ClassSet& head_of(int group) const {
    return c_.text.tokens[l_.groups[static_cast<std::size_t>(group)].head].classes;
  }

  /// "talks WITH Acme" are held, "talks OF a merger" only tell of it.
  bool says_with(const Link& l) const {
    const std::uint16_t to = l_.nodes[l.to].group;
    const std::string_view word = to > 0 ? c_.text.text(l_.groups[to - 1u].head) : "";
    return one_of(word, {"with", "under", "against",                 // "a claim UNDER the treaty"
                         "in", "at", "during", "after", "before"});  // "raised fears IN a call"
  }

  /// "RUMOURS of a takeover", "the IDEA of a merger", "APPROVAL for the purchase"
  void only_talked_of(std::uint16_t outer) {
    if (group(outer).kind != GroupKind::noun || group(outer).mention != MentionId::none) return;
    const ClassSet& what = head(outer);
    if (what.has(k_.rumour) || what.has(k_.notion)) add(Status::hedged);
    if (what.has(k_.approval) || what.has(k_.prospect)) add(Status::planned);
  }

  int governing_verb(std::uint16_t node) const {
    const std::uint16_t g = l_.nodes[node].group;
    int perhaps = -1;  // "ended a row OVER A DEAL that it signed"
    for (const Link& l : l_.links) {
      const bool phrase = l.kind == LinkKind::preposition;
      const bool governs = phrase || l.kind == LinkKind::subject || l.kind == LinkKind::object ||
                           l.kind == LinkKind::object2 || l.kind == LinkKind::complement;
      if (!governs || l.to != g || group(l.from).kind != GroupKind::verb) continue;
      const ClassSet& once = c_.text.tokens[group(l.from).tokens.first].classes;
      if (l.kind == LinkKind::subject && group(l.from).form == VerbForm::participle &&
          (once.has(k_.formerly) || once.has(k_.former)))
        continue;  // "the Russian firm ONCE RUN by Ann Lee": Russian all the same
      if (!phrase || !l.loose) return l.from;
      if (perhaps < 0) perhaps = l.from;
    }
    if (perhaps >= 0) return perhaps;
    for (const Link& l : l_.links)  // over an apposition or a noun that it hangs on
      if (l.kind == LinkKind::apposition && l.to == g && l.from != node && !l.loose) {
        for (const Link& m : l_.links)
          if (m.to == l.from && !m.loose &&
              (m.kind == LinkKind::subject ||
               (m.kind == LinkKind::object &&
                (head(m.from).has(k_.dismissal) ||
                 (head(m.from).has(k_.succession) && head(node).has(k_.position))))))
            return m.from;  // "SACKED Ann Lee, its chief"
      }
    const std::uint16_t root = g < l_.conjunct_of.size() ? l_.conjunct_of[g] : g;
    return root == g ? -1 : governing_verb(root);  // "is not a subsidiary or AFFILIATE of Acme"
  }

  /// Does what the noun says stand or fall with its verb? "is CHIEF of Acme", "was named CHIEF",
  /// "serves as CHIEF", "signed a DEAL", "SANCTIONS were imposed"; but not "the CHIEF may retire",
  /// "plans to lift the SANCTIONS": these are presupposed.
  bool stands_with_verb(std::uint16_t node) const {
    const std::uint16_t g = l_.nodes[node].group;
    const std::uint16_t root = l_.conjunct_of[g];
    for (const Link& l : l_.links) {
      if ((l.to != g && l.to != root) || group(l.from).kind != GroupKind::verb) continue;
      const bool light = head(l.from).has(k_.light_verb);
      if (l.kind == LinkKind::complement) return !is_filled(node, l.from);
      if (l.kind == LinkKind::subject && names_holder(l.from, node)) return true;
      if (l.kind == LinkKind::object && light &&
          (is_filled(node, l.from) || taken_up(node, l.from)))
        return false;
      if (l.kind == LinkKind::object && light)
        return (!had_already(node) || made_new(node, l.from)) && !ends_own(l_, l.from, node, c_) &&
               !is_named(l_, l.to, c_);
      if (l.kind == LinkKind::subject && light && group(l.from).passive)
        return !is_filled(node, l.from) &&
               l_.target(node, LinkKind::title) < 0;  // "PRESIDENT Ann Lee may be held"
      if (by_preposition(l, "as", c_)) return true;
    }
    return false;
  }
  /// "would not ACCEPT the U.S. PROPOSAL": there is one all the same.
  bool taken_up(std::uint16_t node, std::uint16_t verb) const {
    return begins_with_one_of(c_.text.text(group(verb).head), {"accept"}) &&
           head(node).has(k_.policy) &&
           (l_.target(node, LinkKind::possessor) >= 0 || l_.target(node, LinkKind::modifier) >= 0);
  }
  /// "refused to approve its CHAIRMAN, ANN LEE": she is it, whatever becomes of it.
  bool is_filled(std::uint16_t node, std::uint16_t verb) const {
    const bool post = head(node).has(k_.position) || head(node).has(k_.head_post);
    return post && !head(verb).has(k_.appoint) && l_.target(node, LinkKind::apposition) >= 0;
  }
  /// "turned down the JOB of chief": the noun for a post that says what the word at a node is.
  int post_of(std::uint16_t node) const {
    const std::uint16_t g = l_.nodes[node].group;
    for (const Link& l : l_.links)
      if (l.to == g && !l.loose && (by_preposition(l, "of", c_) || by_preposition(l, "as", c_)) &&
          group(l.from).kind == GroupKind::noun && head(l.from).has(k_.post) && gives_up(l.from))
        return l.from;
    return -1;
  }
  /// "turned down the JOB", "will take THE JOB", "leaving HER JOB"; not "praised HER JOB as chief"
  bool gives_up(std::uint16_t post) const {
    const int verb = l_.source(post, LinkKind::object);
    if (verb < 0 || group(static_cast<std::uint16_t>(verb)).kind != GroupKind::verb) return false;
    return l_.target(post, LinkKind::possessor) < 0 ||
           head(static_cast<std::uint16_t>(verb)).has(k_.leave);
  }
  void taken_post(std::uint16_t verb) {
    const ClassSet& h = head(verb);
    if (h.has(k_.negative_verb)) add(h.has(k_.leave) ? Status::former : Status::negated);
    if (h.has(k_.planning_verb)) add(Status::planned);
  }
  /// "RECOGNISED her as president", "proclaimed HERSELF president"
  bool only_seen_as(std::uint16_t verb, std::uint16_t noun) const {
    const int object = l_.target(verb, LinkKind::object);
    const bool self = object >= 0 && head(static_cast<std::uint16_t>(object)).has(k_.reflexive);
    const bool claims = self && begins_with_one_of(c_.text.text(group(verb).head),
                                                   {"declar", "call", "styl", "anoint"});
    if ((!head(verb).has(k_.viewing) && !claims) || !head(noun).has(k_.position)) return false;
    const std::uint16_t g = l_.nodes[noun].group;
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.from == verb && l.to == g &&
             (l.kind == LinkKind::preposition || (self && l.kind == LinkKind::complement));
    });
  }
  /// "plan to FORM A PARTNERSHIP": there is none yet.
  bool made_new(std::uint16_t noun, std::uint16_t verb) const {
    return c_.text.tokens[group(noun).tokens.first].classes.has(k_.indefinite) &&
           begins_with_one_of(c_.text.text(group(verb).head),
                              {"form", "creat", "establish", "set", "launch", "found"});
  }
  /// "may sell ITS STAKE in Acme", "buy BOLT'S BRAND Acme": it has one, whatever becomes of it.
  bool had_already(std::uint16_t noun) const {
    const ClassSet& word = c_.text.tokens[l_.nodes[noun].head].classes;
    const bool stays = word.has(k_.holding_noun) || word.has(k_.standing_noun);
    return is_mere_firm(word, k_) || (stays && l_.target(noun, LinkKind::possessor) >= 0);
  }
  /// "its CHIEF was ANN LEE", "its DIRECTORS included ANN LEE"
  bool names_holder(std::uint16_t verb, std::uint16_t noun) const {
    const bool is = group(verb).copula;
    const bool in = head(verb).has(k_.include) && !head(noun).has(k_.standing_noun);
    if ((!is && !in) || !head(noun).has(k_.position)) return false;
    const int who = l_.target(verb, is ? LinkKind::complement : LinkKind::object);
    return who >= 0 && group(static_cast<std::uint16_t>(who)).mention != MentionId::none &&
           !head(static_cast<std::uint16_t>(who)).has(k_.reflexive);
  }
  /// "sued TO BLOCK the takeover of Acme": it is not done yet.
  bool may_prevent(std::uint16_t noun, std::uint16_t verb) const {
    const ClassSet& h = head(noun);
    return head(verb).has(k_.preventing) && group(verb).form == VerbForm::infinitive &&
           l_.target(verb, LinkKind::object) == l_.nodes[noun].group && !h.has(k_.process) &&
           !h.has(k_.policy) && !h.has(k_.position) && !h.has(k_.person);
  }
  /// "announced a MERGER", "agreed a TAKEOVER of Acme": it is still to come.
  bool to_come(std::uint16_t node, std::uint16_t verb) const {
    if (!head(node).has(k_.to_come) || !head(verb).has(k_.to_come)) return false;
    return l_.target(verb, suffers(verb)) == l_.nodes[node].group;
  }
  /// "IS NEGOTIATING an agreement with Norway"
  bool in_the_making(std::uint16_t node, std::uint16_t verb) const {
    return group(verb).progressive && head(verb).has(k_.to_come) &&
           l_.target(verb, suffers(verb)) == l_.nodes[node].group;
  }
  /// "considers a takeover of Acme"; but whoever "moved his WIFE to Berlin" has her already.
  bool planned_object(std::uint16_t node, std::uint16_t verb) const {
    const std::uint16_t g = l_.nodes[node].group;
    const bool passive = group(verb).passive;
    if (may_prevent(node, verb)) return true;
    if (!head(verb).has(passive ? k_.weighing : k_.planning_verb)) return false;
    if (!passive && head(verb).has(k_.naming)) return false;  // "CALLED the tariffs absurd"
    const ClassSet& h = head(node);
    const ClassSet& own = c_.text.tokens[l_.nodes[node].head].classes;  // a title's
    if (h.has(k_.kinship) || h.has(k_.person) || h.has(k_.position) || h.has(k_.headship) ||
        own.has(k_.position) || own.has(k_.headship))
      return false;
    if (had_already(node)) return false;
    if (h.has(k_.policy))  // "is considering a bill BY ANN LEE": hers it is
      for (const Link& l : l_.links)
        if (l.from == node && !l.loose && by_preposition(l, "by", c_)) return false;
    const LinkKind kind = suffers(verb);
    const bool none_yet =  // "HOPES FOR a deal with Norway"
        h.has(k_.agreement) && c_.text.tokens[group(node).tokens.first].classes.has(k_.indefinite);
    for (const Link& l : l_.links)
      if (l.from == verb && l.to == g &&
          (l.kind == kind || (none_yet && by_preposition(l, "for", c_))))
        return true;
    return false;
  }

  /// `own`: the verb is itself what says the fact.
  void verb_group(std::uint16_t node, bool own) {
    const Group& v = group(node);
    const bool never = own && v.negated && !v.ended;  // "NEVER WORKED for it"
    const bool remains = !own && stays(l_, node, c_);
    if (not_until(l_, node, c_) || (remains && v.negated && v.modal != UINT32_MAX))
      result_.status = Status::asserted;  // "did NOT become its chief UNTIL 2010"
    else if (v.ended || (!never && is_over(l_, node, c_, states_)))
      add(Status::former);
    else if (v.negated && !ranked_)
      add(Status::negated);
    if (own && none_of_it(node)) add(Status::negated);
    if (v.hedged) add(Status::hedged);
    conditional_ = conditional_ || v.conditional;
    const ClassSet& h = head(node);
    bool still = false;  // "Bob Roy WILL replace her as chief": she is it until then
    if (v.modal != UINT32_MAX) {
      const ClassSet& m = c_.text.tokens[v.modal].classes;
      if (turned_out(group(node), c_)) return;
      const bool may = m.has(k_.hedging_modal) || m.has(k_.planning_modal);
      const bool goes =
          h.has(k_.leave) && !(own && (h.has(k_.succession) || h.has(k_.handing))) && !v.perfect;
      if (may && goes) {
        still = !own;
        if (own) add(Status::planned);
      } else if (remains && m.has(k_.hedging_modal)) {
        return;  // "MAY STAY ON as its chief"
      } else if (m.has(k_.hedging_modal) || (m.has(k_.planning_modal) && v.perfect))
        add(Status::hedged);  // "may buy", "would have bought"
      else if (m.has(k_.planning_modal) && !(own ? stays(l_, node, c_) : remains))
        add(Status::planned);
      else if (m.has(k_.planning_modal) && result_.status == Status::former)
        result_.status = Status::asserted;  // "will stay its chief UNTIL MAY"
      advised_ = advised_ || m.has(k_.advising_modal);
    }
    if (is_futurate(l_, node, c_) || (own && is_awaited(l_, node, c_))) return add(Status::planned);
    if (remains && !v.past && v.form == VerbForm::finite && result_.status == Status::former &&
        !called_former_)                  // "is the first FORMER chief to"
      result_.status = Status::asserted;  // "REMAINS its chief UNTIL MAY"
    const bool follows =  // "Bob Roy REPLACED her as chief", "she GAVE it UP to him": he is it
        own && (h.has(k_.succession) || h.has(k_.handing));
    still = still || follows || dismisses_measure(l_, node, c_);
    if (h.has(k_.leave) && !still) add(Status::former);
  }

  /// "broke NO RULES", "NO BANK bought it", "voted for NEITHER ANN LEE nor"
  bool none_of_it(std::uint16_t verb) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.from == verb && group(l.to).negated &&
             (l.kind == LinkKind::object || l.kind == LinkKind::subject ||
              (l.kind == LinkKind::preposition &&
               is_proper_noun(c_.text.tokens[group(l.to).head].tag)));
    });
  }
  /// "is not the ONLY chief", "was not the FIRST president": one of them all the same.
  bool ranked(std::uint16_t noun) const {
    const Group& g = group(noun);
    for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
      if (c_.text.tokens[t].classes.has(k_.able_adjective) ||
          c_.text.tokens[t].classes.has(k_.ordinal))
        return true;
    return false;
  }
  /// Does the sentence ask whether it is so? Not "HOW did she do it?"; and a relative clause in a
  /// question tells.
  bool questioned(std::uint16_t verb) const {
    const std::uint16_t g = l_.nodes[verb].group;
    bool mark = false;
    for (std::size_t k = g; k < l_.groups.size(); ++k) {
      const Group& x = l_.groups[k];
      if (x.kind == GroupKind::colon) return false;
      mark = mark || (x.kind == GroupKind::stop && c_.text.text(x.head).front() == '?');
    }
    if (!mark) return false;
    return std::none_of(l_.groups.begin(), l_.groups.begin() + g, [&](const Group& x) {
      const Tag t = c_.text.tokens[x.head].tag;
      return t == Tag::WRB || t == Tag::WP || t == Tag::WDT || t == Tag::WPS;
    });
  }

  /// What governs the verb: control verbs and nouns, then reporting clauses.
  void climb(std::uint16_t node) {
    if (only_came_near(l_, node, c_)) add(Status::negated);
    if (group(node).form == VerbForm::gerund && group(node).kind == GroupKind::verb)
      if (const int who = l_.target(node, LinkKind::subject); who >= 0)
        for (const Link& l : l_.links)  // "the PROSPECT of Acme buying it"
          if (l.kind == LinkKind::preposition && l.to == who && !l.loose && node > l.to)
            only_talked_of(l.from);
    for (int depth = 0; depth < 6; ++depth) {
      if (const int governor = l_.source(node, LinkKind::infinitive); governor >= 0) {
        const auto up = static_cast<std::uint16_t>(governor);
        if (goes_on(up, node)) return;
        if (paid_for(l_, up, node, c_)) {  // "docked points FOR BREAKING the rules"
          node = up;
          continue;
        }
        if (decided(up)) return;
        governed(up);
        if (group(node).form == VerbForm::gerund && head(up).has(k_.preventing) &&
            group(up).form == VerbForm::infinitive)
          add(Status::planned);  // "acted to PREVENT Acme from buying it"
        if (group(node).form == VerbForm::gerund && group(up).negated &&
            head(up).has(k_.negative_verb))
          add(Status::hedged);  // "has not RULED OUT buying"
        if (must(up, node))     // "has to buy it", "had THE MONEY to buy it"
          add(l_.target(up, LinkKind::object) < 0 ? duty(up, node) : Status::planned);
        if (c_.text.text(group(node).tokens.first) == "yet") add(Status::negated);
        if (requests(up, node)) result_.requested = true;
        if (picked(up, node)) add(Status::planned);
        node = up;
        if (group(node).kind != GroupKind::verb) {
          const int above = governing_verb(node);
          const auto verb = static_cast<std::uint16_t>(above);
          if (above < 0 || (ranked(node) && l_.target(verb, LinkKind::complement) != node)) return;
          const bool others = l_.target(node, LinkKind::possessor) >= 0;
          node = verb;
          governed(node, others);
        }
        continue;
      }
      const int teller = l_.source(node, LinkKind::clause);
      if (teller < 0) return;
      told(static_cast<std::uint16_t>(teller));
      node = static_cast<std::uint16_t>(teller);
    }
  }

  /// "was able to buy", "was the first to buy", "was among the first to buy": done.
  bool able(std::uint16_t verb) const {
    for (const LinkKind kind : {LinkKind::complement, LinkKind::preposition}) {
      const int what = l_.target(verb, kind);
      if (what < 0) continue;
      const auto node = static_cast<std::uint16_t>(what);
      if (head(node).has(k_.able_adjective) || ranked(node)) return true;
    }
    return false;
  }

  bool disinclined(std::uint16_t verb) const {
    const int what = l_.target(verb, LinkKind::complement);
    if (what < 0) return false;
    const Group& g = group(static_cast<std::uint16_t>(what));
    return c_.text.tokens[g.head].classes.has(k_.negative_noun) ||
           (g.kind == GroupKind::adjective && g.head > 0 && c_.text.text(g.head - 1) == "too");
  }  // "was TOO WEAK to buy"

  /// "RUMOURS that it would buy Acme turned out to be FALSE"
  bool proved_false(std::uint16_t noun) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::subject || l.to != l_.nodes[noun].group) return false;
      const int what = l_.target(l.from, LinkKind::complement);
      return what >= 0 && head(static_cast<std::uint16_t>(what)).has(k_.contrary) &&
             !group(l.from).negated;
    });
  }

  /// "asked Seoul to lower tariffs": whoever is asked has not done it.
  bool requests(int governor, std::uint16_t verb) const {
    const auto g = static_cast<std::uint16_t>(governor);
    if (group(g).kind != GroupKind::verb || !head(g).has(k_.request_verb)) return false;
    const int subject = l_.target(verb, LinkKind::subject);
    return subject >= 0 && subject != l_.target(g, LinkKind::subject);
  }

  /// "overturned a DECISION to expel it": that holds no more; "upheld a decision to": it stands.
  bool decided(std::uint16_t noun) {
    if (group(noun).kind != GroupKind::noun ||
        !one_of(c_.text.text(group(noun).head),
                {"decision", "ruling", "verdict", "judgment", "judgement", "order", "move"}))
      return false;
    for (const Link& l : l_.links) {
      if (l.to != l_.nodes[noun].group || l.loose || group(l.from).kind != GroupKind::verb ||
          l.kind != suffers(l.from))
        continue;
      const Group& v = group(l.from);
      const std::string_view word = c_.text.text(v.head);
      const bool undone = begins_with_one_of(
          word, {"overturn", "quash", "revers", "annul", "rescind", "overrul", "revok", "overrid"});
      if (!v.past || v.negated || v.modal != UINT32_MAX || v.form == VerbForm::infinitive) {
        if (!undone) continue;
        add(Status::planned);  // "refused to OVERTURN a decision to expel it"
        return true;
      }
      if (undone) add(Status::negated);
      if (undone || word == "upheld" || word == "confirmed") return true;
    }
    return false;
  }

  /// `others`: "did not BACK Acme's plan to buy": the plan remains.
  void governed(std::uint16_t node, bool others = false) {
    const ClassSet& h = head(node);
    if (group(node).kind == GroupKind::verb) {
      const Group& v = group(node);
      if (used_to(node)) return add(Status::former);
      if (v.passive && v.past && !v.negated && v.modal == UINT32_MAX &&
          one_of(c_.text.text(v.head), {"made", "forced", "obliged", "compelled"}))
        return;  // "was MADE to sell": sold
      conditional_ = conditional_ || v.conditional;
      const int what = l_.target(node, LinkKind::object);  // "GAVE it UP to"; not "its BID to"
      const bool aim =
          h.has(k_.leave) && what >= 0 && !head(static_cast<std::uint16_t>(what)).has(k_.intent);
      const bool denies = h.has(k_.negative_verb) && !aim;  // "did NOT HESITATE to sue": no denial
      if (denies ? !v.negated : v.negated && !others) add(Status::negated);
      if (what >= 0 && h.has(k_.have) && group(static_cast<std::uint16_t>(what)).negated)
        add(Status::negated);  // "HAS NO POWER to lift it"
      if (h.has(k_.planning_verb) && !went_elsewhere(l_, node, c_)) add(Status::planned);
      const bool own_plan = !v.passive && !v.past && v.form != VerbForm::participle &&
                            h.has(k_.planning_verb);  // "EXPECTS to buy"
      const bool told = v.passive && h.has(k_.reporting) && !h.has(k_.request_verb) &&
                        !proves(c_.text.text(v.head));
      if ((h.has(k_.hedging_verb) && !own_plan) || told ||
          goes_to_court(v))  // not "was TOLD to sell"
        add(Status::hedged);
      if (v.copula && !able(node) &&
          !turned_out(group(node), c_))  // "is to buy", "is UNLIKELY to buy"
        add(disinclined(node) ? Status::negated : Status::planned);
      if (v.modal != UINT32_MAX && c_.text.tokens[v.modal].classes.has(k_.hedging_modal))
        add(Status::hedged);
      else if (v.modal != UINT32_MAX && c_.text.tokens[v.modal].classes.has(k_.planning_modal) &&
               !turned_out(group(node), c_) && !stays(l_, node, c_))
        add(Status::planned);
    } else if (h.has(k_.negative_noun) || group(node).negated || blocked_plan(l_, node, c_)) {
      add(Status::negated);  // "its failure to pay", "NO plans to buy"
    } else if (!h.has(k_.able_adjective) && !ranked(node)) {
      add(h.has(k_.notion) && !h.has(k_.intent) ? Status::hedged     // "for FEAR of buying"
                                                : Status::planned);  // "a PLAN to buy"
    }
  }

  /// "WENT TO COURT to stop it" as "SUED to stop it"
  bool goes_to_court(const Group& v) const {
    return v.head + 3 < c_.text.tokens.size() && c_.text.tokens[v.head + 3].tag == Tag::TO &&
           one_of(c_.text.text(v.head), {"go", "goes", "going", "went", "gone"}) &&
           c_.text.text(v.head + 1) == "to" && c_.text.text(v.head + 2) == "court";
  }
  /// "was PICKED to build reactors"; who was elected to lead it does.
  bool picked(std::uint16_t governor, std::uint16_t verb) const {
    const ClassSet& act = head(verb);
    return group(governor).kind == GroupKind::verb && group(governor).passive &&
           head(governor).has(k_.appoint) && c_.text.text(group(governor).head) != "made" &&
           !act.has(k_.state_verb) && !act.has(k_.succession);
  }
  /// "HAS to sell", "HAS yet to sell"
  bool must(std::uint16_t governor, std::uint16_t verb) const {
    const TokenRange act = group(verb).tokens;
    return (head(governor).has(k_.have) || finds_grounds(l_, governor, c_)) &&
           group(governor).kind == GroupKind::verb &&
           std::any_of(&c_.text.tokens[act.first], &c_.text.tokens[group(verb).head],
                       [](const Token& t) { return t.tag == Tag::TO; });
  }
  /// What is told of the act then: "had to sell" is done, "has yet to sell" is not.
  Status duty(std::uint16_t governor, std::uint16_t verb) const {
    if (c_.text.text(group(verb).tokens.first) == "yet") return Status::negated;
    return group(governor).past ? Status::asserted : Status::planned;
  }
  /// "USED to work for", "STOPPED selling to"
  bool used_to(std::uint16_t verb) const {
    return head(verb).has(k_.ending_verb) && stopped(l_, verb, c_);
  }

  /// "threatens to STOP selling", "has not STOPPED selling": it goes on.
  bool goes_on(std::uint16_t verb, std::uint16_t act) const {
    const Group& v = group(verb);
    return v.kind == GroupKind::verb && head(verb).has(k_.ending_verb) &&
           group(act).form == VerbForm::gerund && (v.negated || !v.past) &&
           l_.target(verb, LinkKind::object) < 0;
  }

  void told(std::uint16_t node) {
    climbed_ = true;
    const Group& v = group(node);
    if (v.kind == GroupKind::adjective) {  // "it is FALSE that …", "it is not TRUE that …"
      const int is = l_.source(node, LinkKind::complement);
      const bool no = is >= 0 && group(static_cast<std::uint16_t>(is)).negated;
      if (head(node).has(k_.contrary) ? !no : no && c_.text.text(v.head) == "true")
        add(Status::negated);
      return;
    }
    if (v.kind == GroupKind::noun) {  // "RUMOURS that …"
      const int verb = governing_verb(node);
      const bool denied = verb >= 0 && head(static_cast<std::uint16_t>(verb)).has(k_.negative_verb);
      add(denied || proved_false(node) || head(node).has(k_.negative_noun) ? Status::negated
                                                                           : Status::hedged);
      return;
    }
    conditional_ = conditional_ || v.conditional;
    if (head(node).has(k_.hedging_verb)) add(Status::hedged);
    if (head(node).has(k_.negative_verb)) add(Status::negated);
    if (v.passive && head(node).has(k_.reporting) && !proves(c_.text.text(v.head)))
      add(Status::hedged);
    const int who = l_.target(node, LinkKind::subject);
    if (who < 0 || !head(node).has(k_.reporting)) return;
    if (group(static_cast<std::uint16_t>(who)).mention == MentionId::none &&
        head(static_cast<std::uint16_t>(who)).has(k_.rumour))
      add(Status::hedged);  // "a REPORT said that …"
    if (result_.speaker < 0) result_.speaker = who;
  }

  const Links& l_;
  const GroupContext& c_;
  const KnownClasses& k_;
  Standing result_;
  bool climbed_ = false, ranked_ = false, called_former_ = false;
  bool states_ = true;        ///< a verb or a post: "had led Acme", not "had led the alliance"
  bool advised_ = false;      ///< "X said Y SHOULD act"
  bool conditional_ = false;  ///< "if NO deal is reached": neither done nor not done
};

}  // namespace

Standing standing_of(const Links& links, std::uint16_t node, const GroupContext& context) {
  return StandingReader(links, context).read(node);
}

}  // namespace factloom
