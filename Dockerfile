# Homeward in a container. The first stage has what building needs, the second only what runs.
# Every package comes by its hash: Python's from requirements.lock, the browser's from web/package-lock.json.
# tests/deploy/test_dockerfile.py carries these steps out without a container engine.
ARG PYTHON=3.11

FROM python:${PYTHON}-slim-bookworm AS build
WORKDIR /opt/homeward
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1

# All packages, the tools among them; then those that run, in an environment of their own.
COPY requirements.lock ./
RUN python -m venv .build && .build/bin/pip install --quiet --require-hashes --requirement requirements.lock
COPY pyproject.toml LICENSE ./
COPY scripts scripts
RUN .build/bin/python scripts/running_packages.py > .build/running.lock \
    && python -m venv .venv \
    && .venv/bin/pip install --quiet --require-hashes --requirement .build/running.lock

COPY web web
RUN .build/bin/python scripts/vendor.py && rm -r web/vendor/dev

COPY app app
COPY migrations migrations
RUN .build/bin/python -c "from hatchling.build import build_editable; build_editable('.build')" \
    && .venv/bin/pip install --quiet --no-deps --no-index .build/homeward-*.whl \
    && .venv/bin/python -m compileall -q app migrations .venv \
    && rm -r .build scripts

FROM python:${PYTHON}-slim-bookworm
# The same numbers everywhere, so that a volume's files are still this user's after an update.
RUN groupadd --gid 10001 homeward \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/homeward --shell /usr/sbin/nologin homeward \
    && install -d -o homeward -g homeward -m 0700 /var/lib/homeward
COPY --from=build /opt/homeward /opt/homeward
WORKDIR /opt/homeward
# Inside a container the ports lead nowhere until they are published. Secrets come as files (docs/operate/install.md).
ENV PATH=/opt/homeward/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    CREDENTIALS_DIRECTORY=/run/secrets \
    HOMEWARD_DATA_DIR=/var/lib/homeward \
    HOMEWARD_EXAMPLE=off \
    HOMEWARD_HOST=0.0.0.0 \
    HOMEWARD_MLLP_HOST=0.0.0.0
VOLUME /var/lib/homeward
EXPOSE 8000 2575
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8000, timeout=4); c.request('GET', '/readyz'); raise SystemExit(c.getresponse().status != 200)"]
CMD ["homeward", "serve"]
