"""A recovery code survives handwriting, and a mistake in it is named by its group."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from assessor.domain.errors import KnownError
from assessor.storage.recovery import _SIGNS, new_code, read_code


def test_a_code_is_seven_groups_of_five() -> None:
    groups = new_code().split("-")
    assert [len(group) for group in groups] == [5] * 7
    assert not set("".join(groups)) & set("0OILU")
    assert new_code() != new_code()


def test_a_code_is_read_as_people_write_it() -> None:
    code = new_code()
    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code(code.replace("-", "").replace("1", "l")) == code
    assert read_code(f"  {code.replace('-', '–')}\n") == code


@given(st.data())
def test_every_single_wrong_sign_is_found_and_its_group_named(data: st.DataObject) -> None:
    signs = list(new_code().replace("-", ""))
    place = data.draw(st.integers(0, len(signs) - 1))
    signs[place] = data.draw(st.sampled_from(sorted(set(_SIGNS + "0OU?") - {signs[place]})))
    with pytest.raises(KnownError, match="recovery-code-mistyped") as refusal:
        read_code("".join(signs))
    assert f"Groepje {place // 5 + 1} " in refusal.value.what.nl


@given(st.integers(0, 34), st.integers(0, 34))
def test_every_exchange_of_two_signs_is_found(one: int, other: int) -> None:
    code = new_code()
    signs = list(code.replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    if "".join(signs) != code.replace("-", "") and one // 5 == other // 5 and 4 not in (one % 5, other % 5):
        with pytest.raises(KnownError, match="recovery-code-mistyped"):
            read_code("".join(signs))


@pytest.mark.parametrize("typed", ["", "ABC", "1" * 34, "1" * 36])
def test_half_a_code_is_incomplete(typed: str) -> None:
    with pytest.raises(KnownError, match="recovery-code-incomplete"):
        read_code(typed)
