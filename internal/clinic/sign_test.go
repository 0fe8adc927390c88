package clinic

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"kindred/internal/casefile"
	"kindred/internal/letter"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// draft opens the family with a number and begins a letter to its patient.
func draft(t testing.TB, c *Clinic) (*Session, string) {
	t.Helper()
	s := openSample(t, c, breastOnly)
	id, err := s.BeginLetter(s.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	return s, id
}

func letterOf(t testing.TB, s *Session, id string) casefile.Letter {
	t.Helper()
	l, err := find(s.Letters(), id)
	must(t, err)
	return l
}

func TestAnUnsignedLetterIsCountedUntilItIsSigned(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, id := draft(t, c)
	unsigned := func() int {
		list, err := c.List("")
		must(t, err)
		return list[0].Unsigned
	}
	if n := unsigned(); n != 1 {
		t.Errorf("%d letters are unsigned, want 1", n)
	}
	must(t, s.Sign(id, secret))
	if n := unsigned(); n != 0 {
		t.Errorf("%d letters are unsigned after signing", n)
	}
}

func TestAWrongPassphraseSignsNothing(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, id := draft(t, c)
	if err := s.Sign(id, []byte("three invented heron")); !errors.Is(err, ErrPassphrase) {
		t.Errorf("signing with a wrong passphrase: %v", err)
	}
	if l := letterOf(t, s, id); l.Status != casefile.LetterDraft || l.PDFDigest != "" {
		t.Errorf("the letter is %+v", l)
	}
	if _, err := s.SignedPDF(id); err == nil {
		t.Error("an unsigned letter has signed bytes")
	}
}

func TestAGatedLetterIsNotSigned(t *testing.T) {
	s, id := draft(t, newClinicIn(t, t.TempDir()))
	must(t, s.Do("address", func(f *pedigree.Family) error {
		f.Patients[0].SafeToWrite = pedigree.No
		return nil
	}))
	if err := s.Sign(id, secret); err == nil || !strings.Contains(err.Error(), "not safe to write") {
		t.Errorf("signing to an address that is not safe: %v", err)
	}
	if letterOf(t, s, id).Status != casefile.LetterDraft {
		t.Error("the letter is signed")
	}
}

func TestNobodySignsWithoutAName(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, id := draft(t, c)
	must(t, c.PutSettings(Settings{}))
	if err := s.Sign(id, secret); err == nil || letterOf(t, s, id).Status != casefile.LetterDraft {
		t.Errorf("signed by nobody: %v", err)
	}
}

func TestALetterIsNotSignedWhenItCannotBeKept(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, id := draft(t, c)
	must(t, s.Flush())
	breakable(c).set(errors.New("no space left on device"))
	if err := s.Sign(id, secret); err == nil {
		t.Error("signing on a full disk says nothing")
	}
	if letterOf(t, s, id).Status != casefile.LetterDraft {
		t.Error("a letter that is not on the disk shows as signed")
	}
}

func TestASignedLetterHasTheSameBytesForEver(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s, id := draft(t, c)
	must(t, s.Sign(id, secret))
	signed, err := s.SignedPDF(id)
	must(t, err)
	l := letterOf(t, s, id)
	if l.PDFDigest != digest(signed) || l.SignedBy != author.Name || l.SignedRole != author.Role || l.SignedOn != "2026-11-22" || l.TemplateVersion == "" || len(l.Frontier) == 0 {
		t.Errorf("the record of the signed letter is %+v", l)
	}
	if err := s.EditLetter(id, "next", "Another ending."); !errors.Is(err, casefile.ErrSigned) {
		t.Errorf("editing a signed letter: %v", err)
	}
	if err := s.Sign(id, secret); !errors.Is(err, casefile.ErrSigned) {
		t.Errorf("signing twice: %v", err)
	}
	judith := called(t, s.Family(), "Judith").ID
	must(t, s.Do("age", func(f *pedigree.Family) error {
		f.Individual(judith).Diagnoses[0].Age = pedigree.ExactYear(30)
		return nil
	}))
	must(t, c.PutSettings(Settings{Author: Author{Name: "Another", Role: "Consultant"}, Approval: &approv}))
	preview, err := s.Preview(id)
	must(t, err)
	if !bytes.Equal(preview.PDF, signed) {
		t.Error("the preview of a signed letter is not what was signed")
	}
	must(t, s.Flush())
	must(t, c.Close())
	again := openFamily(t, reopen(t, dir), s.ID())
	kept, err := again.SignedPDF(id)
	must(t, err)
	if !bytes.Equal(kept, signed) {
		t.Error("after edits, new settings and reopening the bytes differ")
	}
	if got := letterOf(t, again, id); got.PDFDigest != l.PDFDigest || got.Number != l.Number {
		t.Errorf("the signed letter is now %+v", got)
	}
}

func TestASignedLetterIsOutOfDateOnlyWhenAFactChanges(t *testing.T) {
	s, id := draft(t, newClinicIn(t, t.TempDir()))
	must(t, s.Sign(id, secret))
	outOfDate := func() bool { return s.OutOfDate(letterOf(t, s, id)) }
	if outOfDate() {
		t.Error("a letter is out of date when it is signed")
	}
	judith := called(t, s.Family(), "Judith").ID
	must(t, s.Do("move", func(f *pedigree.Family) error { return amend.SetPin(f, judith, 3.5) }))
	must(t, s.Do("phone", func(f *pedigree.Family) error {
		f.Patients[0].Phone = "01632 960 999"
		return nil
	}))
	if outOfDate() {
		t.Error("a drag of a symbol or a telephone number makes the letter out of date")
	}
	must(t, s.Do("age", func(f *pedigree.Family) error {
		f.Individual(judith).Diagnoses[0].Age = pedigree.ExactYear(30)
		return nil
	}))
	if !outOfDate() {
		t.Error("an age at diagnosis has changed, and the letter is not out of date")
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if outOfDate() {
		t.Error("the age is as it was, and the letter is out of date")
	}
}

func TestEditsOfADraftStandInTheLetter(t *testing.T) {
	s, id := draft(t, newClinicIn(t, t.TempDir()))
	before, err := s.Preview(id)
	must(t, err)
	var key string
	for _, block := range before.Document.Blocks {
		if p, ok := block.(letter.Paragraph); ok && p.Key != "" {
			key = p.Key
		}
	}
	must(t, s.EditLetter(id, key, "Please telephone us."))
	after, err := s.Preview(id)
	must(t, err)
	if !strings.Contains(after.Document.Text(), "Please telephone us.") || bytes.Equal(before.PDF, after.PDF) {
		t.Error("the edit does not stand in the letter")
	}
	must(t, s.EditLetter(id, key, ""))
	if again, err := s.Preview(id); err != nil || !bytes.Equal(again.PDF, before.PDF) {
		t.Errorf("the template's words do not come back: %v", err)
	}
	if pages, err := s.Pages(after); err != nil || len(pages) == 0 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	if err := s.EditLetter("no such letter", key, "x"); err == nil {
		t.Error("a letter that is not there is edited")
	}
}

func TestEvaluationMarkGoesOnlyWithACompleteApproval(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, id := draft(t, c)
	must(t, s.Do("a real family", func(f *pedigree.Family) error {
		f.Sample = false
		return nil
	}))
	whole := approv
	missing := func(change func(*Approval)) *Approval {
		a := whole
		change(&a)
		return &a
	}
	for name, want := range map[string]struct {
		approval *Approval
		mark     bool
	}{
		"none":         {nil, true},
		"no name":      {missing(func(a *Approval) { a.Name = "" }), true},
		"no role":      {missing(func(a *Approval) { a.Role = "" }), true},
		"no day":       {missing(func(a *Approval) { a.On = "" }), true},
		"no reference": {missing(func(a *Approval) { a.Reference = "" }), true},
		"complete":     {&whole, false},
	} {
		must(t, c.PutSettings(Settings{Author: author, Approval: want.approval}))
		preview, err := s.Preview(id)
		must(t, err)
		if got := slices.Contains(preview.Document.Stamps, letter.EvaluationMark); got != want.mark {
			t.Errorf("approval %s: the letter's mark is %v", name, got)
		}
		if got := slices.Contains(s.Stamps(), letter.EvaluationMark); got != want.mark {
			t.Errorf("approval %s: the drawing's mark is %v", name, got)
		}
	}
	must(t, c.PutSettings(Settings{Author: author, Sample: true}))
	if preview, err := s.Preview(id); err != nil || !slices.Contains(preview.Document.Stamps, letter.SampleMark) {
		t.Errorf("a letter of the sample clinic carries no mark: %v", err)
	}
}

func TestLetterNumbersAreNeverGivenTwice(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s, first := draft(t, c)
	settings, err := c.Settings()
	must(t, err)
	second, err := s.BeginLetter(s.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	must(t, c.PutSettings(settings)) // a settings page that was open meanwhile
	must(t, s.Flush())
	must(t, c.Close())
	again := openFamily(t, reopen(t, dir), s.ID())
	third, err := again.BeginLetter(again.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	numbers := map[string]bool{}
	for _, id := range []string{first, second, third} {
		numbers[letterOf(t, again, id).Number] = true
	}
	if len(numbers) != 3 {
		t.Errorf("three letters have the numbers %v", numbers)
	}
}

func TestOpeningPrintingExportingAndSigningAreAudited(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, id := draft(t, c)
	_ = s.Sign(id, []byte("wrong"))
	must(t, s.Sign(id, secret))
	must(t, s.Printed(id))
	must(t, s.Exported("json"))
	log, err := c.store.AuditLog()
	must(t, err)
	var got []string
	for _, e := range log {
		got = append(got, e.What)
		if e.What != "unlock" && (e.Who != author.Name || e.Role != author.Role || e.Family != s.ID() || e.When.IsZero()) {
			t.Errorf("the line of %s is %+v", e.What, e)
		}
	}
	want := []string{"unlock", "import", "read", "sign refused: wrong passphrase", "sign", "print", "export"}
	if !slices.Equal(got, want) {
		t.Errorf("the audit says %q, want %q", got, want)
	}
}

func TestALetterThatMustNotBeWrittenIsNotBegun(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, twoCousins)
	lucy := s.Family().PatientOf(called(t, s.Family(), "Lucy").ID)
	if _, err := s.BeginLetter(lucy.ID, letter.RiskSummary); !errors.Is(err, letter.ErrRefused) {
		t.Errorf("a risk letter to a patient who has had the cancer: %v", err)
	}
	if _, err := s.BeginLetter("nobody", letter.RiskSummary); err == nil {
		t.Error("a letter to nobody is begun")
	}
	if n := len(s.Letters()); n != 0 {
		t.Errorf("%d letters were begun", n)
	}
	if _, err := c.OpenFamily(record.NewFamilyID()); err == nil {
		t.Error("a family that is not there opens")
	}
}

func TestALetterIsHeldBackWhileAnotherFamilysPatientHasTheSameNHSNumber(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	first := openSample(t, c, breastOnly)
	second := openSample(t, c, twoCousins)
	must(t, second.Do("copy a number", func(f *pedigree.Family) error {
		f.Patients[0].NHSNumber = first.Family().Patients[0].NHSNumber
		return nil
	}))
	must(t, second.Flush())
	id, err := first.BeginLetter(first.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	preview, err := first.Preview(id)
	must(t, err)
	if gate := letter.Gated(preview.Checks); !strings.Contains(gate, "NHS number") || !strings.Contains(gate, second.Family().Name) {
		t.Errorf("the gate says %q", gate)
	}
	if err := first.Sign(id, secret); err == nil {
		t.Error("it was signed all the same")
	}
}

func TestADraftSaysThatTheFamilyHasChangedSinceItWasBegun(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, breastOnly)
	id, err := s.BeginLetter(s.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	says := func() bool {
		preview, err := s.Preview(id)
		must(t, err)
		return slices.ContainsFunc(preview.Checks, func(c letter.Check) bool { return strings.Contains(c.Text, "changed since this draft") })
	}
	if says() {
		t.Error("nothing has changed yet")
	}
	must(t, s.Do("forget the aunt", func(f *pedigree.Family) error {
		for i := range f.Individuals {
			f.Individuals[i].Diagnoses = nil
		}
		return nil
	}))
	if !says() {
		t.Error("the draft must say that the family has changed")
	}
}
