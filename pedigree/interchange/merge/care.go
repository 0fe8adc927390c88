package merge

import "kindred/pedigree"

// care carries over in whose care a fact was told, and to whom a consent was given: an incoming patient's
// record has another id here, under which somebody else may be a patient.
func (j *joint) care() {
	j.patient = map[pedigree.ID]pedigree.ID{}
	for _, in := range j.incoming.Patients {
		if mine := j.here.PatientOf(j.mapped(in.Individual)); mine != nil {
			j.patient[in.ID] = mine.ID
		} else {
			j.patient[in.ID] = j.ids()
		}
	}
	for i := range j.incoming.Individuals {
		p := &j.incoming.Individuals[i]
		for _, s := range provenances(p) {
			s.Patient = j.patient[s.Patient] // "" for one that the file does not hold: nobody may see it
		}
		for key, s := range p.Sources {
			s.Patient = j.patient[s.Patient]
			p.Sources[key] = s
		}
		for k := range p.Consents {
			if to, ok := j.patient[pedigree.ID(p.Consents[k].To)]; ok {
				p.Consents[k].To = string(to)
			}
		}
	}
	for i := range j.incoming.Unions {
		s := &j.incoming.Unions[i].Source
		s.Patient = j.patient[s.Patient]
	}
	for i := range j.incoming.Twins {
		s := &j.incoming.Twins[i].Source
		s.Patient = j.patient[s.Patient]
	}
}

// provenances are those of a person and of each of their findings; those in Sources are not among them.
func provenances(p *pedigree.Individual) []*pedigree.Provenance {
	all := []*pedigree.Provenance{&p.Source}
	for i := range p.Diagnoses {
		all = append(all, &p.Diagnoses[i].Source)
	}
	for i := range p.GeneTests {
		all = append(all, &p.GeneTests[i].Source)
	}
	for i := range p.Surgery {
		all = append(all, &p.Surgery[i].Source)
	}
	for i := range p.Carrier {
		all = append(all, &p.Carrier[i].Source)
	}
	return all
}

// isConfidential reports that a fact is not for every patient's eyes.
func isConfidential(p pedigree.Provenance) bool { return p.HiddenFrom("", pedigree.ForShowing) }

// effective is where a fact of a person comes from and what it may be used for: its own use, where that
// was not asked the one of its JSON key, then that of the whole person.
func effective(p *pedigree.Individual, own pedigree.Provenance, key string) pedigree.Provenance {
	kind := p.SourceOf(key)
	told := or(own, kind)
	for _, wider := range []pedigree.Provenance{kind, p.Source} {
		if told.Use == "" {
			told.Use, told.Patient = wider.Use, wider.Patient
		}
	}
	return told
}

// both is a provenance a that is kept as private as b is too.
func both(a, b pedigree.Provenance) pedigree.Provenance {
	switch {
	case !isConfidential(b):
	case !isConfidential(a):
		a.Use, a.Patient = b.Use, b.Patient
	default:
		if b.Use == pedigree.ThisPatientOnly {
			a.Use = b.Use
		}
		if a.Patient != b.Patient {
			a.Patient = "" // told by two patients in confidence: for neither of them
		}
	}
	return a
}

// told is where an incoming fact comes from.
func (x *pairing) told(own pedigree.Provenance, key string) pedigree.Provenance {
	return or(effective(x.in, own, key), x.source())
}

// restrict keeps the facts under a JSON key of the person here as private as what has come into them.
func (x *pairing) restrict(key string, told pedigree.Provenance) {
	if mine := effective(x.here, pedigree.Provenance{}, key); both(mine, told) != mine {
		x.setSource(key, both(mine, told))
	}
}

func (x *pairing) setSource(key string, s pedigree.Provenance) {
	if x.here.Sources == nil {
		x.here.Sources = map[string]pedigree.Provenance{}
	}
	x.here.Sources[key] = s
}

// narrowest is as confidential as anything of the incoming person: what a note may be used for that
// repeats one of the facts.
func (x *pairing) narrowest() pedigree.Provenance {
	var found pedigree.Provenance
	for _, s := range provenances(x.in) {
		found = both(found, *s)
	}
	for _, s := range x.in.Sources {
		found = both(found, s)
	}
	return found
}
