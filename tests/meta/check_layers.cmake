# Holds every #include under src against the style guide's section 3: which layer may use which, and where third-party
# and stream headers may stand.
#   cmake -D ROOT=<tree> -P check_layers.cmake
cmake_minimum_required(VERSION 3.25)

# What each folder may include; its own headers always.
set(may_base)
set(may_diag base)
set(may_yaml diag base)
set(may_schema yaml diag base)
set(may_rules model schema diag base)  # ADR 0001
set(may_model base)
set(may_load model rules schema yaml diag base)
set(may_analysis model base)
set(may_report base)
set(may_present analysis model report diag base)  # ADR 0001
set(may_site present analysis model report base)  # ADR 0025
set(may_cli site present report analysis load model rules schema yaml diag base)
set(layers base diag yaml schema rules model load analysis report present site cli)

# Third-party and stream headers, and the paths (under src/) of the files that may include them.
set(restricted "^<yaml-cpp/" "^<CLI/" "^<nlohmann/" "^<utf8proc" "^<tl/" "^<(iostream|fstream|ostream|iomanip)>$"
               "^<(istream|sstream|streambuf)>$" "^<doctest/")
set(where "^hcf/yaml/parse\\.cpp$" "^hcf/cli/" "^hcf/(report|present|cli)/" "^hcf/base/" "^hcf/(base|yaml)/"
          "^(hcf/cli/|main\\.cpp$)" "^(hcf/cli/|main\\.cpp$|hcf/yaml/parse\\.cpp$)" "^$")

set(faults 0)
macro(fault text)
  message("${text}")
  math(EXPR faults "${faults} + 1")
endmacro()

file(GLOB_RECURSE files RELATIVE "${ROOT}/src" "${ROOT}/src/*.h" "${ROOT}/src/*.cpp" "${ROOT}/src/*.inc")
list(SORT files COMPARE STRING)
if(NOT files)
  message(FATAL_ERROR "check_layers: no sources under ${ROOT}/src")
endif()

foreach(path IN LISTS files)
  set(layer "")
  if(path MATCHES "^hcf/([^/]+)/")
    set(layer "${CMAKE_MATCH_1}")
    if(NOT layer IN_LIST layers)
      fault("src/${path}: '${layer}' is no layer")
      continue()
    endif()
  endif()

  file(STRINGS "${ROOT}/src/${path}" lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*([<\"][^>\"]*[>\"]).*" "\\1" header "${line}")

    if(header MATCHES "^\"hcf/([^/]+)/")
      set(used "${CMAKE_MATCH_1}")
      if(layer AND NOT used STREQUAL layer AND NOT used IN_LIST may_${layer})
        fault("src/${path}: layer '${layer}' may not include ${header}")
      endif()
      continue()
    elseif(header MATCHES "^\"")
      fault("src/${path}: ${header} is not included by its path from src/")
      continue()
    elseif(header MATCHES "^<hcf/")
      fault("src/${path}: ${header} is ours, so it is included in quotes")
      continue()
    endif()

    foreach(pattern allowed IN ZIP_LISTS restricted where)
      if(header MATCHES "${pattern}" AND NOT path MATCHES "${allowed}")
        fault("src/${path}: ${header} may not be included here")
      endif()
    endforeach()
  endforeach()
endforeach()

if(faults)
  message(FATAL_ERROR "check_layers: ${faults} includes against the layers")
endif()
