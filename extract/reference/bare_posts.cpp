// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/bare_posts.h"

#include "extract/reference/owners.h"

namespace factloom {
namespace {

constexpr std::uint32_t no_token = UINT32_MAX;
constexpr std::uint32_t remembered = 2;  ///< sentences since the body was last spoken of
constexpr std::uint32_t clear_lead = 2;  ///< how many times as often as the next one it must be

/// "chairman Ann Lee OF ACME", "was named chairman AT ACME"
bool placed(const std::vector<Group>& row, std::size_t i) {
  return i + 2 < row.size() && row[i + 1].kind == GroupKind::preposition && !row[i + 2].date;
}

}  // namespace

void BarePosts::read(const std::vector<Group>& row, std::size_t i, const Discourse& discourse,
                     std::uint32_t sentence) {
  if (share_owner(row, i)) return;
  std::uint32_t post = bare_post(row, i);
  if (post == no_token) post = post_behind(row, i);
  if (post == no_token) post = post_gained(row, i);
  if (post == no_token) return;
  const MentionId owner = topic(discourse, sentence, token(post).classes.has(k_.firm_post));
  if (owner != MentionId::none) m_.owners.push_back({post, owner});
}

bool BarePosts::share_owner(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (i < 2 || row[i - 1].kind != GroupKind::coordinator || g.mention == MentionId::none)
    return false;
  const Mention& person = m_.mentions[index(g.mention)];
  const Group& mate = row[i - 2];
  if (person.kind != MentionKind::name || person.tokens.first <= g.tokens.first ||
      !kinds_.is_person(person.type) || mate.kind != GroupKind::noun)
    return false;
  const bool named =
      mate.mention != MentionId::none;  // "Acme's chief Bob Roy and chairman ANN LEE"
  const std::uint32_t other = named ? m_.mentions[index(mate.mention)].tokens.first - 1 : mate.head;
  const std::uint32_t post = person.tokens.first - 1;
  if (other + 1 <= mate.tokens.first || token(other).tag == Tag::NNS ||
      !token(other).classes.has(k_.position) ||
      !token(post).classes.has(named ? k_.firm_post : k_.position) ||
      !only_post(g.tokens.first, post, true))
    return false;
  MentionId owner = possessor_before(row, i - 2);
  for (std::uint32_t t = mate.tokens.first; t < other && owner == MentionId::none; ++t)
    owner = at_[t];
  if (owner == MentionId::none) return false;
  if (named && !kinds_.ontology.is_a(m_.mentions[index(owner)].type, kinds_.organization))
    return false;
  m_.owners.push_back({post, owner});
  return true;
}

std::uint32_t BarePosts::bare_post(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (!named_first(g)) return no_token;
  const Mention& person = m_.mentions[index(g.mention)];
  if (person.tokens.first <= g.tokens.first) return no_token;
  const std::uint32_t post = person.tokens.first - 1;
  const bool firm = token(post).classes.has(k_.firm_post);
  if (!firm && !token(post).classes.has(k_.state_post)) return no_token;
  if (!only_post(g.tokens.first, post, firm)) return no_token;
  if (i > 0 &&
      (row[i - 1].kind == GroupKind::possessive || row[i - 1].kind == GroupKind::coordinator))
    return no_token;
  return placed(row, i) ? no_token : post;
}

bool BarePosts::alone(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  return i >= 2 && g.mention == MentionId::none && !g.date &&
         token(g.head).classes.has(k_.firm_post) && only_post(g.tokens.first, g.head, true) &&
         !genitive_follows(row, i, text_, k_);
}

std::uint32_t BarePosts::post_behind(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (!alone(row, i)) return no_token;
  std::size_t comma = i - 1;
  if (row[comma].kind == GroupKind::coordinator && i >= 4 &&
      token(row[i - 2].head).classes.has(k_.position))
    comma = i - 3;  // "Ann Lee, president and CHIEF EXECUTIVE"
  if (row[comma].kind != GroupKind::comma || row[comma - 1].kind != GroupKind::noun)
    return no_token;
  const bool behind = i + 1 < row.size() && row[i + 1].kind == GroupKind::preposition;
  return behind || !named_first(row[comma - 1]) ? no_token : g.head;
}

std::uint32_t BarePosts::post_gained(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (!alone(row, i)) return no_token;
  const Group& verb = row[i - 1];
  const ClassSet& gains = token(verb.head).classes;
  if (verb.kind != GroupKind::verb ||
      !(gains.has(k_.become) || (verb.passive && gains.has(k_.appoint))))
    return no_token;
  return placed(row, i) ? no_token : g.head;
}

bool BarePosts::named_first(const Group& g) const {
  if (g.mention == MentionId::none) return false;
  const Mention& m = m_.mentions[index(g.mention)];
  return m.kind == MentionKind::name && m.entity != EntityId::none &&
         kinds_.is_person(m_.entities[index(m.entity)].type) &&
         m_.entities[index(m.entity)].first == g.mention;
}

bool BarePosts::only_post(std::uint32_t first, std::uint32_t last, bool firm) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const ClassSet& word = token(t).classes;
    const Tag tag = token(t).tag;
    if (at_[t] != MentionId::none || word.has(k_.former) || tag == Tag::DT || tag == Tag::PRPS ||
        tag == Tag::HYPH)
      return false;
    if (firm && is_noun(tag) && !word.has(k_.position) && !word.has(k_.company)) return false;
  }
  return true;
}

bool BarePosts::employs(TypeId type, bool firm) const {
  const Ontology& o = kinds_.ontology;
  return !firm || (!o.is_a(type, kinds_.government) && !o.is_a(type, kinds_.intergovernmental) &&
                   !o.is_a(type, kinds_.party) && !o.is_a(type, kinds_.media));
}

MentionId BarePosts::topic(const Discourse& discourse, std::uint32_t sentence, bool firm) const {
  const Referent* first = nullptr;
  std::uint32_t next = 0;
  for (const Referent& r : discourse.referents()) {
    if (r.entity == EntityId::none ||
        !kinds_.ontology.is_a(m_.entities[index(r.entity)].type,
                              firm ? kinds_.organization : kinds_.country))
      continue;
    if (first == nullptr || r.count >= first->count) {
      if (first != nullptr) next = first->count;
      first = &r;
    } else if (r.count > next) {
      next = r.count;
    }
  }
  if (first == nullptr || first->count < clear_lead * next ||
      sentence - first->last.sentence > remembered ||
      !employs(m_.entities[index(first->entity)].type, firm))
    return MentionId::none;
  const MentionId m = at_[first->last.token];
  return m != MentionId::none && m_.mentions[index(m)].entity == first->entity ? m
                                                                               : MentionId::none;
}

}  // namespace factloom
