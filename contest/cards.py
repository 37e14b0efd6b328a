"""What invites a commune from which no dossier has come: its own link, and a card with it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from contest.pack import Unit
from contest.units import unit_id

KIND = "xa-"  # how the ids of communes begin; a link leaves it out


def link(address: str, unit: Unit) -> str | None:
    """Where people of that unit begin. None: nobody else than this machine can open `address`."""
    if not is_public(address):
        return None
    return f"{address.rstrip('/')}/?xa={unit_id(unit).removeprefix(KIND)}"


def is_public(address: str) -> bool:
    """Is it an address that a phone elsewhere may open?"""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or "." not in host:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:  # a name
        return not host.endswith((".local", ".localhost", ".internal", ".lan"))


def silent(units: Sequence[Unit], heard: Collection[str]) -> list[Unit]:
    """Those from which no dossier has come, in the order of the pack."""
    return [unit for unit in units if unit_id(unit) not in heard]
