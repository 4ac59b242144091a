// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace factloom {
namespace {

Diagnostic cannot_write(const std::string& path, int error) {
  return trouble(path, "cannot be written: " + std::generic_category().message(error));
}

/// Something like /dev/null, which must be written as it is.
bool is_device(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
         !std::filesystem::is_directory(status);
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path.empty() || path == "-") return OutputFile("standard output", stdout, true);
  const bool direct = is_device(path);
  std::FILE* file = std::fopen(direct ? path.c_str() : (path + ".part").c_str(), "wb");
  if (file == nullptr) return cannot_write(path, errno);
  return OutputFile(path, file, direct);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, nullptr)),
      direct_(other.direct_),
      error_(other.error_) {}

OutputFile::~OutputFile() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  if (!direct_) std::remove(part().c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (error_ != 0 || bytes.empty()) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) error_ = errno;
}

Diagnostics OutputFile::finish() {
  std::FILE* file = std::exchange(file_, nullptr);
  const int closed = file == stdout ? std::fflush(file) : std::fclose(file);
  if (closed != 0 && error_ == 0) error_ = errno;
  if (!direct_ && error_ == 0 && std::rename(part().c_str(), path_.c_str()) != 0) error_ = errno;
  if (error_ == 0) return {};
  if (!direct_) std::remove(part().c_str());
  return {cannot_write(path_, error_)};
}

}  // namespace factloom
