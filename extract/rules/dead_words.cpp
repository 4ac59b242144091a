// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/dead_words.h"

#include <algorithm>
#include <cstdlib>

#include "extract/rules/wording.h"

namespace factloom {
namespace {

enum class Kind { verb, noun, adjective, any };

bool is_kind(Tag tag, Kind kind) {
  const std::string_view text = tag_names[static_cast<std::size_t>(tag)];
  return kind == Kind::any || (kind == Kind::verb && text.starts_with("VB")) ||
         (kind == Kind::noun && text.starts_with("NN")) ||
         (kind == Kind::adjective && (text.starts_with("JJ") || text.starts_with("VB")));
}

class DeadWords {
 public:
  DeadWords(const RuleNode& node, const RuleSource& source, RuleNames& names)
      : source_(source), names_(names) {
    for (const ExampleNode& example : node.examples)
      if (example.yes) shown_ += " " + lower_case(example.text);
  }

  void check(const BlockNode& block) {
    for (const TriggerNode& trigger : block.triggers)
      if (trigger.kind == TriggerNode::Kind::words) check(trigger.name, block.kind);
  }

  void check(const Alternatives& pattern) {
    for (const Sequence& sequence : pattern)
      for (const Element& e : sequence) {
        if (e.kind == ElementKind::group) check(e.alternatives);
        if (e.kind == ElementKind::lemma) check_lemma(e.name);
        if (e.kind == ElementKind::word)
          for (const std::string& word : parts(e.name.text))
            check_known(e.name.place, word, Kind::any);
        if (e.kind == ElementKind::features) check(e.tests);
      }
  }

 private:
  void warn(Place place, const std::string& message) { names_.warning(source_, place, message); }

  static std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : lower_case(text))
      if (c == ' ')
        words.emplace_back();
      else
        words.back() += c;
    words.erase(std::remove(words.begin(), words.end(), std::string()), words.end());
    return words;
  }

  /// Does a `yes` sentence hold the word, in whatever form?
  bool shown(const std::string& word) const {
    const bool cut = word.size() > 3 && (word.back() == 'e' || word.back() == 'y');
    return shown_.find(" " + word.substr(0, word.size() - cut)) != std::string::npos ||
           shown_.find("-" + word.substr(0, word.size() - cut)) != std::string::npos;
  }

  static bool spelled(const std::string& word) {
    return word.size() > 2 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// The frequent words of a kind that begin alike.
  std::vector<std::string> alike(const std::string& word, Kind kind) const {
    std::vector<std::string> words;
    const Lexicon& lexicon = names_.lexicon();
    for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
      const auto id = static_cast<WordId>(i);
      const std::string_view text = lexicon.text(id);
      const auto longer =
          static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(word.size());
      if (text.empty() || text[0] != word[0] || std::abs(longer) > 2 ||
          names_.is_new(std::string(text)))
        continue;
      for (const Reading& r : lexicon.readings(id))
        if (is_kind(r.tag, kind) && (kind == Kind::any || r.lemma == id)) {
          words.emplace_back(text);
          break;
        }
    }
    return words;
  }

  bool known(std::string_view word, Kind kind) const {
    if (word.size() < 3 || names_.is_new(std::string(word))) return false;
    const WordId id = names_.lexicon().find(word);
    if (id == WordId::none) return false;
    const auto readings = names_.lexicon().readings(id);
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Reading& r) { return is_kind(r.tag, kind); });
  }

  /// Is it a known word behind another one, or behind a prefix: "airstrike", "cofound"?
  bool composed(const std::string& word, Kind kind) const {
    for (std::size_t cut = 2; cut + 3 <= word.size(); ++cut) {
      const std::string_view all = word;
      if (known(all.substr(cut), kind) &&
          (word.size() - cut > 3 || known(all.substr(0, cut), Kind::any)))
        return true;
    }
    return false;
  }

  /// Is a word known, or meant?
  bool check_known(Place place, const std::string& word, Kind kind) {
    if (!names_.is_new(word) || !spelled(word) || shown(word) || composed(word, kind)) return true;
    const std::string guess = did_you_mean(word, alike(word, kind));
    warn(place, "the lexicon does not know '" + word + "'" + guess +
                    (guess.empty() ? "; if" : " If") + " it is meant, use it in a 'yes' example");
    return false;
  }

  void check(const Name& trigger, TriggerKind kind) {
    const std::vector<std::string> words = parts(trigger.text);
    if (words.empty()) return;
    const Kind wanted = kind == TriggerKind::verb        ? Kind::verb
                        : kind == TriggerKind::adjective ? Kind::adjective
                                                         : Kind::noun;
    const std::string& head = wanted == Kind::noun ? words.back() : words.front();
    bool known = true;
    for (const std::string& word : words)
      known = check_known(trigger.place, word, &word == &head ? wanted : Kind::any) && known;
    if (known && spelled(head) && !names_.is_new(head) && !shown(head) && wanted != Kind::adjective)
      check_head(trigger.place, head, wanted);
  }

  /// A verb or noun as the lexicon's entry for it.
  void check_head(Place place, const std::string& head, Kind wanted) {
    const Lexicon& lexicon = names_.lexicon();
    const WordId word = lexicon.find(head);
    const char* kind = wanted == Kind::verb ? "verb" : "noun";
    std::string lemma;
    bool any = false;
    if (names_.is_lemma(word, wanted == Kind::verb ? Tag::VB : Tag::NN)) return;
    for (const Reading& r : lexicon.readings(word)) {
      if (wanted == Kind::noun && r.tag == Tag::VBG) return;  // every gerund may be a noun
      if (!is_kind(r.tag, wanted)) continue;
      any = true;
      lemma = lexicon.text(r.lemma);
    }
    if (!any)
      warn(place,
           "'" + head + "' is no " + kind + " that the lexicon knows" +
               (is_other(word, wanted == Kind::verb ? Kind::noun : Kind::verb)
                    ? wanted == Kind::verb ? "; it is a noun: put it below a line 'noun' or 'event'"
                                           : "; it is a verb: put it below a line 'verb'"
                    : "") +
               "; if it is meant, use it in a 'yes' example");
    else if (wanted == Kind::verb)
      warn(place, "'" + head + "' is a form of '" + lemma + "'; triggers are written as lemmas: '" +
                      lemma + "' finds all forms");
  }

  bool is_other(WordId word, Kind kind) const {
    const auto readings = names_.lexicon().readings(word);
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Reading& r) { return is_kind(r.tag, kind); });
  }

  void check_lemma(const Name& name) {
    const std::string text = lower_case(name.text);
    const Lexicon& lexicon = names_.lexicon();
    if (!check_known(name.place, text, Kind::any)) return;
    const WordId word = lexicon.find(text);
    if (word == WordId::none || lexicon.readings(word).empty() || names_.is_new(text)) return;
    std::string lemma;
    if (names_.is_lemma(word, Tag::none)) return;
    for (const Reading& r : lexicon.readings(word)) lemma = lexicon.text(r.lemma);
    warn(name.place,
         "no word has the lemma '" + text + "'; write ~" + lemma + " for all its forms");
  }

  void check(const std::vector<FeatureTest>& tests) {
    for (const FeatureTest& test : tests)
      for (const Name& value : test.values) {
        if (test.feature.text == "lemma") check_lemma(value);
        if (test.feature.text == "word")
          check_known(value.place, lower_case(value.text), Kind::any);
      }
  }

  const RuleSource& source_;
  RuleNames& names_;
  std::string shown_;
};

}  // namespace

void warn_of_dead_words(const RuleNode& node, const RuleSource& source, RuleNames& names) {
  DeadWords words(node, source, names);
  for (const BlockNode& block : node.blocks) words.check(block);
  for (const Alternatives& pattern : node.patterns) words.check(pattern);
}

}  // namespace factloom
