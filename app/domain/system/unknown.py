"""Refusals of what names a place that this system does not have."""

from app.domain.rejections import Rejection


class OrganisationNotKnown(Rejection):
    """This organisation is not in the system. Add the organisation first, or choose one from the list."""


class SiteNotKnown(Rejection):
    """This site is not in the system. Add the site first, or choose one from the list."""


class WardNotKnown(Rejection):
    """This ward is not in the system. Add the ward first, or choose one from the list."""


class HubNotKnown(Rejection):
    """This hub is not in the system. Add the hub first, or choose one from the list."""
