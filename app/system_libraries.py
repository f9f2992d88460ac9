"""What the window and the tests need of a Linux system, and the packages that bring it.

Imports nothing of ours: ``start.py`` runs it before there is anything else.
"""

import ctypes
import os
import shutil

# A library as the loader knows it (or a program), and its package for each way of installing.
Parts = dict[str, tuple[str, ...]]
INSTALL = ("apt-get install", "dnf install", "pacman -S", "zypper install")

LIBRARIES: Parts = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "fontconfig"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
}
LIBRARIES_OF_X11: Parts = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
}
# With these the tests drive a real window, hear what it says to the desktop, read results, check our desktop files, and
# compute on a graphics card that is the CPU.
TEST_PROGRAMS: Parts = {
    "Xvfb": ("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xorg-x11-server-Xvfb"),
    "xauth": ("xauth", "xorg-x11-xauth", "xorg-xauth", "xauth"),
    "xdotool": ("xdotool", "xdotool", "xdotool", "xdotool"),
    "dbus-run-session": ("dbus-daemon", "dbus-daemon", "dbus", "dbus-1-tools"),
    "dbus-monitor": ("dbus-bin", "dbus-tools", "dbus", "dbus-1-tools"),
    "exiftool": ("libimage-exiftool-perl", "perl-Image-ExifTool", "perl-image-exiftool", "exiftool"),
    "desktop-file-validate": ("desktop-file-utils", "desktop-file-utils", "desktop-file-utils", "desktop-file-utils"),
    "appstreamcli": ("appstream", "appstream", "appstream", "AppStream"),
    "libvulkan.so.1": ("libvulkan1", "vulkan-loader", "vulkan-icd-loader", "libvulkan1"),
    "libvulkan_lvp.so": ("mesa-vulkan-drivers", "mesa-vulkan-drivers", "vulkan-swrast", "libvulkan_lvp"),
}


def for_this_desktop() -> Parts:
    """The libraries that the window needs where it would open now."""
    platform = os.environ.get("QT_QPA_PLATFORM") or ("wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb")
    return LIBRARIES | LIBRARIES_OF_X11 if platform.startswith("xcb") else LIBRARIES


def missing(parts: Parts) -> Parts:
    """Those that this system lacks."""
    return {name: packages for name, packages in parts.items() if not is_there(name)}


def is_there(name: str) -> bool:
    """Whether the loader finds this library, or the shell this program."""
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_command(parts: Parts) -> str | None:
    """What installs these on this system; None where its way of installing is not known."""
    for place, command in enumerate(INSTALL):
        if shutil.which(command.split()[0]):
            return f"{command} {' '.join(dict.fromkeys(packages[place] for packages in parts.values()))}"
    return None


def complaint(parts: Parts, needed_by: str = "The window needs") -> str:
    """What to say to a person whose system lacks these."""
    command = install_command(parts)
    how = f" To install it: sudo {command}" if command else ""
    return f"{needed_by} what this system lacks: {' '.join(parts)}.{how}"
