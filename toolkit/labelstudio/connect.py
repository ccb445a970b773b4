"""From settings to a server: the one that is named, else the local studio."""

from __future__ import annotations

from toolkit.config import Settings
from toolkit.errors import StudioError, UsageError
from toolkit.labelstudio import server
from toolkit.labelstudio.bucket import BucketClient
from toolkit.labelstudio.client import Client


def connect(settings: Settings, *, through: str | None = None, anew: bool = False) -> Client:
    """A client for `settings.url`, or for the local studio, which has to run already.

    `through` is a folder in a bucket by way of which it imports (`bucket.py`). Exports are kept in the home folder
    where the settings say so; with `anew` what is kept there is replaced. Raises UsageError where a server is
    named without a token, StudioError where no local one runs.
    """
    if settings.url is not None:
        if not settings.api_key:
            raise UsageError(
                f"no token for {settings.url}; copy one from Account & Settings in Label Studio and set "
                "LABEL_STUDIO_API_KEY (or give --api-key)"
            )
        return _client(settings.url, settings.api_key, settings, through, anew)
    studio = server.status(settings.home)
    if studio.url is None:
        raise StudioError(
            f"no Label Studio runs from {settings.home}; start it with: factcheck studio start "
            "(or name a server with --url and --api-key)"
        )
    server.prune_exports(settings.home)
    return _client(studio.url, server.login(settings.home).api_key, settings, through, anew)


def _client(url: str, api_key: str, settings: Settings, through: str | None, anew: bool) -> Client:
    kept = settings.home / "exports" if settings.keep_exports else None
    if through:
        return BucketClient(url, api_key, through, kept=kept, anew=anew)
    return Client(url, api_key, kept=kept, anew=anew)
