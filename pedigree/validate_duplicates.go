package pedigree

import "strings"

// duplicates reports two people who may be one, entered in two places: the same name, and the same birth
// or age. Twins, and people of different sex assigned at birth, are not compared.
func (v *validator) duplicates() {
	byName := map[string][]*Individual{}
	for i := range v.Individuals {
		p := &v.Individuals[i]
		name := strings.ToLower(strings.Join(strings.Fields(p.Name), " "))
		if name == "" || !p.IsPerson() {
			continue
		}
		for _, other := range byName[name] {
			if other.ID != p.ID && v.mayBeOne(other, p) {
				v.add(Unlikely, "same-person", v.Called(other.ID)+" and "+v.Called(p.ID)+" have the same name and age: one person, entered twice?", other.ID, p.ID)
			}
		}
		byName[name] = append(byName[name], p)
	}
}

// mayBeOne compares two people of the same given name.
func (v *validator) mayBeOne(a, b *Individual) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && !strings.EqualFold(x, y) }
	switch {
	case differ(a.FamilyName, b.FamilyName), differ(string(a.Sex), string(b.Sex)) && a.Sex != SexUnknown && b.Sex != SexUnknown:
		return false
	}
	for _, t := range v.Twins {
		if containsBoth(t.Members, a.ID, b.ID) {
			return false
		}
	}
	switch {
	case a.Born.IsExact() && b.Born.IsExact():
		return a.Born.Low == b.Born.Low && !differ(string(a.Born.Date), string(b.Born.Date))
	case a.Age.IsExact() && b.Age.IsExact():
		return a.Age.Low == b.Age.Low && a.IsDeceased() == b.IsDeceased()
	}
	return false
}
