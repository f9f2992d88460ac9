"""The paper's tables with ours beside: the right rows, what can be had without being named, opinions of a study."""

import json
import math
import re
from pathlib import Path

import platformdirs
import pytest
import torch

from engine.models.architectures import network_of
from engine.models.cards import Card
from engine.models.dimensions import Dimensions
from engine.models.weights import Weights, save_weights
from tests.trainer.conftest import Run, made_photo
from tests.trainer.study.conftest import fill, make
from trainer.__main__ import main
from trainer.errors import BadRecipe
from trainer.evaluation.paper import TABLE_1, TABLE_2, paper_score, stands_for
from trainer.evaluation.paper_tables import paper_lines, paper_sets, paper_text
from trainer.recipes.cookbook import COOKBOOK


@pytest.fixture
def set5(tmp_path: Path) -> Path:
    """A set of one small photo that has the name of the paper's."""
    folder = tmp_path / "Set5"
    folder.mkdir()
    made_photo(0, 64, 48).save(folder / "baby.png")
    return folder


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person's own models."""
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    folder = tmp_path / "fourfold" / "models"
    folder.mkdir(parents=True)
    return folder


def saved(path: Path, architecture: str) -> Path:
    dimensions = Dimensions(architecture=architecture, blocks=2, width=4)
    torch.manual_seed(0)
    save_weights(path, Weights(Card(path.stem, dimensions), dict(network_of(dimensions).state_dict())))
    return path


def rows_of(text: str, table: str) -> dict[tuple[str, str], list[str]]:
    """The cells of a printed table after the first two, by these."""
    _, _, found = text.partition(f"| {table} ")
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in found.split("\n\n")[0].splitlines()[2:]]
    return {(cells[0], cells[1]): cells[2:] for cells in lines}


@pytest.mark.parametrize(
    ("method", "rows"),
    [
        ("srresnet", ["SRResNet"]),
        ("srresnet-x4", ["SRResNet"]),
        ("srresnet-mse", ["SRResNet-MSE", "SRResNet"]),
        ("srgan-vgg54", ["SRGAN-VGG54", "SRGAN"]),
        ("srgan-mse", ["SRGAN-MSE"]),
        ("srcnn-9-1-5", ["SRCNN"]),
        ("selfexsr", ["SelfExSR"]),
        ("original", ["original"]),
        ("srgan-photo", []),
    ],
)
def test_a_method_stands_in_the_row_of_its_name(method: str, rows: list[str]) -> None:
    assert [row.name for row in (*TABLE_1, *TABLE_2) if stands_for(row, method)] == rows


def test_every_recipe_of_the_paper_has_a_row() -> None:
    named = [name for name in COOKBOOK if re.match(r"srcnn|espcn|drcn|sr(resnet|gan)-(mse|vgg)", name)]
    assert len(named) == 9 and all(paper_score("Set5", name) for name in named)
    assert [len(row.scores) for row in (*TABLE_1, *TABLE_2)] == [2] * 5 + [3] * 9


def test_ours_stand_beside_the_papers_and_what_it_lacks_comes_last() -> None:
    means = {("Set5", "drcn"): {"PSNR-Y": 31.0, "SSIM (daala)": 0.9}, ("Set5", "mine"): {"PSNR-Y": 100.0}}
    opinions = {("Set5", "drcn"): 3.5, ("Set5", "srgan"): 4.25, ("Set14", "srgan"): 1.0}
    lines = paper_lines(["Set5"], means, opinions)
    text = paper_text(lines)
    table = rows_of(text, "Table 2, Set5")
    assert table["DRCN", "drcn"] == ["31.00", "31.52", "0.9000", "0.8938", "3.50", "3.26"]
    assert table["SRGAN", "srgan"] == ["-", "29.40", "-", "0.8472", "4.25", "3.58"]  # judged, not measured
    assert table["SelfExSR", "-"] == ["-", "30.33", "-", "0.8720", "-", "2.65"]
    assert table["original", "-"] == ["-", "inf", "-", "1.0000", "-", "4.32"]
    assert [*table][-1] == ("mine", "mine") and table["mine", "mine"] == ["inf", "-", "-", "-", "-", "-"]
    assert len(rows_of(text, "Table 1, Set5")) == 5 and "Set14" not in text


def test_sets_that_the_paper_has_not_are_told() -> None:
    assert paper_sets(["Urban100", "Set14"]) == ["Set14"]
    with pytest.raises(BadRecipe, match="Set5, Set14, BSD100"):
        paper_sets(["Urban100"])


def test_the_command_prints_both_tables(
    set5: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(own / "drcn.safetensors", "drcn")  # found without being named
    srcnn = saved(tmp_path / "srcnn-9-5-5.safetensors", "srcnn-9-5-5")
    study = make(tmp_path / "study", methods=("bicubic", "srgan"), photos=1)
    for name, score in (("Anna", 3), ("Ben", 4)):
        fill(study, name, {(0, "srgan"): score, (0, "bicubic"): 2})
    ready = tmp_path / "results"
    ready.mkdir()
    made_photo(1, 64, 48).save(ready / "baby_SRF_4.png")
    models = (str(srcnn), f"espcn={saved(tmp_path / 'other.safetensors', 'espcn')}")
    given = ("--data", str(set5), "--model", *models, "--results", f"SelfExSR={ready}", "--study", str(study.path))
    assert main(["evaluate", "--paper", *given]) == 0
    table = rows_of(capsys.readouterr().out, "Table 2, Set5")
    names = ["nearest", "bicubic", "srcnn-9-5-5", "SelfExSR", "drcn", "espcn", "srresnet", "srgan", "original"]
    assert [method for _, method in table] == names
    figures = {method: cells for (_, method), cells in table.items()}
    assert figures["original"][:4] == ["inf", "inf", "1.0000", "1.0000"]
    assert figures["srgan"][4:] == ["3.50", "3.58"] and figures["bicubic"][4:] == ["2.00", "1.97"]
    assert all(0 < float(figures[name][0]) < 100 for name in names[:-1])


def test_json_has_the_lines_too(set5: Path, run: Run) -> None:
    done = run("evaluate", "--paper", "--data", set5, "--json")
    assert done.returncode == 0, done.stderr
    lines = json.loads(done.stdout)["paper"]
    bicubic = next(each for each in lines if each["row"] == "bicubic")
    assert bicubic["method"] == "bicubic" and bicubic["paper"] == {"psnr": 28.43, "ssim": 0.8211, "opinion": 1.97}
    assert bicubic["opinion"] is None and math.isfinite(bicubic["psnr"])


def test_a_study_without_the_papers_tables_is_told(set5: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--data", str(set5), "--model", "bicubic", "--study", str(set5)]) == 1
    assert "stand in the tables of --paper" in capsys.readouterr().err
