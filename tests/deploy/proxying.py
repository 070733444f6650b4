"""nginx with deploy/nginx.conf as it is, but for its ports, names and certificate: bound to loopback, in a folder."""

import os
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.deploy.dockerfile import ROOT
from tests.serving import free_port, until

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it listens by TLS and without, and what a browser needs to trust it."""

    port: int
    plain_port: int
    certificate: Path

    @property
    def origin(self) -> str:
        """As a browser says it."""
        return f"https://{HOST}:{self.port}"

    def trust(self) -> ssl.SSLContext:
        """Trusts this proxy's own certificate and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))


def planned(folder: Path) -> Proxy:
    """Its ports and certificate, before it runs: Homeward must be told its origin first."""
    return Proxy(free_port(), free_port(), _certificate(folder))


@contextmanager
def standing(proxy: Proxy, program: Path, folder: Path, homeward: str) -> Iterator[None]:
    """It stands before `homeward` (host:port) until the block ends."""
    (folder / "homeward.conf").write_text(_configuration(proxy, folder, homeward))
    user = "user root;" if os.geteuid() == 0 else ""  # the folder is its owner's alone
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    main = folder / "nginx.conf"
    main.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; events {{}}\n"
        f"http {{ access_log off; {places} include {folder}/homeward.conf; }}\n"
    )
    words = [str(program), "-p", str(folder), "-e", "stderr", "-c", str(main)]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(words, stdout=log, stderr=log)
    try:
        until(lambda: (folder / "pid").exists() or running.poll() is not None or None, "nginx has begun", 20)
        assert running.poll() is None, (folder / "log").read_text()
        yield
    finally:
        running.terminate()
        try:
            running.wait(timeout=10)
        finally:
            running.kill()
            running.wait()


def _configuration(proxy: Proxy, folder: Path, homeward: str) -> str:
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    changes = {
        "server 127.0.0.1:8000;": f"server {homeward};",
        "listen 80;": f"listen {HOST}:{proxy.plain_port};",
        "listen 443 ssl http2;": f"listen {HOST}:{proxy.port} ssl http2;",
        "server_name board.example;": f"server_name {HOST};",
        "/etc/ssl/certs/board.example.pem": str(proxy.certificate),
        "/etc/ssl/private/board.example.key": str(proxy.certificate.with_suffix(".key")),
    }
    for old, new in changes.items():
        assert old in text, f"deploy/nginx.conf no longer says {old}"
        text = text.replace(old, new)
    return text


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    today = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate = folder / "certificate.pem"
    certificate.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    kept = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    certificate.with_suffix(".key").write_bytes(kept)
    return certificate
