"""The list of photos as Qt's model, without a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.window.photos.model import PhotoModel, PhotoRole
from app.window.photos.saving_state import NOT_SAVED, SavingState, Tone

A, B = Path("a.png"), Path("b.png")


@pytest.fixture
def saving() -> dict[Path, SavingState]:
    return {}


@pytest.fixture
def photos(qapp: QApplication, saving: dict[Path, SavingState]) -> Iterator[PhotoModel]:
    model = PhotoModel(lambda path: saving.get(path, NOT_SAVED))
    yield model
    model.close()


def test_a_row_says_how_far_saving_is(photos: PhotoModel, saving: dict[Path, SavingState]) -> None:
    photos.add([A, B])
    assert photos.index(0).data(PhotoRole.SAVING) == NOT_SAVED
    drawn: list[int] = []
    photos.dataChanged.connect(lambda first, last: drawn.append(first.row()))
    saving[B] = SavingState("Not saved", Tone.BAD, failure="The disk is full.")
    photos.touch(B)
    assert drawn == [1]
    assert photos.index(1).data(PhotoRole.SAVING).text == "Not saved"
    assert photos.index(1).data(Qt.ItemDataRole.ToolTipRole) == "The disk is full."
    assert photos.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "b.png: The disk is full."
    photos.set_problem(B, "It is empty.")
    assert photos.index(1).data(Qt.ItemDataRole.ToolTipRole) == "It is empty."


def test_a_photo_is_there_once_and_comes_back_where_it_was(photos: PhotoModel) -> None:
    assert photos.add([A, B, A]) == [A, B]
    assert photos.remove([A]) == [(0, A)]
    assert photos.row_of(A) is None and photos.row_of(B) == 0
    photos.add([A], 0)
    assert photos.paths == [A, B]
