"""What eyes see: contrast (WCAG 2.2) and colour differences, also with deficient vision."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Linear = tuple[float, float, float]

# Machado, Oliveira, Fernandes (2009), severity 1.0: what is left of linear red, green, blue.
DEFICIENCIES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Linear:
    """Return ``#rrggbb`` as linear light, 0 to 1 each."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (_undo_gamma(red), _undo_gamma(green), _undo_gamma(blue))


def seen_with(deficiency: str, light: Linear) -> Linear:
    """Return what somebody with *deficiency* sees of *light*; any other name changes nothing."""
    matrix = DEFICIENCIES.get(deficiency)
    if matrix is None:
        return light
    red, green, blue = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, light, strict=True)))) for row in matrix
    )
    return (red, green, blue)


def luminance(light: Linear) -> float:
    """Return the relative luminance."""
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, bright = sorted((luminance(linear(one)), luminance(linear(other))))
    return (bright + 0.05) / (dark + 0.05)


def difference(one: Linear, other: Linear) -> float:
    """Return CIEDE2000 of two lights: about 2 is just noticeable, above 10 plain at a glance."""
    l1, a1, b1 = _lab(one)
    l2, a2, b2 = _lab(other)
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    gain = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25.0**7))
    a1, a2 = a1 * gain, a2 * gain
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    hue = (h1 + turn / 2) % 360
    d_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weight = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    by_l = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    by_c, by_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * weight
    rotation = (
        -2
        * sqrt(chroma**7 / (chroma**7 + 25.0**7))
        * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    )
    parts = ((l2 - l1) / by_l, (c2 - c1) / by_c, d_hue / by_h)
    return sqrt(sum(part * part for part in parts) + rotation * parts[1] * parts[2])


def _undo_gamma(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _lab(light: Sequence[float]) -> Linear:
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
