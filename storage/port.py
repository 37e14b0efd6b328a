"""What the program asks of a storage. Every back end passes the same contract tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from contest.desk import Talking
from contest.dossier import (
    Consent,
    Deed,
    Dossier,
    Invitation,
    Note,
    ReceiptFact,
    Request,
    Returned,
    Role,
    State,
)
from contest.model import Asked
from contest.staff import Act, Member
from dialog.event import ChatRef
from dialog.place import Answers, Place
from storage.port_digest import DigestStorage
from storage.port_given import GivenStorage
from storage.port_outbox import OutboxStorage
from storage.port_pages import UploadPage as UploadPage
from storage.port_proposals import ProposalStorage
from storage.port_questions import QuestionStorage
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


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message of ours, ready for its channel. `due` later than now: wait, more may follow.

    `bulk`: one of many of its kind, which replies overtake; it has no key. `about`: the question
    whose words it shows to somebody of the staff; it is erased with them.
    """

    body: Json
    due: datetime
    key: str | None = None
    bulk: bool = False
    about: int | None = None


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


@dataclass(frozen=True, slots=True)
class Ages:
    """Shows that something has stopped though the process is up. Seconds; 0: nothing waits.

    Bulk may wait for hours: `oldest_unsent` says of it only how long none has been sent.
    """

    oldest_undone: float
    oldest_unsent: float
    undone: int
    unsent: int
    parked: int
    dead: int
    questions: int
    in_doubt: int = 0


class Storage(
    OutboxStorage,
    QuestionStorage,
    StaffStorage,
    ProposalStorage,
    DigestStorage,
    GivenStorage,
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
        """A file of this chat, of a dossier that it owns or helps with today, or of an open
        question that was brought to it as a member of the staff."""

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
        upload pages that were over by then.
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

    # --- dossiers ---

    async def dossier(self, code: str) -> Held | None:
        """Any dossier, as its owner sees it."""

    async def dossiers(self, states: Sequence[State] = ()) -> list[Held]:
        """All of these states (of any, if none is named), the oldest first, as their owners see."""

    async def participants(self, code: str) -> list[Participant]:
        """Who has to do with a dossier today, the owner first."""

    async def invitation(self, invitation: str) -> Invitation | None: ...

    async def consents(self, chat: ChatRef) -> list[Consent]:
        """What this chat has agreed to or refused, in order."""

    async def receipt(self, token: str) -> ReceiptFact | None: ...

    async def files_of(self, code: str) -> list[ChatFile]:
        """All files a dossier ever held, in the order they came."""

    async def notes(self, code: str) -> list[Note]:
        """What happened to a dossier, in order: opened, handed in, returned, somebody joined…"""

    async def judge(
        self, code: str, state: State, returned: Returned | None, told: Sequence[Told], at: datetime
    ) -> bool:
        """Staff return or accept a dossier; False if its state has no such way."""

    async def invite(self, code: str, invitation: str, at: datetime) -> bool:
        """Staff hand out a code for who has lost their chat. False: no such dossier, or taken."""

    async def requests(self, *, waiting: bool = True) -> list[Request]: ...

    async def finish_request(self, number: int, message: Outgoing, at: datetime) -> bool:
        """A request was carried out, and its person is told; False if none waits by that number."""

    async def erase_for(self, request: int, message: Outgoing, at: datetime) -> bool:
        """Carry out a request to erase: the chat's own (as `erase`) and every dossier it owns.

        What stays of a dossier is its code, which is never given out again, and of what was handed
        in how much and when, so that the receipt says it was withdrawn. Consents stay as the proof
        the law asks for. False if no such request waits."""

    async def forget_dossiers(self) -> int:
        """Delete every dossier with all that belongs to it, and who was given which answer: the
        contest's time to keep is over."""
