# What the folder for Windows holds: the programs, and beside them what comes with them.
palabre_add_resources(palabre-cli "Palabre, in the terminal")
install(TARGETS palabre-cli RUNTIME DESTINATION .)
install(DIRECTORY scenarios DESTINATION .
    FILES_MATCHING REGEX "/scenarios/[^/]+/[^/]+[.]json$" PATTERN "*.test.json" EXCLUDE)
if(TARGET palabre)
    palabre_add_resources(palabre "Palabre")
    palabre_add_resources(palabre-editor "Palabre, the editor")
    set_target_properties(palabre palabre-editor PROPERTIES WIN32_EXECUTABLE ON)
    install(TARGETS palabre palabre-editor RUNTIME DESTINATION .)
    install(DIRECTORY assets/fonts DESTINATION .)
endif()
