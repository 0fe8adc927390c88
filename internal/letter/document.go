// Package letter writes the clinic's letters from the record: plain words, numbers out of 100 with
// both framings, nobody in the family named or made recognisable without a recorded consent. A
// Document is a list of blocks; letter/pdf sets it on pages. Building one is a pure function of its
// Request, so that the same record always gives the same letter.
package letter

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// Document is a letter ready to be set.
type Document struct {
	Template string // "risk-summary"
	Version  string // of the template
	Number   string // "L-2026-00001 v1"; "" while it is only being tried
	Title    string

	Service Service
	Date    pedigree.Date
	Ref     string // the family's reference
	Patient Identity
	Address []string
	To      string // "to patient"

	Blocks []Block
	Stamps []string // SAMPLE, EVALUATION: on every page
	Large  bool     // 18 point

	Unplaced []string // keys of edits for which the letter has no paragraph any more

	edited    []edited        // what Edit replaced, for Checks
	relatives []string        // names that nobody agreed to see in the letter, for Checks
	figures   map[string]bool // the whole numbers of the unedited chances, for Checks
	numbered  bool            // a model's number is given
}

// Identity is what stands on every page so that no sheet can go astray.
type Identity struct {
	Name string // "SAMPLE, Anna (Ms)"
	Born string // "14-Mar-1984"
	NHS  string // "999 000 0018"
}

// Service is the clinic's letterhead and contact.
type Service struct {
	Name    string   `json:"name"`
	Clinic  string   `json:"clinic"`
	Address []string `json:"address,omitempty"`
	Phone   string   `json:"phone"`
	Email   string   `json:"email,omitempty"`
}

// Signatory is who signs, or is to sign.
type Signatory struct {
	Name string        `json:"name"`
	Role string        `json:"role"`
	On   pedigree.Date `json:"on,omitempty"` // "" while unsigned
}

// Block is one of Heading, Paragraph, Bullets, IconArray, Figure and Signature.
type Block interface{ block() }

// Run is a stretch of text. Field names the place in the record that it came from; it is "" for
// words of the template.
type Run struct {
	Text  string
	Bold  bool
	Field string
}

type (
	// Heading starts a section and stays with what follows it.
	Heading struct{ Text string }
	// Paragraph has a key by which an edit replaces it.
	Paragraph struct {
		Key  string
		Runs []Run
	}
	// Bullets is a list.
	Bullets struct {
		Key   string
		Items [][]Run
	}
	// IconArray is Of circles, row by row: the first Filled of them solid, the next Half half filled,
	// because a range leaves them open, and the others empty.
	IconArray struct {
		Filled, Half, Of int
		Caption          string
	}
	// Figure is a drawing with its caption, and what is added to the caption where the drawing has to
	// be so small that its labels are left out.
	Figure struct {
		Scene   *draw.Scene
		Caption string
		Small   string
	}
	// Signature closes the letter.
	Signature struct {
		By       Signatory
		Contact  string
		CopiesTo []string
	}
)

func (Heading) block()   {}
func (Paragraph) block() {}
func (Bullets) block()   {}
func (IconArray) block() {}
func (Figure) block()    {}
func (Signature) block() {}

// CopyTo comes before each recipient of a copy.
const CopyTo = "Copy to: "

// Words is the plain text of runs.
func Words(runs []Run) string {
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	return text
}

// Text is the letter's running text, a paragraph a line, for checks and for reading aloud.
func (d *Document) Text() string {
	var text []byte
	add := func(s string) { text = append(append(text, s...), '\n') }
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case Heading:
			add(b.Text)
		case Paragraph:
			add(Words(b.Runs))
		case Bullets:
			for _, item := range b.Items {
				add("- " + Words(item))
			}
		case IconArray:
			add(b.Caption)
		case Figure:
			add(b.Caption)
		case Signature:
			add(b.By.Name)
			add(b.By.Role)
			add(b.Contact)
			for _, c := range b.CopiesTo {
				add(CopyTo + c)
			}
		}
	}
	return string(text)
}
