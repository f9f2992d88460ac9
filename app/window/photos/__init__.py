"""The list of photos: ``model`` holds them, ``thumbnails`` makes their small pictures, ``strip`` shows them."""
