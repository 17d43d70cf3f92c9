"""All pairs of the list are measured in the background, and their measures kept for next time.

May import ``preparing`` and ``pair_list``; only ``measuring`` uses Qt. Begin with
``measuring.Measuring``; ``measure_run.MeasureRun`` has the threads and processes behind it.
"""
