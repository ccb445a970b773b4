"""The errors that this package raises on purpose.

    FactcheckError
    ├── ReadError           a document cannot be read (path, reason)
    ├── UsageError          an argument, setting or file of the user's is wrong
    │   └── LabelConfigError    a label config lacks what the toolkit needs
    ├── ServerError         Label Studio cannot be reached, refuses, or answers nonsense
    │   ├── Unreachable         no answer at all, or none for now
    │   ├── Unauthorised        the token is wrong or lacks rights
    │   └── StudioError         the local server does not start or stop
    └── UnsafePlan          a push that would change surprisingly much, without --force

Messages say what was found, what was expected and what to do next. They never hold a secret, nor the body of a
server's answer: those carry cookies and whole tasks.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of all errors here; `str(error)` is one message for a person."""


class ReadError(FactcheckError):
    """A document that cannot be read; the others go on."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class UsageError(FactcheckError):
    """A wrong argument, setting or file."""


class LabelConfigError(UsageError):
    """A label config that lacks a control, a label or a verdict code."""


class ServerError(FactcheckError):
    """Label Studio answered with an error."""


class Unreachable(ServerError):
    """Label Studio did not answer, or could not for now; it may have done what was asked.

    `wait` is for how many seconds it wants to be left alone, 0 where it does not say.
    """

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait

    def __reduce__(self) -> tuple[type[Unreachable], tuple[str, float]]:
        return type(self), (str(self), self.wait)


class Unauthorised(ServerError):
    """Label Studio refused the token."""


class StudioError(ServerError):
    """The local Label Studio did not start or stop."""


class UnsafePlan(FactcheckError):
    """A plan that needs --force."""
