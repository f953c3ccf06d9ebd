"""A page with every widget of the kit, for tests that walk over all of them."""

from decimal import Decimal

from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.frame import AdviceLine, Badge, CallSection, Frame
from tracker.ui.page import Page, PageAction, PageDescriptor
from tracker.ui.widgets.buttons import (
    DangerButton,
    IconButton,
    LinkButton,
    PlainIconButton,
    PrimaryButton,
    SecondaryButton,
)
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow, ChoiceCard
from tracker.ui.widgets.choices import ChipGroup, ChoiceCards, SegmentedControl
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.empty_state import EmptyState, Skeleton
from tracker.ui.widgets.fields import NoteField, SelectField, TextField
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.message_box import MessageBox
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.pill import Pill
from tracker.ui.widgets.symptom_row import SymptomRow
from tracker.ui.widgets.urgent import UrgentCard, UrgentContent

NAUSEA = (
    "none",
    "eating normally",
    "eating less than usual",
    "hardly eating",
    "nothing, not even drinks",
)
PLAIN = ("None", "Mild", "Moderate", "Severe", "Very severe")
NUMBER = "020 7946 0123"
_LAYOUT_ROUNDS = 30
IDS = ("today", "plan", "history", "heart", "report", "settings")
FEVER = UrgentContent(
    title="Call your advice line now",
    lead="Your temperature is 38.2 °C. During chemotherapy this needs checking today.",
    points=("Say you are having chemotherapy", "Do not wait to see if it goes down"),
    number_label="24-hour advice line",
    number=NUMBER,
    emergency=("Call 999 now instead", "if you have chest pain."),
)


def settle() -> None:
    """Let nested layouts come to rest; each level asks the one above in a round of its own."""
    for _ in range(_LAYOUT_ROUNDS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def a_frame(**changes: object) -> Frame:
    values: dict[str, object] = {
        "person": "Elena Marsh",
        "advice_line": AdviceLine("24-hour advice line", NUMBER),
        "badges": {"heart": Badge("Due", "1 reminder: heart scan due")},
        "when_to_call": (
            CallSection("Call 999 now", None, ("Chest pain",), urgent=True),
            CallSection("Call your 24-hour advice line now", NUMBER, ("Shivering",)),
        ),
    }
    return Frame(**(values | changes))


class GalleryPage(Page):
    """Notes what it is asked for."""

    def __init__(self, name: str = "Gallery") -> None:
        super().__init__(name)
        self.refreshed: list[object] = []
        self.performed: list[PageAction] = []
        self.rows: list[SymptomRow] = []
        self.column.addWidget(Heading(name, 1))
        self._add_urgent()
        self._add_rows()
        columns = Columns()
        columns.left.addWidget(_fields_card())
        columns.right.addWidget(_choices_card())
        self.column.addWidget(columns)
        self._add_messages()

    def refresh(self, changes=None):
        self.refreshed.append(changes)

    def perform(self, action):
        self.performed.append(action)
        return True

    def _add_urgent(self):
        card = UrgentCard()
        card.show_content(FEVER)
        self.column.addWidget(card)

    def _add_rows(self):
        card = Card()
        card.add_title("How are you today?")
        nausea = SymptomRow("nausea", "Feeling sick", NAUSEA)
        nausea.set_answer(2)
        nausea.show_saved("Saved 9:40")
        nausea.show_advice((("Call your team today about this: ", False), (NUMBER, True)))
        tired = SymptomRow("fatigue", "Tiredness", PLAIN)
        tired.show_yesterday("Yesterday: mild")
        for row in (nausea, tired):
            self.rows.append(row)
            card.column.addWidget(row)
        self.column.addWidget(card)

    def _add_messages(self):
        for variant in ("error", "info", "ok"):
            box = MessageBox(variant, "Your last answer was not saved", "The disk is full.")
            box.add_action("Try again", "undo")
            box.add_action("Save to another place", "save", primary=True)
            self.column.addWidget(box)
        reminder = MessageBox("reminder", "Heart scan is due", "It was due 17 May.", "heart")
        reminder.add_action("Record result")
        self.column.addWidget(reminder)
        self.column.addWidget(EmptyState("heart", "No heart scan yet", "Add it here.", "Add"))
        self.column.addWidget(Skeleton())
        self.column.addWidget(Pill("Low-count window", "shield", look="lowcount"))


def _fields_card() -> Card:
    card = Card()
    card.add_title("Fields", "note")
    number = NumberField("Temperature", unit="°C", step=Decimal("0.1"), big=True)
    number.show_error("Enter a temperature between 33 and 43, for example 36.8")
    select = SelectField("Regimen", [("tch", "TCH"), ("tchp", "TCHP with pertuzumab")])
    for field in (
        number,
        NumberField("LVEF", unit="%"),
        DateInput("Surgery", order="dmy", hint="For example 12 1 2026"),
        TextField("Your name"),
        NoteField("Anything else?"),
        select,
    ):
        card.column.addWidget(field)
    return card


def _choices_card() -> Card:
    card = Card()
    card.add_title("Choices")
    view = SegmentedControl("View", [("pattern", "Pattern"), ("trend", "Trend")])
    view.choose("pattern")
    cards = ChoiceCards("Format")
    cards.column.addWidget(ChoiceCard("PDF", "To print or show"))
    cards.column.addWidget(ChoiceCard("Calendar", "Dates, as a file"))
    chips = ChipGroup("Range", [("visit", "Since my last visit"), ("cycle", "This cycle")])
    for widget in (view, chips, cards, CheckRow("Ask about this at my next visit")):
        card.column.addWidget(widget)
    buttons = QWidget()
    flow = FlowLayout(buttons)
    for button in (
        PrimaryButton("Save PDF", "save"),
        SecondaryButton("Print"),
        LinkButton("No symptoms", "check"),
        DangerButton("Delete"),
        IconButton("chevron-left", "Page before"),
        PlainIconButton("close", "Remove Sore mouth"),
    ):
        flow.addWidget(button)
    card.column.addWidget(buttons)
    card.column.addWidget(WrappedLabel("Saved only on this computer.", "small", tone="text2"))
    return card


def descriptors() -> list[PageDescriptor]:
    """Six pages; `built` notes which of them exist."""
    return [PageDescriptor(name, name.title(), name, GalleryPage) for name in IDS]
