"""A built wheel works outside the checkout: label configs, templates and sample documents travel with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

CHECK = """
import pathlib, sys, toolkit
from toolkit.cli.intake import sample_paths
from toolkit.exports.report.html import TEMPLATES
from toolkit.labelstudio import guide
from toolkit.labelstudio.interface import config_path, load_config

unpacked = pathlib.Path(sys.argv[1])
assert pathlib.Path(toolkit.__file__).is_relative_to(unpacked), toolkit.__file__
for layout in ("document", "claim"):
    assert load_config(layout)
    assert config_path(layout).is_relative_to(unpacked), config_path(layout)
assert guide.is_ours(guide.instruction())
(folder,) = sample_paths()
assert pathlib.Path(folder).is_relative_to(unpacked), folder
assert len(list(pathlib.Path(folder).iterdir())) >= 8
assert TEMPLATES.is_relative_to(unpacked), TEMPLATES
assert {"report.html", "report.css", "report.js"} <= {path.name for path in TEMPLATES.iterdir()}
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (wheel,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(out / "unpacked")
    return out / "unpacked"


def test_it_finds_its_own_files(unpacked: Path, tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-c", CHECK, str(unpacked)]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_it_offers_the_command_and_the_spacy_components(unpacked: Path) -> None:
    (entry_points,) = unpacked.glob("*.dist-info/entry_points.txt")
    offered = entry_points.read_text(encoding="utf-8")
    for name in ("factcheck = ", "factcheck_entities = ", "factcheck_quantities = ", "factcheck_claims = "):
        assert name in offered


def test_label_studio_is_an_extra(unpacked: Path) -> None:
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    needs = [line for line in metadata.read_text(encoding="utf-8").splitlines() if line.startswith("Requires-Dist")]
    (studio,) = [line for line in needs if line.startswith("Requires-Dist: label-studio<")]
    assert "extra == 'studio'" in studio
