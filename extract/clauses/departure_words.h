// SPDX-License-Identifier: Apache-2.0
// The words for leaving, dying, coming back to and starting in a post.
#pragma once
#include <array>
#include <string_view>

#include "extract/base/words.h"

namespace factloom {

inline constexpr std::array<std::string_view, 16> dies = {
    "died",     "dies",    "killed",    "slain",      "murdered", "assassinated",
    "executed", "hanged",  "beheaded",  "buried",     "cremated", "perished",
    "drowned",  "lynched", "strangled", "guillotined"};
inline constexpr std::array<std::string_view, 13> returns = {
    "returned",   "returns",  "return",   "rejoined",    "rejoins",      "reinstated", "restored",
    "re-elected", "regained", "recalled", "reappointed", "re-appointed", "reelected"};
inline constexpr std::array<std::string_view, 2> losses = {"lost", "loses"};
/// What nobody can do to another: "was LEFT to represent them", "LEFT her to run it".
inline constexpr std::array<std::string_view, 7> own_acts = {
    "left", "leaves", "leave", "leaving", "retired", "resigned", "quit"};

inline constexpr std::array<std::string_view, 11> handings = {
    "handed", "hands",   "passed",    "made",     "gave",     "giving",
    "makes",  "handing", "submitted", "tendered", "announced"};
inline constexpr std::array<std::string_view, 7> moves = {
    "moved", "returned", "defected", "decamped", "switched", "jumped", "rejoined"};
/// "will be SWORN in", "will TAKE office", "will START work", "will SUCCEED her"
inline constexpr std::array<std::string_view, 9> startings = {
    "sworn", "inaugurated", "take", "start", "begin", "assume", "succeed", "replace", "takes"};
inline constexpr std::array<std::string_view, 8> started = {"office", "post",   "job",  "work",
                                                            "role",   "charge", "term", "helm"};
inline constexpr std::array<std::string_view, 8> goings = {"departure", "resignation", "ouster",
                                                           "dismissal", "sacking",     "firing",
                                                           "removal",   "retirement"};
inline constexpr std::array<std::string_view, 7> deaths = {
    "death", "assassination", "murder", "killing", "funeral", "suicide", "burial"};
inline constexpr std::array<std::string_view, 6> behind = {"after",     "After", "following",
                                                           "Following", "since", "Since"};
inline constexpr std::array<std::string_view, 4> poachings = {"poached", "lured", "headhunted",
                                                              "wooed"};
/// "and STAYED until 2006", "HELD the job until 2007"
inline constexpr std::array<std::string_view, 8> stayings = {
    "stayed", "remained", "served", "lasted", "held", "kept", "filled", "occupied"};

inline constexpr std::array<std::string_view, 4> holdings = {"held", "kept", "filled", "occupied"};

inline bool starting(std::string_view word) {
  return one_of(word, startings);
}
inline bool losing(std::string_view word) {
  return one_of(word, losses);
}
inline bool returning(std::string_view word) {
  return one_of(word, returns);
}

}  // namespace factloom
