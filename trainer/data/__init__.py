"""From a folder of photos to batches of crops.

``photos`` reads them and splits them by photo; ``dataset`` says which serve, and by ``problems`` why the others do not.
``pairs`` makes 8-bit HR and LR of one; ``photo_store`` keeps those of all on the device. For more than fit there,
``sharding`` writes them once as ``shards`` on disk, and ``disk_store`` reads windows of them. ``crops`` takes batches
out of either, ahead where they are on disk (``prefetching``). ``degradation`` makes LR of them as real photos come.
``scored_crops`` are for scoring.
"""
