"""XMP packets: read, corrected and merged with the standard library's XML, never with a document type or an entity."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TIFF = "http://ns.adobe.com/tiff/1.0/"
EXIF = "http://ns.adobe.com/exif/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
FOURFOLD = "urn:fourfold:1.0:"

_META = "adobe:ns:meta/"
_NOTE = "http://ns.adobe.com/xmp/note/"
_XML = "http://www.w3.org/XML/1998/namespace"
_PREFIXES = {"rdf": RDF, "tiff": TIFF, "exif": EXIF, "fourfold": FOURFOLD, "dc": DC, "x": _META, "xmpNote": _NOTE}
_HAS_EXTENDED = f"{{{_NOTE}}}HasExtendedXMP"
_LENGTH_OF_A_NAME = 32
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_START = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = b'<?xpacket end="w"?>'


MAX_DEPTH = 64
"""How deep elements may lie inside each other; Photoshop's history lies 8 deep. Python writes them by recursion."""
MAX_PREFIXES = 256
"""The most prefixes of namespaces, beside those that we write; a packet of all known schemas has sixty. Python looks
each of them up in a row."""


MAX_BYTES = 1 << 24
"""The most bytes of a photo's packet; with a depth map inside it has a few megabytes."""
MAX_ELEMENTS = 50_000
"""The most elements of a photo's packet; a long history of editing has some thousand. They take a second to be parsed,
and PNG packs them so that each takes but a few bytes of a file."""


class MalformedXmp(ValueError):
    """The packet is no XMP."""


def parse(packet: bytes) -> Element:
    """The packet's root element. Raises ``MalformedXmp``, also for a document type (which could hold entity bombs)."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", packet.replace(b"\0", b""), re.IGNORECASE):
        raise MalformedXmp("an XMP packet has no document type")
    try:
        root = _within_limits(packet.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise MalformedXmp(str(error)) from error
    if root.find(f".//{{{RDF}}}Description") is None and root.tag != f"{{{RDF}}}RDF":
        raise MalformedXmp("no description in the XMP packet")
    return root


def _within_limits(packet: bytes) -> Element:
    """The root, whose prefixes ``serialise`` then uses again. Raises ``MalformedXmp`` and what the parser does."""
    depth, root = 0, Element("")
    prefixes: set[tuple[str, str]] = set()
    for event, found in ElementTree.iterparse(BytesIO(packet), ["start", "end", "start-ns"]):
        if event == "start-ns":
            prefixes |= {found} - _PREFIXES.items()
        else:
            depth, root = depth + (1 if event == "start" else -1), found
        if depth > MAX_DEPTH or len(prefixes) > MAX_PREFIXES:
            raise MalformedXmp("no XMP is as deep or of as many kinds")
    for prefix, uri in sorted(prefixes):
        if prefix and not re.fullmatch(r"ns\d+", prefix):
            ElementTree.register_namespace(prefix, uri)
    return root


def empty() -> Element:
    """A packet that says nothing."""
    root = Element(f"{{{_META}}}xmpmeta")
    ElementTree.SubElement(root, f"{{{RDF}}}RDF")
    return root


def serialise(root: Element) -> bytes:
    """The packet with its wrapper."""
    for prefix, uri in _PREFIXES.items():
        ElementTree.register_namespace(prefix, uri)
    return b"\n".join((_START, ElementTree.tostring(root, encoding="utf-8"), _END))


def set_present(root: Element, name: str, text: str) -> None:
    """Gives property ``name`` (``{namespace}local``) the value ``text`` wherever the packet has it already."""
    for description in _descriptions(root):
        if name in description.attrib:
            description.set(name, text)
        for child in description.findall(name):
            child.text = text


def value(root: Element, name: str) -> str | None:
    """The simple value of property ``name``."""
    for description in _descriptions(root):
        if (text := description.get(name, description.findtext(name))) is not None:
            return text.strip()
    return None


def drop(root: Element, belongs: re.Pattern[str]) -> None:
    """Removes every property whose ``{namespace}local`` name matches."""
    for description in _descriptions(root):
        for name in [name for name in description.attrib if belongs.match(name)]:
            del description.attrib[name]
        for child in [child for child in description if belongs.match(child.tag)]:
            description.remove(child)


def put(root: Element, namespace: str, properties: Mapping[str, str]) -> None:
    """Replaces all properties of a namespace by these. A name must be an XML name, a value XML text."""
    drop(root, re.compile(re.escape(f"{{{namespace}}}")))
    description = _new_description(root)
    for name, value in properties.items():
        ElementTree.SubElement(description, f"{{{namespace}}}{name}").text = value


def put_title(root: Element, text: str) -> None:
    """The title, unless there is one; without characters that XML cannot hold."""
    if not any(description.find(f"{{{DC}}}title") is not None for description in _descriptions(root)):
        alternatives = ElementTree.SubElement(_new_description(root), f"{{{DC}}}title")
        item = ElementTree.SubElement(ElementTree.SubElement(alternatives, f"{{{RDF}}}Alt"), f"{{{RDF}}}li")
        item.set(f"{{{_XML}}}lang", "x-default")
        item.text = _NO_XML.sub("", text)


def split(packet: bytes, limit: int) -> tuple[bytes, bytes, str]:
    """A packet as one of at most ``limit`` bytes with our own properties and the shortest others, an extended one with
    the rest, and the name by which the first refers to that (XMP specification, part 3, 1.1.3.1). Our own must leave
    some hundred bytes of the limit. Raises ``MalformedXmp``."""
    main, extended = empty(), empty()
    kept, moved = _new_description(main), _new_description(extended)
    kept.set(_HAS_EXTENDED, "0" * _LENGTH_OF_A_NAME)
    room = limit - len(serialise(main))
    for size, found in sorted(map(_measured, _properties(parse(packet))), key=_own_and_short_first):
        room -= size
        (kept if room >= 0 else moved).append(found)
    rest = ElementTree.tostring(extended, encoding="utf-8")
    name = hashlib.md5(rest, usedforsecurity=False).hexdigest().upper()
    kept.set(_HAS_EXTENDED, name)
    return serialise(main), rest, name


def merged(packet: bytes, extended: Mapping[str, bytes]) -> bytes:
    """A packet with the extended one that it names; as it is where that is missing or malformed."""
    try:
        root = parse(packet)
        parts = parse(extended[value(root, _HAS_EXTENDED) or ""])
    except (MalformedXmp, KeyError):
        return packet
    drop(root, re.compile(re.escape(_HAS_EXTENDED)))
    _rdf(root).extend(_rdf(parts))
    return serialise(root)


def take(root: Element, namespace: str) -> dict[str, str]:
    """The simple properties of a namespace, by local name."""
    start = f"{{{namespace}}}"
    found: dict[str, str] = {}
    for description in _descriptions(root):
        found |= {name.removeprefix(start): text for name, text in description.attrib.items() if name.startswith(start)}
        found |= {
            child.tag.removeprefix(start): child.text or "" for child in description if child.tag.startswith(start)
        }
    return found


def _descriptions(root: Element) -> Iterator[Element]:
    return root.iter(f"{{{RDF}}}Description")


def _rdf(root: Element) -> Element:
    rdf = root if root.tag == f"{{{RDF}}}RDF" else root.find(f".//{{{RDF}}}RDF")
    if rdf is None:
        raise MalformedXmp("no RDF in the XMP packet")
    return rdf


def _new_description(root: Element) -> Element:
    return ElementTree.SubElement(_rdf(root), f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})


def _properties(root: Element) -> Iterator[Element]:
    """All properties, those that are attributes as elements."""
    for description in _rdf(root):
        for name, text in description.attrib.items():
            if not name.startswith((f"{{{RDF}}}", f"{{{_XML}}}")):
                (found := Element(name)).text = text
                yield found
        yield from description


def _measured(found: Element) -> tuple[int, Element]:
    """With its bytes, namespaces declared anew, so that it will not take more beside others."""
    return len(ElementTree.tostring(found, encoding="utf-8")), found


def _own_and_short_first(measured: tuple[int, Element]) -> tuple[bool, int]:
    size, found = measured
    return not found.tag.startswith(f"{{{FOURFOLD}}}"), size
