"""Units as lab slips write them, by the unit a diary stores."""

SHOWN_ALSO = {"10^9/L": ("K/µL", "10³/µL"), "cells/uL": ("/µL", "cells/mm³")}
"""What else stands on slips for the same, the most usual first."""

MORE_NAMES = {
    "10^9/L": ("K/uL", "K/mcL", "thousand/uL", "10^3/uL", "x10^3/uL", "x10^9/L"),
    "cells/uL": ("/uL", "/mm3", "cells/mm3", "cells/mcL"),
}
"""The same and more, as a keyboard has it."""

_SAME = {
    "10^9/l": "10^9/L",
    "10^3/ul": "10^9/L",
    "k/ul": "10^9/L",
    "thou/ul": "10^9/L",
    "thous/ul": "10^9/L",
    "thousand/ul": "10^9/L",
    "thousands/ul": "10^9/L",
    "tsd/ul": "10^9/L",
    "cells/ul": "cells/uL",
    "cell/ul": "cells/uL",
    "/ul": "cells/uL",
    "umol/l": "umol/L",
    "iu/l": "U/L",
    "u/l": "U/L",
    "g/dl": "g/dL",
    "mg/dl": "mg/dL",
    "g/l": "g/L",
    "mmol/l": "mmol/L",
    "ng/l": "ng/L",
    "pg/ml": "pg/mL",
}
_WRITTEN = str.maketrans({"µ": "u", "μ": "u", "³": "^3", "⁹": "^9", "*": "^", "×": "x", " ": ""})
_ALIKE = (("mcl", "ul"), ("cumm", "ul"), ("mm^3", "ul"), ("mm3", "ul"), ("10e", "10^"))


def stored_unit(written: str) -> str:
    """Return the unit that a diary stores for what a slip says; what is not known stays as it is.

    K/µL, thousand/µL, 10³/µL and ×10⁹/L are one unit; so are cells/µL, /mm³ and /mcL.
    """
    # Before folding: that makes another letter of the sign for micro.
    plain = written.translate(_WRITTEN).casefold()
    for one, other in _ALIKE:
        plain = plain.replace(one, other)
    return _SAME.get(plain.removeprefix("x"), written)
