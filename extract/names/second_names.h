// SPDX-License-Identifier: Apache-2.0
// Where a text says that one thing bears two names. Internal to extract/names.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/names/candidate.h"

namespace factloom {

/// Do the words between two candidates say that the second is another name of the first? "X, also
/// known as Y", "X (formerly Y)", "X, known in Chinese as Y", "X, whose real name is Y", "X, born
/// Y".
bool says_second_name(const NameText& names, std::span<const Candidate> candidates,
                      const Candidate& a, const Candidate& b);

/// "Ann Lee, CALLED Nan Lee", "Acme, FORMERLY Bolt", not "Ann Lee later CALLED Bob Roy a liar": is
/// the word for naming at token i, behind a name that ends at `from`, none that the named one does?
bool is_no_deed(const NameText& names, std::uint32_t from, std::uint32_t i);

/// The name in its own script that stands in brackets behind a candidate: "Jack Ma (马云)",
/// "Gazprom (Russian: Газпром)"; empty if there is none.
TokenRange native_name(const NameText& names, const Candidate& candidate);

/// Do all letters of the short form come in this order in the long form, from its first letter on
/// (Schwartz and Hearst 2003)? "Caltech" for the California Institute of Technology.
bool abbreviates(std::string_view shorter, std::string_view longer);

/// The surname of a person's name if it has several words, its first letter small: "de Gaulle",
/// "lloyd-Jones"; empty otherwise.
std::string compound_surname(const NameText& names, TokenRange name);

/// Is the name's first word one that many persons are given?
bool begins_with_given_name(const NameText& names, const Candidate& candidate);

/// "Ann and Bob Lee": the first one's whole name, "Ann Lee"; empty if they are no such pair.
std::string shared_surname(const NameText& names, const Candidate& first, const Candidate& second);

/// "Acme Deutschland GmbH", "Acme India": a branch, which its first word alone does not name.
bool of_one_country(const NameText& names, const Candidate& candidate);

/// The candidate directly before the bracket in which this one stands alone; -1 if there is none.
std::uint32_t before_bracket(const NameText& names, std::span<const Candidate> candidates,
                             const Candidate& candidate);

/// "the COMMISSION", "the ORIOLES": the nearest longer name before candidate i that the word heads
/// ("European Commission", "Court of Justice", "Baltimore Orioles"); -1 if it is no such word.
std::uint32_t named_in_full(const NameText& names, std::span<const Candidate> candidates,
                            std::uint32_t i);

/// Notes what stands at these places as other names of a thing.
void add_names(const NameText& names, const std::vector<TokenRange>& places, Entity& entity);

/// "Norske ZORVAN A/S", "Banco ZORVAN": is it called by its second word?
bool called_by_second(const NameText& names, const Candidate& candidate);

/// "Zorvan Express, an arm of ZORVAN", "ZORVAN's express arm, Zorvan Express": does the text say
/// that the thing of the longer name is a part of that of the shorter one, each named by
/// candidates?
bool parent_of(const NameText& names, std::span<const Candidate> candidates,
               std::span<const std::uint32_t> shorter, std::span<const std::uint32_t> longer);

/// "Zorvan Technologies" and "Zorvan": two names that the lists give one thing.
bool same_entry(const Candidate& one, const Candidate& other);
/// … and is the other the one that they call it by?
bool listed_so(const NameText& names, const Candidate& one, const Candidate& other);

/// "Merck & Co.": nothing but a company form behind the first word?
bool legal_more(const NameText& names, const Candidate& candidate);

/// "Alcatel-Lucent", where the text names Lucent Technologies too: it was two firms once.
bool two_halves(const NameText& names, std::span<const Candidate> candidates,
                const Candidate& full);

/// Do the places of a name in no list of places speak for a firm: "in Anglo", "Anglo's profits"?
bool acts_as_firm(const NameText& names, const Candidate& sum);

/// Do the lists know a thing of the family by the candidate's name?
bool listed_as(const NameText& names, const Candidate& candidate, Family family);

/// Does a verb follow, with or without an adverb?
bool before_verb(const NameText& names, const Candidate& candidate);

/// Is it a well-known name, or a surname that speaks?
bool known_name(const NameText& names, const Candidate& candidate);

/// "Government", "Company": what a firm's verb says holds of the noun as well.
bool names_group(const NameText& names, const Candidate& candidate);

/// A listed organisation before one of its people or parts: "Alphabet unit Waymo", "Apple chief Ann
/// Lee".
bool owns(const NameText& names, const Candidate& candidate);

/// "Charles ROBERT REDFORD Jr. was born": what he is called else, by his second name and surname.
std::string name_at_birth(const NameText& names, const Candidate& candidate);

/// "his brother SERGIO", "her son, IVAN": of the family; of a wife or husband the text may have
/// told by another surname, if it named somebody of the first name before.
bool after_kin(const NameText& names, const Candidate& candidate, bool named_before);

/// "Lee was the son of Adam John Lee", where somebody of that name was spoken of: is the candidate
/// introduced as the relative of one who bears its name?
bool kin_of_namesake(const NameText& names, std::span<const Candidate> candidates, std::uint32_t i);

/// First and last name of a person; an organization's name without article and company form; empty
/// where nothing is left out.
std::string bare_form(const NameText& names, const Candidate& candidate, Family family);

struct InitialsForm {
  std::string form;          ///< "MS Swaminathan"; empty if the name has no given part
  bool abbreviated = false;  ///< the name is so written itself: "M. S. Swaminathan"
};

/// A person's name with the initials of the given names and the surname.
InitialsForm initials_form(const NameText& names, const Candidate& candidate);

/// "Thierry Breton … BRETON said": an adjective of a place that stands where a person acts, after
/// somebody of that surname was named, is that person.
void take_for_surnames(const NameText& names, std::span<Candidate> candidates);

}  // namespace factloom
