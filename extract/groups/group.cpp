// SPDX-License-Identifier: Apache-2.0
#include "extract/groups/group.h"

#include "extract/base/words.h"
#include "extract/groups/score.h"
#include "extract/groups/single_word.h"
#include "extract/groups/tag_sets.h"
#include "extract/groups/title_bounds.h"

namespace factloom {
namespace {

/// Walks over a sentence's tokens once and cuts them into groups.
class Grouper {
 public:
  Grouper(const Sentence& sentence, const GroupContext& context)
      : c_(context),
        tokens_(context.text.tokens.data()),
        mention_at_(context.mention_at.data()),
        first_(sentence.tokens.first),
        last_(sentence.tokens.last),
        negators_(sentence.classes.has(context.classes.negator)) {}

  std::vector<Group> run() {
    groups_.reserve((last_ - first_) / 2 + 4);
    std::uint32_t i = first_;
    while (i < last_) {
      std::uint32_t next = in(verbal_tags, token(i).tag) || negates(i) ? verb_group(i) : i;
      if (next == i && may_begin_noun(i)) next = noun_group(i);
      if (next == i) next = single(i);
      i = next;
    }
    return std::move(groups_);
  }

 private:
  const Token& token(std::uint32_t i) const { return tokens_[i]; }
  Tag tag(std::uint32_t i) const { return i < last_ ? tokens_[i].tag : Tag::none; }
  bool is(std::uint32_t i, ClassId c) const { return i < last_ && token(i).classes.has(c); }
  bool negates(std::uint32_t i) const { return negators_ && is(i, c_.classes.negator); }
  MentionId mention(std::uint32_t i) const { return i < last_ ? mention_at_[i] : MentionId::none; }
  const Mention& at(MentionId m) const { return c_.mentions.mentions[index(m)]; }
  bool score(std::uint32_t i) const { return tag(i) == Tag::CD && is_score(c_.text, i, last_); }
  bool name(std::uint32_t i) const {
    return mention(i) != MentionId::none && at(mention(i)).kind == MentionKind::name;
  }

  /// End of the verb group that starts at i, or i.
  std::uint32_t verb_group(std::uint32_t i) {
    Group g;
    std::uint32_t at_token = i;
    std::uint32_t main = UINT32_MAX;
    bool be = false, have = false, to = false;
    Tag first_verb = Tag::none;
    for (; at_token < last_; ++at_token) {
      const Tag t = tag(at_token);
      if (name(at_token)) break;
      if (negates(at_token) && !is_noun(t) && t != Tag::DT && t != Tag::IN) {
        if (main == UINT32_MAX && first_verb == Tag::none && !to && !starts_verb(at_token + 1))
          break;
        const bool lexical = main != UINT32_MAX && !be && !have && !is(main, c_.classes.do_);
        if (lexical && tag(at_token + 1) == Tag::TO) break;  // "agreed NOT TO sue and to pay"
        g.negated = g.negated || !is(at_token + 1, c_.classes.not_alone);  // "NOT ONLY bought it"
        g.ended = g.ended || is(at_token + 1, c_.classes.ending_adverb);
        continue;
      }
      if (is_adverb(t)) {
        if (main == UINT32_MAX && first_verb == Tag::none && !to && !starts_verb(at_token + 1))
          break;
        g.ended = g.ended || formerly(at_token, be, first_verb == Tag::none);
        if (main != UINT32_MAX && !more_verb(at_token + 1, be, have)) break;
        // not "bought NEARLY half", "nearly DOUBLED it"
        g.negated = g.negated || (is(at_token, c_.classes.near_adverb) &&
                                  !is(at_token + 1, c_.classes.multiplying));
        g.hedged = g.hedged || is(at_token, c_.classes.hedge_adverb);
        continue;
      }
      if (t == Tag::TO && first_verb == Tag::none && !to && infinitive_follows(at_token + 1)) {
        to = true;
        continue;
      }
      if (itself(at_token, be || have)) continue;
      if (t == Tag::MD && main == UINT32_MAX) {
        g.modal = at_token;
        first_verb = t;
        main = at_token;
        continue;
      }
      if (!is_verb(t) || !continues(at_token, g, main, be, have, to)) break;
      if (main == UINT32_MAX && like_preposition(at_token)) break;
      if (first_verb == Tag::none) first_verb = t;
      if (main != UINT32_MAX) {
        if (be && t == Tag::VBN) g.passive = true;
        if (be && t == Tag::VBG) g.progressive = true;
        if (have && t == Tag::VBN && !be) g.perfect = true;
      }
      be = is(at_token, c_.classes.be);
      have = is(at_token, c_.classes.have);
      main = at_token;
    }
    if (main == UINT32_MAX) return i;
    at_token = main + 1;
    while (tag(at_token) == Tag::RP) ++at_token;
    g.ended = g.ended || at_first(i);
    finish(g, i, at_token, main, first_verb, to);
    return at_token;
  }

  /// "AT FIRST opposed it": so no more.
  bool at_first(std::uint32_t i) const {
    const std::uint32_t first = c_.text.text(i) == "first" ? i : i - 1;
    return i > first_ && first > first_ && c_.text.text(first) == "first" &&
           one_of(c_.text.text(first - 1), {"at", "At"});
  }

  /// "has ITSELF sued", "was HIMSELF published"
  bool itself(std::uint32_t i, bool auxiliary) const {
    return auxiliary && is(i, c_.classes.reflexive) &&
           (tag(i + 1) == Tag::VBN || tag(i + 1) == Tag::VBD) && !prenominal(i + 1);
  }

  /// "FORMERLY worked for", "was THEN led by", "THEN chaired by", "until RECENTLY led": what the
  /// verb says is over. "Then" before another form says only what came next.
  bool formerly(std::uint32_t i, bool be, bool first) const {
    if (is(i, c_.classes.formerly) || (be && is(i, c_.classes.former))) return true;
    if (!first || i == first_) return false;
    return is(i - 1, c_.classes.until) ||
           (is(i, c_.classes.former) && tag(i + 1) == Tag::VBN && tag(i - 1) == Tag::comma);
  }
  /// "GIVEN the risk": a participle that stands for a preposition.
  bool like_preposition(std::uint32_t i) const {
    const Tag next = tag(i + 1);
    return tag(i) == Tag::VBN && is(i, c_.classes.preposition) &&
           (next == Tag::DT || next == Tag::PRPS || is_noun(next) || is_adjective(next) ||
            next == Tag::IN);
  }

  /// May a verb group start at i (over adverbs)?
  bool starts_verb(std::uint32_t i) const {
    for (std::uint32_t k = i; k < last_ && k < i + 3; ++k) {
      const Tag t = tag(k);
      if (is_verb(t) || t == Tag::MD || t == Tag::TO)
        return (t != Tag::VBG && t != Tag::VBN) || !prenominal(k);
      if (!is_adverb(t) && !negates(k)) return false;
    }
    return false;
  }
  bool more_verb(std::uint32_t i, bool be, bool have) const {
    for (std::uint32_t k = i; k < last_ && k < i + 3; ++k) {
      const Tag t = tag(k);
      if (t == Tag::VBN) return (be || have) && !prenominal(k);
      if (t == Tag::VBG) return be && !prenominal(k);
      if (!is_adverb(t) && !negates(k)) return false;
    }
    return false;
  }
  bool infinitive_follows(std::uint32_t i) const {
    for (std::uint32_t k = i; k < last_ && k < i + 3; ++k) {
      if (tag(k) == Tag::VB) return true;
      if (!is_adverb(tag(k)) && !negates(k)) return false;
    }
    return false;
  }
  /// A participle that stands before a noun is an adjective of that noun: "the proposed merger",
  /// "raising agent".
  bool prenominal(std::uint32_t k) const {
    const bool modified = k > first_ + 1 && is_adverb(tag(k - 1)) && tag(k) == Tag::VBN &&
                          (tag(k - 2) == Tag::DT || tag(k - 2) == Tag::PRPS);
    const Tag before = modified     ? Tag::DT  // "a PRIVATELY HELD firm"
                       : k > first_ ? tag(k - 1)
                                    : Tag::none;
    const bool after_noun_start = before == Tag::DT || before == Tag::PRPS || before == Tag::POS ||
                                  is_adjective(before) || before == Tag::CD;
    const Tag next = tag(k + 1);
    const bool bare = k > first_ && tag(k) == Tag::VBN &&
                      (before == Tag::IN || before == Tag::CC || is_verb(before)) &&
                      !is(k - 1, c_.classes.be) && !is(k - 1, c_.classes.have);
    if (bare && (next == Tag::NN || next == Tag::NNS || (next == Tag::JJ && is_noun(tag(k + 2)))))
      return true;
    if (after_noun_start &&
        (is_noun(next) || is_adjective(next) || next == Tag::HYPH || name(k + 1)))
      return true;
    return after_noun_start && tag(k) == Tag::VBN && next == Tag::VBN && is_noun(tag(k + 2));
  }

  bool continues(std::uint32_t k, const Group& g, std::uint32_t main, bool be, bool have,
                 bool to) const {
    const Tag t = tag(k);
    if (main == UINT32_MAX) {
      if (to) return t == Tag::VB;
      return (t != Tag::VBG && t != Tag::VBN) || !prenominal(k);
    }
    if (main == g.modal) return t == Tag::VB || t == Tag::VBP || t == Tag::VBN;
    if (is(main, c_.classes.do_)) return t == Tag::VB;
    if (be) return t == Tag::VBN || t == Tag::VBG;
    if (have) return t == Tag::VBN || t == Tag::VBD;
    return false;
  }

  void finish(Group& g, std::uint32_t i, std::uint32_t end, std::uint32_t main, Tag first,
              bool to) {
    g.kind = GroupKind::verb;
    g.tokens = {i, end};
    g.head = main;
    g.copula = is(main, c_.classes.be);
    g.past = first == Tag::VBD || g.perfect;
    if (to) {
      g.form = VerbForm::infinitive;
    } else if (first == Tag::VBG) {
      g.form = VerbForm::gerund;
    } else if (first == Tag::VBN && (g.negated || negates(i)) && tag(i) != Tag::VBN) {
      g.past = true;  // "not only ignored the request"
    } else if (first == Tag::VBN && i > first_ && tag(i - 1) == Tag::CC &&
               is(main, c_.classes.serve) && main + 1 < last_ && c_.text.text(main + 1) == "as") {
      g.past = true;  // "helped to found it and SERVED AS chief"
    } else if (first == Tag::VBN) {
      g.form = VerbForm::participle;
      g.passive = true;
    } else if (first == Tag::VB) {
      g.form = VerbForm::infinitive;  // bare infinitive or imperative: "helped found"
    }
    groups_.push_back(g);
  }

  /// Is this token part of a noun group that goes on?
  bool nominal(std::uint32_t k) const {
    const Tag t = tag(k);
    return in(nominal_tags, t) || glued_to_hyphen(k) ||
           ((t == Tag::VBN || t == Tag::VBG) && prenominal_after(k));
  }
  /// "a toned-DOWN version"
  bool glued_to_hyphen(std::uint32_t k) const {
    return k > first_ && tag(k - 1) == Tag::HYPH && !token(k).is(shape_space_before);
  }
  bool prenominal_after(std::uint32_t k) const { return prenominal(k) || is_noun(tag(k + 1)); }
  /// Of most words that begin no noun group it is told at once.
  bool may_begin_noun(std::uint32_t i) const {
    return !in(never_noun, token(i).tag) || mention(i) != MentionId::none || glued_to_hyphen(i);
  }
  /// "all the MEN", "the very LARGE fine"
  std::uint32_t behind_determiners(std::uint32_t i) const {
    std::uint32_t k = i;
    while ((tag(k) == Tag::PDT || tag(k) == Tag::DT || tag(k) == Tag::PRPS) && !first_of_date(k))
      ++k;
    const bool much = k > i && is_adverb(tag(k)) &&
                      (is_adjective(tag(k + 1)) || tag(k + 1) == Tag::VBN || tag(k + 1) == Tag::CD);
    return much ? k + 1 : k;
  }
  std::uint32_t noun_group(std::uint32_t i) {
    if (tag(i) == Tag::WP || score(i)) return i;
    if (tag(i) == Tag::PRP || tag(i) == Tag::EX) return push_noun(i, i + 1, i, false, true);
    std::uint32_t head = UINT32_MAX;
    bool date = false;
    std::uint32_t k = behind_determiners(i);
    const bool opened = k > i;
    const std::uint32_t name_end = name(i) ? at(mention(i)).tokens.last : i;
    while (k < last_) {
      const MentionId m = mention(k);
      if (m != MentionId::none && at(m).tokens.first == k && at(m).kind != MentionKind::pronoun) {
        const bool is_date = at(m).type == c_.date_type;
        const std::uint32_t end = at(m).tokens.last;
        const bool count = !opened && tag(end) == Tag::CD && token(end).is(shape_lower);
        // "in 2013 TWO judges"
        const bool more =
            nominal(end) && !(is_date && (count || mention(end) != MentionId::none ||
                                          (!opened && titled_person(c_, end, last_) > 0)));
        if (is_date && head != UINT32_MAX && (!more || !opened)) break;
        date = date || (is_date && !more);
        if (head != UINT32_MAX && c_.amount(at(m).type) && name(k - 1) && !more)
          break;  // "gave Ukraine 2 BILLION EUROS"
        if (head == k - 1 && k > i && name(k) && name_apart(i, k)) break;
        head = end - 1;
        k = end;
        if (is_date && !more) break;
        continue;
      }
      const bool may_leave = in(leaving_tags, tag(k)) || k == name_end;
      if (head != UINT32_MAX && may_leave && leaves_group(i, k, head)) break;
      if (!nominal(k)) {
        if (!in(joining_tags, tag(k))) break;
        if (const std::uint32_t after = after_short_name(k); after != k) {
          k = after;
          continue;
        }
        if (tag(k) == Tag::RB && head == UINT32_MAX &&
            (tag(k + 1) == Tag::HYPH ||  // "a wholly-owned unit"
             (is_adjective(tag(k + 1)) && is_noun(tag(k + 2))))) {
          ++k;
          continue;
        }
        if (coordinated_modifier(k, head) || listed_modifier(i, k, head) ||
            shared_head(i, k, head) || shared_name(k, head)) {
          k += 2;
          continue;
        }
        break;
      }
      if (is_noun(tag(k)) || tag(k) == Tag::CD || tag(k) == Tag::FW || tag(k) == Tag::ADD ||
          tag(k) == Tag::GW)
        head = k;
      ++k;
    }
    return close_noun(i, k, head, date, opened);
  }

  /// Does the name at k belong to no group that begins at i?
  bool name_apart(std::uint32_t i, std::uint32_t k) const {
    const Mention& m = at(mention(k));
    return span_before(i, k - 1, m.tokens.last) || holds_post(c_, groups_, {i, k}, m);
  }

  /// "over the last three YEARS Acme has grown", "for half a CENTURY Acme grew"
  bool span_before(std::uint32_t i, std::uint32_t head, std::uint32_t end) const {
    // "the DAY Acme failed", "by the TIME Acme failed"
    if (head == i + 1 && is(i, c_.classes.definite) && token(head).is(shape_lower) &&
        (tag(end) == Tag::VBD || tag(end) == Tag::VBZ) &&
        (is(head, c_.classes.time_unit) || one_of(c_.text.text(head), {"time", "moment", "way"})))
      return true;
    if (!is(head, c_.classes.time_unit)) return false;
    if (tag(head) == Tag::NNS) return true;
    if (head == i + 1 && is(i, c_.classes.demonstrative))
      return true;  // "late that MONTH Acme grew"
    return i > first_ && tag(i - 1) == Tag::IN && head > i &&
           (is(i, c_.classes.indefinite) || is(i + 1, c_.classes.indefinite));
  }

  /// Does another group begin at k, behind the noun `head` of this one?
  bool leaves_group(std::uint32_t i, std::uint32_t k, std::uint32_t head) const {
    const Tag t = tag(k);
    if (name(k - 1) && (t == Tag::JJR || score(k))) return true;  // "told Japan STIFFER laws"
    if (appointed(i, k)) return true;                             // "named Ann Lee CHIEF EXECUTIVE"
    if (i == first_ + 1 && told_where(c_, {first_, last_}, k)) return true;
    if (t == Tag::NNS && head == k - 1 && is(k, c_.classes.time_unit) &&
        (tag(head) == Tag::NNS || is(head, c_.classes.policy) || (name(i) && name(head))))
      return tag(k + 1) == Tag::IN || is_adverb(tag(k + 1));  // "bombed Gaza HOURS after"
    if (t != Tag::VBN && t != Tag::VBG) return false;
    const bool participle = t == Tag::VBN || (t == Tag::VBG && name(k - 1));
    const bool named = name(k + 1) || (tag(k + 1) == Tag::NNP && is(k, c_.classes.naming));
    if (t == Tag::VBG && head == k - 1 && tag(head) == Tag::NNS && name(k + 1))
      return true;  // "families SUING Acme"
    if (participle && named && tag(k - 1) != Tag::HYPH)
      return true;  // "a unit CALLED Acme", "Acme REPRESENTING Ann Lee"
    if (head != k - 1 || t != Tag::VBG) return false;
    return is(head, c_.classes.policy) ||                         // "a law BANNING plastic bags"
           (is(i, c_.classes.indefinite) && ends_plural(k + 1));  // "a firm MAKING light tools"
  }
  /// Is the last of the nouns from k on a plural, which no "a" can stand before?
  bool ends_plural(std::uint32_t k) const {
    while (k < last_ && (is_adjective(tag(k)) || tag(k) == Tag::NN)) ++k;
    return tag(k) == Tag::NNS && !is_noun(tag(k + 1));
  }

  /// A post behind the name of a person whom a verb of appointing has as its object.
  bool appointed(std::uint32_t i, std::uint32_t k) const {
    if (!name(i) || at(mention(i)).tokens.last != k || at(mention(i)).type != c_.person_type)
      return false;
    return !groups_.empty() && groups_.back().kind == GroupKind::verb &&
           is(groups_.back().head, c_.classes.appoint) && tag(k) != Tag::HYPH;
  }

  /// "Australian Labor Party (ALP) politician": the noun group goes on behind a short form in
  /// brackets.
  std::uint32_t after_short_name(std::uint32_t k) const {
    if (tag(k) != Tag::open_bracket || k == first_ || !name(k - 1) || !name(k + 1)) return k;
    const Mention& shorter = at(mention(k + 1));
    const Mention& longer = at(mention(k - 1));
    const std::uint32_t close = shorter.tokens.last;
    if (shorter.entity == EntityId::none || shorter.entity != longer.entity) return k;
    if (tag(close) != Tag::close_bracket || name(close + 1)) return k;
    return is_noun(tag(close + 1)) || is_adjective(tag(close + 1)) ? close + 1 : k;
  }

  /// "economic and financial policy": an adjective coordinated inside the group.
  bool coordinated_modifier(std::uint32_t k, std::uint32_t head) const {
    return tag(k) == Tag::CC && head == UINT32_MAX && is_adjective(tag(k - 1)) &&
           is_adjective(tag(k + 1)) && is_noun(tag(k + 2));
  }

  /// "a private, non-profit foundation": adjectives set apart by a comma.
  bool listed_modifier(std::uint32_t i, std::uint32_t k, std::uint32_t head) const {
    if (tag(k) != Tag::comma || tag(i) != Tag::DT || k < i + 2) return false;
    const bool adjective = is_adjective(tag(k - 1)) && head == UINT32_MAX;
    const bool taken_for_noun = head == k - 1 && k == i + 2 && is(i, c_.classes.indefinite) &&
                                adjective_too(token(k - 1), c_.lexicon) && !name(k - 1);
    if (!adjective && !taken_for_noun) return false;
    std::uint32_t end = k + 1;
    while (end < k + 6 && nominal(end) && !name(end)) ++end;
    return end > k + 1 && is_noun(tag(end - 1)) && (is_adjective(tag(k + 1)) || end > k + 2);
  }

  /// "president and chairman Thomas Bell", "founder, chairman and chief executive Ann Lee": posts
  /// before one name.
  bool shared_name(std::uint32_t k, std::uint32_t head) const {
    const bool portfolio = head == k - 1 && is_noun(tag(head)) && !name(head) &&
                           token(head).is(shape_upper_first);  // "Trade and Industry Secretary"
    if (head != k - 1 || !(calling(head) || (portfolio && tag(k) == Tag::CC))) return false;
    if (tag(k) == Tag::comma) {
      const std::uint32_t end = over_calling(k + 1);
      return end > k + 1 && calling(end - 1) && (tag(end) == Tag::CC || tag(end) == Tag::comma) &&
             shared_name(end, end - 1);
    }
    if (tag(k) != Tag::CC) return false;
    const std::uint32_t end = over_calling(k + 1);
    return end > k + 1 && person_at(end) && calling(end - 1) && tag(end - 1) == Tag::NN &&
           (portfolio || token(head).is(shape_upper_first) || !token(k + 1).is(shape_upper_first));
  }
  /// What somebody is called after: a post, or "founder".
  bool calling(std::uint32_t t) const {
    return is_noun(tag(t)) && !name(t) &&
           (is(t, c_.classes.position) || one_of(c_.text.text(t), {"founder", "co-founder"}));
  }
  /// Behind the words from t on that may be a post: "CHIEF EXECUTIVE Ann Lee".
  std::uint32_t over_calling(std::uint32_t t) const {
    constexpr std::uint32_t longest = 4;
    const std::uint32_t first = t;
    while (t < first + longest && t < last_ && !name(t) && !is(t, c_.classes.former) &&
           (is_noun(tag(t)) || is_adjective(tag(t)) || tag(t) == Tag::HYPH))
      ++t;
    return t;
  }
  bool person_at(std::uint32_t t) const {
    const Mention* person = name_at(c_, t, last_);
    return person != nullptr && person->type == c_.person_type;
  }
  bool first_of_date(std::uint32_t k) const {  // "THIS week"
    return name(k) && at(mention(k)).type == c_.date_type && at(mention(k)).tokens.first == k;
  }

  /// "a recording and publishing company", "the toy and media company Acme": the nouns before "and"
  /// modify the head behind it, too.
  bool shared_head(std::uint32_t i, std::uint32_t k, std::uint32_t head) const {
    const bool definite = is(i, c_.classes.definite);
    if (tag(k) != Tag::CC || head != k - 1 || name(head)) return false;
    if (!definite && !is(i, c_.classes.indefinite)) return false;
    const auto firm = [&](std::uint32_t t) {
      return is(t, c_.classes.company) || is(t, c_.classes.group) || is(t, c_.classes.media) ||
             is(t, c_.classes.school) || is(t, c_.classes.team);
    };
    const auto doer = [&](std::uint32_t t) {
      return is(t, c_.classes.person) || is(t, c_.classes.position);
    };
    if (firm(head) || doer(head) || is(head, c_.classes.kinship)) return false;
    std::uint32_t end = k + 1;
    while (end < k + 5 && nominal(end) && !name(end) && tag(end) != Tag::CD) ++end;
    if (end <= k + 2 || tag(end - 1) != Tag::NN || (definite && !name(end))) return false;
    return firm(end - 1) || (doer(end - 1) && !name(end));
  }

  std::uint32_t close_noun(std::uint32_t i, std::uint32_t k, std::uint32_t head, bool date,
                           bool opened) {
    if (head == UINT32_MAX) {
      if (opened && k > i) return push_noun(i, k, k - 1, false, tag(i) == Tag::DT && k == i + 1);
      if (k == i) return i;
      Group g;
      g.kind = GroupKind::adjective;
      g.tokens = {i, k};
      g.head = k - 1;
      groups_.push_back(g);
      return k;
    }
    return push_noun(i, head + 1, head, date,
                     false);  // adjectives after the head stay outside: "something new"
  }

  /// "168 LIBERIANS" are not their country.
  bool counted(std::uint32_t i, std::uint32_t head) const {
    for (std::uint32_t k = i; k < head; ++k)
      if (tag(k) == Tag::CD) return true;
    return false;
  }

  std::uint32_t push_noun(std::uint32_t i, std::uint32_t end, std::uint32_t head, bool date,
                          bool pronoun) {
    Group& g = groups_.emplace_back();
    g.kind = GroupKind::noun;
    g.tokens = {i, end};
    g.head = head;
    g.date = date;
    g.pronoun = pronoun;
    g.mention = mention(head);
    if (g.mention != MentionId::none && at(g.mention).kind == MentionKind::adjective &&
        (counted(i, head) || (tag(i) == Tag::DT && tag(end) == Tag::WP)))  // "the Austrian WHO"
      g.mention = MentionId::none;
    for (std::uint32_t k = i; negators_ && k < end; ++k)
      if (tag(k) == Tag::DT && negates(k)) g.negated = true;
    return end;
  }

  std::uint32_t single(std::uint32_t i) {
    const bool as_well = as_well_as(i), tally = score(i), along = along_with(i);
    Group& g = groups_.emplace_back();
    g.tokens = {i, i + (as_well || tally ? 3 : along ? 2 : 1)};
    g.head = i;
    g.kind = as_well || along ? GroupKind::coordinator : tally ? GroupKind::adverb : single_kind(i);
    g.negated = negates(i);
    g.hedged = is(i, c_.classes.hedge_adverb);
    return g.tokens.last;
  }

  /// "Leeds AS WELL AS London"
  bool as_well_as(std::uint32_t i) const {
    if (token(i).span.size() != 2 || i + 3 >= last_ || groups_.empty()) return false;
    const GroupKind before = groups_.back().kind;
    if (before != GroupKind::noun && before != GroupKind::comma && before != GroupKind::close)
      return false;
    return c_.text.text(i) == "as" && c_.text.text(i + 1) == "well" &&
           c_.text.text(i + 2) == "as" && !is_verb(tag(i + 3));
  }

  /// "Leeds, ALONG WITH London, won": only before the first verb, where both are its subject.
  bool along_with(std::uint32_t i) const {
    if (i + 2 >= last_ || groups_.empty() || c_.text.text(i + 1) != "with" ||
        !one_of(c_.text.text(i), {"along", "together"}) || is_verb(tag(i + 2)))
      return false;
    const GroupKind before = groups_.back().kind;
    return (before == GroupKind::noun || before == GroupKind::comma) &&
           std::none_of(groups_.begin(), groups_.end(),
                        [](const Group& g) { return g.kind == GroupKind::verb; });
  }

  GroupKind single_kind(std::uint32_t i) const {
    const GroupKind kind = single_word(token(i), c_.classes);
    return kind != GroupKind::preposition && like_preposition(i) ? GroupKind::preposition : kind;
  }

  const GroupContext& c_;
  const Token* tokens_;
  const MentionId* mention_at_;
  std::uint32_t first_, last_;
  bool negators_;  ///< does any word of the sentence negate?
  std::vector<Group> groups_;
};

}  // namespace

std::vector<Group> find_groups(const Sentence& sentence, const GroupContext& context) {
  return Grouper(sentence, context).run();
}

}  // namespace factloom
