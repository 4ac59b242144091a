// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/lapsed.h"

#include <algorithm>
#include <array>

#include "extract/base/words.h"
#include "extract/clauses/status.h"
#include "extract/clauses/undone.h"

namespace factloom {
namespace {

using namespace std::string_view_literals;

constexpr std::array brinks = {"verge"sv, "brink"sv, "cusp"sv, "point"sv, "edge"sv};
constexpr std::array ceases = {"lapsed"sv,    "expired"sv,   "fizzled"sv,    "collapsed"sv,
                               "unraveled"sv, "fell"sv,      "unravelled"sv, "broke"sv,
                               "dissolved"sv, "foundered"sv, "broken"sv,     "fallen"sv};
constexpr std::array bonds = {"partnership"sv, "alliance"sv, "venture"sv, "collaboration"sv};
constexpr std::array closes = {"closed"sv, "shut"sv, "dissolved"sv, "wound"sv, "shuttered"sv};
constexpr std::array prolongs = {"renewed"sv, "extended"sv, "prolonged"sv};
constexpr std::array dues = {"due"sv, "set"sv, "scheduled"sv, "supposed"sv, "meant"sv, "slated"sv};
constexpr std::uint32_t reach = 7;  // words between "came" and the act

/// What stands before the word at `t`: "CAME within days of", "WAS on the verge of"; 0 if neither.
char stood(const Text& text, std::uint32_t t, std::uint32_t first, const KnownClasses& k) {
  for (std::uint32_t b = t; b > first && t - b < reach;) {
    const Token& x = text.tokens[--b];
    if (x.tag == Tag::MD || x.tag == Tag::comma || x.classes.has(k.negator)) return 0;
    if (!is_verb(x.tag)) continue;
    const std::string_view word = text.text(b);
    if (word == "came" || (word == "come" && x.tag == Tag::VBN)) return 'c';
    return word == "was" || word == "were" || word == "been" ? 'w' : '\0';
  }
  return 0;
}

/// "… WHEN the board REFUSED"
bool cut_short(const Links& links, std::size_t group, const Text& text) {
  for (std::size_t g = group + 1; g + 2 < links.groups.size(); ++g) {
    const Group& x = links.groups[g];
    if (x.kind == GroupKind::verb || x.kind == GroupKind::stop) return false;
    if (text.text(x.head) != "when" || links.groups[g + 1].kind != GroupKind::noun) continue;
    for (std::size_t v = g + 2; v < links.groups.size(); ++v)
      if (links.groups[v].kind == GroupKind::verb)
        return links.groups[v].form == VerbForm::finite && links.groups[v].past &&
               links.groups[v].modal == UINT32_MAX && !links.groups[v].copula;
    return false;
  }
  return false;
}

/// "WHEN SHE FELL ILL she was about to": before the group
bool cut_short_before(const Links& links, std::size_t group, const Text& text) {
  bool past = false;
  for (std::size_t g = group; g-- > 0;) {
    const Group& x = links.groups[g];
    if (x.kind == GroupKind::stop) return false;
    if (text.text(x.head) == "when" || text.text(x.head) == "When") return past;
    if (x.kind == GroupKind::verb && g + 1 < group && x.modal == UINT32_MAX)
      past =
          past || (x.past && x.form == VerbForm::finite && x.head + 3 < links.groups[group].head);
  }
  return false;
}

/// "was to join it, BUT FELL ILL"
bool but_did_not(const Links& links, std::size_t group, const Text& text) {
  bool but = false;
  for (std::size_t g = group + 1; g < links.groups.size(); ++g) {
    const Group& x = links.groups[g];
    if (x.kind == GroupKind::stop || x.kind == GroupKind::relative) return false;
    but = but || (x.kind == GroupKind::coordinator && text.text(x.head) == "but");
    if (x.kind == GroupKind::verb)
      return but && x.form == VerbForm::finite && x.past && x.modal == UINT32_MAX && !x.copula;
  }
  return false;
}

/// "decided NOT TO RENEW its agreement", "REFUSED TO EXTEND the truce"
bool not_renewed(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const KnownClasses& k = context.classes;
  if (v.kind != GroupKind::verb || !context.text.tokens[v.head].classes.has(k.renewing))
    return false;
  if (v.negated) return v.form == VerbForm::infinitive || v.past || v.perfect;
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    const Group& up = links.groups[links.nodes[l.from].group];
    return l.kind == LinkKind::infinitive && l.to == links.nodes[verb].group && !l.loose &&
           up.kind == GroupKind::verb && !up.negated &&
           context.text.tokens[up.head].classes.has(k.negative_verb);
  });
}

/// "has CLOSED its venture with Bolt"
bool closed(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  return v.kind == GroupKind::verb && v.form == VerbForm::finite && !v.negated &&
         v.modal == UINT32_MAX && (v.past || v.perfect) && !v.passive &&
         one_of(context.text.text(v.head), closes);
}

}  // namespace

bool only_came_near(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& act = links.groups[links.nodes[verb].group];
  if (act.kind != GroupKind::verb ||
      (act.form != VerbForm::gerund && act.form != VerbForm::infinitive))
    return false;
  const Text& text = context.text;
  const std::uint32_t t = act.tokens.first, first = links.groups.front().tokens.first;
  if (t < first + 2) return false;
  if (act.form == VerbForm::infinitive && act.perfect)  // "WERE TO HAVE MERGED"
    return text.text(t - 1) == "was" || text.text(t - 1) == "were";
  if (act.form == VerbForm::infinitive) {
    const std::size_t g = links.nodes[verb].group;
    const std::string_view due = text.text(t - 1);
    const bool was = due == "was" || due == "were";
    if (!was && stood(text, t - 1, first, context.classes) != 'w') return false;
    if (due == "about") return cut_short(links, g, text) || cut_short_before(links, g, text);
    return (was || one_of(due, dues)) && but_did_not(links, g, text);
  }
  if (t < first + 3) return false;
  const std::string_view link = text.text(t - 1), near = text.text(t - 2);
  if (link != "of" && link != "to") return false;
  bool within = false;
  for (std::uint32_t b = t - 2; b > first && t - b < reach && !within;)
    within = text.text(--b) == "within";
  if (near != "close" && near != "near" && near != "closest" && !one_of(near, brinks) && !within)
    return false;
  const char state = stood(text, t - 2, first, context.classes);
  return state == 'c' || (state == 'w' && cut_short(links, links.nodes[verb].group, text));
}

bool stopped(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  if (v.negated || links.target(verb, LinkKind::object) >= 0) return false;
  const int act = links.target(verb, LinkKind::infinitive);  // "was born in Leeds and USED TO BE"
  const bool be = act >= 0 && v.tokens.size() == 1 && context.text.text(v.head) == "used" &&
                  context.text.text(links.nodes[static_cast<std::uint16_t>(act)].head) == "be";
  return be || (v.past && !v.passive);
}

bool was_ranked(const Links& links, std::uint16_t verb, const GroupContext& context) {
  for (const Link& l : links.links) {
    if (l.kind != LinkKind::infinitive || l.to != verb || l.from >= links.groups.size()) continue;
    const Group& v = links.groups[links.nodes[l.from].group];
    if (v.kind != GroupKind::verb || !v.copula || !v.past || v.perfect || v.negated ||
        v.modal != UINT32_MAX || links.source(l.from, LinkKind::clause) >= 0)
      continue;
    const int what = links.target(l.from, LinkKind::complement);
    if (what < 0) continue;
    const Group& one = links.groups[links.nodes[static_cast<std::uint16_t>(what)].group];
    for (std::uint32_t t = one.tokens.first; t <= one.head; ++t)
      if (context.text.tokens[t].classes.has(context.classes.ordinal)) return true;
  }
  return false;
}

bool left_before(const Links& links, std::uint16_t noun, const GroupContext& context) {
  const auto& groups = links.groups;
  if (noun == 0 || groups[noun - 1u].kind != GroupKind::comma) return false;
  for (std::size_t k = noun + 1u; k + 1 < groups.size(); ++k) {
    const Group& next = groups[k];
    if (context.text.text(next.head) == "before" && next.kind != GroupKind::adverb) {
      const Group& who = groups[k + 1];
      if (who.kind == GroupKind::verb) return who.form == VerbForm::gerund;
      return who.pronoun && k + 2 < groups.size() && groups[k + 2].kind == GroupKind::verb &&
             groups[k + 2].past;
    }
    if (next.kind != GroupKind::preposition && next.kind != GroupKind::noun) return false;
  }
  return false;
}

bool agreement_lapsed(const Links& links, std::uint16_t noun, const GroupContext& context) {
  const std::string_view what = context.text.text(links.nodes[noun].head);
  if (!context.text.tokens[links.nodes[noun].head].classes.has(context.classes.agreement) &&
      !one_of(what, bonds))
    return false;
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    if (l.kind == LinkKind::object && l.to == links.nodes[noun].group && !l.loose)
      return not_renewed(links, l.from, context) ||
             (one_of(what, bonds) && closed(links, l.from, context));
    if (l.kind != LinkKind::subject || l.to != links.nodes[noun].group || l.loose) return false;
    const Group& v = links.groups[links.nodes[l.from].group];
    if (v.kind != GroupKind::verb || v.modal != UINT32_MAX || v.form != VerbForm::finite ||
        !(v.past || v.perfect))
      return false;
    const std::string_view word = context.text.text(v.head);
    if (v.negated) return one_of(word, prolongs) && v.passive;
    const bool falls = word == "fell" || word == "fallen" || word == "broke" || word == "broken";
    if (falls && !context.text.tokens[v.head].classes.has(context.classes.thwarting_verb))
      return false;  // "fell to France"
    return one_of(word, ceases) && (!falls || !v.passive) &&
           links.target(l.from, LinkKind::object) < 0;
  });
}

bool once_both(const Links& links, std::uint16_t noun, const GroupContext& context) {
  const std::uint16_t g = links.nodes[noun].group;
  const std::uint16_t first = links.conjunct_of[g];
  if (first == g || first < 2 || links.groups[first - 1u].kind != GroupKind::adverb ||
      links.groups[first - 2u].kind != GroupKind::comma)
    return false;
  const auto& tokens = context.text.tokens;
  return tokens[links.groups[first - 1u].head].classes.has(context.classes.formerly) &&
         tokens[links.nodes[noun].head].classes.has(context.classes.position);
}

bool not_until(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  if (!v.negated || !v.past || v.ended) return false;
  for (std::size_t k = links.nodes[verb].group + 1u; k < links.groups.size(); ++k) {
    const Group& next = links.groups[k];
    if (next.kind == GroupKind::verb || next.kind == GroupKind::comma) return false;
    if (context.text.tokens[next.head].classes.has(context.classes.until)) return true;
  }
  return false;
}

bool once_more(const GroupContext& context, std::uint32_t verb) {
  constexpr std::uint32_t farthest = 9;
  const Text& text = context.text;
  for (std::uint32_t t = verb + 2; t < text.tokens.size() && t - verb < farthest; ++t) {
    if (text.text(t) == "term" && text.text(t - 1) != "first" &&
        (text.text(t - 1) == "another" || text.tokens[t - 1].classes.has(context.classes.ordinal)))
      return true;
    if (text.tokens[t].tag == Tag::period || is_verb(text.tokens[t].tag)) return false;
  }
  return false;
}

}  // namespace factloom
