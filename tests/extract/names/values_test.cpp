// SPDX-License-Identifier: Apache-2.0
#include "extract/names/values.h"

#include <catch2/catch.hpp>

#include "extract/tag/tagger.h"
#include "extract/text/tokenize.h"

using namespace factloom;

namespace {

struct Tools {
  static const Tools& get() {
    static const Tools tools;
    return tools;
  }
  const std::string english = std::string(FACTLOOM_SHARE) + "/schemas/english";
  Lexicon lexicon = std::move(*Lexicon::open(std::string(FACTLOOM_SHARE) + "/lexicon.bin"));
  Ontology ontology = std::move(*Ontology::load(std::string(FACTLOOM_SHARE) + "/schemas/types"));
  TextRules text_rules = std::move(*TextRules::load(english));
  TagRules tag_rules = std::move(*TagRules::load(english, lexicon));
  NameRules rules = std::move(*NameRules::load(english, lexicon, Gazetteer(), ontology));
};

/// "words=Type:plain form" of each value; the document is of Wednesday 2024-05-15.
std::string found_values(std::string_view source) {
  const auto& tools = Tools::get();
  Text text = tokenize(source, tools.lexicon, tools.text_rules);
  tag(text, tools.lexicon, tools.tag_rules);
  std::string result;
  for (const auto& m : find_values(text, tools.rules, tools.rules.find_all(text))) {
    const auto& type = tools.ontology.type(m.type).name;
    if (!result.empty()) result += "; ";
    result += std::string(text.span(m.tokens).of(source)) + "=" + type + ":" +
              (type == "Date" ? normalise_date(text, m.tokens, tools.rules, "2024-05-15")
                              : normalise_amount(text, m.tokens, tools.rules));
  }
  return result;
}

}  // namespace

TEST_CASE("values and their plain forms", "[extract][names]") {
  const auto [source, expected] = GENERATE(values<std::pair<const char*, const char*>>({
      {"He was born on 4 July 1971.", "4 July 1971=Date:1971-07-04"},
      {"On July 4, 1971, he left.", "July 4, 1971=Date:1971-07-04"},
      {"In March 2023 he left.", "March 2023=Date:2023-03"},
      {"He left in 1994.", "1994=Date:1994"},
      {"In the 1990s he left.", "1990s=Date:199X"},
      {"He left on Dec. 31.", "Dec. 31=Date:2023-12-31"},
      {"He left in February.", "February=Date:2024-02"},
      {"He left last Tuesday.", "last Tuesday=Date:2024-05-14"},
      {"He left on Monday.", "Monday=Date:2024-05-13"},
      {"He left yesterday.", "yesterday=Date:2024-05-14"},
      {"He left last year.", "last year=Date:2023"},
      {"He left in February of last year.", "February of last year=Date:2023-02"},
      {"He left on 4 July this year.", "4 July this year=Date:2024-07-04"},
      {"He will leave next month.", "next month=Date:2024-06"},
      {"He left three years ago.", "three years ago=Date:2021"},
      {"He left on 2003-05-06.", "2003-05-06=Date:2003-05-06"},
      {"He may leave and they march.", ""},
      {"It cost $3 billion.", "$3 billion=Money:3000000000 $"},
      {"It cost US$5m.", "US$5m=Money:5000000 US $"},
      {"It cost 1.2 bn euros.", "1.2 bn euros=Money:1200000000 euros"},
      {"It cost 7.3 billion dlrs.", "7.3 billion dlrs=Money:7300000000 dlrs"},
      {"It cost 10,000 yen.", "10,000 yen=Money:10000 yen"},
      {"It rose 12 percent, or 12 pct, or 12%.",
       "12 percent=Percent:12 percent; 12 pct=Percent:12 pct; 12%=Percent:12 %"},
      {"It sold 5.5 mln tonnes.", "5.5 mln tonnes=Quantity:5500000 tonnes"},
      {"", ""},
  }));
  CAPTURE(source);
  CHECK(found_values(source) == expected);
}
