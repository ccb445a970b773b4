"""`factcheck serve` with the real Label Studio: a task that somebody else imported comes with its marks."""

from __future__ import annotations

import csv
import json
import signal
from pathlib import Path
from typing import Any

import pytest

from toolkit.labelstudio import server
from toolkit.labelstudio.client import Client

pytestmark = pytest.mark.studio

TEXT = "𠮷 Exports fell 7 percent. 下载量突破6亿次。"


def test_a_foreign_task_is_pre_annotated_when_it_is_opened(studio: Any, tmp_path: Path) -> None:
    project = ("--project", "served")
    (tmp_path / "a.txt").write_text("Rents rose 4 percent.")
    studio("push", tmp_path / "a.txt", *project)
    serving = studio.begin("serve", "--port", 0, "--connect", "--models", "fast", *project)
    try:
        assert serving.stderr
        said = [serving.stderr.readline(), serving.stderr.readline()]
        assert said[1].startswith("connected to "), said
        with Client(server.status(studio.home).url or "", server.login(studio.home).api_key) as client:
            found = client.find_project("served")
            assert found
            sdk = client._sdk
            (connected,) = sdk.ml.list(project=found.id)
            assert connected.basic_auth_pass_is_set
            made = sdk.projects.import_tasks(found.id, request=[{"text": TEXT}], return_task_ids=True)
            (task_id,) = made.task_ids
            (prediction,) = sdk.tasks.get(str(task_id)).predictions
            ours = min(task.id for task in client.tasks(found.id))
            assert len(sdk.tasks.get(str(ours)).predictions) == 1  # what a push predicted is not asked for again
            assert prediction.model_version == "factcheck"
            marks = list(prediction.result)
            claim = next(mark for mark in marks if mark["value"]["labels"] == ["CLAIM"])
            value = {**{at: claim["value"][at] for at in ("start", "end")}, "choices": ["unproven"]}
            verdict = {"id": claim["id"], "from_name": "verdict", "to_name": "text", "type": "choices", "value": value}
            sdk.annotations.create(task_id, result=[*marks, verdict], parent_prediction=prediction.id)
        told = json.loads(studio("export", "-o", tmp_path / "out.csv", *project, "--json").stdout)
        assert told["rows"] == 1
        with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            (row,) = csv.DictReader(file)
        assert (row["verdict"], row["doc_id"], row["claim_id"]) == ("unproven", f"task-{task_id}", claim["id"])
        assert TEXT[int(row["start"]) : int(row["end"])] == row["claim_text"]
        regions = [region["value"] for region in prediction.result]
        assert {"CLAIM"} <= {region["labels"][0] for region in regions}
        assert all(TEXT[region["start"] : region["end"]] == region["text"] for region in regions)
    finally:
        serving.send_signal(signal.SIGINT)
        _, rest = serving.communicate(timeout=30)
    assert (serving.returncode, "stopped" in rest) == (0, True), rest
