// SPDX-License-Identifier: Apache-2.0
// The lines that `extract` prints on demand beside its facts, one JSON object a document: what the
// document is, its tokens and sentences, its mentions. All offsets are code points into the
// document's text. Every function appends one line.
#pragma once
#include <string>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/text/document.h"
#include "extract/text/offsets.h"
#include "extract/text/token.h"

namespace factloom {

/// {"document", "title", "date", "publisher", "author", "url", "text"}; what is not known is left
/// out. `date` is that of the document or its dateline (Extraction).
void append_document_line(std::string& out, const Document& document, std::string_view date);

/// {"document", "tokens": [{"start", "end", "xpos", "lemma"}], "sentences": [[start, end]]}
void append_tokens_line(std::string& out, const Document& document, const Text& text,
                        const Offsets& offsets, const Lexicon& lexicon);

/// {"document", "mentions": [{"entity", "type", "name", "text", "kind", "start", "end"}]}, in the
/// order of the text; mentions that name no entity, or lie inside a longer one, are left out.
void append_mentions_line(std::string& out, const Document& document, const Text& text,
                          const Offsets& offsets, const Mentions& mentions,
                          const Ontology& ontology);

}  // namespace factloom
