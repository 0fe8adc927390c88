// Package render holds the sinks of draw.Scene, one a package: svg, pdf and raster, and the palette
// they share. A sink copies the display list out and decides nothing about pedigrees. The tests here
// hold every sink to the same promise: each shape is drawn, where the Scene says.
package render
