"""What an import did, in sentences."""

from collections.abc import Iterator

from tracker.domain.wording import counted
from tracker.services.exchanging import Arrival


def what_arrived(arriving: Arrival) -> str:
    """Return a sentence that says how much was added."""
    write, new_people = arriving.write, arriving.new_people
    people = f" and {counted(new_people, 'person', 'people')}" if new_people else ""
    number = sum(len(each.told) for each in arriving.plans_changed)
    changes = f" and {counted(number, 'change')} of the plan" if number else ""
    return (
        f"Added {counted(len(write.entries), 'entry', 'entries')}{people}{changes}; "
        f"{counted(arriving.already_here, 'entry', 'entries')} already here."
    )


def two_sided(arriving: Arrival) -> tuple[str, ...]:
    """Return what is to be looked at: changes of plans, and what file and diary say otherwise."""
    said = [
        f"New in the plan of {each.name}: {'; '.join(each.told)}. Check the dates that follow; "
        "Undo on Plan (plan undo) takes it back, the last first."
        for each in arriving.plans_changed
    ]
    number = len(arriving.write.arrived_versions)
    if number:
        said.append(
            f"{counted(number, 'entry says', 'entries say')} something else in the file; both "
            "versions are kept, and the one that was here counts until you choose in History."
        )
    said += [
        f"The file has other dates or changes for “{name}”; the plan here stays as it is; compare "
        "the two and record what is missing."
        for name in arriving.other_plans
    ]
    said += [
        f"“{name}” was taken out of the plan here and stays out; start it anew if it goes on."
        for name in arriving.plans_taken_out
    ]
    said += [f"Added what was not known about {name}." for name in arriving.filled_in]
    said += [
        f"The file says something else about {each.name} ({', '.join(each.parts)}); what is here "
        "stays; compare it in Settings."
        for each in arriving.other_profiles
    ]
    return (*said, *_removals(arriving))


def _removals(arriving: Arrival) -> Iterator[str]:
    gone, kept, stay = len(arriving.write.removed_entries), arriving.kept, arriving.stay_removed
    if gone:
        yield (
            f"Removed in the other copy, so in the bin here for 30 days: {_entries(gone)}; put "
            "back what should stay."
        )
    if kept:
        yield (
            f"Removed in the other copy, but changed or put back here since, so kept: "
            f"{_entries(kept)}; remove what should go."
        )
    if stay:
        yield f"Removed or put in other words here before, so not added again: {_entries(stay)}."


def _entries(number: int) -> str:
    return counted(number, "entry", "entries")
