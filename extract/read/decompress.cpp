// SPDX-License-Identifier: Apache-2.0
#include "extract/read/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <vector>

namespace factloom {
namespace {

constexpr std::size_t block = std::size_t{1} << 16;

class Gzip : public DecompressingBuffer {
 public:
  explicit Gzip(std::istream& in) : in_(in), from_(block), to_(block) {
    inflateInit2(&state_, 15 + 32);  // zlib or gzip header
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() override { inflateEnd(&state_); }
  std::string problem() const override { return problem_; }

 protected:
  int_type underflow() override {
    while (problem_.empty() && !ended_) {
      if (state_.avail_in == 0 && !fill()) break;
      state_.next_out = reinterpret_cast<Bytef*>(to_.data());
      state_.avail_out = static_cast<uInt>(to_.size());
      const int result = inflate(&state_, Z_NO_FLUSH);
      const std::size_t made = to_.size() - state_.avail_out;
      if (result == Z_STREAM_END)
        next_member();
      else if (result != Z_OK && result != Z_BUF_ERROR)
        problem_ = "not gzip, or damaged";
      if (made == 0) continue;
      setg(to_.data(), to_.data(), to_.data() + made);
      return traits_type::to_int_type(*gptr());
    }
    return traits_type::eof();
  }

 private:
  bool fill() {
    in_.read(from_.data(), static_cast<std::streamsize>(from_.size()));
    state_.next_in = reinterpret_cast<Bytef*>(from_.data());
    state_.avail_in = static_cast<uInt>(in_.gcount());
    if (state_.avail_in != 0) return true;
    if (!at_start_) problem_ = "gzip is cut off";
    ended_ = true;
    return false;
  }
  /// Files of several members are concatenated.
  void next_member() {
    at_start_ = true;
    if (state_.avail_in == 0 && !fill()) return;
    inflateReset(&state_);
    at_start_ = false;
  }

  std::istream& in_;
  std::vector<char> from_, to_;
  z_stream state_{};
  std::string problem_;
  bool at_start_ = false, ended_ = false;
};

class Zstd : public DecompressingBuffer {
 public:
  explicit Zstd(std::istream& in)
      : in_(in), state_(ZSTD_createDStream()), from_(block), to_(block) {}
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;
  ~Zstd() override { ZSTD_freeDStream(state_); }
  std::string problem() const override { return problem_; }

 protected:
  int_type underflow() override {
    while (problem_.empty()) {
      if (input_.pos == input_.size && !fill()) break;
      ZSTD_outBuffer output{to_.data(), to_.size(), 0};
      const std::size_t result = ZSTD_decompressStream(state_, &output, &input_);
      if (ZSTD_isError(result)) problem_ = "not zstd, or damaged";
      open_ = result != 0;
      if (output.pos == 0) continue;
      setg(to_.data(), to_.data(), to_.data() + output.pos);
      return traits_type::to_int_type(*gptr());
    }
    return traits_type::eof();
  }

 private:
  bool fill() {
    in_.read(from_.data(), static_cast<std::streamsize>(from_.size()));
    input_ = {from_.data(), static_cast<std::size_t>(in_.gcount()), 0};
    if (input_.size == 0 && open_) problem_ = "zstd is cut off";
    return input_.size != 0;
  }

  std::istream& in_;
  ZSTD_DStream* state_;
  std::vector<char> from_, to_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  std::string problem_;
  bool open_ = false;
};

}  // namespace

std::unique_ptr<DecompressingBuffer> decompressor(const std::string& suffix, std::istream& in) {
  if (suffix == ".gz") return std::make_unique<Gzip>(in);
  if (suffix == ".zst") return std::make_unique<Zstd>(in);
  return nullptr;
}

}  // namespace factloom
