"""Keeps Python's network modules out of the process; nothing here is ever connected to anything.

SQLAlchemy imports asyncio, which brings sockets and TLS, for database drivers that are not used
here; Python 3.11's email.utils imports socket for one function that nobody calls, and before 3.13
typing_extensions takes `_socket` to learn the type of a capsule. Placeholders take their places,
and give way to the real modules when something really asks for them. It also saves each start some
40 ms. A placeholder may go when nothing imports its module any more.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_PUT_OFF = ("asyncio", "socket")
_CAPSULE_ONLY = "_socket"


class Placeholder(ModuleType):
    """Stands for a module until one of its names is asked for."""

    def __getattr__(self, name: str) -> Any:
        # Who merely looks at all modules asks for names like __file__; only a package has __path__.
        if name.startswith("__") and name != "__path__":
            raise AttributeError(name)
        return getattr(_real(self.__name__), name)

    def iscoroutine(self, thing: object) -> bool:
        """Answer for `asyncio.iscoroutine`, which SQLAlchemy takes hold of when it is imported."""
        return bool(_real(self.__name__).iscoroutine(thing))


def put_off() -> None:
    """Put placeholders where none of the modules is loaded yet."""
    if any(name in sys.modules for name in (*_PUT_OFF, _CAPSULE_ONLY)):
        return
    for name in _PUT_OFF:
        sys.modules[name] = Placeholder(name)
    if sys.version_info < (3, 13):
        capsule = ModuleType(_CAPSULE_ONLY)
        # Any capsule will do.
        vars(capsule)["CAPI"] = vars(import_module("datetime"))["datetime_CAPI"]
        sys.modules[_CAPSULE_ONLY] = capsule


def _real(name: str) -> ModuleType:
    """Return the real module; the real ones import each other, so all placeholders go."""
    for each in (*_PUT_OFF, _CAPSULE_ONLY):
        found = sys.modules.get(each)
        if isinstance(found, Placeholder) or (found is not None and found.__spec__ is None):
            del sys.modules[each]
    return import_module(name)
