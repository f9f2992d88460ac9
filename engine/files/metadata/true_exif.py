"""EXIF made true for a result of another size: what is changed in its directories, and what goes."""

from __future__ import annotations

from engine.files.metadata import exif
from engine.geometry import Size

ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT, SOFTWARE = 274, 282, 283, 296, 305
DETAILS, INTEROPERABILITY = 34665, 40965
_IMAGE_WIDTH, _IMAGE_HEIGHT = 256, 257
_PIXEL_WIDTH, _PIXEL_HEIGHT = 40962, 40963
_SUBJECT_AREA, _SUBJECT_LOCATION = 37396, 41492
_FOCAL_PLANE_RESOLUTION = (41486, 41487)
_COLOUR_SPACE, _IS_SRGB, _IS_UNCALIBRATED = 40961, 1, 65_535
_DCF_RULE, _OPTION_FILE = 1, b"R03\0"
_ELSEWHERE = (273, 279, 288, 289, 324, 325, 330, 513, 514)
"""Tags that point to other parts of the old file: strips, tiles, thumbnails and further directories."""

_PIXEL_LAYOUT = (
    *(254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 277, 278, 279, 280, 281, 284, 288, 289, 290, 291),
    *(301, 317, 318, 319, 320, 322, 323, 324, 325, 330, 332, 338),
    *(339, 340, 341, 347, 512, 513, 514, 529, 530, 531, 532),
    *(700, 33723, 34377, 34675),
)
"""Tags of a TIFF picture's main directory that describe the layout of its pixels, or that hold XMP, IPTC and ICC."""

_SELF_CONTAINED = (
    *(b"Apple iOS\0", b"FUJIFILM", b"Nikon\0\2", b"OLYMPUS\0II", b"OLYMPUS\0MM", b"OM SYSTEM\0"),
    *(b"PENTAX \0", b"LEICA\0\1\0", b"LEICA\0\4\0", b"LEICA\0\5\0", b"LEICA\0\6\0", b"LEICA\0\7\0"),
)
"""How the makers' notes begin whose places count from their own start, so that they are true anywhere."""


def parsed(block: bytes | None) -> exif.Directory | None:
    """The directories of a block; None where there is none or it makes no sense."""
    try:
        return exif.from_block(block) if block else None
    except exif.MalformedTags:
        return None


def correct(tags: exif.Directory, size: Size, scale: float) -> None:
    """Size, orientation and places become those of an upright result."""
    turned = tags.numbers(ORIENTATION) not in ((), (1,))
    tags.drop(_ELSEWHERE)
    for tag, number in ((ORIENTATION, 1), (_IMAGE_WIDTH, size.width), (_IMAGE_HEIGHT, size.height)):
        if tag in tags.values:
            tags.set_long(tag, number) if tag != ORIENTATION else tags.set_short(tag, number)
    if (details := tags.children.get(DETAILS)) is not None:
        _correct_details(details, size, scale, turned)


def without_layout(directory: exif.Directory) -> exif.Directory:
    """A TIFF picture's main directory without the tags that describe its pixels, to stand anywhere; nothing in it where
    only orientation and resolution are left."""
    tags = exif.Directory(directory.order, dict(directory.values), dict(directory.children))
    tags.drop(_PIXEL_LAYOUT)
    worth = set(tags.values) - {ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT}
    return tags if worth or tags.children else exif.Directory(directory.order)


def release_note(tags: exif.Directory) -> bool:
    """Let the maker's note stand anywhere, or drop it where it is only true in its place. Whether it stays."""
    stays = True
    for directory in (tags, *tags.children.values()):
        directory.places.clear()
        note = directory.values.get(exif.MAKER_NOTE)
        if note and not note.data.startswith(_SELF_CONTAINED):
            directory.drop([exif.MAKER_NOTE])
            stays = False
    return stays


def drop_note(tags: exif.Directory) -> None:
    """Remove the maker's note."""
    for directory in (tags, *tags.children.values()):
        directory.drop([exif.MAKER_NOTE])
        directory.places.clear()


def has_note(tags: exif.Directory) -> bool:
    """Whether there is a maker's note."""
    return any(exif.MAKER_NOTE in directory.values for directory in (tags, *tags.children.values()))


def is_adobe_rgb(tags: exif.Directory) -> bool:
    """Whether the photo is one of DCF's option files, which are in Adobe RGB."""
    details = tags.children.get(DETAILS)
    if details is None or details.numbers(_COLOUR_SPACE) != (_IS_UNCALIBRATED,):
        return False
    rule = _interoperability(details)
    return rule is not None and rule.data == _OPTION_FILE


def say_srgb(tags: exif.Directory) -> None:
    """The colours have become sRGB."""
    if (details := tags.children.get(DETAILS)) is None:
        return
    if _COLOUR_SPACE in details.values:
        details.set_short(_COLOUR_SPACE, _IS_SRGB)
    if _interoperability(details):
        del details.children[INTEROPERABILITY]


def _interoperability(details: exif.Directory) -> exif.Value | None:
    directory = details.children.get(INTEROPERABILITY)
    return directory.values.get(_DCF_RULE) if directory else None


def _correct_details(details: exif.Directory, size: Size, scale: float, turned: bool) -> None:
    details.set_long(_PIXEL_WIDTH, size.width)
    details.set_long(_PIXEL_HEIGHT, size.height)
    for tag in _FOCAL_PLANE_RESOLUTION:
        if len(numbers := details.numbers(tag)) == 2 and numbers[1]:
            details.set_rational(tag, min(numbers[0] / numbers[1] * scale, 400_000))
    for tag in (_SUBJECT_AREA, _SUBJECT_LOCATION):
        places = [round(number * scale) for number in details.numbers(tag)]
        if turned or not all(0 <= place <= 65_535 for place in places):
            details.drop([tag])
        elif places:
            details.set_short(tag, *places)
