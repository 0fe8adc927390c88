// Package sheet draws the nomenclature sheet: every symbol and every line that package draw draws,
// beside its name, its rule and its source, for a counsellor to check against the standard.
//
// Each picture is a small family that is laid out and drawn as any other family is. There is no
// second set of drawing code, so the sheet shows what a clinic will get.
package sheet
