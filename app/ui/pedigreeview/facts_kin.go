package pedigreeview

import "kindred/pedigree"

// kinFacts are what the drawing shows of a person's parents, twins and couples beyond the links themselves.
func kinFacts(f *pedigree.Family, p *pedigree.Individual) []Fact {
	var facts []Fact
	add := func(label, value string, source pedigree.Provenance) {
		if source.IsZero() {
			source = p.Source
		}
		facts = append(facts, Fact{Label: label, Value: value, Source: SourceWords(source)})
	}
	for _, link := range p.OtherParents {
		for _, kind := range linkKinds {
			if kind.Value == link.Kind {
				add("Other parent", joined(called(f, link.ID), kind.Words), p.SourceOf("other_parents"))
			}
		}
	}
	for _, i := range twinSetsOf(f, p.ID) {
		set := &f.Twins[i]
		for _, member := range set.Members {
			if member == p.ID {
				continue
			}
			words := called(f, member)
			for _, z := range zygosities {
				if z.Value == set.Zygosity && z.Value != pedigree.UnknownZygosity {
					words = joined(words, z.Words)
				}
			}
			add("Twin", words, set.Source)
		}
	}
	for _, i := range unionsOf(f, p.ID) {
		u := &f.Unions[i]
		if words := unionWords(u); words != "" {
			with := ""
			for _, partner := range u.Partners {
				if partner != p.ID {
					with = called(f, partner)
				}
			}
			add("Partner", joined(with, words), u.Source)
		}
	}
	return facts
}

// called is a relative's name. Nobody knows the id of a person, so it is never shown.
func called(f *pedigree.Family, id pedigree.ID) string {
	if p := f.Individual(id); p != nil && p.Name != "" {
		return p.Name
	}
	return "name not recorded"
}

// unionWords are what is said of a couple that is not plain: "separated, related: first cousins".
func unionWords(u *pedigree.Union) string {
	var status, related, children string
	if u.Status == pedigree.Separated {
		status = "separated"
	}
	switch {
	case u.Degree != "":
		related = "related: " + u.Degree
	case u.Consanguineous == pedigree.Yes:
		related = "related"
	case u.Consanguineous == pedigree.No:
		related = "not related"
	}
	switch u.Childless {
	case pedigree.NoChildren:
		children = "no children"
	case pedigree.ChildlessByChoice:
		children = "no children, by choice"
	case pedigree.ChildlessInfertile:
		children = "infertile"
	}
	return joined(status, related, children, u.ChildlessCause)
}
