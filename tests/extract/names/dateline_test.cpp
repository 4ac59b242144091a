// SPDX-License-Identifier: Apache-2.0
#include "extract/names/dateline.h"

#include <catch2/catch.hpp>

#include "extract/extract.h"

using namespace factloom;

TEST_CASE("the day an article gives itself", "[extract][names]") {
  static const Knowledge knowledge = [] {
    KnowledgeOptions options;
    options.folder = FACTLOOM_SHARE;
    return std::move(*load_knowledge(options));
  }();
  const auto [source, expected] = GENERATE(values<std::pair<const char*, const char*>>({
      {"Strike ends\n\nLONDON, 12 March 2019 (Reuters) - Acme Ltd bought Globex Inc.",
       "2019-03-12"},
      {"Strike ends\n\nNEW YORK — March 12, 2019 — Acme Ltd bought Globex Inc.", "2019-03-12"},
      {"Strike ends\n\nBy Ann Lee\nMarch 12, 2019\n\nAcme Ltd bought Globex Inc.", "2019-03-12"},
      {"Strike ends\n\nBy Ann Lee, 12 March 2019\n\nAcme Ltd bought Globex Inc.", "2019-03-12"},
      {"Strike ends\n\nPublished on 2019-03-12 at 10:30\n\nAcme grew.", "2019-03-12"},
      {"Tuesday, March 12, 2019\n\nStrike ends\n\nAcme Ltd bought Globex Inc.", "2019-03-12"},
      {"Strike ends\n\nLONDON, March 12 (Reuters) - Acme Ltd bought Globex Inc.", ""},
      {"The attacks of 11 September 2001 remembered\n\nAcme Ltd bought Globex Inc.", ""},
      {"Strike ends\n\nOn 12 March 2019 Acme Ltd bought Globex Inc.", ""},
      {"Strike ends\n\nAcme Ltd, founded on 12 March 2019 - a Tuesday - grew.", ""},
  }));
  CAPTURE(source);
  Document document;
  document.text = source;
  CHECK(extract(document, knowledge).date == expected);
  document.date = "2020-01-02";
  CHECK(extract(document, knowledge).date == "2020-01-02");
}
