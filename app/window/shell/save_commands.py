"""What a person does about saving, from buttons, keys and menus, and what the buttons offer at each moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from app.window.canvas.scene import Scene
from app.window.export.queue import ExportQueue
from app.window.export.saver import Saver
from app.window.export.stopping import may_stop
from app.window.inspector.panel import Inspector
from app.window.shell.photo_list import PhotoList
from app.window.shell.photo_menu import Hands, photo_menu
from app.window.widgets.notice import Notice


class SaveCommands(QObject):
    """Between the list of photos, the buttons of the inspector, and the queue."""

    def __init__(
        self,
        photos: PhotoList,
        saver: Saver,
        queue: ExportQueue,
        scene: Scene,
        inspector: Inspector,
        notice: Notice,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._list = photos
        self._saver = saver
        self._queue = queue
        self._scene = scene
        self._inspector = inspector
        self._notice = notice
        self._window = window
        inspector.save_asked.connect(self.save)
        inspector.save_all_asked.connect(self.save_remaining)
        for signal in (queue.staged, inspector.changed, photos.counted, photos.strip.selected):
            signal.connect(self._offer)
        photos.strip.menu_asked.connect(self._show_menu)

    def _offer(self) -> None:
        selected, count = len(self._list.selected), self._list.photos.rowCount()
        self._inspector.show_offer(selected, len(self._saver.remaining()), count)

    # --- saving ---

    def save(self) -> None:
        """Save the photos that are selected: mostly the one that is shown."""
        if selected := self._list.selected:
            self._saver.save(selected)

    def save_remaining(self) -> None:
        """Save all photos that are not saved by these choices, nor about to be."""
        if remaining := self._saver.remaining():
            self._saver.save(remaining)
        elif self._queue.is_open:
            self._notice.tell(self.tr("All photos are being saved by these choices."))
        elif photos := self._list.photos.paths:
            text = self.tr("All photos are saved by these choices already.")
            self._notice.tell(text, self.tr("Save again"), lambda: self._saver.save(photos))

    def save_as(self) -> None:
        """Save the photo that is shown, where the person says and under that name."""
        if self._scene.photo:
            self._saver.save_as(self._scene.photo)

    # --- what is being saved ---

    def pause_or_continue(self) -> None:
        """Pause what runs, go on with what is paused or was stopped."""
        if self._queue.stopped and not self._queue.is_open:
            self.resume()
        else:
            self._queue.pause(not self._queue.is_paused)

    def stop(self) -> None:
        """Stop saving, unless a person keeps what is done of a photo; it can be taken up again."""
        if self._queue.is_open and may_stop(self._queue, self._window):
            self._queue.stop()

    def resume(self) -> None:
        """Take up what was stopped, also at another time."""
        self._list.bring_back(self._queue.stopped)
        self._queue.resume()

    def discard(self) -> None:
        """Forget what was stopped, which can be undone."""
        tickets = self._queue.forget(self._queue.stopped)
        text = self.tr("Photos that stay unsaved: {}.").format(len(tickets))
        self._notice.tell(text, self.tr("Undo"), lambda: self._queue.take_back(tickets))

    def _show_menu(self, at: QPoint) -> None:
        photos = self._list
        hands = Hands(self.save, self.save_as, photos.remove_selected, photos.clear)
        photo_menu(photos.selected, self._queue, hands, self._window).exec(at)
