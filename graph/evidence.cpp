// SPDX-License-Identifier: Apache-2.0
#include "graph/evidence.h"

namespace factloom {
namespace {

EndView view_of_end(const FactEnd& end) {
  return {end.entity, end.name,    end.type, end.mention, end.start,
          end.end,    end.literal, end.id,   end.also};
}

PlaceView view_of_place(const TextPlace& place) {
  return {place.text, place.start, place.end};
}

}  // namespace

EndView::operator FactEnd() const {
  FactEnd e;
  e.entity = entity;
  e.name = name;
  e.type = type;
  e.mention = mention;
  e.start = start;
  e.end = end;
  e.literal = literal;
  e.id = id;
  e.also = also;
  return e;
}

PlaceView::operator TextPlace() const {
  return {std::string(text), start, end};
}

SourceView::operator Source() const {
  return {std::string(title), std::string(date), std::string(publisher), std::string(url)};
}

FactView::operator Fact() const {
  Fact f;
  f.document = document;
  f.relation = relation;
  f.subject = subject;
  f.object = object;
  f.role = role;
  f.date = date;
  f.status = status;
  f.attributed_to = attributed_to;
  f.confidence = confidence;
  f.rule = rule;
  f.trigger = trigger;
  f.sentence = sentence;
  f.source = source;
  return f;
}

FactView view_of(const Fact& f) {
  return {f.document,
          f.relation,
          view_of_end(f.subject),
          view_of_end(f.object),
          f.role,
          f.date,
          f.status,
          f.attributed_to,
          f.confidence,
          f.rule,
          view_of_place(f.trigger),
          view_of_place(f.sentence),
          {f.source.title, f.source.date, f.source.publisher, f.source.url}};
}

FactView EvidenceTable::operator[](std::size_t i) const {
  const EvidenceRecord r = records[i];
  FactView f;
  f.document = texts[r.document];
  f.relation = texts[r.relation];
  f.subject = {r.subject_entity,         texts[r.subject_name], texts[r.subject_type],
               texts[r.subject_mention], r.subject_start,       r.subject_end,
               (r.literals & 2u) != 0,   texts[r.subject_id],   texts[r.subject_also]};
  f.object = {r.object_entity,         texts[r.object_name], texts[r.object_type],
              texts[r.object_mention], r.object_start,       r.object_end,
              (r.literals & 1u) != 0,  texts[r.object_id],   texts[r.object_also]};
  f.role = texts[r.role];
  f.date = texts[r.date];
  f.status = r.status <= 4 ? static_cast<Status>(r.status) : Status::hedged;
  f.attributed_to = texts[r.attributed_to];
  f.confidence = r.confidence;
  f.rule = texts[r.rule];
  f.trigger = {texts[r.trigger], r.trigger_start, r.trigger_end};
  f.sentence = {texts[r.sentence], r.sentence_start, r.sentence_end};
  f.source = {texts[r.title], texts[r.document_date], texts[r.publisher], texts[r.url]};
  return f;
}

}  // namespace factloom
