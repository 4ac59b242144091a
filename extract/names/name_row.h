// SPDX-License-Identifier: Apache-2.0
// How far a row of words reaches that may be one name: capitals with hyphens, "&" and clitics
// inside, and the "of ...", "for ...", "and ..." that the words before ask for. Internal to
// extract/names.
#pragma once
#include "extract/names/candidate.h"

namespace factloom {

/// Are nearly all words of a sentence capitalised, and is there no verb without a capital?
bool is_heading(const NameText& names, const Sentence& sentence);

/// One sentence, read for the extent of its names.
class NameRow {
 public:
  NameRow(const NameText& names, TokenRange sentence, bool heading)
      : n_(names), first_(sentence.first), last_(sentence.last), heading_(heading) {}

  /// Does a capital say nothing here?
  bool weak_position(std::uint32_t i) const;
  bool behind_dash(std::uint32_t i) const;
  /// May the word be part of a name?
  bool word_of_name(std::uint32_t i) const {
    return n_.capital(i) && !n_.value[i] && !n_.is(i, Role::weekday) && !n_.token(i).is(shape_url);
  }
  /// Does the row of capitals that begins here end with a word that makes a name?
  bool head_follows(std::uint32_t i) const;
  /// End of "<Bank Zorvan und Cie>", as a wire prints a firm that has no shares; i if none is.
  std::uint32_t angled(std::uint32_t i) const;
  /// Does it stand alone in brackets after a name?
  bool bracketed(std::uint32_t i) const;
  /// "Eli Lilly AND CO"
  bool partners(std::uint32_t i) const;
  /// End of the row of capitalised words that begins at i, with hyphens, "&" and clitics inside.
  std::uint32_t run_end(std::uint32_t i) const;
  /// Is the entry that of an adjective or of people, and no name?
  bool adjective(const Gazetteer::Hit& hit) const;
  /// "THE AUSTRALIAN group": an adjective of a noun, though a newspaper is called so
  bool land_of_noun(std::uint32_t article) const;
  /// "(Bulgarian: …": a language, no country.
  bool language_label(std::uint32_t begin, std::uint32_t end) const;
  /// "British and Irish Lions": the end of a club's name that begins with two adjectives of lands;
  /// `end` if there is none.
  std::uint32_t team_of_two(std::uint32_t begin, std::uint32_t end) const;
  /// Is it a person's first name, and nothing else that is as well known?
  bool person_word(std::uint32_t i) const;
  /// Is it a usual first name or surname, whatever else it may be?
  bool named(std::uint32_t i) const;
  /// "CRICKET Australia", "HEALTH Canada", "RACING Victoria": a body by its field and land, no
  /// land.
  bool field_in(std::uint32_t begin, std::uint32_t end) const;
  /// "LE Maire": a foreign article with a capital, part of the name behind it.
  bool foreign_article(std::uint32_t i) const;
  /// Does it stand before persons' names?
  bool any_title(std::uint32_t i) const;
  /// "Ma", which is a surname, where "MA" is a degree.
  bool surname_of_letters(std::uint32_t i) const {
    return n_.word(i).number > 0 && !n_.token(i).is(shape_all_upper);
  }
  /// "the WHO": capitals that are in a list, read as a name.
  bool known_letters(std::uint32_t i) const {
    return n_.token(i).is(shape_all_upper) && is_proper_noun(n_.token(i).tag) &&
           n_.longest(i, i + 1).tokens == 1;
  }
  /// "Black was born", "Page's": a colour or the like that is a common surname, and does something.
  bool acts_as_surname(std::uint32_t i) const;
  /// "General Motors", "General Instrument": is what follows a common word and nobody's name?
  bool named_like_title(std::uint32_t begin, std::uint32_t end) const;
  /// "ARCHITECT Zaha Hadid", "RAPPER Stormzy": what somebody is, at the beginning of a sentence.
  bool trade(std::uint32_t i) const;
  /// "HURRICANE Katrina"
  bool storm(std::uint32_t i) const;
  /// "the United States trade REPRESENTATIVE": in small letters somebody, not his office.
  bool small_post(std::uint32_t i) const;
  /// "Jackson Park" said of a person has its first name before: no sign of a head then.
  bool person_end(std::uint32_t begin, std::uint32_t end) const;
  /// Is it among a person's first names, whatever else it may be?
  bool given_name(std::uint32_t i) const;
  /// "777 Partners", "3i Group", "abrdn plc": does a firm's name begin here without a capital?
  bool odd_firm(std::uint32_t i) const;
  /// "Windows 95", "the Zephyr 3", "Acme 2 AG": the number behind the name [begin, i) belongs to
  /// it.
  bool model_number(std::uint32_t begin, std::uint32_t i) const;
  /// Is a product called by the word, or by it and what follows?
  bool product_word(std::uint32_t i) const;
  /// End of the orders, degrees and rank behind the person's name [begin, end), each after a comma:
  /// ", OBE, FRS FRSE", ", 6th Baron Petre"; `end` if there are none.
  std::uint32_t honours_end(std::uint32_t begin, std::uint32_t end) const;
  /// "Gowin Knight FRS", "Ann Lee OBE FRS": how many tokens at the end are letters of orders and
  /// societies, without a comma before them.
  std::uint32_t postnominals(std::uint32_t begin, std::uint32_t end) const;
  /// Are all capitalised words ordinary English?
  bool plain(std::uint32_t begin, std::uint32_t end) const;
  /// End of the name [begin, end) with what "of", "for", "and", a list or foreign words bring;
  /// `end` when nothing.
  std::uint32_t extended(std::uint32_t begin, std::uint32_t end) const;
  /// "2001 Italian general election": end of the name with a year and lower-case words that begins
  /// at i; 0 if there is none.
  std::uint32_t election_end(std::uint32_t i) const;
  /// "Lockwood, Andrews & Newnam": end of a firm's name of surnames in a list that begins there.
  std::uint32_t partners_end(std::uint32_t begin) const;
  /// Does a town stand there, with what it lies in behind it: "Boulder, Colorado"?
  bool town(std::uint32_t next) const;
  /// Is it a country or region?
  bool land(std::uint32_t first) const;
  /// Does a row of two words stand there that looks like nothing but somebody's name?
  bool somebody_at(std::uint32_t next) const;
  /// "Louise of Orléans", "John I of Portugal": does "of" and the place at `next` belong to it?
  bool prince(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const;

 private:
  /// "… in Germany", "… in the United Kingdom", "… for Mayor": what belongs to an event's name.
  std::uint32_t behind_election(std::uint32_t end) const;
  /// Is it a word in small letters with which no row of capitals goes on? Of most of those behind a
  /// name this is told at once.
  bool ends_row(std::uint32_t i) const;
  /// … and no words that belong to the name, as "of" does?
  bool ends_name(std::uint32_t i) const;
  /// Does the name from `begin` end before i, for there is a gap or a company form? "C.C. Wei" has
  /// none.
  bool apart(std::uint32_t begin, std::uint32_t i) const;
  /// "Acme A/S": a company form of three tokens.
  bool slashed_legal(std::uint32_t i) const;
  /// "Jr."
  bool generation(std::uint32_t i) const;
  /// `Edward "Ted" Lee`, "Emma (Blais) Garceau": where the name goes on; `end` if it does not.
  std::uint32_t behind_nickname(std::uint32_t begin, std::uint32_t end) const;
  /// "6th Baron Petre", "3rd Earl of Bute": where the rank that begins here ends; `i` if none does.
  std::uint32_t rank_end(std::uint32_t i) const;
  /// "Leopold I"
  bool numeral(std::uint32_t begin, std::uint32_t i) const;
  bool hyphen_joins(std::uint32_t begin, std::uint32_t hyphen) const;
  /// "People's Party", "Workers' Union": the owner is a common noun and a head follows.
  bool possessive_joins(std::uint32_t begin, std::uint32_t clitic, std::uint32_t next) const;
  /// "Geert Wilders's Freedom Party", "Geert Wilders' …": the owner bears a name.
  bool somebodys(std::uint32_t begin, std::uint32_t clitic) const;
  /// "George Heriot's School"; not "Norway's School"
  bool owned_school(std::uint32_t begin, std::uint32_t clitic, std::uint32_t next) const;
  /// "the charity ANN'S House": what a body is called, though the owner is nobody known
  bool called_whose(std::uint32_t begin, std::uint32_t clitic, std::uint32_t next) const;
  /// "the MEDIA, Entertainment and Arts ALLIANCE": the end of a body of several fields, or i + 1
  std::uint32_t fields_end(std::uint32_t i) const;
  bool own_name(std::uint32_t next) const;
  std::uint32_t of_house(std::uint32_t begin, std::uint32_t end, std::uint32_t next,
                         std::uint32_t stop) const;
  bool two_kinds_of_goods(std::uint32_t begin, std::uint32_t end, std::uint32_t next,
                          std::uint32_t stop) const;
  bool takes_of(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const;
  bool two_bodies(std::uint32_t begin, std::uint32_t hyphen) const;
  /// Is the name that begins there a place and nothing more?
  bool seat(std::uint32_t next) const;
  bool takes_for(std::uint32_t end, std::uint32_t next) const;
  /// End of what "of" brings: a row of capitals, not beyond a title.
  std::uint32_t of_end(std::uint32_t begin, std::uint32_t next) const;
  /// "Department of Health and Human Services", "Food and Drug Administration"; not "Germany and
  /// France".
  std::uint32_t and_end(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const;
  /// "for England and Wales"
  bool places(std::uint32_t last, std::uint32_t next, std::uint32_t stop) const;
  bool towns(std::uint32_t begin, std::uint32_t next, std::uint32_t stop) const;
  bool town_word(std::uint32_t i) const;
  /// "(the riding of) Saskatoon - Rosetown", "(in) Portage–Interlake": districts are named after
  /// two towns.
  std::uint32_t seat_end(std::uint32_t begin, std::uint32_t end) const;
  /// "University of Illinois at Chicago", "University of California, Davis": what site of it.
  std::uint32_t site_end(std::uint32_t begin, std::uint32_t end) const;
  /// Does a region's name end at this word?
  bool region_name(std::uint32_t last) const;
  bool dash(std::uint32_t i) const;
  /// "Disney+"
  bool plus(std::uint32_t i) const;
  /// "Fact TO File": a small word with a capital inside a sentence.
  bool inner_word(std::uint32_t i) const;
  /// "Bruno LE Maire", "Compañía LOS Pinos"
  bool inner_article(std::uint32_t begin, std::uint32_t i) const;
  /// "her novel (The) Salt Road": does the noun for a work stand before?
  bool titled(std::uint32_t begin) const;
  /// Has the name taken an "of …" or "for …" already?
  bool phrase(std::uint32_t begin, std::uint32_t end) const;
  /// "the Economic, Social and Environmental Council"
  std::uint32_t body_of_list(std::uint32_t begin, std::uint32_t end) const;
  /// "Department of Health, Education and Welfare"
  std::uint32_t list_end(std::uint32_t begin, std::uint32_t end) const;
  /// Is it a word with letters that English lacks?
  bool accented(std::uint32_t i) const;
  /// "Parti démocratique sénégalais": where such words behind `end` cease.
  std::uint32_t accented_end(std::uint32_t end, std::uint32_t limit) const;
  /// Is the best that the lists know of [begin, end) a well-known place?
  bool listed_place(std::uint32_t begin, std::uint32_t end) const;
  /// "Ludwig van Beethoven", "Parti des Libertés", "Action démocratique du Québec"
  std::uint32_t foreign_end(std::uint32_t begin, std::uint32_t end) const;

  const NameText& n_;
  const std::uint32_t first_, last_;
  const bool heading_;
};

}  // namespace factloom
