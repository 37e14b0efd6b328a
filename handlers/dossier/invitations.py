"""Codes that people hand to each other: an author agrees, an owner takes a dossier over."""

from __future__ import annotations

from dataclasses import replace

from contest import codes
from contest.dossier import Consented, Invitation, Invited, Joined, Reminding
from dialog.engine import EDIT, token
from dialog.event import Pressed, Said
from dialog.place import Answers, Given
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim
from handlers.dossier.contents import Author, authors, step_of_kind, title, with_author
from handlers.dossier.opening import opened_again, version
from handlers.dossier.overview import is_open, shown, standing
from handlers.dossier.papers import slip
from handlers.saying import told
from handlers.turn import (
    HUMAN,
    MENU,
    Outcome,
    Tell,
    Turn,
    answered_aside,
    dialog_of_dossier,
    say,
)


async def invitations(turn: Turn) -> Outcome | None:
    match turn.did:
        case Said(text) if code := codes.read(text):
            return await _typed(turn, code, text)
        case Said(text) if codes.looks_like_one(text):
            return answered_aside(turn, Reply(t("invited.misread"), (HUMAN,)))
        case Pressed(pressed) if pressed.startswith("dossier/"):
            return _of_owner(turn, *pressed.split("/")[1:4])
        case Pressed(pressed) if pressed.startswith("invited/"):
            _, act, code, *_ = (*pressed.split("/"), "", "")
            return await _answer(turn, code, act)
    return None


# --- the owner's side ----------------------------------------------------------------------------


def _of_owner(turn: Turn, act: str, code: str = "", author: str = "") -> Outcome | None:
    if code not in turn.dossiers or turn.dossiers[code].role == "author":
        return None
    rows = {a.id: a for a in authors(turn.contest.pack, turn.given(code))}
    if author and not is_open(turn, turn.dossiers[code]) and _signs_anew(act, rows.get(author)):
        return shown(turn, code, Reply(t("dossier.locked"), (HUMAN,)))
    match act:
        case "authors":
            return say(turn, _authors(turn, code))
        case "author" if author in rows:
            return _invite(turn, code, rows[author])
        case "onpaper" if author in rows:
            return _on_paper(turn, code, rows[author])
        case "claim" if turn.dossiers[code].role == "helper":
            return _claim(turn, code)
        case "claim":
            return _elsewhere(turn, code)
    return None


def _signs_anew(act: str, author: Author | None) -> bool:
    """Would it change how this author agrees, which is part of what is handed in?"""
    return author is not None and (act == "onpaper" or author.sign == "paper")


def _authors(turn: Turn, code: str) -> Reply:
    """Who has agreed, and a code for each who has not."""
    dossier, pack = turn.dossiers[code], turn.contest.pack
    said: list[Text] = [t("authors.intro")]
    buttons: list[Button] = []
    for author in authors(pack, turn.given(code)):
        if author.lead:
            continue
        name = verbatim(author.name)
        agreed = dossier.agreed.get(author.id)
        said.append(t("list.item", item=_state(name, author, agreed)))
        if agreed is not True and not author.guardian:
            buttons.append(Button(t("authors.code_for", name=name), _to(code, "author", author)))
            if author.sign == "chat":
                paper = Button(t("authors.on_paper", name=name), _to(code, "onpaper", author))
                buttons.append(paper)
    if step := step_of_kind(pack, "people"):
        edit = token(dialog_of_dossier(code), step.id, EDIT)
        buttons.append(Button(t("authors.change"), edit))
    return Reply(lines(said), (*buttons, Button(t("dossier.back"), f"dossier/open/{code}")))


def _to(code: str, act: str, author: Author) -> str:
    return f"dossier/{act}/{code}/{author.id}"


def _state(name: Text, author: Author, agreed: bool | None) -> Text:
    if agreed is True:
        return t("authors.agreed", name=name)
    if agreed is False and author.sign == "chat":
        return t("authors.refused", name=name)
    if author.sign == "paper":
        return t("authors.paper", name=name)
    return t("authors.waiting", name=name)


def _invite(turn: Turn, code: str, author: Author) -> Outcome:
    invitation = turn.new_code(codes.INVITATION)
    said: list[Text] = [
        t("authors.send", name=verbatim(author.name)),
        verbatim(codes.shown(invitation)),
        _where(turn),
    ]
    deed = Invited(code, invitation, "author", author.id)
    back = Button(t("authors.back"), f"dossier/authors/{code}")
    outcome = replace(say(turn, Reply(paragraphs(said), (back,))), deeds=(deed,))
    if author.sign == "chat":
        return outcome
    by_chat = with_author(turn.contest.pack, turn.given(code), replace(author, sign="chat"))
    return replace(outcome, answers=_people(turn, code, by_chat))


def _where(turn: Turn) -> Text:
    return t("authors.where", address=turn.contest.address)


def _on_paper(turn: Turn, code: str, author: Author) -> Outcome:
    value = with_author(turn.contest.pack, turn.given(code), replace(author, sign="paper"))
    answers = _people(turn, code, value)
    turn = replace(turn, answers={**turn.answers, **answers})
    first = Reply(t("authors.on_paper_done", name=verbatim(author.name)))
    return replace(say(turn, first, _authors(turn, code)), answers=answers)


def _people(turn: Turn, code: str, value: object) -> dict[str, Answers]:
    step = step_of_kind(turn.contest.pack, "people")
    assert step is not None  # there are authors
    name = dialog_of_dossier(code)
    return {name: standing(turn, code).answers.with_given(step.id, value)}


def _claim(turn: Turn, code: str) -> Outcome:
    """A slip for the person whose dossier it is, with the code that makes it theirs."""
    invitation = turn.new_code(codes.INVITATION)
    where = t("claim.where", address=turn.contest.address)
    said: list[Text] = [t("claim.slip"), verbatim(codes.shown(invitation)), where]
    back = Button(t("dossier.back"), f"dossier/open/{code}")
    reply = Reply(paragraphs(said), (back,), files=(slip(turn, code, invitation),))
    return replace(say(turn, reply), deeds=(Invited(code, invitation, "claim"),))


def _elsewhere(turn: Turn, code: str) -> Outcome:
    """A code that opens the owner's dossier on another phone or in another app."""
    invitation = turn.new_code(codes.INVITATION)
    where = t("elsewhere.where", address=turn.contest.address)
    said: list[Text] = [t("elsewhere.code"), verbatim(codes.shown(invitation)), where]
    back = Button(t("dossier.back"), f"dossier/open/{code}")
    reply = Reply(paragraphs(said), (back,))
    return replace(say(turn, reply), deeds=(Invited(code, invitation, "claim"),))


# --- the side of whoever has the code ------------------------------------------------------------


async def _typed(turn: Turn, code: str, text: str) -> Outcome | None:
    """Words that happen to add up to a code nobody has are words, unless they look like one."""
    if len(code) == codes.DOSSIER:
        if code in turn.dossiers:
            return opened_again(turn, code)
        return None if await turn.look_up.dossier(code) is None else _not_yours(turn)
    if await turn.look_up.invitation(code) is None and not codes.looks_like_one(text):
        return None
    return await _answer(turn, code, "show")


def _not_yours(turn: Turn) -> Outcome:
    return answered_aside(turn, Reply(t("invited.not_yours"), (HUMAN,)))


async def _answer(turn: Turn, code: str, act: str) -> Outcome:
    invitation = await turn.look_up.invitation(code)
    if invitation is None or not invitation.open:
        return answered_aside(turn, Reply(t("invited.unknown"), (HUMAN,)))
    held = await turn.look_up.dossier(invitation.code)
    if held is None:
        return answered_aside(turn, Reply(t("invited.unknown"), (HUMAN,)))
    given = held[1].given
    if invitation.kind == "claim":
        helped = held[0].helped
        return _claimed(turn, invitation) if act == "yes" else _claiming(turn, code, given, helped)
    author = next((a for a in authors(turn.contest.pack, given) if a.id == invitation.author), None)
    if author is None:
        return answered_aside(turn, Reply(t("invited.unknown"), (HUMAN,)))
    if act in ("yes", "no"):
        return _agreed(turn, invitation, author, yes=act == "yes")
    return say(turn, _agreeing(turn, code, author, title(given)))


def _agreeing(turn: Turn, code: str, author: Author, name: str) -> Reply:
    share = t("invited.share", share=str(author.share)) if author.share else verbatim("")
    asked = t(
        "invited.author", title=verbatim(name), name=verbatim(author.name),
        born=str(author.born), place=verbatim(author.place), share=share,
    )  # fmt: skip
    buttons = (
        Button(t("invited.yes"), f"invited/yes/{code}"),
        Button(t("invited.no"), f"invited/no/{code}"),
    )
    return Reply(paragraphs([asked, *_purposes(turn)]), buttons)


def _purposes(turn: Turn) -> list[Text]:
    return [told(turn, p.text) for p in turn.contest.pack.checklist.purposes if p.needed]


def _consents(turn: Turn, code: str, *, given: bool) -> tuple[Consented, ...]:
    needed = [p for p in turn.contest.pack.checklist.purposes if p.needed]
    return tuple(Consented(p.id, version(p), given, "chat", code) for p in needed)


def _agreed(turn: Turn, invitation: Invitation, author: Author, *, yes: bool) -> Outcome:
    joined = Joined(invitation.code, invitation.invitation, "author", author.id, yes)
    name = verbatim(author.name)
    tell = t("authors.told_yes", name=name) if yes else t("authors.told_no", name=name)
    look = Button(t("dossier.look"), f"dossier/open/{invitation.code}")
    return replace(
        say(turn, Reply(t("invited.thanks") if yes else t("invited.refused"))),
        deeds=(joined, *_consents(turn, invitation.code, given=yes)),
        tell=(Tell(invitation.code, ("owner", "helper"), Reply(tell, (look,))),),
    )


def _claiming(turn: Turn, code: str, given: Given, helped: bool) -> Outcome:
    name = title(given)
    if helped:
        asked = t("claim.asked", title=verbatim(name)) if name else t("claim.asked_untitled")
    else:
        asked = t("elsewhere.asked", title=verbatim(name)) if name else t("elsewhere.untitled")
    buttons = (
        Button(t("claim.yes"), f"invited/yes/{code}"),
        Button(t("claim.no"), "menu/open"),
    )
    return say(turn, Reply(paragraphs([asked, *_purposes(turn)]), buttons))


def _claimed(turn: Turn, invitation: Invitation) -> Outcome:
    code = invitation.code
    joined = Joined(code, invitation.invitation, "owner")
    open_it = Button(t("dossier.look"), f"dossier/open/{code}")
    remind = Button(t("remind.start"), f"dossier/remind/{code}")
    told_helper = Reply(t("claim.told", code=codes.shown(code)))
    return replace(
        say(turn, Reply(t("claim.done", code=codes.shown(code)), (open_it, remind, MENU))),
        # nobody has asked them yet whether they want to be reminded
        deeds=(joined, *_consents(turn, code, given=True), Reminding(code, wanted=False)),
        tell=(Tell(code, ("helper",), told_helper),),
    )
