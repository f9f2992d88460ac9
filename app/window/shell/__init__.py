"""The window put together.

``start`` makes the application, ``main_window`` the window with its pages, ``upscale_page`` the page with photo, list
and inspector, ``bars`` what is above and below. ``actions`` is the one table of everything a person can do. ``help``,
``about`` and ``settings`` are pages; ``saving_news`` says how saving goes, ``computer`` what this computer can
compute on.
"""
