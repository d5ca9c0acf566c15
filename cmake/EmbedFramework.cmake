# Turns framework/*.yaml into C++ at build time, so that the binary holds those very files.
#
# Included, it gives hcf_embed_framework(<variable>), which sets the variable to the generated source. Run as a script
#   cmake -D FRAMEWORK=<dir> -D OUTPUT=<file.cpp> -D DEPFILE=<file.d> -P EmbedFramework.cmake
# it writes that source: `hcf::embedded_framework()`, declared in hcf/load/embedded.h, files in byte order of names.
# The folder itself is a dependency (a file added or removed), and so is each file in it (a file edited).

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(HCF_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

  function(hcf_embed_framework variable)
    set(framework "${PROJECT_SOURCE_DIR}/framework")
    set(output "${PROJECT_BINARY_DIR}/generated/hcf/load/embedded_framework.cpp")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${CMAKE_COMMAND}" -D "FRAMEWORK=${framework}" -D "OUTPUT=${output}" -D "DEPFILE=${output}.d" -P
              "${HCF_EMBED_SCRIPT}"
      DEPENDS "${framework}" "${HCF_EMBED_SCRIPT}"
      DEPFILE "${output}.d"
      COMMENT "Embedding the framework"
      VERBATIM)
    set(${variable} "${output}" PARENT_SCOPE)
  endfunction()
  return()
endif()

cmake_minimum_required(VERSION 3.25)

set(delimiter "hcf")
set(piece_size 15000) # bytes; compilers need not take a literal of more than 65,536

# Sets `result` to string literals that together are `text`, each a raw string that ends at the end of a line.
function(to_literals text result)
  string(FIND "${text}" ")${delimiter}\"" at)
  if(NOT at EQUAL -1)
    message(FATAL_ERROR "EmbedFramework: a file contains the delimiter )${delimiter}\"")
  endif()
  set(literals "")
  string(LENGTH "${text}" left)
  while(left GREATER 0)
    if(left LESS_EQUAL piece_size)
      set(size ${left})
    else()
      string(SUBSTRING "${text}" 0 ${piece_size} head)
      string(FIND "${head}" "\n" newline REVERSE)
      if(newline EQUAL -1)
        message(FATAL_ERROR "EmbedFramework: a line of more than ${piece_size} bytes")
      endif()
      math(EXPR size "${newline} + 1")
    endif()
    string(SUBSTRING "${text}" 0 ${size} piece)
    string(SUBSTRING "${text}" ${size} -1 text)
    string(LENGTH "${text}" left)
    string(APPEND literals "\n    R\"${delimiter}(${piece})${delimiter}\"")
  endwhile()
  if(literals STREQUAL "")
    set(literals "\"\"")
  endif()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

file(GLOB names RELATIVE "${FRAMEWORK}" "${FRAMEWORK}/*.yaml")
list(SORT names COMPARE STRING)
list(LENGTH names count)
if(count EQUAL 0)
  message(FATAL_ERROR "EmbedFramework: no framework/*.yaml")
endif()

set(entries "")
set(dependencies "")
foreach(name IN LISTS names)
  file(READ "${FRAMEWORK}/${name}" text)
  string(LENGTH "${text}" read)
  file(SIZE "${FRAMEWORK}/${name}" size)
  string(FIND "${text}" "\r" carriage_return)
  if(NOT read EQUAL size OR NOT carriage_return EQUAL -1)
    message(FATAL_ERROR "EmbedFramework: framework/${name} holds a NUL or a carriage return")
  endif()
  to_literals("${text}" literals)
  string(APPEND entries "    {\"framework/${name}\", ${literals}},\n")
  string(REPLACE " " "\\ " dependency "${FRAMEWORK}/${name}")
  string(APPEND dependencies " \\\n  ${dependency}")
endforeach()

set(source
    "// Generated from framework/*.yaml by cmake/EmbedFramework.cmake.
#include \"hcf/load/embedded.h\"

#include <array>

namespace hcf {

namespace {

constexpr std::array<EmbeddedFile, ${count}> kFiles{{
${entries}}};

}  // namespace

std::span<const EmbeddedFile> embedded_framework() { return kFiles; }

}  // namespace hcf
")

# Left alone when nothing changed, so that nothing is compiled again.
set(old "")
if(EXISTS "${OUTPUT}")
  file(READ "${OUTPUT}" old)
endif()
if(NOT old STREQUAL source)
  file(WRITE "${OUTPUT}" "${source}")
endif()
string(REPLACE " " "\\ " target "${OUTPUT}")
file(WRITE "${DEPFILE}" "${target}:${dependencies}\n")
