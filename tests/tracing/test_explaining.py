"""A block is explained line by line, and computes what it computes without; compiled and transformed code too."""

import contextlib
import subprocess
import sys
import threading
import traceback

import pytest
import torch

from tests.tracing.tensors import numbers
from torchref.tracing.explanation import explain, explaining

F = torch.nn.functional
pytestmark = pytest.mark.usefixtures("english")


def test_lines_of_a_block(capsys):
    x = numbers(2, 3)
    with explaining() as lines:
        y = x.t()
        z = torch.cat(
            [y, y.neg()],
        )
        assert z.shape == (6, 2) and len(z) == 6 and str(z)
        z += 1
    assert [line.source for line in lines] == [
        "y = x.t()",
        "z = torch.cat(\n    [y, y.neg()],\n)",
        "z += 1",
    ]
    assert [[call.title for call in line.calls] for line in lines] == [
        ["Tensor.t"],
        ["Tensor.neg", "torch.cat"],
        ["Tensor.add_"],
    ]
    assert [line.number for line in lines] == [lines[0].number + step for step in (0, 1, 5)]
    assert [call.kind for line in lines for call in line.calls] == ["view", "new", "new", "self"]
    printed = capsys.readouterr().out
    assert printed == "".join(f"{line}\n" for line in lines)
    assert f"line {lines[0].number}: y = x.t()\n  Tensor.t(self): a view of self" in printed
    assert "<pre>line" in lines[0]._repr_html_()


def test_calls_in_functions_and_layers_belong_to_the_line():
    def helper(x):
        y = x + 1
        return torch.sum(y)

    layer = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.ReLU())
    with explaining() as lines:
        helper(numbers(2))
        layer(torch.ones(1, 2))
    assert [line.source for line in lines] == ["helper(numbers(2))", "layer(torch.ones(1, 2))"]
    assert [call.title for call in lines[0].calls][-2:] == ["Tensor.add", "torch.sum"]
    assert [call.title for call in lines[1].calls] == [
        "torch.ones",
        "torch.nn.functional.linear",
        "torch.nn.functional.relu",
    ]


def test_calls_that_read_alike_stand_there_once():
    x = torch.zeros(2)
    with explaining() as lines:
        for _ in range(3):
            x += 1
    assert len(lines) == 1 and len(lines[0].calls) == 3
    assert str(lines[0]).count("Tensor.add_") == 1 and str(lines[0]).endswith("\n    3 calls like this")


def test_reading_is_left_out_and_attributes_that_are_views_are_not():
    x = numbers(2, 3)
    with explaining() as lines:
        x.shape, x.dtype, x.device, x.grad, x.is_leaf, x.size(), x.stride(), x.dim(), x.data_ptr(), repr(x), f"{x}"
        _ = x.T
        with torch.no_grad():
            pass
    assert [call.title for line in lines for call in line.calls] == ["Tensor.T"]


def test_head_of_a_loop_is_a_line_of_its_own():
    x = numbers(2, 3)
    with explaining() as lines:
        for row in x:
            row.neg()
    assert [line.source for line in lines] == ["for row in x:", "row.neg()"]


def test_an_exception_goes_on_and_is_explained(capsys):
    with pytest.raises(RuntimeError, match="invalid for input"), explaining() as lines:
        numbers(2, 3).view(5)
    assert lines[-1].calls[-1].kind == "error"
    assert "Tensor.view(self, 5) failed:\n    RuntimeError: shape" in capsys.readouterr().out
    with pytest.raises(ZeroDivisionError), explaining() as lines:
        torch.zeros(2)
        1 / 0  # noqa: B018
    assert len(lines) == 1


def test_code_without_source(capsys):
    names = {"torch": torch, "explaining": explaining}
    exec(compile("with explaining() as lines:\n    x = torch.zeros(2)\n    x = x + 1\n", "<stdin>", "exec"), names)
    assert [(line.number, line.source) for line in names["lines"]] == [(2, ""), (3, "")]
    assert "line 3: Tensor.add\n" in capsys.readouterr().out


def test_nested_blocks():
    x = numbers(2, 3)
    with explaining() as outer:
        with explaining() as inner:
            x.t()
        x.neg()
    assert [call.title for line in inner for call in line.calls] == ["Tensor.t"]
    assert [call.title for line in outer for call in line.calls] == ["Tensor.t", "Tensor.neg"]
    assert [line.source for line in outer] == ["x.t()", "x.neg()"]
    block = explaining()
    with block, pytest.raises(RuntimeError, match="call explaining\\(\\) again"):
        block.__enter__()


def test_through_an_exit_stack_and_explain_within():
    x = numbers(2, 3)
    with contextlib.ExitStack() as stack:
        lines = stack.enter_context(explaining())
        found = explain(torch.t, x)
    assert found.kind == "view"
    assert [line.source for line in lines] == ["found = explain(torch.t, x)"]


def test_other_threads_are_not_seen():
    with explaining() as lines:
        thread = threading.Thread(target=lambda: torch.zeros(2) + 1)
        thread.start()
        thread.join()
    assert lines == []


def test_block_computes_what_it_computes_without():
    def work():
        with torch.random.fork_rng():
            torch.manual_seed(0)
            x = torch.rand(3, 2, requires_grad=True)
            y = (x.t() @ x).relu().sum()
            y.backward()
            return x.grad.tolist(), torch.get_rng_state().tolist()[:64], x._version

    plain = work()
    with explaining() as lines:
        explained = work()
    assert explained == plain and len(lines) == 1


def relu_sum(x):
    return x.relu().sum()


def broken(x):
    y = x.relu()
    torch._dynamo.graph_break()
    return y.sum()


def run_inside(function, x):
    """Forward and backward, in a block: the result, the gradient, and the calls that were explained."""
    x = x.clone().requires_grad_()
    with explaining() as lines:
        result = function(x)
        result.sum().backward()
    return result.tolist(), x.grad.tolist(), [call.title for line in lines[:1] for call in line.calls]


@pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor that is not a leaf")
@pytest.mark.parametrize("function", [relu_sum, broken])
@pytest.mark.parametrize("before", [True, False], ids=["compiled before", "compiled inside"])
def test_compiled_function_is_explained_call_by_call(function, before):
    compilations = []

    def backend(graph, inputs):
        compilations.append(graph)
        return graph

    compiled = torch.compile(function, backend=backend)
    x = numbers(2, 3)
    if before:
        compiled(x.clone().requires_grad_())
    count = len(compilations)
    expected = (15.0, [[0.0, 1.0, 1.0], [1.0, 1.0, 1.0]], ["Tensor.relu", "Tensor.sum"])
    for _ in range(10):
        assert run_inside(compiled, x) == expected
    assert len(compilations) == count, "nothing is compiled in a block"
    assert compiled(x.clone().requires_grad_()).item() == 15
    assert len(compilations) > 0, "after the block it runs compiled"
    with explaining():
        assert run_inside(compiled, x) == expected
        assert compiled(x).item() == 15
    assert compiled(x).item() == 15


def test_stance_of_the_compiler_is_put_back():
    import torch._dynamo

    def stance():
        return torch._dynamo.eval_frame._stance.stance

    with torch.compiler.set_stance("eager_on_recompile"):
        with contextlib.suppress(ZeroDivisionError), explaining():
            with explaining():
                assert stance() == "force_eager"
            assert stance() == "force_eager"
            1 / 0  # noqa: B018
        assert stance() == "eager_on_recompile"
    assert stance() == "default"


def test_block_inside_a_compiled_function():
    def function(x):
        with explaining():
            y = x.relu()
        return y.sum()

    assert torch.compile(function, backend="eager")(numbers(2, 3)).item() == 15


@pytest.mark.parametrize("backend", ["eager", "aot_eager"])
def test_first_compilation_of_the_process_in_a_block(backend):
    """Entering a block does not load the compiler, which takes seconds; what a block compiles is right nevertheless."""
    script = f"""
import sys, torch, torchref
compiled, x = lambda x: x.relu().sum(), torch.ones(2, 4, requires_grad=True)
with torchref.explaining():
    torch.ones(2)
    assert "torch._dynamo" not in sys.modules
    compiled = torch.compile(compiled, backend={backend!r})
    inside = compiled(x)
    inside.backward()
assert inside.item() == compiled(x).item() == 8, inside
assert torch.equal(x.grad, torch.ones(2, 4))
with torchref.explaining() as lines:
    assert compiled(x).item() == 8
assert [call.title for call in lines[0].calls][:2] == ["Tensor.relu", "Tensor.sum"], lines
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def module():
    return torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.Sigmoid())


def checkpointed(x):
    return torch.utils.checkpoint.checkpoint(lambda x: F.dropout(x * x), x, use_reentrant=False)


def autocast(x):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return x @ x.T


def in_a_thread(x):
    found = []
    thread = threading.Thread(target=lambda: found.append(x * 2))
    thread.start()
    thread.join()
    return found[0]


TRANSFORMS = {
    "jit.script": lambda x: torch.jit.script(module())(x),
    "jit.trace": lambda x: torch.jit.trace(relu_sum, torch.ones(2, 3))(x),
    "vmap": lambda x: torch.func.vmap(relu_sum)(x),
    "grad": lambda x: torch.func.grad(relu_sum)(x) + x * 0,
    "jacrev": lambda x: torch.func.jacrev(lambda x: x.sin())(x),
    "hessian": lambda x: torch.func.hessian(lambda x: x.sin().sum())(x),
    "checkpoint": checkpointed,
    "autocast": autocast,
    "fx": lambda x: torch.fx.symbolic_trace(module())(x),
    "export": lambda x: torch.export.export(module(), (torch.ones(2, 3),)).module()(x),
    "export, strict": lambda x: torch.export.export(module(), (torch.ones(2, 3),), strict=True).module()(x),
    "thread": in_a_thread,
}


@pytest.mark.parametrize("name", TRANSFORMS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore:.torch.jit:FutureWarning")
def test_transformed_function_computes_what_it_computes_without(name):
    def work():
        with torch.random.fork_rng():
            torch.manual_seed(0)
            x = torch.rand(2, 3, requires_grad=True)
            result = TRANSFORMS[name](x)
            result.sum().backward()
            return result.tolist(), x.grad.tolist()

    plain = work()
    with explaining() as lines:
        explained = work()
    assert explained == plain == work()
    assert lines


def test_exception_that_leaves_a_block_ends_in_the_callers_code():
    def fail(x):
        return x.view(7)

    with pytest.raises(RuntimeError) as caught, explaining(), explaining():
        fail(numbers(3))
    frames = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert frames == ["test_exception_that_leaves_a_block_ends_in_the_callers_code", "fail"]
