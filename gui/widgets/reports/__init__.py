"""Reports of a pair: saved as HTML or PDF, printed, in the language of the window.

May import `controls` and `gui.reports`. Begin with `report_controller.ReportController`.
"""
