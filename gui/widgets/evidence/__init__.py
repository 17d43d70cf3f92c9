"""The evidence beside the text: summary, ledger of substitutions, sections and furniture.

May import `controls` and `gui.reports`. Begin with `evidence_panel.EvidencePanel`.
"""
