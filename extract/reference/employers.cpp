// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/employers.h"

#include "extract/reference/owners.h"

namespace factloom {
namespace {

constexpr std::uint32_t no_token = UINT32_MAX;

/// The first group of "Acme's chief": what possesses the one at `i`; `i` itself if nothing does.
std::size_t first_of(const std::vector<Group>& row, std::size_t i) {
  while (i >= 2 && row[i - 1].kind == GroupKind::possessive) i -= 2;
  return i;
}

}  // namespace

MentionId Employers::of(EntityId person, bool heads) const {
  for (std::size_t k = 0; k < remembered; ++k) {  // the last one first
    const Post& post = posts_[(next_ + remembered - 1 - k) % remembered];
    if (post.person == person && person != EntityId::none && (post.heads || !heads))
      return post.where;
  }
  return MentionId::none;
}

void Employers::note(EntityId person, MentionId where, bool heads) {
  if (person == EntityId::none || !kinds_.is_person(m_.entities[index(person)].type)) return;
  posts_[next_] = {person, where, heads};
  next_ = (next_ + 1) % remembered;
}

void Employers::learn_post(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (i >= 2 && row[i - 1].kind == GroupKind::preposition && row[i - 2].kind == GroupKind::noun &&
      employs(g.mention)) {  // "chairman OF ACME"
    const std::string_view word = text_.text(row[i - 1].head);
    const std::uint32_t post = post_in(row[i - 2]);
    if (post != no_token && (word == "of" || word == "at") && !second_post(row, i - 2) &&
        !elsewhere_once(row[i - 2], post))
      note(holder(row, i - 2, i), g.mention, is_top_post(post) || is_founder(post));
    return;
  }
  const std::uint32_t post = post_in(g);  // "ACME'S chairman", "its CHAIRMAN"
  if (post == no_token) return;
  MentionId owner = possessor_before(row, i);
  if (owner == MentionId::none) owner = owner_inside(g, post);
  if (owner == MentionId::none) owner = appointer(row, i);
  if (employs(owner) && !second_post(row, i) && !elsewhere_once(g, post))
    note(holder(row, i, i), owner, is_top_post(post) || is_founder(post));
}

/// "ACME named Ann Lee CHIEF EXECUTIVE": the firm.
MentionId Employers::appointer(const std::vector<Group>& row, std::size_t i) const {
  if (i < 3 || row[i].mention != MentionId::none || person_of(row, i - 1) == EntityId::none ||
      row[i - 2].kind != GroupKind::verb || row[i - 2].passive || row[i - 2].negated ||
      !token(row[i - 2].head).classes.has(k_.appoint))
    return MentionId::none;
  const int who = r_.subject(i - 1);
  const MentionId m = who < 0 ? MentionId::none : row[static_cast<std::size_t>(who)].mention;
  const bool body = employs(m) && person(m) == EntityId::none;
  return body ? m : MentionId::none;
}

/// "a FORMER Acme engineer resigned as chief": of another firm, which he led since.
bool Employers::elsewhere_once(const Group& g, std::uint32_t post) const {
  if (is_top_post(post) || is_founder(post)) return false;
  for (std::uint32_t t = g.tokens.first; t < post; ++t)
    if (token(t).classes.has(k_.former)) return true;
  return false;
}

/// "who is ALSO chairman of Bolt": who follows somebody does so where that one has the first post.
bool Employers::second_post(const std::vector<Group>& row, std::size_t post) const {
  const std::size_t k = first_of(row, post);
  for (std::size_t back = 1; back <= 2 && back <= k; ++back) {
    const Group& g = row[k - back];
    if (g.kind != GroupKind::verb && g.kind != GroupKind::adverb) return false;
    for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t)
      if (text_.text(t) == "also") return true;
  }
  return false;
}

/// "ONCE ran Acme", "FORMERLY its chief": who follows now follows elsewhere.
bool Employers::long_ago(TokenRange words) const {
  for (std::uint32_t t = words.first; t < words.last; ++t)
    if (token(t).classes.has(k_.formerly) || text_.text(t) == "once") return true;
  return false;
}

/// "She LED ACME for ten years"
void Employers::learn_led(const std::vector<Group>& row, std::size_t i) {
  const int verb = r_.governor(i);
  if (verb < 0) return;
  const Group& v = row[static_cast<std::size_t>(verb)];
  if (v.passive && v.kind == GroupKind::verb && r_.role(i) == GrammaticalRole::oblique)
    return led_by(row, i, v);
  if (r_.role(i) != GrammaticalRole::object || !employs(row[i].mention)) return;
  if (v.kind != GroupKind::verb || v.passive || v.negated || v.modal != no_token) return;
  const ClassSet& act = token(v.head).classes;
  if (long_ago(v.tokens)) return;
  const int subject = r_.subject(i);
  const EntityId body = m_.mentions[index(row[i].mention)].entity;
  const bool founds =
      text_.text(v.head).starts_with("found");  // who founds a party may lead a state
  const bool party = kinds_.ontology.is_a(m_.entities[index(body)].type, kinds_.party);
  if (subject < 0 || !act.has(k_.leading_verb) || (party && founds)) return;
  if (i + 1 < row.size() && kinds_.ontology.is_a(m_.entities[index(body)].type, kinds_.place) &&
      text_.text(row[i + 1].head) == "to")
    return;  // "captained ENGLAND TO VICTORY"
  note(named_at(row, subject), row[i].mention, true);
}

/// "ACME IS LED by Ann Lee"
void Employers::led_by(const std::vector<Group>& row, std::size_t i, const Group& v) {
  const int subject = r_.subject(i);
  if (subject < 0 || i == 0 || text_.text(row[i - 1].head) != "by" || v.form != VerbForm::finite ||
      v.negated || v.modal != no_token || long_ago(v.tokens))
    return;
  const MentionId body = row[static_cast<std::size_t>(subject)].mention;
  const ClassSet& act = token(v.head).classes;
  if (act.has(k_.leading_verb) && employs(body) && person(body) == EntityId::none &&
      !text_.text(v.head).starts_with("found"))
    note(person_of(row, i), body, true);
}

EntityId Employers::named_at(const std::vector<Group>& row, int i) const {
  if (i < 0) return EntityId::none;
  const auto k = static_cast<std::size_t>(i);
  const EntityId named = person_of(row, k);
  const bool apposed = named == EntityId::none && k + 1 < row.size() &&
                       row[k].kind == GroupKind::noun && row[k].mention == MentionId::none &&
                       row[k + 1].kind == GroupKind::comma;
  return apposed ? person_of(row, k + 2) : named;
}

EntityId Employers::person_of(const std::vector<Group>& row, std::size_t i) const {
  return i < row.size() && row[i].kind == GroupKind::noun ? person(row[i].mention) : EntityId::none;
}

bool Employers::employs(MentionId m) const {
  if (m == MentionId::none) return false;
  const EntityId e = m_.mentions[index(m)].entity;
  return e != EntityId::none && kinds_.is_actor(m_.entities[index(e)].type);
}

/// The token of the post that the group names, before a person's name or as its head.
std::uint32_t Employers::post_in(const Group& g) const {
  std::uint32_t t = g.head;
  if (g.mention != MentionId::none) {
    const Mention& m = m_.mentions[index(g.mention)];
    if (person(g.mention) == EntityId::none) return no_token;
    if (m.kind == MentionKind::name) {
      if (m.tokens.first <= g.tokens.first) return no_token;
      t = m.tokens.first - 1;
    }
  }
  return token(t).tag == Tag::NN || token(t).tag == Tag::NNP
             ? (token(t).classes.has(k_.position) || is_top_post(t) || is_founder(t) ? t : no_token)
             : no_token;
}

/// Who founded a firm had his posts there: no post is called so.
bool Employers::is_founder(std::uint32_t t) const {
  return token(t).classes.has(k_.firm_post) && !token(t).classes.has(k_.position);
}

bool Employers::is_top_post(std::uint32_t t) const {
  const ClassSet& post = token(t).classes;
  const bool ranked = t > 0 && token(t - 1).classes.has(k_.head_rank);
  if (post.has(k_.ranked_post)) return ranked;
  return post.has(k_.head_post) && (t == 0 || !token(t - 1).classes.has(k_.deputy));
}

MentionId Employers::owner_inside(const Group& g, std::uint32_t post) const {
  for (std::uint32_t t = g.tokens.first; t < post; ++t)
    if (at_[t] != MentionId::none) return at_[t];
  return MentionId::none;
}

/// Who has the post of a group; what says whose it is ends at `last`.
EntityId Employers::holder(const std::vector<Group>& row, std::size_t post,
                           std::size_t last) const {
  if (const EntityId named = person(row[post].mention); named != EntityId::none) return named;
  std::size_t k = first_of(row, post);
  while (k > 0 && row[k - 1].kind == GroupKind::adverb) --k;  // "Ann Lee, NOW its chief"
  if (k < row.size() && k < post && long_ago(row[k].tokens)) return EntityId::none;
  if (k >= 2 && row[k - 1].kind == GroupKind::comma) {
    const EntityId before = person_of(row, k - 2);
    if (before != EntityId::none) return before;
    const bool age = k >= 4 && row[k - 3].kind == GroupKind::comma &&
                     token(row[k - 2].head).tag == Tag::CD;  // "Ann Lee, 54, its chief"
    if (age && person_of(row, k - 4) != EntityId::none) return person_of(row, k - 4);
  }
  if (last + 2 < row.size() && row[last + 1].kind == GroupKind::comma) {
    const EntityId behind = person_of(row, last + 2);  // "the chief of Acme, ANN LEE"
    const bool alone = last + 3 >= row.size() || row[last + 3].kind != GroupKind::verb;
    if (behind != EntityId::none && alone) return behind;
  }
  return told_of(row, post);
}

/// "ANN LEE is chief of Acme", "was named chief", "resigned as chief"
EntityId Employers::told_of(const std::vector<Group>& row, std::size_t post) const {
  std::size_t k = first_of(row, post);
  while (k > 0 && row[k - 1].kind == GroupKind::adverb) --k;
  const bool as =
      k > 0 && row[k - 1].kind == GroupKind::preposition && text_.text(row[k - 1].head) == "as";
  std::size_t verb = as ? k - 1 : k;
  const bool object = verb > 1 && row[verb - 1].kind == GroupKind::noun;
  if (object) --verb;  // "named HER chief"
  if (verb == 0 || row[verb - 1].kind != GroupKind::verb || row[verb - 1].negated)
    return EntityId::none;
  const Group& v = row[verb - 1];
  if (object) return v.passive ? EntityId::none : person_of(row, verb);
  const ClassSet& act = token(v.head).classes;
  const int subject = r_.subject(post);
  const bool is = v.copula || act.has(k_.become) || (v.passive && act.has(k_.appoint)) || as;
  return is && subject >= 0 ? person_of(row, static_cast<std::size_t>(subject)) : EntityId::none;
}

}  // namespace factloom
