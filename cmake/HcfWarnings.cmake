# HcfWarnings: linked PRIVATE by every target of ours, so that nobody else's headers are held to it.
add_library(HcfWarnings INTERFACE)
target_compile_options(
  HcfWarnings
  INTERFACE
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wconversion
    -Wsign-conversion
    -Wold-style-cast
    -Wcast-qual
    -Wcast-align
    -Wformat=2
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    -Wextra-semi
    -Wimplicit-fallthrough
    -Wunused
    -Wunused-const-variable # a rule, format or command that no list names
    $<$<BOOL:${HCF_WERROR}>:-Werror>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(
    HcfWarnings
    INTERFACE
      -Wduplicated-cond
      -Wduplicated-branches
      -Wlogical-op
      -Wmissing-declarations
      # GCC 12 warns of overlapping copies inside std::string (GCC bug 105651).
      -Wno-restrict
      # The checks that the sanitizers add look like paths to a null or an unset value.
      $<$<NOT:$<BOOL:${HCF_SANITIZE}>>:-Wnull-dereference>
      $<$<BOOL:${HCF_SANITIZE}>:-Wno-maybe-uninitialized>)
else()
  target_compile_options(
    HcfWarnings INTERFACE -Wnull-dereference -Wmissing-prototypes -Wunreachable-code-aggressive -Wcomma
                          -Wrange-loop-analysis)
endif()
