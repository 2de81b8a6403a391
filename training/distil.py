"""Makes a smaller and faster tagger that learns from a trained one, with one command.

    python -m training.distil --teacher CHECKPOINT --data FOLDER --out FOLDER

``--teacher`` is the ``checkpoint.pt`` of ``python -m training``; ``--out`` receives the same files as there.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path

import torch

from training.batches import collate, prepare, shuffled_batches
from training.corpus import read_compartment
from training.delivery import deliver
from training.evaluation import load_scorer
from training.learning import Recipe, train
from training.network import load_checkpoint
from training.student import KEPT_LAYERS, narrowed, objective, student_of

WEIGHED_BATCHES = 8  # on which the inner neurons are weighed
TOKENIZER = Path(__file__).parent.parent / "auditor" / "language" / "tagger" / "weights" / "tokenizer.json"


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    recipe = Recipe()
    parser = argparse.ArgumentParser(prog="python -m training.distil", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True, help="checkpoint.pt of the tagger to learn from")
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's train (and dev)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--student", type=Path, help="a checkpoint.pt of a student to train further")
    parser.add_argument("--layers", default=",".join(map(str, KEPT_LAYERS)), help="the teacher's to keep (%(default)s)")
    parser.add_argument("--inner", type=int, help="inner neurons that each layer keeps (all)")
    parser.add_argument("--scorer", type=Path, help="score_attributions.py: measure on dev afterwards")
    parser.add_argument("--passes", type=float, default=4.0, help="passes over the data (%(default)s)")
    parser.add_argument("--encoder-rate", type=float, default=2e-4, help="(%(default)s)")
    parser.add_argument("--head-rate", type=float, default=5e-4, help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=recipe.seed, help="(%(default)s)")
    parser.add_argument("--threads", type=int, default=recipe.threads, help="(%(default)s)")
    parser.add_argument("--float32", action="store_true", help="without bfloat16")
    return parser.parse_args()


def main() -> None:
    """Make the student, train, export, check, quantise and, where a scorer is given, measure."""
    options = parse_arguments()
    scorer = load_scorer(options.scorer) if options.scorer else None
    options.out.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(
        passes=options.passes,
        encoder_rate=options.encoder_rate,
        head_rate=options.head_rate,
        seed=options.seed,
        threads=options.threads,
        bfloat16=not options.float32,
    )
    torch.manual_seed(recipe.seed)
    teacher = load_checkpoint(options.teacher)
    kept = [int(number) for number in options.layers.split(",")]
    student = load_checkpoint(options.student) if options.student else student_of(teacher, kept)
    shutil.copyfile(TOKENIZER, options.out / "tokenizer.json")
    prepared = prepare(read_compartment(options.data / "train"), options.out / "tokenizer.json")
    if options.inner:
        batches = shuffled_batches(prepared, recipe.batch, random.Random(0))[:WEIGHED_BATCHES]
        student = narrowed(student, options.inner, [collate(batch) for batch in batches])
    train(student, prepared, recipe, options.out / "checkpoint.pt", objective=objective(teacher))
    deliver(student, options.out, dev=options.data / "dev", scorer=scorer)


if __name__ == "__main__":
    main()
