// SPDX-License-Identifier: Apache-2.0
#include "extract/read/inputs.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "extract/read/records.h"

namespace factloom {
namespace {

namespace fs = std::filesystem;

Diagnostic passed_over(const std::string& path, const char* why) {
  Diagnostic d = trouble(path, why);
  d.warning = true;
  return d;
}

void add_folder(const std::string& folder, Inputs& inputs) {
  std::error_code error;
  auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied,
                                             error);
  if (error) inputs.problems.push_back(trouble(folder, "cannot be opened"));
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    std::error_code none;
    const std::string path = it->path().string(), name = it->path().filename().string();
    if (name[0] == '.') {
      inputs.problems.push_back(passed_over(path, "hidden"));
      it.disable_recursion_pending();
    } else if (it->is_regular_file(none)) {
      if (format_of(path) == InputFormat::none)
        inputs.problems.push_back(passed_over(path, "not a known format"));
      else
        inputs.sources.push_back({path, false});
    }
  }
}

void add_pattern(const std::string& pattern, Inputs& inputs) {
  glob_t found{};
  const bool any = glob(pattern.c_str(), 0, nullptr, &found) == 0;
  if (!any) inputs.problems.push_back(trouble(pattern, "no file has this pattern"));
  for (std::size_t i = 0; any && i < found.gl_pathc; ++i) {
    std::error_code none;
    if (fs::is_directory(found.gl_pathv[i], none))
      add_folder(found.gl_pathv[i], inputs);
    else
      inputs.sources.push_back({found.gl_pathv[i], true});
  }
  globfree(&found);
}

}  // namespace

Inputs expand_inputs(const std::vector<std::string>& arguments) {
  Inputs inputs;
  for (const std::string& argument : arguments) {
    std::error_code none;
    if (argument != "-" && fs::is_directory(argument, none))
      add_folder(argument, inputs);
    else if (argument.find_first_of("*?[") != std::string::npos && !fs::exists(argument, none))
      add_pattern(argument, inputs);
    else
      inputs.sources.push_back({argument, true});
  }
  const auto key = [](const InputSource& s) {
    return std::tuple(s.path == "-", std::string_view(s.path), !s.named);
  };
  std::sort(inputs.sources.begin(), inputs.sources.end(),
            [&](const InputSource& a, const InputSource& b) { return key(a) < key(b); });
  inputs.sources.erase(
      std::unique(inputs.sources.begin(), inputs.sources.end(),
                  [](const InputSource& a, const InputSource& b) { return a.path == b.path; }),
      inputs.sources.end());
  std::stable_sort(inputs.problems.begin(), inputs.problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; });
  return inputs;
}

}  // namespace factloom
