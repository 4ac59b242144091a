// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <tuple>

#include "extract/output/json_object.h"
#include "extract/output/json_pen.h"

using namespace factloom;

TEST_CASE("JSON strings escape what JSON forbids and nothing else", "[extract][json]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"\"quoted\" \\ back", R"("\"quoted\" \\ back")"},
      {"two\nlines\tand a tab", R"("two\nlines\tand a tab")"},
      {std::string("nul\0 bell\a", 10), R"("nul\u0000 bell\u0007")"},
      {"eight by eight, then a \" in the middle and one at the end\n",
       R"("eight by eight, then a \" in the middle and one at the end\n")"},
      {"東京 😀 & <b>", "\"東京 😀 & <b>\""},
  }));
  std::string out;
  append_json(out, text);
  CHECK(out == expected);
}

TEST_CASE("JSON numbers are the shortest that read back", "[extract][json]") {
  std::string out;
  append_json(out, 0.8);
  append_json(out += ' ', 1.0);
  append_json(out += ' ', 1e-9);
  append_json(out += ' ', std::uint64_t{18446744073709551615u});
  CHECK(out == "0.8 1 1e-09 18446744073709551615");
}

TEST_CASE("A pen writes what is appended", "[extract][json]") {
  const auto text =
      GENERATE(as<std::string>(), "", "a", "\"", "abcd", "ab\"d", "seventy", "\nevent",
               "eight by eight", "eight by \\eight", "東京 😀 and more", "\n\"\\\t");
  std::string written = "before ", appended = "before ";
  {
    JsonPen pen(written, 100 + JsonPen::slack);
    pen.open();
    pen.member("key", text);
    pen.member("another", 4294967295u);
    pen.close("}\n");
  }
  append_member(appended += '{', "key", text);
  append_member(appended, "another", 4294967295u);
  CHECK(written == appended + "}\n");
}

TEST_CASE("A pen writes fractions in their shortest form", "[extract][json]") {
  for (int parts = 0; parts <= 10000; ++parts) {
    std::string written, appended;
    JsonPen(written, 32).fraction(parts / 1e4);
    append_json(appended, parts / 1e4);
    CHECK(written == appended);
  }
  std::string written;
  JsonPen(written, 32).fraction(0.123456);
  CHECK(written == "0.123456");
}
