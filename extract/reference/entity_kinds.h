// SPDX-License-Identifier: Apache-2.0
// The types of entities that resolving references asks for, looked up once by name, and which of
// them a common noun can describe. A type that the ontology lacks is TypeId::none and never fits.
#pragma once
#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"

namespace factloom {

/// What its noun says of something without a name.
struct NounKind {
  bool body : 1 = false;    ///< "the firm", "the council"
  bool person : 1 = false;  ///< "the tycoon", "the mayor", "his wife"
  bool office : 1 = false;  ///< "the mayor", "his wife"
  bool collective : 1 = false, vague : 1 = false;
};

struct EntityKinds {
  EntityKinds(const Ontology& ontology, const KnownClasses& classes);

  /// The types of what a noun of these classes describes: companies for "firm", cities for "town";
  /// 0 when it says nothing of that.
  TypeSet described_by(const ClassSet& noun) const;
  /// Which kinds of bodies a word of these classes names ("bank" and "lender" the same one), as
  /// classes; empty when none in particular.
  ClassSet bodies(const ClassSet& word) const;
  NounKind noun_kind(const ClassSet& noun) const;
  /// The type of policy that a noun of these classes names; Policy itself if none in particular.
  TypeId policy_of(const ClassSet& noun) const;
  /// A type and those below it; 0 if the ontology lacks it.
  TypeSet below(TypeId t) const { return t == TypeId::none ? 0 : ontology.type(t).descendants; }
  TypeSet persons() const { return below(person); }
  TypeSet policies() const { return below(policy); }
  bool is_person(TypeId t) const { return ontology.is_a(t, person); }
  /// The person that a mention names; none if it names none.
  EntityId person_at(const Mentions& mentions, MentionId m) const {
    const EntityId e = entity_of(mentions, m);
    return e != EntityId::none && is_person(mentions.entities[index(e)].type) ? e : EntityId::none;
  }
  /// Can it act: an organisation or a country?
  bool is_actor(TypeId t) const {
    return ontology.is_a(t, organization) || ontology.is_a(t, country);
  }

  const Ontology& ontology;
  const KnownClasses& classes;
  TypeId person, organization, company, government, party, school, media, team, intergovernmental,
      place, country, city, region, facility, policy, law, trade_measure, agreement, programme,
      ruling, product;

 private:
  const ClassSet describing_;  // the classes that `described_by` asks for: most nouns have none
};

}  // namespace factloom
