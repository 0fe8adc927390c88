package interview

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

func TestTheFourStatesOfAnAnswerStayDifferent(t *testing.T) {
	said := pedigree.ExactYear(60)
	for _, tt := range []struct {
		name string
		p    pedigree.Individual
		q    pedigree.Question
		want pedigree.Answer
	}{
		{"nothing", pedigree.Individual{}, pedigree.AskedCancer, pedigree.NotAsked},
		{"well", pedigree.Individual{Well: pedigree.Yes}, pedigree.AskedCancer, pedigree.No},
		{"well is alive", pedigree.Individual{Well: pedigree.Yes}, AskedAlive, pedigree.Yes},
		{"asked none", pedigree.Individual{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.No}}, pedigree.AskedCancer, pedigree.No},
		{"doesn't know", pedigree.Individual{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.DontKnow}}, pedigree.AskedCancer, pedigree.DontKnow},
		{"no details", pedigree.Individual{NoDetails: true}, pedigree.AskedCancer, pedigree.DontKnow},
		{"no details, no age", pedigree.Individual{NoDetails: true}, AskedAge, pedigree.DontKnow},
		{"diagnosis", pedigree.Individual{Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast}}}, pedigree.AskedCancer, pedigree.Yes},
		{"refuted, and nothing else asked", pedigree.Individual{Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Refuted}}}, pedigree.AskedCancer, pedigree.Yes},
		{"age of the living", pedigree.Individual{Age: said}, AskedAlive, pedigree.Yes},
		{"age", pedigree.Individual{Age: said}, AskedAge, pedigree.Yes},
		{"age not known", pedigree.Individual{Age: pedigree.ParseFuzzy("?")}, AskedAge, pedigree.DontKnow},
		{"age in words", pedigree.Individual{Age: pedigree.ParseFuzzy("quite old")}, AskedAge, pedigree.Yes},
		{"death not known", pedigree.Individual{Deceased: pedigree.DontKnow, Age: said}, AskedAlive, pedigree.DontKnow},
		{"not Ashkenazi", pedigree.Individual{Ashkenazi: pedigree.No}, pedigree.AskedAncestry, pedigree.No},
		{"childless", pedigree.Individual{Childless: pedigree.ChildlessByChoice}, pedigree.AskedChildren, pedigree.No},
		{"only brothers asked", pedigree.Individual{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedBrothers: pedigree.No}}, pedigree.AskedSiblings, pedigree.NotAsked},
		{"no brothers, no sisters", pedigree.Individual{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedBrothers: pedigree.No, pedigree.AskedSisters: pedigree.No}}, pedigree.AskedSiblings, pedigree.No},
		{"no brothers, sisters not known", pedigree.Individual{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedBrothers: pedigree.No, pedigree.AskedSisters: pedigree.DontKnow}}, pedigree.AskedSiblings, pedigree.DontKnow},
		{"tests: none", pedigree.Individual{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedTests: pedigree.No}}, pedigree.AskedTests, pedigree.No},
	} {
		tt.p.ID = "1"
		h := New(&pedigree.Family{Individuals: []pedigree.Individual{tt.p}}, "1")
		if got := h.Answer("1", tt.q); got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.name, tt.q, got, tt.want)
		}
	}
}

func TestWhatToAskNextIsTheFirstRowWithAnOpenQuestion(t *testing.T) {
	f := talk()
	for i := range f.Individuals {
		p := &f.Individuals[i]
		p.Age, p.Well = pedigree.ExactYear(50), pedigree.Yes
		for _, q := range []pedigree.Question{pedigree.AskedSiblings, pedigree.AskedChildren, pedigree.AskedAncestry, pedigree.AskedTests, pedigree.AskedSurgery} {
			p.SetAsked(q, pedigree.No)
		}
	}
	if gaps := New(f, "patient").Gaps(); len(gaps) != 0 {
		t.Fatalf("everything was asked, but %v", gaps)
	}
	f.Individual("aunt").Age, f.Individual("aunt").Well = pedigree.Fuzzy{}, pedigree.NotAsked
	f.Individual("aunt").SetAsked(pedigree.AskedChildren, pedigree.NotAsked)
	f.Individual("father").Well = pedigree.NotAsked
	gaps := New(f, "patient").Gaps()
	if len(gaps) != 2 || gaps[0].ID != "aunt" || gaps[1].ID != "father" {
		t.Fatalf("got %v", gaps)
	}
	if got, want := gaps[0].Words(), "alive or dead, age, cancer"; got != want {
		t.Errorf("ask %q, want %q: the aunt's daughter is recorded", got, want)
	}
}

func TestPartnersAndLossesAreNotAskedAbout(t *testing.T) {
	h := New(talk(), "patient")
	for _, id := range []pedigree.ID{"partner", "loss", "stranger", "gone"} {
		if got := h.Needs(id); len(got) != 0 {
			t.Errorf("%s is asked %v", id, got)
		}
	}
	if got := h.Needs("patient"); !reflect.DeepEqual(got, Questions) {
		t.Errorf("the patient is asked %v", got)
	}
}

func TestPrimariesAreCountedBySide(t *testing.T) {
	d := func(site pedigree.Site) pedigree.Diagnosis { return pedigree.Diagnosis{Site: site} }
	for _, tt := range []struct {
		name string
		set  func(f *pedigree.Family)
		want string
	}{
		{"nothing", func(*pedigree.Family) {}, "mother's side: none recorded; father's side: none recorded"},
		{"the promise", func(f *pedigree.Family) {
			f.Individual("mother").Diagnoses = []pedigree.Diagnosis{d(pedigree.Breast), d(pedigree.Breast)}
			f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{d(pedigree.Ovary), d(pedigree.Breast)}
		}, "mother's side: 3 breast, 1 ovary; father's side: none recorded"},
		{"refuted and secondary", func(f *pedigree.Family) {
			f.Individual("mgm").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Refuted}, {Site: pedigree.Brain, Secondary: true}}
		}, "mother's side: none recorded; father's side: none recorded"},
		{"possible", func(f *pedigree.Family) {
			f.Individual("pgm").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Certainty: pedigree.Possible}, d(pedigree.Breast)}
		}, "mother's side: none recorded; father's side: 1 breast, 1 possible ovary"},
		{"in situ", func(f *pedigree.Family) {
			f.Individual("pgm").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Behaviour: pedigree.InSitu}, d("oesophagus"), d(pedigree.Polyps)}
		}, "mother's side: none recorded; father's side: 1 breast in situ, 1 oesophagus"},
		{"sister and patient", func(f *pedigree.Family) {
			f.Individual("sister").Diagnoses = []pedigree.Diagnosis{d(pedigree.Breast)}
			f.Individual("patient").Diagnoses = []pedigree.Diagnosis{d(pedigree.Breast)}
		}, "patient and both sides: 2 breast; mother's side: none recorded; father's side: none recorded"},
		{"partner", func(f *pedigree.Family) {
			f.Individual("partner").Diagnoses = []pedigree.Diagnosis{d(pedigree.Lung)}
			f.Individual("step").Diagnoses = []pedigree.Diagnosis{d(pedigree.Lung)}
		}, "mother's side: none recorded; father's side: none recorded"},
		{"side unknown", func(f *pedigree.Family) {
			f.Individual("stranger").Diagnoses = []pedigree.Diagnosis{d(pedigree.Breast)}
		}, "mother's side: none recorded; father's side: none recorded; side not known: 1 breast"},
		{"three aunts", func(f *pedigree.Family) {
			f.Individual("aunt").Count = 3
			f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{d(pedigree.Colorectum)}
		}, "mother's side: 3 colorectum; father's side: none recorded"},
	} {
		f := talk()
		tt.set(f)
		if got := CountsInWords(Counts(f, "patient")); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestTheShortestWayToARelativeIsThatOfTheRelationship(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := grown(t)
		w := newWalk(f)
		self := w.index["0"]
		way := w.stepsFrom(self)
		for i := range f.Individuals {
			r := f.Relationship("0", f.Individuals[i].ID)
			twin := r.Up == 1 && r.Down == 1 && len(f.Twins) > 0 // without recorded parents
			if s, ok := way[i]; i != self && !twin && ok != r.IsBlood() || ok && s.up+s.down > r.Up+r.Down {
				t.Fatalf("%s is %+v (%v), the relationship is %+v", f.Individuals[i].ID, s, ok, r)
			}
		}
	})
}
