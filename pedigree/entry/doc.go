// Package entry reads a line of family history as it is spoken: "mat aunt Joan 66 br 49 BRCA1+".
// Parse says what the line means before anything is changed, Apply does it, Target reads the "@" line
// that chooses whose relatives come next, Complete is the Tab key.
//
// Position decides what a word means: first the head (a relation, or self), then the name, then the
// facts. A letter has one meaning in each position, and case does not matter. Whatever is not understood
// is kept as a note on the person; nothing typed is lost.
//
//	line     = entry { ( "," | ";" ) entry }       a comma begins an entry where a head follows it
//	entry    = { owner } head [ name ] facts       facts: see package facts
//	         | { owner } plural ( none | dk )      "mat aunts none": asked, none; dk: doesn't know
//	         | no plural                           "no brothers"; "no children" is a fact of the subject
//	         | place                               a line about the subject alone
//	owner    = relation's | [ relation ] name's    "mgm's", "Joan's", "mat aunt Joan's": chains
//	head     = [ count ] [ side ] [ prefix ] relation [ more ]
//	count    = 3 | three                           also 3s, and after the relation x3 or, of a plural, 3
//	side     = mat | maternal | pat | paternal     the subject's side
//	prefix   = half | step | adoptive | foster | birth | identical | mz | dz (twins)
//	relation = self | m mum | f dad | p parents | b br bro brother | s sis sister | u sib
//	         | dau | n son | child | o partner husband wife | ex | t twin | triplets
//	         | mgm mgf pgm pgf | nan gran grandad ... | aunt | uncle | cousin | niece | nephew
//	         | grandson | granddaughter | grandchild | great aunt | great uncle | great nan ...
//	         | x preg | misc | TOP | SB | ectopic
//	more     = mz | dz | ?  (twins)  | ? side  | f | m  (where the relation leaves the sex open)
//	name     = word { word } | "in quotes"         at most three words without quotes
//	under    = < name | < ?                        among the facts: a child's other parent, a cousin's
//	                                               parent; ? is somebody unknown
//	place    = adopted in | adopted out | fostered | donor egg | donor sperm | infertile
//	         | no children [ by choice ]           the first five also among the facts of anybody
//
// The letters at the head are those of the canvas: m, f, b, s, u, o, n, t, x. D, C and P are letters
// there and no heads here, because a line goes on: "d 58" can be a daughter of 58 or a death at 58, "c"
// a child or a cousin, "g" any grandparent. They ask, and in a file become a note. Only p alone on a line
// is read, as both parents, with the partner offered beside: everybody has two parents, so that nothing
// is guessed.
//
// Directly after a head a keyword that is also a name is the name (Pat, Mat, May, Will, Dot, R); "br",
// "ov" and the like are nobody's names and begin the facts. A further word belongs to the name when it is
// an initial, or written as the first was (both with capitals or both without) and no fact. After a comma
// "br" is breast cancer, at the start of a line a brother.
//
// Whoever is in the family already is found and not added again: the mother there is one of, anybody by
// relation and name, and one of an unnamed group ("3s", then "s Jane") while it lasts. Who is missing in
// between is added as an unknown person. Vague heads ask: half-siblings, aunts, cousins and grandparents
// without a side, great-aunts, a child where there are several partners, a cousin where there are aunts.
// Until that is answered a relative whose side is not known stands apart with a note, is counted on
// neither side, and is put in place by a line that says the side; a child has one known parent; a cousin
// descends from an unknown aunt or uncle. Siblings keep the order typed where ages do not decide. A
// step-sibling without a side is recorded as a step-child of both parents.
package entry
