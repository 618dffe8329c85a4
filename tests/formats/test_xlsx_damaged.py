"""A workbook damaged in the middle of a sheet: what stands before it is not lost."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from align.errors import MalformedError
from align.formats.reading import Reading
from tests.readers.workbooks import rows_filled

from .foreign import read

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 3_000
NAME, CHECKSUM = 46, 16  # where these stand in the list of an archive, from the start of an entry
SHEET = "xl/worksheets/sheet1.xml"


def damaged(folder: Path, *, checksum: bool) -> Path:
    """Write a workbook whose sheet has a wrong checksum, or other bytes in its middle."""
    content = bytearray(rows_filled((f"نعم {n}", f"Yes {n}") for n in range(ROWS)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.getinfo(SHEET)
    listed = content.rindex(SHEET.encode()) - NAME
    middle = sheet.header_offset + sheet.compress_size // 2
    place = listed + CHECKSUM if checksum else middle
    content[place : place + 4] = b"\xff" * 4
    path = folder / "in.xlsx"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("checksum", [False, True], ids=["bytes", "checksum"])
def test_the_rows_before_the_damage_are_read_and_the_rest_is_told(
    tmp_path: Path, checksum: bool
) -> None:
    path = damaged(tmp_path, checksum=checksum)
    found = read(path)
    assert ROWS // 10 < len(found.pairs) < ROWS
    assert found.pairs[0] == ("نعم 0", "Yes 0")
    assert found.losses["tail"] == 1
    with pytest.raises(MalformedError, match=r"line \d+: the sheet 'Sheet1' is damaged \("):
        read(path, Reading())
