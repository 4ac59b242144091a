// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "extract/analysis.h"
#include "extract/assemble.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

constexpr std::array<std::string_view, 16> group_names = {
    "noun",        "verb",         "adjective", "adverb", "preposition", "possessive",
    "coordinator", "subordinator", "relative",  "comma",  "open",        "close",
    "quote",       "colon",        "stop",      "other"};
constexpr std::array<std::string_view, 4> form_names = {"finite", "infinitive", "gerund",
                                                        "participle"};
constexpr std::array<std::string_view, 14> link_names = {
    "subject",    "object", "object2",    "complement", "preposition", "possessor", "modifier",
    "apposition", "title",  "infinitive", "clause",     "attribute",   "when",      "coordinate"};
constexpr std::array<std::string_view, 4> kind_names = {"name", "description", "pronoun",
                                                        "adjective"};

class Explainer {
 public:
  Explainer(Analysis& analysis, const Knowledge& knowledge, std::string_view rule)
      : a_(analysis), k_(knowledge), rule_(rule) {}

  void sentence(std::uint32_t i) {
    const Sentence& s = a_.text.sentences[i];
    if (rule_.empty()) {
      out += "sentence " + std::to_string(i + 1) + ": " + std::string(s.span.of(a_.text.source)) +
             "\n";
      tokens(s);
      mentions(s);
    }
    std::vector<FrameTrace> trace;
    Links links;
    const std::vector<RawFact> facts = read_sentence(a_, i, k_, matcher_, &trace, &links);
    if (rule_.empty()) {
      groups(links);
      link_rows(links);
    }
    if (!rule_.empty() && about_rule(trace, facts)) mentions(s);
    fact_rows(facts);
    trace_rows(trace, facts);
    if (!rule_.empty() && !about_rule(trace, facts)) no_trigger(s);
  }

  std::string out;

 private:
  std::string words(TokenRange r) const { return std::string(a_.text.span(r).of(a_.text.source)); }

  void tokens(const Sentence& s) {
    out += "  tokens\n";
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
      const Token& x = a_.text.tokens[t];
      out += "    " + words({t, t + 1}) + "  " + std::string(name(x.tag));
      if (x.lemma != WordId::none) out += "  " + std::string(k_.lexicon.text(x.lemma));
      for (std::size_t c = 0; c < k_.lexicon.class_count(); ++c)
        if (x.classes.has(static_cast<ClassId>(c)))
          out += "  <" + std::string(k_.lexicon.class_name(static_cast<ClassId>(c))) + ">";
      out += "\n";
    }
  }

  void mentions(const Sentence& s) {
    out += "  names and references\n";
    for (const Mention& m : a_.mentions.mentions) {
      if (!s.tokens.contains(m.tokens.first)) continue;
      out += "    [" + words(m.tokens) + "]  " + k_.ontology.type(m.type).name + "  " +
             std::string(kind_names[static_cast<std::size_t>(m.kind)]);
      if (m.entity != EntityId::none) {
        const Entity& e = a_.mentions.entities[index(m.entity)];
        out += "  = " + e.name + ": " +
               k_.ontology.type(e.type == TypeId::none ? m.type : e.type).name;
      }
      out += m.inside ? "  (inside)\n" : "\n";
    }
  }

  void groups(const Links& links) {
    out += "  groups\n   ";
    for (std::size_t i = 0; i < links.groups.size(); ++i) {
      const Group& g = links.groups[i];
      out += " [" + std::to_string(i) + " " +
             std::string(group_names[static_cast<std::size_t>(g.kind)]);
      if (g.kind == GroupKind::verb) {
        out += " " + std::string(form_names[static_cast<std::size_t>(g.form)]);
        if (g.passive) out += " passive";
        if (g.negated) out += " negated";
      }
      out += ": " + words(g.tokens) + "]";
    }
    out += "\n";
  }

  void link_rows(const Links& links) {
    out += "  links\n";
    for (const Link& l : links.links) {
      out += "    " + words(links.nodes[l.from].tokens) + " --" +
             std::string(link_names[static_cast<std::size_t>(l.kind)]);
      if (l.word != WordId::none) out += ":" + std::string(k_.lexicon.text(l.word));
      out += (l.loose ? "?--> " : "--> ") + words(links.nodes[l.to].tokens) + "\n";
    }
    for (std::size_t i = 0; i < links.conjunct_of.size(); ++i)
      if (links.conjunct_of[i] != i)
        out += "    " + words(links.groups[links.conjunct_of[i]].tokens) + " --and--> " +
               words(links.groups[i].tokens) + "\n";
  }

  std::string end(MentionId m) const {
    const Mention& x = a_.mentions.mentions[index(m)];
    return x.entity == EntityId::none ? words(x.tokens)
                                      : a_.mentions.entities[index(x.entity)].name;
  }

  void fact_rows(const std::vector<RawFact>& facts) {
    bool title = false;
    for (const RawFact& f : facts) {
      if (!wanted(f.rule)) continue;
      if (!title) out += "  facts\n";
      title = true;
      std::array<char, 16> confidence{};
      std::snprintf(confidence.data(), confidence.size(), "%.2f",
                    static_cast<double>(f.confidence * status_certainty(f, k_.ontology)));
      const Rule& r = k_.rules.rule(f.rule);
      out += "    " + k_.ontology.relation(f.relation).name + "(" + end(f.subject) + ", " +
             end(f.object) + ")  " + status_name(f.status) + "  " + confidence.data() +
             "  by rule " + r.name + " (" + r.file + ":" + std::to_string(r.line) +
             "), construction " + std::string(f.construction) + ", trigger '" + words(f.trigger) +
             "'";
      if (f.speaker != MentionId::none) out += ", says " + end(f.speaker);
      out += "\n";
    }
  }

  /// Did anything trigger the rule?
  bool about_rule(const std::vector<FrameTrace>& trace, const std::vector<RawFact>& facts) const {
    return std::any_of(facts.begin(), facts.end(),
                       [&](const RawFact& f) { return wanted(f.rule); }) ||
           std::any_of(trace.begin(), trace.end(),
                       [&](const FrameTrace& t) { return wanted(t.rule); });
  }

  /// Why nothing triggers the rule: which words of its would, were they of another word class.
  void no_trigger(const Sentence& s) {
    out += "  no trigger of " + std::string(rule_) + " stands in \"" +
           std::string(s.span.of(a_.text.source)) + "\"\n";
    constexpr std::array<std::string_view, 4> kinds = {"a verb", "a noun", "a noun",
                                                       "an adjective"};
    for (const Rule& rule : k_.rules.rules()) {
      if (rule.name != rule_) continue;
      for (const TriggerBlock& block : rule.blocks)
        for (const TriggerWord& word : block.words)
          for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
            if (!may_be(word, block.kind, a_.text.tokens[t], words({t, t + 1}))) continue;
            out += "    '" + words({t, t + 1}) + "' is read as " +
                   std::string(name(a_.text.tokens[t].tag)) + "; the rule wants '" +
                   std::string(k_.lexicon.text(head(word, block.kind))) + "' as " +
                   std::string(kinds[static_cast<std::size_t>(block.kind)]) + "\n";
          }
    }
  }

  static WordId head(const TriggerWord& word, TriggerKind kind) {
    const bool last = kind == TriggerKind::noun || kind == TriggerKind::event;
    return last ? word.lemmas.back() : word.lemmas.front();
  }

  /// Is the token a form of the trigger's head, whatever it was read as?
  bool may_be(const TriggerWord& word, TriggerKind kind, const Token& token,
              const std::string& form) const {
    if (word.lemmas.empty()) return false;
    const WordId wanted = head(word, kind);
    if (token.lemma == wanted || token.word == wanted) return true;
    for (const Tag tag : {Tag::VB, Tag::VBD, Tag::VBG, Tag::VBN, Tag::VBZ, Tag::NNS})
      if (k_.lexicon.lemma(lower_case(form), tag) == wanted) return true;
    return false;
  }

  bool wanted(RuleId r) const { return rule_.empty() || k_.rules.rule(r).name == rule_; }

  void trace_rows(const std::vector<FrameTrace>& trace, const std::vector<RawFact>& facts) {
    std::set<std::pair<RuleId, std::uint32_t>> fired;
    for (const RawFact& f : facts) fired.emplace(f.rule, f.trigger.first);
    bool title = false;
    for (const FrameTrace& t : trace) {
      if (!wanted(t.rule) || fired.count({t.rule, t.token}) != 0) continue;
      if (!title) out += "  triggered, but not fired\n";
      title = true;
      const Rule& r = k_.rules.rule(t.rule);
      out += "    " + r.name + " at '" + words({t.token, t.token + 1}) + "': " + t.outcome + "\n";
    }
  }

  Analysis& a_;
  const Knowledge& k_;
  std::string_view rule_;
  PatternMatcher matcher_;
};

}  // namespace

std::string explain(std::string_view text, const Knowledge& knowledge, std::string_view rule) {
  Document document;
  document.text = std::string(text);
  Analysis analysis = analyse(document, knowledge);
  Explainer explainer(analysis, knowledge, rule);
  for (std::uint32_t i = 0; i < analysis.text.sentences.size(); ++i) explainer.sentence(i);
  return std::move(explainer.out);
}

}  // namespace factloom
