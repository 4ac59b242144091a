// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/fillers.h"

#include <algorithm>

#include "extract/base/words.h"

namespace factloom {

bool listed_together(const Links& links, const Filler& subject, const Filler& object) {
  const auto count = links.groups.size();
  return subject.node < count && object.node < count && subject.node != object.node &&
         links.conjunct_of[subject.node] == links.conjunct_of[object.node] &&
         subject.construction != object.construction;
}

namespace {

bool belongs_elsewhere(const Links& l, const Filler& s, const Filler& o,
                       const std::vector<Filler>& all) {
  const auto count = static_cast<std::uint16_t>(l.groups.size());
  if (all.size() < 2 || s.node >= count || o.node >= count) return false;
  std::uint16_t next = s.node;
  bool listed = l.conjunct_of[s.node] != s.node;
  while (++next < count && l.conjunct_of[next] != l.conjunct_of[s.node]) continue;
  listed = listed || next < count;
  const auto own = [&](std::uint16_t node) { return node > s.node && node < next; };
  return listed && !own(o.node) &&
         std::any_of(all.begin(), all.end(), [&](const Filler& f) { return own(f.node); });
}

/// Does the list of the one begin before that of the other?
bool leads(const Links& l, const Filler& a, const Filler& b) {
  const std::size_t count = l.groups.size();
  return a.node < count && b.node < count && l.conjunct_of[a.node] < l.conjunct_of[b.node];
}

}  // namespace

bool paired_elsewhere(const Links& links, const Filler& subject, const Filler& object,
                      const std::vector<Filler>& subjects, const std::vector<Filler>& objects) {
  return leads(links, object, subject) ? belongs_elsewhere(links, object, subject, subjects)
                                       : belongs_elsewhere(links, subject, object, objects);
}

/// "the club's ETHICS COMMITTEE", "the AUDIT PANEL of Acme"; not "the supervisory board": that
/// leads the whole.
static bool committee(const Group& g, const GroupContext& context) {
  const ClassSet& what = context.text.tokens[g.head].classes;
  if (!what.has(context.classes.group) || !what.has(context.classes.government) ||
      context.text.text(g.head) == "board" || g.head == g.tokens.first)
    return false;
  const Tag before = context.text.tokens[g.head - 1].tag;
  return is_noun(before) || before == Tag::JJ;
}

/// Does the group name no body, place or person ("head of CLOUD SERVICES")?
static bool names_no_body(const Links& links, const GroupContext& context, const Ontology& ontology,
                          std::uint16_t node) {
  const MentionId m = links.nodes[node].mention;
  if (m == MentionId::none) return true;
  const TypeId type = context.mentions.mentions[index(m)].type;
  const Ontology::KnownTypes& known = ontology.known();
  return type != TypeId::none &&
         (ontology.is_a(type, known.product) || ontology.is_a(type, known.policy) ||
          ontology.is_a(type, known.event));
}

bool narrowed_elsewhere(const Links& links, const GroupContext& context, const Ontology& ontology,
                        std::uint16_t trigger, const Filler& object) {
  const KnownClasses& k = context.classes;
  const auto classes = [&](std::size_t group) {
    return context.text.tokens[links.groups[group].head].classes;
  };
  if (trigger >= links.groups.size() || links.groups[trigger].kind != GroupKind::noun) return false;
  const auto owned = [&](std::uint16_t unit) {
    return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::possessor && l.from == unit && l.to == object.node;
    });
  };
  const auto unit_at = [&](std::uint16_t unit) {  // "dean of the business SCHOOL AT Purdue"
    return context.text.text(links.groups[unit].head) != "board" &&
           std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
             return l.from == unit && l.to == object.node && by_preposition(l, "at", context);
           });
  };
  const auto of_it = [&](std::uint16_t unit) {
    return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::preposition && l.from == unit && l.to == object.node;
    });
  };
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    if (l.kind != LinkKind::preposition || l.loose || l.from != trigger || l.to == object.node ||
        l.to == 0 || l.to >= links.groups.size() || !names_no_body(links, context, ontology, l.to))
      return false;
    const ClassSet what = classes(l.to);
    const bool part =
        what.has(k.company) || what.has(k.team) || (what.has(k.group) && !what.has(k.government));
    const bool bare = links.groups[l.to].tokens.size() == 1 &&  // "chief of STAFF"
                      links.groups[l.to - 1u].kind == GroupKind::preposition;
    if (part && !bare) return owned(l.to) || unit_at(l.to) || (what.has(k.section) && of_it(l.to));
    if (committee(links.groups[l.to], context)) return owned(l.to) || of_it(l.to);
    if (!by_preposition(l, "of", context)) return false;
    if (bare && what.has(k.section)) return true;  // "chief of POLICE"
    return (!what.has(k.group) || bare) && !what.has(k.government) && !what.has(k.company) &&
           !what.has(k.place);
  });
}

bool of_a_field(const GroupContext& context, TokenRange group, TokenRange trigger) {
  const KnownClasses& k = context.classes;
  if (trigger.size() != 1 || trigger.first <= group.first) return false;
  const Token& post = context.text.tokens[trigger.first];
  const Token& field = context.text.tokens[trigger.first - 1];
  const MentionId within = context.mention_at[trigger.first - 1];
  if (within != MentionId::none && within != context.mention_at[trigger.first]) return false;
  if (field.classes.has(k.deputy) && post.classes.has(k.position)) return true;
  if (!post.classes.has(k.head_post) && !post.classes.has(k.ranked_post)) return false;
  if (field.classes.has(k.section) && field.is(shape_lower)) return true;
  const std::string_view word = context.text.text(trigger.first);
  if (word != "chief" && word != "head" && word != "boss" && word != "leader") return false;
  const bool noun = field.tag == Tag::NN || field.tag == Tag::NNS;
  const std::string_view of = context.text.text(field);
  const bool founding = of == "founding" || of == "acting" || of == "sitting" || of == "ruling";
  if ((!noun && (word == "leader" || !field.classes.has(k.state_body_word))) || founding ||
      !field.is(shape_lower))
    return false;
  for (const ClassId whole : {k.person, k.position, k.company, k.group, k.party, k.school, k.media,
                              k.government, k.team, k.country, k.city, k.region, k.time_unit})
    if (field.classes.has(whole)) return false;
  return true;
}

bool of_government(const Links& links, const GroupContext& context, std::uint16_t verb,
                   const Filler& party) {
  return party.node < links.groups.size() && verb < links.groups.size() &&
         links.groups[verb].kind == GroupKind::verb &&
         begins_with_one_of(context.text.text(links.groups[verb].head),
                            {"join", "rejoin", "enter"}) &&
         one_of(context.text.text(links.groups[party.node].head),
                {"government", "cabinet", "coalition", "administration"}) &&
         links.groups[party.node].tokens.size() > 2;
}

bool only_heads(const Links& links, const GroupContext& context, std::uint16_t verb,
                const Filler& product) {
  const Mention& m = context.mentions.mentions[index(product.mention)];
  if (verb >= links.groups.size() || m.kind != MentionKind::description ||
      !context.text.text(links.groups[verb].head).starts_with("direct"))
    return false;
  return begins_with_one_of(context.text.text(m.head), {"service", "program", "product", "system",
                                                        "unit", "school", "model"}) &&
         context.text.text(m.head) != "production";
}

bool plays(const Links& links, const GroupContext& context, const Ontology& ontology,
           std::uint16_t verb, const Filler& side) {
  if (verb >= links.groups.size() || links.groups[verb].kind != GroupKind::verb ||
      !ontology.is_a(context.mentions.mentions[index(side.mention)].type, ontology.known().country))
    return false;
  const bool one = side.node < links.groups.size() &&
                   links.nodes[side.node].mention == side.mention &&
                   std::count(links.conjunct_of.begin(), links.conjunct_of.end(),
                              links.conjunct_of[side.node]) == 1;
  const std::string_view name =
      context.text.text(context.mentions.mentions[index(side.mention)].head);
  if (one && context.text.tokens[links.groups[verb].head].tag == Tag::VBP && !name.ends_with("s") &&
      links.groups[verb].tokens.size() == 1)
    return true;
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    if (l.from != verb || l.kind != LinkKind::preposition || l.to >= links.groups.size())
      return false;
    const std::uint32_t head = links.groups[l.to].head;
    const bool round =  // "the quarter" and "-final"
        head + 2 < context.text.tokens.size() && context.text.tokens[head + 1].tag == Tag::HYPH &&
        context.text.text(head + 2) == "final";
    return round ||
           one_of(context.text.text(head),
                  {"Test", "final", "finals", "semi-final", "semifinal", "quarter-final",
                   "quarterfinal", "tie", "match", "game", "qualifier", "friendly", "play-off",
                   "playoff", "fixture", "tournament", "Cup", "cup", "championship"});
  });
}

bool in_one_country(const Links& links, const Filler& object, const GroupContext& context,
                    const Ontology& ontology) {
  const std::size_t place = object.node + 2u;
  if (place >= links.groups.size() || links.groups[place].mention == MentionId::none ||
      links.nodes[object.node].mention != object.mention)  // "Acme, A FIRM in Ohio"
    return false;
  const std::string_view within = context.text.text(links.groups[place - 1].head);
  if (within != "in" && within != "for") return false;
  const TypeId type = context.mentions.mentions[index(links.groups[place].mention)].type;
  return ontology.is_a(type, ontology.known().country) ||
         ontology.is_a(type, ontology.known().region);
}

}  // namespace factloom
