package draw_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// said is what stands under a person, its lines joined by spaces where wrapping parted them.
func said(p pedigree.Individual, s draw.Style) string {
	p.ID = "a"
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{p}}
	var words []string
	for _, e := range scene(f, s).Elements {
		if l, ok := e.Shape.(draw.Text); ok && e.Role == draw.RoleLabel {
			words = append(words, l.String)
		}
	}
	return strings.Join(words, " ")
}

func TestLabelsSayFactsInOrderAndAgesAsSaid(t *testing.T) {
	yes := pedigree.Yes
	for want, p := range map[string]pedigree.Individual{
		"Joan, 66":                  {Name: "Joan", Age: pedigree.ParseFuzzy("66")},
		"Ted, ~60":                  {Name: "Ted", Age: pedigree.ParseFuzzy("~60")},
		"Ted, 40s":                  {Name: "Ted", Age: pedigree.ParseFuzzy("in her 40s")},
		"Ann, 66 in 2019":           {Name: "Ann", Age: pedigree.ParseFuzzy("66"), AsOf: "2019-05-01"},
		"Ann, b. 1952":              {Name: "Ann", Born: pedigree.ParseFuzzy("born 1952")},
		"Ann, b. 14-Mar-1984":       {Name: "Ann", Born: pedigree.OnDate("1984-03-14")},
		"George d. 71 heart attack": {Name: "George", Deceased: yes, Age: pedigree.ParseFuzzy("71"), CauseOfDeath: "heart attack"},
		"d. 1998":                   {Deceased: yes, Died: pedigree.ParseFuzzy("died 1998")},
		"d. stroke":                 {Deceased: yes, CauseOfDeath: "stroke"},
		"Breast L 44, Breast R 51 confirmed Ovary 50 reported": {Diagnoses: []pedigree.Diagnosis{
			{Site: pedigree.Breast, Side: pedigree.Left, Age: pedigree.ExactYear(44), Status: pedigree.Confirmed},
			{Site: pedigree.Ovary, Age: pedigree.ExactYear(50)},
			{Site: pedigree.Breast, Side: pedigree.Right, Age: pedigree.ExactYear(51), Status: pedigree.Confirmed},
		}},
		"Breast 46 in situ reported, report requested": {Diagnoses: []pedigree.Diagnosis{
			{Site: pedigree.Breast, Age: pedigree.ExactYear(46), Behaviour: pedigree.InSitu, Status: pedigree.Requested},
		}},
		"?ov/bowel 50s reported": {Diagnoses: []pedigree.Diagnosis{
			{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "ov/bowel", Age: pedigree.ParseFuzzy("50s")},
		}},
		"BRCA1 +":                         {GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive, ReportSeen: yes}}},
		"BRCA1 + reported":                {GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}},
		"BRCA1 − extent unknown reported": {GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Negative}}},
		"BRCA1, BRCA2 − screen":           {GeneTests: []pedigree.GeneTest{screened("BRCA1"), screened("BRCA2")}},
		"A, B, C, 3 other genes − screen": {GeneTests: []pedigree.GeneTest{screened("A"), screened("B"), screened("C"), screened("D"), screened("E"), screened("F")}},
		"BRCA2 VUS":                       {GeneTests: []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Uncertain, ReportSeen: yes}}},
		"BSO 45 risk-reducing":            {Surgery: []pedigree.Surgery{{What: "bilateral salpingo-oophorectomy", Age: pedigree.ExactYear(45), Reason: pedigree.RiskReducing}}},
		"Hysterectomy and BSO 51":         {Surgery: []pedigree.Surgery{{What: "hysterectomy and bilateral salpingo-oophorectomy", Age: pedigree.ExactYear(51)}}},
		"no details":                      {NoDetails: true},
		"n.k.":                            {Well: pedigree.DontKnow},
		"Joan n.k.":                       {Name: "Joan", Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.DontKnow}},
		"d. 80 no cancer":                 {Deceased: yes, Age: pedigree.ExactYear(80), Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.No}},
		"Joan, 66 A&W":                    {Name: "Joan", Age: pedigree.ExactYear(66), Well: yes, Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.No}},
		"not in contact":                  {NotInContact: true},
		"BRCA1 c.68_69del +": {GeneTests: []pedigree.GeneTest{
			{Gene: "BRCA1", Variant: "NM_007294.4:c.68_69del p.(Glu23fs)", Result: pedigree.Positive, ReportSeen: yes},
		}},
		"BRCA2 c.1234_1250deli… − predictive": {GeneTests: []pedigree.GeneTest{
			{Gene: "BRCA2", Variant: "c.1234_1250delinsACGTACGT", Result: pedigree.Negative, Scope: pedigree.FamilialVariant, ReportSeen: yes},
		}},
		"Jo, 40 AFAB A&W BRCA1 − screen 47,XXY": {
			Name: "Jo", Age: pedigree.ExactYear(40), Sex: pedigree.Female, Gender: pedigree.Man, Well: yes, Karyotype: "47,XXY", GeneTests: []pedigree.GeneTest{screened("BRCA1")},
		},
		"d. 40 Melanoma refuted": {Deceased: yes, Age: pedigree.ExactYear(40), Well: yes, Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Melanoma, Status: pedigree.Refuted}}},
		"Cystic fibrosis obligate carrier Huntington disease presymptomatic Haemophilia carrier? Duchenne carrier": {Carrier: []pedigree.CarrierState{
			{Condition: "cystic fibrosis", Kind: pedigree.ObligateCarrier},
			{Condition: "Huntington disease", Kind: pedigree.Presymptomatic},
			{Condition: "haemophilia", Kind: pedigree.UncertainCarrier},
			{Condition: "Duchenne"},
		}},
		"miscarriage 10 wk female 69,XXX": {Sex: pedigree.Female, Karyotype: "69,XXX", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Miscarriage, Weeks: pedigree.ParseFuzzy("10")}},
		"TOP 18 wk":                       {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Termination, Weeks: pedigree.ParseFuzzy("18 weeks")}},
		"ECT":                             {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ectopic}},
		"SB 34 wk":                        {Sex: pedigree.Male, Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Stillbirth, Weeks: pedigree.ParseFuzzy("34")}},
		"20 wk due 04-Mar-2027":           {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ongoing, Weeks: pedigree.ParseFuzzy("20"), Due: pedigree.OnDate("2027-03-04")}},
	} {
		if got := said(p, draw.Style{}); got != want {
			t.Errorf("label %q, want %q", got, want)
		}
	}
}

func screened(gene string) pedigree.GeneTest {
	return pedigree.GeneTest{Gene: gene, Result: pedigree.Negative, Scope: pedigree.Screen, ReportSeen: pedigree.Yes}
}

func TestWhatIsNotConfirmedIsInItalicsAndAReportedVariantInTheAccent(t *testing.T) {
	s := one(pedigree.Individual{
		Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Confirmed}, {Site: pedigree.Ovary}},
		GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}, screened("BRCA2")},
	})
	want := map[string]struct {
		italic bool
		fill   draw.Colour
	}{
		"Breast confirmed": {false, draw.Ink}, "Ovary reported": {true, draw.Ink},
		"BRCA1 + reported": {true, draw.Accent}, "BRCA2 − screen": {false, draw.Ink},
	}
	for _, e := range s.Elements {
		if l, ok := e.Shape.(draw.Text); ok && e.Role == draw.RoleLabel {
			if w, ok := want[l.String]; !ok || l.Italic != w.italic || l.Fill != w.fill {
				t.Errorf("%q is italic %v in %s", l.String, l.Italic, l.Fill)
			}
			delete(want, l.String)
		}
	}
	if len(want) > 0 {
		t.Errorf("not drawn: %v", want)
	}
}

func TestAnAnonymousDrawingHasNumbersAndDecadesOnly(t *testing.T) {
	for want, p := range map[string]pedigree.Individual{
		"I-1, 60s":      {Name: "Joan", Age: pedigree.ParseFuzzy("66")},
		"I-1, ~60s":     {Name: "Joan", Age: pedigree.ParseFuzzy("about 64")},
		"I-1, 50s-60s":  {Name: "Joan", Age: pedigree.ParseFuzzy("55-60")},
		"I-1, under 10": {Name: "Joan", Age: pedigree.ParseFuzzy("3")},
		"I-1, 90+":      {Name: "Joan", Age: pedigree.ParseFuzzy("104")},
		"I-1":           {Name: "Joan", Born: pedigree.ParseFuzzy("1952")},
		"I-1 d. 70s":    {Name: "Joan", Deceased: pedigree.Yes, Age: pedigree.ParseFuzzy("71"), CauseOfDeath: "fell at Tenby"},
		"I-1 BSO 40s Mastectomy": {Surgery: []pedigree.Surgery{
			{What: "bilateral salpingo-oophorectomy at Tenby", Age: pedigree.ExactYear(45)},
			{What: "Mastectomy by Dr Hill"},
		}},
		"I-1 Operation": {Surgery: []pedigree.Surgery{{What: "Dr Hill's"}}},
		"I-1 miscarriage 10 wk": {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Miscarriage, Weeks: func() pedigree.Fuzzy {
			weeks := pedigree.ParseFuzzy("10")
			weeks.Words = "ten, Dr Hill said"
			return weeks
		}()}},
		"I-1 Breast 40s confirmed": {Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Words: "Dr Hill said", Status: pedigree.Confirmed, Age: pedigree.ExactYear(44)}}},
	} {
		if got := said(p, draw.Style{Anonymise: true}); got != want {
			t.Errorf("label %q, want %q", got, want)
		}
	}
}

func TestAgeBandsAloneKeepNamesAndCausesAndDropDates(t *testing.T) {
	for want, p := range map[string]pedigree.Individual{
		"Joan, 60s": {Name: "Joan", Age: pedigree.ParseFuzzy("66"), AsOf: "2019-01-01"},
		"Joan":      {Name: "Joan", Born: pedigree.ParseFuzzy("1952")},
		"Joan d. 70s heart attack Breast 40s confirmed": {
			Name: "Joan", Deceased: pedigree.Yes, Age: pedigree.ParseFuzzy("71"), CauseOfDeath: "heart attack",
			Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Confirmed, Age: pedigree.ExactYear(44)}},
		},
		"d. stroke": {Deceased: pedigree.Yes, Died: pedigree.ParseFuzzy("1998"), CauseOfDeath: "stroke"},
		"20 wk":     {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ongoing, Weeks: pedigree.ParseFuzzy("20"), Due: pedigree.OnDate("2027-03-04")}},
	} {
		if got := said(p, draw.Style{AgeBands: true}); got != want {
			t.Errorf("label %q, want %q", got, want)
		}
	}
}

func TestNothingThatNamesAnybodyIsInAnAnonymousScene(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := families(t)
		f.Name, f.Informant, f.Recorder, f.DrawnOn = "CANARY1", "CANARY2", "CANARY3", "1999-12-31"
		for i := range f.Individuals {
			p := &f.Individuals[i]
			p.Name, p.FamilyName, p.CauseOfDeath = "CANARY4", "CANARY5", "CANARY6"
			p.Born, p.ChildlessCause = pedigree.ParseFuzzy("1911"), "CANARY7"
			p.Karyotype = "CANARY9"
			p.Surgery = []pedigree.Surgery{{What: "mastectomy by CANARY11"}, {What: "CANARY12"}}
			if p.Pregnancy != nil {
				p.Pregnancy.Weeks.Words = "CANARY13 said ten"
			}
			for k := range p.GeneTests {
				p.GeneTests[k].Variant = "c.1234CANARY10"
			}
			old := p.ID
			p.ID = "CANARY8-" + old
			for _, link := range []*pedigree.ID{&p.Mother, &p.Father} {
				if *link != "" {
					*link = "CANARY8-" + *link
				}
			}
		}
		for i := range f.Unions {
			for k := range f.Unions[i].Partners {
				f.Unions[i].Partners[k] = "CANARY8-" + f.Unions[i].Partners[k]
			}
		}
		style := styles(t)
		style.Anonymise = true
		s := scene(f, style)
		all := s.Title + s.Description
		for _, e := range s.Elements {
			all += " " + e.ID
			if l, ok := e.Shape.(draw.Text); ok {
				all += " " + l.String
			}
		}
		for _, secret := range []string{"CANARY", "1999", "1911"} {
			if strings.Contains(all, secret) {
				t.Fatalf("%s is in the anonymous drawing: %s", secret, all)
			}
		}
	})
}

func TestOfSomebodyWhoseFactsAreHiddenOnlyPlaceAndShapeAreLeft(t *testing.T) {
	hidden := pedigree.Individual{
		ID: "h", Name: "Ann", Sex: pedigree.Female, Deceased: pedigree.Yes, Age: pedigree.ExactYear(50), Proband: true,
		Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Confirmed}},
		GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}, Karyotype: "47,XXX", Well: pedigree.Yes,
		Carrier:   []pedigree.CarrierState{{Condition: "cystic fibrosis"}, {Condition: "Huntington disease", Kind: pedigree.Presymptomatic}},
		Evaluated: pedigree.Yes, NotInContact: true, Adopted: pedigree.AdoptedIn, Mother: "o", Count: 3,
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{hidden, {ID: "o", Name: "Bob"}}}
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"h", "o"}, Status: pedigree.Separated, Childless: pedigree.ChildlessInfertile, ChildlessCause: "Ann", Degree: "Ann"}}
	lost := pedigree.Individual{ID: "l", Mother: "o", Sex: pedigree.Female, Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Termination}}
	fostered := pedigree.Individual{ID: "s", Name: "Cal", Sex: pedigree.Male, OtherParents: []pedigree.ParentLink{{ID: "o", Kind: pedigree.Foster}}}
	f.Individuals = append(f.Individuals, lost, fostered)
	nsgc := draw.NSGC2022()
	nsgc.CarrierDot, nsgc.ConsultandLetter = true, true
	for name, n := range map[string]draw.Nomenclature{"UK": {}, "NSGC": nsgc} {
		s := scene(f, draw.Style{Nomenclature: n, Labelled: func(id pedigree.ID) bool { return id == "o" }})
		for _, e := range s.Elements {
			if strings.HasPrefix(e.ID, "union:") && e.Role != draw.RoleLine {
				t.Errorf("%s: %s is drawn", name, e.ID)
			}
			if e.Person != "" && e.Person != "o" && e.Role != draw.RoleLine && e.ID != "ind:"+string(e.Person)+"/symbol" {
				t.Errorf("%s: %s is drawn", name, e.ID)
			}
		}
		if got := texts(s, "key/") + texts(s, "footer"); got != "" {
			t.Errorf("%s: key and footer give away %q", name, got)
		}
		if want := "I-1: person; Bob\nII-1: man\nII-2: woman\nII-3: pregnancy\n"; strings.ReplaceAll(s.Description, "; I-1", "") != want {
			t.Errorf("%s: the description is %q", name, s.Description)
		}
	}
}
