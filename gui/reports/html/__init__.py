"""The HTML reports: a single file that needs no other, and the plain variant for paper and PDF.

Nothing here may import Qt. Begin with ``html_report.to_html``; ``html_pair`` has what it is
made of.
"""

from .html_index import Decided, Figures, IndexRow, to_index, to_pair_report
from .html_report import to_html
from .print_report import to_print_html

__all__ = [
    "Decided",
    "Figures",
    "IndexRow",
    "to_html",
    "to_index",
    "to_pair_report",
    "to_print_html",
]
