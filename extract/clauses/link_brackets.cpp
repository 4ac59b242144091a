// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/linker.h"

namespace factloom {

void Linker::match_brackets() {
  std::vector<int> open;
  for (int k = 0; k < size(); ++k) {
    if (first_[k].kind == GroupKind::open) {
      open.push_back(k);
    } else if (first_[k].kind == GroupKind::close && !open.empty()) {
      bracket_[static_cast<std::size_t>(k)] = open.back();
      bracket_[static_cast<std::size_t>(open.back())] = k;
      open.pop_back();
    }
  }
}

int Linker::before_brackets(int k) const {
  while (kind(k, GroupKind::close) && bracket_[static_cast<std::size_t>(k)] != none)
    k = bracket_[static_cast<std::size_t>(k)] - 1;
  return k;
}

int Linker::behind_brackets(int k) const {
  while (k < size() && g(k).kind == GroupKind::open &&
         bracket_[static_cast<std::size_t>(k)] != none)
    k = bracket_[static_cast<std::size_t>(k)] + 1;
  return k;
}

void Linker::on_open(int i) {
  if (bracket_[static_cast<std::size_t>(i)] == none) return;
  Bracket b;
  b.clause = cur_;
  b.prev = prev_;
  b.prep = prep_;
  b.possessor = possessor_;
  b.adjective = adjective_;
  b.noun = spine_.empty() ? none : spine_.back();
  b.spine = spine_;
  b.fronted = fronted_.size();
  b.fronted_dates = fronted_dates_.size();
  brackets_.push_back(std::move(b));
  start_aside();
  prev_ = i;
}

void Linker::start_aside() {
  Clause c;
  c.pending = bracketed();
  push(c);
  spine_.clear();
  if (bracketed() != none) spine_.push_back(bracketed());
  prep_ = none;
  possessor_ = none;
  adjective_ = none;
}

int Linker::bracketed() const {
  return brackets_.empty() ? none : brackets_.back().noun;
}

void Linker::on_close(int i) {
  if (bracket_[static_cast<std::size_t>(i)] == none || brackets_.empty()) return;
  Bracket& b = brackets_.back();
  cur_ = b.clause;
  prev_ = b.prev;
  prep_ = b.prep;
  possessor_ = b.possessor;
  adjective_ = b.adjective;
  spine_ = std::move(b.spine);
  fronted_.resize(b.fronted);
  fronted_dates_.resize(b.fronted_dates);
  brackets_.pop_back();
}

void Linker::on_aside(int i) {
  const int noun = brackets_.back().noun;
  if (prep_ != none && spine_.size() > 1 && touches(spine_.back(), prep_)) {
    return on_prep_object(i);  // "Ann (daughter of BOB)"
  }
  if (prep_ != none) {
    link(LinkKind::preposition, noun, i, false, head(prep_).word);
    prep_ = none;
  } else {
    link(LinkKind::apposition, noun, i, !same_kind(noun, i));
    spine_.assign(1, noun);
    spine_.push_back(i);
  }
  prev_ = i;
}

/// Of a clause behind a comma: the name that it tells of; "Acme, a firm owned by Bolt, AND COR".
int Linker::described_name() const {
  const Clause& c = cur();
  int noun = c.kind == ClauseKind::relative ? c.antecedent : subject_of(c.verb);
  if (noun != none && !named(noun))
    noun = out_.source(static_cast<std::uint16_t>(noun), LinkKind::apposition);
  return noun != none && named(noun) ? noun : none;
}

/// Does the comma end what a clause tells of a name: "Acme, owned by Bolt, AND COR", "Ann Lee, who
/// met Bob Roy, AND CARL FOX"? Two alone are not joined so, three may be.
bool Linker::closes_aside(int i, int comma) const {
  const Clause& c = cur();
  const bool aside = c.kind == ClauseKind::relative || c.kind == ClauseKind::participial;
  if (!aside || c.verb == none || c.parent == none || !named(i) || finite_follows(i) ||
      (g(c.verb).form != VerbForm::finite && g(c.verb).form != VerbForm::participle))
    return false;
  const int name = described_name();
  if (name == none || name > c.verb) return false;
  bool behind_comma = false;
  for (int k = name + 1; k < c.verb; ++k) behind_comma = behind_comma || kind(k, GroupKind::comma);
  for (int k = c.verb + 1; k < comma; ++k)
    if (kind(k, GroupKind::comma) || kind(k, GroupKind::coordinator)) return false;
  return behind_comma;
}

}  // namespace factloom
