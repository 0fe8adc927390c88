package clinic

import "kindred/pedigree/draw"

// Drawing is how this clinic draws pedigrees: on the screen, on paper and in letters. Its zero value
// is the UK consensus of 2023, siblings moved only where that saves a crossing.
type Drawing struct {
	Nomenclature     draw.Nomenclature `json:"nomenclature,omitzero"`
	StrictBirthOrder bool              `json:"strict_birth_order,omitempty"` // never move a sibling, whatever it costs
	ReduceMotion     bool              `json:"reduce_motion,omitempty"`      // on the screen, changes are shown at once
}

// Drawing is how this clinic draws. Settings that cannot be read choose nothing.
func (s *Session) Drawing() Drawing {
	settings, err := s.clinic.Settings()
	if err != nil {
		return Drawing{}
	}
	return settings.Drawing
}

// Style is the family's style with its marks and the clinic's nomenclature; the caller adds the
// Measurer of the typeface that it draws in.
func (s *Session) Style() draw.Style {
	return draw.Style{Stamp: s.Stamps(), Nomenclature: s.Drawing().Nomenclature}
}
