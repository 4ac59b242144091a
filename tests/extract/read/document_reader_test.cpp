// SPDX-License-Identifier: Apache-2.0
#include "extract/read/document_reader.h"

#include <algorithm>

#include "scratch.h"

using namespace factloom;

namespace {

using namespace std::string_literals;

std::string noise(std::size_t size) {
  std::string out;
  unsigned state = 1;
  while (out.size() < size) {
    state = state * 1664525u + 1013904223u;
    out += static_cast<char>('a' + (state >> 16) % 26);
  }
  return out;
}

/// A sentence long enough to be an article.
std::string sentence(const std::string& words) {
  return "Ann Lee said that " + words +
         " grew in the old part of the town of Springfield, and that she was glad of it.";
}
/// A page that declares its charset.
std::string page(const std::string& charset, const std::string& words) {
  return "<html><head><meta charset=\"" + charset + "\"></head><body><p>" + sentence(words) +
         "</p></body></html>";
}

const std::string long_text = "Ann Lee founded Acme. " + noise(400'000);

}  // namespace

TEST_CASE("a folder gives its articles in the order of their paths", "[extract][read]") {
  const ReadResult all = read_all(DocumentReader({FACTLOOM_SOURCE "/samples"}, {}));
  std::vector<std::string> ids;
  for (const Document& d : all.documents) {
    if (d.id.find("samples/") != std::string::npos) ids.push_back(d.id);  // no id of its own
  }
  CHECK(ids.size() >= 4);
  CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("what cannot be read is told in its turn", "[extract][read]") {
  DocumentReader reader(
      {FACTLOOM_SOURCE "/samples/none.txt", FACTLOOM_SOURCE "/samples/stripe.txt"}, {});
  const auto first = reader.next();
  REQUIRE(first);
  REQUIRE_FALSE(*first);
  CHECK_THAT((*first).errors().front().text(),
             Catch::Contains("none.txt: error: cannot be opened"));
  const auto second = reader.next();
  REQUIRE(second);
  CHECK(*second);
  CHECK_FALSE(reader.next());
}

TEST_CASE("every format gives its text", "[extract][read]") {
  struct Case {
    std::string file, bytes, text;
  };
  const auto [file, bytes, text] = GENERATE(values<Case>({
      {"a.txt", "Ann Lee founded Acme.\r\nIt grew.\rFast.\n",
       "Ann Lee founded Acme.\nIt grew.\nFast.\n"},
      {"a.TXT", "\xEF\xBB\xBFMarked.", "Marked."},
      {"a.txt", "bell\a tab\tescape\x1B[0m", "bell tab\tescape[0m"},
      {"a.txt", "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xF0\x9F\x98\x80",
       "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xF0\x9F\x98\x80"},
      {"a.txt", "caf\xE9 in the old part of the town",
       "caf\xC3\xA9 in the old part of the town"},       // Latin-1
      {"a.txt", "\xFF\xFEH\0i\0\xE9\0"s, "Hi\xC3\xA9"},  // UTF-16, marked
      {"a.txt", "\xFE\xFF\0H\0i"s, "Hi"},
      {"a.txt", "S\0h\0e\0 \0w\0o\0n\0.\0"s, "She won."},  // not marked
      {"a.txt", "\0A\0n\0n\0 \0L\0e\0e"s, "Ann Lee"},
      {"a.txt", "\xFF\xFEH\0i\0x"s, "Hi\xEF\xBF\xBD"},  // an odd byte
      {"a.txt", "She said \x93it\x92s \x80 5m\x94 \x96 a na\xEFve claim",
       "She said \xE2\x80\x9Cit\xE2\x80\x99s \xE2\x82\xAC 5m\xE2\x80\x9D \xE2\x80\x93 a "
       "na\xC3\xAFve "
       "claim"},  // Windows-1252
      {"a.txt",
       "\xCA\xEE\xEC\xEF\xE0\xED\xE8\xFF \xEF\xEE\xF1\xF2\xF0\xEE\xE8\xEB\xE0 \xE7\xE0\xE2\xEE\xE4",
       "Компания построила завод"},  // Windows-1251
      {"a.txt", noise(600) + "caf\xC3\xA9s \xC3( end",
       noise(600) + "caf\xC3\xA9s \xEF\xBF\xBD( end"},  // a broken place
      {"a.md",
       "# Acme grows\n\nAnn *Lee* runs [Acme](http://a.example).\n\n- one\n- "
       "two\n\n```\ncode\n```\n",
       "Acme grows\n\nAnn Lee runs Acme.\n\none\n\ntwo"},
      {"a.md", "| Firm | Head |\n|---|---|\n| Acme | Ann Lee |\n",
       "Firm\n\nHead\n\nAcme\n\nAnn Lee"},
      {"a.md", "> Quoted.\n\n1. one\n\n![picture](x.png) <b>bold</b> &amp; line  \nbreak\n",
       "Quoted.\n\none\n\nbold & line break"},
      {"a.md",
       "Text.\n\n    indented\n\n~~~\nfenced\n~~~\n\n\\*star\\* [ref][1]\n\n[1]: "
       "http://a.example\n",
       "Text.\n\n*star* ref"},
      {"a.json", R"({"text": "One."})", "One."},
      {"a.json", "\xEF\xBB\xBF{\"text\": \"One.\"}", "One."},
      {"a.json",
       "{\"more\": " + std::string(50'000, '[') + std::string(50'000, ']') +
           ", \"text\": \"One.\"}",
       "One."},
      {"a.json", R"({"id": "h", "html": "<p>)" + sentence("it") + R"(</p>"})", sentence("it")},
      {"a.json", R"([{"text": "One.", "more": [1, {"text": "not this"}]}])", "One."},
      {"a.ndjson", "\n{\"text\": \"One.\"}\r\n\n", "One."},
      {"a.jsonl", R"({"id": 7, "text": "Half \uD83D a pair, \ud83d\ude00, \\ud83d"})",
       "Half \xEF\xBF\xBD a pair, \xF0\x9F\x98\x80, \\ud83d"},
      {"a.jsonl", "{\"text\": \"bad \xC3( byte\"}", "bad \xEF\xBF\xBD( byte"},
      {"a.html",
       "<html><body><p>Ann Lee founded Acme, a maker of anvils, in the year of 1999 in "
       "Springfield.</p></body>",
       "Ann Lee founded Acme, a maker of anvils, in the year of 1999 in Springfield."},
      {"a.html", page("iso-8859-1", "the na\xEFve \x93the claim\x94"),
       sentence(
           "the na\xC3\xAFve \xE2\x80\x9Cthe claim\xE2\x80\x9D")},  // as browsers read that name
      {"a.html", page("windows-1251", "\xCA\xEE\xEC\xEF\xE0\xED\xE8\xFF"), sentence("Компания")},
      {"a.html", page("shift_jis", "\x93\x8C\x8B\x9E"), sentence("東京")},
      {"a.html", page("utf-8", "a caf\xE9 or so"),
       sentence("a caf\xC3\xA9 or so")},  // not what it says
      {"a.html", page("utf-8", "Ann &amp; Bob&#8217;s &lt;b&gt; &euro;5m &#x1F600;"),
       sentence("Ann & Bob’s <b> €5m 😀")},
      {"unknown", "Ann Lee founded Acme.", "Ann Lee founded Acme."},
      {"unknown", "{\"text\": \"One.\"}\n", "One."},
      {"unknown", "{\n \"text\": \"One.\"\n}\n", "One."},
  }));
  const ReadScratch scratch;
  CAPTURE(file, bytes);
  for (const bool twice : {false, true}) {  // as it is, and compressed
    const std::string path = twice ? scratch.write("in/" + file + ".gz", gzipped(bytes))
                                   : scratch.write("in/" + file, bytes);
    const ReadResult all = read_all(DocumentReader({path}, {}));
    REQUIRE(all.problems.empty());
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].text == text);
  }
  const ReadResult all =
      read_all(DocumentReader({scratch.write(file + ".zst", zstandard(bytes))}, {}));
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == text);
}

TEST_CASE("bad input is told with its place and reading goes on", "[extract][read]") {
  struct Case {
    std::string file, bytes, problem;
    std::size_t documents;
  };
  const auto [file, bytes, problem, documents] = GENERATE(values<Case>({
      {"a.txt", "", ": error: no text", 0},
      {"a.txt", " \n\t\xC2\xA0", ": error: no text", 0},
      {"a.txt",
       "\x7F"
       "ELF\x02\x01\x01\0\0\0\0"s,
       ": error: looks binary", 0},
      {"a.txt", "\x01\x02\x03\x04 text \x05\x06\x07", ": error: looks binary", 0},
      {"a.html", "<html><body></body></html>", ": error: no text: no article found", 0},
      {"a.json", "{\"text\": \"One.\"", "a.json:1:16: error: not valid JSON", 0},
      {"a.json", "[1, {\"text\": \"One.\"}]", "a.json:1:2: error: not a record", 1},
      {"a.json", "7", "a.json:1:1: error: not a record", 0},
      {"a.json", "Ann Lee,\nfounded, Acme", "a.json:1:1: error: not valid JSON", 0},
      {"a.json", "[{\"text\": \"One.\"} {\"text\": \"Two.\"}]",
       "a.json:1:19: error: not valid JSON: a comma", 1},
      {"a.json", "[{\"text\": \"One.\"},\n{\"text\": \"Two.\"}",
       "a.json:2:17: error: not valid JSON: the list", 2},
      {"a.json", "[{\"text\": \"One.\"},]",
       "a.json:1:19: error: not valid JSON: a record is expected", 1},
      {"a.json", "[\n  {\"text\":\n   7}, {\"text\": \"Two.\"}]",
       "a.json:2:4: error: not a record: \"text\" must be a string", 1},
      {"a.ndjson", "{\"text\": \"One.\"}\n{\"text\": \"Two\n{\"text\": \"Three.\"}", "a.ndjson:2:1",
       2},
      {"a.ndjson", "{\"title\": \"One\"}\n{\"text\": \"Two\"}",
       "a.ndjson:1:1: error: not a record: \"text\" or \"html\" is expected", 1},
      {"a.ndjson", "{\"text\": \"\"}\n{\"text\": \"Two\"}", "a.ndjson:1:1: error: no text", 1},
      {"a.ndjson", "{\"id\": [1], \"text\": \"One\"}",
       "a.ndjson:1:2: error: not a record: \"id\" must be a string", 0},
      {"a.ndjson", "{\"text\": \"a\0b\"}"s, "not valid JSON", 0},
      {"a.txt.gz", gzipped(long_text).substr(0, 100'000), "error: compressed data is cut off", 1},
      {"a.txt.zst", zstandard(long_text).substr(0, 200'000), "error: compressed data is cut off",
       1},
      {"a.txt.gz", gzipped(long_text).replace(gzipped(long_text).size() - 8, 4, "sums"),
       "error: compressed data is damaged", 1},
      {"a.txt.gz", gzipped(""), ": error: no text", 0},
      {"a.txt.gz", "", ": error: no text", 0},
      {"a.txt.zst", "", ": error: no text", 0},
      {"a.txt.gz", gzipped("Ann Lee founded Acme.").substr(0, 20),
       "error: compressed data is cut off", 1},
      {"a.json", std::string(100'000, '['), "a.json:1:2: error: not a record", 0},
      {"a.ndjson.gz", gzipped("{\"text\": \"One.\"}\n") + "after the end",
       "error: compressed data is damaged", 1},
  }));
  const ReadScratch scratch;
  CAPTURE(file, bytes.substr(0, 100));
  const ReadResult all = read_all(DocumentReader({scratch.write(file, bytes)}, {}));
  REQUIRE(!all.problems.empty());
  CHECK_THAT(all.problems[0].text(), Catch::Contains(problem));
  CHECK(all.documents.size() == documents);
}

TEST_CASE("compressed parts one after the other are one text", "[extract][read]") {
  const ReadScratch scratch;
  const std::string gz = scratch.write("a.txt.gz", gzipped("One. ") + gzipped("Two."));
  const std::string zst = scratch.write("b.txt.zst", zstandard("One. ") + zstandard("Two."));
  const std::string plain = scratch.write("c.txt.gz", "One. Two.");  // not compressed at all
  const ReadResult all = read_all(DocumentReader({gz, zst, plain}, {}));
  REQUIRE(all.documents.size() == 3);
  for (const Document& d : all.documents) CHECK(d.text == "One. Two.");
}

// Known shortcomings: these fail today, and the test tells when one of them no longer does.
TEST_CASE("half a pair in UTF-16 costs one character", "[extract][read][!shouldfail]") {
  const ReadScratch scratch;
  const std::string path = scratch.write("a.txt", "\xFF\xFEH\0i\0\x3D\xD8 \0x\0"s);
  const ReadResult all = read_all(DocumentReader({path}, {}));
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == "Hi\xEF\xBF\xBD x");
}
TEST_CASE("a file cut off in its first bytes is told once", "[extract][read][!shouldfail]") {
  const ReadScratch scratch;
  const ReadResult all =
      read_all(DocumentReader({scratch.write("a.txt.gz", gzipped("Ann").substr(0, 3))}, {}));
  CHECK(all.problems.size() == 1);
}
TEST_CASE("JSON in UTF-16 is read", "[extract][read][!shouldfail]") {
  const ReadScratch scratch;
  const std::string path =
      scratch.write("a.json", "\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0O\0\"\0}\0"s);
  CHECK(read_all(DocumentReader({path}, {})).documents.size() == 1);
}

TEST_CASE("a record over the limit is passed over, one below it is read", "[extract][read]") {
  const ReadScratch scratch;
  const std::string fifty(std::size_t{50} << 20, 'x');
  const std::string lines =
      "{\"text\": \"One.\"}\n{\"text\": \"" + fifty + "\"}\n{\"text\": \"Three.\"}\n";
  const std::string path = scratch.write("long.ndjson", lines);
  CHECK(read_all(DocumentReader({path}, {})).documents.size() == 3);
  ReadOptions small;
  small.longest_record = std::size_t{1} << 20;
  const ReadResult all = read_all(DocumentReader(
      {path, scratch.write("long.txt", fifty),
       scratch.write("long.json",
                     "[" + lines.substr(17, fifty.size() + 13) + ",{\"text\":\"a\"}]")},
      small));
  CHECK(all.documents.size() == 3);
  REQUIRE(all.problems.size() == 3);
  CHECK_THAT(all.problems[0].text(),
             Catch::Contains("long.json:1:2: error: too long: more than 1 MiB"));
  CHECK_THAT(all.problems[1].text(),
             Catch::Contains("long.ndjson:2: error: too long: more than 1 MiB"));
  CHECK_THAT(all.problems[2].text(), Catch::Contains("long.txt: error: too long"));
}

TEST_CASE("a record brings its own metadata", "[extract][read]") {
  const ReadScratch scratch;
  const std::string path = scratch.write(
      "a.ndjson",
      R"({"id": "x1", "url": "u", "title": "T", "date": "2026-03-01", "publisher": "P", "author": null, "text": "One.", "other": {"id": 3}})"
      "\n{\"text\": \"Two.\"}\n");
  const ReadResult all = read_all(DocumentReader({path}, {}));
  REQUIRE(all.documents.size() == 2);
  const Document& d = all.documents[0];
  CHECK(d.id == "x1");
  CHECK(d.url + d.title + d.date + d.publisher + d.author == "uT2026-03-01P");
  CHECK(all.documents[1].id == path + ":2");
}

TEST_CASE("the first line of a text is its title when it looks like one", "[extract][read]") {
  struct Case {
    std::string text, title;
  };
  const auto [text, title] = GENERATE(values<Case>({
      {"Acme grows\n\nIt did.", "Acme grows"},
      {"\n  Acme grows \n \nIt did.", "Acme grows"},
      {"Acme grows.\n\nIt did.", ""},
      {"Acme grows\nIt did.", ""},
      {"Acme grows\n\n", ""},
      {std::string(200, 'x') + "\n\nIt did.", ""},
  }));
  const ReadScratch scratch;
  const ReadResult all = read_all(DocumentReader({scratch.write("a.txt", text)}, {}));
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].title == title);
  CHECK(all.documents[0].text == text);
}
