// SPDX-License-Identifier: Apache-2.0
#include "extract/names/fields.h"

namespace factloom {
namespace {

class Fields {
 public:
  Fields(const NameText& names, TokenRange sentence, TokenRange name)
      : n_(names), s_(sentence), b_(name.first), e_(name.last) {}

  /// "a BS in physics", "her MA from Yale"
  bool letters_of_degree() const {
    const bool own = n_.token(b_ - 1).tag == Tag::PRPS || indefinite(b_ - 1);
    return own && size() == 1 && n_.is(b_, Role::study) && n_.token(b_).is(shape_all_upper) &&
           (is(e_, Role::for_) || is(e_, Role::move_preposition));
  }

  /// "a Masters DEGREE"
  bool degree() const { return size() > 1 && is(e_ - 1, Role::degree); }

  /// Are all its words for departments and fields, and does a post or degree stand before them?
  bool behind_post() const {
    for (auto k = b_; k < e_; ++k)
      if (!is(k, Role::department) && !is(k, Role::of) && !is(k, Role::and_)) return false;
    auto i = b_ - 1;
    while (i > s_.first && (is(i, Role::and_) || n_.is_mark(i, ',')) &&
           is(i - 1, Role::department)) {  // "Sales and MARKETING"
      while (i > s_.first && is(i - 1, Role::department)) --i;
      if (i > s_.first) --i;
    }
    if (i == s_.first) return false;
    if (is(i, Role::for_) && studied(i - 1)) return true;
    return (is(i, Role::of) || is(i, Role::for_) || n_.is_mark(i, ',')) && post(i - 1);
  }

 private:
  bool is(std::uint32_t i, Role r) const { return i >= s_.first && i < s_.last && n_.is(i, r); }
  std::uint32_t size() const { return e_ - b_; }
  bool indefinite(std::uint32_t i) const {
    return n_.token(i).tag == Tag::DT && n_.text.text(i).front() == 'a';
  }
  bool post(std::uint32_t i) const {
    return is(i, Role::post) || is(i, Role::title) || n_.noun_class(i, n_.rules.classes().position);
  }
  /// "a DEGREE", "Bachelor of ARTS"
  bool studied(std::uint32_t i) const {
    return is(i, Role::degree) || is(i, Role::study) ||
           (i >= s_.first + 2 && is(i, Role::department) && is(i - 1, Role::of) &&
            is(i - 2, Role::study));
  }

  const NameText& n_;
  const TokenRange s_;
  const std::uint32_t b_, e_;
};

}  // namespace

bool is_field(const NameText& names, TokenRange sentence, TokenRange name, bool listed_group) {
  if (name.first == sentence.first) return false;
  const Fields fields(names, sentence, name);
  if (fields.letters_of_degree()) return true;
  return !listed_group && (fields.degree() || fields.behind_post());
}

}  // namespace factloom
