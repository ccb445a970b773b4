"""Imports by way of a bucket: tasks lie in it as files, and the server fetches them by an import storage of its own.

For pushes too large to go through the server's front door. A file holds one batch and is named by its tasks, and the
server takes a file once, so a push that is run again sends what is missing and nothing twice. Where a server stops in
the middle of a file, the rest of it is missing at the next look and goes into another file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from toolkit import remote
from toolkit.errors import ServerError, UsageError
from toolkit.labelstudio.client import Client, task_json
from toolkit.labelstudio.records import Imported, WantedTask
from toolkit.model import stable_id


class BucketClient(Client):
    """A client whose imports go through `address`: s3://bucket/folder, with Arrow's options after a `?`."""

    def __init__(self, url: str, api_key: str, address: str, *, kept: Path | None = None, anew: bool = False) -> None:
        """UsageError where the address is none of S3's."""
        self._address = urlsplit(address)
        if self._address.scheme != "s3" or not self._address.hostname:
            raise UsageError(f"{address!r} is no address in S3; expected s3://bucket/folder")
        super().__init__(url, api_key, kept=kept, anew=anew)

    def import_tasks(self, project_id: int, tasks: Sequence[WantedTask]) -> Imported:
        """Write one file and have the server fetch it. The next look counts what arrived.

        Raises as any import, and ServerError where the file cannot be written.
        """
        bucket, *folders = [self._address.hostname or "", *filter(None, self._address.path.split("/"))]
        # Of no other project and no other server: whatever lies in the folder becomes tasks of this project.
        folder = "/".join([*folders, f"{stable_id(self.url)}-{project_id}"])
        options = f"?{self._address.query}" if self._address.query else ""
        name = f"{stable_id(*sorted(task.key for task in tasks))}.json"
        content = json.dumps([task_json(task) for task in tasks], ensure_ascii=False).encode("utf-8", "replace")
        try:
            remote.write(f"s3://{bucket}/{folder}/{name}{options}", content)
        except OSError as error:
            raise ServerError(f"s3://{bucket}/{folder}: cannot be written ({type(error).__name__})") from None
        self.sync_bucket(project_id, bucket, folder)
        return Imported((), 0)
