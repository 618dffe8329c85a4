"""Settings in the environment of whoever runs the tests are none of the tests' business."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("ALIGN_", "SOURCE_DATE"))]:
        monkeypatch.delenv(name)
