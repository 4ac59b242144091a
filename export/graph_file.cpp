// SPDX-License-Identifier: Apache-2.0
#include "export/graph_file.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "export/graph_file_layout.h"

namespace factloom {
namespace {

using namespace graph_file;

constexpr const char* again = "; copy it again, or build it anew";

template <class T>
T value_at(std::string_view bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

std::uint64_t checksum(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

/// Why these bytes are no graph file that this program can read; empty if they may be one.
std::string refusal(std::string_view bytes) {
  if (!is_graph_file(bytes))
    return "is no graph file of factloom; those are written by `factloom build INPUT -o "
           "NAME.factloom` or `factloom convert`";
  if (bytes.size() < sizeof(Head) + sizeof(Foot))
    return "is cut short: it has only " + std::to_string(bytes.size()) + " bytes" + again;
  const auto head = value_at<Head>(bytes, 0);
  if (head.version != version)
    return "is of version " + std::to_string(head.version) + ", this program reads version " +
           std::to_string(version) +
           "; use the factloom that wrote it to convert it to .ndjson, which every version reads";
  const auto foot = value_at<Foot>(bytes, bytes.size() - sizeof(Foot));
  if (std::string_view(foot.closing, sizeof foot.closing) != closing)
    return "is cut short or was added to: its end is missing at byte " +
           std::to_string(bytes.size()) + again;
  const std::uint64_t room = bytes.size() - sizeof(Foot);
  if (foot.sections > room || room - foot.sections != foot.count * sizeof(Section) ||
      checksum(bytes.substr(foot.sections, foot.count * sizeof(Section))) != foot.checksum)
    return "is damaged: its table of sections is not as it was written" + std::string(again);
  return "";
}

/// The sections of a file whose head and foot are right.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : bytes_(bytes) {
    const auto foot = value_at<Foot>(bytes, bytes.size() - sizeof(Foot));
    for (std::size_t i = 0; i < foot.count; ++i) {
      all_.push_back(value_at<Section>(bytes, foot.sections + i * sizeof(Section)));
      all_.back().name[sizeof(Section::name) - 1] = '\0';
    }
  }
  /// Which section is not as it was written; empty if all are.
  std::string damaged() const {
    for (const Section& s : all_) {
      if (!fits(s) || checksum(bytes_.substr(s.offset, s.size)) != s.checksum)
        return "section '" + std::string(s.name) + "' at byte " + std::to_string(s.offset);
    }
    return "";
  }
  template <class Record>
  RecordTable<Record> table(std::string_view name) const {
    for (const Section& s : all_)
      if (name == s.name && fits(s)) return {bytes_.substr(s.offset, s.size), s.stride};
    return {};
  }

 private:
  /// Does it lie inside the file, in whole records?
  bool fits(const Section& s) const {
    return s.offset <= bytes_.size() && s.size <= bytes_.size() - s.offset && s.stride > 0 &&
           s.size % s.stride == 0 && s.offset % 8 == 0;
  }

  std::string_view bytes_;
  std::vector<Section> all_;
};

/// Reads the tables; counts what points outside of them.
class Reader {
 public:
  explicit Reader(MappedFile file)
      : sections_(file.bytes()),
        ends_(sections_.table<std::uint64_t>("text ends")),
        evidence_(sections_.table<EvidenceRecord>("evidence")) {
    parts_.file = std::move(file);
  }

  Result<KnowledgeGraph> run(const std::string& path) {
    std::string wrong = sections_.damaged();
    if (wrong.empty()) wrong = read();
    if (!wrong.empty())
      return trouble(path, "is damaged: " + wrong + " is not as it was written" + again);
    return KnowledgeGraph(std::move(parts_));
  }

 private:
  /// What cannot be; empty if all is well.
  std::string read() {
    if (ends_.stride != sizeof(std::uint64_t) || ends_.size() == 0) return "table 'text ends'";
    texts_ = {sections_.table<char>("texts").bytes,
              {reinterpret_cast<const std::uint64_t*>(ends_.bytes.data()), ends_.size()}};
    if (!std::is_sorted(texts_.ends.begin(), texts_.ends.end()) ||
        texts_.ends.back() > texts_.bytes.size())
      return "table 'text ends'";
    parts_.stored = {evidence_, texts_};
    entities();
    relations();
    merges();
    return wrong_;
  }
  std::string text(std::uint32_t number) const { return std::string(texts_[number]); }
  bool fits(std::uint32_t first, std::uint32_t count, std::size_t size, const char* what) {
    const bool fine = first <= size && count <= size - first;
    if (!fine) wrong_ = std::string("table '") + what + "'";
    return fine;
  }

  void entities() {
    const auto table = sections_.table<EntityRecord>("entities");
    const auto aliases = sections_.table<std::uint32_t>("aliases");
    const auto properties = sections_.table<PropertyRecord>("properties");
    const auto ids = sections_.table<std::uint32_t>("ids");
    parts_.entities.reserve(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
      const EntityRecord r = table[i];
      GraphEntity e;
      e.id = text(r.id);
      e.name = text(r.name);
      e.type = text(r.type);
      e.mentions = r.mentions;
      e.documents = r.documents;
      e.first_date = text(r.first_date);
      e.last_date = text(r.last_date);
      if (fits(r.first_alias, r.aliases, aliases.size(), "aliases"))
        for (std::uint32_t k = 0; k < r.aliases; ++k)
          e.aliases.push_back(text(aliases[r.first_alias + k]));
      if (fits(r.first_property, r.properties, properties.size(), "properties"))
        for (std::uint32_t k = 0; k < r.properties; ++k)
          e.properties.push_back(property(properties[r.first_property + k]));
      if (fits(r.first_id, r.ids, ids.size(), "ids"))
        for (std::uint32_t k = 0; k < r.ids; ++k) e.ids.push_back(text(ids[r.first_id + k]));
      parts_.entities.push_back(std::move(e));
    }
  }
  Property property(const PropertyRecord& r) {
    fits(r.first_evidence, r.evidence, evidence_.size(), "properties");
    return {text(r.relation), text(r.value), text(r.type),       r.first_evidence,
            r.evidence,       r.documents,   r.contradicted != 0};
  }
  void relations() {
    const auto table = sections_.table<RelationRecord>("relations");
    parts_.relations.reserve(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
      const RelationRecord r = table[i];
      fits(r.first_evidence, r.evidence, evidence_.size(), "relations");
      fits(std::max(r.subject, r.object), 1, parts_.entities.size(), "relations");
      if (r.status > static_cast<std::uint32_t>(Status::negated)) wrong_ = "table 'relations'";
      parts_.relations.push_back({r.subject, r.object, text(r.relation),
                                  static_cast<Status>(r.status), r.weight, r.confidence,
                                  r.first_evidence, r.evidence, r.contradicted != 0,
                                  text(r.first_date), text(r.last_date)});
    }
  }
  void merges() {
    const auto table = sections_.table<MergeRecord>("merges");
    const auto reasons = sections_.table<std::uint32_t>("reasons");
    for (std::size_t i = 0; i < table.size(); ++i) {
      const MergeRecord r = table[i];
      fits(std::max(r.entity, r.other_entity), 1, parts_.entities.size(), "merges");
      NameMerge m{r.entity,       r.other_entity, text(r.a),     text(r.b),
                  text(r.a_type), text(r.b_type), r.merged != 0, {}};
      m.score.sum = r.score;
      if (fits(r.first_reason, r.reasons, reasons.size(), "reasons"))
        for (std::uint32_t k = 0; k < r.reasons; ++k)
          m.score.add_reason(text(reasons[r.first_reason + k]));
      parts_.merges.push_back(std::move(m));
    }
    const auto repeats = sections_.table<DuplicateRecord>("duplicates");
    for (std::size_t i = 0; i < repeats.size(); ++i)
      parts_.duplicates.push_back(
          {text(repeats[i].document), text(repeats[i].original), repeats[i].similarity});
  }

  Sections sections_;
  RecordTable<std::uint64_t> ends_;
  RecordTable<EvidenceRecord> evidence_;
  TextTable texts_;
  GraphParts parts_;
  std::string wrong_;
};

}  // namespace

bool is_graph_file(std::string_view bytes) {
  return bytes.starts_with(magic);
}

Result<KnowledgeGraph> read_graph_file(const std::string& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return file.errors();
  const std::string why = refusal(file->bytes());
  if (!why.empty()) return trouble(path, why);
  return Reader(std::move(*file)).run(path);
}

}  // namespace factloom
