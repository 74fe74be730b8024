# Read by cpack: what it packs bears the date of the commit, so that it comes out the same each time.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    return()
endif()
execute_process(
    COMMAND git -C "${CMAKE_CURRENT_LIST_DIR}" log -1 --format=%ct
    OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(date)
    set(ENV{SOURCE_DATE_EPOCH} "${date}")
endif()
