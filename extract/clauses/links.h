// SPDX-License-Identifier: Apache-2.0
// The clauses of a sentence as links between groups: who is the subject and object of which verb,
// what hangs on which noun. A deterministic left-to-right walk over the groups, in the spirit of
// FASTUS' complex groups and clause patterns: relative and participial clauses, infinitives under
// control, apposition, coordination, parentheses and reporting clauses are linked; where an
// attachment is open (a prepositional phrase behind verb and noun) both are kept, the farther one
// marked loose. Knows word classes and semantic classes only.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/groups/group.h"
#include "extract/lexicon/ontology.h"

namespace factloom {

enum class LinkKind : std::uint8_t {
  subject,      ///< verb -> noun, surface subject
  object,       ///< verb -> noun
  object2,      ///< verb -> noun, receiver
  complement,   ///< verb -> noun or adjective: "is X", "named him X"
  preposition,  ///< verb, noun, adjective -> noun, with the preposition's word
  possessor,    ///< noun -> noun
  modifier,     ///< noun -> mention inside its group, before the head
  apposition,   ///< noun -> noun that names or describes the same
  title,        ///< role noun inside a group -> the group: "chief executive" -> "Tim Cook"
  infinitive,   ///< verb or noun -> verb that it governs
  clause,       ///< verb -> verb of the clause that it reports
  attribute,    ///< adjective -> noun that it describes
  when,         ///< verb, noun -> date
  coordinate,   ///< verb -> verb
};

struct Link {
  LinkKind kind = LinkKind::subject;
  bool loose = false;  ///< one of several possible attachments, not the nearest
  std::uint16_t from = 0;
  std::uint16_t to = 0;
  WordId word = WordId::none;  ///< the preposition
};

/// A group, or a mention or word inside a group.
struct Node {
  std::uint16_t group = 0;
  TokenRange tokens;
  std::uint32_t head = 0;
  MentionId mention = MentionId::none;
};

/// A relative word and the noun that its clause describes.
struct Relative {
  std::uint16_t word = 0;  ///< group of "who", "which", "where", "that"
  std::uint16_t antecedent = 0;
  int outer = -1;  ///< what else it may describe, farther away; -1 if nothing
};

/// The groups of a sentence and the links between them. Nodes 0 to groups.size() - 1 are the
/// groups.
struct Links {
  std::vector<Group> groups;
  std::vector<Node> nodes;
  std::vector<Link> links;
  std::vector<std::uint16_t>
      conjunct_of;  ///< for each group the first of its coordination (itself if none)
  std::vector<Relative> relatives;
  ClassSet words;      ///< the classes of all words of the sentence
  int according = -1;  ///< who is named as the source: `according to Smith`
  int reporting = -1;  ///< verb of a reporting clause set apart: `…, Smith said`

  /// The node of a token: its group when it is the head, else an inner node (made on demand).
  std::uint16_t node_of(std::uint32_t token, const GroupContext& context);
  /// The first link of a kind that leaves a node; -1 if none.
  int target(std::uint16_t from, LinkKind kind) const;
  /// The first link of a kind that reaches a node; -1 if none.
  int source(std::uint16_t to, LinkKind kind) const;
};

/// Is it a phrase with this preposition: "OF Acme"?
inline bool by_preposition(const Link& l, std::string_view word, const GroupContext& context) {
  return l.kind == LinkKind::preposition && l.word != WordId::none &&
         context.lexicon.text(l.word) == word;
}

/// Who a group without a mention of its own describes: "Acme is A FIRM based in Leeds", "Acme, A
/// FIRM that …", "Acme is a bank, THE LARGEST of …". None when nobody named is equated with it.
MentionId identity(const Links& links, std::uint16_t node, const GroupContext& context,
                   int depth = 3);

/// Links the groups of one sentence.
Links link_groups(std::vector<Group> groups, const Sentence& sentence, const GroupContext& context,
                  const Ontology& ontology);

}  // namespace factloom
