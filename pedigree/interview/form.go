package interview

import (
	"strings"

	"kindred/pedigree"
)

// FromQuestionnaire is who told us what was typed from a returned family history questionnaire.
const FromQuestionnaire = "questionnaire"

// Form is what the paper form asks about one relative, as it is typed. "?" is doesn't know, and "0" or
// "none" is asked, none; what is empty was not answered.
type Form struct {
	Name      string
	Born      string // "1952", "1950s", "14/03/1984"
	Age       string // "66" of a living person, "alive", "d 58"
	Illnesses string // "br 49, ov 60"
	Confirmed string // by what the illnesses typed are confirmed: "hospital letter enclosed"
}

// FormOf is what is recorded of a person, in the words of the form.
func (h *History) FormOf(id pedigree.ID) Form {
	p := h.Family.Individual(id)
	if p == nil {
		return Form{}
	}
	life := *p
	life.Born = pedigree.Fuzzy{}
	form := Form{Name: p.Name, Born: dayOr(p.Born), Age: LifeLine(&life), Illnesses: h.Editable(p, ColumnCancers)}
	if form.Age == "" && alive(p) == pedigree.Yes {
		form.Age = aliveWords(p)
	}
	if form.Illnesses == "" {
		switch cancer(p) {
		case pedigree.No:
			form.Illnesses = "none"
		case pedigree.DontKnow:
			form.Illnesses = "?"
		}
	}
	for i := range p.Diagnoses {
		if by := p.Diagnoses[i].ConfirmedBy; by != "" {
			form.Confirmed = by
		}
	}
	return form
}

// ApplyForm writes what differs from the recorded form into a person, each fact with its source. A
// line that cannot be so is an error, and the family is not to be kept then.
func (h *History) ApplyForm(f *pedigree.Family, id pedigree.ID, typed Form, told pedigree.Provenance, ids func() pedigree.ID) error {
	p, before := f.Individual(id), h.FormOf(id)
	if p == nil {
		return errGone
	}
	if typed == before {
		return nil
	}
	blank := !p.Known() && p.Asked == nil && p.Well == pedigree.NotAsked
	if blank {
		p.Source = told
	}
	w := formWriter{p: p, told: told}
	if typed.Name != before.Name && strings.Trim(typed.Name, " ?") != "" {
		p.Name = strings.TrimSpace(typed.Name)
		w.from("name")
	}
	if typed.Born != before.Born {
		p.Born = pedigree.ParseFuzzy(typed.Born)
		w.from("born")
	}
	if typed.Age != before.Age {
		if err := w.age(typed.Age); err != nil {
			return err
		}
	}
	if typed.Illnesses != before.Illnesses {
		if err := h.SetCell(f, id, ColumnCancers, typed.Illnesses, told, ids); err != nil {
			return err
		}
		w.from("asked")
	}
	if by := strings.TrimSpace(typed.Confirmed); typed.Confirmed != before.Confirmed && strings.Trim(by, "?0") != "" {
		for i := range p.Diagnoses {
			if d := &p.Diagnoses[i]; d.Source == told {
				d.Status, d.ConfirmedBy = pedigree.Confirmed, by
			}
		}
	}
	return nil
}

// formWriter writes a form's fields into a person.
type formWriter struct {
	p    *pedigree.Individual
	told pedigree.Provenance
}

// from says of a changed fact, by its JSON key, where it comes from.
func (w *formWriter) from(key string) {
	if w.p.Source == w.told {
		return
	}
	if w.p.Sources == nil {
		w.p.Sources = map[string]pedigree.Provenance{}
	}
	w.p.Sources[key] = w.told
}

// age reads whether somebody lives, and the age reached: an age without a word about death is that of a
// living person, since the form asks for both.
func (w *formWriter) age(typed string) error {
	p := w.p
	typed = strings.TrimSpace(typed)
	switch word, _, _ := strings.Cut(strings.ToLower(typed), " "); word {
	case "alive", "well", "a", "w":
		w.from("deceased")
		return setAlive(p, typed)
	case "?", "dk":
		p.Age = pedigree.ParseFuzzy("?")
		w.from("age")
		return nil
	}
	said := pedigree.Individual{Deceased: p.Deceased}
	if err := SetLife(&said, typed); err != nil {
		return err
	}
	if said.IsDeceased() && !p.IsDeceased() {
		SayDied(p)
		w.from("deceased")
	} else if !said.Age.IsZero() && p.Deceased == pedigree.NotAsked {
		p.Deceased = pedigree.No
		w.from("deceased")
	}
	p.Age, p.Died = said.Age, said.Died
	w.from("age")
	if !said.Born.IsZero() {
		p.Born = said.Born
		w.from("born")
	}
	return nil
}

// FormRows are the relatives whom the form asks about, in the order of the talk: the patient and the
// blood relatives.
func (h *History) FormRows() []pedigree.ID {
	var rows []pedigree.ID
	for _, row := range h.Rows {
		if len(h.Needs(row.ID)) > 0 {
			rows = append(rows, row.ID)
		}
	}
	return rows
}

// Resume is the place in FormRows after the last relative of whom something was typed from the
// questionnaire received on a day; 0 where nothing was, len(FormRows()) where it is done.
func (h *History) Resume(received pedigree.Date) int {
	next := 0
	for i, id := range h.FormRows() {
		if fromForm(h.Family.Individual(id), received) {
			next = i + 1
		}
	}
	return next
}

// Received is the day of the questionnaire that was typed last, "" for none.
func (h *History) Received() pedigree.Date {
	var last pedigree.Date
	for i := range h.Family.Individuals {
		for _, s := range sourcesOf(&h.Family.Individuals[i]) {
			if s.ToldBy == FromQuestionnaire && s.On > last {
				last = s.On
			}
		}
	}
	return last
}

func fromForm(p *pedigree.Individual, received pedigree.Date) bool {
	for _, s := range sourcesOf(p) {
		if s.ToldBy == FromQuestionnaire && s.On == received {
			return true
		}
	}
	return false
}

// sourcesOf are all that a person's facts say of where they come from.
func sourcesOf(p *pedigree.Individual) []pedigree.Provenance {
	all := []pedigree.Provenance{p.Source}
	for _, s := range p.Sources {
		all = append(all, s)
	}
	for i := range p.Diagnoses {
		all = append(all, p.Diagnoses[i].Source)
	}
	return all
}
