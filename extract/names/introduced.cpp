// SPDX-License-Identifier: Apache-2.0
// How a text introduces a name that it takes to be known: "banks such as X", "the stockbrokers X",
// "Acme, whose X sells well", "X of Italy", "nearby X".
#include "extract/names/candidate.h"
#include "extract/names/words_around.h"

namespace factloom {
namespace {

class Introduced : WordsAround {
 public:
  Introduced(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own)
      : WordsAround(names, sentence, candidate, own), c_(candidate), k_(names.rules.classes()) {}

  void weigh() {
    if (b_ > s_.first && n_.token(b_ - 1).tag == Tag::IN) home(b_ - 1);
    if (own_.listed_group || c_.kind != MentionKind::name) return;
    if (has(e_)) of_country();
    if (has(e_)) town_called();
    if (b_ == s_.first) return;
    const auto i = b_ - 1;
    if (i > s_.first + 1 && n_.token(i).tag == Tag::IN && n_.is(i - 1, Role::such)) example(i - 2);
    if (n_.token(i).tag == Tag::NNS && !n_.capital(i)) partners(i);
    if (n_.token(i).tag == Tag::NN && n_.noun_class(i, k_.company) && !own_.listed_place &&
        !n_.noun_class(i, k_.position) && trade(i))
      c_.add(Family::place, -3.0F);  // "the property FIRM Blue World City"
    if (own_.listed_place || size() > 1) return;
    if (n_.token(i).tag == Tag::WPS) owned();
    if (n_.is(i, Role::nearby) && !n_.capital(i)) c_.add(Family::place, t_.place, 2.5F);
    if (n_.is(i, Role::place_preposition) && !n_.is(i, Role::at))
      c_.add(Family::person, -0.5F);  // "its ground in X"
  }

 private:
  void firm(float amount) {
    c_.add(Family::organization, t_.company, amount);
    c_.add(Family::person, -0.6F * amount);
  }

  /// "a daughter FROM Leeds, a former member of", "born in 1917 AT Ely Green"
  void home(std::uint32_t i) {
    if (i < s_.first + 2) return;
    if (n_.is(i, Role::move_preposition) && n_.is(i - 1, Role::kin)) c_.add(Family::person, -2.5F);
    auto when = i - 1;
    while (when > s_.first + 1 && n_.value[when]) --when;
    if (when + 1 < i && n_.token(when).tag == Tag::IN && n_.is(when - 1, Role::born) &&
        n_.is(i, Role::place_preposition))
      c_.add(Family::place, t_.place, size() > 1 ? 8.0F : 3.0F);
  }

  /// "services such as X", "players such as X"
  void example(std::uint32_t noun) {
    if (n_.token(noun).tag != Tag::NNS) return;
    const std::pair<ClassId, TypeId> told[] = {
        {k_.company, t_.company}, {k_.team, t_.team},   {k_.media, t_.media},
        {k_.school, t_.school},   {k_.city, t_.city},   {k_.position, t_.person},
        {k_.person, t_.person},   {k_.place, t_.place}, {k_.product, t_.product}};
    for (const auto& [noun_class, type] : told) {
      if (!n_.noun_class(noun, noun_class)) continue;
      if (type == t_.person && own_.headed) return;
      c_.add(n_.rules.family(type), type, 2.0F);
      if (type != t_.person) c_.add(Family::person, -1.5F);
      return;
    }
  }

  /// "the merchant bankers X": several people, and one name.
  void partners(std::uint32_t people) {
    if (!n_.noun_class(people, k_.position) || own_.listed_place) return;
    if (has(e_) && (n_.is(e_, Role::and_) || n_.is_mark(e_, ',')) && has(e_ + 1) &&
        (n_.capital(e_ + 1) || n_.token(e_ + 1).tag == Tag::DT))
      return;
    auto i = people;
    while (i > s_.first && i + 4 > people &&
           (is_noun(n_.token(i).tag) || is_adjective(n_.token(i).tag)))
      --i;
    if (n_.token(i).tag == Tag::DT && !n_.token(i).classes.has(k_.indefinite)) firm(4.0F);
  }

  /// "Acme, WHOSE X …": nobody is another's.
  void owned() {
    c_.add(Family::person, -1.5F);
    if (!n_.common(b_) && !own_.headed) c_.add(Family::product, t_.product, 1.0F);
  }

  /// "Siemens OF GERMANY"
  void of_country() {
    if (!n_.is(e_, Role::of) || !has(e_ + 1) || size() > 1 || own_.listed_place || n_.common(b_))
      return;
    if (!c_.hit.has(SenseKind::first_name) && n_.lists(n_.longest(e_ + 1, s_.last), t_.country))
      firm(2.0F);
  }

  /// "the Cheese CAPITAL OF Norway": what a town calls itself
  void town_called() {
    if (!n_.is(e_, Role::of) || size() < 2 || b_ == s_.first || n_.text.text(e_ - 1) != "Capital" ||
        n_.text.text(b_ - 1) != "the")
      return;
    c_.add(Family::organization, -8.0F);
    c_.add(Family::person, -4.0F);
    c_.add(Family::place, t_.place, 3.0F);
  }

  Candidate& c_;
  const NameClasses& k_;
};

}  // namespace

void weigh_introduced(const NameText& names, TokenRange sentence, Candidate& candidate,
                      OwnWords own) {
  Introduced(names, sentence, candidate, own).weigh();
}

}  // namespace factloom
