"""A person's profile and courses, from the diary file."""

from datetime import date

from tracker.clinical.library import Library
from tracker.domain.course import (
    Course,
    CourseEvent,
    DoseTarget,
    Given,
    Moved,
    Omitted,
    Reason,
    Stopped,
)
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import (
    CareTeam,
    Contact,
    FeverCard,
    HeartProfile,
    LabelRegion,
    Person,
    Radiotherapy,
    Surgery,
    Units,
)
from tracker.domain.regimen import Administration, Phase, Regimen, Setting, Track
from tracker.exchange.reading import Fields
from tracker.services.custom_regimen import CUSTOM, custom_regimen
from tracker.services.profile import SAMPLE_MARK, check_person

_MOST_CYCLES = 1000
_EVENT_KINDS = ("moved", "given", "omitted", "stopped")


def read_person(fields: Fields, today: date) -> Person:
    """Return the profile.

    Raises:
        NotUnderstoodError: Names the place of what cannot be right.
    """
    person_id, name = fields.identity("id"), fields.text("name")
    born_on = fields.optional_day("born_on")
    care = _care(fields.object("care"))
    heart = _heart(fields.object("heart"), care.country)
    surgeries = tuple(
        Surgery(
            each.day("on"), each.optional_text("name"), each.boolean("definitive", default=True)
        )
        for each in fields.objects("surgeries")
    )
    radiotherapy = _radiotherapy(fields.object("radiotherapy"))

    def make() -> Person:
        person = Person(
            id=person_id,
            name=name,
            born_on=born_on,
            care=care,
            heart=heart,
            surgeries=surgeries,
            radiotherapy=radiotherapy,
            is_sample=name.startswith(SAMPLE_MARK),
        )
        check_person(person, today)
        return person

    return fields.made(make)


def _care(fields: Fields | None) -> CareTeam:
    if fields is None:
        return CareTeam()
    with fields:
        country = fields.optional_text("country")
        return CareTeam(
            country=CareTeam().country if country is None else country,
            units=_units(fields.object("units")),
            fever_card=_fever_card(fields.object("fever_card")),
            emergency_number=fields.optional_text("emergency_number"),
            contacts=tuple(
                Contact(each.text("label"), each.text("phone"))
                for each in fields.objects("contacts")
            ),
        )


def _units(fields: Fields | None) -> Units:
    if fields is None:
        return Units()
    with fields:
        return Units(
            fields.choice("temperature", TemperatureUnit, Units().temperature),
            fields.choice("weight", WeightUnit, Units().weight),
        )


def _fever_card(fields: Fields | None) -> FeverCard | None:
    if fields is None:
        return None
    with fields:
        high, low = fields.decimal("high"), fields.decimal("low")
        unit = fields.choice("unit", TemperatureUnit)
        return fields.made(lambda: FeverCard(high, low, unit))


def _heart(fields: Fields | None, country: str) -> HeartProfile:
    usual = LabelRegion.US if country == "US" else LabelRegion.EU
    if fields is None:
        return HeartProfile(label=usual)
    with fields:
        return HeartProfile(
            label=fields.choice("label", LabelRegion, usual),
            lvef_lower_limit=fields.optional_decimal("lvef_lower_limit"),
            risk_factors=fields.texts("risk_factors"),
            baseline_entry=fields.optional_identity("baseline_entry"),
        )


def _radiotherapy(fields: Fields | None) -> Radiotherapy | None:
    if fields is None:
        return None
    with fields:
        starts_on, ends_on = fields.day("from"), fields.optional_day("to")
        return fields.made(lambda: Radiotherapy(starts_on, ends_on))


def read_course(fields: Fields, library: Library) -> Course:
    """Return a course with its events.

    Raises:
        NotUnderstoodError: Names the place of what cannot be right.
    """
    course_id = fields.identity("id")
    regimen_id = fields.known("regimen", (*library.regimens, CUSTOM))
    custom = fields.object("custom")
    if (custom is not None) != (regimen_id == CUSTOM):
        raise fields.wrong("custom", "this goes with the regimen “custom”, and with no other")
    regimen = (
        library.regimens[regimen_id] if custom is None else read_custom_regimen(custom, library)
    )
    starts_on = fields.day("starts_on")
    resumes_on = fields.optional_day("resumes_on")
    if resumes_on is not None and resumes_on <= starts_on:
        raise fields.wrong("resumes_on", "treatment cannot go on before it starts")
    return Course(
        id=course_id,
        regimen=regimen,
        setting=fields.choice("setting", Setting, regimen.settings[0]),
        starts_on=starts_on,
        resumes_on=resumes_on,
        events=tuple(_event(each, library) for each in fields.objects("events")),
    )


def read_custom_regimen(fields: Fields, library: Library) -> Regimen:
    """Return the phases that a person typed.

    Raises:
        NotUnderstoodError: Names the place of what cannot be right.
    """
    with fields:
        name = fields.text("name")
        phases = tuple(_phase(each) for each in fields.objects("phases"))
        return fields.made(lambda: custom_regimen(name, phases, library.drugs))


def _phase(fields: Fields) -> Phase:
    name = fields.text("name")
    cycles = fields.integer("cycles", low=1, high=_MOST_CYCLES)
    cycle_days = fields.integer("cycle_days", low=1, high=365)
    drugs = tuple(_administration(each) for each in fields.objects("drugs"))
    after_surgery = fields.boolean("after_surgery", default=False)
    open_ended = fields.boolean("open_ended", default=False)
    return fields.made(lambda: Phase(name, cycles, cycle_days, drugs, after_surgery, open_ended))


def _administration(fields: Fields) -> Administration:
    days = fields.items("days")
    if not all(isinstance(day, int) and not isinstance(day, bool) for day in days):
        raise fields.wrong("days", "a list of whole numbers was expected")
    return Administration(fields.text("drug"), fields.choice("track", Track), tuple(days))


def _event(fields: Fields, library: Library) -> CourseEvent:
    kind = fields.known("kind", _EVENT_KINDS)
    target = DoseTarget(
        drug=fields.optional_known("drug", library.drugs),
        track=Track(track) if (track := fields.optional_known("track", tuple(Track))) else None,
    )
    if kind == "stopped":
        return Stopped(target, fields.day("on"), fields.choice("reason", Reason))
    cycle = fields.integer("cycle", low=1, high=_MOST_CYCLES)
    if kind == "given":
        return _given(fields, library, target, cycle)
    reason = fields.choice("reason", Reason)
    if kind == "omitted":
        return Omitted(target, cycle, reason)
    return Moved(target, cycle, fields.day("to"), reason, fields.optional_text("note"))


def _given(fields: Fields, library: Library, target: DoseTarget, cycle: int) -> Given:
    dose = fields.optional_decimal("dose_mg_m2")
    if dose is not None:
        known = target.drug is None or library.drugs[target.drug].anthracycline
        if not known or not 0 < dose <= _MOST_CYCLES:
            raise fields.wrong("dose_mg_m2", "a dose is kept for anthracyclines alone, in mg/m²")
    return Given(target, cycle, fields.day("on"), dose, fields.optional_text("note"))
