from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

READ = "from toolkit.nlp.entities import find_entities; find_entities('阿里巴巴说。Alibaba said.', models={models!r})"


@pytest.mark.parametrize("models", ["accurate", "fast"])
def test_reading_names_leaves_no_trace_of_telemetry(models: str, tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    environ |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", READ.format(models=models)], env=environ, check=True)
    assert [path.name for path in tmp_path.rglob("*") if "icrosoft" in path.name] == []
