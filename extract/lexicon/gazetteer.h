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
  bool add(std::string_view piece);
  std::uint64_t value() const { return state_ ? state_ : 1; }

 private:
  static constexpr std::uint64_t start = 0xcbf29ce484222325ULL;
  std::uint64_t state_ = start;
  bool space_ = false;  // a space that counts if a letter follows
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

  /// The longest entry that begins at a token and ends before `limit`; its senses fit the capitals
  /// of the text.
  Hit longest(const Text& text, std::uint32_t first, std::uint32_t limit) const {
    Hit one;
    return longest(text, seek(text, first, limit), limit, one);
  }
  /// A search from a token that has begun: the table is large, and its memory is fetched while the
  /// caller goes on.
  struct Sought {
    struct Beginning {
      PhraseHash hash;
      bool any = false;  ///< does anything in its last token count?
    };
    std::uint32_t first = 0;
    Beginning one, two;  ///< the first token, and the two before `limit`
  };
  Sought seek(const Text& text, std::uint32_t first, std::uint32_t limit) const;
  /// The same as `longest`, from the token that was sought; `one` becomes the entry of the first
  /// token alone.
  Hit longest(const Text& text, const Sought& sought, std::uint32_t limit, Hit& one) const;
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
  void fetch(const PhraseHash& hash) const;

  MappedFile file_;
  std::vector<std::vector<std::uint64_t>>
      own_;                    // images compiled at run time, aligned; moves keep their storage
  std::vector<Image> images_;  // users' lists first
};

}  // namespace factloom
