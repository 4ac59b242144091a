// SPDX-License-Identifier: Apache-2.0
#include "graph/near_duplicates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace factloom {
namespace {

constexpr std::size_t shingle_words = 4, least_shingles = 20, bands = 16;
constexpr double similar_enough = 0.7;

std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 31)) * 0x9E3779B97F4A7C15u;
  return x ^ (x >> 29);
}

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return h;
}

struct Shingled {
  std::string date;
  std::set<std::uint64_t> shingles;
};

void add_shingles(std::string_view sentence, std::set<std::uint64_t>& shingles) {
  std::vector<std::uint64_t> words;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t end = std::min(sentence.find_first_of(" \t\r\n", at), sentence.size());
    if (end > at) words.push_back(hash_of(sentence.substr(at, end - at)));
    at = end + 1;
  }
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::uint64_t h = 0;
    for (std::size_t k = i; k < i + shingle_words; ++k) h = mixed(h ^ words[k]);
    shingles.insert(h);
  }
}

double jaccard(const std::set<std::uint64_t>& a, const std::set<std::uint64_t>& b) {
  double both = 0;
  for (const std::uint64_t x : a) both += b.count(x) != 0 ? 1 : 0;
  return both / (static_cast<double>(a.size() + b.size()) - both);
}

/// The two smallest of its shingles under the band's own order.
std::uint64_t band_key(const std::set<std::uint64_t>& shingles, std::size_t band) {
  std::uint64_t least = UINT64_MAX, second = UINT64_MAX;
  for (const std::uint64_t s : shingles) {
    const std::uint64_t h = mixed(s + band * 0xD1B54A32D192ED03u);
    if (h < least) {
      second = least;
      least = h;
    } else {
      second = std::min(second, h);
    }
  }
  return mixed(least ^ mixed(second + band));
}

}  // namespace

std::vector<NearDuplicate> find_near_duplicates(std::span<const Fact> facts) {
  std::map<std::string, Shingled> documents;
  for (const Fact& f : facts) {
    Shingled& d = documents[f.document];
    d.date = f.source.date;
    add_shingles(f.sentence.text, d.shingles);
  }
  using Place = std::map<std::string, Shingled>::const_iterator;
  std::vector<Place> order;
  for (Place p = documents.begin(); p != documents.end(); ++p)
    if (p->second.shingles.size() >= least_shingles) order.push_back(p);
  std::stable_sort(order.begin(), order.end(),
                   [](Place a, Place b) { return a->second.date < b->second.date; });
  std::map<std::uint64_t, std::vector<Place>> originals;
  std::vector<NearDuplicate> found;
  for (const Place d : order) {
    NearDuplicate best{d->first, "", 0};
    for (std::size_t band = 0; band < bands; ++band)
      for (const Place o : originals[band_key(d->second.shingles, band)]) {
        const double similarity = jaccard(d->second.shingles, o->second.shingles);
        if (similarity > best.similarity) best = {d->first, o->first, similarity};
      }
    if (best.similarity >= similar_enough) {
      found.push_back(std::move(best));
      continue;
    }
    for (std::size_t band = 0; band < bands; ++band)
      originals[band_key(d->second.shingles, band)].push_back(d);
  }
  std::sort(found.begin(), found.end(),
            [](const NearDuplicate& a, const NearDuplicate& b) { return a.document < b.document; });
  return found;
}

}  // namespace factloom
