# The verbs of palabre-cli are found by where they stand: tools/cli/verb_NAME.c defines VERB_NAME (see cli.h).

# Sets `result` to the generated verbs.c, which lists them.
function(palabre_list_verbs result)
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/cli/verb_*.c")
    set(declarations "")
    set(rows "")
    foreach(source IN LISTS sources)
        cmake_path(GET source STEM name)
        string(TOUPPER "${name}" name)
        string(APPEND declarations "extern const Verb ${name};\n")
        string(APPEND rows "    &${name},\n")
    endforeach()
    set(output "${PROJECT_BINARY_DIR}/verbs.c")
    file(CONFIGURE OUTPUT "${output}" CONTENT "// Made by cmake/verbs.cmake.
#include \"cli/cli.h\"

${declarations}
const Verb *const CLI_VERBS[] = {
${rows}};
const int32_t CLI_VERB_COUNT = (int32_t)(sizeof CLI_VERBS / sizeof *CLI_VERBS);
" @ONLY)
    set(${result} "${output}" PARENT_SCOPE)
endfunction()
