// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/grammatical_roles.h"

namespace factloom {
namespace {

constexpr std::size_t reach = 16;  ///< how many groups may lie between a subject and its verb

/// The last group before i that is no adverb; i itself when there is none.
std::size_t before(const std::vector<Group>& row, std::size_t i) {
  for (std::size_t k = i; k-- > 0;)
    if (row[k].kind != GroupKind::adverb && row[k].kind != GroupKind::quote) return k;
  return i;
}

}  // namespace

void GrammaticalRoles::read(const std::vector<Group>& row) {
  places_.assign(row.size(), {});
  clauses_.clear();
  joint_ = row.size();
  open(none);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].kind == GroupKind::open) {  // an aside: its nouns have no role in the clause
      for (; i < row.size() && row[i].kind != GroupKind::close; ++i) places_[i].clause = current_;
      if (i == row.size()) break;
    }
    switch (row[i].kind) {
      case GroupKind::stop:
      case GroupKind::colon:
        open(none);
        break;
      case GroupKind::subordinator:
        open(static_cast<int>(current_));
        break;
      case GroupKind::preposition:
        if (!word(row, i).has(k_.subordinator) || !joins_clause(row, i)) break;
        open(static_cast<int>(current_));
        joint_ = i;
        break;
      case GroupKind::relative:
        open(static_cast<int>(current_));
        clauses_[current_].relative = true;
        if (i > 0 && i + 1 < row.size() && row[i + 1].kind == GroupKind::verb)
          clauses_[current_].subject = told_of(row, i);
        break;
      case GroupKind::verb:
        on_verb(row, i);
        break;
      case GroupKind::noun:
        on_noun(row, i);
        break;
      default:
        break;
    }
    places_[i].clause = current_;
  }
}

void GrammaticalRoles::open(int parent) {
  ShallowClause clause;
  clause.parent = parent;
  if (parent != none) {
    const ShallowClause& above = clauses_[static_cast<std::size_t>(parent)];
    clause.speaker = above.reports ? above.subject : above.speaker;
  }
  clauses_.push_back(clause);
  current_ = static_cast<std::uint32_t>(clauses_.size() - 1);
}

/// "CALLED ON ACME to sell", "APPEALED TO ACME to sell"
bool GrammaticalRoles::called_on(const std::vector<Group>& row, std::size_t noun) const {
  if (noun < 2 || row[noun].kind != GroupKind::noun ||
      row[noun - 1].kind != GroupKind::preposition || row[noun - 2].kind != GroupKind::verb ||
      !word(row, noun - 2).has(k_.request_verb))
    return false;
  const std::string_view by = text_.text(row[noun - 1].head);
  return by == "on" || by == "upon" || by == "to";
}

void GrammaticalRoles::on_verb(const std::vector<Group>& row, std::size_t i) {
  const std::size_t last = before(row, i);
  if (row[i].form == VerbForm::infinitive && last != i && called_on(row, last)) {
    open(static_cast<int>(current_));  // "called on Acme TO SELL its unit"
    clauses_[current_].subject = static_cast<int>(last);
    clauses_[current_].verb = true;
    return;
  }
  if (row[i].form == VerbForm::infinitive && last != i && row[last].kind == GroupKind::noun &&
      places_[last].role == GrammaticalRole::object && places_[last].governor != none) {
    const auto governor = static_cast<std::size_t>(places_[last].governor);
    if (!word(row, governor).has(k_.request_verb)) return;
    open(static_cast<int>(current_));  // "urged Acme TO SELL its unit"
    clauses_[current_].subject = static_cast<int>(last);
    clauses_[current_].verb = true;
    return;
  }
  const bool behind = row[i].form == VerbForm::gerund && last != i &&
                      row[last].kind == GroupKind::comma && clauses_[current_].verb;
  if (behind) {  // "sued Acme, ACCUSING it of fraud": the same subject does another thing
    const int shared = clauses_[current_].subject;
    open(clauses_[current_].parent);
    clauses_[current_].subject = shared;
    clauses_[current_].verb = true;
    return;
  }
  if (tells(row, i)) on_finite(row, i, last);
}

void GrammaticalRoles::on_finite(const std::vector<Group>& row, std::size_t i, std::size_t last) {
  const bool reports = word(row, i).has(k_.reporting) && !row[i].passive;
  if (!clauses_[current_].verb) {
    clauses_[current_].verb = true;
    clauses_[current_].reports = reports;
    return;
  }
  const bool also = last != i && last > 0 && row[last].kind == GroupKind::coordinator &&
                    row[last - 1].kind != GroupKind::comma;
  // "Ann Lee, who founded Acme AND RAN it, left" goes on with the clause of "who"
  for (int c = also && embedded_clause() ? none : clauses_[current_].parent; c != none;) {
    ShallowClause& clause = clauses_[static_cast<std::size_t>(c)];
    if (!clause.verb && clause.subject != none) {
      clause.verb = true;
      clause.reports = reports;
      current_ = static_cast<std::uint32_t>(c);
      return;
    }
    c = clause.parent;
  }
  if (clauses_[current_].relative && clauses_[current_].parent != none && last != i &&
      row[last].kind == GroupKind::coordinator && last > 1 &&
      row[last - 1].kind == GroupKind::comma)  // "fell out with Bob, who ran it, AND DISMISSED him"
    current_ = static_cast<std::uint32_t>(clauses_[current_].parent);
  const ShallowClause before = clauses_[current_];
  const bool joined =
      last != i && (row[last].kind == GroupKind::coordinator || row[last].kind == GroupKind::comma);
  open(before.parent);
  clauses_[current_].verb = true;
  clauses_[current_].reports = reports;
  if (joined) clauses_[current_].subject = before.subject;
  if (also) clauses_[current_].relative = before.relative;
}

/// Is it the verb of a clause? "Acme, founded by Ann Lee, HELD talks" is, though it may be read as
/// a participle: it has an object, and no other verb follows that the subject waits for.
bool GrammaticalRoles::tells(const std::vector<Group>& row, std::size_t i) const {
  if (row[i].form == VerbForm::finite) return true;
  if (row[i].form != VerbForm::participle) return false;
  if (word(row, i).has(k_.have)) return true;  // "HAD by then left"
  const std::size_t last = before(row, i);
  std::size_t k = i + 1;
  while (k < row.size() && row[k].kind == GroupKind::adverb) ++k;
  if (last == i || k >= row.size() || row[k].kind != GroupKind::noun || row[k].date) return false;
  if (row[last].kind != GroupKind::comma && row[last].kind != GroupKind::noun) return false;
  const ClassSet& verb = word(row, i);
  if (verb.has(k_.naming) || verb.has(k_.appoint) || verb.has(k_.renaming)) return false;
  for (; k < row.size() && row[k].kind != GroupKind::stop; ++k) {
    if (row[k].kind == GroupKind::subordinator || row[k].kind == GroupKind::relative) break;
    if (row[k].kind == GroupKind::verb && row[k].form == VerbForm::finite &&
        row[k - 1].kind != GroupKind::coordinator)
      return false;
  }
  return true;
}

/// Of a word that may be a subordinator: "left AFTER he had asked", "AFTER the head of the bank had
/// asked" are no prepositions but join a clause. "Who served as chief until his death LEFT" goes on
/// with the clause above.
bool GrammaticalRoles::joins_clause(const std::vector<Group>& row, std::size_t i) const {
  if (i + 2 >= row.size()) return false;
  if (row[i + 1].kind != GroupKind::noun || row[i + 1].date) return false;
  if (text_.text(row[i].head) == "as") return false;  // an aside: "as he likes to say"
  if (apposed_subject(row, i + 1)) return true;
  std::size_t k = i + 2;
  while (k + 1 < row.size() &&
         (row[k].kind == GroupKind::adverb ||
          (row[k].kind == GroupKind::preposition && row[k + 1].kind == GroupKind::noun)))
    k += row[k].kind == GroupKind::adverb ? 1 : 2;
  if (k == row.size() || row[k].kind != GroupKind::verb || row[k].form != VerbForm::finite)
    return false;
  if (row[i + 1].pronoun && k == i + 2) return true;
  for (int c = static_cast<int>(current_); c != none;
       c = clauses_[static_cast<std::size_t>(c)].parent) {
    const ShallowClause& clause = clauses_[static_cast<std::size_t>(c)];
    if (!clause.verb && (clause.subject != none || clause.parent == none)) return false;
  }
  return true;
}

/// "left after BOLT, a rival from Leeds, bought it": all above have their verbs, and the verb
/// behind the last comma has this one as its subject.
bool GrammaticalRoles::apposed_subject(const std::vector<Group>& row, std::size_t noun) const {
  if (noun + 2 >= row.size() || row[noun + 1].kind != GroupKind::comma ||
      row[noun + 2].kind != GroupKind::noun || !apposed(row, noun + 2, noun))
    return false;
  for (int c = static_cast<int>(current_); c != none;
       c = clauses_[static_cast<std::size_t>(c)].parent)
    if (!clauses_[static_cast<std::size_t>(c)].verb) return false;
  for (std::size_t k = noun + 2; k < row.size() && k < noun + reach; ++k) {
    if (row[k].kind == GroupKind::verb)
      return row[k].form == VerbForm::finite && row[k - 1].kind == GroupKind::comma;
    if (row[k].kind != GroupKind::noun && row[k].kind != GroupKind::preposition &&
        row[k].kind != GroupKind::possessive && row[k].kind != GroupKind::comma)
      return false;
  }
  return false;
}

/// Whom "who", what "which" tells of: the noun before it, and of "Ann Lee, the head of ACME, who"
/// the one that is a person, of "Acme, run by BOB ROY, which" the one that is none.
int GrammaticalRoles::told_of(const std::vector<Group>& row, std::size_t i) const {
  int nearest = none;
  const Tag tag = text_.tokens[row[i].head].tag;
  for (std::size_t k = i; k-- > 0;) {
    if (row[k].kind == GroupKind::verb && nearest != none && row[k].form != VerbForm::participle)
      break;
    if (row[k].kind != GroupKind::noun || row[k].pronoun || row[k].date) continue;
    if (nearest == none) nearest = static_cast<int>(k);
    if (row[i - 1].kind != GroupKind::comma || (tag != Tag::WP && tag != Tag::WDT)) break;
    const ClassSet& noun = word(row, k);
    const bool named = row[k].mention != MentionId::none;
    const bool person = named
                            ? mentions_.mentions[index(row[k].mention)].type == person_
                            : noun.has(k_.person) || noun.has(k_.position) || noun.has(k_.kinship);
    if (person == (tag == Tag::WP)) return static_cast<int>(k);
  }
  return nearest;
}

/// Where the group's phrase begins: "[ACME] ['s] [UNIT]" with the owner.
std::size_t GrammaticalRoles::phrase(const std::vector<Group>& row, std::size_t i) {
  while (i >= 2 && row[i - 1].kind == GroupKind::possessive && row[i - 2].kind == GroupKind::noun)
    i -= 2;
  return i;
}

void GrammaticalRoles::give(std::size_t i, GrammaticalRole role, int governor) {
  places_[i].role = role;
  places_[i].governor = governor;
}

std::size_t GrammaticalRoles::explained(const std::vector<Group>& row, std::size_t i) const {
  const int noun = governor(i);
  const bool apposed = role(i) == GrammaticalRole::apposition && noun >= 0;
  return apposed && row[i].mention == MentionId::none ? static_cast<std::size_t>(noun) : i;
}

std::size_t GrammaticalRoles::bearer(const std::vector<Group>& row, std::size_t i) const {
  constexpr std::size_t near = 8;  // groups
  if (row[i].mention != MentionId::none) return explained(row, i);
  for (std::size_t k = i + 2; k < row.size() && k < i + near; ++k) {
    if (row[k].mention == MentionId::none || role(k) != GrammaticalRole::apposition ||
        governor(k) == none || row[k - 1].kind != GroupKind::comma)
      continue;
    auto noun = static_cast<std::size_t>(governor(k));
    if (text_.tokens[row[noun].head].tag == Tag::NNS && role(noun) == GrammaticalRole::genitive &&
        governor(noun) != none)
      noun = static_cast<std::size_t>(governor(noun));  // "ONE of Acme's founders, ANN LEE,"
    if (noun == i) return k;
  }
  return explained(row, i);
}

int GrammaticalRoles::crossed(const std::vector<Group>& row, std::size_t i) const {
  if (!row[i].pronoun || role(i) != GrammaticalRole::subject || !embedded(i)) return none;
  for (std::size_t k = i; k-- > 1 && i - k < 4;) {
    if (row[k].kind == GroupKind::verb || row[k].kind == GroupKind::comma) break;
    if (row[k].kind != GroupKind::relative) continue;
    std::size_t noun = k - 1;
    while (noun > 0 &&
           (row[noun].kind == GroupKind::preposition || row[noun].kind == GroupKind::comma))
      --noun;
    return row[noun].kind == GroupKind::noun ? static_cast<int>(noun) : none;
  }
  return none;
}

/// "Ann Lee, Acme's FOUNDER": the named noun before the comma; none where there is no such thing.
int GrammaticalRoles::possessed_apposition(const std::vector<Group>& row, std::size_t i) const {
  std::size_t k = i - 2;
  while (k >= 2 && row[k - 1].kind == GroupKind::possessive) k -= 2;
  const bool apposition = k >= 2 && row[k - 1].kind == GroupKind::comma &&
                          row[k - 2].kind == GroupKind::noun && apposed(row, i, k - 2);
  return apposition ? static_cast<int>(k - 2) : none;
}

void GrammaticalRoles::on_noun(const std::vector<Group>& row, std::size_t i) {
  if (i >= 2 && row[i - 1].kind == GroupKind::possessive)
    if (const int noun = possessed_apposition(row, i); noun != none)
      return give(i, GrammaticalRole::apposition, noun);
  const std::size_t start = phrase(row, i), last = before(row, start);
  const bool first = last == start;
  if (!first && row[last].kind == GroupKind::preposition && last != joint_) {
    const bool of = word(row, last).has(k_.genitive_preposition);
    const std::size_t governor = before(row, last);
    return give(i, of ? GrammaticalRole::genitive : GrammaticalRole::oblique,
                governor == last ? none : static_cast<int>(governor));
  }
  if (i + 1 < row.size() && row[i + 1].kind == GroupKind::possessive) {
    const bool aside = i >= 2 && i + 2 < row.size() && row[i - 1].kind == GroupKind::comma &&
                       row[i - 2].kind == GroupKind::noun && apposed(row, i + 2, i - 2) &&
                       row[i + 2].mention == MentionId::none;  // "Ann Lee, BOB's daughter"
    return give(i, aside ? GrammaticalRole::genitive : GrammaticalRole::possessor);
  }
  if (row[i].date) return;
  if (i == 3 && explains_oblique(row))
    return give(i, GrammaticalRole::apposition, static_cast<int>(i - 2));
  if (is_subject(row, i, first ? GroupKind::stop : row[last].kind) &&
      !(!first && start == i && chained(row, i, last))) {
    const bool list = !first && row[last].kind == GroupKind::coordinator && last > 0 &&
                      clauses_[current_].subject != none && !clauses_[current_].verb;
    if (list)  // "Ann Lee and BOB ROY founded it"
      return give(i, GrammaticalRole::subject, clauses_[current_].subject);
    if (!first && row[last].kind == GroupKind::comma && !clauses_[current_].verb &&
        clauses_[current_].subject != none) {
      const auto subject = static_cast<std::size_t>(clauses_[current_].subject);
      return give(i,
                  apposed(row, i, subject) ? GrammaticalRole::apposition : GrammaticalRole::subject,
                  static_cast<int>(subject));
    }
    if (clauses_[current_].verb) open(static_cast<int>(current_));
    if (clauses_[current_].subject == none) clauses_[current_].subject = static_cast<int>(i);
    return give(i, GrammaticalRole::subject);
  }
  if (!first && row[last].kind == GroupKind::verb) {
    const bool is = row[last].copula || word(row, last).has(k_.become);
    return give(i, is ? GrammaticalRole::complement : GrammaticalRole::object,
                static_cast<int>(last));
  }
  if (!first) behind_noun(row, i, last);
}

/// Of the fourth group: "After meeting Bob Roy, the MINISTER, Ann Lee left": no subject, but who
/// the one behind the preposition that opens the sentence is.
bool GrammaticalRoles::explains_oblique(const std::vector<Group>& row) const {
  constexpr std::size_t i = 3;
  return row[0].kind == GroupKind::preposition && row[1].mention != MentionId::none &&
         row[1].kind == GroupKind::noun && row[2].kind == GroupKind::comma && i + 1 < row.size() &&
         row[i + 1].kind == GroupKind::comma && word(row, i).has(k_.person) && apposed(row, i, 1) &&
         row[i].mention == MentionId::none &&
         mentions_.mentions[index(row[1].mention)].type == person_;
}

/// "Acme, a firm in Leeds, ENGLAND, grew": goes on with the noun before the comma, not with the
/// clause.
bool GrammaticalRoles::chained(const std::vector<Group>& row, std::size_t i,
                               std::size_t last) const {
  const int subject = clauses_[current_].subject;
  if (last == 0 || row[last].kind != GroupKind::comma || subject == none ||
      row[last - 1].kind != GroupKind::noun || static_cast<int>(last - 1) == subject)
    return false;
  const bool verb = i + 1 < row.size() && row[i + 1].kind == GroupKind::verb &&
                    row[i + 1].form == VerbForm::finite;
  return !verb;
}

/// A noun behind a comma, a coordinator or another noun.
void GrammaticalRoles::behind_noun(const std::vector<Group>& row, std::size_t i, std::size_t last) {
  std::size_t mate = last;
  while (mate > 0 && row[mate].kind != GroupKind::noun && row[mate].kind != GroupKind::verb) --mate;
  if (row[mate].kind != GroupKind::noun) return;
  if (row[last].kind == GroupKind::coordinator) {
    if (alike_over(row, i, mate)) mate -= 2;
    return give(i, places_[mate].role, static_cast<int>(mate));
  }
  if (row[last].kind == GroupKind::comma && apposed(row, i, mate))
    return give(i, GrammaticalRole::apposition, static_cast<int>(mate));
  if (row[last].kind == GroupKind::comma && mate + 1 == last)
    return give(i, places_[mate].role, static_cast<int>(mate));
  if (mate == last && places_[mate].role == GrammaticalRole::object)
    give(i, GrammaticalRole::object, places_[mate].governor);
}

/// "ANN LEE of Acme and BOB ROY": of one type, and what stands between is of another.
bool GrammaticalRoles::alike_over(const std::vector<Group>& row, std::size_t i,
                                  std::size_t noun) const {
  if (noun < 2 || row[noun - 1].kind != GroupKind::preposition ||
      row[noun - 2].kind != GroupKind::noun)
    return false;
  const auto type = [&](const Group& g) {
    return g.mention == MentionId::none ? TypeId::none : mentions_.mentions[index(g.mention)].type;
  };
  return type(row[i]) != TypeId::none && type(row[i]) == type(row[noun - 2]) &&
         type(row[i]) != type(row[noun]);
}

/// "Acme, A FIRM", "the chairman, ANN LEE": one named, the other described.
bool GrammaticalRoles::apposed(const std::vector<Group>& row, std::size_t i,
                               std::size_t noun) const {
  const auto named = [&](const Group& g) {
    return g.mention != MentionId::none &&
           mentions_.mentions[index(g.mention)].kind == MentionKind::name;
  };
  return named(row[i]) != named(row[noun]) && !row[i].pronoun && !row[noun].pronoun;
}

/// Does a finite verb follow that can have the group as its subject?
bool GrammaticalRoles::is_subject(const std::vector<Group>& row, std::size_t i,
                                  GroupKind last) const {
  const bool taken = last == GroupKind::verb;  // it may be the verb's object
  const bool listed = last == GroupKind::coordinator;
  bool loose = false;  // in a participial clause, whose nouns do not count
  for (std::size_t k = i + 1; k < row.size() && k < i + reach; ++k) {
    switch (row[k].kind) {
      case GroupKind::verb:
        if (row[k].form == VerbForm::finite)  // "of Acme and BOLT in 1990 and left": another's verb
          return row[k - 1].kind != GroupKind::coordinator || !listed;
        if (taken) return false;
        if (tells(row, k)) return true;
        if (row[k].form == VerbForm::infinitive &&
            (k < i + 2 || row[k - 1].kind != GroupKind::noun))
          return false;  // but "Acme, a maker with a PLANT TO SELL, grew"
        loose = true;
        break;
      case GroupKind::noun: {
        const GroupKind b = row[k - 1].kind;
        if (!loose && !row[k].date && b != GroupKind::preposition && b != GroupKind::possessive &&
            b != GroupKind::comma && b != GroupKind::coordinator && b != GroupKind::adjective)
          return false;
        break;
      }
      case GroupKind::subordinator:  // "GAZ, the maker THAT he controls, grew"
        return !taken && row[k - 1].kind == GroupKind::noun && word(row, k).has(k_.relative);
      case GroupKind::relative:
        return !taken;
      case GroupKind::comma:
      case GroupKind::coordinator:
        if (taken) return false;
        break;
      case GroupKind::open:
        while (k + 1 < row.size() && row[k].kind != GroupKind::close) ++k;
        break;
      case GroupKind::preposition:
        if (taken && word(row, k).has(k_.subordinator) && joins_clause(row, k))
          return false;  // "dismissed HIM after he had asked"
        break;
      case GroupKind::adverb:
      case GroupKind::adjective:
      case GroupKind::possessive:
      case GroupKind::close:
        break;
      default:
        return false;
    }
  }
  return false;
}

}  // namespace factloom
