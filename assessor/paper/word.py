"""A document to go on writing in: headings, paragraphs and tables in WordprocessingML (ECMA-376), for Word and its kin.

It is written with the standard library. The usual library for this brings lxml along, and where that is installed
openpyxl reads workbooks with it, without the guard that this program reads them with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from assessor.domain.text import Language

SMALLEST = 4_096
"""Bytes of the smallest stream that stands by itself in a compound file."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
Style = Literal["Title", "Heading1", "Normal", "Quiet"]
_TABLE = '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr>'
_A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)


class WordDocument:
    """A document that is being made, from top to bottom.

    Args:
        title: of the document, for viewers; bears no person's name.
        language: in which spelling is checked and screen readers speak.
        made_at: becomes its date.
    """

    def __init__(self, title: str, language: Language, made_at: datetime) -> None:
        self._title, self._language, self._made_at = title, language, made_at
        self._body: list[str] = []

    def add(self, text: str, style: Style = "Normal") -> None:
        """Add a paragraph; line breaks in it stay."""
        self._body.append(_paragraph(text, style))

    def add_room(self, lines: int) -> None:
        """Add empty lines to write on."""
        self._body += [_paragraph("", "Normal")] * lines

    def add_table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        """Add a table whose first row is repeated on each page; `widths` are shares of the line."""
        whole = 9_638  # The width between the margins in twentieths of a point.
        sizes = [whole * width // sum(widths) for width in widths]
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        lines = "".join(_row(row, sizes, is_head=place == 0) for place, row in enumerate((headings, *rows)))
        self._body.append(f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>")
        self._body.append(_paragraph("", "Normal"))

    def content(self) -> bytes:
        """The document as a file (.docx), the same bytes for the same content."""
        document = f"{_HEAD}<w:document {_W}><w:body>{''.join(self._body)}{_A4}</w:body></w:document>"
        parts = {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
            "word/styles.xml": _styles(self._language),
            "docProps/core.xml": self._core(),
        }
        target = BytesIO()
        # Not packed: a file that is to be sealed must not be smaller than `SMALLEST`.
        with ZipFile(target, "w", ZIP_STORED) as archive:
            for name, text in parts.items():
                archive.writestr(ZipInfo(name, _EPOCH), text.encode())
        return target.getvalue()

    def _core(self) -> str:
        moment = self._made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        made = f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        return (
            f"{_HEAD}<cp:coreProperties"
            ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{_clean(self._title)}</dc:title><dc:creator>Assessor</dc:creator>{made}"
            f"<dc:language>{self._language}</dc:language></cp:coreProperties>"
        )


def sealed(content: bytes, code: str) -> bytes:
    """The file encrypted (AES-256, agile encryption of ECMA-376), so that it opens with this code only.

    ValueError for content smaller than `SMALLEST`, which the library writes in a way that nothing can read.
    """
    if len(content) < SMALLEST:
        raise ValueError("too small to be sealed")
    from msoffcrypto.format.ooxml import OOXMLFile

    target = BytesIO()
    OOXMLFile(BytesIO(content)).encrypt(code, target)
    return target.getvalue()


def _clean(text: str) -> str:
    """Text as XML may hold it."""
    return escape("".join(sign for sign in text if sign in "\n\t" or sign.isprintable()))


def _runs(text: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    parts = [f'<w:t xml:space="preserve">{_clean(line)}</w:t>' for line in text.split("\n")]
    return f"<w:r>{look}{'<w:br/>'.join(parts)}</w:r>"


def _paragraph(text: str, style: Style, *, bold: bool = False) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_runs(text, bold=bold) if text else ""}</w:p>'


def _row(cells: Sequence[str], sizes: Sequence[int], *, is_head: bool) -> str:
    look = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else "<w:trPr><w:cantSplit/></w:trPr>"
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{_paragraph(cell, "Normal", bold=is_head)}</w:tc>'
        for cell, size in zip(cells, sizes, strict=True)
    )
    return f"<w:tr>{look}{made}</w:tr>"


_PACKAGE = "application/vnd.openxmlformats-package"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGED = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGED}/content-types">'
    f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_PACKAGE}.core-properties+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGED}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGED}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGED}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}/styles" Target="styles.xml"/></Relationships>'
)


def _style(name: str, shown: str, size: int, extra: str = "", look: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/><w:qFormat/>'
        f'<w:pPr>{extra}</w:pPr><w:rPr>{look}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _styles(language: Language) -> str:
    spoken = "nl-NL" if language == "nl" else "en-GB"
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="D3D9DD"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    keep, above = "<w:keepNext/>", '<w:spacing w:before="360" w:after="120"/>'
    ink = '<w:b/><w:color w:val="14586B"/>'
    return (
        f'{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
        f'<w:sz w:val="22"/><w:lang w:val="{spoken}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + _style("Normal", "Normal", 22)
        + _style("Title", "Title", 40, keep, "<w:b/>")
        + _style("Heading1", "heading 1", 28, f'{keep}{above}<w:outlineLvl w:val="0"/>', ink)
        + _style("Quiet", "Quiet", 20, "", '<w:color w:val="55616B"/>')
        + f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>{edges}'
        "</w:tblBorders></w:tblPr></w:style></w:styles>"
    )  # fmt: skip
