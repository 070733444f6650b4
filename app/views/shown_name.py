"""The name of a person as lists and boards show it, in SQL: "FAMILY, Given"."""


def shown_name(person: str) -> str:
    """SQL over the alias of a row with `family` and `given`; "" for who came without either, or was erased."""
    return f"concat_ws(', ', upper(nullif({person}.family, '')), nullif({person}.given, ''))"
