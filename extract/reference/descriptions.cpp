// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/descriptions.h"

#include <algorithm>

#include "extract/reference/latter.h"
#include "extract/reference/owners.h"

namespace factloom {
namespace {

constexpr float least = 0.35f;   ///< a score below is none
constexpr float margin = 0.12f;  ///< by which the best must be better than the next
const Fading fading(0.8f);
constexpr float often = 0.1f;
constexpr float in_heading = 0.3f;     ///< for the only one of its kind that a heading names
constexpr std::uint32_t repeated = 4;  ///< how often one is named that a new paragraph returns to
constexpr float same_role = 0.2f;      ///< both subjects, or both objects
constexpr float same_place = 0.3f;     ///< "the French firm" of one known to be French
constexpr float unknown_of = -0.15f;   ///< of one not known to be that: "the MARGARINE firm"
constexpr std::uint32_t near = 4;      ///< sentences from which one that is proven to fit is meant
constexpr float going_on = 0.15f;      ///< for the subject of the sentence before
constexpr float alike = 0.16f;         ///< one that fits so much worse may be meant as well

/// Is one name the other with words behind: "Acme" and "Acme Group"?
bool shares_name(const Entity& a, const Entity& b) {
  const std::string& longer = a.name.size() > b.name.size() ? a.name : b.name;
  const std::string& other = a.name.size() > b.name.size() ? b.name : a.name;
  return !other.empty() && longer.size() > other.size() && longer[other.size()] == ' ' &&
         longer.compare(0, other.size(), other) == 0;
}

}  // namespace

Meant DescriptionResolver::find(const Discourse& discourse, const std::vector<Group>& row,
                                std::size_t i, const DescriptionSlot& slot) {
  const Group& g = row[i];
  if (token(g.head).classes.has(k_.contrasting) && text_.text(g.head) == "latter")
    return {after_the_former(text_, row, i)
                ? EntityId::none
                : the_latter(discourse, m_, kinds_, slot.place, slot.doer)};
  if (words_.contrasted(g) || words_.picked_out(row, i)) return {};
  const std::string_view head = text_.text(g.head);
  if ((head == "exchange" || head == "bourse") && i > 0 && text_.text(row[i - 1].head) == "on")
    return {};  // "listed ON THE SWISS EXCHANGE" is somebody, who is not said
  const Wanted wanted = words_.read(row, i);
  const EntityId found = by_rules(discourse, row, i, wanted, slot);
  if (found == EntityId::none && wanted.called.empty() && has_calling(token(g.head).classes))
    return {by_calling(discourse, token(g.head).lemma, slot.place.sentence)};
  const DescriptionModel::Field field = model_.field(token(g.head).classes);
  if (field == DescriptionModel::Field::none || wanted.of != EntityId::none ||
      slot.place.role == GrammaticalRole::apposition ||
      trusted(found, slot.place.sentence, wanted.any_firm))
    return {found};
  const DescriptionModel::Slot asked{slot.place, slot.paragraph, slot.employer, wanted.more};
  if (watcher_ != nullptr) watcher_->see(model_.choice(possible_, field, asked), m_);
  return model_.judge(found, possible_, field, asked, wanted.placed);
}

/// "the tycoon", "the DUTCH LAWYER": what somebody is, with no body whose only one they are.
bool DescriptionResolver::has_calling(const ClassSet& noun) const {
  return noun.has(k_.person) && !kinds_.bodies(noun).empty() && !noun.has(k_.company) &&
         !noun.has(k_.group) && !noun.has(k_.media) && !noun.has(k_.government);
}

/// The only person that the last sentence which names one names, if nobody else may be meant.
EntityId DescriptionResolver::by_calling(const Discourse& discourse, WordId noun,
                                         std::uint32_t sentence) const {
  constexpr std::uint32_t farthest = 2;  // sentences
  const Referents all = discourse.referents();
  EntityId found = EntityId::none;
  std::uint32_t named_in = 0;
  for (std::size_t k = all.size(); k-- > 0 && sentence - all[k].last.sentence <= farthest;) {
    const Referent& r = all[k];
    if (r.entity == EntityId::none && r.lemma == noun) return EntityId::none;
    if (r.entity == EntityId::none || !kinds_.is_person(entity(r.entity).type)) continue;
    if (r.last.sentence == sentence) return EntityId::none;
    if (found != EntityId::none) return r.last.sentence == named_in ? EntityId::none : found;
    found = r.entity;
    named_in = r.last.sentence;
  }
  return found;
}

Meant DescriptionResolver::state(const Discourse& discourse, const DescriptionSlot& slot,
                                 EntityId by_rule) {
  const Referents all = discourse.referents();
  possible_.clear();
  for (std::size_t k = all.size(); k-- > 0;)
    if (all[k].entity != EntityId::none &&
        kinds_.ontology.is_a(entity(all[k].entity).type, kinds_.country))
      possible_.push_back({&all[k], by_state, Known::open});
  return model_.judge(by_rule, possible_, DescriptionModel::Field::country,
                      {slot.place, slot.paragraph}, false);
}

EntityId DescriptionResolver::by_rules(const Discourse& discourse, const std::vector<Group>& row,
                                       std::size_t i, const Wanted& wanted,
                                       const DescriptionSlot& slot) {
  const Group& g = row[i];
  const std::vector<Candidate> all = candidates(discourse, wanted, slot);
  const std::uint32_t sentence = slot.place.sentence;
  const Candidate* best = nullptr;
  float next = 0;
  std::uint32_t latest = 0;  // the last sentence that spoke of any of them by name
  int named = 0;
  for (const Candidate& c : all) {
    if (c.referent->entity != EntityId::none) {
      ++named;
      latest = std::max(latest, c.referent->last.sentence);
    }
    if (best == nullptr || c.score > best->score) {
      next = best == nullptr ? 0 : best->score;
      best = &c;
    } else {
      next = std::max(next, c.score);
    }
  }
  if (best == nullptr || best->score < least || best->score - next < margin) return EntityId::none;
  const std::uint32_t last = best->referent->last.sentence;
  if (g.tokens.size() > 2 && best->of != Known::yes && person_since(discourse, *best->referent))
    return EntityId::none;  // "the DUBLIN-BORN executive" may well be the last one named
  if (named > 1 && slot.explains != DescriptionSlot::no_token && i + 1 < row.size() &&
      row[i + 1].kind == GroupKind::possessive)
    return EntityId::none;  // "to Acme, THE COUNTRY's largest firm": which of the two?
  if (best->referent->entity != EntityId::none && !is_clear(discourse, *best, all, wanted, slot))
    return EntityId::none;
  if (best->referent->topic && best->opens) return best->referent->entity;
  const bool since = named > 1 && latest > last && sentence - last > 1;  // another was named since
  return since && best->fit <= by_type ? EntityId::none : best->referent->entity;
}

bool DescriptionResolver::is_clear(const Discourse& discourse, const Candidate& best,
                                   const std::vector<Candidate>& all, const Wanted& wanted,
                                   const DescriptionSlot& slot) const {
  const bool told = wanted.placed || wanted.named;  // it says what is not known of the best
  if (told ? best.of == Known::yes : best.fit >= by_name) return true;
  const std::uint32_t sentence = slot.place.sentence;
  const bool at_home =
      wanted.placed && best.referent->topic && in_country(best.referent->entity, wanted.group);
  if (wanted.placed && !at_home && !best.referent->topic &&
      body_since(discourse, *best.referent, slot))
    return false;  // of "Acme and Bolt" either may be "the FRENCH firm"
  return std::none_of(all.begin(), all.end(), [&](const Candidate& c) {
    if (at_home && !in_country(c.referent->entity, wanted.group)) return false;
    if (&c == &best || c.referent->entity == EntityId::none || c.fit + alike < best.fit)
      return false;
    const ReferencePlace& last = c.referent->last;
    const bool recent = sentence - last.sentence <= 1;
    if (told) return recent || (c.referent->topic && best.referent->topic);
    const std::uint32_t since = sentence - best.referent->last.sentence;
    if (best.fit <= by_open_kind) return c.fit >= best.fit && sentence - last.sentence <= 2;
    const bool both_subjects = slot.place.role == GrammaticalRole::subject &&
                               best.referent->last.role == GrammaticalRole::subject;
    if (since > 1 && last.sentence == best.referent->last.sentence && !best.referent->topic &&
        !both_subjects)
      return true;  // of two that were spoken of together, some time ago
    if (last.sentence <= best.referent->last.sentence) return false;
    if (last.sentence == sentence)
      return last.role == GrammaticalRole::subject || last.role == GrammaticalRole::possessor;
    return recent && !best.opens;
  });
}

/// Do the rules need no second opinion: one called so or named so a moment ago, or the subject of
/// the sentence before, with which the paragraph begins?
bool DescriptionResolver::trusted(EntityId found, std::uint32_t sentence, bool any_firm) const {
  constexpr std::uint32_t moment = 2, article = 2;
  if (found == EntityId::none) return false;
  const auto one = std::find_if(possible_.begin(), possible_.end(),
                                [&](const auto& c) { return c.referent->entity == found; });
  if (one == possible_.end()) return false;
  const ReferencePlace& last = one->referent->last;
  if (one->fit >= by_name && sentence - last.sentence <= moment) return true;
  if (one->fit == by_name && !any_firm && sentence - last.sentence <= near) return true;
  if (last.sentence + 1 != sentence || last.role != GrammaticalRole::subject) return false;
  const std::uint32_t name = m_.mentions[index(entity(found).first)].tokens.size();
  for (std::uint32_t t = last.token + 1; t-- > 0 && t + name + article > last.token;)
    if (token(t).is(shape_paragraph_first)) return true;
  return false;
}

/// Is it known to be of the country of a place that the description names?
bool DescriptionResolver::in_country(EntityId who, const Group& g) const {
  for (std::uint32_t t = g.tokens.first; who != EntityId::none && t < g.head; ++t)
    if (at(t) != EntityId::none && epithets_.in_country(who, at(t))) return true;
  return false;
}

/// Was it the subject of the sentence before?
bool DescriptionResolver::continues(const Candidate& c, std::uint32_t sentence) {
  const ReferencePlace& last = c.referent->last;
  return last.role == GrammaticalRole::subject && last.sentence + 1 == sentence;
}

bool DescriptionResolver::turned(const std::vector<Candidate>& all, const Wanted& wanted,
                                 std::uint32_t sentence) const {
  return !wanted.opens && std::any_of(all.begin(), all.end(), [&](const Candidate& c) {
    return c.referent->entity != EntityId::none && !c.referent->topic && continues(c, sentence);
  });
}

/// Was another person named after this one, if it is one?
bool DescriptionResolver::person_since(const Discourse& discourse, const Referent& person) const {
  if (person.entity == EntityId::none || !kinds_.is_person(entity(person.entity).type))
    return false;
  const Referents all = discourse.referents();
  return std::any_of(all.begin(), all.end(), [&](const Referent& r) {
    return r.entity != EntityId::none && r.last.token > person.last.token &&
           kinds_.is_person(entity(r.entity).type);
  });
}

/// Was another body named after this one, other than the doer?
bool DescriptionResolver::body_since(const Discourse& discourse, const Referent& body,
                                     const DescriptionSlot& slot) const {
  if (body.entity == EntityId::none) return false;
  const Referents all = discourse.referents();
  return std::any_of(all.begin(), all.end(), [&](const Referent& r) {
    return r.entity != EntityId::none && r.last.token > body.last.token && r.entity != slot.doer &&
           kinds_.ontology.is_a(entity(r.entity).type, kinds_.organization) &&
           !kinds_.ontology.is_a(entity(r.entity).type, kinds_.government);
  });
}

/// What a heading names is what the text is about, if it names one alone.
void DescriptionResolver::favour_topic(std::vector<Candidate>& all, const Wanted& wanted,
                                       std::uint32_t sentence) const {
  const bool away = turned(all, wanted, sentence);
  for (Candidate& c : all)
    if (c.referent->topic && !(away && sentence - c.referent->last.sentence > 1)) {
      c.opens = wanted.opens && !wanted.more && c.referent->count >= repeated;
      c.score += c.fit * (c.opens ? 2 * in_heading : in_heading);
    }
}

std::vector<DescriptionResolver::Candidate> DescriptionResolver::candidates(
    const Discourse& discourse, const Wanted& wanted, const DescriptionSlot& slot) {
  const bool more = wanted.more, placed = wanted.placed;
  const std::uint32_t sentence = slot.place.sentence;
  const Referents all = discourse.referents();
  std::vector<Candidate> found;
  possible_.clear();
  float proven = 0;          // how well one fits that is near, and called so or of that kind
  std::uint32_t called = 0;  // the sentence behind the last that spoke of one called so
  int topics = 0, named = 0;
  bool tied = false;  // is one that is near known to be of the place?
  float topical = 0;  // how well the only one that a heading names fits
  for (std::size_t k = all.size(); k-- > 0;) {
    const Referent& r = all[k];
    const float how = fit_.fit(r, wanted);
    if (how == 0) continue;
    const bool is_named = r.entity != EntityId::none;
    topics += how > by_state && r.topic;
    if (how > by_state && r.topic && is_named) topical = how;
    if (apart(r, slot)) continue;
    if (fit_.names_it(r, wanted.group) || (is_named && nameless_firm(r.entity))) continue;
    const Known of = is_named && more ? fit_.tie(r.entity, wanted) : Known::open;
    if (of == Known::no || (of == Known::open && how == by_name && placed))
      continue;  // "the SPANISH league" is not the Super League
    if (wanted.same && is_named && how <= by_open_kind) continue;
    possible_.push_back({&r, how, of});
    if (how <= by_state) continue;
    if (is_named && how >= by_kind && sentence - r.last.sentence <= near)
      if (!more || of == Known::yes) proven = std::max(proven, std::min(how, by_name));
    tied = tied || (of == Known::yes && is_named && how >= by_loose_type &&
                    sentence - r.last.sentence <= near);
    if (is_named && how == by_call) called = std::max(called, r.last.sentence + 1);
    found.push_back(
        {&r, how, how * (0.3f + salience(r, sentence, fading, often)), of, false, false});
    if (r.last.role == slot.place.role) found.back().score += how * same_role;
    if (more && of == Known::yes) found.back().score += same_place;
    found.back().doubt = more && of == Known::open && is_named && how < by_call;
    named += is_named;
  }
  for (Candidate& c : found)
    if (c.doubt && (named > 1 || placed)) c.score += unknown_of;
  if (!wanted.opens)
    for (Candidate& c : found)
      if (continues(c, sentence)) c.score += c.fit * going_on;
  if (topics == 1) favour_topic(found, wanted, sentence);
  if (topics == 1 && topical >= by_kind && !more)
    std::erase_if(found, [&](const Candidate& c) {  // not "the club THAT they bought", long ago
      return c.referent->entity == EntityId::none && sentence - c.referent->last.sentence > 1;
    });
  if (tied)
    std::erase_if(found, [](const Candidate& c) {
      return c.of == Known::open && c.referent->entity != EntityId::none;
    });
  if (proven > 0)
    std::erase_if(found, [&](const Candidate& c) {
      const bool open = c.fit < proven && c.of != Known::yes;
      return open || (c.referent->entity == EntityId::none && c.referent->last.sentence < called);
    });
  return found;
}

/// "its handset business", which was sold: "the company" is its owner.
bool DescriptionResolver::nameless_firm(EntityId e) const {
  return entity(e).type == kinds_.company &&
         m_.mentions[index(entity(e).first)].kind == MentionKind::description;
}

/// "Acme sued THE COMPANY", "against Acme, THE COMPANY won": two arguments of a verb are two
/// things.
bool DescriptionResolver::apart(const Referent& r, const DescriptionSlot& slot) const {
  if (r.entity != EntityId::none && r.entity == slot.other) return true;
  if (r.last.token == slot.explains) return false;
  const bool both = r.entity != EntityId::none && slot.doer != EntityId::none;
  if (both && slot.place.role == GrammaticalRole::object &&
      shares_name(entity(r.entity), entity(slot.doer)))
    return true;
  if (r.last.sentence != slot.place.sentence) return false;
  const bool doer = both && r.entity == slot.doer;
  if (r.last.token == slot.subject || doer) return slot.place.role != GrammaticalRole::complement;
  if (r.last.clause != slot.place.clause) return false;
  if (r.last.role == GrammaticalRole::subject)
    return slot.place.role != GrammaticalRole::complement;
  return r.last.token > slot.verb &&
         (r.last.role == GrammaticalRole::object || r.last.role == GrammaticalRole::oblique);
}

}  // namespace factloom
