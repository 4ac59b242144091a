// SPDX-License-Identifier: Apache-2.0
#include "extract/story/fates.h"

#include <algorithm>
#include <string_view>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

enum class Fate : std::uint8_t { none, ended, revived, lifted, made };

bool lifting(std::string_view word) {
  return word == "end" || word == "ended" ||
         begins_with_one_of(
             word, {"lift", "remov", "drop", "scrap", "repeal", "abolish", "rescind", "revok"});
}
bool making(std::string_view word) {
  return begins_with_one_of(word, {"impos", "introduc", "enact", "adopt", "pass"});
}

/// What is said of a measure by the verb whose subject a mention of it is.
class FateReader {
 public:
  FateReader(const Text& text, const KnownClasses& classes) : t_(text), k_(classes) {}

  struct Told {
    Fate fate = Fate::none;
    std::uint32_t verb = 0;
  };
  Told read(TokenRange mention, TokenRange sentence) const {
    if (!may_open(mention.first, sentence.first)) return {};
    std::uint32_t t = verb_behind(mention.last, sentence.last);
    bool negated = false, passive = false;
    for (; t < sentence.last; ++t) {
      const Token& x = t_.tokens[t];
      if (x.classes.has(k_.negator))
        negated = true;
      else if (x.classes.has(k_.be))
        passive = true;
      else if (!is_adverb(x.tag) && !x.classes.has(k_.have))
        break;
    }
    if (t >= sentence.last) return {};
    const Tag tag = t_.tokens[t].tag;
    if (tag != Tag::VBD && tag != Tag::VBN) return {};
    return {passive ? suffered(t, negated) : negated ? Fate::none : did(t, sentence.last), t};
  }

 private:
  /// Can a subject begin here? Not "banks that signed THE DEAL collapsed", "under THE DEAL".
  bool may_open(std::uint32_t first, std::uint32_t sentence) const {
    if (first == sentence) return true;
    const Token& before = t_.tokens[first - 1];
    if (is_verb(before.tag) || before.tag == Tag::TO) return false;
    if (before.tag == Tag::IN)
      return one_of(t_.text(first - 1), {"after", "before", "when", "once", "since", "until",
                                         "that", "because", "although", "though", "while", "if"});
    return true;
  }
  /// "THE DEAL between Chile and Norway EXPIRED", "the deal, which EXPIRED"
  std::uint32_t verb_behind(std::uint32_t t, std::uint32_t last) const {
    if (t + 1 < last && t_.tokens[t].tag == Tag::comma) ++t;
    if (t < last && t_.tokens[t].tag == Tag::WDT) return t + 1;
    const std::uint32_t end = std::min(last, t + 7);
    const bool pair =
        t < last && one_of(t_.text(t), {"between", "with", "of", "from", "on", "against", "by"});
    for (; pair && t < end && !is_verb(t_.tokens[t].tag); ++t) {
      const Tag tag = t_.tokens[t].tag;
      if (tag == Tag::comma || tag == Tag::period || tag == Tag::MD || tag == Tag::WDT) return last;
    }
    return t;
  }
  Fate did(std::uint32_t t, std::uint32_t last) const {
    const std::string_view word = t_.text(t);
    const std::string_view next = t + 1 < last ? t_.text(t + 1) : "";
    if (one_of(word, {"expired", "lapsed", "lasted", "collapsed", "unravelled", "unraveled"}))
      return Fate::ended;
    if ((word == "fell" && one_of(next, {"apart", "through"})) ||
        (word == "broke" && next == "down") || (word == "ran" && next == "out"))
      return Fate::ended;
    if (word == "took" && next == "effect") return Fate::made;
    const bool into = t + 2 < last && next == "into" && one_of(t_.text(t + 2), {"force", "effect"});
    return into ? Fate::made : Fate::none;
  }
  Fate suffered(std::uint32_t t, bool negated) const {
    const std::string_view word = t_.text(t);
    if (one_of(word, {"renewed", "extended", "prolonged", "revived", "restored", "reinstated"}))
      return negated ? Fate::ended : Fate::revived;
    if (negated) return Fate::none;
    if (one_of(word, {"cancelled", "canceled", "terminated", "scrapped", "abandoned", "annulled",
                      "voided", "nullified", "dissolved", "torn", "ripped", "renounced", "shelved",
                      "overturned", "quashed"}))
      return word == "scrapped" ? Fate::lifted : Fate::ended;
    return lifting(word) ? Fate::lifted : making(word) ? Fate::made : Fate::none;
  }

  const Text& t_;
  const KnownClasses& k_;
};

class Fates {
 public:
  Fates(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
        const KnownClasses& classes, const Ontology& ontology)
      : f_(facts), t_(text), m_(mentions), k_(classes), o_(ontology) {}

  void run() {
    for (const RawFact& f : f_)
      if (of_policy(f) && (party(f) || f.status == Status::planned)) note(policy_of(f));
    if (policies_.empty()) return;
    read();
    for (RawFact& f : f_) settle(f);
    quit();
  }

 private:
  struct Event {
    EntityId policy;
    Fate fate;
    std::uint32_t sentence, verb;
  };

  bool of_policy(const RawFact& f) const {
    return f.object != MentionId::none &&
           o_.is_a(factloom::type_of(m_, f.object), o_.known().policy);
  }
  EntityId policy_of(const RawFact& f) const { return entity_of(m_, f.object); }
  /// Is somebody bound by an agreement?
  bool party(const RawFact& f) const { return o_.relation(f.relation).lasting; }
  void note(EntityId e) {
    if (e != EntityId::none && std::find(policies_.begin(), policies_.end(), e) == policies_.end())
      policies_.push_back(e);
  }

  void read() {
    const FateReader reader(t_, k_);
    for (const Mention& m : m_.mentions) {
      if (m.entity == EntityId::none || m.inside ||
          std::find(policies_.begin(), policies_.end(), m.entity) == policies_.end())
        continue;
      const auto s =
          std::partition_point(t_.sentences.begin(), t_.sentences.end(),
                               [&](const Sentence& x) { return x.tokens.last <= m.tokens.first; });
      if (s == t_.sentences.end()) continue;
      const FateReader::Told told = reader.read(m.tokens, s->tokens);
      if (told.fate != Fate::none)
        events_.push_back(
            {m.entity, told.fate, static_cast<std::uint32_t>(s - t_.sentences.begin()), told.verb});
    }
  }

  void settle(RawFact& f) const {
    if (f.status == Status::planned && aimed(f)) f.status = Status::asserted;
    if (!of_policy(f)) return;
    const EntityId policy = policy_of(f);
    if (party(f) && f.status == Status::asserted && over(policy)) f.status = Status::former;
    if (f.status != Status::planned) return;
    const std::string_view act = t_.text(f.trigger.first);
    for (const Event& e : events_) {
      if (e.policy == policy && e.sentence == f.sentence && !lifting(act) &&
          one_of(t_.text(e.verb), {"dropped", "scrapped", "abandoned", "shelved"}))
        f.status = Status::negated;  // "its planned ban was DROPPED"
      if (e.policy != policy || e.sentence <= f.sentence) continue;
      const bool same =
          (lifting(act) && e.fate == Fate::lifted) || (making(act) && e.fate == Fate::made);
      if (same) f.status = Status::asserted;
    }
  }
  /// "plans tariffs ON CHILE", which were imposed
  bool aimed(const RawFact& f) const {
    const EntityId policy = entity_of(m_, f.subject);
    return std::any_of(events_.begin(), events_.end(), [&](const Event& e) {
      return e.policy == policy && e.fate == Fate::made && e.sentence > f.sentence;
    });
  }
  bool over(EntityId policy) const {
    bool ended = false;
    for (const Event& e : events_) {
      if (e.policy != policy) continue;
      if (e.fate == Fate::revived) ended = false;
      if (e.fate == Fate::ended || e.fate == Fate::lifted) ended = true;
    }
    return ended;
  }

  bool same_pair(const RawFact& a, const RawFact& b) const {
    return a.relation == b.relation && same_ends(m_, a, b);
  }
  /// "signed it in 2010 and LEFT it in 2020", "left it and REJOINED it"; who signed what it did not
  /// ratify is a party that says so.
  void quit() {
    for (RawFact& end : f_) {
      if (!of_policy(end) || !party(end) || end.status != Status::former) continue;
      const bool back = std::any_of(f_.begin(), f_.end(), [&](const RawFact& f) {
        return same_pair(f, end) && f.status == Status::asserted &&
               t_.text(f.trigger.first).starts_with("rejoin");
      });
      if (back) end.status = Status::asserted;
      for (RawFact& f : f_)
        if (!back && same_pair(f, end) && f.status == Status::asserted) f.status = Status::former;
    }
    std::vector<std::uint8_t> idle(f_.size(), 0);
    for (std::size_t i = 0; i < f_.size(); ++i) idle[i] = unratified(f_[i]) ? 1 : 0;
    std::size_t i = 0;
    std::erase_if(f_, [&](const RawFact&) { return idle[i++] != 0; });
  }
  /// "signed it but did not RATIFY it", "refused to sign it at first, but SIGNED it in 2004"
  bool unratified(const RawFact& f) const {
    if (f.status != Status::negated || !of_policy(f) || !party(f)) return false;
    const bool ratifies = t_.text(f.trigger.first).starts_with("ratif");
    return std::any_of(f_.begin(), f_.end(), [&](const RawFact& g) {
      return same_pair(f, g) && (ratifies || g.trigger.first > f.trigger.first) &&
             (g.status == Status::asserted || g.status == Status::former);
    });
  }

  std::vector<RawFact>& f_;
  const Text& t_;
  const Mentions& m_;
  const KnownClasses& k_;
  const Ontology& o_;
  std::vector<EntityId> policies_;
  std::vector<Event> events_;
};

}  // namespace

void settle_fates(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                  const KnownClasses& classes, const Ontology& ontology) {
  if (!facts.empty()) Fates(facts, text, mentions, classes, ontology).run();
}

}  // namespace factloom
