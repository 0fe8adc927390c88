package criteria_test

import (
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// bowel draws confirmed cancers of exact ages of which some count for Amsterdam II.
func bowel(t *rapid.T) pedigree.Diagnosis {
	return pedigree.Diagnosis{
		Site: rapid.SampledFrom([]pedigree.Site{pedigree.Colorectum, pedigree.Colorectum, pedigree.Endometrium, pedigree.UpperUrinaryTract, pedigree.Ovary}).Draw(t, "site"),
		Age:  pedigree.ExactYear(rapid.SampledFrom([]int{38, 49, 50, 51, 66}).Draw(t, "age")), Status: pedigree.Confirmed,
	}
}

// has reports a cancer of one of the sites below an age; 0 is any age.
func has(p *pedigree.Individual, below int, sites ...pedigree.Site) bool {
	for _, d := range p.Diagnoses {
		for _, s := range sites {
			if d.Site == s && (below == 0 || d.Age.High.Year < below) {
				return true
			}
		}
	}
	return false
}

// TestAmsterdamIsWhatItsDefinitionSaysOfAnyThree tries every ordered three of the family.
func TestAmsterdamIsWhatItsDefinitionSaysOfAnyThree(t *testing.T) {
	m := models(t)[0]
	two := []pedigree.Site{pedigree.Colorectum, pedigree.Endometrium, pedigree.SmallBowel, pedigree.UpperUrinaryTract}
	rapid.Check(t, func(t *rapid.T) {
		f := dense(t, bowel)
		relation := map[[2]pedigree.ID]pedigree.Relationship{}
		var affected []*pedigree.Individual
		sides := f.SidesOf("self")
		for i := range f.Individuals {
			if p := &f.Individuals[i]; has(p, 0, two...) && sides[p.ID] != pedigree.NoSide {
				affected = append(affected, p)
			}
		}
		for _, a := range affected {
			for _, b := range affected {
				relation[[2]pedigree.ID{a.ID, b.ID}] = f.Relationship(a.ID, b.ID)
			}
		}
		want := "not met"
		for _, a := range affected {
			for _, b := range affected {
				for _, c := range affected {
					ab, ac := relation[[2]pedigree.ID{a.ID, b.ID}], relation[[2]pedigree.ID{a.ID, c.ID}]
					if b == c || ab.Degree != 1 || ac.Degree != 1 {
						continue
					}
					generations := map[int]bool{0: true, ab.Down - ab.Up: true, ac.Down - ac.Up: true}
					if len(generations) > 1 && (has(a, 50, two...) || has(b, 50, two...) || has(c, 50, two...)) {
						want = "met"
					}
				}
			}
		}
		if a := m.Assess(risk.Request{Family: f}); a.Category != want {
			t.Fatalf("%s %q, by definition %s", a.Category, a.Because, want)
		}
	})
}

// TestFirstDegreeKinshipIsWhatItsDefinitionSays builds all chains by joining them end to end.
func TestFirstDegreeKinshipIsWhatItsDefinitionSays(t *testing.T) {
	m := models(t)[2]
	rapid.Check(t, func(t *rapid.T) {
		f := dense(t, bowel)
		f.Individual("self").Diagnoses = nil
		n := len(f.Individuals)
		sides := f.SidesOf("self")
		affected := func(i int) bool {
			return has(&f.Individuals[i], 0, pedigree.Colorectum) && sides[f.Individuals[i].ID] != pedigree.NoSide
		}
		joined := make([][]bool, n)
		self := f.Index()["self"]
		for i := range joined {
			joined[i] = make([]bool, n)
			for k := range joined[i] {
				ends := (affected(i) || i == self) && (affected(k) || k == self)
				joined[i][k] = ends && f.Relationship(f.Individuals[i].ID, f.Individuals[k].ID).Degree == 1
			}
		}
		for via := range joined {
			for i := range joined {
				for k := range joined {
					joined[i][k] = joined[i][k] || joined[i][via] && joined[via][k]
				}
			}
		}
		counted, generations, young := 0, map[int]bool{}, false
		for i := range f.Individuals {
			if i == self || !joined[self][i] {
				continue
			}
			counted++
			r := f.Relationship("self", f.Individuals[i].ID)
			generations[r.Down-r.Up] = true
			young = young || r.Degree == 1 && has(&f.Individuals[i], 50, pedigree.Colorectum)
		}
		want := "average"
		switch {
		case counted >= 3 && len(generations) > 1:
			want = "high"
		case counted >= 2 || young:
			want = "moderate"
		}
		a := m.Assess(risk.Request{Family: f})
		if a.Category != want || len(a.Counted) != counted {
			t.Fatalf("%s counting %v, by definition %s counting %d", a.Category, a.Counted, want, counted)
		}
	})
}
