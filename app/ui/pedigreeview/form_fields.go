package pedigreeview

import (
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// subject is what some fields are about: the person, one diagnosis, a union, the patient record.
type subject[O any] struct {
	section *section
	find    func(*pedigree.Family) *O // nil when it is gone
	begin   func(*pedigree.Family) *O // makes one where find has none yet; nil where there always is one
}

// set changes the subject in the record.
func (s subject[O]) set(what string, change func(*O)) {
	s.section.form.change(what, func(f *pedigree.Family, _ *pedigree.Individual) error {
		o := s.find(f)
		if o == nil && s.begin != nil {
			o = s.begin(f)
		}
		if o == nil {
			return errGone
		}
		change(o)
		return nil
	})
}

// shows registers how a field is set from the record.
func (s subject[O]) shows(show func(*O)) {
	s.section.show = append(s.section.show, func(f *pedigree.Family) {
		if o := s.find(f); o != nil {
			show(o)
		}
	})
}

// field puts a field with its words into the section.
func (s subject[O]) field(label string, o field) {
	first, ok := o.(fyne.Focusable)
	if ok && s.section.form.first == nil {
		s.section.form.first = first
	}
	if ok && s.section.fresh {
		s.section.items, s.section.fresh = append(s.section.items, first), false
	}
	s.section.place(label, o)
}

// field is any of package fields.
type field interface {
	fyne.CanvasObject
	In(*fields.Host)
}

// place puts a field into the section that is about nothing recorded yet; without a label it has the
// whole width.
func (s *section) place(label string, o field) fyne.CanvasObject {
	o.In(s.form.host)
	placed := fyne.CanvasObject(o)
	if label != "" {
		placed = fields.Labelled(label, o)
	}
	s.add(placed)
	return placed
}

// lower is a label as it stands in a sentence for Undo.
func lower(label string) string {
	if strings.ToUpper(label) == label || strings.HasPrefix(label, "NHS") || strings.HasPrefix(label, "GP") {
		return label
	}
	return strings.ToLower(label[:1]) + label[1:]
}

// person is the subject of most sections.
func (s *section) person() subject[pedigree.Individual] {
	return subject[pedigree.Individual]{section: s, find: func(f *pedigree.Family) *pedigree.Individual { return f.Individual(s.form.person) }}
}

func text[O any, S ~string](s subject[O], label string, at func(*O) *S) {
	field := fields.NewLine(func(v string) { s.set(lower(label), func(o *O) { *at(o) = S(strings.TrimSpace(v)) }) })
	s.shows(func(o *O) { field.Set(string(*at(o))) })
	s.field(label, field)
}

// checked is a text with what a check finds wrong in it beneath.
func checked[O any](s subject[O], label string, problem func(string) string, at func(*O) *string) {
	field := fields.NewChecked(problem, func(v string) { s.set(lower(label), func(o *O) { *at(o) = strings.TrimSpace(v) }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
}

func suggest[O any, S ~string](s subject[O], label string, usual []string, at func(*O) *S) {
	field := fields.NewSuggest(usual, func(v string) { s.set(lower(label), func(o *O) { *at(o) = S(strings.TrimSpace(v)) }) })
	s.shows(func(o *O) { field.Set(string(*at(o))) })
	s.field(label, field)
}

// needed is a line in the words of a vocabulary, without which there is nothing to record: emptied, it
// shows the recorded words again. take records what was typed.
func needed[O any](s subject[O], label string, words vocabulary, at func(*O) string, take func(o *O, said string)) {
	var field *fields.Suggest
	recorded := ""
	field = fields.NewSuggest(words.usual, func(v string) {
		if v = strings.TrimSpace(v); v == "" {
			field.Set(recorded)
			s.section.form.view.status("It cannot be without the " + lower(label) + "; Remove takes the whole entry out.")
			return
		}
		s.set(lower(label), func(o *O) { take(o, v) })
	})
	s.shows(func(o *O) {
		recorded = at(o)
		field.Set(recorded)
	})
	s.field(label, field)
	s.section.explain(field, words)
}

func fuzzy[O any](s subject[O], label string, m fields.Measure, at func(*O) *pedigree.Fuzzy) *fields.Fuzzy {
	field := fields.NewFuzzy(m, func(v pedigree.Fuzzy) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
	return field
}

// ageAt is the age at which something happened to the person, held against the age they reached.
func ageAt[O any](s subject[O], at func(*O) *pedigree.Fuzzy) {
	form := s.section.form
	fuzzy(s, "Age", fields.Age, at).CannotBe = func(age pedigree.Fuzzy) string {
		f := form.view.family()
		if p := f.Individual(form.person); p != nil {
			return f.AfterAgeReached(p, age)
		}
		return ""
	}
}

// lifetime is the age, birth or death of the person, each held against the others and against the ages
// at which something happened.
func lifetime(s subject[individual], label string, m fields.Measure, at func(*individual) *pedigree.Fuzzy) {
	form := s.section.form
	fuzzy(s, label, m, at).CannotBe = func(v pedigree.Fuzzy) string {
		f := form.view.family()
		recorded := f.Individual(form.person)
		if recorded == nil || v.IsZero() {
			return ""
		}
		p := *recorded
		*at(&p) = v
		return lifeCannotBe(f, &p)
	}
}

// lifeCannotBe says the first thing that the ages and years of a person contradict each other in.
func lifeCannotBe(f *pedigree.Family, p *individual) string {
	if words := f.BirthAgainstAge(p); words != "" {
		return words
	}
	for i := range p.Diagnoses {
		if words := f.AfterAgeReached(p, p.Diagnoses[i].Age); words != "" {
			return string(p.Diagnoses[i].Site) + ": " + words
		}
	}
	for i := range p.Surgery {
		if words := f.AfterAgeReached(p, p.Surgery[i].Age); words != "" {
			return p.Surgery[i].What + ": " + words
		}
	}
	return ""
}

func day[O any](s subject[O], label string, at func(*O) *pedigree.Date) {
	field := fields.NewDay(func(v pedigree.Date) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
}

func choice[O any, T comparable](s subject[O], label string, options []fields.Option[T], at func(*O) *T) {
	field := fields.NewChoice(options, func(v T) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
}

// assumed is a choice whose first option also stands for what was never said.
func assumed[O any, T comparable](s subject[O], label string, options []fields.Option[T], at func(*O) *T) {
	field := fields.NewChoice(options, func(v T) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) {
		v := *at(o)
		if v == *new(T) {
			v = options[0].Value
		}
		field.Set(v)
	})
	s.field(label, field)
}

func answer[O any](s subject[O], label string, at func(*O) *pedigree.Answer) {
	field := fields.NewAnswer(func(v pedigree.Answer) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
}

func toggle[O any](s subject[O], words string, at func(*O) *bool) {
	field := fields.NewToggle(words, func(v bool) { s.set(lower(words), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field("", field)
}

// ticked is an answer of which a clinic records only a yes: the tick taken out leaves it not asked.
func ticked[O any](s subject[O], words string, at func(*O) *pedigree.Answer) {
	field := fields.NewToggle(words, func(on bool) {
		given := pedigree.NotAsked
		if on {
			given = pedigree.Yes
		}
		s.set(lower(words), func(o *O) { *at(o) = given })
	})
	s.shows(func(o *O) { field.Set(*at(o) == pedigree.Yes) })
	s.field("", field)
}

// contentWidth is the room for words on the inspector's card.
const contentWidth = SideWidth - scrollRoom - 2*theme.Inset

func lines[O any](s subject[O], label string, rows int, at func(*O) *[]string) {
	field := fields.NewLines(rows, func(v []string) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
}

// source edits who told us a fact.
func source[O any](s subject[O], what string, at func(*O) *pedigree.Provenance) {
	field := fields.NewProvenance(s.section.form.patients(), func(v pedigree.Provenance) {
		s.set("source of "+what, func(o *O) { *at(o) = v })
	})
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field("", field)
}

// patients are the patient records that a confidential fact can belong to.
func (f *form) patients() []fields.Option[pedigree.ID] {
	var options []fields.Option[pedigree.ID]
	family := f.view.family()
	for i := range family.Patients {
		p := &family.Patients[i]
		options = append(options, fields.Option[pedigree.ID]{Value: p.ID, Words: p.FormalName()})
	}
	return options
}

// people are everybody but the person, for choosing a relative.
func (f *form) people(none string) []fields.Option[pedigree.ID] {
	options := []fields.Option[pedigree.ID]{{Value: "", Words: none}}
	family := f.view.family()
	used := map[string]bool{}
	for i := range family.Individuals {
		p := &family.Individuals[i]
		if p.ID == f.person {
			continue
		}
		words := f.view.inspect.title(p)
		if used[words] { // two people of one name before numbers are known
			words += " (" + string(p.ID) + ")"
		}
		used[words] = true
		options = append(options, fields.Option[pedigree.ID]{Value: p.ID, Words: words})
	}
	return options
}
