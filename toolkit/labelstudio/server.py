"""The local Label Studio: one server a home folder, on SQLite, on 127.0.0.1 only.

The home folder is private (0700) and holds `login.json` (0600: username, password, token, made at random once),
`server.json` (process and port of the server that runs), `studio.log` and Label Studio's own data in `data/`.
Secrets reach the server through its environment, never its arguments, and its output goes to the log file alone.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import MappingProxyType
from typing import Any

from toolkit.errors import StudioError
from toolkit.private import write_private

HOST = "127.0.0.1"
USERNAME = "factcheck@localhost.localdomain"
START_TIMEOUT = 240.0  # seconds; a first start on a slow disk makes the whole database
STOP_TIMEOUT = 20.0

# What the server's process gets of the caller's environment.
_KEPT = frozenset(
    {"PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "VIRTUAL_ENV"}
    | {"LD_LIBRARY_PATH", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "PATHEXT", "COMSPEC"}
)

# The server outlives us on purpose; a handle that is dropped would complain of that.
_started: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True, slots=True)
class Login:
    """The local server's first account; its token is Label Studio's legacy token."""

    username: str
    password: str = field(repr=False)
    api_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Studio:
    """A local server as it stands: `url` and `pid` are None where none runs."""

    home: Path
    running: bool
    url: str | None = None
    pid: int | None = None


@dataclass(frozen=True, slots=True)
class _Process:
    """`created` tells the process from a later one with the same pid."""

    pid: int
    created: float
    port: int


def status(home: Path) -> Studio:
    """Whether this home's server runs and answers."""
    record = _read_process(home)
    if record is None or not _answers(record.port, timeout=5.0):
        return Studio(home, running=False)
    return Studio(home, running=True, url=_url(record.port), pid=record.pid)


def login(home: Path) -> Login:
    """The login of this home; StudioError where the studio was never started."""
    try:
        return Login(**json.loads(_login_file(home).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise StudioError(f"no local Label Studio in {home} yet; start one with: factcheck studio start") from None
    except (OSError, ValueError, TypeError):
        raise StudioError(
            f"{_login_file(home)} cannot be read; it should hold username, password and api_key as JSON"
        ) from None


def start(home: Path, *, port: int = 8080, progress: Callable[[float], None] | None = None) -> Studio:
    """Start the server, or find the one that runs; return when it answers.

    A busy port gives way to a free one. `progress` is called with the seconds waited. Raises StudioError when Label
    Studio is not installed, ends early, does not answer in time, or runs on another login than this home's.
    """
    from filelock import FileLock, Timeout

    _make_private(home)
    try:
        with FileLock(home / "studio.lock", timeout=START_TIMEOUT):
            # It may run already, or another call may just have started it.
            process = _read_process(home) or _spawn(home, _free_port(port), _login_or_new(home))
            _wait(home, process, progress)
    except Timeout:
        raise StudioError(
            f"another command has been starting the server in {home} for too long; see studio.log there"
        ) from None
    return Studio(home, running=True, url=_url(process.port), pid=process.pid)


def stop(home: Path) -> bool:
    """Stop the server and what it started; False when none ran. Annotations are on disk already."""
    import psutil

    record = _read_process(home)
    if record is None:
        _process_file(home).unlink(missing_ok=True)
        return False
    try:
        parent = psutil.Process(record.pid)
        family = [*parent.children(recursive=True), parent]
    except psutil.NoSuchProcess:
        family = []
    for process in family:
        _signal(process, "terminate")
    _, alive = psutil.wait_procs(family, timeout=STOP_TIMEOUT)
    for process in alive:
        _signal(process, "kill")
    _, alive = psutil.wait_procs(alive, timeout=STOP_TIMEOUT)
    _reap()
    if alive:
        raise StudioError(f"Label Studio (process {record.pid}) does not stop; end it by hand")
    _process_file(home).unlink(missing_ok=True)
    return True


def prune_exports(home: Path, *, older_than: float = 3600.0) -> None:
    """Delete the copies of the whole project that Label Studio keeps of every export, once nobody reads them."""
    before = time.time() - older_than
    for path in (home / "data" / "export").glob("project-*"):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime < before:
                path.unlink()


def installed_version() -> str | None:
    """Label Studio's version in this environment, None where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("label-studio")
    except PackageNotFoundError:
        return None


# -- files -----------------------------------------------------------------------------------------------------------


def _login_file(home: Path) -> Path:
    return home / "login.json"


def _process_file(home: Path) -> Path:
    return home / "server.json"


def log_file(home: Path) -> Path:
    """Where the server's own output goes."""
    return home / "studio.log"


# What commands that need no studio may have put there before.
_OURS = frozenset({"memory.sqlite3", "vectors.sqlite3", "exports", "serve.json", "serve.log"})


def _make_private(home: Path) -> None:
    """Make the folder, open to its owner alone; one that holds other things is refused, not closed to others."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if home.stat().st_mode & 0o077:
            if {path.name for path in home.iterdir()} - _OURS and not _login_file(home).exists():
                raise StudioError(
                    f"{home} holds other things and is open to others; name a folder of its own with FACTCHECK_HOME"
                )
            home.chmod(0o700)
    except OSError as error:
        raise StudioError(f"{home}: cannot be made ({error.strerror}); name another with FACTCHECK_HOME") from None


def _login_or_new(home: Path) -> Login:
    if _login_file(home).exists():
        return login(home)
    made = Login(USERNAME, secrets.token_urlsafe(15), secrets.token_hex(20))
    write_private(_login_file(home), asdict(made))
    return made


def _read_process(home: Path) -> _Process | None:
    """The recorded process, if it is still the same one."""
    import psutil

    try:
        record = _Process(**json.loads(_process_file(home).read_text(encoding="utf-8")))
        process = psutil.Process(record.pid)
        # The clock that `created` was read from can be set; then the command line tells.
        same = abs(process.create_time() - record.created) < 2 or any("label-studio" in w for w in process.cmdline())
        alive = same and process.status() != psutil.STATUS_ZOMBIE
    except (OSError, ValueError, TypeError, psutil.Error):
        return None
    return record if alive else None


# -- the process -----------------------------------------------------------------------------------------------------


def _url(port: int) -> str:
    return f"http://{HOST}:{port}"


def _free_port(wanted: int) -> int:
    """`wanted`, or where something listens on it one of the next, which a bookmark finds again; at worst any."""
    for candidate in (*range(wanted, min(wanted + 20, 65_536)), 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            # As the server itself does: a port whose last connections are still closing counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, candidate))
            except OSError:
                continue
            if candidate and _listens(candidate):
                continue
            return int(probe.getsockname()[1])
    raise StudioError(f"no free port on {HOST}")


def _listens(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


def _command() -> str:
    beside = Path(sys.executable).with_name("label-studio")
    found = str(beside) if beside.exists() else shutil.which("label-studio")
    if found is None:
        raise StudioError(
            "Label Studio is not installed here; install it with: pip install 'factcheck-toolkit[studio]' "
            "or name a server with --url and --api-key"
        )
    return found


def _environment(home: Path, port: int, account: Login) -> dict[str, str]:
    # Label Studio reads many variables, some of no prefix (HOST, DATABASE_NAME): the caller's must not reach it.
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("LC_")}
    return kept | {
        "LABEL_STUDIO_BASE_DATA_DIR": str(home / "data"),
        "LABEL_STUDIO_USERNAME": account.username,
        "LABEL_STUDIO_PASSWORD": account.password,
        "LABEL_STUDIO_USER_TOKEN": account.api_key,
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
        "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK": "true",
        "LABEL_STUDIO_HOST": _url(port),
        "LABEL_STUDIO_COLLECT_ANALYTICS": "false",
        "LABEL_STUDIO_LATEST_VERSION_CHECK": "false",
        "LABEL_STUDIO_SENTRY_DSN": "",
        "LABEL_STUDIO_FRONTEND_SENTRY_DSN": "",
        "LABEL_STUDIO_DEBUG": "false",
        "ML_BLOCK_LOCAL_IP": "false",  # `factcheck serve` is on this machine too
        "PYTHONWARNINGS": "ignore",
        "PYTHONUTF8": "1",
    }


def _spawn(home: Path, port: int, account: Login) -> _Process:
    import psutil

    (home / "data").mkdir(mode=0o700, exist_ok=True)
    handle = os.open(log_file(home), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as log:
        child = subprocess.Popen(  # noqa: S603  the command is Label Studio's own, without a shell
            [_command(), "start", "--no-browser", "--internal-host", HOST, "--port", str(port)],
            env=_environment(home, port, account),
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C in the terminal that started it must not end it
            umask=0o077,  # Label Studio's database would be readable by everyone
        )
    _started.append(child)
    process = _Process(child.pid, psutil.Process(child.pid).create_time(), port)
    write_private(_process_file(home), asdict(process))
    return process


def _reap() -> None:
    """Let go of the servers that have ended."""
    _started[:] = [child for child in _started if child.poll() is None]


def _wait(home: Path, process: _Process, progress: Callable[[float], None] | None) -> None:
    began = time.monotonic()
    while not _answers(process.port):
        waited = time.monotonic() - began
        if _read_process(home) is None:
            _reap()
            _process_file(home).unlink(missing_ok=True)
            raise StudioError(f"Label Studio ended while it started; its output is in {log_file(home)}")
        if waited > START_TIMEOUT:
            raise StudioError(
                f"Label Studio does not answer on {_url(process.port)} after {waited:.0f} s; its output is in "
                f"{log_file(home)}; stop it with: factcheck studio stop"
            )
        if progress is not None:
            progress(waited)
        time.sleep(0.5)
    if not _knows_token(process.port, login(home).api_key):
        raise StudioError(
            f"the server on {_url(process.port)} does not know the login of {home}: its data or login.json comes from "
            "elsewhere; stop it with: factcheck studio stop, then name a fresh folder with FACTCHECK_HOME"
        )


def _answers(port: int, timeout: float = 2.0) -> bool:
    return _status(port, "/health", timeout) == HTTPStatus.OK


def _knows_token(port: int, api_key: str) -> bool:
    return _status(port, "/api/current-user/whoami", 30.0, {"Authorization": f"Token {api_key}"}) == HTTPStatus.OK


def _status(port: int, path: str, timeout: float, headers: Mapping[str, str] = MappingProxyType({})) -> int | None:
    """The status of an answer, None where none comes. Asked twice a second, so without a client's set-up."""
    connection = HTTPConnection(HOST, port, timeout=timeout)
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def _signal(process: Any, name: str) -> None:
    import psutil

    try:
        getattr(process, name)()
    except psutil.NoSuchProcess:
        return
