// SPDX-License-Identifier: Apache-2.0
// Work on every element of a stream with several threads, results in the order of the stream. Each
// worker reads the next element (one at a time), works on it, and hands the result in; whoever
// completes the first outstanding result writes all that are ready. So there is no reader or writer
// thread to wait for, and one worker alone does the three steps in turn. What is in flight is
// bounded by bytes, not by number: a stream of any length, of small or large elements, takes the
// same memory. The order of the calls to `write` is the order of the stream, whatever the number of
// workers.
#pragma once
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace factloom {

/// How many workers, and how many bytes of elements may be in flight together.
struct PipelineLimits {
  unsigned workers = 1;
  std::size_t bytes = std::size_t{16} << 20;
};

/// Read: () -> std::optional<Element>, none at the end. Size: (const Element&) -> bytes. Work:
/// (Element) -> Result. Write: (Result). Read and Write are never called by two threads at once;
/// Work is.
template <class Read, class Size, class Work, class Write>
class Pipeline {
  using Element = typename std::invoke_result_t<Read&>::value_type;
  using Product = std::invoke_result_t<Work&, Element>;

 public:
  Pipeline(PipelineLimits limits, Read read, Size size, Work work, Write write)
      : limits_(limits), read_(read), size_(size), work_(work), write_(write) {}

  /// Runs until the stream ends and everything is written.
  void run() {
    std::vector<std::thread> helpers;
    for (unsigned i = 1; i < limits_.workers; ++i) helpers.emplace_back([this] { loop(); });
    loop();
    for (std::thread& helper : helpers) helper.join();
  }

 private:
  struct Place {
    std::optional<Product> product;
    std::size_t bytes = 0;
  };

  void loop() {
    while (true) {
      std::unique_lock lock(reading_);
      if (ended_) return;
      wait_for_room();
      std::optional<Element> element = read_();
      if (!element) {
        ended_ = true;
        return;
      }
      const std::uint64_t number = take_place(size_(*element));
      lock.unlock();
      hand_in(number, work_(std::move(*element)));
    }
  }

  void wait_for_room() {
    std::unique_lock lock(writing_);
    room_.wait(lock, [this] { return in_flight_ < limits_.bytes || places_.empty(); });
  }

  std::uint64_t take_place(std::size_t bytes) {
    const std::scoped_lock lock(writing_);
    places_.push_back(Place{std::nullopt, bytes});
    in_flight_ += bytes;
    return first_ + places_.size() - 1;
  }

  void hand_in(std::uint64_t number, Product product) {
    std::unique_lock lock(writing_);
    places_[number - first_].product = std::move(product);
    if (busy_) return;  // the one who writes now will see it
    busy_ = true;
    while (!places_.empty() && places_.front().product) {
      Place place = std::move(places_.front());
      places_.pop_front();
      ++first_;
      lock.unlock();
      write_(std::move(*place.product));
      lock.lock();
      in_flight_ -= place.bytes;
      room_.notify_all();
    }
    busy_ = false;
  }

  PipelineLimits limits_;
  Read read_;
  Size size_;
  Work work_;
  Write write_;
  std::mutex reading_;
  bool ended_ = false;  // guarded by reading_
  std::mutex writing_;
  std::condition_variable room_;
  std::deque<Place> places_;  // outstanding elements, in order; guarded by writing_, as all below
  std::uint64_t first_ = 0;   // the number of places_.front()
  std::size_t in_flight_ = 0;
  bool busy_ = false;
};

}  // namespace factloom
