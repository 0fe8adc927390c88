package clinic

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"kindred/internal/letter"
	"kindred/internal/record"
	"kindred/internal/render/svg"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/interchange"
)

var (
	secret = []byte("three invented herons")
	author = Author{Name: "A Counsellor", Role: "Genetic Counsellor"}
	approv = Approval{Name: "S Officer", Role: "clinical safety officer", On: "2026-11-01", Reference: "CSO-1"}
)

const (
	breastOnly = "g10481-breast-only"
	twoCousins = "g10482-breast-ovarian"
)

// newClinicIn sets up a clinic with an author; its clock moves on a second with each look.
func newClinicIn(t testing.TB, dir string) *Clinic {
	t.Helper()
	c, recovery, err := Create(dir, secret, Settings{Author: author, Service: letter.Service{Name: "Clinical Genetics Service", Phone: "01632 960 123"}})
	must(t, err)
	if recovery == "" {
		t.Fatal("no recovery key")
	}
	return tended(t, c)
}

func reopen(t testing.TB, dir string) *Clinic {
	t.Helper()
	c, err := Open(dir, secret)
	must(t, err)
	return tended(t, c)
}

func tended(t testing.TB, c *Clinic) *Clinic {
	c.now = func() time.Time { return time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC) }
	t.Cleanup(func() { must(t, c.Close()) })
	return c
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sampleFamily(t testing.TB, name string) *pedigree.Family {
	t.Helper()
	data, err := os.ReadFile("../../assets/families/" + name + ".json")
	must(t, err)
	result, err := interchange.Read(name+".json", data)
	must(t, err)
	return result.Families[0]
}

// openSample imports a sample family and opens it.
func openSample(t testing.TB, c *Clinic, name string) *Session {
	t.Helper()
	id, err := c.Import(sampleFamily(t, name), "test")
	must(t, err)
	s, err := c.OpenFamily(id)
	must(t, err)
	return s
}

func openFamily(t testing.TB, c *Clinic, id record.FamilyID) *Session {
	t.Helper()
	s, err := c.OpenFamily(id)
	must(t, err)
	return s
}

// called finds somebody by name.
func called(t testing.TB, f *pedigree.Family, name string) *pedigree.Individual {
	t.Helper()
	for i := range f.Individuals {
		if f.Individuals[i].Name == name {
			return &f.Individuals[i]
		}
	}
	t.Fatalf("nobody is called %s", name)
	return nil
}

// rename is the simplest edit.
func rename(id pedigree.ID, name string) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error {
		f.Individual(id).Name = name
		return nil
	}
}

// allWords is everything that a letter says, its drawings included.
func allWords(t testing.TB, d *letter.Document) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(d.Text())
	for _, block := range d.Blocks {
		if figure, ok := block.(letter.Figure); ok {
			b.WriteString(figure.Caption)
			must(t, svg.Write(&b, figure.Scene, svg.Options{}))
		}
	}
	return b.String()
}

func sceneWords(t testing.TB, scene *draw.Scene) string {
	t.Helper()
	var b strings.Builder
	must(t, svg.Write(&b, scene, svg.Options{}))
	return b.String()
}
