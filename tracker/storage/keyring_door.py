"""The system's keyring as a convenience: it may keep a key to a diary, if the person says so.

What lies there is neither the passphrase nor the data key but a third lock's key; without that lock
in the key file it opens nothing. The package is optional: without it, or without a keyring that
keeps secrets safe, nothing is offered and the passphrase is asked for.
"""

from importlib.util import find_spec
from types import ModuleType

_SERVICE = "chemo-tracker"
# The package gives 0 and less to what cannot run here, and below 1 to what keeps secrets readable.
_SAFE = 1


def is_usable() -> bool:
    """Return whether this computer has a keyring that keeps secrets safe."""
    return _keyring() is not None


def keep(file_salt: bytes, secret: str) -> bool:
    """Put the key of a diary into the keyring; False where the keyring refused."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        keyring.set_password(_SERVICE, file_salt.hex(), secret)
    except keyring.errors.KeyringError:
        return False
    return True


def kept(file_salt: bytes) -> str | None:
    """Return the key of a diary from the keyring; None where it has none or is locked."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        found: str | None = keyring.get_password(_SERVICE, file_salt.hex())
    except keyring.errors.KeyringError:
        return None
    return found


def drop(file_salt: bytes) -> None:
    """Take the key of a diary out of the keyring; without its lock it would open nothing anyway."""
    keyring = _keyring()
    if keyring is None:
        return
    try:
        keyring.delete_password(_SERVICE, file_salt.hex())
    except keyring.errors.KeyringError:
        return


def _keyring() -> ModuleType | None:
    """Return the package where it is installed and has a safe place; loaded for this alone."""
    if find_spec("keyring") is None:
        return None
    import keyring  # noqa: PLC0415 - optional, and 70 ms
    import keyring.errors  # noqa: PLC0415

    module: ModuleType = keyring
    return module if keyring.get_keyring().priority >= _SAFE else None
