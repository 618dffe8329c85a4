"""Pictures of a report: ``python -m tests.report.pictures REPORT.html FOLDER``, or one of them.

With ``FILE.png`` in the place of the folder, the one picture that the README shows.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

from tests.report.browser import DESKTOP, PHONE, Browser, browser

# The README shows the page down to the end of the first drawings.
END = "document.querySelector('.document[open]').getBoundingClientRect().bottom"


def picture(page: Browser, height: int | None = None) -> bytes:
    """Return a picture of the whole page, or of its top, as PNG."""
    size = page.call("Page.getLayoutMetrics")["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": size["width"], "height": height or size["height"], "scale": 1}
    shot = page.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    return base64.b64decode(shot["data"])


def main(report: Path, to: Path) -> None:
    """Take the pictures."""
    with tempfile.TemporaryDirectory() as profile, browser(Path(profile)) as page:
        page.open(report.absolute())
        if to.suffix == ".png":
            page.look(DESKTOP)
            to.write_bytes(picture(page, int(page.run(END))))
            return
        to.mkdir(exist_ok=True)
        for width in (PHONE, DESKTOP):
            for scheme in ("light", "dark"):
                page.look(width, scheme)
                (to / f"{scheme}-{width}.png").write_bytes(picture(page))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
