// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/gazetteer.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>

#include "extract/lexicon/gazetteer_builder.h"

using namespace factloom;

namespace {

/// A Text cut at blanks.
Text cut(std::string_view source) {
  Text text;
  text.source = source;
  for (std::uint32_t at = 0; at < source.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(source.find(' ', at), source.size()));
    Token token;
    token.span = {at, end};
    if (at > 0) token.shape = shape_space_before;
    text.tokens.push_back(token);
    at = end + 1;
  }
  return text;
}

/// "type:name" of every sense of the longest entry at the first token, and its length.
std::string senses(const Gazetteer& gazetteer, std::string_view source) {
  const auto text = cut(source);
  const auto hit = gazetteer.longest(text, 0, static_cast<std::uint32_t>(text.tokens.size()));
  std::string result = std::to_string(hit.tokens);
  if (hit.tokens == 0) return result;
  for (const auto& sense : hit.senses) {
    constexpr const char* kinds[] = {"",        "first-",  "last-", "adj-",
                                     "person-", "plural-", "gov-",  "code-"};
    result += std::string(" ") + kinds[static_cast<int>(sense.kind)] +
              std::string(gazetteer.type_name(hit, sense)) + ":" +
              std::string(gazetteer.text(hit, sense.name));
  }
  return result;
}

struct File {
  std::string path;
  File(const std::string& name, const std::string& content) : path("gazetteer_test_" + name) {
    std::ofstream(path) << content;
  }
  ~File() { std::remove(path.c_str()); }
};

bool any_type(std::string_view type) {
  return type != "Compny";
}

}  // namespace

TEST_CASE("gazetteer finds the longest entry, however it is cut", "[extract][gazetteer]") {
  const File file("a.tsv",
                  "# comment\nname\ttype\tid\taliases\tflags\tof\n"
                  "New York\tRegion\tUS-NY\tN.Y.\n"
                  "New York City\tCity\t\t\tw9\n"
                  "Washington, D.C.\tCity\t\tWashington D.C.\n"
                  "Coca-Cola\tCompany\t\tCoke\n"
                  "Johnson & Johnson\tCompany\n"
                  "São Paulo\tCity\n"
                  "International Trade\tOrganization\t\tIT\n");
  Gazetteer gazetteer;
  REQUIRE(gazetteer.add_file(file.path, any_type).empty());
  const auto [source, expected] = GENERATE(values<std::pair<const char*, const char*>>({
      {"New York City rose", "3 City:New York City"},
      {"New York rose", "2 Region:New York"},
      {"NEW YORK ROSE", "2 Region:New York"},
      {"New Yorkers rose", "0"},
      {"N.Y. rose", "1 Region:New York"},
      {"NewYork rose", "0"},
      {"Washington , D.C. , said", "3 City:Washington, D.C."},
      {"Washington , said", "0"},
      {"Coca-Cola fell", "1 Company:Coca-Cola"},
      {"Coca Cola fell", "0"},
      {"Johnson & Johnson", "3 Company:Johnson & Johnson"},
      {"Johnson , Johnson", "0"},
      {"Sao Paulo", "2 City:São Paulo"},
      {"IT fell", "1 Organization:International Trade"},
      {"It fell", "0"},  // an acronym wants capitals
      {"- fell", "0"},
  }));
  CAPTURE(source);
  CHECK(senses(gazetteer, source) == expected);
}

TEST_CASE("a country line gives all that is said for the country", "[extract][gazetteer]") {
  const File file(
      "b.tsv",
      "country\tid\taliases\tadjective\tperson\tplural\tcapital\tmetonym\n"
      "France\tFR\tFrench Republic\tFrench\tFrenchman\tFrenchmen\tParis\tQuai d'Orsay\n");
  Gazetteer gazetteer;
  REQUIRE(gazetteer.add_file(file.path, any_type).empty());
  const auto [source, expected] = GENERATE(values<std::pair<const char*, const char*>>({
      {"France", "1 Country:France"},
      {"French", "1 adj-Country:France"},
      {"French Republic", "2 Country:France"},
      {"Frenchmen", "1 plural-Country:France"},
      {"Paris", "1 gov-Country:France City:Paris"},
      {"Quai d'Orsay", "2 gov-Country:France"},
  }));
  CAPTURE(source);
  CHECK(senses(gazetteer, source) == expected);
}

TEST_CASE("mistakes of a user's gazetteer are told with their place", "[extract][gazetteer]") {
  const auto [name, content, expected] =
      GENERATE(values<std::tuple<const char*, const char*, const char*>>({
          {"1.csv", "name,type\nAcme,Compny\n", "2:6: error: no such type: 'Compny'"},
          {"2.csv", "name,kind\nAcme,Company\n", "1:6: error: no such column: 'kind'"},
          {"3.csv", "name,type\n\"Acme,Company\n", "2:1: error: this quote is not closed"},
          {"4.csv", "name,type\n,Company\n", "2:1: error: an entry needs a name"},
          {"5.tsv", "name\ttype\nAcme\tCompany\tQ1\n", "2:14: error: more fields than columns"},
          {"6.tsv", "Acme\tCompany\n", "1:1: error: no such column: 'Acme'"},
          {"7.csv", "name,type,flags\nAcme,Company,w12\n", "2:14: error: no such flag: 'w12'"},
      }));
  const File file(name, content);
  Gazetteer gazetteer;
  const auto mistakes = gazetteer.add_file(file.path, any_type);
  REQUIRE(!mistakes.empty());
  CAPTURE(mistakes[0].text());
  CHECK(mistakes[0].text().find(expected) != std::string::npos);
  CHECK(gazetteer.image_count() == 0);
}

TEST_CASE("CSV fields may be quoted; a user's list comes before the others",
          "[extract][gazetteer]") {
  const File first("c.csv", "name,type,id,aliases\nAcme,Company,1,\n");
  const File second("d.csv",
                    "\xEF\xBB\xBFname,type,id,aliases\r\n"
                    "\"Acme\",Product,2,\"Acme \"\"One\"\"; A, B and C\"\r\n");
  Gazetteer gazetteer;
  REQUIRE(gazetteer.add_file(first.path, any_type).empty());
  REQUIRE(gazetteer.add_file(second.path, any_type).empty());
  CHECK(senses(gazetteer, "Acme") == "1 Product:Acme");
  CHECK(senses(gazetteer, "Acme \"One\"") == "2 Product:Acme");
  CHECK(senses(gazetteer, "A , B and C") == "5 Product:Acme");
}

TEST_CASE("the compiled gazetteer knows the world", "[extract][gazetteer]") {
  const auto gazetteer = Gazetteer::open(std::string(FACTLOOM_SHARE) + "/gazetteer.bin");
  REQUIRE(gazetteer);
  const auto [phrase, type] = GENERATE(values<std::pair<const char*, const char*>>({
      {"China", "Country"},
      {"U.S.", "Country"},
      {"European Union", "IntergovernmentalOrganization"},
      {"Lyon", "City"},
      {"Bavaria", "Region"},
      {"Albert Einstein", "Person"},
      {"Siemens", "Company"},
      {"Le Monde", "MediaOrganization"},
      {"Sinn Féin", "PoliticalParty"},
      {"Kyoto Protocol", "Agreement"},
  }));
  const auto hit = gazetteer->find(phrase);
  CAPTURE(phrase);
  REQUIRE(hit.tokens > 0);
  bool found = false;
  for (const auto& sense : hit.senses) found |= gazetteer->type_name(hit, sense) == type;
  CHECK(found);
}
