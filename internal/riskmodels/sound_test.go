package riskmodels_test

import (
	"encoding/json"
	"io/fs"
	"math"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kindred/assets"
	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
	"kindred/pedigree/risk"
)

// sound checks what every answer of every model must be: named, sourced and reasoned; with values or a
// category exactly where the status is ok; every value finite, inside its range, and a probability unless
// it is points or a factor.
func sound(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, a risk.Assessment,
) {
	t.Helper()
	if len(a.Because) == 0 || a.Model == "" || a.Version == "" || a.Title == "" || len(a.Source) == 0 {
		t.Fatalf("%s has no name, version, source or reason: %+v", a.Model, a)
	}
	if (a.Status == risk.OK) != (len(a.Values) > 0 || a.Category != "" && a.Category != "cannot tell") {
		t.Fatalf("%s is %s with values %v, category %q: %q", a.Model, a.Status, a.Values, a.Category, a.Because)
	}
	if _, ok := a.Values[a.Headline]; a.Headline != "" && a.Status == risk.OK && !ok {
		t.Fatalf("%s is known by %s, which it does not have: %v", a.Model, a.Headline, a.Values)
	}
	for key, v := range a.Values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("%s %s is %v", a.Model, key, v)
		}
		if !risk.IsPoints(key) && !strings.Contains(key, "bayes_factor") && (v < 0 || v > 1) {
			t.Fatalf("%s %s: %v is no probability", a.Model, key, v)
		}
		if r, ok := a.Range[key]; ok && (v < r.Low-1e-9 || v > r.High+1e-9) {
			t.Fatalf("%s %s: %v outside %+v", a.Model, key, v, r)
		}
	}
}

func TestEveryPersonOfEverySampleFamilyIsAnswered(t *testing.T) {
	files, err := fs.Glob(assets.Files, "families/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		read, err := interchange.Read(file, assets.Must(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range read.Families {
			for i := range f.Individuals {
				if p := &f.Individuals[i]; i%5 > 0 && !p.Consultand && !p.Proband {
					continue // every fifth, or the patient
				}
				answers := riskmodels.Assess(risk.Request{Family: f, Subject: f.Individuals[i].ID, Quick: true})
				for k, a := range answers {
					if a.Model != riskmodels.Names()[k] || a.Subject != f.Individuals[i].ID {
						t.Errorf("%s: answer %d is %s about %s", file, k, a.Model, a.Subject)
					}
					sound(t, a)
				}
			}
		}
	}
}

// marksIn collects the marks in a file of numbers: under "mark", and one for each thing under "marks".
func marksIn(value any) (marks []string) {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			switch of := inner.(type) {
			case string:
				if key == "mark" {
					marks = append(marks, of)
				}
			case map[string]any:
				for _, mark := range of {
					if text, ok := mark.(string); ok && key == "marks" {
						marks = append(marks, text)
					}
				}
			}
			marks = append(marks, marksIn(inner)...)
		}
	case []any:
		for _, inner := range v {
			marks = append(marks, marksIn(inner)...)
		}
	}
	return marks
}

// TestNothingUnverifiedIsShipped: every file of numbers is marked, with the marks of its README only.
func TestNothingUnverifiedIsShipped(t *testing.T) {
	known := []string{"V1", "V2", "CHK", "suspect", "bad", ""}
	unverified := regexp.MustCompile(`\b(MEM|GAP)\b`)
	files, err := fs.ReadDir(assets.Files, "models")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(assets.Must("models/README.md"))
	for _, file := range files {
		name := file.Name()
		text := assets.Must(path.Join("models", name))
		if found := unverified.Find(text); found != nil {
			t.Errorf("%s holds something marked %s", name, found)
		}
		if name != "README.md" && !strings.Contains(readme, name) {
			t.Errorf("assets/models/README.md does not say what %s is", name)
		}
		if !strings.HasSuffix(name, ".json") {
			continue
		}
		var content any
		if err := json.Unmarshal(text, &content); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		marks := marksIn(content)
		if len(marks) == 0 {
			t.Errorf("%s has no mark", name)
		}
		for _, mark := range marks {
			if !slices.Contains(known, mark) {
				t.Errorf("%s has the mark %q, which is none of %q", name, mark, known)
			}
		}
	}
}

func TestEveryModelHasItsPublication(t *testing.T) {
	for _, a := range riskmodels.Assess(risk.Request{}) {
		if a.Title == "" || a.Version == "" || len(a.Source) == 0 || len(a.Validity) == 0 || a.Status != risk.NotApplicable {
			t.Errorf("%s: %+v", a.Model, a)
		}
	}
}

// TestTheOptionReachesTheModelsThatTakeOne and no others.
func TestTheOptionReachesTheModelsThatTakeOne(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Sex: pedigree.Female}, {ID: "2", Sex: pedigree.Male}, {ID: "3", Mother: "1", Father: "2", Proband: true}, {ID: "4", Mother: "1", Father: "2"},
	}}
	option := `{"allele_frequency":0.001,"penetrance":[0.05,0.7,0.8],"phenotypes":{"3":"affected","4":"affected"},"genotypes":{"3":1,"4":1}}`
	taken := map[string]bool{"mendelian": true, "cosegregation": true}
	for _, a := range riskmodels.Assess(risk.Request{Family: f, Option: []byte(option)}) {
		sound(t, a)
		if taken[a.Model] && a.Status != risk.OK {
			t.Errorf("%s does not take the option: %q", a.Model, a.Because)
		}
	}
	for name := range taken {
		a := riskmodels.ByName(name).Assess(risk.Request{Family: f})
		if a.Status != risk.NotApplicable {
			t.Errorf("%s answers without an option: %s", name, a.Status)
		}
	}
}

// TestAModelAnswersTheSameAloneAndAmongOthers: what it is given of the others' answers is what it would ask,
// and none changes what they share.
func TestAModelAnswersTheSameAloneAndAmongOthers(t *testing.T) {
	for _, file := range []string{"families/g10482-breast-ovarian.json", "families/g10481-breast-only.json"} {
		read, err := interchange.Read(file, assets.Must(file))
		if err != nil {
			t.Fatal(err)
		}
		req := risk.Request{Family: read.Families[0]}
		for _, among := range riskmodels.Assess(req) {
			alone, err := json.Marshal(riskmodels.ByName(among.Model).Assess(req))
			if err != nil {
				t.Fatal(err)
			}
			if both, _ := json.Marshal(among); string(both) != string(alone) {
				t.Errorf("%s, %s: alone\n%s\namong others\n%s", file, among.Model, alone, both)
			}
		}
	}
}
