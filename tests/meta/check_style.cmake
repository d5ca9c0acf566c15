# What the style guide says of a file's text and clang-format does not see.
#   cmake -D ROOT=<tree> -P check_style.cmake
cmake_minimum_required(VERSION 3.25)

set(faults 0)
macro(fault text)
  message("${text}")
  math(EXPR faults "${faults} + 1")
endmacro()

file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/src/*.h" "${ROOT}/src/*.cpp" "${ROOT}/tests/*.h"
     "${ROOT}/tests/*.cpp" "${ROOT}/bench/*.h" "${ROOT}/bench/*.cpp")
list(FILTER files EXCLUDE REGEX "^tests/meta/wrong_tree/")
list(SORT files COMPARE STRING)

foreach(path IN LISTS files)
  file(READ "${ROOT}/${path}" text)
  if(NOT text MATCHES "^// SPDX-License-Identifier: Apache-2\\.0\n")
    fault("${path}:1: the first line is not the SPDX line")
  endif()
  if(path MATCHES "\\.h$" AND NOT text MATCHES "\n#pragma once\n")
    fault("${path}: a header without #pragma once")
  endif()
  string(REGEX REPLACE "TODO\\(#[0-9]+\\): " "" without_issues "${text}")
  if(without_issues MATCHES "(TODO|FIXME)[^\n]*")
    fault("${path}: '${CMAKE_MATCH_0}' names no issue, as TODO(#123): does")
  endif()
  # The standard library's literals are the exception: there is no other way to their suffixes.
  string(REGEX REPLACE "using namespace std::[a-z_]*literals" "" without_literals "${text}")
  if(without_literals MATCHES "\n[^\n/\"]*using namespace[^\n]*")
    fault("${path}: using namespace")
  endif()

  if(path MATCHES "^src/")
    if(NOT path STREQUAL "src/hcf/yaml/parse.cpp" AND text MATCHES "\n([^\n/\"]*[^\n/\"a-z_])?throw[ ;]")
      fault("${path}: our code does not throw")
    endif()
    string(REGEX REPLACE "[^\n]" "" newlines "${text}")
    string(LENGTH "${newlines}" lines)
    if(lines GREATER 500)
      fault("${path}: ${lines} lines; past 500 it is split by responsibility")
    endif()
  endif()
endforeach()

if(faults)
  message(FATAL_ERROR "check_style: ${faults} faults")
endif()
