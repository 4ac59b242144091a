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
  static constexpr std::size_t windows = 4;
  static constexpr std::uint32_t in_window = 64;

  PlaceMasks() = default;
  static PlaceMasks load(const std::uint64_t* from) {
    PlaceMasks p;
    std::memcpy(&p.a_, from, sizeof p.a_);
    std::memcpy(&p.b_, from + 2, sizeof p.b_);
    return p;
  }
  std::uint64_t of(std::size_t window) const { return window < 2 ? a_[window] : b_[window - 2]; }
  bool any() const {
    const Pair all = a_ | b_;
    return (all[0] | all[1]) != 0;
  }

  PlaceMasks operator~() const { return {~a_, ~b_}; }
  PlaceMasks operator<<(unsigned n) const { return {a_ << n, b_ << n}; }
  PlaceMasks operator>>(unsigned n) const { return {a_ >> n, b_ >> n}; }
  PlaceMasks operator&(const PlaceMasks& o) const { return {a_ & o.a_, b_ & o.b_}; }
  PlaceMasks operator|(const PlaceMasks& o) const { return {a_ | o.a_, b_ | o.b_}; }
  PlaceMasks operator^(const PlaceMasks& o) const { return {a_ ^ o.a_, b_ ^ o.b_}; }
  PlaceMasks operator+(const PlaceMasks& o) const { return {a_ + o.a_, b_ + o.b_}; }

 private:
  typedef std::uint64_t Pair __attribute__((vector_size(16)));
  PlaceMasks(Pair a, Pair b) : a_(a), b_(b) {}
  Pair a_{}, b_{};
};

}  // namespace factloom
