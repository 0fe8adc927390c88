package pedigreeview

import (
	"strconv"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/hgvs"
)

var (
	statuses = []fields.Option[pedigree.Status]{
		{Value: pedigree.Reported, Words: "reported"},
		{Value: pedigree.Requested, Words: "requested"},
		{Value: pedigree.Confirmed, Words: "confirmed"},
		{Value: pedigree.Refuted, Words: "refuted"},
	}
	certainties = []fields.Option[pedigree.Certainty]{
		{Value: pedigree.Certain, Words: "certain"}, {Value: pedigree.Possible, Words: "possible"},
	}
	sides   = fields.Values("not asked", pedigree.Left, pedigree.Right, pedigree.SideUnknown)
	markers = fields.Values("not known", pedigree.ReceptorPositive, pedigree.ReceptorNegative)
	grades  = []fields.Option[int]{{Value: 0, Words: "not known"}, {Value: 1, Words: "1"}, {Value: 2, Words: "2"}, {Value: 3, Words: "3"}}
)

// listed is the subject at a place of one of the person's lists.
func listed[O any](s *section, n int, list func(*individual) []O) subject[O] {
	s.fresh = true
	return subject[O]{section: s, find: func(f *pedigree.Family) *O {
		if p := f.Individual(s.form.person); p != nil && n < len(list(p)) {
			return &list(p)[n]
		}
		return nil
	}}
}

// itemHeading follows the item in words.
func itemHeading(s *section, n int, words func(*individual) []string) {
	heading := theme.NewBold("").Cutting()
	s.person().shows(func(p *individual) {
		if all := words(p); n < len(all) {
			heading.Set(describe.Capital(all[n]))
		}
	})
	s.add(heading)
}

func buildDiagnoses(s *section) {
	list := func(p *individual) *[]pedigree.Diagnosis { return &p.Diagnoses }
	family := s.form.view.family()
	for n := range len(family.Individual(s.form.person).Diagnoses) {
		d := listed(s, n, func(p *individual) []pedigree.Diagnosis { return p.Diagnoses })
		type diagnosis = pedigree.Diagnosis
		itemHeading(s, n, describe.Diagnoses)
		needed(d, "Site", siteWords, func(d *diagnosis) string { return string(d.Site) }, diagnose)
		ageAt(d, func(d *diagnosis) *pedigree.Fuzzy { return &d.Age })
		choice(d, "Side", sides, func(d *diagnosis) *pedigree.Side { return &d.Side })
		assumed(d, "Status", statuses, func(d *diagnosis) *pedigree.Status { return &d.Status })
		text(d, "Confirmed by", func(d *diagnosis) *string { return &d.ConfirmedBy })
		choice(d, "Behaviour", fields.Values("not asked", pedigree.Invasive, pedigree.InSitu, pedigree.Borderline, pedigree.BehaviourUnknown),
			func(d *diagnosis) *pedigree.Behaviour { return &d.Behaviour })
		assumed(d, "Certainty", certainties, func(d *diagnosis) *pedigree.Certainty { return &d.Certainty })
		toggle(d, "Spread or recurrence, not a new primary", func(d *diagnosis) *bool { return &d.Secondary })
		buildPathology(d)
		text(d, "As said", func(d *diagnosis) *string { return &d.Words })
		text(d, "Treatment", func(d *diagnosis) *string { return &d.Treatment })
		text(d, "Treated at", func(d *diagnosis) *string { return &d.Hospital })
		shownWhile(d, func(d *diagnosis) bool {
			return d.Status != "" && d.Status != pedigree.Reported || !d.Confirmation.IsZero()
		}, func() { buildRequest(d, func(d *diagnosis) *pedigree.Confirmation { return &d.Confirmation }) })
		lines(d, "Notes", 2, func(d *diagnosis) *[]string { return &d.Notes })
		source(d, "diagnosis", func(d *diagnosis) *pedigree.Provenance { return &d.Source })
		removal(s, "diagnosis", n, list)
	}
	addLine(s, "Diagnosis", "site or condition", "diagnosis", siteWords, list, func(id pedigree.ID, said string) pedigree.Diagnosis {
		d := pedigree.Diagnosis{ID: id, Status: pedigree.Reported}
		diagnose(&d, said)
		return d
	}, fields.Option[string]{Value: string(pedigree.UnknownPrimary), Words: "Cancer, primary not known"})
}

func buildPathology(d subject[pedigree.Diagnosis]) {
	type diagnosis = pedigree.Diagnosis
	choice(d, "Grade", grades, func(d *diagnosis) *int { return &d.Pathology.Grade })
	shownWhile(d, func(d *diagnosis) bool {
		p := d.Pathology
		return d.Site == pedigree.Breast || p.ER+p.PR+p.HER2+p.CK14+p.CK56 != ""
	}, func() { buildReceptors(d) })
	suggest(d, "Histology", []string{"ductal", "lobular", "medullary", "high-grade serous", "low-grade serous", "mucinous", "endometrioid", "clear cell"},
		func(d *diagnosis) *string { return &d.Pathology.Histology })
}

// buildReceptors edits what is measured in breast cancers.
func buildReceptors(d subject[pedigree.Diagnosis]) {
	type diagnosis = pedigree.Diagnosis
	for _, marker := range []struct {
		label string
		at    func(*pedigree.Pathology) *pedigree.Receptor
	}{
		{"ER", func(p *pedigree.Pathology) *pedigree.Receptor { return &p.ER }},
		{"PR", func(p *pedigree.Pathology) *pedigree.Receptor { return &p.PR }},
		{"HER2", func(p *pedigree.Pathology) *pedigree.Receptor { return &p.HER2 }},
		{"CK14", func(p *pedigree.Pathology) *pedigree.Receptor { return &p.CK14 }},
		{"CK5/6", func(p *pedigree.Pathology) *pedigree.Receptor { return &p.CK56 }},
	} {
		choice(d, marker.label, markers, func(d *diagnosis) *pedigree.Receptor { return marker.at(&d.Pathology) })
	}
}

// buildRequest edits the request that should confirm a fact: to whom it went, and what came of it.
func buildRequest[O any](s subject[O], at func(*O) *pedigree.Confirmation) {
	text(s, "Report from", func(o *O) *string { return &at(o).SentTo })
	day(s, "Asked on", func(o *O) *pedigree.Date { return &at(o).SentOn })
	day(s, "Ask again on", func(o *O) *pedigree.Date { return &at(o).DueOn })
	day(s, "Answered on", func(o *O) *pedigree.Date { return &at(o).AnsweredOn })
	text(s, "Answer", func(o *O) *string { return &at(o).Note })
}

func buildTests(s *section) {
	type test = pedigree.GeneTest
	list := func(p *individual) *[]test { return &p.GeneTests }
	classes := []fields.Option[int]{{Value: 0, Words: "not known"}}
	for n := 1; n <= 5; n++ {
		classes = append(classes, fields.Option[int]{Value: n, Words: strconv.Itoa(n)})
	}
	for n := range len(s.form.view.family().Individual(s.form.person).GeneTests) {
		t := listed(s, n, func(p *individual) []test { return p.GeneTests })
		itemHeading(s, n, describe.Tests)
		needed(t, "Gene", geneWords, func(t *test) string { return t.Gene }, func(t *test, said string) { t.Gene = geneWords.take(said) })
		choice(t, "Result", fields.Values("not asked", pedigree.Positive, pedigree.Negative, pedigree.Uncertain, pedigree.ResultUnknown),
			func(t *test) *pedigree.TestResult { return &t.Result })
		choice(t, "Class", classes, func(t *test) *int { return &t.Class })
		checked(t, "Variant", hgvs.Check, func(t *test) *string { return &t.Variant })
		choice(t, "Extent", []fields.Option[pedigree.TestScope]{
			{Value: "", Words: "not asked"},
			{Value: pedigree.Screen, Words: "full screen"},
			{Value: pedigree.FamilialVariant, Words: "the family's variant only"},
			{Value: pedigree.FounderPanel, Words: "founder variants only"},
			{Value: pedigree.ScopeUnknown, Words: "not known"},
		}, func(t *test) *pedigree.TestScope { return &t.Scope })
		choice(t, "Sample", fields.Values("not asked", pedigree.Germline, pedigree.Tumour, pedigree.SampleUnknown),
			func(t *test) *pedigree.TestSample { return &t.Sample })
		answer(t, "Report seen", func(t *test) *pedigree.Answer { return &t.ReportSeen })
		text(t, "Laboratory", func(t *test) *string { return &t.Laboratory })
		fuzzy(t, "Reported on", fields.Year, func(t *test) *pedigree.Fuzzy { return &t.On })
		ageAt(t, func(t *test) *pedigree.Fuzzy { return &t.Age })
		shownWhile(t, func(t *test) bool { return t.ReportSeen != pedigree.NotAsked || !t.Confirmation.IsZero() }, func() {
			buildRequest(t, func(t *test) *pedigree.Confirmation { return &t.Confirmation })
		})
		source(t, "genetic test", func(t *test) *pedigree.Provenance { return &t.Source })
		removal(s, "genetic test", n, list)
	}
	addLine(s, "Test", "gene", "genetic test", geneWords, list, func(id pedigree.ID, said string) test {
		return test{ID: id, Gene: geneWords.take(said)}
	})
}

func buildSurgery(s *section) {
	type surgery = pedigree.Surgery
	list := func(p *individual) *[]surgery { return &p.Surgery }
	for n := range len(s.form.view.family().Individual(s.form.person).Surgery) {
		o := listed(s, n, func(p *individual) []surgery { return p.Surgery })
		needed(o, "Operation", operationWords, func(o *surgery) string { return o.What }, func(o *surgery, said string) { o.What = operationWords.take(said) })
		ageAt(o, func(o *surgery) *pedigree.Fuzzy { return &o.Age })
		choice(o, "Side", sides, func(o *surgery) *pedigree.Side { return &o.Side })
		choice(o, "Reason", fields.Values("not asked", pedigree.RiskReducing, pedigree.ForTreatment, pedigree.OtherReason, pedigree.UnknownReason),
			func(o *surgery) *pedigree.SurgeryReason { return &o.Reason })
		assumed(o, "Status", statuses, func(o *surgery) *pedigree.Status { return &o.Status })
		source(o, "surgery", func(o *surgery) *pedigree.Provenance { return &o.Source })
		removal(s, "surgery", n, list)
	}
	addLine(s, "Operation", "which operation", "surgery", operationWords, list,
		func(id pedigree.ID, said string) surgery { return surgery{ID: id, What: operationWords.take(said)} })
}
