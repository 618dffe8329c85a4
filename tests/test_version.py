from __future__ import annotations

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from align.version import version

PACKAGE = Path(__file__).parents[1] / "align"


def installed() -> bool:
    return any(dist.name == "align" for dist in metadata.distributions())


@pytest.mark.skipif(not installed(), reason="align is not installed")
def test_the_version_is_that_of_the_installed_package() -> None:
    assert version() == metadata.version("align")


def test_a_source_tree_without_metadata_has_a_version_too(tmp_path: Path) -> None:
    (tmp_path / "align").symlink_to(PACKAGE)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import align.version as v; print(v.version())"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(tmp_path)],
        capture_output=True,
        check=True,
        text=True,
        env=dict(os.environ),
    )
    assert done.stdout.strip() == "0+source"
