package mendelian_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// asked is one random question: a family of up to seven people with both parents or none, and a locus.
type asked struct {
	f          *pedigree.Family
	x          bool
	q          float64
	women, men []float64
	mother     float64 // new risk alleles in eggs
	father     float64 // and in sperm
	phenotypes map[string]string
	tests      map[string]any // all negative, finding 0.8
}

func draw(t *rapid.T) asked {
	q := asked{
		f: &pedigree.Family{}, x: rapid.Bool().Draw(t, "X"), q: rapid.Float64Range(0.001, 0.5).Draw(t, "frequency"),
		mother: rapid.SampledFrom([]float64{0, 0.01}).Draw(t, "eggs"), father: rapid.SampledFrom([]float64{0, 0.03}).Draw(t, "sperm"),
		phenotypes: map[string]string{}, tests: map[string]any{},
	}
	chance := rapid.Float64Range(0.01, 0.99)
	q.women = []float64{chance.Draw(t, "f0"), chance.Draw(t, "f1"), chance.Draw(t, "f2")}
	q.men = []float64{chance.Draw(t, "m0"), chance.Draw(t, "m1")}
	if !q.x {
		q.men = append(q.men, chance.Draw(t, "m2"))
	}
	var women, men []pedigree.ID
	for i := range rapid.IntRange(1, 7).Draw(t, "people") {
		p := pedigree.Individual{ID: pedigree.ID(fmt.Sprint("p", i)), Sex: rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Male}).Draw(t, "sex")}
		if len(women) > 0 && len(men) > 0 && rapid.IntRange(0, 3).Draw(t, "child") > 0 {
			p.Mother, p.Father = rapid.SampledFrom(women).Draw(t, "mother"), rapid.SampledFrom(men).Draw(t, "father")
		}
		if p.Sex == pedigree.Female {
			women = append(women, p.ID)
		} else {
			men = append(men, p.ID)
		}
		if s := rapid.SampledFrom([]string{"", "affected", "unaffected"}).Draw(t, "phenotype"); s != "" {
			q.phenotypes[string(p.ID)] = s
		}
		if rapid.IntRange(0, 3).Draw(t, "tested") == 0 {
			q.tests[string(p.ID)] = map[string]any{"result": "negative", "detection": 0.8}
		}
		q.f.Individuals = append(q.f.Individuals, p)
	}
	return q
}

func (q asked) option() []byte {
	o := map[string]any{
		"allele_frequency": q.q, "penetrance": q.women, "penetrance_male": q.men, "phenotypes": q.phenotypes, "tests": q.tests,
		"mutation": map[string]float64{"mother": q.mother, "father": q.father}, "inheritance": "AD",
	}
	if q.x {
		o["inheritance"] = "XL"
	}
	text, _ := json.Marshal(o)
	return text
}

// enumerated is the subject's posterior and the chance that a next child, with a partner of the population, is
// affected, by going through every genotype of everybody. It shares nothing with the engine.
func (q asked) enumerated(subject int) (posterior [3]float64, next float64) {
	people := q.f.Individuals
	index := q.f.Index()
	genotype := make([]int, len(people))
	founder := func(sex pedigree.Sex) [3]float64 {
		if q.x && sex == pedigree.Male {
			return [3]float64{1 - q.q, q.q, 0}
		}
		return [3]float64{(1 - q.q) * (1 - q.q), 2 * q.q * (1 - q.q), q.q * q.q}
	}
	// gamete is the chance of a risk allele in a parent's egg or sperm.
	gamete := func(g int, sperm bool) float64 {
		copies, new := 2.0, q.mother
		if sperm {
			new = q.father
			if q.x {
				copies = 1
			}
		}
		p := float64(g) / copies
		return p + (1-p)*new
	}
	child := func(mother, father int, sex pedigree.Sex) [3]float64 {
		m, f := gamete(mother, false), gamete(father, true)
		if q.x && sex == pedigree.Male {
			return [3]float64{1 - m, m, 0}
		}
		return [3]float64{(1 - m) * (1 - f), m*(1-f) + f*(1-m), m * f}
	}
	risk := func(sex pedigree.Sex, g int) float64 {
		if sex == pedigree.Male {
			return append(q.men[:len(q.men):len(q.men)], 0)[g]
		}
		return q.women[g]
	}
	total := 0.0
	var below func(i int, weight float64)
	below = func(i int, weight float64) {
		if weight == 0 {
			return
		}
		if i == len(people) {
			total += weight
			posterior[genotype[subject]] += weight
			self := people[subject].Sex
			other := map[pedigree.Sex]pedigree.Sex{pedigree.Female: pedigree.Male, pedigree.Male: pedigree.Female}[self]
			for partner, share := range founder(other) {
				mother, father := genotype[subject], partner
				if self == pedigree.Male {
					mother, father = father, mother
				}
				for _, sex := range []pedigree.Sex{pedigree.Female, pedigree.Male} {
					for g, p := range child(mother, father, sex) {
						if p > 0 {
							next += weight * share * p * risk(sex, g) / 2
						}
					}
				}
			}
			return
		}
		p := &people[i]
		from := founder(p.Sex)
		if p.Mother != "" {
			from = child(genotype[index[p.Mother]], genotype[index[p.Father]], p.Sex)
		}
		for g, w := range from {
			if w == 0 {
				continue
			}
			genotype[i] = g
			switch q.phenotypes[string(p.ID)] {
			case "affected":
				w *= risk(p.Sex, g)
			case "unaffected":
				w *= 1 - risk(p.Sex, g)
			}
			if q.tests[string(p.ID)] != nil {
				w *= math.Pow(0.2, float64(g))
			}
			below(i+1, weight*w)
		}
	}
	below(0, 1)
	for g := range posterior {
		posterior[g] /= total
	}
	return posterior, next / total
}

func TestEveryAnswerAgreesWithEnumeration(t *testing.T) {
	m := model(t)
	rapid.Check(t, func(rt *rapid.T) {
		q := draw(rt)
		subject := rapid.IntRange(0, len(q.f.Individuals)-1).Draw(rt, "subject")
		a := m.Assess(risk.Request{Family: q.f, Subject: q.f.Individuals[subject].ID, Option: q.option()})
		if a.Status != risk.OK {
			rt.Fatalf("%s: %q", a.Status, a.Because)
		}
		posterior, next := q.enumerated(subject)
		for g, want := range posterior {
			if got := a.Values[fmt.Sprint("genotype/", g)]; math.Abs(got-want) > 1e-12 {
				rt.Fatalf("genotype %d: %v, enumerated %v", g, got, want)
			}
		}
		if len(q.f.PartnersOf(q.f.Individuals[subject].ID)) == 0 && math.Abs(a.Values["next_child"]-next) > 1e-12 {
			rt.Fatalf("next child: %v, enumerated %v", a.Values["next_child"], next)
		}
	})
}

// TestCousinMarriagesCountExactly: the next child of first cousins has both alleles by descent with 1/16.
func TestCousinMarriagesCountExactly(t *testing.T) {
	f := family("g F", "h M", "a F g h", "b M g h", "x M", "y F", "self F a x", "cousin M b y")
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"self", "cousin"}}}
	rapid.Check(t, func(rt *rapid.T) {
		q := rapid.Float64Range(0.0001, 0.5).Draw(rt, "frequency")
		a := ask(t, f, "self", fmt.Sprintf(`{"inheritance":"AR","allele_frequency":%g}`, q))
		if want := q*q + q*(1-q)/16; math.Abs(a.Values["next_child"]-want) > 1e-12 {
			rt.Fatalf("q %v: %v, want %v", q, a.Values["next_child"], want)
		}
	})
}

func FuzzAssess(f *testing.F) {
	f.Add([]byte(recessive))
	f.Add([]byte(`{"condition":"dmd","inheritance":"XL","fitness":0,"mutation":{"mother":1e-5,"father":1e-5},"mosaicism":0.1,"phenotypes":{"brother":"affected"}}`))
	f.Add([]byte(`{"inheritance":"AD","carrier_frequency":0.001,"by_age":[{"age":40,"penetrance":[0.01,0.2,0.2]}],"genotypes":{"mother":1},"carrier_frequencies":{"husband":0.5},"partner":"husband"}`))
	m := model(f)
	f.Fuzz(func(t *testing.T, option []byte) {
		a := m.Assess(risk.Request{Family: clinic(), Option: option})
		if (a.Status == risk.OK) != (len(a.Values) > 0) || len(a.Because) == 0 {
			t.Fatalf("%s %q", a.Status, a.Because)
		}
		for key, v := range a.Values {
			r, ok := a.Range[key]
			if !(v >= 0 && v <= 1) || ok && (v < r.Low-1e-9 || v > r.High+1e-9) {
				t.Fatalf("%s: %s is %v in %+v", option, key, v, r)
			}
		}
	})
}
