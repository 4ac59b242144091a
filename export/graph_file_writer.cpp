// SPDX-License-Identifier: Apache-2.0
#include <xxhash.h>

#include <cassert>
#include <unordered_map>
#include <vector>

#include "export/format.h"
#include "export/graph_file.h"
#include "export/graph_file_layout.h"

namespace factloom {
namespace {

using namespace graph_file;

/// Gives equal texts one number; the empty text is 0.
class Texts {
 public:
  Texts() : bytes_(0), ends_{0}, all_{std::string_view()} {}
  std::uint32_t number(std::string_view text) {
    if (text.empty()) return 0;
    const auto [it, is_new] = numbers_.try_emplace(text, static_cast<std::uint32_t>(all_.size()));
    if (is_new) {
      bytes_ += text.size();
      ends_.push_back(bytes_);
      all_.push_back(text);
    }
    return it->second;
  }
  const std::vector<std::string_view>& all() const { return all_; }
  const std::vector<std::uint64_t>& ends() const { return ends_; }

 private:
  struct Hash {
    std::size_t operator()(std::string_view text) const {
      return XXH3_64bits(text.data(), text.size());
    }
  };
  std::unordered_map<std::string_view, std::uint32_t, Hash> numbers_;
  std::uint64_t bytes_;
  std::vector<std::uint64_t> ends_;
  std::vector<std::string_view> all_;
};

template <class T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// The file as it grows: sections with their places and checksums.
class File {
 public:
  explicit File(const Sink& sink) : sink_(sink), state_(XXH3_createState()) {
    XXH3_64bits_reset(state_);
    Head head{{}, version, 0};
    magic.copy(head.magic, sizeof head.magic);
    put(bytes_of(head));
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { XXH3_freeState(state_); }

  void begin(std::string_view name, std::size_t stride) {
    pad();
    flush();
    Section s{{}, offset_, 0, stride, 0};
    assert(name.size() < sizeof s.name);
    name.copy(s.name, name.size());
    sections_.push_back(s);
    XXH3_64bits_reset(state_);
  }
  void put(std::string_view bytes) {
    out_ += bytes;
    if (out_.size() >= (std::size_t{1} << 16)) flush();
  }
  template <class Record>
  void add(const Record& record) {
    put(bytes_of(record));
  }
  void end() {
    flush();
    Section& s = sections_.back();
    s.size = offset_ - s.offset;
    s.checksum = XXH3_64bits_digest(state_);
  }
  void finish() {
    pad();
    flush();
    const std::string_view table(reinterpret_cast<const char*>(sections_.data()),
                                 sections_.size() * sizeof(Section));
    Foot foot{offset_,
              XXH3_64bits(table.data(), table.size()),
              static_cast<std::uint32_t>(sections_.size()),
              version,
              {}};
    closing.copy(foot.closing, sizeof foot.closing);
    put(table);
    put(bytes_of(foot));
    flush();
  }

 private:
  void pad() { out_.append((8 - (offset_ + out_.size()) % 8) % 8, '\0'); }
  void flush() {
    XXH3_64bits_update(state_, out_.data(), out_.size());
    offset_ += out_.size();
    sink_(out_);
    out_.clear();
  }

  const Sink& sink_;
  XXH3_state_t* state_;
  std::string out_;
  std::uint64_t offset_ = 0;
  std::vector<Section> sections_;
};

std::uint32_t count(std::size_t n) {
  return static_cast<std::uint32_t>(n);
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Sink& sink) : g_(graph), file_(sink) {}

  void run() {
    entities();
    properties();
    relations();
    merges();
    evidence();
    texts();
    file_.finish();
  }

 private:
  std::uint32_t text(std::string_view t) { return texts_.number(t); }

  void entities() {
    std::size_t aliases = 0, properties = 0, ids = 0;
    file_.begin("entities", sizeof(EntityRecord));
    for (const GraphEntity& e : g_.entities()) {
      file_.add(EntityRecord{text(e.id), text(e.name), text(e.type), e.mentions, e.documents,
                             text(e.first_date), text(e.last_date), count(aliases),
                             count(e.aliases.size()), count(properties), count(e.properties.size()),
                             count(ids), count(e.ids.size())});
      aliases += e.aliases.size();
      properties += e.properties.size();
      ids += e.ids.size();
    }
    file_.end();
    file_.begin("aliases", sizeof(std::uint32_t));
    for (const GraphEntity& e : g_.entities())
      for (const std::string& alias : e.aliases) file_.add(text(alias));
    file_.end();
    file_.begin("ids", sizeof(std::uint32_t));
    for (const GraphEntity& e : g_.entities())
      for (const std::string& id : e.ids) file_.add(text(id));
    file_.end();
  }
  void properties() {
    file_.begin("properties", sizeof(PropertyRecord));
    for (const GraphEntity& e : g_.entities())
      for (const Property& p : e.properties)
        file_.add(PropertyRecord{text(p.relation), text(p.value), text(p.type), p.first_evidence,
                                 p.evidence_count, p.documents, p.contradicted});
    file_.end();
  }
  void relations() {
    file_.begin("relations", sizeof(RelationRecord));
    for (const GraphRelation& r : g_.relations())
      file_.add(RelationRecord{r.confidence, r.subject, r.object, text(r.relation),
                               static_cast<std::uint32_t>(r.status), r.weight, r.first_evidence,
                               r.evidence_count, r.contradicted, text(r.first_date),
                               text(r.last_date)});
    file_.end();
  }
  void merges() {
    std::size_t reasons = 0;
    file_.begin("merges", sizeof(MergeRecord));
    for (const NameMerge& m : g_.merges()) {
      const auto of_merge = m.score.reasons().size();
      file_.add(MergeRecord{m.score.sum, m.entity, m.other_entity, text(m.a), text(m.b),
                            text(m.a_type), text(m.b_type), m.merged, count(reasons),
                            count(of_merge), 0});
      reasons += of_merge;
    }
    file_.end();
    file_.begin("reasons", sizeof(std::uint32_t));
    for (const NameMerge& m : g_.merges())
      for (const NameFeature reason : m.score.reasons()) file_.add(text(name_of(reason)));
    file_.end();
    file_.begin("duplicates", sizeof(DuplicateRecord));
    for (const NearDuplicate& d : g_.duplicates())
      file_.add(DuplicateRecord{d.similarity, text(d.document), text(d.original)});
    file_.end();
  }
  void evidence() {
    file_.begin("evidence", sizeof(EvidenceRecord));
    for (const FactView& f : g_.evidence()) file_.add(record(f));
    file_.end();
  }
  EvidenceRecord record(const FactView& f) {
    EvidenceRecord r{};
    r.subject_entity = f.subject.entity;
    r.object_entity = f.object.entity;
    r.confidence = f.confidence;
    r.document = text(f.document);
    r.relation = text(f.relation);
    r.subject_name = text(f.subject.name);
    r.subject_type = text(f.subject.type);
    r.subject_mention = text(f.subject.mention);
    r.subject_start = f.subject.start;
    r.subject_end = f.subject.end;
    r.object_name = text(f.object.name);
    r.object_type = text(f.object.type);
    r.object_mention = text(f.object.mention);
    r.object_start = f.object.start;
    r.object_end = f.object.end;
    r.role = text(f.role);
    r.date = text(f.date);
    r.attributed_to = text(f.attributed_to);
    r.rule = text(f.rule);
    r.trigger = text(f.trigger.text);
    r.trigger_start = f.trigger.start;
    r.trigger_end = f.trigger.end;
    r.sentence = text(f.sentence.text);
    r.sentence_start = f.sentence.start;
    r.sentence_end = f.sentence.end;
    r.status = static_cast<std::uint32_t>(f.status);
    r.subject_id = text(f.subject.id);
    r.object_id = text(f.object.id);
    r.subject_also = text(f.subject.also);
    r.object_also = text(f.object.also);
    r.title = text(f.source.title);
    r.document_date = text(f.source.date);
    r.publisher = text(f.source.publisher);
    r.url = text(f.source.url);
    r.literals = (f.object.literal ? 1u : 0u) | (f.subject.literal ? 2u : 0u);
    return r;
  }
  void texts() {
    file_.begin("text ends", sizeof(std::uint64_t));
    for (const std::uint64_t end : texts_.ends()) file_.add(end);
    file_.end();
    file_.begin("texts", 1);
    for (const std::string_view t : texts_.all()) file_.put(t);
    file_.end();
  }

  const KnowledgeGraph& g_;
  File file_;
  Texts texts_;
};

}  // namespace

void write_graph_file(const KnowledgeGraph& graph, const Ontology&, const ExportOptions&,
                      const Sink& sink) {
  Writer(graph, sink).run();
}

}  // namespace factloom
