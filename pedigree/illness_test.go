package pedigree

import "testing"

func TestTheFourAnswersToIllnessStayApart(t *testing.T) {
	cancer := func(a Answer) map[Question]Answer { return map[Question]Answer{AskedCancer: a} }
	breast, refuted := []Diagnosis{{Site: Breast}}, []Diagnosis{{Site: Breast, Status: Refuted}}
	for _, c := range []struct {
		name string
		p    Individual
		want Illness
	}{
		{"nothing said", Individual{Name: "Joan", Age: ExactYear(66)}, IllnessNotAsked},
		{"no details", Individual{NoDetails: true}, IllnessNoDetails},
		{"no details, though somebody ticked well", Individual{NoDetails: true, Well: Yes}, IllnessNoDetails},
		{"well", Individual{Well: Yes}, IllnessAbsent},
		{"asked about cancer, none", Individual{Asked: cancer(No), Deceased: Yes}, IllnessAbsent},
		{"the plain flag of a file", Individual{Affected: No}, IllnessAbsent},
		{"doesn't know whether well", Individual{Well: DontKnow}, IllnessUncertain},
		{"doesn't know about cancer", Individual{Asked: cancer(DontKnow)}, IllnessUncertain},
		{"seems well, doesn't know about cancer", Individual{Well: Yes, Asked: cancer(DontKnow)}, IllnessUncertain},
		{"doesn't know whether well, no cancer", Individual{Well: DontKnow, Asked: cancer(No)}, IllnessAbsent},
		{"the plain flag unknown", Individual{Affected: DontKnow}, IllnessUncertain},
		{"a diagnosis", Individual{Diagnoses: breast, Well: Yes}, IllnessPresent},
		{"a refuted diagnosis", Individual{Diagnoses: refuted}, IllnessNotAsked},
		{"not well, of what was not said", Individual{Well: No}, IllnessPresent},
		{"another question answered", Individual{Asked: map[Question]Answer{AskedChildren: No}}, IllnessNotAsked},
	} {
		if got := c.p.Illness(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOtherCancersOfSomebodyWithOneAreAQuestionOfTheirOwn(t *testing.T) {
	p := Individual{Diagnoses: []Diagnosis{{Site: Colorectum}}, Asked: map[Question]Answer{AskedCancer: DontKnow}}
	if p.Illness() != IllnessPresent || p.AskedIllness() != IllnessUncertain {
		t.Errorf("%q, asked %q", p.Illness(), p.AskedIllness())
	}
}

func TestAnAnswerToIllnessTakesThePlaceOfAnyOther(t *testing.T) {
	answers := map[Illness]func(*Individual){
		IllnessAbsent: (*Individual).SetWell, IllnessUncertain: (*Individual).SetIllnessUncertain, IllnessNoDetails: (*Individual).SetNoDetails,
	}
	for _, deceased := range []Answer{No, Yes} {
		for first, say := range answers {
			for last, sayNow := range answers {
				p := Individual{Deceased: deceased}
				say(&p)
				sayNow(&p)
				if got := p.Illness(); got != last {
					t.Errorf("%q and then %q: %q", first, last, got)
				}
				if p.SetNoCancer(); p.Illness() != IllnessAbsent {
					t.Errorf("%q, %q and then no cancer: %q", first, last, p.Illness())
				}
			}
		}
	}
	p := Individual{}
	p.SetWell()
	if p.SetDied(); p.Well == Yes || p.Illness() != IllnessAbsent {
		t.Errorf("well, and then dead: well %v, %q", p.Well, p.Illness())
	}
}

func TestOrgansFollowSexAssignedAtBirthUnlessSaid(t *testing.T) {
	intersex := Individual{Sex: Female}
	intersex.SetOrgan(Womb, No)
	intersex.SetOrgan(Ovaries, DontKnow)
	for _, c := range []struct {
		name                            string
		p                               Individual
		ovaries, womb, breast, prostate Answer
	}{
		{"a woman", Individual{Sex: Female}, Yes, Yes, Yes, No},
		{"a trans man", Individual{Sex: Female, Gender: Man}, Yes, Yes, Yes, No},
		{"a man", Individual{Sex: Male}, No, No, Yes, Yes},
		{"not asked", Individual{}, NotAsked, NotAsked, Yes, NotAsked},
		{"a woman born without a womb", intersex, DontKnow, No, Yes, No},
	} {
		for o, want := range map[Organ]Answer{Ovaries: c.ovaries, Womb: c.womb, Breasts: c.breast, ProstateGland: c.prostate} {
			if got := c.p.EverHad(o); got != want {
				t.Errorf("%s, %s: %v, want %v", c.name, o, got, want)
			}
		}
	}
	intersex.SetOrgan(Womb, NotAsked)
	intersex.SetOrgan(Ovaries, NotAsked)
	if intersex.Organs != nil {
		t.Errorf("taken back: %v", intersex.Organs)
	}
}

func TestAnOperationRemovesTheWholeOfAnOrgan(t *testing.T) {
	for _, c := range []struct {
		what  string
		organ Organ
		want  bool
	}{
		{"bilateral salpingo-oophorectomy", Ovaries, true},
		{"BSO", Ovaries, true},
		{"total hysterectomy with BSO", Womb, true},
		{"total hysterectomy with BSO", Ovaries, true},
		{"hysterectomy", Ovaries, false},
		{"oophorectomy", Ovaries, false},
		{"mastectomy", Breasts, false},
		{"double mastectomy", Breasts, true},
		{"prostatectomy", ProstateGland, true},
	} {
		p := Individual{Surgery: []Surgery{{What: c.what}}}
		if got := p.RemovedBy(c.organ) != nil; got != c.want {
			t.Errorf("%s removes the %s: %v", c.what, c.organ, got)
		}
		p.Surgery[0].Status = Refuted
		if p.RemovedBy(c.organ) != nil {
			t.Errorf("a refuted %s removed something", c.what)
		}
	}
}
