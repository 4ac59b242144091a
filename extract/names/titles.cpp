// SPDX-License-Identifier: Apache-2.0
#include "extract/names/titles.h"

namespace factloom {
namespace {

constexpr std::uint32_t longest_title = 9;  ///< tokens

class QuotedTitle {
 public:
  QuotedTitle(const NameText& names, TokenRange sentence, std::uint32_t begin)
      : n_(names), s_(sentence), b_(begin), e_(begin) {}

  std::uint32_t end() {
    while (has(e_) && e_ < b_ + longest_title && n_.token(e_).tag != Tag::close_quote) ++e_;
    if (!has(e_) || e_ == b_ || n_.token(e_).tag != Tag::close_quote) return b_;
    close_ = e_;
    if (e_ > b_ + 1 && (n_.is_mark(e_ - 1, ',') || n_.is_mark(e_ - 1, '.'))) --e_;
    const bool title = capitals() && !body() && (called() || told_behind() || several());
    return title ? e_ : b_;
  }

 private:
  bool has(std::uint32_t i) const { return i < s_.last; }
  bool small(std::uint32_t i) const {
    const Tag tag = n_.token(i).tag;
    return n_.is(i, Role::article) || n_.is(i, Role::function_word) || tag == Tag::IN ||
           tag == Tag::CC || tag == Tag::TO || tag == Tag::DT;
  }

  /// Do all words but the small ones begin with a capital, the first and the last in any case?
  bool capitals() const {
    if (!n_.capital(b_) || !(n_.capital(e_ - 1) || n_.token(e_ - 1).is(shape_number))) return false;
    for (auto i = b_; i < e_; ++i)
      if (n_.token(i).is(shape_lower) && !n_.capital(i) && !small(i) && !n_.possessive(i))
        return false;
    return true;
  }

  /// "Movement for Change": what it is called after is no work.
  bool body() const {
    for (auto i = b_; i < e_; ++i) {
      const TypeId type = n_.word(i).last;
      if (type == TypeId::none) continue;
      const Family family = n_.rules.family(type);
      if (family == Family::organization || family == Family::event) return true;
    }
    return false;
  }

  /// "Ann Lee's X", "her novel X", "wrote X"; not "the X"
  bool called() const {
    if (b_ < s_.first + 2) return false;
    const auto i = b_ - 2;
    if (n_.possessive(i)) return i > s_.first && n_.capital(i - 1);
    if (n_.is(i, Role::work_noun) || n_.is(i, Role::title_verb)) return true;
    return i > s_.first && ((n_.is_mark(i, ',') && n_.is(i - 1, Role::work_noun)) ||
                            (n_.is(i, Role::of) && n_.is(i - 1, Role::work_maker)));
  }

  /// "X, a novel", "X, written by", "X, by Ann Lee"
  bool told_behind() const {
    auto i = close_ + 1;
    if (!has(i + 1)) return false;
    if (n_.is_mark(i, ',')) ++i;
    const bool inner = n_.is_mark(close_ - 1, ',');
    if (!inner && i == close_ + 1) return n_.text.text(i) == "by" && n_.capital(i + 1);
    if (n_.is(i, Role::work_done)) return true;
    if (n_.text.text(i) == "by") return has(i + 1) && n_.capital(i + 1);
    if (!n_.is(i, Role::article) && n_.token(i).tag != Tag::PRPS) return false;
    for (auto k = i + 1; has(k) && k < i + 5; ++k) {
      if (n_.is(k, Role::work_noun)) return true;
      if (n_.is_mark(k, ',') || n_.token(k).tag == Tag::IN) return false;
    }
    return false;
  }

  /// "The Thief and the Dogs": no nickname and no slogan has small words within.
  bool several() const {
    if (e_ < b_ + 3) return false;
    for (auto i = b_ + 1; i + 1 < e_; ++i)
      if (n_.token(i).is(shape_lower) && !n_.capital(i) && !n_.possessive(i)) return true;
    return false;
  }

  const NameText& n_;
  TokenRange s_;
  std::uint32_t b_, e_, close_ = 0;
};

}  // namespace

std::uint32_t quoted_title(const NameText& names, TokenRange sentence, std::uint32_t begin) {
  return QuotedTitle(names, sentence, begin).end();
}

}  // namespace factloom
