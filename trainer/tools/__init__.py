"""What stands around a training: ``timing`` says how long it would take here, ``terminal`` shows it while it runs,
``report`` draws it as one page, ``bench`` measures steps a second against the plain loop.
"""
