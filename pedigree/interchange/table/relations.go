package table

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/entry"
	"kindred/pedigree/interchange/listing"
)

// itself are the words for the patient.
var itself = []string{"self", "me", "myself", "patient", "the patient", "proband", "consultand", "index", "index case", "i", "you"}

// byRelation reads rows that say what each person is to the patient, who is read first wherever the
// row stands.
func (t *table) byRelation() error {
	ids := 1
	next := func() pedigree.ID { ids++; return pedigree.ID(fmt.Sprint(ids)) }
	f := newFamily("")
	f.Individuals = []pedigree.Individual{{ID: "1", Proband: true, Consultand: true}}
	t.families = []*pedigree.Family{f}
	entered := map[pedigree.ID]bool{}
	ordered := slices.Clone(t.rows)
	slices.SortStableFunc(ordered, func(a, b row) int { return rank(t.get(a, relation)) - rank(t.get(b, relation)) })
	for _, r := range ordered {
		who := pedigree.ID("1")
		if rank(t.get(r, relation)) != 0 {
			applied, ok := t.enter(f, r, entered, next)
			if !ok {
				t.keep(f, r)
				continue
			}
			who = applied.Entered
		} else if entered[who] {
			t.keep(f, r)
			continue
		}
		entered[who] = true
		t.facts(f.Individual(who), r)
	}
	return nil
}

// rank is 0 for the patient and 1 for everybody else.
func rank(relation string) int {
	if slices.Contains(itself, plain(relation)) {
		return 0
	}
	return 1
}

// enter adds the relative of a row, as the entry line does. It fails where the words name no relative,
// or one of whom a row has told already: nobody has two mothers of one kind.
func (t *table) enter(f *pedigree.Family, r row, entered map[pedigree.ID]bool, next func() pedigree.ID) (entry.Applied, bool) {
	line := t.line(r)
	trial := f.Clone()
	statement := entry.Parse(line, trial, "1")
	applied, err := statement.Apply(trial, pedigree.Provenance{}, next)
	if err != nil || applied.Entered == "" || applied.Entered == "1" || entered[applied.Entered] {
		return applied, false
	}
	*f = *trial
	for _, ask := range statement.Asks {
		t.notes.Add(listing.Assumed, applied.Entered, r.number, "%s left open: %s", line, ask.Words)
	}
	return applied, true
}

// line is a row's relation and name as they would be typed.
func (t *table) line(r row) string {
	words := []string{t.head(r)}
	if count := t.get(r, howMany); count != "" && count != "1" {
		words = append(words, "x"+count)
	}
	if name := t.get(r, name); name != "" {
		words = append(words, quoted(name))
	}
	if parent := t.get(r, through); parent != "" {
		words = append(words, "<", quoted(parent))
	}
	return strings.Join(words, " ")
}

// head is the relation, with the side of the family where that has a column of its own.
func (t *table) head(r row) string {
	head := strings.ToLower(t.get(r, relation))
	head = strings.TrimSpace(strings.TrimRight(head, "0123456789#. ")) // "Sister 2" is a sister
	if side := sidePrefixes[plain(t.get(r, sideOfFamily))]; side != "" && !strings.Contains(head, "mat") && !strings.Contains(head, "pat") {
		return side + " " + head
	}
	return head
}

// sidePrefixes are the words for a side, as the entry line says it.
var sidePrefixes = map[string]string{
	"m": "mat", "mat": "mat", "maternal": "mat", "mother": "mat", "mothers": "mat", "mums": "mat", "mothers side": "mat", "mums side": "mat",
	"p": "pat", "f": "pat", "pat": "pat", "paternal": "pat", "father": "pat", "fathers": "pat", "dads": "pat", "fathers side": "pat", "dads side": "pat",
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, "'") + `"` }

// keep makes a row that names no relative a note of the family.
func (t *table) keep(f *pedigree.Family, r row) {
	f.Notes = append(f.Notes, t.whole(r))
	t.notes.Add(listing.Changed, "", r.number, "the relation %q is no relative, or one with a row already: the row is kept as a note of the family", listing.Clip(t.get(r, relation)))
}
