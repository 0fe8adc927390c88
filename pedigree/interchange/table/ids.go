package table

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// byID reads rows that name each person's parents by their ids. A parent without a row is a founder.
func (t *table) byID() error {
	lines := map[string]map[pedigree.ID]int{}
	for _, r := range t.rows {
		f := t.familyNamed(t.get(r, familyID))
		t.notes.Family = f.Name
		p := pedigree.Individual{ID: pedigree.ID(t.get(r, id)), Mother: parent(t.get(r, mother)), Father: parent(t.get(r, father))}
		if parent(string(p.ID)) == "" {
			return t.refuse(f, r.number, "", "this row has no id that can be somebody's: give each person an id")
		}
		if lines[f.Name] == nil {
			lines[f.Name] = map[pedigree.ID]int{}
		}
		if other, twice := lines[f.Name][p.ID]; twice {
			return t.refuse(f, r.number, p.ID, "two people have this id (the other on line %d): give each person an id", other)
		}
		lines[f.Name][p.ID] = r.number
		if yes, said := yesOrNo(t.get(r, proband)); said && yes {
			p.Proband = f.Proband() == nil
		}
		f.Individuals = append(f.Individuals, p)
		t.facts(&f.Individuals[len(f.Individuals)-1], r)
	}
	for _, f := range t.families {
		t.notes.Family = f.Name
		if err := t.founders(f, lines[f.Name]); err != nil {
			return err
		}
	}
	return nil
}

// parent is an id, "" for the ways of writing nobody.
func parent(cell string) pedigree.ID {
	if slices.Contains([]string{"0", ".", "-", "na", "n/a", "none", "?"}, strings.ToLower(cell)) {
		return ""
	}
	return pedigree.ID(cell)
}

func (t *table) familyNamed(name string) *pedigree.Family {
	for _, f := range t.families {
		if f.Name == name {
			return f
		}
	}
	f := newFamily(name)
	t.families = append(t.families, f)
	return f
}

// founders adds the parents who have no row, and settles the sex of parents of whom none was said.
func (t *table) founders(f *pedigree.Family, lines map[pedigree.ID]int) error {
	at := f.Index()
	for i := range len(f.Individuals) {
		p := f.Individuals[i]
		if p.Mother != "" && p.Mother == p.Father {
			return t.refuse(f, lines[p.ID], p.ID, "mother and father are the same person, %s: correct one of them", listing.Clip(string(p.Mother)))
		}
		for _, of := range []struct {
			who  string
			id   pedigree.ID
			is   pedigree.Sex
			cant pedigree.Sex
		}{{"mother", p.Mother, pedigree.Female, pedigree.Male}, {"father", p.Father, pedigree.Male, pedigree.Female}} {
			if of.id == "" {
				continue
			}
			place, listed := at[of.id]
			if !listed {
				at[of.id] = len(f.Individuals)
				f.Individuals = append(f.Individuals, pedigree.Individual{ID: of.id, Sex: of.is})
				t.notes.Add(listing.Assumed, of.id, lines[p.ID], "the %s of %s has no row: added without any facts", of.who, p.ID)
				continue
			}
			switch known := &f.Individuals[place]; known.Sex {
			case of.cant:
				return t.refuse(f, lines[p.ID], p.ID, "the %s, %s, is %s in another row: correct the sex or the link", of.who, listing.Clip(string(of.id)), known.Sex)
			case "":
				known.Sex = of.is
				t.notes.Add(listing.Assumed, of.id, lines[of.id], "%s, as a %s", of.is, of.who)
			}
		}
	}
	return source.NoCycle(f, func(position int) int {
		if position < len(f.Individuals) {
			return lines[f.Individuals[position].ID]
		}
		return 0
	})
}

func (t *table) refuse(f *pedigree.Family, line int, person pedigree.ID, format string, args ...any) error {
	err := listing.Refuse(line, person, format, args...)
	err.Family = f.Name
	return err
}
