// SPDX-License-Identifier: Apache-2.0
// Known names: what a phrase may be the name of. The compiled file is mapped and used where it
// lies: a hash table from phrases (and from the beginnings of longer phrases) to senses, so that
// the longest entry from a token is found in as many probes as it has words, whatever the number of
// entries. Phrases are compared without case, diacritics and marks (but commas), so that
// they do not depend on how a tokenizer cuts "U.S." or "Coca-Cola"; entries that are acronyms ask
// for capitals. A user's own lists are compiled into the same form when they are loaded, and looked
// up first. Which sense holds at a place of a text is decided in extract/names.
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/mapped_file.h"
#include "extract/base/result.h"
#include "extract/lexicon/word_hash.h"
#include "extract/text/token.h"

namespace factloom {

/// What an entry says of its phrase.
enum class SenseKind : std::uint8_t {
  name,         ///< names a thing of the sense's type
  first_name,   ///< part of persons' names
  surname,      ///< part of persons' names
  adjective,    ///< belongs to the place that the sense's name gives ("French")
  person_noun,  ///< an inhabitant ("Frenchman")
  plural_noun,  ///< inhabitants ("Frenchmen")
  metonym,      ///< stands for the government of the place that the sense's name gives ("Kremlin")
  state_code,   ///< "CA" after a city
};

enum SenseFlag : std::uint8_t {
  sense_male = 1,
  sense_female = 2,
  sense_acronym = 4,       ///< only when written in capitals
  sense_family_first = 8,  ///< a surname that may stand before the given name ("Kim")
  sense_context = 16,      ///< needs support from its context
  sense_user = 32,         ///< from a user's own list: certain
  sense_hyphen = 64,       ///< only with its hyphen: "R-MT" is a party and a state, "RMT" is not
};

/// One reading of a phrase. Strings are offsets for `Gazetteer::text`.
struct Sense {
  std::uint32_t name = 0;  ///< canonical name
  std::uint32_t id = 0;    ///< the source's id; empty when there is none
  std::uint32_t of = 0;    ///< country code or place that it belongs to; empty when not known
  std::uint8_t type = 0;   ///< index into `Gazetteer::types`
  SenseKind kind = SenseKind::name;
  std::uint8_t flags = 0;   ///< bits of SenseFlag
  std::uint8_t weight = 5;  ///< how well known, 1..9
};

/// One slot of the table of phrases.
struct GazetteerSlot {
  std::uint64_t hash = 0;  ///< 0: empty
  std::uint32_t first = 0;
  std::uint16_t count = 0;
  std::uint16_t marks = 0;  ///< bits of SlotMark
};

enum SlotMark : std::uint16_t {
  slot_prefix = 1,    ///< a longer phrase begins with this one
  slot_acronyms = 2,  ///< its last senses are acronyms
};

/// Hash of a phrase, fed piece by piece; pieces may be cut anywhere.
class PhraseHash {
 public:
  /// Adds a piece; false if it holds nothing that counts.
  bool add(std::string_view piece) {
    if (piece.size() <= 8) {
      const EightLetters letters(piece, 0);
      if (letters.count == piece.size() && letters.count > 0) {  // as of most tokens
        put_word(letters.small, letters.count);
        return true;
      }
    }
    return add_long(piece);
  }
  /// Adds a blank, which counts if letters stand on both sides.
  void add_space() { space_ = letters_ > 0; }
  std::uint64_t value() const {
    const std::uint64_t hash = eights_.value(last_, letters_);
    return hash ? hash : 1;
  }

 private:
  bool add_long(std::string_view piece);
  /// Adds what begins with no ASCII letter, and goes behind it; does it count?
  bool add_other(std::string_view piece, std::size_t& i);
  /// Adds up to eight letters, the first the lowest byte.
  void put(std::uint64_t letters, unsigned count) {
    const unsigned before = letters_ % 8;
    letters_ += count;
    last_ |= letters << 8 * before;
    if (before + count < 8) return;
    eights_.add(last_);
    last_ = letters >> 1 >> (63 - 8 * before);
  }
  /// The same, behind a space that counts with them.
  void put_word(std::uint64_t letters, unsigned count) {
    if (space_) put(' ', 1);
    space_ = false;
    put(letters, count);
  }

  WordHash eights_;            // of all letters but the last
  std::uint64_t last_ = 0;     // fewer than eight
  std::uint32_t letters_ = 0;  // how many in all
  bool space_ = false;         // a space that counts if a letter follows
};

/// Where the search for a hash begins in a table of `size` slots (a power of two).
constexpr std::uint64_t first_slot(std::uint64_t hash, std::uint64_t size) {
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  return (hash ^ hash >> 29) & (size - 1);
}

class Gazetteer {
 public:
  /// What `longest` found.
  struct Hit {
    std::uint32_t tokens = 0;  ///< 0: nothing
    std::uint32_t image = 0;   ///< where its strings lie
    std::span<const Sense> senses;

    /// Has it a sense of the kind, of this weight at least?
    bool has(SenseKind kind, int least = 0) const {
      return std::any_of(senses.begin(), senses.end(),
                         [&](const Sense& s) { return s.kind == kind && s.weight >= least; });
    }
  };

  /// Maps a file made by the gazetteer compiler.
  static Result<Gazetteer> open(const std::string& path);
  /// A gazetteer without entries.
  Gazetteer() = default;

  /// Compiles a user's list (CSV or TSV by its suffix; header with name, type, id, aliases) and
  /// puts it before the others. `known_type` says whether the ontology has a type. All mistakes at
  /// once.
  Diagnostics add_file(const std::string& path,
                       const std::function<bool(std::string_view)>& known_type);

  /// A search for the longest entry that begins at a token and ends before `limit`, a look at a
  /// time: the table is large, and the memory of the next look is fetched while the caller goes on
  /// with other searches. The senses found fit the capitals of the text.
  class Search {
   public:
    Search() = default;  ///< of no text
    Search(const Gazetteer& gazetteer, const Text& text) : gazetteer_(&gazetteer), text_(&text) {}

    /// From this token; what was searched before is forgotten.
    void begin(std::uint32_t first, std::uint32_t limit);
    /// Looks for the phrase up to the next token; is there more to look for?
    bool look();
    bool begun() const { return limit_ > 0; }
    std::uint32_t first() const { return first_; }
    /// What was found, once there is nothing more to look for.
    const Hit& longest() const { return longest_; }
    /// The entry of the first token alone.
    const Hit& one() const { return one_; }

   private:
    bool extend();
    bool next_image();

    const Gazetteer* gazetteer_ = nullptr;
    const Text* text_ = nullptr;
    std::uint32_t first_ = 0, limit_ = 0;
    std::uint32_t next_ = 0;   // token behind the phrase
    std::uint32_t image_ = 0;  // that is looked at now
    PhraseHash phrase_;
    std::uint64_t hash_ = 0;  // of the phrase
    bool open_ = false;
    bool longest_acronyms_ = false, one_acronyms_ = false;
    Hit longest_, one_;
  };
  /// The longest entry that begins at a token and ends before `limit`.
  Hit longest(const Text& text, std::uint32_t first, std::uint32_t limit) const {
    Search search(*this, text);
    search.begin(first, limit);
    while (search.look()) {
    }
    return search.longest();
  }
  /// Senses of a whole phrase, whatever its capitals.
  Hit find(std::string_view phrase) const;

  /// A string of a sense.
  std::string_view text(const Hit& hit, std::uint32_t offset) const;
  /// The name of the type of a sense ("City"; "" for parts of names).
  std::string_view type_name(const Hit& hit, const Sense& sense) const;
  /// Type names of an image, to resolve them once.
  std::vector<std::string_view> types(std::uint32_t image) const;
  std::uint32_t image_count() const { return static_cast<std::uint32_t>(images_.size()); }

 private:
  /// Of an entry with senses of acronyms: takes them away unless the text has capitals.
  static void check_capitals(const Text& text, std::uint32_t first, Hit& hit);
  struct Image {
    std::span<const GazetteerSlot> slots;
    std::span<const Sense> senses;
    std::string_view strings;
    std::vector<std::string_view> types;
  };
  static Result<Image> view(std::string_view bytes, const std::string& path);
  static const GazetteerSlot* probe(const Image& image, std::uint64_t hash);

  MappedFile file_;
  std::vector<std::vector<std::uint64_t>>
      own_;                    // images compiled at run time, aligned; moves keep their storage
  std::vector<Image> images_;  // users' lists first
};

}  // namespace factloom
