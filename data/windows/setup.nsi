; An installer for one account, without an administrator:  makensis -DVERSION=… -DSTAGED=FOLDER -DICONS=FOLDER -DOUT=FILE setup.nsi
; What is installed goes with the uninstaller; what a person has kept stays, in AppData\Local\palabre, until they erase
; it in Palabre.
Unicode true
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
    Delete "$INSTDIR\*.exe"
    Delete "$INSTDIR\*.txt"
    RMDir /r "$INSTDIR\scenarios"
    RMDir /r "$INSTDIR\fonts"
    RMDir /r "$INSTDIR\licences"
    RMDir "$INSTDIR" ; with whatever else stands there it stays
    RMDir /r "$SMPROGRAMS\Palabre"
    DeleteRegValue HKCU "Software\Classes\.json\OpenWithProgids" "Palabre.Case"
    DeleteRegKey HKCU "Software\Classes\Palabre.Case"
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
