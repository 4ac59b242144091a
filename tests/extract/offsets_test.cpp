// SPDX-License-Identifier: Apache-2.0
#include "extract/text/offsets.h"

#include <catch2/catch.hpp>
#include <string>

using namespace factloom;

TEST_CASE("offsets count code points", "[extract][offsets]") {
  const std::string filler = GENERATE(as<std::string>{}, "", "a", "é", "東", "😀", "ab€");
  for (const int times : {0, 1, 21, 63, 64, 65, 200}) {
    std::string text;
    std::uint32_t points = 0;
    for (int i = 0; i < times; ++i) text += filler;
    for (const char c : text) points += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    CAPTURE(filler, times);
    const Offsets offsets(text);
    CHECK(offsets.code_point(0) == 0);
    CHECK(offsets.code_point(static_cast<std::uint32_t>(text.size())) == points);
    if (times > 0)
      CHECK(offsets.code_point(static_cast<std::uint32_t>(filler.size())) *
                static_cast<std::uint32_t>(times) ==
            points);
  }
}
