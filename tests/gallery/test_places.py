"""The numbers of the gallery pages about places: indexing, gather and scatter, joining and splitting, meshgrid."""

import ast
import warnings

import pytest
import torch


def words(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def storage(x):
    return x.untyped_storage().data_ptr()


def test_indexing_reads_the_same_cells_as_view_and_as_copy(run_script):
    page = run_script("indexing")
    for left, view, right, copy in page["pairs"]:
        assert storage(view) != storage(copy)
        fresh = torch.arange(12).reshape(3, 4)
        assert eval(left, {"x": fresh}).flatten().tolist() == eval(right, {"x": fresh}).flatten().tolist()
        assert storage(eval(left, {"x": fresh})) == storage(fresh) != storage(eval(right, {"x": fresh}))
        assert f"{left} {tuple(view.shape)} {right} {tuple(copy.shape)} True\n" in page["printed"]
        assert f"{left} True {right} False\n" in page["printed"]
    assert "tensor([[ 8,  9, 10, 11]])\n" in page["printed"]


def test_indexing_writes_reach_views_and_not_copies(run_script):
    page = run_script("indexing")
    assert page["column"].stride() == (4,) and page["picked"].stride() == (1,)
    assert page["picked"].tolist() == [1, 200, 9]
    assert storage(page["column"]) == storage(page["pairs"][0][1])
    assert "tensor([100,   5,   9])\ntensor([  1, 200,   9])\n" in page["printed"]
    assert "tensor([[0, 0, 0, 0],\n        [4, 5, 6, 7],\n        [0, 0, 0, 0]])\n" in page["printed"]


def test_indexing_two_lists_go_in_pairs(run_script):
    page = run_script("indexing")
    assert page["paired"].tolist() == [1, 11]
    assert page["block"].tolist() == [[1, 3], [9, 11]]
    assert [word for word in words(page["ax"]) if word.isdigit()] == ["1", "11", "1", "3", "9", "11"]


@pytest.fixture
def gathered(run_script):
    return run_script("gather_and_scatter")


def test_gather_reads_and_scatter_writes_where_the_index_says(gathered):
    x, y, z, index = (gathered[name] for name in ("x", "y", "z", "index"))
    assert y.tolist() == [[13, 10, 10], [21, 22, 23]]
    assert z.tolist() == [[10, 0, 0, 13], [0, 21, 22, 23]]
    assert gathered["by_hand"].equal(y)
    for i in range(2):
        for j in range(3):
            assert y[i, j] == x[i, index[i, j]] == z[i, index[i, j]]
    never_read = set(x.flatten().tolist()) - set(y.flatten().tolist())
    assert never_read == {11, 12, 20}


def test_scatter_add_counts_and_is_the_gradient_of_gather(gathered):
    expected = torch.tensor([[5, 0, 0, 1], [0, 4, 5, 6]])
    assert torch.zeros_like(expected).scatter_add(1, gathered["index"], gathered["values"]).equal(expected)
    assert f"True\n{expected}\n" in gathered["printed"]
    assert gathered["a"].grad.tolist() == [[2, 0, 0, 1], [0, 1, 1, 1]]
    assert "False" not in gathered["printed"]


def test_gather_uses_and_its_lack_of_broadcasting(gathered):
    x, column = gathered["x"], gathered["target"].unsqueeze(1)
    assert x.gather(1, column).tolist() == [[12], [20]]
    assert gathered["printed"].endswith(
        "tensor([[12],\n        [20]])\n"
        "tensor([[0, 0, 1, 0],\n        [1, 0, 0, 0]])\n"
        "tensor([[20, 11, 22, 13]])\n"
        "tensor([[13, 10]])\n"
        "tensor([[13, 10],\n        [23, 20]])\n"
    )


def test_pictures_of_gather_and_scatter_show_what_the_index_names(gathered):
    index = gathered["index"]
    reads, writes = (picture.drawings[0] for picture in gathered["pictures"])
    assert [grid["name"] for grid in reads["grids"]] == ["x", "index", "y"]
    assert reads["from"] == [[(0, 4 * i + index[i, j].item())] for i in range(2) for j in range(3)]
    assert [grid["name"] for grid in writes["grids"]] == ["zeros", "index", "y", "z"]
    into = {4 * i + index[i, j].item(): (2, 3 * i + j) for i in range(2) for j in range(3)}
    assert len(into) == 5, "one position is named twice, and one of its two elements stays"
    assert writes["from"] == [[into.get(place, (0, place))] for place in range(8)]


def test_pictures_of_sums_frame_a_column_and_a_row(run_script):
    page = run_script("reductions")
    columns, rows = (picture.drawings[0] for picture in page["pictures"])
    assert [picture.code for picture in page["pictures"]] == ["torch.sum(x, dim=0)", "torch.sum(x, dim=1)"]
    assert columns["from"] == [[(0, j), (0, 3 + j)] for j in range(3)]
    assert rows["from"] == [[(0, 3 * i + j) for j in range(3)] for i in range(2)]


def test_pictures_of_cat_and_stack_show_the_results(run_script):
    page = run_script("joining_and_splitting")
    expected = [*page["joined"], *page["stacked"]]
    made = [picture.drawings[0]["grids"][-1] for picture in page["pictures"]]
    assert [grid["name"] for grid in made] == ["c", "c", "s", "s", "s"]
    assert [grid["shape"] for grid in made] == [list(one.shape) for one in expected]
    before_the_write = [int(value) for value in made[3]["values"]]
    assert before_the_write == torch.stack([page["a"], page["b"]], 1).flatten().tolist()


def test_cat_lengthens_a_dimension_and_stack_adds_one(run_script):
    page = run_script("joining_and_splitting")
    assert [tuple(c.shape) for c in page["joined"]] == [(4, 3), (2, 6)]
    assert [tuple(s.shape) for s in page["stacked"]] == [(2, 2, 3), (2, 2, 3), (2, 3, 2)]
    lines = page["printed"].splitlines()
    assert lines.count("True") == 5 and "False" not in lines
    assert "torch.Size([6, 3]) torch.float32" in lines
    assert "Expected size 2 but got size 1 for tensor number 1" in page["printed"]
    assert "stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [1, 3]" in page["printed"]
    shapes = [ast.literal_eval(line) for line in lines if line.startswith("[(")]
    assert shapes[2] == [(4, 3, 4), (2, 6, 4), (2, 3, 8)]
    assert shapes[3] == [(2, 2, 3, 4), (2, 2, 3, 4), (2, 3, 2, 4), (2, 3, 4, 2)]


def test_joining_copies_and_splitting_does_not(run_script):
    page = run_script("joining_and_splitting")
    assert storage(page["again"]) == storage(page["stacked"][1]) != storage(page["a"])
    assert page["stacked"][1][0, 0].tolist() == [100, 2, 3]
    assert page["a"][0].tolist() == [1, 2, 3]


def test_six_is_a_size_or_a_number_of_pieces(run_script):
    page = run_script("joining_and_splitting")
    sizes = {call: [len(piece) for piece in pieces] for call, pieces in page["cuts"].items()}
    assert sizes == {
        "r.split(6)": [6, 4],
        "r.chunk(6)": [2, 2, 2, 2, 2],
        "r.tensor_split(6)": [2, 2, 2, 2, 1, 1],
    }
    for pieces in page["cuts"].values():
        assert torch.cat(pieces).equal(torch.arange(10))
    drawn = [word for word in words(page["ax"]) if word.isdigit()]
    assert drawn == [str(n) for n in range(10)] * 3


def test_meshgrid_six_points(run_script):
    page = run_script("meshgrid")
    assert page["places"] == {"A": [1, 0], "B": [1, 1], "C": [1, 2], "D": [0, 0], "E": [0, 1], "F": [0, 2]}
    X, Y = torch.meshgrid(torch.arange(3), torch.arange(2), indexing="xy")
    for name, (i, j) in page["places"].items():
        assert (X[i, j].item(), Y[i, j].item()) == page["names"][name]
    assert (X[1, 1], Y[1, 1]) == page["names"]["B"]
    I, J = torch.meshgrid(torch.arange(3), torch.arange(2), indexing="ij")  # noqa: E741
    assert (I[2, 1], J[2, 1]) == page["names"]["C"] == (X[1, 2], Y[1, 2])
    assert "(2, 3) (3, 2)\nTrue True\n" in page["printed"]


def test_meshgrid_warns_once_and_means_ij(run_script):
    page = run_script("meshgrid")
    assert "torch.meshgrid: in an upcoming release, it will be required to pass the indexing" in page["printed"]
    assert page["default"].shape == (3, 2)
    assert not torch.is_warn_always_enabled()
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        torch.meshgrid(torch.arange(3), torch.arange(2))
    with warnings.catch_warnings(record=True) as second:
        warnings.simplefilter("always")
        torch.meshgrid(torch.arange(3), torch.arange(2))
    assert not second


def test_meshgrid_lattice_of_20_points_has_19_intervals(run_script):
    page = run_script("meshgrid")
    assert page["U"].shape == page["V"].shape == page["height"].shape == (20, 20)
    torch.testing.assert_close(page["axis"].diff(), torch.full((19,), 2 / 19))
    assert "20 19\n0.1053 0.1053 0.1000\ntorch.Size([20, 20]) 400\n" in page["printed"]
    assert page["ax"].lines[0].get_xydata().shape == (400, 2)


def test_meshgrid_grids_are_stretched_axes(run_script):
    page = run_script("meshgrid")
    assert page["X"].stride() == (0, 1) and page["Y"].stride() == (1, 0)
    assert page["X"].data_ptr() == page["x"].data_ptr()
    assert page["X"].tolist() == [[7, 1, 2], [7, 1, 2]] and page["x"].tolist() == [7, 1, 2]
    assert page["printed"].endswith("True\n")
