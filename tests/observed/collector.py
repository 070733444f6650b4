"""Who collects traces: takes OTLP over HTTP on loopback, and knows each span that came."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.serving import until


class Collector:
    """Listens at `url`."""

    def __init__(self, url: str, spans: Sequence[Span]) -> None:
        self.url, self.spans = url, spans

    def settings(self) -> dict[str, str]:
        """The settings of whoever is to send here, and soon."""
        return {"OTEL_EXPORTER_OTLP_ENDPOINT": self.url, "OTEL_BSP_SCHEDULE_DELAY": "200"}

    def trace(self, of: str, *names: str) -> dict[str, Span]:
        """The spans of this trace by name, once all of these have come."""

        def found() -> dict[str, Span] | None:
            spans = {each.name: each for each in [*self.spans] if each.trace_id.hex() == of}
            return spans if set(names) <= set(spans) else None

        return until(found, f"{names} of {of} are sent", 15)


@contextmanager
def collecting() -> Iterator[Collector]:
    """Collect until the block ends."""
    spans: list[Span] = []

    class Take(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["Content-Length"])))
            spans.extend(s for of in sent.resource_spans for scope in of.scope_spans for s in scope.spans)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Take)
    listening = Thread(target=server.serve_forever, daemon=True)
    listening.start()
    try:
        yield Collector(f"http://127.0.0.1:{server.server_port}", spans)
    finally:
        server.shutdown()
        server.server_close()
        listening.join()
