package pedigreeview

import (
	"reflect"
	"strings"

	"kindred/pedigree"
)

// Disputed is a fact that two colleagues have recorded differently and nobody has settled.
type Disputed struct {
	Person pedigree.ID
	Fact   string // its JSON key in the native file, such as "age" or "diagnoses"
}

// joining are the facts without which there is no family to draw.
var joining = map[string]bool{"id": true, "mother": true, "father": true}

// withhold takes disputed facts out of a family that is the caller's own: neither side's words are for
// the patient to read on the screen. Who is whose parent stays, since the drawing hangs on it.
func withhold(f *pedigree.Family, facts []Disputed) {
	for _, d := range facts {
		p := f.Individual(d.Person)
		if p == nil || joining[d.Fact] {
			continue
		}
		v := reflect.ValueOf(p).Elem()
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if key == d.Fact && v.Field(i).CanSet() {
				v.Field(i).SetZero()
			}
		}
	}
}
