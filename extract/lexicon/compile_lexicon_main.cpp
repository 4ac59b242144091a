// SPDX-License-Identifier: Apache-2.0
// Makes lexicon.bin: WordNet's words and synsets, the tag lexicon, closed classes and semantic
// classes of `schemas/english` become one file of hash table, words and readings (see
// lexicon_file.h).
//
// usage: compile_lexicon WORDNET_FOLDER ENGLISH_FOLDER OUTPUT
#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "extract/base/table.h"
#include "extract/lexicon/inflect.h"
#include "extract/lexicon/lexicon_file.h"
#include "extract/lexicon/wordnet.h"

namespace factloom {
namespace {

constexpr std::array<Tag, pos_count> base_tags = {Tag::NN, Tag::VB, Tag::JJ, Tag::RB};

constexpr unsigned closed_class_weight = 255;

Pos pos_of(Tag t) {
  if (is_verb(t)) return verb;
  if (is_adjective(t)) return adjective;
  return is_adverb(t) ? adverb : noun;
}

struct Made {
  std::map<Tag, std::pair<unsigned, std::string>> readings;  // tag -> weight, lemma
};

struct Compiler {
  WordNet wordnet;
  std::map<std::string, Made> words;
  std::vector<std::string> classes;
  std::map<std::string, std::vector<std::pair<std::size_t, int>>>
      word_classes;  // word -> (class, pos or -1)
  std::map<std::string, std::vector<std::pair<std::size_t, int>>> not_classes;
  std::vector<std::pair<std::size_t, std::pair<Pos, std::unordered_set<std::uint32_t>>>>
      synset_classes;
  std::vector<std::string> errors;
};

Tag tag_named(std::string_view name) {
  for (std::size_t i = 1; i < tag_names.size(); ++i)
    if (tag_names[i] == name) return static_cast<Tag>(i);
  return Tag::none;
}

void add(Compiler& c, const std::string& form, Tag tag, unsigned weight, const std::string& lemma) {
  auto [it, fresh] = c.words[form].readings.try_emplace(tag, weight, lemma);
  if (!fresh) it->second.first = std::max(it->second.first, weight);
}

/// Which irregular forms a lemma has: they replace the regular past or plural.
std::map<std::string, std::vector<std::string>> irregular(const WordNet& w, Pos pos) {
  std::map<std::string, std::vector<std::string>> forms;
  for (const auto& [form, lemmas] : w.exceptions[pos])
    for (const auto& lemma : lemmas) forms[lemma].push_back(form);
  return forms;
}

/// "company", "chip": a verb in the dictionary, a noun in running text (WordNet's sense counts).
bool noun_in_truth(const WordNet& w, const std::string& lemma, const Senses& as_verb) {
  const auto it = w.lemmas[noun].find(lemma);
  return it != w.lemmas[noun].end() && it->second.total() >= 8 &&
         it->second.total() > 30 * as_verb.total();
}

void add_wordnet(Compiler& c) {
  for (const Pos pos : {noun, verb, adjective, adverb}) {
    const auto odd = irregular(c.wordnet, pos);
    for (const auto& [lemma, senses] : c.wordnet.lemmas[pos]) {
      if (!plain(lemma)) continue;
      if (pos == verb && noun_in_truth(c.wordnet, lemma, senses)) {
        add(c, lemma, Tag::VB, 1, lemma);  // where the tagger finds that a verb is asked for
        for (const auto& [form, tag] : regular_forms(lemma, Tag::VB))
          if (tag == Tag::VBZ) add(c, form, tag, 1, lemma);
        continue;
      }
      const unsigned weight = std::min(60u, 2 + senses.total() / 4);
      add(c, lemma, base_tags[pos], weight, lemma);
      if (pos == verb) add(c, lemma, Tag::VBP, std::max(1u, weight - 1), lemma);
      const auto it = odd.find(lemma);
      for (const auto& [form, tag] : regular_forms(lemma, base_tags[pos])) {
        const bool replaced =
            it != odd.end() && (tag == Tag::VBD || tag == Tag::VBN || tag == Tag::NNS ||
                                tag == Tag::JJR || tag == Tag::JJS);
        if (pos == adjective && c.words.find(form) == c.words.end() && senses.total() < 3) continue;
        add(c, form, tag, replaced ? 1 : weight, lemma);
      }
      if (it == odd.end()) continue;
      for (const auto& form : it->second) {
        if (pos == noun) add(c, form, Tag::NNS, weight, lemma);
        if (pos == adjective)
          add(c, form, form.ends_with("st") ? Tag::JJS : Tag::JJR, weight, lemma);
        if (pos == adverb) add(c, form, form.ends_with("st") ? Tag::RBS : Tag::RBR, weight, lemma);
        if (pos == verb && form.ends_with("ing"))
          add(c, form, Tag::VBG, weight, lemma);
        else if (pos == verb && form.ends_with("s") && form != lemma)
          add(c, form, Tag::VBZ, weight, lemma);
        else if (pos == verb) {
          add(c, form, Tag::VBD, weight, lemma);
          add(c, form, Tag::VBN, weight, lemma);
        }
      }
    }
  }
}

std::string lemma_of(const Compiler& c, const std::string& form, Tag tag) {
  const auto it = c.words.find(form);
  if (it != c.words.end()) {
    const auto r = it->second.readings.find(tag);
    if (r != it->second.readings.end()) return r->second.second;
    for (const auto& [t, reading] : it->second.readings)
      if (pos_of(t) == pos_of(tag) && is_verb(t) == is_verb(tag) && is_noun(t) == is_noun(tag))
        return reading.second;
  }
  for (const auto& candidate : lemma_candidates(form, tag))
    if (c.words.count(candidate) != 0) return candidate;
  return form;
}

/// word, tags in order of frequency ("NN VB"; "-VB" takes a tag away), optional lemma.
void add_tags(Compiler& c, const std::string& file, unsigned best) {
  const auto rows = read_table(file, 2, 3);
  if (!rows) {
    for (const auto& e : rows.errors()) c.errors.push_back(e.text());
    return;
  }
  for (const TableRow& row : *rows) {
    unsigned weight = best;
    for (const auto piece : split(row.fields[1], ' ')) {
      const bool away = piece.size() > 1 && piece[0] == '-';
      const Tag tag = tag_named(away ? piece.substr(1) : piece);
      if (away && tag != Tag::none) {
        c.words[row.fields[0]].readings.erase(tag);
        continue;
      }
      if (tag == Tag::none) {
        c.errors.push_back(row.trouble(file, 1, "unknown tag '" + std::string(piece) + "'").text());
        continue;
      }
      const std::string lemma =
          row.fields.size() > 2 ? row.fields[2] : lemma_of(c, row.fields[0], tag);
      auto& reading = c.words[row.fields[0]].readings[tag];
      reading = {weight, lemma};
      if (is_verb(tag) || tag == Tag::NN)
        if (c.words.find(lemma) == c.words.end())
          add(c, lemma, is_verb(tag) ? Tag::VB : Tag::NN, 1, lemma);
      weight = weight > 40 ? weight - 30 : weight;
    }
  }
}

std::size_t class_id(Compiler& c, const std::string& name) {
  const auto it = std::find(c.classes.begin(), c.classes.end(), name);
  if (it != c.classes.end()) return static_cast<std::size_t>(it - c.classes.begin());
  c.classes.push_back(name);
  return c.classes.size() - 1;
}

void add_class_row(Compiler& c, const std::string& file, const TableRow& row) {
  const std::size_t id = class_id(c, row.fields[0]);
  const auto p = std::find(pos_names.begin(), pos_names.end(), row.fields[1]);
  const int pos = p == pos_names.end() ? -1 : static_cast<int>(p - pos_names.begin());
  for (const auto piece : split(row.fields[2], ',')) {
    if (piece[0] == '-') {
      c.not_classes[std::string(piece.substr(1))].emplace_back(id, pos);
    } else if (piece[0] == '*') {
      const auto hash = piece.find('#');
      const std::string lemma(piece.substr(1, hash - 1));
      const std::size_t sense =
          hash == std::string_view::npos
              ? 1
              : static_cast<std::size_t>(std::stoul(std::string(piece.substr(hash + 1))));
      const auto it = pos < 0 ? c.wordnet.lemmas[0].end() : c.wordnet.lemmas[pos].find(lemma);
      if (pos < 0 || it == c.wordnet.lemmas[pos].end() || sense > it->second.synsets.size()) {
        c.errors.push_back(
            row.trouble(file, 2, "WordNet has no '" + std::string(piece.substr(1)) + "'").text());
        continue;
      }
      std::unordered_set<std::uint32_t> synsets;
      closure(c.wordnet, static_cast<Pos>(pos), it->second.synsets[sense - 1], synsets);
      c.synset_classes.push_back({id, {static_cast<Pos>(pos), std::move(synsets)}});
    } else {
      c.word_classes[std::string(piece)].emplace_back(id, pos);
      if (pos >= 0) {
        const std::string word(piece);
        const auto known = c.words.find(word);
        const bool phrasal =  // "stand-down" is a noun as well
            known != c.words.end() && pos == 1 && word.find('-') != std::string::npos &&
            known->second.readings.count(Tag::VB) == 0;
        if (phrasal) add(c, word, Tag::VB, 20, word);
        if (known == c.words.end()) {
          add(c, word, base_tags[static_cast<std::size_t>(pos)], 20, word);
          for (const auto& [form, tag] :
               regular_forms(word, base_tags[static_cast<std::size_t>(pos)]))
            add(c, form, tag, 20, word);
        }
      } else if (c.words.find(std::string(piece)) == c.words.end()) {
        add(c, std::string(piece), Tag::NN, 20, std::string(piece));
      }
    }
  }
}

ClassSet classes_of(const Compiler& c, const std::string& form, const std::string& lemma, Tag tag) {
  ClassSet set;
  const Pos pos = pos_of(tag);
  const auto it = c.wordnet.lemmas[pos].find(lemma);
  if (it != c.wordnet.lemmas[pos].end() &&
      (is_noun(tag) || is_verb(tag) || is_adjective(tag) || is_adverb(tag))) {
    const Senses& s = it->second;
    const std::uint32_t total = s.total();
    for (std::size_t i = 0; i < s.synsets.size(); ++i) {
      if (i > 0 && (total == 0 || s.counts[i] * 10 < total * 3)) continue;
      for (const auto& [id, synsets] : c.synset_classes)
        if (synsets.first == pos && synsets.second.count(s.synsets[i]) != 0)
          set.add(static_cast<ClassId>(id));
    }
  }
  for (const std::string& word : {lemma, form}) {
    const auto w = c.word_classes.find(word);
    if (w == c.word_classes.end()) continue;
    for (const auto& [id, p] : w->second)
      if (p < 0 || static_cast<Pos>(p) == pos) set.add(static_cast<ClassId>(id));
  }
  const auto n = c.not_classes.find(lemma);
  if (n == c.not_classes.end()) return set;
  for (const auto& [id, p] : n->second) {
    ClassSet without;
    for (std::size_t k = 0; k < c.classes.size(); ++k)
      if (k != id && set.has(static_cast<ClassId>(k))) without.add(static_cast<ClassId>(k));
    set = without;
  }
  return set;
}

struct Tables {
  std::vector<LexiconWord> words;
  std::vector<Reading> readings;
  std::vector<ClassSet> class_sets = {ClassSet{}};
  std::string text;
  std::vector<std::uint64_t> slots;
  std::string classes;
  bool sound = true;  ///< no two words have one hash
};

/// The words in the order of the file, frequent ones first: what a text needs most lies close
/// together.
std::vector<std::pair<std::string_view, const Made*>> by_frequency(const Compiler& c) {
  struct Ranked {
    std::uint32_t closed, count;
    std::pair<std::string_view, const Made*> word;
  };
  std::vector<Ranked> ranked;
  for (const auto& [form, made] : c.words) {
    Ranked r{0, 0, {form, &made}};
    for (const auto& [tag, reading] : made.readings) {
      if (reading.first == closed_class_weight) r.closed = 1;
      const auto& lemmas = c.wordnet.lemmas[pos_of(tag)];
      const auto it = is_proper_noun(tag) ? lemmas.end() : lemmas.find(reading.second);
      if (it != lemmas.end()) r.count += it->second.total();
    }
    ranked.push_back(r);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.closed != b.closed ? a.closed > b.closed : a.count > b.count;
  });
  std::vector<std::pair<std::string_view, const Made*>> words;
  for (const Ranked& r : ranked) words.push_back(r.word);
  return words;
}

Tables tabulate(const Compiler& c) {
  Tables t;
  const auto words = by_frequency(c);
  std::map<ClassSet, std::uint16_t> sets = {{ClassSet{}, 0}};
  const auto number = [&](const ClassSet& set) {
    const auto [it, fresh] = sets.emplace(set, static_cast<std::uint16_t>(t.class_sets.size()));
    if (fresh) t.class_sets.push_back(set);
    return it->second;
  };
  std::unordered_map<std::string_view, std::uint32_t> ids;
  for (const auto& [form, made] : words) {
    ids.emplace(form, static_cast<std::uint32_t>(t.words.size()));
    t.words.push_back(
        {static_cast<std::uint32_t>(t.text.size()), static_cast<std::uint16_t>(form.size()), 0, 0});
    t.text += form;
  }
  for (const auto& [form, made] : words) {
    LexiconWord& w = t.words[ids.at(form)];
    w.first_reading = static_cast<std::uint32_t>(t.readings.size());
    for (const auto& [tag, reading] : made->readings) {
      Reading r;
      r.tag = tag;
      r.weight = static_cast<std::uint8_t>(std::min(255u, std::max(1u, reading.first)));
      const auto lemma = ids.find(reading.second);
      r.lemma = static_cast<WordId>(lemma == ids.end() ? ids.at(form) : lemma->second);
      r.classes = number(classes_of(c, std::string(form), reading.second, tag));
      t.readings.push_back(r);
    }
    w.readings = static_cast<std::uint16_t>(t.readings.size() - w.first_reading);
    std::stable_sort(t.readings.begin() + w.first_reading, t.readings.end(),
                     [](const Reading& a, const Reading& b) { return a.weight > b.weight; });
  }
  std::size_t slots = 1;
  while (slots < t.words.size() * 2) slots *= 2;
  t.slots.assign(slots, 0);
  for (std::uint32_t i = 0; i < t.words.size(); ++i) {
    const std::string_view form(t.text.data() + t.words[i].text, t.words[i].length);
    const std::uint64_t hash = word_hash(form);
    std::uint64_t& slot = t.slots[find_slot(t.slots, hash)];
    t.sound = t.sound && slot == 0;
    slot = (hash & ~slot_word_mask) | (i + 1);
  }
  for (const auto& name : c.classes) t.classes += name + '\0';
  return t;
}

static_assert(sizeof(Reading) == 8,
              "nothing lies between the members: the file is the same each time");

void write(const Tables& t, const std::string& path) {
  LexiconHeader h;
  std::uint64_t at = sizeof h;
  const auto place = [&](std::uint64_t bytes) {
    const std::uint64_t here = (at + 63) / 64 * 64;
    at = here + bytes;
    return here;
  };
  h.words = static_cast<std::uint32_t>(t.words.size());
  h.slots = static_cast<std::uint32_t>(t.slots.size());
  h.readings = static_cast<std::uint32_t>(t.readings.size());
  h.text_bytes = static_cast<std::uint32_t>(t.text.size());
  h.class_bytes = static_cast<std::uint32_t>(t.classes.size());
  h.classes = static_cast<std::uint32_t>(std::count(t.classes.begin(), t.classes.end(), '\0'));
  h.slots_at = place(t.slots.size() * sizeof(std::uint64_t));
  h.words_at = place(t.words.size() * sizeof(LexiconWord));
  h.class_sets = static_cast<std::uint32_t>(t.class_sets.size());
  h.class_sets_at = place(t.class_sets.size() * sizeof(ClassSet));
  h.readings_at = place(t.readings.size() * sizeof(Reading));
  h.text_at = place(t.text.size());
  h.classes_at = place(t.classes.size());
  h.file_size = at;
  std::string out(at, '\0');
  std::memcpy(out.data(), &h, sizeof h);
  std::memcpy(out.data() + h.slots_at, t.slots.data(), t.slots.size() * sizeof(std::uint64_t));
  std::memcpy(out.data() + h.words_at, t.words.data(), t.words.size() * sizeof(LexiconWord));
  std::memcpy(out.data() + h.class_sets_at, t.class_sets.data(),
              t.class_sets.size() * sizeof(ClassSet));
  std::memcpy(out.data() + h.readings_at, t.readings.data(), t.readings.size() * sizeof(Reading));
  std::memcpy(out.data() + h.text_at, t.text.data(), t.text.size());
  std::memcpy(out.data() + h.classes_at, t.classes.data(), t.classes.size());
  std::ofstream(path, std::ios::binary).write(out.data(), static_cast<std::streamsize>(out.size()));
}

int run(const std::string& wordnet, const std::string& english, const std::string& output) {
  Compiler c;
  c.wordnet = read_wordnet(wordnet);
  if (c.wordnet.lemmas[noun].empty()) {
    std::cerr << wordnet << ": no WordNet here (index.noun is missing); install wordnet-base\n";
    return 2;
  }
  add_wordnet(c);
  add_tags(c, english + "/word-tags.tsv", 200);
  add_tags(c, english + "/usage.tsv", 220);
  add_tags(c, english + "/closed-class.tsv", closed_class_weight);
  const auto rows = read_table(english + "/classes.tsv", 3, 3);
  if (!rows) {
    for (const auto& e : rows.errors()) c.errors.push_back(e.text());
  } else {
    for (const TableRow& row : *rows) add_class_row(c, english + "/classes.tsv", row);
  }
  if (c.classes.size() > ClassSet::capacity)
    c.errors.push_back(english + "/classes.tsv: more than " + std::to_string(ClassSet::capacity) +
                       " classes");
  for (const auto& e : c.errors) std::cerr << e << '\n';
  if (!c.errors.empty()) return 2;
  const Tables tables = tabulate(c);
  if (!tables.sound) {
    std::cerr << "two words have one hash: change word_hash\n";
    return 2;
  }
  if (tables.class_sets.size() > UINT16_MAX) {
    std::cerr << "too many sets of classes\n";
    return 2;
  }
  write(tables, output);
  return 0;
}

}  // namespace
}  // namespace factloom

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile_lexicon WORDNET_FOLDER ENGLISH_FOLDER OUTPUT\n";
    return 2;
  }
  return factloom::run(argv[1], argv[2], argv[3]);
}
