"""Alembic's entry: it works on the connection it is given, never on one of its own."""

from alembic import context

import storage.tables_review  # noqa: F401 -- its tables are on the same meta
from storage.tables import meta

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=meta,
    transactional_ddl=False,  # the caller's transaction is the only one
    render_as_batch=True,
)
context.run_migrations()
