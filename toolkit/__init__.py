"""Fact-check annotation: find checkable figures in Chinese and English text, have people judge them, report."""

__version__ = "0.1.0"
