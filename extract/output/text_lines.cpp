// SPDX-License-Identifier: Apache-2.0
#include "extract/output/text_lines.h"

#include <array>

#include "extract/base/ascii.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

void append_known(std::string& out, std::string_view key, std::string_view value) {
  if (!value.empty()) append_member(out, key, value);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

/// A name is its own lemma; so is, in lower case, a word that the lexicon does not know.
std::string lemma_of(const Token& token, const Text& text, const Lexicon& lexicon) {
  if (is_proper_noun(token.tag)) return std::string(text.text(token));
  if (token.lemma != WordId::none) return std::string(lexicon.text(token.lemma));
  return lower_ascii(text.text(token));
}

std::string_view kind_name(MentionKind kind) {
  constexpr std::array<std::string_view, 4> names = {"name", "description", "pronoun", "adjective"};
  return names[static_cast<std::size_t>(kind)];
}

void append_mention(std::string& out, const Mention& mention, const Text& text,
                    const Offsets& offsets, const Mentions& mentions, const Ontology& ontology) {
  const Entity& entity = mentions.entities[index(mention.entity)];
  const TypeId type = entity.type != TypeId::none ? entity.type : mention.type;
  const Span span = text.span(mention.tokens);
  out += '{';
  append_member(out, "entity", index(mention.entity));
  append_member(out, "type",
                type == TypeId::none ? "" : std::string_view(ontology.type(type).name));
  append_member(out, "name", entity.name);
  append_member(out, "text", span.of(text.source));
  append_member(out, "kind", kind_name(mention.kind));
  append_member(out, "start", offsets.code_point(span.begin));
  append_member(out, "end", offsets.code_point(span.end));
  out += '}';
}

}  // namespace

void append_document_line(std::string& out, const Document& document, std::string_view date) {
  out += '{';
  append_member(out, "document", document.id);
  append_known(out, "title", document.title);
  append_known(out, "date", date);
  append_known(out, "publisher", document.publisher);
  append_known(out, "author", document.author);
  append_known(out, "url", document.url);
  append_member(out, "text", document.text);
  out += "}\n";
}

void append_tokens_line(std::string& out, const Document& document, const Text& text,
                        const Offsets& offsets, const Lexicon& lexicon) {
  out += '{';
  append_member(out, "document", document.id);
  append_key(out, "tokens");
  out += '[';
  for (const Token& token : text.tokens) {
    if (out.back() != '[') out += ", ";
    out += '{';
    append_member(out, "start", offsets.code_point(token.span.begin));
    append_member(out, "end", offsets.code_point(token.span.end));
    append_member(out, "xpos", name(token.tag));
    append_member(out, "lemma", lemma_of(token, text, lexicon));
    out += '}';
  }
  out += ']';
  append_key(out, "sentences");
  out += '[';
  for (const Sentence& sentence : text.sentences) {
    out += out.back() == '[' ? "[" : ", [";
    append_json(out, std::uint64_t{offsets.code_point(sentence.span.begin)});
    out += ", ";
    append_json(out, std::uint64_t{offsets.code_point(sentence.span.end)});
    out += ']';
  }
  out += "]}\n";
}

void append_mentions_line(std::string& out, const Document& document, const Text& text,
                          const Offsets& offsets, const Mentions& mentions,
                          const Ontology& ontology) {
  out += '{';
  append_member(out, "document", document.id);
  append_key(out, "mentions");
  out += '[';
  for (const Mention& mention : mentions.mentions) {
    if (mention.entity == EntityId::none || mention.inside) continue;
    if (out.back() != '[') out += ", ";
    append_mention(out, mention, text, offsets, mentions, ontology);
  }
  out += "]}\n";
}

}  // namespace factloom
