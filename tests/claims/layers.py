"""What the entries of layers and losses say of more cases than they show; the docstring is the sentence."""

import math
import warnings

import pytest
import torch
from torch import nn

from tests.claims.inputs import DTYPES, FLOATS, INTEGERS, SEEDS, drawn, raises

LOSS, SQUARES = nn.CrossEntropyLoss, nn.MSELoss


def test_what_is_registered():
    """Layers in a plain list and plain tensors are not registered: they are silently not trained, not saved and not
    moved.
    """
    model, layer, weight = nn.Module(), nn.Linear(1, 1), torch.ones(1, requires_grad=True)
    model.list, model.dict, model.tuple, model.tensor = [layer], {"a": layer}, (layer,), weight
    assert not list(model.parameters()) and not model.state_dict() and model.to("meta") is model
    assert {layer.weight.device.type, weight.device.type} == {"cpu"}
    model.list, model.tensor = nn.ModuleList([layer]), nn.Parameter(weight)
    assert [x.device.type for x in model.to("meta").parameters()] == ["meta"] * 3 and len(model.state_dict()) == 3


def test_assigned_too_early():
    """A layer assigned before ``super().__init__()`` raises."""
    for layer in (nn.Linear(1, 1), nn.ReLU(), nn.ModuleList()):
        early = nn.Module.__new__(nn.Module)
        with pytest.raises(AttributeError, match="before Module"):
            early.layer = layer


def test_hooks_run():
    """Call the model itself, not its ``forward``, so that hooks run too:"""
    ran, model = [], nn.Linear(1, 1)
    model.register_forward_hook(lambda *_: ran.append(1))
    model.forward(torch.ones(1)), model(torch.ones(1))
    assert ran == [1]


def test_containers():
    """``ModuleList`` holds layers like a list, but does not implement ``forward``.

    Call its layers one by one, or use ``torch.nn.Sequential``, which calls them in order:
    """
    layers, x = [nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1)], drawn(4, 2).float()
    assert raises(nn.ModuleList(layers), x) is NotImplementedError
    listed = nn.ModuleList(layers)
    assert listed[-1] is layers[-1] and list(listed) == layers and len(listed) == 3 and list(listed[1:]) == layers[1:]
    assert nn.Sequential(*layers)(x).equal(layers[2](layers[1](layers[0](x))))


def test_linear_computes_over_the_last_dimension():
    """Calling the layer computes ``x @ weight.T + bias`` over the last dimension, and keeps the dimensions before it.

    A new layer has random weights between -1/√in and 1/√in, so the example sets them:

    Its weight has shape (out, in):
    """
    for inputs, outputs in [(1, 1), (3, 2), (100, 50)]:
        layer = nn.Linear(inputs, outputs, dtype=torch.float64)
        assert layer.weight.shape == (outputs, inputs)
        most = torch.cat([layer.weight.flatten(), layer.bias]).abs().max()
        assert most <= 1 / math.sqrt(inputs) and (inputs < 100 or most > 0.09)
        for before in [(), (4,), (7, 4), (0,)]:
            x = torch.ones(*before, inputs, dtype=torch.float64)
            assert layer(x).shape == (*before, outputs) and layer(x).allclose(x @ layer.weight.T + layer.bias)


def test_linear_takes_its_own_dtype():
    """Outside of ``torch.autocast``, the input has to be a tensor of the dtype of the weights, by default
    ``float32``.
    """
    for own in (None, torch.float16, torch.bfloat16, torch.float64):
        layer = nn.Linear(3, 2, dtype=own)
        for dtype in DTYPES:
            assert (raises(layer, torch.ones(1, 3, dtype=dtype)) is None) is (dtype == (own or torch.float32))
        assert raises(layer, [[1.0, 2.0, 3.0]])
    with torch.autocast("cpu"):
        assert nn.Linear(3, 2)(torch.ones(1, 3).bfloat16()).shape == (1, 2)


def test_the_constructor_reads_options():
    """Tensors passed to the constructor are read as options, which raises unless they have one element each."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for n in range(6):
            assert (raises(SQUARES, drawn(n), drawn(n)) is None) is (n == 1)


def test_each_prediction_with_each_target():
    """The two broadcast, and each prediction is compared with each target: perfect predictions get a loss of 1.3333,
    with a warning but without an error.
    """
    for seed in SEEDS:
        x, y = drawn(4, seed=seed), drawn(4, seed=seed + 10)
        with pytest.warns(UserWarning, match="incorrect results due to broadcasting"):
            assert SQUARES()(x[:, None], y).allclose(torch.stack([(a - y) ** 2 for a in x]).mean())


def test_binary_classification_needs_one_shape():
    """``BCEWithLogitsLoss``, a loss for binary classification, raises for the same shapes."""
    for a, b in [((3, 1), (3,)), ((3,), (3, 1)), ((1,), (3,))]:
        assert raises(nn.BCEWithLogitsLoss(), torch.zeros(a), torch.zeros(b))


def test_dtypes_of_the_squares():
    """Predictions and targets cannot both be integers (``Long`` is ``int64``).

    Convert the predictions or the targets with :func:`float`:
    """
    for a in INTEGERS:
        for b in INTEGERS:
            x, y = torch.tensor([1, 2]).to(a), torch.tensor([1, 4]).to(b)
            assert raises(SQUARES(), x, y) and SQUARES()(x.float(), y) == SQUARES()(x, y.float()) == 2


def test_equal_scores():
    """Equal scores for 3 classes cost log 3:"""
    for value in (0.0, -7.0, 100.0):
        scores = torch.full((5, 3), value, dtype=torch.float64)
        assert torch.isclose(LOSS()(scores, torch.tensor([0, 1, 2, 0, 0])), torch.tensor(3.0).double().log())


def test_a_second_softmax():
    """After a second softmax, the loss of 3 classes silently stays above 0.55:"""
    for scale in (1, 10, 1000):
        scores, target = scale * drawn(1000, 3, seed=scale), torch.arange(1000) % 3
        losses = LOSS(reduction="none")(torch.softmax(scores, 1), target)
        assert losses.min() > 0.5514 and (scale == 1 or losses.min() < 0.5515)
        for dtype in FLOATS:
            assert LOSS()(torch.softmax(scores.to(dtype), 1), scores.argmax(1)) > 0.55


def test_targets():
    """Two rows need a 1-d target of 2 class indices.

    Targets in the shape of the scores are class probabilities and need a float dtype:
    """
    scores = torch.zeros(2, 3)
    for shape in [(), (1,), (2,), (4,), (2, 1), (1, 2)]:
        assert (raises(LOSS(), scores, torch.zeros(shape, dtype=torch.int64)) is None) is (shape == (2,))
    for dtype in DTYPES[:-2]:
        assert (raises(LOSS(), scores, torch.eye(2, 3).to(dtype)) is None) is (dtype in FLOATS)
    for target in range(-3, 6):
        inside = target in (0, 1, 2)
        if inside:
            LOSS()(scores, torch.tensor([0, target]))
        else:
            with pytest.raises(IndexError):
                LOSS()(scores, torch.tensor([0, target]))


def test_classes_along_dimension_1():
    """The classes of a batch lie along dimension 1, also for words and pixels.

    Transpose 3-d scores whose classes come last; where the sizes of both dimensions are equal, or the targets
    are probabilities, the mistake is silent:
    """
    for words in range(1, 6):
        scores, target = drawn(2, words, 3), torch.arange(2 * words).reshape(2, words) % 3
        right = LOSS()(scores.transpose(1, 2), target)
        assert right.isclose(LOSS()(scores.reshape(-1, 3), target.flatten()))
        silent = raises(LOSS(), scores, target) is None
        assert silent is (words == 3) and not (silent and LOSS()(scores, target).isclose(right))


def test_ignored_targets():
    """By default, the loss is the mean over the targets.

    Targets equal to ``ignore_index`` (-100) do not count.

    A class index whose samples do not count, such as padding; the mean is ``nan`` where all are ignored.
    """
    scores, target = drawn(6, 3), torch.tensor([0, 1, 2, 0, 1, 2])
    for index in (-100, 2, 7):
        loss, marked = LOSS(**{} if index == -100 else {"ignore_index": index}), target.clone()
        marked[[1, 4]] = index
        kept = marked != index
        assert loss(scores, marked).isclose(LOSS()(scores[kept], target[kept]))
        assert loss(scores, torch.full((6,), index)).isnan()


def test_smoothed_targets():
    """The share of the target, between 0 and 1, that is divided among all classes, so that very high scores of
    the right class cost more.
    """
    for share in (0.1, 0.5, 1.0):
        scores, target = drawn(5, 4), torch.tensor([0, 1, 2, 3, 0])
        mixed = (1 - share) * torch.eye(4)[target].double() + share / 4
        smooth = LOSS(label_smoothing=share)
        assert smooth(scores, target).isclose(LOSS()(scores, mixed))
        assert smooth(100 * torch.eye(4), target[:4]) > smooth(3 * torch.eye(4), target[:4])
    assert raises(LOSS(label_smoothing=1.5), scores, target)


def test_weights_of_classes():
    """A tensor with one weight per class, for example to count rare classes more; for class indices, ``"mean"`` then
    divides by the sum of the weights of the samples.
    """
    scores, target, weight = drawn(5, 3), torch.tensor([0, 1, 2, 2, 0]), torch.tensor([1.0, 0.5, 3.0]).double()
    losses, of_samples = LOSS(reduction="none")(scores, target), weight[target]
    assert LOSS(weight=weight)(scores, target).isclose((losses * of_samples).sum() / of_samples.sum())
    assert raises(LOSS(weight=weight[:2]), scores, target)
    shares = torch.eye(3)[target].double()
    assert LOSS(weight=weight)(scores, shares).isclose((losses * of_samples).sum() / len(target))
