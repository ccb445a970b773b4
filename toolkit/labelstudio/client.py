"""The only user of label-studio-sdk: typed calls, errors without cookies, bodies or tasks in them."""

from __future__ import annotations

import json
import time
import warnings
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Self

from toolkit import collecting
from toolkit.errors import LabelConfigError, ServerError, Unauthorised, Unreachable
from toolkit.labelstudio.exports import Exports
from toolkit.labelstudio.records import PREDICTION_NAME, Counts, FoundTask, Imported, Json, Project, WantedTask

_TIMEOUT = 60.0  # seconds

# The SDK repeats every call up to three times, POST included, while the server may have committed the first one.
_ONCE: Any = {"max_retries": 0}
_ONCE_SLOW: Any = {"max_retries": 0, "timeout_in_seconds": 300}
_SLOW: Any = {"timeout_in_seconds": 300}

# Answers that say nothing of the request itself; what was asked may have been done all the same.
_FOR_NOW = frozenset({408, 429, 500, 502, 503, 504})
_HIDDEN = (
    *("inner_id", "completed_at", "cancelled_annotations", "total_predictions", "annotations_results"),
    *("annotations_ids", "predictions_score", "predictions_model_versions", "predictions_results", "file_upload"),
    *("storage_filename", "created_at", "updated_by", "avg_lead_time", "draft_exists", "data.text", "data.document"),
    *("data.source_line", "data.claims", "data.fc_key", "data.sha256", "data.schema_version", "data.model_version"),
)
_NUMBERS = ("task_number", "total_predictions_number", "total_annotations_number", "skipped_annotations_number")
_LONGEST_WAIT = 60.0  # seconds, whatever the server asks for
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"  # as Label Studio's filters read it
_PAGE = 500  # tasks
_PROJECTS = 100  # in one answer, the most that Label Studio gives
_NAMED = 300  # tasks by id in one address, which proxies bound to 8,000 characters
_LONGEST_SYNC = 600.0  # seconds, for one file from a bucket


class Client:
    """Calls to one server. Implements `records.LabelStudio`."""

    def __init__(self, url: str, api_key: str, *, kept: Path | None = None, anew: bool = False) -> None:
        """Nothing is sent yet; the token is a legacy token or a personal access token.

        Exports are `kept` in this folder; with `anew` those that lie there are not used.
        """
        import httpx

        with warnings.catch_warnings():  # importing the SDK warns about the SDK's own code
            warnings.simplefilter("ignore")
            # Without what the SDK lays over it for editing configs, which takes longer to import than most commands.
            from label_studio_sdk.base_client import LabelStudioBase as Sdk

        self.url = url
        self._exports = Exports(self, kept, whole=anew)
        # A proxy set for the outside world is not asked for the server on this machine.
        local = httpx.URL(url).host in ("127.0.0.1", "localhost", "::1")
        self._http = httpx.Client(timeout=_TIMEOUT, follow_redirects=True, trust_env=not local)
        with self._call("log in"):
            self._sdk: Any = Sdk(base_url=url, api_key=api_key, httpx_client=self._http, timeout=_TIMEOUT)
            # Where it changes a personal token for a short one, the SDK loses a path that does not end in a slash.
            self._sdk._client_wrapper._tokens_client._base_url = f"{url}/"

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def find_project(self, title: str) -> Project | None:
        """The oldest project of exactly this title."""
        found = self.project_ids(title)
        with self._call("read the project"):
            return _project(self._sdk.projects.get(found[0])) if found else None

    def project_ids(self, title: str) -> list[int]:
        """The projects of exactly this title, the oldest first."""
        with self._call("list projects"):
            return sorted(int(project["id"]) for project in self._containing(title) if project["title"] == title)

    def create_project(self, title: str, label_config: str, maximum_annotations: int, description: str = "") -> Project:
        """A new project; LabelConfigError where the server refuses the config."""
        with self._call("create the project", config=True):
            made = self._sdk.projects.create(
                title=title,
                description=description,
                label_config=label_config,
                maximum_annotations=maximum_annotations,
                show_collab_predictions=True,
                request_options=_ONCE,
            )
            return _project(made)

    def update_project(self, project_id: int, **values: Any) -> None:
        """Set some of the project's fields."""
        with self._call("update the project"):
            self._sdk.projects.update(project_id, **values)

    def delete_project(self, project_id: int) -> None:
        """Delete a project; gone already is fine."""
        with self._call("delete a project", missing_is_fine=True):
            self._sdk.projects.delete(project_id, request_options=_ONCE)

    def validate_config(self, project_id: int, label_config: str) -> None:
        """LabelConfigError where the server would refuse the config, or orphan annotations by it."""
        with self._call("check the label config", config=True):
            self._sdk.projects.validate_label_config(project_id, label_config=label_config)

    def tasks(self, project_id: int) -> list[FoundTask]:
        """All tasks, with data and counts, without their spans. Drafts, which cost a query a task, are for `in_use`."""
        fields = "id,data,total_annotations,cancelled_annotations,predictions_model_versions"
        with self._call("list tasks"):
            return [_found(task) for page in self._task_pages(project_id, fields) for task in page]

    def counts(self, project_id: int) -> Counts:
        """How many tasks and predictions are stored."""
        with self._call("count the tasks"):
            said = self._get(f"api/projects/{project_id}", include=f"id,{','.join(_NUMBERS)}")
            tasks, predictions, submitted, skipped = (int(said[name]) for name in _NUMBERS)
            return Counts(tasks, predictions, submitted + skipped)

    def import_tasks(self, project_id: int, tasks: Sequence[WantedTask]) -> Imported:
        """One request, sent once. On Unreachable it may be stored all the same: look before sending again."""
        with self._call("import tasks"):
            stored = self._request(
                f"api/projects/{project_id}/import",
                method="POST",
                params={"return_task_ids": True},
                content=json.dumps([task_json(task) for task in tasks]).encode(),
                headers={"content-type": "application/json"},
                request_options=_ONCE_SLOW,
            )
            return Imported(tuple(stored.get("task_ids") or ()), int(stored.get("prediction_count") or 0))

    def sync_bucket(self, project_id: int, bucket: str, folder: str) -> None:
        """Have the server take the files in a folder of an S3 bucket that it has not taken yet, and wait for it.

        The server's own environment or role says how it may read there; no key is sent.
        """
        storages = self._sdk.import_storage.s3
        with self._call("import from the bucket"):
            known = [s for s in storages.list(project=project_id) if (s.bucket, s.prefix) == (bucket, folder)]
            storage = known[0] if known else storages.create(
                project=project_id, title="factcheck", bucket=bucket, prefix=folder, use_blob_urls=False,
                recursive_scan=False, request_options=_ONCE,
            )  # fmt: skip
            storage = storages.sync(storage.id, request_options=_ONCE_SLOW)
            until = time.monotonic() + _LONGEST_SYNC
            while storage.status in ("queued", "in_progress") and time.monotonic() < until:
                time.sleep(1)
                storage = storages.get(storage.id)
        if storage.status != "completed":
            raise ServerError(
                f"{self.url} could not import from s3://{bucket}/{folder} ({storage.status}); may it read there? "
                "Its own log says more"
            )

    def add_predictions(self, project_id: int, tasks: Sequence[tuple[int, WantedTask]]) -> int:
        """Add predictions to tasks that are there; returns how many the server stored."""
        request: Any = [{"task": task_id, **_prediction(task)} for task_id, task in tasks]
        with self._call("import predictions"):
            stored = self._sdk.projects.import_predictions(project_id, request=request, request_options=_ONCE_SLOW)
            return int(_extra(stored, "created") or 0)

    def update_data(self, task_id: int, data: Json) -> None:
        """Replace a task's data; its text must stay the same, spans do not move. Gone already is fine."""
        with self._call("update a task", missing_is_fine=True):
            self._sdk.tasks.update(str(task_id), data=dict(data))

    def delete_task(self, task_id: int) -> None:
        """Delete one task, unless somebody has answered it by now; gone already is fine."""
        with self._call("delete a task", missing_is_fine=True):
            task = self._sdk.tasks.get(str(task_id))
            if not (task.total_annotations or task.cancelled_annotations or task.drafts):
                self._sdk.tasks.delete(str(task_id))

    def show_tab(self, project_id: int, title: str, field: str) -> None:
        """Make sure of a tab in the project's list of tasks with those whose data says something in this field."""
        with self._call("make a tab"):
            there = [dict(view.data or {}).get("title") for view in self._sdk.views.list(project=project_id)]
            if not there:  # the page's own first tab is made only where there is none
                self._sdk.views.create(project=project_id, data={"title": "Default"}, request_options=_ONCE)
            if title not in there:
                tab: Any = _tab(title, field)
                self._sdk.views.create(project=project_id, data=tab, request_options=_ONCE)

    def hide_tab(self, project_id: int, title: str) -> None:
        """Take the tab of this title away; gone already is fine."""
        with self._call("take a tab away", missing_is_fine=True):
            for view in self._sdk.views.list(project=project_id):
                if dict(view.data or {}).get("title") == title:
                    self._sdk.views.delete(str(view.id))

    def connect_backend(self, project_id: int, url: str, username: str, password: str) -> None:
        """Have the server ask this address for predictions of tasks that have none, as soon as they are opened."""
        # The server asks for predictions by itself where the backend's title is the project's model version.
        given: dict[str, Any] = {
            **{"url": url, "title": PREDICTION_NAME, "auth_method": "BASIC_AUTH"},
            **{"basic_auth_user": username, "basic_auth_pass": password},
        }
        with self._call("look at the backends"):
            before = self._backend(project_id)
        try:
            with self._call("connect the backend", explained=True):
                if before:
                    self._sdk.ml.update(before.id, project=project_id, **given)
                else:
                    self._sdk.ml.create(project=project_id, request_options=_ONCE, **given)
        except Unauthorised:
            # Where backends may be on this machine but webhooks may not, the backend is stored, its webhook, of which
            # we make nothing, is not, and the answer is HTTP 403.
            with self._call("look at the backends"):
                made = self._backend(project_id)
            if made is None or made.url != url:
                raise
        self.update_project(project_id, model_version=PREDICTION_NAME)

    def _backend(self, project_id: int) -> Any:
        return next((b for b in self._sdk.ml.list(project=project_id) if b.title == PREDICTION_NAME), None)

    def export(self, project_id: int, task_ids: Collection[int] | None = None) -> list[dict[str, Any]]:
        """Every task of the project, or these, with all their annotations, as Label Studio's JSON export."""
        given: dict[str, Any] = {"exportType": "JSON", "download_all_tasks": "true"}
        if task_ids is None:
            return self._exported(project_id, given)
        ids = sorted(task_ids)
        batches = [ids[start : start + _NAMED] for start in range(0, len(ids), _NAMED)]
        return [task for batch in batches for task in self._exported(project_id, given | {"ids[]": batch})]

    def exported(self, project_id: int) -> list[dict[str, Any]]:
        """What `export` gives, quicker where the last one was kept (`exports.py`)."""
        return self._exports.tasks(project_id)

    def _exported(self, project_id: int, given: dict[str, Any]) -> list[dict[str, Any]]:
        with self._call("export"):
            rows = self._get(f"api/projects/{project_id}/export", **given)
        if not isinstance(rows, list):
            raise ServerError(f"{self.url}: the export is no list of tasks")
        return rows

    def touched(self, project_id: int, since: datetime) -> set[int]:
        """Ids of the tasks that changed since then, and of those that hold anybody's draft."""
        changed = {"filter": "filter:tasks:updated_at", "operator": "greater_or_equal", "type": "Datetime"}
        drafted = {"filter": "filter:tasks:draft_exists", "operator": "equal", "type": "Boolean"}
        items = [changed | {"value": since.astimezone(UTC).strftime(_MOMENT)}, drafted | {"value": "true"}]
        query = json.dumps({"filters": {"conjunction": "or", "items": items}})
        with self._call("list what changed"):
            return {int(task["id"]) for page in self._task_pages(project_id, "id", query=query) for task in page}

    def in_use(self, project_id: int) -> set[int]:
        """Ids of the tasks that hold anybody's annotation or draft."""
        return {int(task["id"]) for task in self.export(project_id) if task.get("annotations") or task.get("drafts")}

    def as_wanted(self, project_id: int, task_ids: Collection[int]) -> list[WantedTask]:
        """These tasks with the spans that we predicted for them, as another project would want them."""
        with self._call("read tasks"):
            pages = self._task_pages(project_id, "id,data,predictions")
            return [_as_wanted(task) for page in pages for task in page if task["id"] in task_ids]

    def people(self) -> dict[int, str]:
        """User id → e-mail address."""
        with self._call("list users"):
            return {int(user.id): str(user.email or user.username or user.id) for user in self._sdk.users.list()}

    def invitation(self) -> str:
        """The address at which a new annotator signs up."""
        with self._call("make an invitation"):
            path = str(_extra(self._sdk.organizations.invites.get_invite_link(), "invite_url"))
        return path if path.startswith("http") else f"{self.url}{path}"

    def version(self) -> str:
        """Label Studio's version."""
        with self._call("ask for the version"):
            said = self._sdk.versions.get()
        return str(_extra(said, "release") or "unknown")

    def _containing(self, title: str) -> Iterator[dict[str, Any]]:
        """Id and title of the projects whose title contains this one."""
        for number in count(1):
            listed = self._get("api/projects/", title=title, include="id,title", page_size=_PROJECTS, page=number)
            yield from listed["results"]
            if not listed["next"]:
                return

    def _task_pages(self, project_id: int, fields: str, **given: str) -> Iterator[list[dict[str, Any]]]:
        """The tasks by pages; while one is used, the server makes the next."""

        def page(number: int) -> dict[str, Any]:
            listed = {"project": project_id, "include": fields, "fields": "all", "page_size": _PAGE, "page": number}
            listed |= given
            return dict(self._get("api/tasks/", **listed))

        with ThreadPoolExecutor(1) as ahead:
            coming = ahead.submit(page, 1)
            for number in count(1):
                made = coming.result()
                more = number * _PAGE < int(made["total"])
                if more:
                    coming = ahead.submit(page, number + 1)
                yield made["tasks"]
                if not more:
                    return

    def _get(self, path: str, **given: Any) -> Any:
        return self._request(path, method="GET", params=given, request_options=_SLOW)

    def _request(self, path: str, **given: Any) -> Any:
        """An answer as JSON, asked for through the SDK's connection.

        For what is large: the SDK's own records cost more time than the server.
        """
        from label_studio_sdk.core.api_error import ApiError

        answer = self._sdk._client_wrapper.httpx_client.request(path, **given)
        if not answer.is_success:
            raise ApiError(status_code=answer.status_code, headers=dict(answer.headers))
        with collecting.paused():
            return json.loads(answer.content)

    @contextmanager
    def _call(
        self, doing: str, *, config: bool = False, missing_is_fine: bool = False, explained: bool = False
    ) -> Iterator[None]:
        """Turn what the SDK raises into our errors; str(ApiError) holds a session cookie and whole tasks."""
        import httpx
        from label_studio_sdk.core.api_error import ApiError

        try:
            yield
        except ApiError as error:
            code = error.status_code
            if missing_is_fine and code == httpx.codes.NOT_FOUND:
                return
            if code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
                raise Unauthorised(
                    f"{self.url} refused the token while trying to {doing} (HTTP {code}); copy a fresh one from "
                    "Account & Settings in Label Studio and give it as LABEL_STUDIO_API_KEY"
                ) from None
            if config and code == httpx.codes.BAD_REQUEST:
                raise LabelConfigError(f"{self.url} refuses the label config (HTTP {code}): {_detail(error)}") from None
            if explained and code == httpx.codes.BAD_REQUEST:
                raise ServerError(f"{self.url} refuses to {doing} (HTTP {code}): {_detail(error)}") from None
            if code in _FOR_NOW:
                raise Unreachable(
                    f"{self.url} cannot {doing} for now (HTTP {code}); its own log says more", _wait(error)
                ) from None
            hint = "is this Label Studio's root address?" if code == httpx.codes.NOT_FOUND else "its own log says more"
            raise ServerError(f"{self.url} failed to {doing} (HTTP {code}); {hint}") from None
        except httpx.TimeoutException:
            raise Unreachable(f"{self.url} did not answer in time while trying to {doing}") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                raise ServerError(
                    f"{self.url} has a certificate that no authority known here vouches for, or that is another "
                    "server's or too old; an authority of your own is named by SSL_CERT_FILE, a file of certificates"
                ) from None
            raise Unreachable(
                f"{self.url} cannot be reached while trying to {doing} ({type(error).__name__}); is it running, and is "
                "the address right?"
            ) from None
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            # What the SDK makes of an answer that is no Label Studio's.
            raise ServerError(
                f"{self.url} gave an answer that cannot be read while trying to {doing} ({type(error).__name__}); is "
                "it Label Studio, and is this its root address?"
            ) from None


def _detail(error: Any) -> str:
    """What the server says of a label config: our own XML is all it can hold. Cut short."""
    body = error.body if isinstance(error.body, dict) else {}
    errors = body.get("validation_errors") or body.get("detail") or "no reason given"
    return " ".join(str(errors).split())[:300]


def _wait(error: Any) -> float:
    """The seconds that a server asks for by Retry-After; a date there is not read."""
    asked = str({name.lower(): value for name, value in (error.headers or {}).items()}.get("retry-after", ""))
    return min(float(asked), _LONGEST_WAIT) if asked.isascii() and asked.isdecimal() else 0.0


def task_json(task: WantedTask) -> dict[str, Any]:
    """A task as Label Studio imports it."""
    return {"data": task.data, "predictions": [_prediction(task)] if task.results else []}


def _prediction(task: WantedTask) -> dict[str, Any]:
    return {"model_version": PREDICTION_NAME, "score": task.score, "result": task.results}


def _tab(title: str, field: str) -> dict[str, Any]:
    """A tab of the task list, with few columns: Label Studio shows what is not hidden."""
    said = {"filter": f"filter:tasks:data.{field}", "operator": "empty", "type": "String", "value": False}
    return {
        "title": title,
        "type": "list",
        "filters": {"conjunction": "and", "items": [said]},
        "hiddenColumns": {"explore": [f"tasks:{name}" for name in _HIDDEN], "labeling": []},
    }


def _extra(record: Any, name: str) -> Any:
    return getattr(record, name, None) if not isinstance(record, dict) else record.get(name)


def _project(record: Any) -> Project:
    return Project(
        id=int(record.id),
        title=str(record.title),
        label_config=str(record.label_config or ""),
        model_version=str(record.model_version or ""),
        maximum_annotations=int(record.maximum_annotations or 1),
        description=str(record.description or ""),
        tasks=int(record.task_number or 0),
        expert_instruction=str(record.expert_instruction or ""),
        show_instruction=bool(record.show_instruction),
    )


def _as_wanted(task: dict[str, Any]) -> WantedTask:
    data = task["data"]
    ours = [p for p in task.get("predictions") or () if p.get("model_version") == PREDICTION_NAME]
    latest: dict[str, Any] = max(ours, key=lambda p: int(p["id"]), default={})
    return WantedTask(
        str(data["fc_key"]),
        str(data["doc_id"]),
        data,
        tuple(latest.get("result") or ()),
        float(latest.get("score") or 0.0),
    )


def _found(task: dict[str, Any]) -> FoundTask:
    work = (task.get("total_annotations") or 0) + (task.get("cancelled_annotations") or 0)
    return FoundTask(
        id=int(task["id"]),
        data=task.get("data") or {},
        human_work=work,
        # Not total_predictions: that counter is set to what was sent, and stays so where the server lost them.
        predicted=PREDICTION_NAME in str(task.get("predictions_model_versions") or ""),
    )
