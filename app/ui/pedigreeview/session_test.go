package pedigreeview

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// memory is a Session that keeps whole families.
type memory struct {
	now          *pedigree.Family
	before       []*pedigree.Family
	after        []*pedigree.Family
	reasons      []string
	again        []string
	ids, refused int
	disk         []func(error) // not nil: what waits for the disk
}

func (m *memory) Family() *pedigree.Family { return m.now }

func (m *memory) Do(reason string, edit func(*pedigree.Family) error) error {
	next := m.now.Clone()
	if err := edit(next); err != nil {
		m.refused++
		return err
	}
	m.before, m.after, m.again = append(m.before, m.now), nil, nil
	m.reasons = append(m.reasons, reason)
	m.now = next
	return nil
}

// DoThen is durable at once, unless the test holds the disk back.
func (m *memory) DoThen(reason string, edit func(*pedigree.Family) error, done func(error)) error {
	if err := m.Do(reason, edit); err != nil {
		return err
	}
	if m.disk != nil {
		m.disk = append(m.disk, done)
		return nil
	}
	done(nil)
	return nil
}

func (m *memory) Undo() (string, error) {
	n := len(m.before) - 1
	reason := m.reasons[n]
	m.after, m.again = append(m.after, m.now), append(m.again, reason)
	m.now, m.before, m.reasons = m.before[n], m.before[:n], m.reasons[:n]
	return reason, nil
}

func (m *memory) Redo() (string, error) {
	n := len(m.after) - 1
	reason := m.again[n]
	m.before, m.reasons = append(m.before, m.now), append(m.reasons, reason)
	m.now, m.after, m.again = m.after[n], m.after[:n], m.again[:n]
	return reason, nil
}

func (m *memory) CanUndo() (string, bool) {
	if n := len(m.before); n > 0 {
		return m.reasons[n-1], true
	}
	return "", false
}

func (m *memory) CanRedo() (string, bool) {
	if n := len(m.after); n > 0 {
		return m.again[n-1], true
	}
	return "", false
}

func (m *memory) NewID() pedigree.ID {
	m.ids++
	return pedigree.ID("n" + strconv.Itoa(m.ids))
}

// anna is an invented family of three generations.
func anna() *pedigree.Family {
	age := pedigree.ExactYear
	return &pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, Name: "G1", AsOf: "2026-11-21", Sample: true,
		Individuals: []pedigree.Individual{
			{ID: "g1", Name: "George", Sex: pedigree.Male, Deceased: pedigree.Yes, Age: age(71)},
			{
				ID: "g2", Name: "Edna", Sex: pedigree.Female, Deceased: pedigree.Yes, Age: age(58),
				Diagnoses: []pedigree.Diagnosis{{ID: "d1", Site: pedigree.Breast, Age: age(55), Source: pedigree.Provenance{ToldBy: "Anna"}}},
			},
			{ID: "j", Name: "Joan", Sex: pedigree.Female, Mother: "g2", Father: "g1", Age: age(66)},
			{ID: "m", Name: "Mary", Sex: pedigree.Female, Mother: "g2", Father: "g1", Age: age(60)},
			{ID: "f", Name: "Tom", Sex: pedigree.Male, Age: age(63)},
			{ID: "1", Name: "Anna", FamilyName: "Sample", Sex: pedigree.Female, Mother: "m", Father: "f", Consultand: true, Age: age(42)},
			{ID: "l", Name: "Lee", Sex: pedigree.Male, Mother: "m", Father: "f", Age: age(39)},
		},
		Unions:   []pedigree.Union{{ID: "u1", Partners: []pedigree.ID{"g1", "g2"}}, {ID: "u2", Partners: []pedigree.ID{"m", "f"}}},
		Patients: []pedigree.Patient{{ID: "pa", Individual: "1", GivenName: "Anna", FamilyName: "Sample"}},
	}
}

// opened is a View of a family in a window of the test driver, drawn and with the keyboard.
type opened struct {
	*View
	t       *testing.T
	session *memory
	said    string
	queue   chan func() // what the worker wants to run on the UI thread
}

func open(t *testing.T, f *pedigree.Family) *opened {
	t.Helper()
	o := begun(t, f)
	o.Focus()
	return o
}

// begun is a View that nobody has given the keyboard yet.
func begun(t *testing.T, f *pedigree.Family) *opened {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	o := &opened{t: t, session: &memory{now: f}, queue: make(chan func(), 64)}
	v, err := New(Params{
		Session: o.session, OnStatus: func(s string) { o.said = s },
		Run: func(f func()) { o.queue <- f }, // the test driver's own fyne.Do would run it in the worker
	})
	if err != nil {
		t.Fatal(err)
	}
	o.View = v
	w := test.NewTempWindow(t, v.Content())
	w.Resize(fyne.NewSize(1200, 800))
	o.settle()
	return o
}

// settle waits for the worker and runs what it delivered.
func (o *opened) settle() {
	o.artist.settle()
	for {
		select {
		case f := <-o.queue:
			f()
		default:
			return
		}
	}
}

// press types keys on the canvas, each drawn before the next.
func (o *opened) press(keys ...any) {
	o.t.Helper()
	for _, k := range keys {
		switch k := k.(type) {
		case rune:
			o.canvas.TypedRune(k)
		case fyne.KeyName:
			o.canvas.TypedKey(&fyne.KeyEvent{Name: k})
		}
		o.settle()
	}
}

func (o *opened) person(id pedigree.ID) *pedigree.Individual {
	o.t.Helper()
	p := o.session.now.Individual(id)
	if p == nil {
		o.t.Fatalf("%s is not in the family", id)
	}
	return p
}

// sixty is an invented family of about sixty people in four generations.
func sixty() *pedigree.Family {
	m := &memory{}
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Anna", Sex: pedigree.Female, Consultand: true}}}
	must := func(id pedigree.ID, err error) pedigree.ID {
		if err != nil {
			panic(err)
		}
		return id
	}
	mother := must(amend.AddMother(f, "1", m.NewID))
	father := must(amend.AddFather(f, "1", m.NewID))
	for _, parent := range []pedigree.ID{mother, father} {
		for n := range 5 {
			uncle := must(amend.AddSibling(f, parent, pedigree.Male, m.NewID))
			for range 2 + n%2 {
				must(amend.AddChild(f, uncle, pedigree.Female, "", m.NewID))
			}
		}
	}
	for n := range 3 {
		sister := must(amend.AddSibling(f, "1", pedigree.Female, m.NewID))
		for range n {
			must(amend.AddChild(f, sister, pedigree.Male, "", m.NewID))
		}
	}
	describePeople(f, m)
	return f
}

// describePeople gives everybody a name and an age, and every fifth a diagnosis.
func describePeople(f *pedigree.Family, ids *memory) {
	for i := range f.Individuals {
		p := &f.Individuals[i]
		p.Name = "Person " + strconv.Itoa(i)
		p.Age = pedigree.ExactYear(30 + i%50)
		if i%5 == 0 {
			p.Diagnoses = []pedigree.Diagnosis{{ID: ids.NewID(), Site: pedigree.Breast, Age: pedigree.ExactYear(30 + i%20)}}
		}
	}
}
