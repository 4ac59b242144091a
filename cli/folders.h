// SPDX-License-Identifier: Apache-2.0
// Where the program finds its data: beside itself, so that an installed tree may be moved anywhere.
#pragma once
#include <string>

namespace factloom {

/// The folder share/factloom that belongs to the running program (bin/factloom → share/factloom).
std::string share_folder();

}  // namespace factloom
