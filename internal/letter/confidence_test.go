package letter_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/internal/letter"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// secret stands in every word that a letter must not repeat.
const secret = "Zqx"

var (
	toldByCousin = pedigree.Provenance{ToldBy: secret, Patient: "P2", Use: pedigree.ThisPatientOnly, Note: secret}
	forClinical  = pedigree.Provenance{ToldBy: secret, Patient: "P2", Use: pedigree.ClinicalUse, Note: secret}
)

// cousins is a family of two patients who are cousins.
func cousins(t testing.TB) *pedigree.Family { return sampleFamily(t, breastOvarian) }

func TestALetterToOneCousinShowsNothingThatOnlyTheOtherToldInConfidence(t *testing.T) {
	f := cousins(t)
	lucy := f.Individual("15")
	if lucy.Diagnoses[0].Source.Use != pedigree.ThisPatientOnly || lucy.GeneTests[0].Source.Use != pedigree.ClinicalUse {
		t.Fatal("the sample family no longer holds what Lucy told in confidence")
	}
	with := asked(f, "P1")
	cleared := f.Clone()
	cleared.Individual("15").Diagnoses, cleared.Individual("15").GeneTests = nil, nil
	without := asked(cleared, "P1")
	without.Assessments = with.Assessments
	if a, b := printed(t, built(t, with)), printed(t, built(t, without)); a != b {
		t.Errorf("the letter differs by what Lucy told:\n%s\n\n%s", a, b)
	}
}

func TestTheReasonForNoNumberDoesNotRestOnAConfidentialFact(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	f.Individual("9").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Positive, Source: forClinical}}
	f.Individual("9").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Source: forClinical}}
	r := asked(f, "P1")
	text := built(t, r).Text()
	if !strings.Contains(text, "because our method does not fit every family.") {
		t.Errorf("not the general reason: %s", text)
	}
	for _, leak := range []string{"ovarian", "gene change", "BRCA2"} {
		if strings.Contains(text, leak) {
			t.Errorf("the letter says %q", leak)
		}
	}
}

// spoil fills every place of the record that holds words about other people with the secret.
func spoil(f *pedigree.Family, own pedigree.ID) {
	f.Informant, f.Recorder, f.Reason, f.Notes = secret, secret, secret, []string{secret}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		p.FamilyName, p.BirthName, p.Notes, p.Ancestry, p.Karyotype = secret, secret, []string{secret}, []string{secret}, secret
		p.ChildlessCause = secret
		if p.ID == own {
			continue
		}
		p.Name, p.CauseOfDeath = secret+string(p.ID), secret
		if p.Age.HasNumber() {
			p.Age.Words = "says " + secret
		}
		for j := range p.Diagnoses {
			d := &p.Diagnoses[j]
			d.Words, d.Hospital, d.ConfirmedBy, d.Notes, d.Pathology.Histology = secret, secret, secret, []string{secret}, secret
			d.Age.Words = secret
		}
		for j := range p.GeneTests {
			p.GeneTests[j].Variant, p.GeneTests[j].Laboratory = secret, secret
		}
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: secret + "'s disease"}, pedigree.Diagnosis{Site: pedigree.UnknownPrimary, Words: secret, Certainty: pedigree.Possible})
		p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: secret, Result: pedigree.Positive})
		p.Surgery = append(p.Surgery, pedigree.Surgery{What: secret})
	}
	for i := range f.Unions {
		f.Unions[i].Degree, f.Unions[i].ChildlessCause, f.Unions[i].Consanguineous = secret, secret, pedigree.Yes
	}
	for i := range f.Patients {
		if p := &f.Patients[i]; p.Individual != own {
			p.GivenName, p.FamilyName, p.GPName, p.GPPractice, p.Phone, p.Email = secret, secret, secret, secret, secret, secret
			p.Address, p.ReferredBy, p.ReferralReason = []string{secret}, secret, secret
		}
	}
}

// confide adds, at random, facts that only the other patient told.
func confide(rt *rapid.T, f *pedigree.Family, own pedigree.ID) {
	for i := range f.Individuals {
		p := &f.Individuals[i]
		use := toldByCousin
		if rapid.Bool().Draw(rt, "clinical") {
			use = forClinical
		}
		switch rapid.IntRange(0, 5).Draw(rt, "what "+string(p.ID)) {
		case 0:
			p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Thyroid, Age: pedigree.ExactYear(31), Source: use})
		case 1:
			p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: "PALB2", Result: pedigree.Positive, Source: use})
		case 2:
			if p.ID != own {
				p.Surgery = append(p.Surgery, pedigree.Surgery{What: "bilateral mastectomy", Source: use})
			}
		}
	}
	for n := range rapid.IntRange(0, 3).Draw(rt, "children") {
		parent := rapid.IntRange(0, len(f.Individuals)-1).Draw(rt, "parent")
		child := pedigree.Individual{ID: pedigree.ID(rune('a' + n)), Name: secret, Count: 2, Source: toldByCousin}
		if p := f.Individuals[parent]; p.Sex == pedigree.Male {
			child.Father = p.ID
		} else {
			child.Mother = p.ID
		}
		f.Individuals = append(f.Individuals, child)
	}
}

func TestWhateverIsToldInConfidenceChangesNothingInAnothersLetter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := sampleFamily(t, rapid.SampledFrom([]string{breastOnly, breastOvarian}).Draw(rt, "family"))
		for i := range f.Individuals {
			if rapid.IntRange(0, 3).Draw(rt, "consent") == 0 {
				f.Individuals[i].Consents = []pedigree.Consent{{To: "P1", What: pedigree.ConsentRecognise}}
			}
		}
		before := asked(f.Clone(), "P1")
		if rapid.Bool().Draw(rt, "no number") {
			before.Assessments = []risk.Assessment{{Model: "claus", Subject: "10", Status: risk.NotApplicable, Because: []string{secret}}}
		}
		after := before
		after.Family = f
		confide(rt, f, "10")
		a, b := printed(t, built(t, before)), printed(t, built(t, after))
		if a != b {
			rt.Errorf("before:\n%s\nafter:\n%s", a, b)
		}
	})
}

func TestNoWordAboutAnotherPersonIsEverOnAPage(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := sampleFamily(t, rapid.SampledFrom([]string{breastOnly, breastOvarian, "g10486-twins-adoption", "g10490-vague"}).Draw(rt, "family"))
		own := f.Patient("P1").Individual
		for i := range f.Individuals {
			what := rapid.SampledFrom([]string{"", pedigree.ConsentRecognise, pedigree.ConsentName}).Draw(rt, "consent")
			if what != "" {
				f.Individuals[i].Consents = []pedigree.Consent{{To: pedigree.ToPatientLetters, What: what, RecordedBy: secret}}
			}
		}
		spoil(f, own)
		if text := printed(t, built(t, asked(f, "P1"))); strings.Contains(text, secret) {
			rt.Errorf("the letter repeats what it must not:\n%s", text)
		}
	})
}

// pictureOf is the drawing in a letter, as printed.
func pictureOf(d *letter.Document) *letter.Figure {
	for _, b := range d.Blocks {
		if f, ok := b.(letter.Figure); ok {
			return &f
		}
	}
	return nil
}

func TestTheTreeShowsAnIllnessOnlyOfThoseWhoAgreed(t *testing.T) {
	f := cousins(t)
	people := map[pedigree.ID]bool{}
	for _, e := range pictureOf(built(t, asked(f, "P1"))).Scene.Elements {
		if e.Role == "fill" || e.Role == "label" {
			people[e.Person] = true
		}
	}
	if !people["5"] || !people["10"] || len(people) != 2 {
		t.Errorf("facts of %v are shown; only person 5 agreed, and 10 is the patient", people)
	}
	f.Individual("5").Consents[0].Withdrawn = true
	d := built(t, asked(f, "P1"))
	for _, e := range pictureOf(d).Scene.Elements {
		if e.Person == "5" && (e.Role == "fill" || e.Role == "label") {
			t.Error("a withdrawn consent still shows an illness")
		}
	}
	if text := d.Text(); strings.Contains(text, "aunt") || strings.Contains(text, "49") || !strings.Contains(text, "In your wider family there has been breast cancer and ovarian cancer.") {
		t.Errorf("a withdrawn consent still makes the aunt recognisable:\n%s", text)
	}
}

func TestAConsentTowardsAnotherPatientIsNotOneTowardsThis(t *testing.T) {
	f := cousins(t)
	f.Individual("5").Consents[0].To = "P2"
	if text := built(t, asked(f, "P1")).Text(); strings.Contains(text, "aunt") {
		t.Error(text)
	}
}

func TestOtherPeoplesLossesAndSexesAtBirthAreNotInTheTree(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	f.Individual("9").Gender, f.Individual("9").Sex = pedigree.Woman, pedigree.Male
	plain := len(pictureOf(built(t, asked(f, "P1"))).Scene.Elements)
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "loss", Mother: "5", Father: "8", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Termination}})
	f.Individual("13").Pregnancy = nil
	d := built(t, asked(f, "P1"))
	if now := len(pictureOf(d).Scene.Elements); now != plain {
		t.Errorf("%d elements, %d with a parent's loss", plain, now)
	}
	text := printed(t, d)
	for _, leak := range []string{"AMAB", "TOP", "assigned"} {
		if strings.Contains(text, leak) {
			t.Errorf("the tree says %q", leak)
		}
	}
}

func TestConsentingRelativesAreToldApartInEverydayWords(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	agree := []pedigree.Consent{{To: "P1", What: pedigree.ConsentRecognise}}
	f.Individuals = append(f.Individuals, pedigree.Individual{
		ID: "99", Sex: pedigree.Female, Mother: "2", Father: "1", Consents: agree,
		Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Behaviour: pedigree.InSitu, Age: pedigree.ParseFuzzy("40s")}, {Site: pedigree.Colorectum, Age: pedigree.ParseFuzzy("about 60")}},
	})
	for _, id := range []pedigree.ID{"5", "6"} {
		f.Individual(id).Consents = agree
	}
	text := built(t, asked(f, "P1")).Text()
	for _, want := range []string{
		"Your mother had breast cancer at age 44. We have checked this in medical records.",
		"One of your relatives, an aunt on your mother's side, had breast cancer at age 52. We have not checked all of this in medical records.",
		"Another of your relatives, an aunt on your mother's side, had a very early form of breast cancer in their 40s and bowel cancer at about age 60.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("missing %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "wider family") {
		t.Error("nobody else is left in the wider family")
	}
}

func TestAGeneChangeKnownOnlyByHearsayIsSaidToBe(t *testing.T) {
	f := cousins(t)
	if text := built(t, asked(f, "P1")).Text(); !strings.Contains(text, "We were told that a change in a gene called BRCA1 was found in your wider family. We have not seen the test report.") {
		t.Error(text)
	}
	f.Individual("5").GeneTests[0].ReportSeen = pedigree.Yes
	if text := built(t, asked(f, "P1")).Text(); !strings.Contains(text, "A change in a gene called BRCA1 has been found in your wider family.") {
		t.Error(text)
	}
}

func TestCancersOfInLawsAreNotTheFamilys(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	for i := range f.Individuals {
		f.Individuals[i].Diagnoses = nil
	}
	f.Individual("12").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Colorectum}}
	if text := built(t, asked(f, "P1")).Text(); strings.Contains(text, "bowel") || strings.Contains(text, "wider family") {
		t.Error(text)
	}
}

func TestInAFamilyOfFewNobodyIsRecognisableByBeingTheOnlyOneMeant(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	f.Individuals = []pedigree.Individual{*f.Individual("5"), *f.Individual("10")}
	f.Individuals[0].Mother, f.Individuals[0].Father, f.Individuals[1].Father = "", "", ""
	f.Individuals[0].GeneTests = []pedigree.GeneTest{{Gene: "PALB2", Result: pedigree.Positive}}
	f.Unions, f.Twins = nil, nil
	if f.Individual(f.Individual("10").Mother) == nil || len(f.Individuals[0].Diagnoses) == 0 {
		t.Fatal("the sample family no longer has a mother with breast cancer")
	}
	f.Individuals[0].Consents = nil
	text := built(t, asked(f, "P1")).Text()
	for _, pointing := range []string{"wider family", "PALB2", "gene change", " 2 people"} {
		if strings.Contains(text, pointing) {
			t.Errorf("%q in %s", pointing, text)
		}
	}
}

func TestAFactToldInConfidenceCannotBeGuessedFromTheReason(t *testing.T) {
	plain, hidden := sampleFamily(t, breastOvarian), sampleFamily(t, breastOvarian)
	for _, f := range []*pedigree.Family{plain, hidden} {
		for i := range f.Individuals {
			f.Individuals[i].Diagnoses, f.Individuals[i].GeneTests = nil, nil
		}
	}
	hidden.Individual("15").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Age: pedigree.ExactYear(39), Source: forClinical}}
	if a, b := printed(t, built(t, asked(plain, "P1"))), printed(t, built(t, asked(hidden, "P1"))); a != b {
		t.Errorf("without the fact:\n%s\nwith it:\n%s", a, b)
	}
}
