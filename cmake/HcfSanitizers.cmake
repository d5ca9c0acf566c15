# HcfSanitizers: what the checked builds add to every target of ours, and nothing in the others.
add_library(HcfSanitizers INTERFACE)

if(HCF_SANITIZE)
  set(hcf_sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(HcfSanitizers INTERFACE ${hcf_sanitize})
  target_link_options(HcfSanitizers INTERFACE ${hcf_sanitize})
  target_compile_definitions(HcfSanitizers INTERFACE _GLIBCXX_ASSERTIONS)
endif()

if(HCF_FUZZ)
  target_compile_options(HcfSanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(HCF_COVERAGE)
  target_compile_options(HcfSanitizers INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(HcfSanitizers INTERFACE --coverage)
endif()
