package pedigree

import "strings"

// Organ is one that a cancer or an operation is about, and that not everybody has.
type Organ string

// The organs that models and findings ask about. A cervix is taken with the womb.
const (
	Ovaries       Organ = "ovaries"
	Womb          Organ = "womb"
	Breasts       Organ = "breasts"
	ProstateGland Organ = "prostate"
)

// Organs lists them in the order in which forms ask.
var Organs = []Organ{Ovaries, Womb, Breasts, ProstateGland}

// Organ is the organ of a cancer's site; "" for a site that everybody has, and for the peritoneum,
// which stays when the ovaries are removed.
func (s Site) Organ() Organ {
	switch s {
	case Ovary, FallopianTube:
		return Ovaries
	case Endometrium, Cervix:
		return Womb
	case Breast:
		return Breasts
	case Prostate:
		return ProstateGland
	}
	return ""
}

// EverHad says whether somebody was born with an organ: as recorded in Organs, else as sex assigned at
// birth has it. Breast tissue everybody has. It is NotAsked where neither says.
func (p *Individual) EverHad(o Organ) Answer {
	if a := p.Organs[o]; a != NotAsked {
		return a
	}
	switch {
	case o == Breasts:
		return Yes
	case p.Sex == Female:
		return Of(o != ProstateGland)
	case p.Sex == Male:
		return Of(o == ProstateGland)
	}
	return NotAsked
}

// SetOrgan records whether somebody was born with an organ; NotAsked takes the answer away.
func (p *Individual) SetOrgan(o Organ, a Answer) {
	if a == NotAsked {
		delete(p.Organs, o)
		if len(p.Organs) == 0 {
			p.Organs = nil
		}
		return
	}
	if p.Organs == nil {
		p.Organs = map[Organ]Answer{}
	}
	p.Organs[o] = a
}

// RemovedBy is the recorded operation, not refuted, that removed the whole of an organ, the first in
// the record; nil for none. Operations on one side are not put together.
func (p *Individual) RemovedBy(o Organ) *Surgery {
	for i := range p.Surgery {
		if s := &p.Surgery[i]; s.Status != Refuted && s.removes(o) {
			return s
		}
	}
	return nil
}

// removes reads an operation by the words that clinics have for it.
func (s *Surgery) removes(o Organ) bool {
	what := strings.ToLower(s.What)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(what, w) {
				return true
			}
		}
		return false
	}
	bothSides := has("bilateral", "both", "double")
	switch o {
	case Ovaries:
		return bothSides && has("oophorectomy", "ovaries") || has("bso")
	case Breasts:
		return bothSides && has("mastectomy", "breasts")
	case Womb:
		return has("hysterectomy")
	case ProstateGland:
		return has("prostatectomy")
	}
	return false
}
