"""Why tables cannot be brought up to date just now, apart from the tools that do it, which take their time to load."""


class AlreadyMigrating(Exception):
    """Another process brings these tables up to date, and has not ended within a minute. Wait for it, then try again;
    `homeward doctor` names what keeps others waiting."""

    def __str__(self) -> str:
        return " ".join((self.__doc__ or "").split())
