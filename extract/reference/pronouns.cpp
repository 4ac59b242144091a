// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/pronouns.h"

#include <algorithm>

namespace factloom {
namespace {

constexpr float clear = 0.4f;           ///< the lead with which a firm is "they"
constexpr float least = 0.3f;           ///< a likelihood below is none
constexpr float own_clause = 0.5f;      ///< for "their" and the subject of its clause
constexpr float parallel = 0.2f;        ///< both subjects, or both objects
constexpr float told_otherwise = 1.0f;  ///< how surely somebody is of the gender told, not listed

/// How a pronoun weighs what came before.
struct PronounWeights {
  Fading fading;  ///< what the sentences since leave of the weight
  float often;    ///< for each time that it was spoken of
  float here;     ///< for what stands in the same sentence
  float margin;   ///< by which the best must be better than the next
};
const PronounWeights for_several = {Fading(0.55f), 0.06f, 0.4f, 0.1f};
const PronounWeights for_us = {Fading(0.55f), 0.04f, 0, 0.1f};
constexpr float likely_person = 0.4f;  ///< the likelihood with which "he" is taken for somebody
constexpr float sure_person = 0.45f;   ///< and with which a rule takes it for that
/// The likelihood with which "it" is taken for something, and with which it may be it.
constexpr float likely_thing = 0.5f, perhaps_thing = 0.25f, likely_measure = 0.2f,
                likely_owner = 0.35f;
constexpr float ahead = 1.4f;  ///< how many times as likely as the next one it must be

/// "Bob Roy, who had run ACME, became its chief": is it told of in a clause that is over, where the
/// sentence before spoke of others?
bool below(Referents all, std::size_t i, const PronounSlot& slot) {
  const ReferencePlace& last = all[i].last;
  if (last.sentence != slot.place.sentence || !last.embedded || slot.place.embedded ||
      last.clause == slot.place.clause || all[i].count > 1)
    return false;
  return std::any_of(all.begin(), all.end(), [&](const Referent& r) {
    return r.last.sentence + 1 == slot.place.sentence && r.last.role == GrammaticalRole::subject;
  });
}

}  // namespace

struct PronounResolver::Asked {
  Asked(const PronounSlot& of, const KnownClasses& k, const Kinds& kinds)
      : slot(of),
        he(of.classes.has(k.masculine)),
        she(of.classes.has(k.feminine)),
        we(of.classes.has(k.narrators)),
        they(of.classes.has(k.plural)),
        it(of.classes.has(k.neuter)),
        personal(he || she),
        weights(they ? for_several : for_us) {
    types = personal ? kinds.persons : we ? kinds.firms : kinds.things;
    if (we && !of.acts && of.kinds == 0) types = 0;
    if (!personal && !we && !they && of.acts) types &= kinds.actors;
    if (of.kinds != 0) types &= of.kinds;
  }
  const PronounSlot& slot;
  bool he, she, we, they, it, personal;
  const PronounWeights& weights;
  TypeSet types;  ///< that something named may have
};

PronounResolver::Kinds::Kinds(const EntityKinds& kinds) {
  for (std::size_t i = 0; i < kinds.ontology.types().size(); ++i) {
    const auto type = static_cast<TypeId>(i);
    const bool person = kinds.is_person(type);
    if (person) persons |= only(type);
    if (kinds.ontology.is_a(type, kinds.company)) firms |= only(type);
    if (kinds.is_actor(type)) actors |= only(type);
    if (type == kinds.organization || kinds.ontology.is_a(type, kinds.team)) several |= only(type);
    if (!person && !kinds.ontology.type(type).literal) things |= only(type);
  }
}

PronounResolver::Antecedent PronounResolver::find(const Discourse& discourse,
                                                  const PronounSlot& slot) const {
  const Antecedent found = guess(discourse, slot);
  return watcher_ == nullptr ? found : corrected(found, discourse, slot.place.token);
}

/// What truly is meant, where the watcher knows it; something unnamed is as good as nobody.
PronounResolver::Antecedent PronounResolver::corrected(Antecedent guess, const Discourse& discourse,
                                                       std::uint32_t token) const {
  const auto truth = watcher_->truth(token, m_);
  if (!truth) return guess;
  const Referents all = discourse.referents();
  Antecedent meant{nobody, true, 1};
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].entity != EntityId::none &&
        std::find(truth->begin(), truth->end(), all[i].entity) != truth->end())
      meant.referent = static_cast<int>(i);
  if (meant.referent != nobody) return meant;
  if (!truth->empty()) return guess;
  if (guess.referent != nobody &&
      all[static_cast<std::size_t>(guess.referent)].entity == EntityId::none)
    meant.referent = guess.referent;
  return meant;
}

PronounResolver::Antecedent PronounResolver::guess(const Discourse& discourse,
                                                   const PronounSlot& slot) const {
  const Asked asked(slot, k_, named_);
  if (asked.it) return find_thing(discourse, asked);
  if (asked.personal) return find_person(discourse, asked);
  Antecedent best;
  float first = 0, second = 0;
  const Referents all = discourse.referents();
  for (std::size_t i = all.size(); i-- > 0;) {
    if (!agrees(all[i], asked) || !bound(all[i], slot)) continue;
    const float score = likelihood(all[i], asked);
    if (score > first) {
      second = first;
      first = score;
      best.referent = static_cast<int>(i);
    } else if (score > second) {
      second = score;
    }
  }
  if (first < least) best.referent = nobody;
  best.lead = first - second;
  if (asked.they && !slot.possessive && best.lead < clear && best.referent != nobody &&
      !several(all[static_cast<std::size_t>(best.referent)]))
    best.referent = nobody;  // a firm may be "they", but seldom is
  best.sure = best.referent != nobody && best.lead >= asked.weights.margin;
  return best;
}

/// Those that agree and that binding allows; behind "A lawyer from Leeds, HE …" none that the
/// description names.
std::vector<std::uint32_t> PronounResolver::candidates(const Discourse& discourse,
                                                       const Asked& asked) const {
  const Referents all = discourse.referents();
  const PronounSlot& slot = asked.slot;
  const bool fronted = asked.personal && slot.fronted;
  std::vector<std::uint32_t> found;
  found.reserve(all.size());
  for (std::uint32_t i = 0, last = static_cast<std::uint32_t>(all.size()); i < last; ++i)
    if (agrees(all[i], asked) && bound(all[i], slot) &&
        !(fronted && all[i].last.sentence == slot.place.sentence))
      found.push_back(i);
  return found;
}

PronounResolver::Antecedent PronounResolver::find_person(const Discourse& discourse,
                                                         const Asked& asked) const {
  const std::vector<std::uint32_t> possible = candidates(discourse, asked);
  if (watcher_ != nullptr) watcher_->see(persons_.choice(discourse, possible, asked.slot), m_);
  const Likeliest guess = persons_.best(discourse, possible, asked.slot);
  Antecedent best;
  if (guess.likelihood >= likely_person) best.referent = guess.referent;
  if (best.referent == nobody && !asked.slot.talk && !asked.slot.fronted) {
    best.referent = misjudged(discourse, asked);
    best.sure = best.referent != nobody;
    best.lead = best.sure ? told_otherwise : 0;
    return best;
  }
  best.likelihood = guess.likelihood;
  best.lead = guess.likelihood - guess.next;
  best.sure = best.referent != nobody && guess.likelihood >= sure_person;
  return best;
}

PronounResolver::Antecedent PronounResolver::find_thing(const Discourse& discourse,
                                                        const Asked& asked) const {
  const Referents all = discourse.referents();
  const std::vector<std::uint32_t> possible = candidates(discourse, asked);
  if (watcher_ != nullptr) watcher_->see(things_.choice(discourse, possible, asked.slot), m_);
  const Likeliest guess = things_.best(discourse, possible, asked.slot);
  Antecedent best;
  if (guess.likelihood < (asked.slot.measure ? likely_measure : perhaps_thing)) return best;
  const bool is_named = all[static_cast<std::size_t>(guess.referent)].entity != EntityId::none;
  if (is_named && guess.likelihood < ahead * guess.next) return best;
  if (is_named && asked.slot.thing && !asked.slot.measure &&  // "IT was achieved" is no firm
      kinds_.ontology.is_a(entity(all[static_cast<std::size_t>(guess.referent)]).type,
                           kinds_.organization))
    return best;
  if (is_named && asked.slot.possessive &&  // "Acme and Bolt signed it. Ann Lee, ITS chief, …"
      all[static_cast<std::size_t>(guess.referent)].listed &&
      all[static_cast<std::size_t>(guess.referent)].last.sentence < asked.slot.place.sentence)
    return best;
  if (is_named && asked.slot.kinds != 0 && asked.slot.possessive &&
      below(all, static_cast<std::size_t>(guess.referent), asked.slot))
    return best;
  best.referent = guess.referent;
  best.likelihood = guess.likelihood;
  best.lead = guess.likelihood;
  // only a measure is signed or lifted; only a body has a chairman
  const bool owner = asked.slot.possessive && asked.slot.kinds != 0;
  best.sure = guess.likelihood >= (asked.slot.measure && is_named ? likely_measure
                                   : owner && is_named            ? likely_owner
                                                                  : likely_thing);
  return best;
}

/// What the text told of it goes before what its first name says: "Wangari" is in a list of men.
Gender PronounResolver::gender(const Referent& r) const {
  return r.gender != Gender::unknown ? r.gender : entity(r).gender;
}

/// Nobody agrees with the pronoun: the one person that the text is about, here and in the sentence
/// before, whom no pronoun took up yet and whose first name is taken for one of the other gender.
int PronounResolver::misjudged(const Discourse& discourse, const Asked& asked) const {
  const Referents all = discourse.referents();
  int found = nobody;
  for (std::size_t i = all.size(); i-- > 0;) {
    const Referent& r = all[i];
    if (asked.slot.place.sentence - r.last.sentence > 1) break;
    if (r.entity == EntityId::none) continue;
    if (!kinds_.is_person(entity(r).type)) continue;
    if (found != nobody) return nobody;
    found = static_cast<int>(i);
  }
  if (found == nobody) return nobody;
  const Referent& r = all[static_cast<std::size_t>(found)];
  const bool about = r.topic || r.count >= 2;
  return about && r.gender == Gender::unknown && bound(r, asked.slot) ? found : nobody;
}

bool PronounResolver::agrees(const Referent& r, const Asked& asked) const {
  return r.entity == EntityId::none ? agrees_unnamed(r, asked) : agrees_named(r, asked);
}

/// May it be "they": two or more, something unnamed, a club, some body of people?
bool PronounResolver::several(const Referent& r) const {
  return r.entity == EntityId::none || r.plural || r.many || (r.types & named_.several) != 0;
}

bool PronounResolver::agrees_named(const Referent& r, const Asked& asked) const {
  if ((r.types & asked.types) == 0) return false;
  if (asked.personal) return gender(r) != (asked.he ? Gender::female : Gender::male);
  if (asked.we) return true;
  if (asked.they) return r.many || r.plural || (r.types & named_.actors) != 0;
  return !r.many && !r.plural;
}

bool PronounResolver::agrees_unnamed(const Referent& r, const Asked& asked) const {
  const PronounSlot& slot = asked.slot;
  const NounKind noun = r.noun;
  if (asked.they && !asked.personal && !asked.we) return r.plural || noun.collective;
  if (r.plural) return false;
  if (asked.personal)
    return noun.person && !noun.body &&
           (r.gender == Gender::unknown || (r.gender == Gender::male) == asked.he);
  if (asked.we || (noun.person && !noun.body)) return false;
  if (slot.kinds != 0 && r.types != 0 && (r.types & slot.kinds) == 0) return false;
  return !slot.acts || noun.body || r.proper || r.types != 0;
}

/// Does binding theory allow the two to be the same? "Acme sued IT", "Ann Lee worked under HER" are
/// another one, "Acme sued ITSELF" is not, and nothing is a part of itself.
bool PronounResolver::bound(const Referent& r, const PronounSlot& slot) const {
  if (r.last.sentence != slot.place.sentence) return !slot.reflexive;
  if (r.last.token == slot.whole) return false;
  const bool own = slot.own_subject(r);
  if (slot.reflexive) return own;
  if (slot.possessive) return !own || !slot.follows;
  if (slot.apart || slot.place.role == GrammaticalRole::genitive) return !own;
  if (slot.place.role == GrammaticalRole::object) {
    const bool object =
        r.last.role == GrammaticalRole::object && r.last.clause == slot.place.clause;
    return !own && !object;
  }
  return slot.place.role != GrammaticalRole::subject || !own;
}

float PronounResolver::likelihood(const Referent& r, const Asked& asked) const {
  const PronounSlot& slot = asked.slot;
  const PronounWeights& w = asked.weights;
  float score = salience(r, slot.place.sentence, w.fading, w.often);
  const bool here = r.last.sentence == slot.place.sentence;
  const GrammaticalRole role = slot.place.role;
  if (slot.possessive && slot.own_subject(r) && r.last.role == GrammaticalRole::subject)
    score += own_clause;
  if (here) score += w.here;
  if (!slot.possessive && role == r.last.role &&
      (role == GrammaticalRole::subject || role == GrammaticalRole::object))
    score += here ? parallel : parallel / 2;
  if (here && !slot.possessive && role != GrammaticalRole::subject && slot.own_subject(r))
    score -= 0.3f;
  return score * of_kind(r, asked);
}

/// How readily a thing of its kind is taken up by the pronoun.
float PronounResolver::of_kind(const Referent& r, const Asked& asked) const {
  if (r.entity == EntityId::none || !asked.they || r.many) return 1.0f;
  return kinds_.ontology.is_a(entity(r).type, kinds_.country) ? 0.4f : 0.6f;
}

}  // namespace factloom
