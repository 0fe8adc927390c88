package letter_test

import (
	"slices"
	"strings"
	"testing"

	"kindred/internal/letter"
	"kindred/internal/textmetric"
	"kindred/pedigree"
)

// seen is what the checks say of the sample letter after change.
func seen(t *testing.T, name string, change func(r *letter.Request, patient *pedigree.Patient)) []letter.Check {
	t.Helper()
	r := asked(sampleFamily(t, name), "P1")
	change(&r, r.Family.Patient("P1"))
	return letter.Checks(built(t, r), r.Family.Patient("P1"), textmetric.Letter.Has)
}

func TestASampleLetterHasNothingToMend(t *testing.T) {
	if checks := seen(t, breastOnly, func(*letter.Request, *pedigree.Patient) {}); len(checks) != 0 {
		t.Errorf("%v", checks)
	}
}

func TestGatesStopALetterThatCouldGoAstrayOrSayWhatIsNotSo(t *testing.T) {
	edit := func(key, words string) func(*letter.Request, *pedigree.Patient) {
		return func(r *letter.Request, _ *pedigree.Patient) { r.Edits = map[string]string{key: words} }
	}
	for _, c := range []struct {
		name, family, says string
		change             func(*letter.Request, *pedigree.Patient)
	}{
		{"no name", breastOnly, "no name", func(_ *letter.Request, p *pedigree.Patient) { p.GivenName, p.FamilyName = "", "" }},
		{"no date of birth", breastOnly, "date of birth", func(_ *letter.Request, p *pedigree.Patient) { p.DateOfBirth = pedigree.Fuzzy{} }},
		{"NHS number not asked", breastOnly, "NHS number", func(_ *letter.Request, p *pedigree.Patient) { p.NHSNumber = "" }},
		{"no address", breastOnly, "no address", func(_ *letter.Request, p *pedigree.Patient) { p.Address = nil }},
		{"not safe to write", breastOnly, "not safe", func(_ *letter.Request, p *pedigree.Patient) { p.SafeToWrite = pedigree.No }},
		{"a character without a glyph", breastOnly, "'王'", func(_ *letter.Request, p *pedigree.Patient) { p.FamilyName = "王" }},
		{"a field in braces", breastOnly, "{name} is not filled in", edit("opening", "Dear {name}")},
		{"an edit without a place", breastOnly, `"gone"`, edit("gone", "words")},
		{"an edit of a number that is no longer given", breastOvarian, `"number"`, edit("number", "Out of 100 women like you, about 23 will.")},
		{"an edited number that is no longer so", breastOnly, "say 24", edit("number", "Out of 100 women like you, about 24 will get it. 76 will not.")},
		{"a number of somebody's own", breastOnly, "say 40", edit("opening", "Your risk is 40 out of 100.")},
		{"a number where none fits", breastOvarian, "no number fits", edit("opening", "Your risk is 40 out of 100.")},
		{"one in ten where none fits", breastOvarian, "no number fits", edit("opening", "About one in ten women get it.")},
	} {
		checks := seen(t, c.family, c.change)
		if gate := letter.Gated(checks); !strings.Contains(gate, c.says) || !checks[0].Gate {
			t.Errorf("%s: the gate is %q of %v", c.name, gate, checks)
		}
	}
}

func TestAdviceDoesNotStopALetter(t *testing.T) {
	long := strings.Repeat("very ", 26) + "long."
	for _, c := range []struct {
		name, says string
		change     func(*letter.Request, *pedigree.Patient)
	}{
		{"nobody asked about the address", "safe to write", func(_ *letter.Request, p *pedigree.Patient) { p.SafeToWrite = pedigree.NotAsked }},
		{"address never confirmed", "not been confirmed", func(_ *letter.Request, p *pedigree.Patient) { p.AddressConfirmedOn = "" }},
		{"address confirmed long ago", "1 March 2025", func(_ *letter.Request, p *pedigree.Patient) { p.AddressConfirmedOn = "2025-03-01" }},
		{"long sentence", "1 sentence is over 25 words", func(r *letter.Request, _ *pedigree.Patient) { r.Edits = map[string]string{"opening": long} }},
		{"hard word", `"penetrance"`, func(r *letter.Request, _ *pedigree.Patient) {
			r.Edits = map[string]string{"opening": "Penetrance is high."}
		}},
		{"a relative's name", "Judith", func(r *letter.Request, _ *pedigree.Patient) {
			r.Edits = map[string]string{"opening": "Judith's illness is known to us."}
		}},
	} {
		checks := seen(t, breastOnly, c.change)
		if letter.Gated(checks) != "" || !slices.ContainsFunc(checks, func(x letter.Check) bool { return strings.Contains(x.Text, c.says) }) {
			t.Errorf("%s: %v", c.name, checks)
		}
	}
}

func TestARelativeWhoAgreedToBeNamedMayBeNamed(t *testing.T) {
	checks := seen(t, breastOnly, func(r *letter.Request, _ *pedigree.Patient) {
		r.Family.Individual("6").Consents = []pedigree.Consent{{To: "P1", What: pedigree.ConsentName}}
		r.Edits = map[string]string{"opening": "Judith is well again."}
	})
	if len(checks) != 0 {
		t.Errorf("%v", checks)
	}
}

func TestEditsReplaceParagraphsAndLists(t *testing.T) {
	r := asked(sampleFamily(t, breastOnly), "P1")
	r.Edits = map[string]string{"opening": "It was good to meet you.", "next": "- First\n\n- Then", "lost": "x", "also-lost": "y"}
	d := built(t, r)
	text := d.Text()
	if !strings.Contains(text, "It was good to meet you.\n") || strings.Contains(text, "Thank you for telling us") || !strings.Contains(text, "- First\n- Then\n") {
		t.Error(text)
	}
	if !slices.Equal(d.Unplaced, []string{"also-lost", "lost"}) {
		t.Errorf("edits without a place: %v", d.Unplaced)
	}
}

func TestAnEditedListKeepsItsWordsWhenOpenedAgain(t *testing.T) {
	r := asked(sampleFamily(t, breastOnly), "P1")
	first := built(t, r)
	words := ""
	for _, b := range first.Blocks {
		if list, ok := b.(letter.Bullets); ok && list.Key == "next" {
			for _, item := range list.Items {
				words += letter.Words(item) + "\n"
			}
		}
	}
	r.Edits = map[string]string{"next": words}
	if again := built(t, r); again.Text() != first.Text() {
		t.Error("an edit that changes nothing changes the letter")
	}
}

func TestCopiesGoToTheGPUnlessDeclined(t *testing.T) {
	r := asked(sampleFamily(t, breastOnly), "P1")
	if text := built(t, r).Text(); !strings.Contains(text, "Copy to: Dr A Sample, Sample Surgery") {
		t.Error(text)
	}
	r.Family.Patients[0].CopyLetters = pedigree.CopyNo
	if text := built(t, r).Text(); strings.Contains(text, "Copy to") {
		t.Error(text)
	}
}
