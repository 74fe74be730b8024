# Holds po/*.po against the texts marked TR("…"), TR_INIT("…") and TRP("one", "many") in the code:
#     cmake -D ROOT=FOLDER -D SCRATCH=FOLDER -P tests/check_words.cmake
# fails when a catalogue lacks a text, has one too many, has a fuzzy or an empty translation, when the places {0} {1}… of
# a translation are not those of its source, when a count may break in it ("1 of 2" without U+00A0), or when French has
# another space than the narrow one that does not break before : ! ? » or after «.
#     cmake -D ROOT=FOLDER -D SCRATCH=FOLDER -D UPDATE=ON -P tests/check_words.cmake
# brings the catalogues up to date instead (the build's target `words`): new texts come in empty, old ones go.
# SCRATCH/words.pot is left there: the texts of the code, in order.
cmake_minimum_required(VERSION 3.25)

foreach(tool IN ITEMS xgettext msgmerge msgattrib msgfmt msgcmp)
    find_program(${tool} ${tool} REQUIRED)
endforeach()

set(template "${SCRATCH}/words.pot")
set(ENV{LC_ALL} C)
set(ENV{LANGUAGE} "")

# Runs a tool; `result` gets its exit status and ${result}_said what it wrote on standard error.
function(run_tool result)
    execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${ROOT}" RESULT_VARIABLE status ERROR_VARIABLE said)
    set(${result} "${status}" PARENT_SCOPE)
    set(${result}_said "${said}" PARENT_SCOPE)
endfunction()

# Takes out of a catalogue what would only make noise in diffs: dates, and marks for printf formats, which we do not use.
function(make_quiet file)
    file(READ "${file}" text)
    string(REGEX REPLACE "\"(POT-Creation-Date|Report-Msgid-Bugs-To):[^\n]*\n" "" text "${text}")
    string(REGEX REPLACE "#, (no-)?c-format\n" "" text "${text}")
    string(REGEX REPLACE ", (no-)?c-format" "" text "${text}")
    file(WRITE "${file}" "${text}")
endfunction()

function(collect_texts)
    file(GLOB_RECURSE sources RELATIVE "${ROOT}" "${ROOT}/engine/*.[ch]" "${ROOT}/tools/*.[ch]")
    list(FILTER sources EXCLUDE REGEX "^engine/base/catalog[.]h$")
    run_tool(status "${xgettext}" --language=C --from-code=UTF-8 --keyword --keyword=TR:1 --keyword=TR_INIT:1 --keyword=TRP:1,2
        --add-location=file --no-wrap --force-po --package-name=Palabre -o "${template}" ${sources})
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${status_said}")
    endif()
    make_quiet("${template}")
endfunction()

# The places {0} {1}… of a text, sorted, each once.
function(find_places text result)
    string(REGEX MATCHALL "{[0-9]}" places "${text}")
    list(SORT places)
    list(REMOVE_DUPLICATES places)
    set(${result} "${places}" PARENT_SCOPE)
endfunction()

# A translation has the places of its source; one of a plural may have those of either form ("one walk", "{0} walks").
function(check_places catalogue source plural translation)
    find_places("${source}" wanted)
    find_places("${plural}" also_wanted)
    find_places("${translation}" given)
    if(translation STREQUAL "") # told by msgcmp
        return()
    endif()
    if(NOT given STREQUAL wanted AND (plural STREQUAL "" OR NOT given STREQUAL also_wanted))
        set_property(GLOBAL APPEND_STRING PROPERTY faults
            "${catalogue}: \"${source}\" holds ${wanted}, its translation ${given}\n")
    endif()
endfunction()

# Before : ! ? » and after « French has the narrow space that does not break, everywhere the same. What stands after a
# full stop is no end of a sentence: "? donne de l’aide".
function(check_spaces catalogue translation)
    string(REPLACE "} sur {" "" translation "${translation}") # a count, which check_counts asks for
    if(catalogue MATCHES "fr[.]po$" AND translation MATCHES "[^ ] ([:!]|»)|[^ .] [?]|« | ")
        set_property(GLOBAL APPEND_STRING PROPERTY faults
            "${catalogue}: \"${translation}\" has another space where a narrow one stands\n")
    endif()
endfunction()

# A count that stands together in both languages, "1 of 2" and "1 sur 2", breaks in neither.
function(check_counts catalogue source translation)
    if(NOT translation STREQUAL "" AND ((source MATCHES "} of (about )?{" AND NOT translation MATCHES "} [^ ]+ {") OR
        (source MATCHES "} of (about )?{" AND translation MATCHES "} sur {")))
        set_property(GLOBAL APPEND_STRING PROPERTY faults
            "${catalogue}: \"${translation}\" may break within a count\n")
    endif()
endfunction()

function(check_all_places catalogue)
    file(READ "${ROOT}/${catalogue}" text)
    # What means something in a CMake list and nothing here goes; then each text stands on one line.
    string(REGEX REPLACE "[][;]" " " text "${text}")
    string(REGEX REPLACE "msgstr [0-9] " "msgstr" text "${text}")
    string(REGEX REPLACE "\"\n\"" "" text "${text}")
    string(REGEX REPLACE "\\\\." " " text "${text}")
    string(REPLACE "\n" ";" lines "${text}")
    set(source "")
    foreach(line IN LISTS lines)
        if(line MATCHES "^msgid \"(.*)\"$")
            set(source "${CMAKE_MATCH_1}")
            set(plural "")
        elseif(line MATCHES "^msgid_plural \"(.*)\"$")
            set(plural "${CMAKE_MATCH_1}")
        elseif(line MATCHES "^msgstr *\"(.*)\"$" AND NOT source STREQUAL "")
            set(translation "${CMAKE_MATCH_1}")
            check_places("${catalogue}" "${source}" "${plural}" "${translation}")
            check_spaces("${catalogue}" "${translation}")
            check_counts("${catalogue}" "${source}" "${translation}")
        endif()
    endforeach()
endfunction()

function(check_catalogue catalogue)
    run_tool(format "${msgfmt}" --check -o /dev/null "${catalogue}")
    if(NOT format EQUAL 0 OR format_said)
        set_property(GLOBAL APPEND_STRING PROPERTY faults "${format_said}")
    endif()
    run_tool(texts "${msgcmp}" "${catalogue}" "${template}")
    if(NOT texts EQUAL 0 OR texts_said)
        set_property(GLOBAL APPEND_STRING PROPERTY faults "${texts_said}")
    endif()
    run_tool(old "${msgattrib}" --only-obsolete --no-wrap -o "${template}.old" "${catalogue}")
    if(EXISTS "${template}.old")
        file(REMOVE "${template}.old")
        set_property(GLOBAL APPEND_STRING PROPERTY faults "${catalogue}: keeps obsolete texts (#~)\n")
    endif()
    check_all_places("${catalogue}")
endfunction()

function(update_catalogue catalogue)
    set(merged "${template}.merged")
    run_tool(status "${msgmerge}" --quiet --no-fuzzy-matching --no-wrap --add-location=file -o "${merged}" "${catalogue}" "${template}")
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${status_said}")
    endif()
    run_tool(status "${msgattrib}" --no-obsolete --no-wrap -o "${ROOT}/${catalogue}" "${merged}")
    make_quiet("${ROOT}/${catalogue}")
    file(REMOVE "${merged}")
endfunction()

collect_texts()
file(GLOB catalogues RELATIVE "${ROOT}" "${ROOT}/po/*.po")
foreach(catalogue IN LISTS catalogues)
    if(UPDATE)
        update_catalogue("${catalogue}")
    else()
        check_catalogue("${catalogue}")
    endif()
endforeach()

get_property(faults GLOBAL PROPERTY faults)
if(faults)
    message("${faults}")
    message(FATAL_ERROR "The words are not in order; `cmake --build build/debug --target words` brings new texts in")
endif()
