// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/departures.h"

#include <algorithm>

#include "extract/clauses/deaths.h"
#include "extract/clauses/departure_words.h"
#include "extract/clauses/ended.h"
#include "extract/clauses/going_idioms.h"
#include "extract/clauses/status.h"

namespace factloom {
namespace {

class DepartureReader {
 public:
  DepartureReader(const Links& links, std::uint32_t sentence, const GroupContext& context,
                  const Ontology& ontology, std::vector<Departure>& out)
      : l_(links), sentence_(sentence), c_(context), k_(context.classes), o_(ontology), out_(out) {}

  void read(std::uint16_t verb) {
    const ClassSet& act = classes(verb);
    const std::string_view word = c_.text.text(group(verb).head);
    if (starting(word) && to_start(verb)) return;
    if (act.has(k_.leave))
      leaves(verb);
    else if (one_of(word, stayings))
      serves_out(verb);
    else if (one_of(word, poachings) && group(verb).passive)
      lured(verb);
    else if (act.has(k_.follow_verb))
      follows(verb);
    else if (one_of(word, handings))
      hands_over(verb);
    else if (one_of(word, moves))
      moves_on(verb);
    else if (word.starts_with("expel"))
      expels(verb);
    else if (const Goer goer = goer_of_idiom(l_, verb, c_); goer != Goer::nobody)
      goes(verb, goer);
    if (act.has(k_.leave)) return;
    if (const int dead = dies_by(l_, verb, c_); dead >= 0)
      note(verb, Departure::Kind::died, dead);
    else if (losing(word))
      loses(verb);
    else if (returning(word) || is_back(verb))
      note(verb, Departure::Kind::returned, l_.target(verb, suffers(verb)));
  }
  /// "Acme's chief ANN LEE OUT after row"
  void read_heading() {
    for (std::uint16_t g = 1; g < l_.groups.size(); ++g)
      if (c_.text.text(l_.groups[g].head) == "out" && l_.groups[g].tokens.size() == 1 &&
          l_.groups[g].kind != GroupKind::verb && l_.groups[g - 1u].kind == GroupKind::noun &&
          (g + 1u >= l_.groups.size() || c_.text.text(l_.groups[g + 1u].head) != "of"))
        note(g, Departure{}, g - 1);
  }
  /// "after HER RESIGNATION", "since the DEATH of Ann Lee"
  void read_noun(std::uint16_t noun) {
    const std::string_view word = c_.text.text(group(noun).head);
    if (is_late(group(noun), c_) && person(noun) != EntityId::none) return died(noun, noun);
    if (word == "successor") return succeeded(noun);
    if (const int dead = dead_of(l_, noun, c_); dead >= 0) return died(noun, dead);
    if (!one_of(word, goings) || !one_of(c_.text.text(before(noun)), behind)) return;
    int who = l_.target(noun, LinkKind::possessor);
    for (const Link& l : l_.links)
      if (who < 0 && l.from == noun && !l.loose && by_preposition(l, "of", c_)) who = l.to;
    if (who >= 0) note(noun, Departure{}, who);
  }

 private:
  /// The head of the group before a noun and those whose it is: "AFTER Ann Lee's death".
  std::uint32_t before(std::uint16_t noun) const {
    std::uint16_t k = noun;
    while (k > 1 && l_.groups[k - 1u].kind == GroupKind::possessive)
      k = static_cast<std::uint16_t>(k - 2);
    return l_.groups[k == 0 ? 0 : k - 1u].head;
  }
  /// "HER death", "the LATE Ann Lee"
  void died(std::uint16_t noun, int who) {
    Departure d;
    d.kind = Departure::Kind::died;
    d.by_noun = true;
    const std::string_view word = c_.text.text(before(noun));
    const bool then = one_of(word, {"until", "till", "before", "Until", "Before", "at", "At"});
    if (who == noun || then || !acts(person(who))) note(noun, d, who);
  }
  /// "became its chief in 1992 and STAYED UNTIL 2006", "HELD THE JOB FOR TEN YEARS"
  void serves_out(std::uint16_t verb) {
    const Group& v = group(verb);
    if (v.form != VerbForm::finite || v.passive || v.perfect || v.negated) return;
    int what = l_.target(verb, LinkKind::object);
    if (what == l_.target(verb, LinkKind::subject)) what = -1;
    const bool holds = one_of(c_.text.text(v.head), holdings);
    if (what < 0 ? holds : !holds || !classes(what).has(k_.post)) return;
    if (what >= 0 && what < static_cast<int>(l_.nodes[verb].group) &&
        c_.text.tokens[group(what).tokens.first].classes.has(k_.definite))
      return;  // "the office THAT SHE HELD until 2021"
    if (l_.target(verb, LinkKind::complement) >= 0) return;  // "remained POPULAR until 2006"
    bool over = is_over(l_, verb, c_, false);
    for (const Link& l : l_.links) {
      if (l.from == verb && l.kind == LinkKind::when && group(l.to).tokens.first > 0)
        over = over || c_.text.text(group(l.to).tokens.first - 1) == "for";
      if (l.kind != LinkKind::preposition || l.from != verb) continue;
      if (l.word == WordId::none) return;
      const std::string_view word = c_.lexicon.text(l.word);
      if (l.loose && word != "as") continue;
      const bool years = word == "for" && classes(l.to).has(k_.time_unit);
      over = over || years;
      if (!years && !classes(l.to).has(k_.post) && !group(l.to).date && word != "until") return;
    }
    if (over) note(verb, Departure::Kind::left, l_.target(verb, LinkKind::subject));
  }
  /// "was POACHED by Acme"
  void lured(std::uint16_t verb) {
    Departure d;
    d.to = body_behind(verb, "by");
    if (d.to == EntityId::none) d.to = body_behind(verb, "to");
    if (d.to != EntityId::none && standing_of(l_, verb, c_).status == Status::asserted)
      note(verb, d, l_.target(verb, LinkKind::subject));
  }
  /// "HER successor, Bob Roy, …", where it was told what she had
  void succeeded(std::uint16_t noun) {
    const MentionId had = c_.mentions.owner_of(group(noun).head);
    const int whose = l_.target(noun, LinkKind::possessor);
    if (whose < 0 || !is_named(noun)) return;
    for (const Departure& told : out_)  // "retired AS CHAIRMAN. Her successor …"
      if (told.who == person(whose) && told.post != UINT32_MAX) return;
    Departure d;
    if (had != MentionId::none) d.from = c_.mentions.mentions[index(had)].entity;
    d.as_told = true;
    note(noun, d, whose);
  }
  bool is_named(std::uint16_t noun) const {
    const Group& g = group(noun);
    if (g.tokens.size() > 2 && g.mention == MentionId::none)
      return false;  // "her LIKELY successor"
    return identity(l_, noun, c_) != MentionId::none || person(noun) != EntityId::none;
  }
  const Group& group(int node) const {
    return l_.groups[l_.nodes[static_cast<std::uint16_t>(node)].group];
  }
  const ClassSet& classes(int node) const { return c_.text.tokens[group(node).head].classes; }
  /// "Bob Roy FOLLOWED her in May", where it was told what she had
  void follows(std::uint16_t verb) {
    const MentionId had = c_.mentions.owner_of(group(verb).head);
    const int whom = l_.target(verb, LinkKind::object);
    if (had == MentionId::none || whom < 0 || !group(verb).past) return;
    Departure d;
    d.from = c_.mentions.mentions[index(had)].entity;
    if (standing_of(l_, verb, c_).status == Status::asserted) note(verb, d, whom);
  }
  /// "HANDED THE JOB to Bob Roy", "HANDED over to him", "MADE WAY for him"
  void hands_over(std::uint16_t verb) {
    const Group& v = group(verb);
    if (v.passive) return;
    const int what = l_.target(verb, LinkKind::object);
    const std::string_view thing = what < 0 ? std::string_view{} : c_.text.text(group(what).head);
    if (gives_in(verb, what))
      return note(verb, Departure::Kind::left, l_.target(verb, LinkKind::subject));
    const bool hands =
        c_.text.text(v.head).starts_with("hand") || c_.text.text(v.head).starts_with("pass");
    const bool over = what < 0 && v.head + 1 < v.tokens.last;
    const bool post = what >= 0 && (classes(what).has(k_.post) || thing == "reins" ||
                                    thing == "helm" || thing == "chair");
    if (hands ? !over && !post : thing != "way" && thing != "room") return;
    Departure d;
    bool person_next = false;
    for (const Link& l : l_.links) {
      if (l.kind != LinkKind::preposition || l.from != verb || l.word == WordId::none) continue;
      const std::string_view word = c_.lexicon.text(l.word);
      person_next =
          person_next || ((word == "to" || word == "for") && person(l.to) != EntityId::none);
      if (word == "as") d.post = group(l.to).head, d.from = owner(l.to);
    }
    const Status status = standing_of(l_, verb, c_).status;
    if (person_next && status == Status::asserted)
      note(verb, d, l_.target(verb, LinkKind::subject));
  }
  /// "THREW IN THE TOWEL as chief", "Acme PARTED COMPANY with her"
  void goes(std::uint16_t verb, Goer goer) {
    const Status status = standing_of(l_, verb, c_).status;
    if (status != Status::asserted && status != Status::former) return;
    Departure d;
    read_phrases(verb, d);
    const int by = l_.target(verb, LinkKind::subject);
    if (goer != Goer::partner)
      return note(verb, d,
                  l_.target(verb, goer == Goer::object ? suffers(verb) : LinkKind::subject));
    if (by < 0) return;
    d.from = entity(l_.nodes[static_cast<std::uint16_t>(by)].mention, o_.known().organization);
    if (d.from == EntityId::none) return;
    note(verb, d, by);
    for (const Link& l : l_.links)
      if (l.from == verb && by_preposition(l, "with", c_)) note(verb, d, l.to);
  }
  /// "handed in HER RESIGNATION", "tendered HIS RESIGNATION"
  bool gives_in(std::uint16_t verb, int what) const {
    for (const Link& l : l_.links)
      if (what < 0 && l.from == verb && by_preposition(l, "in", c_)) what = l.to;
    return what >= 0 && c_.text.text(group(what).head) == "resignation" &&
           l_.target(static_cast<std::uint16_t>(what), LinkKind::possessor) >= 0;
  }
  /// "MOVED to Acme": from where the text told before
  void moves_on(std::uint16_t verb) {
    Departure d;
    d.to = body_behind(verb, "to");
    if (d.to == EntityId::none || group(verb).passive ||
        standing_of(l_, verb, c_).status != Status::asserted)
      return;
    note(verb, d, l_.target(verb, LinkKind::subject));
  }
  /// The organisation behind a preposition of the verb.
  EntityId body_behind(std::uint16_t verb, std::string_view preposition) const {
    for (const Link& l : l_.links)
      if (l.from == verb && by_preposition(l, preposition, c_))
        if (const EntityId e = entity(l_.nodes[l.to].mention, o_.known().organization);
            e != EntityId::none)
          return e;
    return EntityId::none;
  }
  /// "WILL TAKE OFFICE in May", "TAKES OVER in May", "IS TO BE SWORN in"
  bool to_start(std::uint16_t verb) {
    const Group& v = group(verb);
    const std::string_view word = c_.text.text(v.head);
    const bool sworn = word == "sworn" || word == "inaugurated";
    const bool follows = classes(verb).has(k_.succession);
    if (sworn != v.passive || v.perfect || v.negated) return false;
    if (!sworn && !follows) {
      const int what = l_.target(verb, LinkKind::object);
      const bool over =
          what < 0 && v.head + 1 < v.tokens.last && c_.text.text(v.head + 1) == "over";
      if (!over && (what < 0 || !one_of(c_.text.text(group(what).head), started))) return false;
    }
    const bool soon = word == "takes" && l_.target(verb, LinkKind::when) >= 0;
    if (!soon && standing_of(l_, verb, c_).status != Status::planned) return false;
    Departure d;
    d.kind = Departure::Kind::to_start;
    note(verb, d, l_.target(verb, LinkKind::subject));
    return !follows;
  }
  /// "the party EXPELLED her"
  void expels(std::uint16_t verb) {
    const Group& v = group(verb);
    const int by = l_.target(verb, LinkKind::subject);
    Departure d;
    d.from = v.passive ? body_behind(verb, "from")
             : by < 0  ? EntityId::none
                       : entity(l_.nodes[static_cast<std::uint16_t>(by)].mention, o_.known().party);
    if (d.from != EntityId::none && standing_of(l_, verb, c_).status == Status::asserted)
      note(verb, d, l_.target(verb, v.passive ? LinkKind::subject : LinkKind::object));
  }
  /// "LOST HIS JOB as chief of Acme", "Acme LOST ITS CHIEF, Ann Lee"
  void loses(std::uint16_t verb) {
    const int post = l_.target(verb, LinkKind::object), by = l_.target(verb, LinkKind::subject);
    if (post < 0 || by < 0 || group(verb).passive ||
        l_.target(static_cast<std::uint16_t>(post), LinkKind::possessor) < 0 ||
        standing_of(l_, verb, c_).status != Status::asserted)
      return;
    for (const Link& l : l_.links)  // "lost its captain TO INJURY": for a while
      if (by_preposition(l, "to", c_) &&
          one_of(c_.text.text(group(l.to).head), {"injury", "injuries", "illness", "suspension"}))
        return;
    Departure d;
    if (classes(post).has(k_.post)) {
      read_phrases(verb, d);
      return note(verb, d, by);
    }
    d.from = entity(l_.nodes[static_cast<std::uint16_t>(by)].mention, o_.known().organization);
    if (classes(post).has(k_.kinship)) {  // "LOST HER HUSBAND in the war"
      d.kind = Departure::Kind::died;
      return note_behind(verb, d, post);
    }
    if (classes(post).has(k_.position) && d.from != EntityId::none) note_behind(verb, d, post);
  }
  /// "is BACK as chief"
  bool is_back(std::uint16_t verb) const {
    const Group& v = group(verb);
    if (!v.copula && !classes(verb).has(k_.be)) return false;
    const std::size_t next = l_.nodes[verb].group + 1u;
    const std::uint32_t last =
        next < l_.groups.size() ? l_.groups[next].tokens.last : v.tokens.last;
    for (std::uint32_t t = v.tokens.first; t < last; ++t)
      if (c_.text.text(t) == "back") return true;
    return false;
  }
  /// Who is the one to whom it happens: the object of a verb that has a person for it.
  LinkKind suffers(std::uint16_t verb) const {
    const int object = l_.target(verb, LinkKind::object);
    return !group(verb).passive && object >= 0 && person(object) != EntityId::none
               ? LinkKind::object
               : LinkKind::subject;
  }
  /// Nobody acts after "his death": another is meant.
  bool acts(EntityId who) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::subject && person(l.to) == who;
    });
  }
  EntityId person(int node) const {
    MentionId m = l_.nodes[static_cast<std::uint16_t>(node)].mention;
    if (entity(m, c_.person_type) == EntityId::none)
      m = identity(l_, static_cast<std::uint16_t>(node), c_);
    return entity(m, c_.person_type);
  }
  EntityId entity(MentionId m, TypeId type) const {
    const EntityId e = entity_of(c_.mentions, m);
    return e != EntityId::none && o_.is_a(c_.mentions.entities[index(e)].type, type)
               ? e
               : EntityId::none;
  }

  /// "resigned TO RUN ACME", "left TO BECOME PRESIDENT OF ACME"
  EntityId body_of_next(std::uint16_t next, EntityId otherwise) const {
    if (const int there = l_.target(next, LinkKind::object); there >= 0)
      return entity(group(there).mention, o_.known().organization);
    if (const int post = l_.target(next, LinkKind::complement); post >= 0)
      return owner(static_cast<std::uint16_t>(post));
    return otherwise;
  }

  void leaves(std::uint16_t verb) {
    const Group& v = group(verb);
    const bool follows = classes(verb).has(k_.succession);
    const LinkKind kind = suffers(verb);
    const bool own = one_of(c_.text.text(v.head), own_acts);
    if (own && (kind == LinkKind::object || v.passive || v.form == VerbForm::participle)) return;
    const int object = l_.target(verb, LinkKind::object);
    Departure d;
    if (kind == LinkKind::subject && !v.passive) {
      if (follows) return;
      d.to = body_behind(verb, "for");
      if (const int next = l_.target(verb, LinkKind::infinitive); next >= 0)
        d.to = body_of_next(static_cast<std::uint16_t>(next), d.to);
      if (!classes(verb).has(k_.dismissal) && object < 0 && d.to == EntityId::none &&
          !leaves_for_good(verb))
        return;
      if (object >= 0 && (!read_object(object, d) || of_another(verb, object))) return;
    }
    if (follows && v.form == VerbForm::infinitive) return;  // "named Bob Roy TO SUCCEED her"
    if (!v.passive && kind == LinkKind::subject && only_asked(verb)) return;
    if (v.form == VerbForm::infinitive && verb > 0 && group(verb - 1).negated)
      return;  // "NO POWER"
    read_phrases(verb, d);
    if (follows && d.from == EntityId::none) {  // where the one who is followed had the post
      const MentionId told = c_.mentions.owner_of(v.head);
      if (told != MentionId::none) d.from = c_.mentions.mentions[index(told)].entity;
    }
    if (d.elsewhere) return;
    if (kind == LinkKind::object) d.by_state = by_state(verb);
    const Standing standing = standing_of(l_, verb, c_);
    if (standing.requested) return;
    const bool soon = v.form == VerbForm::finite && !v.past && !v.passive && !v.perfect &&
                      !c_.text.sentences[sentence_].heading &&
                      l_.target(verb, LinkKind::when) >= 0;  // "retires in May"
    if (standing.status == Status::planned || soon)
      d.kind = Departure::Kind::to_leave;
    else if (standing.status != Status::former && standing.status != Status::asserted)
      return;
    note(verb, d, l_.target(verb, kind));
    if (kind == LinkKind::object || !classes(verb).has(k_.dismissal)) return;
    so_did_others(verb, d);
    for (const Link& l : l_.links)  // "resigned WITH BOB ROY"
      if (l.from == verb && l.to > verb && by_preposition(l, "with", c_) &&
          person(l.to) != EntityId::none)
        note_behind(verb, d, l.to);
  }
  /// What post it was, is told behind the verb.
  void note_behind(std::uint16_t verb, const Departure& d, int who) {
    const std::size_t told = out_.size();
    note(verb, d, who);
    for (std::size_t n = told; n < out_.size(); ++n) out_[n].token = l_.groups.back().head;
  }
  /// "resigned, AS DID Bob Roy"
  void so_did_others(std::uint16_t verb, const Departure& d) {
    for (auto k = static_cast<std::uint16_t>(l_.nodes[verb].group + 2u); k + 1u < l_.groups.size();
         ++k) {
      const std::string_view so = c_.text.text(l_.groups[k - 1u].head);
      if (c_.text.text(l_.groups[k].head) != "did" || (so != "as" && so != "so")) continue;
      note_behind(verb, d.post == UINT32_MAX ? d : Departure{}, k + 1);  // a post of his own
    }
  }
  /// "calls TO RESIGN", "demanded that she RESIGN"
  bool only_asked(std::uint16_t verb) const {
    const Group& v = group(verb);
    if (v.form == VerbForm::infinitive) {
      const int g = l_.nodes[verb].group - 1;
      return g >= 0 && group(g).kind == GroupKind::noun && group(g).mention == MentionId::none &&
             !group(g).pronoun && !classes(g).has(k_.person) && !classes(g).has(k_.position) &&
             c_.text.text(group(g).head) != "decision";
    }
    const int who = l_.target(verb, LinkKind::subject);
    return v.form == VerbForm::finite && !v.past && !v.perfect && v.modal == UINT32_MAX &&
           !c_.text.sentences[sentence_].heading && v.tokens.size() == 1 &&
           !c_.text.text(v.head).ends_with("s") && who >= 0 && person(who) != EntityId::none &&
           l_.source(verb, LinkKind::clause) >= 0;
  }
  /// "LEFT in 2019", "STEPPED aside"; not "left for Paris", nor just "left"
  bool leaves_for_good(std::uint16_t verb) const {
    const Group& v = group(verb);
    if (v.passive || v.head + 1 < v.tokens.last) return true;
    if (v.perfect && c_.text.text(v.head - 1) == "since") return true;  // "has SINCE left for Acme"
    const std::size_t next = l_.nodes[verb].group + 1u;
    if (next >= l_.groups.size() || l_.groups[next].kind == GroupKind::stop) return false;
    if (c_.text.text(v.head).starts_with("step")) return false;
    return std::none_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.from == verb && by_preposition(l, "for", c_) && !group(l.to).date;
    });
  }
  /// "left ACME", "quit HIS POST", "left the BANK"
  bool read_object(int object, Departure& d) const {
    const ClassSet& what = classes(object);
    const MentionId m = group(object).mention;
    d.from = entity(m, o_.known().organization);
    if (d.from != EntityId::none) return true;
    if (m != MentionId::none) return false;
    if (what.has(k_.post) || (what.has(k_.position) && !what.has(k_.person))) return true;
    d.party = what.has(k_.party);
    return d.party || what.has(k_.company) || what.has(k_.media) || what.has(k_.team);
  }
  /// "THE COURT removed her": not from her party
  bool by_state(std::uint16_t verb) const {
    const int by = l_.target(verb, LinkKind::subject);
    return by >= 0 && entity(l_.nodes[static_cast<std::uint16_t>(by)].mention,
                             o_.known().government) != EntityId::none;
  }
  /// "left BOB ROY's party"
  bool of_another(std::uint16_t verb, int object) const {
    const int whose = l_.target(static_cast<std::uint16_t>(object), LinkKind::possessor);
    const int who = l_.target(verb, LinkKind::subject);
    return whose >= 0 && who >= 0 && person(whose) != EntityId::none &&
           person(whose) != person(who);
  }
  /// "resigned FROM ACME", "quit as CHIEF of ACME", "quit her post AT ACME"
  void read_phrases(std::uint16_t verb, Departure& d) const {
    for (const Link& l : l_.links) {
      const bool mine = l.from == verb || l.from == l_.target(verb, LinkKind::object);
      if (l.kind != LinkKind::preposition || !mine || l.word == WordId::none) continue;
      const std::string_view word = c_.lexicon.text(l.word);
      const EntityId body = entity(l_.nodes[l.to].mention, o_.known().organization);
      if (word == "as" && l.from == verb) {
        d.post = group(l.to).head;
        d.from = owner(l.to);
      } else if (word == "by" && group(verb).passive && body != EntityId::none) {
        d.from = body;  // "was sacked BY ACME"
      } else if (word == "from" || word == "of" || word == "at") {
        if (body != EntityId::none)
          d.from = body;
        else if (word == "from" && !group(l.to).date && !classes(l.to).has(k_.post))
          d.elsewhere = true;
      }
    }
  }
  /// Whose a post is: "ACME's chief", "chief of ACME"
  EntityId owner(std::uint16_t post) const {
    for (const Link& l : l_.links) {
      const bool says = l.kind == LinkKind::possessor || l.kind == LinkKind::modifier ||
                        l.kind == LinkKind::preposition;
      if (!says || l.from != post || l.loose) continue;
      const MentionId m = l_.nodes[l.to].mention;
      if (m == MentionId::none || entity(m, c_.person_type) != EntityId::none) continue;
      return c_.mentions.mentions[index(m)].entity;
    }
    return EntityId::none;
  }

  void note(std::uint16_t verb, Departure::Kind kind, int who) {
    const Status status = standing_of(l_, verb, c_).status;
    if (status != Status::asserted && status != Status::former) return;
    Departure d;
    d.kind = kind;
    note(verb, d, who);
  }
  void note(std::uint16_t verb, Departure d, int who) {
    if (who < 0) return;
    d.token = group(verb).head;
    d.before = group(verb).perfect && group(verb).past;
    d.sentence = sentence_;
    if (static_cast<std::size_t>(who) >= l_.groups.size()) {  // "HER departure"
      d.who = person(who);
      if (d.who != EntityId::none) out_.push_back(d);
      return;
    }
    const std::uint16_t g = l_.nodes[static_cast<std::uint16_t>(who)].group;
    for (std::uint16_t k = 0; k < l_.groups.size(); ++k)
      if (k == g || l_.conjunct_of[k] == g) {
        d.who = person(k);
        if (d.who != EntityId::none) out_.push_back(d);
      }
    if (person(who) != EntityId::none) return;
    for (const Link& l : l_.links)  // "the board, including ANN LEE, resigned"
      if (l.from == g && by_preposition(l, "including", c_)) {
        d.who = person(l.to);
        if (d.who != EntityId::none) out_.push_back(d);
      }
    if (const int chair = led_by(g); chair >= 0) {
      d.who = person(chair);
      if (d.who != EntityId::none) out_.push_back(d);
    }
  }
  /// "the board, LED BY ANN LEE, resigned": she with it
  int led_by(std::uint16_t body) const {
    if (!one_of(c_.text.text(group(body).head),
                {"board", "cabinet", "government", "council", "committee", "leadership"}))
      return -1;
    for (const Link& l : l_.links) {
      if (l.kind != LinkKind::subject || l.to != body || l.loose ||
          group(l.from).form != VerbForm::participle || !classes(l.from).has(k_.leading_verb))
        continue;
      for (const Link& by : l_.links)
        if (by.from == l.from && by_preposition(by, "by", c_)) return by.to;
    }
    return -1;
  }

  const Links& l_;
  std::uint32_t sentence_;
  const GroupContext& c_;
  const KnownClasses& k_;
  const Ontology& o_;
  std::vector<Departure>& out_;
};

}  // namespace

void note_departures(const Links& links, std::uint32_t sentence, const GroupContext& context,
                     const Ontology& ontology, std::vector<Departure>& out) {
  DepartureReader reader(links, sentence, context, ontology, out);
  if (context.text.sentences[sentence].heading) reader.read_heading();
  for (std::uint16_t g = 0; g < links.groups.size(); ++g)
    if (links.groups[g].kind == GroupKind::verb)
      reader.read(g);
    else if (links.groups[g].kind == GroupKind::noun)
      reader.read_noun(g);
}

}  // namespace factloom
