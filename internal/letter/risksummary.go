package letter

import (
	"errors"
	"strconv"

	"kindred/pedigree"
)

// Build writes the risk summary to one patient. It returns a *Refusal (errors.Is ErrRefused) when
// the letter must not be written for this person at all; when only the number must not be given, the
// letter is whole and says why it gives none. Edits without a place are named in Document.Unplaced.
func Build(r Request) (*Document, error) {
	patient := r.Family.Patient(r.Patient)
	if patient == nil {
		return nil, errors.New("the letter names a patient who is not in this family: choose one of its patients")
	}
	person := r.Family.Individual(patient.Individual)
	if person == nil {
		return nil, errors.New("the patient is not linked to anybody in the pedigree: link the patient to a person first")
	}
	if _, ok := r.Today.Time(); !ok {
		return nil, errors.New("the letter has no date: give the day on which it is written")
	}
	if err := may(r.Family, patient, person, r.Today); err != nil {
		return nil, err
	}
	w, err := load(RiskSummary)
	if err != nil {
		return nil, err
	}
	d := head(r, patient, w)
	view := shown(r.Family, patient)
	values := map[string]string{
		"salutation": patient.Salutation(),
		"people":     strconv.Itoa(people(view)),
		"contact":    contact(r.Service, r.Signatory),
	}
	number, reason := chosenNumber(r, patient, person)
	values["reason"] = w["reason-"+reason]
	if number != nil {
		number.into(values, group(person))
		d.numbered = true
	}
	d.add(w.paragraph("greeting", values), w.paragraph("opening", values), Heading{w["key-heading"]})
	if number != nil {
		d.add(w.bullets("key-points", values))
	} else {
		d.add(w.bullets("key-points-no-number", values))
	}
	d.add(Heading{w["family-heading"]})
	d.add(familyBlocks(w, r.Family, view, patient, values)...)
	d.add(numberBlocks(w, number, person, values)...)
	d.add(Heading{w["picture-heading"]}, Figure{Scene: picture(view, r), Caption: w["picture"], Small: w["picture-small"]})
	d.add(Heading{w["next-heading"]}, w.bullets("next", values))
	d.add(Heading{w["words-heading"]}, w.bullets("words", values))
	if number != nil {
		d.add(w.paragraph("for-doctors", values))
	}
	d.add(w.paragraph("contact", values), w.paragraph("closing", values))
	d.add(Signature{By: r.Signatory, Contact: values["contact"], CopiesTo: copies(patient)})
	d.figures = d.quantities()
	d.relatives = names(r.Family, patient)
	d.Edit(r.Edits)
	return d, nil
}

func (d *Document) add(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }

// head is everything but the running text.
func head(r Request, patient *pedigree.Patient, w words) *Document {
	d := &Document{
		Template: RiskSummary, Version: w["version"], Number: r.Number, Title: w["title"],
		Service: r.Service, Date: r.Today, Ref: r.Family.Name, To: "to patient",
		Large:   r.LargePrint || patient.LetterFormat == pedigree.FormatLarge,
		Patient: Identity{Name: patient.FormalName(), Born: born(patient.DateOfBirth), NHS: patient.NHSNumber.String()},
		Address: addressee(patient),
	}
	if r.Family.Sample {
		d.Stamps = append(d.Stamps, SampleMark)
	}
	if r.Evaluation {
		d.Stamps = append(d.Stamps, EvaluationMark)
	}
	return d
}

func familyBlocks(w words, whole, view *pedigree.Family, patient *pedigree.Patient, values map[string]string) []Block {
	open := whole.For(patient.ID, pedigree.ForShowing)
	told := relativeSentences(view, patient)
	if fewRelatives(open, patient) {
		blocks := []Block{w.paragraph("family-few", values)}
		if len(told) > 0 {
			blocks = append(blocks, Paragraph{Key: "family-told", Runs: told})
		}
		return append(blocks, w.paragraph("family-changes", values))
	}
	kinds := widerFamily(open, patient)
	values["kinds"] = and(kinds)
	blocks := []Block{w.paragraph("family-people", values)}
	if len(told) > 0 {
		blocks = append(blocks, Paragraph{Key: "family-told", Runs: told})
	}
	switch {
	case len(kinds) > 0 && len(told) > 0:
		blocks = append(blocks, w.paragraph("family-wider-also", values))
	case len(kinds) > 0:
		blocks = append(blocks, w.paragraph("family-wider", values))
	}
	if genes, seen := geneChanges(open, patient); len(genes) > 0 {
		values["genes"] = and(genes)
		key := "family-variant-told"
		if seen {
			key = "family-variant"
		}
		blocks = append(blocks, w.paragraph(key, values))
	}
	return append(blocks, w.paragraph("family-changes", values))
}

// numberBlocks are the section on the risk, with a number or with the reason for none.
func numberBlocks(w words, n *number, person *pedigree.Individual, values map[string]string) []Block {
	blocks := []Block{Heading{w["number-heading"]}}
	if n == nil {
		return append(blocks, w.paragraph("no-number", values), w.paragraph("no-number-talk", values))
	}
	compare := "number-compare"
	if group(person) != women {
		compare = "number-compare-people"
	}
	blocks = append(blocks, w.paragraph("number", values), w.paragraph(compare, values), n.icons(w, values))
	if n.ten != nil {
		blocks = append(blocks, w.paragraph("number-ten", values))
	}
	if n.chance.isRange() {
		blocks = append(blocks, w.paragraph("number-range", values))
	}
	return append(blocks, w.paragraph("number-why", values), w.paragraph("number-limits", values))
}

const women = "women"

// group is what the letter calls those who are like the patient.
func group(person *pedigree.Individual) string {
	if person.Gender == pedigree.Woman || person.Gender == "" && person.Sex == pedigree.Female {
		return women
	}
	return "people"
}

// people counts those whom the tree shows, groups by their number.
func people(view *pedigree.Family) int {
	n := 0
	for i := range view.Individuals {
		if p := &view.Individuals[i]; p.Pregnancy == nil {
			n += max(1, p.Count)
		}
	}
	return n
}
