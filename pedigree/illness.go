package pedigree

import "slices"

// Illness is what is known of whether somebody has, or has had, a cancer or another condition. The
// answers other than IllnessPresent are four different things, in a letter as in a number.
type Illness string

// What can be known of an illness. The zero Illness is IllnessNotAsked.
const (
	IllnessNotAsked  Illness = ""             // nobody asked
	IllnessPresent   Illness = "affected"     // a diagnosis, certain or possible, or the plain flag
	IllnessAbsent    Illness = "unaffected"   // well, or asked about cancer: none; the age may be known or not
	IllnessUncertain Illness = "doesn't know" // asked, and the person who told us doesn't know
	IllnessNoDetails Illness = "no details"   // nothing is known of the person: unknown, not well
)

// Illness is what is known of any illness of the person: a diagnosis that is not refuted, and otherwise
// AskedIllness.
func (p *Individual) Illness() Illness {
	if p.Affected == Yes || p.Well == No || slices.ContainsFunc(p.Diagnoses, func(d Diagnosis) bool { return d.Status != Refuted }) {
		return IllnessPresent
	}
	return p.AskedIllness()
}

// AskedIllness is the answer to the question of illness itself, whatever diagnoses are recorded: of
// somebody with bowel cancer it says whether other cancers were asked about. It is never
// IllnessPresent. The question of cancer goes before that of being well, and both before the plain
// flag; of somebody of whom no details are known nothing else is believed.
func (p *Individual) AskedIllness() Illness {
	if p.NoDetails {
		return IllnessNoDetails
	}
	for _, said := range [...]struct{ answer, absent Answer }{{p.Asked[AskedCancer], No}, {p.Well, Yes}, {p.Affected, No}} {
		switch said.answer {
		case said.absent:
			return IllnessAbsent
		case DontKnow:
			return IllnessUncertain
		}
	}
	return IllnessNotAsked
}

// SetWell records that a living person is well, and of a dead one that there was no cancer. Like SetNoCancer,
// SetIllnessUncertain and SetNoDetails it takes the place of any other answer of the four, and leaves
// diagnoses alone.
func (p *Individual) SetWell() {
	if p.IsDeceased() {
		p.SetNoCancer()
		return
	}
	p.Well, p.NoDetails = Yes, false
	p.SetAsked(AskedCancer, NotAsked)
}

// SetNoCancer records "asked about cancer, none".
func (p *Individual) SetNoCancer() {
	p.NoDetails = false
	p.SetAsked(AskedCancer, No)
}

// SetIllnessUncertain records that the person who told us doesn't know.
func (p *Individual) SetIllnessUncertain() {
	p.NoDetails = false
	p.SetAsked(AskedCancer, DontKnow)
}

// SetNoDetails records that nothing is known of the person's health.
func (p *Individual) SetNoDetails() {
	p.NoDetails, p.Well = true, NotAsked
	p.SetAsked(AskedCancer, NotAsked)
}

// SetDied records a death: nobody dead is well, but whoever was had no cancer.
func (p *Individual) SetDied() {
	if p.Deceased = Yes; p.Well == Yes {
		p.Well = NotAsked
		p.SetAsked(AskedCancer, No)
	}
}
