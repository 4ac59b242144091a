// SPDX-License-Identifier: Apache-2.0
// What is known of English words: for each lower-case form its possible word classes with weights,
// the lemma under each, and the semantic classes of the lemma. Compiled at build time from WordNet
// and `schemas/english` into one file that is mapped into memory (`lexicon.bin`); words that rules
// or users add live in a small overlay beside it.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/ids.h"
#include "extract/base/result.h"
#include "extract/lexicon/word_hash.h"
#include "extract/text/token.h"

namespace factloom {

/// One reading of a word form.
struct Reading {
  Tag tag = Tag::none;
  std::uint8_t weight = 0;  ///< relative frequency of this tag for this form, 1..255; readings are
                            ///< sorted, most frequent first
  std::uint16_t classes = 0;    ///< number of a set: see Lexicon::classes
  WordId lemma = WordId::none;  ///< the form itself if it is its own lemma
};

/// One word form, as the compiled file holds it.
struct LexiconWord {
  std::uint32_t text = 0;  ///< where its letters begin
  std::uint16_t length = 0;
  std::uint16_t readings = 0;
  std::uint32_t first_reading = 0;
};

class Lexicon {
 public:
  /// Maps a file made by the lexicon compiler.
  static Result<Lexicon> open(const std::string& path);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// The entry of a lower-case form; none if unknown. Constant time.
  WordId find(std::string_view lower) const { return find(word_hash(lower)); }
  /// By the hash of a form; what the tagger will ask of the entry is fetched meanwhile.
  WordId find(std::uint64_t hash) const {
    const std::uint64_t entry = slots_[find_slot(slots_, hash)] & slot_word_mask;
    if (entry == 0) return find_added(hash);
    __builtin_prefetch(words_ + (entry - 1));
    return static_cast<WordId>(entry - 1);
  }
  /// Fetches what a look-up will need soon: the table is large.
  void fetch(std::uint64_t hash) const {
    __builtin_prefetch(slots_.data() + (hash & (slots_.size() - 1)));
  }
  /// The form of an entry.
  std::string_view text(WordId) const;
  /// The readings of an entry, most frequent first.
  std::span<const Reading> readings(WordId id) const {
    if (index(id) >= file_words_) return added_readings(id);
    const LexiconWord& w = words_[index(id)];
    return {readings_ + w.first_reading, w.readings};
  }
  /// The semantic classes of a reading's lemma in its word class (noun, verb, adjective, adverb).
  WordClasses classes(const Reading& reading) const {
    return WordClasses(class_sets_ + reading.classes);
  }
  /// Every set of classes that some reading has, by its number.
  std::span<const ClassSet> class_sets() const;
  /// Fetches where the readings of an entry lie, which will be asked for soon.
  void fetch_word(WordId id) const {
    if (index(id) < file_words_) __builtin_prefetch(words_ + index(id));
  }
  /// Fetches the readings themselves.
  void fetch_readings(WordId id) const {
    if (index(id) < file_words_) __builtin_prefetch(readings_ + words_[index(id)].first_reading);
  }
  /// The lemma of a form under a tag: the entry's own, else found by suffix rules; none when it is
  /// not in the Lexicon.
  WordId lemma(std::string_view lower, Tag) const;
  /// Number of words.
  std::size_t size() const;

  /// A semantic class by name ("person", "reporting-verb"); none if the lexicon has no such class.
  ClassId find_class(std::string_view name) const;
  std::string_view class_name(ClassId) const;
  std::size_t class_count() const;

  /// Adds a word that a rule, a gazetteer or a user names, if it is not there yet (while loading
  /// only, never while extracting). Inflected forms of an added verb or noun are found by `lemma`.
  WordId add(std::string_view lower, Tag);

 private:
  Lexicon();
  WordId find_added(std::uint64_t hash) const;
  std::span<const Reading> added_readings(WordId) const;
  struct Inside;
  std::unique_ptr<Inside> inside_;
  // tables of the file, which `inside_` keeps
  std::span<const std::uint64_t> slots_;
  std::uint32_t file_words_ = 0;
  const LexiconWord* words_ = nullptr;
  const Reading* readings_ = nullptr;
  const ClassSet* class_sets_ = nullptr;  // the first is empty
};

}  // namespace factloom
