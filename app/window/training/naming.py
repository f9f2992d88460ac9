"""The new model gets a name and is put among the person's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.window.platform.endings import Ending
from app.window.platform.errand import Errand
from app.window.training import commands, trainings
from app.window.widgets.fields import label
from app.window.widgets.words import file_size
from engine.models import catalog
from trainer.events import ModelKept

LONGEST = 60


class NameField(QFrame):
    """Asks for the name of what a training made, and puts it into the catalog under it."""

    kept = Signal(str)
    """The model's id, when it is in the catalog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = Path()
        self._mix = 1.0
        self._errand = Errand(ModelKept, self)
        self._errand.answered.connect(self._on_kept)
        self._errand.failed.connect(self._on_not_kept)
        self.setProperty("kind", "notice")
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the model"))
        self.name.setMaxLength(LONGEST)
        self.name.setMaximumWidth(360)
        self.stays = QCheckBox()
        self.stays.setChecked(True)
        self.fate = label("", "quiet")
        self.fate.setContentsMargins(20, 0, 0, 0)
        self.save = QPushButton(self.tr("Keep the model"))
        self.save.setProperty("kind", "main")
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self._lay_out()
        self.save.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.stays.toggled.connect(self._say_fate)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(label(self.tr("Name")))
        line.addWidget(self.name, 1)
        line.addWidget(self.save)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(line)
        hint = self.tr("It will be in every list of models, on the command line too, under this name.")
        layout.addWidget(label(hint, "quiet"))
        layout.addSpacing(8)
        layout.addWidget(self.stays)
        layout.addWidget(self.fate)
        layout.addWidget(self.problem)

    def close_threads(self) -> None:
        """Give up and wait until the child is gone."""
        self._errand.close()

    def ask(self, run: Path, name: str, mix: float) -> None:
        """Ask how the model of a training is to be called; ``name`` is proposed."""
        self._run, self._mix = run, mix
        self.name.setText(free_name(name))
        self._tell("")
        text = self.tr("Keep the training too ({} on the disk)")
        self.stays.setText(text.format(file_size(trainings.size(run))))
        self._say_fate()
        self.save.setEnabled(not self._errand.is_running)
        self.name.setFocus()
        self.name.selectAll()

    def _say_fate(self) -> None:
        """What becomes of the training."""
        stays = self.tr("“Train on” below goes on with it at any time, and makes another model.")
        goes = self.tr("It is discarded, and can be brought back until you close Fourfold.")
        self.fate.setText(stays if self.stays.isChecked() else goes)

    def _keep(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._tell(self.tr("Give the model a name."))
        elif not self._errand.is_running:
            self.save.setEnabled(False)
            self._tell("")
            self._errand.send(commands.keep(self._run, name, self._mix))

    def _on_kept(self, event: ModelKept) -> None:
        self.kept.emit(Path(event.path).stem)

    def _on_not_kept(self, ending: Ending) -> None:
        self.save.setEnabled(True)
        self._tell(ending.sentence)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


def free_name(name: str) -> str:
    """The name, or the name with a number where there is a model called so."""
    taken = {known for entry in catalog.entries() for known in (entry.id, entry.title)}
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name} {number}"
    return free
