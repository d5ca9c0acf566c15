# check_layers.cmake must see every fault of the small tree in wrong_tree, say it as expected.txt does, and nothing else.
cmake_minimum_required(VERSION 3.25)

execute_process(
  COMMAND "${CMAKE_COMMAND}" -D "ROOT=${CMAKE_CURRENT_LIST_DIR}/wrong_tree" -P
          "${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake"
  RESULT_VARIABLE code
  ERROR_VARIABLE said
  OUTPUT_VARIABLE printed)
if(code EQUAL 0)
  message(FATAL_ERROR "check_layers found nothing wrong with wrong_tree")
endif()

file(READ "${CMAKE_CURRENT_LIST_DIR}/wrong_tree/expected.txt" expected)
string(FIND "${said}" "CMake Error" summary)
string(SUBSTRING "${said}" 0 ${summary} said)
if(NOT said STREQUAL expected)
  message(FATAL_ERROR "check_layers said\n${said}\nwhere expected.txt has\n${expected}")
endif()
