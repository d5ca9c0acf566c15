# Third-party libraries, under names that hold in a shared and in a static build:
#   hcf::fmt  hcf::yaml_cpp  hcf::utf8proc  hcf::cli11  hcf::json  hcf::expected  hcf::sodium
# All of them are imported, so the compiler takes their headers for system headers.
include(CheckCXXSourceCompiles)

find_package(fmt 9 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Threads REQUIRED)

find_path(HCF_UTF8PROC_INCLUDE utf8proc.h REQUIRED)
find_library(HCF_UTF8PROC_SHARED utf8proc REQUIRED)
find_path(HCF_SODIUM_INCLUDE sodium.h REQUIRED)
find_library(HCF_SODIUM_SHARED sodium REQUIRED)
mark_as_advanced(HCF_UTF8PROC_INCLUDE HCF_UTF8PROC_SHARED HCF_SODIUM_INCLUDE HCF_SODIUM_SHARED)

# HCF_LINK_STATIC: asked for, and possible here.
set(HCF_LINK_STATIC OFF)
if(HCF_STATIC)
  find_library(HCF_YAML_CPP_ARCHIVE libyaml-cpp.a)
  find_library(HCF_UTF8PROC_ARCHIVE libutf8proc.a)
  find_library(HCF_SODIUM_ARCHIVE libsodium.a)
  mark_as_advanced(HCF_YAML_CPP_ARCHIVE HCF_UTF8PROC_ARCHIVE HCF_SODIUM_ARCHIVE)

  set(CMAKE_REQUIRED_FLAGS -fPIE)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
  check_cxx_source_compiles(
    "#include <string>
     int main(int argc, char**) { return std::string(static_cast<unsigned>(argc), 'x').empty(); }"
    HCF_STATIC_PIE_LINKS)
  unset(CMAKE_REQUIRED_FLAGS)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)

  if(HCF_YAML_CPP_ARCHIVE AND HCF_UTF8PROC_ARCHIVE AND HCF_SODIUM_ARCHIVE AND HCF_STATIC_PIE_LINKS)
    set(HCF_LINK_STATIC ON)
  else()
    message(STATUS "hcf: no static libyaml-cpp, libutf8proc, libsodium or C++ library here; linking the shared ones")
  endif()
endif()

# hcf_import(name TARGET target): an alias that does not depend on how a package names its target.
function(hcf_import name)
  add_library(hcf_import_${name} INTERFACE IMPORTED GLOBAL)
  add_library(hcf::${name} ALIAS hcf_import_${name})
  target_link_libraries(hcf_import_${name} INTERFACE ${ARGN})
endfunction()

hcf_import(expected tl::expected)
hcf_import(cli11 CLI11::CLI11)
hcf_import(json nlohmann_json::nlohmann_json)
hcf_import(threads Threads::Threads)

if(HCF_LINK_STATIC)
  hcf_import(fmt fmt::fmt-header-only)
  hcf_import(yaml_cpp ${HCF_YAML_CPP_ARCHIVE})
  hcf_import(utf8proc ${HCF_UTF8PROC_ARCHIVE})
  target_compile_definitions(hcf_import_utf8proc INTERFACE UTF8PROC_STATIC)
  hcf_import(sodium ${HCF_SODIUM_ARCHIVE})
else()
  hcf_import(fmt fmt::fmt)
  hcf_import(yaml_cpp yaml-cpp)
  hcf_import(utf8proc ${HCF_UTF8PROC_SHARED})
  hcf_import(sodium ${HCF_SODIUM_SHARED})
endif()
target_include_directories(hcf_import_utf8proc INTERFACE ${HCF_UTF8PROC_INCLUDE})
target_include_directories(hcf_import_sodium INTERFACE ${HCF_SODIUM_INCLUDE})

# HcfLinkage: how an executable of ours is linked.
add_library(HcfLinkage INTERFACE)
if(HCF_LINK_STATIC)
  target_compile_options(HcfLinkage INTERFACE -fPIE)
  target_link_options(HcfLinkage INTERFACE -static-pie)
endif()
