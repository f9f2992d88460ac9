"""What a file says beside its pixels that its decoder does not pass on: colours without a profile, texts, more XMP, and
pictures that stay behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import UnsupportedPicture
from engine.files.codecs.heif import read_facts
from engine.files.codecs.jpeg_segments import read_segments
from engine.files.codecs.png_chunks import read_chunks
from engine.files.colour.signals import DCF_ADOBE_RGB, Signal, of_profile
from engine.files.colour.treatment import AS_DECODED, Treatment
from engine.files.formats import Format
from engine.files.metadata import true_metadata as true
from engine.files.metadata import xmp
from engine.files.metadata.notes import COMMENT
from engine.picture import Header, Note
from engine.sentences import Sentence

_GAIN_MAP = Sentence("The photo's gain map, which brightens it on HDR screens, is not kept.")
_DEPTH = Sentence("The photo's depth map is not kept.")
_MOTION = Sentence("The moving part of the photo is not kept.")
_HDR = Sentence("The photo is HDR; its colours are brought to the brightness of a usual screen.")
_IN_XMP = (
    (_GAIN_MAP, re.compile(rb"hdrgm:Version|HDRGainMapVersion|Semantic(=['\"]|>)GainMap")),
    (_DEPTH, re.compile(rb"GDepth:(Format|Data|Mime)|Semantic(=['\"]|>)Depth")),
    (_MOTION, re.compile(rb"(GCamera|Camera):(MotionPhoto|MicroVideo)(=['\"]|>)1|Semantic(=['\"]|>)MotionPhoto")),
)


@dataclass(frozen=True)
class Beside:
    """A header with all that the file says, what is to be done with its decoded pixels, and what a person should
    know."""

    header: Header
    treatment: Treatment = AS_DECODED
    remarks: tuple[Sentence, ...] = ()


def read_beside(path: Path, format: Format, header: Header) -> Beside:
    """Read it; ``header`` is the decoder's, with a profile only where that fits. Raises UnsupportedPicture,
    OSError."""
    remarks = [remark for remark, said in _IN_XMP if said.search(header.metadata.xmp or b"")]
    match format:
        case Format.PNG:
            found = _beside_png(path, header)
        case Format.JPEG:
            found = _beside_jpeg(path, header)
        case Format.AVIF | Format.HEIC:
            found = _beside_heif(path, header)
        case _:
            found = _coloured(header, None, AS_DECODED)
    return replace(found, remarks=tuple(dict.fromkeys([*found.remarks, *remarks])))


def _beside_png(path: Path, header: Header) -> Beside:
    chunks, metadata = read_chunks(path), header.metadata
    if chunks.animated:
        raise UnsupportedPicture("{name} is animated; Fourfold takes single photos.", name=path.name)
    metadata = replace(metadata, notes=chunks.notes, exif=metadata.exif or chunks.exif, iptc=chunks.iptc)
    if chunks.overrides:
        metadata = replace(metadata, icc=None)
    return _coloured(replace(header, metadata=metadata), chunks.signal, AS_DECODED)


def _beside_jpeg(path: Path, header: Header) -> Beside:
    segments, metadata = read_segments(path), header.metadata
    packet = metadata.xmp and xmp.merged(metadata.xmp, segments.extended) if segments.extended else metadata.xmp
    metadata = replace(metadata, xmp=packet, notes=tuple(Note(COMMENT, text) for text in segments.comments))
    adobe_rgb = header.channels == 3 and not metadata.icc and true.is_adobe_rgb(metadata.exif)
    found = _coloured(replace(header, metadata=metadata), DCF_ADOBE_RGB if adobe_rgb else None, AS_DECODED)
    return replace(found, remarks=(_GAIN_MAP,)) if segments.has_gain_map else found


def _beside_heif(path: Path, header: Header) -> Beside:
    facts = read_facts(path)
    found = _coloured(header, facts.signal, Treatment(facts.bits, facts.premultiplied))
    others = Sentence("The file holds {count} pictures; only the main one is taken.", count=facts.pictures)
    said = ((_GAIN_MAP, facts.has_gain_map), (_DEPTH, facts.has_depth), (others, facts.pictures > 1))
    return replace(found, remarks=(*found.remarks, *(remark for remark, is_so in said if is_so)))


def _coloured(header: Header, signal: Signal | None, treatment: Treatment) -> Beside:
    """With the colours of the signal, where no profile tells them; a profile may itself say that they are HDR."""
    if icc := header.metadata.icc:
        named = of_profile(icc)
        signal = named if named and named.hdr else None
    if signal is None:
        return Beside(header, treatment)
    header = replace(header, metadata=replace(header.metadata, icc=signal.profile(header.channels)))
    if not signal.hdr:
        return Beside(header, treatment)
    return Beside(replace(header, depth=16), replace(treatment, hdr=signal), (_HDR,))
