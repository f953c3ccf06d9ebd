"""Reading all clinical knowledge strictly, once, without the imports it needs."""

import time
from functools import cached_property

from tracker.clinical.library import Library, library

begun = time.perf_counter()
known = library()
for name, part in vars(Library).items():
    if isinstance(part, property | cached_property):
        getattr(known, name)
print((time.perf_counter() - begun) * 1000)
