// SPDX-License-Identifier: Apache-2.0
#include "extract/read/document_reader.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>

#include "extract/read/records.h"

namespace factloom {
namespace {

enum class Format { none, text, json, ndjson };

struct NamedFormat {
  std::string_view name;
  Format format;
};

/// By the name that a user gives, and by suffix.
constexpr NamedFormat formats[] = {
    {"text", Format::text},     {".txt", Format::text},     {"json", Format::json},
    {".json", Format::json},    {"ndjson", Format::ndjson}, {".ndjson", Format::ndjson},
    {".jsonl", Format::ndjson},
};

Format find_format(std::string_view name) {
  for (const NamedFormat& known : formats) {
    if (known.name == name) return known.format;
  }
  return Format::none;
}

struct Source {
  std::string path;
  bool named = false;  // by the user, not found in a folder
};

/// The files below a folder, by path.
std::vector<Source> files_of(const std::string& folder) {
  std::vector<Source> files;
  std::error_code error;
  for (auto it = std::filesystem::recursive_directory_iterator(folder, error);
       it != std::filesystem::recursive_directory_iterator(); it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back({it->path().string(), false});
  }
  std::sort(files.begin(), files.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return files;
}

std::string read_all(std::istream& in) {
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

}  // namespace

struct DocumentReader::Inside {
  std::vector<std::string> inputs;
  ReadOptions options;
  std::size_t next_input = 0;
  std::deque<Source> sources;          // of the input that is being read
  std::deque<Result<Document>> ready;  // of a file that holds several
  std::ifstream file;                  // an NDJSON file that is being read
  std::istream* lines = nullptr;       // it, or standard input
  std::string path;                    // of `lines`
  std::uint32_t line = 0;

  std::optional<Result<Document>> next_line() {
    std::string text;
    while (std::getline(*lines, text)) {
      ++line;
      if (text.find_first_not_of(" \t\r") != std::string::npos)
        return read_record(text, path, line);
    }
    lines = nullptr;
    file.close();
    return std::nullopt;
  }

  void open(const Source& source) {
    const bool standard = source.path == "-";
    Format format = standard ? Format::none
                             : find_format(std::filesystem::path(source.path).extension().string());
    if (format == Format::none && (standard || source.named)) format = find_format(options.format);
    if (format == Format::none && standard) format = Format::text;
    if (format == Format::none) {
      Diagnostic unknown = trouble(source.path, "not a known format");
      unknown.warning = !source.named;
      ready.emplace_back(std::move(unknown));
      return;
    }
    if (!standard) file.open(source.path, std::ios::binary);
    if (!standard && !file) {
      ready.emplace_back(trouble(source.path, "cannot be opened"));
      file.clear();
      return;
    }
    std::istream& in = standard ? std::cin : file;
    path = source.path;
    if (format == Format::ndjson) {
      lines = &in;
      line = 0;
      return;
    }
    const std::string bytes = read_all(in);
    file.close();
    if (format == Format::text) {
      ready.push_back(read_text(bytes, path));
    } else {
      for (Result<Document>& record : read_records(bytes, path)) ready.push_back(std::move(record));
    }
  }

  void expand(const std::string& input) {
    std::error_code error;
    if (std::filesystem::is_directory(input, error)) {
      for (Source& file_below : files_of(input)) sources.push_back(std::move(file_below));
    } else {
      sources.push_back({input, true});
    }
  }
};

DocumentReader::DocumentReader(std::vector<std::string> inputs, ReadOptions options)
    : inside_(std::make_unique<Inside>()) {
  inside_->inputs = std::move(inputs);
  inside_->options = std::move(options);
}

DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;
DocumentReader::~DocumentReader() = default;

std::optional<Result<Document>> DocumentReader::next() {
  Inside& in = *inside_;
  while (true) {
    if (!in.ready.empty()) {
      Result<Document> first = std::move(in.ready.front());
      in.ready.pop_front();
      return first;
    }
    if (in.lines != nullptr) {
      if (auto record = in.next_line()) return record;
    } else if (!in.sources.empty()) {
      const Source source = std::move(in.sources.front());
      in.sources.pop_front();
      in.open(source);
    } else if (in.next_input < in.inputs.size()) {
      in.expand(in.inputs[in.next_input++]);
    } else {
      return std::nullopt;
    }
  }
}

bool DocumentReader::knows(const std::string& format) {
  return find_format(format) != Format::none && format[0] != '.';
}

}  // namespace factloom
