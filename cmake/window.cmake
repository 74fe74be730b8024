# The rooms above the core, each a library of its own, so that a test links no more than it is about.

if(NOT TARGET SDL2_ttf::SDL2_ttf) # a static one has another name
    add_library(SDL2_ttf::SDL2_ttf ALIAS SDL2_ttf::SDL2_ttf-static)
endif()

# palabre_add_room(ROOM LIBRARY…): the library palabre_ROOM of all that stands in engine/ROOM, if something does.
function(palabre_add_room room)
    palabre_list_sources(sources "engine/${room}")
    list(FILTER sources EXCLUDE REGEX "/main[.]c$")
    if(NOT sources)
        return()
    endif()
    add_library(palabre_${room} STATIC ${sources})
    target_include_directories(palabre_${room} PUBLIC engine)
    foreach(library IN LISTS ARGN)
        if(library MATCHES "::")
            target_link_libraries(palabre_${room} PRIVATE ${library})
        elseif(TARGET ${library})
            target_link_libraries(palabre_${room} PUBLIC ${library})
        endif()
    endforeach()
endfunction()

palabre_add_room(ui palabre_core PkgConfig::FRIBIDI)
if(TARGET palabre_ui)
    target_link_libraries(palabre_ui PUBLIC m) # contrasts of colours
endif()
palabre_add_room(platform palabre_ui SDL2::SDL2 SDL2_ttf::SDL2_ttf)
palabre_add_room(app palabre_platform palabre_core)
palabre_add_room(view palabre_ui palabre_core)
palabre_add_room(player palabre_view palabre_app palabre_platform palabre_core)
if(TARGET palabre_platform)
    target_link_libraries(palabre_platform PRIVATE ZLIB::ZLIB ${CMAKE_DL_LIBS} m)
    pkg_check_modules(FONTCONFIG IMPORTED_TARGET fontconfig>=2.11.91) # knows which fonts are coloured
    if(FONTCONFIG_FOUND)
        target_compile_definitions(palabre_platform PRIVATE PALABRE_FONTCONFIG)
        target_link_libraries(palabre_platform PRIVATE PkgConfig::FONTCONFIG)
    else()
        message(STATUS "fontconfig is not there: the machine's own fonts lend no characters")
    endif()
endif()

if(EXISTS "${PROJECT_SOURCE_DIR}/engine/player/main.c")
    add_executable(palabre engine/player/main.c)
    target_compile_definitions(palabre PRIVATE PALABRE_VERSION="${PROJECT_VERSION}")
    target_link_libraries(palabre PRIVATE palabre_player)
endif()

# The editor's window: all of its folder but the document (CMakeLists.txt).
file(GLOB workshop_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/editor/*.c")
list(REMOVE_ITEM workshop_sources ${editor_sources} "${PROJECT_SOURCE_DIR}/tools/editor/main.c")
add_library(palabre_workshop STATIC ${workshop_sources})
target_link_libraries(palabre_workshop PUBLIC palabre_editor palabre_view palabre_app palabre_platform palabre_core)
add_executable(palabre-editor tools/editor/main.c)
target_compile_definitions(palabre-editor PRIVATE PALABRE_VERSION="${PROJECT_VERSION}")
target_link_libraries(palabre-editor PRIVATE palabre_workshop)
