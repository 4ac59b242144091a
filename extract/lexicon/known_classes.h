// SPDX-License-Identifier: Apache-2.0
// The semantic classes that the engine itself asks for, looked up once by name. What words they
// hold is data
// (`schemas/english/classes.tsv`); a class that the data lacks is ClassId::none and simply never
// holds.
#pragma once
#include "extract/lexicon/lexicon.h"

namespace factloom {

struct KnownClasses {
  explicit KnownClasses(const Lexicon& lexicon);

  ClassId be, have, do_, modal, negator, become, appoint, leave, serve, include;
  ClassId reporting, hedging_verb, planning_verb, negative_verb, thwarting_verb, completing,
      aspect_verb;
  ClassId hedge_adverb, former, future, relative, subordinator, preposition, definite, indefinite,
      demonstrative;
  ClassId masculine, feminine, neuter, plural, narrator, narrators, possessive;
  ClassId person, position, top_position, kinship, group, company, government, party, school, media,
      team, place, country, city, region, facility, product, policy, law, trade_measure, agreement,
      programme, ruling, event;
  ClassId light_verb, genitive_preposition, time_unit, collective, hedging_modal, planning_modal,
      reciprocal_preposition, aim_preposition, request_verb, asking_noun, able_adjective, according,
      judging, judging_clause, content_clause, intransitive;
  ClassId agent_verb, body_verb, body_part, contrasting, quantity, female, male, reflexive, taking,
      vague;
  ClassId condition, ending_verb, ending_adverb, formerly, dismissal, taken_as, until, accusing,
      negative_noun, standing_noun, reign, intent, preventing, founding_verb, state_agent,
      state_adjunct, ordinal, headship, naming, sending, remainder, clause_noun, awaiting,
      firm_post, state_post, portfolio, portfolio_post, order, ordering, deal_act, violating,
      opposing_side, form_of_address, lone_body;
  ClassId prospect, contrary, near_adverb, thwarted, process, state_verb, apart_preposition,
      weighing, averting, deliberating, state_organ, advising_modal, title, employing_body,
      bank_post, bench_post, bank_body, bench_body;
  ClassId rumour, notion, viewing, predecessor, successor, post, holding, approval, career, weekday,
      holding_noun, disposing, trading;
  ClassId state_body, state_body_head, state_body_word, measure_change, succession, firm_part,
      firm_activity, floating, pair_of_people;
  ClassId own_will, local_body;
  ClassId any_firm, spouse, departure;
  ClassId head_post, ranked_post, head_rank, deputy, leading_verb, ruler, creation, follow_verb,
      handing, team_post, post_field, bundle, goods_unit, own_kind, pair_word, side, creditor,
      renaming, to_come, not_alone;
  ClassId broad_measure, any_measure, money_measure, mass_measure, deed, stance_noun, law_breaking,
      on_idiom, measure_verb, measure_side, parting, seller, truce, lapsing, stock_measure,
      own_task, renewing, led_work, attempt, wishing, defunct, beginning, failing, refusing,
      mooting, arresting, seizing, removing, naming_act, done_to_thing, multiplying, section,
      stance_verb, measure_making, goods, trade_flow, measure_acting, measure_aspect, state_of,
      letter_of, decreeing, changing_measure, order_verb, side_taking;
  /// All classes whose name begins with "kind-": each a kind of body ("kind-bank"); a body is
  /// seldom of two.
  ClassSet kinds_of_body;
};

}  // namespace factloom
