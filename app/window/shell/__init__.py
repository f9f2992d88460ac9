"""The window put together.

``start`` makes the application, ``main_window`` the window with its pages. ``upscale_page`` is the page with photo,
list and inspector, joined from ``photo_list`` and ``comparison``. ``actions`` is the one table of everything a person
can do, of the values in ``command``; ``buttons`` puts them on the ``bars``. ``help``, ``about`` and ``settings`` are
pages, ``late_pages`` are made when they are first wanted. ``left_out`` tells what was opened and is no photo, ``title``
names the one shown. ``saving_news`` and ``saving_rows`` say how saving goes, ``unfinished`` what was left last time and
``computer_news`` what this computer can compute on, which ``computer`` asks the engine.
"""
