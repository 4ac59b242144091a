// SPDX-License-Identifier: Apache-2.0
// Rows of cells as a person at a terminal reads them.
#pragma once
#include <string>
#include <vector>

namespace factloom {

using Row = std::vector<std::string>;

/// Two blanks before each row, columns wide enough for their longest cell, numbers to the right.
/// A header is a row as well.
std::string aligned(const std::vector<Row>& rows);

/// "0.00123": a number for people, with three digits that count.
std::string three_digits(double number);

}  // namespace factloom
