"""A real browser at the end of a pipe: Chromium and its DevTools protocol, nothing installed."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
SECONDS = 60
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
COMPLAINTS = ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
PHONE, DESKTOP = 390, 1280  # pixels


class Browser:
    """One page of a browser, told what to do in messages that end in a NUL byte."""

    def __init__(self, to: IO[bytes], answers: IO[bytes]) -> None:
        self._to = to
        self._answers = answers
        self._sent = 0
        self._session: str | None = None
        self.complaints: list[dict[str, Any]] = []
        self._loaded = False
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method and return its result; what the page complains of meanwhile is kept."""
        self._sent += 1
        message: dict[str, Any] = {"id": self._sent, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        self._to.flush()
        while (answer := self._read()).get("id") != self._sent:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _read(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("the browser has gone away")
            data += byte
        message: dict[str, Any] = json.loads(data)
        if message.get("method") in COMPLAINTS:
            self.complaints.append(message["params"])
        self._loaded = self._loaded or message.get("method") == "Page.loadEventFired"
        return message

    def open(self, path: Path) -> None:
        """Open a file and wait until it has loaded."""
        self._loaded = False
        self.call("Page.navigate", url=path.as_uri())
        while not self._loaded:
            self._read()

    def look(self, width: int, scheme: str = "light", media: str = "", **features: str) -> None:
        """Show the page as on a screen of a width, in a colour scheme, or as on paper."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        wanted = {"prefers-color-scheme": scheme} | {
            name.replace("_", "-"): value for name, value in features.items()
        }
        listed = [{"name": name, "value": value} for name, value in wanted.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=listed)

    def run(self, script: str) -> Any:
        """Return the value of an expression; promises are waited for."""
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Start a browser with a profile of its own, and end it."""
    process, to_browser, from_browser = _started(profile)
    try:
        with os.fdopen(to_browser, "wb") as to, os.fdopen(from_browser, "rb") as answers:
            yield Browser(to, answers)
    finally:  # a browser whose pipe is closed ends by itself
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _started(profile: Path) -> tuple[subprocess.Popen[bytes], int, int]:
    """Return a browser, and the ends of the pipes to it and from it."""
    (from_us, to_browser), (from_browser, to_us) = os.pipe(), os.pipe()
    # Chromium reads from descriptor 3 and writes to 4; ours are moved out of the way of both.
    ours = [fcntl.fcntl(end, fcntl.F_DUPFD, 64) for end in (from_us, to_us)]
    run = ["bash", "-c", f'exec "$@" 3<&{ours[0]} 4>&{ours[1]}', "bash"]
    process = subprocess.Popen(
        [*run, str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}"],
        pass_fds=ours,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for end in (from_us, to_us, *ours):
        os.close(end)
    return process, to_browser, from_browser
