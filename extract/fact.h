// SPDX-License-Identifier: Apache-2.0
// A fact as one sentence asserts it: the joint between the halves of factloom. `extract` prints one
// a line (NDJSON), `merge` reads exactly these lines, so everything here is text and numbers, free
// of the extractor's own ids. Offsets are Unicode code points into the document's text, end
// exclusive (W3C Web Annotation).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factloom {

enum class Status : std::uint8_t { asserted, former, planned, hedged, negated };

/// "asserted", "former", …
const char* status_name(Status);
/// The status of that name; none when it is no status's.
std::optional<Status> status_named(std::string_view name);

/// One end of a fact: an entity of the document, or a literal.
struct FactEnd {
  std::int64_t entity = -1;  ///< number of the entity inside the document; -1 for a literal
  std::string
      name;  ///< the entity's fullest name in the document; for a literal its value ("1994-03-05")
  std::string type;     ///< most specific type: "Company", "Date"
  std::string mention;  ///< the words at this place: "The company"
  std::uint32_t start = 0, end = 0;
  bool literal = false;
  std::string id;  ///< what a gazetteer or a user calls the thing ("Q42", a LEI); empty when none
  std::string also{};  ///< other names that the document says it bears ("Hon Hai"), one a line
  auto operator<=>(const FactEnd&) const = default;
};

struct TextPlace {
  std::string text;
  std::uint32_t start = 0, end = 0;
  auto operator<=>(const TextPlace&) const = default;
};

/// What is known of the document that a fact is from, so that it can be cited.
struct Source {
  std::string title;
  std::string date;  ///< ISO 8601, as precise as known; empty when unknown
  std::string publisher;
  std::string url;
  auto operator<=>(const Source&) const = default;
};

/// relation(subject, object), as one sentence asserts it.
struct Fact {
  std::string document;
  std::string relation;
  FactEnd subject, object;
  std::string role;  ///< job title as said; empty when none
  std::string date;  ///< ISO date of the fact, as precise as said; the words where they do not
                     ///< tell it ("two years later"); empty when none
  Status status = Status::asserted;
  std::string attributed_to;  ///< who says it; empty when the text itself does
  double confidence = 0;      ///< in [0, 1]
  std::string rule;           ///< name of the rule that found it
  TextPlace trigger;          ///< the words that assert it
  TextPlace sentence;
  Source source;  ///< of the document; the same for all its facts
  auto operator<=>(const Fact&) const = default;
};

}  // namespace factloom
