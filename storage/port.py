"""What the program asks of a storage. Every back end passes the same contract tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from contest.desk import Talking
from contest.dossier import (
    Deed,
    Dossier,
    Role,
)
from contest.model import Asked
from contest.staff import Act, Member
from dialog.event import ChatRef
from dialog.place import Answers, Place
from storage.port_announcing import AnnouncingStorage
from storage.port_digest import DigestStorage
from storage.port_dossiers import DossierStorage
from storage.port_exports import ExportStorage
from storage.port_fairness import FairnessStorage
from storage.port_given import GivenStorage
from storage.port_health import Ages as Ages
from storage.port_outbox import OutboxStorage
from storage.port_pages import UploadPage as UploadPage
from storage.port_proposals import ProposalStorage
from storage.port_questions import QuestionStorage
from storage.port_reports import ReportStorage
from storage.port_review import ReviewStorage
from storage.port_staff import StaffStorage
from storage.trouble import AlreadyDone as AlreadyDone
from storage.trouble import Conflict as Conflict
from storage.trouble import InUse as InUse
from storage.trouble import NoConnection as NoConnection
from storage.trouble import NoFolder as NoFolder
from storage.trouble import TooNew as TooNew
from storage.trouble import Trouble as Trouble
from storage.trouble import Unavailable as Unavailable

Json = Any


@dataclass(frozen=True, slots=True)
class Arrival:
    """An event as it came off the wire, before anybody read it."""

    chat: ChatRef
    event: str  # the channel's id of it: what is delivered twice is accepted once
    payload: Json
    at: datetime
    number: int = 0  # given by the storage: the order of arrival
    starts: int = 0  # of the program that found it the oldest unanswered of its chat
    page: str | None = None  # the upload page it came by: its token as it is kept


@dataclass(frozen=True, slots=True)
class ChatState:
    """All that is remembered of a chat between two turns."""

    lang: str | None = None
    place: Place = field(default_factory=Place)
    answers: Mapping[str, Answers] = field(default_factory=dict)
    shown: tuple[tuple[tuple[str, str], ...], ...] = ()  # buttons (label, token), the newest first
    unanswered: str = ""  # their last words that found no answer
    answered: tuple[str, ...] = ()  # their last words that did, then the topics of the answer

    def to_json(self) -> dict[str, Json]:
        return {
            "lang": self.lang,
            "place": self.place.to_json(),
            "answers": {name: answers.to_json() for name, answers in self.answers.items()},
            "shown": [[list(button) for button in buttons] for buttons in self.shown],
            "unanswered": self.unanswered,
            "answered": list(self.answered),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> ChatState:
        return cls(
            data.get("lang"),
            Place.from_json(data.get("place", {})),
            {name: Answers.from_json(a) for name, a in data.get("answers", {}).items()},
            tuple(tuple((b[0], b[1]) for b in buttons) for buttons in data.get("shown", ())),
            data.get("unanswered", ""),
            tuple(data.get("answered", ())),
        )


@dataclass(frozen=True, slots=True)
class Held:
    """A dossier and its answers. `version` is what a save of the answers checks."""

    dossier: Dossier
    answers: Answers
    version: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A chat as it is now; `version` is what a save checks. 0: it was never saved.

    `dossiers`: those this chat has to do with today, the one changed last first.
    """

    chat: ChatState
    version: int
    dossiers: tuple[Held, ...] = ()
    member: Member | None = None  # of the staff
    talking: Talking | None = None  # with somebody of the staff, or just before
    news: bool = True  # does it want announcements?


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message of ours, ready for its channel. `due` later than now: wait, more may follow.

    `bulk`: one of many of its kind, which replies overtake; it has no key. `about`, `dossier`: the
    question, the dossier, of which it shows something to the staff; it is erased with them.
    """

    body: Json
    due: datetime
    key: str | None = None
    bulk: bool = False
    about: int | None = None
    dossier: str | None = None


@dataclass(frozen=True, slots=True)
class ChatFile:
    """A file that belongs to a chat. `sha256` is its name in the file store."""

    sha256: str
    name: str
    type: str
    size: int
    ours: bool = False  # made by us, not sent by the person
    begun: datetime | None = None  # when its sending began, if it came in pieces


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers of a dossier, and the files among them, which are the dossier's from now on.

    Also says what version a turn has seen: saved over a later one, the turn is a Conflict.
    """

    code: str
    version: int  # as it was loaded; of a dossier that this turn opens: 0
    answers: Answers
    files: tuple[ChatFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A message to another chat than the one whose turn it is. `files` are that chat's from now on:
    it may fetch them."""

    chat: ChatRef
    message: Outgoing
    files: tuple[ChatFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Save:
    """The end of a turn. All of it is remembered, or none.

    Deeds come first, in their order, then the answers: a dossier is opened before it is answered.
    MovedTo, Located and HandedIn need an Answered of their dossier, with the answers as they were
    if none is new: what is handed in are these. ValueError without. One save makes one new version.
    """

    arrival: Arrival
    version: int
    chat: ChatState
    at: datetime
    messages: tuple[Outgoing, ...] = ()
    asked: tuple[Asked, ...] = ()
    files: tuple[ChatFile, ...] = ()
    deeds: tuple[Deed, ...] = ()
    answered: tuple[Answered, ...] = ()
    told: tuple[Told, ...] = ()
    pages: tuple[UploadPage, ...] = ()
    acts: tuple[Act, ...] = ()
    ends_talk: bool = False  # with somebody of the staff
    given: tuple[str, ...] = ()  # the topics and screens it shows, by name
    news: bool | None = None  # set: from now on, announcements are wanted or not
    lent: tuple[tuple[str, ChatFile], ...] = ()  # shown to the member of the turn: dossier, file


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who has to do with a dossier today."""

    chat: ChatRef
    role: Role
    lang: str | None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A message that waits to be sent: the oldest of its chat, unless it is bulk."""

    id: int
    chat: ChatRef
    body: Json
    key: str | None
    at: datetime
    due: datetime
    tries: int
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chat's history: theirs (`arrival`) or ours (`message`, its number and body)."""

    cursor: Cursor
    at: datetime
    arrival: Arrival | None = None
    message: Json | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a chat has been read: the last of theirs and the last of ours."""

    theirs: int = 0
    ours: int = 0


class Storage(
    DossierStorage,
    OutboxStorage,
    QuestionStorage,
    StaffStorage,
    ProposalStorage,
    DigestStorage,
    ExportStorage,
    GivenStorage,
    AnnouncingStorage,
    ReportStorage,
    FairnessStorage,
    ReviewStorage,
    Protocol,
):
    """The contract. Times are aware; every write is durable when the call returns."""

    async def open(self, *, serve: bool = True) -> None:
        """Bring the schema up to date. `serve`: as the one that answers. Raises Trouble."""

    async def close(self) -> None: ...

    async def accept(self, arrival: Arrival) -> Arrival | None:
        """Note an event; None if it was answered (or set aside) before.

        One that was accepted and is not yet answered is returned again: whoever delivered it may
        never have heard of its acceptance. The upload page it came by is used up with it."""

    async def undone(self) -> list[Arrival]:
        """What was accepted and not answered, in order.

        Counts one more start for the oldest of each chat: the others waited, and were not begun."""

    async def load(self, chat: ChatRef) -> Snapshot: ...

    async def save(self, save: Save) -> Pending | None:
        """Remember a turn; returns the chat's oldest unsent message, to spare a look.

        Raises Conflict, AlreadyDone, Unavailable."""

    async def park(
        self, arrival: Arrival, why: str, messages: Sequence[Outgoing]
    ) -> Pending | None:
        """Set aside an event that cannot be answered, and say so to the person. Like `save`."""

    async def open_chat(self, chat: ChatRef, at: datetime) -> None:
        """Make a chat known before anything was said in it."""

    async def knows(self, chat: ChatRef) -> bool: ...

    async def history(self, chat: ChatRef, after: Cursor, most: int) -> list[Entry]:
        """What was said, theirs and ours in the order of the talk.

        From the empty cursor: the last `most`. From any other: the next `most`, none left out.
        """

    async def file_of(self, chat: ChatRef, sha256: str) -> ChatFile | None:
        """A file of this chat, of a dossier that it owns or helps with today; as a member of the
        staff, of an open question that was brought to it, or lent to it (`Save.lent`) of a dossier
        that is handed in and that its role may see today."""

    async def bytes_of(self, chat: ChatRef) -> int:
        """The sizes of all files the person has sent in this chat, together."""

    async def keep_file(self, chat: ChatRef, file: ChatFile, at: datetime) -> None:
        """Note a file the person has sent but not yet spoken of.

        One of ours that is made again, here or in a turn, is kept from then on like a new one.
        """

    async def upload_page(self, token: str) -> UploadPage | None: ...

    async def ages(self, now: datetime, channels: Sequence[str]) -> Ages:
        """Of what waits on these channels: nobody sends for those that are not served."""

    async def forget(self, before: datetime) -> int:
        """Drop what people said before then; what was accepted stays known as accepted.

        That is: the words of messages and of events set aside; answered questions; all but the
        language of chats that were quiet since; chats in which nothing was ever said; and files,
        unless a question of their chat still waits; the words of requests that were carried out;
        upload pages that were over by then; what was lent of dossiers.
        Dossiers stay, with their files. Returns how many rows were touched."""

    async def known_files(self) -> set[str]:
        """The sha256 of every file that belongs to some chat, dossier or proposal."""

    async def knows_file(self, sha256: str) -> bool:
        """Does it belong to any chat or dossier, and was not erased or forgotten?"""

    async def erase(self, question: int, message: Outgoing, at: datetime) -> bool:
        """Erase all that is kept of the chat that asked this question, and tell it `message`.

        What stays is that the chat exists, its language, which events were accepted (without their
        words), and the dossiers it owns; in those of others it has no part any more. False if there
        is no such question. What is being answered at this moment is thought again."""

    async def run_once(self, name: str, date: str, at: datetime, told: Sequence[Told] = ()) -> bool:
        """True for the first who asks: a schedule fires once, whoever and however many try.

        Its messages go out in the same transaction, or not at all.
        """
