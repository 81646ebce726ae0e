"""docutils makes the states of its parser when they are entered.

It would make all fifteen of them, each with its table of transitions, for every nested part of a page, and enter one or
two: a sixth of the time that a page takes. What is parsed is the same.
"""

from typing import Any

from docutils.statemachine import State, StateMachine


class States(dict[str, State]):
    """The states of a machine by the names of their classes."""

    def __init__(self, machine: StateMachine, classes: list[type[State]]) -> None:
        super().__init__()
        self.machine = machine
        self.classes = {made.__name__: made for made in classes}

    def __missing__(self, name: str) -> Any:
        state = self[name] = self.classes[name](self.machine, self.machine.debug)
        if hasattr(self.machine, "memo"):  # it runs already; when it starts, it initializes those that there are
            state.runtime_init()
        return state


def make_when_entered() -> None:
    StateMachine.add_states = lambda machine, classes: setattr(machine, "states", States(machine, classes))
