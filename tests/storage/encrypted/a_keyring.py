"""A keyring in memory with the names of the package, which need not be installed."""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType


class KeyringError(Exception):
    """The base of what the package raises."""


class Backend:
    """Keeps secrets as a desktop's keyring does."""

    def __init__(self, priority: float) -> None:
        self.priority = priority
        self.secrets: dict[tuple[str, str], str] = {}
        self.locked = False

    def check(self) -> None:
        if self.locked:
            raise KeyringError


def install(monkeypatch, priority: float = 5) -> Backend:
    """Put the package in place for one test."""
    backend = Backend(priority)
    package, errors = ModuleType("keyring"), ModuleType("keyring.errors")

    def set_password(service: str, name: str, secret: str) -> None:
        backend.check()
        backend.secrets[service, name] = secret

    def get_password(service: str, name: str) -> str | None:
        backend.check()
        return backend.secrets.get((service, name))

    def delete_password(service: str, name: str) -> None:
        backend.check()
        del backend.secrets[service, name]

    vars(errors)["KeyringError"] = KeyringError
    vars(package).update(
        errors=errors,
        get_keyring=lambda: backend,
        set_password=set_password,
        get_password=get_password,
        delete_password=delete_password,
        __path__=[],
        __spec__=ModuleSpec("keyring", None),
    )
    monkeypatch.setitem(sys.modules, "keyring", package)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return backend
