"""What the properties of an element do to its text: whether nobody could see it.

Only what its own style says counts here; ``page_styles`` knows what is around it.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_LENGTH = re.compile(r"([+-]?[\d.]{1,12})(px|pt|em|rem|vw|vh|%)?")
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_CHANNELS = re.compile(r"(rgb|hsl)a?\(([\d.,%/ deg]{5,60})\)")
_NUMBER = re.compile(r"([\d.]{1,12})(%?)")
_NAMED = MappingProxyType(
    {"white": 0xFFFFFF, "snow": 0xFFFAFA, "ivory": 0xFFFFF0, "black": 0x000000, "red": 0xFF0000}
    | {"silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "maroon": 0x800000}
    | {"purple": 0x800080, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF, "green": 0x008000}
    | {"lime": 0x00FF00, "olive": 0x808000, "yellow": 0xFFFF00, "navy": 0x000080}
    | {"blue": 0x0000FF, "teal": 0x008080, "aqua": 0x00FFFF, "cyan": 0x00FFFF}
    | {"whitesmoke": 0xF5F5F5, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3, "orange": 0xFFA500}
)
_LIGHT = 98.0  # per cent, of white and what nobody tells from it
_ALIKE = 8  # of 255, by which two colours differ that nobody tells apart
_FONT_SIZE = re.compile(r"(?:^|\s)([\d.]{1,12}(?:px|pt|em|rem|%)?)(?=/|\s)")
_STEP = re.compile(r"(?<![a-z])([a-z]{3,12}(?:3d)?)\(([^()]*)\)")
# From one clear colour to another, with blanks taken out; directions and places do not matter.
_CLEAR_GRADIENT = re.compile(
    r"(?:repeating-)?(?:linear|radial|conic)-gradient\((?:(?:to|circle|ellipse|at|from)?[a-z]{0,20}"
    r"[\d.]{0,9}(?:deg|turn|%)?,)?(?:(?:transparent|#0000|#00000000|rgba\(0,0,0,0\)|rgb\(000/0%?\))"
    r"(?:[\d.%]|px){0,20}(?:,|\)$))+"
)
_SIDES = ("left", "top", "right", "bottom")
_AWAY = -500.0  # pixels; nobody scrolls there
_FAR = 5000.0  # pixels to the right
_TINY = 1.0  # pixels, of type or of a box
_NOTHING = ("0", "0px", "0%")
_WHOLE = 100.0  # per cent
_FAINT = 0.05  # of full opacity
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 8.0, "%": 10.0}


def hides(style: dict[str, str]) -> bool:
    """Return whether the properties *style* of an element keep its text from being seen.

    >>> hides({"opacity": "0"}), hides({"left": "-9999px"})
    (True, False)
    """
    get = style.get
    if get("display") == "none" or get("content-visibility") == "hidden":
        return True
    if _has_no_colour(style) or _is_tiny(style) or is_out_of_sight(style):
        return True
    is_placed = get("position") in ("absolute", "fixed")
    is_away = any(_at_most(style, side, _AWAY) for side in _SIDES)
    if is_away and (is_placed or get("position") == "relative"):
        return True
    if is_placed and (_is_inset_away(style) or _at_least(style, "left", _FAR)):
        return True
    if any(_is_moved_away(*step) for step in _steps(style)):
        return True
    if any(_at_most(style, name, _AWAY) for name in ("text-indent", "margin-left", "margin-top")):
        return True
    if get("overflow", "").split(" ")[0] in ("hidden", "clip"):
        boxes = ("height", "max-height", "width", "max-width")
        if any(_at_most(style, name, _TINY) for name in boxes):
            return True
        if get("line-height", "") in _NOTHING:
            return True
        if get("white-space") == "nowrap" and get("text-indent") == "100%":
            return True
    clipped = get("clip", "").replace(" ", "").replace("px", "").replace(",", "")
    if is_placed and clipped in ("rect(0000)", "rect(1111)"):
        return True
    if any(_is_masked_away(style, maker) for maker in ("", "-webkit-")):
        return True
    return _is_cut_away(get("clip-path", ""))


def _is_masked_away(style: dict[str, str], maker: str) -> bool:
    """Return whether a mask lets nothing through, *maker* being the prefix of its properties.

    >>> _is_masked_away({"mask": "linear-gradient(transparent, rgba(0, 0, 0, 0))"}, "")
    True
    >>> _is_masked_away({"mask": "linear-gradient(#000 60%, transparent)"}, "")
    False
    """
    mask = style.get(f"{maker}mask-image", style.get(f"{maker}mask", "")).replace(" ", "")
    size = style.get(f"{maker}mask-size", "").split()
    if mask not in ("", "none") and any(value in _NOTHING for value in size):
        return True
    return _CLEAR_GRADIENT.fullmatch(mask) is not None


def _is_cut_away(shape: str) -> bool:
    """Return whether nothing is left of a box inside a CSS *shape*."""
    name, _, inside = shape.partition("(")
    values = inside.partition(" at ")[0].partition(" round ")[0].rstrip(") ").split()
    if not values:
        return False
    if name == "polygon":
        return not any(digit in shape for digit in "123456789")
    if name in ("circle", "ellipse"):
        return any(value in _NOTHING for value in values)
    if name != "inset" or not all(value.endswith("%") or value in _NOTHING for value in values):
        return False
    top, right, bottom, left = (_float(v.rstrip("%px")) for v in _four(values))
    return max(top + bottom, right + left) >= _WHOLE


def _four(values: list[str]) -> list[str]:
    """Return the values of a shorthand for top, right, bottom and left."""
    top = values[0]
    right = values[1] if len(values) > 1 else top
    bottom = values[2] if len(values) > 2 else top
    return [top, right, bottom, values[3] if len(values) > 3 else right]


def _is_inset_away(style: dict[str, str]) -> bool:
    values = style.get("inset", "").split()
    return any(_at_most({"side": value}, "side", _AWAY) for value in values)


def _steps(style: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Return how an element is transformed: the name of each function and its values.

    >>> _steps({"transform": "scale(0) translatex(-9px)", "scale": "1 0"})
    [('scale', ['0']), ('translatex', ['-9px']), ('scale', ['1', '0'])]
    """
    said = style.get("transform", style.get("-webkit-transform", ""))
    found = [(name, values.replace(",", " ").split()) for name, values in _STEP.findall(said)]
    found += [(name, style[name].split()) for name in ("translate", "scale") if name in style]
    return found


def _is_moved_away(name: str, values: list[str]) -> bool:
    if not name.startswith("translate"):
        return False
    far = (value for value in values if not value.endswith("%"))
    return any(_at_most({"way": value}, "way", _AWAY) for value in far)


def is_shrunk(style: dict[str, str]) -> bool:
    """Return whether an element is scaled to nothing, or turned so that it is seen from its edge.

    >>> is_shrunk({"transform": "scale(0, 1)"}), is_shrunk({"scale": ".5"})
    (True, False)
    """
    for name, values in _steps(style):
        if name.startswith("scale") and any(_share(value) == 0.0 for value in values[:2]):
            return True
        if name in ("rotatex", "rotatey") and values in (["90deg"], ["-90deg"], ["270deg"]):
            return True
        if name == "matrix" and all(_share(value) == 0.0 for value in values[:4]):
            return True
    return False


def is_out_of_sight(style: dict[str, str]) -> bool:
    """Return whether an element has its place and is not seen there."""
    if style.get("visibility") in ("hidden", "collapse"):
        return True
    filtered = style.get("filter", "").removeprefix("opacity(").removesuffix(")")
    return any(_share(text) <= _FAINT for text in (style.get("opacity", ""), filtered))


def _share(text: str) -> float:
    """Return an opacity, 0 to 1; 1 for what is none."""
    found = _NUMBER.fullmatch(text.strip())
    return _float(found[1]) / (100 if found[2] else 1) if found else 1.0


def _is_tiny(style: dict[str, str]) -> bool:
    size = _FONT_SIZE.search(style.get("font", ""))
    with_size = {"font-size": size[1], **style} if size else style
    return _at_most(with_size, "font-size", _TINY)


def _has_no_colour(style: dict[str, str]) -> bool:
    """Return whether text is transparent, and no picture shows through it."""
    if any(style.get(f"{maker}background-clip") == "text" for maker in ("", "-webkit-")):
        return False
    text = text_colour(style)
    if text == "transparent":
        return True
    colour = colour_of(text)
    return colour is not None and colour[3] <= _FAINT


def text_colour(style: dict[str, str]) -> str:
    """Return the colour of an element's text, as it is written, "" if it has none of its own."""
    return style.get("-webkit-text-fill-color", style.get("color", ""))


def are_alike(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether nobody tells two colours apart."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(one[:3], other[:3], strict=True))


def colour_of(text: str) -> tuple[float, float, float, float] | None:
    """Return red, green and blue, 0 to 255, and the opacity of a colour; None if it is unknown.

    >>> colour_of("#fff"), colour_of("rgb(0 0 0 / 50%)"), colour_of("navy")
    ((255.0, 255.0, 255.0, 1.0), (0.0, 0.0, 0.0, 0.5), (0.0, 0.0, 128.0, 1.0))
    """
    if text in _NAMED:
        red, green, blue = _NAMED[text].to_bytes(3, "big")
        return float(red), float(green), float(blue), 1.0
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) > 4 else "".join(2 * digit for digit in found[1])
        red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
        return float(red), float(green), float(blue), alpha[0] / 255 if alpha else 1.0
    found = _CHANNELS.fullmatch(text)
    numbers = _NUMBER.findall(found[2]) if found else []
    if found is None or len(numbers) not in (3, 4):
        return None
    parts = [_float(number) * (2.55 if per_cent else 1) for number, per_cent in numbers]
    opacity = _share("".join(numbers[3])) if len(numbers) == 4 else 1.0
    if found[1] == "hsl":
        return (255.0, 255.0, 255.0, opacity) if parts[2] >= _LIGHT * 2.55 else None
    return parts[0], parts[1], parts[2], opacity


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("inf")


def _at_most(style: dict[str, str], name: str, most: float) -> bool:
    length = _pixels(style.get(name, ""))
    return length is not None and length <= most


def _at_least(style: dict[str, str], name: str, least: float) -> bool:
    length = _pixels(style.get(name, ""))
    return length is not None and length != float("inf") and length >= least


def _pixels(text: str) -> float | None:
    found = _LENGTH.match(text)
    return None if found is None else _float(found[1]) * _PIXELS.get(found[2] or "", 1.0)
