"""Why a rebuild cannot be: each is said in words. In every case the live rows are as they were."""


class CannotRebuild(Exception):
    """The rows cannot be made anew just now."""

    def __str__(self) -> str:
        return self.__doc__ or ""


class AlreadyRebuilding(CannotRebuild):
    """Another rebuild of this kind is running, and goes on. Start again when it has ended, if there is need."""


class TooBusy(CannotRebuild):
    """The rows that were made could not take their place: too much was going on. Try again in a quieter hour."""


class HelperEnded(CannotRebuild):
    """A process that folded rows ended before its work did, as when memory runs out. See to that, then try again."""


class OtherTables(CannotRebuild):
    """The database's tables are of another version than this Homeward. `homeward migrate` first, then rebuild."""


class KindUnknown(CannotRebuild):
    """There is no such kind of row. `homeward rebuild --list` names those there are."""
