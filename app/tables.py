"""Every table of Homeward in one import, for migrations and for the test that compares them."""

from app.access import tables as access_tables
from app.database import metadata
from app.drafts import tables as draft_tables
from app.events import lease
from app.events import tables as event_tables
from app.events.escalation import tables as escalation_tables
from app.intake import tables as intake_tables
from app.intake.lists import tables as list_tables
from app.people import tables as people_tables
from app.routing import tables as routing_tables
from app.views import kinds

DECLARED_BY = (
    access_tables,
    draft_tables,
    event_tables,
    escalation_tables,
    intake_tables,
    list_tables,
    lease,
    people_tables,
    routing_tables,
    kinds,
)

__all__ = ["DECLARED_BY", "metadata"]
