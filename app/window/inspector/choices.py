"""Everything a person can choose about a result, as one value: the inspector makes it, previews read it.

Saving knows only the order that it turns into for a photo.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from app.window.inspector.method_choice import MethodChoice
from app.window.inspector.model_choice import PhotoKind, model_for
from engine.files.formats import Format, SaveOptions
from engine.files.naming import DEFAULT_TEMPLATE, IfExists, Naming
from engine.jobs.saving import SaveOrder
from engine.jobs.sizing import Measure, Sizing
from engine.models import catalog

PRINT_CM, PRINT_INCHES = "print-cm", "print-inches"
CM_PER_INCH = 2.54


@dataclass(frozen=True)
class SizeChoice:
    """``kind`` is a ``Measure``, or the long edge of a print in cm or inches at ``dpi``."""

    kind: str = Measure.SCALE
    value: float = 4
    dpi: int = 300

    @property
    def resolution(self) -> int | None:
        """The pixels an inch that a print is to have; None where the size is no print's."""
        return self.dpi if self.kind in (PRINT_CM, PRINT_INCHES) else None

    def sizing(self) -> Sizing:
        """The size that it asks for. Raises RequestError where the value makes no sense."""
        match self.kind:
            case "print-cm":
                return Sizing(Measure.LONG_EDGE, self.value / CM_PER_INCH * self.dpi)
            case "print-inches":
                return Sizing(Measure.LONG_EDGE, self.value * self.dpi)
        return Sizing(Measure(self.kind), self.value)


class Part(Enum):
    """The parts of the choices that have a way back of their own."""

    MODEL = "model"
    SIZE = "size"
    FILE = "file"
    COMPUTING = "computing"


@dataclass(frozen=True)
class Choices:
    """``model`` may be one of ``catalog.OPEN``, which ``kind``, what the photos are like, may decide; ``format`` None
    keeps the photo's where it can be written; ``folder`` None saves beside the photo.
    """

    model: str = catalog.AUTO
    method: MethodChoice = field(default_factory=MethodChoice)
    size: SizeChoice = field(default_factory=SizeChoice)
    format: Format | None = None
    quality: int = 95
    depth: int | None = None
    metadata: bool = True
    template: str = DEFAULT_TEMPLATE
    folder: Path | None = None
    if_exists: IfExists = IfExists.RENAME
    kind: PhotoKind = PhotoKind.AUTOMATIC

    def decided(self, advised: str) -> Choices:
        """With the model advised for a photo, or its partner, where that is left open."""
        return replace(self, model=catalog.decided(model_for(self.model, self.kind), advised))

    def reset(self, part: Part) -> Choices:
        """With that part as it is before anybody chose."""
        first = Choices()
        match part:
            case Part.MODEL:
                return replace(self, model=first.model, kind=first.kind, method=replace(self.method, texture=None))
            case Part.SIZE:
                return replace(self, size=first.size)
            case Part.COMPUTING:
                return replace(self, method=replace(first.method, texture=self.method.texture))
        return replace(first, model=self.model, kind=self.kind, method=self.method, size=self.size)

    def order(self, photo: Path) -> SaveOrder:
        """The order to save that photo's result. Raises RequestError where a value makes no sense."""
        return SaveOrder(
            photo,
            self.method.method_for(model_for(self.model, self.kind)),
            self.size.sizing(),
            self.format,
            SaveOptions(Format.PNG, self.quality, self.depth, self.metadata, self.size.resolution),
            Naming(self.template, self.folder),
            self.if_exists,
        )

    def to_json(self) -> str:
        """As text, for ``from_json``."""
        return json.dumps(asdict(self) | {"folder": str(self.folder) if self.folder else None})

    @classmethod
    def from_json(cls, text: str) -> Choices:
        """The inverse. Raises ValueError, TypeError or KeyError where the text is of another version.

        Older versions called the method a recipe, all texture was its default, and the model said the kind of photo.
        """
        values: dict[str, Any] = json.loads(text)
        if older := values.pop("recipe", None):
            values["method"] = older | {"texture": None if older["texture"] == 1 else older["texture"]}
        values["method"] = MethodChoice(**values["method"])
        values["size"] = SizeChoice(**values["size"])
        values["format"] = Format(values["format"]) if values["format"] else None
        values["folder"] = Path(values["folder"]) if values["folder"] else None
        values["if_exists"] = IfExists(values["if_exists"])
        values["kind"] = PhotoKind(values.get("kind", PhotoKind.AUTOMATIC))
        return cls(**values)
