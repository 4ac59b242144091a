// SPDX-License-Identifier: Apache-2.0
#include "extract/read/document_reader.h"

#include <algorithm>

#include "extract/read/inputs.h"
#include "extract/read/record_stream.h"

namespace factloom {
namespace {

RecordCut cut_of(InputFormat format) {
  if (format == InputFormat::ndjson) return RecordCut::lines;
  return format == InputFormat::json ? RecordCut::values : RecordCut::whole;
}

}  // namespace

struct DocumentReader::Inside {
  Inputs inputs;
  ReadOptions options;
  HtmlRules no_rules;  // where none were given
  std::size_t next_problem = 0, next_source = 0;
  std::optional<RecordStream> stream;  // of the source that is being read
  std::string path;
  InputFormat format = InputFormat::none;
  std::size_t count = 0;  // of records taken from the stream

  /// Opens the next source; why it cannot be.
  std::optional<Diagnostics> open(const InputSource& source) {
    Result<ByteSource> bytes = ByteSource::open(source.path);
    if (!bytes) return bytes.errors();
    stream.emplace(std::move(*bytes), RecordCut::whole, options.longest_record);
    path = source.path;
    count = 0;
    format = source.path == "-" ? InputFormat::none : format_of(source.path);
    if (format == InputFormat::none) format = find_input_format(options.format);
    if (format == InputFormat::none) format = sniff_format(stream->peek());
    stream->set_cut(cut_of(format));
    return std::nullopt;
  }

  /// What the stream gives next; nothing when it is at its end.
  std::optional<Result<Record>> from_stream() {
    std::optional<RecordBytes> found = stream->next();
    if (!found) {
      const std::string problem = stream->problem();
      stream.reset();
      if (problem.empty()) return std::nullopt;
      return trouble(path, problem);
    }
    ++count;
    if (found->too_long || !found->problem.empty()) return why_not(*found);
    return record_of(*found);
  }

  Diagnostic why_not(const RecordBytes& found) const {
    Diagnostic d = trouble(path, found.problem);
    if (cut_of(format) != RecordCut::whole) d.line = found.line;
    if (cut_of(format) == RecordCut::values) d.column = found.column;
    if (found.too_long)
      d.message = "too long: more than " + std::to_string(options.longest_record >> 20) + " MiB";
    return d;
  }

  /// A record without an id is named by its line (NDJSON) or number (JSON); the only one of a file
  /// by the path alone.
  Record record_of(RecordBytes& found) const {
    Record record{format, std::move(found.bytes), path, path, found.line, found.column};
    if (format == InputFormat::ndjson) record.id += ":" + std::to_string(found.line);
    if (format == InputFormat::json && !stream->single()) record.id += ":" + std::to_string(count);
    return record;
  }
};

DocumentReader::DocumentReader(const std::vector<std::string>& inputs, ReadOptions options)
    : inside_(std::make_unique<Inside>()) {
  inside_->inputs = expand_inputs(inputs);
  inside_->options = std::move(options);
}

DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;
DocumentReader::~DocumentReader() = default;

std::optional<Result<Record>> DocumentReader::next_record() {
  Inside& in = *inside_;
  if (in.next_problem < in.inputs.problems.size()) return in.inputs.problems[in.next_problem++];
  while (true) {
    if (in.stream) {
      if (auto record = in.from_stream()) return record;
    } else if (in.next_source < in.inputs.sources.size()) {
      if (auto problems = in.open(in.inputs.sources[in.next_source++])) return *problems;
    } else {
      return std::nullopt;
    }
  }
}

std::optional<Result<Document>> DocumentReader::next() {
  std::optional<Result<Record>> record = next_record();
  if (!record) return std::nullopt;
  if (!*record) return record->errors();
  const Inside& in = *inside_;
  return read_record(std::move(**record),
                     in.options.html == nullptr ? in.no_rules : *in.options.html);
}

bool DocumentReader::knows(const std::string& format) {
  return find_input_format(format) != InputFormat::none && format[0] != '.';
}

}  // namespace factloom
