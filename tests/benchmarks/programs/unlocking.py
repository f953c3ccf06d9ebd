"""Milliseconds from the typed passphrase to a diary that answers, wrapping at its full cost.

Arguments: moment of the start (not used), the diary file, its passphrase. Prints five lines.
"""

import sys
import time
from pathlib import Path

from tracker.services.sample import SAMPLE_NOW
from tracker.storage.opening import open_diary

_TIMES = 5

_, _, _diary, _words = sys.argv
for _ in range(_TIMES):
    begun = time.perf_counter()
    storage = open_diary(Path(_diary), moment=SAMPLE_NOW, passphrase=_words)
    storage.people()
    print((time.perf_counter() - begun) * 1000)
    storage.close()
