"""The same search on Apache Spark, for more articles than one machine can hold.

May import all of the search but ``search`` itself, and pyspark when it runs. Begin with
``spark_search.SparkSearch``; ``spark_articles`` gives it the articles, ``spark_stages`` has what
runs on all machines.
"""
