; The installer for Windows, made by Inno Setup out of dist\copydesk:
;   iscc /DVersion=0.1.0 .ci\packaging\copydesk.iss
; Untested: no Windows machine was at hand when this was written.

[Setup]
AppId={{6E0E2C53-5B0B-4E0C-9C0F-2D6A1B7F4C11}
AppName=Copydesk
AppVersion={#Version}
AppPublisher=The Copydesk authors
DefaultDirName={autopf}\Copydesk
DefaultGroupName=Copydesk
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=copydesk-{#Version}-setup
; Nobody needs to be an administrator: without those rights it is installed for one user.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesInstallIn64BitMode=x64compatible
UninstallDisplayIcon={app}\copydesk.exe
WizardStyle=modern

[Files]
Source: "..\..\dist\copydesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an older version had there must not be found by the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Copydesk"; Filename: "{app}\copydesk.exe"
