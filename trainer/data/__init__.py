"""From a folder of photos to batches of crops.

``photos`` reads them and splits them by photo; ``dataset`` says which serve, and by ``problems`` why the others do not.
``photo_store`` keeps all of them on the device as 8-bit pairs, and ``crops`` takes batches out of it. ``degradation``
makes LR of them: reduced, or as real photos come. ``scored_crops`` are for scoring.
"""
