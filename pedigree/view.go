package pedigree

import (
	"reflect"
	"slices"
)

// Purpose is what a view of a family is for.
type Purpose uint8

// The purposes. The zero Purpose is the narrower one.
const (
	ForShowing Purpose = iota // a letter, a printed drawing, the patient view
	ForNumbers                // a risk; its value may be shown, the facts behind it only if ForShowing holds them too
)

// HiddenFrom reports whether a fact of this provenance is left out of the view for a patient record:
//
//   - told for one patient only: hidden from everybody but that patient's own record;
//   - for clinical use: enters numbers, and is shown to that patient alone;
//   - never asked about, may be shared, may be named: not hidden.
//
// A confidential fact that names no patient record is hidden from everybody, since nobody knows who
// may see it; so is a use that this version does not know. Both are the safe side.
func (p Provenance) HiddenFrom(patient ID, purpose Purpose) bool {
	if p.Patient != "" && p.Patient == patient {
		return false
	}
	switch p.Use {
	case "", MayBeShared, MayBeNamed:
		return false
	case ClinicalUse:
		return purpose == ForShowing
	}
	return true
}

// For is the family as it may be used for one patient record: a Clone without the facts that
// Provenance.HiddenFrom hides. An empty patient sees only what is not confidential at all.
//
// A fact's own use decides; where it was not asked, the use of its kind (Individual.Sources), then
// that of the whole person (Individual.Source). Of a person who is confidential as a whole, only the
// place in the family stays, and only where others are joined through it. A confidential parent link
// takes the child out of the union that would show it. A confidential death takes age and cause with
// it, because the age would read as that of a living person, and a confidential pregnancy goes whole.
//
// Keys that this version does not know are not in any view: a newer program may have put their
// confidentiality there too. ForShowing also leaves out the other patients' records, the reason for
// referral and the clinic's notes on the family, which are not known to come from this patient.
//
// Views are for reading; an edit made on one would lose what it hides. Names stay: leaving them out
// is anonymising, which the drawing and the letter do.
func (f *Family) For(patient ID, purpose Purpose) *Family {
	v := view{
		patient: patient, purpose: purpose, Family: f.Clone(),
		leaves: map[ID]bool{}, links: map[ID][]ID{}, sexes: map[ID]Sex{},
	}
	dropExtra(reflect.ValueOf(v.Family).Elem())
	if own := v.Patient(patient); own != nil {
		v.own = own.Individual
	}
	for i := range v.Individuals {
		v.person(&v.Individuals[i])
	}
	v.sexOfParents()
	v.groups()
	v.removeLeaves()
	if purpose == ForShowing {
		v.Notes, v.Reason = nil, ""
		v.Patients = slices.DeleteFunc(v.Patients, func(p Patient) bool { return patient == "" || p.ID != patient })
	}
	return v.Family
}

// view is a family on its way to becoming what one patient may see.
type view struct {
	*Family
	patient ID
	purpose Purpose
	own     ID          // the patient's individual, who always stays
	leaves  map[ID]bool // confidential as a whole: removed unless others are joined through them
	links   map[ID][]ID // the confidential parents of a child
	sexes   map[ID]Sex  // what the cleared sexes were
}

func (v *view) hides(p Provenance) bool { return p.HiddenFrom(v.patient, v.purpose) }

// hidesItem is hides for something with a provenance of its own inside a field, whose use holds
// where the item's own was not asked.
func (v *view) hidesItem(own, field Provenance) bool {
	if own.Use == "" {
		own.Use = field.Use
		if own.Patient == "" {
			own.Patient = field.Patient
		}
	}
	return v.hides(own)
}
