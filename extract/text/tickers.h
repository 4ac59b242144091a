// SPDX-License-Identifier: Apache-2.0
// Marks in brackets by which wire services tell of firms: no part of the sentence.
#pragma once
#include <cstddef>
#include <string_view>

namespace factloom {

/// Behind the mark at `i` under which a firm's shares are traded: "Acme Corp <ACM.O> said", "Acme
/// Corp (ACM.N) and"; `i` where none stands.
std::size_t over_ticker(std::string_view text, std::size_t i);

/// Where the bracket ends that opens at `i` around the name of a firm without such a mark: "by
/// <Acme Holdings Plc> in"; 0 where it is no such bracket.
std::size_t end_of_angled_name(std::string_view text, std::size_t i);

}  // namespace factloom
