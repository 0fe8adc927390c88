package nice

import (
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// line finds what is said of a criterion; "" where nothing is.
func line(a risk.Assessment, part string) string {
	for _, l := range a.Because {
		if strings.Contains(l, part) {
			return l
		}
	}
	return ""
}

func TestEveryCriterionForReferralOnBothSidesOfIt(t *testing.T) {
	breast := pedigree.Breast
	both := func(id pedigree.ID, first, second string) func(*pedigree.Family) {
		return func(f *pedigree.Family) {
			with(with(f, id, breast, first), id, breast, second)
			d := f.Individual(id).Diagnoses
			d[0].Side, d[1].Side = pedigree.Left, pedigree.Right
		}
	}
	in := func(people ...string) func(*pedigree.Family) { // "mother breast 38"
		return func(f *pedigree.Family) {
			for _, p := range people {
				w := strings.Fields(p)
				with(f, pedigree.ID(w[0]), pedigree.Site(w[1]), strings.Join(w[2:], " "))
			}
		}
	}
	const (
		youngMother = "a first-degree female relative with breast cancer before 40"
		man         = "a first-degree male relative"
		bilateral   = "a first-degree relative with cancer of both breasts"
		two         = "two first-degree relatives, or one first- and one second-degree"
		withOvary   = "breast cancer and ovarian cancer in first- or second-degree"
		three       = "three first- or second-degree"
		specialist  = "ovarian cancer at any age and, on the same side"
		triple      = "triple-negative breast cancer before 40"
	)
	for _, c := range []struct {
		name      string
		change    func(*pedigree.Family)
		criterion string
		want      string // "met", "cannot tell"; "" is not met
	}{
		{"mother at 39", in("mother breast 39"), youngMother, "met"},
		{"mother at 40", in("mother breast 40"), youngMother, ""},
		{"mother in the 30s or 40s", in("mother breast 35-45"), youngMother, "cannot tell"},
		{"mother at an age not known", in("mother breast "), youngMother, "cannot tell"},
		{"aunt at 35", in("maunt breast 35"), youngMother, ""},
		{"father at 35 is no woman", in("father breast 35"), youngMother, ""},
		{"father at 70", in("father breast 70"), man, "met"},
		{"grandfather", in("mgf breast 50"), man, ""},
		{"mother", in("mother breast 50"), man, ""},
		{"mother both at 49 and 60", both("mother", "49", "60"), bilateral, "met"},
		{"mother both at 50 and 60", both("mother", "50", "60"), bilateral, ""},
		{"aunt both at 45", both("maunt", "45", "45"), bilateral, ""},
		{"mother twice, sides not said", in("mother breast 45", "mother breast 48"), bilateral, "cannot tell"},
		{"mother and sister", in("mother breast 70", "sister breast 60"), two, "met"},
		{"mother and mother's sister", in("mother breast 70", "maunt breast 60"), two, "met"},
		{"mother and father's sister are not related", in("mother breast 70", "paunt breast 60"), two, ""},
		{"sister and father's sister", in("sister breast 70", "paunt breast 60"), two, "met"},
		{"two aunts", in("maunt breast 70", "maunt2 breast 60"), two, ""},
		{"mother alone, twice", in("mother breast 60", "mother breast 70"), two, ""},
		{"mother breast, aunt ovary", in("mother breast 70", "maunt ovary 60"), withOvary, "met"},
		{"mother's mother breast, aunt ovary: none first-degree", in("mgm breast 70", "maunt ovary 60"), withOvary, ""},
		{"mother ovary, aunt breast", in("mother ovary 70", "maunt breast 60"), withOvary, "met"},
		{"mother both cancers", in("mother ovary 70", "mother breast 60"), withOvary, "met"},
		{"mother ovary, father's sister breast", in("mother ovary 70", "paunt breast 60"), withOvary, ""},
		{"mother breast, aunt of the tube", in("mother breast 70", "maunt peritoneum"), withOvary, "cannot tell"},
		{"two aunts and their mother", in("maunt breast 70", "maunt2 breast 60", "mgm breast 80"), three, "met"},
		{"two aunts and the father's sister", in("maunt breast 70", "maunt2 breast 60", "paunt breast 80"), three, ""},
		{"ovary and breast at 49", in("maunt ovary 60", "maunt2 breast 49"), specialist, "met"},
		{"ovary and breast at 50", in("maunt ovary 60", "maunt2 breast 50"), specialist, ""},
		{"on two sides", in("maunt ovary 60", "paunt breast 45"), specialist, ""},
		{"triple-negative at 39", func(f *pedigree.Family) {
			with(f, "maunt", breast, "39").Individual("maunt").Diagnoses[0].Pathology = pedigree.Pathology{ER: "negative", PR: "negative", HER2: "negative"}
		}, triple, "met"},
		{"triple-negative at 40", func(f *pedigree.Family) {
			with(f, "maunt", breast, "40").Individual("maunt").Diagnoses[0].Pathology = pedigree.Pathology{ER: "negative", PR: "negative", HER2: "negative"}
		}, triple, ""},
		{"ER negative, the rest not known", func(f *pedigree.Family) {
			with(f, "maunt", breast, "39").Individual("maunt").Diagnoses[0].Pathology = pedigree.Pathology{ER: "negative"}
		}, triple, "cannot tell"},
		{"receptors not known", in("maunt breast 39"), triple, ""},
		{"possible", func(f *pedigree.Family) {
			with(f, "mother", breast, "35").Individual("mother").Diagnoses[0].Certainty = pedigree.Possible
		}, youngMother, "cannot tell"},
		{"refuted", func(f *pedigree.Family) {
			with(f, "mother", breast, "35").Individual("mother").Diagnoses[0].Status = pedigree.Refuted
		}, youngMother, ""},
		{"in situ", func(f *pedigree.Family) {
			with(f, "mother", breast, "35").Individual("mother").Diagnoses[0].Behaviour = pedigree.InSitu
		}, youngMother, "cannot tell"},
		{"LCIS", func(f *pedigree.Family) {
			d := &with(f, "mother", breast, "35").Individual("mother").Diagnoses[0]
			d.Behaviour, d.Pathology.Histology = pedigree.InSitu, "lobular"
		}, youngMother, ""},
	} {
		f := family()
		c.change(f)
		a := assess(t, f)
		got := line(a, c.criterion)
		if c.want == "" && got != "" || c.want != "" && !strings.Contains(got, "), "+c.want+": ") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if c.want == "met" && len(a.Counted) == 0 {
			t.Errorf("%s: nobody counted", c.name)
		}
	}
}

func TestWhoMeetsACriterionAndWhatIsNotConfirmedIsSaid(t *testing.T) {
	f := with(with(family(), "mother", pedigree.Breast, "70"), "maunt", pedigree.Breast, "60")
	f.Individual("maunt").Diagnoses[0].Status = pedigree.Reported
	a := assess(t, f)
	if got := line(a, "two first-degree"); got != "Referral to secondary care (recommendation 1.3.3), met: two first-degree relatives, or one first- and one second-degree relative, with breast cancer (mother and maternal aunt; not confirmed: maternal aunt)." {
		t.Error(got)
	}
	if len(a.Counted) != 2 || a.Status != risk.CannotTell {
		t.Errorf("%s, counted %v", a.Status, a.Counted)
	}
}

func TestReasonsToAskWhereNoCriterionIsMet(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*pedigree.Family)
		want   string
	}{
		{"nothing more", func(*pedigree.Family) {}, "Care can stay in primary care"},
		{"Jewish ancestry", func(f *pedigree.Family) { f.Individual("mgm").Ashkenazi = pedigree.Yes }, "Jewish ancestry"},
		{"Sephardi ancestry", func(f *pedigree.Family) { f.Individual("father").Ancestry = []string{"Sephardi Jewish"} }, "Jewish ancestry"},
		{"an aunt's sarcoma at 44", func(f *pedigree.Family) { with(f, "maunt", pedigree.Sarcoma, "44") }, "sarcoma before 45 (maternal aunt)"},
		{"sarcoma at 45", func(f *pedigree.Family) { with(f, "maunt", pedigree.Sarcoma, "45") }, "Care can stay in primary care"},
		{"a glioma", func(f *pedigree.Family) {
			with(f, "maunt", pedigree.Brain, "60").Individual("maunt").Diagnoses[0].Pathology.Histology = "glioblastoma"
		}, "glioma (maternal aunt)"},
		{"a brain tumour", func(f *pedigree.Family) { with(f, "maunt", pedigree.Brain, "60") }, "glioma (perhaps maternal aunt)"},
		{"adrenal at 4", func(f *pedigree.Family) { with(f, "brother", pedigree.Adrenal, "4") }, "adrenal cortical carcinoma of a child (brother)"},
		{"adrenal at 50", func(f *pedigree.Family) { with(f, "brother", pedigree.Adrenal, "50") }, "Care can stay in primary care"},
		{"ovary on the other side", func(f *pedigree.Family) { with(f, "paunt", pedigree.Ovary, "60") }, "ovarian cancer (paternal aunt)"},
		{"two on the father's side", func(f *pedigree.Family) {
			f.Individual("mother").Diagnoses = nil
			with(with(f, "pgm", pedigree.Breast, "70"), "paunt", pedigree.Breast, "60")
		}, "2 relatives on the father's side with breast cancer"},
	} {
		f := with(family(), "mother", pedigree.Breast, "55")
		c.change(f)
		if got := assess(t, f); line(got, c.want) == "" {
			t.Errorf("%s: %q", c.name, got.Because)
		}
	}
	if got := assess(t, with(family(), "mother", pedigree.Breast, "40")); line(got, "primary care") != "" {
		t.Errorf("at 40, not over: %q", got.Because)
	}
	if got := assess(t, with(family(), "mother", pedigree.Breast, "39")); line(got, "specialist contact") != "" || line(got, "primary care") != "" {
		t.Errorf("referred, and still told to ask: %q", got.Because)
	}
	if got := assess(t, carrying(with(family(), "mother", pedigree.Breast, "55"), "maunt", "BRCA1")); line(got, "primary care") != "" {
		t.Errorf("with a variant known in the family: %q", got.Because)
	}
	f := with(family(), "mother", pedigree.Breast, "55")
	f.Individual("maunt").SetNoDetails()
	if got := assess(t, f); line(got, "1 near relative of whom") == "" {
		t.Errorf("%q", got.Because)
	}
}

func TestSurveillanceFollowsCategoryGeneAndAge(t *testing.T) {
	for _, c := range []struct {
		name     string
		lifetime float64
		age      int
		test     pedigree.GeneTest
		want     []string
		not      string
	}{
		{"near population", 0.12, 42, pedigree.GeneTest{}, nil, "mammography"},
		{"moderate at 42", 0.2, 42, pedigree.GeneTest{}, []string{"yearly mammography from 40 to 49 is offered", "now, at 42: yearly mammography"}, ""},
		{"moderate at 50", 0.2, 50, pedigree.GeneTest{}, []string{"no verified band for 50 in this release, see CG164 1.6; ordinary NHS breast screening is separate"}, "none"},
		{"high at 59", 0.35, 59, pedigree.GeneTest{}, []string{"from 40 to 59", "now, at 59"}, ""},
		{"high at 33", 0.35, 33, pedigree.GeneTest{}, []string{"no verified band for 33 in this release, see CG164 1.6"}, "none"},
		{"high at 62", 0.35, 62, pedigree.GeneTest{}, []string{"no verified band for 62", "ordinary NHS breast screening is separate"}, "none"},
		{"BRCA1 at 65", 0.35, 65, pedigree.GeneTest{Gene: "BRCA1", Result: pedigree.Positive}, []string{"now, at 65: yearly mammography, with MRI"}, "At high risk"},
		{"BRCA1 at 39", 0.2, 39, pedigree.GeneTest{Gene: "BRCA1", Result: pedigree.Positive}, []string{"BRCA1: yearly MRI from 25 to 39;", "now, at 39: yearly MRI.", "29 April 2025"}, ""},
		{"BRCA1 at 40", 0.2, 40, pedigree.GeneTest{Gene: "BRCA1", Result: pedigree.Positive}, []string{"now, at 40: yearly MRI and mammography"}, ""},
		{"PALB2 at 51", 0.2, 51, pedigree.GeneTest{Gene: "PALB2", Result: pedigree.Positive}, []string{"now, at 51: yearly mammography, with MRI according to breast density"}, ""},
		{"TP53 at 30", 0.2, 30, pedigree.GeneTest{Gene: "TP53", Result: pedigree.Positive}, []string{"yearly MRI, and no mammography from 20 to 70"}, "yearly mammography"},
		{"TP53 at 71", 0.2, 71, pedigree.GeneTest{Gene: "TP53", Result: pedigree.Positive}, []string{"at 71 the programme offers none"}, ""},
		{"ATM, another variant", 0.12, 45, pedigree.GeneTest{Gene: "ATM", Result: pedigree.Positive, Variant: "c.1A>G"}, nil, "ATM"},
		{"ATM c.7271T>G", 0.12, 45, pedigree.GeneTest{Gene: "ATM", Result: pedigree.Positive, Variant: "NM_000051.4:c.7271T>G"}, []string{"ATM c.7271T>G: yearly MRI from 30 to 39"}, ""},
		{"CHEK2, one variant", 0.12, 45, pedigree.GeneTest{Gene: "CHEK2", Result: pedigree.Positive}, nil, "CHEK2"},
	} {
		f := family()
		f.Individual("self").Age = pedigree.ExactYear(c.age)
		if c.test.Gene != "" {
			f.Individual("self").GeneTests = []pedigree.GeneTest{c.test}
		}
		got := text(assess(t, f, says("x", c.lifetime, 0.02)).Surveillance)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in %q", c.name, want, got)
			}
		}
		if c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestAfterRemovalOfBothBreastsNothingIsDueNow(t *testing.T) {
	f := family()
	self := f.Individual("self")
	self.GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}
	self.Surgery = []pedigree.Surgery{{What: "bilateral mastectomy", Age: pedigree.ExactYear(40), Reason: pedigree.RiskReducing}}
	got := text(assess(t, f).Surveillance)
	if strings.Contains(got, "now, at") || !strings.Contains(got, "the breasts have been removed (bilateral mastectomy), and what is offered after that is not in this release") {
		t.Error(got)
	}
}

// TestOvarianCancerHasAGuidelineOfItsOwn: it is named whatever CG164 says, and how near the relative is decides
// whether it is a reason for referral.
func TestOvarianCancerHasAGuidelineOfItsOwn(t *testing.T) {
	possible := with(family(), "maunt", pedigree.Ovary, "60")
	possible.Individual("maunt").Diagnoses[0].Certainty = pedigree.Possible
	far := family()
	far.Individuals = append(far.Individuals, pedigree.Individual{ID: "cousin", Mother: "maunt", Sex: pedigree.Female})
	for name, c := range map[string]struct {
		f    *pedigree.Family
		want string
	}{
		"mother":        {with(family(), "mother", pedigree.Ovary, "60"), "Ovarian cancer (mother): a reason for referral by NICE NG241 (21 March 2024), whose own rules for tests are not in this release."},
		"possible aunt": {possible, "Ovarian cancer (perhaps maternal aunt): a reason for referral by NICE NG241"},
		"cousin":        {with(far, "cousin", pedigree.Ovary, "60"), "NICE NG241 (21 March 2024) has rules of its own, which are not in this release."},
		"a variant":     {carrying(family(), "maunt", "PALB2"), "A variant in PALB2 (maternal aunt): a reason for referral by NICE NG241 (21 March 2024)."},
		"not hers":      {clear(carrying(family(), "maunt", "PALB2"), "self", "PALB2"), ""},
		"another gene":  {carrying(family(), "maunt", "LDLR"), ""},
		"nobody":        {with(family(), "mother", pedigree.Breast, "60"), ""},
	} {
		got := line(assess(t, c.f, says("x", 0.12, 0.02)), "NG241")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAReferralGoesBeforeFiguresNearPopulation(t *testing.T) {
	for age, want := range map[string]string{
		"38": "a criterion for referral is met", "35-45": "a criterion for referral, named below, may be met", "55": "",
	} {
		a := assess(t, with(family(), "mother", pedigree.Breast, age), says("x", 0.13, 0.02))
		if a.Category != "near population" || want != "" && !strings.Contains(a.Because[0], want) || want == "" && strings.Contains(a.Because[0], "referral") {
			t.Errorf("mother at %s: %s %q", age, a.Category, a.Because)
		}
	}
	if a := assess(t, with(family(), "mother", pedigree.Ovary, "60"), says("x", 0.13, 0.02)); !strings.Contains(a.Because[0], "a criterion for referral is met") {
		t.Errorf("ovarian cancer: %q", a.Because)
	}
	if a := assess(t, with(family(), "mother", pedigree.Breast, "38"), says("x", 0.2, 0.02)); strings.Contains(a.Because[0], "referral") {
		t.Errorf("moderate: %q", a.Because)
	}
}
