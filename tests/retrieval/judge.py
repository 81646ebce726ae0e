"""How often the ranking puts a right operation first: ``python -m tests.retrieval.judge [-v] [FILE ...]``.

Each file of ``questions`` beside this one holds questions in one language: their kind, the operations that answer them,
and the question. Those who wrote them had not seen the content. Of 200 in each language one half, drawn by a hash, is
``unseen``: never looked at while the ranking and the phrases were worked on, as ``tuned`` and all other files were.
``-v`` lists the questions that fail.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from torchref.retrieval import index

QUESTIONS = Path(__file__).parent / "questions"


class Question(NamedTuple):
    kind: str
    right: tuple[str, ...]
    text: str


class Answer(NamedTuple):
    question: Question
    hits: list[str]

    @property
    def first(self) -> bool:
        return bool(self.hits) and self.hits[0] in self.question.right

    @property
    def third(self) -> bool:
        return any(hit in self.question.right for hit in self.hits[:3])


def read(path: Path) -> list[Question]:
    """Return the questions of a file: tab-separated kind, operations, text; a newline in a text is written ``\\n``."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        kind, right, text = line.split("\t")
        unescaped = text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")
        found.append(Question(kind, tuple(name.strip() for name in right.split(",")), unescaped))
    return found


def judge(path: Path) -> list[Answer]:
    return [Answer(question, [name for name, _ in index.search(question.text)]) for question in read(path)]


def rates(answers: list[Answer]) -> dict[str, tuple[int, int, int]]:
    """Return kind -> (right first, right among three, questions), ``all`` among the kinds."""
    counts: Counter[tuple[str, str]] = Counter()
    for answer in answers:
        for kind in (answer.question.kind, "all"):
            counts[kind, "first"] += answer.first
            counts[kind, "third"] += answer.third
            counts[kind, "number"] += 1
    kinds = sorted({kind for kind, _ in counts})
    return {kind: (counts[kind, "first"], counts[kind, "third"], counts[kind, "number"]) for kind in kinds}


def main(arguments: list[str]) -> int:
    paths = [Path(argument) for argument in arguments if argument != "-v"] or sorted(QUESTIONS.glob("*.tsv"))
    for path in paths:
        answers = judge(path)
        print(path.stem)
        for kind, (first, third, number) in rates(answers).items():
            print(
                f"  {kind:<8} {number:>4} questions  first {first / number:>4.0%}  among three {third / number:>4.0%}"
            )
        for answer in answers if "-v" in arguments else ():
            if not answer.first:
                text = " ".join(answer.question.text.split())
                print(f"    {','.join(answer.question.right)} | {text[-150:]} | found: {', '.join(answer.hits[:4])}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
