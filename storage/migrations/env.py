"""Alembic's entry: it works on the connection it is given, never on one of its own."""

from alembic import context

from storage.schema import meta

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=meta,
    transactional_ddl=False,  # the caller's transaction is the only one
    render_as_batch=True,
)
context.run_migrations()
