// Package pedigreeview is the screen that the pedigree is drawn on and edited in: the canvas that
// shows a draw.Scene and takes keys and mouse, the toolbar above it, and the inspector beside it.
//
// Under the canvas is the entry line, where a history is typed as it is told. Package entry reads it at
// each keystroke; the sentence stands beside it, and the worker draws the family as it would be, with
// whatever is new as ghosts, until Enter makes it so. The text goes when it is durable, and comes back
// when it cannot be saved; the next line can be typed meanwhile.
//
// An edit goes key, keymap command, Session.Do; then the family is laid out and drawn in a worker,
// where only the newest request counts, and the canvas paints again only what differs.
//
// # How the canvas paints
//
// The drawing lies on a plane, in points; the view says which part of the plane is seen, and how large.
// It is painted with internal/render/raster, the painter of PNG files, into tiles of 256 by 256 pixels:
// those in sight when they are first seen, and of a painted one only the rectangle in which elements
// have changed. Panning moves the tiles. A zoom with the wheel stretches them, up to twice or down to
// half, and they are painted sharp when the wheel rests. Text is painted in its exact size at each zoom,
// or not at all below 6 pixels. Handles, pins and the like are Fyne's own objects above the tiles.
//
// When a new Scene comes, the selected person keeps their place on the plane, so that whatever did not
// move beside them is not painted again, and those who did move are taken to their new places: in 120 ms
// when pushed aside, in 200 ms when their order has changed. The next edit takes over wherever they are.
//
// # Why tiles
//
// They replaced a canvas object of Fyne's for each line, circle and text. Fyne makes one draw call for
// each object and repaints the whole window for each frame; a zoom moved and measured every object and
// made every text a new texture. Measured with BenchmarkFrames in package main, in a window of 1400 by
// 900 under Xvfb with software graphics, on two processors that were lightly used otherwise; "near" is
// three times the zoom that shows the whole family:
//
//	                      objects of Fyne's             tiles and sheet
//	                   frames/s  processor   own     frames/s  processor   own
//	pan,   60, whole      12.0     121 ms   0.1 ms      35       31 ms    0.2 ms
//	zoom,  60, whole       9.7     126 ms   5.1 ms      39       45 ms    0.6 ms
//	pan,   60, near       11.1     107 ms   0.1 ms      39       48 ms    0.2 ms
//	zoom,  60, near        9.5     117 ms   3.1 ms      33       54 ms    0.9 ms
//	pan,  500, whole       9.8     125 ms   0.2 ms      50       36 ms    0.1 ms
//	zoom, 500, whole      10.6     145 ms  23.0 ms      44       41 ms    0.4 ms
//	pan,  500, near       14.9     122 ms   0.2 ms      46       40 ms    0.2 ms
//	zoom, 500, near       16.9     104 ms   6.8 ms      40       44 ms    0.6 ms
//
// What is left is the filling of pixels in software: a rounded rectangle costs about 45 ns a pixel, a
// plain one 33 ns, an image 20 ns and a thick line 5 ns. Hence the sheet, which is the card without a
// large rectangle, and tiles that are left out where nothing is drawn.
package pedigreeview
