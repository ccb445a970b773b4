"""Files by their address, s3://, gs://, hdfs://…, through Arrow's file systems (the extra `parquet`); local ones too.

Who may read is for the file system to know: the environment, a profile, the machine's role.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any, BinaryIO, cast

from toolkit.errors import UsageError
from toolkit.parquet import pyarrow as installed

_ADDRESS = re.compile(r"(?:s3|gs|gcs|hdfs|viewfs|abfss?)://", re.IGNORECASE)


def is_remote(path: str | Path) -> bool:
    """Whether this is the address of a file or folder in a store."""
    return isinstance(path, str) and _ADDRESS.match(path) is not None


def opened(path: str | Path) -> BinaryIO:
    """The file, open for reading. Raises OSError; UsageError for an address that no file system knows."""
    if not is_remote(path):
        return Path(path).open("rb")
    system, inner = file_system(str(path))
    return cast(BinaryIO, io.BufferedReader(system.open_input_file(inner)))


def find(address: str) -> list[tuple[str, str]]:
    """The files at or below an address in sorted order: the address of each, and its name below `address`.

    Hidden ones (`.x`, `_x`) are passed over. Raises OSError, FileNotFoundError where nothing is there.
    """
    fs = _arrow(address)
    system, inner = file_system(address)
    found = system.get_file_info(inner)
    if found.type == fs.FileType.NotFound:
        raise FileNotFoundError(address)
    if found.is_file:
        return [(address, inner.rpartition("/")[2])]
    files = (info.path for info in system.get_file_info(fs.FileSelector(inner, recursive=True)) if info.is_file)
    names = sorted(path.removeprefix(inner).lstrip("/") for path in files)
    return [(f"{address.rstrip('/')}/{name}", name) for name in names if not re.search(r"(?:^|/)[._]", name)]


def holds_files(path: str) -> bool:
    """Whether there is a file at or below this path, which may be local."""
    fs = _arrow(path)
    system, inner = file_system(path)
    found = system.get_file_info(inner)
    if found.type != fs.FileType.Directory:
        return bool(found.is_file)
    return any(info.is_file for info in system.get_file_info(fs.FileSelector(inner, recursive=True)))


def write(path: str, content: bytes) -> None:
    """Write a small file. Raises OSError."""
    system, inner = file_system(path)
    with system.open_output_stream(inner, compression=None) as file:
        file.write(content)


def file_system(address: str) -> tuple[Any, str]:
    """Arrow's file system for an address or a local path, and the path inside it."""
    fs = _arrow(address)
    from pyarrow.lib import ArrowException

    if not is_remote(address):
        return fs.LocalFileSystem(), str(Path(address).absolute())
    try:
        return cast(tuple[Any, str], fs.FileSystem.from_uri(address))
    except (ArrowException, OSError) as error:
        raise UsageError(f"{address}: no file system for it ({type(error).__name__})") from None


def _arrow(what: str) -> Any:
    installed(what)
    import pyarrow.fs

    return pyarrow.fs
