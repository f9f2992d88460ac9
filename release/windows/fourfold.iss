; The installer for Windows. ISCC /DVersion=0.1.0 release\windows\fourfold.iss, from the top of the repository.
#ifndef Version
  #error Say which version: ISCC /DVersion=...
#endif
#ifndef Edition
  #define Edition ""
#endif

[Setup]
AppId={{6B1E3C52-5E0B-4C0E-9D4B-2C6D3D7F4F44}
AppName=Fourfold
AppVersion={#Version}
AppPublisher=The Fourfold authors
DefaultDirName={autopf}\Fourfold
DefaultGroupName=Fourfold
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\build\icons\fourfold.ico
UninstallDisplayIcon={app}\Fourfold.exe
VersionInfoVersion={#Version}
SourceDir=.
OutputDir=..\..\dist
OutputBaseFilename=Fourfold-{#Version}-windows-x64{#Edition}
Compression=lzma2/max
LZMADictionarySize=131072
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\Fourfold\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Fourfold"; Filename: "{app}\Fourfold.exe"

; "Open with" lists Fourfold for these; the program that opens them now stays.
[Registry]
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Fourfold"
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\shell\open\command"; ValueType: string; ValueData: """{app}\Fourfold.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".avif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".jxl"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".bmp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".heic"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".heif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\Fourfold.exe\SupportedTypes"; ValueType: string; ValueName: ".gif"; ValueData: ""

[Run]
Filename: "{app}\Fourfold.exe"; Description: "{cm:LaunchProgram,Fourfold}"; Flags: nowait postinstall skipifsilent
