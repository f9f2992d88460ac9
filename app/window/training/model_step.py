"""Step 5: the new model gets a name, and all of the person's own models are managed here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.window.training import trainings
from app.window.training.naming import NameField, free_name
from app.window.training.portrait import portrait
from app.window.training.train_on import TrainOnButton
from app.window.widgets.fields import label, set_kind
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from app.window.widgets.step import Step
from app.window.widgets.titles import own_title
from engine.atomic import copy_whole
from engine.errors import FourfoldError, ModelError
from engine.models import catalog
from engine.models.cards import read_card
from engine.models.catalog import Entry, Origin
from engine.sentences import why
from engine.texts import shown


class ModelStep(Step):
    """Asks for a name where there is a new model, above the list of all and the card of the one that is chosen."""

    changed = Signal()
    """The person's models are others."""
    kept = Signal(str)
    """The id of the model that a training has become."""
    wanted = Signal(str)
    """The id of a model to upscale with."""
    left = Signal()
    """Back to the verdict, or to a new training where nothing waits for a name."""
    continued = Signal(Path, int)
    """The training of a model, and for how many steps more it is to go on; 0 is for the rest of what was ordered."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self.naming = NameField()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Your models"))
        self.list.setProperty("kind", "models")
        self.none = label(self.tr("You have no models of your own yet."), "quiet")
        self.card = QPlainTextEdit()
        self.card.setReadOnly(True)
        self.card_head = label(self.tr("CARD"), "head")
        self.card.setAccessibleName(self.tr("Card of the model"))
        self._lay_out()
        self.add = self.add_button(self.tr("Import…"))
        self.export = self.add_button(self.tr("Export…"))
        self.delete = self.add_button(self.tr("Delete"))
        self.more = self.put(TrainOnButton())
        self.anew = self.add_button(self.tr("New training"))
        self.use = self.add_button(self.tr("Upscale with it"), "main")
        self._connect()

    def close_threads(self) -> None:
        """Wait until no child works at a model."""
        self.naming.close_threads()

    def show_new(self, run: Path, name: str, mix: float) -> None:
        """Ask for the name of a model that is not kept yet."""
        self._show_naming(True)
        self.show_models()
        self.naming.ask(run, name, mix)

    def show_all(self) -> None:
        """Only what there is."""
        self._show_naming(False)
        self.show_models()

    def _show_naming(self, visible: bool) -> None:
        """One main action at a time."""
        self.naming.setVisible(visible)
        self.anew.setText(self.tr("Back to the verdict") if visible else self.tr("New training"))
        set_kind(self.use, "" if visible else "main")

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label(self.tr("YOUR MODELS"), "head"))
        left.addWidget(self.none)
        left.addWidget(self.list, 1)
        left.addStretch(0)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.card_head)
        right.addWidget(self.card, 1)
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        self.body.addWidget(self.naming)
        self.body.addSpacing(8)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        self.naming.kept.connect(self._on_kept)
        self.list.currentItemChanged.connect(lambda *_: self._show_card())
        self.add.clicked.connect(self._choose_import)
        self.export.clicked.connect(self._choose_export)
        self.delete.clicked.connect(self.remove)
        self.more.wanted.connect(self._train_on)
        self.anew.clicked.connect(self.left)
        self.use.clicked.connect(self._use)

    # --- the list ---

    def show_models(self, chosen: str = "") -> None:
        """Read the catalog again."""
        chosen = chosen or (self.entry.id if self.entry else "")
        self.list.clear()
        for entry in catalog.entries():
            if entry.origin is Origin.TRAINED:
                item = QListWidgetItem(own_title(entry))
                item.setData(Qt.ItemDataRole.UserRole, entry)
                self.list.addItem(item)
                if entry.id == chosen:
                    self.list.setCurrentItem(item)
        if self.list.count() and not self.list.currentItem():
            self.list.setCurrentRow(0)
        self.none.setVisible(self.list.count() == 0)
        for part in (self.list, self.card, self.card_head):
            part.setVisible(self.list.count() > 0)
        self._show_card()

    @property
    def entry(self) -> Entry | None:
        """The model that is chosen."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _show_card(self) -> None:
        entry = self.entry
        self.card.setPlainText(portrait(entry.card) if entry and entry.card else "")
        for button in (self.export, self.delete, self.use):
            self.allow(button, entry is not None)
        self.show_training()

    def show_training(self) -> None:
        """Offer to go on with the training of the chosen model, where it was kept."""
        run = self._training()
        self.more.offer_run(run)
        self.allow(self.more, run is not None, visible=run is not None)

    def take_focus(self) -> None:
        super().take_focus()
        if not self.naming.isHidden():
            self.naming.name.setFocus()
        elif self.list.count():
            self.list.setFocus()

    def _training(self) -> Path | None:
        return trainings.kept_with(self.entry.id) if self.entry else None

    def _train_on(self, more: int) -> None:
        if run := self._training():
            self.continued.emit(run, more)

    def _on_kept(self, model: str) -> None:
        self.show_all()
        self.show_models(model)
        self._notice.tell(self.tr("{} is in every list of models now.").format(shown(model)))
        self.kept.emit(model)
        self.show_training()
        self.changed.emit()
        self.take_focus()

    # --- what can be done with a model ---

    def _use(self) -> None:
        if self.entry:
            self.wanted.emit(self.entry.id)

    def remove(self) -> None:
        """Delete the chosen model; it can be undone until the window closes."""
        entry = self.entry
        if entry is None:
            return
        try:
            removed, run = catalog.remove(entry.id), self._training()
            discarded = trainings.discard(run) if run else None
        except FourfoldError as error:
            self._notice.warn(localised(error.sentence))
            return
        self.show_models()
        self.changed.emit()
        text = self.tr("{} was deleted, and its training.") if run else self.tr("{} was deleted.")
        undo = self.tr("Undo")
        self._notice.tell(text.format(shown(entry.title)), undo, lambda: self._restore(removed, discarded), stays=True)

    def _restore(self, removed: Path, discarded: Path | None) -> None:
        try:
            entry = catalog.restore(removed)
            if discarded:
                trainings.restore(discarded)
        except FourfoldError as error:
            self._notice.warn(localised(error.sentence))
            return
        self.show_models(entry.id)
        self.changed.emit()

    def _choose_export(self) -> None:
        if self.entry and self.entry.path:
            start = str(Path.home() / self.entry.path.name)
            chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the model"), start, "*.safetensors")
            if chosen:
                self.export_to(Path(chosen))

    def export_to(self, target: Path) -> None:
        """Copy the chosen model to a file."""
        assert self.entry is not None and self.entry.path is not None
        try:
            copy_whole(self.entry.path, target)
        except OSError as error:
            self._notice.warn(self.tr("{} was not written: {}.").format(shown(target.name), localised(why(error))))
            return
        self._notice.tell(self.tr("Exported as {}.").format(shown(target.name)))

    def _choose_import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import a model"), "", "*.safetensors")
        if chosen:
            self.import_from(Path(chosen))

    def import_from(self, path: Path) -> None:
        """Copy a model that Fourfold has trained among the person's own."""
        try:
            if read_card(path) is None:
                raise ModelError("{name} was not trained by Fourfold; add it on the page Upscale.", name=path.name)
            entry = catalog.add(path, free_name(path.stem))
        except FourfoldError as error:
            self._notice.warn(localised(error.sentence))
            return
        self.show_models(entry.id)
        self.changed.emit()
