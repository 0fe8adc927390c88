package findings

import (
	"testing"

	"kindred/pedigree"
)

func person(said ...string) *pedigree.Individual {
	p := &pedigree.Individual{ID: "1"}
	for _, site := range said {
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Site(site)})
	}
	return p
}

func TestNamesAreFoundAsWholeWords(t *testing.T) {
	for _, c := range []struct {
		said string
		name string
		want bool
	}{
		{"MI", "mi", true},
		{"anterior MI, 2nd", "mi", true},
		{"migraine", "mi", false},
		{"multiple lipomas", "lipoma", true},
		{"Tendon xanthomas of both heels", "tendon xanthoma", true},
		{"xanthoma of a tendon", "tendon xanthoma", false},
		{"no tendon xanthoma", "tendon xanthoma", false},
		{"not macrocephaly", "macrocephaly", false},
		{"Lhermitte–Duclos disease", "lhermitte duclos", true},
		{"", "mi", false},
	} {
		if got := Says(c.said, NamesOf(c.name)); got != c.want {
			t.Errorf("%q in %q: %v", c.name, c.said, got)
		}
	}
}

func TestRefutedFindingsAreNotFoundAndACauseOfDeathIs(t *testing.T) {
	p := person("heart attack", "heart attack")
	p.Diagnoses[0].Status = pedigree.Refuted
	p.Diagnoses[1].Certainty = pedigree.Possible
	p.CauseOfDeath, p.Age = "a heart attack", pedigree.ExactYear(52)
	found := Of(p, NamesOf("heart attack"))
	if len(found) != 2 || !found[0].Possible || found[0].Diagnosis == nil || found[1].Age.Low.Year != 52 || found[1].Diagnosis != nil {
		t.Errorf("%+v", found)
	}
}

func TestASignSaidToBeAbsentIsDenied(t *testing.T) {
	name := NamesOf("tendon xanthoma")
	if !Denied(person("no tendon xanthoma"), name) || Denied(person("tendon xanthoma", "no lipoma"), name) {
		t.Error("only what is said not to be there is denied")
	}
}

func TestANumberIsReadInItsUnitOnly(t *testing.T) {
	ldl := Quantity{Names: NamesOf("ldl", "ldl c"), Not: NamesOf("vldl"), Other: []string{"mg"}, Low: 0.5, High: 30}
	for _, c := range []struct {
		said         string
		read, unread int
		want         float64
	}{
		{"LDL 5.6", 1, 0, 5.6},
		{"LDL-C 5,6 mmol/L", 1, 0, 5.6},
		{"LDL5.6mmol", 1, 0, 5.6},
		{"LDL cholesterol of 12", 1, 0, 12},
		{"LDL 220 mg/dL", 0, 1, 0},
		{"LDL 220", 0, 1, 0},
		{"high LDL", 0, 1, 0},
		{"VLDL 5", 0, 0, 0},
	} {
		read, unread := ldl.Measurements(person(c.said))
		if len(read) != c.read || len(unread) != c.unread || c.read == 1 && read[0].Value != c.want {
			t.Errorf("%q: %v, not read %v", c.said, read, unread)
		}
	}
}

func FuzzNoTextBreaksTheReading(f *testing.F) {
	for _, seed := range []string{"LDL 5.6", "5..6,", "é.1", "x12 polyps", "\xff 1.2.3"} {
		f.Add(seed)
	}
	q := Quantity{Names: NamesOf("ldl", "x"), Low: 0, High: 30}
	f.Fuzz(func(t *testing.T, said string) {
		read, _ := q.Measurements(person(said))
		for _, m := range read {
			if m.Value < q.Low || m.Value > q.High {
				t.Errorf("%q: %v", said, m.Value)
			}
		}
	})
}
