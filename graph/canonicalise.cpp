// SPDX-License-Identifier: Apache-2.0
#include "graph/canonicalise.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "graph/name_blocks.h"
#include "graph/name_glances.h"

namespace factloom {
namespace {

const std::vector<std::string_view> no_names;

/// Has memory brought that will be read soon.
template <class T>
void prefetch(const T& value) {
  __builtin_prefetch(&value);
}

constexpr double possible = 0.25;  // below this no context makes two names one

class Canonicaliser {
 public:
  Canonicaliser(const Bearers& bearers, const Ontology& ontology, const NameForms& forms,
                const Decisions& decisions)
      : bearers_(bearers.all),
        documents_(bearers.documents),
        o_(ontology),
        forms_(forms),
        decisions_(decisions) {
    for (const std::string& r : bearers.relations)
      belonging_.push_back(forms.tables().is(r, WordKind::belonging));
    parent_.resize(bearers_.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
    parts_.reserve(bearers_.size());
    const TypeId person = o_.find_type("Person"), policy = o_.find_type("Policy");
    for (const Bearer& b : bearers_) {
      const TypeId t = o_.find_type(b.type);
      const bool named = std::any_of(b.name.begin(), b.name.end(),
                                     [](char c) { return (c >= 'A' && c <= 'Z') || c < 0; });
      type_numbers_.push_back(type_number(b.type));
      person_.push_back(o_.is_a(t, person));
      kinds_.push_back(static_cast<std::uint8_t>((o_.is_a(t, place_) ? is_place : 0) |
                                                 (o_.is_a(t, country_) ? is_country : 0) |
                                                 (o_.is_a(t, body_) ? is_body : 0)));
      compared_.push_back(named && (person_.back() || o_.is_a(t, body_) || o_.is_a(t, policy)));
      parts_.push_back(compared_.back() ? parts_of(b.name, person_.back(), forms, words_, b.form)
                                        : NameParts());
      owner_.push_back(static_cast<std::uint32_t>(owner_.size()));
    }
    for (std::uint32_t i = 0; i < bearers_.size(); ++i)
      for (const std::string_view name : compared_[i] ? bearers_[i].also : no_names) {
        parts_.push_back(parts_of(name, person_[i], forms, words_));
        owner_.push_back(i);
      }
  }

  Canonical run() {
    decide();
    compare();
    join();
    reconsider();
    Canonical c;
    for (std::uint32_t i = 0; i < bearers_.size(); ++i) c.of.push_back(root(i));
    c.pairs = std::move(kept_);
    return c;
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  enum Kind : std::uint8_t { is_place = 1, is_country = 2, is_body = 4 };

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return;
    parent_[std::max(a, b)] = std::min(a, b);
    const auto lost = enemies_.find(std::max(a, b));
    if (lost == enemies_.end()) return;
    std::vector<std::uint32_t> moved = std::move(lost->second);
    enemies_.erase(lost);
    auto& kept = enemies_[std::min(a, b)];
    if (kept.size() < moved.size()) kept.swap(moved);
    kept.insert(kept.end(), moved.begin(), moved.end());
  }

  bool is_meant(const DecisionEnd& end, const Bearer& b) const {
    if (!end.type.empty() && b.type != end.type &&
        !o_.is_a(o_.find_type(b.type), o_.find_type(end.type)))
      return false;
    return end.document.empty() ||
           std::any_of(b.documents.begin(), b.documents.end(), [&](std::uint32_t d) {
             return documents_[d].find(end.document) != std::string_view::npos;
           });
  }

  void decide() {
    if (decisions_.empty()) return;
    std::map<std::string_view, std::vector<std::uint32_t>> by_form;
    std::map<std::string, std::vector<std::uint32_t>> by_id;
    for (std::uint32_t i = 0; i < bearers_.size(); ++i) {
      for (const std::string_view form : bearers_[i].forms) by_form[form].push_back(i);
      by_id[id_of(bearers_[i].type, bearers_[i].name)].push_back(i);
    }
    const auto meant = [&](const DecisionEnd& end) {
      std::vector<std::uint32_t> found;
      for (const std::uint32_t i : end.id.empty() ? by_form[end.form] : by_id[end.id])
        if (is_meant(end, bearers_[i])) found.push_back(i);
      return found;
    };
    for (const Decision& d : decisions_) {
      const std::vector<std::uint32_t> others = meant(d.b);
      for (const std::uint32_t a : meant(d.a))
        for (const std::uint32_t b : others) {
          if (a == b) continue;
          const Pair pair{std::min(a, b), std::max(a, b)};
          if (!d.same) {
            apart_.insert(pair);
            keep_apart(a, b);
            continue;
          }
          Joined joined{pair.first, pair.second, true, {}};
          joined.score.add(weights_, NameFeature::decided_same);
          kept_.push_back(std::move(joined));
          unite(a, b);
        }
    }
  }

  void compare() {
    const NameBlocks blocks(parts_, forms_.tables());
    glances_.emplace(parts_);
    find_same_types();
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      blocks.candidates(i, candidates);
      for (const std::uint32_t k : candidates) glances_->expect(k);
      std::erase_if(candidates, [&](std::uint32_t k) { return glances_->conflict(i, k); });
      for (const std::uint32_t k : candidates) {
        prefetch(parts_[k]);
        prefetch(bearers_[owner_[k]]);
      }
      for (const std::uint32_t k : candidates) weigh(i, k);
    }
  }

  std::uint32_t type_number(std::string_view type) {
    return type_names_.try_emplace(type, static_cast<std::uint32_t>(type_names_.size()))
        .first->second;
  }
  /// Which types can be those of one thing, each with each.
  void find_same_types() {
    const TypeId person = o_.find_type("Person");
    same_types_.resize(type_names_.size() * type_names_.size());
    for (const auto& [a, i] : type_names_)
      for (const auto& [b, k] : type_names_) {
        const TypeId x = o_.find_type(a), y = o_.find_type(b);
        same_types_[i * type_names_.size() + k] =
            o_.is_a(x, person) == o_.is_a(y, person) && (i == k || o_.can_be_same(x, y));
      }
  }
  bool can_be_same(std::uint32_t a, std::uint32_t b) const {
    return same_types_[type_numbers_[a] * type_names_.size() + type_numbers_[b]];
  }

  /// Weighs two names of two bearers.
  void weigh(std::uint32_t name, std::uint32_t other) {
    const std::uint32_t a = std::min(owner_[name], owner_[other]),
                        b = std::max(owner_[name], owner_[other]);
    if (a == b || !can_be_same(a, b)) return;
    NameScore score = compare_names(parts_[name], parts_[other], forms_);
    if (score.sum < possible) return;
    const bool second = std::max(name, other) >= bearers_.size();
    if (second) score.add(weights_, NameFeature::second_name);
    add_context(a, b, score);
    if (apart_.count({a, b}) != 0) score.add(weights_, NameFeature::decided_different);
    if (score.sum < alike && score.has(NameFeature::linked)) keep_apart(a, b);
    if (score.sum >= alike || score.has(NameFeature::decided_different) ||
        parts_[a].form == parts_[b].form)
      scored_.push_back({a, b, score.sum >= alike, std::move(score)});
    else if (!joined_ && may_share_link(a, b, score))
      missed_.emplace_back(name, other);
  }

  /// Would a shared link make them one, if two things that they are linked to were one?
  bool may_share_link(std::uint32_t a, std::uint32_t b, const NameScore& score) const {
    const auto link = weights_[static_cast<std::size_t>(NameFeature::shared_link)];
    return score.sum + link >= alike && !bearers_[a].links.empty() && !bearers_[b].links.empty() &&
           !score.has(NameFeature::linked) && !score.has(NameFeature::shared_link);
  }

  /// Now that names are joined, other names may turn out to stand in the same relation to one
  /// thing: "Von der Leyen", who leads the EU Commission, and Ursula von der Leyen of the European
  /// Commission.
  void reconsider() {
    joined_ = true;
    scored_.clear();
    for (const auto& [name, other] : missed_)
      if (root(owner_[name]) != root(owner_[other])) weigh(name, other);
    join();
  }

  /// Have two sorted lists something in common?
  template <class T>
  static bool meet(const std::vector<T>& a, const std::vector<T>& b) {
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
      if (*x == *y) return true;
      *x < *y ? ++x : ++y;
    }
    return false;
  }

  /// Things of a type that one belongs to: criticism of a country, say, makes nobody its citizen.
  void find_ends(const Bearer& b, Kind wanted, std::vector<std::uint32_t>& found) const {
    found.clear();
    for (const auto& [relation, end] : b.links)
      if (belonging_[relation] && (kinds_[end] & wanted) != 0) found.push_back(end);
    if (found.size() > 1) std::sort(found.begin(), found.end());
  }

  /// "Acme" and "OAO Acme": two employers may yet turn out to be one.
  bool named_alike(const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) const {
    return std::any_of(p.begin(), p.end(), [&](std::uint32_t x) {
      return std::any_of(q.begin(), q.end(), [&](std::uint32_t y) {
        return compared_[x] && compared_[y] && !glances_->conflict(x, y) &&
               compare_names(parts_[x], parts_[y], forms_).sum >= alike;
      });
    });
  }

  /// The links of a bearer to what each end has turned out to be so far.
  const std::vector<BearerLink>& links_of(const Bearer& b, std::vector<BearerLink>& changed) {
    if (!joined_) return b.links;
    changed = b.links;
    for (BearerLink& l : changed) l.end = root(l.end);
    std::sort(changed.begin(), changed.end());
    return changed;
  }

  void add_links(const Bearer& a, const Bearer& b, NameScore& score) {
    bool link = false, neighbour = false;
    auto &p = ends_[0], &q = ends_[1];
    const std::vector<BearerLink>& of_a = links_of(a, links_[0]);
    p.clear();
    for (const BearerLink& l : of_a) p.push_back(l.end);
    std::sort(p.begin(), p.end());
    for (const BearerLink& l : links_of(b, links_[1])) {
      if ((kinds_[l.end] & is_place) != 0) continue;  // many firms are in a town
      link = link || std::binary_search(of_a.begin(), of_a.end(), l);
      neighbour = neighbour || std::binary_search(p.begin(), p.end(), l.end);
    }
    if (link)
      score.add(weights_, NameFeature::shared_link);
    else if (neighbour)
      score.add(weights_, NameFeature::shared_neighbour);
    find_ends(a, is_country, p);
    find_ends(b, is_country, q);
    if (!p.empty() && !q.empty())
      score.add(weights_, meet(p, q) ? NameFeature::same_country : NameFeature::other_country);
    if (link || neighbour) return;
    find_ends(a, is_body, p);
    find_ends(b, is_body, q);
    if (!p.empty() && !q.empty() && !named_alike(p, q))
      score.add(weights_, NameFeature::other_employer);
  }

  void add_context(std::uint32_t i, std::uint32_t k, NameScore& score) {
    const Bearer &a = bearers_[i], &b = bearers_[k];
    const auto& parts = parts_[i].parts;
    if (person_[i] &&
        std::any_of(parts.begin(), parts.end(), [](const NamePart& p) { return p.common(); }))
      score.add(weights_, NameFeature::common_name);
    if (person_[i] || score.sum < alike) add_links(a, b, score);
    if (meet(a.documents, b.documents)) score.add(weights_, NameFeature::same_document);
    if (!a.ids.empty() && !b.ids.empty())
      score.add(weights_, meet(a.ids, b.ids) ? NameFeature::same_id : NameFeature::other_id);
    if (!a.births.empty() && !b.births.empty() && !meet(a.births, b.births))
      score.add(weights_, NameFeature::other_birth);
    for (const auto& [relation, end] : a.links)
      if (end == k) return score.add(weights_, NameFeature::linked);
  }

  /// Is there a pair of members of two things that must stay apart?
  bool forbidden(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t x = root(a), y = root(b);
    const auto of_x = enemies_.find(x), of_y = enemies_.find(y);
    if (of_x == enemies_.end() || of_y == enemies_.end()) return false;
    const bool fewer = of_x->second.size() <= of_y->second.size();
    const std::uint32_t other = fewer ? y : x;
    const auto& list = fewer ? of_x->second : of_y->second;
    return std::any_of(list.begin(), list.end(),
                       [&](std::uint32_t member) { return root(member) == other; });
  }
  void keep_apart(std::uint32_t a, std::uint32_t b) {
    enemies_[root(a)].push_back(b);
    enemies_[root(b)].push_back(a);
  }

  void join() {
    std::sort(scored_.begin(), scored_.end(), [](const Joined& a, const Joined& b) {
      if (a.score.sum != b.score.sum) return a.score.sum > b.score.sum;
      return std::tie(a.a, a.b) < std::tie(b.a, b.b);
    });
    std::vector<Pair> similar;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> claims;
    for (const Joined& j : scored_) {
      if (!j.merged) continue;
      similar.emplace_back(std::min(j.a, j.b), std::max(j.a, j.b));
      claims[j.a].push_back(j.b);
      claims[j.b].push_back(j.a);
    }
    std::sort(similar.begin(), similar.end());
    // A third name claims the same if it is like one of the two and not like the other.
    const auto rivals = [&](std::uint32_t a, std::uint32_t b) {
      return std::any_of(claims[a].begin(), claims[a].end(), [&](std::uint32_t c) {
        return c != b && root(c) != root(b) && root(c) != root(a) &&
               !std::binary_search(similar.begin(), similar.end(),
                                   Pair(std::min(b, c), std::max(b, c)));
      });
    };
    for (Joined& j : scored_) {
      const NameParts &a = parts_[j.a], &b = parts_[j.b];
      const bool shorter_a = a.parts.size() <= b.parts.size();
      if (j.merged && j.score.sum < 1)
        j.merged = !rivals(shorter_a ? j.a : j.b, shorter_a ? j.b : j.a);
      j.merged = j.merged && (root(j.a) == root(j.b) || !forbidden(j.a, j.b));
      const bool known = root(j.a) == root(j.b) &&  // by way of a third
                         (a.form == b.form || j.score.has(NameFeature::second_name));
      if (j.merged) unite(j.a, j.b);
      if (!known) kept_.push_back(std::move(j));
    }
  }

  const std::vector<Bearer>& bearers_;
  const std::vector<std::string_view>& documents_;
  const Ontology& o_;
  const NameForms& forms_;
  const FeatureWeights& weights_ = forms_.tables().weights;
  const Decisions& decisions_;
  TypeId body_ = o_.find_type("Organization"), place_ = o_.find_type("Place"),
         country_ = o_.find_type("Country");
  std::vector<bool> belonging_;  // of each relation
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint8_t> kinds_;  // of the bearers
  std::map<std::string_view, std::uint32_t> type_names_;
  std::vector<std::uint32_t> type_numbers_;  // of the bearers
  std::vector<bool> same_types_;
  std::vector<bool> person_, compared_;
  PartWords words_{forms_.tables()};
  std::vector<NameParts> parts_;      // of the bearers, then of their other names
  std::vector<std::uint32_t> owner_;  // of each of these names
  std::optional<NameGlances> glances_;
  std::array<std::vector<std::uint32_t>, 2> ends_;  // of two bearers; kept for their memory
  std::array<std::vector<BearerLink>, 2> links_;    // the same
  bool joined_ = false;                             // is it clear what most names name?
  std::vector<Pair> missed_;                        // names that a shared link would have joined
  std::set<Pair> apart_;                            // as the user has decided
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> enemies_;  // of a root: bearers
  std::vector<Joined> scored_, kept_;
};

}  // namespace

Canonical canonicalise(const Bearers& bearers, const Ontology& ontology, const NameForms& forms,
                       const Decisions& decisions) {
  return Canonicaliser(bearers, ontology, forms, decisions).run();
}

}  // namespace factloom
