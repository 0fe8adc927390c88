// Package draw turns a family and its layout into a Scene: a display list of six primitives that
// the screen, SVG, PDF and PNG sinks copy out. The rules of pedigree nomenclature live here.
//
// # Sources
//
// Bennett RL et al., Am J Hum Genet 1995;56:745-752; J Genet Couns 2008;17:424-433
// (DOI 10.1007/s10897-008-9169-9); J Genet Couns 2022;31:1238-1248 (DOI 10.1002/jgc4.1621); the UK
// consensus of UKCGG and the Central and South Genomic Medicine Service Alliance, BJC Reports 2023,
// for the hexagon and the assigned-sex note.
//
// Only what others say of the figures of these papers could be read, so that nothing here claims
// conformance. What rests on no readable source is drawn as most tools do and is awaiting a look at
// the paper:
//
//   - a condition fills a symbol only where somebody is clinically affected, never for a gene result
//     alone;
//   - affected people are drawn one by one and not as a group with a number;
//   - one arrow with a P for somebody who is both proband and consultand;
//   - the stroke through the triangle of a termination;
//   - D for a donor, S for a surrogate who gave the egg, GC for a gestational carrier, and their lines;
//   - the asterisk of documented evaluation at the lower right, and E with a number, + or − for
//     evaluations;
//   - a child of one parent, of parents nobody recorded, and the foster child's dashed line with words;
//   - two short strokes for a couple who have separated;
//   - the bar between an identical pair in triplets, and a middle child's own straight line.
//
// The bar across the line of somebody who is not in contact is in no standard; open-pedigree has it.
// The vertical line of the presymptomatic runs through the whole symbol even where that is divided.
//
// # Conditions
//
// A condition has a sector, a pattern and a hue for the whole family; with one condition the sector is
// the whole symbol, with two a half. What is confirmed has a strong pattern on a tinted ground, what
// is only reported a fine pattern without ground, a possible diagnosis a question mark, and a refuted
// one nothing. A carrier's sector has a hatch of broken strokes, level for a known carrier and upright
// for an obligate one. Eight patterns differ without colour; from the ninth condition on a pattern
// comes again in another hue, and sector and label tell the two apart.
package draw
