"""The window's pages are set in a process of its own: the same pages, and no trace outside it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.leaks.runs import ROOT
from tests.report.handmade_report import HANDMADE, a_report
from tests.report.lived_diary import a_life, a_patient
from tracker.errors import PagesNotMadeError
from tracker.report import apart
from tracker.report.apart import Printery, Worker
from tracker.report.content import Fact, Lines
from tracker.report.heart_sheet import heart_sheet
from tracker.report.press import Press
from tracker.report.printer import ClinicReportPrinter, TypesetReport
from tracker.services.printing import Attachment, PageKind, ReportRequest

PIXELS_PER_INCH = 60
INSIDE = (Attachment("diary.json", "application/json", "The diary", '{"note": "früh"}'.encode()),)
ON_LINUX = Path("/proc/self/cmdline").exists()


def with_note(text, *, long=False):
    return TypesetReport(a_report(notes=Lines(None, (Fact("Sun 24 May", text),))), long)


def is_gone(worker):
    return worker._process.poll() is not None


@pytest.mark.parametrize(
    "pages",
    [
        TypesetReport(HANDMADE),
        TypesetReport(HANDMADE, long=True),
        with_note("Woke at three, very tired: 😀 “ש” مرحبا"),
        with_note("Letters that no shipped font has: ꦲꦏ 漢字"),
    ],
    ids=["one page", "long form", "drawn and named letters", "letters of no shipped font"],
)
def test_a_process_of_its_own_makes_the_same_bytes(pages, begun):
    set_apart = Printery().takes(lambda: pages)

    assert set_apart.pdf() == pages.pdf()
    assert set_apart.pdf(INSIDE) == pages.pdf(INSIDE)
    assert set_apart.pictures(PIXELS_PER_INCH) == pages.pictures(PIXELS_PER_INCH)
    assert len(begun) == 3
    assert all(is_gone(worker) for worker in begun)


def test_each_kind_of_page_of_the_window_is_set_apart(begun):
    life = a_life(a_patient())
    printery = Printery()
    printer = ClinicReportPrinter(life.companion, printery.takes)

    for kind in PageKind:
        here = ClinicReportPrinter(life.companion).prepare(ReportRequest(kind=kind))
        assert printer.prepare(ReportRequest(kind=kind)).pdf() == here.pdf()
    sheet = heart_sheet(life.companion)
    assert printery.takes(lambda: sheet).pdf() == sheet.pdf()

    assert len(begun) == len(PageKind) + 1


@pytest.mark.parametrize("what", ["take", "value", "pdf", "pictures"])
def test_a_process_that_dies_at_any_step_is_told_in_one_sentence_and_the_next_one_works(
    monkeypatch, what
):
    pages = with_note("planted-zebra", long=True)
    ask = Worker._ask

    def killed_before(worker, name, *arguments):
        if name == what:
            os.kill(worker.process_id, signal.SIGTERM)
            worker._process.wait()
        return ask(worker, name, *arguments)

    set_apart = Printery().takes(lambda: pages)
    with monkeypatch.context() as patch:
        patch.setattr(Worker, "_ask", killed_before)
        with pytest.raises(PagesNotMadeError) as refused:
            set_apart.pictures(PIXELS_PER_INCH) if what == "pictures" else set_apart.pdf()

    assert "planted-zebra" not in str(refused.value)
    assert str(refused.value).count(".") == 1
    assert "your diary is safe" in str(refused.value)
    assert set_apart.pdf() == pages.pdf()


def test_a_process_that_cannot_start_or_fails_is_told_in_one_sentence(monkeypatch, capfd):
    printery = Printery()

    for program in ("raise ValueError('planted-zebra')", "print('no answer')", "import nothing_"):
        monkeypatch.setattr(apart, "_PROGRAM", program)
        with pytest.raises(PagesNotMadeError, match="could not be made"):
            printery.takes(lambda: with_note("planted-zebra")).pdf()
    monkeypatch.setattr(sys, "executable", str(Path(sys.executable).with_name("no-python")))
    with pytest.raises(PagesNotMadeError, match="could not be made"):
        printery.takes(lambda: with_note("planted-zebra")).pdf()

    assert capfd.readouterr() == ("", "")


def test_a_template_that_typst_refuses_names_no_value(monkeypatch):
    monkeypatch.setattr(TypesetReport, "press", lambda _: Press("planted-zebra", 0, refused_layout))

    with pytest.raises(PagesNotMadeError) as refused:
        Printery().takes(lambda: TypesetReport(HANDMADE)).pdf()

    assert "planted-zebra" not in f"{refused.value!r} {refused.value.__cause__}"


def refused_layout(said, plates):
    return plates.plate("visit.typ", {"content": said})


@pytest.mark.skipif(not ON_LINUX, reason="only Linux shows what another process was given")
def test_no_word_of_the_diary_is_in_arguments_environment_or_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    seen = []
    ask = Worker._ask

    def looked_at(worker, name, *arguments):
        answer = ask(worker, name, *arguments)
        process = Path("/proc") / str(worker.process_id)
        seen.append((process / "cmdline").read_bytes() + (process / "environ").read_bytes())
        opened = [str(each.readlink()) for each in (process / "fd").iterdir()]
        seen.append("\n".join(opened).encode())
        return answer

    monkeypatch.setattr(Worker, "_ask", looked_at)
    Printery().takes(lambda: with_note("planted-zebra", long=True)).pdf(INSIDE)

    assert len(seen) >= 6
    assert b"TMPDIR" in b"".join(seen)
    assert b"planted-zebra" not in b"".join(seen)
    assert b"deleted" not in b"".join(seen)
    assert list(tmp_path.rglob("*")) == []


LIMITS = """
from pathlib import Path
from tests.report.handmade_report import HANDMADE
from tracker.report.apart import Worker
from tracker.storage.no_dumps import leave_no_dump
leave_no_dump()
with Worker() as worker:
    process = Path("/proc") / str(worker.process_id)
    limits = (process / "limits").read_text()
    print(next(line for line in limits.splitlines() if "core" in line).split()[4:6])
    print(int((process / "coredump_filter").read_text(), 16))
"""


@pytest.mark.skipif(not ON_LINUX, reason="only Linux shows what another process was given")
def test_a_crash_of_the_process_leaves_no_picture_of_its_memory():
    done = subprocess.run(
        [sys.executable, "-c", LIMITS], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == ["['0', '0']", "0"]


def test_closing_the_window_ends_what_is_being_looked_at_and_starts_nothing_new(monkeypatch, begun):
    printery = Printery()
    ask = Worker._ask

    def closed_meanwhile(worker, name, *arguments):
        if name == "pictures":
            printery.close()
            worker._process.wait()
        return ask(worker, name, *arguments)

    pages = printery.takes(lambda: TypesetReport(HANDMADE))
    with monkeypatch.context() as patch:
        patch.setattr(Worker, "_ask", closed_meanwhile)
        with pytest.raises(PagesNotMadeError):
            pages.pictures(PIXELS_PER_INCH)

    with pytest.raises(PagesNotMadeError):
        pages.pictures(PIXELS_PER_INCH)
    assert all(is_gone(worker) for worker in begun)


def test_a_file_that_is_being_saved_while_the_window_closes_becomes_whole(monkeypatch):
    printery = Printery()
    ask = Worker._ask

    def closed_meanwhile(worker, name, *arguments):
        printery.close()
        return ask(worker, name, *arguments)

    monkeypatch.setattr(Worker, "_ask", closed_meanwhile)
    pages = TypesetReport(HANDMADE)

    assert printery.takes(lambda: pages).pdf() == pages.pdf()


@pytest.mark.parametrize(("name", "value"), [("frozen", True), ("executable", "")])
def test_where_there_is_no_python_to_start_the_pages_are_set_here(monkeypatch, begun, name, value):
    monkeypatch.setattr(sys, name, value, raising=False)
    pages = TypesetReport(HANDMADE)

    assert Printery().takes(lambda: pages).pdf() == pages.pdf()
    assert begun == []


APART_ALONE = """
import sys
from tests.report.handmade_report import HANDMADE
from tracker.report.apart import Printery
from tracker.report.printer import TypesetReport
Printery().takes(lambda: TypesetReport(HANDMADE)).pdf()
print("typst" in sys.modules)
"""
WORKERS_MODULES = """
import sys
before = set(sys.modules)
import tracker.report.typesetter
print(*sorted(set(sys.modules) - before))
"""


def test_typst_never_comes_into_the_process_of_the_window():
    done = subprocess.run(
        [sys.executable, "-c", APART_ALONE], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"


def test_the_process_loads_nothing_but_typst_and_ours():
    paths = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", paths + WORKERS_MODULES],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.split() == [
        "tracker", "tracker.errors", "tracker.report", "tracker.report.typesetter",
        "typst", "typst._typst",
    ]  # fmt: skip
