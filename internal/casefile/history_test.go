package casefile

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

const testFamily record.FamilyID = "000102030405060708090a0b0c0d0e0f"

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// fixed is a clock that stands still: stamps differ by their counter.
func fixed() time.Time { return noon }

func params(device record.DeviceID, author string, envelopes ...record.Envelope) OpenParams {
	return OpenParams{Family: testFamily, Envelopes: envelopes, Device: device, Clock: fixed, Author: author, Role: "counsellor"}
}

func open(t testing.TB, device record.DeviceID, envelopes ...record.Envelope) *File {
	t.Helper()
	x, err := Open(params(device, "author "+string(device), envelopes...))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// do is an edit that must succeed.
func do(t testing.TB, x *File, edit func(*pedigree.Family) error) record.Envelope {
	t.Helper()
	e, err := x.Do("edit", edit)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func envelopesOf(x *File) []record.Envelope {
	var all []record.Envelope
	for _, e := range x.Envelopes() {
		all = append(all, *e)
	}
	return all
}

type fataler interface{ Fatalf(string, ...any) }

func text(t fataler, v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(data)
}

// wire is what arrives of an envelope elsewhere.
func wire(t fataler, e record.Envelope) record.Envelope {
	data, err := e.Encode()
	if err != nil {
		t.Fatalf("%v", err)
	}
	back, err := record.Decode(data)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return back
}

// drawEdit is something that a user does to a family, drawn at random.
func drawEdit(t *rapid.T, ids func() pedigree.ID) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error {
		if len(f.Individuals) == 0 || rapid.IntRange(0, 19).Draw(t, "found") == 0 {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: ids(), Name: word(t)})
			return nil
		}
		i := rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "person")
		p := &f.Individuals[i]
		sex := rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Male, pedigree.SexUnknown}).Draw(t, "sex")
		var err error
		switch rapid.IntRange(0, 25).Draw(t, "edit") {
		case 0:
			_, _, err = amend.AddParents(f, p.ID, ids)
		case 1, 2:
			_, err = amend.AddSibling(f, p.ID, sex, ids)
		case 3, 4:
			_, _ = amend.AddChild(f, p.ID, sex, "", ids) // refused where there are several partners
		case 5:
			_, err = amend.AddTwin(f, p.ID, pedigree.Monozygotic, ids)
		case 6:
			_ = amend.Remove(f, p.ID) // refused for an unknown person who joins others
		case 7:
			err = amend.MoveSibling(f, p.ID, rapid.IntRange(-3, 3).Draw(t, "places"))
		case 8:
			p.Name = word(t)
		case 9:
			p.Age = pedigree.ParseFuzzy(rapid.SampledFrom([]string{"42", "about 60", "40s", "", "dk"}).Draw(t, "age"))
		case 10:
			p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Breast, Pathology: pedigree.Pathology{Grade: 3, Extra: extra(t)}, Extra: extra(t)})
		case 11:
			if n := len(p.Diagnoses); n > 0 {
				p.Diagnoses[n-1].Status, p.Diagnoses[n-1].Pathology.ER = pedigree.Confirmed, pedigree.ReceptorPositive
			}
		case 12:
			if len(p.Diagnoses) > 0 {
				p.Diagnoses = p.Diagnoses[1:]
			}
		case 13:
			p.Notes = rapid.Permutation(append(p.Notes, word(t))).Draw(t, "notes")
		case 14:
			if len(p.Notes) > 0 {
				p.Notes = p.Notes[1:]
			}
		case 15:
			p.Extra = extra(t)
		case 16:
			p.Sources = map[string]pedigree.Provenance{word(t): {ToldBy: word(t)}, "age": {Use: pedigree.ClinicalUse}}
		case 17:
			p.Consents = append(p.Consents, pedigree.Consent{To: "all", What: pedigree.ConsentName})
		case 18:
			p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: "BRCA1", Result: pedigree.Positive})
		case 19:
			p.Surgery = append(p.Surgery, pedigree.Surgery{What: word(t)})
		case 20:
			f.Patients = append(f.Patients, pedigree.Patient{Individual: p.ID, GivenName: word(t)})
		case 21:
			f.Notes, f.Name = append(f.Notes, word(t)), word(t)
		case 22:
			// A bare deletion, which leaves others pointing at nobody.
			f.Individuals = slices.Delete(f.Individuals, i, i+1)
		case 23:
			other := f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "other")].ID
			p.OtherParents = append(p.OtherParents, pedigree.ParentLink{ID: other, Kind: pedigree.Adoptive})
		case 24:
			p.Mother = f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "mother")].ID
		case 25:
			_, _ = amend.AddPregnancy(f, p.ID, pedigree.Ongoing, ids) // likewise
		}
		return err
	}
}

func word(t *rapid.T) string {
	return rapid.SampledFrom([]string{"Ann", "Zoë <b>", "a/b%2F", "\u2028", ""}).Draw(t, "word")
}

func extra(t *rapid.T) pedigree.Extra {
	value := rapid.SampledFrom([]string{"null", "1", `{"b":1,"a":[null]}`, `"x"`}).Draw(t, "value")
	return pedigree.Extra{
		"x_" + rapid.SampledFrom([]string{"new", "order", "a/b", "~"}).Draw(t, "key"): json.RawMessage(value),
	}
}

// drawFile is a family that one device wrote, with its envelopes in the order they were made.
func drawFile(t *rapid.T, device record.DeviceID, edits int) (*File, []record.Envelope) {
	x, err := Open(params(device, "author "+string(device)))
	if err != nil {
		t.Fatal(err)
	}
	var made []record.Envelope
	for range rapid.IntRange(0, edits).Draw(t, "edits") {
		if e, err := x.Do("edit", drawEdit(t, x.NewID)); err == nil && len(e.Ops) > 0 {
			made = append(made, e)
		}
	}
	return x, made
}

func shuffled(t *rapid.T, envelopes []record.Envelope) []record.Envelope {
	var all []record.Envelope
	for _, e := range envelopes {
		for range rapid.IntRange(1, 2).Draw(t, "copies") {
			all = append(all, wire(t, e))
		}
	}
	if len(all) == 0 {
		return nil
	}
	return rapid.Permutation(all).Draw(t, "order")
}

// checkSound is what must hold of every family ever shown.
func checkSound(t fataler, f *pedigree.Family) {
	there := map[pedigree.ID]bool{}
	for _, p := range f.Individuals {
		if there[p.ID] {
			t.Fatalf("two people have the id %s", p.ID)
		}
		there[p.ID] = true
	}
	need := func(ids ...pedigree.ID) {
		for _, id := range ids {
			if id != "" && !there[id] {
				t.Fatalf("%s is pointed to and not there", id)
			}
		}
	}
	up := map[pedigree.ID][]pedigree.ID{}
	for _, p := range f.Individuals {
		need(p.Mother, p.Father)
		if p.Mother != "" && p.Mother == p.Father {
			t.Fatalf("%s has one person as both parents", p.ID)
		}
		up[p.ID] = []pedigree.ID{p.Mother, p.Father}
		for _, l := range p.OtherParents {
			need(l.ID)
			up[p.ID] = append(up[p.ID], l.ID)
		}
	}
	for _, u := range f.Unions {
		need(append(u.Partners, u.Children...)...)
	}
	for _, s := range f.Twins {
		need(s.Members...)
	}
	for _, p := range f.Patients {
		need(p.Individual)
	}
	for removed := true; removed; {
		removed = false
		for id, parents := range up {
			if !slices.ContainsFunc(parents, func(p pedigree.ID) bool { _, left := up[p]; return left }) {
				delete(up, id)
				removed = true
			}
		}
	}
	if len(up) > 0 {
		t.Fatalf("somebody is their own ancestor, among %s", fmt.Sprint(up))
	}
}
