"""All pairs of the list are measured in the background; what is found is kept for the next start.

May import ``preparing`` and ``pair_list``; only ``measuring`` uses Qt. Begin with
``measuring.Measuring``; ``measure_run.MeasureRun`` has the threads and processes behind it.
"""
