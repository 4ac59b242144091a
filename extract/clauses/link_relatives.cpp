// SPDX-License-Identifier: Apache-2.0
// Relative clauses: what "who", "which" and "that" stand for.
#include <algorithm>

#include "extract/base/words.h"
#include "extract/clauses/linker.h"

namespace factloom {

int Linker::antecedent_of(int i) const {
  const bool whose = head(i).tag == Tag::WPS;
  if (kind(before(i), GroupKind::coordinator) && head(i).tag != Tag::WRB)
    for (int up = cur_; up != none; up = clauses_[static_cast<std::size_t>(up)].parent)
      if (const Clause& c = clauses_[static_cast<std::size_t>(up)];
          c.antecedent != none && c.verb != none)  // "China, which sold it AND WHOSE president"
        return c.antecedent;
  if (!whose && head(i).tag != Tag::WP) {
    if (head(i).tag != Tag::WDT || !named(spine_.back()) || broad(spine_.back()) != Broad::person)
      return spine_.back();
    for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)  // "the FUND of Ann Lee, WHICH …"
      if (broad(*s) != Broad::person) return *s;
    return spine_.back();
  }
  int medal = none;  // "Ann Lee, a holder of THE GEORGE MEDAL, who …"
  for (auto s = spine_.rbegin(); s != spine_.rend(); ++s) {
    const bool person = broad(*s) == Broad::person;
    if (!whose && medal == none && person && named(*s) && starts_definite(*s) &&
        g(*s).head <= g(*s).tokens.first + 2 && s + 1 != spine_.rend())
      medal = *s;
    else if (person || head_is(*s, k_.pair_of_people) || (whose && named(*s)))
      return *s;
  }
  if (medal != none) return medal;
  // "is an American academic WHO …": what the complement says of a person
  const int verb = cur().verb;
  const int subject = verb != none && g(verb).copula ? subject_of(verb) : none;
  return subject != none && broad(subject) == Broad::person ? subject : spine_.back();
}

int Linker::outer_antecedent(int i, int antecedent) const {
  if (head(i).tag == Tag::WRB) {  // "at Harvard in Cambridge, WHERE she taught"
    for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
      if (*s != antecedent && named(*s) && broad(*s) == Broad::organization) return *s;
    return none;
  }
  // "Acme, based in Leeds, WHICH he founded"
  const bool aside = cur().kind == ClauseKind::participial && cur().verb != none &&
                     kind(before(i), GroupKind::comma);
  const int described = aside ? subject_of(cur().verb) : none;
  const bool who = head(i).tag == Tag::WP;
  return described != none && who == (broad(described) == Broad::person) ? described : none;
}

int Linker::whole_of(int part) const {
  const int first = first_conjunct(part);
  for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
    if (*s < first) return *s;
  return none;
}

/// "Acme of Spain, WHICH owns Bolt", "a firm in Leeds THAT owns Bolt": the firm, not where it is.
/// What "that" begins picks out no name.
int Linker::over_seat(int relative, int noun) const {
  const bool seat = noun > 1 && named(noun) && broad(noun) == Broad::place &&
                    kind(noun - 1, GroupKind::preposition) && kind(noun - 2, GroupKind::noun) &&
                    head(relative).tag != Tag::WRB;
  if (!seat) return noun;
  const bool firm =
      head_is(noun - 1, genitive_) && named(noun - 2) && broad(noun - 2) == Broad::organization;
  const bool picks_out = noun == relative - 1 && !named(noun - 2) &&
                         !head_is(noun - 2, k_.time_unit) &&
                         c_.text.text(g(relative).head) == "that";
  return firm || picks_out ? noun - 2 : noun;
}

/// "an old FRIEND of Ann Lee from Leeds who was a director", "an ARM of Acme that bought Bolt": a
/// clause without a comma picks out a noun, never a name; "a SUBSIDIARY of Acme, which …": either.
/// The noun before the name that it may tell of instead; none if it tells of the name.
int Linker::picked_out(int relative, int antecedent) const {
  if (!named(antecedent) || spine_.size() < 2 || head(relative).tag == Tag::WPS ||
      head(relative).tag == Tag::WRB)
    return none;
  auto s = std::find(spine_.rbegin(), spine_.rend(), antecedent);
  if (s == spine_.rend() || ++s == spine_.rend() || named(*s)) return none;
  const int noun = *s;
  for (int k = antecedent + 1; k + 1 < relative; ++k)
    if (kind(k, GroupKind::comma)) return none;
  const ClassSet& what = head(noun).classes;
  if (broad(antecedent) == Broad::person)
    return head(relative).tag == Tag::WP && !kind(before(relative), GroupKind::comma) &&
                   broad(noun) == Broad::person
               ? noun
               : none;
  const bool next = antecedent == spine_.back() && antecedent == before(relative) - 1 &&
                    kind(before(relative), GroupKind::comma);
  const bool part = head(relative).tag == Tag::WDT && broad(antecedent) == Broad::organization &&
                    head(noun).tag == Tag::NN && what.has(k_.firm_part);
  if (!part || !(next || antecedent == relative - 1)) return none;
  for (const Link& l : out_.links)  // "Bolt is a unit of ACME, which bought it"
    if (l.to == noun && (l.kind == LinkKind::complement || l.kind == LinkKind::apposition))
      return none;
  return noun;
}

/// "a firm based in Leeds THAT makes toys", "a firm founded in 1982 THAT makes toys": the noun that
/// the participle describes; none if the relative word stands for something else.
int Linker::described_farther(int i) const {
  const int behind = before(i);  // "a bill, backed by Ann Lee, THAT bans it"
  const bool comma = kind(behind, GroupKind::comma);
  const int noun = comma ? before(behind) : behind;
  const bool aside = cur().kind == ClauseKind::participial && cur().verb != none &&
                     g(cur().verb).form == VerbForm::participle && kind(noun, GroupKind::noun) &&
                     head(i).tag == Tag::WDT;
  if (!aside) return none;
  const bool by =
      broad(noun) == Broad::person && named(noun) &&  // "a firm run by ANN LEE THAT"
      (kind(noun - 1, GroupKind::preposition) || (comma && kind(noun - 1, GroupKind::coordinator)));
  if (comma ? !by : !by && broad(noun) != Broad::place && !g(noun).date) return none;
  const int described = subject_of(cur().verb);
  const bool own = described != none && !named(described) && described < cur().verb;
  if (!own) return none;
  const int next = described + (comma && kind(described + 1, GroupKind::comma) ? 2 : 1);
  return kind(next, GroupKind::verb) ? described : none;
}

void Linker::on_relative(int i) {
  if (const int noun = described_farther(i); noun != none) {
    cur_ = cur().parent;
    spine_.assign(1, noun);
  }
  if (spine_.empty()) return on_subordinator(i);
  if (const int teller = told_by(i); teller != none) {
    Clause told;
    told.kind = ClauseKind::subordinate;
    told.parent = cur_;
    told.governor = teller;
    push(told);
    prep_ = none;
    spine_.clear();
    prev_ = i;
    return;
  }
  const int antecedent = over_seat(i, antecedent_of(i));
  Clause c;
  c.kind = ClauseKind::relative;
  c.parent = cur_;
  c.antecedent = antecedent;
  const bool any_one = antecedent == i - 1 && !named(antecedent) &&  // "the market of A FIRM that"
                       c_.text.tokens[g(antecedent).tokens.first].classes.has(k_.indefinite);
  if (antecedent == spine_.back() && !any_one) c.whole = whole_of(antecedent);
  const int described = picked_out(i, antecedent);
  const bool friend_of = described != none;
  if (friend_of) {
    c.antecedent = described;
    c.whole = none;
  }
  c.outer = outer_antecedent(i, antecedent);
  const bool person = c.outer != none && (named(c.outer) ? broad(c.outer) == Broad::person
                                                         : head_is(c.outer, k_.position));
  if (person && c_.text.text(g(i).head) == "which")
    c.outer = none;  // "Ann Lee, the head of Acme, WHICH grew"
  const bool one = c.whole != none && c.outer == none && head(antecedent).tag == Tag::NNS &&
                   kind(i + 1, GroupKind::verb) && g(i + 1).form == VerbForm::finite &&
                   (head(i + 1).tag == Tag::VBZ || c_.text.text(g(i + 1).tokens.first) == "was");
  if (one && head(c.whole).tag == Tag::NN) {  // "a MAKER of toys that was founded"
    std::swap(c.whole, c.outer);
    out_.relatives.push_back({static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(c.outer)});
  }
  out_.relatives.push_back({static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(c.antecedent),
                            friend_of ? none : c.outer});
  c.oblique_relative = prep_ != none || head(i).tag == Tag::WRB;
  if (c.oblique_relative) c.oblique_word = head(prep_ != none ? prep_ : i).word;
  if (head(i).tag == Tag::WPS) {
    possessor_ = antecedent;
    c.kind = ClauseKind::subordinate;
  }
  push(c);
  prep_ = none;
  spine_.clear();
  prev_ = i;
}

/// "which, HE SAID, had bought it", "whose death, SHE SAID, helped him": the clause goes on behind.
bool Linker::speech_aside(int i) {
  if (prep_ != none || cur().verb != none || !kind(i + 1, GroupKind::verb) ||
      !kind(i + 2, GroupKind::comma) || !kind(i + 3, GroupKind::verb) ||
      g(i + 1).form != VerbForm::finite || g(i + 3).form != VerbForm::finite ||
      !head_is(i + 1, k_.reporting) ||
      (cur().kind != ClauseKind::relative && cur().pending == none) || cur_ == 0)
    return false;
  link(LinkKind::subject, i + 1, i);
  i_ += 2;
  return true;
}

/// "signed a truce with Ann Lee LOOKING ON": she does not share it.
void Linker::drop_onlooker(int i) {
  const int noun = i - 1;
  if (g(i).form == VerbForm::gerund && kind(noun, GroupKind::noun) &&
      one_of(c_.text.text(g(i).head),
             {"looking", "watching", "presiding", "mediating", "standing"}))
    drop_company(noun);
}

/// "was set up with ANN LEE AS CHAIRMAN": nobody's partner in that.
bool Linker::installs(int as) const {
  return kind(as - 1, GroupKind::noun) && kind(as - 2, GroupKind::preposition) &&
         c_.text.text(g(as).head) == "as" && broad(as - 1) == Broad::person &&
         c_.text.text(g(as - 2).head) == "with" &&
         (!kind(as - 3, GroupKind::verb) || g(as - 3).passive) && kind(as + 1, GroupKind::noun) &&
         !named(as + 1) && head_is(as + 1, k_.position);
}

/// Drops what says that the noun, behind "with", shares what a verb or noun tells.
void Linker::drop_company(int noun) {
  const int first = first_conjunct(noun);
  if (!kind(first - 1, GroupKind::preposition) || c_.text.text(g(first - 1).head) != "with") return;
  auto& l = out_.links;
  l.erase(std::remove_if(
              l.begin(), l.end(),
              [&](const Link& x) { return x.kind == LinkKind::preposition && x.to == first; }),
          l.end());
}

/// "an invitation to ACME to join": whom a noun asks.
bool Linker::invited(int noun) const {
  if (!kind(noun, GroupKind::noun) || !kind(noun - 1, GroupKind::preposition) ||
      !kind(noun - 2, GroupKind::noun) || !head_is(noun - 2, k_.asking_noun) || !named(noun))
    return false;
  return one_of(c_.text.text(g(noun - 1).head), {"to", "on", "for"});
}

/// "set up Acme, OWNS Bolt, whose paper he started, and helped to found Cor": the clause with the
/// last verb of a list that "and" and this verb close; none if a relative clause closes none.
int Linker::listed_above(int i) const {
  const Clause& c = cur();
  if (c.antecedent == none || g(i).form != VerbForm::finite ||
      !kind(before(i) - 1, GroupKind::comma))
    return none;
  const auto above = std::find_if(clauses_.rbegin(), clauses_.rend(), [&](const Clause& x) {
    return x.verb != none && x.verb < c.antecedent;
  });
  if (above == clauses_.rend() || g(above->verb).form != VerbForm::finite ||
      !kind(before(above->verb), GroupKind::comma))
    return none;
  const int verb = above->verb;
  const int subject = subject_of(verb);
  const bool listed = std::any_of(out_.links.begin(), out_.links.end(), [&](const Link& l) {
    return l.kind == LinkKind::subject && l.to == subject && l.from < before(verb) &&
           g(l.from).form == VerbForm::finite && subject < l.from;
  });
  return listed ? static_cast<int>(clauses_.rend() - above) - 1 : none;
}

}  // namespace factloom
