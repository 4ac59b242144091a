// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "extract/analysis.h"
#include "extract/assemble.h"
#include "extract/base/fetch.h"
#include "extract/names/dateline.h"
#include "extract/pack_folder.h"
#include "extract/reference/binding.h"
#include "extract/reference/relative.h"
#include "extract/reference/resolve.h"
#include "extract/rules/named_facts.h"
#include "extract/story/homes.h"
#include "extract/story/old_posts.h"
#include "extract/story/partings.h"
#include "extract/story/settle_posts.h"
#include "extract/story/the_dead.h"

namespace factloom {
namespace {

/// Takes a loaded part, or keeps its errors.
template <class T>
const T* part(const Result<T>& result, Diagnostics& errors) {
  if (result) return &*result;
  errors.insert(errors.end(), result.errors().begin(), result.errors().end());
  return nullptr;
}

/// The files of all packs; of a folder that replaces the rules of the schemas, types and names.
Result<PackFolder> list_packs(const KnowledgeOptions& options) {
  Result<PackFolder> packs = PackFolder::list(options.packs);
  if (!packs || !std::filesystem::is_directory(options.rules_folder)) return packs;
  const Result<PackFolder> own = PackFolder::list({options.rules_folder});
  if (!own) return own;
  packs->types.insert(packs->types.end(), own->types.begin(), own->types.end());
  packs->names.insert(packs->names.end(), own->names.begin(), own->names.end());
  return packs;
}

void cover(std::vector<MentionId>& mention_at, const Mentions& mentions, std::size_t tokens) {
  mention_at.assign(tokens, MentionId::none);
  for (std::size_t i = 0; i < mentions.mentions.size(); ++i) {
    const Mention& m = mentions.mentions[i];
    if (m.inside) continue;
    for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t)
      mention_at[t] = static_cast<MentionId>(i);
  }
}

/// "by MR ROY": to patterns a form of address is part of the name.
void cover_forms_of_address(Analysis& a, const Knowledge& k) {
  for (std::size_t i = 0; i < a.mentions.mentions.size(); ++i) {
    const Mention& m = a.mentions.mentions[i];
    if (m.kind != MentionKind::name || m.inside || m.tokens.first == 0) continue;
    const std::uint32_t before = m.tokens.first - 1;
    if (a.mention_at[before] == MentionId::none &&
        a.text.tokens[before].classes.has(k.classes.form_of_address))
      a.mention_at[before] = static_cast<MentionId>(i);
  }
}

GroupContext group_context(const Analysis& a, const Knowledge& k) {
  const Ontology::KnownTypes& types = k.ontology.known();
  return {a.text,     a.mentions,   a.mention_at, k.classes,     k.lexicon,
          types.date, types.person, types.money,  types.quantity};
}

/// Can links say anything of a sentence? A fact has two ends; a relative pronoun has one.
bool worth_linking(std::uint32_t number, const Analysis& a) {
  const Sentence& sentence = a.text.sentences[number];
  for (const Group& g : a.groups[number])
    if (g.kind == GroupKind::relative) return true;
  const auto owner = a.mentions.owners_from(sentence.tokens.first);
  if (owner != a.mentions.owners.end() && owner->post < sentence.tokens.last) return true;
  MentionId first = MentionId::none;
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
    const MentionId m = a.mention_at[t];
    if (m == MentionId::none) continue;
    if (first == MentionId::none) first = m;
    if (!same_entity(a.mentions, first, m)) return true;
  }
  return false;
}

/// Takes away the facts of rules that give way to another one (`unless`), where that says the same
/// relation of the same subject.
void give_way(std::vector<RawFact>& facts, const Analysis& a, const RulePack& rules,
              std::vector<FrameTrace>* trace) {
  const auto before = [&](const RawFact& f, const RawFact& g) {
    const std::vector<RuleId>& stronger = rules.rule(f.rule).unless;
    return f.relation == g.relation && same_entity(a.mentions, f.subject, g.subject) &&
           std::find(stronger.begin(), stronger.end(), g.rule) != stronger.end();
  };
  const std::vector<RawFact> all = facts;
  facts.clear();
  for (const RawFact& f : all) {
    const auto stronger =
        std::find_if(all.begin(), all.end(), [&](const RawFact& g) { return before(f, g); });
    if (stronger == all.end())
      facts.push_back(f);
    else if (trace != nullptr)
      trace->push_back({f.rule, f.trigger.first,
                        "it gives way to '" + rules.rule(stronger->rule).name +
                            "', which says the relation of the same subject"});
  }
}

bool may_give_way(const std::vector<RawFact>& facts, const RulePack& rules) {
  return facts.size() > 1 && std::any_of(facts.begin(), facts.end(), [&](const RawFact& f) {
           return !rules.rule(f.rule).unless.empty();
         });
}

}  // namespace

Result<Knowledge> load_knowledge(const KnowledgeOptions& options) {
  const std::string schemas =
      options.schemas.empty() ? options.folder + "/schemas" : options.schemas;
  Diagnostics errors;
  auto lexicon = Lexicon::open(options.folder + "/lexicon.bin");
  auto gazetteer = Gazetteer::open(options.folder + "/gazetteer.bin");
  const auto packs = list_packs(options);
  if (!packs) return packs.errors();
  auto ontology = Ontology::load(schemas + "/types", packs->types);
  part(lexicon, errors);
  part(gazetteer, errors);
  part(ontology, errors);
  if (!errors.empty()) return errors;
  std::vector<std::string> lists = options.gazetteers;
  lists.insert(lists.end(), packs->names.begin(), packs->names.end());
  for (const std::string& file : lists) {
    const auto known = [&](std::string_view type) {
      return ontology->find_type(type) != TypeId::none;
    };
    const Diagnostics found = gazetteer->add_file(file, known);
    errors.insert(errors.end(), found.begin(), found.end());
  }
  auto text_rules = TextRules::load(schemas + "/english");
  auto tag_rules = TagRules::load(schemas + "/english", *lexicon);
  auto senses = NounSenses::load(schemas + "/english/senses.tsv", *lexicon);
  auto constructions = Constructions::load(schemas + "/english/constructions.tsv", *lexicon);
  auto reference_weights = ReferenceWeights::load(schemas + "/english/reference-weights.tsv");
  auto rules =
      RulePack::load(options.rules_folder.empty() ? schemas + "/rules" : options.rules_folder,
                     *ontology, *lexicon, packs->rules, options.thorough);
  auto name_rules = NameRules::load(schemas + "/english", *lexicon, *gazetteer, *ontology);
  auto offices = StateOffices::load(schemas + "/english/state-offices.tsv");
  auto html = HtmlRules::load(schemas + "/html");
  part(html, errors);
  part(text_rules, errors);
  part(tag_rules, errors);
  part(senses, errors);
  part(constructions, errors);
  part(reference_weights, errors);
  part(rules, errors);
  part(name_rules, errors);
  part(offices, errors);
  if (!errors.empty()) return errors;
  const KnownClasses classes(*lexicon);
  return Knowledge{
      std::move(*lexicon), std::move(*ontology),      std::move(*gazetteer), classes,
      std::move(*senses),  std::move(*text_rules),    std::move(*tag_rules), std::move(*name_rules),
      std::move(*offices), std::move(*constructions), *reference_weights,    std::move(*rules),
      std::move(*html)};
}

namespace {

/// Words, names, groups and references of documents, stage by stage.
std::vector<Analysis> analyse(std::span<const Document> documents, const Knowledge& k,
                              const ReferenceWatcher* watcher = nullptr) {
  std::vector<Analysis> all(documents.size());
  const auto each = [&](auto&& stage) {
    for (std::size_t i = 0; i < all.size(); ++i) stage(documents[i], all[i]);
  };
  each([&](const Document& d, Analysis& a) { a.text = tokenize(d.text, k.lexicon, k.text_rules); });
  std::vector<Text*> texts;
  for (Analysis& a : all) texts.push_back(&a.text);
  tag(texts, k.lexicon, k.tag_rules);
  each([&](const Document&, Analysis& a) {
    a.mentions = find_names(a.text, k.lexicon, k.gazetteer, k.ontology, k.name_rules);
  });
  each([&](const Document&, Analysis& a) {
    cover(a.mention_at, a.mentions, a.text.tokens.size());
    a.triggers = k.rules.triggers_of(a.text);
    const GroupContext context = group_context(a, k);
    a.groups.reserve(a.text.sentences.size());
    for (Sentence& s : a.text.sentences) {
      ClassSet classes;
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t)
        classes = classes | a.text.tokens[t].classes;
      s.classes = classes;
      a.groups.push_back(find_groups(s, context));
    }
  });
  each([&](const Document& d, Analysis& a) {
    a.unseen = resolve(d, a.text, a.mentions, a.mention_at, a.groups, k.classes, k.senses,
                       k.ontology, k.gazetteer, k.offices, k.reference_weights, watcher);
    cover_forms_of_address(a, k);
  });
  return all;
}

}  // namespace

Analysis analyse(const Document& document, const Knowledge& k, const ReferenceWatcher* watcher) {
  return std::move(analyse(std::span(&document, 1), k, watcher).front());
}

namespace {

/// A sentence and what patterns find in it.
struct SentenceReading {
  std::uint32_t document = 0, sentence = 0;
  std::vector<PatternMatch> matches;
  TypeSet named = 0;  ///< types of its names
};

/// A sentence between its later stages.
struct LinkedSentence {
  bool linked = false;
  bool departs = false;  ///< may tell that somebody leaves a post
  Links links{};
};

/// Links the groups of a sentence, if they or somebody who asks needs it.
LinkedSentence link(const SentenceReading& reading, Analysis& a, const Knowledge& k, bool asked) {
  const std::uint32_t i = reading.sentence;
  const Sentence& s = a.text.sentences[i];
  const GroupContext context = group_context(a, k);
  const FrameContext frames{k.rules, k.constructions, k.ontology, context, a.triggers};
  LinkedSentence made;
  made.departs = may_tell_departure(a.groups[i], context);
  made.linked = asked || made.departs || !reading.matches.empty() ||
                (worth_linking(i, a) && may_match_frames(s, a.groups[i], reading.named, frames));
  if (!made.linked) return made;
  made.links = link_groups(asked ? a.groups[i] : std::move(a.groups[i]), s, context, k.ontology);
  resolve_relatives(made.links, a.text, a.mentions, a.mention_at, context, k.ontology);
  unbind_objects(made.links, a.text, a.mentions, a.mention_at, k.classes);
  return made;
}

/// Adds the facts of a sentence that is linked.
void find_facts(const SentenceReading& reading, Links& links, const Analysis& a, const Knowledge& k,
                std::vector<RawFact>& out, std::vector<FrameTrace>* trace) {
  const Sentence& s = a.text.sentences[reading.sentence];
  const GroupContext context = group_context(a, k);
  const FrameContext frames{k.rules, k.constructions, k.ontology, context, a.triggers};
  std::vector<RawFact> facts = match_frames(links, s, reading.named, frames, trace);
  if (!reading.matches.empty()) {
    const std::vector<RawFact> more = pattern_facts(reading.matches, links, frames);
    facts.insert(facts.end(), more.begin(), more.end());
  }
  if (facts.empty()) return;
  if (may_give_way(facts, k.rules)) give_way(facts, a, k.rules, trace);
  for (RawFact& f : facts) f.sentence = reading.sentence;
  out.insert(out.end(), facts.begin(), facts.end());
}

/// What patterns find in all sentences.
std::vector<SentenceReading> match_patterns(std::span<const Analysis> all, const Knowledge& k) {
  PatternMatcher matcher;
  std::vector<SentenceReading> readings;
  std::size_t sentences = 0;
  for (const Analysis& a : all) sentences += a.text.sentences.size();
  readings.reserve(sentences);
  constexpr std::size_t lines = 128;  // names of a story
  for (std::uint32_t d = 0; d < all.size(); ++d) {
    const Analysis& a = all[d];
    fetch(a.mentions.entities, lines);
    fetch(a.mentions.mentions, lines);
    const PatternContext patterns{k.rules, a.text, a.mentions, a.mention_at, a.triggers};
    for (std::uint32_t i = 0; i < a.text.sentences.size(); ++i)
      readings.push_back({d, i, matcher.match(a.text.sentences[i], patterns), matcher.types()});
  }
  return readings;
}

/// What names say by themselves, where the text itself says nothing of it.
std::vector<RawFact> told_by_names(const Analysis& a, const std::vector<RawFact>& told,
                                   const Knowledge& k) {
  std::vector<RawFact> facts = named_facts(a.text, a.mentions, k.rules, k.ontology, k.classes);
  std::erase_if(facts, [&](const RawFact& f) {
    return std::any_of(told.begin(), told.end(), [&](const RawFact& g) {
      return g.relation == f.relation && same_entity(a.mentions, g.subject, f.subject);
    });
  });
  return facts;
}

/// The facts of a document's sentences, and who left.
struct StoryReading {
  std::vector<RawFact> facts;
  std::vector<Departure> departures;
};

/// The facts of all sentences, by document. Links take much memory, so that some sentences in a row
/// are linked, then searched: the code of one stage fits the processor's first cache, that of both
/// does not.
std::vector<StoryReading> read_sentences(std::span<Analysis> all, const Knowledge& k) {
  constexpr std::size_t together = 32;
  const std::vector<SentenceReading> readings = match_patterns(all, k);
  std::vector<StoryReading> documents(all.size());
  std::array<LinkedSentence, together> linked;
  for (std::size_t first = 0; first < readings.size(); first += together) {
    const auto row =
        std::span(readings).subspan(first, std::min(together, readings.size() - first));
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i + 1 < row.size()) fetch(all[row[i + 1].document].groups[row[i + 1].sentence]);
      linked[i] = link(row[i], all[row[i].document], k, false);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!linked[i].linked) continue;
      const SentenceReading& r = row[i];
      const Analysis& a = all[r.document];
      StoryReading& story = documents[r.document];
      Links links = std::move(linked[i].links);
      find_facts(r, links, a, k, story.facts, nullptr);
      if (linked[i].departs)
        note_departures(links, r.sentence, group_context(a, k), k.ontology, story.departures);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<RawFact> more = told_by_names(all[i], documents[i].facts, k);
    documents[i].facts.insert(documents[i].facts.end(), more.begin(), more.end());
  }
  return documents;
}

/// What the whole document says of the facts of its sentences.
void settle(StoryReading& reading, ToldTimes& times, const Analysis& a, const Knowledge& k) {
  settle_posts(reading.facts, reading.departures, a.text, a.mentions, k.ontology);
  settle_the_dead(reading.facts, reading.departures, a.text, a.mentions, k.ontology);
  settle_homes(reading.facts, a.text, a.mentions, k.ontology, k.name_rules);
  settle_old_posts(reading.facts, times, a.text, a.mentions, k.ontology, k.classes);
  settle_partings(reading.facts, a.text, a.mentions, k.ontology, k.classes);
}

}  // namespace

std::vector<RawFact> read_sentence(Analysis& a, std::uint32_t sentence, const Knowledge& k,
                                   PatternMatcher& matcher, std::vector<FrameTrace>* trace,
                                   Links* linked) {
  std::vector<RawFact> facts;
  const Sentence& s = a.text.sentences[sentence];
  const PatternContext patterns{k.rules, a.text, a.mentions, a.mention_at, a.triggers};
  const SentenceReading reading{0, sentence, matcher.match(s, patterns), matcher.types()};
  LinkedSentence made = link(reading, a, k, linked != nullptr || trace != nullptr);
  if (made.linked) find_facts(reading, made.links, a, k, facts, trace);
  for (const RawFact& f : told_by_names(a, facts, k))
    if (f.sentence == sentence) facts.push_back(f);
  if (linked != nullptr) *linked = std::move(made.links);
  if (trace != nullptr)
    for (const PatternAttempt& attempt : matcher.explain(s, patterns))
      trace->push_back({attempt.rule,
                        attempt.tokens.empty() ? s.tokens.first : attempt.tokens.first,
                        outcome_of(attempt, a.text)});
  return facts;
}

void extract(std::span<const Document> documents, const Knowledge& knowledge,
             const std::function<void(const Document&, Extraction)>& take) {
  std::vector<Analysis> all = analyse(documents, knowledge);
  std::vector<StoryReading> readings = read_sentences(all, knowledge);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Document& document = documents[i];
    Analysis a = std::move(all[i]);
    Extraction out;
    out.date = document.date.empty() ? dateline_date(a.text, a.mentions, knowledge.name_rules)
                                     : document.date;
    ToldTimes times(a.text, out.date, knowledge.classes, knowledge.name_rules);
    settle(readings[i], times, a, knowledge);
    out.facts = assemble(std::move(readings[i].facts), document, out.date, times, a.text,
                         a.mentions, knowledge);
    out.text = std::move(a.text);
    out.mentions = std::move(a.mentions);
    out.mentions.mentions.insert(out.mentions.mentions.end(), a.unseen.begin(), a.unseen.end());
    take(document, std::move(out));
  }
}

Extraction extract(const Document& document, const Knowledge& knowledge) {
  Extraction found;
  extract(std::span(&document, 1), knowledge,
          [&](const Document&, Extraction e) { found = std::move(e); });
  return found;
}

}  // namespace factloom
