"""The weekend: which days it is, what is missing of who leaves in it, and what would free most bed days next."""

from app.domain.weekend.days import Weekend, weekend_at
from app.domain.weekend.freeing import Action, Waiting, actions
from app.domain.weekend.missing import Lack, Leaving, lacks

__all__ = ["Action", "Lack", "Leaving", "Waiting", "Weekend", "actions", "lacks", "weekend_at"]
