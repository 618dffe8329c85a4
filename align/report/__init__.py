"""The report of a run: every figure as JSON, and one calm page to look at."""

from align.report.run import Report

__all__ = ["Report"]
