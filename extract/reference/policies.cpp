// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/policies.h"

#include <algorithm>
#include <string>

#include "extract/reference/aims.h"
#include "extract/reference/owners.h"

namespace factloom {

EntityId PolicyResolver::find(const Discourse& discourse, const std::vector<Group>& row,
                              std::size_t i, const ClassSet& kind, bool definite) {
  const Group& g = row[i];
  const TypeId type = kinds_.policy_of(kind);
  if (type == TypeId::none || !particular(row, i)) return EntityId::none;
  const bool owned = token(g.tokens.first).tag == Tag::PRPS;  // "her plan" is nobody else's
  const bool with = owned && i + 1 < row.size() && token(g.head).classes.has(k_.agreement) &&
                    text_.text(row[i + 1].head) == "with";  // "its treaty WITH CHILE" is that one
  const bool indefinite =
      with || (g.tokens.first < g.head && token(g.tokens.first).classes.has(k_.indefinite));
  const bool told =  // "the agreement REACHED in Oslo" is no deal that was spoken of
      i + 1 < row.size() && row[i + 1].kind == GroupKind::verb &&
      row[i + 1].form == VerbForm::participle;
  const bool plain = definite && !owned && !told && !modified(g);
  const bool summing = !kind_by_act(g).empty();  // "closed the port … THE STEP"
  const EntityId whose = said_maker(row, i);
  const bool own = owned && text_.text(g.tokens.first + 1) == "own";
  const std::size_t object = object_of(row, i);
  const Referents all = discourse.referents();
  const TypeSet policies = kinds_.policies();
  std::size_t by_the_way = all.size();
  std::size_t alike = all.size();  // "the duties" is rather another called so than a tariff
  for (std::size_t r = all.size(); r-- > 0 && !indefinite;) {
    if (all[r].entity == EntityId::none || (all[r].types & policies) == 0) continue;
    const Entity& old = m_.entities[index(all[r].entity)];
    if (!same_object(old, row, object)) continue;
    if (otherwise(g) && old.plural != (token(g.head).tag == Tag::NNS)) continue;
    const EntityId by = maker(all[r].entity);
    if (own && whose == EntityId::none) continue;  // "its OWN ban": another's
    if (whose != EntityId::none && whose != by && (by != EntityId::none || own)) continue;
    const bool fewer =  // "have passed LAWS": none of them is the law told of
        !definite && !owned && old.plural != (token(g.head).tag == Tag::NNS);
    if (!fewer && same_head_word(old, g) && (definite || !modified(g)) &&
        same_nouns(old, g, whose != EntityId::none && whose == by) && !apart(old, g, plain)) {
      const bool named = m_.mentions[index(old.first)].kind == MentionKind::name;
      if (plain && !named && all[r].count == 1 && !spoken_of_near(all[r], g)) {
        if (by_the_way == all.size())
          by_the_way = r;  // "the law" is rather the one that the text is about
        continue;
      }
      if (by_the_way == all.size() || all[r].count > 1) return told_more(all[r].entity, row, i);
    }
    const bool his = whose != EntityId::none && whose == by;
    // "pays AMERICAN DUTIES": not those on cheese
    const bool same =
        (plain && !summing) || (his && (definite || old.name.find(" on ") == std::string::npos));
    if (same && alike == all.size() && takes_up(old, g, type) && !changed_by_other(by, row, i))
      alike = r;
  }
  if (by_the_way < all.size()) return told_more(all[by_the_way].entity, row, i);
  if (alike < all.size() && !doubtful(all, alike, g, type)) return all[alike].entity;
  if (definite && !modified(g) && (otherwise(g) || in_stock(row, i))) return EntityId::none;
  const std::size_t last = object == 0 ? end_of_tail(row, i) : end_of_list(row, object);
  const EntityId made = make(g, type, row[last].tokens.last);
  const EntityId by = whose != EntityId::none ? whose : doer(row, i);
  if (is_state(by)) made_.push_back({made, by});
  if (plain && whose == EntityId::none) note_decider(g);
  return made;
}

EntityId PolicyResolver::told_more(EntityId known, const std::vector<Group>& row, std::size_t i) {
  Entity& old = m_.entities[index(known)];
  if (old.name.find(' ') != std::string::npos ||
      m_.mentions[index(old.first)].kind == MentionKind::name)
    return known;
  const std::size_t last = end_of_tail(row, i);
  if (last == i) return known;
  old.name = std::string(text_.span({row[i].head, row[last].tokens.last}).of(text_.source));
  names_.rename(known);
  return known;
}

/// "UGANDA has yet to lift the restriction" is not about Nigeria's ban.
bool PolicyResolver::changed_by_other(EntityId maker, const std::vector<Group>& row,
                                      std::size_t i) const {
  if (!is_state(maker) || i < 2 || row[i - 1].kind != GroupKind::verb ||
      !own_to_change(text_.text(row[i - 1].head)))
    return false;
  std::size_t k = i - 1;
  while (k > 0 && row[k].kind != GroupKind::noun) --k;  // over the verbs before
  for (; k < i; --k) {
    const EntityId who =
        row[k].kind == GroupKind::noun ? entity_of(m_, row[k].mention) : EntityId::none;
    if (is_state(who)) return who != maker;
    if (k == 0) break;
  }
  return false;
}

/// "reached A SIMILAR deal" is not what "the deal" means, nor "120 bilateral TREATIES" "the
/// treaty".
bool PolicyResolver::apart(const Entity& old, const Group& g, bool plain) const {
  if (plain && (old.name.starts_with("similar ") || old.name.starts_with("separate "))) return true;
  return token(g.head).classes.has(k_.agreement) && old.plural != (token(g.head).tag == Tag::NNS);
}

bool PolicyResolver::spoken_of_near(const Referent& r, const Group& g) const {
  const std::vector<Sentence>& all = text_.sentences;
  return r.last.sentence + 1 >= all.size() || g.tokens.first < all[r.last.sentence + 1].tokens.last;
}

bool PolicyResolver::takes_up(const Entity& old, const Group& g, TypeId type) const {
  const ClassSet& noun = token(g.head).classes;
  if (old.plural != (token(g.head).tag == Tag::NNS)) return false;
  const bool truce = token(m_.mentions[index(old.first)].head).classes.has(k_.truce);
  if (truce && !noun.has(k_.truce)) return false;  // "the deal" of years later is no ceasefire
  if (noun.has(k_.any_measure) && !noun.has(k_.ruling) && !noun.has(k_.broad_measure))
    return kinds_.ontology.is_a(old.type, kinds_.policy) &&
           !kinds_.ontology.is_a(old.type, kinds_.agreement) &&
           !kinds_.ontology.is_a(old.type, kinds_.ruling);
  if (old.type != type || type == kinds_.policy || !noun.has(k_.broad_measure)) return false;
  const ClassSet& called = token(m_.mentions[index(old.first)].head).classes;
  const bool named = m_.mentions[index(old.first)].kind == MentionKind::name;
  return (named || called.has(k_.broad_measure)) &&
         noun.has(k_.money_measure) == called.has(k_.money_measure);
}

bool PolicyResolver::doubtful(Referents all, std::size_t best, const Group& g, TypeId type) const {
  const std::uint32_t last = all[best].last.sentence;
  const Entity& taken = m_.entities[index(all[best].entity)];
  if (all[best].count == 1 && m_.mentions[index(taken.first)].kind !=
                                  MentionKind::name)  // what was spoken of by the way, where
                                                      // another is the talk of the text
    for (const Referent& r : all)
      if (r.entity != EntityId::none && r.count > 1 &&
          takes_up(m_.entities[index(r.entity)], g, type))
        return true;
  for (std::size_t r = best; r-- > 0 && all[r].last.sentence == last;)
    if (all[r].entity != EntityId::none && takes_up(m_.entities[index(all[r].entity)], g, type))
      return true;
  return false;
}

bool PolicyResolver::is_state(EntityId e) const {
  if (e == EntityId::none) return false;
  const TypeId type = m_.entities[index(e)].type;
  return kinds_.ontology.is_a(type, kinds_.country) ||
         kinds_.ontology.is_a(type, kinds_.intergovernmental);
}

EntityId PolicyResolver::maker(EntityId policy) const {
  for (const Made& made : made_)
    if (made.policy == policy) return made.maker;
  return EntityId::none;
}

EntityId PolicyResolver::said_maker(const std::vector<Group>& row, std::size_t i) const {
  const MentionId owner = possessor_before(row, i);
  if (owner != MentionId::none) {
    const EntityId e = m_.mentions[index(owner)].entity;
    return e != EntityId::none && is_state(e) ? e : EntityId::none;
  }
  for (std::uint32_t t = row[i].tokens.first; t < row[i].head; ++t)
    if (const EntityId e = entity_at(m_, at_, t); is_state(e) && !aimed_at(t, row[i])) return e;
  return EntityId::none;
}

bool PolicyResolver::aimed_at(std::uint32_t t, const Group& g) const {
  return at_[t] != MentionId::none &&
         aim_of(text_, m_, kinds_.ontology, k_, at_[t], g.head) != Aim::maker;
}

EntityId PolicyResolver::doer(const std::vector<Group>& row, std::size_t i) const {
  std::size_t k = i;
  while (k > 0 && row[k - 1].kind != GroupKind::verb) --k;
  if (k < 2) return EntityId::none;
  k -= 2;
  while (k > 0 && row[k].kind == GroupKind::adverb) --k;
  if (row[k].kind != GroupKind::noun || row[k].mention == MentionId::none) return EntityId::none;
  return m_.mentions[index(row[k].mention)].entity;
}

/// "the brandy duties" are not "duties on cars", nor "the Iran sanctions" "sanctions on Cuba".
bool PolicyResolver::same_nouns(const Entity& old, const Group& g, bool his) const {
  // "the MEXICAN tariffs" are not "the Airbus tariffs"
  const bool called = !his && !old.name.empty() && old.name[0] >= 'A' && old.name[0] <= 'Z';
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    const Token& word = token(t);
    const bool name = word.is(shape_upper_first) && word.tag != Tag::DT && word.tag != Tag::PRPS &&
                      (called || (word.tag == Tag::NNP && aimed_at(t, g)));
    if ((name || word.tag == Tag::NN) && old.name.find(text_.text(t)) == std::string::npos)
      return false;
  }
  return true;
}

/// "the tariffs on steel" are not "the tariffs on cars", nor those on "European goods" those on
/// "American goods".
bool PolicyResolver::same_object(const Entity& old, const std::vector<Group>& row,
                                 std::size_t object) const {
  if (object == 0) return true;
  for (std::uint32_t t = row[object].tokens.first; t < row[object].head; ++t)
    if (token(t).is(shape_upper_first) && token(t).tag != Tag::DT &&
        old.name.find(text_.text(t)) == std::string::npos)
      return false;
  const TokenRange words{row[object].head, row[object].tokens.last};
  return old.name.find(text_.span(words).of(text_.source)) != std::string::npos;
}

std::size_t PolicyResolver::object_of(const std::vector<Group>& row, std::size_t i) const {
  const auto phrase = [&](std::size_t k, ClassId preposition) {
    return k + 1 < row.size() && row[k].kind == GroupKind::preposition &&
           token(row[k].head).classes.has(preposition) && row[k + 1].kind == GroupKind::noun &&
           !row[k + 1].date && !row[k + 1].pronoun;
  };
  std::size_t k = i + 1;
  if (k + 3 < row.size() && row[k].kind == GroupKind::preposition &&
      text_.text(row[k].head) == "of" && text_.text(row[k + 2].head) == "to" && figure(row[k + 3]))
    k += 4;  // "tariffs OF UP TO 50% on cars"
  else if (phrase(k, k_.genitive_preposition) && figure(row[k + 1]))
    k += 2;
  if (!phrase(k, k_.aim_preposition)) return 0;
  const ClassSet& what = token(row[i].head).classes;  // not "defended the PLAN against critics"
  if (text_.text(row[k].head) == "against" && !what.has(k_.trade_measure) && !what.has(k_.law))
    return 0;
  const Group& on = row[k + 1];
  if (on.tokens.size() == 1 && token(on.head).classes.has(k_.on_idiom)) return 0;
  ++k;
  while (k + 2 < row.size() && row[k + 1].kind == GroupKind::possessive &&
         row[k + 2].kind == GroupKind::noun)
    k += 2;  // "sanctions on the army's CHIEF"
  return k;
}

/// "a ban on cars, trucks AND BUSES": the group that ends the list of what it is on.
std::size_t PolicyResolver::end_of_list(const std::vector<Group>& row, std::size_t object) const {
  const auto item = [&](std::size_t k) {
    if (k >= row.size() || row[k].kind != GroupKind::noun || row[k].pronoun || row[k].date)
      return false;
    const Token& first = token(row[k].tokens.first);
    return first.tag != Tag::DT && first.tag != Tag::PRPS &&
           !token(row[k].head).classes.has(k_.policy) &&
           (row[k].mention == MentionId::none) == (row[object].mention == MentionId::none);
  };
  std::size_t k = object + 1;
  while (k + 1 < row.size() && row[k].kind == GroupKind::comma && item(k + 1)) k += 2;
  if (k + 1 < row.size() && row[k].kind == GroupKind::comma &&
      row[k + 1].kind == GroupKind::coordinator)
    ++k;
  if (k + 1 >= row.size() || row[k].kind != GroupKind::coordinator || !item(k + 1)) return object;
  std::size_t next = k + 2;  // "…, and prices ROSE"
  while (next < row.size() && row[next].kind == GroupKind::adverb) ++next;
  const bool ends = next >= row.size() ||
                    (row[next].kind != GroupKind::verb && row[next].kind != GroupKind::possessive &&
                     row[next].kind != GroupKind::noun);
  return ends ? k + 1 : object;
}

/// "a plan TO RAISE CAPITAL", "a policy OF TURNING BACK BOATS", "a treaty BANNING MINES": the group
/// that ends what a measure is to do; `i` if it says nothing or something long of that.
std::size_t PolicyResolver::end_of_aim(const std::vector<Group>& row, std::size_t i) const {
  constexpr std::uint32_t longest = 9;  // words
  const auto is = [&](std::size_t n, GroupKind kind) {
    return n < row.size() && row[n].kind == kind;
  };
  const ClassSet& measure = token(row[i].head).classes;
  std::size_t k = i + 1;
  const bool of =
      is(k, GroupKind::preposition) && token(row[k].head).classes.has(k_.genitive_preposition);
  if (of) ++k;
  const auto thing = [&](std::size_t n) {
    return is(n, GroupKind::noun) && !row[n].pronoun && !row[n].date &&
           token(row[n].tokens.first).tag != Tag::PRPS && !is(n + 1, GroupKind::possessive);
  };
  if (of && thing(k)) {  // "its SUSPENSION of interest payments"; not "the programme of THE EC"
    const ClassSet& of_what = token(row[k].head).classes;
    const bool named = row[k].mention != MentionId::none;
    const bool somebody = of_what.has(k_.person) || of_what.has(k_.position) ||
                          kinds_.person_at(m_, row[k].mention) != EntityId::none;
    const bool says = measure.has(k_.deal_act) || (!named && !measure.has(k_.law));
    return says && !somebody && !figure(row[k]) ? k : i;
  }
  if (!is(k, GroupKind::verb) || row[k].passive) return i;
  const bool to = !of && row[k].form == VerbForm::infinitive && !measure.has(k_.trade_measure) &&
                  !measure.has(k_.ruling);
  if (!to && token(row[k].head).tag != Tag::VBG) return i;
  if (is(k + 1, GroupKind::adverb)) ++k;
  ++k;
  while (is(k, GroupKind::noun) && is(k + 1, GroupKind::possessive) && is(k + 2, GroupKind::noun))
    k += 2;  // "a plan to close THE WORLD'S LARGEST CAMP"
  if (!thing(k)) return i;
  while (is(k + 1, GroupKind::preposition) && thing(k + 2)) k += 2;
  const bool goes_on = is(k + 1, GroupKind::preposition) || is(k + 1, GroupKind::other) ||
                       is(k + 1, GroupKind::adverb) || is(k + 1, GroupKind::quote) ||
                       (is(k + 1, GroupKind::verb) && row[k + 1].form != VerbForm::finite);
  return goes_on || row[k].tokens.last - row[i].tokens.first > longest ? i : k;
}

/// "a treaty WITH RUSSIA", "a plan FOR A CEASEFIRE": the group that ends it; `i` if there is none.
std::size_t PolicyResolver::end_of_party(const std::vector<Group>& row, std::size_t i) const {
  constexpr std::uint32_t longest = 9;  // words
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::preposition) return i;
  const ClassSet& measure = token(row[i].head).classes;
  const std::string_view link = text_.text(row[i + 1].head);
  if (!(link == "with" && measure.has(k_.agreement)) &&
      !(link == "for" && measure.has(k_.programme) && !measure.has(k_.any_measure)))
    return i;
  std::size_t verb = i;  // "BLAMED its strategy for the loss"
  while (verb >= 2 && row[verb - 1].kind == GroupKind::possessive) verb -= 2;
  if (verb >= 1 && token(row[verb - 1].head).classes.has(k_.accusing)) return i;
  const auto thing = [&](std::size_t n) {
    return n < row.size() && row[n].kind == GroupKind::noun && !row[n].pronoun && !row[n].date &&
           !figure(row[n]) && token(row[n].tokens.first).tag != Tag::PRPS;
  };
  std::size_t k = i + 2;
  while (thing(k) && k + 2 < row.size() &&
         (row[k + 1].kind == GroupKind::possessive || goes_with(row[k + 1])))
    k += 2;  // "for A RETURN TO WORK"
  if (!thing(k)) return i;
  const auto fits = [&](std::size_t n) {
    return row[n].tokens.last - row[i].tokens.first <= longest;
  };
  const std::size_t all = end_of_list(row, k);
  return fits(all) ? all : fits(k) ? k : i;
}

std::size_t PolicyResolver::end_of_tail(const std::vector<Group>& row, std::size_t i) const {
  const std::size_t aim = end_of_aim(row, i);
  return aim == i ? end_of_party(row, i) : aim;
}

bool PolicyResolver::goes_with(const Group& g) const {
  return g.kind == GroupKind::preposition &&
         (token(g.head).classes.has(k_.genitive_preposition) || text_.text(g.head) == "to");
}

/// "tariffs on STEEL", "a ban on IMPORTS of steel and CARS"
bool PolicyResolver::struck_goods(const std::vector<Group>& row, std::size_t i) const {
  const auto link = [&](std::size_t k) {
    return row[k].kind == GroupKind::comma || row[k].kind == GroupKind::coordinator;
  };
  const auto of = [&](std::size_t k) {
    return row[k].kind == GroupKind::preposition &&
           token(row[k].head).classes.has(k_.genitive_preposition);
  };
  if (!token(row[i].head).classes.has(k_.goods) || has_article(row[i])) return false;
  if (i + 1 < row.size() && of(i + 1) && token(row[i].head).classes.has(k_.trade_flow))
    return false;
  std::size_t k = i;
  while (k >= 2 && link(k - 1)) {
    k -= row[k - 2].kind == GroupKind::comma && k >= 3 ? 3 : 2;
    if (row[k].kind != GroupKind::noun || row[k].pronoun || row[k].date) return false;
  }
  if (k >= 2 && of(k - 1) && token(row[k - 2].head).classes.has(k_.trade_flow)) k -= 2;
  if (k < 2 || row[k - 1].kind != GroupKind::preposition ||
      !token(row[k - 1].head).classes.has(k_.aim_preposition))
    return false;
  std::size_t measure = k - 2;
  if (figure(row[measure]) && measure >= 2 && of(measure - 1)) measure -= 2;  // "OF 25 PERCENT"
  return row[measure].kind == GroupKind::noun &&
         token(row[measure].head).classes.has(k_.trade_measure);
}

/// "STEEL tariffs", "its BEEF import quotas"
bool PolicyResolver::named_goods(const Group& g, std::uint32_t t) const {
  if (!token(t).classes.has(k_.goods) || token(t).tag != Tag::NN ||
      !token(g.head).classes.has(k_.trade_measure) || token(t).classes.has(k_.trade_flow))
    return false;
  if (t > g.tokens.first && (token(t - 1).tag == Tag::HYPH || is_noun(token(t - 1).tag)))
    return false;
  return t + 1 == g.head || (t + 2 == g.head && token(t + 1).classes.has(k_.trade_flow));
}

bool PolicyResolver::has_article(const Group& g) const {
  return g.tokens.first < g.head && token(g.tokens.first).classes.has(k_.definite);
}

bool PolicyResolver::figure(const Group& g) const {
  return g.mention != MentionId::none &&
         kinds_.ontology.type(m_.mentions[index(g.mention)].type).literal;
}

bool PolicyResolver::same_head_word(const Entity& e, const Group& g) const {
  const Mention& first = m_.mentions[index(e.first)];
  const Token& a = token(first.head);
  const Token& b = token(g.head);
  return a.lemma != WordId::none ? a.lemma == b.lemma
                                 : text_.text(first.head) == text_.text(g.head);
}

TypeSet PolicyResolver::asked_for(const std::vector<Group>& row, std::size_t i) const {
  const bool side = i > 1 && row[i - 1].kind == GroupKind::preposition &&
                    token(row[i - 1].head).classes.has(k_.measure_side);
  const std::size_t verb = side ? i - 2 : i > 0 ? i - 1 : i;
  bool done = row[verb].kind == GroupKind::verb && !row[verb].passive &&
              (token(row[verb].head).classes.has(k_.measure_verb) ||
               (side && token(row[verb].head).classes.has(k_.be) &&
                token(row[i - 1].head).classes.has(k_.opposing_side)));
  std::size_t next = i + 1;  // "IT was ratified", "IT expired"
  while (next < row.size() && row[next].kind == GroupKind::adverb) ++next;
  if (!done && next < row.size() && row[next].kind == GroupKind::verb &&
      row[next].form == VerbForm::finite) {
    const std::string_view word = text_.text(row[next].head);
    const bool against =  // "IT was opposed to the tax"
        next + 1 < row.size() && text_.text(row[next + 1].head) == "to";
    done = row[next].passive ? !against && token(row[next].head).classes.has(k_.measure_verb)
                             : word == "expired" || word == "lapsed";
  }
  return done && kinds_.policy != TypeId::none ? kinds_.ontology.type(kinds_.policy).descendants
                                               : TypeSet{0};
}

EntityId PolicyResolver::make(const Group& g, TypeId type, std::uint32_t last) {
  std::uint32_t first = g.tokens.first;
  while (first < g.head && (token(first).tag == Tag::DT || token(first).tag == Tag::PRPS)) ++first;
  const bool goods = type == kinds_.product;  // "a FEW Soviet goods"
  while (first < g.head &&
         (text_.text(first) == "own" || (goods && token(first).classes.has(k_.quantity))))
    ++first;
  return make_called({first, std::max(last, g.tokens.last)}, type, token(g.head).tag == Tag::NNS);
}

EntityId PolicyResolver::make_called(TokenRange name, TypeId type, bool plural) {
  return m_.add_entity(std::string(text_.span(name).of(text_.source)), type, plural);
}

}  // namespace factloom
