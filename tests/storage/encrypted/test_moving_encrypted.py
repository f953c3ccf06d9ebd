"""An encrypted diary from another computer opens with its passphrase, or is refused as it is."""

import shutil

import pytest

from tests.builders import NOW, PERSON_ID, an_answer
from tests.storage.encrypted.helpers import (
    EVERYTHING,
    OTHER_WORDS,
    WORDS,
    add,
    everything_in,
    ids_in,
    starts_plain,
)
from tracker.errors import DiaryLockedError, DiaryNotOpenedError
from tracker.services.ports import Write
from tracker.storage.backup import copy_verified
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.moving import bring_over
from tracker.storage.opening import open_diary
from tracker.storage.rekeying import change_passphrase

pytestmark = pytest.mark.usefixtures("recovery_key")


@pytest.fixture
def here(tmp_path):
    return tmp_path / "this computer" / "diary.sqlite"


def a_copy(path, tmp_path):
    copy = tmp_path / "copy.sqlite"
    copy_verified(path, copy, key_of(path, read_header(path), WORDS))
    return copy


def test_a_diary_with_its_key_file_beside_it_comes_over_as_one_file(path, here, recovery_key):
    before = everything_in(path.parent)

    bring_over(path, here)

    assert everything_in(path.parent) == before
    assert [each.name for each in here.parent.iterdir()] == [here.name]
    assert not starts_plain(here)
    assert ids_in(here, WORDS) == ids_in(here, recovery_key) == EVERYTHING
    assert add(here, WORDS) in ids_in(here, WORDS)


def test_a_copy_comes_over_with_its_one_key(path, here, tmp_path):
    copy = a_copy(path, tmp_path)

    bring_over(copy, here)

    assert here.read_bytes() == copy.read_bytes()
    assert ids_in(here, WORDS) == EVERYTHING


def test_the_passphrase_that_was_set_last_counts_where_the_file_has_an_older_key(
    path, here, tmp_path
):
    copy = a_copy(path, tmp_path)
    change_passphrase(path, WORDS, OTHER_WORDS)
    shutil.copy(f"{path}.key", f"{copy}.key")

    bring_over(copy, here)

    assert ids_in(here, OTHER_WORDS) == EVERYTHING
    with pytest.raises(DiaryLockedError):
        ids_in(here, WORDS)


def test_a_diary_that_was_not_closed_is_refused_until_its_passphrase_closed_it(path, here):
    entry = an_answer()
    diary = open_diary(path, moment=NOW, passphrase=WORDS)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))
    before = everything_in(path.parent)

    with pytest.raises(DiaryNotOpenedError, match=r"was not closed.*diary\.sqlite-wal"):
        bring_over(path, here)

    assert everything_in(path.parent) == before
    assert everything_in(here.parent) == {}
    diary.close()
    bring_over(path, here)
    assert entry.id in ids_in(here, WORDS)


def test_a_diary_that_was_cut_off_does_not_take_the_place(path, here):
    path.write_bytes(path.read_bytes()[:-1000])

    with pytest.raises(DiaryNotOpenedError, match=r"data.* is damaged"):
        bring_over(path, here)

    assert everything_in(here.parent) == {}
