// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/entity_kinds.h"

namespace factloom {
namespace {

ClassSet describing(const KnownClasses& k) {
  ClassSet set;
  for (const ClassId c : {k.company, k.party, k.school, k.media, k.team, k.country, k.city,
                          k.region, k.facility, k.any_firm})
    set.add(c);
  return set;
}

}  // namespace

EntityKinds::EntityKinds(const Ontology& o, const KnownClasses& k)
    : ontology(o),
      classes(k),
      person(o.find_type("Person")),
      organization(o.find_type("Organization")),
      company(o.find_type("Company")),
      government(o.find_type("GovernmentBody")),
      party(o.find_type("PoliticalParty")),
      school(o.find_type("EducationalInstitution")),
      media(o.find_type("MediaOrganization")),
      team(o.find_type("SportsTeam")),
      intergovernmental(o.find_type("IntergovernmentalOrganization")),
      place(o.find_type("Place")),
      country(o.find_type("Country")),
      city(o.find_type("City")),
      region(o.find_type("Region")),
      facility(o.find_type("Facility")),
      policy(o.find_type("Policy")),
      law(o.find_type("Law")),
      trade_measure(o.find_type("TradeMeasure")),
      agreement(o.find_type("Agreement")),
      programme(o.find_type("Programme")),
      ruling(o.find_type("Ruling")),
      product(o.find_type("Product")),
      describing_(describing(k)) {}

TypeSet EntityKinds::described_by(const ClassSet& noun) const {
  if (!noun.intersects(describing_)) return 0;
  if (noun.has(classes.company))  // "the GROUP" may be a publisher, "the bank" is none
    return below(company) | only(organization) | (noun.has(classes.any_firm) ? below(media) : 0);
  if (noun.has(classes.party)) return below(party);
  if (noun.has(classes.school)) return below(school);
  if (noun.has(classes.media)) return below(media);
  if (noun.has(classes.team)) return below(team);
  if (noun.has(classes.country)) return below(country);
  if (noun.has(classes.city)) return below(city);
  if (noun.has(classes.region)) return below(region);
  if (noun.has(classes.facility)) return below(facility);
  if (noun.has(classes.any_firm))  // "the ORGANISATION"
    return only(organization) | below(party) | below(intergovernmental);
  return 0;
}

ClassSet EntityKinds::bodies(const ClassSet& word) const {
  ClassSet found;
  if (!word.intersects(classes.kinds_of_body)) return found;
  for (std::size_t w = 0; w < found.words.size(); ++w)
    found.words[w] = word.words[w] & classes.kinds_of_body.words[w];
  return found;
}

NounKind EntityKinds::noun_kind(const ClassSet& noun) const {
  NounKind kind;
  kind.body = noun.has(classes.group) || noun.has(classes.company) || noun.has(classes.government);
  kind.office = noun.has(classes.position) || noun.has(classes.kinship);
  kind.person = kind.office || noun.has(classes.person);
  kind.collective = noun.has(classes.collective);
  kind.vague = noun.has(classes.vague);
  return kind;
}

TypeId EntityKinds::policy_of(const ClassSet& noun) const {
  if (noun.has(classes.trade_measure)) return trade_measure;
  if (noun.has(classes.law)) return law;
  if (noun.has(classes.agreement)) return agreement;
  if (noun.has(classes.ruling)) return ruling;
  if (noun.has(classes.programme)) return programme;
  return policy;
}

}  // namespace factloom
