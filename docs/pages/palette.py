"""What the palette shows beside the ranking: how operations and other pages look as hits, and its words."""

from collections.abc import Callable
from typing import Any

from docs.pages import gallery
from docs.pages.areas import PRINTABLE, TILES
from docs.pages.context import Site
from torchref.content import catalog
from torchref.content.catalog import Parameters, Topic
from torchref.retrieval import index


def records(topics: tuple[Topic, ...], observed: dict[str, Any], files: dict[str, str], site: Site) -> list[list[str]]:
    """Return how each operation is shown as a hit: its summary, its kind of result, its title and its file.

    The title is left out where it is ``torch.`` and the name, the file where it is the name.
    """
    known = catalog.entries(topics)
    titles = {name: observed["operations"][name]["title"] for name in known}
    return [
        [
            known[name].summary,
            site.mark(name)[0],
            "" if titles[name] == f"torch.{name}" else titles[name],
            "" if files[name] == name else files[name],
        ]
        for name in index.part("ranking")["order"]
    ]


def pages(
    topics: tuple[Topic, ...], translated: tuple[Topic, ...], shared: Parameters, gettext: Callable[[str], str]
) -> list[list[str]]:
    """Return ``[title, address, English title, other words for it]`` of every page that is not an operation's.

    Questions may follow that the page answers best: for those it is the first hit.

    Args:
        topics: the topics in English.
        translated: the same in the language of the site.
        shared: the parameters that are explained once for all.
    """
    _ = gettext
    words = {
        "start": "beginner tutorial pip mirror cpu cuda cv2 opencv hwc chw nhwc nchw glyph missing from font glossary "
        "terms 入门 教程 章节 安装 环境 配置 换源 国内镜像 清华镜像 图像 图片 通道 中文字体 方块 负号 术语 对照表 译法",
        "operations": "a-z index list names",
        "cheat-sheet": "cheatsheet poster summary",
        "numpy-sheet": "cheatsheet poster summary numpy traps pitfalls differences 速查表 陷阱 区别 差异",
        "printable": "print paper a4 list 打印",
        "errors": "error messages traceback exceptions",
        "gallery/index": "examples tutorials pictures figures",
        "numpy-to-torch": "numpy table equivalents",
        "common-parameters": " ".join(["arguments", "keywords", *(one.name for one in shared.entries)]),
        "checked": "tests versions",
        "playground": "views copies strides storage contiguous memory layout try run live stride 视图 拷贝 步幅 内存",
    }
    answered = {
        "start": [
            "install", "install torch", "install pytorch", "pip install torch", "imshow", "plt.imshow", "bgr",
            "bgr to rgb", "bgr 转 rgb", "安装", "安装 torch", "安装 pytorch", "安装pytorch", "pytorch 安装",
            "安装 pytorch 清华镜像", "镜像源", "中文乱码", "乱码", "matplotlib 中文", "matplotlib 中文乱码",
            "matplotlib中文乱码", "中文显示", "术语", "术语对照", "入门教程",
        ],
        "numpy-sheet": [
            "numpy cheat sheet", "cheat sheet numpy", "numpy cheatsheet", "numpy 速查表", "速查表 numpy", "numpy速查表",
        ],
        "printable": ["printable", "print all operations", "打印版", "打印全部操作"],
    }  # fmt: skip
    return [
        *(
            [_(title), f"{page}.html", title, words[page], *answered.get(page, ())]
            for page, title in (TILES | {"printable": PRINTABLE}).items()
        ),
        *(
            [own.title, f"topics/{topic.name}.html", topic.title, topic.name]
            for topic, own in zip(topics, translated, strict=True)
        ),
        *([_(title), f"gallery/{stem}.html", title, ""] for stem, title in gallery.pages()),
    ]


def frame_words(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return what stands around the pages and in the palette, by the keys that the scripts ask for."""
    _ = gettext
    return {
        "topics": _("Topics"),
        "all_topics": _("All topics: {count}"),
        "names": _("All names, A–Z"),
        "gallery": _("Gallery"),
        "search": _("Search the reference"),
        "placeholder": _("squeeze, swap two dimensions, or a pasted error message"),
        "broken": _("The search data could not be loaded."),
        "close": _("Close"),
    }


def search_words(gettext: Callable[[str], str]) -> dict[str, Any]:
    """Return what the search says, by the keys that the scripts ask for."""
    _ = gettext
    return {
        "groups": {
            "name": _("Name"),
            "error": _("Errors"),
            "operation": _("Operations"),
            "parameter": _("Parameters"),
            "page": _("Pages"),
            "gallery": _("Gallery"),
            "numpy": _("NumPy → PyTorch"),
            "recent": _("Recent"),
        },
        "hints": [
            _("A name in any spelling: topk, x.squeeze(), np.concatenate"),
            _("A question: swap two dimensions"),
            _("An error: paste the message or the whole traceback"),
        ],
        "keys": [
            ["↑ ↓", _("Select a result")],
            ["Home End", _("Select the first or the last result")],
            ["Tab", _("Go to the next group")],
            ["Enter", _("Open the selected result")],
            ["Ctrl Enter", _("Open it in a new tab")],
            ["Esc", _("Close")],
            ["Ctrl K /", _("Search from any page")],
        ],
        "all": _("All results: {count}"),
        "count": _("Results: {count}"),
        "nothing": _("Nothing found for “{question}”. Try a name, a word, or a part of the error message."),
        "missing": _("torchref has no page for {name}."),
        "nearest": _("Nearest: {names}").format(names=""),
        "comma": _("{one}, {other}").format(one="", other=""),
        "names": _("All names, A–Z"),
        "reported": _("reported"),
        "everywhere": _("Search the whole reference"),
        "elsewhere": _("Search PyTorch's documentation"),
        "anchor": Site.parameter_id(""),
    }
