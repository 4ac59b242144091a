// SPDX-License-Identifier: Apache-2.0
#include "extract/base/words.h"
#include "extract/clauses/linker.h"

namespace factloom {

/// "NEVER HAS Norway LIFTED it", "NOT SINCE 1973 has it": the denial stands before the subject.
bool Linker::denied_in_front(int i) const {
  if (i < 2 || !kind(i - 1, GroupKind::noun) || !kind(i - 2, GroupKind::verb) ||
      g(i - 2).tokens.last != g(i - 2).head + 1 || !head_is(i - 2, k_.have))
    return false;
  if (g(i - 2).negated) return true;
  return i > 3 && kind(0, GroupKind::adverb) && c_.text.text(g(0).head) == "Not" &&
         kind(1, GroupKind::preposition) && c_.text.text(g(1).head) == "since";
}

void Linker::on_verb(int i) {
  if (denied_in_front(i)) out_.groups[static_cast<std::size_t>(i)].negated = true;
  prep_gerund_ = prep_ != none;
  switch (g(i).form) {
    case VerbForm::finite:
      on_finite(i);
      break;
    case VerbForm::infinitive:
      on_infinitive(i);
      drop_wanted(i);
      break;
    case VerbForm::gerund:
    case VerbForm::participle:
      on_participle(i);
      drop_onlooker(i);
      break;
  }
  if (!fronted_.empty() || !fronted_dates_.empty()) take_fronted(i);
  prep_ = none;
  possessor_ = none;
  prev_ = i;
  spine_.clear();
}

void Linker::take_fronted(int i) {
  if (g(i).form != VerbForm::finite) return;
  const std::size_t phrases = std::min(cur().fronted, fronted_.size());
  const std::size_t dates = std::min(cur().fronted_dates, fronted_dates_.size());
  for (std::size_t f = phrases; f < fronted_.size(); ++f)
    link(LinkKind::preposition, i, fronted_[f].noun, true, fronted_[f].word);
  for (std::size_t d = dates; d < fronted_dates_.size(); ++d)
    link(LinkKind::when, i, fronted_dates_[d]);
  fronted_.resize(phrases);
  fronted_dates_.resize(dates);
}

int Linker::before(int i) const {
  int k = over_brackets(i - 1);
  while (k >= 0 && (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote))
    k = over_brackets(k - 1);
  return passes_by(k) ? k - 1 : k;
}

/// "and A YEAR LATER joined Acme", "and LAST YEAR left": it is no subject; "and 1962 saw"
bool Linker::joins_later(int time) const {
  return time > 1 && kind(time, GroupKind::noun) && g(time).tokens.size() > 1 &&
         head_is(time, k_.time_unit) && kind(time + 1, GroupKind::verb) &&
         g(time + 1).form == VerbForm::finite && !g(time + 1).copula && !g(time + 1).passive;
}

void Linker::on_finite(int i) {
  if (cur().verb != none && !resume(i)) return;
  Clause& c = cur();
  c.verb = i;
  out_.groups[static_cast<std::size_t>(i)].conditional = c.conditional;
  if (c.kind == ClauseKind::relative) {
    if (c.pending != none) {
      link(LinkKind::subject, i, c.pending);
      if (!c.oblique_relative && !opens_with_time(i, c))
        link(LinkKind::object, i, c.antecedent, true);
      if (!c.oblique_relative && c.outer != none) link(LinkKind::object, i, c.outer, true);
      if (!c.oblique_relative && c.whole != none && broad(c.whole) == Broad::policy)
        link(LinkKind::object, i, c.whole, true);  // "a BAN on bags that Kenya imposed"
    } else if (c.antecedent != none) {
      link(LinkKind::subject, i, plural(i) ? first_conjunct(c.antecedent) : c.antecedent);
      if (c.whole != none) link(LinkKind::subject, i, c.whole, true);
      if (c.outer != none) link(LinkKind::subject, i, c.outer, true);
    }
  } else if (c.pending != none) {
    link(LinkKind::subject, i, c.pending);
  }
  if (c.kind == ClauseKind::relative && c.oblique_relative) {
    const int first = first_conjunct(c.antecedent);  // "in LEEDS, England, where it is based"
    const bool chain = named(c.antecedent) && named(first) && broad(first) == Broad::place &&
                       place_rank(first) < place_rank(c.antecedent);
    link(LinkKind::preposition, i, chain ? first : c.antecedent, false, c.oblique_word);
    if (c.outer != none) link(LinkKind::preposition, i, c.outer, true, c.oblique_word);
  }
  if (c.date != none) link(LinkKind::when, i, c.date);
  if (c.governor != none) link(LinkKind::clause, c.governor, i);
  if (c.pending != none && head_is(i, k_.reporting) && set_apart(c.pending, i)) out_.reporting = i;
}

/// "During the CAMPAIGN Acme PROMISED to leave": what the verb takes stands behind it.
bool Linker::opens_with_time(int verb, const Clause& clause) const {
  const int next = verb + 1;
  return clause.antecedent == 1 && clause.pending == 2 && kind(0, GroupKind::preposition) &&
         (kind(next, GroupKind::noun) || kind(next, GroupKind::subordinator) ||
          (kind(next, GroupKind::verb) && g(next).form == VerbForm::infinitive) ||
          (kind(next, GroupKind::preposition) && c_.text.text(g(next).head) == "to"));
}

bool Linker::plural(int verb) const {
  const TokenRange r = g(verb).tokens;
  if (c_.text.tokens[r.first].tag == Tag::VBP || c_.text.text(r.first) == "were") return true;
  for (std::uint32_t t = r.first; t < r.last; ++t)  // "who had BOTH left"
    if (c_.text.tokens[t].classes.has(k_.floating)) return true;
  return false;
}

bool Linker::set_apart(int noun, int verb) const {
  const bool end = verb + 1 >= size() || kind(verb + 1, GroupKind::stop) ||
                   kind(verb + 1, GroupKind::comma) || kind(verb + 1, GroupKind::noun) ||
                   kind(verb + 1, GroupKind::preposition);
  return noun > 0 && verb > 2 &&
         (kind(before(noun), GroupKind::comma) || kind(noun - 1, GroupKind::quote)) && end;
}

/// Does the sentence begin with "before", "when", "after", and is its only verb so far theirs?
bool Linker::opens_with_clause() const {
  if (!kind(0, GroupKind::preposition) && !kind(0, GroupKind::subordinator)) return false;
  const int verb = cur().verb;
  if (verb == none || !head_is(0, k_.subordinator) || head_is(verb, k_.reporting) ||
      head_is(verb, k_.planning_verb))
    return false;
  for (int k = 1; k < verb; ++k)
    if (kind(k, GroupKind::verb) || kind(k, GroupKind::comma)) return false;
  return true;
}

bool Linker::resume(int i) {
  const int k = before(i);
  if (kind(k, GroupKind::coordinator) || behind_aside(k)) {
    coordinate(i);
    return false;
  }
  const bool adjacent = kind(k, GroupKind::noun) && k == cur().object;
  const int open = waiting_clause();
  if (adjacent && open == none && opens_with_clause()) {  // "Before she joined Acme SHE WAS"
    for (LinkKind l : {LinkKind::object, LinkKind::complement}) unlink(l, cur().verb, k);
    Clause main;
    main.pending = k;
    push(main);
    return true;
  }
  if (!adjacent && told_of_apposed(k)) return embed(cur().object);
  if (adjacent && (open == none || head_is(cur().verb, k_.reporting) ||
                   head_is(cur().verb, k_.planning_verb))) {
    return embed(cur().object);
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
  const bool aside =  // "after Ann Lee, whom he had backed, WAS ELECTED": she was
      cur().kind == ClauseKind::relative && !cur().oblique_relative && kind(k, GroupKind::comma) &&
      cur().antecedent != none && kind(cur().antecedent + 1, GroupKind::comma);
  next.pending = adjacent ? k : aside ? cur().antecedent : subject_of(cur().verb);
  push(next);
  return true;
}

/// "Acme said its head, Ann Lee, HAD LEFT": a clause without "that" after a name with its
/// apposition.
bool Linker::told_of_apposed(int comma) const {
  const Clause& c = cur();
  if (c.verb == none || c.object == none || !kind(comma, GroupKind::comma)) return false;
  if (!head_is(c.verb, k_.reporting) || g(c.verb).passive) return false;
  return std::any_of(out_.links.begin(), out_.links.end(), [&](const Link& l) {
    return l.kind == LinkKind::apposition && l.from == c.object && l.to > c.object && l.to < comma;
  });
}

/// What stood as the object of a verb is the subject of a clause below it.
bool Linker::embed(int subject) {
  for (LinkKind l : {LinkKind::object, LinkKind::complement}) unlink(l, cur().verb, subject);
  Clause embedded;
  embedded.kind = ClauseKind::embedded;
  embedded.parent = cur_;
  embedded.pending = subject;
  embedded.governor = cur().verb;
  push(embedded);
  return true;
}

int Linker::waiting_clause() const {
  int up = clauses_[static_cast<std::size_t>(cur_)].parent;
  while (up != none && !(clauses_[static_cast<std::size_t>(up)].verb == none &&
                         clauses_[static_cast<std::size_t>(up)].pending != none))
    up = clauses_[static_cast<std::size_t>(up)].parent;
  return up;
}

int Linker::subject_of(int verb) const {
  for (const Link& l : out_.links)
    if (l.kind == LinkKind::subject && l.from == verb) return l.to;
  return none;
}

void Linker::coordinate(int i) {
  int mate = listed_above(i);
  for (int up = mate == none ? cur_ : none; up != none;
       up = clauses_[static_cast<std::size_t>(up)].parent) {
    const int v = clauses_[static_cast<std::size_t>(up)].verb;
    if (v != none && shares_perfect(v, i)) {
      mate = up;
      break;
    }
    if (v == none || g(v).form != g(i).form) continue;
    // "Ann Lee, who claims to lead it and WAS SUED": no comma, and it is still about her
    if (clauses_[static_cast<std::size_t>(up)].kind == ClauseKind::relative &&
        g(i).form == VerbForm::finite && !kind(before(i) - 1, GroupKind::comma)) {
      mate = up;
      break;
    }
    if (head(v).tag != head(i).tag && g(v).past != g(i).past) continue;
    if (closes_relative(up, before(i)) || closes_adverbial(up, before(i))) continue;
    mate = up;
    break;
  }
  if (mate == none) mate = cur_;
  while (mate != none && g(clauses_[static_cast<std::size_t>(mate)].verb).form != g(i).form &&
         !shares_perfect(clauses_[static_cast<std::size_t>(mate)].verb, i)) {
    const int up = clauses_[static_cast<std::size_t>(mate)].parent;
    if (up == none || clauses_[static_cast<std::size_t>(up)].verb == none) break;
    mate = up;
  }
  Clause c = clauses_[static_cast<std::size_t>(mate)];
  const int verb = c.verb;
  c.verb = i;
  c.object = none;
  out_.groups[static_cast<std::size_t>(i)].conditional = c.conditional;
  const int subject = subject_of(verb);
  push(c);
  share_voice(verb, i);
  share_modal(verb, i);
  if (subject != none) share_subjects(verb, i);
  if (c.governor != none)
    link(g(i).form == VerbForm::finite ? LinkKind::clause : LinkKind::infinitive, c.governor, i);
  link(LinkKind::coordinate, verb, i);
  if (c.kind == ClauseKind::relative && !c.oblique_relative && c.pending != none &&
      c.antecedent != none && !g(i).passive && !kind(i + 1, GroupKind::noun))
    link(LinkKind::object, i, c.antecedent, true);  // "whom she met and MARRIED"
  if (g(verb).passive && head(i).tag == Tag::VBD && g(i).tokens.size() == 1 &&
      !one_of(c_.text.text(g(i).head), {"resigned", "quit", "retired"}) &&
      !kind(i + 1, GroupKind::noun) && subject != none)
    link(LinkKind::object, i, subject, true);  // "was born in A and EDUCATED at B"
  if (before(i) != verb + 1) return;
  shared_.push_back({verb, i});
  if (kind(verb - 1, GroupKind::comma) && kind(verb - 2, GroupKind::verb) &&
      g(verb - 2).passive == g(verb).passive)
    shared_.push_back({verb - 2, i});  // "was BORN, raised and EDUCATED in Leeds"
}

void Linker::share_subjects(int verb, int i) {
  for (std::size_t k = 0, n = out_.links.size(); k < n; ++k) {
    const Link l = out_.links[k];
    if (l.kind == LinkKind::subject && l.from == verb) link(l.kind, i, l.to, l.loose);
  }
}

bool Linker::closes_relative(int clause, int coordinator) const {
  const Clause& c = clauses_[static_cast<std::size_t>(clause)];
  if (c.kind != ClauseKind::relative || c.parent == none ||
      !kind(coordinator - 1, GroupKind::comma))
    return false;
  int above = c.parent;  // "persuaded Ann Lee TO SELL Acme, which …, and bought Bolt"
  while (clauses_[static_cast<std::size_t>(above)].verb != none &&
         g(clauses_[static_cast<std::size_t>(above)].verb).form == VerbForm::infinitive &&
         clauses_[static_cast<std::size_t>(above)].parent != none)
    above = clauses_[static_cast<std::size_t>(above)].parent;
  const Clause& main = clauses_[static_cast<std::size_t>(above)];
  if (main.verb == none || g(main.verb).form != VerbForm::finite ||
      g(main.verb).past != g(c.verb).past || c.antecedent < main.verb)
    return false;
  int commas = 0, word = coordinator - 2;
  for (; word > c.antecedent && !kind(word, GroupKind::relative); --word)
    commas += kind(word, GroupKind::comma) ? 1 : 0;
  const bool aside = c.antecedent == word - 1 && kind(word - 2, GroupKind::comma);
  return commas == 0 && (kind(word - 1, GroupKind::comma) || aside);  // "Ann Lee, THE CHIEF WHO"
}

/// "promised refunds IF it was sold, and SUED Bolt": the clause between is over.
bool Linker::closes_adverbial(int clause, int coordinator) const {
  const Clause& c = clauses_[static_cast<std::size_t>(clause)];
  if (c.kind != ClauseKind::subordinate || c.parent == none ||
      !kind(coordinator - 1, GroupKind::comma))
    return false;
  const int main = clauses_[static_cast<std::size_t>(c.parent)].verb;
  if (main == none || main > c.verb || g(main).form != VerbForm::finite ||
      g(main).past != g(c.verb).past)
    return false;
  for (int k = c.verb - 1; k > main; --k)
    if (kind(k, GroupKind::subordinator)) return !head_is(k, k_.content_clause);
  return false;
}

/// "will buy Acme and PUT money into it": the form is that of the past as well.
void Linker::share_modal(int verb, int i) {
  Group& second = out_.groups[static_cast<std::size_t>(i)];
  const Token& t = head(i);
  if (g(verb).modal != UINT32_MAX && second.modal == UINT32_MAX && second.tokens.size() == 1 &&
      t.tag == Tag::VBD && t.word != WordId::none && t.word == t.lemma)
    second.modal = g(verb).modal;
}

/// "had offered to buy it and BEEN TURNED DOWN"
bool Linker::shares_perfect(int verb, int i) const {
  return g(verb).perfect && g(i).form == VerbForm::participle && g(i).passive &&
         g(i).tokens.size() > 1 && c_.text.text(g(i).tokens.first) == "been";
}

/// "has lived and WORKED", "was freed and MOVED to Leeds": a participle that is no passive.
void Linker::share_voice(int verb, int i) {
  Group& second = out_.groups[static_cast<std::size_t>(i)];
  if (second.form != VerbForm::participle || !second.passive) return;
  if (shares_perfect(verb, i)) {
    second.form = g(verb).form;
    second.past = true;
    return;
  }
  const bool perfect = g(verb).perfect && !g(verb).passive;
  if (!perfect && !head_is(i, k_.intransitive)) return;
  second.form = g(verb).form;
  second.passive = false;
  second.past = true;
}

/// "In the TALKS to form a coalition, Ann Lee": they are not hers alone, as "in a BID to buy it"
/// is.
bool Linker::fronted_talk(int noun) const {
  return kind(noun, GroupKind::noun) && kind(noun - 1, GroupKind::preposition) &&
         !head_is(noun, k_.intent);
}

/// "knew OF a plan to buy it", "WELCOMED the decision to lift it", "was hurt BY the move to ban
/// it": whose it is is not said.
bool Linker::of_another(int noun, int verb) const {
  const bool judged = head_is(verb, k_.side_taking);
  if (!kind(noun - 1, GroupKind::preposition))
    return judged && !g(verb).passive && noun - 1 == verb;
  const std::string_view word = c_.text.text(g(noun - 1).head);
  if (g(verb).passive && (word == "by" || word == "with")) return true;
  return one_of(word, {"of", "about", "against", "at", "over"}) || (judged && word == "to");
}

/// "signed a LETTER OF INTENT to buy it"
bool Linker::of_letter(int noun) const {
  return noun - 2 == cur().object && c_.text.text(g(noun).head) == "intent";
}

/// "Norway sent troops to HELP Ukraine"; not "hired them to LEAD it"
void Linker::sent_to(int infinitive, int verb) {
  const bool sends = head_is(verb, k_.sending) && !head_is(infinitive, k_.leading_verb);
  const int sender = sends ? subject_of(verb) : none;
  if (sender != none && !g(verb).passive) link(LinkKind::subject, infinitive, sender, true);
}

void Linker::on_infinitive(int i) {
  const int k = before(i);
  const int told = clauses_[0].verb;
  if (kind(k, GroupKind::comma) && out_.reporting >= 0 && cur().verb == out_.reporting &&
      told != none && told < out_.reporting)
    cur_ = 0;  // "plans, it said, TO BUY Acme"
  if (kind(k, GroupKind::coordinator) && cur().verb != none &&
      g(cur().verb).form == VerbForm::infinitive)
    return coordinate(i);
  Clause c;
  c.kind = ClauseKind::participial;
  c.parent = cur_;
  c.verb = i;
  const int verb = cur().verb;
  if (verb == none) {
    const auto [noun, owner] = intent_before(k);
    c.subject_from_parent = owner == none && !fronted_talk(k);
    if (owner != none) link(LinkKind::subject, i, owner);
    if (kind(noun, GroupKind::noun)) {
      link(LinkKind::infinitive, noun, i);
      c.governor = noun;
    }
  } else {
    const int object = cur().object != none ? cur().object : asked(verb, k);
    const bool touching = object != none && kind(k, GroupKind::noun);
    const bool intended = kind(k, GroupKind::noun) && head_is(k, k_.intent);
    const auto [noun, owner] = touching || intended ? intent_before(k) : Intent{k, none};
    c.governor = owner != none || intended ? noun : verb;
    if (k == verb) pass_gap(i, verb);
    // "set up a panel, to be LED by Ann Lee": no aim of the verb, but what is to come
    const bool promised =
        g(i).passive && object != none && kind(k, GroupKind::comma) && !g(verb).passive;
    if (!promised) link(LinkKind::infinitive, c.governor, i);
    if (touching && owner == none) link(LinkKind::infinitive, c.governor == k ? verb : k, i, true);
    const Broad b = touching ? broad(object) : Broad::other;
    if (owner != none)
      link(LinkKind::subject, i, owner);
    else if (touching && !g(verb).copula && !head_is(verb, k_.leave) &&
             (b == Broad::person || b == Broad::organization || b == Broad::place))
      link(LinkKind::subject, i, object);
    else if (object != none && chosen_for(verb, object, k))
      link(LinkKind::subject, i, object);
    else if (const int chosen = chosen_antecedent(i); chosen != none)
      link(LinkKind::subject, i, chosen);
    else if (for_whom(k) || invited(k))
      link(LinkKind::subject, i, k);
    else if (promised || (object != none && appointed_over_aside(verb, object, k)))
      link(LinkKind::subject, i, object);
    else if (touching && !g(verb).passive && object != k && head_is(verb, k_.request_verb))
      link(LinkKind::subject, i, object);  // "forced MAKERS such as Acme to install it"
    else if (touching && head_is(k, k_.law))
      link(LinkKind::subject, i, k);  // "passed a bill to BAN it": the bill does
    else
      c.subject_from_parent =
          !(intended && owner == none && of_another(k, verb) && !of_letter(k)) &&
          (intended || !leaves_it_to(verb, object, k));
    if (touching && !named(object) && !c.subject_from_parent) sent_to(i, verb);
  }
  push(c);
}

/// "called FOR THE BILL TO BE WITHDRAWN" asks for no bill.
void Linker::drop_wanted(int i) {
  const int noun = before(i), verb = noun - 2;
  if (!kind(noun, GroupKind::noun) || broad(noun) != Broad::policy ||
      !kind(verb, GroupKind::verb) || c_.text.text(g(noun - 1).head) != "for" ||
      !(head_is(verb, k_.request_verb) || g(i).passive))
    return;
  unlink(LinkKind::preposition, verb, noun);
}

/// "found ways FOR ANN LEE to visit", "paid FOR ACME to build it"; not "works FOR ACME to buy it"
bool Linker::for_whom(int noun) const {
  if (!kind(noun, GroupKind::noun) || !kind(noun - 1, GroupKind::preposition) ||
      c_.text.text(g(noun - 1).head) != "for" || !named(noun) ||
      (kind(noun - 2, GroupKind::verb) && !head_is(noun - 2, k_.awaiting) &&
       !begins_with_one_of(c_.text.text(g(noun - 2).head), {"provid", "arrang", "paid", "pay"})))
    return false;
  const Broad b = broad(noun);
  return b == Broad::person || b == Broad::organization || b == Broad::place;
}

/// "named ANN LEE, a lawyer, TO LEAD the agency": who is chosen leads.
bool Linker::appointed_over_aside(int verb, int object, int comma) const {
  return kind(comma, GroupKind::comma) && kind(object + 1, GroupKind::comma) &&
         object + 1 < comma && !g(verb).passive && head_is(verb, k_.appoint) && named(object) &&
         broad(object) == Broad::person;
}

/// "appointed THE 75-YEAR-OLD to head it", "hired ANN LEE in May TO LEAD it": the one chosen does,
/// also where it is not said who that is.
bool Linker::chosen_for(int verb, int object, int last) const {
  if (g(verb).passive || object < verb ||
      !(head_is(verb, k_.appoint) || head_is(verb, k_.request_verb)))
    return false;
  const Broad b = broad(object);
  const bool age = kind(object + 1, GroupKind::adjective) &&
                   one_of(c_.text.text(g(object + 1).head), {"old", "-old"});
  if (!age && b != Broad::person && b != Broad::organization) return false;
  for (int k = object + 1; k <= last; ++k)
    if (kind(k, GroupKind::verb) || kind(k, GroupKind::comma) || kind(k, GroupKind::coordinator))
      return false;
  return true;
}

/// "named THE PAIR to lead it": not done by who names them
bool Linker::leaves_it_to(int verb, int object, int last) const {
  return object > verb && !g(verb).passive && !kind(last, GroupKind::comma) &&
         begins_with_one_of(c_.text.text(g(verb).head), {"appoint", "hir", "nam", "nominat",
                                                         "recruit", "persuad", "convinc", "urg"});
}

/// "Carr, WHOM Trump picked to lead the agency": who leads is the antecedent; but not in "the woman
/// he hoped to marry".
int Linker::chosen_antecedent(int i) const {
  const Clause& c = cur();
  const bool gap = c.kind == ClauseKind::relative && !c.oblique_relative && c.pending != none &&
                   c.antecedent != none && c.object == none && broad(c.antecedent) == Broad::person;
  if (!gap || !kind(i + 1, GroupKind::noun)) return none;
  const ClassSet& verb = head(c.verb).classes;
  const bool own = verb.has(k_.planning_verb) && !verb.has(k_.appoint);
  return own || verb.has(k_.aspect_verb) ? none : c.antecedent;
}

void Linker::pass_gap(int i, int verb) {
  const Clause& c = cur();
  if (c.kind != ClauseKind::relative || c.oblique_relative || c.pending == none ||
      c.object != none || !head_is(verb, k_.own_will) || g(verb).passive || g(i).passive ||
      head_is(i, k_.intransitive) || kind(i + 1, GroupKind::noun))
    return;
  if (kind(i + 1, GroupKind::preposition) && !kind(i + 2, GroupKind::noun))
    return;  // "which it wants to invest IN"
  for (Link& l : out_.links)
    if (l.from == verb && l.kind == LinkKind::object && l.loose)
      l.from = static_cast<std::uint16_t>(i);
}

/// "an offer FROM ACME to buy it", "a bid by ACME", "opposed ACME's plan": Acme would.
Linker::Intent Linker::intent_before(int k) const {
  if (!kind(k, GroupKind::noun)) return {k, none};
  const bool sent = kind(k - 1, GroupKind::preposition) && kind(k - 2, GroupKind::noun) &&
                    head_is(k - 2, k_.intent) &&
                    one_of(c_.text.text(g(k - 1).head), {"from", "by"});
  if (sent) return {k - 2, k};
  if (!head_is(k, k_.intent)) return {k, none};
  const int whose = out_.target(static_cast<std::uint16_t>(k), LinkKind::possessor);
  return {k, whose != none ? whose : actor_before(k)};
}

/// "the U.S. decision to impose it", "an ACME plan": the state or body by its name before a noun.
int Linker::actor_before(int noun) const {
  for (const Link& l : out_.links) {
    if (l.from != noun || l.kind != LinkKind::modifier) continue;
    const MentionId m = out_.nodes[l.to].mention;
    if (m == MentionId::none) continue;
    const TypeId type = mention(m).type;
    if (o_.is_a(type, country_) || o_.is_a(type, organization_)) return l.to;
  }
  return none;
}

/// "called on INDIA to lift the ban", "appealed to INDIA to lift it": whom a verb of asking asks
/// with a preposition.
int Linker::asked(int verb, int k) const {
  const bool direct = kind(k, GroupKind::noun) && kind(k - 1, GroupKind::preposition) &&
                      k - 2 == verb && head_is(verb, k_.request_verb);
  return direct ? k : none;
}

/// "lifted FRIDAY a ban", "passed IN MAY a law": what is before that.
int Linker::over_when(const Clause& c, int i, int k) const {
  if (k == c.verb + 1 && dates(k) && g(k).tokens.size() == 1) return k - 1;
  const Tag first = c_.text.tokens[g(i).tokens.first].tag;
  const bool told = (first == Tag::DT || first == Tag::PRPS) && !head_is(i, k_.time_unit);
  int back = k;
  while (told && back > c.verb + 1 && kind(back - 1, GroupKind::preposition) &&
         (dates(back) || c_.text.tokens[g(back).tokens.first].tag == Tag::CD))
    back -= 2;
  return back != k && back == c.verb && !g(i).date && !finite_follows(i) ? back : k;
}

bool Linker::dates(int k) const {
  if (kind(k, GroupKind::preposition)) ++k;
  return kind(k, GroupKind::noun) && g(k).date;
}

}  // namespace factloom
