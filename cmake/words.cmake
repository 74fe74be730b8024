# The words of the interface. Source texts are the English ones marked TR("…") in the code; po/<language>.po translates
# them and is compiled to <language>.mo. The target `words` brings po/*.po up to date with the code.
find_program(MSGFMT msgfmt REQUIRED)

# Sets `result` to the .mo files that po/*.po compile to.
function(palabre_compile_catalogues result)
    file(GLOB catalogues CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/po/*.po")
    set(compiled)
    foreach(catalogue IN LISTS catalogues)
        cmake_path(GET catalogue STEM language)
        set(output "${PROJECT_BINARY_DIR}/${language}.mo")
        add_custom_command(
            OUTPUT "${output}"
            COMMAND "${MSGFMT}" --check --no-hash --endianness=little -o "${output}" "${catalogue}"
            DEPENDS "${catalogue}"
            COMMENT "Compiling the words of ${language}"
            VERBATIM)
        list(APPEND compiled "${output}")
    endforeach()
    set(${result} "${compiled}" PARENT_SCOPE)
endfunction()

add_custom_target(words
    COMMAND "${CMAKE_COMMAND}" -D ROOT=${PROJECT_SOURCE_DIR} -D SCRATCH=${PROJECT_BINARY_DIR} -D UPDATE=ON
        -P "${PROJECT_SOURCE_DIR}/tests/check_words.cmake"
    COMMENT "Bringing po/ up to date with the code"
    VERBATIM)
