"""The process that Spark's processes of Python are forked from, with what they need loaded.

It stands in for ``pyspark.daemon``: there each loads the search and its libraries by itself, and
looks through all of that for garbage after every task.
"""

from __future__ import annotations

import gc
import importlib

import pyarrow
from pyspark.daemon import manager

from tests.first_tasks import load_first_task

LOADED = (
    "numpy",
    "pyarrow.parquet",
    "pyspark.worker",
    "gui.commands.compare_spark",
    "gui.commands.comparing",
    "gui.find.spark.spark_search",
)

if __name__ == "__main__":
    for module in LOADED:
        importlib.import_module(module)
    load_first_task("gui.find.verifying.verification")
    pyarrow.array([""])  # the first one loads pandas where it is installed
    gc.collect()
    gc.freeze()
    manager()
