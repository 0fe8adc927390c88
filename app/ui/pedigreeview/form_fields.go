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

func suggest[O any, S ~string](s subject[O], label string, usual []string, at func(*O) *S) {
	field := fields.NewSuggest(usual, func(v string) { s.set(lower(label), func(o *O) { *at(o) = S(strings.TrimSpace(v)) }) })
	s.shows(func(o *O) { field.Set(string(*at(o))) })
	s.field(label, field)
}

// needed is a suggest without which there is nothing to record: emptied, it shows the recorded words again.
func needed[O any, S ~string](s subject[O], label string, usual []string, at func(*O) *S) {
	var field *fields.Suggest
	recorded := ""
	field = fields.NewSuggest(usual, func(v string) {
		if v = strings.TrimSpace(v); v == "" {
			field.Set(recorded)
			s.section.form.view.status("It cannot be without the " + lower(label) + "; Remove takes the whole entry out.")
			return
		}
		s.set(lower(label), func(o *O) { *at(o) = S(v) })
	})
	s.shows(func(o *O) {
		recorded = string(*at(o))
		field.Set(recorded)
	})
	s.field(label, field)
}

func fuzzy[O any](s subject[O], label string, m fields.Measure, at func(*O) *pedigree.Fuzzy) {
	field := fields.NewFuzzy(m, func(v pedigree.Fuzzy) { s.set(lower(label), func(o *O) { *at(o) = v }) })
	s.shows(func(o *O) { field.Set(*at(o)) })
	s.field(label, field)
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
