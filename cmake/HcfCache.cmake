# ccache where there is one. Paths are rewritten to relative ones, so that a fresh clone profits from an old one.
find_program(HCF_CCACHE ccache)
mark_as_advanced(HCF_CCACHE)
if(HCF_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" "${HCF_CCACHE}")
endif()

# The same bytes wherever the tree stands: __FILE__ and debug information are relative to it. (Not where lines are
# counted: gcov looks its sources up by path.)
if(NOT HCF_COVERAGE)
  add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
endif()
