// SPDX-License-Identifier: Apache-2.0
#include "graph/claims.h"

#include <algorithm>
#include <set>

#include "extract/base/closest.h"
#include "graph/normal_form.h"
#include "graph/rivals.h"
#include "graph/trust.h"

namespace factloom {
namespace {

constexpr std::uint32_t literal = UINT32_MAX, nowhere = UINT32_MAX - 1;

bool states(const FactView& f) {
  return is_stated(f.status);
}

/// Does evidence of this status bear out a claim of that one?
bool bears_out(Status evidence, Status claimed) {
  switch (claimed) {
    case Status::negated:
      return evidence == Status::negated;
    case Status::hedged:
      return evidence != Status::negated;
    case Status::planned:
      return evidence != Status::negated && evidence != Status::hedged;
    case Status::former:
      return evidence == Status::former;
    case Status::asserted:
      break;
  }
  return evidence == Status::asserted || evidence == Status::former;
}

bool denies(Status evidence, Status claimed) {
  return claimed == Status::negated ? evidence == Status::asserted || evidence == Status::former
                                    : evidence == Status::negated;
}

std::uint32_t documents_of(const std::vector<FactView>& evidence) {
  std::set<std::string_view> documents;
  for (const FactView& fact : evidence) documents.insert(fact.document);
  return static_cast<std::uint32_t>(documents.size());
}

void put_surest_first(std::vector<FactView>& evidence) {
  std::stable_sort(evidence.begin(), evidence.end(), [](const FactView& a, const FactView& b) {
    return witness_of(a) > witness_of(b);
  });
}

std::string counted(std::uint32_t documents) {
  return std::to_string(documents) + (documents == 1 ? " document" : " documents");
}

bool is_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

std::string say(std::uint32_t documents) {
  return counted(documents) + (documents == 1 ? " says " : " say ");
}

/// Does a value say all that another does? "1955-01-17" says "1955" and "195X".
bool says_all_of(std::string_view value, std::string_view less) {
  if (less.starts_with("--") && !value.starts_with("--"))
    return month_of(value).starts_with(month_of(less));
  if (value.size() < less.size()) return false;
  for (std::size_t i = 0; i < less.size(); ++i)
    if (value[i] != less[i] && (less[i] != 'X' || !is_digit(value.substr(i)))) return false;
  return true;
}

/// "HEAD_OF" and "head of" are headOf.
std::string letters_of(std::string_view relation) {
  std::string letters;
  for (const char c : relation)
    if (c != ' ' && c != '_' && c != '-')
      letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return letters;
}

/// A side of a disagreement, from evidence that is not empty.
ContradictionSide side_of(std::string object, std::vector<FactView> evidence) {
  put_surest_first(evidence);
  const Status status = evidence.front().status;
  const std::uint32_t documents = documents_of(evidence);
  return {std::move(object), status, documents, std::move(evidence)};
}

/// Is one of the words, which are small, among those of the name?
bool has_word(std::string_view name, const std::vector<std::string>& words) {
  const std::vector<std::string> own = words_of(name);
  return std::find_first_of(own.begin(), own.end(), words.begin(), words.end()) != own.end();
}

template <class Condition>
std::vector<FactView> pick(EvidenceRange evidence, Condition condition) {
  std::vector<FactView> picked;
  for (const FactView fact : evidence)
    if (condition(fact)) picked.push_back(fact);
  return picked;
}

void put_most_first(std::vector<ContradictionSide>& sides) {
  std::stable_sort(sides.begin(), sides.end(),
                   [](const auto& a, const auto& b) { return a.documents > b.documents; });
}

}  // namespace

/// What bears on a claim, sorted by what it means for it.
struct ClaimChecker::Bearing {
  std::vector<FactView> affirm, deny, weak, rival;
  std::string rival_object;
  std::string through;  ///< the thing between subject and object, where evidence leads through one
};

/// The verdict that the evidence gives; `relation` for the reason.
ClaimAnswer ClaimChecker::decide(Bearing& b, Status claimed, const std::string& relation) {
  for (auto* list : {&b.affirm, &b.deny, &b.weak, &b.rival}) put_surest_first(*list);
  const auto answer = [](ClaimVerdict verdict, std::string reason, std::vector<FactView> evidence,
                         std::vector<FactView> other) {
    ClaimAnswer a{verdict, std::move(reason), std::move(evidence), std::move(other), 0, 0, {}};
    a.documents = documents_of(a.evidence);
    a.other_documents = documents_of(a.other);
    return a;
  };
  const std::uint32_t deny = documents_of(b.deny), rival = documents_of(b.rival);
  const std::string one = relation + " holds for one only, and " + say(rival) + b.rival_object;
  if (!b.affirm.empty()) {
    std::string reason = say(documents_of(b.affirm)) + "so";
    if (claimed != Status::former &&
        std::all_of(b.affirm.begin(), b.affirm.end(),
                    [](const FactView& f) { return f.status == Status::former; }))
      reason += ", as former";
    if (!b.through.empty()) reason += ", through " + b.through;
    if (deny > 0) reason += ", " + say(deny) + "the opposite";
    if (rival > 0) reason += ", " + say(rival) + b.rival_object;
    b.deny.insert(b.deny.end(), b.rival.begin(), b.rival.end());
    return answer(ClaimVerdict::supported, reason, std::move(b.affirm), std::move(b.deny));
  }
  if (deny > 0)
    return answer(ClaimVerdict::contradicted, say(deny) + "the opposite", std::move(b.deny),
                  std::move(b.weak));
  if (rival > 0)
    return answer(claimed == Status::negated ? ClaimVerdict::supported : ClaimVerdict::contradicted,
                  one, std::move(b.rival), std::move(b.weak));
  if (b.weak.empty()) return answer(ClaimVerdict::unknown, "nothing says so", {}, {});
  const std::string how = status_name(b.weak.front().status);
  const std::string reason = "only as " + how + " in " + counted(documents_of(b.weak));
  return answer(ClaimVerdict::unknown, reason, std::move(b.weak), {});
}

const char* claim_verdict_name(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::supported:
      return "supported";
    case ClaimVerdict::contradicted:
      return "contradicted";
    case ClaimVerdict::unknown:
      break;
  }
  return "unknown";
}

ClaimChecker::ClaimChecker(const KnowledgeGraph& graph, const Ontology& ontology,
                           const EntityFinder& finder)
    : graph_(graph), ontology_(ontology), finder_(finder) {}

std::vector<ClaimChecker::Saying> ClaimChecker::sayings(std::uint32_t subject) const {
  std::vector<Saying> found;
  const auto entities = graph_.entities();
  for (const LinkOfEntity link : graph_.links(subject)) {
    const GraphRelation& r = graph_.relations()[link.relation];
    const RelationId id = ontology_.find_relation(r.relation);
    const bool symmetric = id != RelationId::none && ontology_.relation(id).symmetric;
    if (r.subject != subject && !symmetric) continue;
    const std::uint32_t object = other_end(r, subject);
    found.push_back(
        {r.relation, object, entities[object].name, entities[object].type, graph_.evidence(r)});
  }
  for (const Property& p : entities[subject].properties)
    found.push_back({p.relation, literal, p.value, p.type, graph_.evidence(p)});
  return found;
}

std::vector<std::uint32_t> ClaimChecker::candidates(const std::string& name,
                                                    TypeSet allowed) const {
  std::vector<std::uint32_t> all = finder_.find(name), fit;
  for (const std::uint32_t e : all) {
    const TypeId type = ontology_.find_type(graph_.entities()[e].type);
    if (allowed == 0 || Ontology::in(type, allowed)) fit.push_back(e);
  }
  return fit.empty() ? all : fit;
}

bool ClaimChecker::may_both_hold(const Saying& a, const Saying& b) const {
  if (a.object == literal || b.object == literal) return dates_agree(a.name, b.name);
  return a.object == b.object || may_hold_other(a.type, b.type, ontology_);
}

Result<GraphClaim> ClaimChecker::with_known_relation(GraphClaim claim) const {
  if (ontology_.find_relation(claim.relation) != RelationId::none) return claim;
  for (const RelationType& type : ontology_.relations())
    if (letters_of(type.name) == letters_of(claim.relation)) {
      claim.relation = type.name;
      return claim;
    }
  std::set<std::string> names;
  for (const GraphRelation& r : graph_.relations()) {
    if (r.relation == claim.relation) return claim;
    if (names.empty() || *names.rbegin() != r.relation) names.insert(r.relation);
  }
  std::vector<std::string> known(names.begin(), names.end());
  for (const RelationType& type : ontology_.relations()) {
    if (!type.inverse.empty() && letters_of(type.inverse) == letters_of(claim.relation)) {
      std::swap(claim.subject, claim.object);
      claim.relation = type.name;
      return claim;
    }
    known.push_back(type.name);
  }
  return trouble(
      "", "there is no relation '" + claim.relation + "'" + did_you_mean(claim.relation, known));
}

bool ClaimChecker::takes_date(const std::string& relation) const {
  const RelationId id = ontology_.find_relation(relation);
  const TypeId date = ontology_.find_type("Date");
  return id != RelationId::none && date != TypeId::none &&
         Ontology::in(date, ontology_.relation(id).range);
}

/// A claim with all that its names may mean.
struct ClaimChecker::Question {
  std::string relation;
  Status status = Status::asserted;
  bool functional = false, value = false;  ///< value: the object is a literal
  std::vector<std::uint32_t> subjects, objects;
  Saying object;  ///< the object as a saying would have it
};

ClaimChecker::Question ClaimChecker::understand(const GraphClaim& claim) const {
  const RelationId id = ontology_.find_relation(claim.relation);
  const RelationType type = id == RelationId::none ? RelationType() : ontology_.relation(id);
  Question q{claim.relation,
             claim.status.value_or(Status::asserted),
             type.functional,
             false,
             {},
             {},
             {claim.relation, literal, claim.object, claim.object_type, {}}};
  for (const EntityType& t : ontology_.types())
    q.value = q.value || (t.literal && Ontology::in(ontology_.find_type(t.name), type.range));
  q.subjects = candidates(claim.subject, type.domain);
  if (q.value) return q;
  q.objects = candidates(claim.object, type.range);
  q.object.object = q.objects.empty() ? nowhere : q.objects.front();
  if (!q.objects.empty()) q.object.type = graph_.entities()[q.objects.front()].type;
  return q;
}

void ClaimChecker::weigh(const Question& q, const Saying& said, Bearing& bearing) const {
  if (!ontology_.is_below(said.relation, q.relation)) return;
  const bool same =
      q.value ? said.object == literal && says_all_of(said.name, q.object.name)
              : std::find(q.objects.begin(), q.objects.end(), said.object) != q.objects.end();
  const bool rival = !same && q.functional && q.subjects.size() == 1 &&
                     said.relation == q.relation && !may_both_hold(said, q.object);
  for (const FactView fact : said.evidence) {
    if (same && bears_out(fact.status, q.status)) {
      bearing.affirm.push_back(fact);
    } else if (same) {
      (denies(fact.status, q.status) ? bearing.deny : bearing.weak).push_back(fact);
    } else if (rival && states(fact)) {
      bearing.rival.push_back(fact);
      bearing.rival_object = said.name;
    }
  }
}

/// "X enacts sanctions", "sanctions target Y": evidence of X sanctions Y.
void ClaimChecker::weigh_through(const Question& q, std::uint32_t subject, Bearing& bearing) const {
  const RelationId id = ontology_.find_relation(q.relation);
  if (id == RelationId::none) return;
  const RelationsThrough& through = ontology_.relation(id).through;
  for (const LinkOfEntity link : graph_.links(subject)) {
    const GraphRelation& first = graph_.relations()[link.relation];
    const std::string& between = graph_.entities()[first.object].name;
    if (first.relation != through.first || first.subject != subject ||
        !has_word(between, through.named))
      continue;
    for (const LinkOfEntity next : graph_.links(first.object)) {
      const GraphRelation& second = graph_.relations()[next.relation];
      const bool same =
          std::find(q.objects.begin(), q.objects.end(), second.object) != q.objects.end();
      if (second.relation != through.second || second.subject != first.object || !same) continue;
      const auto says_so = [&](const FactView& f) { return bears_out(f.status, q.status); };
      const std::vector<FactView> made = pick(graph_.evidence(first), says_so);
      const std::vector<FactView> aimed = pick(graph_.evidence(second), says_so);
      if (made.empty() || aimed.empty()) continue;
      bearing.through = between;
      for (const auto* step : {&made, &aimed})
        bearing.affirm.insert(bearing.affirm.end(), step->begin(), step->end());
    }
  }
}

/// Nothing bears on a claim: was it put the wrong way round?
void ClaimChecker::look_again(const GraphClaim& claim, const Question& q,
                              ClaimAnswer& answer) const {
  const RelationId id = ontology_.find_relation(q.relation);
  if (id != RelationId::none && ontology_.relation(id).symmetric) return;
  Question turned = q;
  turned.functional = false;
  turned.subjects = finder_.find(claim.object);
  turned.objects = finder_.find(claim.subject);
  Bearing bearing;
  for (const std::uint32_t subject : turned.subjects)
    for (const Saying& said : sayings(subject)) weigh(turned, said, bearing);
  if (bearing.affirm.empty()) return;
  put_surest_first(bearing.affirm);
  answer.other = std::move(bearing.affirm);
  answer.other_documents = documents_of(answer.other);
  answer.reason += ", but " + say(answer.other_documents) + claim.object + " " + q.relation + " " +
                   claim.subject;
}

ClaimAnswer ClaimChecker::check(const GraphClaim& claim) const {
  const Question q = understand(claim);
  const auto unknown = [&](const std::string& name) {
    return ClaimAnswer{ClaimVerdict::unknown, finder_.unknown(name), {}, {}, 0, 0, {}};
  };
  if (q.subjects.empty()) return unknown(claim.subject);
  if (q.objects.empty() && !q.value && !q.functional) return unknown(claim.object);
  Bearing bearing;
  for (const std::uint32_t subject : q.subjects)
    for (const Saying& said : sayings(subject)) weigh(q, said, bearing);
  if (bearing.affirm.empty())
    for (const std::uint32_t subject : q.subjects) weigh_through(q, subject, bearing);
  ClaimAnswer answer = decide(bearing, q.status, q.relation);
  if (answer.evidence.empty() && !q.value) look_again(claim, q, answer);
  for (const auto& [name, entities] :
       {std::pair(&claim.subject, &q.subjects), std::pair(&claim.object, &q.objects)})
    if (std::string guess = finder_.guess(*name, *entities); !guess.empty())
      answer.guesses.push_back(std::move(guess));
  return answer;
}

void ClaimChecker::add_rivals(std::uint32_t subject, const std::vector<Saying>& said,
                              std::vector<Contradiction>& found) const {
  std::vector<const Saying*> stated;
  for (const Saying& s : said)
    if (std::any_of(s.evidence.begin(), s.evidence.end(), states)) stated.push_back(&s);
  std::set<const Saying*> rivals;
  for (const Saying* a : stated)
    for (const Saying* b : stated)
      if (!may_both_hold(*a, *b)) rivals.insert({a, b});
  if (rivals.empty()) return;
  Contradiction c{subject, said.front().relation, false, {}};
  for (const Saying* s : stated)
    if (rivals.count(s) != 0) c.sides.push_back(side_of(s->name, pick(s->evidence, states)));
  put_most_first(c.sides);
  found.push_back(std::move(c));
}

void ClaimChecker::add_denied(std::uint32_t subject, const Saying& said,
                              std::vector<Contradiction>& found) const {
  auto affirm = pick(said.evidence, states);
  auto deny = pick(said.evidence, [](const FactView& f) { return f.status == Status::negated; });
  if (affirm.empty() || deny.empty()) return;
  Contradiction c{subject, said.relation, true, {}};
  c.sides.push_back(side_of(said.name, std::move(affirm)));
  c.sides.push_back(side_of(said.name, std::move(deny)));
  put_most_first(c.sides);
  found.push_back(std::move(c));
}

std::vector<Contradiction> ClaimChecker::contradictions() const {
  std::vector<Contradiction> found;
  for (std::uint32_t subject = 0; subject < graph_.entities().size(); ++subject) {
    std::vector<Saying> said = sayings(subject);
    std::stable_sort(said.begin(), said.end(),
                     [](const Saying& a, const Saying& b) { return a.relation < b.relation; });
    for (std::size_t i = 0; i < said.size();) {
      std::vector<Saying> same;
      const std::string name = said[i].relation;
      while (i < said.size() && said[i].relation == name) same.push_back(said[i++]);
      const RelationId id = ontology_.find_relation(same.front().relation);
      if (id != RelationId::none && ontology_.relation(id).functional)
        add_rivals(subject, same, found);
      for (const Saying& s : same) {
        const bool mirrored = s.object != literal && s.object < subject && id != RelationId::none &&
                              ontology_.relation(id).symmetric;
        if (!mirrored) add_denied(subject, s, found);
      }
    }
  }
  return found;
}

}  // namespace factloom
