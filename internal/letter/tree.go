package letter

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// Tree is the family as a letter to this patient may show it, for a drawing that goes out with the
// letter or in its place: without names, without what others told in confidence, and of relatives who
// have not agreed to be recognisable only the place. Nil where the family has no such patient.
func Tree(f *pedigree.Family, patient pedigree.ID) *pedigree.Family {
	p := f.Patient(patient)
	if p == nil {
		return nil
	}
	return shown(f, p)
}

// picture is the family tree without names, generation numerals, footer and pedigree numbers.
func picture(view *pedigree.Family, r Request) *draw.Scene {
	style := draw.Style{Measure: r.Measure, HideNames: true, NoFooter: true, Nomenclature: r.Nomenclature}
	style.Nomenclature.PedigreeNumbers = false
	arranged := layout.Arrange(view, layout.Options{Width: draw.Widths(view, style), StrictBirthOrder: r.StrictBirthOrder})
	return draw.Draw(view, arranged, style)
}
