"""The report as a PDF: the page's own print style, by a Chromium that is there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from toolkit.errors import UsageError
from toolkit.store import atomic_write

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_SECONDS = 180  # for a report of some thousand claims
# The page itself may load nothing; these keep the browser around it from asking anybody anything.
_QUIET = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def write_pdf(html: str, path: Path, *, chromium: str | None = None) -> None:
    """Print the page into `path`. `chromium` names the browser; without it the PATH is searched. UsageError."""
    found = shutil.which(chromium) if chromium else next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise UsageError(
            f"{chromium or 'Chromium'} is not found, and a PDF needs it; install Chromium or Chrome, or name it with "
            "FACTCHECK_CHROMIUM. The browser's own print menu makes the same PDF from the HTML file"
        )
    with TemporaryDirectory(prefix="factcheck-") as folder:
        page, printed = Path(folder) / "report.html", Path(folder) / "report.pdf"
        page.write_text(html, encoding="utf-8")
        command = [found, *_QUIET, f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium has none for root, and does not start otherwise
        try:
            subprocess.run(  # noqa: S603  a browser on our own page, without a shell
                [*command, f"--print-to-pdf={printed}", page.as_uri()],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UsageError(f"{found} made no PDF ({type(error).__name__}); print the HTML file instead") from None
        if not printed.exists():
            raise UsageError(f"{found} made no PDF; print the HTML file from the browser's menu instead")
        atomic_write(path, printed.read_bytes())
