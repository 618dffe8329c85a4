"""The report of a run: every figure as JSON, and one calm page to look at.

`Summary` takes in the outcomes as they stream by and keeps figures, and samples of fixed number;
`align.report.page` draws them. The keys of ``report.json``:

``jobs[]``, in the order of the run
    ``id``, ``status`` (``aligned``, ``monolingual`` or ``failed``), ``paths``, ``paired`` (null
    for one file; else ``by``: ``name``, ``folder``, ``content`` or ``user``, and ``score``, from 0
    to 1 for a pair by content, else null), ``encoding``,
    ``bitexts[]``, ``removed`` (passages by reason), ``other_languages`` (letters by language),
    ``notes``, and ``error`` where it failed
``bitexts[]`` of a job
    ``layout``, ``langs`` and the figures below
``totals``
    ``jobs``, ``aligned``, ``monolingual``, ``failed``, the figures below, and of the whole run
    ``duplicates`` (units that stand once in the memories though made more than once), ``kinds``
    (beads by shape), ``layouts``, ``removed``, ``other_languages`` and ``scores`` (units in 20
    equal bins from 0 to 1)
figures, of a bitext and of all
    ``segments``, ``unaligned`` (segments in no unit) and ``coverage`` (the share of characters,
    white space apart, that is in a unit; null for a side without any), each of ``source`` and
    ``target``; ``units``, ``doubtful`` (of a score below ``min_score``), ``crossings`` (places
    where blocks have moved), ``mean_score``, ``expected_precision`` (the same number: scores are
    probabilities, so their mean is the share of right units to expect; null without a unit) and
    ``flags`` (findings by id)
``skipped[]``
    ``path`` and ``reason`` of files that were found and not read
``settings_signature``, ``version``
    what names the settings, the sentence rules and the encoder, and the program
"""

from align.report.run import Report

__all__ = ["Report"]
