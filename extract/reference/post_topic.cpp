// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/post_topic.h"

#include <algorithm>
#include <vector>

#include "extract/base/words.h"

namespace factloom {
namespace {

constexpr std::uint32_t remembered = 2;  ///< sentences since the body was last spoken of
constexpr std::uint32_t its_story = 6;   ///< the same of the one firm that a text is about
constexpr std::uint32_t lead = 2;  ///< how many times as often as the next one it must be told of
constexpr std::uint32_t much_named = 4;  ///< times

}  // namespace

TypeId PostTopic::type_at(const Group& g) const {
  const EntityId e = entity_of(m_, g.mention);
  return e == EntityId::none ? TypeId::none : m_.entities[index(e)].type;
}

bool PostTopic::employs(TypeId type) const {
  const Ontology& o = kinds_.ontology;
  return !o.is_a(type, kinds_.government) && !o.is_a(type, kinds_.intergovernmental) &&
         !o.is_a(type, kinds_.party) && !o.is_a(type, kinds_.media);
}

MentionId PostTopic::find(const Discourse& discourse, std::uint32_t sentence, TypeId kind) const {
  const Referent* first = nullptr;
  std::uint32_t next = 0;
  for (const Referent& r : discourse.referents()) {
    if (r.entity == EntityId::none ||
        !kinds_.ontology.is_a(m_.entities[index(r.entity)].type, kind))
      continue;
    if (first == nullptr || r.count >= first->count) {
      if (first != nullptr) next = first->count;
      first = &r;
    } else if (r.count > next) {
      next = r.count;
    }
  }
  if (first == nullptr) return MentionId::none;
  const bool one = next == 0 || (first->count >= much_named && first->count >= lead * next);
  const std::uint32_t least = kind == kinds_.organization ? 1 : lead;  // many a team is met once
  if (first->count < lead * next || first->count < least ||
      sentence - first->last.sentence > (one ? its_story : remembered) ||
      !employs(m_.entities[index(first->entity)].type))
    return MentionId::none;
  const MentionId m = at_[first->last.token];
  return entity_of(m_, m) == first->entity ? m : m_.entities[index(first->entity)].first;
}

/// "The FRENCH government welcomed President Ann Lee's words": it is not its own president's.
bool PostTopic::met_by(const std::vector<Group>& row, std::size_t i, MentionId owner) const {
  const int subject = r_.subject(i);
  if (owner == MentionId::none || subject < 0 || static_cast<std::size_t>(subject) >= i)
    return false;
  for (auto k = static_cast<std::size_t>(subject); k < i; ++k)
    if (row[k].kind == GroupKind::comma) return false;  // "Norway is poor, said PRESIDENT Ann Lee"
  const Group& g = row[static_cast<std::size_t>(subject)];
  for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t)
    if (at_[t] != MentionId::none && entity_of(m_, at_[t]) == entity_of(m_, owner)) return true;
  return false;
}

/// "CHILE will stop selling coal to Peru, President Ann Lee said": not Peru's, wherever the text
/// was before.
bool PostTopic::of_other_state(const std::vector<Group>& row, std::size_t i,
                               MentionId owner) const {
  if (owner == MentionId::none || i < 4 || row[i - 1].kind != GroupKind::comma) return false;
  for (std::size_t k = 0; k < i; ++k)
    if (row[k].kind == GroupKind::noun && kinds_.ontology.is_a(type_at(row[k]), kinds_.country))
      return entity_of(m_, row[k].mention) != m_.mentions[index(owner)].entity;
  return false;
}

/// "the bloc's NIGERIAN chairman, President Ann Lee"
MentionId PostTopic::state_told(const std::vector<Group>& row, std::size_t i) const {
  if (i < 2 || row[i - 1].kind != GroupKind::comma || row[i - 2].kind != GroupKind::noun)
    return MentionId::none;
  const Group& before = row[i - 2];
  for (std::uint32_t t = before.tokens.first; t < before.head; ++t)
    if (at_[t] != MentionId::none && m_.mentions[index(at_[t])].kind == MentionKind::adjective &&
        kinds_.ontology.is_a(m_.mentions[index(at_[t])].type, kinds_.country))
      return at_[t];
  return MentionId::none;
}

bool PostTopic::says(const std::vector<Group>& row, std::size_t verb) const {
  return verb < row.size() && row[verb].kind == GroupKind::verb && !row[verb].passive &&
         text_.tokens[row[verb].head].classes.has(kinds_.classes.reporting);
}

/// What is of the type and the first subject there, of what it does or will do; none if another is.
MentionId PostTopic::acting(const std::vector<Group>& row, std::size_t from, std::size_t to,
                            TypeId type) const {
  for (std::size_t k = from; k < to; ++k) {
    if (row[k].kind != GroupKind::noun || r_.role(k) != GrammaticalRole::subject) continue;
    if (!kinds_.ontology.is_a(type_at(row[k]), type)) return MentionId::none;
    for (std::size_t v = k + 1; v < to; ++v)
      if (row[v].kind == GroupKind::verb && row[v].form == VerbForm::finite) {
        const bool advised = row[v].modal < text_.tokens.size() &&
                             text_.tokens[row[v].modal].classes.has(kinds_.classes.advising_modal);
        return advised ? MentionId::none : row[k].mention;  // "JAPAN must pay, Ann Lee said"
      }
    return MentionId::none;
  }
  return MentionId::none;
}

/// ", ANN LEE said", ", said ANN LEE"
bool PostTopic::ends_speech(const std::vector<Group>& row, std::size_t i) const {
  return i >= 3 && ((says(row, i + 1) && row[i - 1].kind == GroupKind::comma) ||
                    (says(row, i - 1) && row[i - 2].kind == GroupKind::comma));
}

EntityId PostTopic::state_of_speech(const std::vector<Group>& row, std::size_t i,
                                    std::uint32_t sentence) const {
  if (says(row, i + 1)) {
    const MentionId behind = acting(row, i + 2, row.size(), kinds_.country);
    if (behind != MentionId::none) return entity_of(m_, behind);
  }
  if (ends_speech(row, i)) return entity_of(m_, acting(row, 0, i - 1, kinds_.country));
  const bool told = speaker_ != MentionId::none && spoken_in_ + 1 == sentence;
  const EntityId spoke = told && says(row, i + 1) ? entity_of(m_, speaker_) : EntityId::none;
  const bool state = spoke != EntityId::none &&
                     kinds_.ontology.is_a(m_.entities[index(spoke)].type, kinds_.country);
  return state ? spoke : EntityId::none;  // "NORWAY said so. Finance minister Ann Lee said"
}

MentionId PostTopic::body_of_speech(const std::vector<Group>& row, std::size_t i) const {
  if (!ends_speech(row, i)) return MentionId::none;
  const MentionId body = acting(row, 0, i - 1, kinds_.organization);
  const EntityId e = entity_of(m_, body);
  return e != EntityId::none && employs(m_.entities[index(e)].type) ? body : MentionId::none;
}

EntityId PostTopic::state_of_mate(const std::vector<Group>& row, std::size_t i) const {
  if (i < 4 || row[i - 1].kind != GroupKind::coordinator || row[i - 2].kind != GroupKind::noun ||
      row[i - 3].kind != GroupKind::preposition || row[i - 4].kind != GroupKind::noun ||
      !text_.tokens[row[i - 3].head].classes.has(kinds_.classes.genitive_preposition) ||
      !kinds_.is_person(type_at(row[i - 4])) ||
      !kinds_.ontology.is_a(type_at(row[i - 2]), kinds_.country))
    return EntityId::none;
  return entity_of(m_, row[i - 2].mention);
}

bool PostTopic::seated(std::uint32_t post) const {
  const ClassSet& word = text_.tokens[post].classes;
  return word.has(kinds_.classes.bank_post) || word.has(kinds_.classes.bench_post) || of_town(post);
}

bool PostTopic::of_town(std::uint32_t post) const {
  return one_of(text_.text(post), {"Mayor", "mayor"});
}

MentionId PostTopic::seat(const Discourse& discourse, std::uint32_t sentence,
                          std::uint32_t post) const {
  if (of_town(post)) return find(discourse, sentence, kinds_.city);
  const KnownClasses& k = kinds_.classes;
  const bool bank = text_.tokens[post].classes.has(k.bank_post);
  const bool justice = one_of(text_.text(post), {"Justice", "justice"});
  const Referent* found = nullptr;
  for (const Referent& r : discourse.referents()) {
    if (r.entity == EntityId::none || sentence - r.last.sentence > its_story) continue;
    const Entity& e = m_.entities[index(r.entity)];
    const Ontology& o = kinds_.ontology;
    if (e.first == MentionId::none ||
        !(o.is_a(e.type, kinds_.government) || (!bank && o.is_a(e.type, kinds_.intergovernmental))))
      continue;
    bool body = false, supreme = false;  // whose members are justices
    const TokenRange name = m_.mentions[index(e.first)].tokens;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      body = body || text_.tokens[t].classes.has(bank ? k.bank_body : k.bench_body);
      supreme = supreme || one_of(text_.text(t), {"Supreme", "supreme"});
    }
    if (!body || (supreme && !justice)) continue;
    if (found != nullptr) return MentionId::none;
    found = &r;
  }
  return found == nullptr ? MentionId::none : m_.entities[index(found->entity)].first;
}

void PostTopic::hear(const std::vector<Group>& row, std::size_t i, std::uint32_t sentence) {
  if (row[i].mention == MentionId::none || r_.role(i) != GrammaticalRole::subject ||
      !says(row, i + 1))
    return;
  speaker_ = row[i].mention;
  spoken_in_ = sentence;
}

MentionId PostTopic::spoke(std::uint32_t sentence) const {
  if (speaker_ == MentionId::none || spoken_in_ + 1 != sentence) return MentionId::none;
  const EntityId e = entity_of(m_, speaker_);
  const bool body = e != EntityId::none &&
                    kinds_.ontology.is_a(m_.entities[index(e)].type, kinds_.organization) &&
                    employs(m_.entities[index(e)].type);
  return body ? speaker_ : MentionId::none;
}

bool PostTopic::left_state(MentionId party, std::uint32_t sentence) const {
  if (party == MentionId::none || !kinds_.ontology.is_a(factloom::type_of(m_, party), kinds_.party))
    return false;
  const TokenRange here = text_.sentences[sentence].tokens;
  constexpr std::uint32_t farthest = 3;  // "as British prime minister"
  for (std::uint32_t t = here.first; t < here.last; ++t) {
    if (text_.text(t) != "as") continue;
    for (std::uint32_t post = t + 1; post < std::min(here.last, t + 1 + farthest); ++post)
      if (text_.tokens[post].classes.has(kinds_.classes.state_post)) return true;
  }
  return false;
}

}  // namespace factloom
