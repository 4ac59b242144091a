// SPDX-License-Identifier: Apache-2.0
#include "extract/story/settle_posts.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/clauses/offices.h"
#include "extract/story/fact_ends.h"
#include "extract/story/years.h"

namespace factloom {
namespace {

/// What a text says of posts, and who left.
class Settler {
 public:
  Settler(std::vector<RawFact>& facts, const std::vector<Departure>& departures, const Text& text,
          const Mentions& mentions, const Ontology& ontology)
      : f_(facts), d_(departures), t_(text), m_(mentions), o_(ontology) {}

  void settle() {
    for (const Departure& d : d_) {
      if (d.kind == Departure::Kind::to_start) begin_later(d);
      if (d.kind != Departure::Kind::left) continue;
      if (came_back(d) || (t_.sentences[d.sentence].heading && only_announced(d))) continue;
      const EntityId body = d.from != EntityId::none && !(d.as_told && !had_post(d)) ? d.from
                            : d.party                                                ? only_party(d)
                                                                                     : body_of(d);
      if (body == EntityId::none) {
        if (!d.before) end_told_before(d);
        continue;
      }
      const bool member =  // "resigned as secretary" is a member still, "left the party" is not
          is_party(body) && d.post == UINT32_MAX && (d.party || d.from != EntityId::none);
      if (!d.before) end_told_before(d);
      for (RawFact& f : f_)
        if (f.status == Status::asserted && subject(f) == d.who && is_post(f, member) &&
            object(f) == body && same_post(d, f) && !still(d, f))
          f.status = Status::former;
    }
  }

  /// "had married Bob Roy … He divorced her": what ended between two held before, and no more.
  void settle_pairs() {
    for (const RawFact& ended : f_) {
      const RelationType& r = o_.relation(ended.relation);
      const bool owned = holds_firm(o_, ended);  // "bought Bolt from ITS OWNER": no more
      if (ended.status != Status::former || !r.lasting || (!r.symmetric && !owned)) continue;
      for (RawFact& f : f_)
        if (f.status == Status::asserted && f.relation == ended.relation &&
            (owned ? f.sentence == ended.sentence : f.trigger.first < ended.trigger.first) &&
            same_pair(f, ended))
          f.status = Status::former;
    }
  }

  /// "a banker who OWNED Acme … it was SOLD TO BOLT": no more. Who owns it now may have bought it
  /// since.
  void settle_owners() {
    for (const RawFact& sale : f_) {
      const RelationType& r = o_.relation(sale.relation);
      if (!r.once || r.symmetric || sale.status != Status::asserted) continue;
      for (RawFact& f : f_)
        if (f.status == Status::asserted && holds_firm(o_, f) && object(f) == object(sale) &&
            subject(f) != subject(sale) && t_.tokens[f.trigger.first].tag == Tag::VBD)
          f.status = Status::former;
    }
  }

  /// "became PRESIDENT of Acme in 2011", "has been PRESIDENT of Bolt since 2016": one after the
  /// other.
  void settle_careers() {
    for (const RawFact& later : f_) {
      if (!heads(later) || later.date == MentionId::none || year(later) == 0) continue;
      for (RawFact& f : f_)
        if (heads(f) && subject(f) == subject(later) && object(f) != object(later) &&
            f.sentence != later.sentence && f.date != MentionId::none && year(f) != 0 &&
            year(f) < year(later) && !since(f) &&
            t_.text(f.role.last - 1) == t_.text(later.role.last - 1))
          f.status = Status::former;
    }
  }

  /// "HAD LED Acme since 1995", where another one leads it now; "became its president in 2013",
  /// and another one in 2020
  void settle_replaced() {
    std::vector<RawFact*> over;
    for (RawFact& f : f_) {
      if (f.status != Status::asserted || !leads(f)) continue;
      const bool long_past = had(f);
      if (std::any_of(f_.begin(), f_.end(), [&](const RawFact& g) {
            return leads(g) && g.status == Status::asserted && object(g) == object(f) &&
                   subject(g) != subject(f) && (long_past ? !had(g) : began_later(g, f));
          }))
        over.push_back(&f);
    }
    for (RawFact* f : over) f->status = Status::former;
  }

 private:
  /// Does the text tell of a post where who left is taken to have had one?
  bool had_post(const Departure& d) const {
    return std::any_of(f_.begin(), f_.end(), [&](const RawFact& f) {
      return is_post(f) && subject(f) == d.who && object(f) == d.from;
    });
  }
  /// A top post with both its ends known.
  bool leads(const RawFact& f) const {
    return is_post(f) && !o_.relation(f.relation).broader.empty() && subject(f) != EntityId::none &&
           object(f) != EntityId::none;
  }
  /// "HAD LED", "HAD BEEN its chief"
  bool had(const RawFact& f) const {
    const std::uint32_t first = t_.sentences[f.sentence].tokens.first;
    for (std::uint32_t t = f.trigger.first, near = 6; t > first && near > 0; --near) {
      const Tag tag = t_.tokens[--t].tag;
      if (t_.text(t) == "had") return t_.tokens[t + 1].tag != Tag::TO;
      if (tag == Tag::comma || (is_verb(tag) && t_.text(t) != "been")) return false;
    }
    return false;
  }
  bool began_later(const RawFact& g, const RawFact& f) const {
    if (g.date == MentionId::none || f.date == MentionId::none || g.sentence == f.sentence)
      return false;
    return year(f) != 0 && year(g) > year(f) && !g.role.empty() && !f.role.empty() &&
           t_.text(f.role.last - 1) == t_.text(g.role.last - 1);
  }
  /// "was pushed out in May; she HAD RUN Acme since 2017"
  void end_told_before(const Departure& d) {
    for (RawFact& f : f_) {
      const std::uint32_t verb = f.trigger.first;
      if (f.sentence == d.sentence && verb > d.token && f.status == Status::asserted &&
          subject(f) == d.who && is_post(f) && t_.tokens[verb].tag == Tag::VBN &&
          t_.text(verb - 1) == "had")
        f.status = Status::former;
    }
  }
  bool heads(const RawFact& f) const {
    return f.status == Status::asserted && !f.role.empty() && is_post(f) &&
           !o_.relation(f.relation).broader.empty();
  }
  bool since(const RawFact& f) const {
    const std::uint32_t t = m_.mentions[index(f.date)].tokens.first;
    return t > 0 && t_.text(t - 1) == "since";
  }
  /// Of the fact's date; 0 if it tells none.
  int year(const RawFact& f) const {
    const Mention& date = m_.mentions[index(f.date)];
    for (std::uint32_t t = date.tokens.first; t < date.tokens.last; ++t)
      if (const int y = year_at(t_, t); y != 0) return y;
    return 0;
  }
  /// "was chosen as chief … SHE WILL TAKE OFFICE in May": what she was named to is still to come.
  void begin_later(const Departure& d) {
    for (RawFact& f : f_)
      if (f.status == Status::asserted && subject(f) == d.who && is_post(f) && was_named(f) &&
          (f.sentence <= d.sentence || t_.sentences[f.sentence].heading))
        f.status = Status::planned;
  }
  bool was_named(const RawFact& f) const {
    if (stands_beside(f)) return false;
    const std::uint32_t first = t_.sentences[f.sentence].tokens.first;
    for (std::uint32_t t = f.trigger.first; t-- > first && t + 12 > f.trigger.first;)
      if (one_of(t_.text(t), {"named", "elected", "chosen", "chose", "appointed", "picked",
                              "selected", "tapped"}))
        return true;
    return false;
  }
  /// "named ANN LEE, the BOSS of Bolt, as its chief": what she is, not what she is named to
  bool stands_beside(const RawFact& f) const {
    const std::uint32_t name = m_.mentions[index(f.subject)].tokens.last;
    constexpr std::uint32_t farthest = 5;  // ", the 58-year-old former boss"
    return name < f.trigger.first && f.trigger.first - name <= farthest &&
           t_.tokens[name].tag == Tag::comma;
  }
  bool same_pair(const RawFact& a, const RawFact& b) const {
    const EntityId one = subject(b), other = object(b);
    if (one == EntityId::none || other == EntityId::none) return false;
    return (subject(a) == one && object(a) == other) || (subject(a) == other && object(a) == one);
  }
  EntityId subject(const RawFact& f) const { return entity_of(m_, f.subject); }
  EntityId object(const RawFact& f) const { return entity_of(m_, f.object); }
  bool is_party(EntityId e) const {
    return e != EntityId::none && o_.is_a(m_.entities[index(e)].type, o_.known().party);
  }
  /// The one party of which who left "his party" was a member.
  EntityId only_party(const Departure& d) const {
    EntityId only = EntityId::none;
    for (const RawFact& f : f_) {
      if (subject(f) != d.who || !is_party(object(f)) || f.status != Status::asserted) continue;
      if (only != EntityId::none && only != object(f)) return EntityId::none;
      only = object(f);
    }
    return only;
  }
  /// A post, not what one founded; nor what one is a member of, if that does not count, too.
  bool is_post(const RawFact& f, bool member = false) const {
    return member ? tells_post(o_, f) : is_persons_post(o_, f);
  }
  /// Does the text say that who left came back, behind the departure or before what had been? What
  /// it says first is its news, later than all that it tells behind.
  bool came_back(const Departure& d) const {
    const bool news = d.sentence < 2 && !d.before;
    return std::any_of(d_.begin(), d_.end(), [&](const Departure& other) {
      return other.kind == Departure::Kind::returned && other.who == d.who &&
             (news ? other.sentence <= d.sentence : other.sentence >= d.sentence || d.before);
    });
  }
  /// "Acme's chief quits" above, "will quit in May" below
  bool only_announced(const Departure& d) const {
    return std::any_of(d_.begin(), d_.end(), [&](const Departure& other) {
      return other.kind == Departure::Kind::to_leave && other.who == d.who;
    });
  }
  /// The body of which the text spoke last before the departure, as where the one who left had a
  /// post; the only one if that is told later. None where several are told at once.
  EntityId body_of(const Departure& d) const {
    const RawFact* last = nullptr;
    EntityId only = EntityId::none;
    bool several = false;
    for (const RawFact& f : f_) {
      const bool itself = f.trigger.first <= d.token && d.token < f.trigger.last;
      if (!is_post(f) || itself || subject(f) != d.who || object(f) == EntityId::none ||
          object(f) == d.to || (d.by_state && is_party(object(f))) || f.status == Status::negated ||
          f.status == Status::planned ||
          (d.to != EntityId::none && f.status == Status::former && f.sentence == d.sentence &&
           f.trigger.first < d.token && held_elsewhere(d)))
        continue;
      several = several || (only != EntityId::none && only != object(f));
      only = object(f);
      if (f.trigger.first < d.token && (last == nullptr || f.trigger.first > last->trigger.first))
        last = &f;
    }
    if (last == nullptr)
      return !several && t_.sentences[d.sentence].heading ? only : EntityId::none;
    const bool rivals = std::any_of(f_.begin(), f_.end(), [&](const RawFact& f) {
      return is_post(f) && subject(f) == d.who && f.sentence == last->sentence &&
             f.trigger.first < d.token && object(f) != object(*last) &&
             f.status == Status::asserted;
    });
    return rivals ? EntityId::none : object(*last);
  }
  /// Does the same sentence tell of a post that who left had until then?
  bool held_elsewhere(const Departure& d) const {
    return std::any_of(f_.begin(), f_.end(), [&](const RawFact& f) {
      return f.sentence == d.sentence && f.status == Status::asserted && is_post(f) &&
             subject(f) == d.who && object(f) != d.to && f.trigger.first < d.token;
    });
  }
  /// "quit AS CHIEF EXECUTIVE": not as chairman.
  bool same_post(const Departure& d, const RawFact& f) const {
    return d.post == UINT32_MAX || f.role.empty() || !other_office(t_, d.post, f.role.last - 1);
  }
  /// "resigned in May … NOW its adviser": said behind the departure, or before one that does not
  /// tell from where ("NOW the coach of Ajax. … since Bolt dismissed him in 2019").
  bool still(const Departure& d, const RawFact& f) const {
    if (f.trigger.first < d.token && (d.from != EntityId::none || f.sentence == d.sentence))
      return false;
    const std::uint32_t from = f.trigger.first < 4 ? 0 : f.trigger.first - 4;
    for (std::uint32_t t = from; t < f.trigger.first; ++t)
      if (one_of(t_.text(t), {"now", "still", "remains", "stays", "again", "will"})) return true;
    return false;
  }

  std::vector<RawFact>& f_;
  const std::vector<Departure>& d_;
  const Text& t_;
  const Mentions& m_;
  const Ontology& o_;
};

}  // namespace

void settle_posts(std::vector<RawFact>& facts, const std::vector<Departure>& departures,
                  const Text& text, const Mentions& mentions, const Ontology& ontology) {
  Settler settler(facts, departures, text, mentions, ontology);
  if (!departures.empty()) settler.settle();
  settler.settle_pairs();
  settler.settle_careers();
  settler.settle_replaced();
  settler.settle_owners();
}

}  // namespace factloom
