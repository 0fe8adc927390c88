package kinship_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/kinship"
)

func person(id, mother, father pedigree.ID) pedigree.Individual {
	return pedigree.Individual{ID: id, Mother: mother, Father: father}
}

// doubleFirstCousins are the children of two brothers who married two sisters, and a child of theirs.
func doubleFirstCousins() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{
		person("child", "a", "b"), // before the parents: the order must not matter
		person("1", "", ""),
		person("2", "", ""),
		person("3", "", ""),
		person("4", "", ""),
		person("h1", "1", "2"),
		person("h2", "1", "2"),
		person("w1", "3", "4"),
		person("w2", "3", "4"),
		person("a", "w1", "h1"),
		person("b", "w2", "h2"),
		person("half", "w2", ""),
		person("stranger", "", ""),
	}}
}

func TestKinshipOfTextbookRelationships(t *testing.T) {
	m := kinship.Of(doubleFirstCousins(), kinship.Options{})
	for _, c := range []struct {
		a, b pedigree.ID
		want float64
	}{
		{"1", "1", 1. / 2},
		{"1", "h1", 1. / 4},
		{"h1", "h2", 1. / 4},
		{"1", "a", 1. / 8},
		{"w1", "b", 1. / 8},
		{"a", "b", 1. / 8},
		{"b", "half", 1. / 8},
		{"a", "half", 1. / 16},
		{"child", "child", 1./2 + 1./16},
		{"child", "1", 1. / 8},
		{"child", "stranger", 0},
		{"h1", "w1", 0},
		{"child", "nobody", 0},
	} {
		if got := m.Pair(c.a, c.b); got != c.want {
			t.Errorf("kinship of %s and %s: got %g, want %g", c.a, c.b, got, c.want)
		}
		if got := m.Pair(c.b, c.a); got != c.want {
			t.Errorf("kinship of %s and %s: got %g, want %g", c.b, c.a, got, c.want)
		}
	}
	if got := m.Inbreeding("child"); got != 1./8 {
		t.Errorf("inbreeding of the child of double first cousins: got %g, want 1/8", got)
	}
	if m.Inbreeding("nobody") != 0 || m.Inbreeding("1") != 0 {
		t.Error("a founder, or nobody, is inbred")
	}
}

func TestMergedIdenticalTwinsAreOneGenotype(t *testing.T) {
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{
			person("m", "", ""), person("f", "", ""),
			person("t1", "m", "f"), person("t2", "m", "f"),
			person("c1", "t1", ""), person("c2", "t2", ""),
		},
		Twins: []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"t2", "t1"}}},
	}
	apart, merged := kinship.Of(f, kinship.Options{}), kinship.Of(f, kinship.Options{MergeMZ: true})
	for _, c := range []struct {
		a, b          pedigree.ID
		apart, merged float64
	}{
		{"t1", "t2", 1. / 4, 1. / 2},
		{"c1", "c2", 1. / 16, 1. / 8},
		{"t1", "c2", 1. / 8, 1. / 4},
		{"m", "t2", 1. / 4, 1. / 4},
	} {
		if got := apart.Pair(c.a, c.b); got != c.apart {
			t.Errorf("%s and %s as siblings: got %g, want %g", c.a, c.b, got, c.apart)
		}
		if got := merged.Pair(c.a, c.b); got != c.merged {
			t.Errorf("%s and %s merged: got %g, want %g", c.a, c.b, got, c.merged)
		}
	}
	f.Twins[0].Zygosity = pedigree.UnknownZygosity
	if got := kinship.Of(f, kinship.Options{MergeMZ: true}).Pair("t1", "t2"); got != 1./4 {
		t.Errorf("twins of unknown zygosity were merged: %g", got)
	}
}

func TestDonorsAreGeneticParentsAndAdoptersAreNot(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("donor", "", ""), person("adopter", "", ""), person("m", "", ""),
		{ID: "c", Mother: "m", OtherParents: []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}, {ID: "adopter", Kind: pedigree.Adoptive}}},
	}}
	m := kinship.Of(f, kinship.Options{})
	if m.Pair("c", "donor") != 1./4 || m.Pair("c", "adopter") != 0 {
		t.Errorf("donor %g, adopter %g; want 1/4 and 0", m.Pair("c", "donor"), m.Pair("c", "adopter"))
	}
}

func TestAPersonWhoIsTheirOwnAncestorDoesNotHangKinship(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{person("a", "b", ""), person("b", "a", "b")}}
	if got := kinship.Of(f, kinship.Options{}).Pair("a", "b"); got != 1./4 {
		t.Errorf("got %g, want 1/4 from the link that closes no cycle", got)
	}
}

// descents draws families with loops in which parents may stand after their children.
var descents = rapid.Custom(func(t *rapid.T) *pedigree.Family {
	n := rapid.IntRange(1, 16).Draw(t, "people")
	f := &pedigree.Family{Individuals: make([]pedigree.Individual, n)}
	id := func(i int) pedigree.ID {
		if i < 0 {
			return ""
		}
		return pedigree.ID(strconv.Itoa(i))
	}
	for i, at := range rapid.Permutation(rangeOf(n)).Draw(t, "order") {
		f.Individuals[at] = person(id(i), "", "")
		if i > 1 {
			f.Individuals[at].Mother = id(rapid.IntRange(-1, i-1).Draw(t, "mother"))
			f.Individuals[at].Father = id(rapid.IntRange(-1, i-1).Draw(t, "father"))
		}
	}
	return f
})

func rangeOf(n int) []int {
	r := make([]int, n)
	for i := range r {
		r[i] = i
	}
	return r
}

// byPaths is the same coefficient by direct recursion on the older of the two, an independent way.
func byPaths(f *pedigree.Family, a, b pedigree.ID) float64 {
	if a == "" || b == "" {
		return 0
	}
	age := func(id pedigree.ID) int { n, _ := strconv.Atoi(string(id)); return n }
	if age(a) < age(b) {
		a, b = b, a
	}
	p := f.Individual(a)
	if a == b {
		return 0.5 + byPaths(f, p.Mother, p.Father)/2
	}
	return (byPaths(f, p.Mother, b) + byPaths(f, p.Father, b)) / 2
}

func TestKinshipIsThatOfDirectRecursion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := descents.Draw(t, "family")
		m := kinship.Of(f, kinship.Options{})
		sum := 0.0
		for pair, phi := range m.All() {
			if want := byPaths(f, pair[0], pair[1]); phi != want {
				t.Fatalf("%s and %s: got %g, want %g", pair[0], pair[1], phi, want)
			}
			sum += phi
		}
		for _, p := range f.Individuals {
			for _, q := range f.Individuals {
				if related := kinship.Related(f, p.ID, q.ID); related != (m.Pair(p.ID, q.ID) > 0) || related != m.Related(p.ID, q.ID) {
					t.Fatalf("%s and %s: related %v with kinship %g", p.ID, q.ID, related, m.Pair(p.ID, q.ID))
				}
			}
		}
		if sum < float64(len(f.Individuals))/2 {
			t.Fatalf("somebody is missing from All: the sum is %g", sum)
		}
	})
}

func TestKinshipEqualsTheIndependentCases(t *testing.T) {
	const cases = "../../../shared/cases"
	files, _ := filepath.Glob(cases + "/kinship/*.kinship.csv")
	if len(files) == 0 {
		t.Skip("the independent cases (../shared/cases) are not beside this checkout")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".kinship.csv")
		data, err := os.ReadFile(cases + "/layout/families/" + strings.TrimSuffix(name, "_core") + ".json")
		if err != nil {
			t.Logf("%s: no family of that name", name)
			continue
		}
		var f pedigree.Family
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		m := kinship.Of(&f, kinship.Options{})
		listed := map[[2]string]bool{}
		for _, row := range rows(t, file) {
			want, _ := strconv.ParseFloat(row[2], 64)
			listed[[2]string{row[0], row[1]}], listed[[2]string{row[1], row[0]}] = true, true
			if got := m.Pair(pedigree.ID(row[0]), pedigree.ID(row[1])); got != want {
				t.Errorf("%s: kinship of %s and %s: got %v, want %v", name, row[0], row[1], got, want)
			}
		}
		if !strings.HasSuffix(name, "_core") {
			for pair, phi := range m.All() {
				if !listed[[2]string{string(pair[0]), string(pair[1])}] {
					t.Errorf("%s: %v have kinship %v, the reference lists none", name, pair, phi)
				}
			}
		}
		for _, row := range rows(t, cases+"/kinship/"+name+".inbreeding.csv") {
			want, _ := strconv.ParseFloat(row[1], 64)
			if got := m.Inbreeding(pedigree.ID(row[0])); got != want {
				t.Errorf("%s: inbreeding of %s: got %v, want %v", name, row[0], got, want)
			}
		}
	}
}

func TestKinshipOnTheXChromosomeEqualsTheIndependentCases(t *testing.T) {
	const cases = "../../../shared/cases"
	files, _ := filepath.Glob(cases + "/kinship/*.kinshipX.csv")
	if len(files) == 0 {
		t.Skip("the independent cases (../shared/cases) are not beside this checkout")
	}
	compared := 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".kinshipX.csv")
		data, err := os.ReadFile(cases + "/layout/families/" + strings.TrimSuffix(name, "_core") + ".json")
		if err != nil {
			t.Logf("%s: no family of that name", name)
			continue
		}
		var f pedigree.Family
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		m := kinship.Of(&f, kinship.Options{X: true})
		for _, row := range rows(t, file) {
			want, _ := strconv.ParseFloat(row[2], 64)
			if got := m.Pair(pedigree.ID(row[0]), pedigree.ID(row[1])); got != want {
				t.Errorf("%s: X kinship of %s and %s: got %v, want %v", name, row[0], row[1], got, want)
			}
			compared++
		}
	}
	t.Logf("%d pairs", compared)
}

func TestKinshipOnTheXChromosomeOfTextbookRelationships(t *testing.T) {
	sexed := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		p := person(id, mother, father)
		p.Sex = sex
		return p
	}
	m := kinship.Of(&pedigree.Family{Individuals: []pedigree.Individual{
		person("mother", "", ""), person("father", "", ""),
		sexed("son", "mother", "father", pedigree.Male), sexed("brother", "mother", "father", pedigree.Male),
		sexed("daughter", "mother", "father", pedigree.Female), sexed("sister", "mother", "father", pedigree.Female),
		sexed("baby", "mother", "father", pedigree.SexUnknown),
	}}, kinship.Options{X: true})
	for _, c := range []struct {
		a, b pedigree.ID
		want float64
	}{
		{"father", "father", 1},
		{"mother", "mother", 1. / 2},
		{"father", "son", 0},
		{"father", "daughter", 1. / 2},
		{"mother", "son", 1. / 2},
		{"mother", "daughter", 1. / 4},
		{"son", "brother", 1. / 2},
		{"daughter", "sister", 3. / 8},
		{"son", "daughter", 1. / 4},
		{"son", "baby", (1./2 + 1./4) / 2},
		{"baby", "baby", (1 + 1./2) / 2},
	} {
		if got := m.Pair(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: got %g, want %g", c.a, c.b, got, c.want)
		}
	}
}

func TestAMatrixComputedAnewHoldsNothingOfTheOldFamily(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, second := descents.Draw(t, "first"), descents.Draw(t, "second")
		m := kinship.Of(first, kinship.Options{})
		m.Compute(second, kinship.Options{X: true})
		want := kinship.Of(second, kinship.Options{X: true})
		for _, p := range second.Individuals {
			for _, q := range second.Individuals {
				if m.Pair(p.ID, q.ID) != want.Pair(p.ID, q.ID) {
					t.Fatalf("%s and %s: %v, afresh %v", p.ID, q.ID, m.Pair(p.ID, q.ID), want.Pair(p.ID, q.ID))
				}
			}
		}
	})
}

// rows reads a CSV file without its heading.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func BenchmarkKinshipOfAThousandPeople(b *testing.B) {
	f := &pedigree.Family{}
	for i := range 1000 {
		p := person(pedigree.ID(strconv.Itoa(i)), "", "")
		if i >= 20 {
			p.Mother, p.Father = pedigree.ID(strconv.Itoa(i-20+i%7)), pedigree.ID(strconv.Itoa(i-19+i%11))
		}
		f.Individuals = append(f.Individuals, p)
	}
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			kinship.Of(f, kinship.Options{})
		}
	})
	b.Run("again", func(b *testing.B) {
		m := kinship.Of(f, kinship.Options{})
		for b.Loop() {
			m.Compute(f, kinship.Options{})
		}
	})
}
