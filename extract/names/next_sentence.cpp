// SPDX-License-Identifier: Apache-2.0
// What the next sentence calls the thing that the one before was about: "Brenta rose again. The
// river …", "Marlow left. She …".
#include <algorithm>
#include <span>

#include "extract/names/candidate.h"

namespace factloom {
namespace {

/// Reads how a sentence takes up what the one before it named.
class TakenUp {
 public:
  TakenUp(const NameText& names, const std::vector<Candidate>& all)
      : n_(names), t_(names.rules.types()), all_(all) {}

  /// `named`: the candidates of the sentence before that `next` may be about; `subject`: the first
  /// is what it told of.
  void weigh(std::span<Candidate> named, TokenRange next, bool subject) {
    const auto i = next.first;
    const Token& first = n_.token(i);
    const auto& k = n_.rules.classes();
    if (first.classes.has(k.masculine) || first.classes.has(k.feminine)) {
      if (subject && first.tag == Tag::PRP) he(named[0]);
      return;
    }
    if (first.classes.has(k.neuter)) return it(named[0], i);
    const auto word = n_.text.text(i);
    if (word == "The") return called(named.first(1), i + 1, next.last);
    if (word == "Both" && named.size() > 1) called(named.first(2), i + 1, next.last);
  }

 private:
  void he(Candidate& c) {
    if (unclear(c) && c.of(Family::place) < 1.5F) c.add(Family::person, t_.person, 1.2F);
  }

  /// "Its owner …", "It sells …"; not "It is clear that"
  void it(Candidate& c, std::uint32_t i) {
    const bool its = n_.token(i).tag == Tag::PRPS;
    if (!unclear(c) || (!its && n_.token(i + 1).classes.has(n_.rules.classes().be))) return;
    c.add(Family::person, its ? -1.4F : -1.0F);
    if (c.of(Family::place) <= 0 && c.of(Family::product) <= 0)
      c.add(Family::organization, t_.organization, 0.8F);
  }

  /// "The river had burst its banks"
  void called(std::span<Candidate> named, std::uint32_t i, std::uint32_t last) {
    for (const auto limit = i + 2; i + 1 < last && i < limit && !is_noun(n_.token(i).tag); ++i) {
    }
    if (i + 1 >= last || !is_noun(n_.token(i).tag) || n_.capital(i) || is_noun(n_.token(i + 1).tag))
      return;
    const auto& k = n_.rules.classes();
    const std::pair<ClassId, TypeId> told[] = {
        {k.company, t_.company}, {k.party, t_.party},     {k.school, t_.school},
        {k.media, t_.media},     {k.team, t_.team},       {k.government, t_.government},
        {k.city, t_.city},       {k.product, t_.product}, {k.facility, t_.facility}};
    for (const auto& [noun_class, type] : told) {
      if (!n_.noun_class(i, noun_class)) continue;
      for (Candidate& c : named) take(c, type);
      return;
    }
    if (n_.is(i, Role::place_noun) && !n_.is(i, Role::post))
      for (Candidate& c : named) take(c, t_.place);
  }

  void take(Candidate& c, TypeId type) {
    if (!unclear(c) || surname(c)) return;
    c.add(n_.rules.family(type), type, 2.0F);
    c.add(Family::person, -1.0F);
  }

  /// A lone name that nothing sure is known of
  bool unclear(const Candidate& c) const {
    return c.tokens.size() == 1 && c.kind == MentionKind::name && c.canonical.empty() &&
           c.listed.empty() && *std::max_element(c.score.begin(), c.score.end()) < 3.0F;
  }

  /// "Ann Lee won. Lee governs with the Greens. The party …": has the text named who bears it?
  bool surname(const Candidate& c) const {
    const auto word = n_.text.text(c.tokens.first);
    return std::any_of(all_.begin(), all_.end(), [&](const Candidate& full) {
      return full.tokens.last <= c.tokens.first && full.tokens.size() > 1 &&
             full.kind == MentionKind::name && n_.text.text(full.tokens.last - 1) == word &&
             full.of(Family::person) > 3.0F &&
             full.of(Family::person) > full.of(Family::organization);
    });
  }

  const NameText& n_;
  const NameTypes& t_;
  const std::vector<Candidate>& all_;
};

/// Does a verb follow, so that the sentence goes on about it?
bool subject(const NameText& names, const Candidate& c, TokenRange sentence) {
  auto i = c.tokens.last;
  if (c.tokens.first > sentence.first + 1 || i + 1 >= sentence.last) return false;
  if (is_adverb(names.token(i).tag)) ++i;
  const Tag tag = names.token(i).tag;
  return is_finite_verb(tag) || tag == Tag::MD || names.is(i, Role::and_);
}

}  // namespace

void weigh_next_sentences(const NameText& names, std::vector<Candidate>& candidates) {
  TakenUp taken_up(names, candidates);
  std::size_t begin = 0;
  const auto& sentences = names.text.sentences;
  for (std::size_t s = 0; s + 1 < sentences.size(); ++s) {
    const TokenRange here = sentences[s].tokens, next = sentences[s + 1].tokens;
    while (begin < candidates.size() && candidates[begin].tokens.first < here.first) ++begin;
    auto end = begin;
    while (end < candidates.size() && candidates[end].tokens.first < here.last) ++end;
    if (end == begin || next.size() < 3 || candidates[begin].heading) continue;
    const bool acts = subject(names, candidates[begin], here);
    if (acts || end - begin == 1)
      taken_up.weigh(std::span(candidates).subspan(begin, end - begin), next, acts);
    begin = end;
  }
}

}  // namespace factloom
