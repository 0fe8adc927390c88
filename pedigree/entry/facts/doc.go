// Package facts reads the facts of one person as they are spoken and typed: "66 br 49 L TN, BRCA1+
// report seen, BSO 45 rr". Two digits are an age and four a year, a letter has one meaning here, and
// whatever is not understood is a note with its exact words: nothing typed is lost.
//
// The grammar, in which case does not matter and facts follow each other with or without commas:
//
//	facts     = { fact | "," | ";" | "and" | "&" | "+" | note }
//	age       = 66 | ~60 | 40s | early 70s | 55-60 | <50 | 70+ | 6 months | ?
//	year      = 1952 | 1950s | ~1952 | 14/03/1984 | "before the war"      four digits are a year
//	born      = [ b | born | dob ] year                                   a bare year is the birth
//	died      = ( d | died ) [ age ] [ year ] [ [ of ] cause ]
//	diagnosis = [ ? ] site { age | L | R | bil | detail }                 "br 48 L TN G3 confirmed"
//	            { ( again | new | rec ) age | mets [ site ] }
//	          | condition NAME [ age ]
//	site      = any word of package terms, with or without "ca"; a/b is one of the two
//	operation = ( BSO | mast | hyst ... ) { age | L | R | bil | rr | tx }
//	test      = [ tumour ] gene ( + | - | ? | VUS | class N ) { variant | screen | pred | report seen | told | age | year }
//	carries   = carrier NAME | t(11;22) | 47,XXY
//	state     = well | A&W | none | nil | no details | dk | not in contact | infertile | no children [ by choice ]
//	          | adopted in | adopted out | fostered
//	who       = f | m | nb | AFAB | AMAB | trans man | trans woman | ashkenazi | jewish | ancestry NAME
//	pregnancy = 20w | 20 weeks | 20+3 | due DATE                          of a pregnancy or loss only
//	note      = "in quotes" | (in brackets) | anything else
//
// A word that changes what follows it ("not", "no", "never", or another relative: "her sister br 48")
// makes everything up to the next comma a note: a fact must never be read into its opposite, or into
// somebody else. The same holds for an organ with an unknown word behind it: "bowel problems" is no cancer.
package facts
