package entry

import "kindred/pedigree"

// Span is a part of the line, in bytes: [From, To).
type Span struct{ From, To int }

// Statement is what one line says about a family, before anything is changed.
type Statement struct {
	Line     string
	Sentence string // "Mother's sister Joan, 66, breast cancer at 49, reported"; "" for an empty line
	Side     string // "mother's side", "father's side", "both sides", "side not known"; "" for the near family
	Reason   string // what Undo would take back: "add mother's sister Joan"
	Notes    []string
	Trouble  []Trouble
	Asks     []Ask

	subject pedigree.ID
	entries []*said
}

// Trouble points at a word that was not understood and is kept as a note, or that cannot be so.
type Trouble struct {
	Span
	Words string // one short sentence: what, and what to type instead
}

// Ask is a question that the line leaves open, with the lines that answer it.
type Ask struct {
	Span
	Words   string // "Which side?"
	Choices []Choice
}

// Choice is one answer: the words to show, and the whole line that says it.
type Choice struct{ Words, Line string }

// Applied is what a statement did to a family.
type Applied struct {
	Entered pedigree.ID   // whom the line is about: Tab goes there
	Added   []pedigree.ID // everybody who was not there before, placeholders included
}
