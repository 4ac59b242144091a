// SPDX-License-Identifier: Apache-2.0
// Rules that the annotated documents ask for: what most often stands between the two ends of the
// facts that no rule finds. A word and the functions that the ends have beside it (as the table of
// constructions finds them) make a frame; how many facts it would win, and how often the same words
// connect two things of the right types otherwise, tell its worth. Patterns, triggers of several
// nouns and arguments that only another sentence names are left to people.
#pragma once
#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/gold/annotation.h"

namespace factloom {

/// How two mentions are connected: a word, and the function of each beside it.
struct Connection {
  RelationId relation = RelationId::none;
  TriggerKind kind = TriggerKind::verb;
  std::string trigger;          ///< lemma, a verb with its particle: "set up"
  std::string subject, object;  ///< "subject", "holder", a preposition
  auto operator<=>(const Connection&) const = default;
};

/// A sentence with its two ends, as the text has them.
struct ConnectedSentence {
  bool inferred = false;  ///< an end is no name
  std::size_t size = 0;   ///< bytes of the sentence: short ones are shown first
  std::string text, subject, object;
  auto operator<=>(const ConnectedSentence&) const = default;
};

/// What speaks for a rule and against it.
struct Support {
  std::size_t won = 0;        ///< annotated pairs that no rule finds, but this would
  std::size_t sentences = 0;  ///< in which it wins them
  std::size_t right = 0;      ///< pairs so connected that the annotation has
  std::size_t wrong = 0;      ///< pairs so connected that it has not, where it would
  /// Of pairs won, three at most, each of another sentence, the best first.
  std::vector<ConnectedSentence> examples;
  auto operator<=>(const Support&) const = default;

  double precision() const;
  void add(Support other);
};

/// All connections of documents, and what the rules find there already.
struct Connections {
  std::map<Connection, Support> all;
  std::size_t facts = 0, lost = 0;  ///< annotated; found by no rule

  /// The sum is the same in any order.
  void add(Connections other);
};

/// The connections of an analysed document.
Connections connections_of(Analysis& analysis, const Annotation& annotation,
                           const Knowledge& knowledge);

/// Frames for the connections that win at least so many pairs, the best (won times precision)
/// first: a rule file with its evidence as comments. Of several frames of one word for the same
/// evidence there is one.
std::string suggested_rules(const Connections& connections, const Ontology& ontology,
                            std::size_t min_support);

}  // namespace factloom
