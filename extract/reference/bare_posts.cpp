// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/bare_posts.h"

#include <algorithm>

#include "extract/reference/owners.h"
#include "extract/reference/takes_over.h"

namespace factloom {
namespace {

constexpr std::uint32_t no_token = UINT32_MAX;

// How sure the state must be of "finance minister", of "the president", who may head a firm, and of
// an office that few states have.
constexpr float clear_state = 0.7f, sure_state = 0.8f, only_state = 0.66f;

}  // namespace

void BarePosts::begin(std::uint32_t sentence) {
  const ClassSet& here = text_.sentences[sentence].classes;
  sentence_ = sentence;
  posts_ = here.has(k_.position) || here.has(k_.firm_post) || here.has(k_.top_position);
  follows_ = here.has(k_.follow_verb) || here.has(k_.successor) || here.has(k_.predecessor) ||
             here.has(k_.taking) || here.has(k_.handing);
  employs_ = posts_ || here.has(k_.head_post) || here.has(k_.ranked_post);
  leads_ = here.has(k_.leading_verb);
  speaks_ = here.has(k_.reporting);
}

void BarePosts::read(const std::vector<Group>& row, std::size_t i, const Discourse& discourse) {
  if (!posts_ || !may_hold_post(row[i].tokens) || share_owner(row, i) || post_there(row, i) ||
      post_as(row, i, discourse))
    return;
  if (const StatePosts::Spot spot = states_.find(row, i); spot.office != nullptr) {
    MentionId owner = state_of(row, i, spot, discourse);
    if (owner == MentionId::none && spot.office->kind == StateOffice::Kind::head &&
        spot.whose == EntityId::none && !token(spot.post).classes.has(k_.state_post) &&
        home_.find(sentence_, spot.post, spot.office, EntityId::none, EntityId::none).where ==
            MentionId::none)
      owner = body_told(discourse, spot.post);  // no state is told: "PRESIDENT Ann Lee" of a firm
    note(spot.post, owner);
    if (owner != MentionId::none && may_rule(spot.post, owner))
      employers_.note(spot.person, owner, spot.office->kind == StateOffice::Kind::head);
    return;
  }
  const std::uint32_t post = post_alone(row, i);
  if (post == no_token) return;
  MentionId owner = coach(post) || topic_.seated(post) ? MentionId::none : last_owner();
  if (owner == MentionId::none && !topic_.seated(post) && !coach(post))
    owner = topic_.body_of_speech(row, i);
  if (owner == MentionId::none) owner = body_told(discourse, post);
  note(post, owner);
  if (owner != MentionId::none && may_rule(post, owner)) employers_.learn_bare(row, i, post, owner);
}

/// The token of the bare post of a group.
std::uint32_t BarePosts::post_alone(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (g.mention != MentionId::none) return bare_post(row, i);
  if (g.date || !body_post(g.head)) return no_token;
  std::uint32_t post = no_token;
  if (alone(row, i)) {
    post = post_behind(row, i);
    if (post == no_token) post = post_gained(row, i);
  }
  if (post == no_token) post = post_explained(row, i);
  return post == no_token ? post_stated(row, i) : post;
}

/// "finance DIRECTOR", "managing DIRECTOR"; not a director
bool BarePosts::officer(std::uint32_t t) const {
  if (t == 0 || !token(t).classes.has(k_.ranked_post) || state_post(t) ||
      token(t).classes.has(k_.portfolio_post))
    return false;
  const ClassSet& field = token(t - 1).classes;
  return field.has(k_.head_rank) || field.has(k_.deputy) || field.has(k_.post_field);
}

/// Teams alone have coaches; no general manager is one.
bool BarePosts::coach(std::uint32_t t) const {
  return token(t).classes.has(k_.team_post) && !officer(t);
}

/// "chairman", "finance DIRECTOR", "the COACH": a post of the body that a text is about
bool BarePosts::body_post(std::uint32_t t) const {
  return token(t).classes.has(k_.firm_post) || coach(t) || officer(t) || topic_.seated(t);
}

MentionId BarePosts::body_told(const Discourse& discourse, std::uint32_t post) const {
  if (topic_.seated(post)) return topic_.seat(discourse, sentence_, post);
  const TypeId kind = coach(post) ? kinds_.team : kinds_.organization;
  const MentionId told = topic_.find(discourse, sentence_, kind);
  return told != MentionId::none || coach(post) ? told : topic_.spoke(sentence_);
}

/// Most groups name no post: none of the looks for one is for them.
bool BarePosts::may_hold_post(TokenRange words) const {
  for (std::uint32_t t = words.first; t < words.last; ++t)
    if (token(t).classes.intersects(of_posts_)) return true;
  return false;
}

/// Whose a bare post of a state is: of the one that its holder serves already, that whose minister
/// he is heads, or the text tells of.
MentionId BarePosts::state_of(const std::vector<Group>& row, std::size_t i,
                              const StatePosts::Spot& spot, const Discourse& discourse) {
  const auto country = [&](MentionId m) {
    return m != MentionId::none && kinds_.ontology.is_a(factloom::type_of(m_, m), kinds_.country);
  };
  const MentionId told = topic_.state_told(row, i);
  if (told != MentionId::none) return told;
  const MentionId known = employers_.of(spot.person, false);
  if (country(known) && home_.may_have(entity_of(m_, known), *spot.office)) return known;
  const bool chiefs = spot.whose != EntityId::none;  // "HIS finance minister"
  const MentionId headed = chiefs ? employers_.of(spot.whose, true) : MentionId::none;
  if (headed != MentionId::none) return country(headed) ? headed : MentionId::none;
  const HomeState::Told home =
      home_.find(sentence_, spot.post, chiefs ? nullptr : spot.office,
                 topic_.state_of_speech(row, i, sentence_), topic_.state_of_mate(row, i));
  const bool plain = !spot.title && token(spot.post).classes.has(k_.head_post);
  if (plain && topic_.find(discourse, sentence_, kinds_.organization) != MentionId::none)
    return MentionId::none;  // "Ann Lee is THE PRESIDENT": of the firm
  const float enough = plain ? sure_state : spot.office->only ? only_state : clear_state;
  return home.sure < enough || topic_.of_other_state(row, i, home.where) ||
                 topic_.met_by(row, i, home.where)
             ? MentionId::none
             : home.where;
}

MentionId BarePosts::last_owner() const {
  if (last_ == MentionId::none || sentence_ > last_sentence_ + 1) return MentionId::none;
  const EntityId e = m_.mentions[index(last_)].entity;
  const bool fits = e != EntityId::none && topic_.employs(m_.entities[index(e)].type);
  return fits ? last_ : MentionId::none;
}

/// Kings, premiers and mayors head lands and towns, no bodies.
bool BarePosts::may_rule(std::uint32_t post, MentionId owner) const {
  return !token(post).classes.has(k_.ruler) ||
         !kinds_.ontology.is_a(factloom::type_of(m_, owner), kinds_.organization);
}

/// In text order, as all are.
void BarePosts::note(std::uint32_t post, MentionId owner) {
  if (owner == MentionId::none || !may_rule(post, owner)) return;
  last_ = owner;
  last_sentence_ = sentence_;
  note_owner(m_, post, owner);
}

void BarePosts::read_on(const std::vector<Group>& row, std::size_t i) {
  std::uint32_t post = no_token;
  const MentionId owner = follows_ ? followed(row, i, post) : MentionId::none;
  if (owner != MentionId::none) note(post, owner);
  if (leads_) employers_.learn_led(row, i);
  if (employs_) employers_.learn_post(row, i);
  if (speaks_) topic_.hear(row, i, sentence_);
}

TypeId BarePosts::type_of(const std::vector<Group>& row, int i) const {
  const EntityId e = entity(row, i);
  return e == EntityId::none ? TypeId::none : m_.entities[index(e)].type;
}

EntityId BarePosts::entity(const std::vector<Group>& row, int i) const {
  return i < 0 ? EntityId::none : entity_of(m_, row[static_cast<std::size_t>(i)].mention);
}

MentionId BarePosts::followed(const std::vector<Group>& row, std::size_t i,
                              std::uint32_t& post) const {
  const Group& g = row[i];
  for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t) {
    const ClassSet& word = token(t).classes;
    if (!word.has(k_.successor) && !word.has(k_.predecessor)) continue;
    post = t;  // "HER successor", "ANN LEE's successor", "the successor to ANN LEE"
    MentionId whose = at_[g.tokens.first];
    if (token(g.tokens.first).tag != Tag::PRPS) whose = possessor_before(row, i);
    if (whose == MentionId::none) return whose;
    const MentionId owner = employers_.of(m_.mentions[index(whose)].entity, true);
    const bool of_state = i + 2 < row.size() && text_.text(row[i + 1].head) == "as" &&
                          token(row[i + 2].head).classes.has(k_.state_post);
    if (of_state && owner != MentionId::none &&  // "her predecessor as PRIME MINISTER"
        !kinds_.ontology.is_a(m_.mentions[index(owner)].type, kinds_.country))
      return MentionId::none;
    return owner;
  }
  if (const MentionId left = handed_on(row, i, post); left != MentionId::none) return left;
  const int governor = r_.governor(i);
  if (governor < 0) return MentionId::none;
  const Group& v = row[static_cast<std::size_t>(governor)];
  if (v.kind != GroupKind::verb) return MentionId::none;
  const GrammaticalRole role = r_.role(i);
  post = v.head;
  const bool over = token(v.head).classes.has(k_.taking) && text_.text(v.tokens.last - 1) == "over";
  if (over && !v.passive && role == GrammaticalRole::oblique &&
      text_.text(row[i - 1].head) == "from")  // "Bob Roy TOOK over from HER"
    return employers_.of(entity(row, static_cast<int>(i)), true);
  if (takes_place(row, i, text_, r_, k_)) {  // "Bob Roy TAKES HER place"
    MentionId whose = at_[g.tokens.first];
    if (token(g.tokens.first).tag != Tag::PRPS) whose = possessor_before(row, i);
    return whose == MentionId::none ? whose : employers_.of(m_.mentions[index(whose)].entity, true);
  }
  if (!token(v.head).classes.has(k_.follow_verb)) return MentionId::none;
  const MentionId there = body_of_clause(row, static_cast<std::size_t>(governor));
  if (there != MentionId::none) return there;           // "Acme, where Bob Roy replaced HER"
  if (role == GrammaticalRole::object && !v.passive) {  // "Bob Roy replaced HER"
    const MentionId left = employers_.of(entity(row, static_cast<int>(i)), true);
    bool with = false;  // "replaced Bob Roy, the head of Acme, WITH her"
    for (std::size_t k = i + 1; k < row.size() && row[k].kind != GroupKind::verb && !with; ++k)
      with = row[k].kind == GroupKind::preposition && text_.text(row[k].head) == "with";
    return left != MentionId::none || v.form != VerbForm::finite || with
               ? left  // "HE succeeds Bob Roy"
               : employers_.of(entity(row, r_.subject(i)), true);
  }
  const std::string_view word =
      role == GrammaticalRole::oblique ? text_.text(row[i - 1].head) : std::string_view{};
  if (word != "by" || !v.passive) return MentionId::none;
  const MentionId left = employers_.of(employers_.named_at(row, r_.subject(i)), true);
  return topic_.left_state(left, sentence_) ? MentionId::none
                                            : left;  // "SHE was replaced by Bob Roy"
}

/// "She HANDED over to BOB ROY", "GAVE up the post to him": what she headed.
MentionId BarePosts::handed_on(const std::vector<Group>& row, std::size_t i,
                               std::uint32_t& verb) const {
  if (i < 2 || row[i - 1].kind != GroupKind::preposition || text_.text(row[i - 1].head) != "to" ||
      row[i].kind != GroupKind::noun || row[i].date)
    return MentionId::none;
  std::size_t k = i - 2;  // over what is handed, and when
  for (const std::size_t stop = k > 3 ? k - 3 : 0; k > stop && row[k].kind == GroupKind::noun; --k)
    if (row[k].mention != MentionId::none && !row[k].date) return MentionId::none;
  const Group& v = row[k];
  if (v.kind != GroupKind::verb || v.passive || v.negated || !token(v.head).classes.has(k_.handing))
    return MentionId::none;
  verb = v.head;
  return employers_.of(entity(row, r_.subject(k)), true);
}

/// "left for ACME, where she was CHAIRMAN", "Acme, of which she became CHIEF EXECUTIVE"
bool BarePosts::post_there(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (i < 4 || g.mention != MentionId::none || g.date || token(g.head).tag == Tag::NNS ||
      !token(g.head).classes.has(k_.position) || genitive_follows(row, i, text_, k_))
    return false;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at_[t] != MentionId::none || token(t).tag == Tag::PRPS) return false;
  std::size_t k = i - 1;
  if (row[k].kind == GroupKind::preposition && text_.text(row[k].head) == "as") --k;
  const MentionId body = body_of_clause(row, k);
  if (body == MentionId::none) return false;
  note(g.head, body);
  return true;
}

/// "ACME, where she was", "Acme, of which she became": the body that the clause of the verb at `k`
/// tells of.
MentionId BarePosts::body_of_clause(const std::vector<Group>& row, std::size_t k) const {
  if (k < 3 || row[k].kind != GroupKind::verb || row[k - 1].kind != GroupKind::noun ||
      row[k - 2].kind != GroupKind::relative)
    return MentionId::none;
  const std::string_view relative = text_.text(row[k - 2].head);
  std::size_t body = k - 3;
  const std::string_view before = text_.text(row[body].head);
  if (relative == "which" && body > 0 && (before == "of" || before == "at"))
    --body;
  else if (relative != "where")
    return MentionId::none;
  if (row[body].kind == GroupKind::comma && body > 0) --body;
  const bool firm = row[body].kind == GroupKind::noun && row[body].mention != MentionId::none &&
                    kinds_.ontology.is_a(type_of(row, static_cast<int>(body)), kinds_.organization);
  return firm ? row[body].mention : MentionId::none;
}

BarePosts::Leaving BarePosts::leaving(const std::vector<Group>& row, std::size_t as) const {
  std::size_t k = as;
  while (k > 0 && row[k - 1].kind != GroupKind::verb) {
    const GroupKind kind = row[k - 1].kind;
    if (kind != GroupKind::noun && kind != GroupKind::adverb && kind != GroupKind::preposition)
      return {};
    --k;
  }
  if (k == 0) return {};
  const Group& v = row[k - 1];
  const ClassSet& act = token(v.head).classes;
  const bool follows = act.has(k_.follow_verb);
  if (!act.has(k_.leave) && !follows) return {};
  Leaving found{GrammaticalRoles::none, static_cast<int>(k - 1)};
  const bool acts = !v.passive && row[k].kind == GroupKind::noun && !row[k].date;
  if (acts)
    found.who = static_cast<int>(k);  // "replaced HER as chief"
  else if (v.passive || !follows)
    found.who = r_.subject(as + 1);
  return found;
}

/// "STAYED on as chairman", "RETURNED as chief executive"; not "was named", "took over"
bool BarePosts::stays(const std::vector<Group>& row, std::size_t as) const {
  while (as > 0 &&
         (row[as - 1].kind == GroupKind::adverb || row[as - 1].kind == GroupKind::preposition))
    --as;
  if (as == 0 || row[as - 1].kind != GroupKind::verb || row[as - 1].passive) return false;
  const ClassSet& act = token(row[as - 1].head).classes;
  return !act.has(k_.taking) && !act.has(k_.appoint) && !act.has(k_.follow_verb);
}

bool BarePosts::post_as(const std::vector<Group>& row, std::size_t i, const Discourse& discourse) {
  const Group& g = row[i];
  if (i < 2 || row[i - 1].kind != GroupKind::preposition || text_.text(row[i - 1].head) != "as" ||
      g.mention != MentionId::none || g.date || token(g.head).tag != Tag::NN ||
      !token(g.head).classes.has(k_.position) || token(g.head).classes.has(k_.bench_post))
    return false;  // "as THE JUDGE called it"
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at_[t] != MentionId::none || token(t).tag == Tag::PRPS ||
        token(t).classes.has(k_.indefinite))
      return false;
  if (placed(row, i, text_)) return true;
  if (const int body = r_.subject(i);
      joins(row, i, text_) && kinds_.ontology.is_a(type_of(row, body), kinds_.organization)) {
    note(g.head, row[static_cast<std::size_t>(body)].mention);
    return true;
  }
  const Leaving leaving = this->leaving(row, i - 1);
  const bool top = employers_.is_top_post(g.head);
  MentionId owner = employers_.of(entity(row, leaving.who), top);
  if (owner == MentionId::none) owner = employers_.of(entity(row, leaving.who), false);
  const bool firm = body_post(g.head);
  if (owner == MentionId::none && top && firm && stays(row, i - 1))
    owner = employers_.of(entity(row, r_.subject(i)), true);
  if (owner == MentionId::none && firm) owner = body_told(discourse, g.head);
  if (const StatePosts::Spot spot = states_.office_in(g, g.head);
      owner == MentionId::none && spot.office != nullptr)
    owner = state_of(row, i, spot, discourse);
  if (owner == MentionId::none) return true;
  note(g.head, owner);
  const int subject = r_.subject(i);
  if (subject != leaving.who) employers_.note(entity(row, subject), owner, top);
  employers_.note(entity(row, leaving.who), owner, top);
  const auto verb = static_cast<std::size_t>(leaving.verb);  // "SUCCEEDED Bob Roy as chief"
  if (top && leaving.verb >= 0 && token(row[verb].head).classes.has(k_.follow_verb))
    note(row[verb].head, owner);
  return true;
}

std::uint32_t BarePosts::post_stated(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const bool definite = g.tokens.size() > 1 && token(g.tokens.first).classes.has(k_.definite);
  const std::uint32_t first = definite ? g.tokens.first + 1 : g.tokens.first;
  if (token(g.head).tag == Tag::NNS || !only_post(first, g.head, true) || placed(row, i, text_) ||
      genitive_follows(row, i, text_, k_))
    return no_token;
  if (i + 2 < row.size() && row[i + 1].kind == GroupKind::coordinator &&
      row[i + 2].kind == GroupKind::noun && row[i + 2].mention == MentionId::none &&
      token(row[i + 2].head).classes.has(k_.position))
    return no_token;  // "is founder and chairman of Acme"
  if (i > 0 && row[i - 1].kind == GroupKind::verb && row[i - 1].copula)
    return kinds_.is_person(type_of(row, r_.subject(i))) ? g.head : no_token;
  const bool opens =
      i == 0 || row[i - 1].kind == GroupKind::coordinator || row[i - 1].kind == GroupKind::comma;
  if (!opens || i + 2 >= row.size() || row[i + 2].kind != GroupKind::noun ||
      !named_first(row[i + 2]))
    return no_token;
  const Group& next = row[i + 1];
  const bool says = (definite && next.kind == GroupKind::verb && next.copula) ||
                    (!definite && next.kind == GroupKind::colon);
  return says ? g.head : no_token;
}

/// "minister", "BUSINESS secretary"; secretaries without a field sit in offices.
bool BarePosts::state_post(std::uint32_t t) const {
  return token(t).classes.has(k_.state_post) || (t > 0 && token(t - 1).classes.has(k_.portfolio) &&
                                                 token(t).classes.has(k_.portfolio_post));
}

std::uint32_t BarePosts::post_explained(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const bool definite = g.tokens.size() > 1 && token(g.tokens.first).classes.has(k_.definite);
  if (!definite || i + 2 >= row.size() || row[i + 1].kind != GroupKind::comma ||
      row[i + 2].kind != GroupKind::noun || !named_first(row[i + 2]))
    return no_token;
  if (!only_post(g.tokens.first + 1, g.head, true)) return no_token;
  return i > 0 && row[i - 1].kind == GroupKind::coordinator ? no_token : g.head;
}

bool BarePosts::share_owner(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (i < 2 || row[i - 1].kind != GroupKind::coordinator || g.mention == MentionId::none)
    return false;
  const Mention& person = m_.mentions[index(g.mention)];
  const Group& mate = row[i - 2];
  if (person.kind != MentionKind::name || person.tokens.first <= g.tokens.first ||
      !kinds_.is_person(person.type) || mate.kind != GroupKind::noun)
    return false;
  const bool named =
      mate.mention != MentionId::none;  // "Acme's chief Bob Roy and chairman ANN LEE"
  const std::uint32_t other = named ? m_.mentions[index(mate.mention)].tokens.first - 1 : mate.head;
  const std::uint32_t post = person.tokens.first - 1;
  const bool minister = state_post(post) ||
                        (token(post).tag == Tag::NNP && token(post).classes.has(k_.portfolio_post));
  if (other + 1 <= mate.tokens.first || token(other).tag == Tag::NNS ||
      !token(other).classes.has(k_.position) ||
      !(token(post).classes.has(named ? k_.firm_post : k_.position) || minister) ||
      !only_post(g.tokens.first, post, !minister))
    return false;
  MentionId owner = possessor_before(row, i - 2);
  for (std::uint32_t t = mate.tokens.first; t < other && owner == MentionId::none; ++t)
    owner = at_[t];
  if (owner == MentionId::none && named && !m_.owners.empty() && m_.owners.back().post == other &&
      minister && state_post(other)) {
    note(post, m_.owners.back().whose);  // "foreign secretary Bob Roy and home secretary ANN LEE"
    return true;
  }
  if (owner == MentionId::none) return false;
  if (named && !kinds_.ontology.is_a(m_.mentions[index(owner)].type, kinds_.organization))
    return false;
  m_.owners.push_back({post, owner});
  return true;
}

std::uint32_t BarePosts::bare_post(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (!named_first(g)) return no_token;
  const Mention& person = m_.mentions[index(g.mention)];
  if (person.tokens.first <= g.tokens.first) return no_token;
  const std::uint32_t post = person.tokens.first - 1;
  if (!body_post(post) || !only_post(g.tokens.first, post, true)) return no_token;
  if (i > 0 &&
      (row[i - 1].kind == GroupKind::possessive || row[i - 1].kind == GroupKind::coordinator))
    return no_token;
  return placed(row, i, text_) ? no_token : post;
}

bool BarePosts::alone(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const bool definite = g.tokens.first < g.head && token(g.tokens.first).classes.has(k_.definite);
  std::uint32_t first = g.tokens.first + (definite ? 1 : 0) + (definite && once(g) ? 1 : 0);
  constexpr std::uint32_t age = 5;  // "the 61-YEAR-OLD chief executive"
  if (definite && first + age <= g.head && token(first).tag == Tag::CD &&
      token(first + 2).classes.has(k_.time_unit))
    first += age;
  return i >= 2 && only_post(first, g.head, true) && !genitive_follows(row, i, text_, k_);
}

/// "Ann Lee, THE FORMER chairman": of the firm that the text is about.
bool BarePosts::once(const Group& g) const {
  return g.tokens.first + 1 < g.head && token(g.tokens.first + 1).classes.has(k_.former);
}

std::uint32_t BarePosts::post_behind(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  std::size_t comma = i - 1;
  if (row[comma].kind == GroupKind::adverb) --comma;  // "Ann Lee, THEN finance director"
  if (row[comma].kind == GroupKind::coordinator && i >= 4 &&
      token(row[i - 2].head).classes.has(k_.position))
    comma = i - 3;  // "Ann Lee, president and CHIEF EXECUTIVE"
  if (comma >= 3 && row[comma].kind == GroupKind::comma &&
      row[comma - 2].kind == GroupKind::comma && token(row[comma - 1].head).tag == Tag::CD)
    comma -= 2;  // "Ann Lee, 63, THE CHAIRMAN"
  if (row[comma].kind != GroupKind::comma || row[comma - 1].kind != GroupKind::noun)
    return no_token;
  const bool behind = i + 1 < row.size() && row[i + 1].kind == GroupKind::preposition &&
                      !dated(row, i + 1);  // "chief executive SINCE 2012"
  return behind || !named_first(row[comma - 1]) ? no_token : g.head;
}

/// "since 2012", "until May", "at the time"
bool BarePosts::dated(const std::vector<Group>& row, std::size_t preposition) const {
  if (preposition + 1 >= row.size()) return false;
  const Group& when = row[preposition + 1];
  return when.date || (when.mention == MentionId::none && text_.text(when.head) == "time" &&
                       text_.text(row[preposition].head) == "at");
}

std::uint32_t BarePosts::post_gained(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const Group& verb = row[i - 1];
  const ClassSet& gains = token(verb.head).classes;
  if (verb.kind != GroupKind::verb ||
      !(gains.has(k_.become) ||
        (verb.passive && (gains.has(k_.appoint) || gains.has(k_.light_verb)))))  // "was MADE chief"
    return no_token;
  return placed(row, i, text_) ? no_token : g.head;
}

bool BarePosts::named_first(const Group& g) const {
  if (g.mention == MentionId::none) return false;
  const Mention& m = m_.mentions[index(g.mention)];
  return m.kind == MentionKind::name && m.entity != EntityId::none &&
         kinds_.is_person(m_.entities[index(m.entity)].type) && opens(g.mention);
}

/// The first that the text says of somebody; a heading counts for nothing ("LEE quits").
bool BarePosts::opens(MentionId named) const {
  const Mention& m = m_.mentions[index(named)];
  const MentionId first = m_.entities[index(m.entity)].first;
  if (first == named) return true;
  const Sentence& heading = text_.sentences[0];
  if (!heading.heading || first == MentionId::none || m.tokens.size() < 2) return false;
  for (std::size_t k = index(first); k < index(named); ++k)
    if (m_.mentions[k].entity == m.entity && m_.mentions[k].tokens.first >= heading.tokens.last)
      return false;
  return true;
}

bool BarePosts::only_post(std::uint32_t first, std::uint32_t last, bool firm) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const ClassSet& word = token(t).classes;
    const Tag tag = token(t).tag;
    const bool national =  // "the SWISS chief executive"
        at_[t] != MentionId::none && m_.mentions[index(at_[t])].kind == MentionKind::adjective;
    if ((at_[t] != MentionId::none && !national) || word.has(k_.former) || tag == Tag::DT ||
        tag == Tag::PRPS || tag == Tag::HYPH)
      return false;
    const bool field = word.has(k_.deputy) || word.has(k_.head_rank) || word.has(k_.post_field);
    if (firm && is_noun(tag) && !word.has(k_.position) && !word.has(k_.company) && !field)
      return false;
  }
  return true;
}

}  // namespace factloom
