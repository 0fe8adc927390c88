package merge

import (
	"maps"
	"reflect"
	"slices"

	"kindred/pedigree"
)

// elsewhere are the fields of an individual that fill does not compare one by one: who the person is,
// whom they descend from, their life and its end, which belong together, and lists with rules of
// their own.
var elsewhere = []string{
	"id", "mother", "father", "other_parents", "proband", "consultand", "pin", "draw_twice", "fold",
	"deceased", "age", "as_of", "died", "cause_of_death", "well", "no_details", "pregnancy",
	"diagnoses", "gene_tests", "surgery", "carrier", "asked", "organs", "sources", "source", "consents",
}

// fillEverybody lists each incoming person, and fills those who were here.
func (j *joint) fillEverybody() {
	index := j.here.Index()
	for i := range j.incoming.Individuals {
		in := &j.incoming.Individuals[i]
		line := Person{Incoming: in.ID, Here: j.mapped(in.ID), Added: j.added[in.ID]}
		if !line.Added {
			x := &pairing{joint: j, here: &j.here.Individuals[index[line.Here]], in: in, line: &line}
			x.fill()
		}
		j.outcome.People = append(j.outcome.People, line)
	}
}

// pairing is one person in both families.
type pairing struct {
	*joint
	here, in *pedigree.Individual
	line     *Person
}

func (x *pairing) report() report { return report{filled: x.filled, differ: x.differ} }

// filled lists a fact that was empty, with who told it. What is confidential stays so, and with it all
// that is kept under the same key.
func (x *pairing) filled(key, words string) {
	x.line.Filled = append(x.line.Filled, words)
	told := x.told(pedigree.Provenance{}, key)
	if _, said := x.here.Sources[key]; !said && key != "notes" && key != "extra" {
		x.setSource(key, told)
	}
	x.restrict(key, told)
}

// differ keeps a fact that contradicts what is here as a note, which is as confidential as anything that
// came in about the person.
func (x *pairing) differ(words string) {
	note := x.from + ": " + words
	if slices.Contains(x.here.Notes, note) {
		return
	}
	x.line.Kept = append(x.line.Kept, words)
	x.here.Notes = append(slices.Clip(x.here.Notes), note)
	x.restrict("notes", x.narrowest())
}

// fill brings in what is said of the person. Where the two have different names, although their place
// is the same, it may be about somebody else: then all of it becomes notes.
func (x *pairing) fill() {
	x.parents()
	if !sameOrEmpty(x.in.Name, x.here.Name) && !shareWord(x.in.Name, x.here.Name) {
		x.warn("%s here is %s in what comes in: what is said of %s is kept as notes.", x.here.Name, x.in.Name, x.in.Name)
		x.aside()
		return
	}
	x.facts()
}

// aside keeps everything that is said of the person as notes.
func (x *pairing) aside() {
	nobody := &pairing{joint: x.joint, here: &pedigree.Individual{}, in: x.in, line: &Person{}}
	nobody.facts()
	for _, words := range nobody.line.Filled {
		x.differ(words)
	}
}

func (x *pairing) facts() {
	x.life()
	x.health()
	fill(reflect.ValueOf(x.here).Elem(), reflect.ValueOf(x.in).Elem(), elsewhere, x.report())
	x.diagnoses()
	x.tests()
	x.surgery()
	x.carriers()
	for _, question := range slices.Sorted(maps.Keys(x.in.Asked)) {
		x.answer("asked", string(question), x.here.Asked[question], x.in.Asked[question], func(a pedigree.Answer) { x.here.SetAsked(question, a) })
	}
	for _, organ := range slices.Sorted(maps.Keys(x.in.Organs)) {
		x.answer("organs", string(organ), x.here.Organs[organ], x.in.Organs[organ], func(a pedigree.Answer) { x.here.SetOrgan(organ, a) })
	}
	slices.Sort(x.line.Filled)
	for _, consent := range x.in.Consents {
		if !slices.Contains(x.here.Consents, consent) {
			x.here.Consents = append(slices.Clip(x.here.Consents), consent)
		}
	}
}

// answer fills one answer of several under a JSON key.
func (x *pairing) answer(key, about string, mine, in pedigree.Answer, set func(pedigree.Answer)) {
	words := about + ": " + in.String()
	switch {
	case mine == in:
	case mine == pedigree.NotAsked:
		set(in)
		x.filled(key, words)
	default:
		x.differ(words)
	}
}

// parents links whom the person here has no parent for. A parent who is there is the same one by the
// way people are matched, unless the sexes forbid it.
func (x *pairing) parents() {
	link := func(what string, mine *pedigree.ID, genetic, in pedigree.ID) {
		switch to := x.mapped(in); {
		case in == "" || to == genetic:
		case genetic == "" && *mine == "":
			*mine = to
			x.line.Filled = append(x.line.Filled, what)
			x.linked(what)
		default:
			x.differ("another " + what + ", now in this family without a link")
		}
	}
	egg, sperm := x.here.EggParent(), x.here.SpermParent()
	link("mother", &x.here.Mother, egg, x.in.Mother)
	link("father", &x.here.Father, sperm, x.in.Father)
	for _, l := range x.in.OtherParents {
		l.ID = x.mapped(l.ID)
		if l.ID == "" || slices.ContainsFunc(x.here.OtherParents, func(m pedigree.ParentLink) bool { return m.ID == l.ID && m.Kind == l.Kind }) {
			continue
		}
		if l.Kind == pedigree.DonorEgg && egg != "" || l.Kind == pedigree.DonorSperm && sperm != "" {
			x.differ("another " + string(l.Kind) + " parent, now in this family without a link")
			continue
		}
		x.here.OtherParents = append(slices.Clip(x.here.OtherParents), l)
		x.line.Filled = append(x.line.Filled, string(l.Kind)+" parent")
		x.linked("other_parents")
	}
}

// linked carries over what a link may be used for, which only an entry of its own says.
func (x *pairing) linked(key string) {
	if s, said := x.in.Sources[key]; said {
		x.setSource(key, s)
	}
}

// lifeKeys are the facts that say how old somebody is, or was when they died.
var lifeKeys = []string{"deceased", "age", "died", "cause_of_death"}

// life fills age and death together: an age is that at death when somebody has died, so the two
// must come from one teller.
func (x *pairing) life() {
	h, in := x.here, x.in
	var skip []string
	for i := range reflect.TypeFor[pedigree.Individual]().NumField() {
		key := keyOf(reflect.TypeFor[pedigree.Individual]().Field(i))
		if !slices.Contains(lifeKeys, key) {
			skip = append(skip, key)
		}
	}
	aged := !h.Age.IsZero() || h.Deceased != pedigree.NotAsked
	saysMore := in.Deceased != pedigree.NotAsked || !in.Age.IsZero() || !in.Died.IsZero() || in.CauseOfDeath != ""
	r := x.report()
	if aged && saysMore && (h.Deceased == pedigree.Yes) != (in.Deceased == pedigree.Yes) {
		keep := func(_, words string) { x.differ(words) }
		r.filled = keep
		scratch := *h
		scratch.Deceased, scratch.Age, scratch.Died, scratch.CauseOfDeath = pedigree.NotAsked, pedigree.Fuzzy{}, pedigree.Fuzzy{}, ""
		fill(reflect.ValueOf(&scratch).Elem(), reflect.ValueOf(in).Elem(), skip, r)
		return
	}
	open := h.Age.IsZero()
	fill(reflect.ValueOf(h).Elem(), reflect.ValueOf(in).Elem(), skip, r)
	if open && !h.Age.IsZero() && h.AsOf == "" {
		h.AsOf = x.asOf(in)
	}
}

func keyOf(field reflect.StructField) string {
	for i, c := range field.Tag.Get("json") {
		if c == ',' {
			return field.Tag.Get("json")[:i]
		}
	}
	return field.Tag.Get("json")
}

// health fills "well" and "no details" only where nothing here says otherwise.
func (x *pairing) health() {
	h, in := x.here, x.in
	switch {
	case in.Well == pedigree.NotAsked || in.Well == h.Well:
	case h.Well == pedigree.NotAsked && len(h.Diagnoses) == 0 && !h.NoDetails:
		h.Well = in.Well
		x.filled("well", "well: "+in.Well.String())
	default:
		x.differ("well: " + in.Well.String())
	}
	if in.NoDetails && !h.NoDetails {
		if h.Known() || h.Well != pedigree.NotAsked {
			x.differ("no details known")
		} else {
			h.NoDetails = true
			x.filled("no_details", "no details known")
		}
	}
	if in.Pregnancy != nil && h.Pregnancy == nil {
		x.differ("a pregnancy or loss: " + string(in.Pregnancy.Kind))
	} else if in.Pregnancy != nil {
		fill(reflect.ValueOf(h.Pregnancy).Elem(), reflect.ValueOf(in.Pregnancy).Elem(), nil, x.report())
	}
}
