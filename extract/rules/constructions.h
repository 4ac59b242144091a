// SPDX-License-Identifier: Apache-2.0
// The constructions of English as data: how a function of a frame (subject, holder, …) is reached
// from the trigger over the links of a sentence. Read from `schemas/english/constructions.tsv`; the
// header of that file says what a path may hold.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "extract/base/result.h"
#include "extract/clauses/links.h"
#include "extract/rules/rule.h"

namespace factloom {

enum class StepKind : std::uint8_t {
  link,
  inverse,
  active,
  passive,
  copula,
  of_class,
  unlike,  ///< not of the class
  group,
  hyphen,
  modal,      ///< a modal of the class
  firm,       ///< not by a loose link
  unclaimed,  ///< no other post has it by a firm link: not "A BANKER from Acme"
  singular,   ///< one thing, not several
  plural,     ///< several things
  point,      ///< a date that is no end of a span: not "from 1973 to 1977"
  alone,      ///< a verb that has no object
  precedes,   ///< stands before the trigger
  body,       ///< an organisation by its name, before a post
  named_org,  ///< an organisation by its name
  requested,  ///< only asked of the subject
  speaker,    ///< who says so
  asks        ///< the rule's slot asks for one of the prepositions
};

/// Does a step stay at its node, of which it asks something?
constexpr bool is_test(StepKind kind) {
  switch (kind) {
    case StepKind::link:
    case StepKind::inverse:
    case StepKind::group:
    case StepKind::hyphen:
    case StepKind::speaker:
      return false;
    default:
      return true;
  }
}

/// What the first steps of a path ask of the node where it begins, as bits: links from it and to
/// it, the form of its verb, and, roughly, the prepositions of its links. A node has its bits; a
/// path can begin where all that it needs are had, and one of its prepositions.
namespace beginning {
using Bits = std::uint64_t;
constexpr Bits from(LinkKind kind) {
  return Bits{1} << static_cast<unsigned>(kind);
}
constexpr Bits to(LinkKind kind) {
  return from(kind) << 14u;
}
constexpr Bits active = Bits{1} << 28u, passive = Bits{1} << 29u, copula = Bits{1} << 30u;
constexpr Bits always = Bits{1} << 31u;  ///< every node has it
constexpr Bits from_word(WordId preposition) {
  return Bits{1} << (32u + index(preposition) % 16u);
}
constexpr Bits to_word(WordId preposition) {
  return from_word(preposition) << 16u;
}
constexpr Bits any_links = (active - 1) | ~Bits{0} << 32u;
static_assert(static_cast<unsigned>(LinkKind::coordinate) < 14u, "the bits of links overlap");
}  // namespace beginning

/// One step of a path over the links.
struct PathStep {
  StepKind kind = StepKind::link;
  LinkKind link = LinkKind::subject;
  std::vector<WordId> words;  ///< prepositions; empty for any
  bool rule_words = false;    ///< the prepositions are those of the rule's slot
  ClassId semantic_class = ClassId::none;
};

/// Is a group what a step asks for that does not lead away from it (active, passive, copula,
/// of_class, unlike, modal)?
inline bool meets(const Group& g, const PathStep& step, const Text& text) {
  const auto of_class = [&](std::uint32_t t) {
    return text.tokens[t].classes.has(step.semantic_class);
  };
  switch (step.kind) {
    case StepKind::active:
      return g.kind == GroupKind::verb && !g.passive;
    case StepKind::passive:
      return g.kind == GroupKind::verb && g.passive;
    case StepKind::copula:
      return g.copula;
    case StepKind::of_class:
      return of_class(g.head);
    case StepKind::unlike:
      return !of_class(g.head);
    case StepKind::modal:
      return g.modal != UINT32_MAX && of_class(g.modal);
    default:
      return false;
  }
}

/// Where a path may begin.
struct Beginning {
  beginning::Bits needs = beginning::always;         ///< all of these
  beginning::Bits prepositions = beginning::always;  ///< one of these must be had, too

  bool at(beginning::Bits has) const { return (needs & ~has) == 0 && (prepositions & has) != 0; }
};

/// One way in which English realises a function.
struct Construction {
  std::string name;
  std::vector<PathStep> path;
  bool rule_words = false;  ///< its first link has a preposition of the rule's slot
  std::size_t known = 0;    ///< steps at the start of the path of which `needs` says all
  float factor = 1;
  int way = 0;  ///< number of its first step that leads on: the same where others' is the same
  bool goes_on = false;                  ///< there are steps behind that;
  Beginning onward;                      ///< what they need of the nodes where they begin,
  ClassId onward_class = ClassId::none;  ///< and the class of which one must be, if any
};

class Constructions {
 public:
  static Result<Constructions> load(const std::string& file, Lexicon& lexicon);
  /// The constructions of a function beside a kind of trigger, in order of preference.
  const std::vector<Construction>& of(TriggerKind trigger, Function function) const {
    return table_[static_cast<std::size_t>(trigger)][static_cast<std::size_t>(function)].all;
  }
  /// Where each of them may begin: together, as most may not.
  const std::vector<Beginning>& beginnings(TriggerKind trigger, Function function) const {
    return table_[static_cast<std::size_t>(trigger)][static_cast<std::size_t>(function)].beginnings;
  }
  /// Does some construction realise a function beside a kind of trigger from a node which has these
  /// bits of `beginning`?
  bool possible(TriggerKind trigger, Function function, beginning::Bits has) const {
    if ((always_[static_cast<std::size_t>(trigger)] & bit_of(function)) != 0) return true;
    const std::vector<Beginning>& all = beginnings(trigger, function);
    return std::any_of(all.begin(), all.end(), [&](const Beginning& b) { return b.at(has); });
  }

  /// Marks of the prepositions by which constructions reach the noun of a slot that asks for
  /// others ("WHERE it stands").
  std::uint32_t own_prepositions() const { return own_prepositions_; }

 private:
  struct Ways {
    std::vector<Construction> all;
    std::vector<Beginning> beginnings;
  };
  static constexpr std::size_t functions = static_cast<std::size_t>(Function::self) + 1;
  Ways table_[4][functions];
  std::uint32_t always_[4] = {};  // functions some way of which can begin anywhere
  std::uint32_t own_prepositions_ = 0;
};

}  // namespace factloom
