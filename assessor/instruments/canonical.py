"""One byte form of an instrument (RFC 8785), its fingerprint, and the way back years later.

The canonical form holds the whole text, also what the TOML file shares by reference, and nothing of its layout.
Format 1 is fixed: a field that the domain gains later is left out while it has its default, so that fingerprints of
old instruments stay what they are.
"""

from __future__ import annotations

import hashlib

import rfc8785

from assessor.domain.instrument import Criterion, Instrument, Model, Rule, Scale
from assessor.domain.text import Text
from assessor.instruments.thawing import FORMAT, damaged, thaw

_Json = dict[str, "_Value"]
_Value = str | int | bool | None | list["_Value"] | _Json


def canonical(instrument: Instrument) -> bytes:
    """The instrument as canonical JSON in UTF-8 (RFC 8785): equal instruments give equal bytes."""
    return rfc8785.dumps(_instrument(instrument))


def fingerprint(instrument: Instrument) -> str:
    """The sha256 of the canonical form, 64 hexadecimal digits (controlegetal)."""
    return hashlib.sha256(canonical(instrument)).hexdigest()


def to_json(instrument: Instrument) -> str:
    """The canonical form as text, to be kept; its sha256 in UTF-8 is the fingerprint."""
    return canonical(instrument).decode("utf-8")


def from_json(stored: str, known: str | None = None) -> Instrument:
    """The instrument of a stored text; exactly the one that `to_json` was given.

    Args:
        stored: what `to_json` made.
        known: its fingerprint, where that was kept too: then any altered sign is found.

    Raises:
        KnownError: ``instrument-newer`` when a newer program wrote it; ``instrument-damaged`` when the text is not,
            to the last sign, what `to_json` makes, or has another fingerprint.
    """
    instrument = thaw(stored, to_json)
    if known is not None and hashlib.sha256(stored.encode()).hexdigest() != known:
        raise damaged()
    return instrument


def _text(text: Text) -> _Json:
    return {"nl": text.nl, "en": text.en}


def _maybe(text: Text | None) -> _Value:
    return None if text is None else _text(text)


def _instrument(instrument: Instrument) -> _Json:
    return {
        "format": FORMAT,
        "id": instrument.id,
        "version": instrument.version,
        "kind": instrument.kind.value,
        "status": instrument.status.value,
        "title": _text(instrument.title),
        "programme": instrument.programme,
        "variants": list(instrument.variants),
        "phases": [
            {"code": phase.code, "name": _text(phase.name), "line": _text(phase.line)} for phase in instrument.phases
        ],
        "models": [_model(model) for model in instrument.models],
        "valid_from": instrument.valid_from.isoformat(),
        "valid_until": instrument.valid_until.isoformat() if instrument.valid_until else None,
        "rule": _rule(instrument.rule) if instrument.rule else None,
        "published": _maybe(instrument.published),
        "introduction": _maybe(instrument.introduction),
        "closing_questions": [_text(question) for question in instrument.closing_questions],
        "formative_questions": [_text(question) for question in instrument.formative_questions],
        "source": _maybe(instrument.source),
    }


def _scale(scale: Scale) -> _Json:
    return {
        "code": scale.code,
        "levels": [
            {
                "code": level.code,
                "name": _text(level.name),
                "outcome": None if level.outcome is None else level.outcome.letter,
                "standard": _maybe(level.standard),
            }
            for level in scale.levels
        ],
        "not_observed": _text(scale.not_observed),
    }


def _model(model: Model) -> _Json:
    return {
        "code": model.code,
        "number": model.number,
        "title": _text(model.title),
        "ground": _text(model.ground),
        "scale": _scale(model.scale),
        "criteria": [_criterion(criterion) for criterion in model.criteria],
        "needs_source": model.needs_source,
        "needs_activity": model.needs_activity,
        "formative": [
            {"code": item.code, "title": _text(item.title), "free_title": item.free_title} for item in model.formative
        ],
    }


def _criterion(criterion: Criterion) -> _Json:
    return {
        "code": criterion.code,
        "name": _text(criterion.name),
        "descriptors": {level: _text(text) for level, text in criterion.descriptors.items()},
        "critical": criterion.critical,
        "references": list(criterion.references),
        "questions": {respondent: _text(text) for respondent, text in criterion.questions.items()},
    }


def _rule(rule: Rule) -> _Json:
    return {
        "family": rule.family.value,
        "models": {
            code: {"max_insufficient": model.max_insufficient, "good_needed": model.good_needed}
            for code, model in rule.models.items()
        },
        "max_insufficient_total": rule.max_insufficient_total,
        "max_unobserved": rule.max_unobserved,
        "max_unobserved_total": rule.max_unobserved_total,
        "good_models": rule.good_models,
        "pivot": rule.pivot,
        "departure_within_pass": rule.departure_within_pass.value,
        "departure_across_cut": rule.departure_across_cut.value,
        "in_words": [_text(line) for line in rule.in_words],
    }
