"""The faster copy of the knowledge: never wrong, and current when it ships."""

import tomllib

from tests.clinical.refresh import generated
from tracker.clinical.parsed_copy import parsed_before
from tracker.resource_files import resource_file


def test_what_is_made_from_the_knowledge_is_current():
    old = [path.name for path, text in generated().items() if path.read_text("utf-8") != text]

    assert not old, "run: python3 -m tests.clinical.refresh"


def test_a_file_that_was_changed_is_not_taken_from_the_copy():
    content = resource_file("clinical", "drugs.toml").read_bytes()

    assert parsed_before(content) == tomllib.loads(content.decode())
    assert parsed_before(content + b"\n") is None
