"""What the gallery says about shapes: size 1, strides, broadcasting, reductions."""

import numpy as np
import pytest
import torch
from sklearn.datasets import make_regression


def test_dimensions_of_size_1(run_script):
    page = run_script("dimensions_of_size_1")
    x, row, column = page["x"], page["row"], page["column"]
    assert [tuple(t.shape) for t in (x, row, column)] == [(5,), (1, 5), (5, 1)]
    assert x.data_ptr() == row.data_ptr() == column.data_ptr()
    assert x.tolist() == [10, 20, 30, 40, 0], "the write to the column is not seen"
    assert column.squeeze(1).shape == torch.Size([5])
    assert page["printed"].splitlines()[-7:] == [
        "(1, 2, 3) (2, 1, 3) (2, 3, 1) (2, 3, 1)",
        "(5,)",
        "(5, 1)",
        "4 (4,) (4,)",
        "2 (2,) (2,)",
        "1 () (1,)",
        "len() of a 0-d tensor",
    ]


def test_permute_and_transpose(run_script):
    page = run_script("permute_and_transpose")
    x, y, turned = page["x"], page["y"], page["turned"]
    assert x.stride() == (3, 1)
    for other in (x.t(), x.transpose(0, 1), x.permute(1, 0)):
        assert other.stride() == (1, 3)
        assert other.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    assert x.t().tolist() == np.arange(6).reshape(2, 3).T.tolist() != x.reshape(3, 2).tolist()
    order = (1, 2, 0)
    assert turned.shape == torch.Size(y.shape[d] for d in order)
    assert turned.stride() == tuple(y.stride(d) for d in order)
    assert turned.numpy().tolist() == np.arange(24).reshape(2, 3, 4).transpose(order).tolist()
    assert page["back"] == [2, 0, 1]
    assert torch.equal(turned.permute(page["back"]), y)
    assert turned.view(12, 2).data_ptr() == y.data_ptr()
    with pytest.raises(RuntimeError, match="view size is not compatible"):
        turned.view(3, 8)
    image, right, wrong = page["image"], page["right"], page["wrong"]
    assert right.shape == wrong.shape == (3, 9, 9)
    for c in range(3):
        assert torch.equal(right[c], image[..., c])
        assert not torch.equal(wrong[c], image[..., c])
        assert wrong[c].flatten().tolist() == image[3 * c : 3 * c + 3].flatten().tolist(), "not three rows of the image"
    assert right[1].tolist() == np.eye(9, dtype=int).tolist()


def test_broadcasting(run_script):
    page = run_script("broadcasting")
    assert page["wide_x"].stride() == (1, 0)
    assert page["wide_y"].stride() == (0, 1)
    assert page["wide_x"].untyped_storage().nbytes() == 2 * 8, "the stretched cells took memory"
    assert (page["wide_x"] + page["wide_y"]).tolist() == [[11, 12, 13], [21, 22, 23]]
    assert page["difference"].shape == (3, 3)
    assert page["difference"].diagonal().tolist() == [0, 0, 0]
    assert page["difference"].square().mean().item() == pytest.approx(12 / 9)


def test_the_loss_of_the_wrong_shape(run_script):
    page = run_script("broadcasting")
    features, values = make_regression(100, 1, noise=10, bias=1.5, random_state=0)
    slope, intercept = np.linalg.lstsq(np.column_stack([features, np.ones(100)]), values, rcond=None)[0]
    line = features[:, 0] * slope + intercept
    assert (slope, intercept) == pytest.approx((42.6194, 0.6858), abs=5e-5)
    assert np.square(line - values).mean() == pytest.approx(114.17, abs=5e-3)
    (w, b, right, wrong), (best_w, best_b, least, least_wrong) = page["table"]
    assert 42.7 < w < 42.8
    assert 0.7 < b < 0.9
    assert right == pytest.approx(114.2, abs=0.05)
    assert wrong == pytest.approx(3816.6, abs=2)
    assert (best_w, best_b) == pytest.approx((slope, intercept), abs=1e-3)
    assert least == pytest.approx(114.17, abs=0.01)
    assert least_wrong == pytest.approx(np.square(line[:, None] - values).mean(), rel=1e-4)
    assert least_wrong == pytest.approx(np.var(line) + np.var(values) + (line.mean() - values.mean()) ** 2, rel=1e-4)
    assert page["pairs"].item() == pytest.approx(least_wrong, rel=1e-4)
    assert page["flat_w"] == pytest.approx(0, abs=1e-3)
    assert page["flat_b"] == pytest.approx(values.mean(), abs=1e-3)
    assert len(page["caught"]) == 1
    assert "target size (torch.Size([100])) that is different to the input size (torch.Size([100, 1]))" in str(
        page["caught"][0].message
    )


def test_reductions(run_script):
    page = run_script("reductions")
    x, y, m = page["x"], page["y"], page["m"]
    assert (x.sum().item(), x.sum(dim=0).tolist(), x.sum(dim=1).tolist()) == (21, [5, 7, 9], [6, 15])
    for dim in range(3):
        rest = [size for d, size in enumerate(y.shape) if d != dim]
        assert list(y.sum(dim).shape) == rest
        assert f"{dim} {tuple(rest)} {tuple(y.sum(dim, keepdim=True).shape)}\n" in page["printed"]
    shares = m.numpy() / m.numpy().sum(axis=1, keepdims=True)
    np.testing.assert_allclose(m / m.sum(dim=1, keepdim=True), shares, rtol=1e-6)
    assert (m / m.sum(dim=1)).sum(dim=1).tolist() == pytest.approx([0.6, 1.425, 1.475])
    assert "tensor([0.6000, 1.4250, 1.4750])\ntensor([1., 1., 1.])\n" in page["printed"]
    assert page["values"].tolist() == m.numpy().max(axis=1).tolist()
    assert page["indices"].tolist() == m.numpy().argmax(axis=1).tolist()
    assert m.argmax().item() == m.numpy().argmax()
    assert "Input dtype must be either a floating point or complex dtype" in page["printed"]
