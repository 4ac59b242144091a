// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/linker.h"

#include <numeric>

namespace factloom {

Links Linker::run() {
  const auto n = out_.groups.size();
  out_.conjunct_of.resize(n);
  std::iota(out_.conjunct_of.begin(), out_.conjunct_of.end(), std::uint16_t{0});
  out_.nodes.reserve(n + 8);
  out_.links.reserve(2 * n);
  clauses_.reserve(8);
  spine_.reserve(8);
  bool brackets = false;
  std::uint16_t number = 0;
  for (const Group& g : out_.groups) {
    out_.nodes.push_back({number++, g.tokens, g.head, g.mention});
    brackets |= g.kind == GroupKind::open;
  }
  for (int i = 0; i < size(); ++i)
    if (first_[i].kind == GroupKind::noun && first_[i].tokens.first < first_[i].head)
      inner_nodes(i);
  bracket_.assign(n, none);
  if (brackets) match_brackets();
  clauses_.push_back({});
  for (i_ = dateline_end(); i_ < static_cast<int>(n); ++i_) step();
  for (int i = 0; i < size(); ++i)
    if (first_[i].kind == GroupKind::verb && first_[i].tokens.size() == 1) mark_inversion(i);
  resolve_subjects();
  share_objects();
  resolve_they();
  return std::move(out_);
}

/// The group behind "LONDON, May 3 (Reuters) -" at the beginning of a paragraph; 0 if there is no
/// such dateline. A place in small letters is one only before the sentence's single dash.
int Linker::dateline_end() const {
  const auto dash = [&](int k) {
    return kind(k, GroupKind::colon) && c_.text.text(g(k).head) != ":" &&
           c_.text.text(g(k).head) != ";";
  };
  const auto shape = [&](std::uint32_t t) { return c_.text.tokens[t].shape; };
  if (size() < 3 || !kind(0, GroupKind::noun) || broad(0) != Broad::place ||
      (shape(g(0).tokens.first) & shape_paragraph_first) == 0)
    return 0;
  int k = 1;
  while (k < size() && k < 9 &&
         (kind(k, GroupKind::noun) || kind(k, GroupKind::comma) || kind(k, GroupKind::open) ||
          kind(k, GroupKind::close)))
    ++k;
  if (!dash(k)) return 0;
  if ((shape(g(0).head) & shape_all_upper) != 0) return k + 1;
  for (int later = k + 1; later < size(); ++later)
    if (dash(later)) return 0;
  return k + 1;
}

Broad Linker::broad_type(TypeId t) const {
  if (o_.is_a(t, person_)) return Broad::person;
  if (o_.is_a(t, organization_)) return Broad::organization;
  if (o_.is_a(t, place_)) return Broad::place;
  return o_.is_a(t, policy_) ? Broad::policy : Broad::other;
}

Broad Linker::broad(int i) const {
  if (i >= size())  // a name inside a group
    return broad_type(mention(out_.nodes[static_cast<std::size_t>(i)].mention).type);
  const Group& x = g(i);
  if (x.date) return Broad::date;
  const ClassSet& s = head(i).classes;
  if (x.mention != MentionId::none) {
    const Mention& m = mention(x.mention);
    const bool somebody = m.kind == MentionKind::adjective && one_of_them(i);
    return somebody ? Broad::person : broad_type(m.type);
  }
  const MentionId people = c_.mention_at[x.head];  // "the AUSTRIAN who leads it"
  if (people != MentionId::none && mention(people).kind == MentionKind::adjective &&
      kind(i + 1, GroupKind::relative))
    return Broad::person;
  if (s.has(k_.person) || s.has(k_.position) || s.has(k_.kinship)) return Broad::person;
  if (s.has(k_.headship) && (kind(i + 1, GroupKind::preposition) || of_a_body(i)))
    return Broad::person;
  if (s.has(k_.policy)) return Broad::policy;
  if (s.has(k_.group) || s.has(k_.company) || s.has(k_.government) || s.has(k_.party))
    return Broad::organization;
  if (s.has(k_.place)) return Broad::place;
  return Broad::other;
}

/// "Acme's HEAD, Ann Lee,", "Ann Lee, its HEAD,": no part of anybody's own body.
bool Linker::of_a_body(int noun) const {
  const int owner = possessor_start(noun);
  const bool its = c_.text.tokens[g(noun).tokens.first].classes.has(k_.neuter);
  return (its || (owner < noun && broad(owner) != Broad::person)) &&
         (kind(noun + 1, GroupKind::comma) || kind(before(owner), GroupKind::comma));
}

bool Linker::one_of_them(int i) const {
  const Mention& m = mention(g(i).mention);
  if (!head_is(i, k_.person) || !starts_indefinite(i)) return false;
  for (std::uint32_t t = g(i).tokens.first; t < m.tokens.first; ++t)
    if (is_noun(c_.text.tokens[t].tag)) return false;
  return true;
}

bool Linker::finite_follows(int i) const {
  int k = i + 1;
  while (k < size()) {
    k = behind_brackets(k);
    if (k >= size()) return false;
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

bool Linker::verb_follows(int noun) const {
  for (int k = noun + 1; k < size(); ++k) {
    switch (g(k).kind) {
      case GroupKind::verb:
        if (g(k).form == VerbForm::finite) return true;
        break;
      case GroupKind::noun:
      case GroupKind::preposition:
      case GroupKind::possessive:
      case GroupKind::adverb:
        break;
      case GroupKind::coordinator:
        if (!kind(k + 1, GroupKind::noun)) return false;
        break;
      default:
        return false;
    }
  }
  return false;
}

void Linker::step() {
  switch (first_[i_].kind) {
    case GroupKind::noun:
      on_noun(i_);
      break;
    case GroupKind::verb:
      on_verb(i_);
      break;
    case GroupKind::adjective:
      on_adjective(i_);
      break;
    case GroupKind::relative: {
      const int k = before(i_);
      const int last = kind(k, GroupKind::comma) ? k - 1 : k;
      on_relative(i_);
      if (head(i_).tag == Tag::WRB && kind(last, GroupKind::noun) && g(last).date)
        cur().date = last;
      break;
    }
    case GroupKind::subordinator:
      if (excepts(i_))
        i_ += 2;
      else
        on_subordinator(i_);
      break;
    case GroupKind::preposition:
      on_preposition(i_);
      break;
    case GroupKind::possessive:
      break;
    case GroupKind::open:
      on_open(i_);
      break;
    case GroupKind::close:
      on_close(i_);
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

bool Linker::touches(int noun, int later) const {
  for (int k = noun + 1; k < later; ++k) {
    k = behind_brackets(k);
    if (k >= later) break;
    const GroupKind kk = g(k).kind;
    const bool soft =
        kk == GroupKind::adverb || kk == GroupKind::open || kk == GroupKind::close ||
        kk == GroupKind::quote || (kk == GroupKind::noun && g(k).date) ||
        (kk == GroupKind::preposition && kind(k + 1, GroupKind::noun) && g(k + 1).date);
    if (!soft) return false;
  }
  return true;
}

void Linker::on_adjective(int i) {
  adjective_ = i;
  if (cur().verb != none && before(i) == cur().verb) {
    link(LinkKind::complement, cur().verb, i);
    const int subject = subject_of(cur().verb);
    if (subject != none) link(LinkKind::attribute, i, subject);
  } else if (!spine_.empty() && (before(i) == spine_.back() || kind(before(i), GroupKind::comma))) {
    link(LinkKind::attribute, i, spine_.back());
  }
  const bool ends = kind(i + 1, GroupKind::comma) || kind(i + 1, GroupKind::coordinator);
  if (prep_ != none && before(i) == prep_ && ends &&
      (kind(i + 2, GroupKind::coordinator) || (kind(i + 2, GroupKind::noun) && named(i + 2))))
    prep_ = none;  // "praised him in PUBLIC, and Bob Roy left"
  prev_ = i;
}

int Linker::told_by(int that) const {
  const int noun = before(that);
  if (!kind(noun, GroupKind::noun) || !head_is(that, k_.content_clause)) return none;
  const ClassSet& s = head(noun).classes;
  if (!s.has(k_.rumour) && !s.has(k_.notion) && !s.has(k_.negative_noun)) return none;
  if (!clause_follows(that)) return none;
  int verb = that + 2;
  while (!kind(verb, GroupKind::verb)) ++verb;
  while (kind(++verb, GroupKind::adverb)) continue;
  const bool complete = kind(verb, GroupKind::noun) || kind(verb, GroupKind::verb) ||
                        kind(verb, GroupKind::adjective) || kind(verb, GroupKind::preposition);
  return complete ? noun : none;
}

/// "started it WHILE A STUDENT, and left": no clause of its own.
bool Linker::verbless(int i) const {
  const int noun = i + 1;
  const bool role = kind(noun, GroupKind::noun) && !named(noun) && broad(noun) == Broad::person &&
                    (starts_indefinite(noun) || g(noun).tokens.size() == 1);
  if (!role) return false;
  int k = noun + 1;
  while (kind(k, GroupKind::preposition) && kind(k + 1, GroupKind::noun)) k += 2;
  return kind(k, GroupKind::comma) || kind(k, GroupKind::stop);
}

/// "ON CONDITION THAT it lifts the ban"
bool Linker::on_condition(int that, int noun) const {
  return c_.text.text(g(that).head) == "that" && kind(noun, GroupKind::noun) &&
         kind(noun - 1, GroupKind::preposition) && c_.text.text(g(noun).head) == "condition";
}

/// "Ann Lee, THOUGH NOT BOB ROY, supports it"
bool Linker::excepts(int subordinator) const {
  return kind(subordinator + 1, GroupKind::adverb) && kind(subordinator + 2, GroupKind::noun) &&
         kind(subordinator + 3, GroupKind::comma) &&
         c_.text.text(g(subordinator + 1).head) == "not";
}

void Linker::on_subordinator(int i) {
  if (verbless(i)) {
    prep_ = i;
    spine_.clear();
    prev_ = i;
    return;
  }
  const int k = before(i);
  if (kind(k, GroupKind::noun) && !spine_.empty() &&
      (kind(i + 1, GroupKind::verb) || lacks_object(k, i)))
    return on_relative(i);
  Clause c;
  c.kind = ClauseKind::subordinate;
  c.parent = cur_;
  c.conditional = head_is(i, k_.condition) || on_condition(i, k);
  if (k == cur().verb && k != none)
    c.governor = k;
  else if (cur().verb != none && head_is(cur().verb, k_.reporting) && k == cur().object)
    c.governor = cur().verb;
  else if (kind(k, GroupKind::adjective) && cur().verb != none && g(cur().verb).copula &&
           head_is(i, k_.content_clause))
    c.governor = k;  // "it is FALSE that …"
  else
    c.governor = told_by(i);
  push(c);
  spine_.clear();
  prep_ = none;
  prev_ = i;
}

bool Linker::lacks_object(int noun, int that) const {
  if (!head_is(that, k_.relative) || spine_.back() != noun || !kind(that + 1, GroupKind::noun))
    return false;
  const Broad b = broad(noun);
  int k = that + 2;
  while (kind(k, GroupKind::adverb)) ++k;
  if ((b != Broad::organization && b != Broad::person) || !kind(k, GroupKind::verb)) return false;
  if (g(k).form != VerbForm::finite || g(k).passive || g(k).copula) return false;
  for (++k; kind(k, GroupKind::adverb);) ++k;
  return kind(k, GroupKind::comma) || kind(k, GroupKind::stop) || kind(k, GroupKind::coordinator) ||
         (kind(k, GroupKind::preposition) && kind(k + 1, GroupKind::noun) && g(k + 1).date);
}

void Linker::on_preposition(int i) {
  // "the group KNOWN AS the Jets won": the name belongs to what takes it, not to the verb behind it
  const auto taken = [&] {
    const int verb = before(i);
    return kind(verb, GroupKind::verb) && g(verb).passive && head_is(verb, k_.taken_as) &&
           waiting_clause() != none;
  };
  if (head_is(i, k_.subordinator) && clause_follows(i) && !bare_post(i + 1) && !taken())
    return on_subordinator(i);
  prep_ = i;
  if (!touches_spine(i) && !kind(i + 1, GroupKind::relative)) spine_.clear();
  prev_ = i;
}

bool Linker::bare_post(int noun) const {
  return kind(noun, GroupKind::noun) && g(noun).mention == MentionId::none &&
         head(noun).tag == Tag::NN && kind(noun + 1, GroupKind::preposition) &&
         (head_is(noun, k_.position) || head_is(noun, k_.headship)) && !starts_indefinite(noun) &&
         !starts_definite(noun) && !possessed(noun);
}

bool Linker::clause_follows(int i) const {
  if (!kind(i + 1, GroupKind::noun) || g(i + 1).date) return false;
  return finite_follows(i + 1) || finite_behind_apposition(i + 1);
}

bool Linker::finite_behind_apposition(int i) const {
  while (kind(i + 1, GroupKind::possessive) && kind(i + 2, GroupKind::noun)) i += 2;
  if (!kind(i + 1, GroupKind::comma) || !kind(i + 2, GroupKind::noun)) return false;
  const bool post =  // "its chief, ANN LEE,", "his brother, BOB,"
      !named(i) && (head_is(i, k_.position) || head_is(i, k_.kinship)) && named(i + 2);
  if (!named(i) && !post) return false;
  int k = i + 3;
  while (kind(k, GroupKind::noun) ||
         ((kind(k, GroupKind::possessive) || kind(k, GroupKind::preposition)) &&
          kind(k + 1, GroupKind::noun)))
    ++k;
  const bool described = post || (kind(k - 1, GroupKind::noun) && !named(k - 1) && !g(k - 1).date);
  const bool of = kind(k - 2, GroupKind::preposition);
  return (described || of) && kind(k, GroupKind::comma) && kind(k + 1, GroupKind::verb) &&
         g(k + 1).form == VerbForm::finite;
}

void Linker::on_colon(int i) {
  const char mark = c_.text.source[head(i).span.begin];
  if (mark == ';' && !brackets_.empty()) {
    start_aside();
  } else if (mark == ';') {
    push({});
    spine_.clear();
  }
  prep_ = none;
  prev_ = i;
}

/// "SHOULD IT fail, …", "it forfeits the money SHOULD IT fail", "HAD SHE known": as with "if".
void Linker::mark_inversion(int i) {
  if (g(i).form != VerbForm::finite) return;
  const bool advises = head_is(i, k_.advising_modal);
  const bool asks =
      i == 0 ? g(0).past || advises : advises && kind(i + 1, GroupKind::noun) && g(i + 1).pronoun;
  if (!asks || !kind(i + 1, GroupKind::noun)) return;
  int verb = i + 2;
  while (kind(verb, GroupKind::adverb) || kind(verb, GroupKind::preposition) ||
         kind(verb, GroupKind::noun))
    ++verb;
  if (kind(verb, GroupKind::verb)) out_.groups[static_cast<std::size_t>(verb)].conditional = true;
}

void Linker::resolve_subjects() {
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

/// "Acme and Bolt said THEY would merge": who says it together.
void Linker::resolve_they() {
  const auto they = [&](const Group& x) {
    return x.pronoun && c_.text.text(x.head) == "they" && x.mention == MentionId::none;
  };
  if (std::none_of(out_.groups.begin(), out_.groups.end(), they)) return;
  for (const Link l : std::vector<Link>(out_.links)) {
    if (l.kind != LinkKind::subject || l.to >= size() || l.from >= size() || !they(g(l.to)))
      continue;
    const int told = out_.source(l.from, LinkKind::clause);
    if (told < 0 || !head_is(told, k_.reporting) || told > l.to) continue;
    const int who = subject_of(told);
    if (who == none || who >= size() || !named(who)) continue;
    for (int k = who + 1; k < told; ++k)
      if (first_conjunct(k) == who && named(k)) {
        for (Link& act : out_.links)  // "they have agreed TO MERGE"
          if (act.kind == LinkKind::subject && act.to == l.to)
            act.to = static_cast<std::uint16_t>(who);
        break;
      }
  }
}

void Linker::share_objects() {
  for (const auto& [first, second] : shared_) {
    const int object = out_.target(static_cast<std::uint16_t>(second), LinkKind::object);
    const Group& verb = g(first);  // "took OVER and kept the side up": it needs no object
    const bool phrasal =
        verb.tokens.last - 1 != verb.head && c_.text.tokens[verb.tokens.last - 1].tag == Tag::RP;
    if (object >= 0 && !phrasal &&
        out_.target(static_cast<std::uint16_t>(first), LinkKind::object) < 0)
      link(LinkKind::object, first, object);
    for (std::size_t k = 0, n = out_.links.size(); k < n; ++k) {
      const Link l = out_.links[k];  // "lives and works IN LEEDS"
      if (l.kind == LinkKind::preposition && l.from == second)
        link(l.kind, first, l.to, l.loose, l.word);
    }
  }
}

Links link_groups(std::vector<Group> groups, const Sentence& sentence, const GroupContext& context,
                  const Ontology& ontology) {
  Links links = Linker(std::move(groups), context, ontology).run();
  links.words = sentence.classes;
  return links;
}

}  // namespace factloom
