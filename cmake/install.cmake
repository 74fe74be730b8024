# What `cmake --install` puts where, and what `cpack` makes of it: palabre-VERSION-linux-MACHINE.tar.gz, which has all of
# it and runs from any folder, and Debian packages:
#     palabre-cli    the terminal program and the cases; needs no SDL
#     palabre        the window and the editor, their fonts and what desktops want to know; depends on palabre-cli
#     palabre-push   the program that sends sessions to a server, where libpq was there; depends on palabre-cli too
# Two builds of one commit give files that are equal byte for byte.
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
find_program(GZIP gzip REQUIRED)

# Compresses FILE, which may be relative to the project, and installs it as FOLDER/NAME.gz. No time is written into it.
function(palabre_install_compressed component file folder name)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set(copy "${PROJECT_BINARY_DIR}/compressed/${folder}/${name}")
    add_custom_command(
        OUTPUT "${copy}.gz"
        COMMAND "${CMAKE_COMMAND}" -E copy "${file}" "${copy}"
        COMMAND "${GZIP}" -n9f "${copy}"
        DEPENDS "${file}"
        COMMENT "Compressing ${file}"
        VERBATIM)
    string(MAKE_C_IDENTIFIER "compressed_${folder}/${name}" target)
    add_custom_target(${target} ALL DEPENDS "${copy}.gz")
    install(FILES "${copy}.gz" DESTINATION "${folder}" COMPONENT ${component})
endfunction()

# Sets `result` to the manual page of NAME in LANGUAGE, FILE. That of palabre-cli has its verbs from the program itself.
function(palabre_make_manual result name language file)
    if(NOT name STREQUAL "palabre-cli")
        set(${result} "${file}" PARENT_SCOPE)
        return()
    endif()
    set(page "${PROJECT_BINARY_DIR}/manual/${language}/${name}.1")
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/manual/${language}")
    add_custom_command(
        OUTPUT "${page}"
        COMMAND "${PROJECT_SOURCE_DIR}/cmake/manual.sh" $<TARGET_FILE:${name}> ${language}
                "${PROJECT_SOURCE_DIR}/${file}" "${page}"
        DEPENDS ${name} "${file}" cmake/manual.sh
        COMMENT "Writing ${language}/${name}.1"
        VERBATIM)
    set(${result} "${page}" PARENT_SCOPE)
endfunction()

# A program and its manual pages.
function(palabre_install_program component name)
    install(TARGETS ${name} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT ${component})
    palabre_make_manual(english ${name} en data/man/${name}.1)
    palabre_make_manual(french ${name} fr data/man/fr/${name}.1)
    palabre_install_compressed(${component} "${english}" "${CMAKE_INSTALL_MANDIR}/man1" ${name}.1)
    palabre_install_compressed(${component} "${french}" "${CMAKE_INSTALL_MANDIR}/fr/man1" ${name}.1)
endfunction()

# What Debian wants of the package NAME.
function(palabre_install_notes component name)
    set(folder "${CMAKE_INSTALL_DATAROOTDIR}/doc/${name}")
    install(FILES data/debian/copyright DESTINATION "${folder}" COMPONENT ${component})
    palabre_install_compressed(${component} data/debian/changelog "${folder}" changelog)
endfunction()

set(data "${CMAKE_INSTALL_DATAROOTDIR}")
set(components)

if(TARGET palabre-cli)
    list(APPEND components terminal)
    palabre_install_program(terminal palabre-cli)
    palabre_install_notes(terminal palabre-cli)
    file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true "scenarios/*")
    foreach(folder IN LISTS folders)
        if(IS_DIRECTORY "${folder}")
            install(DIRECTORY "${folder}" DESTINATION "${data}/palabre/scenarios" COMPONENT terminal
                FILES_MATCHING PATTERN "*.json" PATTERN "*.test.json" EXCLUDE)
        endif()
    endforeach()
endif()

if(TARGET palabre)
    list(APPEND components window)
    palabre_install_program(window palabre)
    palabre_install_program(window palabre-editor)
    palabre_install_notes(window palabre)
    # What each start reads lies there as it is. The others are large, and opened when one of their characters is met.
    file(GLOB fonts CONFIGURE_DEPENDS "assets/fonts/*.ttf")
    foreach(font IN LISTS fonts)
        cmake_path(GET font FILENAME name)
        if(name MATCHES "^Atkinson")
            install(FILES "${font}" DESTINATION "${data}/palabre/fonts" COMPONENT window)
        else()
            palabre_install_compressed(window "${font}" "${data}/palabre/fonts" "${name}")
        endif()
    endforeach()
    install(FILES data/org.palabre.Palabre.desktop DESTINATION "${data}/applications" COMPONENT window)
    install(FILES data/org.palabre.Palabre.metainfo.xml DESTINATION "${data}/metainfo" COMPONENT window)
    install(FILES data/org.palabre.Palabre.xml DESTINATION "${data}/mime/packages" COMPONENT window)
    install(FILES data/debian/lintian-overrides DESTINATION "${data}/lintian/overrides" RENAME palabre COMPONENT window)
    set(icons "${data}/icons/hicolor/scalable")
    install(FILES data/icons/palabre.svg DESTINATION "${icons}/apps" COMPONENT window)
    install(FILES data/icons/palabre-case.svg DESTINATION "${icons}/mimetypes"
        RENAME application-vnd.palabre.case+json.svg COMPONENT window)
endif()

if(TARGET palabre-push)
    list(APPEND components push)
    palabre_install_program(push palabre-push)
    palabre_install_notes(push palabre-push)
    palabre_install_compressed(push docs/PUSH.md "${CMAKE_INSTALL_DATAROOTDIR}/doc/palabre-push" PUSH.md)
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME palabre)
set(CPACK_PACKAGE_FILE_NAME "palabre-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_CONTACT "Palabre contributors <palabre@example.org>")
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_LIST_DIR}/package_date.cmake")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL ${components})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE palabre) # whose folder under /usr/lib all of them may look into
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(what "Palabre plays branching role-play situations and quizzes: how to conclude an
interview, de-escalate, answer a prejudiced remark, decide whether to act in
somebody's place. It is made for people who help the public, and for those who
train them. It marks choices in a fictional case, never a person; it reaches
no network, asks no name, and keeps nothing without being asked.")
set(CPACK_DEBIAN_TERMINAL_PACKAGE_NAME palabre-cli)
set(CPACK_DEBIAN_TERMINAL_DESCRIPTION "practise difficult conversations in the terminal
${what}
.
This package has the cases, and the program that plays, checks, tests and
draws them in the terminal, in a way that a screen reader reads well.")
set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME palabre)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "palabre-cli (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "libspeechd2, speech-dispatcher") # opened when speech is asked for
set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS "libhunspell-1.7-0, hunspell-fr") # opened when a case is written
set(CPACK_DEBIAN_WINDOW_DESCRIPTION "practise difficult conversations, alone or as a group
${what}
.
This package has the window, and the editor in which such situations are
written.")
set(CPACK_DEBIAN_PUSH_PACKAGE_NAME palabre-push)
set(CPACK_DEBIAN_PUSH_PACKAGE_DEPENDS "palabre-cli (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PUSH_DESCRIPTION "send sessions of Palabre to a PostgreSQL server
Palabre plays branching role-play situations; groups that play them may keep
what they chose. This program sends kept sessions of many trainers to a
PostgreSQL server, where SQL views analyse them together: ids, numbers and
days, no sentence, and nothing by which fewer than five people could be known.
.
It is the only program of Palabre that reaches a network. Nothing else needs
it.")
include(CPack)
