// SPDX-License-Identifier: Apache-2.0
// What the readers of a whole document ask of two facts, or of one's relation.
#pragma once
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"

namespace factloom {

/// Are they of the same two, in the same order?
inline bool same_ends(const Mentions& all, const RawFact& a, const RawFact& b) {
  return same_entity(all, a.subject, b.subject) && same_entity(all, a.object, b.object);
}

/// "HAD the merger failed, …": does a stretch of text begin so, and tell what did not happen?
inline bool supposes(const Text& text, const KnownClasses& classes, TokenRange s) {
  return !s.empty() && is_verb(text.tokens[s.first].tag) &&
         text.tokens[s.first].classes.has(classes.have);
}

/// A post, or what one is a member of: not what one founded.
inline bool tells_post(const Ontology& ontology, const RawFact& f) {
  const RelationType& r = ontology.relation(f.relation);
  return r.lasting && r.tells == LifeEvent::post;
}

/// A post that persons alone have.
inline bool is_persons_post(const Ontology& ontology, const RawFact& f) {
  const TypeSet persons = ontology.type(ontology.known().person).descendants;
  return tells_post(ontology, f) && (ontology.relation(f.relation).domain & ~persons) == 0;
}

/// Who owns a body, or a part of it.
inline bool holds_firm(const Ontology& ontology, const RawFact& f) {
  const RelationType& r = ontology.relation(f.relation);
  const TypeSet bodies = ontology.type(ontology.known().organization).descendants;
  return r.lasting && r.tells == LifeEvent::none && !r.symmetric && (r.range & ~bodies) == 0;
}

/// Where somebody lives.
inline bool tells_home(const Ontology& ontology, const RawFact& f) {
  const RelationType& r = ontology.relation(f.relation);
  const TypeSet persons = ontology.type(ontology.known().person).descendants;
  const TypeSet places = ontology.type(ontology.known().place).descendants;
  return r.lasting && r.tells == LifeEvent::none && (r.domain & ~persons) == 0 &&
         (r.range & ~places) == 0;
}

/// A marriage.
inline bool tells_marriage(const Ontology& ontology, const RawFact& f) {
  const RelationType& r = ontology.relation(f.relation);
  return r.symmetric && r.lasting && r.tells == LifeEvent::family;
}

}  // namespace factloom
