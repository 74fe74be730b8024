# What programs for Windows take besides (tools/windows/build): they are entered in UTF-16 (engine/base/entry_win32.c), and
# have resources: an icon, a version, and that they draw each display in its own scale.
enable_language(RC)
add_link_options(-municode LINKER:--stack,8388608) # as much stack as programs have on Linux
set(PALABRE_SYSTEM_LIBRARIES ole32 shell32 uuid)
set(PALABRE_ICONS "${PROJECT_BINARY_DIR}/icons")
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
find_program(ICOTOOL icotool REQUIRED)

# Makes NAME.ico of data/icons/NAME.svg, in the sizes that Windows shows.
function(palabre_make_icon name)
    set(svg "${PROJECT_SOURCE_DIR}/data/icons/${name}.svg")
    set(pictures)
    foreach(size IN ITEMS 16 24 32 48 256)
        set(picture "${PALABRE_ICONS}/${name}-${size}.png")
        add_custom_command(OUTPUT "${picture}" DEPENDS "${svg}" VERBATIM
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${PALABRE_ICONS}"
            COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${picture}" "${svg}")
        list(APPEND pictures "${picture}")
    endforeach()
    add_custom_command(OUTPUT "${PALABRE_ICONS}/${name}.ico" DEPENDS ${pictures} VERBATIM
        COMMAND "${ICOTOOL}" -c -o "${PALABRE_ICONS}/${name}.ico" ${pictures}
        COMMENT "Drawing ${name}.ico")
endfunction()

palabre_make_icon(palabre)
palabre_make_icon(palabre-case)
add_custom_target(icons DEPENDS "${PALABRE_ICONS}/palabre.ico" "${PALABRE_ICONS}/palabre-case.ico")

# Gives a program its resources.
function(palabre_add_resources target description)
    set(resources "${PROJECT_BINARY_DIR}/${target}.rc")
    configure_file("${PROJECT_SOURCE_DIR}/tools/windows/program.rc.in" "${resources}" @ONLY)
    target_sources(${target} PRIVATE "${resources}")
    set_source_files_properties("${resources}" PROPERTIES OBJECT_DEPENDS
        "${PALABRE_ICONS}/palabre.ico;${PALABRE_ICONS}/palabre-case.ico;${PROJECT_SOURCE_DIR}/tools/windows/program.manifest")
    add_dependencies(${target} icons)
endfunction()
