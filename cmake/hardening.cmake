# What an optimised build is hardened with. Paths are mapped so that two builds of one source are equal byte for byte,
# wherever they are made.
if(NOT CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$")
    return()
endif()

include(CheckCSourceCompiles)
set(CMAKE_REQUIRED_FLAGS "-O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3")
check_c_source_compiles("#include <string.h>\nint main(void) { char a[2]; memset(a, 0, 2); return a[0]; }" PALABRE_FORTIFY_3)
unset(CMAKE_REQUIRED_FLAGS)

add_compile_options(
    -fno-common "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" "-ffile-prefix-map=${PROJECT_BINARY_DIR}/=")
if(WIN32)
    # Programs move in memory and nothing runs on the stack unless one asks otherwise.
    add_compile_options(-fstack-protector-strong)
    add_link_options(-fstack-protector-strong)
    return()
endif()
# What a program is made of may stand anywhere in memory, which is less than a shared library needs: that has -fPIC.
set(of_program $<NOT:$<STREQUAL:$<TARGET_PROPERTY:TYPE>,SHARED_LIBRARY>>)
add_compile_options(
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$<IF:$<BOOL:${PALABRE_FORTIFY_3}>,3,2>
    -fstack-protector-strong -fstack-clash-protection $<${of_program}:-fPIE>)
add_link_options($<${of_program}:-pie> LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
