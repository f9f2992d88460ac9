"""Everything a person can choose about a result, as one value: the inspector makes it, previews and saving read it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from app.window.inspector.recipe import Recipe
from engine.files.formats import Format, SaveOptions
from engine.files.naming import DEFAULT_TEMPLATE, IfExists, file_name
from engine.geometry import Size
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
        """Raises RequestError where the value makes no sense."""
        match self.kind:
            case "print-cm":
                return Sizing(Measure.LONG_EDGE, self.value / CM_PER_INCH * self.dpi)
            case "print-inches":
                return Sizing(Measure.LONG_EDGE, self.value * self.dpi)
        return Sizing(Measure(self.kind), self.value)


@dataclass(frozen=True)
class Choices:
    """``model`` may be ``catalog.AUTO``; ``format`` None keeps the photo's where it can be written; ``folder`` None
    saves beside the photo.
    """

    model: str = catalog.AUTO
    recipe: Recipe = field(default_factory=Recipe)
    size: SizeChoice = field(default_factory=SizeChoice)
    format: Format | None = None
    quality: int = 95
    depth: int | None = None
    metadata: bool = True
    template: str = DEFAULT_TEMPLATE
    folder: Path | None = None
    if_exists: IfExists = IfExists.RENAME

    def decided(self, advised: str) -> Choices:
        """With the model advised for a photo where that is left open."""
        return replace(self, model=advised) if self.model == catalog.AUTO else self

    def options(self, photo: Format) -> SaveOptions:
        """How the result of a photo of that format is saved."""
        kept = photo if photo.writable else Format.PNG
        return SaveOptions(self.format or kept, self.quality, self.depth, self.metadata, self.size.resolution)

    def target(self, photo: Path, format: Format, size: Size) -> Path:
        """Where the result of a photo of that format and size goes. Raises RequestError."""
        name = file_name(
            self.template,
            self.options(format).format.suffix,
            name=photo.stem,
            model=self.model,
            source=size,
            target=self.size.sizing().size_for(size),
        )
        return (self.folder or photo.parent) / name

    def noted(self) -> dict[str, str]:
        """The choices that change pixels, as they are noted in the file."""
        mixed = catalog.is_textured(self.model) and self.recipe.texture < 1
        texture = {"texture": f"{self.recipe.texture:g}"} if mixed else {}
        return texture | ({"ensemble": "8"} if self.recipe.ensemble else {})

    def to_json(self) -> str:
        return json.dumps(asdict(self) | {"folder": str(self.folder) if self.folder else None})

    @classmethod
    def from_json(cls, text: str) -> Choices:
        """The inverse. Raises ValueError, TypeError or KeyError where the text is of another version."""
        values: dict[str, Any] = json.loads(text)
        values["recipe"] = Recipe(**values["recipe"])
        values["size"] = SizeChoice(**values["size"])
        values["format"] = Format(values["format"]) if values["format"] else None
        values["folder"] = Path(values["folder"]) if values["folder"] else None
        values["if_exists"] = IfExists(values["if_exists"])
        return cls(**values)
