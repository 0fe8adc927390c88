package clinic

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/storage"
)

func commitOf(id record.FamilyID, e record.Envelope) []storage.Commit {
	return []storage.Commit{{Family: id, Envelope: &e}}
}

func TestImportIsAllOrNothing(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	twice := &pedigree.Family{Format: pedigree.Format, Version: 1, Name: "G9", Individuals: []pedigree.Individual{{ID: "1"}, {ID: "1"}}}
	_, err := c.ImportAll([]*pedigree.Family{sampleFamily(t, breastOnly), twice}, "import")
	if !errors.Is(err, ErrNotKept) {
		t.Errorf("two people with one id: %v", err)
	}
	stats, err := c.Store().Stats()
	must(t, err)
	if list, err := c.List(""); err != nil || len(list) != 0 || stats.Families != 0 || stats.Operations != 0 {
		t.Errorf("a refused import leaves %v, %+v, %v", list, stats, err)
	}
}

func TestAFamilyThatWasNeverBegunIsNotInTheStore(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	if _, err := c.NewFamily(&pedigree.Family{Individuals: []pedigree.Individual{{ID: "1"}, {ID: "1"}}}, "new"); err == nil {
		t.Error("two people with one id are kept")
	}
	if stats, err := c.Store().Stats(); err != nil || stats.Families != 0 {
		t.Errorf("the store holds %+v, %v", stats, err)
	}
}

func TestListFindsByEveryIdentifierWhateverTheCase(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	f := sampleFamily(t, breastOnly)
	f.Patients[0].FamilyName = "Siân-Őze"
	_, err := c.ImportAll([]*pedigree.Family{f, sampleFamily(t, twoCousins)}, "import")
	must(t, err)
	for query, want := range map[string]int{
		"": 2, "sian": 1, "SIÂN": 1, "oze rachel": 1, "rachel anna": 0, "g1048": 2, "999 000": 2, "9990000018": 1, "14-mar-1984": 1, "nobody": 0,
	} {
		if got, err := c.List(query); err != nil || len(got) != want {
			t.Errorf("%q finds %d families, want %d: %v", query, len(got), want, err)
		}
	}
	list, err := c.List("")
	must(t, err)
	if !slices.IsSortedFunc(list, func(a, b Entry) int { return len(a.Name) - len(b.Name) }) || len(list[0].Patients) == 0 {
		t.Errorf("the list is %+v", list)
	}
	for _, e := range list {
		for _, p := range e.Patients {
			if p.Name == "" || p.Born == "" || p.NHS == "" {
				t.Errorf("the list shows a patient by %+v: two identifiers and a name are needed", p)
			}
		}
	}
}

func TestRecoveryKeyOpensTheClinicAndGivesItANewPassphrase(t *testing.T) {
	dir := t.TempDir()
	c, recovery, err := Create(dir, secret, Settings{Author: author})
	must(t, err)
	must(t, c.Close())
	c, err = OpenWithRecovery(dir, recovery, []byte("four invented herons"))
	must(t, err)
	log, err := c.store.AuditLog()
	must(t, err)
	if last := log[len(log)-1]; last.What != "unlock with the recovery key" {
		t.Errorf("the audit ends with %+v", last)
	}
	must(t, c.Close())
	if _, err := Open(dir, secret); !errors.Is(err, storage.ErrPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	c, err = Open(dir, []byte("four invented herons"))
	must(t, err)
	if settings, err := c.Settings(); err != nil || settings.Author != author {
		t.Errorf("settings after recovery: %+v, %v", settings, err)
	}
	must(t, c.Close())
}

// clinicOf is n families of fifteen people.
func clinicOf(b *testing.B, n int) []*pedigree.Family {
	b.Helper()
	families := make([]*pedigree.Family, n)
	for i := range families {
		families[i] = sampleFamily(b, twoCousins)
		families[i].Name = fmt.Sprintf("G%05d", i)
	}
	return families
}

func BenchmarkImportOf500Families(b *testing.B) {
	families := clinicOf(b, 500)
	for b.Loop() {
		b.StopTimer()
		c := newClinicIn(b, b.TempDir())
		b.StartTimer()
		_, err := c.ImportAll(families, "import")
		must(b, err)
	}
}

func BenchmarkSearchIn500Families(b *testing.B) {
	c := newClinicIn(b, b.TempDir())
	_, err := c.ImportAll(clinicOf(b, 500), "import")
	must(b, err)
	for b.Loop() {
		list, err := c.List("sample anna g00499")
		must(b, err)
		if len(list) != 1 {
			b.Fatal(len(list))
		}
	}
}

func BenchmarkEditToShownFamily(b *testing.B) {
	s := openSample(b, newClinicIn(b, b.TempDir()), "g10489-valley")
	id := s.Family().Individuals[30].ID
	n := 0
	for b.Loop() {
		n++
		must(b, s.Do("rename", rename(id, fmt.Sprint("Name ", n))))
	}
}
