"""What windows are made of; nothing in here knows a photo.

``tokens`` are colours and measures as data, ``style`` the style sheet made of them, ``theme`` applies it. ``fields``,
``radios``, ``page``, ``step``, ``figure_table`` and ``notice`` are the parts that pages are put together from,
``asking`` a question with one verb on its button. ``focus_ring`` and ``tab_order`` are for hands on the keyboard.
``language`` says texts in the person's language, ``words`` figures, ``titles`` the names of models.
"""
