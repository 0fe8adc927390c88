package nice

import (
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/claus"
	"kindred/pedigree/risk/claustables"
)

func asset(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func clausModels(t *testing.T) []risk.Model {
	t.Helper()
	whole, err := claus.New(asset(t, "claus.json"))
	if err != nil {
		t.Fatal(err)
	}
	tables, err := claustables.New(asset(t, "claus-tables.json"), asset(t, "claus-tables.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return []risk.Model{whole, tables}
}

// TestTheCategoryIsThatOfTheHighestValidFigures in any family: of the models that answer, and none where no
// model does; and every fact that is said to move it names another category.
func TestTheCategoryIsThatOfTheHighestValidFigures(t *testing.T) {
	models := clausModels(t)
	m := model(t, models...)
	rapid.Check(t, func(t *rapid.T) {
		f := family()
		for range rapid.IntRange(0, 4).Draw(t, "cancers") {
			id := rapid.SampledFrom([]pedigree.ID{"mother", "maunt", "maunt2", "paunt", "mgm", "sister"}).Draw(t, "who")
			site := rapid.SampledFrom([]pedigree.Site{pedigree.Breast, pedigree.Breast, pedigree.Breast, pedigree.Breast, pedigree.Ovary}).Draw(t, "site")
			with(f, id, site, rapid.SampledFrom([]string{"35", "40s", "52", "", "30-60"}).Draw(t, "age"))
			f.Individual(id).Diagnoses[0].Status = rapid.SampledFrom([]pedigree.Status{"", pedigree.Confirmed}).Draw(t, "status")
		}
		req := risk.Request{Family: f}
		a := m.Assess(req)
		best := -1
		for _, of := range models {
			if answer := of.Assess(req); answer.Status == risk.OK {
				if band := m.band(answer.Values); best < 0 || band < best {
					best = band
				}
			}
		}
		want := "cannot tell"
		if best >= 0 {
			want = m.Bands[best].Category
		}
		if a.Category != want || (a.Status == risk.OK) != (best >= 0) {
			t.Fatalf("%s %s, want %s", a.Status, a.Category, want)
		}
		for _, of := range a.Missing {
			if len(of.Moves) == 0 || slices.Contains(of.Moves, a.Category) {
				t.Fatalf("%+v", of)
			}
		}
	})
}

// TestAFactThatSeveralModelsReadMovesThemAllAtOnce: without the aunt's unconfirmed cancer both the Claus model
// and the tables fall, so that the category falls too.
func TestAFactThatSeveralModelsReadMovesThemAllAtOnce(t *testing.T) {
	f := with(with(family(), "mother", pedigree.Breast, "44"), "maunt", pedigree.Breast, "52")
	f.Individual("maunt").Diagnoses[0].ID, f.Individual("maunt").Diagnoses[0].Status = "d", pedigree.Reported
	a := model(t, clausModels(t)...).Assess(risk.Request{Family: f})
	at := slices.IndexFunc(a.Missing, func(of risk.Missing) bool { return of.Item == "d" })
	if a.Category != "high" || at < 0 || !slices.Equal(a.Missing[at].Moves, []string{"near population"}) {
		t.Errorf("%s %+v", a.Category, a.Missing)
	}
}
