package cli

import (
	"fmt"
	"slices"
	"strings"

	"kindred/internal/letter"
	letterpdf "kindred/internal/letter/pdf"
	"kindred/internal/riskmodels"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// runLetter tries a template on a file: the letter is a draft, and says so on every page.
func runLetter(s Streams, args []string) error {
	f := newFlags("letter")
	template := f.String("template", letter.RiskSummary, "")
	out := f.String("o", "", "")
	large := f.Bool("large-print", false, "")
	asOf := f.String("as-of", "", "")
	family := f.String("family", "", "")
	person := f.String("person", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("letter"))
	if err != nil {
		return err
	}
	if *out == "" {
		return badInput("usage: kindred %s", usageOf("letter"))
	}
	if !slices.Contains(letter.Templates, *template) {
		return badInput("there is no letter template %q: use %s", *template, strings.Join(letter.Templates, ", "))
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	today := chosen.AsOf
	if *asOf != "" {
		if today, err = pedigree.ParseDate(*asOf); err != nil {
			return badInput("--as-of: %v", err)
		}
	}
	if today == "" {
		return badInput("%s: the family has no as_of date: give the letter's date with --as-of", paths[0])
	}
	patient, err := patientFor(chosen, pedigree.ID(*person))
	if err != nil {
		return err
	}
	d, err := letter.Build(letter.Request{
		Family: chosen, Patient: patient, Today: today, LargePrint: *large, Evaluation: true, Measure: textmetric.Letter,
		Service: letter.Service{Name: "Clinical Genetics Service"},
		Assessments: riskmodels.Assess(risk.Request{
			Family: chosen.For(patient, pedigree.ForNumbers), Subject: chosen.Patient(patient).Individual, AsOf: today,
		}),
	})
	if err != nil {
		return badInput("%s: %w", paths[0], err)
	}
	page, err := letterpdf.Render(d, letterpdf.Options{Draft: true})
	if err != nil {
		return badInput("%s: %w", paths[0], err)
	}
	for _, c := range letter.Checks(d, chosen.Patient(patient), textmetric.Letter.Has) {
		kind := "advice"
		if c.Gate {
			kind = "before signing"
		}
		fmt.Fprintf(s.Err, "%s: %s\n", kind, c.Text)
	}
	return writeBytes(*out, page)
}

// patientFor is the patient record to write to: the named person's, else the consultand's, else the
// family's first. A file that knows no patients gets one for its subject, so that a template can be
// tried on it.
func patientFor(f *pedigree.Family, person pedigree.ID) (pedigree.ID, error) {
	subject := f.Subject()
	if person != "" {
		if subject = f.Individual(person); subject == nil {
			return "", badInput("there is no person %q in the family", person)
		}
	}
	if subject != nil {
		if p := f.PatientOf(subject.ID); p != nil {
			return p.ID, nil
		}
	} else if len(f.Patients) > 0 {
		return f.Patients[0].ID, nil
	}
	if subject == nil {
		return "", badInput("the family has no patient, consultand or proband to write to: name one with --person")
	}
	id := pedigree.ID("patient-" + string(subject.ID))
	f.Patients = append(f.Patients, pedigree.Patient{
		ID: id, Individual: subject.ID, GivenName: subject.Name, FamilyName: subject.FamilyName, DateOfBirth: subject.Born,
	})
	return id, nil
}
