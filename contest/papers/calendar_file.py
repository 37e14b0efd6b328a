"""The timetable as a file that a phone's calendar takes in (RFC 5545)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event


def write(args: Mapping[str, Any], _find: object) -> bytes:
    """`args`: name, stamp (ISO day), events: [{id, title, first, last, note, tentative, remind}].

    Days are ISO days, `last` included; `remind` lists how many days before to ring.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Hoi Thi Bot//timeline//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", args["name"])
    stamp = datetime.combine(date.fromisoformat(args["stamp"]), time(), UTC)
    for row in args["events"]:
        event = Event()
        event.add("uid", f"{row['id']}@hoi-thi-bot")
        event.add("dtstamp", stamp)
        event.add("summary", row["title"])
        event.add("description", row["note"])
        event.add("dtstart", date.fromisoformat(row["first"]))
        event.add(
            "dtend", date.fromisoformat(row["last"]) + timedelta(days=1)
        )  # the end is excluded
        event.add("status", "TENTATIVE" if row["tentative"] else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        for days in row["remind"]:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", row["title"])
            alarm.add("trigger", timedelta(days=-days, hours=8))  # at 8 in the morning
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
