"""Screen a folder of Parquet files on Spark: spark-submit examples/on_spark.py IN OUT [COLUMN TO CARRY ...]

The workers need soleus[screen]. Columns that answer no question, such as a key, are kept when they are named.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from soleus.screening.cluster import ClusterScreen


def main(source: str, target: str, *carried: str) -> None:
    """Read `source`, conclude for every row, write `target`; a folder that is there already is an error of Spark, not overwritten."""
    frame = SparkSession.builder.appName("soleus").getOrCreate().read.parquet(source)
    screen = ClusterScreen(carried=carried)
    frame.mapInArrow(screen, screen.ddl(dict(frame.dtypes))).write.parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
