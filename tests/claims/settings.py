"""What the entries of settings say of more cases than they show; the docstring of a check is the sentence."""

import itertools

import pytest
import torch

from tests.claims.inputs import drawn, shapes


@pytest.fixture(autouse=True)
def defaults():
    torch.set_printoptions(profile="default")
    yield
    torch.set_printoptions(profile="default")


def omitted(x):
    return "..." in str(x)


def test_digits_are_printed_not_lost():
    """``precision`` is the number of digits after the point, and ``sci_mode=False`` turns powers of ten off:

    The printout is rounded, but the tensor is not:

    How many digits to print after the point; without powers of ten, a tensor whose floats all lack a fraction, such as
    ``tensor([2.])``, has none.
    """
    for precision in range(1, 9):
        torch.set_printoptions(precision=precision, sci_mode=False)
        for x in (drawn(3) * 1e-6, drawn(3) * 1e9 + 0.5, drawn(2, 2)):
            before = x.tolist()
            text = str(x).split("dtype")[0]
            assert "e+" not in text and "e-" not in text and x.tolist() == before
            assert {len(part.split(".")[1].rstrip("], \n)")) for part in text.split(",") if "." in part} == {precision}
        assert str(torch.tensor([2.0, 300.0])) == "tensor([  2., 300.])" and str(torch.tensor(2.0)) == "tensor(2.)"
        assert str(torch.tensor([2e9])) == "tensor([2000000000.])" and "." + "0" * precision in str(
            torch.tensor([2.0, 0.5])
        ).replace("5", "0")


def test_sci_mode_is_reset():
    """A call without ``sci_mode`` resets it.

    The other settings stay, unless the call or its ``profile`` changes them:
    """
    x = torch.tensor([1e-5, 1 / 3])
    for call in ({"precision": 6}, {"threshold": 9}, {"linewidth": 99}, {"edgeitems": 2}, {}):
        torch.set_printoptions(profile="default", precision=2, sci_mode=False)
        assert "e-" not in str(x)
        torch.set_printoptions(**call)
        assert "e-" in str(x) and (len(str(x)) == len("tensor([1.00e-05, 3.33e-01])")) == ("precision" not in call)
    for profile, digits in (("default", 4), ("short", 2), ("full", 4)):
        torch.set_printoptions(precision=7)
        torch.set_printoptions(profile=profile)
        assert str(torch.tensor(0.5)) == f"tensor({0.5:.{digits}f})"


def test_what_is_omitted():
    """For a tensor with more than ``threshold`` elements, by default 1000, the middle of each long dimension is
    omitted.

    ``profile="full"`` prints the whole tensor, and ``"default"`` restores the defaults:

    ``threshold`` and ``edgeitems`` control what is omitted.

    ``linewidth`` is roughly the number of characters after which a line breaks:

    The number of elements up to which a tensor is printed in full; beyond it, the middle of each long dimension is
    omitted.

    How many elements of each dimension to print at either end of what is omitted.

    Roughly the number of characters after which a line breaks.
    """
    assert [omitted(torch.zeros(n)) for n in (999, 1000, 1001)] == [False, False, True]
    for threshold, edge in itertools.product((1, 10, 30), (1, 2, 3)):
        torch.set_printoptions(threshold=threshold, edgeitems=edge)
        for shape in shapes(1, 3, 7):
            x = torch.zeros(shape)
            assert omitted(x) == (x.numel() > threshold and max(shape) > 2 * edge)
        assert str(torch.arange(100)).count(",") == 2 * edge
        torch.set_printoptions(profile="full")
        assert not omitted(torch.zeros(3000))
        torch.set_printoptions(profile="default")
        assert omitted(torch.zeros(3000)) and not omitted(torch.zeros(1000))
    for width in (20, 40, 100):
        torch.set_printoptions(profile="default", linewidth=width)
        assert width - 6 < max(map(len, str(torch.arange(200)).split("\n"))) <= width


def test_profiles():
    """``"default"``, ``"short"`` or ``"full"``: a set of values for the other settings."""
    found = set()
    for profile in ("default", "short", "full"):
        torch.set_printoptions(profile=profile)
        found.add((str(torch.tensor(1 / 3)), omitted(torch.zeros(2000))))
    assert found == {("tensor(0.3333)", True), ("tensor(0.33)", True), ("tensor(0.3333)", False)}
