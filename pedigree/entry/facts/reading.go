package facts

import (
	"strings"

	"kindred/pedigree"
)

// Span is a part of the text, in bytes: [From, To).
type Span struct{ From, To int }

// Who is what is known of the person before the facts are read.
type Who struct {
	Sex       pedigree.Sex
	Gender    pedigree.Gender
	Group     bool // several people in one: facts hold of each of them
	Pregnancy bool // a pregnancy or a loss: numbers with "w" are weeks, f and m are its sex
	Dead      bool // recorded as dead: a bare age is the age at death
	// Diagnoses are those recorded, so that a further cancer of one site is asked about, not counted.
	Diagnoses []pedigree.Diagnosis
}

// WhoIs is what is known of a person of the family; nil is nobody yet.
func WhoIs(p *pedigree.Individual) Who {
	if p == nil {
		return Who{}
	}
	return Who{
		Sex: p.Sex, Gender: p.Gender, Group: p.IsGroup(), Pregnancy: p.Pregnancy != nil,
		Dead: p.IsDeceased(), Diagnoses: p.Diagnoses,
	}
}

// Reading is what a text says about one person. Every byte of it that is neither space, comma,
// semicolon, full stop nor a joining word is in the span of an item or of a note.
type Reading struct {
	Text    string
	Items   []Item
	Notes   []Note
	Trouble []Trouble
	Asks    []Ask
}

// Item is one fact that was understood.
type Item struct {
	Span
	Words string // its piece of the sentence: "breast cancer at 49, reported"
	fact  fact
}

// Note is a part of the text that is kept as it is.
type Note struct {
	Span
	Words string
}

// Trouble points at a word that was not understood and is kept as a note, or that cannot be so.
type Trouble struct {
	Span
	Words string // one short sentence: what, and what to type instead
}

// Ask is a question that the text leaves open; until it is answered the fact is kept undecided.
type Ask struct {
	Span
	Words   string
	Choices []Choice
}

// Choice is one answer: the words to show, and the text to put in the place of the question's span.
type Choice struct{ Words, Text string }

// Sentence is the pieces of the items in the order typed: "66, breast cancer at 49, reported".
func (r Reading) Sentence() string {
	pieces := make([]string, len(r.Items))
	for i, item := range r.Items {
		pieces[i] = item.Words
	}
	return strings.Join(pieces, ", ")
}

// Apply writes the facts into p. A person of any state is fit for it, and a fact that says more about
// one already there completes it: an age replaces the age, a diagnosis of the same site without an age
// gets it, a test without a result gets that. A diagnosis that contradicts the one of the same site is
// added as undecided between a new cancer and a recurrence. A diagnosis ends "well", "no details" and
// "asked: no cancer" of before.
//
// Each fact carries told as its source, unless told is empty; a plain field only where it differs from
// the source of the person. With ids nil what is added has no id.
func (r Reading) Apply(p *pedigree.Individual, told pedigree.Provenance, ids func() pedigree.ID) {
	if ids == nil {
		ids = func() pedigree.ID { return "" }
	}
	w := writer{p: p, told: told, ids: ids, before: len(p.Diagnoses)}
	for _, item := range r.Items {
		if d := item.illness(); d != nil && d.Status != pedigree.Refuted {
			w.nowIll()
			break
		}
	}
	for _, item := range r.Items {
		item.fact.write(&w)
	}
	for _, note := range r.Notes {
		w.note(note.Words)
	}
}

// fact is what an item says: its words about a person, and how it is written down.
type fact interface {
	words(p *pedigree.Individual) string
	write(w *writer)
}
