// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/match.h"

#include <catch2/catch.hpp>

#include "extract/rules/wording.h"
#include "tests/extract/rules/rule_text.h"

using namespace factloom;

namespace {

/// A sentence by hand: words with their tags ("was/VBD:be"), mentions in brackets ("[Acme
/// Corp|Organization]").
class Sentences {
 public:
  explicit Sentences(RuleWorld& world) : world_(world) {}

  std::string source;
  Text text;
  Mentions mentions;
  std::vector<MentionId> mention_at;

  void read(std::string_view line) {
    text = {};
    mentions = {};
    mention_at.clear();
    source.clear();
    for (std::size_t i = 0; i < line.size();) {
      const bool name = line[i] == '[';
      const std::size_t end = std::min(line.find(name ? ']' : ' ', i), line.size());
      name ? mention(line.substr(i + 1, end - i - 1)) : token(line.substr(i, end - i));
      i = end + (name ? 2 : 1);
    }
    text.sentences.push_back({{0, static_cast<std::uint32_t>(text.tokens.size())}, {}, false, {}});
    text.source = source;
  }

  std::string words(TokenRange range) const {
    std::string out;
    for (std::uint32_t t = range.first; t < range.last; ++t)
      out += (out.empty() ? "" : " ") + word_of(t);
    return out;
  }
  std::string words(MentionId m) const {
    return m == MentionId::none ? "-" : words(mentions.mentions[index(m)].tokens);
  }

 private:
  std::string word_of(std::uint32_t t) const { return std::string(text.tokens[t].span.of(source)); }

  void token(std::string_view word) {
    const std::size_t slash = word.rfind('/');
    const std::size_t colon = word.rfind(':');
    const bool tagged = slash != std::string_view::npos && slash > 0;
    const std::string form(word.substr(0, tagged ? slash : word.size()));
    const bool lemma_said = tagged && colon != std::string_view::npos && colon > slash;
    Token t;
    t.word = world_.lexicon->find(lower_case(form));
    t.lemma = lemma_said ? world_.lexicon->find(word.substr(colon + 1)) : t.word;
    t.tag = Tag::NN;
    if (tagged) {
      const std::string_view tag =
          word.substr(slash + 1, (lemma_said ? colon : word.size()) - slash - 1);
      for (std::size_t i = 1; i < tag_names.size(); ++i)
        if (tag_names[i] == tag) t.tag = static_cast<Tag>(i);
    }
    if (t.lemma != WordId::none)
      for (const Reading& r : world_.lexicon->readings(t.lemma))
        if (is_noun(r.tag) && is_noun(t.tag)) t.classes = world_.lexicon->classes(r);
    if (form[0] >= 'A' && form[0] <= 'Z') t.shape |= shape_upper_first;
    t.span = {static_cast<std::uint32_t>(source.size()),
              static_cast<std::uint32_t>(source.size() + form.size())};
    source += form + " ";
    text.tokens.push_back(t);
    mention_at.push_back(MentionId::none);
  }

  void mention(std::string_view inside) {
    const std::size_t bar = inside.find('|');
    const auto first = static_cast<std::uint32_t>(text.tokens.size());
    const std::string_view name = inside.substr(0, bar);
    for (std::size_t i = 0; i < name.size();) {
      const std::size_t end = std::min(name.find(' ', i), name.size());
      token(std::string(name.substr(i, end - i)) + "/NNP");
      i = end + 1;
    }
    Mention m;
    m.tokens = {first, static_cast<std::uint32_t>(text.tokens.size())};
    m.head = m.tokens.last - 1;
    m.type = world_.ontology->find_type(inside.substr(bar + 1));
    for (std::uint32_t t = first; t < m.tokens.last; ++t)
      mention_at[t] = static_cast<MentionId>(mentions.mentions.size());
    mentions.mentions.push_back(m);
  }

  RuleWorld& world_;
};

/// A rule with this pattern (and further lines) between two organisations a and b, found in a
/// sentence: "a, b" each.
std::string matches(const std::string& pattern, const std::string& sentence) {
  RuleWorld world;
  const auto pack =
      world.load("define JUNK = (very | {tag=JJ*})*\nwords BUY = buy, take over\nrule r\n when " +
                 pattern + "\n emit acquires(a, b)\n yes \"x\" => acquires(A, B)\n no \"x\"\n");
  if (!pack) return text_of(pack.errors());
  Sentences s(world);
  s.read(sentence);
  PatternMatcher matcher;
  std::string out;
  for (const PatternMatch& m :
       matcher.match(s.text.sentences[0],
                     {*pack, s.text, s.mentions, s.mention_at, pack->triggers_of(s.text)}))
    out += (out.empty() ? "" : "; ") + s.words(m.arguments[0]) + ", " + s.words(m.arguments[1]) +
           " by " + s.words(m.trigger);
  return out;
}

}  // namespace

TEST_CASE("patterns match cells", "[extract][rules][match]") {
  struct Case {
    std::string pattern, sentence, expected;
  };
  const std::string a = "[a: Organization] ", b = " [b: Organization]";
  const auto [pattern, sentence, expected] = GENERATE_COPY(values<Case>({
      {a + "bought" + b, "[Acme Corp|Company] bought/VBD [Bolt|Company]",
       "Acme Corp, Bolt by bought"},
      {a + "bought" + b, "[Acme|Company] Bought/VBD [Bolt|Company]", "Acme, Bolt by Bought"},
      {a + "bought" + b, "[Acme|Company] bought/VBD [Ann Lee|Person]", ""},
      {a + "bought" + b, "[Acme|Company] bought/VBD the/DT [Bolt|Company]", ""},
      {a + "bought the?" + b, "[Acme|Company] bought/VBD the/DT [Bolt|Company]",
       "Acme, Bolt by bought"},
      {a + "~buy" + b, "[Acme|Company] buys/VBZ:buy [Bolt|Company]", "Acme, Bolt by buys"},
      {a + "@BUY" + b, "[Acme|Company] takes/VBZ:take over/RP [Bolt|Company]",
       "Acme, Bolt by takes"},
      {a + "(~buy | took over)" + b, "[Acme|Company] took/VBD:take over/RP [Bolt|Company]",
       "Acme, Bolt by took"},
      {a + ", owner of" + b, "[Acme|Company] ,/, owner of/IN [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "\"(\" owner \")\"" + b, "[Acme|Company] (/-LRB- owner )/-RRB- [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "{tag=VB*} owner" + b, "[Acme|Company] is/VBZ owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "{tag=VBD|VBN} owner" + b, "[Acme|Company] is/VBZ owner [Bolt|Company]", ""},
      {a + "{tag!=VBZ} owner" + b, "[Acme|Company] is/VBZ owner [Bolt|Company]", ""},
      {a + "{lemma=be & tag=VBD}" + b, "[Acme|Company] was/VBD:be [Bolt|Company]",
       "Acme, Bolt by was"},
      {a + "{lemma=be & tag=VBD}" + b, "[Acme|Company] is/VBZ:be [Bolt|Company]", ""},
      {a + "{lemma!=be} owner" + b, "[Acme|Company] is/VBZ:be owner [Bolt|Company]", ""},
      {a + "{lemma!=be} owner" + b, "[Acme|Company] qqq owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "{word=is|was}" + b, "[Acme|Company] is/VBZ:be [Bolt|Company]", "Acme, Bolt by is"},
      {a + "{class=company}" + b, "[Acme|Company] firm [Bolt|Company]", "Acme, Bolt by firm"},
      {a + "{class=company|person}" + b, "[Acme|Company] chairman [Bolt|Company]",
       "Acme, Bolt by chairman"},
      {a + "{class!=company|person} owned" + b, "[Acme|Company] firm owned [Bolt|Company]", ""},
      {a + "{type=Person} owner" + b, "[Acme|Company] [Ann|Person] owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "{shape=upper} owner" + b, "[Acme|Company] Big owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "{shape=upper} owner" + b, "[Acme|Company] big owner [Bolt|Company]", ""},
      {a + "{mention=name} owner" + b, "[Acme|Company] [Ann|Person] owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "$JUNK owner" + b, "[Acme|Company] very/RB big/JJ owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "big{2} owner" + b, "[Acme|Company] big big owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "big{2} owner" + b, "[Acme|Company] big owner [Bolt|Company]", ""},
      {a + "big{2,} owner" + b, "[Acme|Company] big big big owner [Bolt|Company]",
       "Acme, Bolt by owner"},
      {a + "_{0,2} owner" + b, "[Acme|Company] a b c owner [Bolt|Company]", ""},
      // what stands beside the trigger: optional, repeated, at the edge of the sentence, in a name
      {a + "\",\"? owner (of | in)? the?" + b, "[A|Company] ,/, owner of/IN the/DT [B|Company]",
       "A, B by owner"},
      {a + "\",\"? owner (of | in)? the?" + b, "[A|Company] owner [B|Company]", "A, B by owner"},
      {a + "\",\"? owner (of | in)? the?" + b, "[A|Company] owner to/TO [B|Company]", ""},
      {a + "\",\"? owner" + b, "[Ann|Person] owner [A|Company] [B|Company]", ""},
      {a + "\",\"? owner" + b, "[A|Company] and/CC owner [B|Company]", ""},
      {a + "(owner | sole owner)+" + b, "[A|Company] owner sole owner owner [B|Company]",
       "A, B by owner"},
      {a + "{tag=POS} {tag=NN*}{0,2}" + b, "[A|Company] 's/POS big unit [B|Company]", "A, B by 's"},
      {a + "{tag=POS} {tag=NN*}{0,2}" + b, "it 's/POS [B|Company] [A|Company]", ""},
      {a + b + "owner", "[A|Company] [B|Company] owner", "A, B by owner"},
      {"owner? of " + a + b, "of/IN [A|Company] [B|Company]", "A, B by of"},
      {a + "owner" + b, "[A|Company] [owner Corp|Company] [B|Company]", ""},
      {a + "owner _" + b, "[A|Company] owner [Ann|Person] [B|Company]", "A, B by owner"},
      {a + "owner" + b + "\n after the", "the [A|Company] owner [B|Company]", "A, B by owner"},
      // the nearer of two, on both sides of a gap
      {a + "_{0,3} owner _{0,3}" + b, "[A|Company] x [B|Company] y owner z [C|Company] [D|Company]",
       "B, C by owner"},
      {a + "owner" + b, "[A|Company] owner [B|Company] x [C|Company] owner [D|Company]",
       "A, B by owner; C, D by owner"},
      {"[a: Organization] 's owner [b: Organization] | [b: Organization] owns [a: Organization]",
       "[A|Company] owns [B|Company]", "B, A by owns"},
      // contexts
      {a + "owner" + b + "\n after the", "the [A|Company] owner [B|Company]", "A, B by owner"},
      {a + "owner" + b + "\n after the", "a [A|Company] owner [B|Company]", ""},
      {a + "owner" + b + "\n before here", "[A|Company] owner [B|Company] here", "A, B by owner"},
      {a + "owner" + b + "\n not after the | a", "a [A|Company] owner [B|Company]", ""},
      {a + "owner" + b + "\n not after the | a", "[A|Company] owner [B|Company]", "A, B by owner"},
      {a + "owner" + b + "\n not before here", "[A|Company] owner [B|Company] here", ""},
      {a + "owner" + b + "\n not before here", "[A|Company] owner [B|Company] there",
       "A, B by owner"},
      // conditions; a rule with two patterns
      {a + "owner" + b + "\n where b is not GovernmentBody", "[A|Company] owner [B|GovernmentBody]",
       ""},
      {a + "owner" + b + "\n when [b: Organization] owned [a: Organization]",
       "[A|Company] owned [B|Company]", "B, A by owned"},
      {a + "owner" + b + "\n trigger zzz", "[A|Company] owner [B|Company]", ""},
      {a + "spin-off" + b, "[A|Company] spin -/HYPH off [B|Company]", "A, B by spin"},
      {a + "spin-off" + b, "[A|Company] spin-off [B|Company]", "A, B by spin-off"},
  }));
  CAPTURE(pattern, sentence);
  CHECK(matches(pattern, sentence) == expected);
}

TEST_CASE("explain says how far a pattern got", "[extract][rules][match]") {
  RuleWorld world;
  const auto pack = world.load(R"(rule r
  when [a: Organization] ","? the {tag=NN*} of [b: Organization]
  trigger of
  emit acquires(a, b)
  yes "x" => acquires(A, B)
  no "x")");
  REQUIRE(pack);
  Sentences s(world);
  s.read("[Acme|Company] ,/, the/DT big/JJ owner/NN of/IN [Bolt|Company]");
  PatternMatcher matcher;
  const auto triggers = pack->triggers_of(s.text);
  const PatternContext context{*pack, s.text, s.mentions, s.mention_at, triggers};
  const auto attempts = matcher.explain(s.text.sentences[0], context);
  REQUIRE(attempts.size() == 1);
  CHECK(attempts[0].matched == 3);
  CHECK(attempts[0].elements == 6);
  CHECK(s.words(attempts[0].tokens) == "Acme , the");
  CHECK(attempts[0].wanted == "{tag=NN*}");
  CHECK(s.words(attempts[0].found) == "big");
}
