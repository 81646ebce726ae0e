"""What there is to find: one record an operation, for the site's search box."""

from typing import Any

from torchref.catalog import Topic


def records(topics: tuple[Topic, ...], facts: dict[str, Any], files: dict[str, str]) -> list[dict[str, Any]]:
    """Return one record an operation: title, file, summary, all names, phrases, messages, and the prose."""
    return [
        {
            "title": facts[entry.name]["title"],
            "file": files[entry.name],
            "topic": topic.title,
            "summary": entry.summary,
            "names": sorted(
                {name.removeprefix("torch.") for name in facts[entry.name]["names"]}
                | {facts[entry.name].get("operator", entry.name), entry.name}
            ),
            "asked": list(entry.asked),
            "errors": [block.message for block in entry.blocks if block.message],
            "text": " ".join(paragraph for block in entry.blocks for paragraph in block.prose),
        }
        for topic in topics
        for entry in topic.entries
    ]
