"""Spans by OpenTelemetry, sent in the background by OTLP over HTTP. Settings OTEL_… say where and how many."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import perf_counter, time_ns
from uuid import UUID

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from app import correlation
from app.tracing import Attributes

END_SECONDS = 1.0
SERVER_FAULT = 500
STATUS = "http.response.status_code"


class Otlp:
    """Takes the spans of one process."""

    def __init__(self, process: str) -> None:
        os.environ.setdefault("OTEL_SERVICE_NAME", "homeward")
        self._provider = TracerProvider(
            resource=Resource.create({"homeward.process": process, "process.pid": os.getpid()}),
            id_generator=_Ids(),
            shutdown_on_exit=False,
        )
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("homeward")

    @contextmanager
    def span(self, name: str, attributes: Attributes, traceparent: str | None) -> Iterator[None]:
        """What is done in this block. Of an exception its class alone: its words may quote anything."""
        context = _from_caller(traceparent) if traceparent is not None else None
        with self._tracer.start_as_current_span(
            name,
            context=context,
            kind=trace.SpanKind.INTERNAL if traceparent is None else trace.SpanKind.SERVER,
            attributes=attributes,
            record_exception=False,
            set_status_on_exception=False,
        ) as this:
            try:
                yield
            except Exception as error:
                this.set_attribute("error.type", type(error).__name__)
                raise

    def past(self, name: str, began: float, attributes: Attributes, of: UUID | None) -> None:
        """What began then and ended now; where it is `of` another trace, a root of its own in that."""
        start = time_ns() - int((perf_counter() - began) * 1e9)
        if of is None:
            self._tracer.start_span(name, attributes=attributes, start_time=start).end()
        else:
            with correlation.begun(of):
                self._tracer.start_span(name, context=Context(), attributes=attributes, start_time=start).end()

    def tell(self, name: str, attributes: Attributes) -> None:
        """What became known of the span of this block."""
        this = trace.get_current_span()
        this.update_name(name)
        this.set_attributes(attributes)
        if int(attributes.get(STATUS, 0)) >= SERVER_FAULT:
            this.set_status(trace.StatusCode.ERROR)

    def end(self) -> None:
        """Send what was not sent; a collector that does not answer keeps no process from ending."""
        last = Thread(target=self._provider.shutdown, daemon=True)
        last.start()
        last.join(END_SECONDS)


class _Ids(RandomIdGenerator):
    def generate_trace_id(self) -> int:
        this = correlation.current()
        return this.int if this else super().generate_trace_id()


def _from_caller(traceparent: str) -> Context:
    """The caller's span as the parent, where its trace was taken for this request's id; else none at all."""
    this = correlation.current()
    found = TraceContextTextMapPropagator().extract({"traceparent": traceparent}, context=Context())
    of = trace.get_current_span(found).get_span_context()
    return found if this and of.trace_id == this.int else Context()
