"""What file a result becomes: format, quality, name, folder, and what to do when it exists."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.window.inspector.choices import Choices
from app.window.widgets.fields import Fold, OneLine, SliderField, combo, label, row, tip
from engine.files.formats import Format
from engine.files.naming import DEFAULT_TEMPLATE, FIELDS, IfExists
from engine.texts import shown


class FileField(QWidget):
    """What is seldom changed is folded away.

    Signals: ``changed()``, when a person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.format = combo(self.tr("Format"), self._formats())
        self.quality = SliderField(1, 100, 95, self.tr("Quality"))
        self._quality_row = QWidget()
        self.template = QLineEdit(DEFAULT_TEMPLATE)
        self.template.setAccessibleName(self.tr("Name of the result"))
        self.template.setToolTip(self.tr("May hold {}").format(" ".join(f"{{{field}}}" for field in FIELDS)))
        self.preview = OneLine()
        self.policy = combo(self.tr("If the file exists"), self._policies())
        self._folder: Path | None = None
        self._folder_button = QPushButton()
        self._beside = QPushButton(self.tr("Beside the photo"))
        self._beside.setProperty("kind", "link")
        self.bits = combo(
            self.tr("Depth"), {None: self.tr("As the photo"), 8: self.tr("8 bits"), 16: self.tr("16 bits")}
        )
        self.metadata = QCheckBox(self.tr("Keep camera and place data"))
        self.metadata.setChecked(True)
        self._lay_out()
        self._connect()
        self._set_folder(None)

    def _connect(self) -> None:
        self._folder_button.clicked.connect(self._choose_folder)
        self._beside.clicked.connect(lambda: self._set_folder(None))
        for signal in (
            self.format.currentIndexChanged,
            self.policy.currentIndexChanged,
            self.bits.currentIndexChanged,
            self.quality.changed,
            self.template.textChanged,
            self.metadata.toggled,
        ):
            signal.connect(self._on_change)

    def _lay_out(self) -> None:
        quality = QVBoxLayout(self._quality_row)
        quality.setContentsMargins(0, 0, 0, 0)
        quality.setSpacing(4)
        quality.addWidget(label(self.tr("Quality"), "quiet"))
        quality.addWidget(self.quality)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.format)
        layout.addWidget(self._quality_row)
        layout.addWidget(self.template)
        layout.addWidget(self.preview)
        layout.addWidget(self._more())

    def _more(self) -> Fold:
        more = self.more = Fold(self.tr("Folder, depth, existing files…"), self.tr("Less"))
        more.inside.addWidget(label(self.tr("Save in"), "quiet"))
        more.inside.addLayout(row(self._folder_button, self._beside))
        more.inside.addWidget(label(self.tr("If the file exists"), "quiet"))
        more.inside.addWidget(self.policy)
        more.inside.addWidget(label(self.tr("Depth"), "quiet"))
        more.inside.addWidget(self.bits)
        more.inside.addWidget(self.metadata)
        return more

    def _formats(self) -> dict[Format | None, str]:
        return {None: self.tr("Same as the photo")} | {format: format.label for format in Format if format.writable}

    def _policies(self) -> dict[IfExists, str]:
        return {
            IfExists.RENAME: self.tr("Keep both, with a number"),
            IfExists.ASK: self.tr("Ask"),
            IfExists.OVERWRITE: self.tr("Replace it"),
            IfExists.SKIP: self.tr("Keep the old one"),
        }

    def show_choices(self, choices: Choices) -> None:
        """Show choices without telling that they changed."""
        before = self.blockSignals(True)
        self.format.setCurrentIndex(max(0, self.format.findData(choices.format)))
        self.policy.setCurrentIndex(max(0, self.policy.findData(choices.if_exists)))
        self.bits.setCurrentIndex(max(0, self.bits.findData(choices.depth)))
        self.quality.set_value(choices.quality)
        self.template.setText(choices.template)
        self.metadata.setChecked(choices.metadata)
        self._set_folder(choices.folder)
        self.blockSignals(before)

    @property
    def folder(self) -> Path | None:
        """Where results go; None for beside the photo."""
        return self._folder

    def chosen_format(self) -> Format | None:
        """What results are saved as; None for the photo's own format."""
        value = self.format.currentData()
        return Format(value) if value else None

    def show_lossy(self, lossy: bool) -> None:
        """Whether quality matters for the format."""
        self._quality_row.setEnabled(lossy)
        self._quality_row.setToolTip("" if lossy else self.tr("This format loses nothing."))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Save results in"), str(self._folder or ""))
        if chosen:
            self._set_folder(Path(chosen))

    def _set_folder(self, folder: Path | None) -> None:
        self._folder = folder
        self._folder_button.setText(shown(folder.name or str(folder)) if folder else self.tr("Choose a folder…"))
        self._folder_button.setToolTip(tip(shown(str(folder))) if folder else "")
        self._beside.setVisible(folder is not None)
        self._on_change()

    def _on_change(self) -> None:
        self.changed.emit()
