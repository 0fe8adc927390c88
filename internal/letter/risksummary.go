package letter

import (
	"errors"
	"fmt"
	"strconv"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
	"kindred/pedigree/risk"
)

// numberModel is the model whose number the risk summary may carry. Manchester points are not a
// risk and never reach a letter.
const numberModel = "claus"

// horizon is the age to which the letter's number runs.
const horizon = 79

// Build writes the risk summary to one patient. It returns a *Refusal (errors.Is ErrRefused) when
// the letter must not be written for this person at all; when only the number must not be given, the
// letter is whole and says why it gives none.
func Build(r Request) (*Document, error) {
	patient := r.Family.Patient(r.Patient)
	if patient == nil {
		return nil, errors.New("the letter names a patient who is not in this family: choose one of its patients")
	}
	person := r.Family.Individual(patient.Individual)
	if person == nil {
		return nil, errors.New("the patient is not linked to anybody in the pedigree: link the patient to a person first")
	}
	if err := may(r.Family, patient, person, r.Today); err != nil {
		return nil, err
	}
	w, err := load(RiskSummary)
	if err != nil {
		return nil, err
	}
	d := &Document{
		Template: RiskSummary, Version: w["version"], Number: r.Number, Title: w["title"],
		Service: r.Service, Date: r.Today, Ref: r.Family.Name, To: "to patient", Large: r.LargePrint || patient.LetterFormat == pedigree.FormatLarge,
		Patient: Identity{Name: patient.FormalName(), Born: bornClinical(patient.DateOfBirth), NHS: patient.NHSNumber.String()},
		Address: addressee(patient),
	}
	if r.Family.Sample {
		d.Stamps = append(d.Stamps, SampleMark)
	}
	if r.Evaluation {
		d.Stamps = append(d.Stamps, EvaluationMark)
	}
	view := shown(r.Family, patient)
	values := map[string]string{
		"salutation": patient.Salutation(),
		"people":     strconv.Itoa(people(r.Family.For(patient.ID, pedigree.ForShowing))),
		"contact":    contact(r.Service, r.Signatory),
	}
	number, reason := chosenNumber(r, patient, person)
	if number != nil {
		number.into(values)
	}
	values["reason"] = w["reason-"+reason]

	add := func(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }
	add(w.paragraph("greeting", values), w.paragraph("opening", values), Heading{w["key-heading"]})
	if number != nil {
		add(Bullets{Key: "key", Items: [][]Run{w.fill("key-number", values), w.fill("key-next", values)}})
	} else {
		add(Bullets{Key: "key", Items: [][]Run{w.fill("key-no-number", values), w.fill("key-next", values)}})
	}
	add(Heading{w["family-heading"]})
	add(familyBlocks(w, r.Family, view, patient, values)...)
	if number != nil {
		add(Heading{w["number-heading"]}, w.paragraph("number", values), w.paragraph("number-compare", values))
		add(IconArray{Filled: filled(number.risk), Of: 100, Caption: Words(w.fill("icons", values))})
		if number.isRange() {
			add(w.paragraph("number-range", values))
		}
		add(w.paragraph("number-why", values), w.paragraph("number-limits", values))
	} else {
		add(Heading{w["no-number-heading"]}, w.paragraph("no-number", values), w.paragraph("no-number-talk", values))
	}
	add(Heading{w["picture-heading"]}, Figure{Scene: picture(view, patient, r.Measure), Caption: w["picture"]})
	add(Heading{w["next-heading"]}, w.bullets("next", values))
	add(Heading{w["words-heading"]}, w.bullets("words", values))
	add(w.paragraph("contact", values), w.paragraph("closing", values))
	add(Signature{By: r.Signatory, Contact: values["contact"], CopiesTo: copies(patient)})
	if unused := d.Edit(r.Edits); len(unused) > 0 {
		return d, fmt.Errorf("your changes to %q no longer have a place in the letter: look at them again before signing", unused[0])
	}
	return d, nil
}

func familyBlocks(w words, whole, view *pedigree.Family, patient *pedigree.Patient, values map[string]string) []Block {
	var blocks []Block
	told := relativeSentences(view, patient)
	kinds := widerFamily(whole, patient)
	values["kinds"] = and(kinds)
	switch {
	case len(told) > 0:
		blocks = append(blocks, w.paragraph("family-people", values), Paragraph{Key: "family-told", Runs: told})
	case len(kinds) > 0:
		blocks = append(blocks, w.paragraph("family-people", values), w.paragraph("family-wider", values))
	default:
		blocks = append(blocks, w.paragraph("family-none", values))
	}
	if gene, ok := variantInFamily(whole.For(patient.ID, pedigree.ForShowing), patient); ok {
		values["gene"] = gene
		blocks = append(blocks, w.paragraph("family-variant", values))
	}
	return append(blocks, w.paragraph("family-changes", values))
}

// number is a risk inside its model's validity, ready for words.
type number struct {
	model                 string
	risk, low, high       float64
	population            float64
	populationLow, poplHi float64
}

func (n *number) isRange() bool { return filled(n.low) != filled(n.high) }

func (n *number) into(values map[string]string) {
	values["to"] = strconv.Itoa(horizon)
	values["model"] = n.model
	values["about"] = about(n.risk, n.low, n.high)
	values["not-about"] = notAbout(n.risk, n.low, n.high)
	values["filled"] = strconv.Itoa(filled(n.risk))
	values["population"] = about(n.population, n.population, n.population)
	values["population-not"] = notAbout(n.population, n.population, n.population)
}

// chosenNumber is the number that the letter may give, or the template's key of the reason for none.
func chosenNumber(r Request, patient *pedigree.Patient, person *pedigree.Individual) (*number, string) {
	for _, a := range r.Assessments {
		if a.Model != numberModel || a.Subject != person.ID {
			continue
		}
		value, has := a.Values["risk_by_79"]
		switch {
		case a.Status == risk.OK && has && len(a.Curve) > 0:
			n := &number{model: a.Title, risk: value, low: value, high: value, population: a.Curve[len(a.Curve)-1].Population}
			if rng, ok := a.Range["risk_by_79"]; ok {
				n.low, n.high = rng.Low, rng.High
			}
			return n, ""
		case a.Status == risk.CannotTell:
			return nil, "unknown"
		}
		return nil, misfit(r.Family, patient, person)
	}
	return nil, "fit"
}

// misfit is the reason for giving no number that this patient may be told.
func misfit(f *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual) string {
	view := f.For(patient.ID, pedigree.ForShowing)
	if _, ok := variantInFamily(view, patient); ok {
		return "variant"
	}
	for i := range view.Individuals {
		for j := range view.Individuals[i].Diagnoses {
			if d := &view.Individuals[i].Diagnoses[j]; d.Counts() && d.Site.IsOvarian() && d.Certainty != pedigree.Possible {
				return "ovarian"
			}
		}
	}
	if person.Sex == pedigree.Male {
		return "male"
	}
	return "fit"
}

func picture(view *pedigree.Family, patient *pedigree.Patient, measure draw.Measurer) *draw.Scene {
	for i := range view.Individuals {
		p := &view.Individuals[i]
		p.Proband, p.Consultand = false, p.ID == patient.Individual
	}
	style := draw.Style{Measure: measure, HideNames: true, NoFooter: true}
	return draw.Draw(view, layout.Arrange(view, layout.Options{Width: draw.Widths(view, style)}), style)
}

// people counts those who are told of in the family, groups by their number.
func people(f *pedigree.Family) int {
	n := 0
	for i := range f.Individuals {
		if p := &f.Individuals[i]; p.Pregnancy == nil {
			n += max(1, p.Count)
		}
	}
	return n
}

func bornClinical(born pedigree.Fuzzy) string {
	if born.Date != "" {
		return born.Date.Clinical()
	}
	if born.IsZero() {
		return "Not known"
	}
	return born.String()
}

func addressee(p *pedigree.Patient) []string {
	name := p.GivenName + " " + p.FamilyName
	if p.Title != "" {
		name = p.Title + " " + name
	}
	return append([]string{name}, p.Address...)
}

func contact(s Service, by Signatory) string {
	who := by.Name
	if who == "" {
		who = "the team"
	}
	switch {
	case s.Phone != "" && s.Email != "":
		return who + " on " + s.Phone + " or " + s.Email
	case s.Phone != "":
		return who + " on " + s.Phone
	case s.Email != "":
		return who + " at " + s.Email
	}
	return who
}

func copies(p *pedigree.Patient) []string {
	if p.GPName == "" && p.GPPractice == "" || p.CopyLetters == pedigree.CopyNo {
		return nil
	}
	name := p.GPName
	if name != "" && p.GPPractice != "" {
		name += ", "
	}
	return []string{name + p.GPPractice}
}
