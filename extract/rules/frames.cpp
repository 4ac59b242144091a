// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/frames.h"

#include <algorithm>

#include "extract/clauses/status.h"
#include "extract/rules/filler.h"

namespace factloom {
namespace {

class FrameMatcher {
 public:
  FrameMatcher(Links& links, const Sentence& sentence, const FrameContext& context,
               std::vector<FrameTrace>* trace)
      : l_(links), s_(sentence), x_(context), c_(context.groups), trace_(trace) {}

  std::vector<RawFact> run() {
    note_present_types();
    for (std::uint32_t t = s_.tokens.first; t < s_.tokens.last; ++t) {
      const Token& token = c_.text.tokens[t];
      if (!x_.rules.may_trigger(token)) continue;
      for (const TriggerKind kind :
           {TriggerKind::verb, TriggerKind::noun, TriggerKind::event, TriggerKind::adjective})
        attempts(kind, t);
    }
    return std::move(facts_);
  }

 private:
  const Token& token(std::uint32_t t) const { return c_.text.tokens[t]; }
  const Mention& mention(MentionId m) const { return c_.mentions.mentions[index(m)]; }
  TypeId type_of(MentionId m) const {
    const Mention& x = mention(m);
    if (x.entity == EntityId::none) return x.type;
    const TypeId t = c_.mentions.entities[index(x.entity)].type;
    return t == TypeId::none ? x.type : t;
  }
  /// Types of all that could fill an argument: most triggers stand in sentences without names of
  /// the types that they ask for, and need no search.
  void note_present_types() {
    const auto note = [&](MentionId m) {
      if (m != MentionId::none) present_ |= only(type_of(m));
    };
    for (std::uint32_t t = s_.tokens.first; t < s_.tokens.last; ++t) note(c_.mention_at[t]);
    for (const Node& node : l_.nodes) note(node.mention);
  }
  bool fillable(const TriggerBlock& block) const {
    return std::all_of(block.slots.begin(), block.slots.end(), [&](const Slot& slot) {
      return slot.optional || (slot.types & present_) != 0;
    });
  }

  void trace(const TriggerRef& ref, std::uint32_t t, std::string outcome) {
    if (trace_ != nullptr) trace_->push_back({ref.rule, t, std::move(outcome)});
  }

  /// The longest triggers at a token: "vice president" keeps the rules of "president" out.
  void attempts(TriggerKind kind, std::uint32_t t) {
    if (!right_class(kind, t)) return;
    candidates_.clear();
    std::size_t longest = 0;
    x_.rules.for_triggers(kind, token(t), [&](const TriggerRef& ref) {
      const TriggerWord& word = x_.rules.rule(ref.rule).blocks[ref.block].words[ref.word];
      TokenRange range{t, t + 1};
      const std::size_t size = std::max<std::size_t>(1, word.lemmas.size());  // a class: one word
      if (size < longest || !spelled_out(kind, word, t, range)) return;
      longest = size;
      candidates_.push_back({ref, range});
    });
    for (const Candidate& c : candidates_) {
      const TriggerWord& word = x_.rules.rule(c.ref.rule).blocks[c.ref.block].words[c.ref.word];
      if (std::max<std::size_t>(1, word.lemmas.size()) == longest) attempt(kind, t, c.ref, c.range);
    }
  }

  void attempt(TriggerKind kind, std::uint32_t t, const TriggerRef& ref, TokenRange range) {
    const Rule& rule = x_.rules.rule(ref.rule);
    const TriggerBlock& block = rule.blocks[ref.block];
    if (trace_ == nullptr && !fillable(block)) return;
    const std::uint16_t node = l_.node_of(t, c_);
    if (kind == TriggerKind::verb && group(node).kind != GroupKind::verb) return;
    if (inside_name(kind, t)) return trace(ref, t, "the trigger is part of a name");
    fill(rule, block, ref, node, range);
  }

  const Group& group(std::uint16_t node) const { return l_.groups[l_.nodes[node].group]; }

  bool right_class(TriggerKind kind, std::uint32_t t) const {
    const Tag tag = token(t).tag;
    switch (kind) {
      case TriggerKind::verb:
        return is_verb(tag);
      case TriggerKind::noun:
      case TriggerKind::event:
        return is_noun(tag);
      case TriggerKind::adjective:
        return is_adjective(tag) || tag == Tag::VBN || tag == Tag::VBG || tag == Tag::VBD ||
               is_adverb(tag) || tag == Tag::IN;
    }
    return false;
  }
  bool inside_name(TriggerKind kind, std::uint32_t t) const {
    if (kind == TriggerKind::verb) return false;
    const MentionId m = c_.mention_at[t];
    return m != MentionId::none && mention(m).kind == MentionKind::name;
  }

  /// Are the other words of a trigger of several words there?
  bool spelled_out(TriggerKind kind, const TriggerWord& word, std::uint32_t t,
                   TokenRange& range) const {
    const auto n = static_cast<std::uint32_t>(word.lemmas.size());
    if (n < 2) return true;
    const auto is = [&](std::uint32_t k, WordId w) {
      return token(k).lemma == w || token(k).word == w;
    };
    if (kind == TriggerKind::noun || kind == TriggerKind::event) {
      if (t + 1 < s_.tokens.first + n) return false;
      for (std::uint32_t k = 0; k + 1 < n; ++k)
        if (!is(t - (n - 1) + k, word.lemmas[k])) return false;
      range.first = t - (n - 1);
      return true;
    }
    std::uint32_t k = t + 1;
    for (std::uint32_t w = 1; w < n; ++w, ++k) {
      const std::uint32_t limit =
          w == 1 && kind == TriggerKind::verb ? std::min(k + 6, s_.tokens.last) : k + 1;
      while (k < limit && k < s_.tokens.last && !is(k, word.lemmas[w])) ++k;
      if (k >= limit || k >= s_.tokens.last) return false;
    }
    range.last = k;
    return true;
  }

  // ---- arguments
  // ---------------------------------------------------------------------------------------------
  void fill(const Rule& rule, const TriggerBlock& block, const TriggerRef& ref, std::uint16_t node,
            TokenRange range) {
    fillers_.resize(std::max(fillers_.size(), rule.arguments.size()));
    for (std::size_t a = 0; a < rule.arguments.size(); ++a) fillers_[a].clear();
    for (std::size_t i = 0; i < block.slots.size(); ++i) {
      const Slot& slot = block.slots[i];
      const bool second = i > 0 && slot.function == Function::preposition &&
                          block.slots[i - 1].function == slot.function &&
                          block.slots[i - 1].prepositions == slot.prepositions;
      auto& filler = fillers_[slot.argument];
      if (!filler.empty()) continue;
      filler = second ? second_conjunct(fillers_[block.slots[i - 1].argument], slot.types)
                      : find(block.kind, slot, slot.types, node);
      if (second && !filler.empty()) fillers_[block.slots[i - 1].argument].resize(1);
      if (filler.empty() && trace_ == nullptr && last_chance(block, i)) return;
    }
    for (const Slot& slot : block.slots)
      if (!slot.optional && fillers_[slot.argument].empty())
        return trace(ref, range.first,
                     "no " + rule.arguments[slot.argument].name + " of the right type found");
    emit(rule, ref, node, range, fillers_);
  }
  /// Must the slot be filled, and can no later slot fill its argument?
  static bool last_chance(const TriggerBlock& block, std::size_t i) {
    const Slot& slot = block.slots[i];
    bool required = false;
    for (std::size_t k = 0; k < block.slots.size(); ++k) {
      if (block.slots[k].argument != slot.argument) continue;
      if (k > i) return false;
      required = required || !block.slots[k].optional;
    }
    return required;
  }

  /// "between A and B": the conjuncts after the first.
  std::vector<Filler> second_conjunct(const std::vector<Filler>& first, TypeSet types) const {
    std::vector<Filler> rest;
    for (std::size_t i = 1; i < first.size(); ++i)
      if (Ontology::in(type_of(first[i].mention), types)) rest.push_back(first[i]);
    return rest;
  }

  /// The fillers of an argument: those of the trigger itself, else those that its later conjuncts
  /// share with it ("member and president OF X").
  std::vector<Filler> find(TriggerKind kind, const Slot& slot, TypeSet types, std::uint16_t node) {
    shared_ = false;
    std::vector<Filler> found = constructed(kind, slot, types, node);
    if (!found.empty() || !leads_conjuncts(node)) return found;
    shared_ = true;
    return constructed(kind, slot, types, node);
  }
  bool leads_conjuncts(std::uint16_t node) const {
    if (node >= l_.groups.size()) return false;
    for (auto g = static_cast<std::uint16_t>(node + 1u); g < l_.groups.size(); ++g)
      if (l_.conjunct_of[g] == l_.conjunct_of[node]) return true;
    return false;
  }

  std::vector<Filler> constructed(TriggerKind kind, const Slot& slot, TypeSet types,
                                  std::uint16_t node) {
    const std::uint32_t has = had_by(node);
    for (const Construction& c : x_.constructions.of(kind, slot.function)) {
      if ((c.needs & ~has) != 0) continue;
      reached_.assign(1, {node, false});
      for (const PathStep& step : c.path) {
        next_.clear();
        for (const Reached& r : reached_) one_step(step, r, slot, node, next_);
        std::swap(reached_, next_);
        if (reached_.empty()) break;
      }
      if (reached_.empty()) continue;
      std::vector<Filler> found = typed(reached_, c, types, slot.function, node);
      if (!found.empty()) return found;
    }
    return {};
  }

  std::vector<Filler> typed(const std::vector<Reached>& reached, const Construction& c,
                            TypeSet types, Function function, std::uint16_t trigger) const {
    std::vector<Filler> found;
    const bool noun = group(trigger).kind == GroupKind::noun;
    const bool all =
        noun &&
        function == Function::preposition;  // "curbs on exports to China": both hang on "curbs"
    for (int pass = 0; pass < 2 && (all || found.empty()); ++pass)
      for (const Reached& r : reached)
        if (r.loose == (pass == 1)) add_typed(r, c, types, function, trigger, found);
    return found;
  }

  void add_typed(const Reached& r, const Construction& c, TypeSet types, Function function,
                 std::uint16_t trigger, std::vector<Filler>& found) const {
    add_node(r.node, r.loose ? c.factor * 0.85f : c.factor, c.name, types, found);
    if (found.empty() || r.node >= l_.groups.size() || function == Function::self) return;
    const std::uint16_t root = l_.conjunct_of[r.node];
    if (root != r.node && l_.nodes[trigger].group != r.node) return;
    for (std::uint16_t g = 0; g < l_.groups.size(); ++g)
      if (g != r.node && l_.conjunct_of[g] == root && g > r.node)
        add_node(g, c.factor * 0.95f, c.name, types, found);
  }

  void add_node(std::uint16_t node, float factor, std::string_view construction, TypeSet types,
                std::vector<Filler>& found) const {
    MentionId m = l_.nodes[node].mention;
    if (m == MentionId::none && node < l_.groups.size()) {
      m = identity(l_, node, c_);
      factor *= 0.9f;
    }
    if (m == MentionId::none || !Ontology::in(type_of(m), types)) return;
    for (const Filler& f : found)
      if (f.mention == m) return;
    const MentionKind kind = mention(m).kind;
    const float by_kind = kind == MentionKind::pronoun       ? 0.85f
                          : kind == MentionKind::description ? 0.9f
                                                             : 1.0f;
    found.push_back({node, m, factor * by_kind, construction});
  }

  // ---- paths
  // -------------------------------------------------------------------------------------------------
  void one_step(const PathStep& step, const Reached& r, const Slot& slot, std::uint16_t trigger,
                std::vector<Reached>& to) {
    switch (step.kind) {
      case StepKind::active:
      case StepKind::passive:
      case StepKind::copula:
      case StepKind::of_class:
      case StepKind::modal:
        if (meets(group(r.node), step, c_.text)) to.push_back(r);
        return;
      case StepKind::firm:
        if (!r.loose) to.push_back(r);
        return;
      case StepKind::requested:
        if (standing_of(l_, r.node, c_).requested) to.push_back(r);
        return;
      case StepKind::speaker:
        return over_speaker(r, to);
      case StepKind::group:
        to.push_back({l_.nodes[r.node].group, r.loose});
        return;
      case StepKind::hyphen:
        return before_hyphen(r, to);
      case StepKind::link:
      case StepKind::inverse:
        return over_links(step, r, slot, trigger, to);
    }
  }

  void over_links(const PathStep& step, const Reached& r, const Slot& slot, std::uint16_t trigger,
                  std::vector<Reached>& to) {
    over_own_links(step, r.node, r.loose, slot, trigger, to);
    const std::uint16_t root = r.node < l_.groups.size() ? l_.conjunct_of[r.node] : r.node;
    const bool inward = step.kind == StepKind::inverse || step.link == LinkKind::apposition ||
                        step.link == LinkKind::possessor;
    if (root != r.node && inward && group(r.node).kind == GroupKind::noun)
      over_own_links(step, root, r.loose, slot, trigger, to);
    if (!shared_ || step.kind != StepKind::link || step.link != LinkKind::preposition ||
        !to.empty() || r.node >= l_.groups.size())
      return;
    for (auto g = static_cast<std::uint16_t>(r.node + 1u); g < l_.groups.size(); ++g)
      if (l_.conjunct_of[g] == root) over_own_links(step, g, true, slot, trigger, to);
  }

  void over_own_links(const PathStep& step, std::uint16_t node, bool loose, const Slot& slot,
                      std::uint16_t trigger, std::vector<Reached>& to) {
    if (!linked(step, node)) return;
    const std::vector<WordId>& words = step.rule_words ? slot.prepositions : step.words;
    for (const Link& link : l_.links) {
      const std::uint16_t here = step.kind == StepKind::link ? link.from : link.to;
      const std::uint16_t there = step.kind == StepKind::link ? link.to : link.from;
      if (link.kind != step.link || here != node || there == trigger) continue;
      if (link.kind == LinkKind::preposition && !words.empty() &&
          std::find(words.begin(), words.end(), link.word) == words.end())
        continue;
      to.push_back({there, loose || link.loose});
    }
  }

  void over_speaker(const Reached& r, std::vector<Reached>& to) const {
    const int who = standing_of(l_, r.node, c_).speaker;
    if (who >= 0) to.push_back({static_cast<std::uint16_t>(who), r.loose});
  }

  /// Does a node have links of the step's kind at all?
  bool linked(const PathStep& step, std::uint16_t node) {
    return (links_at(node) & (step.kind == StepKind::link ? beginning::from(step.link)
                                                          : beginning::to(step.link))) != 0;
  }
  std::uint32_t links_at(std::uint16_t node) {
    if (links_at_.size() != l_.nodes.size() || counted_ != l_.links.size()) count_links();
    return links_at_[node];
  }
  void count_links() {
    links_at_.assign(l_.nodes.size(), 0);
    for (const Link& link : l_.links) {
      links_at_[link.from] |= beginning::from(link.kind);
      links_at_[link.to] |= beginning::to(link.kind);
    }
    counted_ = l_.links.size();
  }
  /// Everything that a path which begins at a node can ask of it.
  std::uint32_t had_by(std::uint16_t node) {
    const Group& g = group(node);
    std::uint32_t has = shared_ ? beginning::any_links : links_at(node);
    if (node < l_.groups.size()) has |= links_at(l_.conjunct_of[node]);
    if (g.kind == GroupKind::verb) has |= g.passive ? beginning::passive : beginning::active;
    return g.copula ? has | beginning::copula : has;
  }

  /// "Boston-based": the mention that ends before the hyphen in front of the trigger.
  void before_hyphen(const Reached& r, std::vector<Reached>& to) const {
    const std::uint32_t t = l_.nodes[r.node].head;
    if (t < 2 || token(t - 1).tag != Tag::HYPH) return;
    for (std::uint16_t n = 0; n < l_.nodes.size(); ++n)
      if (l_.nodes[n].mention != MentionId::none && l_.nodes[n].tokens.last == t - 1)
        return to.push_back({n, r.loose});
  }

  // ---- facts
  // -------------------------------------------------------------------------------------------------
  void emit(const Rule& rule, const TriggerRef& ref, std::uint16_t node, TokenRange range,
            const std::vector<std::vector<Filler>>& fillers) {
    Standing standing = standing_of(l_, node, c_);
    if (rule.blocks[ref.block].kind == TriggerKind::event && is_thwarted(l_, node, c_))
      standing.status = Status::negated;
    bool any = false;
    for (const Emission& e : rule.emissions) {
      if (standing.requested && e.status != Status::asserted) continue;
      for (const Filler& s : fillers[e.subject])
        for (const Filler& o : fillers[e.object]) {
          if (!allowed(rule, e, s, o, fillers) || belongs_elsewhere(s, o, fillers[e.object]))
            continue;
          facts_.push_back(make(rule, ref, e, s, o, range, node, standing, fillers));
          any = true;
        }
    }
    if (any) return;
    trace(ref, range.first,
          standing.requested ? "it is only asked for" : "a condition of the rule does not hold");
  }

  /// "a tax on A and a duty on B": the duty is not on A. Where a list's member has fillers of its
  /// own before the next member, the others' are not its.
  bool belongs_elsewhere(const Filler& s, const Filler& o, const std::vector<Filler>& all) const {
    const auto count = static_cast<std::uint16_t>(l_.groups.size());
    if (all.size() < 2 || s.node >= count || o.node >= count) return false;
    std::uint16_t next = s.node;
    bool listed = l_.conjunct_of[s.node] != s.node;
    while (++next < count && l_.conjunct_of[next] != l_.conjunct_of[s.node]) continue;
    listed = listed || next < count;
    const auto own = [&](std::uint16_t node) { return node > s.node && node < next; };
    return listed && !own(o.node) &&
           std::any_of(all.begin(), all.end(), [&](const Filler& f) { return own(f.node); });
  }

  RawFact make(const Rule& rule, const TriggerRef& ref, const Emission& e, const Filler& s,
               const Filler& o, TokenRange range, std::uint16_t node, const Standing& standing,
               const std::vector<std::vector<Filler>>& fillers) const {
    RawFact f;
    f.relation = e.relation;
    f.rule = ref.rule;
    f.subject = s.mention;
    f.object = o.mention;
    f.trigger = range;
    f.status = said_status(e, standing.status);
    f.confidence = rule.confidence * s.factor * o.factor;
    f.construction = s.factor < o.factor ? s.construction : o.construction;
    if (standing.speaker >= 0)
      f.speaker = l_.nodes[static_cast<std::size_t>(standing.speaker)].mention;
    const bool aside = group(node).kind != GroupKind::verb || group(node).form != VerbForm::finite;
    if (aside && f.speaker != MentionId::none &&
        (same_entity(f.speaker, s.mention) || same_entity(f.speaker, o.mention)))
      f.speaker = MentionId::none;  // "Ann Lee, the chief of Acme, said": the text says so
    if (e.role_is_trigger) f.role = title_words(node, range);
    if (e.role >= 0 && !fillers[static_cast<std::size_t>(e.role)].empty())
      f.role = mention(fillers[static_cast<std::size_t>(e.role)][0].mention).tokens;
    if (e.date >= 0 && !fillers[static_cast<std::size_t>(e.date)].empty())
      f.date = fillers[static_cast<std::size_t>(e.date)][0].mention;
    else
      f.date = date_of(node);
    return f;
  }

  /// The job title: the trigger with the nouns and adjectives that belong to it, without names and
  /// determiners.
  TokenRange title_words(std::uint16_t node, TokenRange range) const {
    const Group& g = group(node);
    std::uint32_t first = range.first;
    while (first > g.tokens.first && c_.mention_at[first - 1] == MentionId::none) {
      const Token& t = token(first - 1);
      const bool part =
          is_noun(t.tag) || is_adjective(t.tag) || t.tag == Tag::HYPH || t.tag == Tag::CC;
      if (!part || t.classes.has(c_.classes.former) || t.classes.has(c_.classes.future)) break;
      --first;
    }
    return {first, range.last};
  }

  MentionId date_of(std::uint16_t node) const {
    const int when = l_.target(node, LinkKind::when);
    return when < 0 ? MentionId::none : l_.nodes[static_cast<std::size_t>(when)].mention;
  }

  bool same_entity(MentionId a, MentionId b) const {
    return factloom::same_entity(c_.mentions, a, b);
  }

  bool allowed(const Rule& rule, const Emission& e, const Filler& s, const Filler& o,
               const std::vector<std::vector<Filler>>& fillers) const {
    if (same_entity(s.mention, o.mention)) return false;
    const auto chosen = [&](std::uint8_t a) -> const Filler* {
      if (a == e.subject) return &s;
      if (a == e.object) return &o;
      return fillers[a].empty() ? nullptr : &fillers[a][0];
    };
    for (const Condition& c : rule.conditions) {
      const Filler* left = chosen(c.left);
      if (left == nullptr) continue;
      if (c.kind == ConditionKind::differ) {
        const Filler* right = chosen(c.right);
        if (right != nullptr && same_entity(left->mention, right->mention)) return false;
      } else if (Ontology::in(type_of(left->mention), c.types) !=
                 (c.kind == ConditionKind::is_type)) {
        return false;
      }
    }
    const RelationType& r = x_.ontology.relation(e.relation);
    return Ontology::in(type_of(s.mention), r.domain) && Ontology::in(type_of(o.mention), r.range);
  }

  Links& l_;
  const Sentence& s_;
  const FrameContext& x_;
  const GroupContext& c_;
  std::vector<FrameTrace>* trace_;
  std::vector<RawFact> facts_;
  TypeSet present_ = 0;  ///< types of the sentence's mentions
  bool shared_ = false;  ///< prepositional phrases of later conjuncts count, too
  std::vector<std::vector<Filler>> fillers_;  ///< of each argument, kept from trigger to trigger
  std::vector<Reached> reached_, next_;       ///< kept from path to path
  std::vector<std::uint32_t> links_at_;       ///< for each node bits of `beginning`
  std::size_t counted_ = 0;                   ///< links that those bits cover
  struct Candidate {
    TriggerRef ref;
    TokenRange range;
  };
  std::vector<Candidate> candidates_;
};

}  // namespace

bool has_frame_trigger(const Sentence& sentence, const Text& text, const RulePack& rules) {
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t)
    if (rules.may_trigger(text.tokens[t])) return true;
  return false;
}

std::vector<RawFact> match_frames(Links& links, const Sentence& sentence,
                                  const FrameContext& context, std::vector<FrameTrace>* trace) {
  return FrameMatcher(links, sentence, context, trace).run();
}

}  // namespace factloom
