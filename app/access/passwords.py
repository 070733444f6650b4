"""Passwords of local accounts, kept as scrypt hashes."""

from base64 import b64decode, b64encode
from hashlib import scrypt
from hmac import compare_digest
from secrets import token_bytes

_COST = {"n": 2**14, "r": 8, "p": 1}


def hashed(password: str) -> str:
    """The password as it is kept: salt and hash."""
    salt = token_bytes(16)
    return f"{_text(salt)}${_text(scrypt(password.encode(), salt=salt, **_COST))}"


def matches(password: str, kept: str) -> bool:
    """Whether this is the password that was kept."""
    salt, digest = (b64decode(part) for part in kept.split("$"))
    return compare_digest(scrypt(password.encode(), salt=salt, **_COST), digest)


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()
