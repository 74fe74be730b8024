# The rooms above the core, each a library of its own, so that a test links no more than it is about.

if(NOT TARGET SDL2_ttf::SDL2_ttf) # a static one has another name
    add_library(SDL2_ttf::SDL2_ttf ALIAS SDL2_ttf::SDL2_ttf-static)
endif()

# The rooms that palabre and palabre-editor share are one library where programs share libraries.
if(PALABRE_SHARED)
    add_library(palabre_window SHARED)
    palabre_share(palabre_window window window)
endif()

# palabre_add_room(ROOM LIBRARY…): the library palabre_ROOM of all that stands in engine/ROOM, if something does.
function(palabre_add_room room)
    palabre_list_sources(sources "engine/${room}")
    list(FILTER sources EXCLUDE REGEX "/main[.]c$")
    if(NOT sources)
        return()
    endif()
    set(own palabre_${room})
    if(PALABRE_SHARED AND NOT room STREQUAL "player")
        set(own palabre_window)
        target_sources(palabre_window PRIVATE ${sources})
        add_library(palabre_${room} ALIAS palabre_window)
    else()
        add_library(palabre_${room} STATIC ${sources})
    endif()
    target_include_directories(${own} PUBLIC engine)
    foreach(library IN LISTS ARGN)
        if(NOT library MATCHES "^palabre_")
            target_link_libraries(${own} PRIVATE ${library})
        elseif(NOT own STREQUAL "palabre_window" OR library STREQUAL "palabre_core")
            target_link_libraries(${own} PUBLIC ${library})
        endif()
    endforeach()
endfunction()

pkg_check_modules(FONTCONFIG IMPORTED_TARGET fontconfig>=2.11.91) # knows which fonts are coloured
if(FONTCONFIG_FOUND)
    set(machine_fonts PkgConfig::FONTCONFIG)
    set_source_files_properties("${PROJECT_SOURCE_DIR}/engine/platform/font_machine.c" PROPERTIES
        COMPILE_DEFINITIONS PALABRE_FONTCONFIG)
else()
    message(STATUS "fontconfig is not there: the machine's own fonts lend no characters")
endif()
palabre_add_room(ui palabre_core PkgConfig::FRIBIDI m) # contrasts of colours
palabre_add_room(platform palabre_ui SDL2::SDL2 SDL2_ttf::SDL2_ttf ZLIB::ZLIB ${machine_fonts} ${CMAKE_DL_LIBS} m)
palabre_add_room(app palabre_platform palabre_core)
palabre_add_room(view palabre_ui palabre_core)
palabre_add_room(player palabre_view palabre_app palabre_platform palabre_core)

if(EXISTS "${PROJECT_SOURCE_DIR}/engine/player/main.c")
    add_executable(palabre engine/player/main.c)
    target_compile_definitions(palabre PRIVATE PALABRE_VERSION="${PROJECT_VERSION}")
    target_link_libraries(palabre PRIVATE palabre_player)
    palabre_open_doors(palabre)
endif()

# The editor's window: all of its folder but the document (CMakeLists.txt).
file(GLOB workshop_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/editor/*.c")
list(REMOVE_ITEM workshop_sources ${editor_sources} "${PROJECT_SOURCE_DIR}/tools/editor/main.c")
add_library(palabre_workshop STATIC ${workshop_sources})
target_link_libraries(palabre_workshop PUBLIC palabre_editor palabre_view palabre_app palabre_platform palabre_core)
add_executable(palabre-editor tools/editor/main.c)
target_compile_definitions(palabre-editor PRIVATE PALABRE_VERSION="${PROJECT_VERSION}")
target_link_libraries(palabre-editor PRIVATE palabre_workshop)
