"""The contest of today: what the release says, and what was proposed, decided and done since. Pure.

What was done is applied in the order of doing, and kept nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from contest.amending import amended
from contest.pack import Pack
from contest.proposals import NoLongerFits, Proposal
from contest.slips import PackError
from contest.staff import ProposalKind
from contest.teaching import taught


def corrected(pack: Pack, proposal: Proposal) -> Pack:
    try:
        return amended(pack, [proposal.detail])
    except PackError as error:
        raise NoLongerFits(str(error)) from error


# of the kinds that change what the contest says: the pack as it is with it. Raises NoLongerFits
Applied = Callable[[Pack, Proposal], Pack]
APPLIES: Mapping[ProposalKind, Applied] = {"fact": corrected, "teaching": taught}


def of_today(pack: Pack, done: Iterable[Proposal]) -> tuple[Pack, tuple[Proposal, ...]]:
    """The pack with what was done, in its order; and what this release has no place for."""
    left_out = []
    for proposal in done:
        applied = APPLIES.get(proposal.kind)
        if applied is None:
            continue
        try:
            pack = applied(pack, proposal)
        except NoLongerFits:
            left_out.append(proposal)
    return pack, tuple(left_out)
