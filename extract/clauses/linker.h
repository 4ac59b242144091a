// SPDX-License-Identifier: Apache-2.0
// The walk behind `link_groups`: one step a group, from left to right, with a stack of the clauses
// that are open and the noun just read (with those that it hangs on). What a group brings is
// decided in one file for each kind: nouns as arguments of verbs and prepositions (link_nouns.cpp),
// lists and descriptions (link_lists.cpp), verbs and their clauses (link_verbs.cpp and
// link_participles.cpp), the words between (linker.cpp). Private to this folder; others include
// `links.h`.
#pragma once
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "extract/clauses/links.h"

namespace factloom {

enum class ClauseKind : std::uint8_t { main, relative, subordinate, embedded, participial };

/// A clause under construction.
struct Clause {
  ClauseKind kind = ClauseKind::main;
  int parent = -1;
  int verb = -1;
  int pending = -1;     ///< noun that waits for the verb as its subject
  int antecedent = -1;  ///< relative clauses: what they describe
  int whole = -1;       ///< "a maker of chips THAT …": the noun that the antecedent hangs on
  int outer = -1;       ///< relative clauses: what else they may describe, farther away
  int object = -1;
  bool closed_object = false;  ///< a comma or coordinator stands after the verb's arguments
  bool oblique_relative =
      false;  ///< "in which", "where": the antecedent is neither subject nor object
  WordId oblique_word = WordId::none;  ///< what then says how it belongs to the verb: "in", "where"
  int date = -1;  ///< "in 1990, WHEN she …": the date that its relative word stands for
  bool subject_from_parent = false;
  bool conditional = false;       ///< after "if", "whether"
  int governor = -1;              ///< verb or noun that governs it
  std::size_t fronted = 0;        ///< relative clauses: the phrases that stood before them …
  std::size_t fronted_dates = 0;  ///< … and dates, which wait for the main verb
};

/// What a noun can stand for, roughly: coordination and apposition need it.
enum class Broad : std::uint8_t { other, person, organization, place, policy, date };

class Linker {
 public:
  static constexpr int none = -1;
  Linker(std::vector<Group> groups, const GroupContext& context, const Ontology& ontology)
      : c_(context), k_(context.classes), o_(ontology) {
    out_.groups = std::move(groups);
    first_ = out_.groups.data();
    count_ = static_cast<std::uint32_t>(out_.groups.size());
    person_ = o_.known().person;
    organization_ = o_.known().organization;
    place_ = o_.known().place;
    region_ = o_.known().region;
    country_ = o_.known().country;
    policy_ = o_.known().policy;
  }
  Links run();

 private:
  /// A group; of a name inside a group, that group.
  const Group& g(int i) const {
    const auto at = static_cast<std::uint32_t>(i);
    return first_[at < count_ ? at : out_.nodes[at].group];
  }
  bool kind(int i, GroupKind k) const {
    return static_cast<std::uint32_t>(i) < count_ && first_[i].kind == k;
  }
  int size() const { return static_cast<int>(count_); }
  const Token& head(int i) const { return c_.text.tokens[g(i).head]; }
  bool head_is(int i, ClassId c) const { return head(i).classes.has(c); }
  Clause& cur() { return clauses_[static_cast<std::size_t>(cur_)]; }
  const Clause& cur() const { return clauses_[static_cast<std::size_t>(cur_)]; }
  const Mention& mention(MentionId m) const { return c_.mentions.mentions[index(m)]; }
  bool named(int i) const {
    return g(i).mention != MentionId::none && mention(g(i).mention).kind == MentionKind::name;
  }
  void link(LinkKind k, int from, int to, bool loose = false, WordId word = WordId::none) {
    out_.links.push_back(
        {k, loose, static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to), word});
  }
  void unlink(LinkKind k, int from, int to) {
    auto& l = out_.links;
    l.erase(
        std::remove_if(l.begin(), l.end(),
                       [&](const Link& x) { return x.kind == k && x.from == from && x.to == to; }),
        l.end());
  }
  bool touches_spine(int later) const { return !spine_.empty() && touches(spine_.back(), later); }
  int first_conjunct(int noun) const {
    return noun < size() ? out_.conjunct_of[static_cast<std::size_t>(noun)] : noun;
  }

  // the walk (linker.cpp)
  int dateline_end() const;
  /// Mentions inside the noun group at i, before its head: modifiers and possessive pronouns.
  void inner_nodes(int i);
  bool visited(int i, MentionId where) const;
  bool compounded(std::uint32_t behind) const;
  Broad broad_type(TypeId t) const;
  Broad broad(int i) const;
  bool of_a_body(int noun) const;
  /// Of an adjective: "A REPUBLICAN, she …", "a FRENCHMAN" are somebody, not the party or country
  /// that the word names.
  bool one_of_them(int i) const;
  /// The noun group after i and its of-phrases are followed by a finite verb.
  bool finite_follows(int i) const;
  /// Does a finite verb follow the noun before any comma, whatever else stands between: "a TEAM led
  /// by Ann Lee SAID"?
  bool verb_follows(int noun) const;
  void step();
  /// Does the group at `later` follow `noun` directly, but for parentheses, adverbs, dates and
  /// possessives?
  bool touches(int noun, int later) const;
  void on_adjective(int i);
  void on_relative(int i);
  int described_farther(int i) const;
  bool has_its_own(int i) const;
  void drop_wanted(int i);
  void drop_onlooker(int i);
  bool installs(int as) const;
  void drop_company(int noun);
  bool invited(int noun) const;
  int listed_above(int i) const;
  /// "a maker of phones and CHIPS that …": the noun that the whole list hangs on.
  int whole_of(int part) const;
  /// The noun that the relative word at i stands for.
  int antecedent_of(int i) const;
  /// "RUMOURS that Acme bought it": what says the clause behind the noun; none if it has no such.
  int told_by(int that) const;
  /// What else it may stand for, farther away; none if nothing.
  int outer_antecedent(int i, int antecedent) const;
  bool on_condition(int that, int noun) const;
  void on_subordinator(int i);
  void on_preposition(int i);
  bool clause_follows(int i) const;
  /// "before ANN LEE, the chief of Acme, left"
  bool finite_behind_apposition(int i) const;
  /// "as CHIEF of Acme": a post that no subject is.
  bool bare_post(int noun) const;
  void on_colon(int i);
  void resolve_subjects();
  /// Of a verb of one word: "HAD Acme bought it, …" is a condition.
  void mark_inversion(int i);
  void resolve_they();
  void share_objects();

  // brackets (link_brackets.cpp): what they hold is an aside, and the clause goes on behind it
  void match_brackets();
  /// The group at k, or the one before the brackets that end there.
  int over_brackets(int k) const { return kind(k, GroupKind::close) ? before_brackets(k) : k; }
  int before_brackets(int k) const;
  /// The group at k, or the one behind the brackets that begin there.
  int behind_brackets(int k) const;
  void on_open(int i);
  void on_close(int i);
  /// A clause of its own in brackets, about the noun before them: "(BORN in Leeds; DIED in 1990)".
  void start_aside();
  /// The noun that the innermost open brackets stand behind; none if there is none.
  int bracketed() const;
  /// Are we in brackets, before any verb in them?
  bool opens_aside() const {
    return !brackets_.empty() && cur().verb == none && brackets_.back().noun != none;
  }
  /// A noun in brackets that no verb there takes.
  void on_aside(int i);

  // nouns (link_nouns.cpp)
  void on_noun(int i);
  bool opens_argument(int i) const;
  bool stranded(int i) const;
  /// "THE "Acme Clinic"": an article before a name in quotation marks.
  bool before_quoted(int i) const;
  /// Without a comma: "Bob Roy THE CHIEF of Acme", "his mother THE SINGER ANN LEE", "the clinic
  /// "ACME"".
  bool beside(int i);
  void on_date(int i);
  /// "and IN 2009 she sold it": a date that stands before the verb it belongs to.
  bool opens_clause(int date) const;
  /// "Ann Lee, its CHIEF in the 1990s, died": the description set apart that a date belongs to.
  int dated_description(int date) const;
  void on_prep_object(int i);
  /// "Ann Lee, until last year CHIEF of Acme": describes her; true if it does.
  bool ended_description(int i);
  bool fronted_talk(int noun) const;
  bool chosen_for(int verb, int object, int last) const;
  bool leaves_it_to(int verb, int object, int last) const;
  bool appointed_over_aside(int verb, int object, int comma) const;
  bool is_there() const;
  bool posts_there(int place) const;
  bool by_doer_of_noun() const;
  /// "sued two of its officers, among them ANN LEE": one of those named before.
  bool listed_member(int i);
  /// Of a post: "Ann Lee, at that time its HEAD, …", "until 2019 its HEAD"
  bool timed_description(int i);
  /// "which ships cars, TO 35 percent for Acme": the comma ends the clause before the preposition.
  bool behind_relative() const;
  /// The verb of the clause around the present one; none if it has none.
  int outer_verb() const;
  void owned_by_both(int i, WordId word);
  /// "studied at A and AT B": the second phrase shares what the first hangs on.
  void join_phrases(int i, WordId word);
  /// "the vote on Ann Lee AS chairwoman": nobody else would be it.
  bool named_to_post(int as) const;
  /// "the firm he founded": a noun that follows another directly and is the subject of a verb.
  bool reduced_relative(int i);
  bool verbless(int i) const;
  /// "a firm THAT she founded in 1986": the clause wants an object, which is the noun before it.
  bool lacks_object(int noun, int that) const;
  /// The noun after a verb is its object or complement.
  bool verb_argument(int i);
  bool span_before(int i) const;
  bool has_subject(int verb) const;
  bool follows_verb(const Clause& c, int i) const;
  /// "was UNTIL 1990 the head of": a date, or the preposition before one.
  bool dates(int k) const;
  int over_when(const Clause& c, int i, int k) const;
  /// A noun that no verb, preposition or noun before it takes: the subject of a verb to come.
  void new_subject(int i);
  /// "A banker who studied at Yale, ANN LEE left": the clause that waits with the description.
  int described_before(int i) const;
  void push(Clause c);

  // lists and descriptions (link_lists.cpp)
  /// "He was born in Leeds, THE SON of a baker": describes the subject of the clause before it.
  bool aside_of_subject(int i);
  /// "Ann and Bob's son": the first of the two, who leads the list.
  int shared_possessor(int i);
  bool same_kind(int a, int b) const;
  bool actors(int a, int b) const;
  /// "Leeds, England": a place behind the place that it holds shares what governs that.
  bool place_chain(int i);
  /// "at Balliol College, Oxford, where …": a seat says no more of an organisation.
  bool seated(int organization, int place);
  /// 1 for facilities and cities, 2 for regions, 3 for countries, 0 for what is no place.
  int place_rank(int i) const;
  /// "A, B and C": is the noun at i one of a list that the noun before it opens?
  bool coordinated(int i);
  bool finite_behind_aside(int i) const;
  /// Behind a comma: "two units, ACME and Bolt", "Ann Lee, A BAKER, and Bob Roy": no list begins
  /// with the noun before it.
  bool names_or_describes(int noun, int i) const;
  /// "its founder and chairman, ANN LEE": both posts are hers.
  void share_apposition(int post, int name);
  /// "Google's parent", "its parent"
  bool possessed(int noun) const;
  /// "sold ACME to Bolt and GLOBEX to Ann Lee": the object that the second of two, with the same
  /// preposition behind it, stands beside; none if there is none.
  int gapped(int i) const;
  /// "his wife, Ann, and Bob": the list goes on from the description, not from the name set apart.
  int described_by(int mate) const;
  int possessor_start(int i) const;
  /// In a list (a comma before it) names go with names only: "Ann Lee, founder and chief" is no
  /// list.
  int conjunct_mate(int i, int before, bool list) const;
  /// "Acme, a firm that is based in Leeds, and BOLT": the name that the relative clause describes.
  int mate_over_relative(int i) const;
  int described_name() const;
  bool closes_aside(int i, int comma) const;
  /// "Ann Lee, the head of Acme, and Bob Roy": the noun that an apposition between commas stands
  /// behind.
  int mate_over_apposition(int i, int before) const;
  bool told_in_full(int several, int before) const;
  int fellow_subject(int i, int coordinator) const;
  /// "talks between the state and ACME collapsed": "between" asks for two.
  int second_of_two(int i, int coordinator) const;
  /// Nothing but nouns, prepositions and parentheses stand between the mate and the comma or
  /// coordinator.
  bool touches_over_list(int mate, int before) const;
  bool several_between(int i) const;
  bool list_goes_on(int i) const;
  /// `"It will hurt consumers," BOB ROY said`: does a quotation end before the noun?
  bool behind_quotation(int i) const;
  /// "its chief, not ANN LEE, signed it"
  bool contrasted(int i) const;
  /// "Ann Lee, the founder of Acme": is the noun at i an apposition to a noun before the comma?
  bool apposed(int i);
  /// "Acme, THE ARM of Bolt and a unit of Cor ARE lending it": one of several subjects.
  bool lists_subjects(int i) const;
  bool opens_with_clause() const;
  bool describes_name(int noun) const;
  /// An age or figure between commas.
  bool aside(int k) const;
  /// "Acme, ITSELF a unit of Globex"
  bool itself(int k) const;
  /// In a phrase that stands before the subject: "BORN IN LEEDS, Ann Lee moved".
  bool before_subject() const;
  bool shares_out(int a, int b) const;
  bool field_of_post(int noun) const;
  bool ends_opening_clause(int post, int name) const;
  bool opens_clause(int a, int b) const;
  bool apposable(int a, int b) const;
  bool tells_standing(int b) const;
  /// "WORKERS at Acme, members of a union": the plural is not said of Acme.
  bool of_its_people(int a, int b) const;
  /// Does the noun say what the subject is?
  bool described(int noun) const;
  bool identifies(int noun, int name) const;
  bool titled(int name);
  bool timed_post(int noun) const;
  bool no_subject(int a, int b) const;
  bool ends_apposition(int a, int b) const;
  bool starts_indefinite(int noun) const;
  bool starts_definite(int noun) const;
  /// "…, the company said": a noun with a reporting verb, set apart.
  bool reported_after(int i) const;
  /// "A MEMBER of the board, she voted for it": describes the subject that it stands before.
  void fronted_description(int noun, int subject);

  // verbs (link_verbs.cpp)
  void on_verb(int i);
  void take_fronted(int i);
  int before(int i) const;
  bool passes_by(int time) const {
    return kind(time - 1, GroupKind::coordinator) && joins_later(time);
  }
  bool joins_later(int time) const;
  void on_finite(int i);
  bool plural(int verb) const;
  bool set_apart(int noun, int verb) const;
  /// A second finite verb: finds the clause that it belongs to. False when the verb was only
  /// coordinated.
  bool resume(int i);
  bool told_of_apposed(int comma) const;
  bool embed(int subject);
  int waiting_clause() const;
  int subject_of(int verb) const;
  /// "bought A and sold B": the verb shares the subject of the nearest verb of its form.
  void coordinate(int i);
  /// "a maker of toys owned by Bolt and BASED in Leeds": all that may be the subject of the first.
  void share_subjects(int verb, int i);
  bool shares_perfect(int verb, int i) const;
  /// "met Ann Lee, who died, AND MOVED": the comma ends the relative clause.
  bool closes_relative(int clause, int coordinator) const;
  bool gap_in_past(int i) const;
  bool closes_adverbial(int clause, int coordinator) const;
  void share_modal(int verb, int i);
  void share_voice(int verb, int i);
  bool of_another(int noun, int verb) const;
  void on_infinitive(int i);
  void sent_to(int infinitive, int verb);
  bool of_letter(int noun) const;
  bool left_out(int i) const;
  bool excepts(int subordinator) const;
  bool shares_noun(int people, int i) const;
  int actor_before(int noun) const;
  /// "Carr, WHOM Trump picked to lead it": the antecedent is who leads.
  int chosen_antecedent(int i) const;
  bool asks_for_two(int noun) const;
  bool for_whom(int noun) const;
  /// "Bolt, WHICH Acme wants to buy": the object that is missing is the infinitive's.
  void pass_gap(int i, int verb);
  int asked(int verb, int k) const;
  /// The noun that says what is intended, and who intends it; none if that is not said.
  struct Intent {
    int noun, owner;
  };
  /// Of the intent that ends with the group at k, before an infinitive.
  Intent intent_before(int k) const;
  /// "three units, INCLUDING Acme": says what the noun before it holds.
  bool lists(int verb) const {
    return head_is(verb, k_.include) && kind(verb + 1, GroupKind::noun);
  }

  // participles (link_participles.cpp)
  int clause_before_comma(int participle) const;
  bool goes_on_behind_speaker(int participle) const;
  bool takes_a_stand(int verb) const;
  bool opens_with_time(int verb, const Clause& clause) const;
  bool joined_in_act(int participle, int comma) const;
  bool goes_on_behind_aside(int participle, int comma) const;
  bool behind_aside(int comma) const;
  bool denied_in_front(int verb) const;
  bool opens_aside(int comma, bool gerund) const;
  void on_participle(int i);
  bool part_in_act(int preposition) const;
  int whose_part(int part) const;
  void govern_gerund(int i, int preposition, Clause& clause);
  int over_seat(int relative, int noun) const;
  int picked_out(int relative, int antecedent) const;
  bool speech_aside(int i);
  bool means_to_come(int verb, int preposition) const;
  /// "THOUGHT of buying it", "SPOKE about buying it"
  bool muses(int verb, std::string_view preposition) const;
  int prevented_over_aside(int preposition) const;
  /// A participle behind a noun describes it, or one that the noun hangs on: "a maker of airships
  /// BASED in Leeds".
  void link_outwards(int i);
  bool goes_on_in_past(int i, int coordinator) const;
  bool ends_relative_in_past(int i, int comma) const;
  bool ends_apposition_in_past(int i, int comma) const;
  bool own_verb(int i) const;
  void make_past(int i);
  bool some_held(int noun, int participle) const;
  bool other_conjunct(int noun, int participle) const;
  bool behind_time(int noun) const;
  bool led_staff(int i) const;
  int behind_led(int i) const;
  bool whole_board(int noun) const;
  bool may_be_led(int noun) const;
  int work_led(int i) const;
  bool ends_in_place_of_body(int i) const;
  /// A participle that is the only verb of its clause and has an object: a past tense, in truth
  /// (headlines too).
  bool lone_verb(int i) const;

  const GroupContext& c_;
  const KnownClasses& k_;
  const Ontology& o_;
  Links out_;
  const Group* first_ = nullptr;  ///< of out_.groups, which become neither more nor fewer
  std::uint32_t count_ = 0;
  TypeId person_ = TypeId::none, organization_ = TypeId::none, place_ = TypeId::none,
         region_ = TypeId::none, country_ = TypeId::none, policy_ = TypeId::none;
  ClassId genitive_ = k_.genitive_preposition;
  std::vector<Clause> clauses_;
  int cur_ = 0;
  int i_ = 0;
  int prev_ = none;
  int prep_ = none;
  int possessor_ = none;
  int adjective_ = none;
  bool prep_gerund_ = false;
  std::vector<int> spine_;    ///< the noun just read and those that it hangs on, outermost first
  std::vector<int> bracket_;  ///< for each bracket its mate
  /// What the walk goes on with behind a bracket.
  struct Bracket {
    int clause = 0, prev = none, prep = none, possessor = none, adjective = none, noun = none;
    std::vector<int> spine;
    std::size_t fronted = 0, fronted_dates = 0;
  };
  std::vector<Bracket> brackets_;  ///< open ones, outermost first
  struct Fronted {
    int noun;
    WordId word;
  };
  std::vector<Fronted> fronted_;
  std::vector<int> fronted_dates_;
  struct Shared {
    int first, second;
  };
  std::vector<Shared> shared_;
};

}  // namespace factloom
