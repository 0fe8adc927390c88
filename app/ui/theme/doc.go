// Package theme is how Kindred looks: three palettes (light, dark, high contrast), the embedded
// typefaces, and the few quiet widgets that every screen is made of: cards, chips, texts, buttons.
//
// Colour never carries meaning alone: a chip has words, a selection has a ring.
package theme
