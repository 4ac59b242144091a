// SPDX-License-Identifier: Apache-2.0
// May a noun behind a comma describe the one before it, or name what that describes?
#include "extract/clauses/linker.h"
#include "extract/groups/opens_title.h"

namespace factloom {

bool Linker::of_its_people(int a, int b) const {
  const int whole = spine_.front();
  return named(a) && first_conjunct(a) == a && head(b).tag == Tag::NNS && whole != a &&
         !named(whole) && head(whole).tag == Tag::NNS;
}

/// "Acme takes the Dutch branches, BOLT the rest": no branches are called so.
bool Linker::shares_out(int a, int b) const {
  if (named(a) && !named(b) && head_is(b, k_.holding_noun))
    return true;  // "Acme, A STAKE it bought"
  return head(a).tag == Tag::NNS && head(b).tag == Tag::NNP && !named(a) && named(b) &&
         broad(a) == Broad::organization && kind(b - 1, GroupKind::comma) &&
         !kind(b + 1, GroupKind::coordinator) && !list_goes_on(b);
}

/// "Hungary, a MEMBER of NATO, …", "Norway, a close U.S. ALLY, …"
bool Linker::tells_standing(int b) const {
  if (!head_is(b, k_.standing_noun)) return false;
  if (kind(b + 1, GroupKind::preposition)) return starts_indefinite(b);
  const bool alone = kind(b + 1, GroupKind::comma) || kind(b + 1, GroupKind::stop);
  return alone && head(b).tag == Tag::NN && (starts_indefinite(b) || starts_definite(b));
}

/// "Secretary for JUSTICE, Ann Lee": nobody is described by that.
bool Linker::field_of_post(int noun) const {
  return !named(noun) && g(noun).tokens.size() == 1 && head(noun).tag != Tag::NNS && noun > 1 &&
         kind(noun - 1, GroupKind::preposition) && kind(noun - 2, GroupKind::noun) &&
         opens_title(c_, g(noun - 2), g(noun - 1));
}

/// "After Bob Roy was named CHAIRMAN, ANN LEE left": behind the clause that opens the sentence,
/// whose subject has its post, the name is that of who acts.
bool Linker::ends_opening_clause(int post, int name) const {
  const int verb = cur().verb;
  if (verb == none || post < verb || g(verb).form != VerbForm::finite || named(post) ||
      !named(name) || !finite_follows(name))
    return false;
  const int holder = subject_of(verb);
  if (holder == none || broad(holder) != Broad::person ||
      out_.target(static_cast<std::uint16_t>(verb), LinkKind::complement) != first_conjunct(post))
    return false;
  bool opened = false;
  for (int k = 0; k < verb; ++k) {
    const bool opens = kind(k, GroupKind::preposition) || kind(k, GroupKind::subordinator) ||
                       (kind(k, GroupKind::relative) && head(k).tag == Tag::WRB) ||
                       (k == 0 && kind(k, GroupKind::adverb));  // "ONCE he was named"
    if (opens && head_is(k, k_.subordinator)) opened = true;
    if (!opened && kind(k, GroupKind::verb)) return false;
  }
  return opened;
}

/// Is b, behind a comma, the subject of the clause that a stands in front of?
bool Linker::opens_clause(int a, int b) const {
  if (possessed(b) && kind(b + 1, GroupKind::comma) && kind(b + 2, GroupKind::noun) && named(b + 2))
    return true;  // "Having bid for Acme, BOLT'S OWNER, Ann Lee, left"
  if ((starts_definite(b) || named(b)) && finite_follows(b))
    return true;  // "With Acme as partner, THE GERMAN FIRM grew", "Born in Leeds, ANN LEE grew"
  return named(a) && !named(b) && kind(a - 1, GroupKind::preposition) &&
         kind(b - 1, GroupKind::comma) && verb_follows(b);  // "In Acme, A TEAM led by Ann Lee told"
}

bool Linker::apposable(int a, int b) const {
  const Broad x = broad(a), y = broad(b);
  const bool clause = x != Broad::other && head_is(b, k_.clause_noun);
  if (g(a).pronoun || g(b).pronoun || x == Broad::date || (named(a) && (named(b) || clause)))
    return false;
  if (x == Broad::person && field_of_post(a)) return false;
  if (before_subject() && opens_clause(a, b)) return false;
  if (ends_opening_clause(a, b)) return false;
  const int pending = cur().pending;
  if (pending != none && pending != a && !possessed(a) && !named(pending) &&
      broad(pending) == Broad::person && named(b) && kind(b + 1, GroupKind::verb) &&
      finite_follows(b))
    return false;  // "the son of a pastor, BOB ROY moved"
  const bool inner = x == Broad::person || (x == Broad::organization && spine_.back() != a);
  if (inner && !named(a) && named(b) && described(first_conjunct(a)) && !possessed(a) &&
      !identifies(a, b))
    return false;  // "was chairman of Acme, Leeds"
  if (x == Broad::person && !named(a) && head(a).tag == Tag::NNS && named(b) &&
      kind(b + 1, GroupKind::verb))
    return false;  // "the son of two professors, ANN LEE studied"
  if (x == Broad::person && named(a) && head(b).tag == Tag::NNS)
    return first_conjunct(a) != a && y == Broad::person && !finite_follows(b);
  if (of_its_people(a, b) || shares_out(a, b)) return false;
  if (x == y && (x != Broad::other || named(a) != named(b))) return true;
  if (described(a) && starts_definite(b) && (x == Broad::other || y == Broad::other || x == y))
    return true;  // "is an airline, the world's largest carrier"
  // "Ann Lee, the head of Acme, …", "Ann Lee, an ally of Bob Roy, …"
  if (named(a) && x == Broad::person && !named(b) && head(b).tag == Tag::NN &&
      (starts_definite(b) || starts_indefinite(b) || timed_post(b)))
    return no_subject(a, b);
  // "Acme, one of the largest banks, …"
  if (named(a) && y == Broad::other && x != Broad::place && head(b).tag == Tag::CD &&
      kind(b + 1, GroupKind::preposition))
    return no_subject(a, b);
  if (named(a) && x == Broad::place && tells_standing(b)) return no_subject(a, b);
  // "Acme, a model from China, …"
  if (named(a) && !named(b) && starts_indefinite(b) && y == Broad::other && x != Broad::place)
    return no_subject(a, b);
  // "Google's parent, Alphabet, …", "Airbus, Boeing's main rival": words for persons describe firms
  if (!named(a) && named(b) && x == Broad::person && y == Broad::organization && possessed(a) &&
      ends_apposition(a, b))
    return true;
  // "founded a rival, GLOBEX, in 2023": so they do without an owner, where only the name follows
  if (!named(a) && named(b) && x == Broad::person && y == Broad::organization &&
      head(a).tag == Tag::NN && starts_indefinite(a) && kind(b - 1, GroupKind::comma) &&
      (kind(b + 1, GroupKind::comma) || kind(b + 1, GroupKind::stop)))
    return true;
  // "Acme, an online BOOKSHOP based in Leeds, …", "Acme, a hospital in Leeds"
  if (named(a) && !named(b) && x == Broad::organization && y == Broad::place &&
      head(b).tag == Tag::NN && starts_indefinite(b))
    return no_subject(a, b);
  // "Ann Lee, THE THIRD of four sons of …"
  if (named(a) && x == Broad::person && head_is(b, k_.ordinal) &&
      kind(b + 1, GroupKind::preposition))
    return true;
  return named(a) && x == Broad::organization && y == Broad::person && no_subject(a, b);
}

/// "its rival, ACME,", "its rivals, ACME, Bolt and Cor", "its rivals, ACME and Bolt": is the name,
/// or the list that it begins, all that the noun at a stands for?
bool Linker::ends_apposition(int a, int b) const {
  if (head(a).tag == Tag::NN) return kind(b + 1, GroupKind::comma) || kind(b + 1, GroupKind::stop);
  const bool list = kind(b + 1, GroupKind::coordinator) || kind(b + 1, GroupKind::comma);
  return list && head(a).tag == Tag::NNS && kind(b + 2, GroupKind::noun) && named(b + 2);
}

/// Does no verb wait for the noun b behind a, since none follows or another noun is its subject:
/// "TALKS with Acme, a bank, failed"?
bool Linker::no_subject(int a, int b) const {
  const int waiting = cur().pending;
  return !finite_follows(b) || waiting == a ||
         (waiting != none && waiting < a && kind(b + 1, GroupKind::comma));
}

/// ", now HEAD of Acme"
bool Linker::timed_post(int noun) const {
  return kind(noun - 1, GroupKind::adverb) && kind(noun - 2, GroupKind::comma) &&
         kind(noun + 1, GroupKind::preposition) && head_is(noun + 1, genitive_);
}

/// "Among the guests was THE HEAD of Acme, ANN LEE": nobody else is said to be it.
bool Linker::identifies(int noun, int name) const {
  if (!starts_definite(noun) || broad(noun) != Broad::person || broad(name) != Broad::person ||
      !described(noun))
    return false;
  const int subject = subject_of(cur().verb);
  return subject == none || (!named(subject) && broad(subject) != Broad::person &&
                             !head_is(subject, k_.masculine) && !head_is(subject, k_.feminine));
}

/// "Secretary of State ANN LEE", "Mayor of Leeds BOB ROY"
bool Linker::titled(int name) {
  if (!kind(name - 1, GroupKind::noun) || !kind(name - 2, GroupKind::preposition) ||
      !kind(name - 3, GroupKind::noun) || !named(name) || broad(name) != Broad::person ||
      c_.mentions.mentions[index(g(name).mention)].tokens.first != g(name).tokens.first ||
      named(name - 3) || !opens_title(c_, g(name - 3), g(name - 2)))
    return false;
  link(LinkKind::apposition, name - 3, name);
  spine_.push_back(name);
  return true;
}

bool Linker::described(int noun) const {
  const int verb = clauses_[static_cast<std::size_t>(cur_)].verb;
  return verb != none && g(verb).copula && !named(noun) &&
         clauses_[static_cast<std::size_t>(cur_)].object == noun;
}

bool Linker::possessed(int noun) const {
  const bool whose = kind(noun - 1, GroupKind::relative) && head(noun - 1).tag == Tag::WPS;
  return whose || possessor_start(noun) < noun ||
         c_.text.tokens[g(noun).tokens.first].tag == Tag::PRPS;
}

bool Linker::starts_indefinite(int noun) const {
  return c_.text.tokens[g(noun).tokens.first].classes.has(k_.indefinite);
}

bool Linker::starts_definite(int noun) const {
  return c_.text.tokens[g(possessor_start(noun)).tokens.first].classes.has(k_.definite);
}

bool Linker::reported_after(int i) const {
  int k = i + 1;
  while (k < size() && (g(k).kind == GroupKind::adverb)) ++k;
  if (!kind(k, GroupKind::verb) || g(k).passive || !head_is(k, k_.reporting)) return false;
  const int after = k + 1;
  return after >= size() || kind(after, GroupKind::stop) || kind(after, GroupKind::comma) ||
         (kind(after, GroupKind::noun) && g(after).date) || kind(after, GroupKind::preposition) ||
         kind(after, GroupKind::quote);
}

void Linker::fronted_description(int noun, int subject) {
  if (named(noun) || g(noun).pronoun || !kind(before(subject), GroupKind::comma)) return;
  const bool part =  // "PART of the Bolt Group, Acme grew"
      head_is(noun, k_.standing_noun) && broad(subject) == Broad::organization;
  const Broad what = part ? Broad::organization : broad(noun);
  if (what != broad(subject) || (what != Broad::person && what != Broad::organization)) return;
  link(LinkKind::apposition, subject, noun);
}

}  // namespace factloom
