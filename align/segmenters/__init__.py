"""Segmenters: a block and its language in, segments out.

``rules`` cuts sentences by our own ``default.srx``, ``srx`` by any SRX file, ``whole`` keeps
paragraphs or lines; ``spans`` makes segments of cut places, ``dialect`` reads foreign patterns.
"""
