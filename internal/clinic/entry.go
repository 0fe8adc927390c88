package clinic

import (
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
)

// Entry is one family in the list: what a search needs, and no more.
type Entry struct {
	ID       record.FamilyID `json:"id"`
	Name     string          `json:"name"`
	Patients []EntryPatient  `json:"patients,omitempty"`
	People   int             `json:"people"`
	Changed  time.Time       `json:"changed"`
	Unsigned int             `json:"unsigned,omitempty"` // letters begun and not signed
	Sample   bool            `json:"sample,omitempty"`
	Requests []EntryRequest  `json:"requests,omitempty"` // for confirmation, sent and not answered

	search string
}

// EntryPatient is a patient with the identifiers that tell two of one name apart.
type EntryPatient struct {
	Name string `json:"name"`
	Born string `json:"born"`
	NHS  string `json:"nhs"`
}

// entryOf summarises a family and its letters.
func entryOf(id record.FamilyID, f *pedigree.Family, letters []casefile.Letter, now time.Time) Entry {
	e := Entry{ID: id, Name: f.Name, People: len(f.Individuals), Changed: now.UTC().Truncate(time.Second), Sample: f.Sample}
	for i := range f.Patients {
		p := &f.Patients[i]
		born := p.DateOfBirth.String()
		if p.DateOfBirth.Date != "" {
			born = p.DateOfBirth.Date.Clinical()
		}
		e.Patients = append(e.Patients, EntryPatient{Name: p.FormalName(), Born: born, NHS: p.NHSNumber.String()})
	}
	for _, l := range letters {
		if l.Status != casefile.LetterSigned {
			e.Unsigned++
		}
	}
	e.Requests = requestsOf(f)
	return e
}

func decodeEntry(data []byte) (Entry, error) {
	var e Entry
	if err := json.Unmarshal(data, &e); err != nil {
		return e, err
	}
	words := []string{e.Name}
	for _, p := range e.Patients {
		words = append(words, p.Name, p.Born, p.NHS, strings.ReplaceAll(p.NHS, " ", ""))
	}
	e.search = fold(strings.Join(words, "\n"))
	return e, nil
}

// matches reports whether every word of a folded query occurs in the entry.
func (e *Entry) matches(query []string) bool {
	for _, word := range query {
		if !strings.Contains(e.search, word) {
			return false
		}
	}
	return true
}

// fold makes searching blind to case and accents: "Siân" is found by "sian".
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if r < 0x300 || r > 0x36f {
			b.WriteRune(r)
		}
	}
	return b.String()
}
