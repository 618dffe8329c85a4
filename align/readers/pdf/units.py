"""Units of measure as they are written in Latin letters, after their number in any language."""

from __future__ import annotations

__all__ = ["UNITS"]

# Those of the SI (BIPM brochure, tables 2-8), others in everyday use, and currencies (ISO 4217).
_SYMBOLS = """
m km cm mm nm µm μm m² m2 km² km2 cm² cm2 mm² mm2 m³ m3 cm³ cm3 mm³ mm3 ha in ft yd
g kg mg mcg µg μg ng lb lbs oz l L ml mL dl dL cl cc gal mol mmol IU ppm
s ms min h hr hrs rpm km/h kph mph Hz kHz MHz GHz
V kV mV W kW MW GW mW A mA Ah mAh kVA Wh kWh MWh GWh J kJ MJ cal kcal N Nm
Pa kPa MPa bar psi mmHg dB lm lx KB kB MB GB TB bit Kbps Mbps Gbps px pt dpi
USD EUR GBP AED SAR EGP JOD KWD QAR OMR BHD LBP MAD TND DZD IQD SYP YER
"""
UNITS = frozenset(_SYMBOLS.split())
