// SPDX-License-Identifier: Apache-2.0
// What stands around a name says of its type: titles, prepositions, appositions, verbs.
#include "extract/names/candidate.h"
#include "extract/names/fields.h"
#include "extract/names/words_around.h"

namespace factloom {
namespace {

/// Collects what the words before and after one candidate say.
class Surroundings : WordsAround {
 public:
  Surroundings(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own)
      : WordsAround(names, sentence, candidate, own), c_(candidate) {}

  void weigh() {
    after();
    before();
    titled();
    if (b_ > s_.first + 1) sited(b_ - 1);
  }

 private:
  void body(float amount) { add_body(c_, t_.organization, amount); }
  void firm(float amount) { add_firm(c_, amount); }

  void after() {
    auto i = e_;
    if (!has(i)) return;
    if (n_.is_mark(i, '-') && has(i + 1) && n_.is(i + 1, Role::born))
      c_.add(Family::place, t_.place, 4);
    const bool possessive = n_.possessive(i);
    if (possessive) ++i;
    if (!has(i)) return;
    if (possessive && n_.token(i).tag == Tag::open_quote && has(i + 1) && n_.capital(i + 1) &&
        !own_.listed_group && !own_.listed_place)
      c_.add(Family::person, t_.person, 1.6F);  // "X's "The Salt Road""
    auto verb = i;                              // "Hundal later ran"
    if (has(i + 1) && is_adverb(n_.token(i).tag) && is_finite_verb(n_.token(i + 1).tag)) ++verb;
    if (!possessive) {
      if (n_.is(verb, Role::person_verb)) c_.add(Family::person, t_.person, 1.2F);
      if (n_.is(verb, Role::organization_verb)) acts_as_firm(verb + 1);
      trades(verb);
      if (n_.token(verb).classes.has(n_.rules.classes().reporting)) taken_up(verb + 1);
      if (n_.is_mark(i, ',') && has(i + 1)) apposition(i + 1);
      if (n_.is_mark(i, '(') && has(i + 2)) brackets(i + 1);
      predicate(i);
    }
    if (n_.is(i, Role::organization_noun) && !n_.capital(i)) body(1.2F);
    if (possessive && size() == 1 && n_.is(i, Role::firm_noun)) {  // "Valentino's sales"
      add_body(c_, t_.company, 1.8F);
      c_.add(Family::person, -1.0F);
    }
    if (chief(i))
      named_chief() ? c_.add(Family::person, t_.person, 2.6F) : firm(possessive ? 2.0F : 2.6F);
    const bool town = own_.listed_place && !own_.listed_group && b_ > s_.first &&
                      n_.possessive(b_ - 1);  // "the group's DUBAI subsidiary"
    if (!possessive && !town && size() <= 2 && n_.is(i, Role::firm_noun) && !n_.capital(i))
      firm(2.6F);
    if (n_.is(i, Role::person_noun)) c_.add(Family::person, t_.person, 0.8F);
    if (of_party(i)) c_.add(Family::organization, t_.party, 4.0F);
    if (n_.is(i, Role::kin)) c_.add(Family::person, t_.person, 2.0F);
    if (n_.is(i, Role::product_noun) && !possessive && !n_.capital(i)) {  // "the Firefox browser"
      const bool owned = b_ > s_.first && n_.possessive(b_ - 1);          // "Acme's Orion capsule"
      const bool whole = n_.rules.family(n_.word(e_ - 1).last) == Family::other;
      const bool sure = (owned || size() > 1) && whole && !own_.listed_group;
      c_.add(Family::product, t_.product, sure ? 3.4F : 2.2F);
      if (sure) c_.add(Family::organization, -1.5F);
    }
    if (n_.is(i, Role::place_noun) && !possessive) c_.add(Family::place, t_.place, 1.2F);
    if (is(i + 1, Role::place_noun) && n_.token(i).tag == Tag::NN && !possessive &&
        !own_.listed_group && !own_.headed)
      c_.add(Family::place, t_.place, 2.0F);  // "the Zorvan copper mine"
  }

  /// "X bought …"; "X reported a record loss", "X sold its stores" say more.
  void acts_as_firm(std::uint32_t object) {
    float amount = 0.8F;
    for (auto k = object; has(k) && k < object + 4; ++k) {
      if (n_.capital(k) || n_.token(k).tag == Tag::PRP) break;
      if (n_.is(k, Role::organization_noun)) amount = 2.2F;
    }
    body(amount);
  }

  /// "X posted a loss", "X raised its forecast", "X filed for bankruptcy"
  void trades(std::uint32_t verb) {
    const Tag tag = n_.token(verb).tag;
    if (!is_finite_verb(tag) && tag != Tag::MD) return;
    auto object = verb + 1;
    if (!n_.is(verb, Role::firm_verb)) {  // "X will close", "X has cut"
      const Tag next = has(object) ? n_.token(object).tag : Tag::period;
      const bool helps = (tag == Tag::MD && next == Tag::VB) || next == Tag::VBN;
      if (!helps || !n_.is(object, Role::firm_verb)) return;
      ++object;
    }
    for (auto k = object; has(k) && k < object + 7; ++k) {
      const Token& t = n_.token(k);
      if (n_.is(k, Role::firm_object) && !n_.capital(k)) return firm(3.0F);
      const bool his =
          (t.tag == Tag::PRP || t.tag == Tag::PRPS) && !t.classes.has(n_.rules.classes().neuter);
      if (his || n_.is_mark(k, ',') || is_finite_verb(t.tag)) return;
    }
  }

  /// "X said on Monday that it would cut jobs", "X said its sales fell": what speaks is a thing.
  void taken_up(std::uint32_t i) {
    const auto& k = n_.rules.classes();
    const auto limit = i + 6;
    if (figures(i)) firm(2.6F);
    while (has(i) && i < limit && !n_.token(i).classes.has(k.neuter)) {
      if (!n_.value[i] && (n_.capital(i) || is_noun(n_.token(i).tag))) return;
      ++i;
    }
    if (!has(i + 2) || !n_.token(i).classes.has(k.neuter)) return;
    if (n_.token(i).tag == Tag::PRPS) return body(1.6F);
    // "It would be wrong", "it is clear" say nothing of the speaker.
    const auto tag = n_.token(i + 1).tag;
    const auto& next = n_.token(i + 2);
    const bool acts = (tag == Tag::MD && next.tag == Tag::VB && !next.classes.has(k.be)) ||
                      (n_.token(i + 1).classes.has(k.be) && next.tag == Tag::VBG) ||
                      (is_finite_verb(tag) && (next.tag == Tag::VBN || next.tag == Tag::TO) &&
                       !n_.token(i + 1).classes.has(k.be));
    if (acts) body(2.6F);
  }

  /// "X, a Chinese start-up", "X, its unit", "X, chief executive of", "X, who", "X, founded by",
  /// "X, Ohio"
  void apposition(std::uint32_t i) {
    if (n_.token(i).tag == Tag::VBG) return;  // "X, citing officials"
    if (n_.token(i).tag == Tag::WP)
      somebodys() ? body(1.5F) : c_.add(Family::person, t_.person, 1.5F);
    if (n_.token(i).tag == Tag::WDT) c_.add(Family::person, -1.0F);
    if (n_.token(i).tag == Tag::WDT && is(i + 1, Role::organization_verb)) acts_as_firm(i + 2);
    if (n_.is(i, Role::founded) && (n_.word(i).number != 2 || lone())) body(2.6F);
    const bool work = n_.is(i, Role::work_done);
    const bool goods =
        n_.is(i, Role::making_verb) && size() == 1 && is(i + 1, Role::government_address);
    if (n_.token(i).tag == Tag::VBN && (work || goods) && !own_.listed_group) {
      c_.add(Family::product, t_.product, 3.0F);  // "Nomad Sky, directed by …", "X, made by Acme"
      c_.add(Family::organization, -1.5F);
    }
    if (n_.is(i, Role::number_word) || n_.token(i).is(shape_number)) {
      if (has(i + 1) && n_.is_mark(i + 1, ',') && n_.token(i).span.size() == 2)
        c_.add(Family::person, t_.person, 2);
    }
    if ((n_.is(i, Role::post) || n_.is(i, Role::post_modifier)) && !acronym())
      c_.add(Family::person, t_.person, 1.5F);
    if (n_.capital(i)) {
      const auto hit = n_.longest(i, s_.last);
      for (const auto& sense : hit.senses) {
        const auto type = n_.rules.type(hit, sense);
        const bool land =
            sense.kind == SenseKind::name && (type == t_.country || type == t_.region);
        const bool code = sense.kind == SenseKind::state_code && n_.token(i).is(shape_all_upper);
        if (land || code) {
          const bool known = c_.of(Family::place) > 0;
          c_.add(Family::place, t_.city, known || (size() <= 2 && code) ? 3.0F : 1.2F);
          break;
        }
      }
      return possessed(i);
    }
    if (own_.listed_place && b_ > s_.first + 1 && n_.is(b_ - 1, Role::of) && n_.capital(b_ - 2))
      return;  // "Eli Lilly of INDIANAPOLIS, the producer of": what follows is said of the firm
    phrase(n_.token(i).tag == Tag::PRPS ? i + 1 : i, 3.5F);
  }

  /// An unknown word by itself
  bool lone() const { return size() == 1 && !n_.common(b_) && !own_.listed_place; }

  /// "Ann Lee of X, who": she is somebody, X is where she works.
  bool somebodys() const {
    return b_ > s_.first + 2 && n_.is(b_ - 1, Role::of) && n_.capital(b_ - 2) &&
           n_.capital(b_ - 3) && !own_.listed_place;
  }

  /// "X, Acme's biggest subsidiary"
  void possessed(std::uint32_t i) {
    for (auto k = i + 1; has(k) && k < i + 5; ++k) {
      if (n_.possessive(k)) return phrase(k + 1, 2.0F);
      if (!n_.capital(k)) return;
    }
  }

  /// What the head of the noun phrase at i says: its last noun before a mark or preposition.
  void phrase(std::uint32_t i, float amount) {
    TokenRange head{i, i};
    bool born = false;  // "the British-born publisher"
    auto k = i;
    for (; has(k) && k < i + 9; ++k) {
      auto tag = n_.token(k).tag;
      born = born || (n_.is(k, Role::born) && n_.is(k, Role::person_noun) &&
                      n_.token(k - 1).tag == Tag::HYPH);
      if (tag == Tag::DT && head.first != head.last) break;  // "the man THE government chose"
      if (tag == Tag::VBP && is_noun(n_.token(k - 1).tag))
        tag = Tag::NN;  // "a business services company,"
      if (is_noun(tag))
        head = {k, k + 1};
      else if (!(tag == Tag::DT || is_adjective(tag) || tag == Tag::CD || tag == Tag::VBN ||
                 tag == Tag::VBG || tag == Tag::HYPH || tag == Tag::POS || is_adverb(tag)))
        break;
    }
    const bool quoted =  // "chips to X, the Commerce Department said"
        has(k) && is_finite_verb(n_.token(k).tag) &&
        n_.token(k).classes.has(n_.rules.classes().reporting);
    const bool inserted =  // "According to X, the minister will"
        has(k) && b_ > s_.first && b_ <= s_.first + 2 &&
        (is_finite_verb(n_.token(k).tag) || n_.token(k).tag == Tag::MD) &&
        (n_.token(b_ - 1).tag == Tag::IN || n_.token(b_ - 1).tag == Tag::TO);
    if (quoted || inserted) return;
    if (born) return c_.add(Family::person, t_.person, amount);
    if (head.empty()) return;
    if (n_.token(head.first).tag == Tag::NNS && n_.token(i - 1).tag == Tag::PRPS &&
        n_.token(i - 1).classes.has(n_.rules.classes().neuter))
      return body(1.6F);  // "sued X, its directors and Y"
    if (n_.is(head.first - 1, Role::firm_manager) && n_.is(head.first, Role::post) &&
        !(has(k) && (n_.is(k, Role::at) || n_.token(k).tag == Tag::WP)))
      return firm(amount);  // "a Swiss asset manager"
    noun(head.first, amount);
  }

  /// "X is a software company", "X (XYZ) was the first bank", "X was founded"
  void predicate(std::uint32_t i) {
    if (n_.is_mark(i, '(')) {
      const auto open = i;
      while (has(i) && i < open + 12 && !n_.is_mark(i, ')')) ++i;
      if (!has(i) || !n_.is_mark(i, ')')) return;
      ++i;
    }
    if (!has(i) || !n_.token(i).classes.has(n_.rules.classes().be)) return;
    ++i;
    while (has(i) && is_adverb(n_.token(i).tag)) ++i;
    if (!has(i)) return;
    if (n_.is(i, Role::born) && n_.is(i, Role::person_verb))
      c_.add(Family::person, t_.person, 4.0F);
    if (n_.is(i, Role::founded) && (n_.word(i).number != 2 || lone()) &&
        !n_.noun_class(e_ - 1, n_.rules.classes().creation)) {
      body(1.0F);
      c_.add(Family::organization, 1.6F);
    }
    if (n_.is(i, Role::article) && n_.token(i).tag == Tag::DT) phrase(i, 3.0F);
  }

  /// "X (D-Ohio)", "X (born 1950)", "X (NASDAQ: …)"
  void brackets(std::uint32_t i) {
    if (n_.is(i, Role::born)) c_.add(Family::person, t_.person, 3);
    if (n_.token(i).is(shape_number) && n_.token(i).span.size() == 4)
      c_.add(Family::person, t_.person, 0.5F);
    if (n_.token(i).is(shape_all_upper) && n_.is_mark(i + 1, ')') && size() > 1 &&
        n_.token(i).span.size() > 1) {
      body(1.5F);
    }
  }

  /// "the radical GROUP Hamas": a list has it as a party, which a group may be.
  bool otherwise_listed() const {
    if (c_.hit.senses.empty() || c_.hit.senses[0].kind != SenseKind::name) return false;
    const auto type = n_.rules.type(c_.hit, c_.hit.senses[0]);
    return type != t_.organization && type != t_.company &&
           n_.rules.family(type) == Family::organization;
  }

  /// "Saracens, the CHAMPIONS": no person, as long as no other is named before.
  bool alone() const {
    const auto before = b_ > s_.first ? b_ - 1 : b_;
    return size() == 1 && n_.token(before).tag != Tag::CC && !n_.is_mark(before, ',');
  }

  /// "Rolf Kranz, a German DEVELOPER": a given name and another tell a man of such a trade.
  bool tradesman(std::uint32_t i) const {
    return size() == 2 && !own_.listed_group && !own_.headed &&
           one_of(n_.text.text(i),
                  {"developer", "publisher", "producer", "dealer", "broker", "trader"}) &&
           n_.longest(b_, b_ + 1).has(SenseKind::first_name, 5);
  }

  void noun(std::uint32_t i, float amount) {  // of the thing that it describes
    const auto& k = n_.rules.classes();
    const std::pair<ClassId, TypeId> told[] = {
        {k.company, t_.company},    {k.party, t_.party},       {k.school, t_.school},
        {k.media, t_.media},        {k.team, t_.team},         {k.government, t_.government},
        {k.position, t_.person},    {k.person, t_.person},     {k.city, t_.city},
        {k.group, t_.organization}, {k.facility, t_.facility}, {k.product, t_.product},
        {k.place, t_.place},        {k.head_post, t_.person}};
    if (n_.noun_class(i, k.creation) && !own_.listed_group && !own_.headed) {  // "X is a protocol"
      for (const Family f : {Family::organization, Family::person}) c_.add(f, -2.5F);
      return;
    }
    if (craft(i) || (n_.is(i, Role::product_noun) && !n_.noun_class(i, k.company))) {
      if (own_.listed_group) return;
      c_.add(Family::product, t_.product, amount);
      if (lone()) c_.add(Family::person, -1.0F);
      return c_.add(Family::organization, -1.0F);
    }
    if (n_.is(i, Role::either_noun) && of_firm(i + 1) && !own_.listed_place) return firm(2.0F);
    if (tradesman(i)) return c_.add(Family::person, t_.person, 1.0F);
    for (const auto& [noun_class, type] : told) {
      if (n_.noun_class(i, noun_class)) {
        const bool person = type == t_.person || type == t_.organization;
        if (person && n_.is(i, Role::either_noun)) return;
        const bool place = n_.rules.family(type) == Family::place;
        if (place && own_.listed_group && !own_.listed_place) return;  // "Itochu, a trading house"
        if (type == t_.person && (own_.headed || acronym())) return;
        if (type == t_.person && own_.listed_place && behind_place()) return;
        if (type == t_.person && n_.token(i).tag == Tag::NNS && alone()) return body(1.5F);
        if (type == t_.person && own_.listed_place && size() == 1 && n_.is(i, Role::state_noun))
          return;
        if (type == t_.product && own_.listed_group)
          return;  // "Spotify, a music service": the firm is known
        if ((type == t_.organization || (type == t_.company && otherwise_listed())) &&
            own_.listed_group)
          return c_.add(Family::organization, amount);  // "OPEC, the oil cartel": known better
        c_.add(n_.rules.family(type), type, amount);
        return;
      }
    }
  }

  void before() {
    auto i = b_;
    if (i == s_.first) return;
    --i;
    bool article = false;
    if (n_.is(i, Role::article) && n_.token(i).tag == Tag::DT) {
      article = true;
      c_.add(Family::person, -2.0F);
      if (size() > 1 || n_.token(b_).is(shape_all_upper)) body(1.0F);
      if (i == s_.first) return;
      --i;
    }
    const bool at = n_.is(i, Role::at);
    placed(i, article, at);
    if (is_field(n_, s_, c_.tokens, own_.listed_group)) {
      c_.add(Family::organization, -6.0F);
      c_.add(Family::person, -4.0F);
      c_.add(Family::place, -4.0F);
      c_.add(Family::product, -4.0F);
      return;
    }
    governed(i, article);
    dealt(i, article);
    if (at && !article) body(stays(i) ? 1.3F : 0.6F);
    const bool either = own_.listed_group && own_.listed_place;  // "sold to Toyota"
    if (n_.is(i, Role::move_preposition) && !article)
      c_.add(Family::place, t_.place, size() == 1 && !either ? 1.0F : 0.6F);
    if (n_.is(i, Role::of)) of(i, article);
    if (based(i)) body(2.2F);
    if (article) return;
    if (n_.possessive(i)) of_country(i);
    bought(i);
    priced(i);
    const bool common = trade(i);
    const auto& k = n_.rules.classes();
    if (common && size() == 1 && i > s_.first && n_.is(i, Role::post) &&
        n_.is(i - 1, Role::firm_manager))
      return firm(2.4F);  // "the fund manager X"
    if (common && !n_.is(i, Role::work_noun)) noun(i, 2.5F);
    if (common && n_.noun_class(i, k.company) && !n_.noun_class(i, k.position))
      c_.add(Family::person, -1.5F);  // "the textile company X"
    if (common && n_.is(i, Role::product_noun) && !own_.listed_group)
      vehicle();  // "the tanker Torrey"
    const bool called = n_.token(i).tag == Tag::VBN && i > s_.first &&
                        n_.token(i).classes.has(n_.rules.classes().naming);
    if (called && n_.token(i - 1).tag == Tag::NN) noun(i - 1, 2.5F);  // "a subsidiary CALLED X"
    if (n_.is_mark(i, ',') && i > s_.first) behind_comma(i - 1);
    if (n_.is(i, Role::kin)) c_.add(Family::person, t_.person, 2.5F);
    const bool title =
        (n_.is(i, Role::post) && !n_.is(i, Role::either_noun)) || n_.is(i, Role::title);
    if (title && !own_.headed) c_.add(Family::person, t_.person, 3);
  }

  /// "in X", "born at X", "a stake in X"
  void placed(std::uint32_t i, bool article, bool at) {
    auto stake = i - 1;  // "invested $100m in X"
    while (i > s_.first && stake > s_.first && n_.value[stake]) --stake;
    if (!at && i > s_.first && n_.is(i, Role::place_preposition) && is(stake, Role::stake_word)) {
      n_.word(stake).number > 0 ? firm(2.4F) : body(1.6F);  // "a stake in X"; "interest in X"
    } else if (n_.is(i, Role::place_preposition) && !article) {
      const bool group = own_.listed_group && !own_.listed_place;  // "a fight in Congress"
      c_.add(Family::place, t_.place, size() == 1 && !at && !group ? 1.6F : 0.9F);
      if (own_.listed_place && !at) c_.add(Family::place, 1.6F);
      if (size() > 1 && n_.is(e_ - 1, Role::direction))  // "in Hamilton West"
        c_.add(Family::place, t_.place, 2.5F);
      if (i > s_.first && n_.is(i - 1, Role::born))
        c_.add(Family::place, t_.place, size() > 1 ? 5.0F : at ? 2.0F : 3.0F);  // "born at Ramsey"
    }
  }

  /// "Nairobi-BASED X"
  bool based(std::uint32_t i) const {
    return i > s_.first && n_.token(i - 1).tag == Tag::HYPH && n_.text.text(i) == "based" &&
           (size() > 1 || !n_.common(b_));
  }

  /// "its clinic IN Khan Younis"; "the vessel, THE Zorvan Pearl"
  void sited(std::uint32_t i) {
    if (size() == 2 && n_.is(i, Role::place_preposition) && !own_.headed && !own_.listed_group &&
        n_.noun_class(i - 1, n_.rules.classes().facility))
      c_.add(Family::place, t_.place, 2.0F);
    if (i > s_.first + 1 && n_.is(i, Role::article) && n_.is_mark(i - 1, ',') &&
        n_.is(i - 2, Role::product_noun))
      vehicle();
  }

  /// "her novel The Salt Road", "the opera Carmen"; not "the film Nolan made", "film director X"
  void titled() {
    const bool the = b_ > s_.first && n_.is(b_ - 1, Role::article) && n_.capital(b_ - 1);
    const auto noun = b_ - 1 - the;
    if (b_ <= s_.first + the || !n_.is(noun, Role::work_noun) || n_.token(noun).tag != Tag::NN)
      return;
    const bool cut =  // "the film Wings Over the World", "… Pee-wee's Big Adventure"
        has(e_) && (n_.capital(e_) || n_.possessive(e_) || (n_.is_mark(e_, '-') && n_.glued(e_)));
    if (cut || (size() == 1 && is(e_, Role::place_preposition)) || own_.listed_place) return;
    if (!the && has(e_) && is_finite_verb(n_.token(e_).tag) &&
        !n_.token(e_).classes.has(n_.rules.classes().be))
      return;
    c_.add(Family::product, t_.product, 3.0F);
    c_.add(Family::person, -2.0F);
    if (!own_.listed_group) c_.add(Family::organization, -1.5F);
    if (the) c_.add(Family::place, -4.0F);
  }

  /// "the ferry Estonia", "the tanker Mary Ann"
  void vehicle() {
    c_.add(Family::product, t_.product, 3.0F);
    c_.add(Family::person, -2.0F);
  }

  /// "his son, X", "founded by a businessman, X."
  void behind_comma(std::uint32_t noun_before) {
    if (n_.is(noun_before, Role::kin)) c_.add(Family::person, t_.person, 2);
    if (n_.token(noun_before).tag != Tag::NN || n_.capital(noun_before)) return;
    if (has(e_) && !n_.is_mark(e_, ',') && !n_.is_mark(e_, '.')) return;
    for (auto i = noun_before; i-- > s_.first && i + 5 > noun_before;) {
      const Tag tag = n_.token(i).tag;
      const bool owner = tag == Tag::POS || tag == Tag::DT || tag == Tag::PRPS;
      if (owner && tag != Tag::PRPS && post_of(i))
        return c_.add(Family::person, t_.person, 4);  // "the head of the German unit, Ann Lee,"
      if (owner && !own_.listed_place && !somebody_of(i) &&
          n_.noun_class(noun_before, n_.rules.classes().firm_part)) {
        firm(size() > 1 ? 3.0F : 2.0F);  // "Acme's German unit, Adam Opel,"
        return c_.add(Family::person, -3.0F);
      }
      if (tag == Tag::POS) return noun(noun_before, 2.0F);  // "Acme's battery arm, X,"
      if (tag == Tag::DT || tag == Tag::PRPS) {
        // "A German firm, X, manages it", "bought by another firm, X,"; "a partner at a firm, X,"
        const Tag left = i == s_.first ? Tag::none : n_.token(i - 1).tag;
        const bool another = n_.token(i).classes.has(n_.rules.classes().indefinite) &&
                             left != Tag::VB && (left != Tag::IN || n_.text.text(i - 1) == "by");
        const bool firm = another && n_.noun_class(noun_before, n_.rules.classes().company);
        return noun(noun_before, firm ? 8.0F : 2.0F);
      }
      if (!is_adjective(tag) && !is_noun(tag) && tag != Tag::HYPH && tag != Tag::VBG &&
          tag != Tag::VBN && tag != Tag::CD)
        return;
    }
  }

  /// "the governor OF Peru's central bank, X,": does a post stand before what begins at i?
  bool post_of(std::uint32_t i) const {
    i = owner_start(i);
    return i > s_.first + 1 && n_.is(i - 1, Role::of) && n_.is(i - 2, Role::post);
  }
  /// "the HEAD of its German unit, Ann Lee,", "the MAN behind the bank's London arm, Bob Roy,"
  bool somebody_of(std::uint32_t i) const {
    i = owner_start(i);
    const auto& k = n_.rules.classes();
    return i > s_.first + 1 && n_.token(i - 1).tag == Tag::IN && n_.token(i - 2).tag == Tag::NN &&
           (n_.noun_class(i - 2, k.position) || n_.text.text(i - 2) == "head" ||
            n_.noun_class(i - 2, k.person));
  }
  /// The token with which the owner before "'s", or an article, begins.
  std::uint32_t owner_start(std::uint32_t i) const {
    while (i > s_.first && (n_.capital(i - 1) || is_noun(n_.token(i - 1).tag))) --i;
    if (i > s_.first && n_.token(i - 1).tag == Tag::DT) --i;
    return i;
  }

  /// "Italy's Leonardo": of a person the text would tell the first name.
  void of_country(std::uint32_t i) {
    if (i == s_.first || size() > 1 || own_.listed_place || is(e_, Role::person_verb)) return;
    const auto& k = n_.rules.classes();
    if (n_.common(b_) && ((has(e_) && n_.capital(e_)) || n_.noun_class(b_, k.government) ||
                          n_.noun_class(b_, k.group)))
      return;  // "Italy's Cabinet"
    if (n_.lists(n_.longest(i - 1, i), t_.country))
      firm(has(e_) && is_finite_verb(n_.token(e_).tag) ? 0.8F : 2.0F);
  }

  /// "owned by X", "a merger between X and Acme", "sold it to X for $3 million"
  void dealt(std::uint32_t i, bool article) {
    if (article || i == s_.first) return;
    const bool deal = (n_.is(i - 1, Role::founded) || n_.is(i - 1, Role::organization_verb)) &&
                      n_.word(i - 1).number == 0;  // not "founded by"
    if (size() == 1 && n_.is(i, Role::government_address) && n_.token(i).tag == Tag::IN && deal &&
        n_.token(i - 1).tag == Tag::VBN)
      firm(1.6F);
    if (size() == 1 && n_.is(i, Role::government_address) && n_.token(i - 1).tag == Tag::VBN &&
        n_.is(i - 1, Role::firm_verb) && !n_.is(i - 1, Role::team_verb))
      firm(is(e_, Role::of) ? 4.0F : 1.6F);  // "built by X", "made by Rafael of Israel"
    if (n_.is(i, Role::move_preposition) && n_.is(i - 1, Role::firm_noun)) firm(2.0F);
    if (n_.is(i, Role::move_preposition) && is(e_, Role::for_) && money(e_ + 1)) {
      body(2.0F);
      c_.add(Family::person, -1.0F);
    }
  }

  /// "joined X", "played for X", "graduated from X", "MP for X"
  void governed(std::uint32_t i, bool article) {
    const bool linked = n_.is(i, Role::for_) || n_.is(i, Role::move_preposition);
    const bool at = n_.is(i, Role::at);
    const bool in = !at && n_.is(i, Role::place_preposition);  // "a degree in Law"
    if (n_.is(i, Role::attend) || ((at || (linked && !in)) && is(i - 1, Role::study)))
      c_.add(Family::organization, t_.school, 2.2F);
    const bool common =  // "heads the Risk, Legal and …"
        article && n_.word(i).number == 1 && n_.common(b_);
    if ((n_.is(i, Role::member_verb) && !common) ||
        (linked && !n_.is(i, Role::place_preposition) && is(i - 1, Role::member_verb)))
      body(1.4F);
    const auto& k = n_.rules.classes();
    if ((at || (n_.is(i, Role::for_) && !in)) && i > s_.first && n_.noun_class(i - 1, k.position) &&
        (at || n_.is(i - 1, Role::organization_noun))) {  // "analysts at X", "a spokesman for X"
      body(2.0F);
      c_.add(Family::person, -0.8F);
    }
    if (at && !article && i > s_.first && n_.noun_class(i - 1, k.post) &&
        !n_.noun_class(i - 1, k.facility)) {  // "a post at X"; not "its office at X"
      body(2.0F);
      c_.add(Family::person, -0.8F);
    }
    if (!article && n_.is(i, Role::for_) && is(i - 1, Role::seat_noun))
      c_.add(Family::place, t_.region, 2.5F);
  }

  /// "went on to found X", "purchased X"; not "acquired X's share"
  void bought(std::uint32_t verb) {
    if (n_.is(verb, Role::organization_verb)) body(1.6F);
    if (!n_.is(verb, Role::deal_verb) || (has(e_) && n_.possessive(e_))) return;
    const auto when = n_.word(verb).number;
    if (when == 0 || (when == 1 && n_.token(verb).tag == Tag::VB)) firm(1.6F);
  }

  /// "pay $53 billion FOR X": no player costs as much
  void priced(std::uint32_t i) {
    constexpr int billion = 9;
    if (i > s_.first && n_.is(i, Role::for_) && n_.value[i - 1] && n_.is(i - 1, Role::magnitude) &&
        n_.word(i - 1).number >= billion && size() == 1)
      firm(3.0F);
  }

  /// "CEO of X", "born in X", "city of X"
  void of(std::uint32_t i, bool article) {
    if (i == s_.first) return;
    --i;
    if (i > s_.first && n_.capital(i) &&
        (n_.is(i - 1, Role::title_male) || n_.is(i - 1, Role::title_female)) &&
        !own_.listed_group) {
      c_.add(Family::place, t_.place, 4);  // "Lord Phillips of WORTH MATRAVERS"
      c_.add(Family::person, -3.0F);
      return;
    }
    if (!article && size() < 3 && named_before(i)) {
      c_.add(Family::person, -3.0F);  // "Ann Lee of BERNSTEIN"
      if (!own_.listed_place && !own_.listed_group)
        c_.add(Family::organization, t_.organization, 1.2F);
      return;
    }
    const bool town = n_.is(i, Role::place_noun) && !article && !own_.listed_group;
    if (n_.is(i, Role::post) && !town) {
      const bool firm = n_.is(i, Role::organization_noun);  // "CEO of", not "mayor of"
      body(1.0F);
      if (firm) {  // weighs much, but knows no better than the name what it is: no strength
        c_.add(Family::organization, 2.0F);
        c_.add(Family::person, -1.0F);
      }
      c_.add(Family::place, 0.5F);
    } else if (n_.is(i, Role::place_noun) && !article) {
      c_.add(Family::place, t_.place, 3);
    } else if (n_.is(i, Role::kin)) {
      c_.add(Family::person, t_.person, 2);
    } else if (n_.is(i, Role::maker_noun) && !article && !own_.listed_place && !own_.listed_group) {
      c_.add(Family::product, t_.product, 1.8F);
    } else if (!article && !own_.listed_place && (bargain(i) || owned_part(i))) {
      firm(1.8F);  // "the purchase of X", "owns a third of X"
    } else if (n_.is(i, Role::firm_noun) && !article && !n_.capital(i)) {
      firm(2.4F);  // "the shareholders of X", "the takeover of X"
    } else if (n_.is(i, Role::organization_noun)) {
      body(1.8F);
    }
  }

  Candidate& c_;
};

}  // namespace

void weigh_surroundings(const NameText& names, TokenRange sentence, Candidate& candidate,
                        OwnWords own) {
  Surroundings(names, sentence, candidate, own).weigh();
}

}  // namespace factloom
