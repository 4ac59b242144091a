// SPDX-License-Identifier: Apache-2.0
// The posts of a state that a text may tell without its name ("President Ann Lee", "the commerce
// secretary"), and which states have them.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "extract/text/token.h"

namespace factloom {

struct StateOffice {
  enum class Kind : std::uint8_t {
    head,    ///< heads the state or its government
    deputy,  ///< serves it
    field,   ///< serves it in a field: "FINANCE minister"
  };
  Kind kind = Kind::head;
  bool only = false;  ///< none but these have it; else all but these
  std::vector<std::string> states;

  /// May the state of the code have it? Of a state without a code nothing is known.
  bool may_have(std::string_view code) const;
};

class StateOffices {
 public:
  static Result<StateOffices> load(const std::string& file);

  /// The office whose words end at token `last` and begin at `first` or behind; the longest one;
  /// nullptr if there is none. `size` becomes the number of its words.
  const StateOffice* ending_at(const Text& text, std::uint32_t first, std::uint32_t last,
                               std::uint32_t* size = nullptr) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    std::size_t office = 0;
  };
  std::vector<StateOffice> offices_;
  std::vector<Phrase> phrases_;
  /// Of their last words: by the last letter, bit n for n letters. Tells most other words from
  /// them.
  std::array<std::uint32_t, 256> last_words_{};
};

}  // namespace factloom
