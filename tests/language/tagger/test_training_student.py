# ruff: noqa: E402 - nothing is imported before it is known to be there
"""A student starts as part of its teacher and is drawn towards it; where torch is not installed, nothing is tested."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

sys.path.insert(0, str(Path(__file__).parents[3]))

from training.batches import Batch
from training.export import check_export, export, quantise
from training.learning import Losses, Recipe
from training.network import Network, Shape, load_checkpoint
from training.student import narrowed, objective, student_of

SMALL = Shape(layers=3, hidden=24, heads=2, inner=16, vocabulary=20100, positions=200, pointer=8)


@pytest.fixture
def teacher() -> Network:
    torch.manual_seed(0)
    network = Network(SMALL)
    torch.nn.init.normal_(network.tag.weight)
    return network.eval()


@pytest.fixture
def batch() -> Batch:
    """Two windows of six pieces; the third word of each is a cue that points at its second."""
    rows, columns = 2, 6
    targets = torch.zeros(rows, columns, dtype=torch.bool)
    targets[:, 1] = True
    return Batch(
        ids=torch.arange(rows * columns).view(rows, columns) + 1000,
        features=torch.zeros(rows, columns, 4, dtype=torch.long),
        mask=torch.ones(rows, columns, dtype=torch.long),
        tags=torch.tensor([[-100, 1, 3, 5, 6, 0]] * rows),
        allowed=torch.ones(rows, columns, dtype=torch.bool),
        link_window=torch.tensor([0, 1]),
        link_kind=torch.tensor([0, 0]),
        link_from=torch.tensor([2, 2]),
        targets=targets,
    )


def test_a_student_has_the_layers_that_were_kept(teacher):
    student = student_of(teacher, (0, 2))
    assert student.shape.layers == len(student.layers) == 2
    assert torch.equal(student.layers[1].inner.weight, teacher.layers[2].inner.weight)
    assert student.layers[1] is not teacher.layers[2]


def test_the_neurons_that_say_most_are_kept(teacher, batch):
    with torch.no_grad():
        for layer in teacher.layers:
            layer.outer.weight[:, 5:] = 0
    narrow = narrowed(teacher, 5, [batch])
    assert narrow.shape.inner == 5
    assert [tuple(layer.inner.weight.shape) for layer in narrow.layers] == [(5, 24)] * 3
    same = narrow.eval()(batch.ids, batch.features, batch.mask)
    assert torch.allclose(same[0], teacher(batch.ids, batch.features, batch.mask)[0], atol=1e-5)
    assert teacher.shape.inner == 16


def test_a_student_like_its_teacher_has_little_to_learn(teacher, batch):
    recipe = Recipe(masked_words=0.0, soft_share=1.0, bfloat16=False)
    loss = objective(teacher)
    whole = student_of(teacher, (0, 1, 2)).eval().requires_grad_(True)
    assert loss(whole, batch, recipe, Losses()).item() == pytest.approx(0.0, abs=1e-6)
    part = student_of(teacher, (0,)).eval().requires_grad_(True)
    found = loss(part, batch, recipe, Losses())
    found.backward()
    assert found.item() > 0.01
    assert part.layers[0].inner.weight.grad is not None
    assert teacher.layers[0].inner.weight.grad is None


def test_a_checkpoint_tells_its_own_shape(tmp_path):
    torch.manual_seed(0)
    network = Network(Shape(layers=2, inner=8))
    torch.save(network.state_dict(), tmp_path / "checkpoint.pt")
    assert load_checkpoint(tmp_path / "checkpoint.pt").shape == network.shape


def test_the_exported_graph_computes_what_the_network_does(teacher, tmp_path):
    export(teacher, tmp_path / "float.onnx")
    assert check_export(teacher, tmp_path / "float.onnx") < 1e-4
    quantise(tmp_path / "float.onnx", tmp_path / "model.onnx")
    assert (tmp_path / "model.onnx").stat().st_size < (tmp_path / "float.onnx").stat().st_size
