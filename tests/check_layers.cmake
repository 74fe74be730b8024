# Holds the table of rooms in docs/ARCHITECTURE.md against the code:  cmake -D ROOT=FOLDER -P tests/check_layers.cmake
# Which room may include which, the one door of each foreign library, where memory and files are touched, prefixes, sizes.
# Prints every fault as FILE:LINE: sentence, and fails if there is one.
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED MOST_LINES)
    set(MOST_LINES 600)
    set(MOST_HEADER_LINES 200)
endif()

# room → the rooms whose headers it may include
set(base_may base)
set(spoken_may base spoken)
set(scenario_may base scenario)
set(session_may base scenario session)
set(check_may base scenario session check)
set(map_may base scenario map)
set(told_may base scenario session told)
set(solo_may base scenario session solo)
set(group_may base scenario session told solo group)
set(records_may base session group records)
set(analysis_may base scenario session group analysis)
set(report_may base scenario session group told analysis map report)
set(exchange_may base scenario exchange)
set(ui_may base spoken ui)
set(platform_may base ui platform)
set(app_may base records ui platform app)
set(view_may base spoken scenario session told solo group analysis map ui view)
set(player_may base spoken scenario session check map told solo group records analysis report exchange ui platform app view player)
set(editor_may base spoken scenario session check map told solo group records analysis report exchange ui platform app view editor)
set(push_may base scenario session group records analysis cli push)
set(learn_may base scenario learn)
set(cli_may base scenario session check map told group records analysis report exchange cli)

# files that may include less than their room, and what
set(pure "^tools/editor/(bench|branch|dictionary|difference|document|exits|find|fresh|operation|po|pointer|references|rename|revisions|spelling|template|texts|translation|typing)[a-z_]*[.][ch]$")
set(pure_may base scenario editor)

# foreign header = the files it may stand in. One that is not listed is the operating system's, and so are errno, time and
# signals: only a file that has a twin on another system knows them.
set(doors
    "utf8proc[.]h=^engine/base/utf8(_[a-z]+)?[.]c$"
    "cjson/.*=^engine/base/json[.]c$"
    "pcre2[.]h=^engine/scenario/detector[.]c$"
    "fribidi[.]h=^engine/ui/text_bidi[.]c$"
    "fontconfig/.*=^engine/platform/font_machine[.]c$"
    "sqlite3[.]h=^engine/records/store_database[.]c$"
    "libxml/.*=^engine/exchange/xml_read[.]c$"
    "zip[.]h=^engine/exchange/archive_zip[.]c$"
    "zlib[.]h=^engine/platform/(font_file|picture)[.]c$"
    "xlsxwriter[.]h=^engine/report/spreadsheet[.]c$"
    "libpq-fe[.]h=^tools/push/server[.]c$"
    "(SDL.*|libspeechd)[.]h=^engine/platform/.*[.]c$"
    "stb/.*=^engine/platform/.*[.]c$"
    "sanitizer/.*=^engine/base/arena[.]c$"
    "(inttypes|limits|stdalign|stdarg|stdbool|stddef|stdint)[.]h=."
    "(float|math|stdio|stdlib|string)[.]h=[.]c$"
    ".*=^engine/(base/[a-z_]+_(posix|win32)[.]c|base/file_win32[.]h|platform/[a-z_]+_win32[.]c)$")

# header of ours = the files that may include it: the steps of a room that has one door
set(insides
    "base/file_inside[.]h=^engine/base/file(_[a-z]+)?_posix[.]c$"
    "base/file_win32[.]h=^engine/base/file(_[a-z]+)?_win32[.]c$"
    "spoken/spoken_[a-z]+[.]h=^engine/spoken/"
    "check/check_parts[.]h=^(engine/check|tests)/"
    "map/(layout_graph|map_text)[.]h=^(engine/map|tests)/"
    "push/parcel_inside[.]h=^tools/push/parcel"
    "records/store_(database|inside|row|schema)[.]h=^(engine/records/store|tests/)")

# function = the files that may call it
set(calls
    "(malloc|calloc|realloc|free|aligned_alloc|strdup|strndup)=^engine/base/arena[.]c$"
    "(fopen|freopen|tmpfile|tmpnam|remove|rename|getenv)=^engine/base/[a-z_]+_(posix|win32)[.]c$"
    "setlocale=^engine/base/system_(posix|win32)[.]c$"
    "(system|popen|gets|strtok|assert)=^$")

function(add_fault text)
    set_property(GLOBAL APPEND_STRING PROPERTY faults "${text}\n")
endfunction()

# Whether the first of `rules` that fits `what` lets it stand in `file`; TRUE when none fits.
function(judge rules what file result)
    set(${result} TRUE PARENT_SCOPE)
    foreach(rule IN LISTS ${rules})
        string(REGEX MATCH "^(.*)=(.*)$" rule "${rule}")
        set(pattern "${CMAKE_MATCH_1}")
        set(place "${CMAKE_MATCH_2}")
        if(what MATCHES "^${pattern}$")
            if(NOT file MATCHES "${place}")
                set(${result} FALSE PARENT_SCOPE)
            endif()
            return()
        endif()
    endforeach()
endfunction()

function(check_line place file room line)
    if(line MATCHES "^ *# *include *\"([^\"]+)\"")
        set(header "${CMAKE_MATCH_1}")
        string(REGEX REPLACE "/.*" "" of "${header}")
        if(NOT header MATCHES "^[a-z]+/[a-z0-9_]+[.]h$")
            add_fault("${place}: \"${header}\" is not written as \"room/name.h\"")
        elseif(NOT of IN_LIST ${room}_may)
            add_fault("${place}: ${room} may not include \"${header}\"")
        elseif(file MATCHES "${pure}" AND NOT of IN_LIST pure_may)
            add_fault("${place}: this file may not include \"${header}\"")
        else()
            judge(insides "${header}" "${file}" allowed)
            if(NOT allowed)
                add_fault("${place}: \"${header}\" is internal to its room")
            endif()
        endif()
    elseif(line MATCHES "^ *# *include *<([^>]+)>")
        set(header "${CMAKE_MATCH_1}")
        judge(doors "${header}" "${file}" allowed)
        if(NOT allowed)
            add_fault("${place}: <${header}> may not stand here")
        endif()
    else()
        string(REGEX REPLACE "\"[^\"]*\"" "" line "${line}")
        string(REGEX REPLACE "//.*" "" line "${line}")
        string(REGEX MATCHALL "[A-Za-z0-9_]+ *[(]" names "${line}")
        foreach(name IN LISTS names)
            string(REGEX REPLACE " *[(]" "" name "${name}")
            judge(calls "${name}" "${file}" allowed)
            if(NOT allowed)
                add_fault("${place}: ${name}() may not be called here")
            endif()
        endforeach()
    endif()
endfunction()

# Reads a file as a list of lines. Escapes go first, for \" ends no text; then what means something in a CMake
# list and nothing here.
function(read_lines file result)
    file(READ "${ROOT}/${file}" text)
    string(REGEX REPLACE "\\\\[^\n]" "" text "${text}")
    string(REGEX REPLACE "[][;\\]" " " text "${text}")
    string(REGEX REPLACE "\n$" "" text "${text}")
    string(REPLACE "\n" ";" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(check_size file count)
    if(file MATCHES "[.]h$" AND count GREATER MOST_HEADER_LINES)
        add_fault("${file}:${count}: a header has at most ${MOST_HEADER_LINES} lines")
    elseif(count GREATER MOST_LINES)
        add_fault("${file}:${count}: a file has at most ${MOST_LINES} lines")
    endif()
endfunction()

function(check_file file)
    read_lines("${file}" lines)
    list(LENGTH lines count)
    check_size("${file}" ${count})
    if(NOT file MATCHES "^(engine|tools)/([a-z]+)/")
        return()
    endif()
    set(room "${CMAKE_MATCH_2}")
    if(NOT DEFINED ${room}_may)
        add_fault("${file}:1: ${room} is no room that tests/check_layers.cmake knows")
    endif()
    set(number 0)
    foreach(line IN LISTS lines)
        math(EXPR number "${number} + 1")
        if(line MATCHES "[#(]")
            check_line("${file}:${number}" "${file}" "${room}" "${line}")
        endif()
    endforeach()
endfunction()

# Notes which headers declare a public name with this prefix.
function(add_prefix prefix file)
    set_property(GLOBAL APPEND PROPERTY prefixes "${prefix}")
    get_property(headers GLOBAL PROPERTY "headers of ${prefix}")
    if(NOT file IN_LIST headers)
        set_property(GLOBAL APPEND PROPERTY "headers of ${prefix}" "${file}")
    endif()
endfunction()

# Public names of a header: its functions, macros that stand for one, and the values of its enums.
function(note_names file)
    file(READ "${ROOT}/${file}" text)
    string(REGEX REPLACE "//[^\n]*" "" text "${text}")
    string(REGEX REPLACE "[][;\\]" " " text "${text}")
    string(REGEX MATCHALL "\n(#define )?[A-Za-z][A-Za-z0-9_ *]*[(]" heads "\n${text}")
    foreach(head IN LISTS heads)
        if(NOT head MATCHES "^\n(static|typedef) " AND head MATCHES "[ *\n]([a-z][a-z0-9]*)_[a-z0-9_]*[(]$")
            add_prefix("${CMAKE_MATCH_1}" "${file}")
        endif()
    endforeach()
    string(REGEX MATCHALL "enum[A-Za-z0-9_ ]*{[^}]*}" enums "${text}")
    string(REGEX REPLACE "= *[^,}]*" "" enums "${enums}")
    string(REGEX MATCHALL "[A-Z][A-Z0-9]*_[A-Z0-9_]+" values "${enums}")
    foreach(value IN LISTS values)
        string(REGEX REPLACE "_.*" "" prefix "${value}")
        add_prefix("${prefix}" "${file}")
    endforeach()
endfunction()

# A prefix tells where a name comes from: it stands in one header alone, or in those of one room whose names begin with
# it, or it is the room's own.
function(check_prefix prefix)
    get_property(headers GLOBAL PROPERTY "headers of ${prefix}")
    list(LENGTH headers count)
    if(count EQUAL 1)
        return()
    endif()
    string(TOLOWER "${prefix}" stem)
    string(REGEX REPLACE "s$" "" stem "${stem}") # fonts_ of font.h
    list(GET headers 0 first)
    cmake_path(GET first PARENT_PATH room)
    foreach(header IN LISTS headers)
        if(NOT header MATCHES "^${room}/[^/]*$" OR NOT (header MATCHES "/${stem}[^/]*$" OR room MATCHES "/${stem}$"))
            list(SORT headers)
            list(JOIN headers ", " places)
            add_fault("${prefix}_ stands in ${places}: a prefix belongs to one header, or to those that begin with it")
            return()
        endif()
    endforeach()
endfunction()

set(files)
foreach(folder IN ITEMS engine tools tests bench)
    file(GLOB_RECURSE found RELATIVE "${ROOT}" "${ROOT}/${folder}/*.[ch]")
    list(FILTER found EXCLUDE REGEX "^tests/layers/|/node_modules/")
    list(APPEND files ${found})
endforeach()
foreach(file IN LISTS files)
    check_file("${file}")
    if(file MATCHES "^(engine|tools)/.*[.]h$")
        note_names("${file}")
    endif()
endforeach()
get_property(prefixes GLOBAL PROPERTY prefixes)
list(REMOVE_DUPLICATES prefixes)
list(SORT prefixes)
foreach(prefix IN LISTS prefixes)
    check_prefix("${prefix}")
endforeach()

list(LENGTH files count)
get_property(faults GLOBAL PROPERTY faults)
if(count EQUAL 0)
    message(FATAL_ERROR "No source was found in ${ROOT}")
elseif(faults)
    message("${faults}")
    message(FATAL_ERROR "Rooms, doors, names or sizes are not kept")
endif()
message(STATUS "${count} files keep to rooms, doors, names and sizes")
