// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/resolve.h"

#include <algorithm>
#include <string>

#include "extract/base/fetch.h"
#include "extract/base/words.h"
#include "extract/reference/bare_posts.h"
#include "extract/reference/body_of_post.h"
#include "extract/reference/cataphora.h"
#include "extract/reference/chains.h"
#include "extract/reference/couples.h"
#include "extract/reference/descriptions.h"
#include "extract/reference/empty_it.h"
#include "extract/reference/epithets.h"
#include "extract/reference/local_bodies.h"
#include "extract/reference/namings.h"
#include "extract/reference/nationals.h"
#include "extract/reference/new_bodies.h"
#include "extract/reference/owners.h"
#include "extract/reference/owning_mates.h"
#include "extract/reference/pairs.h"
#include "extract/reference/parents.h"
#include "extract/reference/person_epithets.h"
#include "extract/reference/policies.h"
#include "extract/reference/power.h"
#include "extract/reference/prominence.h"
#include "extract/reference/pronouns.h"
#include "extract/reference/state_agents.h"
#include "extract/reference/state_bodies.h"
#include "extract/reference/takes_over.h"
#include "extract/reference/thing_place.h"
#include "extract/reference/told_gender.h"
#include "extract/reference/told_measures.h"
#include "extract/reference/traded_parts.h"

namespace factloom {
namespace {

/// The lead with which something unnamed counts as what "they" or "it" is.
constexpr float sure_several = 0.1f, sure_thing = 0.2f;
/// The likelihood with which "it" is shown as something named, though no rule takes it for that;
/// the lead with which "his" tells that somebody is a man.
constexpr float perhaps_thing = 0.45f, sure_gender = 0.25f;

/// The walk over a document's groups, from left to right.
class Resolver {
 public:
  Resolver(const Document& document, const Text& text, Mentions& mentions,
           std::vector<MentionId>& mention_at, const KnownClasses& classes,
           const NounSenses& senses, const Ontology& ontology, const Gazetteer& gazetteer,
           const StateOffices& offices, const ReferenceWeights& weights,
           const ReferenceWatcher* watcher)
      : document_(document),
        text_(text),
        m_(mentions),
        at_(mention_at),
        k_(classes),
        kinds_(ontology, classes),
        roles_(text, mentions, classes, kinds_.person),
        pronouns_(mentions, kinds_, weights, watcher),
        epithets_(text, mentions, mention_at, kinds_, gazetteer),
        names_(mentions),
        descriptions_(text, mentions, mention_at, kinds_, epithets_, names_, weights.description,
                      watcher),
        policies_(text, mentions, mention_at, kinds_, senses, measures_, names_),
        measures_(text, mentions, kinds_),
        agents_(text, mentions, mention_at, kinds_),
        bodies_(text, mentions, mention_at, kinds_),
        local_bodies_(text, mentions, mention_at, kinds_),
        posts_(text, mentions, mention_at, kinds_, roles_, epithets_, offices),
        mates_(text, mentions, kinds_),
        nationals_(text, mentions, mention_at, kinds_),
        couples_(text, mentions, mention_at, kinds_),
        pairs_(text, mentions, mention_at, kinds_),
        persons_(text, mentions, kinds_, roles_),
        prominence_(text, mentions, kinds_),
        discourse_(mentions) {}

  /// The mentions that rules do not see.
  std::vector<Mention> run(std::vector<std::vector<Group>>& groups) {
    for (sentence_ = 0; sentence_ < groups.size(); ++sentence_) {
      if (sentence_ + 1 < groups.size()) fetch(groups[sentence_ + 1]);
      std::vector<Group>& row = groups[sentence_];
      if (!row.empty() && token(row[0].tokens.first).is(shape_paragraph_first))
        paragraph_ = sentence_;
      roles_.read(row);
      posts_.begin(sentence_);
      here_ = signs(text_.sentences[sentence_].classes, row);
      dateline_ = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].kind == GroupKind::noun) visit(row, i);
        if (row[i].kind == GroupKind::quote) quoted_ = token(row[i].head).tag == Tag::open_quote;
      }
    }
    std::vector<Mention> unseen = chains_.take(text_, m_.entities);
    unseen.insert(unseen.end(), doubtful_.begin(), doubtful_.end());
    return unseen;
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  Mention& mention(MentionId m) { return m_.mentions[index(m)]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  ReferencePlace place(std::size_t i, std::uint32_t t) const {
    return {sentence_, roles_.clause(i), t, roles_.role(i), roles_.embedded(i)};
  }

  /// Of what the words of a sentence may tell: most of it is in few, and looked for there alone.
  struct Signs {
    bool weddings = false, namings = false, banks = false, goods = false, lenders = false;
    bool state_bodies = false, state_organs = false, state_agents = false, bodies_of_posts = false;
    bool relatives = false;  ///< relative clauses
  };
  Signs signs(const ClassSet& words, const std::vector<Group>& row) const {
    Signs s;
    s.weddings = words.has(k_.spouse);
    s.namings = words.has(k_.renaming);
    s.banks = words.has(k_.state_body_word);
    s.goods = words.has(k_.goods) && words.has(k_.trade_measure);
    s.lenders = words.has(k_.creditor);
    s.state_organs = words.has(k_.state_organ);
    s.state_agents = words.has(k_.state_agent);
    s.state_bodies = s.state_organs || words.has(k_.lone_body) || words.has(k_.state_body) ||
                     words.has(k_.state_body_head);
    s.bodies_of_posts = posts_.possible() && words.has(k_.employing_body);
    s.relatives = std::any_of(row.begin(), row.end(),
                              [](const Group& g) { return g.kind == GroupKind::relative; });
    return s;
  }

  /// Resolves the noun group at i.
  void visit(std::vector<Group>& row, std::size_t i) {
    Group& g = row[i];
    inner(row, i);
    if (here_.bodies_of_posts) own_body(row, i);
    posts_.read(row, i, discourse_);
    const bool person = person_told(row, i);
    if (!person && g.mention == MentionId::none && !g.date) {
      if (!g.pronoun)
        description(row, i);
      else if (!is_empty_it(row, i, text_, k_) && !description_ahead(row, i, text_, k_))
        pronoun(row, i);
    }
    posts_.read_on(row, i);
    if (i == 0) dateline_ = prominence_.dateline(row);
    const Naming named = here_.namings ? naming_at(text_, m_, kinds_, row, i) : Naming{};
    if (named.kept != EntityId::none) {
      unite(named, m_);
      discourse_.unite(named.kept, named.gone);
    } else if (g.mention != MentionId::none) {
      ReferencePlace where = place(naming(row, i), g.head);
      where.told = prominence_.told(row, i, roles_.role(i)) ||
                   (here_.relatives && prominence_.has_clause(row, i)) ||
                   (here_.weddings && couples_.weds(row, i, roles_)) || person;
      where.explained = i + 2 < row.size() && row[i + 1].kind == GroupKind::comma &&
                        roles_.role(i + 2) == GrammaticalRole::apposition;
      if (comes_after(row, i, text_, roles_, k_)) {
        where.role = GrammaticalRole::subject;
        if (const int left = roles_.subject(i); left >= 0)
          discourse_.leave(entity_of(row[static_cast<std::size_t>(left)]));
      }
      where.heading = text_.sentences[sentence_].heading;
      if (!(g.pronoun && token(g.head).classes.has(k_.narrators)) && i >= dateline_ &&
          !prominence_.is_nothing(g))
        note(g.mention, where);
      measures_.note(row, i, roles_, sentence_);
      hear_gender(row, i);
      epithets_.remember(row, i);
    } else if (!g.date && !g.pronoun) {
      unnamed(row, i);
    }
    if (here_.weddings) couples_.learn(row, i, roles_);
    nationals_.learn(row, i);
    coordination(row, i);
  }

  /// "the owner, BOB LEE, sold it": a name stands where the noun that it explains does.
  std::size_t naming(const std::vector<Group>& row, std::size_t i) const {
    const int noun = roles_.governor(i);
    if (roles_.role(i) != GrammaticalRole::apposition || noun < 0) return i;
    const Group& explained = row[static_cast<std::size_t>(noun)];
    const bool possessed = token(explained.tokens.first).tag == Tag::PRPS &&  // "her father, BOB"
                           token(explained.head).classes.has(k_.kinship);
    return possessed || explained.mention != MentionId::none ? i : static_cast<std::size_t>(noun);
  }
  void note(MentionId m, ReferencePlace where) {
    where.form = mention(m).kind;
    const EntityId e = mention(m).entity;
    if (e == EntityId::none || e == narrator_) return;
    if (where.form == MentionKind::name) certainty_.named(e);
    if (kinds_.ontology.is_a(entity(e).type, kinds_.country))
      agents_.note(m, where.role == GrammaticalRole::subject);
    const Tag tag = token(mention(m).head).tag;
    const bool people = tag == Tag::NNS || (tag == Tag::NNPS && mention(m).tokens.size() == 1);
    discourse_.note(e, where, people);
  }

  /// Names and possessive pronouns inside the group.
  void inner(const std::vector<Group>& row, std::size_t i) {
    const Group& g = row[i];
    for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t) {
      const MentionId m = at_[t];
      if (m == MentionId::none) {
        if (token(t).tag == Tag::PRPS && !of_its_kind(row, i, t, text_, k_))
          possessive(row, i, t);
        else if (here_.banks || here_.goods)
          name_inner(row, i, t);
      } else if (m != g.mention && mention(m).tokens.first == t &&
                 mention(m).kind == MentionKind::name) {
        ReferencePlace where{sentence_, roles_.clause(i), t, GrammaticalRole::genitive,
                             roles_.embedded(i)};
        where.heading = text_.sentences[sentence_].heading;
        note(m, where);
      }
    }
  }
  /// "HIS firm"
  void possessive(const std::vector<Group>& row, std::size_t i, std::uint32_t t) {
    if (is_you(token(t).classes, k_) && !quoted_) talk_until_ = sentence_ + talk_goes_on;
    const bool parents = token(t).classes.has(k_.plural) && of_kin(row[i], t, text_, k_);
    const PronounSlot slot = possessive_slot(row, i, t);
    const EntityId mate = parents ? EntityId::none : mates_.owner(row, i, t);
    const Meant meant = mate != EntityId::none ? Meant{mate}
                        : parents ? Meant{couples_.find(discourse_, sentence_, t, slot.whole)}
                                  : referent(slot);
    if (meant.entity == EntityId::none) return;
    add({t, t + 1}, t, meant, MentionKind::pronoun);
    if (!token(t).classes.has(k_.narrators))
      note(at_[t],
           {sentence_, roles_.clause(i), t, GrammaticalRole::possessor, roles_.embedded(i)});
  }
  /// "CENTRAL BANK governor Ann Lee", "the STEEL tariffs"
  void name_inner(const std::vector<Group>& row, std::size_t i, std::uint32_t t) {
    const EntityId bank = bodies_.bank_before(row, i, t);
    if (bank != EntityId::none)
      add({t, t + 2}, t + 1, {bank}, MentionKind::description);
    else if (policies_.named_goods(row[i], t))
      add({t, t + 1}, t, {policies_.make_called({t, t + 1}, kinds_.product, false)},
          MentionKind::description);
  }

  /// "his WIFE, Kim Lee"
  void hear_gender(const std::vector<Group>& row, std::size_t i) {
    const EntityId e = mention(row[i].mention).entity;
    const Referents all = discourse_.referents();
    if (all.empty() || e == EntityId::none || all.back().entity != e ||
        !kinds_.is_person(entity(e).type))
      return;
    if (sentence_ > 1 && judges(row, i, text_, m_)) discourse_.is_judge();
    if (entity(e).gender != Gender::unknown) return;
    if (const Gender told = told_gender(row, i, text_, m_, roles_, k_); told != Gender::unknown)
      discourse_.tell_gender(all.size() - 1, told, true);
  }

  void unnamed(const std::vector<Group>& row, std::size_t i) {
    const Group& g = row[i];
    const Token& head = token(g.head);
    if (!is_noun(head.tag) || head.classes.has(k_.time_unit) || g.negated) return;  // "NO BANK"
    const bool bare = g.tokens.size() == 1 && head.tag == Tag::NN;  // "parted COMPANY with"
    if (bare && (head.classes.has(k_.company) || head.classes.has(k_.group))) return;
    const MentionId called = genitive_behind(row, i, text_, k_);  // "the STATE of Bavaria"
    if (called != MentionId::none && kinds_.ontology.is_a(mention(called).type, kinds_.place) &&
        (head.classes.has(k_.region) || head.classes.has(k_.city)))
      return;
    const GrammaticalRole role = roles_.role(i);
    if (role == GrammaticalRole::apposition ||
        (role == GrammaticalRole::complement && described(row, i)))
      return;
    Referent r;
    r.last = place(i, g.head);
    r.lemma = head.lemma;
    r.proper = is_proper_noun(head.tag);
    r.plural = head.tag == Tag::NNS || head.tag == Tag::NNPS;
    if (!r.plural) {
      r.types = kinds_.described_by(head.classes);
      r.noun = kinds_.noun_kind(head.classes);
    }
    if (head.classes.has(k_.male)) r.gender = Gender::male;
    if (head.classes.has(k_.female)) r.gender = Gender::female;
    r.chain = chains_.open();
    const bool definite = has(g, k_.definite) || has(g, k_.demonstrative);
    r.definite = definite;
    chains_.add(discourse_.note(r, definite), g.tokens, g.head, MentionKind::description);
  }
  /// "Acme is A FRENCH BANK": known of Acme from then on.
  bool described(const std::vector<Group>& row, std::size_t i) {
    if (roles_.subject(i) < 0) return false;
    const MentionId m = row[static_cast<std::size_t>(roles_.subject(i))].mention;
    if (m != MentionId::none && mention(m).entity != EntityId::none)
      epithets_.remember_described(row[i], mention(m).entity);
    return true;
  }
  /// "Ann Lee and Bob Roy": the two together are "they".
  void coordination(const std::vector<Group>& row, std::size_t i) {
    const int mate = roles_.governor(i);
    if (mate < 0 || row[static_cast<std::size_t>(mate)].kind != GroupKind::noun || i == 0) return;
    if (row[i - 1].kind != GroupKind::coordinator ||
        roles_.role(i) != roles_.role(static_cast<std::size_t>(mate)))
      return;
    discourse_.list(entity_of(row[static_cast<std::size_t>(mate)]), entity_of(row[i]));
    Referent r;
    r.last = place(i, row[i].head);
    r.plural = true;
    r.chain = chains_.open();
    chains_.add(discourse_.note(r, false),
                {row[static_cast<std::size_t>(mate)].tokens.first, row[i].tokens.last}, row[i].head,
                MentionKind::description);
  }

  void pronoun(std::vector<Group>& row, std::size_t i) {
    Group& g = row[i];
    if (token(g.head).tag != Tag::PRP) return;
    Meant meant = referent(personal_slot(row, i));
    if (meant.entity == EntityId::none && have_children(row, i, text_, m_, kinds_))
      meant.entity = couples_.find(discourse_, sentence_, g.head);
    if (meant.entity != EntityId::none)
      g.mention = add(g.tokens, g.head, meant, MentionKind::pronoun);
  }

  /// Notes the subject of the pronoun's clause, or of the one above.
  void tells_of(const Group& subject, PronounSlot& slot, std::uint32_t& place) const {
    const EntityId e = entity_of(subject);
    slot.somebody = slot.somebody || (e != EntityId::none && kinds_.is_person(entity(e).type));
    place = subject.head;
  }
  PronounSlot slot_at(const std::vector<Group>& row, std::size_t i, std::uint32_t t) const {
    PronounSlot slot;
    slot.classes = token(t).classes;
    slot.place = place(i, t);
    slot.place.form = MentionKind::pronoun;
    slot.paragraph = paragraph_;
    slot.quoted = quoted_;
    slot.ahead = subject_ahead(row, i, roles_, m_);
    const int speaker = roles_.speaker(i);
    if (speaker >= 0)
      slot.speaker = row[roles_.explained(row, static_cast<std::size_t>(speaker))].head;
    const int above = roles_.subject_above(i);
    if (above >= 0)
      tells_of(row[roles_.bearer(row, static_cast<std::size_t>(above))], slot, slot.above);
    slot.talk = sentence_ < talk_until_;
    const int subject = roles_.subject(i);
    if (subject >= 0 && static_cast<std::size_t>(subject) != i)
      tells_of(row[roles_.bearer(row, static_cast<std::size_t>(subject))], slot, slot.subject);
    const int whole = roles_.governor(i);
    const GrammaticalRole role = roles_.role(i);
    const bool listed = i > 0 && row[i - 1].kind == GroupKind::coordinator;  // "Bob and HIS wife"
    const bool part =
        !listed && (role == GrammaticalRole::genitive || role == GrammaticalRole::apposition);
    if (part && whole >= 0) slot.whole = row[static_cast<std::size_t>(whole)].head;
    const std::size_t link = i > 0 && token(row[i - 1].head).classes.has(k_.relative) ? i - 1 : i;
    const bool modifies =  // "Bob Roy, the manager HE inherited"
        role == GrammaticalRole::subject && link > 0 && row[link - 1].kind == GroupKind::noun &&
        row[link - 1].mention == MentionId::none;
    if (modifies) slot.whole = row[roles_.explained(row, link - 1)].head;
    if (const int bearer = roles_.crossed(row, i); bearer >= 0)
      slot.whole = row[static_cast<std::size_t>(bearer)].head;
    return slot;
  }
  PronounSlot possessive_slot(const std::vector<Group>& row, std::size_t i, std::uint32_t t) const {
    PronounSlot slot = slot_at(row, i, t);
    ClassSet owned;  // all of the group's, as the head may be a name: "its founder Ann Lee"
    for (std::uint32_t k = t + 1; k < row[i].tokens.last; ++k) owned = owned | token(k).classes;
    slot.possessive = true;
    slot.kin = owned.has(k_.kinship);
    slot.acts = owned.has(k_.body_part) || owned.has(k_.position);
    if (slot.classes.has(k_.neuter) && (owned.has(k_.firm_post) || owned.has(k_.team_post)))
      slot.kinds = kinds_.ontology.type(kinds_.organization).descendants;
    slot.life = i == 0 && one_of(text_.text(row[i].head), {"father", "mother", "parents"});
    slot.introduces = roles_.role(i) == GrammaticalRole::apposition && i == 2;
    slot.follows = of_another(row, i, text_, roles_, k_);
    return slot;
  }
  PronounSlot personal_slot(const std::vector<Group>& row, std::size_t i) const {
    PronounSlot slot = slot_at(row, i, row[i].head);
    slot.reflexive = slot.classes.has(k_.reflexive);
    slot.apart = i > 0 && row[i - 1].kind == GroupKind::preposition &&
                 token(row[i - 1].head).classes.has(k_.apart_preposition);
    if (slot.classes.has(k_.neuter)) {
      slot.kinds = policies_.asked_for(row, i);
      slot.thing = done_to_thing(row, i, text_, roles_, k_);
    }
    if (slot.kinds == 0) slot.kinds = measures_.likely_for(row, i, sentence_);
    slot.measure = slot.kinds != 0;
    if (roles_.role(i) != GrammaticalRole::subject) return slot;
    slot.fronted = is_fronted_description(row, i, text_, roles_, k_);
    std::size_t k = i + 1;
    while (k < row.size() && row[k].kind == GroupKind::adverb) ++k;
    if (k == row.size() || row[k].kind != GroupKind::verb) return slot;
    const ClassSet& verb = token(row[k].head).classes;
    slot.acts =
        row[k].passive ? verb.has(k_.body_verb) : verb.has(k_.reporting) || verb.has(k_.agent_verb);
    slot.life = row[k].passive && text_.text(row[k].head) == "born";
    const bool is = row[k].copula || verb.has(k_.become);
    if (is && k + 1 < row.size() && row[k + 1].kind == GroupKind::noun &&
        row[k + 1].mention == MentionId::none)
      slot.kinds = kinds_.described_by(token(row[k + 1].head).classes);
    return slot;
  }

  /// Who a pronoun is; none if nobody that is named.
  Meant referent(const PronounSlot& slot) {
    const ClassSet& s = slot.classes;
    if (s.has(k_.narrator)) return {quoted_ ? EntityId::none : narrator()};
    const bool he = s.has(k_.masculine), she = s.has(k_.feminine), it = s.has(k_.neuter);
    const bool we = s.has(k_.narrators) && !quoted_;
    if (!he && !she && !it && !s.has(k_.plural) && !we) return {};
    const bool cataphora =
        slot.ahead != EntityId::none && agrees_ahead(entity(slot.ahead), he, she, it, kinds_);
    if (cataphora && slot.possessive) return {slot.ahead};
    const PronounResolver::Antecedent found = pronouns_.find(discourse_, slot);
    if (found.referent != PronounResolver::nobody) {
      const auto at = static_cast<std::size_t>(found.referent);
      const EntityId e = discourse_.referents()[at].entity;
      if (e == EntityId::none) {
        const std::uint32_t t = slot.place.token;
        if (found.lead >= (slot.classes.has(k_.plural) ? sure_several : sure_thing))
          chains_.add(discourse_.referents()[at].chain, {t, t + 1}, t, MentionKind::pronoun);
        discourse_.again(at, slot.place);
      }
      if (e != EntityId::none && (he || she))
        discourse_.tell_gender(at, he ? Gender::male : Gender::female, found.lead >= sure_gender);
      if (e == EntityId::none) return {};
      if (found.sure) return {e, found.likelihood};
      if (it || he || she) doubt(at, slot.place, it ? found.lead : 1);
    }
    return {cataphora ? slot.ahead : EntityId::none};
  }
  /// Keeps in mind what "it" or "he" may be, without a rule's taking it for that.
  void doubt(std::size_t referent, const ReferencePlace& place, float likelihood) {
    const EntityId e = discourse_.referents()[referent].entity;
    discourse_.again(referent, place);
    if (likelihood < perhaps_thing) return;
    Mention m;
    m.tokens = {place.token, place.token + 1};
    m.head = place.token;
    m.type = entity(e).type;
    m.entity = e;
    m.kind = MentionKind::pronoun;
    doubtful_.push_back(m);
  }
  /// "I" outside quotations: the author, by name when the source gives one.
  EntityId narrator() {
    if (narrator_ != EntityId::none) return narrator_;
    return narrator_ = m_.add_entity(
               document_.author.empty() ? "author of " + document_.id : document_.author,
               kinds_.person);
  }
  /// "the AMERICAN", "the 62-YEAR-OLD": a person
  bool person_told(std::vector<Group>& row, std::size_t i) {
    Group& g = row[i];
    const bool one = nationals_.is_one(row, i);
    EntityId e = one ? nationals_.find(discourse_, entity_of(g), description_slot(row, i).doer)
                     : EntityId::none;
    if (e == EntityId::none && persons_.possible(g))
      e = persons_.find(discourse_, sentence_, row, i);
    if (one || (g.head >= g.tokens.first + 2 && nationals_.was_one(row, i)))
      at_[g.head] = g.mention = MentionId::none;
    if (e != EntityId::none) g.mention = add(g.tokens, g.head, {e}, MentionKind::description);
    return one || e != EntityId::none;
  }

  void description(std::vector<Group>& row, std::size_t i) {
    Group& g = row[i];
    const Token& head = token(g.head);
    if (!is_noun(head.tag)) return the_two(g);
    Said said;
    said.plural = head.tag == Tag::NNS || head.tag == Tag::NNPS;
    said.definite = has(g, k_.definite) || has(g, k_.demonstrative);
    said.possessed = token(g.tokens.first).tag == Tag::PRPS;
    const bool one = said.definite && !said.plural;
    Meant meant;
    if (one && head.classes.has(k_.any_measure))
      meant.entity = measures_.move(g, sentence_);  // "the move"
    if (meant.entity == EntityId::none) meant = described(row, i, said);
    if (meant.entity != EntityId::none)
      g.mention = add(g.tokens, g.head, meant, MentionKind::description);
  }
  /// How a description says what it means.
  struct Said {
    bool plural = false, definite = false, possessed = false;
  };
  Meant described(const std::vector<Group>& row, std::size_t i, const Said& said) {
    const auto& [plural, definite, possessed] = said;
    const Group& g = row[i];
    const ClassSet& s = token(g.head).classes;
    if (const ClassSet kind = policies_.kind(row, i);
        !kind.empty() && !is_power(row, i, text_, m_, at_, k_, kinds_.person))
      return {policies_.find(discourse_, row, i, kind, definite || possessed)};
    Meant meant;
    EntityId& e = meant.entity;
    const bool two = definite && !plural && s.has(k_.pair_of_people);  // "the couple"
    if (two) e = couples_.find(discourse_, sentence_, g.head);
    if (possessed) e = couples_.mate(g);
    if (e == EntityId::none && !two && here_.state_agents) e = agents_.principal(row, i);
    if (e == EntityId::none && possessed && s.has(k_.state_organ))
      e = posts_.governed(entity_at(m_, at_, g.tokens.first));
    const bool home = e == EntityId::none && here_.state_organs &&
                      agents_.of_home(row, i, roles_.role(i) == GrammaticalRole::subject);
    if (const EntityId of = home ? agents_.home() : EntityId::none; of != EntityId::none)
      meant = descriptions_.state(discourse_, description_slot(row, i), of);
    // "the Russian government IN CRIMEA"; "met Russian OFFICIALS in Crimea"
    const bool sent = plural && roles_.role(i) == GrammaticalRole::object;
    if (!sent && e != EntityId::none && epithets_.seated_elsewhere(row, i, e)) e = EntityId::none;
    const MentionId state = possessor_before(row, i);  // "Norway's central bank, NORGES BANK"
    const bool of_state = state != MentionId::none &&
                          kinds_.ontology.is_a(m_.mentions[index(state)].type, kinds_.place) &&
                          (s.has(k_.state_body) || s.has(k_.state_body_head));
    if ((definite || possessed || of_state) && !plural)
      if (const EntityId b = body_beside(text_, m_, kinds_, row, i); b != EntityId::none) e = b;
    if (e == EntityId::none) e = called(g);
    if (plural && pairs_.speaks_of_two(g)) e = pairs_.find(discourse_, sentence_, g);
    if (e == EntityId::none && definite && !plural)
      meant = descriptions_.find(discourse_, row, i, description_slot(row, i));
    if (e == EntityId::none && home)
      meant = descriptions_.state(discourse_, description_slot(row, i), EntityId::none);
    if (e != EntityId::none && definite && !plural) epithets_.learn(g, e);
    if (e == EntityId::none && here_.state_bodies) e = bodies_.find(row, i);
    if (e == EntityId::none && s.has(k_.local_body)) e = local_bodies_.find(row, i);
    if (e == EntityId::none) e = made_of(row, i, plural);
    if (e == EntityId::none && s.has(k_.government) && !s.has(k_.person) &&
        !bodies_.of_firm(row, i) &&
        ((agents_.national(g) && !plural) ||
         (definite && policies_.told_apart(g) && !prominence_.explains_body(row, i))))
      e = policies_.make(g, kinds_.government);
    return meant;
  }
  /// Goods, a firm's part or a new body that the description tells of, named nowhere before.
  EntityId made_of(const std::vector<Group>& row, std::size_t i, bool plural) {
    const Group& g = row[i];
    const ClassSet& s = token(g.head).classes;
    if (plural && here_.lenders && are_lenders(text_, k_, row, i, policies_.told_apart(g)))
      return policies_.make(g, kinds_.organization);
    EntityId e = EntityId::none;
    const bool product = s.has(k_.product) && !s.has(k_.government);  // "the Irish regulator"
    const bool goods =
        kinds_.product != TypeId::none &&
        ((product && policies_.told_apart(g)) || (here_.goods && policies_.struck_goods(row, i)));
    if (goods && !plural) e = goods_beside(m_, kinds_, row, i);
    if (goods && e == EntityId::none) e = policies_.make(g, kinds_.product);
    if (e == EntityId::none && (s.has(k_.firm_part) || s.has(k_.firm_activity))) {
      e = part_called(text_, m_, at_, kinds_, row, i);
      const TokenRange part =
          e == EntityId::none ? traded_part(text_, m_, kinds_, row, i) : TokenRange{};
      if (!part.empty()) e = policies_.make_called(part, kinds_.company, plural);
    }
    if (e == EntityId::none && has(g, k_.indefinite)) {
      const NewBody made = new_body(text_, m_, kinds_, row, i);
      if (made.type != TypeId::none) e = policies_.make(g, made.type, made.last);
    }
    return e;
  }
  /// "UNION official Ann Lee": of the one that "the union" would mean
  void own_body(const std::vector<Group>& row, std::size_t i) {
    const std::vector<Group> told = body_of_post(text_, m_, at_, kinds_, row, i);
    if (told.empty()) return;
    const Group& g = told[i];
    const DescriptionSlot slot = description_slot(told, i);
    const Meant meant = token(g.head).classes.has(k_.state_organ)
                            ? descriptions_.state(discourse_, slot, agents_.home())
                            : descriptions_.find(discourse_, told, i, slot);
    if (meant.entity != EntityId::none) add(g.tokens, g.head, meant, MentionKind::description);
  }
  /// "THE TWO fell out"
  void the_two(Group& g) {
    if (token(g.head).tag != Tag::CD || !pairs_.speaks_of_two(g)) return;
    const EntityId e = pairs_.find(discourse_, sentence_, g);
    if (e != EntityId::none) g.mention = add(g.tokens, g.head, {e}, MentionKind::description);
  }
  /// "the HAMAS group"; not "a HAMAS group", "the CHICAGO group"
  EntityId called(const Group& g) {
    if (!token(g.head).classes.has(k_.own_kind) || g.head == g.tokens.first ||
        has(g, k_.indefinite))
      return EntityId::none;
    const EntityId e = body_called(text_, m_, kinds_, g.head, at_[g.head - 1]);
    return e != EntityId::none && epithets_.named_as_place(e) ? EntityId::none : e;
  }
  DescriptionSlot description_slot(const std::vector<Group>& row, std::size_t i) {
    DescriptionSlot slot;
    slot.place = place(i, row[i].head);
    const int subject = roles_.subject(i);
    if (subject >= 0 && static_cast<std::size_t>(subject) != i) {
      const Group& doer = row[roles_.explained(row, static_cast<std::size_t>(subject))];
      slot.subject = doer.head;
      if (doer.mention != MentionId::none) slot.doer = mention(doer.mention).entity;
    }
    if (slot.place.role == GrammaticalRole::object) slot.employer = posts_.employer(slot.doer);
    slot.paragraph = paragraph_;
    if (here_.namings) slot.other = name_given(text_, m_, kinds_, row, i);
    const bool beside = i >= 2 && row[i - 1].kind == GroupKind::comma &&
                        row[i - 2].kind == GroupKind::noun && row[i - 2].mention != MentionId::none;
    if (beside) slot.explains = row[i - 2].head;
    for (std::size_t k = i; k-- > 0 && slot.verb == 0;)
      if (row[k].kind == GroupKind::verb) slot.verb = row[k].head;
    return slot;
  }
  EntityId entity_of(const Group& g) const {
    return g.mention == MentionId::none ? EntityId::none : m_.mentions[index(g.mention)].entity;
  }
  bool has(const Group& g, ClassId c) const {
    return g.tokens.first < g.head && token(g.tokens.first).classes.has(c);
  }

  MentionId add(TokenRange tokens, std::uint32_t head, const Meant& meant, MentionKind kind) {
    Mention m;
    m.tokens = tokens;
    m.head = head;
    m.type = entity(meant.entity).type;
    m.entity = meant.entity;
    m.kind = kind;
    m.certainty = certainty_.referred(meant, kind);
    const auto id = static_cast<MentionId>(m_.mentions.size());
    m_.mentions.push_back(m);
    // patterns read the words before "merger"
    const bool words = kind == MentionKind::description && token(head).classes.has(k_.deal_act);
    for (std::uint32_t t = words ? head : tokens.first; t < tokens.last; ++t)
      if (at_[t] == MentionId::none) at_[t] = id;
    return id;
  }

  const Document& document_;
  const Text& text_;
  Mentions& m_;
  std::vector<MentionId>& at_;
  const KnownClasses& k_;
  EntityKinds kinds_;
  GrammaticalRoles roles_;
  PronounResolver pronouns_;
  Epithets epithets_;
  NameBeginnings names_;
  DescriptionResolver descriptions_;
  PolicyResolver policies_;
  ToldMeasures measures_;
  StateAgents agents_;
  StateBodies bodies_;
  LocalBodies local_bodies_;
  BarePosts posts_;
  OwningMates mates_;
  Nationals nationals_;
  Couples couples_;
  Pairs pairs_;
  PersonEpithets persons_;
  Prominence prominence_;
  Discourse discourse_;
  Certainty certainty_;
  UnnamedChains chains_;
  std::vector<Mention> doubtful_;  ///< "it" where what it is taken for is too unsure for a fact
  EntityId narrator_ = EntityId::none;
  Signs here_;
  std::size_t dateline_ = 0;  ///< how many groups of the sentence are one
  bool quoted_ = false;       ///< between quotation marks, where "I" is the speaker
  std::uint32_t sentence_ = 0;
  std::uint32_t talk_until_ = 0;  ///< the first sentence behind a conversation
  std::uint32_t paragraph_ = 0;   ///< the first sentence of the paragraph
};

}  // namespace

std::vector<Mention> resolve(const Document& document, const Text& text, Mentions& mentions,
                             std::vector<MentionId>& mention_at,
                             std::vector<std::vector<Group>>& groups, const KnownClasses& classes,
                             const NounSenses& senses, const Ontology& ontology,
                             const Gazetteer& gazetteer, const StateOffices& offices,
                             const ReferenceWeights& weights, const ReferenceWatcher* watcher) {
  return Resolver(document, text, mentions, mention_at, classes, senses, ontology, gazetteer,
                  offices, weights, watcher)
      .run(groups);
}

}  // namespace factloom
