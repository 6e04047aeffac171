"""Rows of an answer: a list of dicts that knows its columns, and becomes a DataFrame when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import ZerenError

if TYPE_CHECKING:
    import pandas

R = TypeVar("R", bound=Mapping[str, Any])

# The type of a column by the one type of its values; None fits into each.
_DTYPES = {bool: "boolean", int: "Int64", float: "float64", str: "str", date: "datetime64[s]"}


class NoPandas(ZerenError):
    """pandas, which only DataFrames need, is not installed, or is older than they need."""

    en = "A DataFrame needs pandas, {found}. Install it in this environment: pip install 'pandas>=3'"
    zh = "转换为 DataFrame 需要 pandas：{found_zh}。请在当前环境中安装：pip install 'pandas>=3'"


class Rows(list[R]):
    """A list of dicts. `columns` names their keys in order, where the question has them even
    when it has no answer."""

    def __init__(self, rows: Iterable[R] = (), columns: Sequence[str] = ()) -> None:
        super().__init__(rows)
        self.columns = list(columns)

    def frame(self) -> pandas.DataFrame:
        """The rows as a DataFrame with all columns.

        Dates are ``datetime64[s]``, whole numbers ``Int64``, flags ``boolean``, numbers ``float64``
        and texts ``str``; each may be missing. Times keep their zone. Lists, and
        columns whose values are of several types or all missing, are ``object``. Raises `NoPandas`.
        """
        pd = _pandas()
        values = {name: [row[name] for row in self] for name in self.columns}
        return pd.DataFrame({name: pd.Series(each, dtype=_dtype(each)) for name, each in values.items()})


def _dtype(values: Iterable[Any]) -> str | None:
    types = {type(value) for value in values if value is not None}
    if len(types) != 1:
        return "object"
    (only,) = types
    # Of times, pandas itself sees whether they have a zone.
    return None if only is datetime else _DTYPES.get(only, "object")


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise NoPandas(found="which is not installed", found_zh="尚未安装") from error
    version = pandas.__version__
    if int(version.partition(".")[0]) < 3:
        raise NoPandas(found=f"version 3 or later (here is {version})", found_zh=f"现有版本 {version} 过旧")
    return pandas
