package pedigreeview

import (
	"slices"
	"strings"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// carrierKinds are short enough for the field; carrierHints say what each means.
var (
	carrierKinds = []fields.Option[pedigree.CarrierKind]{
		{Value: pedigree.KnownCarrier, Words: "carrier"},
		{Value: pedigree.ObligateCarrier, Words: "obligate carrier"},
		{Value: pedigree.Presymptomatic, Words: "may become affected"},
		{Value: pedigree.UncertainCarrier, Words: "may be a carrier"},
	}
	carrierHints = map[pedigree.CarrierKind]string{
		"":                        carries,
		pedigree.KnownCarrier:     carries,
		pedigree.ObligateCarrier:  "Must carry it by their place in the family, whatever a test says.",
		pedigree.Presymptomatic:   "Presymptomatic: well today, and will or may become affected.",
		pedigree.UncertainCarrier: "Not known for certain: drawn with a question mark.",
	}
)

const carries = "Carries it, and is not expected to become affected."

// carried are the conditions that clinics most often record carriers of.
var carried = []string{
	"cystic fibrosis", "sickle cell disease", "thalassaemia", "haemophilia", "Duchenne muscular dystrophy",
	"spinal muscular atrophy", "fragile X syndrome", "Huntington disease",
}

// conditions are what can be carried, by the names that the family already uses for it first: a carrier's
// mark is the same as that of the affected only under the same name.
func conditions(f *pedigree.Family) []string {
	var names []string
	add := func(name string) {
		if same := func(n string) bool { return strings.EqualFold(n, name) }; name != "" && !slices.ContainsFunc(names, same) {
			names = append(names, name)
		}
	}
	for i := range f.Individuals {
		for _, c := range f.Individuals[i].Carrier {
			add(strings.TrimSpace(c.Condition))
		}
		for j := range f.Individuals[i].Diagnoses {
			add(string(f.Individuals[i].Diagnoses[j].Site))
		}
	}
	for _, name := range carried {
		add(name)
	}
	return names
}

func buildCarrier(s *section) {
	type carrier = pedigree.CarrierState
	list := func(p *individual) *[]carrier { return &p.Carrier }
	family := s.form.view.family()
	words := vocabulary{usual: conditions(family)}
	for n := range len(family.Individual(s.form.person).Carrier) {
		c := listed(s, n, func(p *individual) []carrier { return p.Carrier })
		itemHeading(s, n, describe.Carriers)
		needed(c, "Condition", words, func(c *carrier) string { return c.Condition }, func(c *carrier, said string) { c.Condition = said })
		assumed(c, "Kind", carrierKinds, func(c *carrier) *pedigree.CarrierKind { return &c.Kind })
		meaning := theme.NewMessage(contentWidth)
		s.add(meaning)
		c.shows(func(c *carrier) { meaning.Set(theme.InkQuiet, carrierHints[c.Kind]) })
		source(c, "carrier state", func(c *carrier) *pedigree.Provenance { return &c.Source })
		removal(s, "carrier state", n, list)
	}
	addLine(s, "Carrier of", "condition", "carrier state", words, list,
		func(_ pedigree.ID, condition string) carrier {
			return carrier{Condition: condition, Kind: pedigree.KnownCarrier}
		})
}
