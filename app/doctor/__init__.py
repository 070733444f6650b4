"""`homeward doctor`: looks at all that Homeward stands on, and says of each thing how it is and what to do."""

from app.doctor.examining import examined
from app.doctor.finding import Finding, Health

__all__ = ["Finding", "Health", "examined"]
