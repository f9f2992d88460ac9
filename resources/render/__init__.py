"""A small renderer in numpy that draws Fourfold's own sample pictures.

    noise, shapes -> still_life, leaves, old_print (with page)    what there is to see: families of shapes in a Scene
    camera, light -> renderer                             rays, shadows and colours of one Scene
    film                                                  light into 8-bit sRGB

A picture is the mean of many passes. Each pass sees the scene through its own points of the pixels and the lens, lit by
its own points of the lamp and the sky, so edges, blur, soft shadows and shaded corners all come from plain averaging.
Lengths are centimetres, y points up, colours are linear RGB, arrays of points are (N, 3) float32.
"""
