# What is given to users holds once what its programs have in common:
#     libpalabre-core.so      the core, and the files that are compiled in
#     libpalabre-window.so    the rooms above it that palabre and palabre-editor share
#     libpalabre-doors.so     the doors to libraries that only imports and workbooks need: opened when one is wanted
# The programs look for them beside bin, wherever that is. Without it, as in tests and for Windows, a program holds all it needs.
option(PALABRE_SHARED "Let the programs share libraries" OFF)
set(PALABRE_LIBRARY STATIC)
cmake_path(SET PALABRE_LIBRARY_FOLDER NORMALIZE "lib/${CMAKE_LIBRARY_ARCHITECTURE}/palabre")
if(PALABRE_SHARED)
    set(PALABRE_LIBRARY SHARED)
    set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
    # Installed, where it was built, and as a package where there is no /proc: then $ORIGIN is not known.
    set(PALABRE_PACKAGED "/usr/${PALABRE_LIBRARY_FOLDER}")
    set(CMAKE_INSTALL_RPATH "$ORIGIN/../${PALABRE_LIBRARY_FOLDER}" "$ORIGIN" "${PALABRE_PACKAGED}")
    set(CMAKE_BUILD_WITH_INSTALL_RPATH ON) # else CMake pads it with colons, and each stands for the working directory
endif()

# Sees to it that `target`, a library of PALABRE_LIBRARY's kind, is called libpalabre-NAME.so where it is shared, and is
# installed. Nothing can step in for what stands in it, so within it calls are direct.
function(palabre_share target name component)
    if(NOT PALABRE_SHARED)
        return()
    endif()
    set_target_properties(${target} PROPERTIES OUTPUT_NAME "palabre-${name}" INSTALL_RPATH "$ORIGIN;${PALABRE_PACKAGED}")
    target_compile_options(${target} PRIVATE -fno-semantic-interposition -ftls-model=initial-exec)
    target_link_options(${target} PRIVATE LINKER:-Bsymbolic-functions)
    install(TARGETS ${target} LIBRARY DESTINATION "${PALABRE_LIBRARY_FOLDER}" COMPONENT ${component})
endfunction()

# Sources in which hot loops stand and of which no other library uses anything: what cannot be called from outside is
# fitted into its callers, as in a program that holds all it needs.
function(palabre_hide)
    if(PALABRE_SHARED)
        file(GLOB sources CONFIGURE_DEPENDS ${ARGN})
        set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS -fvisibility=hidden)
    endif()
endfunction()

# A program that imports or exports is not whole without the library that it opens then.
function(palabre_open_doors target)
    if(PALABRE_SHARED)
        add_dependencies(${target} palabre_doors)
    endif()
endfunction()
