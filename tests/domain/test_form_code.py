"""A code that is printed, read aloud and typed over names one form, or is seen to be wrong."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.form_code import ALPHABET, codes_in, new_code, printed, read_code

CODES = st.integers(0, 2**32).map(lambda seed: new_code(random.Random(seed).randrange))


@given(CODES)
def test_a_code_is_read_as_it_was_printed_and_as_people_type_it(code: str) -> None:
    assert read_code(printed(code)) == code
    assert read_code(f" {code.lower().replace('0', 'o').replace('1', 'l')} ") == code


@given(CODES, st.integers(0, 8), st.sampled_from(ALPHABET))
def test_a_misread_sign_is_seen(code: str, place: int, sign: str) -> None:
    misread = code[:place] + sign + code[place + 1 :]
    # 0 and Z differ by 31, the modulus: the one pair that the check sign cannot tell apart.
    if sign != code[place] and {sign, code[place]} != {"0", "Z"}:
        assert read_code(misread) is None


@pytest.mark.parametrize("typed", ["", "K7PWA", "K7PWA-3QHD", "K7PWA-3QHDXX", "ÄÄÄÄÄ-ÄÄÄÄÄ"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_codes_are_found_in_the_text_of_a_page_each_once() -> None:
    first, second = new_code(random.Random(1).randrange), new_code(random.Random(2).randrange)
    text = f"Formuliercode {printed(first)}\nPagina 1 van 2 {printed(second)} {printed(first)} 12345-67890 XK7PWA-3QHDX"
    assert codes_in(text) == (first, second)
