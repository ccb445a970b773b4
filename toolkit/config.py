"""Settings: a TOML file and the environment, read once, here; then passed on as a value."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from toolkit.errors import UsageError
from toolkit.model import SCALES

Layout = Literal["document", "claim"]

CONFIG_FILE = "factcheck.toml"

# An address with one of these in its path was copied from a page of Label Studio and is not its root.
_PAGES = frozenset({"projects", "tasks", "user", "api", "organization", "people"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run depends on beside its arguments.

    `url` and `api_key` name a Label Studio server; without `url` the local studio is meant, whose data, login and
    token are in `home`. `annotators` is how many people have to answer each claim. `max_chars` bounds one document.
    `models` is what finds the names (`accurate`, `fast`, a spaCy pipeline, or `zh=…,en=…`), with so many `threads`, or
    `workers` where a command reads many documents at once; 0 stands for one a core. Names that score below
    `min_entity_score` (0..1) are left out. `scale` is the verdict scale of a new project: one of `model.SCALES`.
    A push spreads its tasks over projects of `tasks_per_project` each; 0 for one project. `keep_exports` keeps what was
    pulled in `home`, so that only what changed is asked again. `house` and `house_url` say
    who publishes what is found, `review_url` where: one page, or one a claim with `{claim_id}` in it. `report_style` is
    the style file of the house's reports, and `chromium` the browser that prints them.
    """

    home: Path
    url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    project: str = "factcheck"
    layout: Layout = "document"
    port: int = 8080
    annotators: int = 1
    max_chars: int = 200_000
    models: str = "accurate"
    threads: int = 0
    workers: int = 0
    min_entity_score: float = 0.0
    scale: str = "default"
    tasks_per_project: int = 0
    keep_exports: bool = True
    house: str | None = None
    house_url: str | None = None
    review_url: str | None = None
    report_style: Path | None = None
    chromium: str | None = None

    @property
    def vectors(self) -> Path:
        """Where what claims mean is kept, as numbers, from one command to the next."""
        return self.home / "vectors.sqlite3"

    def with_options(self, **options: Any) -> Settings:
        """The same settings with those options that are not None put in place; UsageError on a bad value."""
        given = {name: value for name, value in options.items() if value is not None}
        return _checked(replace(self, **given))


def load(environ: Mapping[str, str] | None = None, cwd: Path | None = None) -> Settings:
    """Read `factcheck.toml` in `cwd` (or the file that FACTCHECK_CONFIG names) and the environment, which wins.

    The file holds any of the settings but the token and the browser: one that happens to lie in the folder must not
    name a program to run. Nor must it choose who gets the token: a server's url counts only in a file that
    FACTCHECK_CONFIG names.
    Raises UsageError.
    """
    environ = os.environ if environ is None else environ
    named = environ.get("FACTCHECK_CONFIG")
    path = Path(named) if named else (cwd or Path.cwd()) / CONFIG_FILE
    values = _read_toml(path, named=bool(named)) if named or path.is_file() else {}
    if home := environ.get("FACTCHECK_HOME"):
        values["home"] = home
    for name, variable in (
        ("url", "LABEL_STUDIO_URL"),
        ("api_key", "LABEL_STUDIO_API_KEY"),
        ("chromium", "FACTCHECK_CHROMIUM"),
    ):
        if value := environ.get(variable, "").strip():
            values[name] = value
    if isinstance(values.get("report_style"), str):  # beside the file that names it
        values["report_style"] = path.parent / values["report_style"]
    home = values.pop("home", None) or _default_home()
    try:
        values["home"] = Path(home).expanduser().absolute()
    except (TypeError, RuntimeError):
        raise UsageError(f"home {home!r} is no folder's path") from None
    return _checked(Settings(**values))


def _default_home() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("factcheck", appauthor=False)


def _read_toml(path: Path, *, named: bool) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); FACTCHECK_CONFIG names it") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML ({error})") from None
    if "api_key" in values:
        raise UsageError(f"{path}: holds api_key; keep the token in the environment as LABEL_STUDIO_API_KEY")
    if "url" in values and not named:
        raise UsageError(
            f"{path}: holds url; name the server by LABEL_STUDIO_URL, or name this file by FACTCHECK_CONFIG, so that a "
            "file that lies in a folder cannot choose who gets your token"
        )
    known = {f.name for f in fields(Settings)} - {"api_key", "chromium"}  # a file in a folder names no program to run
    if unknown := sorted(set(values) - known):
        raise UsageError(f"{path}: unknown setting {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    return values


def _checked(settings: Settings) -> Settings:
    if settings.url is not None:
        settings = replace(settings, url=_checked_url(settings.url))
    if settings.api_key is not None and not re.fullmatch(r"[\x21-\x7e]+", settings.api_key):
        raise UsageError("the token holds characters that no token has; copy it again from Label Studio")
    if settings.layout not in get_args(Layout):
        raise UsageError(f"layout {settings.layout!r} is unknown; it is one of {', '.join(get_args(Layout))}")
    for name, low, high in (
        ("port", 1, 65_535),
        ("annotators", 1, 100),
        ("max_chars", 1, 50_000_000),
        ("threads", 0, 256),
        ("workers", 0, 256),
        ("tasks_per_project", 0, 1_000_000),
    ):
        value = getattr(settings, name)
        if type(value) is not int or not low <= value <= high:
            raise UsageError(f"{name} {value!r} is out of range; expected a whole number from {low} to {high}")
    if not isinstance(settings.keep_exports, bool):
        raise UsageError(f"keep_exports {settings.keep_exports!r} is neither true nor false")
    if settings.scale not in SCALES:
        raise UsageError(f"scale {settings.scale!r} is unknown; it is one of {', '.join(SCALES)}")
    score = settings.min_entity_score
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise UsageError(f"min_entity_score {score!r} is out of range; expected a number from 0 to 1")
    if not isinstance(settings.models, str) or not settings.models.strip():
        raise UsageError(f"models {settings.models!r} is no name of models")
    if settings.house is not None and (not isinstance(settings.house, str) or not settings.house.strip()):
        raise UsageError(f"house {settings.house!r} is no name")
    if settings.report_style is not None and not isinstance(settings.report_style, Path):
        raise UsageError(f"report_style {settings.report_style!r} is no file's path")
    for name in ("house_url", "review_url"):
        value = getattr(settings, name)
        if value is not None and not _is_web_address(value):
            raise UsageError(f"{name} {value!r} is no http:// or https:// address")
    project = settings.project.strip() if isinstance(settings.project, str) else ""  # as Label Studio itself does
    if not 3 <= len(project) <= 50:
        raise UsageError(f"project {settings.project!r} needs a name of 3 to 50 characters")  # Label Studio's bounds
    return replace(settings, project=project)


def _checked_url(url: Any) -> str:
    if not _is_web_address(url):
        raise UsageError(f"url {url!r} is no http:// or https:// address")
    parts = urlsplit(str(url))
    if parts.username or parts.password:
        raise UsageError(f"the url of {parts.hostname} holds a user name or password; give the token instead")
    if _PAGES.intersection(parts.path.split("/")) or parts.query or parts.fragment:
        raise UsageError(
            f"url {url!r} goes on after Label Studio's root; give the root alone, as in https://labels.example.org"
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _is_web_address(url: Any) -> bool:
    try:
        parts = urlsplit(str(url))
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
