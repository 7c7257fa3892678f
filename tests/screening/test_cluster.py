"""The function that goes to a cluster: alone, and on a local Spark session."""

from __future__ import annotations

import importlib.util
import os
import pickle
import runpy
import shutil
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import soleus
from soleus.screening.cluster import ClusterScreen

from .conftest import Table

EXAMPLE = Path(__file__).parents[2] / "examples" / "on_spark.py"


def test_it_can_be_pickled_and_gives_the_same(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    table = table_of(drawn)
    one = pickle.loads(pickle.dumps(ClusterScreen(carried=("key",))))
    batches = list(one(table.to_batches(max_chunksize=100)))
    assert [batch.num_rows for batch in batches] == [100, 100, 100]
    assert pa.Table.from_batches(batches).to_pylist() == soleus.screen(table).to_pylist()


def test_tables_in_and_out_as_ray_wants_them(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    table = table_of(drawn)
    assert ClusterScreen(carried=("key",)).table(table).to_pylist() == soleus.screen(table).to_pylist()
    assert ClusterScreen(carried=("key",)).table(table.slice(0, 0)).num_rows == 0


def _missing() -> str:
    """Why no Spark session can be had here, or nothing."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: pip install 'soleus[spark]'"
    return "" if shutil.which("java") or os.environ.get("JAVA_HOME") else "there is no Java: apt-get install default-jre-headless"


@pytest.mark.skipif(bool(_missing()), reason=_missing())
def test_spark_gives_the_same(table_of: Table, drawn: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
    builder = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
    )
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.sql.warehouse.dir", str(tmp_path)).getOrCreate()
    try:
        table = table_of(drawn)
        frame = session.createDataFrame(table.to_pandas().astype(object).where(lambda cells: cells.notna(), None), schema=_ddl(table))
        one = ClusterScreen(carried=("key",))
        rows = [row.asDict() for row in frame.repartition(2).mapInArrow(one, one.ddl(dict(frame.dtypes))).collect()]
        frame.write.parquet(str(tmp_path / "in"))
        runpy.run_path(str(EXAMPLE))["main"](str(tmp_path / "in"), str(tmp_path / "out"), "key")
        written = pq.read_table(tmp_path / "out").to_pylist()
    finally:
        session.stop()
    expected = soleus.screen(table).to_pylist()
    assert sorted(rows, key=lambda row: row["key"]) == expected
    assert sorted(written, key=lambda row: row["key"]) == expected


def _ddl(table: pa.Table) -> str:
    names = {"bool": "boolean", "string": "string", "double": "double", "int64": "bigint"}
    return ", ".join(f"`{one.name}` {names[str(one.type)]}" for one in table.schema)
