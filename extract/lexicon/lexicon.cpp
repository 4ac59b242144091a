// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/lexicon.h"

#include <cstring>

#include "extract/base/mapped_file.h"
#include "extract/lexicon/inflect.h"
#include "extract/lexicon/lexicon_file.h"

namespace factloom {

namespace {

/// Does every table that the header names lie within the file?
bool tables_lie_inside(const LexiconHeader& h) {
  const auto inside = [&](std::uint64_t at, std::uint64_t count, std::uint64_t size,
                          std::uint64_t alignment) {
    return at % alignment == 0 && at >= sizeof h && at <= h.file_size &&
           count <= (h.file_size - at) / size;
  };
  const bool slots_good =
      h.slots > h.words && (h.slots & (h.slots - 1)) == 0 && h.words < slot_word_mask;
  return slots_good && h.classes <= ClassSet::capacity &&
         inside(h.slots_at, h.slots, sizeof(std::uint64_t), alignof(std::uint64_t)) &&
         inside(h.words_at, h.words, sizeof(LexiconWord), alignof(LexiconWord)) &&
         inside(h.readings_at, h.readings, sizeof(Reading), alignof(Reading)) && h.class_sets > 0 &&
         inside(h.class_sets_at, h.class_sets, sizeof(ClassSet), alignof(ClassSet)) &&
         inside(h.text_at, h.text_bytes, 1, 1) && inside(h.classes_at, h.class_bytes, 1, 1) &&
         h.class_bytes >= h.classes;
}

/// The names of the classes, each closed by a zero byte; fewer than `count` if the bytes do not
/// hold them.
std::vector<std::string_view> names_in(std::string_view bytes, std::uint32_t count) {
  std::vector<std::string_view> names;
  while (names.size() < count) {
    const auto end = bytes.find('\0');
    if (end == std::string_view::npos) break;
    names.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  return names;
}

}  // namespace

struct Lexicon::Inside {
  struct Added {
    std::string text;
    std::vector<Reading> readings;
  };
  MappedFile file;
  const LexiconHeader* header = nullptr;
  const char* text = nullptr;
  std::vector<std::string_view> classes;
  std::vector<Added> added;  ///< words beyond the file
  std::vector<std::uint64_t> added_slots = std::vector<std::uint64_t>(64);  ///< their table

  void enter(std::uint32_t number) {
    const std::uint64_t hash = word_hash(added[number].text);
    added_slots[find_slot(added_slots, hash)] = (hash & ~slot_word_mask) | (number + 1);
  }
};

Lexicon::Lexicon() : inside_(std::make_unique<Inside>()) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.errors();
  const std::string_view bytes = file->bytes();
  LexiconHeader header;
  if (bytes.size() < sizeof header)
    return trouble(path, "is too short for a lexicon; build it again");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != LexiconHeader::expected)
    return trouble(path, "is no lexicon of this version; build it again");
  if (header.file_size != bytes.size() || !tables_lie_inside(header))
    return trouble(path, "is cut off or damaged; build it again");
  Lexicon lexicon;
  Inside& in = *lexicon.inside_;
  in.file = std::move(*file);
  const char* base = in.file.bytes().data();
  in.header = reinterpret_cast<const LexiconHeader*>(base);
  lexicon.file_words_ = header.words;
  lexicon.words_ = reinterpret_cast<const LexiconWord*>(base + header.words_at);
  lexicon.slots_ = {reinterpret_cast<const std::uint64_t*>(base + header.slots_at), header.slots};
  lexicon.readings_ = reinterpret_cast<const Reading*>(base + header.readings_at);
  lexicon.class_sets_ = reinterpret_cast<const ClassSet*>(base + header.class_sets_at);
  in.text = base + header.text_at;
  in.classes = names_in({base + header.classes_at, header.class_bytes}, header.classes);
  if (in.classes.size() != header.classes) return trouble(path, "is damaged; build it again");
  return lexicon;
}

WordId Lexicon::find_added(std::uint64_t hash) const {
  const Inside& in = *inside_;
  const std::uint64_t entry = in.added_slots[find_slot(in.added_slots, hash)] & slot_word_mask;
  return entry == 0 ? WordId::none : static_cast<WordId>(in.header->words + entry - 1);
}

std::string_view Lexicon::text(WordId id) const {
  const Inside& in = *inside_;
  if (index(id) >= in.header->words) return in.added[index(id) - in.header->words].text;
  const LexiconWord& w = words_[index(id)];
  return {in.text + w.text, w.length};
}

std::span<const Reading> Lexicon::added_readings(WordId id) const {
  return inside_->added[index(id) - file_words_].readings;
}

std::span<const ClassSet> Lexicon::class_sets() const {
  return {class_sets_, inside_->header->class_sets};
}

std::size_t Lexicon::size() const {
  return inside_->header->words + inside_->added.size();
}

WordId Lexicon::lemma(std::string_view lower, Tag tag) const {
  const WordId word = find(lower);
  if (word != WordId::none)
    for (const Reading& r : readings(word))
      if (r.tag == tag) return r.lemma;
  for (const std::string& candidate : lemma_candidates(lower, tag)) {
    const WordId id = find(candidate);
    if (id != WordId::none) return id;
  }
  return word;
}

ClassId Lexicon::find_class(std::string_view name) const {
  for (std::size_t i = 0; i < inside_->classes.size(); ++i)
    if (inside_->classes[i] == name) return static_cast<ClassId>(i);
  return ClassId::none;
}
std::string_view Lexicon::class_name(ClassId id) const {
  return inside_->classes[index(id)];
}
std::size_t Lexicon::class_count() const {
  return inside_->classes.size();
}

WordId Lexicon::add(std::string_view lower, Tag tag) {
  const WordId known = find(lower);
  if (known != WordId::none) return known;
  Inside& in = *inside_;
  const auto id = static_cast<WordId>(in.header->words + in.added.size());
  in.added.push_back({std::string(lower), {{tag, 255, 0, id}}});
  if (in.added.size() * 2 > in.added_slots.size()) {
    in.added_slots.assign(in.added_slots.size() * 2, 0);
    for (std::uint32_t i = 0; i + 1 < in.added.size(); ++i) in.enter(i);
  }
  in.enter(static_cast<std::uint32_t>(in.added.size() - 1));
  return id;
}

}  // namespace factloom
