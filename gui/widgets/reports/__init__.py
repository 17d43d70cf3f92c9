"""Reports of a pair: saved as HTML or PDF, printed, in the language of the window.

May import `gui.reports` and `window`. Begin with `report_controller.ReportController`.
"""
