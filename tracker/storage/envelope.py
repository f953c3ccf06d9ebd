"""The key of an encrypted diary, wrapped by what a person knows.

The key is random and never changes; only its wrapping does. So another passphrase rewrites a few
hundred bytes and none of the diary.
"""

import base64
import json
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.errors import NotUnderstoodError, WrongPassphraseError

_FORMAT = "chemo-tracker-key"
_VERSION = 1
_KEY_LENGTH = 32
_SALT_LENGTH = 16
_MEMORY_KIB = 64 * 1024
_PASSES = 3
_LANES = 2
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 20
_MOST_LANES = 16
_RECOVERY_LENGTH = 32
_RECOVERY_BYTES = 20
_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B", "-": "", " ": ""})


@dataclass(frozen=True, slots=True)
class DiaryKey:
    """What opens one diary file and its copies.

    Attributes:
        file_salt: The first 16 bytes of each file that this key opens.
    """

    data: bytes = field(repr=False)
    file_salt: bytes

    def literal(self) -> str:
        """Return it as SQLCipher reads a key that needs no derivation, without quotes."""
        return f"x'{self.data.hex()}{self.file_salt.hex()}'"


# What opens an encrypted diary: a passphrase, its recovery key, or the key of one that was open.
Secret = str | DiaryKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The data key, locked by one secret.

    Attributes:
        check: HMAC-SHA256 over everything that belongs to the lock, by the secret's second half.
    """

    salt: bytes
    wrapped: bytes
    check: bytes
    memory_kib: int = _MEMORY_KIB
    passes: int = _PASSES
    lanes: int = _LANES


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What lies beside an encrypted diary and travels with its copies; says nothing of the person.

    Attributes:
        file_salt: Tells which file it belongs to.
        keyring: A lock whose key lies in the system's keyring; None while nobody wanted that.
    """

    file_salt: bytes
    passphrase: Slot
    recovery: Slot
    keyring: Slot | None = None


def new_envelope(passphrase: str) -> tuple[Envelope, DiaryKey, str]:
    """Return a new key, wrapped, and the recovery key to be printed.

    Raises:
        NotUnderstoodError: The passphrase is empty.
    """
    key = DiaryKey(_random(_KEY_LENGTH), _random(_SALT_LENGTH))
    printed = _new_recovery_key()
    envelope = Envelope(
        file_salt=key.file_salt,
        passphrase=_wrap(key, _checked(passphrase)),
        recovery=_wrap(key, _recovery_secret(printed) or b""),
    )
    return envelope, key, printed


def unwrap(envelope: Envelope, secret: str) -> DiaryKey:
    """Return the key by the passphrase or the recovery key.

    Raises:
        WrongPassphraseError: It is neither.
    """
    found = _unwrap(envelope.passphrase, envelope.file_salt, secret.encode())
    printed = _recovery_secret(secret)
    if found is None and printed is not None:
        found = _unwrap(envelope.recovery, envelope.file_salt, printed)
    if found is None:
        raise WrongPassphraseError(
            "The passphrase is not the one of this diary; nothing was changed; "
            "try again, or use the recovery key that you printed."
        )
    return found


def with_passphrase(envelope: Envelope, key: DiaryKey, passphrase: str) -> Envelope:
    """Return the envelope with another passphrase; the recovery key stays.

    Raises:
        NotUnderstoodError: The passphrase is empty.
    """
    return replace(envelope, passphrase=_wrap(key, _checked(passphrase)))


def with_recovery_key(envelope: Envelope, key: DiaryKey) -> tuple[Envelope, str]:
    """Return the envelope with another recovery key, and that key; the old one opens no more."""
    printed = _new_recovery_key()
    return replace(envelope, recovery=_wrap(key, _recovery_secret(printed) or b"")), printed


def with_keyring(envelope: Envelope, key: DiaryKey) -> tuple[Envelope, str]:
    """Return the envelope with a lock for the system's keyring, and what that is to keep."""
    secret = _random(_KEY_LENGTH).hex()
    return replace(envelope, keyring=_wrap(key, secret.encode())), secret


def without_keyring(envelope: Envelope) -> Envelope:
    """Return the envelope without that lock: what the keyring has opens the diary no more."""
    return replace(envelope, keyring=None)


def unwrap_by_keyring(envelope: Envelope, secret: str) -> DiaryKey | None:
    """Return the key by what the keyring kept; None where that is not, or no more, its key."""
    if envelope.keyring is None:
        return None
    return _unwrap(envelope.keyring, envelope.file_salt, secret.encode())


def envelope_bytes(envelope: Envelope) -> bytes:
    """Return the envelope as the JSON that is kept."""
    plain: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "file": envelope.file_salt.hex(),
        "passphrase": _slot_as_plain(envelope.passphrase),
        "recovery": _slot_as_plain(envelope.recovery),
    }
    if envelope.keyring is not None:
        plain["keyring"] = _slot_as_plain(envelope.keyring)
    return json.dumps(plain, indent=1).encode()


def read_envelope(content: bytes) -> Envelope | None:
    """Return what was kept; None where it is no envelope that this program wrote."""
    try:
        plain = json.loads(content)
        if plain["format"] != _FORMAT or plain["version"] != _VERSION:
            return None
        return Envelope(
            file_salt=bytes.fromhex(plain["file"]),
            passphrase=_slot_from_plain(plain["passphrase"]),
            recovery=_slot_from_plain(plain["recovery"]),
            keyring=_slot_from_plain(plain["keyring"]) if "keyring" in plain else None,
        )
    except (ValueError, TypeError, KeyError):
        return None


def _checked(passphrase: str) -> bytes:
    if not passphrase.strip():
        raise NotUnderstoodError(
            "An empty passphrase protects nothing; nothing was changed; type a few words."
        )
    return passphrase.encode()


def _new_recovery_key() -> str:
    text = base64.b32encode(_random(_RECOVERY_BYTES)).decode()
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _recovery_secret(typed: str) -> bytes | None:
    """Return a typed recovery key as it was printed; None where it cannot be one."""
    text = typed.strip().upper().translate(_MISREAD)
    fits = len(text) == _RECOVERY_LENGTH and set(text) <= _ALPHABET
    return text.encode() if fits else None


def _wrap(key: DiaryKey, secret: bytes) -> Slot:
    empty = Slot(salt=_random(_SALT_LENGTH), wrapped=b"", check=b"")
    pad, check_key = _derive(empty, secret)
    # Each pad is used once, because each salt is; so XOR hides the key completely.
    wrapped = _xor(key.data, pad)
    locked = replace(empty, wrapped=wrapped)
    return replace(locked, check=_check(locked, key.file_salt, check_key))


def _unwrap(slot: Slot, file_salt: bytes, secret: bytes) -> DiaryKey | None:
    from hmac import compare_digest  # noqa: PLC0415 - encrypted diaries alone, as below

    pad, check_key = _derive(slot, secret)
    if not compare_digest(_check(slot, file_salt, check_key), slot.check):
        return None
    return DiaryKey(_xor(slot.wrapped, pad), file_salt)


def _derive(slot: Slot, secret: bytes) -> tuple[bytes, bytes]:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - encrypted diaries alone

    derived = hash_secret_raw(
        secret,
        slot.salt,
        time_cost=slot.passes,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=2 * _KEY_LENGTH,
        type=Type.ID,
    )
    return derived[:_KEY_LENGTH], derived[_KEY_LENGTH:]


def _check(slot: Slot, file_salt: bytes, check_key: bytes) -> bytes:
    from hmac import digest  # noqa: PLC0415 - brings OpenSSL

    said = f"{_FORMAT} {_VERSION} {slot.memory_kib} {slot.passes} {slot.lanes} ".encode()
    return digest(check_key, said + file_salt + slot.salt + slot.wrapped, "sha256")


def _random(length: int) -> bytes:
    from secrets import token_bytes  # noqa: PLC0415 - brings OpenSSL

    return token_bytes(length)


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _slot_as_plain(slot: Slot) -> dict[str, Any]:
    return {
        "kdf": "argon2id",
        "memory_kib": slot.memory_kib,
        "passes": slot.passes,
        "lanes": slot.lanes,
        "salt": slot.salt.hex(),
        "wrapped": slot.wrapped.hex(),
        "check": slot.check.hex(),
    }


def _slot_from_plain(plain: dict[str, Any]) -> Slot:
    slot = Slot(
        salt=bytes.fromhex(plain["salt"]),
        wrapped=bytes.fromhex(plain["wrapped"]),
        check=bytes.fromhex(plain["check"]),
        memory_kib=int(plain["memory_kib"]),
        passes=int(plain["passes"]),
        lanes=int(plain["lanes"]),
    )
    lengths = (len(slot.salt), len(slot.wrapped))
    # A changed file must not make the program ask for more memory than there is.
    costs_fit = (
        8 * slot.lanes <= slot.memory_kib <= _MOST_MEMORY_KIB
        and 1 <= slot.passes <= _MOST_PASSES
        and 1 <= slot.lanes <= _MOST_LANES
    )
    if plain["kdf"] != "argon2id" or lengths != (_SALT_LENGTH, _KEY_LENGTH) or not costs_fit:
        raise ValueError(plain["kdf"])
    return slot
