# The tests are some hundred and seventy programs: lld links one in a third of the time, where it is there.
find_program(PALABRE_LLD ld.lld)
if(PALABRE_LLD AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_link_options(-fuse-ld=lld)
endif()
