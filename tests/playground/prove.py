"""``python -m tests.playground.prove 20000``: compare the engine with torch on that many random programs, in node."""

import collections
import json
import subprocess
import sys

import torch

from tests.playground import compare

BATCH = 1000
RUN = """
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(reportPrograms(JSON.parse(text))));
"""


def reported(programs):
    """Return what the engine finds out of the programs, run by node."""
    script = "\n".join([*(path.read_text(encoding="utf-8") for path in compare.SCRIPTS), RUN])
    ran = subprocess.run(["node", "-e", script], input=json.dumps(programs), capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    return json.loads(ran.stdout)


def main(count, first=0):
    torch.set_num_threads(1)
    agree = steps = raised = stopped = 0
    errors, kinds = set(), collections.Counter()
    for start in range(first, first + count, BATCH):
        drawn = compare.drawn(range(start, min(start + BATCH, first + count)))
        for seed, ((program, ours), engine) in enumerate(
            zip(drawn, reported([one for one, _ in drawn]), strict=True), start
        ):
            wrong = list(compare.differences(ours, engine))
            steps += len(ours.steps)
            stopped += any(step["unclear"] for step in engine["steps"])
            if ours.error:
                raised += 1
                errors.add(ours.error["message"].split("(")[0][:40])
            if wrong:
                kinds[wrong[0].split(": ", 1)[-1][:40]] += 1
                if sum(kinds.values()) <= 12:
                    print(f"--- seed {seed}\n{program}\n" + "\n".join(wrong[:3]))
            else:
                agree += 1
    print(f"{agree} of {count} programs agree with torch {torch.__version__}: {steps} steps, {raised} errors.")
    print(f"{stopped} were compared only up to a write whose result depends on the order of the elements.")
    return agree == count


if __name__ == "__main__":
    sys.exit(not main(*map(int, sys.argv[1:] or ["2000"])))
