# cadence-lint in a container, for machines without Python:
#
#   docker build --tag cadence-lint .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" cadence-lint check sequences
#
# The tag names its versions; name a digest instead for a base that is the same to the byte:
# --build-arg BASE=python@sha256:...
ARG BASE=python:3.13.9-alpine3.22

FROM ${BASE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore \
    SOURCE_DATE_EPOCH=1767225600
WORKDIR /src
# Only what the lock names by its hash is fetched, and nothing of it is built.
COPY requirements.txt ./
RUN pip download --quiet --require-hashes --only-binary :all: --dest /wheels --requirement requirements.txt
COPY LICENSE README.md hatch_build.py pyproject.toml ./
COPY rules rules
COPY src src
RUN pip wheel --quiet --no-index --find-links /wheels --no-deps --wheel-dir /wheels .
RUN python -m venv --without-pip /opt/cadence-lint
RUN pip --python /opt/cadence-lint/bin/python install --quiet --no-index --find-links /wheels --no-compile cadence-lint
# Who runs the program may not write there; bytecode without times is the same in every build.
RUN python -m compileall -q --invalidation-mode unchecked-hash /opt/cadence-lint/lib

FROM ${BASE}
LABEL org.opencontainers.image.title="cadence-lint" \
      org.opencontainers.image.description="Finds what would make a prospect stop reading, before anyone is enrolled" \
      org.opencontainers.image.licenses="MIT"
# For --changed-since, and for the dates of `suppressions`.
RUN apk add --no-cache git
COPY --from=build /opt/cadence-lint /opt/cadence-lint
ENV PATH=/opt/cadence-lint/bin:$PATH HOME=/tmp PYTHONDONTWRITEBYTECODE=1
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["cadence-lint"]
CMD ["--help"]
