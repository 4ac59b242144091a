// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>

using namespace factloom;

TEST_CASE("pipeline writes in the order of the stream, with any number of workers",
          "[cli][pipeline]") {
  const auto [workers, bytes] = GENERATE(table<unsigned, std::size_t>({
      {1, 1000},
      {2, 1000},
      {4, 1},  // never more than one in flight
      {8, 100},
      {8, 1u << 20},
  }));
  CAPTURE(workers, bytes);
  int next = 0;
  std::atomic<int> open{0};
  int most = 0;
  std::vector<int> written;
  Pipeline pipeline(
      {workers, bytes},
      [&]() -> std::optional<int> {
        most = std::max(most, ++open);
        return next < 2000 ? std::optional(next++) : std::nullopt;
      },
      [](int) { return std::size_t{10}; },
      [](int element) {
        if (element % 7 == 0) std::this_thread::yield();
        return element * 2;
      },
      [&](int product) {
        --open;
        written.push_back(product);
      });
  pipeline.run();
  std::vector<int> expected(2000);
  for (int i = 0; i < 2000; ++i) expected[static_cast<std::size_t>(i)] = 2 * i;
  CHECK(written == expected);
  CHECK(static_cast<std::size_t>(most) <= bytes / 10 + 1 + workers);
}
