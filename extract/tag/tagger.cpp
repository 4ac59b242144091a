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
constexpr std::uint32_t ahead = 6;  ///< so many tokens before, what is known of one is fetched
constexpr std::uint32_t overlap = 2 * gap;  ///< of the windows of a long sentence

constexpr Mask bit_of(Tag t) {
  return Mask{1} << static_cast<unsigned>(t);
}

/// For each tag that the Lexicon gives a word: the tags that a rule may give it.
constexpr std::array<Mask, static_cast<std::size_t>(Tag::count)> make_allowed() {
  std::array<Mask, static_cast<std::size_t>(Tag::count)> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = Mask{1} << i;
  const auto also = [&](Tag tag, Mask more) { all[static_cast<std::size_t>(tag)] |= more; };
  also(Tag::VB, bit_of(Tag::VBP));
  also(Tag::VBP, bit_of(Tag::VB));
  also(Tag::VBD, bit_of(Tag::VBN));
  also(Tag::VBN, bit_of(Tag::VBD) | bit_of(Tag::JJ));
  also(Tag::VBG, bit_of(Tag::NN) | bit_of(Tag::JJ));
  return all;
}
constexpr std::uint8_t rare = 1;  ///< weight of a reading that hardly any text has
constexpr auto allowed = make_allowed();
constexpr Mask proper = bit_of(Tag::NNP) | bit_of(Tag::NNPS);
static_assert(static_cast<unsigned>(Tag::count) <= 64, "a set of tags is one word");

class Tagger {
 public:
  Tagger(const Lexicon& lexicon, const TagRules& rules)
      : lexicon_(lexicon),
        rules_(rules),
        first_tag_(lexicon, rules),
        masks_(rules.feature_count() * windows, 0),
        needed_(rules.needing(0)),
        present_(needed_.size(), 0) {}

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
      if (used_ + s.tokens.size() > places) leave_window(s.tokens.size());
      first_tag_.begin(text, s);
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
        if (t + ahead < text.tokens.size()) lexicon_.fetch_readings(text.tokens[t + ahead].word);
        if (used_ == places) continue_window();
        place(t);
      }
      used_ = std::min(places, used_ + gap);
    }
  }
  /// Gives a token its first tag and the next place of the window.
  void place(std::uint32_t t) {
    Token& x = text_->tokens[t];
    const auto readings =
        x.word == WordId::none ? std::span<const Reading>{} : lexicon_.readings(x.word);
    if (x.is(shape_upper_first) && first_tag_.small_behind_stop(t, readings))
      x.shape = static_cast<decltype(x.shape)>((x.shape & ~shape_upper_first) | shape_lower);
    x.tag = first_tag_(t, readings);
    enter(x, readings);
  }

  /// Notes what rules may ask of a token at the next place.
  void enter(Token& x, std::span<const Reading> readings) {
    const Mask bit = Mask{1} << used_;
    const std::size_t at = window_ * places + used_++;
    tokens_[at] = &x;
    texts_[at] = text_;
    readings_[at] = readings;
    filled_[window_] |= bit;
    Mask may = x.is(shape_lower) ? 0 : proper;
    ClassSet classes;
    for (const Reading& r : readings) {
      const bool base = r.tag == Tag::VB || r.tag == Tag::VBZ;
      if (r.weight == rare && base && !asks_for_verb(x, r.tag)) continue;
      may |= allowed[static_cast<std::size_t>(r.tag)];
      mask(TagRules::may_features + static_cast<std::size_t>(r.tag)) |= bit;
      classes = classes | lexicon_.classes(r);
    }
    if (readings.empty()) {
      may |= ~proper;
      mask(TagRules::unknown_feature) |= bit;
    }
    if (x.is(shape_punctuation)) may |= ~proper;  // a word only because some rule names it
    may_[at] = may;
    if ((tags_ & bit_of(x.tag)) == 0) unite(present_, rules_.changing(x.tag));
    tags_ |= bit_of(x.tag);
    mask(static_cast<std::size_t>(x.tag)) |= bit;
    if (const auto feature = rules_.word_feature(x.word); feature != 0) name(feature, bit);
    name_classes(classes, bit);
    if (x.is(shape_upper_first)) mask(TagRules::capital_feature) |= bit;
    if (x.is(shape_sentence_first)) mask(TagRules::start_feature) |= bit;
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

  /// Notes a word or class that some rule asks for.
  void name(std::uint16_t feature, Mask bit) {
    if (!at(feature).any()) {
      unite(needed_, rules_.needing(feature));
      named_.push_back(feature);
    }
    mask(feature) |= bit;
  }

  void name_classes(const ClassSet& classes, Mask bit) {
    for (unsigned word = 0; word < classes.words.size(); ++word)
      for (Mask named = classes.words[word] & rules_.classes().words[word]; named != 0;
           named &= named - 1)
        name(rules_.class_feature(static_cast<ClassId>(word * 64 + first_of(named))), bit);
  }

  /// Makes room for a sentence that does not fit the rest of this window. One that fits none needs
  /// the tags of its first part for the next, so that it begins when all else is done.
  void leave_window(std::uint32_t tokens) {
    if (tokens > places || window_ + 1 == windows) return flush();
    ++window_;
    used_ = 0;
  }
  /// Runs the rules over the windows, completes their tokens and empties them.
  void flush() {
    if (filled_[0] == 0) return;
    apply_rules();
    for (std::uint32_t w = 0; w <= window_; ++w)
      for (Mask rest = filled_[w]; rest != 0; rest &= rest - 1)
        complete(w * places + first_of(rest));
    clear();
  }
  /// A sentence longer than the window: its last tokens stand in the next one again, so that they
  /// see their context.
  void continue_window() {
    std::array<Token*, overlap> last{};
    std::copy_n(tokens_.begin() + places - overlap, overlap, last.begin());
    flush();
    for (Token* const x : last)
      enter(*x, x->word == WordId::none ? std::span<const Reading>{} : lexicon_.readings(x->word));
  }
  void clear() {
    std::fill_n(masks_.begin(), TagRules::first_word_feature * windows, 0);
    for (const std::uint16_t feature : named_)
      std::fill_n(masks_.begin() + static_cast<std::ptrdiff_t>(feature * windows), windows, 0);
    named_.clear();
    needed_ = rules_.needing(0);
    std::fill(present_.begin(), present_.end(), 0);
    filled_.fill(0);
    tags_ = 0;
    window_ = used_ = 0;
  }
  static std::uint32_t first_of(Mask m) { return static_cast<std::uint32_t>(std::countr_zero(m)); }

  static void unite(TagRules::RuleSet& set, const TagRules::RuleSet& more) {
    for (std::size_t i = 0; i < set.size(); ++i) set[i] |= more[i];
  }
  /// Runs, in order, the rules whose tag and word occur in the windows; a change may wake later
  /// ones.
  void apply_rules() {
    for (std::size_t block = 0; block < needed_.size(); ++block) {
      std::uint64_t left = ~std::uint64_t{0};
      while ((left & needed_[block] & present_[block]) != 0) {
        const auto at = std::countr_zero(left & needed_[block] & present_[block]);
        left = at == 63 ? 0 : ~std::uint64_t{0} << (at + 1);
        apply(rules_.rules()[block * 64 + static_cast<std::size_t>(at)]);
      }
    }
  }
  void apply(const TagRule& rule) {
    PlaceMasks hits = at(static_cast<std::size_t>(rule.before));
    for (const TagCondition& c : rules_.conditions(rule)) {
      hits = hits & (c.negated ? ~where(c) : where(c));
      if (!hits.any()) return;
    }
    std::array<Mask, windows> changed;
    hits.store(changed.data());
    for (std::size_t w = 0; w < windows; ++w) change(rule, w, changed[w]);
    unite(present_, rules_.changing(rule.after));
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
    return distance < 0 ? marks << static_cast<unsigned>(-distance)
                        : marks >> static_cast<unsigned>(distance);
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
      const std::size_t place = window * places + first_of(hits);
      if ((may_[place] & bit_of(rule.after)) == 0) continue;
      const Mask bit = hits & (~hits + 1);
      masks_[static_cast<std::size_t>(rule.before) * windows + window] &= ~bit;
      masks_[static_cast<std::size_t>(rule.after) * windows + window] |= bit;
      tokens_[place]->tag = rule.after;
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
      const bool goes_on = begins_object(tag(t + 1)) || tag(t + 1) == Tag::TO;
      if (!is_noun(tag(t - 1)) || !goes_on) continue;
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
  void complete(std::size_t place) const {
    complete(*tokens_[place], *texts_[place], readings_[place]);
  }
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
  std::array<Token*, windows * places> tokens_{};
  std::array<const Text*, windows * places> texts_{};                ///< of each token
  std::array<std::span<const Reading>, windows * places> readings_;  ///< of each place
  std::array<Mask, windows * places> may_{};  ///< for each place, the tags that it may have
  TagRules::RuleSet
      needed_;  ///< rules whose word or class occurs in the windows, or that ask for none
  TagRules::RuleSet present_;         ///< rules whose tag occurs in the windows
  std::vector<std::uint16_t> named_;  ///< words and classes that occur there
  Mask tags_ = 0;                     ///< tags that occurred there
  std::array<Mask, windows> filled_{};
  std::uint32_t window_ = 0, used_ = 0;  ///< the next place
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
