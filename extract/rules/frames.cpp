// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/frames.h"

#include <algorithm>
#include <bit>
#include <span>
#include <tuple>

#include "extract/base/words.h"
#include "extract/clauses/lapsed.h"
#include "extract/clauses/status.h"
#include "extract/clauses/undone.h"
#include "extract/rules/cells.h"
#include "extract/rules/fillers.h"
#include "extract/rules/offices.h"
#include "extract/rules/word_mark.h"

namespace factloom {
namespace {

/// Types of those whose the posts of a sentence are by what the text is about.
TypeSet owners_in(const Sentence& sentence, const GroupContext& c) {
  TypeSet types = 0;
  for (auto o = c.mentions.owners_from(sentence.tokens.first);
       o != c.mentions.owners.end() && o->post < sentence.tokens.last; ++o)
    if (o->whose != MentionId::none) types |= only(type_of(c.mentions, o->whose));
  return types;
}

bool needs_met(const TriggerRef& ref, TypeSet present) {
  return (ref.needs[0] & present) != 0 && (ref.needs[1] & present) != 0;
}

bool any_met(std::span<const TriggerRef> refs, TypeSet present) {
  return std::any_of(refs.begin(), refs.end(),
                     [&](const TriggerRef& ref) { return needs_met(ref, present); });
}

class FrameMatcher {
 public:
  FrameMatcher(Links& links, const Sentence& sentence, TypeSet named, const FrameContext& context,
               std::vector<FrameTrace>* trace)
      : l_(links),
        s_(sentence),
        x_(context),
        c_(context.groups),
        trace_(trace),
        present_(named),
        offices_(links, context),
        search_(links, context) {
    candidates_.reserve(32);
    fillers_.reserve(4);
  }

  std::vector<RawFact> run() {
    note_present_types();
    const std::span triggers(x_.triggers);
    for (std::uint32_t t = s_.tokens.first, last = s_.tokens.last; t < last; ++t)
      for (unsigned kinds = RulePack::trigger_kinds(triggers[t]); kinds != 0; kinds &= kinds - 1)
        attempts(static_cast<TriggerKind>(std::countr_zero(kinds)), t);
    return std::move(facts_);
  }

 private:
  /// A trigger that stands at a token, and its words.
  struct Candidate {
    const TriggerRef* ref;
    TokenRange range;
  };

  const Token& token(std::uint32_t t) const { return c_.text.tokens[t]; }
  const Mention& mention(MentionId m) const { return c_.mentions.mentions[index(m)]; }
  TypeId type_of(MentionId m) const { return search_.type_of(m); }
  /// Types of what could fill an argument: most triggers stand in sentences without names of the
  /// types that they ask for, and need no search. A relative word has the type of a noun.
  void note_present_types() {
    present_ |= owners_in(s_, c_);
    for (const Node& node : l_.nodes)
      if (node.mention != MentionId::none && c_.mention_at[node.head] != node.mention)
        present_ |= only(type_of(node.mention));
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
    candidates_.clear();
    const std::size_t longest = take_phrases(kind, t);
    if (longest == 1)
      x_.rules.for_triggers(kind, token(t),
                            [&](std::span<const TriggerRef> refs) { take_words(refs, t); });
    for (const Candidate& c : candidates_)
      if (c.ref->length == longest) attempt(kind, t, *c.ref, c.range);
  }
  /// Takes the triggers that are this word alone.
  void take_words(std::span<const TriggerRef> refs, std::uint32_t t) {
    auto first = refs.end();  // the longest come first
    while (first != refs.begin() && (first - 1)->length == 1) --first;
    for (; first != refs.end(); ++first) take(*first, {t, t + 1});
  }
  void take(const TriggerRef& ref, TokenRange range) {
    if (trace_ != nullptr || needs_met(ref, present_)) candidates_.push_back({&ref, range});
  }
  /// Takes the triggers of several words that stand at a token; returns the length of the longest,
  /// 1 if none do.
  std::size_t take_phrases(TriggerKind kind, std::uint32_t t) {
    const std::size_t longest = take_phrases(kind, t, token(t).lemma);
    if (kind == TriggerKind::verb || token(t).word == token(t).lemma) return longest;
    return std::max(longest, take_phrases(kind, t, token(t).word));
  }
  std::size_t take_phrases(TriggerKind kind, std::uint32_t t, WordId head) {
    const PhraseIndex<TriggerRef>& phrases = x_.rules.phrases(kind);
    const PhraseIndex<TriggerRef>::Neighbours& neighbours = phrases.neighbours(head);
    std::size_t longest = 1;
    if (neighbours.none()) return longest;
    const auto before = static_cast<std::ptrdiff_t>(candidates_.size());
    const auto look_up = [&](WordId neighbour) {
      if (!neighbours.may_be(neighbour)) return;
      for (const TriggerRef& ref : phrases.of(head, neighbour)) {
        TokenRange range{t, t + 1};
        if (!spelled_out(ref, t, range)) continue;
        longest = std::max<std::size_t>(longest, ref.length);
        take(ref, range);
      }
    };
    const TokenRange range = beside(kind, t);
    for (std::uint32_t k = range.first; k < range.last; ++k) {
      look_up(token(k).lemma);
      if (token(k).word != token(k).lemma) look_up(token(k).word);
    }
    put_in_order(candidates_.begin() + before);
    return longest;
  }
  /// As the rules stand, each once.
  void put_in_order(std::vector<Candidate>::iterator first) {
    if (candidates_.end() - first < 2) return;
    const auto place = [](const Candidate& c) {
      return std::tuple(c.ref->rule, c.ref->block, c.ref->word);
    };
    std::sort(first, candidates_.end(),
              [&](const Candidate& a, const Candidate& b) { return place(a) < place(b); });
    candidates_.erase(
        std::unique(first, candidates_.end(),
                    [](const Candidate& a, const Candidate& b) { return a.ref == b.ref; }),
        candidates_.end());
  }

  void attempt(TriggerKind kind, std::uint32_t t, const TriggerRef& ref, TokenRange range) {
    const Rule& rule = x_.rules.rule(ref.rule);
    if (trace_ == nullptr && search_.lacks(ref.prepositions)) return;
    if (trace_ == nullptr && ref.more_needs && !fillable(rule.blocks[ref.block])) return;
    const std::uint16_t node = node_of(t);
    if (kind == TriggerKind::verb && group(node).kind != GroupKind::verb) return;
    if (inside_name(kind, t)) return trace(ref, t, "the trigger is part of a name");
    if (trace_ == nullptr && !search_.possible(kind, node, ref.vital)) return;
    fill(rule, rule.blocks[ref.block], ref, node, range);
  }

  /// Several rules ask for that of one token.
  std::uint16_t node_of(std::uint32_t t) {
    if (node_token_ != t) node_ = l_.node_of(t, c_);
    node_token_ = t;
    return node_;
  }
  const Group& group(std::uint16_t node) const { return l_.groups[l_.nodes[node].group]; }

  bool inside_name(TriggerKind kind, std::uint32_t t) const {
    if (kind == TriggerKind::verb) return false;
    const MentionId m = c_.mention_at[t];
    return m != MentionId::none && mention(m).kind == MentionKind::name;
  }

  bool is_word(std::uint32_t t, WordId word) const {
    return token(t).lemma == word || token(t).word == word;
  }
  static constexpr std::uint32_t farthest = 10;  // tokens from a verb to the second word
  /// Where the second word of a trigger may stand beside the first.
  TokenRange beside(TriggerKind kind, std::uint32_t t) const {
    if (kind == TriggerKind::noun || kind == TriggerKind::event)
      return {t > s_.tokens.first ? t - 1 : t, t};
    const std::uint32_t far = kind == TriggerKind::verb ? farthest : 1;
    return {t + 1, std::min(t + far + 1, s_.tokens.last)};
  }
  /// Are the other words of a trigger of several words there?
  bool spelled_out(const TriggerRef& ref, std::uint32_t t, TokenRange& range) const {
    const TriggerKind kind = ref.kind;
    const TriggerWord& word = x_.rules.rule(ref.rule).blocks[ref.block].words[ref.word];
    const auto n = static_cast<std::uint32_t>(word.lemmas.size());
    if (kind == TriggerKind::noun || kind == TriggerKind::event) {
      if (t + 1 < s_.tokens.first + n) return false;
      for (std::uint32_t k = 0; k + 1 < n; ++k)
        if (!is_word(t - (n - 1) + k, word.lemmas[k])) return false;
      range.first = t - (n - 1);
      return true;
    }
    std::uint32_t k = t + 1;
    for (std::uint32_t w = 1; w < n; ++w, ++k) {
      std::uint32_t limit = (w == 1 || w + 1 == n) && kind == TriggerKind::verb
                                ? std::min(k + 6, s_.tokens.last)
                                : k + 1;
      while (k < limit && k < s_.tokens.last && !is_word(k, word.lemmas[w])) {
        if (token(k).tag == Tag::HYPH) limit = std::min(limit + 2, s_.tokens.last);
        if (within_name(k)) limit = std::min(limit + 1, s_.tokens.last);
        if (leads_on(k++)) return false;
      }
      if (k >= limit || k >= s_.tokens.last) return false;
      if (kind == TriggerKind::verb && (of_longer_name(k) || (k > t + w && says_when(k))))
        return false;
    }
    if (kind == TriggerKind::verb && k < s_.tokens.last && is_common_noun(k - 1) &&
        is_common_noun(k))
      return false;  // "sold its ENGINE business" sells no engine
    range.last = k;
    return true;
  }

  /// "awarded Acme SYSTEMS INC a 3 MILLION DOLLAR contract": a name is as good as one word.
  bool within_name(std::uint32_t t) const {
    const MentionId m = c_.mention_at[t];
    return m != MentionId::none && mention(m).kind == MentionKind::name &&
           mention(m).tokens.first < t;
  }
  /// "took Acme apart ON Sunday" takes nobody on.
  bool says_when(std::uint32_t t) const {
    return token(t).tag == Tag::IN && t + 1 < s_.tokens.last &&
           (token(t + 1).classes.has(c_.classes.weekday) || token(t + 1).tag == Tag::CD);
  }
  /// "heads the Statistics OFFICE": not an office of it
  bool of_longer_name(std::uint32_t t) const {
    const MentionId m = c_.mention_at[t];
    return m != MentionId::none && mention(m).kind == MentionKind::name &&
           mention(m).tokens.size() > 1 && mention(m).tokens.last == t + 1;
  }
  bool is_common_noun(std::uint32_t t) const {
    return token(t).tag == Tag::NN || token(t).tag == Tag::NNS;
  }
  /// "was sold TO Duke Power" does not "sell power"; "sold most OF its power" does.
  bool leads_on(std::uint32_t t) const {
    const Tag tag = token(t).tag;
    return tag == Tag::TO ||
           (tag == Tag::IN && !token(t).classes.has(c_.classes.genitive_preposition));
  }

  // ---- arguments
  // ---------------------------------------------------------------------------------------------
  void fill(const Rule& rule, const TriggerBlock& block, const TriggerRef& ref, std::uint16_t node,
            TokenRange range) {
    if ((block.alone || block.of_each_other) && has_object(node, range))
      return trace(ref, range.first, "they do it to another, not to each other");
    fillers_.resize(std::max(fillers_.size(), rule.arguments.size()));
    for (std::size_t a = 0; a < rule.arguments.size(); ++a) fillers_[a].clear();
    if (!search(block, block.decisive, node)) return;
    for (std::size_t i = 0; i < block.slots.size(); ++i)
      if (i != block.decisive && !search(block, i, node)) return;
    for (const Slot& slot : block.slots)
      if (!slot.optional && fillers_[slot.argument].empty())
        return trace(ref, range.first,
                     "no " + rule.arguments[slot.argument].name + " of the right type found");
    emit(rule, ref, node, range, fillers_);
  }
  /// Searches what fills a slot, if nothing fills its argument yet; may the frame still be filled?
  bool search(const TriggerBlock& block, std::size_t i, std::uint16_t node) {
    const Slot& slot = block.slots[i];
    std::vector<Filler>& filler = fillers_[slot.argument];
    if (!filler.empty()) return true;
    if (takes_conjuncts(block, i)) {
      std::vector<Filler>& first = fillers_[block.slots[i - 1].argument];
      filler = second_conjunct(first, slot.types);
      if (!filler.empty()) first.resize(1);
    } else {
      search_.find(block.kind, slot, node, filler);
    }
    return !filler.empty() || trace_ != nullptr || !last_chance(block, i);
  }
  /// "Ann Lee and Bob Roy met INVESTORS"; words of the trigger itself ("held TALKS") do not count.
  bool has_object(std::uint16_t node, TokenRange trigger) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::object && l.from == node && !(l.loose && fronted(l)) &&
             !trigger.contains(l_.groups[l_.nodes[l.to].group].head);
    });
  }
  /// "A YEAR later she moved to Leeds"; not "the SHOPS that it merged with"
  bool fronted(const Link& l) const {
    return l.to < l.from && std::none_of(l_.relatives.begin(), l_.relatives.end(),
                                         [&](const Relative& r) { return r.antecedent == l.to; });
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

  // ---- facts
  // -------------------------------------------------------------------------------------------------
  void emit(const Rule& rule, const TriggerRef& ref, std::uint16_t node, TokenRange range,
            const std::vector<std::vector<Filler>>& fillers) {
    Standing standing = standing_at(node);
    if (rule.blocks[ref.block].kind == TriggerKind::event) {
      const Thwarted kept = thwarted(l_, node, c_);
      if (kept == Thwarted::undone && !is_measure(rule.blocks[ref.block]))
        standing.status = ends_own(rule, node) ? Status::former : Status::negated;
      if (kept == Thwarted::begun) standing.status = Status::former;
      if (standing.status == Status::asserted && agreement_lapsed(l_, node, c_))
        standing.status = Status::former;
      if (standing.status == Status::asserted && done_once(rule) && awaited(l_, node, c_))
        standing.status = Status::planned;
    }
    bool any = false;
    for (const Emission& e : rule.emissions) {
      if (standing.requested && e.status != Status::asserted) continue;
      for (const Filler& s : fillers[e.subject])
        for (const Filler& o : fillers[e.object]) {
          if (!allowed(rule, e, s, o, fillers) ||
              (rule.blocks[ref.block].kind == TriggerKind::verb && listed_together(l_, s, o)) ||
              paired_elsewhere(l_, s, o, fillers[e.subject], fillers[e.object]) ||
              offices_.none(e.relation, node, range, o) || joins_in_act(node) ||
              no_agent(rule, rule.blocks[ref.block], node, s) || of_descent(e, o) ||
              (relation_named(e, "memberOf") && of_government(l_, c_, node, o)) ||
              (relation_named(e, "makes") && only_heads(l_, c_, node, o)) ||
              (relation_named(e, "negotiatesWith") && plays(l_, c_, x_.ontology, node, s)))
            continue;
          facts_.push_back(make(rule, ref, e, s, o, range, node, standing, fillers));
          any = true;
        }
    }
    if (any) return;
    trace(ref, range.first,
          standing.requested ? "it is only asked for" : "a condition of the rule does not hold");
  }

  bool done_once(const Rule& rule) const {
    return x_.ontology.relation(rule.emissions.front().relation).once;
  }
  /// Several rules ask for that of one trigger.
  const Standing& standing_at(std::uint16_t node) {
    if (standing_node_ != node) standing_ = standing_of(l_, node, c_);
    standing_node_ = node;
    return standing_;
  }
  /// "pulled out of ITS partnership with Acme": there was one.
  bool ends_own(const Rule& rule, std::uint16_t node) const {
    return x_.ontology.relation(rule.emissions.front().relation).lasting &&
           token(group(node).tokens.first).tag == Tag::PRPS;
  }
  /// "JOINED Acme in the lawsuit", "JOINED it in suing Bolt": for that act alone.
  bool joins_in_act(std::uint16_t node) const {
    const Group& verb = group(node);
    if (verb.kind != GroupKind::verb || !token(verb.head).classes.has(c_.classes.holding) ||
        token(verb.head).lemma == WordId::none || c_.lexicon.text(token(verb.head).lemma) != "join")
      return false;
    std::size_t in = l_.nodes[node].group + 2u;
    while (in + 1 < l_.groups.size() &&
           (l_.groups[in].kind == GroupKind::coordinator || l_.groups[in].kind == GroupKind::comma))
      in += 2;  // "joined Acme AND BOLT in suing Cor"
    if (in + 1 >= l_.groups.size() || c_.text.text(l_.groups[in].head) != "in") return false;
    const Group& what = l_.groups[in + 1];
    return what.kind == GroupKind::verb ||
           (what.kind == GroupKind::noun && token(what.head).classes.has(c_.classes.process));
  }
  /// Does the trigger name the policy itself? Who rejects or drops it says that it is there.
  static bool is_measure(const TriggerBlock& block) {
    return std::any_of(block.slots.begin(), block.slots.end(),
                       [](const Slot& slot) { return slot.function == Function::self; });
  }

  /// "Acme shelved ITS PLAN", "ITS PROPOSAL was dropped": by whose it was.
  bool given_up(std::uint16_t node, const Filler& owner) const {
    const int verb = dropped_by(l_, node, c_);
    if (verb < 0) return false;
    const int who = l_.target(static_cast<std::uint16_t>(verb), LinkKind::subject);
    if (who < 0 || who == node) return who >= 0;
    const MentionId by = l_.nodes[static_cast<std::size_t>(who)].mention;
    if (by != MentionId::none && same_entity(by, owner.mention)) return true;
    return c_.text.text(l_.nodes[static_cast<std::size_t>(who)].head) == "board" &&
           std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
             return l.from == who && l_.nodes[l.to].mention != MentionId::none &&
                    (l.kind == LinkKind::possessor || by_preposition(l, "of", c_)) &&
                    same_entity(l_.nodes[l.to].mention, owner.mention);
           });  // "the BOARD OF ACME withdrew its plan"
  }

  /// "HAS HAD offers FROM Acme": they are not its own; "made the repeal of the ban HIS GOAL": that
  /// is what he wants; "won her HIGH COURT case": there it was heard.
  bool no_agent(const Rule& rule, const TriggerBlock& block, std::uint16_t node,
                const Filler& s) const {
    if (block.kind != TriggerKind::event || group(node).kind != GroupKind::noun) return false;
    const std::size_t next = l_.nodes[node].group + 1u;
    if (s.construction == "had")
      return next < l_.groups.size() && l_.groups[next].kind == GroupKind::preposition &&
             c_.text.text(l_.groups[next].head) == "from";
    if (s.construction == "modifier")
      return x_.ontology.relation(rule.emissions.front().relation).name == "sues" &&
             one_of(c_.text.text(mention(s.mention).head), {"Court", "Tribunal"});
    return s.construction == "light-verb" && made_something(node);
  }
  /// "a CHINESE-American", "a KOREAN-Chinese": she is an American, he a Chinese; who is
  /// British besides is both.
  bool of_descent(const Emission& e, const Filler& o) const {
    const Mention& m = mention(o.mention);
    const std::uint32_t next = m.tokens.last;
    return m.kind == MentionKind::adjective && c_.text.text(m.head) != "British" &&
           next + 1 < c_.text.tokens.size() && token(next).tag == Tag::HYPH &&
           (people_at(next + 1) ||
            (c_.text.text(next + 1).starts_with("American") && is_noun(token(next + 1).tag) &&
             (next + 2 == c_.text.tokens.size() || !is_noun(token(next + 2).tag)))) &&
           relation_named(e, "nationality");
  }
  bool relation_named(const Emission& e, std::string_view name) const {
    return x_.ontology.relation(e.relation).name == name;
  }
  /// Another people than the Americans, of whom many are by halves ("Franco-", "German-American").
  bool people_at(std::uint32_t t) const {
    const MentionId m = c_.mention_at[t];
    return m != MentionId::none && mention(m).kind == MentionKind::adjective &&
           !c_.text.text(t).starts_with("American");
  }
  bool made_something(std::uint16_t node) const {
    const int verb = l_.source(node, LinkKind::object);
    if (verb < 0 || !one_of(c_.text.text(group(static_cast<std::uint16_t>(verb)).head),
                            {"make", "makes", "made", "making"}))
      return false;
    for (std::size_t k = l_.nodes[node].group + 1u; k < l_.groups.size(); ++k) {
      const GroupKind kind = l_.groups[k].kind;
      if (kind == GroupKind::noun && l_.groups[k - 1].kind == kind && !l_.groups[k].date)
        return true;
      if (kind != GroupKind::noun && kind != GroupKind::preposition) return false;
    }
    return false;
  }

  RawFact make(const Rule& rule, const TriggerRef& ref, const Emission& e, const Filler& s,
               const Filler& o, TokenRange range, std::uint16_t node, const Standing& standing,
               const std::vector<std::vector<Filler>>& fillers) const {
    RawFact f;
    const bool part = offices_.part_only(e.relation, node, range, o);
    f.relation = part ? offices_.broader(e.relation) : e.relation;
    f.rule = ref.rule;
    f.subject = s.mention;
    f.object = o.mention;
    f.trigger = range;
    const bool lasting = x_.ontology.relation(e.relation).lasting;
    f.status = said_status(e, standing.status, lasting);
    if (!lasting && group(node).ended && group(node).negated && f.status == Status::asserted)
      f.status = Status::negated;  // "is NO LONGER talking to"
    if (f.status == Status::negated && contrasted(node, std::max(s.node, o.node)))
      f.status = Status::asserted;
    if (f.status == Status::asserted && x_.ontology.relation(f.relation).once && under_way(node))
      f.status = Status::planned;
    if (f.status == Status::former && e.status == f.status && under_way(node))
      f.status = Status::asserted;  // "IS SPINNING OFF its unit"
    if (f.status == Status::planned && came_to_nothing(l_, node, c_)) f.status = Status::negated;
    if (f.status == Status::asserted && is_measure(rule.blocks[ref.block]) &&
        x_.ontology.relation(f.relation).name !=
            "targets" &&  // "the sanctions ON NORWAY were lifted"
        given_up(node, s))
      f.status = Status::former;
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

  /// "IS BUYING Bolt", "said that it WAS BUYING Bolt": it is not done yet.
  bool under_way(std::uint16_t node) const {
    const Group& v = group(node);
    return v.kind == GroupKind::verb && v.progressive && v.form == VerbForm::finite &&
           (!v.past || l_.source(node, LinkKind::clause) >= 0);
  }
  /// "was founded NOT by Ann Lee BUT by Bob Roy", "is not a bank BUT THE OWNER of one"
  bool contrasted(std::uint16_t node, std::uint16_t argument) const {
    const std::size_t last = std::min<std::size_t>(argument, l_.groups.size());
    for (std::size_t k = l_.nodes[node].group + 1u; k < last; ++k) {
      if (l_.groups[k].kind == GroupKind::verb || l_.groups[k].kind == GroupKind::relative)
        return false;
      if (l_.groups[k].kind == GroupKind::coordinator && c_.text.text(l_.groups[k].head) == "but")
        return group(node).negated;
    }
    return false;
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
      } else if (c.kind == ConditionKind::in_full) {
        if (!named_in_full(c_.mentions, left->mention)) return false;
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
  TypeSet present_;  ///< types of the sentence's mentions
  Offices offices_;
  ArgumentSearch search_;
  std::vector<std::vector<Filler>> fillers_;  ///< of each argument, kept from trigger to trigger
  std::uint32_t node_token_ = UINT32_MAX;     ///< asked for last,
  std::uint16_t node_ = 0;                    ///< and its node
  Standing standing_;                         ///< of the node asked for last
  int standing_node_ = -1;
  std::vector<Candidate> candidates_;
};

}  // namespace

bool may_match_frames(const Sentence& sentence, const std::vector<Group>& groups, TypeSet named,
                      const FrameContext& context) {
  const GroupContext& c = context.groups;
  TypeSet present = named | owners_in(sentence, c);
  for (const Group& g : groups) {
    if (g.kind == GroupKind::relative) present = ~TypeSet{0};  // links make it a mention
    if (g.mention != MentionId::none && c.mention_at[g.head] != g.mention)
      present |= only(type_of(c.mentions, g.mention));
  }
  bool found = false;
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last && !found; ++t) {
    const Token& token = c.text.tokens[t];
    unsigned kinds = RulePack::trigger_kinds(context.triggers[t]);
    if (kinds != 0 && present == ~TypeSet{0}) return true;
    for (unsigned k = 0; kinds != 0; ++k, kinds >>= 1) {
      const auto kind = static_cast<TriggerKind>(k);
      if ((kinds & 1u) != 0)
        context.rules.for_triggers(kind, token, [&](std::span<const TriggerRef> refs) {
          found = found || any_met(refs, present);
        });
    }
  }
  return found;
}

std::vector<RawFact> match_frames(Links& links, const Sentence& sentence, TypeSet named,
                                  const FrameContext& context, std::vector<FrameTrace>* trace) {
  return FrameMatcher(links, sentence, named, context, trace).run();
}

}  // namespace factloom
