// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/clauses/links.h"

namespace factloom {
namespace {

constexpr int none = -1;

enum class ClauseKind : std::uint8_t { main, relative, subordinate, embedded, participial };

/// A clause under construction.
struct Clause {
  ClauseKind kind = ClauseKind::main;
  int parent = none;
  int verb = none;
  int pending = none;     ///< noun that waits for the verb as its subject
  int antecedent = none;  ///< relative clauses: what they describe
  int object = none;
  bool closed_object = false;  ///< a comma or coordinator stands after the verb's arguments
  bool oblique_relative =
      false;  ///< "in which", "where": the antecedent is neither subject nor object
  bool subject_from_parent = false;
  int governor = none;  ///< verb or noun that governs it
};

/// What a noun can stand for, roughly: coordination and apposition need it.
enum class Broad : std::uint8_t { other, person, organization, place, policy, date };

class Linker {
 public:
  Linker(std::vector<Group> groups, const GroupContext& context, const Ontology& ontology)
      : c_(context), k_(context.classes), o_(ontology) {
    out_.groups = std::move(groups);
    person_ = o_.find_type("Person");
    organization_ = o_.find_type("Organization");
    place_ = o_.find_type("Place");
    region_ = o_.find_type("Region");
    country_ = o_.find_type("Country");
    policy_ = o_.find_type("Policy");
  }

  Links run() {
    const auto n = out_.groups.size();
    out_.conjunct_of.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      out_.conjunct_of[i] = static_cast<std::uint16_t>(i);
      const Group& g = out_.groups[i];
      out_.nodes.push_back({static_cast<std::uint16_t>(i), g.tokens, g.head, g.mention});
    }
    for (std::size_t i = 0; i < n; ++i) inner_nodes(static_cast<int>(i));
    clauses_.push_back({});
    for (i_ = 0; i_ < static_cast<int>(n); ++i_) step();
    resolve_subjects();
    share_objects();
    return std::move(out_);
  }

 private:
  const Group& g(int i) const { return out_.groups[static_cast<std::size_t>(i)]; }
  bool kind(int i, GroupKind k) const { return i >= 0 && i < size() && g(i).kind == k; }
  int size() const { return static_cast<int>(out_.groups.size()); }
  const Token& head(int i) const { return c_.text.tokens[g(i).head]; }
  bool head_is(int i, ClassId c) const { return head(i).classes.has(c); }
  Clause& cur() { return clauses_[static_cast<std::size_t>(cur_)]; }
  const Mention& mention(MentionId m) const { return c_.mentions.mentions[index(m)]; }
  bool named(int i) const {
    return g(i).mention != MentionId::none && mention(g(i).mention).kind == MentionKind::name;
  }
  void link(LinkKind k, int from, int to, bool loose = false, WordId word = WordId::none) {
    out_.links.push_back(
        {k, loose, static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to), word});
  }
  void unlink(LinkKind k, int from, int to) {
    auto& l = out_.links;
    l.erase(
        std::remove_if(l.begin(), l.end(),
                       [&](const Link& x) { return x.kind == k && x.from == from && x.to == to; }),
        l.end());
  }

  /// Mentions inside a noun group, before its head: modifiers and possessive pronouns.
  void inner_nodes(int i) {
    const Group& group = g(i);
    if (group.kind != GroupKind::noun) return;
    for (std::uint32_t t = group.tokens.first; t < group.head; ++t) {
      const MentionId m = c_.mention_at[t];
      if (m == MentionId::none || m == group.mention || mention(m).tokens.first != t) continue;
      const auto node = static_cast<int>(out_.nodes.size());
      out_.nodes.push_back({static_cast<std::uint16_t>(i), mention(m).tokens, mention(m).head, m});
      link(c_.text.tokens[t].tag == Tag::PRPS ? LinkKind::possessor : LinkKind::modifier, i, node);
    }
  }

  Broad broad(int i) const {
    const Group& x = g(i);
    if (x.date) return Broad::date;
    if (x.mention != MentionId::none) {
      const TypeId t = mention(x.mention).type;
      if (o_.is_a(t, person_)) return Broad::person;
      if (o_.is_a(t, organization_)) return Broad::organization;
      if (o_.is_a(t, place_)) return Broad::place;
      if (o_.is_a(t, policy_)) return Broad::policy;
      return Broad::other;
    }
    const ClassSet& s = head(i).classes;
    if (s.has(k_.person) || s.has(k_.position) || s.has(k_.kinship)) return Broad::person;
    if (s.has(k_.policy)) return Broad::policy;
    if (s.has(k_.group) || s.has(k_.company) || s.has(k_.government) || s.has(k_.party))
      return Broad::organization;
    if (s.has(k_.place)) return Broad::place;
    return Broad::other;
  }

  /// The noun group after i and its of-phrases are followed by a finite verb.
  bool finite_follows(int i) const {
    int k = i + 1;
    while (k < size()) {
      const GroupKind kk = g(k).kind;
      if (kk == GroupKind::verb) return g(k).form == VerbForm::finite;
      if (kk == GroupKind::adverb || kk == GroupKind::possessive)
        ++k;
      else if (kk == GroupKind::preposition && kind(k + 1, GroupKind::noun))
        k += 2;
      else if (kk == GroupKind::noun && (kind(k - 1, GroupKind::possessive) || g(k).date))
        ++k;
      else if (kk == GroupKind::coordinator && kind(k + 1, GroupKind::noun) &&
               kind(k - 1, GroupKind::noun))
        k += 2;
      else
        return false;
    }
    return false;
  }

  void step() {
    switch (g(i_).kind) {
      case GroupKind::noun:
        on_noun(i_);
        break;
      case GroupKind::verb:
        on_verb(i_);
        break;
      case GroupKind::adjective:
        on_adjective(i_);
        break;
      case GroupKind::relative:
        on_relative(i_);
        break;
      case GroupKind::subordinator:
        on_subordinator(i_);
        break;
      case GroupKind::preposition:
        on_preposition(i_);
        break;
      case GroupKind::possessive:
        break;
      case GroupKind::open:
        paren_ = true;
        paren_noun_ = spine_.empty() ? none : spine_.back();
        prev_ = i_;
        break;
      case GroupKind::close:
        paren_ = false;
        prev_ = paren_noun_;
        break;
      case GroupKind::colon:
        on_colon(i_);
        break;
      case GroupKind::adverb:
      case GroupKind::quote:
        break;
      default:
        prev_ = i_;
        break;
    }
  }

  // ---- nouns
  // -------------------------------------------------------------------------------------------------
  void on_noun(int i) {
    if (kind(i + 1, GroupKind::possessive)) {
      if (possessor_ != none) link(LinkKind::possessor, i, possessor_);
      possessor_ = possessor_ == none ? shared_possessor(i) : i;
      ++i_;
      return;
    }
    if (possessor_ != none) link(LinkKind::possessor, i, possessor_);
    possessor_ = none;
    if (g(i).date) return on_date(i);
    if (place_chain(i)) {
      prev_ = i;
      return;
    }
    if (paren_) return on_paren_noun(i);
    if (prep_ != none) return on_prep_object(i);
    if (reduced_relative(i)) {
      prev_ = i;
      return;
    }
    if (coordinated(i) || apposed(i)) {
      prev_ = i;
      return;
    }
    if (verb_argument(i)) {
      prev_ = i;
      spine_.assign(1, i);
      return;
    }
    if (aside_of_subject(i)) {
      spine_.assign(1, i);
      prev_ = i;
      return;
    }
    new_subject(i);
    spine_.assign(1, i);
    prev_ = i;
  }

  /// "He was born in Leeds, THE SON of a baker": describes the subject of the clause before it.
  bool aside_of_subject(int i) {
    if (cur().verb == none || !kind(before(possessor_start(i)), GroupKind::comma)) return false;
    if (g(i).pronoun || named(i) || finite_follows(i)) return false;
    const int subject = subject_of(cur().verb);
    if (subject == none || broad(i) != Broad::person || broad(subject) != Broad::person)
      return false;
    link(LinkKind::apposition, subject, i);
    return true;
  }

  /// "Ann and Bob's son": the first of the two, who leads the list.
  int shared_possessor(int i) {
    if (i < 2 || !kind(i - 1, GroupKind::coordinator) || !kind(i - 2, GroupKind::noun)) return i;
    if (!named(i) || !named(i - 2) || broad(i) != Broad::person || broad(i - 2) != Broad::person)
      return i;
    const int first = first_conjunct(i - 2);
    out_.conjunct_of[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(first);
    if (cur().pending == i - 2) cur().pending = none;
    return first;
  }

  void on_date(int i) {
    prep_ = none;
    if (paren_ && paren_noun_ != none)
      link(LinkKind::when, paren_noun_, i);
    else if (cur().verb != none)
      link(LinkKind::when, cur().verb, i);
    else
      fronted_dates_.push_back(i);
    if (!spine_.empty() && (prev_ == spine_.back() || kind(i - 1, GroupKind::preposition)))
      for (int s : spine_) link(LinkKind::when, s, i, true);
  }

  void on_paren_noun(int i) {
    if (paren_noun_ == none) return;
    if (prep_ != none) {
      link(LinkKind::preposition, paren_noun_, i, false, head(prep_).word);
      prep_ = none;
    } else {
      link(LinkKind::apposition, paren_noun_, i, !same_kind(paren_noun_, i));
    }
  }

  void on_prep_object(int i) {
    const WordId word = head(prep_).word;
    if (out_.according < 0 && prep_ > 0 && head_is(prep_ - 1, k_.according)) out_.according = i;
    const bool genitive = head_is(prep_, genitive_);
    // "studied at A and later AT B": the verb's, not the noun's before it
    const bool coordinate = !genitive && kind(before(prep_), GroupKind::coordinator);
    bool nearest = true;
    if (!spine_.empty() && touches(spine_.back(), prep_)) {
      for (auto s = spine_.rbegin(); s != spine_.rend(); ++s) {
        link(LinkKind::preposition, *s, i, !nearest || coordinate, word);
        nearest = false;
        if (genitive) break;
      }
    }
    if (!genitive) {
      if (cur().verb != none)
        link(LinkKind::preposition, cur().verb, i, !nearest && !coordinate, word);
      else
        fronted_.push_back({i, word});
    }
    if (genitive && nearest && cur().verb != none)
      link(LinkKind::preposition, cur().verb, i, false, word);
    if (adjective_ != none && adjective_ == prep_ - 1)
      link(LinkKind::preposition, adjective_, i, false, word);
    if (!touches_spine(prep_)) spine_.clear();
    spine_.push_back(i);
    prep_ = none;
    prev_ = i;
  }
  /// Does the group at `later` follow `noun` directly, but for parentheses, adverbs, dates and
  /// possessives?
  bool touches(int noun, int later) const {
    for (int k = noun + 1; k < later; ++k) {
      const GroupKind kk = g(k).kind;
      const bool soft =
          kk == GroupKind::adverb || kk == GroupKind::open || kk == GroupKind::close ||
          kk == GroupKind::quote || in_paren(k) || (kk == GroupKind::noun && g(k).date) ||
          (kk == GroupKind::preposition && kind(k + 1, GroupKind::noun) && g(k + 1).date);
      if (!soft) return false;
    }
    return true;
  }
  bool in_paren(int k) const {
    for (int a = k; a >= 0 && a > k - 8; --a) {
      if (g(a).kind == GroupKind::close && a != k) return false;
      if (g(a).kind == GroupKind::open) return true;
    }
    return false;
  }
  bool touches_spine(int later) const { return !spine_.empty() && touches(spine_.back(), later); }

  bool same_kind(int a, int b) const {
    const Broad x = broad(a), y = broad(b);
    return x == y && x != Broad::date;
  }
  bool actors(int a, int b) const {
    const auto actor = [](Broad x) {
      return x == Broad::person || x == Broad::organization || x == Broad::place;
    };
    return named(a) && named(b) && actor(broad(a)) && actor(broad(b));
  }

  /// "Leeds, England": a place behind the place that it holds shares what governs that.
  bool place_chain(int i) {
    if (prep_ != none || i < 2 || !kind(i - 1, GroupKind::comma)) return false;
    const int inner = i - 2;
    if (!kind(inner, GroupKind::noun) || !named(inner) || !named(i)) return false;
    if (place_rank(i) <= place_rank(inner) || place_rank(inner) == 0) return false;
    if (kind(i + 1, GroupKind::verb) && g(i + 1).form == VerbForm::finite) return false;
    out_.conjunct_of[static_cast<std::size_t>(i)] =
        out_.conjunct_of[static_cast<std::size_t>(inner)];
    if (!spine_.empty() && spine_.back() == inner) spine_.push_back(i);
    return true;
  }
  /// 1 for facilities and cities, 2 for regions, 3 for countries, 0 for what is no place.
  int place_rank(int i) const {
    const TypeId t = mention(g(i).mention).type;
    if (o_.is_a(t, country_)) return 3;
    if (o_.is_a(t, region_)) return 2;
    return o_.is_a(t, place_) ? 1 : 0;
  }

  /// "A, B and C": is the noun at i one of a list that the noun before it opens?
  bool coordinated(int i) {
    if (spine_.empty()) return false;
    int k = i - 1;
    while (k >= 0 && (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote ||
                      g(k).kind == GroupKind::adjective))
      --k;
    if (k > 0 && g(k).kind == GroupKind::possessive) k = possessor_start(i) - 1;
    const bool conjoined = kind(k, GroupKind::coordinator);
    const bool comma = kind(k, GroupKind::comma);
    if (!conjoined && !(comma && list_goes_on(i))) return false;
    if (conjoined && kind(k - 1, GroupKind::comma)) --k;
    const int mate = described_by(conjunct_mate(i, k, comma && !conjoined));
    if (mate == none) return false;
    const bool subject_of_next = finite_follows(i) && cur().verb != none && mate != cur().pending;
    if (subject_of_next) return false;
    out_.conjunct_of[static_cast<std::size_t>(i)] =
        out_.conjunct_of[static_cast<std::size_t>(mate)];
    while (!spine_.empty() && spine_.back() != mate) spine_.pop_back();
    if (spine_.empty()) spine_.push_back(mate);
    spine_.push_back(i);
    return true;
  }
  /// "his wife, Ann, and Bob": the list goes on from the description, not from the name set apart.
  int described_by(int mate) const {
    if (mate == none || !named(mate)) return mate;
    for (const Link& l : out_.links)
      if (l.kind == LinkKind::apposition && l.to == mate && !named(l.from) &&
          broad(l.from) == Broad::person && head(l.from).tag == Tag::NN &&
          std::find(spine_.begin(), spine_.end(), l.from) != spine_.end())
        return l.from;
    return mate;
  }
  int possessor_start(int i) const {
    int k = i;
    while (k >= 2 && g(k - 1).kind == GroupKind::possessive) k -= 2;
    return k;
  }
  /// In a list (a comma before it) names go with names only: "Ann Lee, founder and chief" is no
  /// list.
  int conjunct_mate(int i, int before, bool list) const {
    for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
      if ((same_kind(*s, i) && named(*s) == named(i)) || actors(*s, i))
        return touches_over_list(*s, before) ? *s : none;
    if (list) return none;
    for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
      if (same_kind(*s, i)) return touches_over_list(*s, before) ? *s : none;
    return none;
  }
  /// Nothing but nouns, prepositions and parentheses stand between the mate and the comma or
  /// coordinator.
  bool touches_over_list(int mate, int before) const {
    for (int k = mate + 1; k < before; ++k) {
      const GroupKind kk = g(k).kind;
      if (kk == GroupKind::verb || kk == GroupKind::relative || kk == GroupKind::subordinator ||
          kk == GroupKind::comma)
        return false;
    }
    return true;
  }
  bool list_goes_on(int i) const {
    for (int k = i + 1; k < size() && k < i + 24; ++k) {
      const GroupKind kk = g(k).kind;
      if (kk == GroupKind::coordinator)
        return kind(k + 1, GroupKind::noun) && (same_kind(i, k + 1) || actors(i, k + 1)) &&
               named(i) == named(k + 1);
      if (kk == GroupKind::verb || kk == GroupKind::relative || kk == GroupKind::subordinator ||
          kk == GroupKind::stop)
        return false;
      if (kk == GroupKind::noun && kind(k - 1, GroupKind::comma) && !same_kind(i, k) &&
          !actors(i, k))
        return false;
    }
    return false;
  }

  /// "Ann Lee, the founder of Acme": is the noun at i an apposition to a noun before the comma?
  bool apposed(int i) {
    int k = i - 1;
    while (k >= 0 &&
           (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote ||
            (g(k).kind == GroupKind::noun && aside(k)) ||
            (g(k).kind == GroupKind::comma && kind(k - 1, GroupKind::noun) && aside(k - 1))))
      --k;
    if (k > 0 && g(k).kind == GroupKind::possessive) k = possessor_start(i) - 1;
    if (!kind(k, GroupKind::comma) && !kind(k, GroupKind::colon)) return false;
    if (spine_.empty() || reported_after(i)) return false;
    for (std::size_t s = spine_.size(); s-- > 0;) {
      const int mate = spine_[s];
      if (!apposable(mate, i) || !touches_over_list(mate, k)) continue;
      link(LinkKind::apposition, mate, i);
      spine_.resize(s + 1);
      spine_.push_back(i);
      return true;
    }
    return false;
  }
  /// An age or figure between commas.
  bool aside(int k) const {
    return c_.text.tokens[g(k).head].tag == Tag::CD && g(k).tokens.size() <= 2 && !g(k).date;
  }
  bool apposable(int a, int b) const {
    const Broad x = broad(a), y = broad(b);
    if (g(a).pronoun || g(b).pronoun || x == Broad::date || (named(a) && named(b))) return false;
    if (x == Broad::person && named(a) && head(b).tag == Tag::NNS) return false;
    if (x == y && (x != Broad::other || named(a) != named(b))) return true;
    if (described(a) && starts_definite(b) && (x == Broad::other || y == Broad::other || x == y))
      return true;  // "is an airline, the world's largest carrier"
    // "Acme, a model from China, …"
    if (named(a) && !named(b) && starts_indefinite(b) && y == Broad::other && x != Broad::place)
      return !finite_follows(b) || clauses_[static_cast<std::size_t>(cur_)].pending == a;
    // "Airbus, Boeing's main rival": firms are described by words for persons
    return named(a) && x == Broad::organization && y == Broad::person && !finite_follows(b);
  }
  /// Does the noun say what the subject is?
  bool described(int noun) const {
    const int verb = clauses_[static_cast<std::size_t>(cur_)].verb;
    return verb != none && g(verb).copula && !named(noun) &&
           clauses_[static_cast<std::size_t>(cur_)].object == noun;
  }
  bool starts_indefinite(int noun) const {
    return c_.text.tokens[g(noun).tokens.first].classes.has(k_.indefinite);
  }
  bool starts_definite(int noun) const {
    return c_.text.tokens[g(possessor_start(noun)).tokens.first].classes.has(k_.definite);
  }
  /// "…, the company said": a noun with a reporting verb, set apart.
  bool reported_after(int i) const {
    int k = i + 1;
    while (k < size() && (g(k).kind == GroupKind::adverb)) ++k;
    if (!kind(k, GroupKind::verb) || !head_is(k, k_.reporting)) return false;
    const int after = k + 1;
    return after >= size() || kind(after, GroupKind::stop) || kind(after, GroupKind::comma) ||
           (kind(after, GroupKind::noun) && g(after).date) || kind(after, GroupKind::preposition) ||
           kind(after, GroupKind::quote);
  }

  /// "the firm he founded": a noun that follows another directly and is the subject of a verb.
  bool reduced_relative(int i) {
    if (spine_.empty() || before(i) != spine_.back() ||
        !(g(i).pronoun || !finite_follows(spine_.back())))
      return false;
    if (!kind(i + 1, GroupKind::verb) && !kind(i + 1, GroupKind::adverb)) return false;
    if (!finite_follows(i)) return false;
    const bool reported =
        cur().verb != none && spine_.back() == cur().object && head_is(cur().verb, k_.reporting);
    Clause c;
    c.kind = reported ? ClauseKind::embedded : ClauseKind::relative;
    c.parent = cur_;
    c.pending = i;
    if (reported)
      c.governor = cur().verb;
    else
      c.antecedent = spine_.back();
    push(c);
    spine_.assign(1, i);
    return true;
  }

  /// The noun after a verb is its object or complement.
  bool verb_argument(int i) {
    Clause& c = cur();
    if (c.verb == none || !follows_verb(c, i)) return false;
    const Group& v = g(c.verb);
    const bool becomes = v.copula || head_is(c.verb, k_.become);
    if (!v.copula && head_is(c.verb, k_.reporting) && !has_subject(c.verb)) {
      link(LinkKind::subject, c.verb, i);
      return true;
    }
    if (becomes || v.passive) {
      link(LinkKind::complement, c.verb, i);
    } else if (c.object == none) {
      link(LinkKind::object, c.verb, i);
    } else if (head_is(c.verb, k_.appoint) || broad(i) == Broad::person) {
      link(LinkKind::complement, c.verb, i);
    } else {
      unlink(LinkKind::object, c.verb, c.object);
      link(LinkKind::object2, c.verb, c.object);
      link(LinkKind::object, c.verb, i);
    }
    c.object = i;
    return true;
  }
  bool has_subject(int verb) const {
    for (const Link& l : out_.links)
      if (l.kind == LinkKind::subject && l.from == verb) return true;
    for (const Clause& c : clauses_)
      if (c.verb == verb && (c.subject_from_parent || c.pending != none || c.antecedent != none))
        return true;
    return false;
  }
  bool follows_verb(const Clause& c, int i) const {
    int k = i - 1;
    if (k > 0 && g(k).kind == GroupKind::possessive) k = possessor_start(i) - 1;
    while (k > c.verb && (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote ||
                          g(k).kind == GroupKind::adjective))
      --k;
    if (k == c.verb) return true;
    return c.object != none && k == c.object && kind(k, GroupKind::noun);
  }

  /// A noun that no verb, preposition or noun before it takes: the subject of a verb to come.
  void new_subject(int i) {
    if (cur().verb != none || cur().pending != none) {
      int up = cur_;
      while (up != none && !(clauses_[static_cast<std::size_t>(up)].verb == none &&
                             clauses_[static_cast<std::size_t>(up)].pending == none))
        up = clauses_[static_cast<std::size_t>(up)].parent;
      if (up != none) {
        cur_ = up;
      } else if (cur().verb != none) {
        push({});
      }
    }
    if (cur().pending != none && finite_follows(i)) fronted_description(cur().pending, i);
    if (cur().pending == none || finite_follows(i)) cur().pending = i;
  }
  /// "A MEMBER of the board, she voted for it": describes the subject that it stands before.
  void fronted_description(int noun, int subject) {
    if (named(noun) || g(noun).pronoun || !kind(before(subject), GroupKind::comma)) return;
    const Broad what = broad(noun);
    if (what != broad(subject) || (what != Broad::person && what != Broad::organization)) return;
    link(LinkKind::apposition, subject, noun);
  }
  void push(Clause c) {
    clauses_.push_back(c);
    cur_ = static_cast<int>(clauses_.size()) - 1;
  }

  // ---- verbs
  // -------------------------------------------------------------------------------------------------
  void on_verb(int i) {
    prep_gerund_ = prep_ != none;
    switch (g(i).form) {
      case VerbForm::finite:
        on_finite(i);
        break;
      case VerbForm::infinitive:
        on_infinitive(i);
        break;
      case VerbForm::gerund:
      case VerbForm::participle:
        on_participle(i);
        break;
    }
    take_fronted(i);
    prep_ = none;
    possessor_ = none;
    prev_ = i;
    spine_.clear();
  }
  void take_fronted(int i) {
    if (g(i).form != VerbForm::finite) return;
    for (const auto& [noun, word] : fronted_) link(LinkKind::preposition, i, noun, true, word);
    for (int date : fronted_dates_) link(LinkKind::when, i, date);
    fronted_.clear();
    fronted_dates_.clear();
  }

  int before(int i) const {
    int k = i - 1;
    while (k >= 0 && (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote)) --k;
    return k;
  }

  void on_finite(int i) {
    if (cur().verb != none && !resume(i)) return;
    Clause& c = cur();
    c.verb = i;
    if (c.kind == ClauseKind::relative) {
      if (c.pending != none) {
        link(LinkKind::subject, i, c.pending);
        if (!c.oblique_relative) link(LinkKind::object, i, c.antecedent, true);
      } else if (c.antecedent != none) {
        link(LinkKind::subject, i, plural(i) ? first_conjunct(c.antecedent) : c.antecedent);
      }
    } else if (c.pending != none) {
      link(LinkKind::subject, i, c.pending);
    }
    if (c.governor != none) link(LinkKind::clause, c.governor, i);
    if (c.pending != none && head_is(i, k_.reporting) && set_apart(c.pending, i))
      out_.reporting = i;
  }
  bool plural(int verb) const {
    const Token& t = c_.text.tokens[g(verb).tokens.first];
    return t.tag == Tag::VBP || c_.text.text(g(verb).tokens.first) == "were";
  }
  int first_conjunct(int noun) const { return out_.conjunct_of[static_cast<std::size_t>(noun)]; }
  bool set_apart(int noun, int verb) const {
    const bool end = verb + 1 >= size() || kind(verb + 1, GroupKind::stop) ||
                     kind(verb + 1, GroupKind::comma) || kind(verb + 1, GroupKind::noun) ||
                     kind(verb + 1, GroupKind::preposition);
    return noun > 0 && verb > 2 &&
           (kind(before(noun), GroupKind::comma) || kind(noun - 1, GroupKind::quote)) && end;
  }

  /// A second finite verb: finds the clause that it belongs to. False when the verb was only
  /// coordinated.
  bool resume(int i) {
    const int k = before(i);
    if (kind(k, GroupKind::coordinator)) {
      coordinate(i);
      return false;
    }
    const bool adjacent = kind(k, GroupKind::noun) && k == cur().object;
    const int open = waiting_clause();
    if (adjacent && (open == none || head_is(cur().verb, k_.reporting) ||
                     head_is(cur().verb, k_.planning_verb))) {
      const int subject = cur().object;
      for (LinkKind l : {LinkKind::object, LinkKind::complement}) unlink(l, cur().verb, subject);
      Clause embedded;
      embedded.kind = ClauseKind::embedded;
      embedded.parent = cur_;
      embedded.pending = subject;
      embedded.governor = cur().verb;
      push(embedded);
      return true;
    }
    if (open != none) {
      cur_ = open;
      return true;
    }
    if (head_is(i, k_.reporting) && kind(k, GroupKind::comma) && kind(i + 1, GroupKind::noun) &&
        !g(i).passive) {  // "…," SAID Ann Lee
      push({});
      out_.reporting = i;
      return true;
    }
    Clause next;
    next.parent = cur().parent;
    next.pending = adjacent ? k : subject_of(cur().verb);
    push(next);
    return true;
  }
  int waiting_clause() const {
    int up = clauses_[static_cast<std::size_t>(cur_)].parent;
    while (up != none && !(clauses_[static_cast<std::size_t>(up)].verb == none &&
                           clauses_[static_cast<std::size_t>(up)].pending != none))
      up = clauses_[static_cast<std::size_t>(up)].parent;
    return up;
  }
  int subject_of(int verb) const {
    for (const Link& l : out_.links)
      if (l.kind == LinkKind::subject && l.from == verb) return l.to;
    return none;
  }

  /// "bought A and sold B": the verb shares the subject of the nearest verb of its form.
  void coordinate(int i) {
    int mate = cur_;
    for (int up = cur_; up != none; up = clauses_[static_cast<std::size_t>(up)].parent) {
      const int v = clauses_[static_cast<std::size_t>(up)].verb;
      if (v == none || g(v).form != g(i).form) continue;
      if (head(v).tag != head(i).tag && g(v).past != g(i).past) continue;
      mate = up;
      break;
    }
    while (mate != none && g(clauses_[static_cast<std::size_t>(mate)].verb).form != g(i).form) {
      const int up = clauses_[static_cast<std::size_t>(mate)].parent;
      if (up == none || clauses_[static_cast<std::size_t>(up)].verb == none) break;
      mate = up;
    }
    Clause c = clauses_[static_cast<std::size_t>(mate)];
    const int verb = c.verb;
    c.verb = i;
    c.object = none;
    const int subject = subject_of(verb);
    push(c);
    if (subject != none) link(LinkKind::subject, i, subject);
    if (c.governor != none)
      link(g(i).form == VerbForm::finite ? LinkKind::clause : LinkKind::infinitive, c.governor, i);
    link(LinkKind::coordinate, verb, i);
    if (g(verb).passive && head(i).tag == Tag::VBD && g(i).tokens.size() == 1 &&
        !kind(i + 1, GroupKind::noun) && subject != none)
      link(LinkKind::object, i, subject, true);  // "was born in A and EDUCATED at B"
    if (before(i) == verb + 1) shared_.push_back({verb, i});
  }

  void on_infinitive(int i) {
    const int k = before(i);
    if (kind(k, GroupKind::coordinator) && cur().verb != none &&
        g(cur().verb).form == VerbForm::infinitive)
      return coordinate(i);
    Clause c;
    c.kind = ClauseKind::participial;
    c.parent = cur_;
    c.verb = i;
    const int verb = cur().verb;
    if (verb == none) {
      c.subject_from_parent = true;
      if (kind(k, GroupKind::noun)) {
        link(LinkKind::infinitive, k, i);
        c.governor = k;
      }
    } else {
      c.governor = verb;
      link(LinkKind::infinitive, verb, i);
      const int object = cur().object;
      const bool touching = object != none && kind(k, GroupKind::noun);
      if (touching) link(LinkKind::infinitive, k, i, true);
      const Broad b = touching ? broad(object) : Broad::other;
      if (touching && !g(verb).copula &&
          (b == Broad::person || b == Broad::organization || b == Broad::place))
        link(LinkKind::subject, i, object);
      else
        c.subject_from_parent = true;
    }
    push(c);
  }

  void on_participle(int i) {
    const int k = before(i);
    const bool gerund = g(i).form == VerbForm::gerund;
    if (kind(k, GroupKind::coordinator) && cur().verb != none && g(cur().verb).form == g(i).form)
      return coordinate(i);
    if (kind(k, GroupKind::coordinator) && cur().verb != none && !gerund && g(cur().verb).passive)
      return coordinate(i);
    Clause c;
    c.kind = ClauseKind::participial;
    c.parent = cur_;
    c.verb = i;
    if (prep_gerund_ || spine_.empty()) {
      c.subject_from_parent = true;
      if (kind(k, GroupKind::verb)) {
        c.governor = k;
        link(LinkKind::infinitive, k, i);
      }
    } else if (kind(k, GroupKind::noun)) {
      if (!gerund && lone_verb(i)) {
        Clause& main = cur();
        main.verb = i;
        out_.groups[static_cast<std::size_t>(i)].form = VerbForm::finite;
        out_.groups[static_cast<std::size_t>(i)].passive = false;
        out_.groups[static_cast<std::size_t>(i)].past = true;
        if (main.pending != none) link(LinkKind::subject, i, main.pending);
        return;
      }
      link_outwards(i);
    } else if (kind(k, GroupKind::comma) && !gerund && touches_over_list(spine_.back(), k)) {
      link_outwards(i);
    } else {
      c.subject_from_parent = true;
    }
    push(c);
  }
  /// A participle behind a noun describes it, or one that the noun hangs on: "a maker of airships
  /// BASED in Leeds".
  void link_outwards(int i) {
    bool loose = false;
    for (auto s = spine_.rbegin(); s != spine_.rend(); ++s) {
      link(LinkKind::subject, i, *s, loose);
      loose = true;
    }
  }
  /// A participle that is the only verb of its clause and has an object: a past tense, in truth
  /// (headlines too).
  bool lone_verb(int i) const {
    const Clause& c = clauses_[static_cast<std::size_t>(cur_)];
    if (c.verb != none || c.pending == none || !kind(i + 1, GroupKind::noun)) return false;
    for (int k = i + 1; k < size(); ++k)
      if (g(k).kind == GroupKind::verb && g(k).form == VerbForm::finite) return false;
    return true;
  }

  // ---- words between
  // -----------------------------------------------------------------------------------------
  void on_adjective(int i) {
    adjective_ = i;
    if (cur().verb != none && before(i) == cur().verb) {
      link(LinkKind::complement, cur().verb, i);
      const int subject = subject_of(cur().verb);
      if (subject != none) link(LinkKind::attribute, i, subject);
    } else if (!spine_.empty() &&
               (before(i) == spine_.back() || kind(before(i), GroupKind::comma))) {
      link(LinkKind::attribute, i, spine_.back());
    }
    prev_ = i;
  }

  void on_relative(int i) {
    if (spine_.empty()) return on_subordinator(i);
    int antecedent = spine_.back();
    if (head(i).tag == Tag::WP || head(i).tag == Tag::WPS)
      for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
        if (broad(*s) == Broad::person || (head(i).tag == Tag::WPS && named(*s))) {
          antecedent = *s;
          break;
        }
    Clause c;
    c.kind = ClauseKind::relative;
    c.parent = cur_;
    c.antecedent = antecedent;
    out_.relatives.push_back(
        {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(antecedent)});
    c.oblique_relative = prep_ != none || head(i).tag == Tag::WRB;
    if (head(i).tag == Tag::WPS) {
      possessor_ = antecedent;
      c.kind = ClauseKind::subordinate;
    }
    push(c);
    prep_ = none;
    spine_.clear();
    prev_ = i;
  }

  void on_subordinator(int i) {
    const int k = before(i);
    if (kind(k, GroupKind::noun) && kind(i + 1, GroupKind::verb) && !spine_.empty())
      return on_relative(i);
    Clause c;
    c.kind = ClauseKind::subordinate;
    c.parent = cur_;
    if (k == cur().verb && k != none)
      c.governor = k;
    else if (cur().verb != none && head_is(cur().verb, k_.reporting) && k == cur().object)
      c.governor = cur().verb;
    push(c);
    spine_.clear();
    prep_ = none;
    prev_ = i;
  }

  void on_preposition(int i) {
    if (head_is(i, k_.subordinator) && clause_follows(i)) return on_subordinator(i);
    prep_ = i;
    if (!touches_spine(i) && !kind(i + 1, GroupKind::relative)) spine_.clear();
    prev_ = i;
  }
  bool clause_follows(int i) const {
    return kind(i + 1, GroupKind::noun) && !g(i + 1).date && finite_follows(i + 1);
  }

  void on_colon(int i) {
    const char mark = c_.text.source[head(i).span.begin];
    if (mark == ';' && !paren_) {
      push({});
      spine_.clear();
    }
    prep_ = none;
    prev_ = i;
  }

  // ---- at the end
  // --------------------------------------------------------------------------------------------
  void resolve_subjects() {
    for (const Clause& c : clauses_) {
      if (!c.subject_from_parent || c.verb == none || subject_of(c.verb) != none) continue;
      int up = c.parent;
      int subject = none;
      while (up != none && subject == none) {
        const Clause& p = clauses_[static_cast<std::size_t>(up)];
        subject = p.verb != none ? subject_of(p.verb) : p.pending;
        up = p.parent;
      }
      if (subject == none)
        subject = clauses_[0].verb != none ? subject_of(clauses_[0].verb) : clauses_[0].pending;
      if (subject != none) link(LinkKind::subject, c.verb, subject);
    }
  }
  void share_objects() {
    for (const auto& [first, second] : shared_) {
      const int object = out_.target(static_cast<std::uint16_t>(second), LinkKind::object);
      if (object >= 0 && out_.target(static_cast<std::uint16_t>(first), LinkKind::object) < 0)
        link(LinkKind::object, first, object);
      for (std::size_t k = 0, n = out_.links.size(); k < n; ++k) {
        const Link l = out_.links[k];  // "lives and works IN LEEDS"
        if (l.kind == LinkKind::preposition && l.from == second)
          link(l.kind, first, l.to, l.loose, l.word);
      }
    }
  }

  const GroupContext& c_;
  const KnownClasses& k_;
  const Ontology& o_;
  Links out_;
  TypeId person_ = TypeId::none, organization_ = TypeId::none, place_ = TypeId::none,
         region_ = TypeId::none, country_ = TypeId::none, policy_ = TypeId::none;
  ClassId genitive_ = k_.genitive_preposition;
  std::vector<Clause> clauses_;
  int cur_ = 0;
  int i_ = 0;
  int prev_ = none;
  int prep_ = none;
  int possessor_ = none;
  int adjective_ = none;
  int paren_noun_ = none;
  bool paren_ = false;
  bool prep_gerund_ = false;
  std::vector<int> spine_;  ///< the noun just read and those that it hangs on, outermost first
  struct Fronted {
    int noun;
    WordId word;
  };
  std::vector<Fronted> fronted_;
  std::vector<int> fronted_dates_;
  struct Shared {
    int first, second;
  };
  std::vector<Shared> shared_;
};

}  // namespace

Links link_groups(std::vector<Group> groups, const Sentence&, const GroupContext& context,
                  const Ontology& ontology) {
  return Linker(std::move(groups), context, ontology).run();
}

}  // namespace factloom
