package riskview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/suppose"
	"kindred/pedigree/terms"
)

// whatIfForm is what was typed in the form: who, what of them, which gene or cancer, and the age.
type whatIfForm struct {
	who        pedigree.ID
	what       suppose.Assumption // its kind, and the fact of a report
	which, age string
}

// supposable is one kind of thing that can be supposed of a person.
type supposable struct {
	words string
	what  suppose.Assumption
}

// supposables lists what can be supposed of a person; what rests on the family's variant or on what is
// told of the person first.
func supposables(f *pedigree.Family, person pedigree.ID) []supposable {
	all := []supposable{{"gene: a variant is found", suppose.Assumption{Kind: suppose.VariantFound}}}
	if len(suppose.Known(f)) > 0 {
		all = append(all, supposable{"gene: the family's variant is not found", suppose.Assumption{Kind: suppose.VariantNotFound}})
	}
	all = append(all,
		supposable{"gene: a full screen finds nothing", suppose.Assumption{Kind: suppose.GeneClear}},
		supposable{"cancer", suppose.Assumption{Kind: suppose.Cancer}},
		supposable{"another age", suppose.Assumption{Kind: suppose.AgeReached}})
	for _, item := range openFacts(f, person) {
		all = append(all,
			supposable{"report confirms " + item.Words, suppose.Assumption{Kind: suppose.ReportConfirms, Fact: item.Fact}},
			supposable{"report refutes " + item.Words, suppose.Assumption{Kind: suppose.ReportRefutes, Fact: item.Fact}})
	}
	return all
}

// The fields of the form that can be wrong.
const (
	wrongWhich = iota + 1
	wrongAge
)

// assumption is what the form says, or which field is wrong and why. Without a gene it is the one in which
// a variant is known.
func (form whatIfForm) assumption(f *pedigree.Family) (a suppose.Assumption, wrong int, err error) {
	a = form.what
	a.Person = form.who
	which := strings.TrimSpace(form.which)
	switch a.Kind {
	case suppose.VariantFound, suppose.VariantNotFound, suppose.GeneClear:
		known := suppose.Known(f)
		symbol, ok := terms.Gene(which)
		switch {
		case ok:
			a.Gene = symbol
		case which == "" && len(known) > 0:
			a.Gene = known[0].Gene
		case which == "":
			return a, wrongWhich, fmt.Errorf("no gene is named: write one, such as BRCA1")
		default:
			return a, wrongWhich, fmt.Errorf("%q is no gene that is known here: write its symbol, such as BRCA1", which)
		}
		return a, 0, nil
	case suppose.Cancer:
		site, ok := terms.Site(which)
		if !ok || !site.IsCancer() {
			return a, wrongWhich, fmt.Errorf("%q is no cancer that is known here: write it as breast or ovary", which)
		}
		a.Site = site
	case suppose.AgeReached:
	default:
		return a, 0, nil
	}
	a.Age, err = strconv.Atoi(strings.TrimSpace(form.age))
	if err != nil {
		return a, wrongAge, fmt.Errorf("%q is no age: write whole years, such as 45", strings.TrimSpace(form.age))
	}
	return a, 0, nil
}

// ask opens the form as it was filled in last; wrong is what was wrong with it.
func (w *whatIf) ask(form whatIfForm, wrong error) {
	f := w.v.p.Record.Family()
	_, at, _ := form.assumption(f)
	var choices []supposable
	what := fields.NewChoice(nil, func(n int) { form.what = choices[n].what })
	fill := func() {
		choices = supposables(f, form.who)
		options := make([]fields.Option[int], len(choices))
		chosen := 0
		for i, c := range choices {
			options[i] = fields.Option[int]{Value: i, Words: c.words}
			if c.what == form.what {
				chosen = i
			}
		}
		what.SetChoices(options)
		what.Set(chosen)
		form.what = choices[chosen].what
	}
	people := make([]fields.Option[pedigree.ID], 0, len(f.Individuals))
	for _, id := range peopleFrom(f, w.v.subject) {
		people = append(people, fields.Option[pedigree.ID]{Value: id, Words: w.called(f, id)})
	}
	who := fields.NewChoice(people, func(id pedigree.ID) { form.who = id; fill() })
	who.Set(form.who)
	fill()
	hint := "BRCA1, breast ..."
	if known := suppose.Known(f); len(known) > 0 {
		hint = known[0].Gene + ", breast ..."
	}
	entry := func(hint string, text *string) *theme.Entry {
		e := theme.NewEntry(hint)
		e.SetText(*text)
		e.CursorColumn = len([]rune(*text))
		e.OnChanged = func(words string) { *text = words }
		return e
	}
	which, age := entry(hint, &form.which), entry("of the cancer, or the other age", &form.age)
	column := theme.Column(7, beside("Who", who), beside("What", what), beside("Gene or cancer", which), beside("Age", age),
		theme.Paragraph("Everything on the screen is then about this. Nothing of it is kept, printed or signed.", elsewhereWidth-44, theme.InkQuiet))
	if wrong != nil {
		column.Add(theme.Paragraph(w.v.p.Explain(wrong), elsewhereWidth-44, theme.InkWarn))
	}
	d := w.v.dialog("What if", "Suppose it", elsewhereWidth, column, func() { w.accept(form) })
	fieldsIn(d, who, what)
	for _, e := range []*theme.Entry{which, age} {
		e.OnSubmitted = func(string) { d.Confirm() }
		e.OnEscape = d.Hide
	}
	focus := map[int]fyne.Focusable{0: who, wrongWhich: which, wrongAge: age}[at]
	if wrong == nil {
		focus = what
	}
	w.v.p.Window.Canvas().Focus(focus)
}

// accept supposes something more, or asks again with what was wrong.
func (w *whatIf) accept(form whatIfForm) {
	a, _, err := form.assumption(w.v.p.Record.Family())
	if err != nil {
		w.ask(form, err)
		return
	}
	w.try(append(slices.Clone(w.assumed), a), func(err error) { w.ask(form, err) })
}

// called names somebody with the relation to the subject.
func (w *whatIf) called(f *pedigree.Family, id pedigree.ID) string {
	words := w.v.p.Called(id)
	if id == w.v.subject {
		return words
	}
	if relation := f.Relationship(w.v.subject, id).Words; !strings.Contains(strings.ToLower(words), strings.ToLower(relation)) {
		words += " (" + relation + ")"
	}
	return words
}

// peopleFrom lists a family with the subject and the blood relatives first.
func peopleFrom(f *pedigree.Family, subject pedigree.ID) []pedigree.ID {
	sides := f.SidesOf(subject)
	place := func(id pedigree.ID) int {
		switch {
		case id == subject:
			return 0
		case sides[id] != pedigree.NoSide:
			return 1
		}
		return 2
	}
	var ids []pedigree.ID
	for i := range f.Individuals {
		if f.Individuals[i].IsPerson() {
			ids = append(ids, f.Individuals[i].ID)
		}
	}
	slices.SortStableFunc(ids, func(a, b pedigree.ID) int { return place(a) - place(b) })
	return ids
}
