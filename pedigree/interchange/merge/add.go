package merge

import (
	"slices"

	"kindred/pedigree"
)

// admit gives everybody who is not here an id of here.
func (j *joint) admit() {
	j.added = map[pedigree.ID]bool{}
	for i := range j.incoming.Individuals {
		if id := j.incoming.Individuals[i].ID; j.pairs[id] == "" {
			j.pairs[id] = j.ids()
			j.added[id] = true
		}
	}
}

// add brings in everybody who is not here. Among brothers and sisters the order of the file is kept
// beside those who are here; everybody else comes last.
func (j *joint) add() {
	before, after := map[pedigree.ID][]pedigree.Individual{}, map[pedigree.ID][]pedigree.Individual{}
	var last []pedigree.Individual
	next := j.nextHere()
	previous := map[sibship]pedigree.ID{}
	for i := range j.incoming.Individuals {
		p := &j.incoming.Individuals[i]
		key := sibshipOf(p)
		if !j.added[p.ID] {
			previous[key] = j.mapped(p.ID)
			continue
		}
		made := j.newcomer(p)
		switch anchor, follows := previous[key]; {
		case key == sibship{}:
			last = append(last, made)
		case follows:
			after[anchor] = append(after[anchor], made)
		case next[p.ID] != "":
			before[next[p.ID]] = append(before[next[p.ID]], made)
		default:
			last = append(last, made)
		}
	}
	all := make([]pedigree.Individual, 0, len(j.here.Individuals)+len(j.added))
	for _, p := range j.here.Individuals {
		all = append(all, before[p.ID]...)
		all = append(all, p)
		all = append(all, after[p.ID]...)
	}
	j.here.Individuals = append(all, last...)
}

// sibship is whose children people are; zero for those without parents.
type sibship struct{ egg, sperm pedigree.ID }

func sibshipOf(p *pedigree.Individual) sibship { return sibship{p.EggParent(), p.SpermParent()} }

// nextHere is, for each incoming person, the next brother or sister in the file who is here, by the id
// here.
func (j *joint) nextHere() map[pedigree.ID]pedigree.ID {
	next, coming := map[pedigree.ID]pedigree.ID{}, map[sibship]pedigree.ID{}
	for i := range slices.Backward(j.incoming.Individuals) {
		p := &j.incoming.Individuals[i]
		if j.added[p.ID] {
			next[p.ID] = coming[sibshipOf(p)]
		} else {
			coming[sibshipOf(p)] = j.mapped(p.ID)
		}
	}
	return next
}

// newcomer is an incoming person with the ids of here. Whom the family is about does not change, and
// a place on a drawing does not carry over.
func (j *joint) newcomer(p *pedigree.Individual) pedigree.Individual {
	made := *p
	made.ID, made.Mother, made.Father = j.mapped(p.ID), j.mapped(p.Mother), j.mapped(p.Father)
	made.OtherParents = nil
	for _, l := range p.OtherParents {
		if l.ID = j.mapped(l.ID); l.ID != "" {
			made.OtherParents = append(made.OtherParents, l)
		}
	}
	made.Proband, made.Consultand = false, false
	made.Pin, made.DrawTwice, made.Fold = nil, pedigree.NotAsked, ""
	if !made.Age.IsZero() {
		made.AsOf = j.asOf(p)
	}
	for i := range made.Diagnoses {
		made.Diagnoses[i].ID = ""
	}
	for i := range made.GeneTests {
		made.GeneTests[i].ID = ""
	}
	for i := range made.Surgery {
		made.Surgery[i].ID = ""
	}
	if made.Source.IsZero() {
		made.Source = j.source()
	}
	return made
}

// asOf is the day for which an incoming age is said, where that is not the day of the family here.
func (j *joint) asOf(p *pedigree.Individual) pedigree.Date {
	on := p.AsOf
	if on == "" {
		on = j.incoming.AsOf
	}
	if on == j.here.AsOf {
		return ""
	}
	return on
}

// source is where a fact came from whose file does not say who told it.
func (j *joint) source() pedigree.Provenance { return pedigree.Provenance{ToldBy: j.from} }
