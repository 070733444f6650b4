"""Nothing can be said of a service before it is listed."""

from typing import TYPE_CHECKING

from app.domain.rejections import NotKnown
from app.domain.service.state import Service

if TYPE_CHECKING:
    from app.domain.service.listing import ServiceListed


def require_listed(service: Service) -> "ServiceListed":
    """The listing; raises NotKnown for a service that this system does not list."""
    if service.listed is None:
        raise NotKnown(what="service")
    return service.listed
