// SPDX-License-Identifier: Apache-2.0
#include "extract/assemble.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "extract/extract.h"
#include "extract/names/values.h"
#include "extract/story/fates.h"
#include "extract/story/loose_posts.h"
#include "extract/story/measures.h"
#include "extract/story/old_offers.h"
#include "extract/story/outcomes.h"
#include "extract/story/paired_posts.h"
#include "extract/story/private_meetings.h"

namespace factloom {
namespace {

class Assembler {
 public:
  Assembler(const Document& document, std::string_view date, const Text& text,
            const Mentions& mentions, const Knowledge& knowledge)
      : d_(document),
        date_(date),
        t_(text),
        m_(mentions),
        k_(knowledge),
        o_(knowledge.ontology),
        offsets_(text.source),
        ids_(mentions.entities.size()) {}

  void write(const RawFact& raw, Fact& f) {
    f.document = d_.id;
    f.relation = o_.relation(raw.relation).name;
    write_end(raw.subject, f.subject);
    write_end(raw.object, f.object);
    if (!raw.role.empty()) f.role = t_.span(raw.role).of(t_.source);
    if (raw.date != MentionId::none) f.date = date(m_.mentions[index(raw.date)]);
    f.status = raw.status;
    if (raw.speaker != MentionId::none) f.attributed_to = name(m_.mentions[index(raw.speaker)]);
    f.confidence = std::round(double{raw.confidence} * 1e4) / 1e4;  // as it is printed
    f.rule = k_.rules.rule(raw.rule).name;
    write_place(t_.span(raw.trigger), f.trigger);
    write_place(t_.sentences[raw.sentence].span, f.sentence);
    f.source.title = d_.title;
    f.source.date = date_;
    f.source.publisher = d_.publisher;
    f.source.url = d_.url;
  }

 private:
  void write_place(Span s, TextPlace& place) const {
    place.text = s.of(t_.source);
    place.start = offsets_.code_point(s.begin);
    place.end = offsets_.code_point(s.end);
  }
  std::string_view words(const Mention& m) const { return t_.span(m.tokens).of(t_.source); }
  std::string_view name(const Mention& m) const {
    return m.entity == EntityId::none ? words(m) : m_.entities[index(m.entity)].name;
  }
  std::string date(const Mention& m) const {
    std::string iso = day(m);
    return iso.empty() ? std::string(words(m)) : iso;
  }
  std::string day(const Mention& m) const {
    const bool relative = told_from_another(t_, m.tokens, k_.name_rules);
    return normalise_date(t_, m.tokens, k_.name_rules, relative ? day_before(m) : date_);
  }
  /// The date that the text told last before the mention; empty if that is far away.
  std::string day_before(const Mention& m) const {
    constexpr std::uint32_t farthest = 80;  // tokens
    for (const Mention* before = &m; before != m_.mentions.data();) {
      --before;
      if (before->tokens.first + farthest < m.tokens.first) break;
      if (before->type == o_.known().date) return day(*before);
    }
    return {};
  }
  /// The id that lists of names give the one thing of that name and type; empty where there are
  /// several.
  std::string listed_id(const FactEnd& e) const {
    const Gazetteer::Hit hit = k_.gazetteer.find(e.name);
    std::string_view id;
    for (const Sense& sense : hit.senses) {
      if (sense.kind != SenseKind::name || k_.gazetteer.type_name(hit, sense) != e.type) continue;
      if (!id.empty()) return "";
      id = k_.gazetteer.text(hit, sense.id);
    }
    return std::string(id);
  }
  /// The same, looked up once for an entity whose type is known.
  std::string known_id(const FactEnd& e, EntityId entity) {
    if (entity == EntityId::none || m_.entities[index(entity)].type == TypeId::none)
      return listed_id(e);
    std::optional<std::string>& id = ids_[index(entity)];
    if (!id) id = listed_id(e);
    return *id;
  }

  void write_end(MentionId id, FactEnd& e) {
    const Mention& m = m_.mentions[index(id)];
    const Entity* const entity =
        m.entity == EntityId::none ? nullptr : &m_.entities[index(m.entity)];
    const Span s = t_.span(m.tokens);
    e.mention = s.of(t_.source);
    e.start = offsets_.code_point(s.begin);
    e.end = offsets_.code_point(s.end);
    const bool typed = entity != nullptr && entity->type != TypeId::none;
    const TypeId type = typed ? entity->type : m.type;
    e.type = o_.type(type).name;
    e.literal = o_.type(type).literal;
    if (e.literal) {
      if (type == o_.known().date)
        e.name = date(m);
      else
        e.name = e.mention;
      return;
    }
    e.name = name(m);
    e.id = known_id(e, m.entity);
    if (entity == nullptr) return;
    e.entity = static_cast<std::int64_t>(index(m.entity));
    for (const std::string& other : entity->also) e.also += (e.also.empty() ? "" : "\n") + other;
  }

  const Document& d_;
  std::string_view date_;
  const Text& t_;
  const Mentions& m_;
  const Knowledge& k_;
  const Ontology& o_;
  Offsets offsets_;
  std::vector<std::optional<std::string>> ids_;  ///< of the entities asked for so far
};

std::tuple<std::uint32_t, RelationId, MentionId, MentionId> same_place(const RawFact& f) {
  return {f.sentence, f.relation, f.subject, f.object};
}

/// What says the same at one place stands together, the surest first; of two as sure the one that
/// says more: "the finance secretary, Bob Roy, a FORMER trader at Acme and Bolt".
void sort_best_first(std::vector<RawFact>& raw) {
  const auto now = [](const RawFact& f) { return f.status != Status::former; };
  std::sort(raw.begin(), raw.end(), [&](const RawFact& a, const RawFact& b) {
    if (same_place(a) != same_place(b)) return same_place(a) < same_place(b);
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    if (now(a) != now(b)) return now(b);
    return std::tie(a.rule, a.trigger) < std::tie(b.rule, b.trigger);
  });
}

/// "X is chief executive of Y" says headOf; the broader worksFor of the same ends says nothing
/// more.
void drop_broader(std::vector<RawFact>& raw, const Mentions& mentions, const Ontology& ontology) {
  const auto end = [&](MentionId m) {
    const EntityId e = mentions.mentions[index(m)].entity;
    return e == EntityId::none ? std::make_pair(1u, index(m)) : std::make_pair(0u, index(e));
  };
  const auto said = [&](RelationId relation, const RawFact& f) {
    return std::make_tuple(relation, end(f.subject), end(f.object));
  };
  std::set<std::tuple<RelationId, std::pair<unsigned, std::uint32_t>,
                      std::pair<unsigned, std::uint32_t>>>
      broader;
  for (const RawFact& f : raw) {
    const std::string& name = ontology.relation(f.relation).broader;
    if (!name.empty()) broader.insert(said(ontology.find_relation(name), f));
  }
  if (broader.empty()) return;
  raw.erase(
      std::remove_if(raw.begin(), raw.end(),
                     [&](const RawFact& f) { return broader.count(said(f.relation, f)) != 0; }),
      raw.end());
}

/// Nobody is the child of his own child: of two that say so, the surer one stays.
void drop_reversed(std::vector<RawFact>& raw, const Mentions& mentions, const Ontology& ontology) {
  const auto end = [&](MentionId m) { return mentions.mentions[index(m)].entity; };
  const auto tells_descent = [&](const RawFact& f) {
    const RelationType& r = ontology.relation(f.relation);
    return r.tells == LifeEvent::family && !r.symmetric && end(f.subject) != EntityId::none;
  };
  std::vector<RawFact> told;
  std::copy_if(raw.begin(), raw.end(), std::back_inserter(told), tells_descent);
  if (told.size() < 2) return;
  std::erase_if(raw, [&](const RawFact& f) {
    return tells_descent(f) && std::any_of(told.begin(), told.end(), [&](const RawFact& other) {
             return other.relation == f.relation && end(other.subject) == end(f.object) &&
                    end(other.object) == end(f.subject) && other.confidence > f.confidence;
           });
  });
}

/// "governors: Ann Lee (1993-2000)" is no life: where birth and death are some years apart, neither
/// was meant.
void drop_short_lives(std::vector<RawFact>& raw, const Text& text, const Mentions& mentions,
                      const Knowledge& knowledge) {
  constexpr int grown_up = 15;
  const auto tells = [&](const RawFact& f, LifeEvent event) {
    return knowledge.ontology.relation(f.relation).tells == event;
  };
  const auto year = [&](const RawFact& f) {
    const std::string iso =
        normalise_date(text, mentions.mentions[index(f.object)].tokens, knowledge.name_rules, "");
    return iso.size() < 4 ? 0 : std::atoi(iso.substr(0, 4).c_str());
  };
  std::vector<const RawFact*> doubtful;
  for (const RawFact& b : raw) {
    if (!tells(b, LifeEvent::birth)) continue;
    for (const RawFact& d : raw)
      if (tells(d, LifeEvent::death) && b.sentence == d.sentence && b.subject == d.subject &&
          year(b) != 0 && year(d) != 0 && year(d) - year(b) < grown_up)
        doubtful.insert(doubtful.end(), {&b, &d});
  }
  if (doubtful.empty()) return;
  std::vector<RawFact> kept;
  for (const RawFact& f : raw)
    if (std::find(doubtful.begin(), doubtful.end(), &f) == doubtful.end()) kept.push_back(f);
  raw = std::move(kept);
}

/// Do only commas, "and" and words for other posts stand between two posts?
bool one_phrase(const Text& text, TokenRange a, TokenRange b) {
  constexpr std::uint32_t farthest = 6;
  if (b.first < a.last || b.first - a.last > farthest) return false;
  for (std::uint32_t t = a.last; t < b.first; ++t) {
    const Tag tag = text.tokens[t].tag;
    if (tag != Tag::comma && tag != Tag::CC && tag != Tag::DT && !is_noun(tag) &&
        !is_adjective(tag))
      return false;
  }
  return true;
}

/// "is PRESIDENT AND CHIEF EXECUTIVE of Acme": one post or two, the role is the whole phrase.
void join_roles(std::vector<RawFact>& raw, const Text& text) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    RawFact& best = raw[i];
    std::size_t k = i + 1;
    for (; k < raw.size() && same_place(raw[k]) == same_place(best); ++k) {
      const TokenRange other = raw[k].role;
      if (best.role.empty() || other.empty() || raw[k].status != best.status) continue;
      if (one_phrase(text, best.role, other) || one_phrase(text, other, best.role))
        best.role = {std::min(best.role.first, other.first), std::max(best.role.last, other.last)};
    }
    i = k - 1;
  }
}

/// What holds both ways is said once: its ends stand in the order of the text.
void put_in_order(std::vector<RawFact>& raw, const Mentions& mentions, const Ontology& ontology) {
  const auto place = [&](MentionId m) { return mentions.mentions[index(m)].tokens.first; };
  for (RawFact& f : raw)
    if (ontology.relation(f.relation).symmetric && place(f.object) < place(f.subject))
      std::swap(f.subject, f.object);
}

/// Sorts what is sorted by sentence by ends and name of the relation, too.
void sort_by_place(std::vector<RawFact>& raw, const Mentions& mentions, const Ontology& ontology) {
  const auto place = [&](MentionId m) { return mentions.mentions[index(m)].tokens.first; };
  const auto ends = [&](const RawFact& f) {
    return std::make_pair(place(f.subject), place(f.object));
  };
  for (auto first = raw.begin(); first != raw.end();) {
    const auto last = std::find_if(first + 1, raw.end(),
                                   [&](const RawFact& f) { return f.sentence != first->sentence; });
    if (last - first > 1)
      std::stable_sort(first, last, [&](const RawFact& a, const RawFact& b) {
        const auto left = ends(a), right = ends(b);
        if (left != right) return left < right;
        return ontology.relation(a.relation).name < ontology.relation(b.relation).name;
      });
    first = last;
  }
}

}  // namespace

float status_certainty(const RawFact& fact, const Ontology& ontology) {
  const RelationType& relation = ontology.relation(fact.relation);
  switch (fact.status) {
    case Status::asserted:
    case Status::former:
      return 1;
    case Status::hedged:
      return 0.65F;
    case Status::planned:
      return relation.lasting || relation.once ? 0.75F : 0.85F;
    case Status::negated:
      return 0.7F;
  }
  return 1;
}

std::vector<Fact> assemble(std::vector<RawFact> raw, const Document& document,
                           std::string_view date, ToldTimes& times, const Text& text,
                           const Mentions& mentions, const Knowledge& knowledge) {
  settle_outcomes(raw, text, mentions, knowledge.classes, knowledge.ontology);
  settle_measures(raw, text, mentions, knowledge.classes, knowledge.ontology);
  settle_old_offers(raw, times, text, mentions, knowledge.classes, knowledge.ontology);
  settle_fates(raw, text, mentions, knowledge.classes, knowledge.ontology);
  drop_broader(raw, mentions, knowledge.ontology);
  drop_reversed(raw, mentions, knowledge.ontology);
  drop_short_lives(raw, text, mentions, knowledge);
  drop_private_meetings(raw, mentions, knowledge.ontology);
  pair_posts(raw, text, knowledge.ontology);
  settle_loose_posts(raw, text, mentions, knowledge.ontology, knowledge.classes);
  put_in_order(raw, mentions, knowledge.ontology);
  sort_best_first(raw);
  join_roles(raw, text);
  raw.erase(std::unique(
                raw.begin(), raw.end(),
                [&](const RawFact& a, const RawFact& b) { return same_place(a) == same_place(b); }),
            raw.end());
  for (RawFact& f : raw) f.confidence *= status_certainty(f, knowledge.ontology);
  sort_by_place(raw, mentions, knowledge.ontology);
  Assembler assembler(document, date, text, mentions, knowledge);
  std::vector<Fact> facts;
  facts.reserve(raw.size());
  for (const RawFact& f : raw) assembler.write(f, facts.emplace_back());
  return facts;
}

}  // namespace factloom
