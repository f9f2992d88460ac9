"""The page about Fourfold: versions, licences, and what a report of a fault needs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPushButton

from app.log import log_file
from app.window.platform.log import about_this_computer, version_of
from app.window.widgets.fields import label, row
from app.window.widgets.language import tr
from app.window.widgets.page import Page
from engine.version import VERSION


class AboutPage(Page):
    """Versions and licences, the log, details to copy."""

    PARTS = (
        ("torch", "BSD-3-Clause"),
        ("PySide6-Essentials", "LGPL-3.0"),
        ("pyvips", "MIT"),
        ("Pillow", "MIT-CMU"),
        ("numpy", "BSD-3-Clause"),
        ("safetensors", "Apache-2.0"),
        ("spandrel", "MIT"),
        ("QtAwesome", "MIT"),
        ("pyqtgraph", "MIT"),
    )

    def __init__(self) -> None:
        super().__init__(tr("About Fourfold"))
        self.column.addWidget(label(f"Fourfold {VERSION}"))
        text = label(
            self.tr(
                "Photos four times as wide and high, after “Photo-Realistic Single Image Super-Resolution Using a "
                "Generative Adversarial Network” (Ledig et al., CVPR 2017). Free software under the MIT licence."
            )
        )
        text.setWordWrap(True)
        self.column.addWidget(text)
        self.column.addWidget(label(self.tr("MADE WITH"), "head"))
        parts = QGridLayout()
        parts.setHorizontalSpacing(24)
        parts.setVerticalSpacing(4)
        parts.setColumnStretch(1, 1)
        for number, (name, licence) in enumerate(self.PARTS):
            parts.addWidget(label(f"{name} {version_of(name)}", "quiet"), number, 0)
            parts.addWidget(label(licence, "quiet"), number, 1)
        self.column.addLayout(parts)
        self._add_log()
        self.column.addStretch(1)

    def _add_log(self) -> None:
        self.column.addSpacing(8)
        self.column.addWidget(label(self.tr("IF SOMETHING GOES WRONG"), "head"))
        hint = label(self.tr("Failures are noted in a log, which stays on this computer:"), "quiet")
        self.place = label(str(log_file()).replace(str(Path.home()), "~", 1), "quiet")
        for line in (hint, self.place):
            line.setWordWrap(True)
            self.column.addWidget(line)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_log = QPushButton(self.tr("Open the log"))
        self.copy = QPushButton(self.tr("Copy details"))
        self.copied = label("", "quiet")
        self.show_log.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file()))))
        self.copy.clicked.connect(self._copy)
        buttons = row(self.show_log, self.copy, self.copied)
        buttons.setStretch(0, 0)
        buttons.setStretch(2, 1)
        self.column.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(about_this_computer()))
        self.copied.setText(self.tr("Copied."))
