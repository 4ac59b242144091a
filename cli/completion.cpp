// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

#include <algorithm>

namespace factloom {
namespace {

std::string first_word(const std::string& verb) {
  return verb.substr(0, verb.find(' '));
}

std::string second_word(const std::string& verb) {
  const auto space = verb.find(' ');
  return space == std::string::npos ? "" : verb.substr(space + 1);
}

/// The words that may stand first, each once.
std::vector<std::string> first_words(const std::vector<VerbSummary>& verbs) {
  std::vector<std::string> words;
  for (const VerbSummary& verb : verbs) {
    const std::string word = first_word(verb.name);
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// What may follow a first word: second words, and the flags of all verbs that begin with it.
std::string followers(const std::string& word, const std::vector<VerbSummary>& verbs) {
  std::vector<std::string> words;
  const auto add = [&words](const std::string& next) {
    if (!next.empty() && std::find(words.begin(), words.end(), next) == words.end())
      words.push_back(next);
  };
  for (const VerbSummary& verb : verbs) {
    if (first_word(verb.name) != word) continue;
    add(second_word(verb.name));
    for (const FlagSummary& flag : verb.flags) add(flag.name);
  }
  if (word == "completion") add("bash"), add("zsh"), add("fish");
  return join(words);
}

std::string bash_script(const std::vector<VerbSummary>& verbs) {
  std::string out =
      "_factloom() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    words=\"" +
      join(first_words(verbs)) +
      " --help --version\"\n"
      "  else\n"
      "    case ${COMP_WORDS[1]} in\n";
  for (const std::string& word : first_words(verbs)) {
    out += "      " + word + ") words=\"" + followers(word, verbs) + "\" ;;\n";
  }
  return out +
         "    esac\n"
         "  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\") $(compgen -f -- \"$current\"))\n"
         "}\n"
         "complete -o filenames -F _factloom factloom\n";
}

std::string zsh_script(const std::vector<VerbSummary>& verbs) {
  return "#compdef factloom\nautoload -U +X bashcompinit && bashcompinit\n" + bash_script(verbs);
}

/// Text between single quotes as fish reads it.
std::string fish_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string{c};
  return out + "'";
}

std::string fish_script(const std::vector<VerbSummary>& verbs) {
  std::string out = "complete -c factloom -n __fish_use_subcommand -l help -l version\n";
  for (const VerbSummary& verb : verbs) {
    const std::string first = first_word(verb.name);
    const std::string second = second_word(verb.name);
    const std::string seen = " -n '__fish_seen_subcommand_from " + first + "'";
    if (second.empty()) {
      out += "complete -c factloom -n __fish_use_subcommand -a " + first + " -d " +
             fish_quoted(verb.description) + "\n";
    } else {
      out += "complete -c factloom -n __fish_use_subcommand -a " + first + "\n";
      out += "complete -c factloom" + seen + " -a " + second + " -d " +
             fish_quoted(verb.description) + "\n";
    }
    for (const FlagSummary& flag : verb.flags) {
      out += "complete -c factloom" + seen + " -l " + flag.name.substr(2) +
             (flag.takes_value ? " -r" : "") + " -d " + fish_quoted(flag.description) + "\n";
    }
  }
  return out +
         "complete -c factloom -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n";
}

}  // namespace

std::string completion_script(std::string_view shell, const std::vector<VerbSummary>& verbs) {
  if (shell == "fish") return fish_script(verbs);
  return shell == "zsh" ? zsh_script(verbs) : bash_script(verbs);
}

}  // namespace factloom
