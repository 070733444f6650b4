"""The answer to a message, in the sender's character set and with the standard delimiters.

It repeats the sender's names and control id and nothing else of the message.
"""

import hashlib
from datetime import UTC

from app.intake.adt.escapes import escape
from app.intake.adt.header import Header
from app.intake.adt.understood import AckCode, Refused, Understood


def acknowledge(reading: Understood | Refused, code: AckCode, words: str = "") -> bytes:
    """The bytes of the answer, without a frame; `words` is for the sender's people and names no patient.

    The same message received at the same instant is answered with the same bytes.
    """
    header = reading.header or Header()
    segments = [_msh(reading, header), ["MSA", code, escape(header.control_id), escape(words)]]
    if code != "AA":
        reason = reading.code if isinstance(reading, Refused) else "application-error"
        segments.append(["ERR", "", "", _HL7_CODES.get(reason, _INTERNAL), "E", reason, "", "", escape(words)])
    text = "".join("|".join(segment).rstrip("|") + "\r" for segment in segments)
    return text.encode(header.codec, "replace")


def _msh(reading: Understood | Refused, header: Header) -> list[str]:
    return [
        "MSH",
        "^~\\&",
        header.receiving_application or "HOMEWARD",
        header.receiving_facility,
        header.sending_application,
        header.sending_facility,
        reading.received_at.astimezone(UTC).strftime("%Y%m%d%H%M%S+0000"),
        "",
        f"ACK^{header.trigger}^ACK" if header.trigger else "ACK",
        _answer_id(reading),
        escape(header.processing_id) or "P",
        escape(header.version) or "2.4",
        *[""] * 5,
        escape(header.charset),
    ]


def _answer_id(reading: Understood | Refused) -> str:
    """Twenty characters: older versions allow no more."""
    return hashlib.sha256(reading.received_at.isoformat().encode() + reading.raw).hexdigest()[:20].upper()


# HL7 table 0357.
_INTERNAL = "207^Application internal error^HL70357"
_HL7_CODES = {
    "not-adt": "200^Unsupported message type^HL70357",
    "no-control-id": "101^Required field missing^HL70357",
    "no-patient-identifier": "101^Required field missing^HL70357",
    "empty-message": "100^Segment sequence error^HL70357",
    "not-hl7": "100^Segment sequence error^HL70357",
    "several-messages": "100^Segment sequence error^HL70357",
}
