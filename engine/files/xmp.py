"""XMP packets: read, corrected and merged with the standard library's XML, never with a document type or an entity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TIFF = "http://ns.adobe.com/tiff/1.0/"
EXIF = "http://ns.adobe.com/exif/1.0/"
FOURFOLD = "urn:fourfold:1.0:"

_META = "adobe:ns:meta/"
_PREFIXES = {"rdf": RDF, "tiff": TIFF, "exif": EXIF, "fourfold": FOURFOLD, "x": _META}
_START = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = b'<?xpacket end="w"?>'


class MalformedXmp(ValueError):
    """The packet is no XMP."""


def parse(packet: bytes) -> Element:
    """The packet's root element. Raises ``MalformedXmp``, also for a document type (which could hold entity bombs)."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", packet.replace(b"\0", b""), re.IGNORECASE):
        raise MalformedXmp("an XMP packet has no document type")
    try:
        for _, (prefix, uri) in ElementTree.iterparse(BytesIO(packet.strip(b"\0 \r\n\t")), ["start-ns"]):
            if prefix and not re.fullmatch(r"ns\d+", prefix):
                ElementTree.register_namespace(prefix, uri)
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise MalformedXmp(str(error)) from error
    if root.find(f".//{{{RDF}}}Description") is None and root.tag != f"{{{RDF}}}RDF":
        raise MalformedXmp("no description in the XMP packet")
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
    rdf = root if root.tag == f"{{{RDF}}}RDF" else root.find(f".//{{{RDF}}}RDF")
    if rdf is None:
        raise MalformedXmp("no RDF in the XMP packet")
    description = ElementTree.SubElement(rdf, f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    for name, value in properties.items():
        ElementTree.SubElement(description, f"{{{namespace}}}{name}").text = value


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
