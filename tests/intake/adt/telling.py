"""What a hospital's own system writes: the messages of 1 June 2026, received at 13:00; everybody is invented."""

from dataclasses import dataclass

from tests.intake.adt.messages import NHS_NUMBER, OTHER_NHS_NUMBER, segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """What a PID says, each field as it is written."""

    numbers: str
    name: str
    born: str = "19400229"
    sex: str = "F"
    address: str = "1 Mill Lane^^Ambleford^^ZZ9 9ZZ"
    phone: str = "01632 960001"
    died: str = ""
    died_at: str = ""


IDA = Someone(numbers=f"H1^^^RXX^MR~{NHS_NUMBER}^^^NHS^NH", name="Marrow^Ida^^^Mrs^^L")
OTTO = Someone(numbers=f"H2^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", name="Pepper^Otto^^^Mr^^L", sex="M")


def told(
    trigger: str,
    person: Someone = IDA,
    *,
    facility: str,
    control_id: str,
    sent: str = "12:59",
    at: str = "11:00",
    more: str = "",
    **said: str,
) -> bytes:
    """One message, said at `sent`, of what happened at `at`, both on the clocks of that day; `more`: more segments.

    What else it says is that of `one_person`.
    """
    head = (
        f"MSH|^~\\&|PAS|{facility}|HOMEWARD|HUB|{clock(sent)}||ADT^{trigger}|{control_id}|P|2.4\r"
        f"EVN|{trigger}|{clock(at)}||||{clock(at)}\r"
    )
    return (head + one_person(person, **said) + more).encode()


def one_person(
    person: Someone = IDA,
    *,
    visit: str = "V1",
    ward: str = "ASH",
    bed: str = "A1-01",
    site: str = "",
    kind: str = "I",
    admitted: str = "10:00",
    left: str = "",
    method: str = "",
    destination: str = "",
    prior: str = "",
    pending: str = "",
    expected: str = "",
    edd: str = "",
    back_by: str = "",
    fit: str = "",
    came_from: str = "",
    reason: str = "",
    fit_since: str = "",
) -> str:
    """The segments of one person and stay. `edd` and `fit_since` are dates as written, `prior` and `pending` places."""
    pid = segment("PID", f3=person.numbers, f5=person.name, f7=person.born, f8=person.sex, f11=person.address,
                  f13=person.phone, f29=clock(person.died_at), f30=person.died)  # fmt: skip
    pv1 = segment("PV1", f2=kind, f3=f"{ward}^^{bed}^{site}" if ward else "", f6=prior, f14=came_from, f19=visit,
                  f36=method, f37=destination, f42=pending, f44=clock(admitted), f45=clock(left))  # fmt: skip
    planned = {"f3": reason, "f8": clock(expected), "f9": edd, "f47": clock(back_by)}
    pv2 = segment("PV2", **planned) if any(planned.values()) else ""
    zu1 = segment("ZU1", f22=fit, f24=fit_since) if fit or fit_since else ""
    return "".join(f"{line}\r" for line in (pid, pv1, pv2, zu1) if line)


def retiring(numbers: str = "", *, visit: str = "") -> str:
    """The MRG of a merge or a move: the numbers that are given up, and what the visit was called before."""
    return f"{segment('MRG', f1=numbers, f5=visit)}\r"


def clock(time: str) -> str:
    """Such as 11:05 or 11:05:30, as HL7 writes it; what is no time of day stays as it is."""
    hours, *rest = time.split(":")
    return f"20260601{hours}{''.join(rest):0<4}" if rest else time
