package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// values are the numbers of the only assessment in risk --json.
func values(t *testing.T, out string) string {
	t.Helper()
	var all []struct{ Values map[string]float64 }
	if err := json.Unmarshal([]byte(out), &all); err != nil || len(all) != 1 || len(all[0].Values) == 0 {
		t.Fatalf("no numbers of one model in %s: %v", out, err)
	}
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(all[0].Values)) {
		fmt.Fprintf(&b, "%s=%v ", key, all[0].Values[key])
	}
	return b.String()
}

func TestRiskAnswersInThePromisedForm(t *testing.T) {
	a := succeed(t, "risk", single, "--json")
	if a.err != "" {
		t.Errorf("stderr says %q", a.err)
	}
	var all []map[string]any
	if err := json.Unmarshal([]byte(a.out), &all); err != nil {
		t.Fatal(err)
	}
	wanted := map[string][]string{
		"manchester": {"brca1", "brca2", "combined"}, "claus": {"risk_by_79", "carrier_probability"}, "claus-tables": {"risk_by_79"},
	}
	for _, one := range all {
		name, _ := one["model"].(string)
		for _, key := range []string{"model", "version", "subject", "status", "because", "source"} {
			if one[key] == nil {
				t.Errorf("%s has no %s", name, key)
			}
		}
		numbers, _ := one["values"].(map[string]any)
		if one["status"] != "ok" && wanted[name] != nil {
			t.Errorf("%s is %v: %v", name, one["status"], one["because"])
		}
		for _, key := range wanted[name] {
			if _, ok := numbers[key].(float64); !ok {
				t.Errorf("%s has no value %s", name, key)
			}
		}
		delete(wanted, name)
	}
	if len(wanted) > 0 {
		t.Errorf("no answer of %v", wanted)
	}
}

func TestRiskWithoutASubjectIsNotApplicable(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "f.json"), `{"format":"kindred-family","version":1,"individuals":[{"id":"1"}]}`)
	a := succeed(t, "risk", path, "--json")
	if n := len(riskmodels.Names()); strings.Count(a.out, `"not-applicable"`) != n || strings.Count(a.out, `"model"`) != n {
		t.Errorf("%s", a.out)
	}
}

func TestKinshipIsExactForFirstCousins(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "cousins.ped"),
		"F g1 0 0 1 1\nF g2 0 0 2 1\nF p g1 g2 1 1\nF q g1 g2 2 1\nF x 0 0 2 1\nF y 0 0 1 1\nF a p x 1 1\nF b y q 2 1\nF c a b 1 1\n")
	a := succeed(t, "kinship", path, "--json")
	var got struct {
		Pairs      [][3]any
		Inbreeding map[string]float64
	}
	if err := json.Unmarshal([]byte(a.out), &got); err != nil || a.err != "" {
		t.Fatalf("%v: %+v", err, a)
	}
	seen := map[string]float64{}
	for _, p := range got.Pairs {
		key := fmt.Sprint(min(p[0].(string), p[1].(string)), " ", max(p[0].(string), p[1].(string)))
		if _, twice := seen[key]; twice {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = p[2].(float64)
	}
	for pair, want := range map[string]float64{"a b": 1.0 / 16, "g1 g1": 0.5, "c c": 0.53125, "p q": 0.25, "g1 g2": 0} {
		if seen[pair] != want {
			t.Errorf("kinship of %s is %v, want %v", pair, seen[pair], want)
		}
	}
	if len(got.Inbreeding) != 1 || got.Inbreeding["c"] != 1.0/16 {
		t.Errorf("inbreeding %v", got.Inbreeding)
	}
	if text := succeed(t, "kinship", path).out; !strings.Contains(text, "inbreeding\tc\t0.0625\n") {
		t.Errorf("%s", text)
	}
}

func TestLikelihoodAnswersInThePromisedForm(t *testing.T) {
	dir := t.TempDir()
	trio := write(t, filepath.Join(dir, "trio.ped"), "F 1 0 0 1 1\nF 2 0 0 2 1\nF 3 1 2 2 1\n")
	model := write(t, filepath.Join(dir, "m.json"), `{"allele_frequency":0.1,"penetrance":[0.1,0.5,0.9],"phenotypes":{},"genotypes":{"1":0,"2":2}}`)
	var got struct {
		LogLikelihood *float64 `json:"log_likelihood"`
		Posteriors    map[string][3]float64
		ElapsedMS     float64 `json:"elapsed_ms"`
		Impossible    any
	}
	a := succeed(t, "likelihood", trio, model, "--json")
	if err := json.Unmarshal([]byte(a.out), &got); err != nil || got.LogLikelihood == nil || got.ElapsedMS <= 0 || got.Impossible != nil {
		t.Fatalf("%v: %s", err, a.out)
	}
	if p := got.Posteriors["3"]; p[0] != 0 || p[2] != 0 || p[1] < 1-1e-12 {
		t.Errorf("the child of both homozygotes is %v", p)
	}
	impossible := write(t, filepath.Join(dir, "i.json"), `{"allele_frequency":0.1,"penetrance":[0.1,0.5,0.9],"phenotypes":{},"genotypes":{"1":0,"2":2,"3":2}}`)
	got.LogLikelihood, got.Impossible = nil, nil
	a = succeed(t, "likelihood", trio, impossible, "--json")
	if err := json.Unmarshal([]byte(a.out), &got); err != nil || got.LogLikelihood != nil || got.Impossible == nil {
		t.Errorf("impossible data: %v: %s", err, a.out)
	}
	if text := succeed(t, "likelihood", trio, impossible).out; !strings.HasPrefix(text, "impossible") {
		t.Errorf("%s", text)
	}
	refuse(t, []string{"likelihood", trio, write(t, filepath.Join(dir, "bad.json"), `{"allele_frequency":7}`)}, "bad.json")
}

func TestDescribeSpeaksOfTheConsultandsRelatives(t *testing.T) {
	if out := succeed(t, "describe", families).out; !strings.Contains(out, "Maternal aunt Joan, 66, left breast cancer at 49 (triple negative, grade 3, ductal, confirmed by histology report") {
		t.Errorf("%s", out)
	}
}

func TestConvertListsWhatItCannotKeep(t *testing.T) {
	out := filepath.Join(t.TempDir(), "x.ped")
	a := succeed(t, "convert", families, out)
	for _, line := range strings.Split(strings.TrimSpace(a.err), "\n") {
		if kind, _, _ := strings.Cut(line, ":"); kind != "assumed" && kind != "changed" && kind != "dropped" {
			t.Errorf("%q is no note", line)
		}
	}
	if !strings.Contains(a.err, `cause of death "heart attack"`) || a.out != "" {
		t.Errorf("%+v", a)
	}
	lossless := filepath.Join(t.TempDir(), "x")
	if a := succeed(t, "convert", families, lossless, "--to", "json"); a.err != "" {
		t.Errorf("native JSON loses something: %s", a.err)
	}
}

func TestConvertDoesNotWriteOverWhatItReads(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "one.ped"), "A 1 0 0 2 1\n")
	refuse(t, []string{"convert", path, path, "--to", "json"}, "name another one")
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "A 1 0 0 2 1\n" {
		t.Errorf("the file holds %q, %v", kept, err)
	}
}

func TestOneFamilyOfSeveralIsChosen(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "two.ped"), "A 1 0 0 1 1\nB 2 0 0 2 1\nB 3 0 2 2 1\n")
	first := succeed(t, "kinship", path, "--json")
	if strings.Count(first.err, "\n") != 1 || !strings.Contains(first.err, "--family") || strings.Contains(first.out, `"2"`) {
		t.Errorf("%+v", first)
	}
	second := succeed(t, "kinship", path, "--json", "--family", "B")
	if second.err != "" || !strings.Contains(second.out, `["2","3",0.25]`) && !strings.Contains(second.out, `["3","2",0.25]`) {
		t.Errorf("%+v", second)
	}
	refuse(t, []string{"kinship", path, "--family", "C"}, "it has A, B")
}

// Every file of the independent cases goes through the whole main job.
func TestEveryCanRiskCaseIsDrawnAssessedAndConvertedBack(t *testing.T) {
	const cases = "../../../shared/cases/pedigree/canrisk"
	if _, err := os.Stat(cases); err != nil {
		t.Skipf("the independent cases are not beside this checkout: %v", err)
	}
	done := 0
	for _, path := range append(entries(t, cases), "") {
		path = filepath.Join(cases, path)
		data, err := os.ReadFile(path)
		if err != nil {
			continue // a folder
		}
		result, err := interchange.Read(path, data)
		if err != nil {
			refuse(t, []string{"draw", path}, filepath.Base(path))
			continue
		}
		for i, f := range result.Families {
			formats := []string{"x.svg"}
			if i < 2 { // the sinks take most of the time, and see nothing new in the rest of a large file
				formats = append(formats, "x.pdf", "x.png")
			}
			throughTheMainJob(t, path, f, formats)
			done++
		}
	}
	if done < 20 {
		t.Errorf("only %d families were read", done)
	}
}

func throughTheMainJob(t *testing.T, path string, f *pedigree.Family, formats []string) {
	t.Helper()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, name := range formats {
		succeed(t, "draw", path, "--family", f.Name, "-o", at(name))
	}
	var answers []any
	if err := json.Unmarshal([]byte(succeed(t, "risk", path, "--family", f.Name, "--json").out), &answers); err != nil || len(answers) != len(riskmodels.Names()) {
		t.Errorf("%s: %d answers: %v", path, len(answers), err)
	}
	succeed(t, "convert", path, at("x.canrisk4"), "--family", f.Name)
	back, err := interchange.Read("x.canrisk4", []byte(read(t, at("x.canrisk4"))))
	if err != nil || len(back.Families) != 1 || len(back.Families[0].Individuals) != len(f.Individuals) {
		t.Fatalf("%s, family %s: CanRisk 4 does not come back: %v", path, f.Name, err)
	}
	for i := range f.Individuals {
		a, b := &f.Individuals[i], &back.Families[0].Individuals[i]
		if a.Sex != b.Sex || (a.Mother == "") != (b.Mother == "") || (a.Father == "") != (b.Father == "") || len(a.Diagnoses) != len(b.Diagnoses) || len(a.GeneTests) != len(b.GeneTests) {
			t.Errorf("%s, person %s comes back as %s with another sex, parents, cancers or tests", path, a.ID, b.ID)
		}
	}
}
