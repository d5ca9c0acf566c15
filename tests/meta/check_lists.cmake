# Every source and test stands in the list that builds it: a file that nobody compiles says nothing when it breaks.
#   cmake -D ROOT=<tree> -P check_lists.cmake
cmake_minimum_required(VERSION 3.25)

set(faults 0)
macro(fault text)
  message("${text}")
  math(EXPR faults "${faults} + 1")
endmacro()

# Complains of each file (relative to `folder`) that `list` does not hold on a line of its own.
function(expect_listed folder list)
  file(READ "${ROOT}/${list}" text)
  foreach(path IN LISTS ARGN)
    string(REGEX REPLACE "([.+])" "\\\\\\1" pattern "${path}")
    if(NOT text MATCHES "\n[ \t]*${pattern}[ \t]*\\)?[ \t]*(#[^\n]*)?\n")
      fault("${folder}/${path} is not in ${list}")
    endif()
  endforeach()
  set(faults ${faults} PARENT_SCOPE)
endfunction()

file(GLOB layers RELATIVE "${ROOT}/src/hcf" "${ROOT}/src/hcf/*")
foreach(layer IN LISTS layers)
  file(GLOB_RECURSE sources RELATIVE "${ROOT}/src/hcf/${layer}" "${ROOT}/src/hcf/${layer}/*.cpp")
  if(sources) # a folder of pages and scripts alone has no list
    expect_listed("src/hcf/${layer}" "src/hcf/${layer}/CMakeLists.txt" ${sources})
  endif()
endforeach()

file(GLOB_RECURSE tests RELATIVE "${ROOT}/tests" "${ROOT}/tests/*_test.cpp" "${ROOT}/tests/real/*.sh")
expect_listed(tests tests/CMakeLists.txt ${tests})

if(faults)
  message(FATAL_ERROR "check_lists: ${faults} files that no list names")
endif()
