# hcf_layer(<name> SOURCES <file>... LINKS <target>...)
#
# One folder under src/hcf = one static library hcf_<name>, alias hcf::<name>. LINKS repeats the table of the style
# guide: the layers it may include, and its third-party libraries. A layer of headers alone is an INTERFACE library.
function(hcf_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "SOURCES;LINKS")
  if(layer_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "hcf_layer(${name}): unexpected ${layer_UNPARSED_ARGUMENTS}")
  endif()

  if(layer_SOURCES)
    add_library(hcf_${name} STATIC ${layer_SOURCES})
    target_link_libraries(
      hcf_${name}
      PUBLIC ${layer_LINKS}
      PRIVATE HcfWarnings HcfSanitizers HcfLinkage)
    set(scope PUBLIC)
  else()
    add_library(hcf_${name} INTERFACE)
    target_link_libraries(hcf_${name} INTERFACE ${layer_LINKS})
    set(scope INTERFACE)
  endif()
  target_include_directories(hcf_${name} ${scope} "${PROJECT_SOURCE_DIR}/src" "${PROJECT_BINARY_DIR}/generated")
  add_library(hcf::${name} ALIAS hcf_${name})
endfunction()
