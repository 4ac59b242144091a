// SPDX-License-Identifier: Apache-2.0
#include "extract/read/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <variant>
#include <vector>

namespace factloom {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 17;
constexpr const char* cut_off = "compressed data is cut off";
constexpr const char* damaged = "compressed data is damaged";

/// A file descriptor and the block that was read of it but not yet handed on.
class Blocks {
 public:
  explicit Blocks(int descriptor) : descriptor_(descriptor), bytes_(block_size) {}
  Blocks(const Blocks&) = delete;
  Blocks& operator=(const Blocks&) = delete;
  ~Blocks() {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }

  /// Whatever is there; read on only when nothing is.
  std::string_view rest() {
    if (at_ == size_) {
      at_ = 0;
      size_ = fetch(bytes_.data(), bytes_.size());
    }
    return {bytes_.data() + at_, size_ - at_};
  }
  void pass(std::size_t count) { at_ += count; }
  bool failed() const { return failed_; }

  std::size_t read(char* to, std::size_t room) {
    if (at_ == size_ && room >= block_size) return fetch(to, room);
    const std::string_view have = rest().substr(0, room);
    std::memcpy(to, have.data(), have.size());
    pass(have.size());
    return have.size();
  }

 private:
  std::size_t fetch(char* to, std::size_t room) {
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, to, room);
    } while (got < 0 && errno == EINTR);
    failed_ = failed_ || got < 0;
    return got > 0 ? static_cast<std::size_t>(got) : 0;
  }

  int descriptor_;
  std::vector<char> bytes_;
  std::size_t at_ = 0, size_ = 0;
  bool failed_ = false;
};

class Gzip {
 public:
  Gzip() { inflateInit2(&state_, 15 + 32); }  // a zlib or gzip header
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() { inflateEnd(&state_); }

  std::size_t read(Blocks& from, char* to, std::size_t room, std::string& problem) {
    state_.next_out = reinterpret_cast<Bytef*>(to);
    state_.avail_out = static_cast<uInt>(std::min(room, std::size_t{1} << 30));
    const uInt wanted = state_.avail_out;
    while (state_.avail_out == wanted && problem.empty()) {
      const std::string_view have = from.rest();
      if (have.empty()) {
        if (open_) problem = cut_off;
        break;
      }
      if (!open_) inflateReset(&state_);  // members follow each other
      open_ = true;
      state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(have.data()));
      state_.avail_in = static_cast<uInt>(have.size());
      const int result = inflate(&state_, Z_NO_FLUSH);
      from.pass(have.size() - state_.avail_in);
      if (result == Z_STREAM_END)
        open_ = false;
      else if (result != Z_OK && result != Z_BUF_ERROR)
        problem = damaged;
    }
    return wanted - state_.avail_out;
  }

 private:
  z_stream state_{};
  bool open_ = false;
};

class Zstd {
 public:
  Zstd() : state_(ZSTD_createDStream()) {}
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;
  ~Zstd() { ZSTD_freeDStream(state_); }

  std::size_t read(Blocks& from, char* to, std::size_t room, std::string& problem) {
    ZSTD_outBuffer out{to, room, 0};
    while (out.pos == 0 && problem.empty()) {
      const std::string_view have = from.rest();
      if (have.empty() && !open_) break;
      ZSTD_inBuffer in{have.data(), have.size(), 0};
      const std::size_t result = ZSTD_decompressStream(state_, &out, &in);
      from.pass(in.pos);
      if (ZSTD_isError(result) != 0)
        problem = damaged;
      else if (have.empty() && out.pos == 0)
        problem = cut_off;
      open_ = result != 0;
    }
    return out.pos;
  }

 private:
  ZSTD_DStream* state_;
  bool open_ = false;
};

bool starts(std::string_view bytes, std::string_view magic) {
  return bytes.substr(0, magic.size()) == magic;
}

}  // namespace

struct ByteSource::Inside {
  explicit Inside(int descriptor) : blocks(descriptor) {}
  Blocks blocks;
  std::variant<std::monostate, Gzip, Zstd> decoder;
  std::string problem;
};

ByteSource::ByteSource(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

Result<ByteSource> ByteSource::open(const std::string& path) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0 || (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))) {
    const bool missing = descriptor < 0 && errno == ENOENT;
    if (descriptor > 0) ::close(descriptor);
    return trouble(path, missing ? "cannot be opened: there is no such file" : "cannot be opened");
  }
  auto inside = std::make_unique<Inside>(descriptor);
  const std::string_view head = inside->blocks.rest();
  if (starts(head, "\x1F\x8B"))
    inside->decoder.emplace<Gzip>();
  else if (starts(head, "\x28\xB5\x2F\xFD") ||
           (head.size() > 3 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2A\x4D\x18"))
    inside->decoder.emplace<Zstd>();
  return ByteSource(std::move(inside));
}

std::size_t ByteSource::read(char* to, std::size_t room) {
  Inside& in = *inside_;
  std::size_t got = 0;
  if (!in.problem.empty()) return 0;
  if (auto* gzip = std::get_if<Gzip>(&in.decoder))
    got = gzip->read(in.blocks, to, room, in.problem);
  else if (auto* zstd = std::get_if<Zstd>(&in.decoder))
    got = zstd->read(in.blocks, to, room, in.problem);
  else
    got = in.blocks.read(to, room);
  if (in.blocks.failed()) in.problem = "cannot be read to its end";
  return got;
}

const std::string& ByteSource::problem() const {
  return inside_->problem;
}

}  // namespace factloom
