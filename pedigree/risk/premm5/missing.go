package premm5

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// missing is what each doubtful fact that the model reads could do to the answer. A fact that changes nothing
// at all, to the last digit, is one that it does not read.
func (m *Model) missing(c *risk.Case, now *risk.Assessment) []risk.Missing {
	doubts := slices.DeleteFunc(risk.Doubts(c, m.sites()), func(d risk.Doubt) bool {
		return d.Person != c.Subject.ID && (c.Relation(d.Person).Degree > 2 || !m.reads(&d))
	})
	for i := range doubts {
		at, _ := c.At(doubts[i].Person)
		m.alike(&doubts[i], len(c.Family.Individuals[at].Diagnoses))
	}
	was := now.Values[risk.AnyGene]
	return slices.DeleteFunc(risk.Effects(c, doubts, now, func(c *risk.Case) risk.Assessment {
		other, _, _ := m.value(c)
		return other
	}), func(e risk.Missing) bool {
		return len(e.Moves) == 0 && (e.Span == nil || *e.Span == risk.Range{Low: was, High: was}) &&
			(e.SetAside == nil || *e.SetAside == was) && (e.Refuted == nil || *e.Refuted == was)
	})
}

// reads reports that in some reading of a relative's fact there is something that the model counts.
func (m *Model) reads(d *risk.Doubt) bool {
	return slices.ContainsFunc(d.Readings, func(r risk.Reading) bool {
		return slices.ContainsFunc(r.Person.Diagnoses, func(d pedigree.Diagnosis) bool {
			return m.kind(&d) != notCounted || d.Status == pedigree.Refuted
		}) || slices.ContainsFunc(r.Person.GeneTests, func(t pedigree.GeneTest) bool { return slices.Contains(m.KnownGenes, t.Gene) })
	})
}

// alike leaves one reading of the other Lynch cancers, which the model counts alike, where each cancer is tried in
// a person: a reading has one diagnosis more than are recorded then. Readings of recorded diagnoses all stay.
func (m *Model) alike(d *risk.Doubt, recorded int) {
	tried := false
	d.Readings = slices.DeleteFunc(d.Readings, func(r risk.Reading) bool {
		n := len(r.Person.Diagnoses)
		if n <= recorded || m.kind(&r.Person.Diagnoses[n-1]) != otherLynch {
			return false
		}
		again := tried
		tried = true
		return again
	})
}

// sites are those whose cancers the model counts.
func (m *Model) sites() []pedigree.Site {
	return append([]pedigree.Site{pedigree.Colorectum, pedigree.Endometrium}, m.OtherLynch.Sites...)
}
