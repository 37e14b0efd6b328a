"""The papers of a dossier: what they are made from, and the menu of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from contest import codes
from contest.dossier import HANDED_IN, Dossier, Submission
from contest.pack import Accepts, DossierStep, Pack
from dialog.event import Pressed
from dialog.place import Given
from dialog.reply import Button, Joined, Paper, Picture, Reply, T, Text, t, words
from handlers.dossier.contents import (
    Author,
    authors,
    entrant,
    files_in,
    folded,
    recordings,
    steps_for,
    story_text,
    title,
)
from handlers.dossier.own_end import own_end_said
from handlers.dossier.signing import state_of
from handlers.turn import Contest, Outcome, Turn, say, to_dossier

if TYPE_CHECKING:  # it brings the libraries of the papers with it
    from contest.papers.view import Confirmed

MOST_THUMBNAILS = 4  # of one item, on a receipt
KINDS: tuple[Accepts, ...] = get_args(Accepts)


async def papers(turn: Turn) -> Outcome | None:
    if not isinstance(turn.did, Pressed) or not turn.did.token.startswith("papers/"):
        return None
    _, which, code, *_ = (*turn.did.token.split("/"), "", "")
    dossier, back = turn.own(code), to_dossier(code)
    if dossier is None:
        return None
    match which:
        case "list":
            return say(turn, Reply(t("papers.which"), (*_choices(turn, code), back)))
        case "receipt" if dossier.state in HANDED_IN:
            return say(turn, Reply(t("papers.receipt"), (back,), receipt_files(turn, code)))
        case _ if which in _MAKES:
            text, makers = _MAKES[which]
            given = folded(turn.contest.pack, turn.answered(code)).given
            view = dossier_view(turn.contest, dossier, given, turn.today)
            files = tuple(Paper(maker, t_name, view) for maker, t_name in makers(codes.shown(code)))
            return say(turn, Reply(text, (back,), files))
    return None


def _choices(turn: Turn, code: str) -> tuple[Button, ...]:
    made = [
        Button(t("papers.form"), f"papers/form/{code}"),
        Button(t("papers.description"), f"papers/description/{code}"),
        Button(t("papers.whole"), f"papers/whole/{code}"),
        Button(t("papers.zip"), f"papers/zip/{code}"),
    ]
    if turn.dossiers[code].state in HANDED_IN:
        made.append(Button(t("dossier.receipt_button"), f"papers/receipt/{code}"))
    return tuple(made)


Named = Sequence[tuple[str, T]]


def _form(code: str) -> Named:
    return (
        ("registration_pdf", t("papers.form_pdf", code=code)),
        ("registration_docx", t("papers.form_docx", code=code)),
    )


def _description(code: str) -> Named:
    return (
        ("description_pdf", t("papers.description_pdf", code=code)),
        ("description_docx", t("papers.description_docx", code=code)),
    )


def _whole(code: str) -> Named:
    return (("dossier_pdf", t("papers.whole_pdf", code=code)),)


def _zip(code: str) -> Named:
    return (("dossier_zip", t("papers.whole_zip", code=code)),)


_MAKES: Mapping[str, tuple[Text, Any]] = {
    "form": (t("papers.form_said"), _form),
    "description": (t("papers.description_said"), _description),
    "whole": (t("papers.whole_said"), _whole),
    "zip": (t("papers.zip_said"), _zip),
}

# --- what they are made from ---------------------------------------------------------------------


def dossier_view(contest: Contest, dossier: Dossier, given: Given, today: date) -> dict[str, Any]:
    """See `contest.papers.view.DossierView`. In the language of the papers, not of the reader."""
    pack = contest.pack
    people = authors(pack, given)
    kind = entrant(pack, given) or "one"
    label = next((k.label for k in pack.checklist.kinds if k.id == kind), None)
    field = next((f.title for f in pack.fields if f.id in given.values()), None)
    every = steps_for(pack, given)
    organisation = None
    if kind == "organisation" and (name := given.get("organisation")):
        organisation = {"name": str(name), "place": ""}
    return {
        "contest": {
            "name": pack.on_paper(pack.name),
            "office": pack.on_paper(pack.bodies[pack.office].name),
            "deadline": pack.deadline.isoformat(),
            "pack": contest.pack_at,
        },
        "code": codes.shown(dossier.code),
        "title": title(given),
        "kind": kind,
        "kind_label": pack.on_paper(label),
        "field": pack.on_paper(field),
        "organisation": organisation,
        "authors": [_author(pack, dossier, a) for a in people],
        "guardians": [
            {"name": a.guardian, "phone": a.guardian_phone} for a in people if a.guardian
        ],
        "sections": [
            {
                "id": step.id,
                "title": pack.on_paper(step.title),
                "text": story_text(given.get(step.id)),
                "recordings": recordings(given.get(step.id)),
            }
            for step in every
            if step.section
        ],
        "items": [_item(pack, step, given) for step in every if step.kind in ("files", "paper")],
        "made_on": today.isoformat(),
        "draft": dossier.state not in HANDED_IN,
    }


def _author(pack: Pack, dossier: Dossier, author: Author) -> dict[str, Any]:
    role = pack.checklist.lead if author.lead else pack.checklist.other
    return {
        "name": author.name,
        "born": author.born,
        "place": author.place,
        "phone": author.phone,
        "role": pack.on_paper(role),
        "share": author.share,
        "representative": author.lead,
        "confirmed": confirmed(dossier.agreed, author),
    }


def confirmed(agreed: Mapping[str, bool], author: Author) -> Confirmed:
    """How the author agreed to be one. `agreed`: author row -> yes or no, by chat."""
    if author.sign == "paper":
        return "paper"
    if author.lead:
        return "chat"
    said = agreed.get(author.id)
    return "waiting" if said is None else "chat" if said else "declined"


def _item(pack: Pack, step: DossierStep, given: Given) -> dict[str, Any]:
    value = given.get(step.id)
    return {
        "id": step.id,
        "title": pack.on_paper(step.title),
        "illustrates": step.illustrates,
        "state": state_of(value),
        "files": [
            {
                "sha256": f["file"],
                "kind": f["kind"],
                "name": f.get("name", ""),
                "caption": f.get("caption", ""),
                "pages": f.get("pages", 1),
            }
            for f in files_in(value)
        ],
    }


# --- receipt and slip ----------------------------------------------------------------------------


def receipt_files(turn: Turn, code: str) -> tuple[Picture | Paper, ...]:
    """The receipt of the last handing-in, to be looked at and to be printed."""
    last = turn.dossiers[code].submission
    if last is None:
        return ()
    view = _receipt(turn, code, last)
    name = t("papers.receipt_pdf", code=codes.shown(code), number=str(last.number))
    picture = t("papers.receipt_png", code=codes.shown(code), number=str(last.number))
    alt = t("papers.receipt_alt", code=codes.shown(code), at=last.at, done=last.done)
    return (Picture("receipt_png", picture, alt, view), Paper("receipt_pdf", name, view))


def _receipt(turn: Turn, code: str, last: Submission) -> dict[str, Any]:
    pack, given = turn.contest.pack, turn.given(code)
    items = [
        {
            "title": words(step.title),
            "count": _count(given.get(step.id), step),
            "thumbnails": _thumbnails(given.get(step.id)),
        }
        for step in steps_for(pack, given)
    ]
    own = own_end_said(pack, turn.dossiers[code])
    notes = [*own, t("receipt.paper_too"), t("receipt.check")]
    return {
        "code": codes.shown(code),
        "number": last.number,
        "received_at": last.at.astimezone(turn.event.at.tzinfo).isoformat(timespec="seconds"),
        "hash": last.digest,
        "url": receipt_address(turn, last.token),
        "replaces": last.number - 1 or None,
        "items": items,
        "labels": {
            "title": t("receipt.title"),
            "contest": words(pack.name),
            "code": t("receipt.code"),
            "number": t("receipt.number"),
            "received": t("receipt.received"),
            "items": t("receipt.items"),
            "hash": t("receipt.hash"),
            "scan": t("receipt.scan"),
            "replaces": t("receipt.replaces"),
            "notes": notes,
        },
    }


def receipt_address(turn: Turn, token: str) -> str:
    return f"{turn.contest.address}/r/{token}"


def _thumbnails(value: object) -> list[str]:
    seen = [f["file"] for f in files_in(value) if f["kind"] in ("image", "pdf")]
    return seen[:MOST_THUMBNAILS]


def _count(value: Any, step: DossierStep) -> Text:
    """«3 ảnh, 1 tệp PDF»; of words: that they are there."""
    names = {
        "image": lambda n: t("receipt.n_image", n=n),
        "pdf": lambda n: t("receipt.n_pdf", n=n),
        "docx": lambda n: t("receipt.n_docx", n=n),
        "audio": lambda n: t("receipt.n_audio", n=n),
        "video": lambda n: t("receipt.n_video", n=n),
    }
    kinds = [f["kind"] for f in files_in(value)]
    counted = [names[kind](kinds.count(kind)) for kind in KINDS if kind in kinds]
    if step.kind == "story" and story_text(value):
        counted.insert(0, t("receipt.written"))
    if counted:
        return Joined(tuple(counted), ", ")
    if step.kind == "paper" and state_of(value) == "to_sign":
        return t("receipt.to_sign")
    if step.kind in ("files", "paper"):
        return t("receipt.none")
    return t("receipt.there")


def slip(turn: Turn, code: str, invitation: str) -> Paper:
    """What a helper hands to the person whose dossier it is."""
    pack = turn.contest.pack
    name = title(turn.given(code))
    about = t("slip.about", title=name) if name else t("slip.about_untitled")
    view = {
        "code": codes.shown(invitation),
        "url": f"{turn.contest.address}/?ma={invitation}",
        "sentences": [about, t("slip.how"), t("slip.then")],
        "labels": {
            "title": t("slip.title"),
            "contest": words(pack.name),
            "code": t("slip.code"),
            "scan": t("slip.scan"),
            "made": t("slip.made"),
        },
        "made_on": turn.today.isoformat(),
    }
    return Paper("slip_pdf", t("slip.name", code=codes.shown(code)), view)
