package merge

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"pgregory.net/rapid"
)

// drawFamily makes a family of a few generations; ids and names are given by prefix, so that two of
// them share no id and, where named, some of the names.
func drawFamily(t *rapid.T, prefix string) *pedigree.Family {
	n := rapid.IntRange(1, 14).Draw(t, prefix+"people")
	f := &pedigree.Family{Name: rapid.SampledFrom([]string{"", "G1", "G2"}).Draw(t, prefix+"reference")}
	for i := range n {
		label := fmt.Sprintf("%s%d", prefix, i)
		p := pedigree.Individual{
			ID:   pedigree.ID(label),
			Name: rapid.SampledFrom([]string{"", "Ann", "Bea", "Cal", "Dot", "Eve"}).Draw(t, label+"name"),
			Sex:  []pedigree.Sex{pedigree.Female, pedigree.Male}[i%2],
		}
		if i >= 2 && rapid.Bool().Draw(t, label+"parents") {
			mother := rapid.IntRange(0, (i-1)/2).Draw(t, label+"mother") * 2
			father := rapid.IntRange(0, (i-2)/2).Draw(t, label+"father")*2 + 1
			p.Mother, p.Father = pedigree.ID(fmt.Sprintf("%s%d", prefix, mother)), pedigree.ID(fmt.Sprintf("%s%d", prefix, father))
		}
		if rapid.Bool().Draw(t, label+"aged") {
			p.Age = pedigree.ParseFuzzy(rapid.SampledFrom([]string{"41", "40s", "~60"}).Draw(t, label+"age"))
			p.Deceased = rapid.SampledFrom([]pedigree.Answer{pedigree.NotAsked, pedigree.Yes, pedigree.No}).Draw(t, label+"dead")
		}
		for k := range rapid.IntRange(0, 2).Draw(t, label+"cancers") {
			p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{
				ID: pedigree.ID(fmt.Sprintf("%sd%d", label, k)), Site: rapid.SampledFrom([]pedigree.Site{pedigree.Breast, pedigree.Ovary}).Draw(t, label+"site"),
				Age: pedigree.ExactYear(rapid.IntRange(40, 43).Draw(t, label+"at")),
			})
		}
		if rapid.Bool().Draw(t, label+"noted") {
			p.Notes = []string{"said by " + label}
		}
		f.Individuals = append(f.Individuals, p)
	}
	f.Individuals[rapid.IntRange(0, n-1).Draw(t, prefix+"subject")].Consultand = true
	return f
}

// holds reports that everything recorded in before is in after: nothing that was said has gone or
// become something else. Lists may only have grown.
func holds(before, after reflect.Value) bool {
	switch before.Kind() {
	case reflect.Struct:
		if _, atomic := before.Interface().(pedigree.Fuzzy); atomic {
			return before.IsZero() || before.Interface() == after.Interface()
		}
		for i := range before.NumField() {
			if !holds(before.Field(i), after.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		for i := range before.Len() {
			found := false
			for k := range after.Len() {
				found = found || holds(before.Index(i), after.Index(k))
			}
			if !found {
				return false
			}
		}
		return true
	case reflect.Map, reflect.Pointer:
		return before.IsNil() || reflect.DeepEqual(before.Interface(), after.Interface())
	}
	return before.IsZero() || before.Interface() == after.Interface()
}

func TestNothingHereIsLostAndEverythingIncomingIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		here, in := drawFamily(t, "h"), drawFamily(t, "i")
		before := here.Clone()
		outcome, err := Into(here, in, before.Subject().ID, "file", counter())
		if err != nil {
			if !reflect.DeepEqual(before, here) {
				t.Fatalf("refused (%v), and changed the family", err)
			}
			return
		}
		if !holds(reflect.ValueOf(*before), reflect.ValueOf(*here)) {
			t.Fatalf("something that was here has gone:\n%+v\n%+v", before, here)
		}
		if len(outcome.People) != len(in.Individuals) || len(here.Individuals) != len(before.Individuals)+outcome.Added() {
			t.Fatalf("%d of %d people accounted for", len(outcome.People), len(in.Individuals))
		}
		for i, line := range outcome.People {
			if gone := missing(&in.Individuals[i], here.Individual(line.Here)); gone != "" {
				t.Fatalf("%s of %s is not here: %+v", gone, line.Incoming, here.Individual(line.Here))
			}
		}
		if here.AncestryCycle() != nil {
			t.Fatal("somebody is their own ancestor")
		}
	})
}

// missing is a fact of somebody incoming that is neither a fact of the person here nor in a note.
func missing(in, here *pedigree.Individual) string {
	if here == nil {
		return "everything"
	}
	noted := func(words string) bool {
		return slices.ContainsFunc(here.Notes, func(n string) bool { return strings.Contains(n, words) })
	}
	switch {
	case in.Name != "" && in.Name != here.Name && !noted("name "+in.Name):
		return "the name"
	case !in.Age.IsZero() && in.Age != here.Age && !noted("age "+in.Age.String()):
		return "the age"
	case in.Deceased == pedigree.Yes && here.Deceased != pedigree.Yes && !noted("deceased yes"):
		return "the death"
	}
	for _, d := range in.Diagnoses {
		there := slices.ContainsFunc(here.Diagnoses, func(h pedigree.Diagnosis) bool { return h.Site == d.Site && h.Age == d.Age })
		if !there && !noted(string(d.Site)+" "+d.Age.String()) {
			return "a cancer"
		}
	}
	for _, note := range in.Notes {
		if !noted(note) {
			return "a note"
		}
	}
	return ""
}

func TestTheSameFileASecondTimeAddsNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		here, in := drawFamily(t, "h"), drawFamily(t, "i")
		for i := range in.Individuals { // only people with a name of their own are known again
			in.Individuals[i].Name = fmt.Sprintf("Person %d", i)
		}
		ids := counter()
		at := here.Subject().ID
		if _, err := Into(here, in, at, "file", ids); err != nil {
			return
		}
		reached := newPeople(in)
		again, err := Into(here, in, at, "file", ids)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range again.People {
			if p.Added && connected(reached, in.Subject().ID, p.Incoming) {
				t.Fatalf("%s was added twice", p.Incoming)
			}
		}
	})
}

// connected reports that parents, children and partners lead from one person to the other.
func connected(p *people, from, to pedigree.ID) bool {
	seen, queue := map[pedigree.ID]bool{from: true}, []pedigree.ID{from}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		x := p.byID[id]
		for _, next := range slices.Concat(p.children[id], p.partners[id], []pedigree.ID{x.Mother, x.Father}) {
			if next != "" && !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return seen[to]
}
