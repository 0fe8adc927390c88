package criteria

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

const small = `{"tumours":{"a":{"sites":["colorectum"]},"b":{"sites":["stomach"]}},"conditions":[{"label":"1","words":"w","mark":"V2","test":%s}]}`

func TestAllTakesTheLowestAndAnyTheHighestLevel(t *testing.T) {
	levels := []pedigree.Diagnosis{ // by level
		{Status: pedigree.Refuted}, {Certainty: pedigree.Possible}, {Status: pedigree.Reported}, {Status: pedigree.Confirmed},
	}
	const a, b = `{"need":{"who":"self","kinds":[{"tumour":"a"}]}}`, `{"need":{"who":"self","kinds":[{"tumour":"b"}]}}`
	for of, combine := range map[string]func(a, b Level) Level{"all": func(a, b Level) Level { return min(a, b) }, "any": func(a, b Level) Level { return max(a, b) }} {
		r, err := Read(fmt.Appendf(nil, small, `{"`+of+`":[`+a+`,`+b+`]}`))
		if err != nil {
			t.Fatal(err)
		}
		for x := No; x <= Confirmed; x++ {
			for y := No; y <= Confirmed; y++ {
				first, second := levels[x], levels[y]
				first.Site, second.Site = pedigree.Colorectum, pedigree.Stomach
				f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Consultand: true, Diagnoses: []pedigree.Diagnosis{first, second}}}}
				v := Look(risk.Open(risk.Request{Family: f}))
				got := v.Evaluate(&r.Conditions[0].Test, 0).Level
				if want := combine(x, y); got != want || r.tally(v, []int{0}).of(0) != want {
					t.Errorf("%s of %s and %s: %s", of, x.Category(), y.Category(), got.Category())
				}
			}
		}
	}
}

func TestCountingIsOfPrimariesInOnePersonAndOfPeopleAmongRelatives(t *testing.T) {
	two := []pedigree.Diagnosis{{Site: pedigree.Colorectum, Status: pedigree.Confirmed}, {Site: pedigree.Colorectum}}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "mother", Diagnoses: two}, {ID: "self", Mother: "mother", Consultand: true}, {ID: "sister", Mother: "mother", Diagnoses: two[:1]},
	}}
	v := Look(risk.Open(risk.Request{Family: f}))
	for need, want := range map[string]Level{
		`{"who":"relatives","degree":1,"count":2,"kinds":[{"tumour":"a"}]}`: Confirmed, // each has one that is confirmed
		`{"who":"relatives","degree":1,"count":3,"kinds":[{"tumour":"a"}]}`: No,
		`{"who":"relatives","degree":1,"each":2,"kinds":[{"tumour":"a"}]}`:  Reported, // the mother's second is not confirmed
		`{"who":"relatives","degree":1,"each":3,"kinds":[{"tumour":"a"}]}`:  No,
		`{"who":"family","degree":1,"count":2,"kinds":[{"tumour":"a"}]}`:    Confirmed,
		`{"who":"self","kinds":[{"tumour":"a"}]}`:                           No,
	} {
		r, err := Read(fmt.Appendf(nil, small, `{"need":`+need+`}`))
		if err != nil {
			t.Fatal(err)
		}
		if got := v.Evaluate(&r.Conditions[0].Test, 1).Level; got != want || r.tally(v, []int{1}).of(1) != want {
			t.Errorf("%s: %s, want %s", need, got.Category(), want.Category())
		}
	}
}

func TestRulesThatAreIncompleteAreAnError(t *testing.T) {
	for _, c := range []struct{ file, says string }{
		{``, "unexpected end"},
		{`{}`, "no conditions"},
		{`{"conditions":[{"label":"1","test":{}}]}`, "lacks its label, words or mark"},
		{fmt.Sprintf(small, `{}`), "exactly one of all, any and need"},
		{fmt.Sprintf(small, `{"need":{"who":"cousins","kinds":[{"tumour":"a"}]}}`), "a need is about self"},
		{fmt.Sprintf(small, `{"need":{"who":"relatives","degree":3,"kinds":[{"tumour":"a"}]}}`), "degree 1 or 2"},
		{fmt.Sprintf(small, `{"need":{"who":"self"}}`), "either kinds or ancestry"},
		{fmt.Sprintf(small, `{"need":{"who":"self","kinds":[{"tumour":"c"}]}}`), `the tumour "c" has no sites`},
	} {
		if _, err := Read([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.file, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"bethesda", "chompret", "hdgc"} {
		file, err := os.ReadFile("../../../assets/models/" + name + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	family := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Colorectum}, {Site: pedigree.Breast, Age: pedigree.ParseFuzzy("40s")}}},
		{ID: "2", Mother: "1", Consultand: true, Affected: pedigree.Yes},
	}}
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := Read(file)
		if err != nil {
			return
		}
		v := Look(risk.Open(risk.Request{Family: family}))
		a := r.Answer(v, risk.Assessment{}, (*View).Affected)
		if len(a.Because) == 0 || a.Category == "" {
			t.Errorf("%+v", a)
		}
	})
}
