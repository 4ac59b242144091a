// SPDX-License-Identifier: Apache-2.0
// compile_gazetteer OUTPUT TABLE...: compiles the tables of schemas/gazetteers into the file that
// factloom maps.
#include <fstream>
#include <iostream>
#include <sstream>

#include "extract/lexicon/gazetteer_builder.h"

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: compile_gazetteer OUTPUT TABLE...\n";
    return 2;
  }
  factloom::GazetteerBuilder builder;
  bool good = true;
  for (int i = 2; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) std::cerr << arguments[i] << ": cannot read\n", good = false;
    for (const auto& mistake : builder.add_table(arguments[i], content.str(), false, {})) {
      std::cerr << mistake.text() << '\n';
      good = false;
    }
  }
  if (!good) return 1;
  const auto image = builder.build();
  std::ofstream out(arguments[1], std::ios::binary);
  out.write(reinterpret_cast<const char*>(image.data()),
            static_cast<std::streamsize>(image.size() * sizeof image[0]));
  return out ? 0 : 1;
}
