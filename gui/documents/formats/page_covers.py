"""The areas that are drawn over the text of a PDF page, so that nobody sees what is under them."""

from __future__ import annotations

import ctypes
from functools import cached_property
from typing import Any, NamedTuple

_CORNERS = 4  # the path around a box has a fifth point if it is closed with a line
_LITTLE = 0.001  # of a turned or slanted box


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: _Box) -> _Box:
        """Return what of this box is inside *other*."""
        low = max(self.left, other.left), max(self.bottom, other.bottom)
        return _Box(*low, min(self.right, other.right), min(self.top, other.top))

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Covers:
    """The filled boxes of a page that nothing shines through; false where there are none.

    Of other shapes it is not told what they cover.
    """

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._page = pdfium, page.raw
        self._count = pdfium.FPDFPage_CountObjects(page.raw)
        self._boxes: list[tuple[int, _Box]] = []
        for place in range(1, self._count):  # what is drawn first covers nothing
            each = pdfium.FPDFPage_GetObject(page.raw, place)
            if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_PATH:
                box = self._box_of(each)
                if box is not None:
                    self._boxes.append((place, box))

    def __bool__(self) -> bool:
        return bool(self._boxes)

    def cover(self, text: Any, x: float, y: float) -> bool:
        """Return whether a box was drawn over the point of a page after the object *text*."""
        drawn = self._drawn.get(_place_in_memory(text))
        return drawn is not None and any(
            place > drawn and box.holds(x, y) for place, box in self._boxes
        )

    @cached_property
    def _drawn(self) -> dict[int | None, int]:
        """When each object of the page is drawn."""
        get = self._pdfium.FPDFPage_GetObject
        return {_place_in_memory(get(self._page, at)): at for at in range(self._count)}

    def _box_of(self, path: Any) -> _Box | None:
        """Return where the box *path* is on the page, as far as it is not cut off."""
        pdfium = self._pdfium
        if pdfium.FPDFPageObj_HasTransparency(path) or not self._is_filled(path):
            return None
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFPageObj_GetMatrix(path, matrix) and not _is_upright(matrix):
            return None
        segments = [
            pdfium.FPDFPath_GetPathSegment(path, at)
            for at in range(pdfium.FPDFPath_CountSegments(path))
        ]
        sides = [ctypes.c_float() for _ in range(4)]
        if self._around(segments) is None or not pdfium.FPDFPageObj_GetBounds(path, *sides):
            return None
        found = _Box(*(side.value for side in sides))
        clip = pdfium.FPDFPageObj_GetClipPath(path)
        for number in range(max(0, pdfium.FPDFClipPath_CountPaths(clip))):
            segments = [
                pdfium.FPDFClipPath_GetPathSegment(clip, number, at)
                for at in range(pdfium.FPDFClipPath_CountPathSegments(clip, number))
            ]
            inside = self._around(segments)
            if inside is None:
                return None
            found = found.within(inside)
        return found

    def _is_filled(self, path: Any) -> bool:
        mode, stroke = ctypes.c_int(), self._pdfium.FPDF_BOOL()
        known = self._pdfium.FPDFPath_GetDrawMode(path, mode, stroke)
        return bool(known and mode.value)

    def _around(self, segments: list[Any]) -> _Box | None:
        """Return the box that *segments* go around, None if they are no such box."""
        pdfium = self._pdfium
        if len(segments) not in (_CORNERS, _CORNERS + 1):
            return None
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for segment in segments:
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
                return None
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append((x.value, y.value))
        across, up = {x for x, _ in points}, {y for _, y in points}
        if len(across) != 2 or len(up) != 2 or len(set(points)) != _CORNERS:
            return None
        return _Box(min(across), min(up), max(across), max(up))


def _place_in_memory(page_object: Any) -> int | None:
    return ctypes.cast(page_object, ctypes.c_void_p).value


def _is_upright(matrix: Any) -> bool:
    slanted = min(abs(matrix.a) + abs(matrix.d), abs(matrix.b) + abs(matrix.c))
    return bool(slanted <= _LITTLE)
