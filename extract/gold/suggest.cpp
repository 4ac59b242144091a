// SPDX-License-Identifier: Apache-2.0
#include "extract/gold/suggest.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "extract/gold/arguments.h"
#include "extract/gold/judge.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

constexpr TriggerKind kinds[] = {TriggerKind::verb, TriggerKind::noun, TriggerKind::event,
                                 TriggerKind::adjective};
constexpr std::size_t most_examples = 3;

/// Letters and hyphens, words parted by one blank: what can be written as a trigger.
bool plain(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '-' || c == ' ';
  });
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

class DocumentReader {
 public:
  DocumentReader(Analysis& analysis, const Annotation& gold, const Knowledge& knowledge)
      : a_(analysis),
        k_(knowledge),
        judge_(gold, analysis, knowledge.ontology),
        found_(gold.facts.size(), false) {}

  Connections run() {
    PatternMatcher matcher;
    std::vector<Links> links(a_.text.sentences.size());
    for (std::uint32_t i = 0; i < links.size(); ++i)
      for (const RawFact& f : read_sentence(a_, i, k_, matcher, nullptr, &links[i]))
        if (f.status != Status::negated)
          for (const std::uint32_t g : judge_.facts(f.relation, f.subject, f.object, i))
            found_[g] = true;
    for (std::uint32_t i = 0; i < links.size(); ++i) sentence(i, links[i]);
    out_.facts = found_.size();
    out_.lost = static_cast<std::size_t>(std::count(found_.begin(), found_.end(), false));
    return std::move(out_);
  }

 private:
  using End = std::pair<unsigned, std::uint32_t>;
  using Ends = std::pair<End, End>;

  void sentence(std::uint32_t i, Links& links) {
    relations_.clear();
    for (std::uint32_t r = 0; r < k_.ontology.relations().size(); ++r)
      if (judge_.annotated(static_cast<RelationId>(r), i))
        relations_.push_back(static_cast<RelationId>(r));
    if (relations_.empty()) return;
    const GroupContext context{a_.text,
                               a_.mentions,
                               a_.mention_at,
                               k_.classes,
                               k_.lexicon,
                               k_.ontology.known().date,
                               k_.ontology.known().person,
                               k_.ontology.known().money,
                               k_.ontology.known().quantity};
    sentence_ = i;
    seen_.clear();
    won_here_.clear();
    const TokenRange tokens = a_.text.sentences[i].tokens;
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
      for (const TriggerKind kind : kinds) {
        if (!may_be(kind, t)) continue;
        const std::uint16_t node = links.node_of(t, context);
        const Group& group = links.groups[links.nodes[node].group];
        if ((group.kind == GroupKind::verb) != (kind == TriggerKind::verb)) continue;
        const std::string word = trigger(kind, t, group);
        if (plain(word))
          connect(kind, word, arguments_of(kind, node, links, context, k_.constructions));
      }
  }

  bool may_be(TriggerKind kind, std::uint32_t t) const {
    const Token& token = a_.text.tokens[t];
    if (kind == TriggerKind::verb) return is_verb(token.tag) && !token.classes.has(k_.classes.be);
    const MentionId m = a_.mention_at[t];
    if (m != MentionId::none && a_.mentions.mentions[index(m)].kind == MentionKind::name)
      return false;
    return kind == TriggerKind::adjective
               ? is_adjective(token.tag) || token.tag == Tag::VBN || token.tag == Tag::VBG
               : is_noun(token.tag) && !is_proper_noun(token.tag);
  }

  std::string trigger(TriggerKind kind, std::uint32_t t, const Group& group) const {
    const Token& token = a_.text.tokens[t];
    const auto text = [&](WordId w, std::uint32_t at) {
      return w == WordId::none ? lower_case(a_.text.text(at)) : std::string(k_.lexicon.text(w));
    };
    if (kind == TriggerKind::adjective) return text(token.word, t);
    std::string word = text(token.lemma, t);
    if (kind != TriggerKind::verb) return word;
    for (std::uint32_t p = t + 1; p < group.tokens.last; ++p)
      if (a_.text.tokens[p].tag == Tag::RP) return word + " " + text(a_.text.tokens[p].word, p);
    return word;
  }

  void connect(TriggerKind kind, const std::string& word, const std::vector<Argument>& arguments) {
    if (arguments.size() < 2) return;
    for (const RelationId r : relations_) {
      const RelationType& relation = k_.ontology.relation(r);
      const auto subjects = fillers(arguments, relation.domain, a_.mentions);
      if (subjects.empty()) continue;
      const auto objects = fillers(arguments, relation.range, a_.mentions);
      for (const Argument& s : subjects)
        for (const Argument& o : objects) {
          if (s.function == o.function || same_entity(a_.mentions, s.mention, o.mention)) continue;
          if (relation.symmetric && o.function < s.function) continue;  // the same rule
          weigh({r, kind, word, s.function, o.function}, s.mention, o.mention);
        }
    }
  }

  void weigh(const Connection& connection, MentionId s, MentionId o) {
    const Ends ends = {end(s), end(o)};
    if (!seen_.emplace(connection, ends).second) return;
    const Verdict verdict = judge_.verdict(connection.relation, s, o, sentence_);
    if (verdict == Verdict::open) return;
    Support& support = out_.all[connection];
    (verdict == Verdict::right ? support.right : support.wrong) += 1;
    if (verdict == Verdict::wrong) return;
    const auto facts = judge_.facts(connection.relation, s, o, sentence_);
    if (std::any_of(facts.begin(), facts.end(), [&](std::uint32_t g) { return found_[g]; })) return;
    if (!won_.emplace(connection, ends).second) return;
    support.add({1, won_here_.insert(connection).second ? 1u : 0u, 0, 0, {example(s, o)}});
  }

  /// An end's entity; a mention of none stands for itself.
  End end(MentionId m) const {
    const EntityId e = a_.mentions.mentions[index(m)].entity;
    return e == EntityId::none ? End(1, index(m)) : End(0, index(e));
  }

  ConnectedSentence example(MentionId s, MentionId o) const {
    const Mention& subject = a_.mentions.mentions[index(s)];
    const Mention& object = a_.mentions.mentions[index(o)];
    const auto words = [&](Span span) { return one_line(span.of(a_.text.source)); };
    std::string text = words(a_.text.sentences[sentence_].span);
    const std::size_t size = text.size();
    return {subject.kind != MentionKind::name || object.kind != MentionKind::name, size,
            std::move(text), words(a_.text.span(subject.tokens)),
            words(a_.text.span(object.tokens))};
  }

  Analysis& a_;
  const Knowledge& k_;
  Judge judge_;
  std::vector<bool> found_;  ///< for each annotated fact: a rule says it
  std::uint32_t sentence_ = 0;
  std::vector<RelationId> relations_;           ///< that are annotated in the sentence
  std::set<std::pair<Connection, Ends>> seen_;  ///< in the sentence
  std::set<Connection> won_here_;               ///< in the sentence
  std::set<std::pair<Connection, Ends>> won_;   ///< in the document
  Connections out_;
};

}  // namespace

Connections connections_of(Analysis& analysis, const Annotation& annotation,
                           const Knowledge& knowledge) {
  return DocumentReader(analysis, annotation, knowledge).run();
}

double Support::precision() const {
  return right + wrong == 0 ? 0 : static_cast<double>(right) / static_cast<double>(right + wrong);
}

void Support::add(Support other) {
  won += other.won;
  sentences += other.sentences;
  right += other.right;
  wrong += other.wrong;
  for (ConnectedSentence& e : other.examples) examples.push_back(std::move(e));
  std::sort(examples.begin(), examples.end());
  const auto same = [](const ConnectedSentence& a, const ConnectedSentence& b) {
    return a.text == b.text;
  };
  examples.erase(std::unique(examples.begin(), examples.end(), same), examples.end());
  if (examples.size() > most_examples) examples.resize(most_examples);
}

void Connections::add(Connections other) {
  for (auto& [connection, support] : other.all) all[connection].add(std::move(support));
  facts += other.facts;
  lost += other.lost;
}

}  // namespace factloom
