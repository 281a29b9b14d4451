"""Handing in one side's form: sealed at once; once both are in, the two are laid side by side by themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from assessor.domain.forms import Respondent
from assessor.domain.instrument import Instrument
from assessor.domain.midterm.midterm import Midterm, MidtermWay, Receipt
from assessor.domain.midterm.mirror import are_identical
from assessor.domain.people import Person
from assessor.domain.text import Text
from assessor.services.desk import Desk
from assessor.storage.repositories.midterms import Handed
from assessor.storage.unit import Unit


class Arrival(StrEnum):
    """How what came in was taken."""

    IN = "binnen"
    SAME = "zelfde"
    OTHER = "anders"
    LATE = "te laat"

    @property
    def word(self) -> Text:
        """The arrival in words."""
        return _ARRIVAL_WORDS[self]


_ARRIVAL_WORDS = {
    Arrival.IN: Text("binnen en verborgen", "in and hidden"),
    Arrival.SAME: Text("al binnen, zelfde inhoud", "in already, same content"),
    Arrival.OTHER: Text(
        "al binnen, andere inhoud: bewaard, de eerste telt tot je anders kiest",
        "in already, other content: kept, the first counts until you choose otherwise",
    ),
    Arrival.LATE: Text("na het openen: bewaard, telt niet mee", "after the opening: kept, does not count"),
}


@dataclass(frozen=True, slots=True)
class HandedIn:
    """How a form was taken in.

    Attributes:
        midterm: as it stands now.
        opened: whether both forms lie side by side since this one.
        identical: whether both hold the same, word for word; only told once they are open.
    """

    midterm: Midterm
    arrival: Arrival
    opened: bool = False
    identical: bool = False


@dataclass(frozen=True)
class Submission:
    """What one side hands in, as it was understood.

    Attributes:
        complete: whether nothing that was expected is empty.
    """

    respondent: Respondent
    handed: Handed
    way: MidtermWay
    complete: bool = field(default=True)


def hand_in(
    unit: Unit, desk: Desk, actor: Person, midterm: Midterm, instrument: Instrument, given: Submission
) -> HandedIn:
    """Seal one side's form, and open both once the other one is in; what came before is never replaced."""
    now = desk.now()
    before = unit.midterms.receipts([midterm.id]).get(midterm.id, [])
    if before and unit.midterms.is_kept(midterm.id, given.respondent, given.handed):
        return HandedIn(midterm, Arrival.SAME)
    late = not midterm.is_sealed or midterm.concluded_at is not None
    first = not any(one.respondent is given.respondent and not one.late for one in before)
    receipt = Receipt(
        desk.new_id(), midterm.id, given.respondent, given.way, given.complete, now, actor.id,
        in_force=first and not late, late=late,
    )  # fmt: skip
    imprint = unit.midterms.keep(receipt, given.handed)
    content = {
        "return": receipt.id, "respondent": given.respondent.value, "way": given.way.value, "late": late,
        "sealed": imprint,
    }  # fmt: skip
    unit.chains.append(midterm.id, kind="form-sealed", actor_id=actor.id, at=now, content=content)
    if late:
        return HandedIn(midterm, Arrival.LATE)
    if not first:
        return HandedIn(midterm, Arrival.OTHER)
    opened = midterm.opened(now, sides_in([*before, receipt]))
    if opened == midterm:
        return HandedIn(midterm, Arrival.IN)
    return HandedIn(opened, Arrival.IN, opened=True, identical=open_up(unit, desk, actor, opened, instrument))


def open_up(unit: Unit, desk: Desk, actor: Person, opened: Midterm, instrument: Instrument) -> bool:
    """Keep that the forms are open from now on; answers whether they hold the same, word for word."""
    unit.midterms.save(opened)
    views = {side: one.answers for side, one in unit.midterms.opened(opened.id).items()}
    identical = are_identical(instrument, views)
    content = {"sides": sorted(side.value for side in views), "reason": opened.reason, "identical": identical}
    unit.chains.append(opened.id, kind="forms-opened", actor_id=actor.id, at=desk.now(), content=content)
    unit.chains.anchor(opened.id, actor_id=actor.id, at=desk.now())
    return identical


def sides_in(receipts: Collection[Receipt]) -> frozenset[Respondent]:
    """The sides whose form is in and counts."""
    return frozenset(one.respondent for one in receipts if one.in_force and not one.late)
