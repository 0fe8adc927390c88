package merge

import (
	"reflect"
	"slices"

	"kindred/pedigree"
)

// keep notes a fact about the family, or about more than one person of it, that differs.
func (j *joint) keep(words string) {
	note := j.from + ": " + words
	if !slices.Contains(j.here.Notes, note) {
		j.here.Notes = append(slices.Clip(j.here.Notes), note)
		j.outcome.Kept = append(j.outcome.Kept, words)
	}
}

// kept is a report for what has no place of its own to list what is filled.
func (j *joint) kept(what string) report {
	return report{filled: func(string, string) {}, differ: func(words string) { j.keep(what + ": " + words) }}
}

// unions brings in the couples; one that is here is filled.
func (j *joint) unions() {
	for _, in := range j.incoming.Unions {
		in.Partners, in.Children, in.ID = j.mappedAll(in.Partners), j.mappedAll(in.Children), ""
		at := slices.IndexFunc(j.here.Unions, func(u pedigree.Union) bool { return sameIDs(u.Partners, in.Partners) })
		switch {
		case len(in.Partners) == 0:
		case at < 0:
			in.Source = or(in.Source, j.source())
			j.here.Unions = append(slices.Clip(j.here.Unions), in)
		default:
			u := &j.here.Unions[at]
			for _, child := range in.Children {
				u.Children = with(slices.Clip(u.Children), child)
			}
			fill(reflect.ValueOf(u).Elem(), reflect.ValueOf(&in).Elem(), []string{"id", "partners", "children", "source"}, j.kept("a couple"))
		}
	}
}

// twins brings in the twin sets; those who are twins here already keep the zygosity that is here.
func (j *joint) twins() {
	for _, in := range j.incoming.Twins {
		in.Members, in.ID = j.mappedAll(in.Members), ""
		at := slices.IndexFunc(j.here.Twins, func(t pedigree.TwinSet) bool { return sameIDs(t.Members, in.Members) })
		switch {
		case at < 0 && len(in.Members) > 1:
			in.Source = or(in.Source, j.source())
			j.here.Twins = append(slices.Clip(j.here.Twins), in)
		case at >= 0 && j.here.Twins[at].Zygosity != in.Zygosity:
			if t := &j.here.Twins[at]; t.Zygosity == pedigree.UnknownZygosity || t.Zygosity == "" {
				t.Zygosity = in.Zygosity
			} else {
				j.keep("twins: " + string(in.Zygosity))
			}
		}
	}
}

// sameIDs reports the same people in any order.
func sameIDs(a, b []pedigree.ID) bool {
	if len(a) != len(b) {
		return false
	}
	for _, id := range a {
		if !slices.Contains(b, id) {
			return false
		}
	}
	return true
}

// patients brings in the clinic's records of patients; a record that is here is filled.
func (j *joint) patients() {
	for _, in := range j.incoming.Patients {
		in.ID, in.Individual = j.patient[in.ID], j.mapped(in.Individual)
		switch mine := j.here.PatientOf(in.Individual); {
		case in.Individual == "":
		case mine == nil:
			j.here.Patients = append(slices.Clip(j.here.Patients), in)
		default:
			fill(reflect.ValueOf(mine).Elem(), reflect.ValueOf(&in).Elem(), []string{"id", "individual"}, j.kept("the patient's record"))
		}
	}
}

// family fills what is said of the family as a whole. Its reference, the day of its ages and its
// marks stay: ages that came in carry their own day.
func (j *joint) family() {
	in := j.incoming
	skip := []string{"format", "version", "as_of", "sample", "individuals", "twins", "unions", "patients", "drawn_on", "changed_on"}
	fill(reflect.ValueOf(j.here).Elem(), reflect.ValueOf(in).Elem(), skip, j.kept("the family"))
	if in.AsOf == "" && j.here.AsOf != "" && slices.ContainsFunc(in.Individuals, func(p pedigree.Individual) bool { return !p.Age.IsZero() && p.AsOf == "" && !p.IsDeceased() }) {
		j.warn("The file does not say for which day its ages are: they are taken as of %s, like those here.", j.here.AsOf.Prose())
	}
}
