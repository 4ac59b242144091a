// SPDX-License-Identifier: Apache-2.0
#include "extract/tag/tagger.h"

#include <algorithm>
#include <bit>

#include "extract/tag/first_tag.h"
#include "extract/tag/phrasal_verbs.h"
#include "extract/tag/place_masks.h"

namespace factloom {
namespace {

using Mask = std::uint64_t;

constexpr std::uint32_t places = PlaceMasks::in_window;
constexpr std::size_t windows = PlaceMasks::windows;
constexpr std::uint32_t gap = TagRules::reach;
/// So many tokens before, where the readings of one lie is fetched, then these.
constexpr std::uint32_t word_ahead = 14, readings_ahead = 6;
constexpr std::uint32_t overlap = 2 * gap;  ///< of the windows of a long sentence

constexpr Mask bit_of(Tag t) {
  return Mask{1} << static_cast<unsigned>(t);
}

/// A rule may give a word the tags that the Lexicon gives it, and the second of these to one that
/// has the first.
constexpr std::array<std::array<Tag, 2>, 7> also_allowed = {{{Tag::VB, Tag::VBP},
                                                             {Tag::VBP, Tag::VB},
                                                             {Tag::VBD, Tag::VBN},
                                                             {Tag::VBN, Tag::VBD},
                                                             {Tag::VBN, Tag::JJ},
                                                             {Tag::VBG, Tag::NN},
                                                             {Tag::VBG, Tag::JJ}}};
constexpr std::uint8_t rare = 1;  ///< weight of a reading that hardly any text has
static_assert(static_cast<unsigned>(Tag::count) <= 64, "a set of tags is one word");

/// A token where it stands in the windows.
struct Place {
  Token* token = nullptr;
  const Text* text = nullptr;
  std::span<const Reading> readings;
};

class Tagger {
 public:
  Tagger(const Lexicon& lexicon, const TagRules& rules)
      : lexicon_(lexicon),
        rules_(rules),
        first_tag_(rules),
        masks_(rules.feature_count() * windows, 0),
        needed_(rules.needing(0)),
        present_(needed_.size(), 0),
        is_named_(rules.feature_count(), 0) {}

  void run(std::span<Text* const> texts) {
    for (Text* const text : texts) enter(*text);
    flush();
    for (Text* const text : texts)
      for (const Sentence& s : text->sentences) restore_verb(*text, s);
  }

 private:
  void enter(Text& text) {
    text_ = &text;
    for (const Sentence& s : text.sentences) {
      find_window(s.tokens.size());
      first_tag_.begin(text, s);
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last;) {
        if (used_[window_] == places) continue_window(t);
        const std::uint32_t end = std::min(s.tokens.last, t + places - used_[window_]);
        enter({t, end}, true);
        t = end;
      }
      used_[window_] = std::min(places, used_[window_] + gap);
    }
  }
  /// Puts tokens at the next places of the window; those that are new there get their first tag.
  void enter(TokenRange run, bool fresh) {
    Place* place = &places_[window_ * places + used_[window_]];
    Mask bit = Mask{1} << used_[window_];
    used_[window_] += run.size();
    for (std::uint32_t t = run.first; t < run.last; ++t, ++place, bit <<= 1) {
      Token& x = text_->tokens[t];
      const auto readings =
          x.word == WordId::none ? std::span<const Reading>{} : lexicon_.readings(x.word);
      if (fresh) give_first_tag(t, readings);
      filled_[window_] |= bit;
      note(x, readings, bit);
      *place = {&x, text_, readings};
    }
  }
  void fetch_ahead(std::uint32_t t) const {
    const std::span<const Token> tokens = text_->tokens;
    if (t + word_ahead < tokens.size()) lexicon_.fetch_word(tokens[t + word_ahead].word);
    if (t + readings_ahead < tokens.size())
      lexicon_.fetch_readings(tokens[t + readings_ahead].word);
  }
  void give_first_tag(std::uint32_t t, std::span<const Reading> readings) {
    fetch_ahead(t);
    Token& x = text_->tokens[t];
    if (x.is(shape_upper_first) && first_tag_.small_behind_stop(t, readings))
      x.shape = static_cast<decltype(x.shape)>((x.shape & ~shape_upper_first) | shape_lower);
    x.tag = first_tag_(t, readings);
    if (!readings.empty() && !is_proper_noun(readings[0].tag)) x.shape |= shape_common;
  }

  /// Notes what rules may ask of a token.
  void note(const Token& x, std::span<const Reading> readings, Mask bit) {
    Mask* const masks = masks_.data() + window_;
    const auto have = [&](std::size_t feature) { masks[feature * windows] |= bit; };
    for (const Reading& r : readings) {
      if (r.weight == rare && (r.tag == Tag::VB || r.tag == Tag::VBZ) && !asks_for_verb(x, r.tag))
        continue;
      have(TagRules::may_features + static_cast<std::size_t>(r.tag));
      for (const std::uint16_t feature : rules_.class_features(r)) name(feature, bit);
    }
    if (readings.empty()) have(TagRules::unknown_feature);
    if (x.is(shape_punctuation)) have(TagRules::mark_feature);
    if (!x.is(shape_lower)) have(TagRules::name_feature);
    note_tag(x.tag);
    have(static_cast<std::size_t>(x.tag));
    if (const auto feature = rules_.word_feature(x.word); feature != 0) name(feature, bit);
    if (x.is(shape_upper_first)) have(TagRules::capital_feature);
    if (x.is(shape_sentence_first)) have(TagRules::start_feature);
  }
  /// Notes the places that may be given each tag: of an unknown word or a mark, which is a word
  /// only because some rule names it, any but a name's.
  void note_allowed() {
    constexpr std::size_t may = TagRules::may_features;
    const PlaceMasks names = at(TagRules::name_feature);
    const PlaceMasks others = at(TagRules::unknown_feature) | at(TagRules::mark_feature);
    for (std::size_t tag = 0; tag < allowed_.size(); ++tag)
      allowed_[tag] = at(may + tag) | (is_proper_noun(static_cast<Tag>(tag)) ? names : others);
    for (const auto& [has, also] : also_allowed) {
      PlaceMasks& those = allowed_[static_cast<std::size_t>(also)];
      those = those | at(may + static_cast<std::size_t>(has));
    }
  }
  /// "will HOST", "could not TEAM up", "to FUND the plan", "which FUNDS research": only here is a
  /// noun a verb that is hardly ever one.
  bool asks_for_verb(const Token& x, Tag verb) const {
    const std::vector<Token>& all = text_->tokens;
    const auto t = static_cast<std::size_t>(&x - all.data());
    if (t == 0) return false;
    const Tag before = all[t - 1].tag;
    if (before == Tag::WP || before == Tag::WDT) return true;
    const bool plain = verb == Tag::VB;
    if (plain && (before == Tag::MD || (is_adverb(before) && t > 1 && all[t - 2].tag == Tag::MD)))
      return true;
    const bool subject = before == Tag::PRP || (plain ? before == Tag::TO : is_noun(before));
    if (!subject || t + 1 >= all.size() || all[t + 1].word == WordId::none) return false;
    const auto next = lexicon_.readings(all[t + 1].word);
    const Tag tag = next.empty() ? Tag::none : next[0].tag;
    return tag == Tag::DT || tag == Tag::PRPS || tag == Tag::PRP;
  }
  /// The places of this window that have a feature.
  Mask& mask(std::size_t feature) { return masks_[feature * windows + window_]; }
  /// Those of all windows.
  PlaceMasks at(std::size_t feature) const { return PlaceMasks::load(&masks_[feature * windows]); }

  /// Notes a tag that occurs in the windows.
  void note_tag(Tag tag) {
    if ((tags_ & bit_of(tag)) != 0) return;
    tags_ |= bit_of(tag);
    unite(present_, rules_.changing(tag));
  }
  /// Notes a word or class that some rule asks for.
  void name(std::uint16_t feature, Mask bit) {
    mask(feature) |= bit;
    if (is_named_[feature] != 0) return;
    is_named_[feature] = 1;
    named_.push_back(feature);
    unite(needed_, rules_.needing(feature));
  }

  /// Goes to the first window with room for a sentence. One that fits none needs the tags of its
  /// first part for the next, so that it begins when all else is done.
  void find_window(std::uint32_t tokens) {
    for (window_ = 0; tokens <= places && window_ < windows; ++window_)
      if (used_[window_] + tokens <= places) return;
    flush();
  }
  /// Runs the rules over the windows, completes their tokens and empties them.
  void flush() {
    if (filled_[0] == 0) return;
    apply_rules();
    for (std::uint32_t w = 0; w < windows; ++w)
      for (Mask rest = filled_[w]; rest != 0; rest &= rest - 1) {
        const Place& p = places_[w * places + first_of(rest)];
        complete(*p.token, *p.text, p.readings);
      }
    clear();
  }
  /// A sentence longer than the window: its last tokens stand in the next one again, so that they
  /// see their context.
  void continue_window(std::uint32_t next) {
    flush();
    enter({next - overlap, next}, false);
  }
  void clear() {
    std::fill_n(masks_.begin(), TagRules::first_word_feature * windows, 0);
    for (const std::uint16_t feature : named_) {
      std::fill_n(masks_.begin() + static_cast<std::ptrdiff_t>(feature * windows), windows, 0);
      is_named_[feature] = 0;
    }
    named_.clear();
    needed_ = rules_.needing(0);
    std::fill(present_.begin(), present_.end(), 0);
    filled_.fill(0);
    tags_ = 0;
    used_.fill(0);
    window_ = 0;
  }
  static std::uint32_t first_of(Mask m) { return static_cast<std::uint32_t>(std::countr_zero(m)); }

  static void unite(TagRules::RuleSet& set, const TagRules::RuleSet& more) {
    for (std::size_t i = 0; i < set.size(); ++i) set[i] |= more[i];
  }
  /// Runs, in order, the rules whose tag and word occur in the windows; a change may wake later
  /// ones. Of most rules the first condition holds nowhere, or no word there can have their tag.
  void apply_rules() {
    note_allowed();
    for (std::size_t block = 0; block < needed_.size(); ++block) {
      const TagRule* const rules = rules_.rules().data() + block * 64;
      Mask left = ~Mask{0};
      while (const Mask open = left & needed_[block] & present_[block]) {
        left = ~(open ^ (open - 1));  // behind the lowest
        const TagRule& rule = rules[first_of(open)];
        const PlaceMasks hits = at(static_cast<std::size_t>(rule.before)) &
                                seen_from(at(rule.feature), rule.from) &
                                allowed_[static_cast<std::size_t>(rule.after)];
        if (hits.any()) apply(rule, hits);
      }
    }
  }
  [[gnu::noinline]] void apply(const TagRule& rule, PlaceMasks hits) {
    for (const TagCondition& c : rules_.conditions(rule)) {
      const PlaceMasks here = c.plain() ? seen_from(at(c.feature), c.from) : where(c);
      hits = hits & (c.negated ? ~here : here);
      if (!hits.any()) return;
    }
    std::array<Mask, windows> changed;
    hits.store(changed.data());
    for (std::size_t w = 0; w < windows; ++w) change(rule, w, changed[w]);
    note_tag(rule.after);
  }
  /// The places for which a condition holds.
  PlaceMasks where(const TagCondition& c) const {
    const PlaceMasks marks = c.in_set ? any_of(c.feature) : at(c.feature);
    if (c.where == TagCondition::Where::left) return right_of(marks, any_of(c.stop));
    if (c.where == TagCondition::Where::right) return left_of(marks, any_of(c.stop));
    if (c.from == c.to) return seen_from(marks, c.from);
    PlaceMasks hits;
    for (int d = c.from; d <= c.to; ++d)
      if (d != 0) hits = hits | seen_from(marks, d);
    return hits;
  }
  /// The places that see a mark so many tokens away.
  static PlaceMasks seen_from(const PlaceMasks& marks, int distance) {
    const int right = distance > 0 ? distance : 0;
    return marks << static_cast<unsigned>(right - distance) >> static_cast<unsigned>(right);
  }
  PlaceMasks any_of(std::uint16_t set) const {
    PlaceMasks marks;
    for (const std::uint16_t feature : rules_.set(set)) marks = marks | at(feature);
    return marks;
  }
  /// The places of a sentence to the right of a mark, up to and with the first stop: an addition
  /// carries the marks through runs of open places (MatchStar of Parabix, Cameron et al. 2014).
  PlaceMasks right_of(const PlaceMasks& marks, const PlaceMasks& stops) const {
    const PlaceMasks filled = PlaceMasks::load(filled_.data());
    const PlaceMasks first = marks << 1 & filled;
    const PlaceMasks open = filled & ~stops;
    return ((((first & open) + open) ^ open) | first) & filled;
  }
  /// To its left: the same, by doubling, as no addition carries downwards.
  PlaceMasks left_of(const PlaceMasks& marks, const PlaceMasks& stops) const {
    const PlaceMasks filled = PlaceMasks::load(filled_.data());
    PlaceMasks reached = marks >> 1 & filled;
    PlaceMasks open = (filled & ~stops) >> 1 & filled;
    for (unsigned step = 1; open.any(); step *= 2) {
      reached = reached | (open & reached >> step);
      open = open & open >> step;
    }
    return reached;
  }
  void change(const TagRule& rule, std::size_t window, Mask hits) {
    for (; hits != 0; hits &= hits - 1) {
      const Place& place = places_[window * places + first_of(hits)];
      const Mask bit = hits & (~hits + 1);
      masks_[static_cast<std::size_t>(rule.before) * windows + window] &= ~bit;
      masks_[static_cast<std::size_t>(rule.after) * windows + window] |= bit;
      place.token->tag = rule.after;
    }
  }

  // ---- sentences without a verb
  /// "Brazil exports soybeans.": a full sentence needs a finite verb; where the tags show none, the
  /// first word that can be one behind a noun is it.
  void restore_verb(Text& text, const Sentence& s) const {
    const auto tag = [&](std::uint32_t t) { return text.tokens[t].tag; };
    if (s.tokens.size() < 4 || tag(s.tokens.last - 1) != Tag::period) return;
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t)
      if (is_finite_verb(tag(t)) || tag(t) == Tag::MD) return;
    bool several = false;  // "Acme and Bolt PLAN to merge"
    for (std::uint32_t t = s.tokens.first + 1; t + 1 < s.tokens.last; ++t) {
      several = several || tag(t - 1) == Tag::CC;
      const Tag left = tag(t - 1), right = tag(t + 1);
      const bool
          alone =  // "Acme and Bolt Industries MERGED in 1994."; not "a man ARRESTED in Paris"
          tag(t) == Tag::VBN && (is_proper_noun(left) || left == Tag::NNS) &&
          (right == Tag::IN || right == Tag::period || is_adverb(right));
      if (!is_noun(left) || !(begins_object(right) || right == Tag::TO || alone)) continue;
      const bool plural = several || tag(t - 1) == Tag::NNS || tag(t - 1) == Tag::NNPS;
      const Tag verb = finite_reading(tag(t), plural, text.tokens[t]);
      if (verb == Tag::none) continue;
      Token& x = text.tokens[t];
      x.tag = verb;
      complete(x, text, lexicon_.readings(x.word));
      return;
    }
  }
  static bool begins_object(Tag t) {
    return t == Tag::DT || t == Tag::PRP || t == Tag::PRPS || t == Tag::CD || is_noun(t) ||
           is_adjective(t);
  }
  Tag finite_reading(Tag now, bool plural, const Token& x) const {
    const Tag wanted = now == Tag::NNS && !plural          ? Tag::VBZ
                       : now == Tag::NN && plural          ? Tag::VBP
                       : now == Tag::VBN || now == Tag::JJ ? Tag::VBD
                                                           : Tag::none;
    if (wanted == Tag::none || x.word == WordId::none) return Tag::none;
    for (const Reading& r : lexicon_.readings(x.word))
      if (r.tag == wanted) return wanted;
    return Tag::none;
  }

  // ---- lemma and classes
  // -------------------------------------------------------------------------------------
  void complete(Token& x, const Text& text, std::span<const Reading> readings) const {
    if (x.word == WordId::none) {
      if (!x.is(shape_lower) || x.is(shape_digit)) return;
      x.lemma = lexicon_.lemma(text.text(x), x.tag);
      if (x.lemma != WordId::none) x.classes = classes(x.lemma, x.tag);
      return;
    }
    for (const Reading& r : readings)
      if (r.tag == x.tag) {
        x.lemma = r.lemma;
        x.classes = lexicon_.classes(r);
        return;
      }
    nearest_reading(x, readings);
  }
  static bool same_kind(Tag a, Tag b) {
    return (is_noun(a) && is_noun(b)) || (is_verb(a) && is_verb(b)) ||
           (is_adjective(a) && is_adjective(b));
  }
  /// A name or a tag that the lexicon lacks: the reading of the nearest kind.
  void nearest_reading(Token& x, std::span<const Reading> readings) const {
    x.lemma = x.word;
    for (const Reading& r : readings) {
      if (!same_kind(r.tag, x.tag) && !(is_verb(r.tag) && x.tag == Tag::JJ)) continue;
      x.lemma = r.lemma;
      x.classes = lexicon_.classes(r);
      return;
    }
    if (!readings.empty() && !is_proper_noun(x.tag)) x.classes = lexicon_.classes(readings[0]);
  }
  WordClasses classes(WordId lemma, Tag tag) const {
    for (const Reading& r : lexicon_.readings(lemma))
      if (same_kind(r.tag, tag)) return lexicon_.classes(r);
    return {};
  }

  Text* text_ = nullptr;  ///< that is entered now
  const Lexicon& lexicon_;
  const TagRules& rules_;
  FirstTag first_tag_;
  std::vector<Mask> masks_;  ///< for each feature and window, the places that have it
  std::array<Place, windows * places> places_;
  /// For each tag the places that a rule may give it.
  std::array<PlaceMasks, static_cast<std::size_t>(Tag::count)> allowed_;
  TagRules::RuleSet
      needed_;  ///< rules whose word or class occurs in the windows, or that ask for none
  TagRules::RuleSet present_;           ///< rules whose tag occurs in the windows
  std::vector<std::uint16_t> named_;    ///< words and classes that occur there
  std::vector<std::uint8_t> is_named_;  ///< is a feature among them?
  Mask tags_ = 0;                       ///< tags that occurred there
  std::array<Mask, windows> filled_{};
  std::array<std::uint32_t, windows> used_{};  ///< places of each window
  std::uint32_t window_ = 0;                   ///< of the sentence that is entered now
};

}  // namespace

void tag(std::span<Text* const> texts, const Lexicon& lexicon, const TagRules& rules) {
  Tagger(lexicon, rules).run(texts);
  for (Text* const text : texts) join_parts(*text, lexicon, {rules.particle, rules.maker});
}

void tag(Text& text, const Lexicon& lexicon, const TagRules& rules) {
  Text* const one = &text;
  tag(std::span(&one, 1), lexicon, rules);
}

}  // namespace factloom
