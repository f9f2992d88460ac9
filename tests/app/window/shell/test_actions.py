"""The table of commands, and Qt's actions made of it."""

from unittest.mock import MagicMock

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.window.canvas.layers import Map
from app.window.shell.actions import commands
from app.window.shell.command import OF_THE_VIEW, Actions, Command, Group, group_title
from app.window.shell.help import HelpPage


@pytest.fixture
def page() -> MagicMock:
    return MagicMock()


@pytest.fixture
def shell() -> MagicMock:
    return MagicMock()


@pytest.fixture
def table(page: MagicMock, shell: MagicMock) -> dict[str, Command]:
    return {command.name: command for command in commands(page, shell)}


def test_names_and_keys_are_used_once(page: MagicMock, shell: MagicMock) -> None:
    made = commands(page, shell)
    keys = [key for command in made for key in command.keys]
    assert len({command.name for command in made}) == len(made)
    assert len(set(keys)) == len(keys)
    assert {command.group for command in made} == set(Group)


def test_commands_act_on_the_page_and_the_window(table: dict[str, Command], page: MagicMock, shell: MagicMock) -> None:
    table["result_pixels"].run()
    page.viewer.canvas.zoom.to.assert_called_once_with(1)
    table["show_auto-textured"].run()
    page.comparison.show_in_focused.assert_called_once_with("auto-textured")
    table["maps"].run()
    page.comparison.toggle_map.assert_called_once_with((Map.FIDELITY, Map.INVENTION))
    table["less_texture"].run()
    page.inspector.nudge_texture.assert_called_once_with(-10)
    table["measure_page"].run()
    shell.show_measure.assert_called_once_with()
    table["pause"].run()
    page.saving.pause_or_continue.assert_called_once_with()
    table["leave"].run()
    shell.leave.assert_called_once_with()
    page.saving.stop.assert_not_called()


def test_only_what_changes_the_view_is_disabled_with_it(table: dict[str, Command], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, table.values())
    actions.enable_view(False)
    disabled = {name for name in table if not actions[name].isEnabled()}
    assert disabled == {command.name for command in table.values() if command.group in OF_THE_VIEW}
    assert {"fit", "grid"} <= disabled and not {"save", "open", "quit"} & disabled


def test_an_action_runs_its_command(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    Actions(window, [Command("do", "Do it", Group.WINDOW, lambda: done.append(1), ("F7",), True)])["do"].trigger()
    assert done == [1]


def test_the_page_of_help_lists_every_key_below_its_group(table: dict[str, Command], qtbot: QtBot) -> None:
    help_page = HelpPage(list(table.values()))
    qtbot.addWidget(help_page)
    texts = [label.text() for label in help_page.findChildren(QLabel)]
    assert {group_title(group).upper() for group in Group} <= set(texts)
    assert {command.text for command in table.values() if command.keys} <= set(texts)
