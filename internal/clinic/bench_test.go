package clinic

import (
	"strconv"
	"testing"

	"kindred/pedigree"
)

// large is a family of 64 people, a third of them with a cancer that nobody confirmed.
func large(b *testing.B) *Session {
	b.Helper()
	c := newClinicIn(b, b.TempDir())
	f := &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Name: "G1", AsOf: c.Today()}
	for i := range 64 {
		p := pedigree.Individual{ID: pedigree.ID(strconv.Itoa(i + 1)), Sex: pedigree.Female, Age: pedigree.ExactYear(30 + i%50)}
		if i%2 == 1 {
			p.Sex = pedigree.Male
		}
		if i >= 4 { // couples of neighbours, four children each
			p.Mother, p.Father = pedigree.ID(strconv.Itoa(i/4*2-1)), pedigree.ID(strconv.Itoa(i/4*2))
		}
		if i%3 == 0 {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(45)}}
		}
		f.Individuals = append(f.Individuals, p)
	}
	f.Individuals[63].Consultand = true
	id, err := c.Import(f, "test family")
	must(b, err)
	return openFamily(b, c, id)
}

// BenchmarkConfirmationEffects asks the models twice for every fact that is open.
func BenchmarkConfirmationEffects(b *testing.B) {
	s := large(b)
	subject := s.Family().Subject().ID
	open := 0
	for _, c := range s.Confirmations() {
		if !c.State.Settled() {
			open++
		}
	}
	for b.Loop() {
		s.ConfirmationEffects(subject, never)
	}
	b.ReportMetric(float64(open), "facts")
	b.ReportMetric(float64(len(s.Family().Individuals)), "people")
}

// BenchmarkListEntry is what every edit makes for the list of families.
func BenchmarkListEntry(b *testing.B) {
	s := large(b)
	for b.Loop() {
		entryOf(s.id, s.Family(), nil, s.clinic.now())
	}
}

// BenchmarkSourcesOfAnEdit is what marking the source of one new fact costs.
func BenchmarkSourcesOfAnEdit(b *testing.B) {
	s := large(b)
	before, told := s.Family(), pedigree.Provenance{ToldBy: "Anna", WrittenBy: "A Counsellor", On: "2026-11-21"}
	for b.Loop() {
		after := before.Clone()
		after.Individuals[7].Age = pedigree.ExactYear(50)
		must(b, stamp(before, after, told))
	}
}
