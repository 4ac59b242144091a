// SPDX-License-Identifier: Apache-2.0
#include "graph/canonicalise.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace factloom {
namespace {

constexpr std::size_t largest_block = 60;  // a key that more names have tells nothing
constexpr double possible = 0.25;          // below this no context makes two names one

class Canonicaliser {
 public:
  Canonicaliser(const std::vector<Bearer>& bearers, const Ontology& ontology,
                const NameForms& forms, const Decisions& decisions)
      : bearers_(bearers), o_(ontology), forms_(forms), decisions_(decisions) {
    parent_.resize(bearers.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
    const TypeId person = o_.find_type("Person"), body = o_.find_type("Organization"),
                 policy = o_.find_type("Policy");
    for (const Bearer& b : bearers) {
      const TypeId t = o_.find_type(b.type);
      const bool named = std::any_of(b.name.begin(), b.name.end(),
                                     [](char c) { return (c >= 'A' && c <= 'Z') || c < 0; });
      person_.push_back(o_.is_a(t, person));
      compared_.push_back(named && (person_.back() || o_.is_a(t, body) || o_.is_a(t, policy)));
      parts_.push_back(compared_.back() ? parts_of(b.name, person_.back(), forms) : NameParts());
    }
  }

  Canonical run() {
    decide();
    block();
    join();
    Canonical c;
    for (std::uint32_t i = 0; i < bearers_.size(); ++i) c.of.push_back(root(i));
    c.pairs = std::move(kept_);
    return c;
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  void decide() {
    if (decisions_.empty()) return;
    std::map<std::string, std::vector<std::uint32_t>> by_form;
    for (std::uint32_t i = 0; i < bearers_.size(); ++i)
      for (const std::string& form : bearers_[i].forms) by_form[form].push_back(i);
    for (const Decision& d : decisions_)
      for (const std::uint32_t a : by_form[d.a])
        for (const std::uint32_t b : by_form[d.b]) {
          if (a == b) continue;
          const Pair pair{std::min(a, b), std::max(a, b)};
          if (!d.same) {
            apart_.insert(pair);
            continue;
          }
          Joined joined{pair.first, pair.second, true, {}};
          joined.score.add(forms_.tables(), "decided-same");
          kept_.push_back(std::move(joined));
          unite(a, b);
        }
  }

  void add_keys(std::uint32_t i, std::map<std::string, std::vector<std::uint32_t>>& blocks) const {
    const NameParts& n = parts_[i];
    const NameTables& t = forms_.tables();
    std::set<std::string> keys;
    const std::string kind = n.person ? "p:" : "o:";
    std::string all, core;
    for (std::size_t k = 0; k < n.sounds.size(); ++k) {
      all += n.sounds[k];
      if (!t.is(n.parts[k], "generic")) core += n.parts[k] + " ";
      for (std::size_t m = 0; m < n.sounds.size(); ++m)
        if (m != k && n.sounds[k].size() > 2)
          keys.insert(kind + n.sounds[k] + "|" + n.sounds[m].substr(0, 1));
      if (n.parts[k].size() > 2) keys.insert(kind + n.sounds[k]);  // weighed by context alone
    }
    keys.insert(kind + "=" + all);
    keys.insert(kind + "c" + core);
    for (const std::string& initials : n.initials)
      if (initials.size() > 1) keys.insert("a:" + initials);
    if (!n.acronym.empty()) keys.insert("a:" + n.acronym);
    const auto family = [&](const std::string& part) {
      const auto it = t.family.find(part);
      return it == t.family.end() ? -1 : *it->second.begin();
    };
    if (n.person && n.parts.size() > 1)
      for (const std::string& part : {n.parts.front(), n.parts.back()})
        if (family(part) >= 0) keys.insert("f:" + std::to_string(family(part)));
    for (const std::string& key : keys) blocks[key].push_back(i);
  }

  /// Compares all names that share a key, each pair once.
  void block() {
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < bearers_.size(); ++i)
      if (compared_[i]) add_keys(i, blocks);
    std::vector<Pair> pairs;
    for (const auto& [key, members] : blocks) {
      if (members.size() > largest_block) continue;
      for (std::size_t x = 0; x < members.size(); ++x)
        for (std::size_t y = x + 1; y < members.size(); ++y)
          pairs.emplace_back(members[x], members[y]);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [a, b] : pairs) weigh(a, b);
  }

  bool can_be_same(std::uint32_t a, std::uint32_t b) const {
    if (person_[a] != person_[b]) return false;
    const std::string &x = bearers_[a].type, &y = bearers_[b].type;
    return x == y || o_.can_be_same(o_.find_type(x), o_.find_type(y));
  }

  void weigh(std::uint32_t a, std::uint32_t b) {
    if (!can_be_same(a, b)) return;
    NameScore score = compare_names(parts_[a], parts_[b], forms_);
    if (score.sum < possible) return;
    add_context(a, b, score);
    if (apart_.count({a, b}) != 0) score.add(forms_.tables(), "decided-different");
    if (score.sum < alike && std::count(score.reasons.begin(), score.reasons.end(), "linked"))
      apart_.insert({a, b});
    if (score.sum >= alike || score.reasons.back() == "decided-different" ||
        parts_[a].form == parts_[b].form)
      scored_.push_back({a, b, score.sum >= alike, std::move(score)});
  }

  /// Things of a type that one belongs to: criticism of a country, say, makes nobody its citizen.
  std::set<std::uint32_t> ends(const Bearer& b, const char* type) const {
    std::set<std::uint32_t> found;
    const TypeId wanted = o_.find_type(type);
    for (const auto& [relation, end] : b.links)
      if (forms_.tables().is(relation, "belonging") &&
          o_.is_a(o_.find_type(bearers_[end].type), wanted))
        found.insert(end);
    return found;
  }
  static bool meet(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::uint32_t x) { return b.count(x) != 0; });
  }

  /// "Acme" and "OAO Acme": two employers may yet turn out to be one.
  bool named_alike(const std::set<std::uint32_t>& p, const std::set<std::uint32_t>& q) const {
    return std::any_of(p.begin(), p.end(), [&](std::uint32_t x) {
      return std::any_of(q.begin(), q.end(), [&](std::uint32_t y) {
        return compare_names(parts_[x], parts_[y], forms_).sum >= alike;
      });
    });
  }

  void add_links(const Bearer& a, const Bearer& b, NameScore& score) const {
    const TypeId place = o_.find_type("Place");
    bool link = false, neighbour = false;
    std::set<std::uint32_t> of_a;
    for (const auto& [relation, end] : a.links) of_a.insert(end);
    for (const auto& [relation, end] : b.links) {
      if (o_.is_a(o_.find_type(bearers_[end].type), place)) continue;  // many firms are in a town
      link = link || a.links.count({relation, end}) != 0;
      neighbour = neighbour || of_a.count(end) != 0;
    }
    if (link)
      score.add(forms_.tables(), "shared-link");
    else if (neighbour)
      score.add(forms_.tables(), "shared-neighbour");
    const auto x = ends(a, "Country"), y = ends(b, "Country");
    if (!x.empty() && !y.empty())
      score.add(forms_.tables(), meet(x, y) ? "same-country" : "other-country");
    const auto p = ends(a, "Organization"), q = ends(b, "Organization");
    if (!link && !neighbour && !p.empty() && !q.empty() && !named_alike(p, q))
      score.add(forms_.tables(), "other-employer");
  }

  void add_context(std::uint32_t i, std::uint32_t k, NameScore& score) const {
    const Bearer &a = bearers_[i], &b = bearers_[k];
    const NameTables& t = forms_.tables();
    const auto common = [](const std::set<std::string>& x, const std::set<std::string>& y) {
      return std::any_of(x.begin(), x.end(), [&](const auto& e) { return y.count(e) != 0; });
    };
    const auto& parts = parts_[i].parts;
    if (person_[i] && std::any_of(parts.begin(), parts.end(),
                                  [&](const std::string& w) { return t.is(w, "common"); }))
      score.add(t, "common-name");
    if (person_[i] || score.sum < alike) add_links(a, b, score);
    if (common(a.documents, b.documents)) score.add(t, "same-document");
    if (!a.ids.empty() && !b.ids.empty())
      score.add(t, common(a.ids, b.ids) ? "same-id" : "other-id");
    if (!a.births.empty() && !b.births.empty() && !common(a.births, b.births))
      score.add(t, "other-birth");
    for (const auto& [relation, end] : a.links)
      if (end == k) return score.add(t, "linked");
  }

  /// Is there a pair of members of two things that must stay apart?
  bool forbidden(std::uint32_t a, std::uint32_t b) {
    const auto x = root(a), y = root(b);
    return std::any_of(apart_.begin(), apart_.end(), [&](const Pair& p) {
      const auto r = root(p.first), s = root(p.second);
      return (r == x && s == y) || (r == y && s == x);
    });
  }

  void join() {
    std::sort(scored_.begin(), scored_.end(), [](const Joined& a, const Joined& b) {
      if (a.score.sum != b.score.sum) return a.score.sum > b.score.sum;
      return std::tie(a.a, a.b) < std::tie(b.a, b.b);
    });
    std::set<Pair> similar;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> claims;
    for (const Joined& j : scored_) {
      if (!j.merged) continue;
      similar.insert({std::min(j.a, j.b), std::max(j.a, j.b)});
      claims[j.a].push_back(j.b);
      claims[j.b].push_back(j.a);
    }
    // A third name claims the same if it is like one of the two and not like the other.
    const auto rivals = [&](std::uint32_t a, std::uint32_t b) {
      return std::any_of(claims[a].begin(), claims[a].end(), [&](std::uint32_t c) {
        return c != b && root(c) != root(b) && root(c) != root(a) &&
               similar.count({std::min(b, c), std::max(b, c)}) == 0;
      });
    };
    for (Joined& j : scored_) {
      const NameParts &a = parts_[j.a], &b = parts_[j.b];
      const bool shorter_a = a.parts.size() <= b.parts.size();
      if (j.merged && j.score.sum < 1)
        j.merged = !rivals(shorter_a ? j.a : j.b, shorter_a ? j.b : j.a);
      j.merged = j.merged && (root(j.a) == root(j.b) || !forbidden(j.a, j.b));
      if (j.merged) unite(j.a, j.b);
      kept_.push_back(j);
    }
  }

  const std::vector<Bearer>& bearers_;
  const Ontology& o_;
  const NameForms& forms_;
  const Decisions& decisions_;
  std::vector<std::uint32_t> parent_;
  std::vector<bool> person_, compared_;
  std::vector<NameParts> parts_;
  std::set<Pair> apart_;
  std::vector<Joined> scored_, kept_;
};

}  // namespace

Canonical canonicalise(const std::vector<Bearer>& bearers, const Ontology& ontology,
                       const NameForms& forms, const Decisions& decisions) {
  return Canonicaliser(bearers, ontology, forms, decisions).run();
}

}  // namespace factloom
