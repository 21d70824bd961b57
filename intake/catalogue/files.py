"""The catalogue as a YAML file that people review: reading with the line of a mistake, writing.

The file has the structure of the codec's data; `read` of what `write` wrote gives
the same catalogue, and `write` of what `read` read gives the same text.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase, CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from intake.catalogue.municipality import Municipality, municipality_from_data
from intake.questionnaire import codec, plain
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Data, Malformed

MUNICIPALITY_SCHEMA = "voordeur-municipality/1"
LINE_WIDTH = 100
FLOW_WIDTH = 80
KEY = re.compile(r"[\w.:-]{1,80}")
"""A key that may stand in a message: a file can hold anything."""


class BadFile(Exception):
    """A file that cannot be read: its name, the line, the spot, and what is wrong, in one line.

    `line` (from 1) is None where there is none to point at, `spot` None where the text is
    no YAML at all; `problem` is the rest of the sentence.
    """

    def __init__(
        self, name: str, problem: str, *, line: int | None = None, spot: str | None = None
    ) -> None:
        place = name if line is None else f"{name}, line {line}"
        words = problem if spot is None else f"{spot}: {problem}"
        super().__init__(f"{place}: {words}")
        self.problem = problem
        self.line = line
        self.spot = spot


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read as YAML: what it says, and on which line."""

    name: str
    tree: object

    def catalogue(self) -> Catalogue:
        """The catalogue in it. Raises BadFile."""
        try:
            return codec.catalogue_from_data(_plain(self.tree))
        except Malformed as error:
            raise self._bad(error) from None

    def municipality(self) -> Municipality:
        """The municipality's own data in it. Raises BadFile."""
        try:
            data = dict(plain.read_keys(_plain(self.tree), ()))
            if data.pop("schema", None) != MUNICIPALITY_SCHEMA:
                raise Malformed(("schema",), f"must be {MUNICIPALITY_SCHEMA}")
            return municipality_from_data(data)
        except Malformed as error:
            raise self._bad(error) from None

    def line_of(self, where: plain.Path) -> int:
        """The line (from 1) where something stands, or the deepest step towards it."""
        return _line(self.tree, where)

    def _bad(self, error: Malformed) -> BadFile:
        line, spot = self.line_of(error.path), _spot(self.tree, error.path)
        return BadFile(self.name, error.problem, line=line, spot=spot)


def opened(path: Path) -> Source:
    """A file as YAML. Raises BadFile."""
    try:
        return parsed(path.read_bytes(), name=str(path))
    except OSError as error:
        raise BadFile(str(path), error.strerror or "cannot be read") from None


def parsed(content: bytes, *, name: str) -> Source:
    """What somebody gave as YAML. Raises BadFile."""
    try:
        tree = YAML().load(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadFile(name, "is not UTF-8 text") from None
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadFile(name, str(error.problem), line=line) from None
    except YAMLError:
        raise BadFile(name, "holds characters that YAML does not allow") from None
    except (ValueError, RecursionError):
        raise BadFile(name, "holds values that cannot be read") from None
    _refuse_aliases(tree, name, set())
    return Source(name, tree)


def read(path: Path) -> Catalogue:
    """The catalogue in a file. Raises BadFile."""
    return opened(path).catalogue()


def read_municipality(path: Path) -> Municipality:
    """The municipality's own data in a file. Raises BadFile."""
    return opened(path).municipality()


def write(catalogue: Catalogue) -> str:
    """The file's text: the catalogue's own order, what is short on one line."""
    yaml = YAML()
    yaml.width = LINE_WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(_laid_out(codec.catalogue_to_data(catalogue)), stream)
    return stream.getvalue()


def _refuse_aliases(node: object, name: str, seen: set[int]) -> None:
    """An alias repeats a part by its name: a few lines of them can stand for billions."""
    if not isinstance(node, CommentedBase):
        return
    if id(node) in seen:
        raise BadFile(name, "is repeated by an alias; write it out", line=node.lc.line + 1)
    seen.add(id(node))
    match node:
        case CommentedMap():
            inside = [*node.values()]
        case CommentedSeq():
            inside = [*node]
        case _:
            inside = []
    for each in inside:
        _refuse_aliases(each, name, seen)


def _plain(node: object) -> object:
    """The tree without its positions and comments."""
    match node:
        case dict():
            return {_plain(key): _plain(value) for key, value in node.items()}
        case list():
            return [_plain(value) for value in node]
        case str():
            return str(node)
        case bool():
            return node
        case int():
            return int(node)
    return node


def _line(tree: object, path: plain.Path) -> int:
    """The line (from 1) of the deepest step of the path that stands in the file."""
    line = 0
    node = tree
    for step in path:
        if not isinstance(node, CommentedBase):
            break
        try:
            line = node.lc.key(step)[0] if isinstance(node, CommentedMap) else node.lc.item(step)[0]
            node = node[step]  # type: ignore[index]
        except (KeyError, TypeError, IndexError):
            break
    return line + 1


def _spot(tree: object, path: plain.Path) -> str:
    """The path as `elements[p.naam].parts[datum].type`: an item by its key where it has one."""
    steps: list[str] = []
    node = tree
    for step in path:
        with suppress(KeyError, TypeError, IndexError):
            node = node[step]  # type: ignore[index]
        key = str(node.get("key", step)) if isinstance(node, CommentedMap) else str(step)
        named = key if KEY.fullmatch(key) else str(step)
        steps.append(f"[{named}]" if isinstance(step, int) else f".{step}")
    return "".join(steps).removeprefix(".") or plain.dotted(())


def _laid_out(data: Data, *, nested: bool = False) -> object:
    """The data as YAML nodes; a short collection below the first level in flow style."""
    match data:
        case dict():
            node: CommentedMap | CommentedSeq = CommentedMap(
                (key, _laid_out(value, nested=True)) for key, value in data.items()
            )
        case list():
            node = CommentedSeq(_laid_out(value, nested=True) for value in data)
        case _:
            return data
    if nested and len(str(data)) <= FLOW_WIDTH:
        node.fa.set_flow_style()
    return node
