package clinic

import (
	"io"

	"kindred/internal/letter"
	"kindred/internal/render/pdf"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/layout"
)

// Copy is whom a printed pedigree is for, and so how much it shows.
type Copy string

// The copies. Only WholeCopy shows what somebody told in confidence. Branches that are hidden on the
// screen are hidden in FullCopy and AnonymousCopy, which say so on every page.
const (
	FullCopy      Copy = "full"       // names and facts, as the patient whose visit it is may see them
	LetterCopy    Copy = "letter"     // the tree as that patient's letter shows it, without names
	AnonymousCopy Copy = "anonymised" // nobody can be known from it: for copies that leave the clinic
	WholeCopy     Copy = "whole"      // everything in the record, for the clinic's own file
)

// Printing says how a pedigree is to be printed.
type Printing struct {
	Copy     Copy        // "" is FullCopy
	Patient  pedigree.ID // the patient record whose visit it is; "" is nobody, who may see what is not confidential
	AgeBands bool        // ages in bands of ten years
	Page     pages.Options
	Previous *layout.Layout // the arrangement on the screen, to be kept
}

// Printout is a pedigree on paper.
type Printout struct {
	Scene    *draw.Scene // the whole drawing
	Document *pages.Document
	TextSize float64 // of its labels as printed, in points

	// ReadablePages is how many pages it takes until the text is readable; as many as there are, if it is.
	ReadablePages int
}

// PDF writes the pages as one file.
func (p *Printout) PDF(w io.Writer) error { return pdf.Write(w, p.Document.Scenes(), pdf.Options{}) }

// PrintPedigree puts the family as it stands on paper, with its marks on every page. It may be called
// from any goroutine; a large family takes seconds.
func (s *Session) PrintPedigree(p Printing) *Printout {
	drawing := s.Drawing()
	style := s.Style()
	style.Measure = textmetric.Letter
	style.AgeBands = p.AgeBands
	family := s.Family()
	switch p.Copy {
	case WholeCopy:
	case LetterCopy:
		style.HideNames, style.Nomenclature.PedigreeNumbers = true, false
		if tree := letter.Tree(family, p.Patient); tree != nil {
			family = tree
			break
		}
		family = family.For("", pedigree.ForShowing)
		style.Labelled = func(pedigree.ID) bool { return false } // nobody's letter recognises anybody
	case AnonymousCopy:
		// It is for eyes that nobody can name: nothing confidential is in it, whoever told it.
		style.Anonymise = true
		family = family.For("", pedigree.ForShowing).Folded()
	default:
		family = family.For(p.Patient, pedigree.ForShowing).Folded()
	}
	arranged := layout.Arrange(family, layout.Options{
		Previous: p.Previous, StrictBirthOrder: drawing.StrictBirthOrder, Width: draw.Widths(family, style),
	})
	scene := draw.Draw(family, arranged, style)
	p.Page.Measure = textmetric.Letter
	document := pages.Split(scene, p.Page)
	made := &Printout{Scene: scene, Document: document, TextSize: document.TextSize(scene), ReadablePages: len(document.Pages)}
	if p.Page.Fit && made.TextSize < pages.Readable {
		p.Page.Fit = false
		made.ReadablePages = len(pages.Split(scene, p.Page).Pages)
	}
	return made
}
