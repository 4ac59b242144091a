// SPDX-License-Identifier: Apache-2.0
// What tells a noun of a measure from the same noun of something else.
#include <algorithm>

#include "extract/base/words.h"
#include "extract/reference/owners.h"
#include "extract/reference/policies.h"

namespace factloom {

ClassSet PolicyResolver::kind(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const ClassSet& head = token(g.head).classes;
  if (!head.intersects(of_policies_)) return {};
  if (head.has(k_.state_of) || head.has(k_.letter_of)) return kind_by_of(row, i);
  if (!head.has(k_.policy) && !head.has(k_.order) && !head.has(k_.measure_change) &&
      !head.has(k_.deal_act) && !head.has(k_.any_measure))
    return {};
  if (g.head > g.tokens.first && token(g.head - 1).tag == Tag::HYPH) return {};  // "son-in-law"
  if (own_task(g) || own_duties(row, i) || sold_by_name(g)) return {};
  if (head.has(k_.deal_act)) {
    ClassSet deal;
    if (!no_measure(row, i)) {
      deal.add(k_.policy);
      deal.add(k_.programme);
    }
    return deal;
  }
  if (head.has(k_.policy)) {
    if (!no_measure(row, i)) return head;
    if (head.has(k_.programme)) otherwise_.push_back(token(g.head).lemma);
    return {};
  }
  if (const ClassSet told = kind_by_act(g); !told.empty())
    return no_measure(row, i) || genitive_follows(row, i, text_, k_) ? ClassSet{} : told;
  if (head.has(k_.order) && g.head > g.tokens.first &&
      (token(g.head - 1).classes.has(k_.ordering) || ordered_to(row, i))) {
    ClassSet law;
    law.add(k_.policy);
    law.add(k_.law);
    return law;
  }
  if (!head.has(k_.measure_change) || g.head == g.tokens.first) return {};
  const Token& before = token(g.head - 1);
  return is_noun(before.tag) && before.classes.has(k_.policy) ? before.classes : ClassSet{};
}

/// "the ORDER", "the CUT", "the STEP": nouns that may stand for what was just done
bool PolicyResolver::sums_up_act(const Group& g) const {
  const ClassSet& head = token(g.head).classes;
  return head.has(k_.order) || head.has(k_.measure_change) || head.has(k_.any_measure);
}

/// "The court fined Acme. THE ORDER…", "lowered its rates … THE CUT"
ClassSet PolicyResolver::kind_by_act(const Group& g) const {
  ClassSet kind;
  if (!sums_up_act(g) || told_.decider(g) == MentionId::none) return kind;
  kind.add(k_.policy);
  kind.add(token(g.head).classes.has(k_.order) ? k_.ruling : k_.programme);
  return kind;
}

/// Notes whose the new measure of a group is, where the words beside it do not say it.
void PolicyResolver::note_decider(const Group& g) {
  if (!sums_up_act(g) && !token(g.head).classes.has(k_.ruling)) return;
  const MentionId by = told_.decider(g);
  if (by == MentionId::none) return;
  note_owner(m_, g.head, by);
}

/// "a STATE OF EMERGENCY", "a LETTER OF INTENT"
ClassSet PolicyResolver::kind_by_of(const std::vector<Group>& row, std::size_t i) const {
  ClassSet kind;
  if (i + 2 >= row.size() || text_.text(row[i + 1].head) != "of" ||
      !senses_.tells(token(row[i].head).lemma, NounSenses::Place::of, token(row[i + 2].head)))
    return kind;
  kind.add(k_.policy);
  kind.add(token(row[i].head).classes.has(k_.state_of) ? k_.trade_measure : k_.agreement);
  return kind;
}

/// "the Exxon-Mobil MERGER", which is told of the two; "record SALES"
bool PolicyResolver::sold_by_name(const Group& g) const {
  if (!token(g.head).classes.has(k_.deal_act)) return false;
  if (token(g.head).tag != Tag::NN) return true;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at_[t] != MentionId::none &&
        kinds_.ontology.is_a(m_.mentions[index(at_[t])].type, kinds_.organization))
      return true;
  return false;
}

/// "ignored an ORDER TO GO BACK to work", "LIFTED the order", "an order SIGNED by Ann Lee"; not "an
/// order to build ten ships"
bool PolicyResolver::ordered_to(const std::vector<Group>& row, std::size_t i) const {
  const auto of_measures = [&](const Group& verb) {
    return verb.kind == GroupKind::verb && token(verb.head).classes.has(k_.measure_verb);
  };
  if (no_measure(row, i)) return false;
  if (i > 0 && of_measures(row[i - 1])) return true;
  if (i + 1 >= row.size() || row[i + 1].kind != GroupKind::verb) return false;
  const Group& next = row[i + 1];
  if (next.form == VerbForm::infinitive) return true;
  return (next.passive || next.form == VerbForm::participle) && of_measures(next);
}

/// "made a BIG DEAL of it", "the BEST DEAL on a laptop", "BLACK FRIDAY DEALS"
bool PolicyResolver::idle_talk(const Group& g) const {
  if (g.head == g.tokens.first || !text_.text(g.head).starts_with("deal")) return false;
  return one_of(text_.text(g.head - 1),
                {"big", "great", "best", "good", "Friday", "Monday", "Day"});
}

/// "its DUTY", "beyond its MANDATE", "the army's CRACKDOWN in the east"; not "its duty ON STEEL",
/// "an import duty".
bool PolicyResolver::own_task(const Group& g) const {
  if (!token(g.head).classes.has(k_.own_task) || token(g.head).tag != Tag::NN) return false;
  const bool aimed =
      g.head + 1 < text_.tokens.size() && token(g.head + 1).classes.has(k_.aim_preposition);
  return !aimed && !(g.head > g.tokens.first && is_noun(token(g.head - 1).tag));
}

/// "failed in ITS DUTIES"; not "its duties ON STEEL"
bool PolicyResolver::own_duties(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (token(g.head).tag != Tag::NNS || !token(g.head).classes.has(k_.own_task) || modified(g) ||
      token(g.tokens.first).tag != Tag::PRPS || i == 0)
    return false;
  const bool aimed =
      g.head + 1 < text_.tokens.size() && token(g.head + 1).classes.has(k_.aim_preposition);
  return !aimed && row[i - 1].kind == GroupKind::preposition;
}

/// "a PENSION scheme", "31 caps FOR Wales", "a scheme TO DEFRAUD investors", "cut ITS TAX bill"
bool PolicyResolver::no_measure(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const WordId noun = token(g.head).lemma;
  using Place = NounSenses::Place;
  const bool modified = g.head > g.tokens.first;
  if (senses_.bound(noun) && !(modified && senses_.tells(noun, Place::only, token(g.head - 1))))
    return true;
  if (modified && senses_.tells(noun, Place::before, token(g.head - 1))) return true;
  if (g.head == g.tokens.first + 2 && token(g.tokens.first).tag == Tag::PRPS &&
      text_.text(g.head) == "bill" && text_.text(g.head - 1) == "tax")
    return true;
  if (i + 1 < row.size()) {
    const Group& next = row[i + 1];
    const bool aim = next.kind == GroupKind::verb && next.form == VerbForm::infinitive;
    if (senses_.tells(noun, aim ? Place::to : Place::next, token(next.head))) return true;
  }
  return done_otherwise(row, i);
}

/// "the whole of ITS POLICY"; not "its policy OF neutrality", "supports HIS POLICY"
bool PolicyResolver::in_stock(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (!token(g.head).classes.has(k_.stock_measure) || token(g.tokens.first).tag != Tag::PRPS ||
      i == 0 || row[i - 1].kind != GroupKind::preposition)
    return false;
  if (i + 1 >= row.size()) return true;
  const Group& next = row[i + 1];
  return !(next.kind == GroupKind::verb && next.form != VerbForm::finite) &&
         next.kind != GroupKind::relative &&
         !(next.kind == GroupKind::preposition &&
           (token(next.head).classes.has(k_.aim_preposition) ||
            token(next.head).classes.has(k_.genitive_preposition)));
}

/// "the country's LARGEST SCHEME": one that is there, not one that the country made
bool PolicyResolver::largest_there(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  return i > 0 && row[i - 1].kind == GroupKind::possessive &&
         token(g.head).classes.has(k_.programme) &&
         std::any_of(&token(g.tokens.first), &token(g.head),
                     [](const Token& t) { return t.tag == Tag::JJS || t.tag == Tag::RBS; });
}

/// "THE SCHEMES", told of as medical schemes before
bool PolicyResolver::otherwise(const Group& g) const {
  return std::find(otherwise_.begin(), otherwise_.end(), token(g.head).lemma) != otherwise_.end();
}

/// "MISSED a penalty", "AWARDED Chelsea a penalty", "the penalty was SAVED"
bool PolicyResolver::done_otherwise(const std::vector<Group>& row, std::size_t i) const {
  const WordId noun = token(row[i].head).lemma;
  const auto done = [&](const Group& verb) {
    return verb.kind == GroupKind::verb &&
           senses_.tells(noun, NounSenses::Place::verb, token(verb.head));
  };
  if (i + 1 < row.size() && (row[i + 1].passive || row[i + 1].form == VerbForm::participle) &&
      done(row[i + 1]))
    return true;
  std::size_t k = i;
  while (k >= 2 && row[k - 1].kind == GroupKind::possessive) k -= 2;
  if (k >= 1 && done(row[k - 1])) return true;
  return k >= 2 && row[k - 1].kind == GroupKind::noun && done(row[k - 2]);
}

/// "the TAX and spending act"
bool PolicyResolver::half_of_name(const std::vector<Group>& row, std::size_t i) const {
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::coordinator ||
      row[i + 2].kind != GroupKind::noun || token(row[i].head).tag != Tag::NN)
    return false;
  const Group& next = row[i + 2];
  const ClassSet& head = token(next.head).classes;
  return next.head > next.tokens.first && token(next.tokens.first).tag != Tag::DT &&
         token(next.tokens.first).tag != Tag::PRPS &&
         (head.has(k_.law) || head.has(k_.programme) || head.has(k_.measure_change)) &&
         !head.has(k_.money_measure);
}

bool PolicyResolver::particular(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const Token& first = token(g.tokens.first);
  const Token& head = token(g.head);
  const std::string_view word = text_.text(g.tokens.first);
  const bool plans = head.classes.has(k_.programme);
  if ((g.negated && plans) || largest_there(row, i) || word == "any" || word == "such" ||
      word == "Such")
    return false;
  if (head.classes.has(k_.agreement) && idle_talk(g)) return false;
  if (head.classes.has(k_.money_measure) && half_of_name(row, i)) return false;
  if (!head.is(shape_lower) || (head.tag != Tag::NN && !head.classes.has(k_.deed))) return true;
  if (head.classes.has(k_.reign) && text_.text(g.head) == "rule" && i > 0 &&
      row[i - 1].kind == GroupKind::possessive &&
      std::none_of(&token(g.tokens.first), &token(g.head),
                   [](const Token& t) { return t.tag != Tag::JJ; }))
    return false;  // "Britain's RULE"
  if (head.classes.has(k_.law) && !modified(g) && i > 0 && row[i - 1].kind == GroupKind::verb &&
      token(row[i - 1].head).classes.has(k_.law_breaking))
    return false;
  if (head.classes.has(k_.mass_measure) && first.tag != Tag::DT && first.tag != Tag::PRPS &&
      (i == 0 || row[i - 1].kind != GroupKind::possessive) && !headline_law(row, i)) {
    const bool broken = i > 0 && token(row[i - 1].head).classes.has(k_.violating);
    for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
      if (is_noun(token(t).tag) && (broken || !is_state(entity_at(m_, at_, t)))) return true;
    return false;
  }
  if (!head.classes.has(k_.deed)) return true;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (is_noun(token(t).tag)) return true;
  return first.classes.has(k_.definite) && !modified(g);
}

/// "Norway passes LAW to ban vapes"
bool PolicyResolver::headline_law(const std::vector<Group>& row, std::size_t i) const {
  return row[i].tokens.size() == 1 && token(row[i].head).classes.has(k_.law) && i > 0 &&
         row[i - 1].kind == GroupKind::verb && i + 1 < row.size() &&
         row[i + 1].kind == GroupKind::verb;
}

bool PolicyResolver::modified(const Group& g) const {
  std::uint32_t first = g.tokens.first;
  if (token(first).tag == Tag::DT || token(first).tag == Tag::PRPS) ++first;
  return first < g.head;
}

bool PolicyResolver::told_apart(const Group& g) const {
  const std::string_view first = text_.text(g.tokens.first);
  if (text_.text(g.head) == "part") return false;  // "a large PART of the loans"
  if (!modified(g) || first == "any" || first == "every" || first == "each") return false;
  constexpr std::size_t digits_of_a_year = 4;  // "her 2009 book"
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    const ClassSet& s = token(t).classes;
    const bool number = token(t).tag == Tag::CD && text_.text(t).size() != digits_of_a_year;
    if (token(t).tag != Tag::DT && token(t).tag != Tag::PRPS && !number && !s.has(k_.contrasting) &&
        !s.has(k_.ordinal) && !s.has(k_.quantity))
      return true;
  }
  return false;
}

}  // namespace factloom
