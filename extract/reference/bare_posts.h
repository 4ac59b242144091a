// SPDX-License-Identifier: Apache-2.0
// Whose a post is that does not say it: "Chief executive Ann Lee said" is of the firm that the text
// is about, "Finance Minister Bob Roy" of the country; who resigns "as chief executive", has a
// successor or is replaced did so where the text said before that the post was.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/discourse.h"
#include "extract/reference/employers.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/home_state.h"
#include "extract/reference/post_topic.h"
#include "extract/reference/state_posts.h"

namespace factloom {

class BarePosts {
 public:
  BarePosts(const Text& text, Mentions& mentions, const std::vector<MentionId>& mention_at,
            const EntityKinds& kinds, const GrammaticalRoles& roles, Epithets& epithets,
            const StateOffices& offices)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        r_(roles),
        employers_(text, mentions, mention_at, kinds, roles),
        topic_(mentions, mention_at, kinds, roles, text),
        states_(text, mentions, mention_at, kinds, roles, offices),
        home_(text, mentions, kinds, epithets) {
    for (const ClassId c : {k_.position, k_.firm_post, k_.top_position, k_.portfolio_post})
      of_posts_.add(c);
  }

  /// What can stand in the sentence that is read next, by its words.
  void begin(std::uint32_t sentence);

  /// Does the sentence name posts?
  bool possible() const { return posts_; }

  /// Notes in `Mentions::owners` whose the post of the group at `i` is, where it has a bare one,
  /// the person is named for the first time, and one body or country clearly comes before all
  /// others in what was spoken of so far.
  void read(const std::vector<Group>& row, std::size_t i, const Discourse& discourse);

  /// Once it is known what the group at `i` mentions: notes of "her successor" and "Bob Roy
  /// replaced her" where the person headed what, and learns who has which post.
  void read_on(const std::vector<Group>& row, std::size_t i);

  /// Where somebody was last said to have a post; none if nowhere.
  EntityId employer(EntityId person) const {
    const MentionId where = employers_.of(person, false);
    return where == MentionId::none ? EntityId::none : m_.mentions[index(where)].entity;
  }
  /// "HIS GOVERNMENT": the state where he has a post; none if it is elsewhere.
  EntityId governed(EntityId person) const {
    const EntityId where = employer(person);
    const bool state = where != EntityId::none &&
                       kinds_.ontology.is_a(m_.entities[index(where)].type, kinds_.country);
    return state ? where : EntityId::none;
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  bool may_hold_post(TokenRange words) const;
  bool officer(std::uint32_t t) const;
  bool coach(std::uint32_t t) const;
  bool may_rule(std::uint32_t post, MentionId owner) const;
  /// "chairman", "finance DIRECTOR", "the COACH": a post of the body that a text is about
  bool body_post(std::uint32_t t) const;
  /// The body that the text is about and that has such posts.
  MentionId body_told(const Discourse& discourse, std::uint32_t post) const;
  bool dated(const std::vector<Group>& row, std::size_t preposition) const;
  /// "Acme's president and CHIEF EXECUTIVE Ann Lee": notes the owner of the first post for the
  /// second one; false if there are no two posts of one person.
  bool share_owner(const std::vector<Group>& row, std::size_t i);
  /// The token of the post, UINT32_MAX if there is none or something beside it says whose it is.
  std::uint32_t bare_post(const std::vector<Group>& row, std::size_t i) const;
  /// The token of the bare post that the group is or names somebody by. It is one of a body that
  /// names nobody in the following.
  std::uint32_t post_alone(const std::vector<Group>& row, std::size_t i) const;
  /// Does the group behind others not say whose the post is?
  bool alone(const std::vector<Group>& row, std::size_t i) const;
  /// "Ann Lee, CHIEF EXECUTIVE, said": the token of a bare post behind the name.
  std::uint32_t post_behind(const std::vector<Group>& row, std::size_t i) const;
  /// "Ann Lee will become CHIEF EXECUTIVE", "was named CHAIRMAN": the token of the bare post.
  std::uint32_t post_gained(const std::vector<Group>& row, std::size_t i) const;
  /// "THE current CHIEF EXECUTIVE is Ann Lee", "Ann Lee is THE CHAIRMAN", "CEO: Ann Lee"
  std::uint32_t post_stated(const std::vector<Group>& row, std::size_t i) const;
  bool state_post(std::uint32_t t) const;
  /// "the CHIEF EXECUTIVE, Ann Lee, said": the token of a bare post that the name explains.
  std::uint32_t post_explained(const std::vector<Group>& row, std::size_t i) const;
  /// "resigned as CHIEF EXECUTIVE", "took over as CHAIRMAN": notes whose it is; false if the group
  /// is no such post.
  bool post_as(const std::vector<Group>& row, std::size_t i, const Discourse& discourse);
  /// Whose post the group behind "as" is, and the verb that says so: who leaves it or is followed
  /// by another.
  struct Leaving {
    int who = GrammaticalRoles::none;  ///< none if it is one who takes it up
    int verb = GrammaticalRoles::none;
  };
  bool stays(const std::vector<Group>& row, std::size_t as) const;
  Leaving leaving(const std::vector<Group>& row, std::size_t as) const;
  MentionId state_of(const std::vector<Group>& row, std::size_t i, const StatePosts::Spot& spot,
                     const Discourse& discourse);
  void note(std::uint32_t post, MentionId owner);
  /// Where the person headed something whom the group at `i` says that another follows.
  bool post_there(const std::vector<Group>& row, std::size_t i);
  MentionId body_of_clause(const std::vector<Group>& row, std::size_t k) const;
  MentionId handed_on(const std::vector<Group>& row, std::size_t i, std::uint32_t& verb) const;
  MentionId followed(const std::vector<Group>& row, std::size_t i, std::uint32_t& verb) const;
  EntityId entity(const std::vector<Group>& row, int i) const;
  TypeId type_of(const std::vector<Group>& row, int i) const;
  /// Does the group name a person for the first time?
  bool opens(MentionId named) const;
  bool once(const Group& g) const;
  bool named_first(const Group& g) const;
  bool only_post(std::uint32_t first, std::uint32_t last, bool firm) const;
  /// "Ann Lee retired as chairman, and Bob Roy became CHIEF EXECUTIVE": of what the last bare post
  /// was, a sentence ago at most.
  MentionId last_owner() const;

  const Text& text_;
  Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const GrammaticalRoles& r_;
  Employers employers_;
  PostTopic topic_;
  StatePosts states_;
  HomeState home_;
  ClassSet of_posts_;  ///< classes of which each post has one
  bool posts_ = false, follows_ = false, employs_ = false, leads_ = false,
       speaks_ = false;  ///< may the sentence tell of them?
  std::uint32_t sentence_ = 0, last_sentence_ = 0;
  MentionId last_ = MentionId::none;  ///< the last owner noted
};

}  // namespace factloom
