"""Spans of what is done: a request, a turn, a message, rows on their way to screens. Where nobody collects, nothing.

No attribute names anybody: kinds, routes and counts alone. A trace's id is the correlation of what it is a trace of.
"""

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, TypeAlias
from uuid import UUID

import structlog

Attributes: TypeAlias = Mapping[str, str | int]

COLLECTOR = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
"""The settings, as OpenTelemetry has them, of which one says where traces go."""

log = structlog.get_logger()


class Spans(Protocol):
    """Who takes the spans."""

    def span(self, name: str, attributes: Attributes, traceparent: str | None) -> AbstractContextManager[None]:
        """What is done in this block."""

    def past(self, name: str, began: float, attributes: Attributes, of: UUID | None) -> None:
        """What began then, by `perf_counter`, and ended now."""

    def tell(self, name: str, attributes: Attributes) -> None:
        """What became known of the span of this block."""

    def end(self) -> None:
        """Send what was not sent."""


_spans: Spans | None = None
_nothing = nullcontext()


def begin(process: str) -> None:
    """Send the spans of this process, if its settings say where to."""
    global _spans  # noqa: PLW0603  # one process, one collector; passed down it would be an argument of everything
    if not any(map(os.environ.get, COLLECTOR)) or os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return
    try:
        from app.tracing.otlp import Otlp
    except ImportError:
        log.error("traces are not sent", reason="install homeward[telemetry]")
    else:
        _spans = Otlp(process)
        log.info("traces are sent", settings=[name for name in COLLECTOR if os.environ.get(name)])


def end() -> None:
    """Send what was not sent, within a second or not at all."""
    if _spans:
        _spans.end()


def span(name: str, /, *, traceparent: str | None = None, **attributes: str | int) -> AbstractContextManager[None]:
    """What is done in this block; `traceparent` as a caller sent it."""
    return _spans.span(name, attributes, traceparent) if _spans else _nothing


def past(name: str, began: float, /, *, of: UUID | None = None, **attributes: str | int) -> None:
    """What began then, by `perf_counter`, and has ended: within this block's span, or as a part of another trace."""
    if _spans:
        _spans.past(name, began, attributes, of)


def tell(name: str, /, **attributes: str | int) -> None:
    """What became known of this block's span: its better name, and attributes."""
    if _spans:
        _spans.tell(name, attributes)
