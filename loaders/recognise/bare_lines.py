"""Lines that are bodies and nothing else.

Below a task such a line names who answers for it, where several tasks of a text have one: a single one may be
a signature. Below a list on a line of its own it goes on with the list (配合单位：县财政局 › 县水利局).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.placed import Placed
from loaders.recognise._bodies import is_known
from loaders.recognise._reading import Party, read
from loaders.recognise.clauses import Clause
from loaders.resolve.endings import BODIES

_LINE = re.compile("[\u4e00-\u9fff()、,; ]{3,160}")
_LAST = frozenset(f"{BODIES}道区县市镇乡村心司位关团队院校所站联协)")
_LABEL = re.compile(
    r"\s*(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]|第[一二三四五六七八九十百\d]{1,5}[条章])"
)
# What is below such words tells who takes part, is praised or may be asked, and no duty.
_NAMED = re.compile(
    r"(?:单位|部门|机构|成员|名单|对象|主体|地址|电话|来源|窗口|小组|组成|组长|主任|奖|等次|先进|优秀|集体|类|档)"
    r"[:。]?(?:\([^()]*\))?$|:$|^(?:附件?|[主抄]送|发文|来源)"
)
_DATED = re.compile(r".{0,40}\d{4}年\d{1,2}月\d{1,2}日|[○〇零一二三四五六七八九十]{4}年")
# Who signs for a place, and answers for no single task.
_SIGNS = ("人民政府", "政府办公室", "政府办公厅")
# How many lines a task may have; the fewest tasks that show how the text is built, and of these those that
# end with such a line: others may end with a sentence of its kind (县水利局牵头,县财政局配合).
_REACH, _FEWEST, _FEWEST_BARE = 6, 3, 2

Span = tuple[int, int]


def with_bare_lines(text: str, paragraphs: Sequence[Span], found: list[Clause]) -> list[Clause]:
    """The clauses with those that such lines are, in the order of the text."""
    lines = [span for span in paragraphs if span[0] < span[1]]
    bare = {at: who for at, span in enumerate(lines) if at and (who := _bodies(text, *span))}
    if not bare:
        return found
    reader = _Lines(text, lines, bare, Placed(found))
    more = [*reader.going_on(), *reader.below_tasks()]
    return sorted([*found, *more], key=lambda clause: clause.start) if more else found


def _bodies(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The bodies that a line is, each as one who answers; none where it says anything else."""
    if text[end - 1] not in _LAST or not _LINE.fullmatch(text, start, end):
        return ()
    if text.endswith(_SIGNS, start, end):
        return ()
    reading = read(text[start:end])
    if reading is None or reading.rule != "bare" or not all(is_known(name) for name, _ in reading.parties):
        return ()
    rest = end - start - sum(name.end - name.start for name, _ in reading.parties)
    if rest > len(reading.parties):
        return ()
    return tuple([Party(name.moved(start), role) for name, role in reading.parties])


class _Lines:
    """The lines of a text that hold words, `bare` those that are bodies alone, by their places."""

    def __init__(
        self, text: str, lines: list[Span], bare: dict[int, tuple[Party, ...]], found: Placed[Clause]
    ) -> None:
        self.text = text
        self.lines = lines
        self.bare = bare
        self.found = found

    def going_on(self) -> Iterator[Clause]:
        """The lines that go on with the list above them; what a date follows is a signature."""
        last: Clause | None = None
        for at, parties in self.bare.items():
            above = self.lines[at - 1]
            if last is None or (last.end != above[1]):
                last = next(reversed(self.found.within(above)), None)
            if last is None or last.rule != "list" or last.end != above[1] or not last.parties:
                continue
            behind = next((n for n in range(at, len(self.lines)) if n not in self.bare), None)
            if behind is None or self._is_dated(behind) or self.text[above[1] - 1] in "。;)]":
                continue
            role = last.parties[-1].role
            last = Clause(*self.lines[at], tuple([Party(name, role) for name, _ in parties]), "list")
            yield last

    def below_tasks(self) -> Iterator[Clause]:
        """The lines of those who answer for the task above; none in a text of which few tasks have one."""
        alone = [at for at in self.bare if self._is_below_task(at)]
        before_label = sum(self._is_labelled(at + 1) for at in alone)
        if before_label < _FEWEST_BARE:
            return
        own = (self.found.within(line)[:1] for line in self.lines)
        whole = sum(
            (clause.start, clause.end) == line
            for line, clauses in zip(self.lines, own, strict=True)
            for clause in clauses
        )
        if before_label + whole >= _FEWEST:
            yield from (Clause(*self.lines[at], self.bare[at], "list") for at in alone)

    def _is_below_task(self, at: int) -> bool:
        above = self.lines[at - 1]
        if at - 1 in self.bare or at + 1 in self.bare or self._is_dated(at + 1):
            return False
        if _NAMED.search(self.text, *above) or self.found.within(above):
            return False
        # Who signs has no 、 between.
        if at + 1 == len(self.lines) and "、" not in self.text[slice(*self.lines[at])]:
            return False
        return any(self._is_labelled(line) for line in range(max(at - _REACH, 0), at))

    def _is_labelled(self, at: int) -> bool:
        return at < len(self.lines) and _LABEL.match(self.text, *self.lines[at]) is not None

    def _is_dated(self, at: int) -> bool:
        return at < len(self.lines) and _DATED.match(self.text, *self.lines[at]) is not None
