// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/state_posts.h"

#include "extract/base/ascii.h"
#include "extract/base/words.h"
#include "extract/reference/owners.h"

namespace factloom {

StatePosts::Spot StatePosts::office_in(const Group& g, std::uint32_t post) const {
  Spot spot;
  std::uint32_t words = 0;
  const ClassSet& noun = token(post).classes;
  if (token(post).tag == Tag::NNS || !(noun.has(k_.position) || noun.has(k_.top_position)))
    return spot;
  spot.office = offices_.ending_at(text_, g.tokens.first, post, &words);
  if (spot.office == nullptr) return spot;
  spot.post = post;
  spot.first = post + 1 - words;
  for (std::uint32_t t = g.tokens.first; t < spot.first; ++t) {
    if (token(t).tag == Tag::PRPS) {
      spot.whose = kinds_.person_at(m_, at_[t]);
      if (spot.whose == EntityId::none) return {};  // "ITS president"
    } else if (!modifies(t, spot)) {
      return {};
    }
  }
  return spot;
}

/// May it stand before the post and tell nothing of whose it is?
bool StatePosts::modifies(std::uint32_t t, const Spot& spot) const {
  const Token& word = token(t);
  if (at_[t] != MentionId::none || word.tag == Tag::POS || word.tag == Tag::HYPH) return false;
  if (word.classes.has(k_.indefinite))  // "a FORMER finance minister"
    return token(t + 1).classes.has(k_.former);
  if (word.classes.has(k_.definite) || word.classes.has(k_.former)) return true;
  if (one_of(text_.text(t), {"shadow", "future"})) return false;
  return spot.office->kind == StateOffice::Kind::field || !is_noun(word.tag);
}

/// The person whom the mention names.
EntityId StatePosts::person_named(MentionId m) const {
  return m != MentionId::none && m_.mentions[index(m)].kind == MentionKind::name
             ? kinds_.person_at(m_, m)
             : EntityId::none;
}

/// "ANN LEE, the minister", "ANN LEE, 54, the minister", "ANN LEE, then finance minister"
EntityId StatePosts::named_before(const std::vector<Group>& row, std::size_t i) const {
  std::size_t k = i;
  while (k > 0 && row[k - 1].kind == GroupKind::adverb) --k;
  if (k < 2 || row[k - 1].kind != GroupKind::comma) return EntityId::none;
  const bool age =
      k >= 4 && row[k - 3].kind == GroupKind::comma && token(row[k - 2].head).tag == Tag::CD;
  const Group& name = row[age ? k - 4 : k - 2];
  return name.kind == GroupKind::noun ? person_named(name.mention) : EntityId::none;
}

/// "the finance minister, ANN LEE, said"; not "children of the president, ANN LEE and Bob Roy"
EntityId StatePosts::named_behind(const std::vector<Group>& row, std::size_t i) const {
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::comma) return EntityId::none;
  const Group& name = row[i + 2];
  if (name.kind != GroupKind::noun || name.mention == MentionId::none) return EntityId::none;
  const bool whole = m_.mentions[index(name.mention)].tokens.first == name.tokens.first;
  const bool another = i + 3 < row.size() && row[i + 3].kind == GroupKind::coordinator;
  return whole && !another ? person_named(name.mention) : EntityId::none;
}

/// "Minister of Education ANN LEE said"
EntityId StatePosts::titled_behind_field(const std::vector<Group>& row, std::size_t i) const {
  if (!of_field(row, i) || i + 3 >= row.size() || row[i + 3].kind != GroupKind::noun)
    return EntityId::none;
  const Group& name = row[i + 3];
  const bool whole = name.mention != MentionId::none &&
                     m_.mentions[index(name.mention)].tokens.last == name.tokens.last;
  return whole ? person_named(name.mention) : EntityId::none;
}

/// "ANN LEE was president", "was named finance minister"
EntityId StatePosts::told_of(const std::vector<Group>& row, std::size_t i) const {
  std::size_t k = i;
  while (k > 0 && row[k - 1].kind == GroupKind::adverb) --k;
  const int subject = r_.subject(i);
  if (k == 0 || row[k - 1].kind != GroupKind::verb || subject < 0) return EntityId::none;
  const Group& verb = row[k - 1];
  const ClassSet& gains = token(verb.head).classes;
  const bool is = verb.copula || gains.has(k_.become) || (verb.passive && gains.has(k_.appoint));
  return is && !verb.negated ? person_named(row[static_cast<std::size_t>(subject)].mention)
                             : EntityId::none;
}

/// "the minister FOR FOOD", "the secretary OF STATE"
bool StatePosts::of_field(const std::vector<Group>& row, std::size_t i) const {
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::preposition) return false;
  const std::string_view word = text_.text(row[i + 1].head);
  const Group& field = row[i + 2];
  return (word == "for" || word == "of") && field.kind == GroupKind::noun && !field.date &&
         field.mention == MentionId::none &&
         (token(field.head).classes.has(k_.portfolio)
              ? field.tokens.size() == 1 || !token(field.head).classes.has(k_.place)
              : token(row[i].head).classes.has(k_.state_post) &&
                    !token(field.head).classes.has(k_.place));
}

/// Is it said in what the post is: "FINANCE minister", "secretary OF STATE"?
bool StatePosts::has_field(const std::vector<Group>& row, std::size_t i, const Spot& spot) const {
  if (spot.office->kind != StateOffice::Kind::field || of_field(row, i)) return true;
  if (spot.first == row[i].tokens.first) return false;
  const Token& word = token(spot.first - 1);
  if (word.classes.has(k_.portfolio)) return true;
  return token(spot.post).classes.has(k_.state_post) && word.tag != Tag::PRPS &&
         !word.classes.has(k_.definite) && !word.classes.has(k_.former);
}

/// "the president OF CHILE", "minister IN the cabinet", "the president'S adviser"
bool StatePosts::elsewhere(const std::vector<Group>& row, std::size_t i, const Spot& spot) const {
  if (i + 1 < row.size() && row[i + 1].kind == GroupKind::possessive && !spot.title) return true;
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::preposition || row[i + 2].date)
    return false;
  if (spot.title && row[i + 2].mention == MentionId::none)
    return false;                                           // "accused President Ann Lee OF FRAUD"
  const bool then = text_.text(row[i + 2].head) == "time";  // "minister AT THE TIME"
  const bool field = spot.office->kind == StateOffice::Kind::field && of_field(row, i);
  const std::string_view word = text_.text(row[i + 1].head);
  if (spot.title && one_of(word, {"in", "at", "on"})) return false;  // "met President Ann Lee IN"
  return !then && !field && one_of(word, {"of", "for", "in", "at", "on"});
}

/// The person of whom the text says that the group at `i`, which names nobody, is what he is.
EntityId StatePosts::holder(const std::vector<Group>& row, std::size_t i) const {
  EntityId person = named_before(row, i);
  if (person == EntityId::none) person = named_behind(row, i);
  if (person == EntityId::none) person = titled_behind_field(row, i);
  return person == EntityId::none ? told_of(row, i) : person;
}

StatePosts::Spot StatePosts::find(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (g.date || (i > 0 && row[i - 1].kind == GroupKind::possessive) ||
      (i > 0 && row[i - 1].kind == GroupKind::relative && text_.text(row[i - 1].head) == "whose"))
    return {};
  const bool named = g.mention != MentionId::none;
  const std::uint32_t name = named ? m_.mentions[index(g.mention)].tokens.first : g.head + 1;
  if (named && (m_.mentions[index(g.mention)].kind != MentionKind::name || name <= g.tokens.first))
    return {};
  const EntityId person = named ? kinds_.person_at(m_, g.mention) : holder(row, i);
  if (person == EntityId::none) return {};
  Spot spot = office_in(g, name - 1);
  if (named && spot.office == nullptr && name > g.tokens.first + 1 &&
      token(name - 1).classes.has(k_.title) && token(name - 2).classes.has(k_.position))
    spot = office_in(g, name - 2);  // "Oil Minister SHEIKH Ali Khalifa"
  if (spot.office == nullptr) return {};
  spot.title = named;
  spot.person = person;
  return !has_field(row, i, spot) || elsewhere(row, i, spot) ? Spot{} : spot;
}

}  // namespace factloom
