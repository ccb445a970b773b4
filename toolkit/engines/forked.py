"""What the workers of one machine share: imported by the process that they are forked from, before it forks.

Only what starts no thread may be made here: the grammars of quantities and the small English pipeline.
"""

from contextlib import suppress

from toolkit.nlp import pipelines
from toolkit.nlp.recognizers.pipeline import small_english
from toolkit.quantities import find_quantities

__all__ = ["pipelines"]

with suppress(Exception):  # what goes wrong here goes wrong again in a worker, which says so
    for lang in ("zh", "en", "mixed"):
        find_quantities("1", lang)
    small_english()
