"""The gallery scripts: which entries they use, and their Chinese copies made from the executed English pages."""

import ast
import html
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import indent

from docutils.nodes import make_id
from PIL import Image
from sphinx_gallery.gen_gallery import DEFAULT_GALLERY_CONF
from sphinx_gallery.notebook import jupyter_notebook
from sphinx_gallery.py_source_parser import split_code_and_text_blocks
from sphinx_gallery.utils import get_md5sum

from docs.files import copy_if_changed, write_if_changed
from torchref.retrieval.names import resolve

SCRIPTS = Path(__file__).parents[2] / "gallery"
ORDER = (
    "tensor_and_Tensor",
    "arrays_and_tensors",
    "view_reshape_contiguous",
    "dimensions_of_size_1",
    "permute_and_transpose",
    "indexing",
    "gather_and_scatter",
    "broadcasting",
    "joining_and_splitting",
    "dtypes",
    "reductions",
    "products",
    "meshgrid",
    "random_numbers",
    "in_place",
    "the_graph",
    "cost_of_a_view",
    "search_for_w",
    "one_sample_at_a_time",
    "downhill_by_hand",
    "heights_and_weights",
    "fit_a_parabola",
    "a_line_animated",
    "linear_save_and_load",
    "dataloader_and_regression",
    "what_tutorials_get_wrong",
)
"""The pages in the order a newcomer should read them; one that is not listed comes last."""

CROPS = {
    "indexing": (0, 0.375, 0.42, 0.7),
    "dtypes": (0, 0, 0.375, 0.382),
    "products": (0.68, 0.15, 1, 1),
    "random_numbers": (0, 0.33, 1, 0.665),
    "in_place": (0, 0, 0.68, 0.5),
    "the_graph": (0.33, 0, 0.67, 0.43),
    "downhill_by_hand": (0.5, 0.31, 1, 0.61),
    "a_line_animated": (0, 0, 0.37, 0.49),
    "linear_save_and_load": (0.53, 0, 1, 1),
    "dataloader_and_regression": (0, 0, 0.52, 1),
}
"""Pages whose thumbnail is a part of their first figure: its left, top, right and bottom edge, from 0 to 1."""

PHRASES = (
    "Go to the end",
    "to download the full example code.",
    "Download Jupyter notebook: ",
    "Download Python source code: ",
    "Download zipped: ",
)
"""What Sphinx-Gallery itself writes on a page, to be said in Chinese too."""


def scripts() -> list[Path]:
    """Return the scripts in reading order."""
    found = {path.stem: path for path in sorted(SCRIPTS.glob("[!_]*.py"))}
    return [found[stem] for stem in ORDER if stem in found] + [
        path for stem, path in found.items() if stem not in ORDER
    ]


def reading_order(name: str) -> tuple[int, str]:
    """Sphinx-Gallery's sort key of a file name."""
    stem = Path(name).stem
    return (ORDER.index(stem) if stem in ORDER else len(ORDER), stem)


def pages() -> list[tuple[str, str]]:
    """Return ``(stem, title)`` of every page in reading order."""
    return [(path.stem, _title(path)) for path in scripts()]


def uses(names: dict[str, str]) -> dict[str, list[tuple[str, str, int]]]:
    """Return entry name -> the pages that call it, as a function of torch, a method or an attribute.

    Each is ``(stem, title, line)``: the line of its script that calls it first. Those that call it most come first.
    What only NumPy calls so (``x.copy``) is no call of torch's counterpart.

    Args:
        names: every way to write an operation -> its entry.
    """
    found: dict[str, list[tuple[int, str, str, int]]] = {}
    for path in scripts():
        lines: dict[str, list[int]] = {}
        for node in _attributes(ast.parse(path.read_text(encoding="utf-8"))):
            written = ast.unparse(node)
            if f"np.{node.attr}" in names and not {f"torch.{node.attr}", f"torch.Tensor.{node.attr}"} & names.keys():
                continue
            name, _ = resolve(names, "", written if re.fullmatch(r"\w+(\.\w+)+", written) else f"x.{node.attr}")
            if name:
                lines.setdefault(name, []).append(node.lineno)
        for name in sorted(lines):
            found.setdefault(name, []).append((len(lines[name]), path.stem, _title(path), min(lines[name])))
    return {name: [page[1:] for page in sorted(pages, key=lambda page: -page[0])] for name, pages in found.items()}


def use_anchor(file: str) -> str:
    """Return the address, on a page of the gallery, of the paragraph before the first call of an operation.

    ``file`` is the operation's page: names may differ in case alone.
    """
    return f"use-{make_id(file)}"


def mark_uses(text: str, lines: dict[str, int]) -> str:
    """Give the reST of a page an anchor at each paragraph that leads in the first call of an operation.

    Args:
        text: the page, as Sphinx-Gallery writes it.
        lines: page of an operation -> the line of the script that calls it first.
    """
    rows = text.split("\n")
    places: dict[int, list[str]] = {}
    paragraph = 0
    for number, row in enumerate(rows):
        text_starts = re.match(r"[^\s.:=\-]", row) and not rows[number - 1].strip()
        if text_starts and not re.match(r"([=\-~])\1+$", rows[number + 1]):
            paragraph = number
        said = re.match(r"\.\. GENERATED FROM PYTHON SOURCE LINES (\d+)-(\d+)", row)
        if said and paragraph and rows[number + 2].startswith(".. code-block:: Python"):
            inside = [file for file, line in lines.items() if int(said[1]) <= line <= int(said[2])]
            places.setdefault(paragraph, []).extend(inside)
    for number in sorted(places, reverse=True):
        anchors = "".join(f'<span id="{use_anchor(file)}"></span>' for file in places[number])
        rows[number:number] = [".. raw:: html", "", f'   <div class="uses">{anchors}</div>', ""] if anchors else []
    return "\n".join(rows)


_FIGURE = re.compile(
    r"""(?P<code>\.\.\ code-block::\ Python\n(?:\n|\ {4}.*\n)+)  # what draws ...
    (?P<figure>(?:\.\.\ (?:image|image-sg|drawn)::.*\n(?:\n|\ +.*\n)+)+)  # ... and what it drew""",
    re.VERBOSE,
)


def figures_first(text: str, summary: str) -> str:
    """Put each figure in the reST of a page before the code that draws it, which is folded below it.

    Args:
        text: the page, as Sphinx-Gallery writes it.
        summary: what stands on the folded code.
    """
    opened = f'<details class="drawing"><summary>{html.escape(summary)}</summary>'
    return _FIGURE.sub(
        lambda found: (
            f"{found['figure']}.. raw:: html\n\n   {opened}\n\n{found['code']}.. raw:: html\n\n   </details>\n\n"
        ),
        text,
    )


def with_opening(text: str, thumbnail: str, alternative: str) -> str:
    """Show the thumbnail of a page beside the text below its title; it leads to the first figure.

    Args:
        text: the page, its figures before their code.
        thumbnail: the picture, from the root of the source folder on.
        alternative: what it is called.
    """
    anchor = '.. raw:: html\n\n   <div id="figure"></div>\n\n'
    text, figures = re.subn(r"^(?=\.\. (?:image|image-sg|drawn)::)", anchor, text, count=1, flags=re.MULTILINE)
    if not figures:
        return text
    picture = f"   .. image:: /{thumbnail}\n      :alt: {alternative}\n      :target: #figure\n\n"
    return re.sub(
        r'(?<=\n)(={4,}\n)\s*(\.\. raw:: html\n\n   <div class="uses">.*?\n)?(.*?)(?=\.\. GENERATED FROM)',
        lambda found: (
            f"{found[1]}\n{found[2] or ''}\n.. container:: prelude\n\n{indent(found[3].strip(), ' ' * 3)}\n\n{picture}"
        ),
        text,
        count=1,
        flags=re.DOTALL,
    )


def _attributes(tree: ast.Module) -> list[ast.Attribute]:
    """Every ``a.b`` of a script, but for those of modules other than torch (``np.mean`` is not torch's mean)."""
    modules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    } - {"torch"}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id in modules)
    ]


def costs(folder: Path) -> dict[str, tuple[float, float]]:
    """Return script -> ``(seconds, when)`` of its last execution, as Sphinx-Gallery left it in its output folder."""
    return {
        path.name: (float(json.loads(path.read_text(encoding="utf-8"))["time"]), path.stat().st_mtime)
        for path in folder.glob("*.cost.json")
    }


def changed(folder: Path) -> list[Path]:
    """Return the scripts that Sphinx-Gallery is going to execute: those whose sum it has not left in its folder."""
    sums = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.py.md5")}
    return [path for path in scripts() if sums.get(f"{path.name}.md5") != get_md5sum(path, mode="t")]


def messages() -> list[str]:
    """Return what there is to translate: paragraphs and headings of the scripts, and Sphinx-Gallery's own phrases."""
    found = list(PHRASES)
    for path in [SCRIPTS / "GALLERY_HEADER.rst"]:
        _translate_text(path.read_text(encoding="utf-8"), lambda message: found.append(message) or message)
    for path in scripts():
        for block in split_code_and_text_blocks(path)[1]:
            if block.type == "text":
                _translate_text(block.content, lambda message: found.append(message) or message)
    return list(dict.fromkeys(found))


def translate(english: Path, chinese: Path, gettext: Callable[[str], str]) -> None:
    """Make the Chinese gallery from the executed English one: pages, scripts and notebooks; nothing is executed.

    ``english`` and ``chinese`` are Sphinx-Gallery's output folders in the two source folders.
    """
    for path in english.rglob("*"):
        if path.suffix in {".png", ".svg", ".gif", ".webp"}:
            copy_if_changed(path, chinese / path.relative_to(english))
    if (english / "index.rst").exists():
        header = (SCRIPTS / "GALLERY_HEADER.rst").read_text(encoding="utf-8")
        text = (english / "index.rst").read_text(encoding="utf-8")
        text = text.replace(header.strip(), _translate_text(header, gettext).strip())
        for path in scripts():
            title, intro = _title(path), _intro(path)
            text = text.replace(f">{title}<", f">{gettext(title)}<")
            text = re.sub(f'tooltip="{re.escape(intro[:40])}[^"]*"', f'tooltip="{gettext(intro)}"', text)
        write_if_changed(chinese / "index.rst", _with_anchors(header, text))
    for path in scripts():
        if (english / f"{path.stem}.rst").exists():
            _translate_page(path, english, chinese, gettext)


def _translate_page(path: Path, english: Path, chinese: Path, gettext: Callable[[str], str]) -> None:
    page = (english / f"{path.stem}.rst").read_text(encoding="utf-8")
    script = path.read_text(encoding="utf-8")
    for phrase in PHRASES:
        page = page.replace(phrase, gettext(phrase))
    translated = []
    english_text = []
    for block in split_code_and_text_blocks(path)[1]:
        if block.type != "text":
            translated.append(block)
            continue
        english_text.append(block.content)
        content = _translate_text(block.content, gettext)
        page = page.replace(block.content.strip(), content.strip())
        script = script.replace(_commented(block.content), _commented(content))
        script = script.replace(block.content.strip(), content.strip())
        translated.append(block._replace(content=content))
    write_if_changed(chinese / f"{path.stem}.rst", _with_anchors("\n\n".join(english_text), page))
    notebook = jupyter_notebook(translated, DEFAULT_GALLERY_CONF, str(chinese))
    files = {
        path.name: script,
        f"{path.stem}.ipynb": json.dumps(notebook, ensure_ascii=False, indent=1),
    }
    for name, text in files.items():
        write_if_changed(chinese / name, text)
    pack(chinese, path.stem)


def crop_thumbnails(folder: Path) -> None:
    """Cut out the part of its first figure that is the thumbnail of a page, in Sphinx-Gallery's output folder."""
    for stem, (left, top, right, bottom) in CROPS.items():
        figure = folder / "images" / f"sphx_glr_{stem}_001.png"
        if figure.exists():
            with Image.open(figure) as whole:
                box = (left * whole.width, top * whole.height, right * whole.width, bottom * whole.height)
                made = io.BytesIO()
                whole.crop(tuple(map(round, box))).save(made, "png", optimize=True)
            write_if_changed(folder / "images" / "thumb" / f"sphx_glr_{stem}_thumb.png", made.getvalue())


def pack(folder: Path, stem: str) -> None:
    """Put the script and the notebook of a page into its zip, which is the same from the same files at any time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in (f"{stem}.py", f"{stem}.ipynb"):
            packed.writestr(zipfile.ZipInfo(name), (folder / name).read_bytes())
    write_if_changed(folder / f"{stem}.zip", made.getvalue())


def _commented(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.strip().split("\n"))


def _with_anchors(english: str, page: str) -> str:
    """Put the anchors of the English headings into the first line of a Chinese page."""
    found: list[str] = []
    for paragraph in _paragraphs(english):
        if _is_heading(paragraph):
            found.append(make_id(paragraph.strip("\n").split("\n")[0]))
    return f":anchors: {' '.join(found)}\n" + ("" if page.startswith(":") else "\n") + page


def _is_heading(paragraph: str) -> bool:
    lines = paragraph.strip("\n").split("\n")
    return len(lines) == 2 and set(lines[1]) in ({"="}, {"-"})


def _translate_text(text: str, gettext: Callable[[str], str]) -> str:
    """Translate reST paragraph by paragraph; headings get a longer underline, directives stay as they are."""
    made = []
    for paragraph in _paragraphs(text):
        lines = paragraph.strip("\n").split("\n")
        if _is_heading(paragraph):
            title = gettext(lines[0])
            made.append(f"{title}\n{lines[1][0] * (2 * len(title) + 2)}")
        elif paragraph.startswith((" ", "..", ":")) or not paragraph.strip():
            made.append(paragraph.strip("\n"))
        else:
            made.append(gettext(" ".join(paragraph.split())))
    return "\n\n".join(made) + "\n"


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.strip("\n").replace("\r", "").split("\n\n") if part.strip()]


def _intro(path: Path) -> str:
    """The paragraph below the title, on one line."""
    paragraphs = _paragraphs(split_code_and_text_blocks(path)[1][0].content)
    return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""


def _title(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stem
    return docstring.strip().split("\n")[0]
