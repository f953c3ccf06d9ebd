"""A treatment in two lines: its short name, and its drugs with the cycles; no Qt."""

from collections.abc import Mapping

from tracker.domain.regimen import DrugFacts, Phase, Regimen
from tracker.domain.wording import at_start, in_sentence


def drugs_line(regimen: Regimen, drugs: Mapping[str, DrugFacts]) -> str:
    """Return for example "Docetaxel + carboplatin + trastuzumab. 6 cycles, every 21 days"."""
    parts = [_phase_drugs(phase, drugs) for phase in regimen.phases]
    together = ", then ".join(dict.fromkeys(parts))
    first = regimen.phases[0]
    text = f"{at_start(together)}. {rhythm(first)}"
    return text if len(regimen.phases) == 1 or first.open_ended else f"{text} at first"


def rhythm(phase: Phase) -> str:
    """Return for example "6 cycles, every 21 days" or "12 weekly doses"."""
    if phase.open_ended:
        return "Daily tablets" if phase.administrations[0].is_daily_tablet else "Goes on"
    if all(each.is_daily_tablet for each in phase.administrations):
        return "Daily tablets"
    return f"{phase.cycles} cycles, every {phase.cycle_days} days"


def _phase_drugs(phase: Phase, drugs: Mapping[str, DrugFacts]) -> str:
    names = [
        drugs[each.drug].name if each.drug in drugs else each.drug for each in phase.administrations
    ]
    return " + ".join(map(in_sentence, names))
