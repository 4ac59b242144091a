// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/gazetteer.h"

#include <array>
#include <cstring>
#include <fstream>
#include <sstream>

#include "extract/lexicon/gazetteer_builder.h"

namespace factloom {
namespace {

// Latin letters of U+00C0 … U+017F without their diacritics; '\0' where there is none.
constexpr char plain_latin[] =
    "aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty"   // C0..FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"  // 100..142
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";       // 143..17F

bool has_lower(std::string_view s) {
  for (const char c : s) {
    if (c >= 'a' && c <= 'z') return true;
  }
  return false;
}

/// What a byte counts as: a letter or digit in its plain form, an apostrophe, a plus, a comma, a
/// blank; 0 for bytes that do not count, `wide` for those that begin a longer character of
/// interest.
constexpr unsigned char wide = 1;
constexpr std::array<unsigned char, 256> make_plain_bytes() {
  std::array<unsigned char, 256> plain{};
  for (unsigned c = 0x80; c < 256; ++c) plain[c] = static_cast<unsigned char>(c);
  for (unsigned c = '0'; c <= '9'; ++c) plain[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) plain[c] = plain[c - 32] = static_cast<unsigned char>(c);
  for (const unsigned c : {0x27u, 0x2Bu, 0x2Cu, 0x20u})
    plain[c] = static_cast<unsigned char>(c);  // ' + , blank: "Disney+"
  for (const unsigned c : {0xC3u, 0xC4u, 0xC5u, 0xE2u}) plain[c] = wide;
  return plain;
}
constexpr auto plain_bytes = make_plain_bytes();

/// The plain form of the character at i, of which `wide` was said; 0 if it does not count. Moves i
/// to its last byte.
unsigned char plain_wide(std::string_view piece, std::size_t& i) {
  const auto c = static_cast<unsigned char>(piece[i]);
  if (c == 0xE2) {  // quotes and dashes do not count, but U+2019 is an apostrophe
    const bool apostrophe = piece.substr(i, 3) == "\xE2\x80\x99";
    i += 2;
    return apostrophe ? '\'' : 0;
  }
  if (i + 1 == piece.size()) return c;
  const auto low = static_cast<unsigned>(static_cast<unsigned char>(piece[++i]) & 0x3F);
  return static_cast<unsigned char>(plain_latin[(c - 0xC3u) * 64u + low]);
}

}  // namespace

bool PhraseHash::add_long(std::string_view piece) {
  bool any = false;
  for (std::size_t i = 0; i < piece.size();) {
    const EightLetters letters(piece, i);
    if (letters.count > 0)
      put_word(letters.small, letters.count);
    else if (!add_other(piece, i))
      continue;
    any = true;
    i += letters.count;
  }
  return any;
}

bool PhraseHash::add_other(std::string_view piece, std::size_t& i) {
  unsigned char c = plain_bytes[static_cast<unsigned char>(piece[i])];
  if (c == wide) c = plain_wide(piece, i);
  ++i;
  const bool counts = c > ',';  // letters and digits, all but a few
  if (counts)
    put_word(c, 1);
  else if (c == ' ')
    add_space();
  else if (c != 0)
    put(c, 1);
  return counts;
}

Result<Gazetteer> Gazetteer::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.errors();
  Gazetteer result;
  result.file_ = std::move(*file);
  auto image = view(result.file_.bytes(), path);
  if (!image) return image.errors();
  result.images_.push_back(std::move(*image));
  return result;
}

Result<Gazetteer::Image> Gazetteer::view(std::string_view bytes, const std::string& path) {
  GazetteerHeader header;
  const GazetteerHeader expected;
  if (bytes.size() < sizeof header) return trouble(path, "not a compiled gazetteer: too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  const auto size = sizeof header + header.slot_count * sizeof(GazetteerSlot) +
                    header.sense_count * sizeof(Sense) + header.type_count * sizeof(std::uint32_t) +
                    header.string_bytes;
  if (std::memcmp(header.magic, expected.magic, sizeof header.magic) != 0 || bytes.size() < size ||
      header.slot_count == 0 || (header.slot_count & (header.slot_count - 1)) != 0) {
    return trouble(path, "not a compiled gazetteer, or one of another version: build it again");
  }
  Image image;
  const char* at = bytes.data() + sizeof header;
  image.slots = {reinterpret_cast<const GazetteerSlot*>(at), header.slot_count};
  at += header.slot_count * sizeof(GazetteerSlot);
  image.senses = {reinterpret_cast<const Sense*>(at), header.sense_count};
  at += header.sense_count * sizeof(Sense);
  const auto* types = reinterpret_cast<const std::uint32_t*>(at);
  at += header.type_count * sizeof(std::uint32_t);
  image.strings = {at, header.string_bytes};
  for (std::size_t i = 0; i < header.type_count; ++i) {
    image.types.emplace_back(image.strings.data() + types[i]);
  }
  return image;
}

Diagnostics Gazetteer::add_file(const std::string& path,
                                const std::function<bool(std::string_view)>& known_type) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return {trouble(path, "cannot read this gazetteer")};
  std::ostringstream content;
  content << in.rdbuf();
  GazetteerBuilder builder;
  auto mistakes = builder.add_table(path, content.str(), true, known_type);
  for (const auto& mistake : mistakes) {
    if (!mistake.warning) return mistakes;
  }
  own_.push_back(builder.build());
  const auto& words = own_.back();
  auto image = view({reinterpret_cast<const char*>(words.data()), words.size() * 8}, path);
  if (!image) return image.errors();
  images_.insert(images_.begin(), std::move(*image));
  return mistakes;
}

const GazetteerSlot* Gazetteer::probe(const Image& image, std::uint64_t hash) {
  const auto mask = image.slots.size() - 1;
  for (auto i = first_slot(hash, image.slots.size());; i = (i + 1) & mask) {
    const auto& slot = image.slots[i];
    if (slot.hash == hash) return &slot;
    if (slot.hash == 0) return nullptr;
  }
}

void Gazetteer::Search::begin(std::uint32_t first, std::uint32_t limit) {
  first_ = next_ = first;
  limit_ = limit;
  image_ = 0;
  phrase_ = {};
  longest_ = one_ = {};
  longest_acronyms_ = one_acronyms_ = false;
  open_ = !gazetteer_->images_.empty() && extend();
}

/// Adds tokens to the phrase up to one that counts, as the first must.
bool Gazetteer::Search::extend() {
  while (next_ < limit_) {
    const std::uint32_t token = next_++;
    if (token > first_ && text_->tokens[token].is(shape_space_before)) phrase_.add_space();
    if (phrase_.add(text_->text(token))) {
      hash_ = phrase_.value();
      const Image& image = gazetteer_->images_[image_];
      __builtin_prefetch(&image.slots[first_slot(hash_, image.slots.size())]);
      return true;
    }
    if (token == first_) return false;
  }
  return false;
}

bool Gazetteer::Search::look() {
  if (!open_) return false;
  const Image& image = gazetteer_->images_[image_];
  const GazetteerSlot* const slot = probe(image, hash_);
  if (!slot) return next_image();
  const std::uint32_t tokens = next_ - first_;
  if (slot->count > 0 && tokens > longest_.tokens) {
    longest_ = {tokens, image_, image.senses.subspan(slot->first, slot->count)};
    longest_acronyms_ = (slot->marks & slot_acronyms) != 0;
    if (tokens == 1) {
      one_ = longest_;
      one_acronyms_ = longest_acronyms_;
    }
  }
  return ((slot->marks & slot_prefix) != 0 && extend()) || next_image();
}

bool Gazetteer::Search::next_image() {
  if (++image_ < gazetteer_->images_.size()) {
    next_ = first_;
    phrase_ = {};
    return extend();
  }
  open_ = false;
  if (one_acronyms_) check_capitals(*text_, first_, one_);
  if (longest_acronyms_) check_capitals(*text_, first_, longest_);
  if (longest_.tokens > 0) __builtin_prefetch(longest_.senses.data());  // soon asked for
  return false;
}

void Gazetteer::check_capitals(const Text& text, std::uint32_t first, Hit& hit) {
  // They stand behind the others: cut them off unless the text has capitals (and hyphen).
  const bool lower = has_lower(text.span({first, first + hit.tokens}).of(text.source));
  if (!lower && hit.tokens > 1) return;
  const unsigned wants = lower ? unsigned{sense_acronym} : unsigned{sense_hyphen};
  std::size_t n = hit.senses.size();
  while (n > 0 && (hit.senses[n - 1].flags & wants) != 0) --n;
  hit.senses = hit.senses.first(n);
  if (n == 0) hit.tokens = 0;
}

Gazetteer::Hit Gazetteer::find(std::string_view phrase) const {
  PhraseHash hash;
  if (!hash.add(phrase)) return {};
  for (std::uint32_t i = 0; i < images_.size(); ++i) {
    const auto* slot = probe(images_[i], hash.value());
    if (slot && slot->count > 0) return {1, i, images_[i].senses.subspan(slot->first, slot->count)};
  }
  return {};
}

std::string_view Gazetteer::text(const Hit& hit, std::uint32_t offset) const {
  return images_[hit.image].strings.data() + offset;
}

std::string_view Gazetteer::type_name(const Hit& hit, const Sense& sense) const {
  return images_[hit.image].types[sense.type];
}

std::vector<std::string_view> Gazetteer::types(std::uint32_t image) const {
  return images_[image].types;
}

}  // namespace factloom
