"""A problem names the line on which an author finds it."""

from __future__ import annotations

import tomllib

import pytest

from assessor.instruments.lines import lines_of
from tests.instruments.authoring import SHIPPED, shipped_text


def leaves(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], object]]:
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in leaves(part, (*path, key))]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [leaf for place, part in enumerate(value) for leaf in leaves(part, (*path, place))]
    return [(path, value)]


@pytest.mark.parametrize("form", SHIPPED)
def test_every_text_of_a_shipped_form_stands_on_the_line_that_is_named(form: str):
    text = shipped_text(form)
    lines, found = text.split("\n"), lines_of(text)
    texts = [(path, value) for path, value in leaves(tomllib.loads(text)) if isinstance(value, str)]

    assert texts
    for path, value in texts:
        assert value in lines[found[path] - 1]


def test_lines_are_found_among_everything_that_toml_allows():
    text = '''\
# comment = 1
"quoted key" = 1
'literal.key'.inner = 2 # [not a header]
many = [
  "a]", # ]
  'b[',
  { c = 1 },
]
long = """
fake = 1
with "" quotes and \\""" escaped""""
raw = QQQ
[fake]
it''s QQQ
after = 1979-05-27

[table . sub] # header
key = "x = 1"
[[list]]
first = {a = 1, b = [1,
2]}
[[list.inner]]
a.b.c = 1
[[list]]
second = 2
[list.inner]
deep = 3
'''.replace("QQQ", "'''")
    tomllib.loads(text)
    found = lines_of(text)

    assert {path: line for path, line in found.items() if "fake" not in path} == found
    assert found["quoted key",] == 2
    assert found["literal.key", "inner"] == 3
    assert found["many",] == 4
    assert found["long",] == 9
    assert found["raw",] == 12
    assert found["after",] == 15
    assert found["table", "sub", "key"] == 18
    assert found["list", 0, "first"] == 20
    assert found["list", 0, "inner", 0, "a", "b", "c"] == 23
    assert found["list", 1, "second"] == 25
    assert found["list", 1, "inner", "deep"] == 27


def test_an_empty_file_has_no_lines():
    assert lines_of("") == {}
    assert lines_of("# only a comment\n") == {}


def test_a_last_line_without_a_line_end_is_found_too():
    assert lines_of('a = 1\nb.c = "x"') == {("a",): 1, ("b",): 2, ("b", "c"): 2}
