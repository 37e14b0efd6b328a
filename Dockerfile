# One image, one process. compose.yaml runs it; docs/operating.md says how, docs/decisions/0015 why so.

ARG PYTHON=3.12

FROM python:${PYTHON}-slim AS build
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
# only wheels: nothing is compiled here, and nothing of a package runs while it is installed
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/run.txt \
    && /venv/bin/python -m pip uninstall --yes pip
COPY LICENSE LICENSE
COPY dialog dialog
COPY contest contest
COPY handlers handlers
COPY storage storage
COPY locales locales
COPY bot bot
# the program may not write here later
RUN /venv/bin/python -m compileall -q bot contest dialog handlers storage

FROM python:${PYTHON}-slim
# numbers, not names: the folder of the data may come from a machine that knows neither
RUN install -d -o 10001 -g 10001 -m 0700 /data
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV PATH=/venv/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data \
    WEB_HOST=0.0.0.0 \
    WEB_PORT=8080
WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# /healthz answers 503 when a message has waited for more than two minutes
HEALTHCHECK --interval=30s --timeout=10s --start-period=180s --retries=3 \
    CMD ["python", "-c", "import http.client, os; web = http.client.HTTPConnection('127.0.0.1', int(os.environ['WEB_PORT']), timeout=8); web.request('GET', '/healthz'); raise SystemExit(web.getresponse().status != 200)"]
CMD ["python", "-m", "bot", "run"]
