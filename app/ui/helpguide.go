package ui

import "kindred/app/ui/keymap"

// guidePart is one part of the guide at the top of the help page.
type guidePart struct {
	title string
	lines []keymap.Hint // without a key it is a paragraph
}

// guide is for somebody who has never seen Kindred. What stands under relatives, facts and vague is the grammar of the
// entry line by example, each of which can be typed as it stands.
var guide = []guidePart{
	{"The first five minutes", []keymap.Hint{
		{Words: "Two places for the hands: the line under the pedigree, in which you type what you hear, and the pedigree itself, where single keys act on the selected person. Space goes to the line, Esc to the pedigree."},
		{Words: "A line says who, then the name, then the facts: s Jane 54 br 48 L is a sister, Jane, aged 54, with cancer of the left breast at 48. It is said of the selected person. The sentence beside the line is how it was understood; Enter enters it and Tab enters it and goes to the person."},
		{Words: "What is not understood is kept as a note, never dropped. Ctrl+Z takes back whatever was done last."},
	}},
	{"Typing a history: who", relatives},
	{"Typing a history: facts after the name", facts},
	{"Vague answers are kept as they are said", vague},
}

// relatives are who a line can be about.
var relatives = []keymap.Hint{
	{Key: "self Anna 41 f", Words: "The patient; f or m is the sex assigned at birth"},
	{Key: "m Carol 63", Words: "Mother; also mum. f or dad for the father, p for both, nothing known"},
	{Key: "s Jane 54", Words: "Sister; b is a brother, u a sibling of unknown sex"},
	{Key: "3s", Words: "Three sisters; s x3 too. But s 3 is one sister aged 3"},
	{Key: "dau 12, son 9", Words: "Children; child where the sex is not known"},
	{Key: "partner m Raj 45", Words: "A partner; ex for one from before"},
	{Key: "mgm", Words: "The mother's mother; mgf, pgm, pgf. A nan needs mat or pat"},
	{Key: "mat aunt Joan 66 br 49", Words: "Mother's sister; pat is the father's side"},
	{Key: "mat cousin Lucy 40 < Joan", Words: "A cousin, and whose child; < ? where nobody knows"},
	{Key: "mgm's s Edna br 70s", Words: "Step by step, from anybody: Joan's dau Lucy works too"},
	{Key: "mat half s Amy 30", Words: "Half-siblings, by the parent whom they share"},
	{Key: "twin mz Ann", Words: "An identical twin; dz is not identical, ? not known"},
	{Key: "preg 20w", Words: "A pregnancy. Losses: misc x2, TOP 18w, SB 34w, ectopic"},
	{Key: "pat aunts none", Words: "Asked, there are none. Also: no children"},
}

// facts is what a line can say of somebody.
var facts = []keymap.Hint{
	{Key: "s Jane 54", Words: "Two digits are an age, four a year: 1952"},
	{Key: "b Tom d 58", Words: "Died at 58; d 1958 is the year"},
	{Key: "s Jane br L 44, br R 51", Words: "Two breast cancers, each with side and age; ov, bowel, prostate ..."},
	{Key: "s Mia br 36 TN confirmed", Words: "Triple negative; a report was seen. Without it: as told"},
	{Key: "s Jane ?ov/bowel", Words: "Not sure which"},
	{Key: "s Jane BSO 45", Words: "Ovaries and tubes removed; mast is a mastectomy"},
	{Key: "s Jane BRCA1+ report seen", Words: "A gene test: + found, - not found, VUS unclear"},
	{Key: "b Tom well", Words: "Asked: alive and well"},
}

// vague are the answers that are no number.
var vague = []keymap.Hint{
	{Key: "pat uncle Ted early 60s", Words: "Also ~60, 40s, 55-60, <50, 1950s"},
	{Key: "s Jane dk", Words: "Asked, doesn't know"},
	{Key: "mat aunt x3 no details", Words: "Nothing known of them: that is not well"},
	{Key: "aunt ? side", Words: "The side is not known: drawn apart, counted on neither"},
}
