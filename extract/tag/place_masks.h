// SPDX-License-Identifier: Apache-2.0
// The places of several windows of a text, a bit for each place. What is done with them is done in
// every window by itself: bits do not wander from one to the next. Vector extensions of GCC and
// Clang; a processor with lanes of 64 bits does two windows at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace factloom {

class PlaceMasks {
 public:
  static constexpr std::size_t windows = 8;
  static constexpr std::uint32_t in_window = 64;

  PlaceMasks() = default;
  static PlaceMasks load(const std::uint64_t* from) {
    PlaceMasks p;
    std::memcpy(&p.a_, from, sizeof p.a_);
    std::memcpy(&p.b_, from + 2, sizeof p.b_);
    std::memcpy(&p.c_, from + 4, sizeof p.c_);
    std::memcpy(&p.d_, from + 6, sizeof p.d_);
    return p;
  }
  void store(std::uint64_t* to) const {
    std::memcpy(to, &a_, sizeof a_);
    std::memcpy(to + 2, &b_, sizeof b_);
    std::memcpy(to + 4, &c_, sizeof c_);
    std::memcpy(to + 6, &d_, sizeof d_);
  }
  bool any() const {
    const Pair all = (a_ | b_) | (c_ | d_);
    return (all[0] | all[1]) != 0;
  }

  PlaceMasks operator~() const { return {~a_, ~b_, ~c_, ~d_}; }
  PlaceMasks operator<<(unsigned n) const { return {a_ << n, b_ << n, c_ << n, d_ << n}; }
  PlaceMasks operator>>(unsigned n) const { return {a_ >> n, b_ >> n, c_ >> n, d_ >> n}; }
  PlaceMasks operator&(const PlaceMasks& o) const {
    return {a_ & o.a_, b_ & o.b_, c_ & o.c_, d_ & o.d_};
  }
  PlaceMasks operator|(const PlaceMasks& o) const {
    return {a_ | o.a_, b_ | o.b_, c_ | o.c_, d_ | o.d_};
  }
  PlaceMasks operator^(const PlaceMasks& o) const {
    return {a_ ^ o.a_, b_ ^ o.b_, c_ ^ o.c_, d_ ^ o.d_};
  }
  PlaceMasks operator+(const PlaceMasks& o) const {
    return {a_ + o.a_, b_ + o.b_, c_ + o.c_, d_ + o.d_};
  }

 private:
  typedef std::uint64_t Pair __attribute__((vector_size(16)));
  PlaceMasks(Pair a, Pair b, Pair c, Pair d) : a_(a), b_(b), c_(c), d_(d) {}
  Pair a_{}, b_{}, c_{}, d_{};
};

}  // namespace factloom
