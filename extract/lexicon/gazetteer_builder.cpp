// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/gazetteer_builder.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "extract/base/csv.h"

namespace factloom {
namespace {

constexpr std::array<std::string_view, 12> columns = {"name",   "type",   "id",      "aliases",
                                                      "flags",  "of",     "country", "adjective",
                                                      "person", "plural", "capital", "metonym"};
enum Column {
  column_name,
  column_type,
  column_id,
  column_aliases,
  column_flags,
  column_of,
  column_country,
  column_adjective,
  column_person,
  column_plural,
  column_capital,
  column_metonym,
  column_count
};

using Field = CsvField;

std::vector<Field> split_tabs(std::string_view line) {
  std::vector<Field> fields;
  std::size_t at = 0;
  while (true) {
    const auto tab = std::min(line.find('\t', at), line.size());
    fields.push_back({std::string(line.substr(at, tab - at)), static_cast<std::uint32_t>(at)});
    if (tab == line.size()) return fields;
    at = tab + 1;
  }
}

template <class Use>
void each_part(std::string_view list, char separator, const Use& use) {
  while (!list.empty()) {
    const auto end = std::min(list.find(separator), list.size());
    auto part = list.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) use(part);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c & 0x80) != 0;
}

/// Is it written like an acronym: two to five capitals and nothing lower?
bool is_acronym(std::string_view s) {
  int capitals = 0;
  for (const char c : s) {
    if ((c >= 'a' && c <= 'z') || (c & 0x80) != 0 || c == ' ') return false;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals >= 1 && capitals <= 6;
}

/// What must be written in capitals stands behind the rest, what needs its hyphen as well at the
/// end.
int capitals_rank(const Sense& s) {
  return (s.flags & sense_hyphen) != 0 ? 2 : (s.flags & sense_acronym) != 0 ? 1 : 0;
}

SenseKind kind_of(std::string_view type_name) {
  if (type_name == "first-name") return SenseKind::first_name;
  if (type_name == "surname") return SenseKind::surname;
  if (type_name.starts_with("adjective")) return SenseKind::adjective;
  if (type_name == "state-code") return SenseKind::state_code;
  return SenseKind::name;
}

/// Of what an adjective's owner is: "adjective:PoliticalParty", else a region.
std::string_view adjective_type(std::string_view type_name) {
  if (!type_name.starts_with("adjective")) return "";
  const auto colon = type_name.find(':');
  return colon == type_name.npos ? "Region" : type_name.substr(colon + 1);
}

bool read_flag(std::string_view flag, Sense& sense) {
  if (flag.size() == 2 && flag[0] == 'w' && flag[1] >= '1' && flag[1] <= '9') {
    sense.weight = static_cast<std::uint8_t>(flag[1] - '0');
  } else if (flag == "m") {
    sense.flags |= sense_male;
  } else if (flag == "f") {
    sense.flags |= sense_female;
  } else if (flag == "mf") {
    sense.flags |= sense_male | sense_female;
  } else if (flag == "context") {
    sense.flags |= sense_context;
  } else if (flag == "family-first") {
    sense.flags |= sense_family_first;
  } else {
    return flag == "acronym";
  }
  return true;
}

}  // namespace

struct GazetteerBuilder::Row {
  std::array<Field, column_count> fields;
  const std::string& operator[](Column c) const { return fields[c].text; }
};

GazetteerBuilder::GazetteerBuilder() {
  string("");
  type("");
}

std::uint32_t GazetteerBuilder::string(std::string_view s) {
  const auto [at, added] =
      string_offsets_.try_emplace(std::string(s), static_cast<std::uint32_t>(strings_.size()));
  if (added) strings_.append(s).push_back('\0');
  return at->second;
}

std::uint8_t GazetteerBuilder::type(std::string_view s) {
  const auto at = std::find(types_.begin(), types_.end(), s) - types_.begin();
  if (static_cast<std::size_t>(at) == types_.size()) types_.emplace_back(s);
  return static_cast<std::uint8_t>(at);
}

void GazetteerBuilder::add(std::string_view phrase, Sense sense) {
  if (is_acronym(phrase)) sense.flags |= sense_acronym;
  if (sense.kind != SenseKind::name && phrase.find('-') == 1) sense.flags |= sense_hyphen;
  PhraseHash hash;
  std::size_t begin = 0;
  // A tokenizer may cut wherever a mark or a space stands.
  for (std::size_t i = 1; i < phrase.size(); ++i) {
    if (is_word_byte(phrase[i]) == is_word_byte(phrase[i - 1])) continue;
    hash.add(phrase.substr(begin, i - begin));
    phrases_[hash.value()].prefix = true;
    begin = i;
  }
  if (!hash.add(phrase.substr(begin)) && begin == 0) return;
  auto& senses = phrases_[hash.value()].senses;
  for (auto& other : senses) {
    if (other.name == sense.name && other.type == sense.type && other.kind == sense.kind &&
        (other.kind == SenseKind::first_name || other.kind == SenseKind::surname ||
         other.of == sense.of)) {
      other.weight = std::max(other.weight, sense.weight);
      if ((sense.flags & sense_acronym) == 0) {
        other.flags = static_cast<std::uint8_t>(other.flags & ~sense_acronym);
      }
      other.flags |= sense.flags & (sense_male | sense_female | sense_family_first);
      return;
    }
  }
  senses.push_back(sense);
}

void GazetteerBuilder::add_entry(const Row& row, bool users_own) {
  Sense sense;
  sense.kind = kind_of(row[column_type]);
  sense.name =
      string(sense.kind == SenseKind::adjective && !row[column_of].empty() ? row[column_of]
                                                                           : row[column_name]);
  sense.id = string(row[column_id]);
  sense.of = string(row[column_of]);
  sense.type = sense.kind == SenseKind::name ? type(row[column_type])
                                             : type(adjective_type(row[column_type]));
  if (users_own) sense.flags |= sense_user;
  each_part(row[column_flags], ' ', [&](std::string_view flag) { read_flag(flag, sense); });
  if (sense.kind == SenseKind::first_name || sense.kind == SenseKind::surname) sense.name = 0;
  add(row[column_name], sense);
  if (sense.kind == SenseKind::adjective) sense.kind = SenseKind::plural_noun;
  each_part(row[column_aliases], ';', [&](std::string_view alias) { add(alias, sense); });
}

void GazetteerBuilder::add_country(const Row& row) {
  Sense sense;
  sense.name = string(row[column_country]);
  sense.id = string(row[column_id]);
  sense.of = sense.id;
  sense.type = type("Country");
  sense.weight = 9;
  const auto add_all = [&](Column column, SenseKind kind) {
    sense.kind = kind;
    each_part(row[column], ';', [&](std::string_view phrase) { add(phrase, sense); });
  };
  add(row[column_country], sense);
  add_all(column_aliases, SenseKind::name);
  add_all(column_adjective, SenseKind::adjective);
  add_all(column_person, SenseKind::person_noun);
  add_all(column_plural, SenseKind::plural_noun);
  add_all(column_capital, SenseKind::metonym);
  add_all(column_metonym, SenseKind::metonym);
  Sense city;
  city.of = sense.id;
  city.type = type("City");
  city.weight = 8;
  each_part(row[column_capital], ';', [&](std::string_view phrase) {
    city.name = string(phrase);
    add(phrase, city);
  });
}

namespace {

/// Where a table is being read, to say where a mistake is.
struct Place {
  const std::string& path;
  std::string_view line;
  std::uint32_t number = 0;
};

Diagnostic mistake(const Place& place, std::uint32_t at, std::size_t length, std::string message) {
  Diagnostic d = trouble(place.path, std::move(message));
  d.line = place.number;
  d.column = at + 1;
  d.length = static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
  d.source_line = std::string(place.line);
  return d;
}

/// Which column each field of a line is; what is wrong is added to `mistakes`.
std::vector<int> read_header(const Place& place, const std::vector<Field>& fields,
                             Diagnostics& mistakes) {
  std::vector<int> order;
  for (const auto& field : fields) {
    const auto at = std::find(columns.begin(), columns.end(), field.text) - columns.begin();
    order.push_back(static_cast<int>(at));
    if (at == column_count) {
      mistakes.push_back(mistake(
          place, field.at, field.text.size(),
          "no such column: '" + field.text + "'; expected name, type, id, aliases, flags, of"));
    }
  }
  if (std::find(order.begin(), order.end(), column_name) == order.end() &&
      std::find(order.begin(), order.end(), column_country) == order.end()) {
    mistakes.push_back(mistake(place, 0, place.line.size(),
                               "the first line must name the columns: name, type, id, aliases"));
  }
  return order;
}

}  // namespace

Diagnostics GazetteerBuilder::add_table(const std::string& path, std::string_view content,
                                        bool users_own,
                                        const std::function<bool(std::string_view)>& known_type) {
  Diagnostics mistakes;
  std::vector<int> order;
  Place place{path, {}, 0};
  while (!content.empty()) {
    const auto end = std::min(content.find('\n'), content.size());
    auto line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    ++place.number;
    if (place.number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    place.line = line;
    bool open = false;
    const auto fields = path.ends_with(".csv") ? split_csv(line, open) : split_tabs(line);
    if (open) {
      mistakes.push_back(
          mistake(place, fields.back().at, 1, "this quote is not closed on its line"));
    } else if (order.empty()) {
      order = read_header(place, fields, mistakes);
      if (!mistakes.empty()) return mistakes;
    } else if (fields.size() > order.size()) {
      mistakes.push_back(mistake(place, fields[order.size()].at, 1, "more fields than columns"));
    } else {
      Row row;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        row.fields[static_cast<std::size_t>(order[i])] = fields[i];
      }
      const auto [column, message] = complaint(row, known_type);
      if (message.empty()) {
        row[column_country].empty() ? add_entry(row, users_own) : add_country(row);
      } else {
        mistakes.push_back(
            mistake(place, row.fields[column].at, row.fields[column].text.size(), message));
      }
    }
  }
  return mistakes;
}

std::pair<std::uint8_t, std::string> GazetteerBuilder::complaint(
    const Row& row, const std::function<bool(std::string_view)>& known_type) {
  if (!row[column_country].empty()) return {column_country, ""};
  if (row[column_name].empty()) return {column_name, "an entry needs a name"};
  const auto& type_name = row[column_type];
  if (type_name.empty()) return {column_type, "an entry needs a type"};
  if (known_type && kind_of(type_name) == SenseKind::name && !known_type(type_name)) {
    return {column_type, "no such type: '" + type_name + "'"};
  }
  Sense sense;
  std::string message;
  each_part(row[column_flags], ' ', [&](std::string_view flag) {
    if (!read_flag(flag, sense)) message = "no such flag: '" + std::string(flag) + "'";
  });
  return {column_flags, message};
}

std::vector<std::uint64_t> GazetteerBuilder::build() {
  GazetteerHeader header;
  header.slot_count = 16;
  while (header.slot_count < phrases_.size() * 2) header.slot_count *= 2;
  std::vector<std::uint64_t> keys;
  for (const auto& [hash, phrase] : phrases_) keys.push_back(hash);
  std::sort(keys.begin(), keys.end());  // the same bytes whatever the order of the map
  std::vector<GazetteerSlot> slots(header.slot_count);
  std::vector<Sense> senses;
  const auto mask = header.slot_count - 1;
  for (const auto key : keys) {
    auto& phrase = phrases_[key];
    std::stable_sort(phrase.senses.begin(), phrase.senses.end(),
                     [](const Sense& a, const Sense& b) {
                       const auto aa = capitals_rank(a), bb = capitals_rank(b);
                       return aa != bb ? aa < bb : a.weight > b.weight;
                     });
    GazetteerSlot slot;
    slot.hash = key;
    slot.first = static_cast<std::uint32_t>(senses.size());
    slot.count = static_cast<std::uint16_t>(std::min<std::size_t>(phrase.senses.size(), 32));
    const bool acronyms = slot.count > 0 && capitals_rank(phrase.senses[slot.count - 1u]) > 0;
    slot.marks = static_cast<std::uint16_t>((phrase.prefix ? unsigned{slot_prefix} : 0u) |
                                            (acronyms ? unsigned{slot_acronyms} : 0u));
    senses.insert(senses.end(), phrase.senses.begin(), phrase.senses.begin() + slot.count);
    auto i = first_slot(key, header.slot_count);
    while (slots[i].hash != 0) i = (i + 1) & mask;
    slots[i] = slot;
  }
  std::vector<std::uint32_t> types;
  for (const auto& t : types_) types.push_back(string(t));
  header.sense_count = senses.size();
  header.type_count = types.size();
  header.string_bytes = strings_.size();
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(GazetteerSlot));
  bytes.append(reinterpret_cast<const char*>(senses.data()), senses.size() * sizeof(Sense));
  bytes.append(reinterpret_cast<const char*>(types.data()), types.size() * sizeof(std::uint32_t));
  bytes.append(strings_);
  bytes.resize((bytes.size() + 7) / 8 * 8);
  std::vector<std::uint64_t> image(bytes.size() / 8);
  std::memcpy(image.data(), bytes.data(), bytes.size());
  return image;
}

}  // namespace factloom
