"""A small renderer in numpy that draws Fourfold's own sample pictures.

    vectors, noise                                          arithmetic, and the stuff of all textures
    shapes -> bodies, sheets; camera, light -> scene        what a picture is made from
    still_life (tabletop), leaves (shrub), old_print (page) the three scenes
    illumination -> renderer -> film                        rays, light and shadows; light into 8-bit sRGB

A picture is the mean of many passes. Each pass sees the scene through its own points of the pixels and the lens, lit by
its own points of the lamp and the sky, so edges, blur, soft shadows and shaded corners all come from plain averaging.
Lengths are centimetres, y points up, colours are linear RGB, arrays of points are (N, 3) float32.
"""
