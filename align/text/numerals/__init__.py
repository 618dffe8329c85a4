"""Numbers, dates and measures found in Arabic and English text, by value and with their spans."""

from align.text.numerals.quantity import Kind, Quantity
from align.text.numerals.scan import quantities

__all__ = ["Kind", "Quantity", "quantities"]
