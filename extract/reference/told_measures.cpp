// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/told_measures.h"

#include <algorithm>

namespace factloom {
namespace {

std::size_t behind_adverbs(const std::vector<Group>& row, std::size_t i) {
  while (i < row.size() && row[i].kind == GroupKind::adverb) ++i;
  return i;
}

}  // namespace

void ToldMeasures::note(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
                        std::uint32_t sentence) {
  const EntityId e = entity_of(m_, row[i].mention);
  if (e == EntityId::none || kinds_.policy == TypeId::none) return;
  const Entity& measure = m_.entities[index(e)];
  if (Ontology::in(measure.type, deciders_)) {
    if (text_.sentences[sentence].classes.has(k_.decreeing)) note_act(row, i, roles, sentence);
    return;
  }
  if (!kinds_.ontology.is_a(measure.type, kinds_.policy)) return;
  told_.push_back({e, sentence, measure.plural, !roles.embedded(i) && made(row, i)});
}

void ToldMeasures::note_act(const std::vector<Group>& row, std::size_t i,
                            const GrammaticalRoles& roles, std::uint32_t sentence) {
  const auto decides = [&](const Group& g) {
    return g.kind == GroupKind::verb && !g.negated && !g.conditional && g.modal == UINT32_MAX &&
           token(g.head).classes.has(k_.decreeing);
  };
  if (i >= 2 && row[i - 1].kind == GroupKind::preposition && text_.text(row[i - 1].head) == "by") {
    for (std::size_t k = i - 1; k-- > 0 && row[k].kind != GroupKind::comma;)
      if (row[k].passive && decides(row[k]))
        acts_.push_back({row[i].mention, sentence, row[k].head});
    return;
  }
  const auto buys = [&](std::size_t k) {  // "ORDERED ten ships"; not "ordered Acme TO SELL it"
    return token(row[k].head).classes.has(k_.order_verb) &&
           std::none_of(row.begin() + static_cast<std::ptrdiff_t>(k), row.end(),
                        [](const Group& g) { return g.form == VerbForm::infinitive; });
  };
  for (std::size_t k = i + 1; k < row.size(); ++k)
    if (decides(row[k]) && row[k].form == VerbForm::finite && !row[k].passive &&
        roles.subject(k) == static_cast<int>(i) && !buys(k))
      acts_.push_back({row[i].mention, sentence, row[k].head});
}

/// "lowered its rates … THE CUT", "barred Acme … THE ORDER"; not "closed the port … THE RISE"
bool ToldMeasures::sums_up(const Group& g, const Act& act) const {
  const ClassSet& noun = token(g.head).classes;
  const bool change = token(act.verb).classes.has(k_.changing_measure);
  if (noun.has(k_.measure_change)) return change;
  if (noun.has(k_.any_measure)) return true;
  const Token& body = token(m_.mentions[index(act.who)].head);  // a VERDICT is a court's
  return !change && (noun.has(k_.order) || body.classes.has(k_.local_body));
}

MentionId ToldMeasures::decider(const Group& g) const {
  constexpr std::uint32_t near = 2;  // sentences
  if (acts_.empty() || g.head != g.tokens.first + 1 || token(g.head).tag != Tag::NN ||
      !token(g.tokens.first).classes.has(k_.definite))
    return MentionId::none;
  MentionId found = MentionId::none;
  for (std::size_t r = acts_.size(); r-- > 0;) {
    const Act& act = acts_[r];
    const std::uint32_t after = act.sentence + near + 1;
    const bool earlier = g.tokens.first >= text_.sentences[act.sentence].tokens.last;
    if (!earlier || !sums_up(g, act)) continue;
    if (after < text_.sentences.size() && g.tokens.first >= text_.sentences[after].tokens.first)
      break;
    if (found != MentionId::none && !same_entity(m_, found, act.who)) return MentionId::none;
    found = act.who;
  }
  return found;
}

/// "IMPOSED tariffs", "tariffs were IMPOSED"
bool ToldMeasures::made(const std::vector<Group>& row, std::size_t i) const {
  const auto makes = [&](std::size_t k) {
    return row[k].kind == GroupKind::verb && token(row[k].head).classes.has(k_.measure_making);
  };
  std::size_t k = i;
  while (k >= 2 && row[k - 1].kind == GroupKind::possessive) k -= 2;
  if (k >= 1 && makes(k - 1)) return true;
  const std::size_t next = behind_adverbs(row, i + 1);
  return next < row.size() && row[next].passive && makes(next);
}

EntityId ToldMeasures::move(const Group& g, std::uint32_t sentence) const {
  if (g.head != g.tokens.first + 1) return EntityId::none;  // "the LATEST move"
  EntityId found = EntityId::none;
  for (std::size_t r = told_.size(); r-- > 0 && told_[r].sentence + 1 >= sentence;) {
    const MentionId first = m_.entities[index(told_[r].measure)].first;
    if (first != MentionId::none &&
        token(m_.mentions[index(first)].head).lemma == token(g.head).lemma)
      return EntityId::none;  // "took a decision"
    if (!told_[r].made || told_[r].measure == found) continue;
    if (found != EntityId::none) return EntityId::none;
    found = told_[r].measure;
  }
  return found;
}

bool ToldMeasures::just_told(bool plural, std::uint32_t sentence) const {
  for (std::size_t r = told_.size(); r-- > 0 && told_[r].sentence + 1 >= sentence;)
    if (told_[r].plural == plural) return true;
  return false;
}

TypeSet ToldMeasures::likely_for(const std::vector<Group>& row, std::size_t i,
                                 std::uint32_t sentence) const {
  const bool plural = token(row[i].head).classes.has(k_.plural);
  if (!just_told(plural, sentence)) return 0;
  const auto done = [&](std::size_t k) { return token(row[k].head).classes.has(k_.stance_verb); };
  const std::size_t next = behind_adverbs(row, i + 1);
  bool likely = i > 0 && row[i - 1].kind == GroupKind::verb && !row[i - 1].passive && done(i - 1);
  if (!likely && next < row.size() && row[next].kind == GroupKind::verb)
    likely = row[next].passive ? done(next) : token(row[next].head).classes.has(k_.measure_acting);
  return likely ? kinds_.ontology.type(kinds_.policy).descendants : 0;
}

}  // namespace factloom
