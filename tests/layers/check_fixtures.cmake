# Proves that check_layers.cmake sees each kind of fault. Every folder here is a small tree of its own; `expected` lists what
# must be said of it, nothing for a tree that is sound. A file may have 8 lines in these trees, a header 6.
cmake_minimum_required(VERSION 3.25)

file(GLOB expectations "${CMAKE_CURRENT_LIST_DIR}/*/expected")
set(failed FALSE)
foreach(expectation IN LISTS expectations)
    cmake_path(GET expectation PARENT_PATH tree)
    execute_process(
        COMMAND "${CMAKE_COMMAND}" -D ROOT=${tree} -D MOST_LINES=8 -D MOST_HEADER_LINES=6
            -P "${CMAKE_CURRENT_LIST_DIR}/../check_layers.cmake"
        RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
    string(REGEX REPLACE "\n*CMake Error.*" "" said "${said}")
    file(READ "${expectation}" expected)
    string(STRIP "${expected}" expected)
    string(STRIP "${said}" said)
    if(NOT said STREQUAL expected OR (expected AND status EQUAL 0) OR (NOT expected AND NOT status EQUAL 0))
        message("In ${tree} was expected:\n${expected}\nand was said (status ${status}):\n${said}")
        set(failed TRUE)
    endif()
endforeach()

list(LENGTH expectations count)
if(failed OR count EQUAL 0)
    message(FATAL_ERROR "check_layers.cmake does not see what it should")
endif()
message(STATUS "${count} trees are judged as expected")
