# A room is its folder: every .c in it is part of it, but for NAME_posix.c or NAME_win32.c, which knows another system.
if(WIN32)
    set(PALABRE_OTHER_SYSTEM posix)
else()
    set(PALABRE_OTHER_SYSTEM win32)
endif()

# Sets `result` to the sources of a folder.
function(palabre_list_sources result folder)
    file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.c")
    list(FILTER sources EXCLUDE REGEX "_${PALABRE_OTHER_SYSTEM}[.]c$")
    set(${result} ${sources} PARENT_SCOPE)
endfunction()
