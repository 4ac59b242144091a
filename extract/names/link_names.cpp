// SPDX-License-Identifier: Apache-2.0
#include "extract/names/link_names.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/names/aliases.h"
#include "extract/names/metonyms.h"
#include "extract/names/name_lists.h"
#include "extract/names/name_table.h"
#include "extract/names/second_names.h"
#include "extract/names/weak_names.h"

namespace factloom {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFF;
constexpr std::uint32_t longest_gap = 8;  // tokens between two names of one thing

/// Groups candidates by what they name.
class Linker {
 public:
  Linker(const NameText& names, std::span<Candidate> candidates)
      : n_(names),
        t_(names.rules.types()),
        c_(candidates),
        group_(candidates.size(), nobody),
        by_key_(candidates.size()) {}

  std::vector<Entity> link() {
    share_types_in_lists(n_, c_);
    same_names();
    confirm_weak();
    for (auto& g : groups_) g.type = decide(n_.rules, g.sum);
    shared_surnames();
    aliases();
    native_names();
    acronyms();
    fuller_forms();
    initials();
    short_forms();
    heads_alone();
    return entities();
  }

 private:
  struct Group {
    Candidate sum;  // evidence of all its candidates together
    std::span<const std::uint32_t> members;
    TypeId type = TypeId::none;
    std::uint32_t joined = nobody;  // the group that names the same thing more fully
    bool strong = false;            // some member is no mere capital at a beginning
    std::vector<TokenRange> also;   // where the text gives it another name
    std::string whole;              // its name, where the text leaves a part of it out
  };

  std::uint32_t root(std::uint32_t g) const {
    while (groups_[g].joined != nobody) g = groups_[g].joined;
    return g;
  }

  std::uint64_t key(const Candidate& c) const {
    PhraseHash hash;
    hash.add(c.listed.empty() ? n_.text.span(c.tokens).of(n_.text.source) : c.listed);
    return hash.value() + (c.kind == MentionKind::adjective) + (c.canonical.empty() ? 0U : 2U);
  }

  void same_names() {
    groups_.reserve(c_.size());
    std::vector<std::uint32_t> ends;  // of each group's part of members_
    for (std::uint32_t i = 0; i < c_.size(); ++i) {
      const auto [at, added] =
          by_key_.try_emplace(key(c_[i]), static_cast<std::uint32_t>(groups_.size()));
      if (added) {
        groups_.emplace_back().sum = c_[i];
        ends.push_back(0);
      }
      auto& g = groups_[*at];
      if (!added) add_evidence(g.sum, c_[i]);
      g.strong |= !c_[i].weak && !c_[i].heading;
      ++ends[*at];
      group_[i] = *at;
    }
    note_members(ends);
  }

  /// The candidates of each group, of which `ends` holds the numbers, stand in one row.
  void note_members(std::vector<std::uint32_t>& ends) {
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    members_.resize(c_.size());
    for (auto i = static_cast<std::uint32_t>(c_.size()); i-- > 0;) members_[--ends[group_[i]]] = i;
    const std::span<const std::uint32_t> all(members_);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const std::size_t last = g + 1 < groups_.size() ? ends[g + 1] : all.size();
      groups_[g].members = all.subspan(ends[g], last - ends[g]);
    }
  }

  static void add_evidence(Candidate& sum, const Candidate& c) {
    for (std::size_t f = 0; f < family_count; ++f) {
      // What the name itself says is said once: take the larger, and a part of what another context
      // adds.
      const auto more = std::max(sum.score[f], c.score[f]);
      const auto less = std::min(sum.score[f], c.score[f]);
      sum.score[f] = more + (less > 0 ? 0.3F * less : 0.5F * less);
      if (c.strength[f] > sum.strength[f]) {
        sum.strength[f] = c.strength[f];
        sum.type[f] = c.type[f];
      }
    }
    if (sum.gender == Gender::unknown) sum.gender = c.gender;
    if (sum.canonical.empty()) sum.canonical = c.canonical;
    sum.weak &= c.weak;
    sum.heading &= c.heading;
  }

  /// A lone common word with a capital is a name when it stands so inside a sentence, or acts like
  /// a name.
  void confirm_weak() {
    NameTable parts;  // last words of longer names
    for (const auto& c : c_) {
      if (c.tokens.size() > 1 && !c.heading) parts.try_emplace(n_.text.text(c.tokens.last - 1), 0);
    }
    for (auto& g : groups_) {
      if (g.strong) continue;
      const auto& c = c_[g.members[0]];
      if (c.tokens.size() == 1 && c.weak && parts.contains(word(c, 0))) continue;
      if (in_family(g.members[0]) || is_confirmed(n_, c, g.sum)) continue;
      g.members = {};
    }
  }

  /// "ANN and Bob Lee": does the first name stand before one of the same surname?
  bool in_family(std::uint32_t i) const {
    return i + 1 < c_.size() && !shared_surname(n_, c_[i], c_[i + 1]).empty();
  }

  /// "MILAN and Diego Maradona": was a name in the lists told before, with nobody's surname?
  bool known_by_itself(const Group& g, std::uint32_t i) const {
    return g.members[0] < i && c_[i].hit.has(SenseKind::name, 5);
  }

  /// "Ann and Bob Lee": Ann Lee, here and wherever she is called by her first name.
  void shared_surnames() {
    for (std::uint32_t i = 0; i + 1 < c_.size(); ++i) {
      if (group_[i] == nobody || groups_[group_[i]].members.empty()) continue;
      auto& g = groups_[group_[i]];
      std::string whole = shared_surname(n_, c_[i], c_[i + 1]);
      if (whole.empty() || !g.whole.empty() || group_[i + 1] == nobody || known_by_itself(g, i) ||
          n_.rules.family(groups_[group_[i + 1]].type) != Family::person)
        continue;
      PhraseHash hash;
      hash.add(whole);
      const auto* same = by_key_.find(hash.value());
      g.type = t_.person;
      if (same != nullptr) join(group_[i], *same);
      g.whole = std::move(whole);
    }
  }

  /// Text of the candidate's words that count for a short form.
  std::string_view word(const Candidate& c, std::uint32_t i) const {
    return n_.text.text(c.tokens.first + i);
  }

  static bool is_group(TypeId t, const NameRules& rules) {
    const auto f = rules.family(t);
    return f == Family::organization || f == Family::policy || f == Family::event ||
           f == Family::product;
  }

  /// "European Community (EC)", and later "EC" alone; "UUP" for the Ulster Unionist Party.
  void acronyms() {
    NameTable initials;
    std::uint64_t lengths = 0;  // of initials: bit n for n letters
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].members.empty()) continue;
      const auto& c = c_[groups_[g].members[0]];
      if (c.tokens.size() < 2 || !is_group(groups_[g].type, n_.rules)) continue;
      std::string all, capitals;
      for (auto i = c.tokens.first; i < c.tokens.last; ++i) {
        const char first = n_.text.source[n_.token(i).span.begin];
        if (n_.capital(i) && first >= 'A' && first <= 'Z') capitals += first;
        if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) {
          all += static_cast<char>(first >= 'a' ? first - 32 : first);
        }
        if (!n_.token(i).is(shape_hyphen)) continue;
        const auto whole = n_.token(i).span.of(n_.text.source);  // "World Anti-Doping Agency"
        for (std::size_t k = 1; k < whole.size(); ++k)
          if (whole[k - 1] == '-' && whole[k] >= 'A' && whole[k] <= 'Z') {
            all += whole[k];
            capitals += whole[k];
          }
      }
      initials.try_emplace(capitals, g);
      initials.try_emplace(all, g);
      for (const std::size_t letters : {capitals.size(), all.size()})
        lengths |= std::uint64_t{1} << std::min<std::size_t>(letters, 63);
    }
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].members.empty()) continue;
      const auto& c = c_[groups_[g].members[0]];
      if (c.tokens.size() != 1) continue;
      const auto before = before_bracket(n_, c_, c);
      const bool fits = (lengths >> std::min<std::size_t>(word(c, 0).size(), 63) & 1u) != 0;
      const bool spelt = fits || n_.token(c.tokens.first).is(shape_all_upper);
      if (before == nobody && (!spelt || !c.canonical.empty())) continue;
      std::string letters;
      for (const char x : word(c, 0)) {
        if (x >= 'A' && x <= 'Z') letters += x;
      }
      if (!c.canonical.empty()) {
        const auto* found = initials.find(letters);
        if (found == nullptr || *found != group_[before]) continue;
      }
      if (before != nobody &&
          abbreviates(word(c, 0), n_.text.span(c_[before].tokens).of(n_.text.source)))
        join(g, group_[before]);
      if (before != nobody && n_.capital(c.tokens.first) && acronym_of(letters, c_[before])) {
        join(g, group_[before]);
      } else if (letters.size() >= 2 && n_.token(c.tokens.first).is(shape_all_upper)) {
        if (const auto* found = initials.find(letters); found != nullptr && *found != g)
          join(g, *found);
      } else if (letters.size() == 1 && word(c, 0).size() >= 4) {
        std::string all;  // "Unesco"
        for (const char x : word(c, 0)) all += x >= 'a' && x <= 'z' ? static_cast<char>(x - 32) : x;
        if (const auto* found = initials.find(all); found != nullptr && *found != g)
          join(g, *found);
      }
    }
  }

  /// "X, also known as Y", "X (born Y)", "X (Chinese: Y)": two names of one thing.
  void aliases() {
    for (std::uint32_t i = 1; i < c_.size(); ++i) {
      const auto said = second_name(i);
      if (said.candidate == nobody) continue;
      const auto longer = group_[said.candidate], shorter = group_[i];
      if (groups_[longer].members.empty() || groups_[shorter].members.empty()) continue;
      const auto family = [&](std::uint32_t g) { return n_.rules.family(groups_[g].type); };
      if (groups_[shorter].type != TypeId::none && family(longer) != family(shorter)) {
        if (!said.sure || groups_[shorter].members.size() > 1) continue;
        groups_[shorter].type = groups_[longer].type;
      }
      join(shorter, longer);
      groups_[root(longer)].also.push_back(c_[i].tokens);
    }
  }

  /// What candidate i is another name of.
  AliasOf second_name(std::uint32_t i) const {
    if (!may_be_second_name(n_, c_[i])) return {};
    const auto said = alias_of(n_, c_, i);
    if (said.candidate != nobody) return said;
    auto before = i - 1;
    const auto first = c_[i].tokens.first;  // the adjective stands close: "in Chinese as"
    while (before > 0 && c_[before].kind == MentionKind::adjective &&
           first - c_[before].tokens.last < longest_gap)
      --before;
    return says_second_name(n_, c_, c_[before], c_[i]) ? AliasOf{before, false} : said;
  }

  /// "Jack Ma (马云)": joins what the bracket names, and notes the name.
  void native_names() {
    for (std::uint32_t i = 0; i < c_.size(); ++i) {
      if (group_[i] == nobody || groups_[group_[i]].members.empty()) continue;
      const TokenRange native = native_name(n_, c_[i]);
      if (native.size() == 0) continue;
      groups_[root(group_[i])].also.push_back(native);
      for (auto k = i + 1; k < c_.size() && c_[k].tokens.first < native.last; ++k)
        if (c_[k].tokens.first >= native.first && group_[k] != nobody) join(group_[k], group_[i]);
    }
  }

  /// "Ann Lee" and "Ann Mary Lee"; "Acme Holdings" and "Acme Holdings Inc.": the fuller name.
  void fuller_forms() {
    NameTable persons, others;
    std::vector<std::pair<std::string, std::uint32_t>> births;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].members.empty()) continue;
      const auto& c = c_[groups_[g].members[0]];
      if (c.tokens.size() < 2 || c.kind != MentionKind::name) continue;
      const bool person = n_.rules.family(groups_[g].type) == Family::person;
      if (person && c.tokens.size() > 2)
        if (std::string called = name_at_birth(n_, c); !called.empty())
          births.emplace_back(std::move(called), g);
      const std::string form = bare_form(n_, c, n_.rules.family(groups_[g].type));
      if (form.empty()) continue;
      const auto [at, added] = (person ? persons : others).try_emplace(form, g);
      if (added || !one_is_bare(g, *at)) continue;
      const auto length = [&](std::uint32_t x) { return c_[groups_[x].members[0]].tokens.size(); };
      const auto shorter = length(g) > length(*at) ? std::exchange(*at, g) : g;
      join(shorter, *at);
    }
    for (const auto& [called, g] : births)
      if (const auto* at = persons.find(called); at != nullptr) join(*at, g);
  }

  /// "M. S. Swaminathan" is the one "Mankombu Sambasivan Swaminathan" of the text.
  void initials() {
    NameTable whole;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> abbreviated;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].members.empty() || n_.rules.family(groups_[g].type) != Family::person)
        continue;
      const auto& c = c_[groups_[g].members[0]];
      if (c.tokens.size() < 2 || c.kind != MentionKind::name) continue;
      auto name = initials_form(n_, c);
      if (name.form.empty()) continue;
      if (name.abbreviated) {
        abbreviated.emplace_back(NameTable::key(name.form), g);
      } else if (const auto [at, added] = whole.try_emplace(name.form, root(g));
                 !added && *at != root(g)) {
        *at = nobody;  // two of these initials
      }
    }
    for (const auto& [form, g] : abbreviated)
      if (const auto* at = whole.find(form); at != nullptr && *at != nobody) join(g, *at);
  }
  /// Two different middle names are two persons, and so are father and son.
  bool one_is_bare(std::uint32_t a, std::uint32_t b) const {
    if (n_.rules.family(groups_[a].type) != Family::person) return true;
    const auto x = groups_[a].members[0], y = groups_[b].members[0];
    return (c_[x].tokens.size() == 2 || c_[y].tokens.size() == 2) &&
           !kin_of_namesake(n_, c_, std::max(x, y));
  }
  /// "the Commission", after the European Commission was named; "the Orioles".
  void heads_alone() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].members.empty() || root(g) != g) continue;
      const auto whole = named_in_full(n_, c_, groups_[g].members[0]);
      if (whole == nobody || group_[whole] == nobody || groups_[group_[whole]].members.empty())
        continue;
      const TypeId type = groups_[root(group_[whole])].type;
      const auto head = n_.word(c_[groups_[g].members[0]].tokens.first).last;
      if (type == t_.team || (n_.rules.family(type) == Family::organization &&
                              n_.rules.family(head) == Family::organization))
        join(g, group_[whole]);
    }
  }

  /// Do the letters come in this order in the long form, the first one first?
  bool acronym_of(std::string_view letters, const Candidate& c) const {
    if (letters.size() < 2 || c.tokens.size() < 2) return false;
    const auto text = n_.text.span(c.tokens).of(n_.text.source);
    std::size_t at = 0;
    for (const char x : text)
      if (at < letters.size() && (x == letters[at] || x == letters[at] + 32)) ++at;
    return at == letters.size() ||
           n_.rules.family(groups_[group_[static_cast<std::uint32_t>(&c - c_.data())]].type) ==
               Family::organization;
  }

  void join(std::uint32_t shorter, std::uint32_t longer) {
    shorter = root(shorter);
    longer = root(longer);
    if (shorter == longer || groups_[longer].members.empty()) return;
    groups_[shorter].joined = longer;
    if (groups_[longer].type == TypeId::none) groups_[longer].type = groups_[shorter].type;
  }

  /// "Zhang" after "Marina Zhang"; "Coastal" after "Coastal Corp".
  void short_forms() {
    NameTable surnames, first_names, first_words, last_words, double_names;
    std::unordered_map<std::string, std::uint32_t> compounds;
    for (std::uint32_t i = 0; i < c_.size(); ++i) {
      if (group_[i] == nobody || groups_[group_[i]].members.empty()) continue;
      const auto g = root(group_[i]);
      const auto& c = c_[i];
      const auto family = n_.rules.family(groups_[g].type);
      if (c.tokens.size() > 1 && family == Family::person) {
        const TokenRange two{c.tokens.first, c.tokens.first + 2};  // "Juan Carlos" of "… Soto"
        const auto pair = n_.text.span(two).of(n_.text.source);
        if (c.tokens.size() == 2) {
          const auto* whole = double_names.find(pair);
          if (whole != nullptr && root(*whole) != g) {
            join(g, *whole);
            continue;
          }
        } else if (!n_.is(c.tokens.last - 1, Role::suffix)) {
          double_names.try_emplace(pair, g);
        }
        auto last = c.tokens.last - 1;
        while (last > c.tokens.first + 1 && n_.is(last, Role::suffix)) --last;
        if (joined_to_bearer(g, {c.tokens.first, last + 1}, compounds)) continue;
        // Whom the text names most often is called by the surname alone, or else who comes first.
        auto& called = *surnames.try_emplace(n_.text.text(last), g).first;
        if (groups_[g].members.size() > groups_[root(called)].members.size()) called = g;
        const auto [first, added] = first_names.try_emplace(word(c, 0), g);
        if (!added && *first != nobody && root(*first) != g) *first = nobody;  // two of that name
        // The surname may stand first.
        const auto hit = n_.longest(c.tokens.first, c.tokens.first + 1);
        for (const auto& s : hit.senses) {
          if ((s.flags & sense_family_first) == 0) continue;
          auto& first_named = *surnames.try_emplace(word(c, 0), g).first;
          if (groups_[g].members.size() >= groups_[root(first_named)].members.size())
            first_named = g;  // of a family, the one named last
        }
      } else if (c.tokens.size() > 1 && family == Family::organization &&
                 c.kind == MentionKind::name) {
        if (called_by_second(n_, c)) last_words.try_emplace(word(c, 1), g);
        if (!n_.is(c.tokens.first, Role::direction) && !c.two_firms &&
            !n_.is_mark(c.tokens.first + 1, '+') &&  // "Disney" is no short form of "Disney+"
            (c.hit.tokens == 0 || n_.word(c.tokens.last - 1).last != TypeId::none ||
             !begins_with_given_name(n_, c)) &&
            !of_one_country(n_, c))
          first_words.try_emplace(word(c, 0), g);
      } else if (c.tokens.size() == 1 && c.kind == MentionKind::name && g == group_[i]) {
        if (family == Family::person && !surnames.contains(word(c, 0)))
          first_name(c, g, first_names);  // "Jane", not the Jane Goodall Institute
        if (surnames.contains(word(c, 0)) || !named_last(i, g, last_words))
          one_word(i, g, surnames, first_words);
        if (root(g) == g && family == Family::person) first_name(c, g, first_names);
      }
    }
  }

  /// "De Gaulle" after "Charles de Gaulle"; notes the surname of a fuller name.
  bool joined_to_bearer(std::uint32_t g, TokenRange name,
                        std::unordered_map<std::string, std::uint32_t>& compounds) {
    std::string surname = compound_surname(n_, name);
    if (surname.empty()) return false;
    const bool whole = surname.size() == n_.text.span(name).size();
    const auto [at, added] = compounds.try_emplace(std::move(surname), g);
    if (added || at->second == g) return false;
    if (!whole)
      at->second = g;
    else if (c_[groups_[g].members[0]].tokens.size() <= name.size())
      join(g, at->second);  // the surname that is somebody's already stays his
    return whole;
  }

  void first_name(const Candidate& c, std::uint32_t g, const NameTable& first_names) {
    const auto* found = first_names.find(word(c, 0));
    if (found == nullptr || *found == nobody) return;
    const auto& whole = c_[groups_[*found].members[0]];
    const auto& told = c_[groups_[g].members[0]];
    if ((after_kin(n_, c, true) || after_kin(n_, told, whole.tokens.first < told.tokens.first)) &&
        !has_family(*found))
      return;  // another one: "his brother JOHN"
    join(g, *found);
  }
  /// Does the text name another person of the surname?
  bool has_family(std::uint32_t person) const {
    const auto last = n_.text.text(c_[groups_[person].members[0]].tokens.last - 1);
    return std::any_of(groups_.begin(), groups_.end(), [&](const Group& g) {
      if (g.members.empty() || g.joined != nobody || &g == &groups_[person]) return false;
      const auto& c = c_[g.members[0]];
      return c.tokens.size() > 1 && n_.rules.family(g.type) == Family::person &&
             n_.text.text(c.tokens.last - 1) == last;
    });
  }

  /// The first of a name's candidates that is not in the title, which has the short forms.
  std::uint32_t first_told(std::span<const std::uint32_t> members) const {
    const auto& sentences = n_.text.sentences;
    if (!sentences.front().heading) return members[0];
    for (const std::uint32_t i : members)
      if (c_[i].tokens.first >= sentences.front().tokens.last) return i;
    return members[0];
  }

  /// A firm that bears somebody's name: nothing calls the word a person.
  bool named_after(std::uint32_t g) const {
    const Candidate& all = groups_[g].sum;
    const float group = all.of(Family::organization);
    const auto& one = groups_[g].members;  // "Morales let ITS mandate lapse": another's, once
    if (one.size() == 1 && !listed_as(n_, c_[one[0]], Family::organization)) return group > 4.5F;
    return group > 2.5F && (all.of(Family::person) < 0.5F || group > all.of(Family::person) + 1.0F);
  }
  /// "Penguin Random House", where the text names Random House too: it was two firms once.
  bool named(TokenRange rest) const {
    const auto text = n_.text.span(rest).of(n_.text.source);
    return std::any_of(groups_.begin(), groups_.end(), [&](const Group& g) {
      return !g.members.empty() && n_.text.span(c_[g.members[0]].tokens).of(n_.text.source) == text;
    });
  }
  /// … between the two? "Zorvan Express is an arm of ZORVAN": two things.
  bool sentence_ends(const Candidate& a, const Candidate& b) const {
    for (auto t = a.tokens.last; t < b.tokens.first; ++t)
      if (n_.token(t).tag == Tag::period) return true;
    return false;
  }
  /// "Popular" after "Banco Popular"; was it joined?
  bool named_last(std::uint32_t i, std::uint32_t g, const NameTable& last_words) {
    const auto* bank = last_words.find(word(c_[i], 0));
    if (bank == nullptr || root(*bank) == g) return false;
    const Candidate& all = groups_[g].sum;
    const auto family = n_.rules.family(groups_[g].type);
    const bool firm = c_[groups_[*bank].members[0]].tokens.size() > 2;  // with its legal form
    if (family == Family::place || all.of(Family::person) > (firm ? 2.5F : 1.0F) ||
        (family == Family::person && !firm) || all.of(Family::place) > 1.0F ||
        groups_[*bank].members[0] > first_told(groups_[g].members))
      return false;
    join(g, *bank);
    return true;
  }
  void one_word(std::uint32_t i, std::uint32_t g, const NameTable& surnames,
                const NameTable& first_words) {
    const auto& c = c_[i];
    if (groups_[g].members.size() > 0 && root(g) != g) return;
    const auto key = NameTable::key(word(c, 0));
    const auto *person = surnames.find(key), *company = first_words.find(key);
    const Candidate& all = groups_[g].sum;
    const bool firm = company != nullptr && all.of(Family::organization) > 1.0F &&
                      all.of(Family::organization) > all.of(Family::person);
    if (person != nullptr && *person != g && !named_after(g) && !firm) {
      const auto type = groups_[g].type;
      if (n_.rules.family(type) != Family::place ||
          (groups_[g].sum.of(Family::place) < 6.5F && c.canonical.empty())) {
        groups_[g].type = t_.person;
        join(g, *person);
        return;
      }
    }
    if (company == nullptr || *company == g || !c.canonical.empty()) return;
    if (parent_of(n_, c_, groups_[g].members, groups_[*company].members)) {
      if (const auto type = groups_[g].type;
          type == TypeId::none || n_.rules.family(type) == Family::person)
        groups_[g].type = t_.organization;
      return;
    }
    const Candidate& full = c_[groups_[*company].members[0]];
    const bool listed = listed_as(n_, c, Family::organization) && !legal_more(n_, full);
    const bool later = groups_[*company].members[0] > first_told(groups_[g].members);
    // "Elliott", where nobody is called so: a first name or surname says little.
    const bool bare = person == nullptr && !listed && !later;
    // "moved to Lillooet", before Lillooet Timber: the town.
    const bool town = later && all.of(Family::place) >= 1.0F && all.of(Family::organization) < 0.5F;
    // "Alibaba" is no mere part of "Alibaba Cloud", which the lists know or the text names later.
    // But "Delta Air Lines" is called "Delta", whatever else the lists know by that name.
    const bool plain =
        !later && n_.word(full.tokens.last - 1).last != TypeId::none &&
        n_.rules.family(n_.word(full.tokens.last - 1).last) == Family::organization &&
        !named({full.tokens.first + 1, full.tokens.last}) && sentence_ends(full, c);
    const bool unit = listed && !same_entry(full, c) && !plain &&
                      (full.hit.tokens > 0 || (later && !n_.is(full.tokens.last - 1, Role::legal)));
    const auto& alone = groups_[g].members;  // "Acme" thrice is no part of the Acme Inquiry
    const bool apart = alone.size() > 2 && alone[2] < groups_[*company].members[0] &&
                       !n_.is(full.tokens.last - 1, Role::legal);
    // "Arcelor", where Mittal buys it before both become "Arcelor Mittal".
    const bool merged =
        (later && full.tokens.size() == 2 &&
         (surnames.contains(word(full, 1)) || first_words.contains(word(full, 1)))) ||
        two_halves(n_, c_, full);
    if (!town && !unit && !apart && !merged && all.of(Family::person) < (bare ? 6.5F : 2.5F) &&
        (n_.rules.family(groups_[g].type) != Family::place || all.of(Family::place) < 2.5F ||
         acts_as_firm(n_, all))) {
      groups_[g].type = groups_[*company].type;
      if (!listed_so(n_, full, c)) return join(g, *company);
      groups_[g].whole = word(c, 0);  // the lists call it by the short name
      groups_[g].also.push_back(full.tokens);
      join(*company, g);
    }
  }

  std::vector<Entity> entities() {
    std::vector<Entity> result;
    result.reserve(groups_.size());
    std::vector<bool> named_by_list;  // users' lists say how their things are called
    std::vector<std::uint32_t> of_group(groups_.size(), nobody);
    NameTable countries;  // entities
    for (std::uint32_t i = 0; i < c_.size(); ++i) {
      auto& c = c_[i];
      const auto own = group_[i];
      if (own == nobody || groups_[own].members.empty()) continue;
      const auto g = root(own);
      const auto type = groups_[g].type;
      if (type == TypeId::none) continue;
      const bool state = acts_as_state(n_, c);
      const bool place_of =
          !c.canonical.empty() && (c.kind == MentionKind::adjective || type == t_.country || state);
      auto& id = place_of ? *countries.try_emplace(c.canonical, nobody).first : of_group[g];
      if (id == nobody) {
        id = static_cast<std::uint32_t>(result.size());
        auto& made = result.emplace_back();
        made.type = place_of && state ? t_.country : type;
        made.name = place_of            ? std::string(c.canonical)
                    : !c.listed.empty() ? std::string(c.listed)
                    : !groups_[g].whole.empty()
                        ? groups_[g].whole
                        : std::string(n_.text.span(c.tokens).of(n_.text.source));
        named_by_list.push_back(!place_of && !c.listed.empty());
      }
      c.entity = static_cast<EntityId>(id);
      c.decided = place_of && state ? t_.country : type;
      auto& entity = result[id];
      if (entity.gender == Gender::unknown && type == t_.person) entity.gender = c.gender;
      if (place_of || named_by_list[id] || own != g) continue;
      const auto text = n_.text.span(c.tokens).of(n_.text.source);
      if (text.size() > entity.name.size()) entity.name = std::string(text);
    }
    for (std::uint32_t g = 0; g < groups_.size(); ++g)
      if (!groups_[g].also.empty() && of_group[root(g)] != nobody)
        add_names(n_, groups_[g].also, result[of_group[root(g)]]);
    return result;
  }

  const NameText& n_;
  const NameTypes& t_;
  std::span<Candidate> c_;
  std::vector<std::uint32_t> group_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> members_;  // of all groups
  NameTable by_key_;
};

}  // namespace

std::vector<Entity> link_names(const NameText& names, std::span<Candidate> candidates) {
  take_for_surnames(names, candidates);
  return Linker(names, candidates).link();
}

}  // namespace factloom
