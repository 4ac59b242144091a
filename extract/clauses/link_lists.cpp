// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/linker.h"

namespace factloom {

bool Linker::aside_of_subject(int i) {
  if (cur().verb == none || !kind(before(possessor_start(i)), GroupKind::comma)) return false;
  if (g(i).pronoun || named(i) || finite_follows(i)) return false;
  const int subject = subject_of(cur().verb);
  if (subject == none || broad(i) != Broad::person || broad(subject) != Broad::person) return false;
  link(LinkKind::apposition, subject, i);
  return true;
}

int Linker::shared_possessor(int i) {
  if (i < 2 || !kind(i - 1, GroupKind::coordinator) || !kind(i - 2, GroupKind::noun)) return i;
  if (!named(i) || !named(i - 2) || broad(i) != Broad::person || broad(i - 2) != Broad::person)
    return i;
  const int first = first_conjunct(i - 2);
  out_.conjunct_of[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(first);
  if (cur().pending == i - 2) cur().pending = none;
  return first;
}

bool Linker::same_kind(int a, int b) const {
  const Broad x = broad(a), y = broad(b);
  return x == y && x != Broad::date;
}

bool Linker::actors(int a, int b) const {
  const auto actor = [](Broad x) {
    return x == Broad::person || x == Broad::organization || x == Broad::place;
  };
  return named(a) && named(b) && actor(broad(a)) && actor(broad(b));
}

bool Linker::place_chain(int i) {
  const int inner = i - 2;
  if (!kind(inner, GroupKind::noun) || !named(inner) || !named(i)) return false;
  if (seated(inner, i)) return true;
  const int rank = place_rank(i), inner_rank = place_rank(inner);
  const bool towns = rank == 1 && inner_rank == 1 && !list_goes_on(i);  // "Wimbledon, London"
  if ((rank <= inner_rank && !towns) || inner_rank == 0) {
    // "Ann Lee, educated at Trinity College, CAMBRIDGE, won"
    return kind(i + 1, GroupKind::comma) && kind(i + 2, GroupKind::verb) &&
           g(i + 2).form == VerbForm::finite && cur().verb != none && waiting_clause() != none;
  }
  if (kind(i + 1, GroupKind::verb) && g(i + 1).form == VerbForm::finite) return false;
  out_.conjunct_of[static_cast<std::size_t>(i)] = out_.conjunct_of[static_cast<std::size_t>(inner)];
  if (!spine_.empty() && spine_.back() == inner) spine_.push_back(i);
  return true;
}

bool Linker::seated(int organization, int place) {
  if (broad(organization) != Broad::organization || place_rank(place) == 0) return false;
  const int next = kind(place + 1, GroupKind::comma) ? place + 2 : place + 1;
  if (!kind(next, GroupKind::relative) || spine_.empty() || spine_.back() != organization)
    return false;
  spine_.push_back(place);
  return true;
}

int Linker::place_rank(int i) const {
  const TypeId t = mention(g(i).mention).type;
  if (o_.is_a(t, country_)) return 3;
  if (o_.is_a(t, region_)) return 2;
  return o_.is_a(t, place_) ? 1 : 0;
}

bool Linker::coordinated(int i) {
  if (spine_.empty()) return false;
  int k = over_brackets(i - 1);
  while (k >= 0 && (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote ||
                    g(k).kind == GroupKind::adjective))
    k = over_brackets(k - 1);
  if (k > 0 && g(k).kind == GroupKind::possessive) k = possessor_start(i) - 1;
  if (kind(k, GroupKind::comma) && kind(k - 1, GroupKind::adverb) &&
      kind(k - 2, GroupKind::coordinator))
    k -= 2;  // "attended A and later, B"
  const bool conjoined = kind(k, GroupKind::coordinator);
  const bool comma = kind(k, GroupKind::comma);
  const bool between = comma && several_between(i);
  if (!conjoined && !between && !(comma && list_goes_on(i) && !names_or_describes(k - 1, i)))
    return false;
  if (conjoined && kind(k - 1, GroupKind::comma)) --k;
  const bool apart = conjoined || !same_kind(spine_.back(), i);
  int mate = conjoined && kind(k, GroupKind::comma) ? mate_over_relative(i) : none;
  if (mate == none && conjoined && kind(k, GroupKind::comma) && closes_aside(i, k)) {
    mate = described_name();
    if (!same_kind(mate, i)) return false;
  }
  if (mate != none) {  // "Acme, a firm that is based in Leeds, and BOLT"
    out_.conjunct_of[static_cast<std::size_t>(i)] =
        out_.conjunct_of[static_cast<std::size_t>(mate)];
    cur_ = cur().parent;
    spine_.assign({mate, i});
    return true;
  }
  mate = apart && kind(k, GroupKind::comma) ? mate_over_apposition(i, k) : none;
  if (between) mate = spine_.back();
  const int first = conjoined ? second_of_two(i, k) : none;
  if (mate == none) mate = first;
  if (mate == none && conjoined) {
    mate = gapped(i);
    if (mate != none && kind(i + 2, GroupKind::noun) && kind(mate + 2, GroupKind::noun))
      out_.conjunct_of[static_cast<std::size_t>(i) + 2] =
          out_.conjunct_of[static_cast<std::size_t>(mate) + 2];
  }
  if (mate == none) mate = described_by(conjunct_mate(i, k, comma && !conjoined));
  if (mate == none && conjoined) mate = fellow_subject(i, k);
  if (mate == none) return false;
  // "a firm owned by Ann Lee and BOB ROY bought it": the firm still waits for its verb
  const bool free = kind(k, GroupKind::comma) || waiting_clause() == none;
  const bool subject_of_next = cur().verb != none && mate != cur().pending && free &&
                               mate != first &&
                               (finite_follows(i) || (conjoined && finite_behind_aside(i)));
  if (subject_of_next) return false;
  out_.conjunct_of[static_cast<std::size_t>(i)] = out_.conjunct_of[static_cast<std::size_t>(mate)];
  while (!spine_.empty() && spine_.back() != mate) spine_.pop_back();
  if (spine_.empty()) spine_.push_back(mate);
  spine_.push_back(i);
  return true;
}

int Linker::second_of_two(int i, int coordinator) const {
  const int first = spine_.back();
  const bool two = coordinator == i - 1 && first == coordinator - 1 &&
                   kind(first - 1, GroupKind::preposition) &&
                   c_.text.text(g(first - 1).head) == "between" && broad(first) != Broad::date &&
                   !possessed(first);
  return two ? first : none;
}

/// "the Justice Department and 19 STATES sued": nothing else can stand before the first verb.
int Linker::fellow_subject(int i, int coordinator) const {
  const int first = spine_.back();
  const bool somebody = broad(first) == Broad::person || broad(first) == Broad::organization ||
                        broad(first) == Broad::place;
  const bool alone = cur().verb == none && spine_.size() == 1 && first == cur().pending &&
                     named(first) && somebody && kind(coordinator, GroupKind::coordinator) &&
                     first == coordinator - 1 && i == coordinator + 1;
  const bool states = head(i).tag == Tag::NNS && broad(i) != Broad::date && finite_follows(i);
  const bool its_own =  // "Acme and ITS PARENT, Bolt, sued"
      c_.text.tokens[g(i).tokens.first].classes.has(k_.neuter) &&
      c_.text.tokens[g(i).tokens.first].tag == Tag::PRPS && head(i).tag == Tag::NN &&
      kind(i + 1, GroupKind::comma) && kind(i + 2, GroupKind::noun) && named(i + 2) &&
      kind(i + 3, GroupKind::comma) && kind(i + 4, GroupKind::verb) &&
      g(i + 4).form == VerbForm::finite;
  return alone && (states || its_own) ? first : none;
}

/// "bought Acme, and GLOBEX, a unit of Bolt, left": what an aside keeps from its verb.
bool Linker::finite_behind_aside(int i) const {
  // "…, and THE NEW FIRM, Globex, left"
  const bool described = !named(i) && starts_definite(i) && kind(i - 2, GroupKind::comma);
  const bool closed =  // "whom he met with BOB AND EVE, and Ann Lee, his wife, left"
      kind(i - 2, GroupKind::comma) && kind(i - 4, GroupKind::coordinator);
  if (!kind(i + 1, GroupKind::comma) || (!named(i) && !described) ||
      (cur().kind == ClauseKind::relative && !closed))
    return false;
  if (!kind(i + 2, GroupKind::relative) &&
      !(kind(i + 2, GroupKind::noun) && named(i + 2) == described))
    return false;
  for (int k = i + 2; k < size() && k < i + 16; ++k) {
    if (kind(k, GroupKind::coordinator) || kind(k, GroupKind::stop)) return false;
    if (!kind(k, GroupKind::comma)) continue;
    const int verb = kind(k + 1, GroupKind::adverb) ? k + 2 : k + 1;
    return kind(verb, GroupKind::verb) && g(verb).form == VerbForm::finite &&
           !head_is(verb, k_.reporting);  // "met Acme and Bolt, a rival, SAID Ann Lee"
  }
  return false;
}

int Linker::gapped(int i) const {
  if (cur().verb == none || !kind(i + 1, GroupKind::preposition) || !named(i)) return none;
  const auto verb = static_cast<std::uint16_t>(cur().verb);
  for (const Link& l : out_.links) {
    if (l.kind != LinkKind::object || l.from != verb || l.loose) continue;
    const int object = l.to;
    if (object >= i || !named(object) || !same_kind(object, i)) continue;
    const int with = object + 1;
    if (with < i && kind(with, GroupKind::preposition) &&
        !head(with).classes.has(k_.genitive_preposition) && head(with).word == head(i + 1).word &&
        std::find(spine_.begin(), spine_.end(), object) != spine_.end())
      return object;
  }
  return none;
}

bool Linker::names_or_describes(int noun, int i) const {
  if (!kind(noun, GroupKind::noun) || spine_.back() != noun) return false;
  // "under Ann Lee, THE CHAIRMAN and chief executive", "by Ann Lee, THE US ENVOY, and Bob Roy"
  if (named(noun) && broad(noun) == Broad::person && head_is(i, k_.position) &&
      !is_proper_noun(head(i).tag) && starts_definite(i))
    return true;
  if (named(i))
    return std::any_of(spine_.begin(), spine_.end(), [&](int s) {
      return !named(s) && !g(s).pronoun && same_kind(s, i) && head(s).tag == Tag::NNS &&
             touches_over_list(s, noun + 1);
    });
  return same_kind(noun, i) && named(noun) && broad(noun) == Broad::person && starts_indefinite(i);
}

int Linker::described_by(int mate) const {
  if (mate == none || !named(mate)) return mate;
  for (const Link& l : out_.links)
    if (l.kind == LinkKind::apposition && l.to == mate && !named(l.from) &&
        broad(l.from) == Broad::person && head(l.from).tag == Tag::NN &&
        std::find(spine_.begin(), spine_.end(), l.from) != spine_.end())
      return l.from;
  return mate;
}

int Linker::possessor_start(int i) const {
  int k = i;
  while (k >= 2 && g(k - 1).kind == GroupKind::possessive) k -= 2;
  return k;
}

/// "has FRENCH and Polish passports": both are passports.
bool Linker::shares_noun(int people, int i) const {
  const auto adjective = [&](MentionId m) {
    return m != MentionId::none && mention(m).kind == MentionKind::adjective;
  };
  const Group& other = g(i);
  return people == i - 2 && g(people).tokens.size() == 1 && adjective(g(people).mention) &&
         other.tokens.size() > 1 && other.head + 1 == other.tokens.last &&
         adjective(c_.mention_at[other.tokens.first]) &&
         c_.mention_at[other.head] != c_.mention_at[other.tokens.first];
}

int Linker::conjunct_mate(int i, int before, bool list) const {
  const bool relative = head_is(i, k_.kinship) && possessed(i) && !named(i);  // "Bob and HIS WIFE"
  const auto of_its_kind = [&](int s) {
    // "by Qrst Vwx and ANN LEE", "owns Coach and BOLT LTD": with the name that nothing is known of
    const bool alike =
        broad(i) == Broad::organization ||
        (broad(i) == Broad::person && broad(s) == Broad::other && g(s).tokens.size() > 1);
    const bool unknown =
        s == before - 1 && !named(s) && head(s).tag == Tag::NNP && named(i) && alike;
    return unknown || shares_noun(s, i) || (same_kind(s, i) && (named(s) == named(i) || relative));
  };
  const int last = spine_.back();
  const auto conjoined = [&](int s) {
    return s != last && first_conjunct(last) == first_conjunct(s);
  };
  // "raised it in The Hague, and BOB ROY invited": nor where nothing else could be meant
  if (broad(i) == Broad::person && broad(last) == Broad::place && named(last) &&
      kind(last - 1, GroupKind::preposition) && c_.text.text(g(last - 1).head) == "in" &&
      kind(before, GroupKind::comma) && std::none_of(spine_.begin(), spine_.end(), of_its_kind))
    return none;
  // "Ann of Leeds and BOB", "Acme in Leeds and GLOBEX": not with the town
  const bool actor = broad(i) == Broad::person || broad(i) == Broad::organization;
  const bool people = actor && std::any_of(spine_.begin(), spine_.end(), of_its_kind);
  for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
    if (of_its_kind(*s) || (!people && actors(*s, i)))
      return touches_over_list(*s, before) || (conjoined(*s) && touches_over_list(last, before))
                 ? *s
                 : none;
  if (list) return none;
  for (auto s = spine_.rbegin(); s != spine_.rend(); ++s)
    if (same_kind(*s, i)) return touches_over_list(*s, before) ? *s : none;
  return none;
}

/// The name that a relative clause behind it describes, where no name of its kind stands within.
int Linker::mate_over_relative(int i) const {
  const Clause& c = cur();
  if (c.kind != ClauseKind::relative || c.verb == none || c.parent == none || !named(i) ||
      finite_follows(i) || clauses_[static_cast<std::size_t>(c.parent)].verb == none)
    return none;
  for (const int s : spine_)
    if (same_kind(s, i)) return none;
  for (const int noun : {c.antecedent, c.outer}) {
    if (noun == none) continue;
    const int name =
        named(noun) ? noun : out_.source(static_cast<std::uint16_t>(noun), LinkKind::apposition);
    if (name != none && named(name) && same_kind(name, i)) return name;
  }
  return none;
}

int Linker::mate_over_apposition(int i, int before) const {
  for (const int mate : spine_) {
    if (!same_kind(mate, i) && !actors(mate, i)) continue;
    if (named(mate) != named(i) && !told_in_full(mate, before)) continue;
    const int comma = over_brackets(behind_brackets(mate + 1));
    if (comma >= before || !kind(comma, GroupKind::comma)) continue;
    const bool apposition = std::any_of(out_.links.begin(), out_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::apposition && l.from == mate && l.to > comma && l.to < before;
    });
    if (apposition && touches_over_list(comma, before)) return mate;
  }
  return none;
}

bool Linker::touches_over_list(int mate, int before) const {
  for (int k = behind_brackets(mate + 1); k < before; k = behind_brackets(k + 1)) {
    const GroupKind kk = g(k).kind;
    if (kk == GroupKind::verb || kk == GroupKind::relative || kk == GroupKind::subordinator ||
        kk == GroupKind::comma)
      return false;
  }
  return true;
}

/// "Acme, ITS DIRECTORS and Bolt", "Acme, THREE BANKS and Bolt"
bool Linker::several_between(int i) const {
  const int next = kind(i + 3, GroupKind::possessive) ? i + 4 : i + 2;  // "and JAPAN'S Bolt"
  return !named(i) && head(i).tag == Tag::NNS && named(spine_.back()) &&
         kind(i + 1, GroupKind::coordinator) && kind(next, GroupKind::noun) && named(next) &&
         same_kind(spine_.back(), next) && spine_.back() == possessor_start(i) - 2;
}

bool Linker::list_goes_on(int i) const {
  bool listed = false;
  for (int k = behind_brackets(i + 1); k < size() && k < i + 24; k = behind_brackets(k + 1)) {
    const GroupKind kk = g(k).kind;
    if (kk == GroupKind::coordinator && named(i) && kind(k + 1, GroupKind::noun) &&
        head_is(k + 1, k_.remainder))
      return true;  // "Ann Lee, BOB ROY and others"
    if (kk == GroupKind::coordinator && listed && kind(k + 1, GroupKind::noun) && !named(k + 1) &&
        (starts_definite(k + 1) || starts_indefinite(k + 1)))
      return true;  // "is the head of Acme, THE OWNER of Bolt, a senator and the pride of Leeds"
    if (kk == GroupKind::coordinator)
      return kind(k + 1, GroupKind::noun) && (same_kind(i, k + 1) || actors(i, k + 1)) &&
             named(i) == named(k + 1);
    if (kk == GroupKind::verb || kk == GroupKind::relative || kk == GroupKind::subordinator ||
        kk == GroupKind::stop)
      return false;
    if (kk == GroupKind::noun && kind(k - 1, GroupKind::comma) && !same_kind(i, k) && !actors(i, k))
      return false;
    listed = listed || (kk == GroupKind::noun && kind(k - 1, GroupKind::comma) && !named(i) &&
                        !named(k) && broad(i) == Broad::person && starts_indefinite(k));
  }
  return false;
}

bool Linker::behind_quotation(int i) const {
  if (!kind(i - 1, GroupKind::quote) || !kind(i - 2, GroupKind::comma) ||
      head(i - 1).tag == Tag::open_quote)
    return false;
  for (int k = i - 3; k >= 0 && !kind(k, GroupKind::quote); --k)
    if (kind(k, GroupKind::verb)) return true;  // not "her film, "Manthan," a hit"
  return false;
}

bool Linker::contrasted(int i) const {
  return named(i) && kind(i - 1, GroupKind::adverb) && kind(i - 2, GroupKind::comma) &&
         head_is(i - 1, k_.negator);
}

bool Linker::apposed(int i) {
  if (behind_quotation(i) || contrasted(i)) return false;
  int k = over_brackets(i - 1);
  while (k >= 0 &&
         (g(k).kind == GroupKind::adverb || g(k).kind == GroupKind::quote ||
          (g(k).kind == GroupKind::noun && (aside(k) || itself(k))) ||
          (g(k).kind == GroupKind::comma && kind(k - 1, GroupKind::noun) && aside(k - 1))))
    k = over_brackets(k - 1);
  if (k > 0 && g(k).kind == GroupKind::possessive) {
    k = possessor_start(i) - 1;
    if (kind(k, GroupKind::comma) && kind(k - 1, GroupKind::noun) && aside(k - 1) &&
        kind(k - 2, GroupKind::comma))
      k -= 2;  // "Ann Lee, 37, BOB'S daughter"
  }
  if (kind(k, GroupKind::adverb) && k < i - 1 && kind(k - 1, GroupKind::comma))
    --k;  // "Ann Lee, THEN Acme's chief"
  if (!kind(k, GroupKind::comma) && !kind(k, GroupKind::colon)) return false;
  if (spine_.empty() || reported_after(i) || lists_subjects(i)) return false;
  for (std::size_t s = spine_.size(); s-- > 0;) {
    const int mate = spine_[s];
    if (!apposable(mate, i) || !touches_over_list(mate, k)) continue;
    if (named(i) && !named(mate) && describes_name(mate))
      continue;  // "Ann Lee, Bolt's chief, BOB ROY, a lawyer, and Tom Hall"
    const bool of_all = head(i).tag == Tag::NNS || head_is(i, k_.pair_of_people);
    for (int one = of_all ? first_conjunct(mate) : mate; one <= mate; ++one)
      if (first_conjunct(one) == first_conjunct(mate)) link(LinkKind::apposition, one, i);
    if (mate == k - 1) share_apposition(mate, i);
    spine_.resize(s + 1);
    spine_.push_back(i);
    return true;
  }
  return false;
}

/// Is it said of a person who is named before?
bool Linker::describes_name(int noun) const {
  if (broad(noun) != Broad::person || (head_is(noun, k_.kinship) && possessed(noun)))
    return false;  // "Bob Roy, HIS WIFE, Ann Lee, and their son"
  return std::any_of(out_.links.begin(), out_.links.end(), [&](const Link& l) {
    return l.kind == LinkKind::apposition && l.to == noun && l.from < noun && named(l.from) &&
           broad(l.from) == Broad::person;
  });
}

void Linker::share_apposition(int post, int name) {
  const int first = first_conjunct(post);
  const bool bare = head(post).tag == Tag::NN && g(post).tokens.first == g(post).head;
  if (first == post || !bare || possessed(post) || named(post) || !named(name) ||
      broad(post) != Broad::person)
    return;
  for (int k = first; k < post; ++k)
    if (first_conjunct(k) == first && broad(k) == Broad::person && head(k).tag == Tag::NN &&
        !named(k))
      link(LinkKind::apposition, k, name);
}

bool Linker::itself(int k) const {
  if (!g(k).pronoun || !head_is(k, k_.reflexive)) return false;
  const bool named_before = kind(k - 1, GroupKind::noun) && named(k - 1);  // "sold Acme ITSELF to"
  return named_before || (kind(k - 1, GroupKind::comma) && kind(k + 1, GroupKind::noun));
}

bool Linker::aside(int k) const {
  return c_.text.tokens[g(k).head].tag == Tag::CD && g(k).tokens.size() <= 2 && !g(k).date;
}

bool Linker::before_subject() const {
  int at = cur_;
  while (clauses_[static_cast<std::size_t>(at)].kind == ClauseKind::participial &&
         clauses_[static_cast<std::size_t>(at)].parent != none)
    at = clauses_[static_cast<std::size_t>(at)].parent;
  const Clause& c = clauses_[static_cast<std::size_t>(at)];
  return c.verb == none && c.pending == none;
}

}  // namespace factloom
