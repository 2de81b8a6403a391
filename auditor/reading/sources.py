"""What is read: an input, its bytes once they are out of a file or an archive, and what is known beforehand."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from auditor.errors import InputError
from auditor.reading.recognition import Form
from auditor.text import Metadata


@dataclass(frozen=True, slots=True)
class Content:
    """A document taken out of an archive, a feed, a table or the network.

    Attributes:
        data: its bytes.
        name: its own name, for the choice of the reader.
        form: its form where the container knows it; null to recognise it.
        encoding: the encoding that a server stated.
        url: the address it came from.
        fields: what the container says about the article.
        notes: what the reader of the container wants known, in sentences.
    """

    data: bytes
    name: str
    form: Form | None = None
    encoding: str | None = None
    url: str | None = None
    fields: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an input cannot be read, in the parts of an `InputError`; that itself does not travel between processes."""

    what: str
    where: str = ""
    fix: str = ""

    def error(self) -> InputError:
        """Make the error."""
        return InputError(self.what, where=self.where, fix=self.fix)


@dataclass(frozen=True, slots=True)
class Input:
    """One article to read.

    Attributes:
        place: a path, a URL, or `-` for standard input; for a part of a container, words that say where it stands.
        id: its id, unique in the run.
        content: its bytes when a container was opened for them; null to read them from the place.
        problem: why it cannot be read, when that is known already.
        container: the path or URL that was named, when the article is only a part of it.
    """

    place: str
    id: str
    content: Content | None = None
    problem: Problem | None = None
    container: str | None = None


def failing(source: Input, error: InputError) -> Input:
    """Give the input that stands for what cannot be read."""
    return dataclasses.replace(source, content=None, problem=Problem(error.what, error.where, error.fix))


def overlaid(below: Metadata, above: Metadata) -> Metadata:
    """Lay metadata over others: what is stated above wins."""
    stated = {
        field.name: value
        for field in dataclasses.fields(Metadata)
        if (value := getattr(above, field.name)) not in (None, ())
    }
    return dataclasses.replace(below, **stated)


def stated_fields(metadata: Metadata) -> list[str]:
    """Give the names of the fields that metadata state."""
    return [field.name for field in dataclasses.fields(Metadata) if getattr(metadata, field.name) not in (None, ())]
