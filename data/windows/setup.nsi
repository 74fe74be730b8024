; An installer for one account, without an administrator:
;     makensis -DVERSION=… -DSTAGED=FOLDER -DINSTALLED=FILE -DICONS=FOLDER -DOUT=FILE setup.nsi
; What is installed goes with the uninstaller, which INSTALLED tells, and nothing else: it may stand in a folder that has
; more. What a person has kept stays, in AppData\Local\palabre, until they erase it in Palabre.
Target amd64-unicode ; as the programs are
!include MUI2.nsh
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Palabre"

Name "Palabre"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Palabre"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
SetCompressor /SOLID lzma
!define MUI_ICON "${ICONS}/palabre.ico"
!define MUI_UNICON "${ICONS}/palabre.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\palabre.exe"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "English"

; That what opens files has changed (SHCNE_ASSOCCHANGED): else it looks at the next logon.
!macro TELL_DESKTOP
    System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
!macroend

Section
    SetOutPath "$INSTDIR"
    File /r "${STAGED}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateDirectory "$SMPROGRAMS\Palabre"
    CreateShortcut "$SMPROGRAMS\Palabre\Palabre.lnk" "$INSTDIR\palabre.exe"
    CreateShortcut "$SMPROGRAMS\Palabre\Palabre Editor.lnk" "$INSTDIR\palabre-editor.exe"

    ; A case is JSON, as much else is: Palabre is offered for it, and takes it from nobody.
    WriteRegStr HKCU "Software\Classes\Palabre.Case" "" "Palabre"
    WriteRegStr HKCU "Software\Classes\Palabre.Case\DefaultIcon" "" "$INSTDIR\palabre.exe,1"
    WriteRegStr HKCU "Software\Classes\Palabre.Case\shell\open\command" "" '"$INSTDIR\palabre.exe" "%1"'
    WriteRegNone HKCU "Software\Classes\.json\OpenWithProgids" "Palabre.Case"
    !insertmacro TELL_DESKTOP

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Palabre"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\palabre.exe"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
    !include "${INSTALLED}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Palabre\Palabre.lnk"
    Delete "$SMPROGRAMS\Palabre\Palabre Editor.lnk"
    RMDir "$SMPROGRAMS\Palabre"
    DeleteRegValue HKCU "Software\Classes\.json\OpenWithProgids" "Palabre.Case"
    DeleteRegKey /ifempty HKCU "Software\Classes\.json\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\.json"
    DeleteRegKey HKCU "Software\Classes\Palabre.Case"
    !insertmacro TELL_DESKTOP
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
