"""A diary in memory, through the services that a person's pages use."""

import pytest

from tests.builders import Clock, a_companion


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def companion(clock):
    return a_companion(clock=clock)


@pytest.fixture
def diary(companion):
    return companion.diary


@pytest.fixture
def plan():
    return a_companion().plan
