package pedigreeview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// factKeys are the facts that can have a source of their own, by their JSON key; diagnoses, tests and
// operations have theirs beside them.
var factKeys = []fields.Option[string]{
	{Value: "", Words: "everything else"},
	{Value: "name", Words: "the name"},
	{Value: "sex", Words: "the sex at birth"},
	{Value: "gender", Words: "the gender"},
	{Value: "karyotype", Words: "the karyotype"},
	{Value: "mother", Words: "the egg parent"},
	{Value: "father", Words: "the sperm parent"},
	{Value: "other_parents", Words: "the other parents"},
	{Value: "adopted", Words: "the adoption"},
	{Value: "deceased", Words: "being alive or not"},
	{Value: "age", Words: "the age"},
	{Value: "born", Words: "the birth"},
	{Value: "died", Words: "the date of death"},
	{Value: "cause_of_death", Words: "the cause of death"},
	{Value: "well", Words: "being well"},
	{Value: "affected", Words: "being affected"},
	{Value: "diagnoses", Words: "all diagnoses"},
	{Value: "gene_tests", Words: "all genetic tests"},
	{Value: "carrier", Words: "all carrier states"},
	{Value: "surgery", Words: "all surgery"},
	{Value: "organs", Words: "the organs"},
	{Value: "asked", Words: "what was answered"},
	{Value: "evaluated", Words: "the examination"},
	{Value: "ashkenazi", Words: "Ashkenazi ancestry"},
	{Value: "ancestry", Words: "the ancestry"},
	{Value: "pregnancy", Words: "the pregnancy"},
	{Value: "count", Words: "the number of people"},
	{Value: "childless", Words: "having no children"},
	{Value: "not_in_contact", Words: "the contact"},
	{Value: "no_details", Words: "knowing no details"},
	{Value: "history_unknown", Words: "the parents' families"},
	{Value: "notes", Words: "the notes"},
}

// buildSources edits who told us each fact: first which fact, then its source.
func buildSources(s *section) {
	f := s.form
	key := ""
	editor := fields.NewProvenance(f.patients(), func(v pedigree.Provenance) {
		f.change("source of a fact", func(_ *pedigree.Family, p *individual) error {
			setSource(p, key, v)
			return nil
		})
	})
	show := func(family *pedigree.Family) {
		p := family.Individual(f.person)
		if p == nil {
			return
		}
		if key == "" {
			editor.Set(p.Source)
			return
		}
		editor.Set(p.Sources[key])
	}
	which := fields.NewChoice(factKeys, func(k string) {
		key = k
		show(f.view.family())
	})
	which.Set("")
	s.person().field("About", which)
	s.show = append(s.show, show)
	s.person().field("", editor)
	s.add(theme.NewSmall("A fact without a source of its own has that of everything else.").Cutting())
}

// setSource records a source for one fact, or for the whole person; an empty one is taken out.
func setSource(p *individual, key string, v pedigree.Provenance) {
	if key == "" {
		p.Source = v
		return
	}
	if v.IsZero() {
		delete(p.Sources, key)
		return
	}
	if p.Sources == nil {
		p.Sources = map[string]pedigree.Provenance{}
	}
	p.Sources[key] = v
}

func buildConsents(s *section) {
	type consent = pedigree.Consent
	f := s.form
	list := func(p *individual) *[]consent { return &p.Consents }
	what := []fields.Option[string]{
		{Value: pedigree.ConsentName, Words: "be named"}, {Value: pedigree.ConsentRecognise, Words: "be recognisable"},
	}
	to := append([]fields.Option[string]{
		{Value: "", Words: "everybody"}, {Value: "all", Words: "all patients"}, {Value: pedigree.ToPatientLetters, Words: "letters to patients"},
	}, patientNames(f)...)
	for n := range len(f.view.family().Individual(f.person).Consents) {
		c := listed(s, n, func(p *individual) []consent { return p.Consents })
		choice(c, "May", what, func(c *consent) *string { return &c.What })
		choice(c, "To", to, func(c *consent) *string { return &c.To })
		day(c, "Given on", func(c *consent) *pedigree.Date { return &c.GivenOn })
		text(c, "Recorded by", func(c *consent) *string { return &c.RecordedBy })
		toggle(c, "Withdrawn", func(c *consent) *bool { return &c.Withdrawn })
		removal(s, "consent", n, list)
	}
	addPair(s, "Add consent", "May", what, "To", to[1:], func(from []fyne.Focusable, what, to string) {
		addItem(s, "consent", from, list, func(pedigree.ID) consent { return consent{To: to, What: what} })
	})
}

func patientNames(f *form) []fields.Option[string] {
	var options []fields.Option[string]
	for _, p := range f.patients() {
		options = append(options, fields.Option[string]{Value: string(p.Value), Words: p.Words})
	}
	return options
}
