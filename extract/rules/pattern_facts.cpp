// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/pattern_facts.h"

#include "extract/clauses/status.h"
#include "extract/clauses/undone.h"

namespace factloom {
namespace {

/// "left the Green PARTY SHE led": no row of names, though nothing stands between the two.
bool run_together(const Mentions& all, const PatternMatch& match, MentionId one, MentionId other) {
  const Mention& a = all.mentions[index(one)];
  const Mention& b = all.mentions[index(other)];
  return (a.kind == MentionKind::pronoun || b.kind == MentionKind::pronoun) &&
         a.tokens.size() + b.tokens.size() == match.trigger.size();
}

/// "in charge of ITS German business", "president of ACME'S French arm": what the pattern ends with
/// only owns what is meant.
bool owner_alone(const Text& text, const Mentions& all, const PatternMatch& match, MentionId m) {
  const TokenRange words = all.mentions[index(m)].tokens;
  if (words.last != match.tokens.last) return false;
  return text.tokens[words.last - 1].tag == Tag::PRPS ||
         (words.last < text.tokens.size() && text.tokens[words.last].tag == Tag::POS);
}

/// Is the group a name alone, but for an article? Not "the Democrat Bob Roy".
bool bare(const Group& g, const GroupContext& context) {
  const TokenRange name = context.mentions.mentions[index(g.mention)].tokens;
  return g.tokens.last == name.last && name.first <= g.tokens.first + 1 &&
         (name.first == g.tokens.first || context.text.tokens[g.tokens.first].tag == Tag::DT);
}

/// "Acme's Ann Lee and BOB ROY", "the backing of Norway and CHILE": who stands beside the last of
/// what a pattern found. Whatever is told of them behind may be told of the last alone.
std::vector<MentionId> fellows(const PatternMatch& match, MentionId last, Links& links,
                               const GroupContext& context) {
  std::vector<MentionId> found;
  const Mention& m = context.mentions.mentions[index(last)];
  if (m.kind != MentionKind::name || m.tokens.last != match.tokens.last) return found;
  const bool owned = m.tokens.first > 0 && context.text.tokens[m.tokens.first - 1].tag == Tag::POS;
  if (owned && m.type != context.person_type) return found;  // "Italy's Eni, Shell and Total"
  const std::uint16_t node = links.node_of(m.head, context);
  const auto groups = links.groups.size();
  if (node >= groups) return found;  // within a name's own group nothing is joined
  if (owned && links.conjunct_of[node] != node)
    return found;  // "Norway's Ann Lee, Chile's Bob Roy and MAX DAY" are each of their own
  for (std::size_t g = node + 2u; g < groups; g += 2) {
    const GroupKind between = links.groups[g - 1].kind,
                    behind = g + 1 < groups ? links.groups[g + 1].kind : GroupKind::stop;
    const Group& fellow = links.groups[g];
    if ((between != GroupKind::coordinator && between != GroupKind::comma) ||
        links.conjunct_of[g] != links.conjunct_of[node] || fellow.mention == MentionId::none ||
        !bare(fellow, context) || context.mentions.mentions[index(fellow.mention)].type != m.type ||
        behind == GroupKind::preposition || behind == GroupKind::possessive)
      break;
    found.push_back(fellow.mention);
    if (between == GroupKind::coordinator) return found;
  }
  return {};
}

std::string quoted(TokenRange range, const Text& text) {
  return "'" + std::string(text.span(range).of(text.source)) + "'";
}

}  // namespace

std::vector<RawFact> pattern_facts(const std::vector<PatternMatch>& matches, Links& links,
                                   const FrameContext& context) {
  std::vector<RawFact> facts;
  const Mentions& mentions = context.groups.mentions;
  for (const PatternMatch& match : matches) {
    const Rule& rule = context.rules.rule(match.rule);
    const std::uint16_t node = links.node_of(match.trigger.first, context.groups);
    const Standing standing = standing_of(links, node, context.groups);
    const bool undone = links.groups[links.nodes[node].group].kind == GroupKind::noun &&
                        thwarted(links, node, context.groups) == Thwarted::undone;
    for (const Emission& e : rule.emissions) {
      const MentionId subject = match.arguments[e.subject], object = match.arguments[e.object];
      if (subject == MentionId::none || object == MentionId::none) continue;
      const RelationType& relation = context.ontology.relation(e.relation);
      if (same_entity(mentions, subject, object) ||
          run_together(mentions, match, subject, object) ||
          owner_alone(context.groups.text, mentions, match, subject) ||
          owner_alone(context.groups.text, mentions, match, object) ||
          !Ontology::in(type_of(mentions, subject), relation.domain) ||
          !Ontology::in(type_of(mentions, object), relation.range))
        continue;
      RawFact f;
      f.relation = e.relation;
      f.rule = match.rule;
      f.subject = subject;
      f.object = object;
      f.trigger = match.trigger;
      f.status =
          said_status(e, undone && relation.once && !e.status ? Status::negated : standing.status,
                      relation.lasting);
      f.confidence = rule.confidence * mentions.mentions[index(subject)].certainty *
                     mentions.mentions[index(object)].certainty;
      f.construction = "pattern";
      if (standing.speaker >= 0)
        f.speaker = links.nodes[static_cast<std::size_t>(standing.speaker)].mention;
      if (e.role_is_trigger) f.role = match.trigger;
      const auto argument = [&](std::int8_t a) {
        return a < 0 ? MentionId::none : match.arguments[static_cast<std::size_t>(a)];
      };
      if (argument(e.role) != MentionId::none)
        f.role = mentions.mentions[index(argument(e.role))].tokens;
      f.date = argument(e.date);
      facts.push_back(f);
      for (const MentionId fellow : fellows(match, subject, links, context.groups)) {
        facts.push_back(f);
        facts.back().subject = fellow;
      }
      for (const MentionId fellow : fellows(match, object, links, context.groups)) {
        facts.push_back(f);
        facts.back().object = fellow;
      }
    }
  }
  return facts;
}

std::string outcome_of(const PatternAttempt& attempt, const Text& text) {
  if (attempt.wanted.empty())
    return "the pattern matched, but what stands around it or a condition forbade it";
  std::string out = std::to_string(attempt.matched) + " of " + std::to_string(attempt.elements) +
                    " elements matched";
  if (!attempt.tokens.empty()) out += " (" + quoted(attempt.tokens, text) + ")";
  out += ", then " + attempt.wanted + " was wanted";
  if (attempt.matched == 0) return out + ", and nothing in the sentence is that";
  return out + (attempt.found.empty() ? ", but the sentence ended"
                                      : ", but " + quoted(attempt.found, text) + " stood there");
}

}  // namespace factloom
