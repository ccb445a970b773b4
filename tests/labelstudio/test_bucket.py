"""Imports by way of a bucket, with the real server and a local S3."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import UsageError
from toolkit.labelstudio import server
from toolkit.labelstudio.bucket import BucketClient
from toolkit.labelstudio.client import Client


@pytest.mark.studio
def test_tasks_come_by_way_of_a_bucket_once(studio: Any, bucket: str, tmp_path: Path) -> None:
    import boto3

    store = boto3.client("s3")
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Sales of firm {n} rose {n + 5} percent. 下载量突破{n + 2}亿次。", "utf-8")
    environ = studio.environ | {name: value for name, value in os.environ.items() if name.startswith("AWS_")}

    def push() -> dict[str, Any]:
        given = ("--project", "through a bucket", "--through", f"s3://{bucket}/imports", "--json")
        return dict(json.loads(studio("push", tmp_path, *given, env=environ).stdout))

    first = push()
    assert (first["created"], first["repaired"]) == (3, 0)
    files = [item["Key"] for item in store.list_objects_v2(Bucket=bucket, Prefix="imports/")["Contents"]]
    assert len(files) == 1
    with Client(server.status(studio.home).url or "", server.login(studio.home).api_key) as client:
        tasks = client.tasks(first["project_id"])
        assert sorted(task.doc_id for task in tasks) == ["0.txt", "1.txt", "2.txt"]
        assert all(task.predicted for task in tasks)
        client.delete_task(tasks[0].id)
        again = push()  # what is missing goes into a file of its own: the server takes the first one only once
        assert (again["created"], again["kept"]) == (1, 2)
        assert len(client.tasks(first["project_id"])) == 3
    assert push()["kept"] == 3


@pytest.mark.parametrize("address", ["/tmp/x", "gs://bucket/x", "s3://", "https://s3.example/x"])
def test_another_address_is_no_bucket(address: str) -> None:
    with pytest.raises(UsageError, match="s3://bucket/folder"):
        BucketClient("http://127.0.0.1:1", "token", address)
