// SPDX-License-Identifier: Apache-2.0
#include "extract/read/document_reader.h"

#include <glob.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>

#include "extract/read/decompress.h"
#include "extract/read/records.h"

namespace factloom {
namespace {

enum class Format { none, text, markdown, html, json, ndjson };

struct NamedFormat {
  std::string_view name;
  Format format;
};

/// By the name that a user gives, and by suffix.
constexpr NamedFormat formats[] = {
    {"text", Format::text},      {".txt", Format::text},          {"markdown", Format::markdown},
    {".md", Format::markdown},   {".markdown", Format::markdown}, {"html", Format::html},
    {".html", Format::html},     {".htm", Format::html},          {".xhtml", Format::html},
    {"json", Format::json},      {".json", Format::json},         {"ndjson", Format::ndjson},
    {".ndjson", Format::ndjson}, {".jsonl", Format::ndjson},
};

Format find_format(std::string_view name) {
  for (const NamedFormat& known : formats) {
    if (known.name == name) return known.format;
  }
  return Format::none;
}

/// A path's suffix that says how it is compressed (".gz", ".zst", or nothing), and the one before
/// it.
struct Suffixes {
  std::string compression, content;
};

Suffixes suffixes_of(const std::string& path) {
  std::filesystem::path name(path);
  Suffixes found;
  if (name.extension() == ".gz" || name.extension() == ".zst") {
    found.compression = name.extension().string();
    name = name.stem();
  }
  found.content = name.extension().string();
  return found;
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
  std::unique_ptr<DecompressingBuffer> plain;  // what a compressed file holds
  std::istream plain_stream{nullptr};

  /// The next line into `text`; a line that is too long is passed over and leaves `text` empty.
  bool get_line(std::string& text, bool& too_long) {
    text.clear();
    too_long = false;
    std::streambuf& bytes = *lines->rdbuf();
    int c = bytes.sbumpc();
    if (c == std::char_traits<char>::eof()) return false;
    for (; c != std::char_traits<char>::eof() && c != '\n'; c = bytes.sbumpc()) {
      if (text.size() >= options.longest_record)
        too_long = true;
      else
        text += static_cast<char>(c);
    }
    ++line;
    return true;
  }

  std::optional<Result<Document>> next_line() {
    std::string text;
    bool too_long = false;
    while (get_line(text, too_long)) {
      if (too_long)
        return trouble(
            path + ":" + std::to_string(line),
            "line too long: more than " + std::to_string(options.longest_record >> 20) + " MiB");
      if (text.find_first_not_of(" \t\r") != std::string::npos)
        return read_record(text, path, line, options.html);
    }
    lines = nullptr;
    file.close();
    if (plain != nullptr && !plain->problem().empty()) return trouble(path, plain->problem());
    return std::nullopt;
  }

  void open(const Source& source) {
    const bool standard = source.path == "-";
    const Suffixes suffixes = standard ? Suffixes{} : suffixes_of(source.path);
    Format format = find_format(suffixes.content);
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
    plain = decompressor(suffixes.compression, file);
    if (plain != nullptr) {
      plain_stream.rdbuf(plain.get());
      plain_stream.clear();
    }
    std::istream& in = standard ? std::cin : plain != nullptr ? plain_stream : file;
    path = source.path;
    if (format == Format::ndjson) {
      lines = &in;
      line = 0;
      return;
    }
    read_whole(in, format);
  }

  /// A file that is read at once: an article, or a list of records.
  void read_whole(std::istream& in, Format format) {
    const std::string bytes = read_all(in);
    file.close();
    if (plain != nullptr && !plain->problem().empty()) {
      ready.emplace_back(trouble(path, plain->problem()));
    } else if (format == Format::json) {
      for (Result<Document>& record : read_records(bytes, path, options.html))
        ready.push_back(std::move(record));
    } else {
      const Markup markup = format == Format::html       ? Markup::html
                            : format == Format::markdown ? Markup::markdown
                                                         : Markup::plain;
      ready.push_back(read_article(bytes, path, markup, options.html));
    }
  }

  void expand(const std::string& input) {
    std::error_code error;
    if (std::filesystem::is_directory(input, error)) {
      for (Source& file_below : files_of(input)) sources.push_back(std::move(file_below));
    } else if (std::filesystem::exists(input, error) ||
               input.find_first_of("*?[") == std::string::npos) {
      sources.push_back({input, true});
    } else {
      expand_pattern(input);
    }
  }

  /// A pattern that the shell left as it is.
  void expand_pattern(const std::string& pattern) {
    glob_t found{};
    if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
      for (std::size_t i = 0; i < found.gl_pathc; ++i) sources.push_back({found.gl_pathv[i], true});
    else
      ready.emplace_back(trouble(pattern, "no file has this pattern"));
    globfree(&found);
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
