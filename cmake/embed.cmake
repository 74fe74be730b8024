# Compiles files into the program. In a project:  palabre_embed(result HEADER FILE…)  sets `result` to a generated source
# that implements HEADER, as "base/embedded.h": `Str embedded_find(Str name)`, called as the header is. As a script (-P) it
# writes that source:  -D OUTPUT=FILE -D HEADER=HEADER -D "FILES=a;b".

# Gives the text of a C array initialiser that holds the bytes of `file`, sixteen a line.
function(embed_bytes file result)
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "................................" "\\0\n    " hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
    set(${result} "${hex}" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
    set(arrays "")
    set(rows "")
    set(number 0)
    foreach(file IN LISTS FILES)
        cmake_path(GET file FILENAME name)
        embed_bytes("${file}" bytes)
        # A zero ends each array, so that an empty file is one too; the length does not count it.
        string(APPEND arrays "static const unsigned char BYTES_${number}[] = { // ${name}\n    ${bytes}0x00};\n\n")
        string(APPEND rows
            "    {S_INIT(\"${name}\"), {(const char *)BYTES_${number}, (ptrdiff_t)sizeof BYTES_${number} - 1}},\n")
        math(EXPR number "${number} + 1")
    endforeach()
    cmake_path(GET HEADER STEM prefix)
    file(WRITE "${OUTPUT}" "// Made by cmake/embed.cmake.
#include \"${HEADER}\"

${arrays}static const struct {
    Str name, bytes;
} FILES[] = {
${rows}    {{0}, {0}},
};

Str ${prefix}_find(Str name) {
    for (int i = 0; i < ${number}; i++) {
        if (str_equal(FILES[i].name, name)) {
            return FILES[i].bytes;
        }
    }
    return (Str){0};
}
")
    return()
endif()

# FILE is absolute, or relative to the project's root. A root file that is not there is left out, saying so.
function(palabre_embed result header)
    set(present)
    foreach(file IN LISTS ARGN)
        if(IS_ABSOLUTE "${file}")
            list(APPEND present "${file}")
            continue()
        endif()
        file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${file}")
        if(NOT found)
            message(STATUS "${file} is not there: it is not compiled in")
        endif()
        list(APPEND present ${found})
    endforeach()
    cmake_path(GET header STEM name)
    set(output "${PROJECT_BINARY_DIR}/${name}.c")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" -D OUTPUT=${output} -D HEADER=${header} -D "FILES=${present}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        DEPENDS ${present} "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        COMMENT "Compiling files in"
        VERBATIM)
    set(${result} "${output}" PARENT_SCOPE)
endfunction()
