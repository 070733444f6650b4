"""Words in the log are sealed with the person's key; without the key they are gone, and the hash chain still holds."""

from base64 import b64decode, b64encode
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.values import Stream, Words

ERASED = Words("(erased)")
_NONCE_BYTES = 12


class NoKey(Exception):
    """Words about a person were to be recorded, but the person's key has been erased or was never made."""


def seal(words: Words, key: bytes | None, stream: Stream) -> str:
    """The sealed form, bound to its stream so that it cannot be read from another."""
    if key is None:
        raise NoKey
    nonce = token_bytes(_NONCE_BYTES)
    return b64encode(nonce + AESGCM(key).encrypt(nonce, words.encode(), stream.encode())).decode()


def unseal(sealed: str, key: bytes | None, stream: Stream) -> Words:
    """The words, or *(erased)* when the key is gone."""
    if key is None:
        return ERASED
    raw = b64decode(sealed)
    try:
        return Words(AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], stream.encode()).decode())
    except InvalidTag:
        return ERASED  # sealed with an earlier key, erased since
