// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/extract/rules/rule_text.h"

using namespace factloom;

namespace {

const std::string examples = R"(
  yes "Ann Lee founded Acme." => foundedBy(Acme, Ann Lee)
  no  "Nobody did."
)";

Token token_of(const Lexicon& lexicon, std::string_view form, std::string_view lemma) {
  Token t;
  t.word = lexicon.find(form);
  t.lemma = lexicon.find(lemma);
  return t;
}

std::size_t triggers(const RulePack& pack, TriggerKind kind, const Token& token) {
  std::size_t n = 0;
  pack.for_triggers(kind, token, [&](std::span<const TriggerRef> refs) { n += refs.size(); });
  return n;
}

}  // namespace

TEST_CASE("a frame is what its lines say", "[extract][rules]") {
  RuleWorld world;
  const auto pack = world.load(R"(
frame founded-by
  verb   found, set up,
         zzfoundify      # a list goes on after a comma
    subject   founder: Person | Organization
    object    org: Organization
    in|at?    place: City
  noun   co-founder, chief executive
    holder    founder: Person
    of        org
  emit   foundedBy(org, founder) status former role trigger
  where  org != founder
  where  org is not GovernmentBody
  confidence 0.9
  yes    "Acme (Inc.) was founded by Ann Lee." => foundedBy(Acme (Inc.), Ann Lee) former,
         foundedBy("Acme, Inc.", Bob "B" Lee)
  no     "The \"claim\" was founded on sand."
)");
  if (!pack) FAIL(text_of(pack.errors()));
  CHECK(text_of(pack->warnings()).find("never used") != std::string::npos);  // place
  REQUIRE(pack->rules().size() == 1);
  const Rule& rule = pack->rules()[0];
  CHECK(rule.name == "founded-by");
  CHECK(rule.confidence == Approx(0.9));
  REQUIRE(rule.arguments.size() == 3);
  REQUIRE(rule.blocks.size() == 2);
  const TriggerBlock& verb = rule.blocks[0];
  CHECK(verb.words.size() == 3);
  CHECK(verb.words[1].lemmas.size() == 2);
  REQUIRE(verb.slots.size() == 3);
  CHECK(verb.slots[2].function == Function::preposition);
  CHECK(verb.slots[2].prepositions.size() == 2);
  CHECK(verb.slots[2].optional);
  const TriggerBlock& noun = rule.blocks[1];
  REQUIRE(noun.words.size() == 3);  // co-founder, co - founder, chief executive
  CHECK(noun.words[1].lemmas.size() == 3);
  const TypeId person = world.ontology->find_type("Person"),
               company = world.ontology->find_type("Company");
  CHECK(noun.slots[0].types == only(person));
  CHECK(Ontology::in(company, verb.slots[0].types));
  CHECK(noun.slots[1].types == verb.slots[1].types);  // said once
  REQUIRE(rule.emissions.size() == 1);
  CHECK(rule.emissions[0].status == Status::former);
  CHECK(rule.emissions[0].role_is_trigger);
  CHECK(rule.conditions.size() == 2);
  REQUIRE(rule.examples.size() == 2);
  REQUIRE(rule.examples[0].facts.size() == 2);
  CHECK(rule.examples[0].facts[0].subject == "Acme (Inc.)");
  CHECK(rule.examples[0].facts[0].status == Status::former);
  CHECK(rule.examples[0].facts[1].subject == "Acme, Inc.");
  CHECK(rule.examples[0].facts[1].object == "Bob \"B\" Lee");
  CHECK(rule.examples[1].text == "The \"claim\" was founded on sand.");
  CHECK(world.lexicon->find("zzfoundify") != WordId::none);
}

TEST_CASE("triggers are found by lemma, others than verbs also by form and class",
          "[extract][rules]") {
  RuleWorld world;
  const auto pack = world.load(R"(
frame a
  verb found, set up
    subject p: Person
    object  o: Organization
  noun president, vice president, <company>
    holder p
    of o
  adjective based
    holder o
    compound p
  emit foundedBy(o, p))" + examples);
  if (!pack) FAIL(text_of(pack.errors()));
  const Lexicon& lexicon = *world.lexicon;
  CHECK(triggers(*pack, TriggerKind::verb, token_of(lexicon, "founded", "found")) == 1);
  CHECK(triggers(*pack, TriggerKind::verb, token_of(lexicon, "found", "find")) == 0);
  CHECK(triggers(*pack, TriggerKind::verb, token_of(lexicon, "sets", "set")) == 1);
  CHECK(triggers(*pack, TriggerKind::noun, token_of(lexicon, "set", "set")) == 0);
  CHECK(triggers(*pack, TriggerKind::adjective, token_of(lexicon, "based", "base")) == 1);
  CHECK(pack->triggers_of(token_of(lexicon, "house", "house")) == 0);
  std::vector<int> lengths;
  pack->for_triggers(TriggerKind::noun, token_of(lexicon, "presidents", "president"),
                     [&](std::span<const TriggerRef> refs) {
                       for (const TriggerRef& ref : refs) lengths.push_back(ref.length);
                     });
  CHECK(lengths == std::vector<int>{2, 1});
  Token firm = token_of(lexicon, "firm", "firm");
  firm.tag = Tag::NN;
  CHECK(pack->triggers_of(firm) == 0);
  ClassSet company;
  company.add(lexicon.find_class("company"));
  firm.classes = WordClasses(&company);
  CHECK(pack->triggers_of(firm) != 0);
  CHECK(triggers(*pack, TriggerKind::noun, firm) == 1);
  firm.tag = Tag::JJ;
  CHECK(pack->triggers_of(firm) == 0);
}

TEST_CASE("a pattern that is too large is a mistake, however quickly the pack is loaded",
          "[extract][rules]") {
  const auto [repeats, good] = GENERATE(values<std::pair<std::string, bool>>(
      {{"{0,20}", true}, {"{0,900}", false}, {"{0,2000}", false}}));
  const bool thorough = GENERATE(false, true);
  RuleWorld world;
  const std::string text = "rule r\n when [a: Organization] ({tag=NN*} {tag=JJ*} | of the)" +
                           repeats +
                           " owner [b: Organization]\n emit acquires(a, b)\n yes \"x\" => "
                           "acquires(A, B)\n no \"x\"\n";
  const auto pack = RulePack::load(std::vector<RuleSource>{{"test.rules", text}}, *world.ontology,
                                   *world.lexicon, thorough);
  CAPTURE(repeats, thorough);
  CHECK(static_cast<bool>(pack) == good);
}

TEST_CASE("the pack of the program loads", "[extract][rules]") {
  RuleWorld world;
  const auto pack = RulePack::load(std::string(FACTLOOM_SHARE) + "/schemas/rules", *world.ontology,
                                   *world.lexicon);
  if (!pack) FAIL(text_of(pack.errors()));
  CHECK(pack->rules().size() > 50);
  CHECK(!RulePack::load(std::string(FACTLOOM_SHARE) + "/schemas/types", *world.ontology,
                        *world.lexicon));
}
