// SPDX-License-Identifier: Apache-2.0
// What one document gives back, the next one takes, last in, first out: it still lies in the
// processor's cache. A general allocator goes round through pages that are larger than the cache.
// Each thread keeps a few blocks of every size; the allocator that is linked has the rest.
#include <mimalloc.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

// Sizes: every 16 bytes up to `fine`, then four for each doubling, up to `largest`.
constexpr std::size_t step = 16, fine = 1024, largest = std::size_t{512} << 10;
constexpr unsigned fine_bits = 10, largest_bits = 19;
constexpr std::size_t fine_sizes = fine / step + 1;
constexpr std::size_t sizes = fine_sizes + (largest_bits - fine_bits) * 4;
constexpr std::size_t kept_bytes = std::size_t{128} << 10;  ///< of one size, in one thread

constexpr std::size_t number_of(std::size_t bytes) {
  if (bytes <= fine) return (bytes + step - 1) / step;
  const auto top = static_cast<unsigned>(std::bit_width(bytes - 1)) - 1;
  return fine_sizes + (top - fine_bits) * 4 + ((bytes - 1) >> (top - 2) & 3u);
}
constexpr std::size_t bytes_of(std::size_t number) {
  if (number < fine_sizes) return number * step;
  const std::size_t top = (number - fine_sizes) / 4 + fine_bits,
                    quarter = (number - fine_sizes) % 4;
  return (std::size_t{1} << top) + ((quarter + 1) << (top - 2));
}
static_assert(number_of(1) == 1 && number_of(fine) + 1 == number_of(fine + 1));
static_assert(number_of(largest) + 1 == sizes && bytes_of(sizes - 1) == largest);

struct Block {
  Block* next;
};

/// Blocks of each size, and how many more may be kept; none before `open` and after the thread's
/// end.
struct Kept {
  std::array<Block*, sizes> first;
  std::array<std::uint32_t, sizes> room;
};
thread_local constinit Kept kept{};

/// Begins to keep blocks, and gives them back when the thread ends.
struct Keeping {
  Keeping() {
    for (std::size_t n = 1; n < sizes; ++n)
      kept.room[n] = static_cast<std::uint32_t>(kept_bytes / bytes_of(n) + 2);
  }
  ~Keeping() {
    kept.room = {};
    for (Block*& first : kept.first)
      while (first != nullptr) {
        Block* const block = first;
        first = block->next;
        std::free(block);
      }
  }
};

/// Large pages miss the processor's table of pages less often. What is free goes back to the system
/// only after a second: mostly it is asked for again at once, and the system clears each page anew.
void set_up() {
  mi_option_set(mi_option_large_os_pages, 1);
#if MI_MALLOC_VERSION < 210
  mi_option_set(mi_option_decommit_delay, 1000);
  mi_option_set(mi_option_segment_decommit_delay, 2000);
#else
  mi_option_set(mi_option_purge_delay, 1000);
#endif
}
/// Runs before the libraries begin, so that their first memory has such pages, too.
[[gnu::used, gnu::section(".preinit_array")]] void (*const before_all)() = set_up;

[[gnu::noinline]] void* fresh(std::size_t bytes) {
  thread_local Keeping keeping;
  return std::malloc(bytes);
}

void* take(std::size_t bytes) {
  if (bytes > largest) return fresh(bytes);
  const std::size_t n = number_of(bytes == 0 ? 1 : bytes);
  Block* const block = kept.first[n];
  if (block == nullptr) return fresh(bytes_of(n));
  kept.first[n] = block->next;
  __builtin_prefetch(block->next, 1);  // it is asked for soon, and may be cold
  ++kept.room[n];
  return block;
}

void give(void* memory, std::size_t bytes) {
  const std::size_t n = number_of(bytes == 0 ? 1 : bytes);
  if (memory == nullptr || bytes > largest || kept.room[n] == 0) return std::free(memory);
  --kept.room[n];
  kept.first[n] = new (memory) Block{kept.first[n]};
}

void* take_or_throw(std::size_t bytes) {
  void* const memory = take(bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) {
  return take_or_throw(bytes);
}
void* operator new[](std::size_t bytes) {
  return take_or_throw(bytes);
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  return take(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
  return take(bytes);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t bytes) noexcept {
  give(memory, bytes);
}
void operator delete[](void* memory, std::size_t bytes) noexcept {
  give(memory, bytes);
}
