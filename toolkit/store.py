"""JSON Lines between the steps: streamed, replaced atomically, checked when read back."""

from __future__ import annotations

import json
import lzma
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from toolkit import compressed, parquet, remote
from toolkit.errors import UsageError
from toolkit.model import (
    QUANTITY_KINDS,
    SCHEMA_VERSION,
    STANCES,
    AnnotatedDocument,
    Claim,
    Document,
    Entity,
    Quantity,
    as_json,
    check_offsets,
)

_SURROGATE = re.compile("[\ud800-\udfff]")
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


# --- writing


def write_jsonl(path: str | Path, rows: Iterable[Mapping[str, Any]], *, stdout: BinaryIO | None = None) -> int:
    """Write rows one a line and return how many; `-` writes to `stdout`.

    The target is replaced only once every row is written; on any error, an interrupt too, it stays as it was.
    """
    if str(path) == "-":
        if stdout is None:
            raise UsageError("-: there is no standard output to write to; name a file")
        count = _write_rows(stdout, rows)
        stdout.flush()
        return count
    with replacing(Path(path)) as file:
        return _write_rows(file, rows)


@contextmanager
def write_records(
    path: str | Path, columns: Mapping[str, parquet.Kind]
) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Gives a function that takes flat rows of these columns and writes them to `path`.

    JSON Lines, packed or not, or Parquet, by the ending of the name. The target is replaced when the block ends.
    """
    held, packed = compressed.kind(path)
    with replacing(Path(path)) as file:
        if held == ".parquet":
            with parquet.writing(file, parquet.flat(columns)) as write:
                yield write
        else:
            with compressed.packing(file, packed) as content:
                yield lambda row: _write(content, row)


def atomic_write(path: str | Path, content: bytes | str) -> None:
    """Replace a whole file, or leave it as it was. Text is written as UTF-8 without changing its line ends."""
    with replacing(Path(path)) as file:
        file.write(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)


def _write_rows(file: BinaryIO, rows: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    for row in rows:
        _write(file, row)
        count += 1
    return count


def _write(file: BinaryIO, row: Mapping[str, Any]) -> None:
    file.write(_json_line(row))


def annotated_line(annotated: AnnotatedDocument) -> bytes:
    """One line of an annotate file, its end included."""
    return _json_line(annotated_to_json(annotated))


def _json_line(row: Mapping[str, Any]) -> bytes:
    line = json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        return line.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair has no UTF-8; as a JSON escape it survives
        return _SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", line).encode("utf-8")


@contextmanager
def replacing(path: Path, temporary: Path | None = None) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends without an error.

    Until then it is `temporary`, a file of the same disk, or one with a name of its own beside the target.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing at its file
    if target.is_dir():
        raise UsageError(f"{path}: this is a folder; name a file to write")
    if target.exists() and not target.is_file():  # /dev/null, a pipe: nothing to replace
        with _named(path), target.open("wb") as file:
            yield file
        return
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if temporary else os.O_EXCL)
    temporary = temporary or target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.tmp")
    with _named(path):
        # Not tempfile: its 0600 would stay on the target; this leaves the mode to the umask.
        descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with _named(path):
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """A system error as a UsageError that names the file."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{path}: cannot be written ({reason}); check the folder and its rights") from error


# --- reading


def read_jsonl(path: str | Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file in order; UsageError with the line number where one is no JSON object."""
    for number, line in lines(path):
        yield json_object(line, f"{path}:{number}")


def lines(path: str | Path) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank, unpacked; only `\\n` ends a line. UsageError where it cannot be read."""
    try:
        with remote.opened(path) as file, compressed.unpacked(file, compressed.kind(path)[1]) as content:
            for number, line in enumerate(content, 1):
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if line.strip():
                    yield number, line
    except (OSError, EOFError, lzma.LZMAError) as error:
        reason = (getattr(error, "strerror", None) or type(error).__name__).lower()
        raise UsageError(f"{path}: cannot be read ({reason})") from error


def json_object(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise UsageError(f"{where}: not UTF-8") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{where}: not JSON") from None
    if not isinstance(row, dict):
        raise UsageError(f"{where}: a JSON object was expected, found {_kind(row)}")
    return row


def _no_constant(name: str) -> None:
    raise ValueError(name)


# --- the annotate format


def annotated_to_json(annotated: AnnotatedDocument) -> dict[str, Any]:
    """One line of an annotate file: plain JSON types, Decimals as plain decimal strings."""
    document = annotated.document
    return {
        "doc_id": document.doc_id,
        "path": document.path,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published,
        "lang": annotated.lang,
        "sha256": document.sha256,
        "text": document.text,
        "entities": as_json(annotated.entities),
        "quantities": as_json(annotated.quantities),
        "claims": as_json(annotated.claims),
        "model_version": annotated.model_version,
        "schema_version": SCHEMA_VERSION,
    }


def annotated_from_json(row: Mapping[str, Any]) -> AnnotatedDocument:
    """The document that `annotated_to_json` wrote; keys that it does not know are left out.

    Raises UsageError for a missing key, a wrong type, another schema, offsets that do not hold their text and a
    text that is not the one the `sha256` was taken of.
    """
    name = f"document {row['doc_id']!r}" if isinstance(row.get("doc_id"), str) else "document"
    head = _fields(row, _DOCUMENT, name)
    if head["schema_version"] != SCHEMA_VERSION:
        raise UsageError(
            f"{name}: schema_version {head['schema_version']!r}, expected {SCHEMA_VERSION!r}; annotate the source again"
        )
    document = Document(**{key: head[key] for key in _HEAD_KEYS if key in head})
    if document.sha256 != head["sha256"]:
        raise UsageError(f"{name}: sha256 is not that of the text; annotate the source again instead of editing here")
    annotated = AnnotatedDocument(
        document=document,
        lang=head["lang"],
        entities=tuple(Entity(**item) for item in _items(head, "entities", _ENTITY, name)),
        quantities=tuple(Quantity(**item) for item in _items(head, "quantities", _QUANTITY, name)),
        claims=tuple(claim_from_json(raw, f"{name}: claims[{index}]") for index, raw in enumerate(head["claims"])),
        model_version=head["model_version"],
    )
    _check(annotated, name)
    return annotated


def claim_from_json(row: Any, where: str) -> Claim:
    """The claim that `as_json` wrote; UsageError, which names `where`, for a missing key or a wrong type."""
    return Claim(**_fields(row, _CLAIM, where))


def _check(annotated: AnnotatedDocument, name: str) -> None:
    """Raise UsageError where a span or an index points to nothing."""
    text = annotated.document.text
    for kind in ("entities", "quantities", "claims"):
        try:
            check_offsets(text, getattr(annotated, kind))
        except ValueError as error:
            raise UsageError(f"{name}: {kind}: {error}") from None
    for claim in annotated.claims:
        if not 0 <= claim.context_start <= claim.context_end <= len(text):
            raise UsageError(f"{name}: claim {claim.claim_id}: its context lies outside the text")
        for key, indices, known in (
            ("quantities", claim.quantities, annotated.quantities),
            ("entities", claim.entities, annotated.entities),
        ):
            if any(not 0 <= index < len(known) for index in indices):
                raise UsageError(f"{name}: claim {claim.claim_id}: {key} names an item that is not in the list")


# --- field tables: key → (what is expected, how to read it, may it be missing)


class _WrongType(Exception):
    """A field whose JSON value is not what its table says."""


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongType
    return value


def _integer(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _WrongType
    return value


def _real(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise _WrongType
    try:
        return float(value)
    except OverflowError:
        raise _WrongType from None


def _decimal(value: Any) -> Decimal:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise _WrongType
    return Decimal(value)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _WrongType
    return value


def _one_of(*known: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in known:
            raise _WrongType
        return str(value)

    return read


def _or_null(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _tuple_of(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: tuple(read(item) for item in _list(value))


_Table = Mapping[str, tuple[str, Callable[[Any], Any], bool]]
_MUST, _MAY = False, True

_STRING = ("a string", _string, _MUST)
_TEXT_OR_NULL = ("a string or null", _or_null(_string), _MAY)
_INTEGER = ("a whole number", _integer, _MUST)
_LIST = ("a list", _list, _MUST)
_STRINGS = ("a list of strings", _tuple_of(_string), _MAY)
_INDICES = ("a list of whole numbers", _tuple_of(_integer), _MAY)
_DECIMAL_OR_NULL = ("a decimal number in a string, such as '22.32', or null", _or_null(_decimal), _MAY)
_COMPARATOR = ("one of > >= < <= ~ or null", _or_null(_one_of(">", ">=", "<", "<=", "~")), _MAY)

_DOCUMENT: _Table = {
    "doc_id": _STRING,
    "path": _TEXT_OR_NULL,
    "title": _TEXT_OR_NULL,
    "url": _TEXT_OR_NULL,
    "publisher": _TEXT_OR_NULL,
    "published": _TEXT_OR_NULL,
    "lang": ("zh, en or mixed", _one_of("zh", "en", "mixed"), _MUST),
    "sha256": _STRING,
    "text": _STRING,
    "entities": _LIST,
    "quantities": _LIST,
    "claims": _LIST,
    "model_version": _STRING,
    "schema_version": _STRING,
}
_HEAD_KEYS = ("doc_id", "text", "path", "title", "url", "publisher", "published")
_ENTITY: _Table = {
    "start": _INTEGER,
    "end": _INTEGER,
    "text": _STRING,
    "label": _STRING,
    "score": ("a number or null", _or_null(_real), _MAY),
    "entity_id": _TEXT_OR_NULL,
}
_QUANTITY: _Table = {
    "start": _INTEGER,
    "end": _INTEGER,
    "text": _STRING,
    "kind": (f"one of {' '.join(QUANTITY_KINDS)}", _one_of(*QUANTITY_KINDS), _MUST),
    "value": _DECIMAL_OR_NULL,
    "value_max": _DECIMAL_OR_NULL,
    "unit": _TEXT_OR_NULL,
    "comparator": _COMPARATOR,
    "iso": _STRINGS,
    "rule": ("a string", _string, _MAY),
}
_CLAIM: _Table = {
    "claim_id": _STRING,
    "start": _INTEGER,
    "end": _INTEGER,
    "text": _STRING,
    "lang": ("zh or en", _one_of("zh", "en"), _MUST),
    "context_start": _INTEGER,
    "context_end": _INTEGER,
    "types": _STRINGS,
    "quantities": _INDICES,
    "entities": _INDICES,
    "subject": _TEXT_OR_NULL,
    "measure": _TEXT_OR_NULL,
    "comparator": _COMPARATOR,
    "value": _DECIMAL_OR_NULL,
    "value_max": _DECIMAL_OR_NULL,
    "unit": _TEXT_OR_NULL,
    "period": _TEXT_OR_NULL,
    "worth": ("a number", _real, _MAY),
    "reasons": _STRINGS,
    "speaker": _TEXT_OR_NULL,
    "stance": (f"one of {' '.join(STANCES)}", _one_of(*STANCES), _MAY),
    "normalized": _TEXT_OR_NULL,
}


def _fields(raw: Any, table: _Table, where: str) -> dict[str, Any]:
    """The known keys of one JSON object, read and checked."""
    if not isinstance(raw, Mapping):
        raise UsageError(f"{where}: a JSON object was expected, found {_kind(raw)}")
    found = {}
    for key, (expected, read, may_miss) in table.items():
        if key in raw:
            try:
                found[key] = read(raw[key])
            except _WrongType:
                raise UsageError(f"{where}: {key} should be {expected}, found {_kind(raw[key])}") from None
        elif not may_miss:
            raise UsageError(f"{where}: the key {key!r} is missing")
    return found


def _items(head: Mapping[str, Any], key: str, table: _Table, name: str) -> Iterator[dict[str, Any]]:
    for index, raw in enumerate(head[key]):
        yield _fields(raw, table, f"{name}: {key}[{index}]")


def _kind(value: Any) -> str:
    """What a JSON value is, in the words of a person; short strings as they are."""
    if isinstance(value, str):
        return repr(value) if len(value) <= 30 else "a long string"
    names = {type(None): "null", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "an object")
