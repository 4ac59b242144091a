// SPDX-License-Identifier: Apache-2.0
#include "extract/base/words.h"
#include "extract/clauses/linker.h"

namespace factloom {

/// "Acme sued the firm that had urged Bob Roy to leave, CITING …": whose subject a participle
/// behind a comma has; an infinitive and a relative clause without a comma end there.
int Linker::clause_before_comma(int participle) const {
  if (goes_on_behind_speaker(participle)) return 0;
  int at = cur_;
  for (;;) {
    const Clause& c = clauses_[static_cast<std::size_t>(at)];
    bool ends = c.kind == ClauseKind::participial && c.verb != none &&
                g(c.verb).form == VerbForm::infinitive;
    if (c.kind == ClauseKind::relative && c.verb != none) {
      int word = c.verb;
      while (word > 0 && !kind(word, GroupKind::relative)) --word;
      ends = word > 0 && !kind(word - 1, GroupKind::comma);
    }
    if (!ends || c.parent == none || clauses_[static_cast<std::size_t>(c.parent)].verb == none)
      return at;
    at = c.parent;
  }
}

/// "Kenya will end the ban, its minister said, REVERSING a policy": what Kenya does, no words of
/// his ("…, he said, CALLING it a mistake").
bool Linker::goes_on_behind_speaker(int participle) const {
  const int said = out_.reporting, told = clauses_[0].verb;
  if (said < 0 || cur().verb != said || told == none || told > said) return false;
  const ClassSet& act = head(participle).classes;
  if (act.has(k_.reporting) || act.has(k_.accusing) || act.has(k_.request_verb) ||
      act.has(k_.naming) || act.has(k_.judging) || act.has(k_.planning_verb))
    return false;
  for (int k = 0; k < participle; ++k)
    if (kind(k, GroupKind::quote)) return false;
  return true;
}

/// "BACKED selling", "OPPOSES joining": of what others do.
bool Linker::takes_a_stand(int verb) const {
  if (!kind(verb, GroupKind::verb)) return false;
  const std::string_view word = c_.text.text(g(verb).head);
  return begins_with_one_of(word, {"back", "support", "oppos", "favour", "favor", "advocat",
                                   "endors", "criticis", "criticiz"});
}

void Linker::on_participle(int i) {
  const int k = before(i);
  const bool gerund = g(i).form == VerbForm::gerund;
  if (kind(k, GroupKind::coordinator) && cur().verb != none && g(cur().verb).form == g(i).form)
    return coordinate(i);
  if (kind(k, GroupKind::coordinator) && cur().verb != none && !gerund &&
      (g(cur().verb).passive || g(cur().verb).perfect))
    return coordinate(i);
  if (kind(k, GroupKind::comma) && gerund && cur().verb != none &&
      g(cur().verb).form == g(i).form &&
      out_.source(static_cast<std::uint16_t>(cur().verb), LinkKind::clause) >= 0)
    return coordinate(i);  // "accused Acme of lying, BRIBING judges and …"
  if (goes_on_in_past(i, k) || goes_on_behind_aside(i, k)) {
    make_past(i);
    return coordinate(i);
  }
  if (ends_relative_in_past(i, k) || ends_apposition_in_past(i, k) || gap_in_past(i)) {
    make_past(i);
    return on_finite(i);
  }
  Clause c;
  c.kind = ClauseKind::participial;
  c.parent = gerund && kind(k, GroupKind::comma) ? clause_before_comma(i) : cur_;
  c.verb = i;
  const bool dated = gerund && kind(k, GroupKind::noun) && (g(k).date || head_is(k, k_.time_unit));
  if (prep_gerund_ || spine_.empty() || dated) {
    c.subject_from_parent = !(gerund && takes_a_stand(k));
    if (!c.subject_from_parent) {
      // "BACKED leaving the union": who it is that leaves is not said
    } else if (kind(k, GroupKind::verb)) {
      c.governor = k;
      link(LinkKind::infinitive, k, i);
    } else if (prep_gerund_) {
      govern_gerund(i, k, c);
    }
  } else if (!gerund && (kind(k, GroupKind::noun) || kind(k, GroupKind::comma)) && lone_verb(i)) {
    Clause& main = cur();
    main.verb = i;
    make_past(i);
    if (main.pending != none) link(LinkKind::subject, i, main.pending);
    return;
  } else if (gerund && (is_there() || posts_there(k))) {
    c.subject_from_parent = true;
  } else if (kind(k, GroupKind::noun)) {
    link_outwards(i);
  } else if (kind(k, GroupKind::open)) {
    link_outwards(i);
  } else if (joined_in_act(i, k) || opens_aside(k, gerund)) {
    c.subject_from_parent = true;
  } else if (kind(k, GroupKind::comma) && (!gerund || lists(i)) &&
             touches_over_list(spine_.back(), k)) {
    link_outwards(i);
  } else {
    c.subject_from_parent = true;
  }
  push(c);
}

/// "took its case to Acme, JOINED by Bolt": with whom the subject did it, not what Acme is; "a
/// member of Acme, JOINED by Bolt in 1999", "Acme, JOINED by Bolt, sued" are told of it.
bool Linker::joined_in_act(int i, int comma) const {
  const int verb = cur().verb;
  if (!kind(comma, GroupKind::comma) || c_.text.text(g(i).head) != "joined" || !g(i).passive ||
      verb == none || g(verb).passive || g(verb).copula || subject_of(verb) == none ||
      !kind(i + 1, GroupKind::preposition) || c_.text.text(g(i + 1).head) != "by" ||
      !kind(comma - 1, GroupKind::noun) || !kind(comma - 2, GroupKind::preposition))
    return false;
  for (int k = i + 2; k < size(); ++k) {
    if (kind(k, GroupKind::noun) && g(k).date) return false;
    if (!kind(k, GroupKind::noun) && !kind(k, GroupKind::comma) &&
        !kind(k, GroupKind::coordinator) && !kind(k, GroupKind::preposition))
      break;
  }
  return true;
}

/// "was in Paris MEETING the king"
bool Linker::is_there() const {
  return cur().verb != none && g(cur().verb).copula && cur().object == none;
}
/// "posted on Twitter ACCUSING Acme", "wrote in The Times CRITICISING it": who writes does.
bool Linker::posts_there(int place) const {
  if (cur().verb == none || !kind(place, GroupKind::noun) || !named(place) ||
      !kind(place - 1, GroupKind::preposition) || !head_is(cur().verb, k_.reporting))
    return false;
  const std::string_view at = c_.text.text(g(place - 1).head);
  return at == "on" || at == "in";
}

/// "who helped the Tsar and later ADVISED three presidents", "sold it and DISCLOSED that …": no
/// participle, but the next verb.
bool Linker::goes_on_in_past(int i, int coordinator) const {
  const int verb = cur().verb;
  return kind(coordinator, GroupKind::coordinator) && verb != none &&
         g(verb).form == VerbForm::finite && head(verb).tag == Tag::VBD && !g(verb).passive &&
         g(i).form == VerbForm::participle && head(i).tag == Tag::VBN &&
         (kind(i + 1, GroupKind::subordinator) || head_is(i, k_.intransitive) ||
          (cur().kind == ClauseKind::relative && cur().pending != none) ||
          (kind(i + 1, GroupKind::noun) && !g(i + 1).date));
}

/// "closed its shops AND, BURDENED WITH DEBT, SOLD everything": the next verb as well.
bool Linker::goes_on_behind_aside(int i, int comma) const {
  return head(i).tag == Tag::VBN && g(i).tokens.size() == 1 && g(i).form == VerbForm::participle &&
         kind(i + 1, GroupKind::noun) && !g(i + 1).date && behind_aside(comma);
}
/// "grew and, BACKED by Bolt, bought Cor": said of who grew
bool Linker::opens_aside(int comma, bool gerund) const {
  return !gerund && comma > 0 && kind(comma, GroupKind::comma) &&
         kind(comma - 1, GroupKind::coordinator);
}
bool Linker::behind_aside(int comma) const {
  const int verb = clauses_[0].verb;
  if (!kind(comma, GroupKind::comma) || verb == none || g(verb).form != VerbForm::finite)
    return false;
  for (int k = comma - 1; k > verb; --k) {
    if (kind(k, GroupKind::comma)) return kind(k - 1, GroupKind::coordinator);
    if (kind(k, GroupKind::coordinator) || kind(k, GroupKind::relative) ||
        kind(k, GroupKind::subordinator) ||
        (kind(k, GroupKind::verb) && g(k).form == VerbForm::finite))
      return false;
  }
  return false;
}

/// "Acme, which makes chips, ACQUIRED Globex": the verb that the subject before the aside still
/// waits for.
bool Linker::ends_relative_in_past(int i, int comma) const {
  const bool aside =  // "whose firm makes toys" as well
      cur().kind == ClauseKind::relative || cur().kind == ClauseKind::subordinate;
  if (!kind(comma, GroupKind::comma) || !aside || cur().verb == none ||
      g(i).form != VerbForm::participle || waiting_clause() == none)
    return false;
  const bool aim =  // "whose chairman is Ann Lee, THREATENED to sue"
      kind(i + 1, GroupKind::verb) && g(i + 1).form == VerbForm::infinitive;
  return (aim || (kind(i + 1, GroupKind::noun) && !g(i + 1).date)) && own_verb(i);
}

/// "Ann Lee, the head of Acme, FOUNDED Globex and left": the same behind an apposition. Participles
/// that are no past forms ("given") are none, nor verbs whose passive takes a noun ("named head").
bool Linker::ends_apposition_in_past(int i, int comma) const {
  const int subject = cur().pending;
  if (!kind(comma, GroupKind::comma) || cur().verb != none || subject == none ||
      comma <= subject + 1 || !kind(subject + 1, GroupKind::comma) || head(i).tag != Tag::VBN ||
      g(i).tokens.size() != 1 || !kind(i + 1, GroupKind::noun) || g(i + 1).date ||
      (head_is(i, k_.appoint) && broad(i + 1) != Broad::person))
    return false;
  const std::string_view word = c_.text.text(g(i).head);
  for (const std::string_view ending : {"en", "wn", "rn", "ne"})
    if (word.ends_with(ending)) return false;
  return own_verb(i);
}

/// "Acme, which Ann Lee and two managers of Bolt FOUNDED in 1982, grew": what it founded is before.
bool Linker::gap_in_past(int i) const {
  const Clause& c = cur();
  if (c.kind != ClauseKind::relative || c.oblique_relative || c.pending == none || c.verb != none ||
      head(i).tag != Tag::VBN || g(i).tokens.size() != 1 || g(i).form != VerbForm::participle ||
      !kind(before(i), GroupKind::noun) || kind(i + 1, GroupKind::noun))
    return false;
  for (int k = i + 1; k < size(); ++k) {
    if (kind(k, GroupKind::comma) || kind(k, GroupKind::stop)) return true;
    if (kind(k, GroupKind::verb)) return false;
  }
  return true;
}

/// Does the subject before an aside wait for this past form, and for no verb behind it that is not
/// coordinated with it?
bool Linker::own_verb(int i) const {
  for (int k = i + 1; k < size(); ++k) {
    if (kind(k, GroupKind::relative) || kind(k, GroupKind::subordinator)) return true;
    if (kind(k, GroupKind::coordinator) && kind(k - 1, GroupKind::comma))
      return true;  // ", but a court STOPPED it"
    if (kind(k, GroupKind::verb) && g(k).form == VerbForm::finite)
      return kind(before(k), GroupKind::coordinator);
  }
  return true;
}

void Linker::make_past(int i) {
  Group& verb = out_.groups[static_cast<std::size_t>(i)];
  verb.form = VerbForm::finite;
  verb.passive = false;
  verb.past = true;
}

/// "withdrew it BEFORE falling out": says when, and is no part of what the verb asks for.
static bool tells_when(std::string_view preposition) {
  return preposition == "before" || preposition == "after" || preposition == "since" ||
         preposition == "upon";
}

/// "ITS PART IN selling it", "Acme's ROLE IN selling it": done by the one whose it is
bool Linker::part_in_act(int preposition) const {
  const int part = preposition - 1;
  return c_.text.text(g(preposition).head) == "in" && kind(part, GroupKind::noun) &&
         possessed(part) &&
         one_of(c_.text.text(g(part).head),
                {"part", "role", "hand", "share", "involvement", "complicity", "participation"});
}

/// Of "criticised ACME for ITS ROLE" not the judge's; none if that is not known.
int Linker::whose_part(int part) const {
  const int verb = cur().verb, met = cur().object;
  if (verb != none && !g(verb).passive && met != none && met < part - 1 &&
      kind(part - 1, GroupKind::preposition) && c_.text.text(g(part - 1).head) == "for" &&
      c_.text.tokens[g(part).tokens.first].tag == Tag::PRPS)
    return met;
  const int owner = out_.target(static_cast<std::uint16_t>(part), LinkKind::possessor);
  return owner < 0 ? none : owner;
}

/// "accused Acme OF SELLING arms": said of whom the verb accuses; "refrained FROM SELLING",
/// "WITHOUT SELLING", "INSTEAD OF SELLING": it was not done; "close TO SELLING", "the idea OF
/// SELLING": not yet.
void Linker::govern_gerund(int i, int preposition, Clause& clause) {
  const bool behind = kind(preposition, GroupKind::preposition) && preposition > 0;
  if (kind(preposition, GroupKind::preposition) &&
      (head_is(preposition, k_.negator) || (behind && head_is(preposition - 1, k_.contrary))))
    out_.groups[static_cast<std::size_t>(i)].negated = true;
  const std::string_view word = c_.text.text(g(preposition).head);
  if (word == "against")  // "decided on Monday AGAINST selling"
    out_.groups[static_cast<std::size_t>(i)].negated = true;
  if (behind && part_in_act(preposition)) {
    const int whose = whose_part(preposition - 1);
    clause.subject_from_parent = false;
    if (whose != none) link(LinkKind::subject, i, whose);
    return;
  }
  if (behind && kind(preposition - 1, GroupKind::verb) &&
      (word == "against" || muses(preposition - 1, word) ||
       (head_is(preposition - 1, k_.planning_verb) &&
        !head_is(preposition - 1, k_.request_verb)))) {
    clause.governor = preposition - 1;  // "DREAMED of selling"
    link(LinkKind::infinitive, preposition - 1, i);
    return;
  }
  // not "docked 35 POINTS for breaking it"
  if (behind && head_is(preposition - 1, k_.prospect) &&
      c_.text.tokens[g(preposition - 1).tokens.first].tag != Tag::CD &&
      (kind(preposition - 1, GroupKind::noun) || kind(preposition - 1, GroupKind::adjective))) {
    clause.governor = preposition - 1;
    link(LinkKind::infinitive, preposition - 1, i);
    return;
  }
  const Clause& main = clauses_[static_cast<std::size_t>(prevented_over_aside(preposition))];
  const int verb = main.verb;
  if (verb != none && means_to_come(verb, preposition)) {
    link(LinkKind::infinitive, verb, i);
    return;
  }
  if (verb == none || (behind && tells_when(c_.text.text(g(preposition).head)))) return;
  const int object = main.object;
  // "imposed sanctions on ACME for selling"
  const bool noun = behind && object != none && object < preposition - 1 &&
                    head_is(object, k_.accusing) && kind(preposition - 1, GroupKind::noun);
  const bool accuses = noun || head_is(verb, k_.accusing);
  if (head_is(verb, k_.preventing) && g(verb).form == VerbForm::infinitive) {
    clause.governor = verb;  // "TRIED to stop Acme from selling": whether it sold is not said
    link(LinkKind::infinitive, verb, i);
    if (object == none || g(verb).passive) return;
    link(LinkKind::subject, i, object);
    clause.subject_from_parent = false;
    return;
  }
  if (head_is(verb, k_.preventing)) out_.groups[static_cast<std::size_t>(i)].negated = true;
  if (!accuses && !head_is(verb, k_.negative_verb)) return;
  clause.governor = verb;
  link(LinkKind::clause, verb, i);
  if (!accuses || g(verb).passive) return;
  clause.subject_from_parent = false;
  if (object == none) return;  // "the tour, which Acme ACCUSED OF BREAKING it"
  const int receiver = out_.target(static_cast<std::uint16_t>(verb), LinkKind::object2);
  link(LinkKind::subject, i, noun ? preposition - 1 : receiver >= 0 ? receiver : object);
}

/// "WILL GROW by buying Acme", "hopes TO LIST by merging": the means are to come as well.
bool Linker::muses(int verb, std::string_view preposition) const {
  return (preposition == "of" || preposition == "about") && head_is(verb, k_.hedging_verb) &&
         !head_is(verb, k_.accusing) && !g(verb).passive;
}

bool Linker::means_to_come(int verb, int preposition) const {
  if (!kind(preposition, GroupKind::preposition) || c_.text.text(g(preposition).head) != "by")
    return false;
  const Group& v = g(verb);
  if (v.negated || v.perfect) return false;
  if (v.modal != UINT32_MAX) return c_.text.tokens[v.modal].classes.has(k_.planning_modal);
  if (v.form != VerbForm::infinitive) return false;
  const int governor = out_.source(static_cast<std::uint16_t>(verb), LinkKind::infinitive);
  return governor >= 0 && !g(governor).past;  // "TRIED to survive by selling" may have sold
}

/// "STOPPED Acme, a fund backed by Bolt, FROM buying": the clause before an aside whose verb asks
/// for the preposition; else the one that is read.
int Linker::prevented_over_aside(int preposition) const {
  if (!kind(preposition, GroupKind::preposition) || !kind(preposition - 1, GroupKind::comma) ||
      c_.text.text(g(preposition).head) != "from")
    return cur_;
  for (int up = cur_; up != none; up = clauses_[static_cast<std::size_t>(up)].parent) {
    const int verb = clauses_[static_cast<std::size_t>(up)].verb;
    if (verb != none && head_is(verb, k_.preventing)) return up;
  }
  return cur_;
}

void Linker::link_outwards(int i) {
  // "a lawyer for families SUING Acme": the families alone
  const bool nearest_acts =
      g(i).form == VerbForm::gerund && kind(before(i), GroupKind::noun) &&
      (broad(spine_.back()) == Broad::person || head(spine_.back()).tag == Tag::NNS);
  if (const int work = work_led(i); work != none) {
    link(LinkKind::subject, i, work);
    return;
  }
  bool loose = false, body = false;
  const auto inner = led_staff(i) ? spine_.rend() - 1 : spine_.rbegin() + behind_led(i);
  for (auto s = inner; s != spine_.rend(); ++s) {
    if (loose && other_conjunct(*s, i)) continue;
    link(LinkKind::subject, i, *s, loose);
    if (behind_time(*s)) return;  // "held by Acme before fighters BACKED by Bolt came"
    if (nearest_acts) return;
    const ClassSet& noun = head(*s).classes;
    const bool some =
        !named(*s) && (noun.has(k_.group) || noun.has(k_.company) || noun.has(k_.government));
    if (some && starts_indefinite(*s) && *s > 0 && head_is(*s - 1, genitive_) && *s == before(i))
      return;  // "Acme, the arm of A FIRM led by Ann Lee": she leads the firm
    if (*s == before(i) && kind(*s - 1, GroupKind::preposition) && some_held(*s, i)) return;
    if (noun.has(k_.led_work) && head_is(i, k_.leading_verb) && !named(*s))
      return;  // "control of Acme in a COUP led by Ann Lee": she leads that
    body = body || some;
    loose = true;
  }
  const int made = kind(before(i), GroupKind::comma)
                       ? out_.source(static_cast<std::uint16_t>(spine_.front()), LinkKind::object)
                       : none;
  if (made >= 0 && g(made).form == VerbForm::gerund && subject_of(made) != none)
    link(LinkKind::subject, i, subject_of(made), true);  // "a firm making tools, BASED in Leeds"
  // "was born in Leeds, EDUCATED at Harvard and …": perhaps the subject's, not the place's
  const int verb = cur().verb;
  const int subject = verb == none || !g(verb).passive ? none : subject_of(verb);
  if (subject != none && !body && kind(before(i), GroupKind::comma))
    link(LinkKind::subject, i, subject, true);  // not "after the GOVERNMENT of the day, led by X"
}

/// "sold Acme to A VEHICLE owned by Ann Lee", "to INVESTORS led by her": that alone.
bool Linker::some_held(int noun, int i) const {
  return !named(noun) && !g(noun).pronoun && g(i).passive && kind(i + 1, GroupKind::preposition) &&
         c_.text.text(g(i + 1).head) == "by" && !head_is(noun - 1, genitive_) &&
         (starts_indefinite(noun) ||
          (head(noun).tag == Tag::NNS && broad(noun) == Broad::person)) &&
         begins_with_one_of(c_.text.text(g(i).head),
                            {"control", "own", "back", "led", "run", "head", "chair", "manag",
                             "found", "fund", "financ", "support", "sponsor", "advis"});
}

/// "a venture of ACME, the bank, and Bolt, a maker of tools FOUNDED by Ann Lee": not of Acme.
bool Linker::other_conjunct(int noun, int participle) const {
  for (const Link& l : out_.links)
    if (l.kind == LinkKind::subject && l.from == participle && l.to != noun &&
        first_conjunct(l.to) == first_conjunct(noun) && kind(l.to - 1, GroupKind::coordinator) &&
        kind(l.to - 2, GroupKind::comma))
      return true;
  return false;
}

/// Is the noun what a word like "before" stands in front of?
bool Linker::behind_time(int noun) const {
  if (!kind(noun - 1, GroupKind::preposition)) return false;
  const std::string_view word = c_.text.text(g(noun - 1).head);
  return word == "before" || word == "after" || word == "since" || word == "until";
}

/// "RESEARCHERS at Leeds University, led by Ann Lee": not the whole university.
bool Linker::led_staff(int i) const {
  if (spine_.size() < 2 || g(i).form != VerbForm::participle || !head_is(i, k_.leading_verb))
    return false;
  const int staff = spine_.front(), next = staff + 1;
  if (named(staff) || head(staff).tag != Tag::NNS || !kind(next, GroupKind::preposition) ||
      broad(spine_.back()) != Broad::organization)
    return false;
  const std::string_view at = c_.text.text(g(next).head);
  return (at == "at" || at == "from") && (head_is(staff, k_.person) || head_is(staff, k_.position));
}

/// "a TEAM at Leeds University, led by Ann Lee", "a STUDY published in Acme, led by her", "the
/// London OFFICE of Acme run by her": not the body named behind it. How many nouns of the spine
/// stand there?
int Linker::behind_led(int i) const {
  const int usual = ends_in_place_of_body(i) ? 1 : 0;
  if (spine_.size() < 2 || g(i).form != VerbForm::participle || !head_is(i, k_.leading_verb) ||
      !named(spine_.back()) || broad(spine_.back()) != Broad::organization)
    return usual;
  for (std::size_t k = 0; k + 1 < spine_.size(); ++k) {
    const int outer = spine_[k];
    if (may_be_led(outer) && kind(outer + 1, GroupKind::preposition))
      return static_cast<int>(spine_.size() - 1 - k);
  }
  return usual;
}

/// "the BOARD of Acme": who chairs it leads all of it; not "the ETHICS board".
bool Linker::whole_board(int noun) const {
  const Group& board = g(noun);
  return c_.text.text(board.head) == "board" &&
         (board.head == board.tokens.first || !is_noun(c_.text.tokens[board.head - 1].tag));
}

/// Does the noun name a work or a part that somebody leads?
bool Linker::may_be_led(int noun) const {
  const ClassSet& what = head(noun).classes;
  return !named(noun) && head(noun).tag == Tag::NN && !whole_board(noun) &&
         (what.has(k_.led_work) || what.has(k_.section) || what.has(k_.team) || what.has(k_.group));
}

/// "A STUDY published in Acme's paper, LED by Ann Lee", "a FIRM backed by Acme, RUN by her"
int Linker::work_led(int i) const {
  const int verb = cur().verb;
  if (verb == none || g(verb).form != VerbForm::participle || !g(verb).passive ||
      g(i).form != VerbForm::participle || !head_is(i, k_.leading_verb) ||
      !kind(before(i), GroupKind::comma))
    return none;
  const int work = subject_of(verb);
  return work != none && may_be_led(work) ? work : none;
}

/// "the TEAM in Leeds, led by Ann Lee", "a FUND in Leeds led by her": who acts is the body, not its
/// place; "the COMMITTEE of Acme, led by Ann Lee": nor what it is a part of.
bool Linker::ends_in_place_of_body(int i) const {
  if (spine_.size() < 2) return false;
  const int inner = spine_.back(), outer = spine_[spine_.size() - 2];
  const ClassSet& noun = head(outer).classes;
  if (noun.has(k_.led_work) && head_is(i, k_.leading_verb) && !named(outer) && named(inner) &&
      (broad(inner) == Broad::organization || broad(inner) == Broad::place))
    return true;  // "the REPORT by Acme, led by Ann Lee", "the INVASION of Chad led by Ann Lee"
  const bool body =
      !named(outer) && (noun.has(k_.group) || noun.has(k_.company) || noun.has(k_.government));
  // "a research GROUP at the University of Leeds led by Ann Lee" as well
  const bool at = kind(inner - 1, GroupKind::preposition) &&
                  c_.text.text(g(inner - 1).head) == "at" && broad(inner) == Broad::organization;
  if (!kind(before(i), GroupKind::comma))
    return body && (at || broad(inner) == Broad::place) && g(i).form == VerbForm::participle &&
           named(inner);
  const bool part = broad(inner) == Broad::organization && g(inner).mention != MentionId::none &&
                    !named(outer) && noun.has(k_.group) && head(outer).tag == Tag::NN &&
                    !whole_board(outer) && head_is(inner - 1, k_.genitive_preposition);
  if (broad(inner) != Broad::place) return part;
  return body || broad(outer) == Broad::organization;
}

bool Linker::lone_verb(int i) const {
  const Clause& c = clauses_[static_cast<std::size_t>(cur_)];
  if (c.verb != none || c.pending == none) return false;
  if (!kind(i + 1, GroupKind::noun) && !head_is(i, k_.intransitive)) return false;
  bool below = false;  // "fired Ann Lee, WHO HAD RUN it", "BECAUSE SHE HAD LIED": no main verb
  for (int k = i + 1; k < size(); ++k) {
    below = below || kind(k, GroupKind::relative) || kind(k, GroupKind::subordinator);
    if (!kind(k, GroupKind::verb) || g(k).form != VerbForm::finite) continue;
    const bool goes_on = kind(before(k), GroupKind::coordinator);
    if (!below && !goes_on) return false;
    below = false;
  }
  return true;
}

}  // namespace factloom
