"""How much room reading takes: a small file's worth of what `tests.bench.memory` measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.memory import FILES, made, needed_to_read

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("resource", reason="Windows does not tell how much memory was needed")
SIZE = 3_000_000  # bytes
MOST = 8  # times its size; large files take 3 to 6.5, and a small one is less exact


@pytest.mark.parametrize("name", FILES)
def test_a_file_takes_a_few_times_the_size_of_its_texts(tmp_path: Path, name: str) -> None:
    assert needed_to_read(made(tmp_path, name, SIZE)) <= MOST * SIZE
