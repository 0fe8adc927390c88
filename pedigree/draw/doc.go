// Package draw turns a family and its layout into a Scene: a display list of six primitives that
// the screen, SVG, PDF and PNG sinks copy out. The rules of pedigree nomenclature live here.
//
// Sources: Bennett RL et al., Am J Hum Genet 1995;56:745-752; J Genet Couns 2008;17:424-433
// (DOI 10.1007/s10897-008-9169-9); J Genet Couns 2022;31:1238-1248 (DOI 10.1002/jgc4.1621); the UK
// consensus of UKCGG and the Central and South Genomic Medicine Service Alliance, BJC Reports 2023,
// for the hexagon and the assigned-sex note.
package draw
