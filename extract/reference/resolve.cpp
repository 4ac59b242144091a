// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/resolve.h"

#include <algorithm>
#include <string>

#include "extract/reference/empty_it.h"

namespace factloom {
namespace {

/// What the reader remembers of an entity.
struct Trace {
  EntityId entity = EntityId::none;
  std::uint32_t sentence = 0;  ///< of the last mention
  std::uint32_t token = 0;
  std::uint32_t count = 0;
  bool subject = false;  ///< the last mention was a subject
  bool object = false;
};

/// A word that described an entity: "prime minister" of John Howard.
struct Role {
  WordId lemma = WordId::none;
  EntityId entity = EntityId::none;
};

class Resolver {
 public:
  Resolver(const Document& document, const Text& text, Mentions& mentions,
           std::vector<MentionId>& mention_at, const KnownClasses& classes,
           const Ontology& ontology)
      : document_(document), text_(text), m_(mentions), at_(mention_at), k_(classes), o_(ontology) {
    person_ = o_.find_type("Person");
    organization_ = o_.find_type("Organization");
    company_ = o_.find_type("Company");
    government_ = o_.find_type("GovernmentBody");
    party_ = o_.find_type("PoliticalParty");
    school_ = o_.find_type("EducationalInstitution");
    media_ = o_.find_type("MediaOrganization");
    team_ = o_.find_type("SportsTeam");
    place_ = o_.find_type("Place");
    country_ = o_.find_type("Country");
    city_ = o_.find_type("City");
    region_ = o_.find_type("Region");
    facility_ = o_.find_type("Facility");
    policy_ = o_.find_type("Policy");
    law_ = o_.find_type("Law");
    trade_measure_ = o_.find_type("TradeMeasure");
    agreement_ = o_.find_type("Agreement");
    programme_ = o_.find_type("Programme");
    ruling_ = o_.find_type("Ruling");
    product_ = o_.find_type("Product");
  }

  void run(std::vector<std::vector<Group>>& groups) {
    for (sentence_ = 0; sentence_ < groups.size(); ++sentence_, unnamed_plural_ = false)
      for (std::size_t i = 0; i < groups[sentence_].size(); ++i) visit(groups[sentence_], i);
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  Mention& mention(MentionId m) { return m_.mentions[index(m)]; }
  Entity& entity(EntityId e) { return m_.entities[index(e)]; }

  void visit(std::vector<Group>& row, std::size_t i) {
    Group& g = row[i];
    if (g.kind == GroupKind::quote) quoted_ = token(g.head).tag == Tag::open_quote;
    if (g.kind != GroupKind::noun) return;
    const bool subject = is_subject(row, i);
    ahead_ = subject_ahead(row, i);
    inner(g, subject);
    if (g.mention == MentionId::none && !g.date) {
      if (!g.pronoun)
        description(row, i);
      else if (!is_empty_it(row, i, text_, k_))
        pronoun(g, subject);
    }
    unnamed_plural_ |= g.mention == MentionId::none && !g.date && token(g.head).tag == Tag::NNS;
    if (g.mention != MentionId::none) {
      if (mention(g.mention).entity != narrator_) note(g.mention, subject);
      note_roles(row, i);
    }
  }

  bool is_subject(const std::vector<Group>& row, std::size_t i) const {
    if (i > 0 && row[i - 1].kind == GroupKind::preposition) return false;
    for (std::size_t k = i + 1; k < row.size() && k < i + 8; ++k) {
      const GroupKind kk = row[k].kind;
      if (kk == GroupKind::verb) return row[k].form == VerbForm::finite;
      if (kk == GroupKind::noun && row[k - 1].kind != GroupKind::preposition && !row[k].date)
        return false;
      if (kk == GroupKind::coordinator || kk == GroupKind::stop) return false;
    }
    return false;
  }

  /// The person named as the subject behind the phrase that opens the sentence: "Before HIS death,
  /// Ann Lee's teacher …" (cataphora). None when the group at i is not in such a phrase.
  EntityId subject_ahead(const std::vector<Group>& row, std::size_t i) const {
    if (row.empty() || i == 0 || i > 8) return EntityId::none;
    const Group& opening = row[0];
    const bool phrase = opening.kind == GroupKind::preposition ||
                        opening.kind == GroupKind::subordinator ||
                        opening.kind == GroupKind::adverb ||
                        (opening.kind == GroupKind::verb && opening.form != VerbForm::finite);
    if (!phrase) return EntityId::none;
    for (std::size_t k = i + 1; k + 1 < row.size() && k < i + 8; ++k) {
      if (row[k].kind != GroupKind::comma) continue;
      const Group& next = row[k + 1];
      if (next.kind != GroupKind::noun || next.mention == MentionId::none || next.date) continue;
      const Mention& m = m_.mentions[index(next.mention)];
      if (m.kind != MentionKind::name || m.entity == EntityId::none || !is_subject(row, k + 1))
        continue;
      return o_.is_a(m_.entities[index(m.entity)].type, person_) ? m.entity : EntityId::none;
    }
    return EntityId::none;
  }

  /// Names and possessive pronouns inside the group.
  void inner(const Group& g, bool) {
    for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t) {
      if (token(t).tag == Tag::PRPS && at_[t] == MentionId::none) {
        const bool parents =
            token(t).classes.has(k_.plural) && token(g.head).classes.has(k_.kinship);
        const EntityId e = parents ? parent() : referent(t, true);
        if (e != EntityId::none) add({t, t + 1}, t, e, MentionKind::pronoun);
      } else if (at_[t] != MentionId::none && at_[t] != g.mention &&
                 mention(at_[t]).tokens.first == t) {
        if (mention(at_[t]).kind != MentionKind::adjective) note(at_[t], false);
      }
    }
  }

  void note(MentionId m, bool subject) {
    const EntityId e = mention(m).entity;
    if (e == EntityId::none) return;
    auto it =
        std::find_if(traces_.begin(), traces_.end(), [&](const Trace& x) { return x.entity == e; });
    Trace trace;
    if (it != traces_.end()) {
      trace = *it;
      traces_.erase(it);
    } else if (traces_.size() >= 48) {
      traces_.pop_back();
    }
    const bool same = trace.count > 0 && trace.sentence == sentence_;
    trace.entity = e;
    trace.subject = subject || (same && trace.subject);
    trace.sentence = sentence_;
    trace.token = mention(m).tokens.first;
    ++trace.count;
    traces_.insert(traces_.begin(), trace);
  }

  /// "Prime Minister John Howard", "John Howard, prime minister": remembers the role noun with the
  /// person.
  void note_roles(const std::vector<Group>& row, std::size_t i) {
    const Group& g = row[i];
    const Mention& m = mention(g.mention);
    if (m.entity == EntityId::none || m.kind != MentionKind::name) return;
    for (std::uint32_t t = g.tokens.first; t < m.tokens.first; ++t) remember_role(t, m.entity);
    if (i + 2 < row.size() && row[i + 1].kind == GroupKind::comma &&
        row[i + 2].kind == GroupKind::noun && row[i + 2].mention == MentionId::none)
      remember_role(row[i + 2].head, m.entity);
    if (i >= 2 && row[i - 1].kind == GroupKind::comma && row[i - 2].kind == GroupKind::noun &&
        row[i - 2].mention == MentionId::none)
      remember_role(row[i - 2].head, m.entity);
  }
  void remember_role(std::uint32_t t, EntityId e) {
    const ClassSet& s = token(t).classes;
    if (token(t).lemma == WordId::none) return;
    const bool person = o_.is_a(entity(e).type, person_);
    if (person && (s.has(k_.position) || s.has(k_.person))) roles_.push_back({token(t).lemma, e});
    if (!person && (s.has(k_.group) || s.has(k_.company))) roles_.push_back({token(t).lemma, e});
  }

  // ---- pronouns
  // ----------------------------------------------------------------------------------------------
  void pronoun(Group& g, bool) {
    const std::uint32_t t = g.head;
    if (token(t).tag != Tag::PRP) return;
    const EntityId e = referent(t, false);
    if (e != EntityId::none) g.mention = add(g.tokens, t, e, MentionKind::pronoun);
  }

  /// "THEIR daughter": one of a couple, the last person who was a subject here or in the sentence
  /// before.
  EntityId parent() const {
    for (const Trace& x : traces_)
      if (x.subject && sentence_ - x.sentence <= 1 &&
          o_.is_a(m_.entities[index(x.entity)].type, person_))
        return x.entity;
    return EntityId::none;
  }

  EntityId referent(std::uint32_t t, bool possessive) {
    if (token(t).classes.has(k_.narrator)) return quoted_ ? EntityId::none : narrator();
    return find_pronoun(t, possessive);
  }
  /// "I" outside quotations: the author, by name when the source gives one.
  EntityId narrator() {
    if (narrator_ != EntityId::none) return narrator_;
    Entity e;
    e.name = document_.author.empty() ? "author of " + document_.id : document_.author;
    e.type = person_;
    e.first = static_cast<MentionId>(m_.mentions.size());
    m_.entities.push_back(std::move(e));
    return narrator_ = static_cast<EntityId>(m_.entities.size() - 1);
  }

  EntityId find_pronoun(std::uint32_t t, bool possessive) const {
    const ClassSet& s = token(t).classes;
    const bool he = s.has(k_.masculine), she = s.has(k_.feminine), it = s.has(k_.neuter),
               they = s.has(k_.plural), we = s.has(k_.narrators) && !quoted_;
    if (!he && !she && !it && !they && !we) return EntityId::none;
    if (they && unnamed_plural_) return EntityId::none;  // "companies … THEIR strategies"
    const bool cataphora = ahead_ != EntityId::none && (he || she) &&
                           agrees(m_.entities[index(ahead_)].gender, he, she);
    if (cataphora && possessive) return ahead_;
    const Trace* best = nullptr;
    float best_score = 0;
    for (const Trace& x : traces_) {
      const Entity& e = m_.entities[index(x.entity)];
      const bool person = o_.is_a(e.type, person_);
      if (he && (!person || e.gender == Gender::female)) continue;
      if (she && (!person || e.gender == Gender::male)) continue;
      if (it && (person || !thing(e.type) || e.plural)) continue;
      if (they &&
          (person || !(o_.is_a(e.type, organization_) || e.plural || o_.is_a(e.type, country_))))
        continue;
      if (we && !o_.is_a(e.type, organization_)) continue;
      const float score = pronoun_score(x, e, t, possessive, he || she);
      if (best == nullptr || score > best_score) {
        best = &x;
        best_score = score;
      }
    }
    if (best != nullptr && best_score > 0) return best->entity;
    return cataphora ? ahead_ : EntityId::none;
  }
  bool accusative(std::uint32_t t) const {
    const std::string_view word = text_.text(t);
    return word == "him" || word == "them";
  }
  static bool agrees(Gender g, bool he, bool she) {
    return (he && g != Gender::female) || (she && g != Gender::male);
  }
  bool thing(TypeId t) const {
    return o_.is_a(t, organization_) || o_.is_a(t, place_) || o_.is_a(t, policy_) ||
           o_.is_a(t, product_);
  }
  float pronoun_score(const Trace& x, const Entity& e, std::uint32_t t, bool possessive,
                      bool personal) const {
    const auto distance = static_cast<float>(sentence_ - x.sentence);
    float score = personal ? 6.0f : 4.0f;
    score -= distance * (personal ? 0.7f : 1.2f);
    if (x.subject) score += 1.6f;
    if (distance == 0 && possessive) score += 0.8f;
    if (distance == 0 && !possessive && !x.subject) score -= 0.8f;
    if (distance == 0 && x.subject && accusative(t)) score -= 3.0f;  // "he saw HIM": another one
    score += 0.25f * static_cast<float>(std::min<std::uint32_t>(x.count, 6));
    if (o_.is_a(e.type, place_)) score -= o_.is_a(e.type, country_) ? 0.5f : 2.0f;
    if (!personal && (o_.is_a(e.type, policy_) || o_.is_a(e.type, product_))) score -= 1.0f;
    if (t < x.token + 2) score -= 3.0f;
    return score;
  }

  // ---- descriptions
  // ------------------------------------------------------------------------------------------
  void description(std::vector<Group>& row, std::size_t i) {
    Group& g = row[i];
    const Token& head = token(g.head);
    if (!is_noun(head.tag)) return;
    const ClassSet& s = head.classes;
    const bool plural = head.tag == Tag::NNS || head.tag == Tag::NNPS;
    const bool definite = has(g, k_.definite) || has(g, k_.demonstrative);
    EntityId e = EntityId::none;
    if (s.has(k_.policy)) return policy(row, i, definite || possessed(g));
    if (s.has(k_.government)) e = government(row, i);
    if (e == EntityId::none && definite && !plural) e = antecedent(g, head.lemma, s);
    if (e == EntityId::none && s.has(k_.product) && product_ != TypeId::none && modified(g))
      e = make(g, product_);
    if (e == EntityId::none && s.has(k_.government) && definite && modified(g) && !s.has(k_.person))
      e = make(g, government_);
    if (e != EntityId::none) g.mention = add(g.tokens, g.head, e, MentionKind::description);
  }
  bool has(const Group& g, ClassId c) const {
    return g.tokens.first < g.head && token(g.tokens.first).classes.has(c);
  }
  bool possessed(const Group& g) const { return token(g.tokens.first).tag == Tag::PRPS; }
  bool modified(const Group& g) const {
    std::uint32_t first = g.tokens.first;
    if (token(first).tag == Tag::DT || token(first).tag == Tag::PRPS) ++first;
    return first < g.head;
  }

  /// The most salient entity that a definite description fits.
  EntityId antecedent(const Group& g, WordId lemma, const ClassSet& s) const {
    for (auto r = roles_.rbegin(); r != roles_.rend(); ++r)
      if (r->lemma == lemma) return r->entity;
    const EntityId named = by_name_word(g);
    if (named != EntityId::none) return named;
    const TypeSet wanted = wanted_types(s);
    if (wanted == 0) return EntityId::none;
    const Trace* best = nullptr;
    float best_score = 0;
    for (const Trace& x : traces_) {
      const Entity& e = m_.entities[index(x.entity)];
      if (!Ontology::in(e.type, wanted) || e.plural) continue;
      float score = 3.0f - 0.6f * static_cast<float>(sentence_ - x.sentence);
      if (x.subject) score += 1.0f;
      score += 0.3f * static_cast<float>(std::min<std::uint32_t>(x.count, 6));
      if (best == nullptr || score > best_score) {
        best = &x;
        best_score = score;
      }
    }
    return best != nullptr && best_score > 0 ? best->entity : EntityId::none;
  }
  /// "the university" after "the University of Oslo": a name that holds the head word.
  EntityId by_name_word(const Group& g) const {
    const std::string_view word = text_.text(g.head);
    for (const Trace& x : traces_) {
      const Entity& e = m_.entities[index(x.entity)];
      if (o_.is_a(e.type, person_)) continue;
      if (holds_word(e.name, word)) return x.entity;
    }
    return EntityId::none;
  }
  static bool holds_word(std::string_view name, std::string_view word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    for (std::size_t i = 0; i + word.size() <= name.size(); ++i) {
      if (i > 0 && name[i - 1] != ' ') continue;
      std::size_t k = 0;
      while (k < word.size() && lower(name[i + k]) == lower(word[k])) ++k;
      if (k == word.size() && (i + k == name.size() || name[i + k] == ' ')) return true;
    }
    return false;
  }
  TypeSet below(TypeId t) const { return t == TypeId::none ? 0 : o_.type(t).descendants; }
  TypeSet wanted_types(const ClassSet& s) const {
    if (s.has(k_.company)) return below(company_) | only(organization_);
    if (s.has(k_.party)) return below(party_);
    if (s.has(k_.school)) return below(school_);
    if (s.has(k_.media)) return below(media_);
    if (s.has(k_.team)) return below(team_);
    if (s.has(k_.country)) return below(country_);
    if (s.has(k_.city)) return below(city_);
    if (s.has(k_.region)) return below(region_);
    if (s.has(k_.facility)) return below(facility_);
    return 0;
  }

  /// "the Chinese government", "China's government": the country that it governs.
  EntityId government(const std::vector<Group>& row, std::size_t i) const {
    const Group& g = row[i];
    if (i >= 2 && row[i - 1].kind == GroupKind::possessive && row[i - 2].kind == GroupKind::noun &&
        row[i - 2].mention != MentionId::none && g.tokens.size() == 1) {
      const EntityId of = m_.mentions[index(row[i - 2].mention)].entity;
      if (of != EntityId::none && o_.is_a(m_.entities[index(of)].type, country_))
        return head_is_government_itself(g) ? of : EntityId::none;
    }
    for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
      const MentionId m = at_[t];
      if (m == MentionId::none) continue;
      const Mention& x = m_.mentions[index(m)];
      if (x.entity != EntityId::none && o_.is_a(m_.entities[index(x.entity)].type, country_)) {
        return head_is_government_itself(g) ? x.entity : EntityId::none;
      }
    }
    return EntityId::none;
  }
  bool head_is_government_itself(const Group& g) const {
    return token(g.head).classes.has(k_.country) || token(g.head).classes.has(k_.collective);
  }

  // ---- policies
  // ----------------------------------------------------------------------------------------------
  TypeId policy_type(const ClassSet& s) const {
    if (s.has(k_.trade_measure)) return trade_measure_;
    if (s.has(k_.law)) return law_;
    if (s.has(k_.agreement)) return agreement_;
    if (s.has(k_.ruling)) return ruling_;
    if (s.has(k_.programme)) return programme_;
    return policy_;
  }
  void policy(std::vector<Group>& row, std::size_t i, bool definite) {
    Group& g = row[i];
    const TypeId type = policy_type(token(g.head).classes);
    if (type == TypeId::none) return;
    EntityId e = EntityId::none;
    for (const Trace& x : traces_) {
      const Entity& old = m_.entities[index(x.entity)];
      if (!o_.is_a(old.type, policy_)) continue;
      const bool same_head = same_head_word(old, g);
      if (has(g, k_.indefinite) || !same_object(old, row, i)) continue;
      if (same_head && (definite || !modified(g)))
        e = x.entity;
      else if (definite && !modified(g) && old.type == type && type != policy_)
        e = x.entity;
      if (e != EntityId::none) break;
    }
    if (e == EntityId::none) e = make(g, type, end_of_object(row, i));
    g.mention = add(g.tokens, g.head, e, MentionKind::description);
  }
  /// "the tariffs on steel" are not "the tariffs on cars".
  bool same_object(const Entity& old, const std::vector<Group>& row, std::size_t i) const {
    const std::size_t object = object_of(row, i);
    if (object == 0) return true;
    const TokenRange words{row[object].head, row[object].tokens.last};
    return old.name.find(text_.span(words).of(text_.source)) != std::string::npos;
  }
  std::uint32_t end_of_object(const std::vector<Group>& row, std::size_t i) const {
    const std::size_t object = object_of(row, i);
    return object == 0 ? row[i].tokens.last : row[object].tokens.last;
  }
  /// "a levy ON VEGETABLE OILS", "a tariff of 25 percent ON STEEL": what a measure is on belongs to
  /// its name. The group's place in the row; 0 if there is none.
  std::size_t object_of(const std::vector<Group>& row, std::size_t i) const {
    const auto phrase = [&](std::size_t k, ClassId preposition) {
      return k + 1 < row.size() && row[k].kind == GroupKind::preposition &&
             token(row[k].head).classes.has(preposition) && row[k + 1].kind == GroupKind::noun &&
             !row[k + 1].date && !row[k + 1].pronoun;
    };
    std::size_t k = i + 1;
    if (phrase(k, k_.genitive_preposition) && figure(row[k + 1])) k += 2;
    return phrase(k, k_.aim_preposition) ? k + 1 : 0;
  }
  bool figure(const Group& g) const {
    return g.mention != MentionId::none && o_.type(m_.mentions[index(g.mention)].type).literal;
  }
  bool same_head_word(const Entity& e, const Group& g) const {
    const Mention& first = m_.mentions[index(e.first)];
    const Token& a = token(first.head);
    const Token& b = token(g.head);
    return a.lemma != WordId::none ? a.lemma == b.lemma
                                   : text_.text(first.head) == text_.text(g.head);
  }

  EntityId make(const Group& g, TypeId type, std::uint32_t last = 0) {
    Entity e;
    std::uint32_t first = g.tokens.first;
    while (first < g.head && (token(first).tag == Tag::DT || token(first).tag == Tag::PRPS))
      ++first;
    e.name = std::string(text_.span({first, std::max(last, g.tokens.last)}).of(text_.source));
    e.type = type;
    e.plural = token(g.head).tag == Tag::NNS;
    e.first = static_cast<MentionId>(m_.mentions.size());
    m_.entities.push_back(std::move(e));
    return static_cast<EntityId>(m_.entities.size() - 1);
  }

  MentionId add(TokenRange tokens, std::uint32_t head, EntityId e, MentionKind kind) {
    Mention m;
    m.tokens = tokens;
    m.head = head;
    m.type = entity(e).type;
    m.entity = e;
    m.kind = kind;
    const auto id = static_cast<MentionId>(m_.mentions.size());
    m_.mentions.push_back(m);
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
      if (at_[t] == MentionId::none) at_[t] = id;
    return id;
  }

  const Document& document_;
  const Text& text_;
  Mentions& m_;
  std::vector<MentionId>& at_;
  const KnownClasses& k_;
  const Ontology& o_;
  TypeId person_, organization_, company_, government_, party_, school_, media_, team_, place_,
      country_, city_, region_, facility_, policy_, law_, trade_measure_, agreement_, programme_,
      ruling_, product_;
  std::vector<Trace> traces_;  ///< most recent first
  std::vector<Role> roles_;
  EntityId ahead_ = EntityId::none;  ///< for a pronoun in the phrase that opens the sentence
  EntityId narrator_ = EntityId::none;
  bool unnamed_plural_ = false;  ///< the sentence spoke of several unnamed things
  bool quoted_ = false;          ///< between quotation marks, where "I" is the speaker
  std::uint32_t sentence_ = 0;
};

}  // namespace

void resolve(const Document& document, const Text& text, Mentions& mentions,
             std::vector<MentionId>& mention_at, std::vector<std::vector<Group>>& groups,
             const Lexicon&, const KnownClasses& classes, const Ontology& ontology) {
  Resolver(document, text, mentions, mention_at, classes, ontology).run(groups);
}

}  // namespace factloom
