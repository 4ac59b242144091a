// SPDX-License-Identifier: Apache-2.0
#include "extract/base/words.h"
#include "extract/clauses/linker.h"

namespace factloom {

void Linker::on_noun(int i) {
  const bool behind_comma = kind(i - 1, GroupKind::comma);
  if (before_quoted(i) || (g(i).pronoun && itself(i)) || (behind_comma && speech_aside(i))) return;
  if (kind(i + 1, GroupKind::possessive)) {
    if (possessor_ != none) link(LinkKind::possessor, i, possessor_);
    possessor_ = possessor_ == none ? shared_possessor(i) : i;
    ++i_;
    return;
  }
  if (possessor_ != none) link(LinkKind::possessor, i, possessor_);
  possessor_ = none;
  if (g(i).date || passes_by(i)) return on_date(i);
  if (left_out(i)) {
    prep_ = none;
    prev_ = i;
    return;
  }
  if (prep_ == none && kind(i - 2, GroupKind::preposition) && listed_member(i)) return;
  if (prep_ == none && (head_is(i, k_.position) || head_is(i, k_.headship)) && timed_description(i))
    return;
  if (behind_comma && prep_ == none && kind(i + 1, GroupKind::comma) && aside(i) &&
      !spine_.empty() && spine_.back() == i - 2 && named(i - 2) && broad(i - 2) == Broad::person)
    return;  // "Ann Lee, 54, chief of Acme"
  if (behind_comma && prep_ == none && place_chain(i)) {
    prev_ = i;
    return;
  }
  if (opens_aside() && !finite_follows(i)) return on_aside(i);
  if (prep_ != none && stranded(i)) prep_ = none;
  if (prep_ != none) return on_prep_object(i);
  if (!opens_argument(i) &&
      (titled(i) || beside(i) || reduced_relative(i) || coordinated(i) || apposed(i))) {
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

/// Directly behind a verb, a preposition or what opens a clause it goes with no noun before it.
bool Linker::opens_argument(int i) const {
  return kind(i - 1, GroupKind::verb) || kind(i - 1, GroupKind::preposition) ||
         kind(i - 1, GroupKind::subordinator) || kind(i - 1, GroupKind::relative);
}

bool Linker::before_quoted(int i) const {
  return g(i).tokens.size() == 1 && head(i).tag == Tag::DT && kind(i + 1, GroupKind::quote) &&
         kind(i + 2, GroupKind::noun) && named(i + 2);
}

bool Linker::beside(int i) {
  if (spine_.empty()) return false;
  const int noun = spine_.back();
  const bool quoted = kind(i - 1, GroupKind::quote) && noun == i - 2;
  if (noun != i - 1 && !quoted) return false;
  const bool person = broad(i) == Broad::person && broad(noun) == Broad::person;
  const bool post = named(noun) && !named(i) && head_is(i, k_.position) && starts_definite(i) &&
                    kind(i + 1, GroupKind::preposition) && head_is(i + 1, genitive_);
  const bool kin = !named(noun) && named(i) && head_is(noun, k_.kinship) && possessed(noun) &&
                   starts_definite(i) && !finite_follows(i);
  const bool called = quoted && !named(noun) && named(i) && head(noun).tag == Tag::NN &&
                      broad(noun) == Broad::organization && broad(i) == Broad::organization;
  if (!(person && !quoted && (post || kin)) && !called) return false;
  link(LinkKind::apposition, noun, i);
  spine_.push_back(i);
  return true;
}

void Linker::on_date(int i) {
  prep_ = none;
  if (kind(i - 1, GroupKind::adverb) && head_is(i - 1, k_.negator)) return;  // "in 1921, NOT 1920"
  if (opens_aside())
    link(LinkKind::when, bracketed(), i);
  else if (cur().verb != none && !opens_clause(i))
    link(LinkKind::when, cur().verb, i);
  else if (adjective_ > cur().pending && kind(cur().pending + 1, GroupKind::comma) &&
           cur().pending != none && kind(i + 1, GroupKind::comma))
    link(LinkKind::when, adjective_, i);  // "Ann Lee, POACHED in 2020, left"
  else if (const int post = dated_description(i); post != none)
    link(LinkKind::when, post, i);
  else
    fronted_dates_.push_back(i);
  if (spine_.size() == 1 && cur().verb != none && spine_[0] == cur().object &&
      head_is(cur().verb, k_.reporting) && !g(cur().verb).passive)
    return;  // "announced his death ON MONDAY": says when it was told
  if (!spine_.empty() && (prev_ == spine_.back() || kind(i - 1, GroupKind::preposition)))
    for (int s : spine_) link(LinkKind::when, s, i, true);
}

bool Linker::opens_clause(int date) const {
  const int first = kind(date - 1, GroupKind::preposition) ? date - 1 : date;
  if (!kind(first - 1, GroupKind::coordinator)) return false;
  int next = date + 1;
  while (kind(next, GroupKind::comma) || kind(next, GroupKind::adverb)) ++next;
  if (kind(next, GroupKind::verb)) return g(next).form == VerbForm::finite;
  return kind(next, GroupKind::noun) && !g(next).date && finite_follows(next);
}

int Linker::dated_description(int date) const {
  const int subject = cur().pending;
  if (cur().verb != none || subject == none || spine_.size() < 2) return none;
  if (!kind(subject + 1, GroupKind::comma)) return none;
  int next = date + 1;
  while (kind(next, GroupKind::preposition) && kind(next + 1, GroupKind::noun) && g(next + 1).date)
    next += 2;  // "from 2001 TO 2010"
  if (!kind(next, GroupKind::comma)) return none;
  for (const Link& l : out_.links)
    if (l.kind == LinkKind::apposition && l.from == subject && l.to > subject && l.to < date &&
        std::find(spine_.begin(), spine_.end(), l.to) != spine_.end())
      return l.to;
  return none;
}

/// "an agreement on the BORDER BETWEEN Norway and Sweden": it need not be theirs.
bool Linker::asks_for_two(int noun) const {
  if (!kind(noun, GroupKind::noun) || c_.text.text(g(prep_).head) != "between") return false;
  return one_of(
      c_.text.text(g(noun).head),
      {"border", "frontier", "boundary", "relations", "ties", "war", "conflict", "dispute",
       "disputes", "tension", "tensions", "trade", "row", "gap", "rivalry", "differences"});
}

/// "a member of NATO but NOT OF THE EU", "met Ann Lee but NOT BOB ROY": what the verb is not true
/// of
bool Linker::left_out(int i) const {
  const int last = (prep_ != none ? prep_ : possessor_start(i)) - 1;
  return kind(last, GroupKind::adverb) && kind(last - 1, GroupKind::coordinator) &&
         c_.text.text(g(last).head) == "not" && c_.text.text(g(last - 1).head) == "but" &&
         !finite_follows(i);
}

/// The preposition before has no object, least of all this noun.
bool Linker::stranded(int i) const {
  const bool behind_comma = kind(i - 1, GroupKind::comma);
  if (i > prep_ + 1 && kind(i - 1, GroupKind::adverb) && (named(i) || g(i).pronoun) &&
      finite_follows(i))
    return true;  // "since then SHE has moved"
  if (behind_comma && i == prep_ + 2 && finite_follows(i))
    return true;  // "With Bob Roy looking ON, ANN LEE left"
  return i > prep_ + 2 && kind(prep_ + 1, GroupKind::adverb) &&
         (kind(prep_ + 2, GroupKind::comma) ||
          kind(prep_ + 2, GroupKind::coordinator));  // "until then, and ANN LEE becomes its chief"
}

void Linker::on_prep_object(int i) {
  const WordId word = head(prep_).word;
  if (prep_ > 0 && head_is(prep_ - 1, k_.according)) {  // says who tells it, and is nobody's "to"
    if (out_.according < 0) out_.according = i;
    spine_.assign(1, i);
    prep_ = none;
    prev_ = i;
    return;
  }
  if (head_is(prep_, k_.until) && ended_description(i)) return;
  const bool genitive = head_is(prep_, genitive_);
  // "studied at A and later AT B": the verb's, not the noun's before it
  const bool joined = kind(before(prep_), GroupKind::coordinator);
  const bool coordinate = !genitive && joined;
  if (joined) genitive ? owned_by_both(i, word) : join_phrases(i, word);
  const bool two = asks_for_two(prep_ - 1);
  bool nearest = true;
  if (!spine_.empty() && touches(spine_.back(), prep_)) {
    const int last = spine_.back();
    bool person = false;
    for (auto s = spine_.rbegin(); s != spine_.rend(); ++s) {
      if (*s != last && starts_indefinite(last) && first_conjunct(*s) == first_conjunct(last))
        continue;  // "the chancellor and once AN economist at the bank"
      if (person && !named(*s) && head(*s).tag == Tag::NNS && broad(*s) == Broad::person)
        break;  // "two ministers, Ann Lee, a lawyer AT ACME, and Bob Roy": hers alone
      person = person || (named(*s) && broad(*s) == Broad::person);
      link(LinkKind::preposition, *s, i, !nearest || coordinate, word);
      nearest = false;
      if (genitive || two) break;
    }
  }
  // "They stayed, WITH ANN LEE AS chief": she alone is it
  const bool installed = installs(prep_);
  if (installed) drop_company(prep_ - 1);
  const bool absolute =
      installed ||
      (kind(prep_ - 2, GroupKind::preposition) && kind(prep_ - 3, GroupKind::comma) && !nearest &&
       c_.text.text(g(prep_).head) == "as" && c_.text.text(g(prep_ - 2).head) == "with");
  if (absolute && named(prep_ - 1)) link(LinkKind::apposition, prep_ - 1, i);
  if (!genitive && !absolute && !(two && !nearest) && !(!nearest && named_to_post(prep_))) {
    if (cur().verb != none && behind_relative())
      link(LinkKind::preposition, outer_verb(), i, false, word);
    else if (cur().verb != none && !by_doer_of_noun())
      link(LinkKind::preposition, cur().verb, i, !nearest && !coordinate, word);
    else if (cur().verb == none && nearest && (adjective_ == none || adjective_ != prep_ - 1))
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

/// "was freed after its occupation BY ACME": the noun's, not the verb's.
bool Linker::by_doer_of_noun() const {
  if (c_.text.text(g(prep_).head) != "by") return false;
  const int noun = before(prep_);
  if (!kind(noun, GroupKind::noun) || named(noun) || g(noun).date ||
      !kind(noun - 1, GroupKind::preposition) || noun - 1 < cur().verb)
    return false;
  const std::string_view when = c_.text.text(g(noun - 1).head);
  return (when == "after" || when == "before" || when == "following" || when == "despite" ||
          when == "since");
}

bool Linker::ended_description(int i) {
  const int who = cur().pending;
  if (!kind(prep_ - 1, GroupKind::comma) || cur().verb != none || who == none || who != prep_ - 2 ||
      !named(who) || named(i) || broad(i) != Broad::person || broad(who) != Broad::person)
    return false;
  link(LinkKind::apposition, who, i);
  spine_.assign({who, i});
  prep_ = none;
  prev_ = i;
  return true;
}

bool Linker::listed_member(int i) {
  if (i < 4 || !kind(i - 3, GroupKind::comma) || !g(i - 1).pronoun || !named(i) ||
      !head_is(i - 2, k_.reciprocal_preposition))
    return false;
  bool found = false;
  for (int k = i - 4; k >= 0; --k) {
    const GroupKind kk = g(k).kind;
    if (kk == GroupKind::verb || kk == GroupKind::relative || kk == GroupKind::comma) break;
    if (kk != GroupKind::noun || named(k)) continue;
    const bool number = head(k).tag == Tag::CD;
    if (number || (head(k).tag == Tag::NNS && k == i - 4 &&
                   (same_kind(k, i) || c_.text.text(g(k).head) == "people"))) {
      link(LinkKind::apposition, k, i);
      found = true;
    }
  }
  if (!found) return false;
  spine_.assign(1, i);
  prev_ = i;
  return true;
}

bool Linker::timed_description(int i) {
  if (named(i) || g(i).pronoun || broad(i) != Broad::person || finite_follows(i)) return false;
  int when = possessor_start(i) - 1;
  while (kind(when, GroupKind::adverb)) --when;
  const std::string_view word =
      kind(when, GroupKind::noun) ? c_.text.text(g(when).head) : std::string_view{};
  if (!kind(when, GroupKind::noun) || !(g(when).date || word == "time")) return false;
  int comma = when - 1;
  while (kind(comma, GroupKind::preposition) && kind(comma - 1, GroupKind::noun) &&
         g(comma - 1).date)
    comma -= 2;  // "FROM 2001 to 2010"
  const int who = comma - 2;
  if (!kind(comma, GroupKind::preposition) || !kind(comma - 1, GroupKind::comma) ||
      !kind(who, GroupKind::noun) || !named(who) || broad(who) != Broad::person)
    return false;
  link(LinkKind::apposition, who, i);
  for (int date = comma + 1; date <= when; date += 2)
    if (g(date).date)
      link(LinkKind::when, i, date);
    else
      link(LinkKind::preposition, i, date, false, head(date - 1).word);
  spine_.assign({who, i});
  prev_ = i;
  return true;
}

/// "sold Acme, which it owned, TO Bolt", "sold Acme, the firm that it owned, TO Bolt"
bool Linker::behind_relative() const {
  if (cur().kind != ClauseKind::relative || cur().verb == none ||
      c_.text.text(g(prep_).head) != "to" || !kind(prep_ - 1, GroupKind::comma) ||
      outer_verb() == none)
    return false;
  int word = cur().verb;
  while (word > 0 && !kind(word, GroupKind::relative) && !kind(word, GroupKind::subordinator))
    --word;
  return kind(word - 1, GroupKind::comma) ||
         (kind(word - 1, GroupKind::noun) && kind(word - 2, GroupKind::comma));
}

int Linker::outer_verb() const {
  return cur().parent == none ? none : clauses_[static_cast<std::size_t>(cur().parent)].verb;
}

/// "the VOTE ON ANN LEE AS chairwoman": she alone would be it.
bool Linker::named_to_post(int as) const {
  return c_.text.text(g(as).head) == "as" && named(as - 1) && broad(as - 1) == Broad::person &&
         kind(as - 2, GroupKind::preposition) && kind(as - 3, GroupKind::noun) &&
         head_is(as - 3, k_.naming_act);
}

/// "chairman OF ACME AND OF ITS PARENT": of both
void Linker::owned_by_both(int i, WordId word) {
  const int first = before(prep_) - 1;
  for (auto l = out_.links.rbegin(); l != out_.links.rend(); ++l) {
    if (l->kind != LinkKind::preposition || l->word != word || l->to != first) continue;
    out_.conjunct_of[static_cast<std::size_t>(i)] = out_.conjunct_of[l->to];
    return;
  }
}

void Linker::join_phrases(int i, WordId word) {
  for (auto l = out_.links.rbegin(); l != out_.links.rend(); ++l) {
    if (l->kind != LinkKind::preposition || l->word != word || l->to >= out_.groups.size())
      continue;
    if (!named(l->to) || !named(i) || !same_kind(l->to, i)) continue;
    const bool same_clause = l->from == cur().verb || l->from > cur().verb;
    if (same_clause && l->to > cur().verb)
      out_.conjunct_of[static_cast<std::size_t>(i)] = out_.conjunct_of[l->to];
    return;
  }
}

/// "For those lapses THE BOARD IMPOSED A FINE": behind a phrase that opens the sentence, a clause
/// that lacks nothing.
bool Linker::has_its_own(int i) const {
  if (spine_.back() != 1 || !kind(0, GroupKind::preposition) || g(i).pronoun) return false;
  int verb = i + 1;
  while (verb < size() && !kind(verb, GroupKind::verb)) ++verb;
  return kind(verb + 1, GroupKind::noun) && !g(verb + 1).date && !head_is(verb + 1, k_.time_unit);
}

bool Linker::reduced_relative(int i) {
  if (spine_.empty() || before(i) != spine_.back() ||
      !(g(i).pronoun || !finite_follows(spine_.back())))
    return false;
  if (!kind(i + 1, GroupKind::verb) && !kind(i + 1, GroupKind::adverb)) return false;
  if (!finite_follows(i) || has_its_own(i)) return false;
  const bool reported =
      cur().verb != none && spine_.back() == cur().object && head_is(cur().verb, k_.reporting);
  if (!reported && g(i).pronoun && named(spine_.back())) return false;  // "while in Leeds HE was"
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

bool Linker::verb_argument(int i) {
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
    if (head_is(c.verb, k_.leave) && span_before(i)) return true;  // "resigned TWO WEEKS before"
    link(LinkKind::object, c.verb, i);
  } else if (head_is(c.verb, k_.appoint) || broad(i) == Broad::person) {
    link(LinkKind::complement, c.verb, i);
  } else if ((head_is(i, k_.time_unit) &&
              (named(c.object) ||
               c_.text.tokens[g(i).tokens.first].classes.has(k_.demonstrative))) ||
             span_before(i)) {
    return true;  // "bombed Gaza HOURS after the truce", "left the party later THAT YEAR"
  } else {
    unlink(LinkKind::object, c.verb, c.object);
    link(LinkKind::object2, c.verb, c.object);
    link(LinkKind::object, c.verb, i);
  }
  c.object = i;
  return true;
}

/// "TWO WEEKS before", "A YEAR afterwards"
bool Linker::span_before(int i) const {
  if (!head_is(i, k_.time_unit) || i + 1 >= size()) return false;
  const std::string_view next = c_.text.text(g(i + 1).tokens.first);
  for (const std::string_view word :
       {"before", "after", "afterwards", "later", "earlier", "early", "ago"})
    if (next == word) return true;
  return false;
}

bool Linker::has_subject(int verb) const {
  for (const Link& l : out_.links)
    if (l.kind == LinkKind::subject && l.from == verb) return true;
  for (const Clause& c : clauses_)
    if (c.verb == verb && (c.subject_from_parent || c.pending != none || c.antecedent != none))
      return true;
  return false;
}

bool Linker::follows_verb(const Clause& c, int i) const {
  int k = i - 1;
  if (k > 0 && g(k).kind == GroupKind::possessive) k = possessor_start(i) - 1;
  if (k > 2 && g(k).kind == GroupKind::comma && g(k - 1).kind == GroupKind::adverb &&
      g(k - 2).kind == GroupKind::comma)
    k -= 3;  // "married, FIRSTLY, Ann Lee"
  const bool states = g(c.verb).copula || g(c.verb).passive;
  if (c.object == none) k = over_when(c, i, k);
  for (k = over_brackets(k);
       k > c.verb && (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote ||
                      g(k).kind == GroupKind::adjective || (states && dates(k)));
       k = over_brackets(k - 1))
    continue;
  if (k == c.verb) return true;
  return c.object != none && k == c.object && kind(k, GroupKind::noun);
}

void Linker::new_subject(int i) {
  if (cur().verb != none || cur().pending != none) {
    int up = cur_;
    while (up != none && !(clauses_[static_cast<std::size_t>(up)].verb == none &&
                           clauses_[static_cast<std::size_t>(up)].pending == none))
      up = clauses_[static_cast<std::size_t>(up)].parent;
    const int told = up == none ? described_before(i) : none;
    if (up != none) {
      cur_ = up;
    } else if (told != none) {
      cur_ = told;
    } else if (cur().verb != none) {
      push({});
    }
  }
  const bool quotes = kind(i + 2, GroupKind::comma) && kind(i + 3, GroupKind::quote);
  if (cur().pending != none && finite_follows(i) && (!reported_after(i) || quotes))
    fronted_description(cur().pending, i);
  if (cur().pending == none || finite_follows(i)) cur().pending = i;
}

int Linker::described_before(int i) const {
  if (cur().verb == none || !kind(i - 1, GroupKind::comma) || !finite_follows(i) ||
      reported_after(i))
    return none;
  int up = cur_;
  bool relative = false;
  while (up != none && clauses_[static_cast<std::size_t>(up)].verb != none) {
    relative = relative || clauses_[static_cast<std::size_t>(up)].kind == ClauseKind::relative;
    up = clauses_[static_cast<std::size_t>(up)].parent;
  }
  if (up == none || !relative) return none;
  const int noun = clauses_[static_cast<std::size_t>(up)].pending;
  const bool person = noun != none && !named(noun) && starts_indefinite(noun) &&
                      broad(noun) == Broad::person && head(noun).tag == Tag::NN;
  return person && (named(i) ? broad(i) == Broad::person : g(i).pronoun) ? up : none;
}

void Linker::push(Clause c) {
  if (c.kind == ClauseKind::relative && c.verb == none) {
    c.fronted = fronted_.size();
    c.fronted_dates = fronted_dates_.size();
  }
  clauses_.push_back(c);
  cur_ = static_cast<int>(clauses_.size()) - 1;
}

void Linker::inner_nodes(int i) {
  const Group& group = first_[i];
  for (std::uint32_t t = group.tokens.first; t < group.head; ++t) {
    const MentionId m = c_.mention_at[t];
    if (m == MentionId::none || m == group.mention || mention(m).tokens.first != t) continue;
    const auto node = static_cast<int>(out_.nodes.size());
    out_.nodes.push_back({static_cast<std::uint16_t>(i), mention(m).tokens, mention(m).head, m});
    if (compounded(mention(m).tokens.last) || visited(i, m)) continue;
    link(c_.text.tokens[t].tag == Tag::PRPS ? LinkKind::possessor : LinkKind::modifier, i, node);
  }
}

/// "In TURKEY Minister Ann Lee met": where she is, not whose minister she is.
bool Linker::visited(int i, MentionId where) const {
  const Group& group = g(i);
  return kind(i - 1, GroupKind::preposition) && group.mention != MentionId::none &&
         mention(where).tokens.first == group.tokens.first &&
         mention(where).kind == MentionKind::name &&
         broad_type(mention(where).type) == Broad::place &&
         broad_type(mention(group.mention).type) == Broad::person &&
         (c_.text.text(g(i - 1).head) == "in" || c_.text.text(g(i - 1).head) == "In");
}

/// "a Hungarian-BORN physicist", "the U.S.-LED mission", "an English-LANGUAGE daily": said of the
/// word behind the hyphen, not of the noun.
bool Linker::compounded(std::uint32_t behind) const {
  const auto& tokens = c_.text.tokens;
  if (behind + 1 >= tokens.size() || tokens[behind].tag != Tag::HYPH) return false;
  const Tag tag = tokens[behind + 1].tag;
  return tag == Tag::VBN || tag == Tag::VBD || tag == Tag::VBG ||
         c_.text.text(behind + 1) == "language";
}

}  // namespace factloom
