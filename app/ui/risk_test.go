package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
)

// riskDesk has the risk of a family open, with every answer there.
func riskDesk(t *testing.T, family string) *desk {
	t.Helper()
	d := unlockedDesk(t)
	d.openFamilyNamed(family)
	d.ctrl(fyne.Key3)
	d.until("the models have answered whole", func() bool { return d.family.asked.shown.Whole })
	return d
}

func TestEnterOnAFactThatWouldChangeTheAnswerRecordsTheRequestAndUndoTakesItBack(t *testing.T) {
	d := riskDesk(t, "G10482")
	d.family.risk.FocusFacts(d.window.Canvas())
	waiting := func() (sent []clinic.Confirmation) {
		for _, c := range d.family.session.Confirmations() {
			if c.State == confirm.Sent {
				sent = append(sent, c)
			}
		}
		return sent
	}
	before := len(waiting())
	for range 20 { // down to the first that a report could settle
		d.key(fyne.KeyReturn)
		if d.shows("Request sent") {
			break
		}
		d.command(keymap.OpenRisk)
		d.family.risk.FocusFacts(d.window.Canvas())
		d.key(fyne.KeyDown)
	}
	if !d.shows("Sent to") {
		t.Fatalf("no form: %q", d.texts())
	}
	d.key(fyne.KeyReturn)
	if got := waiting(); len(got) != before+1 || got[0].Request.DueOn == "" {
		t.Fatalf("sent: %+v", got)
	}
	if !d.shows("Ctrl+Z takes it back") {
		t.Errorf("the status says %q", d.texts())
	}
	d.until("the row says so", func() bool { return d.shows("Request sent to") })
	d.ctrl(fyne.KeyZ)
	if got := waiting(); len(got) != before {
		t.Errorf("after undo: %+v", got)
	}
}

func TestTheRangesFollowInTheBackgroundAndAnOvertakenAnswerIsDropped(t *testing.T) {
	d := riskDesk(t, "G10481")
	var held []func()
	d.p.Background = func(work func()) { held = append(held, work) }
	edit := func(age int) {
		subject := d.family.subject()
		if err := d.family.session.Do("older mother", func(f *pedigree.Family) error {
			f.Individual(f.Individual(subject).Mother).Diagnoses[0].Age = pedigree.ExactYear(age)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		d.family.changed()
	}
	edit(58)
	first := held
	held = nil
	edit(61)
	for _, work := range append(held, first...) { // the older one comes back last
		work()
	}
	d.drain()
	if !d.shows("Mother: breast cancer at 61") || d.shows("Mother: breast cancer at 58") {
		t.Errorf("shown: %q", d.texts())
	}
	if d.family.asked.shown.Whole {
		t.Error("the ranges are there before they were worked out")
	}
	for _, work := range held[1:] {
		work()
	}
	d.drain()
}

func TestARiskScreenShowsNothingThatIsConfidentialToAnotherPatient(t *testing.T) {
	d := riskDesk(t, "G10482")
	family := d.family.session.Family()
	for _, patient := range family.Patients {
		d.family.setPatient(patient)
		d.drain()
		if d.shows("cousins are not to know") {
			t.Errorf("%s's risk shows what was told in confidence", patient.GivenName)
		}
		for _, other := range family.Patients {
			if other.ID != patient.ID && d.shows(other.NHSNumber.Words()) {
				t.Errorf("%s's risk shows the NHS number of %s", patient.GivenName, other.GivenName)
			}
		}
	}
}

func TestTheTimeSaidIsThatOfTheAnswersThatAreShown(t *testing.T) {
	d := riskDesk(t, "G10481")
	var held []func()
	d.p.Background = func(work func()) { held = append(held, work) }
	d.family.assess()
	held[0]()
	d.drain()
	quick := d.family.asked.shown
	if quick.Whole || quick.Took == 0 {
		t.Fatalf("without the ranges: %v in %v", quick.Whole, quick.Took)
	}
	d.family.asked.shown.Took = time.Hour
	for _, work := range held[1:] {
		work()
	}
	d.drain()
	if whole := d.family.asked.shown; !whole.Whole || whole.Took == 0 || whole.Took == time.Hour {
		t.Errorf("with the ranges the time is still that of the answers before: %v", whole.Took)
	}
}

func TestOfWhatIsCopiedIntoTheRecordOnlyAnswersAreCountedAsSuch(t *testing.T) {
	answers := []risk.Assessment{{Status: risk.OK}, {Status: risk.CannotTell}, {Status: risk.NotApplicable}}
	if got := copiedWords(answers); got != "2 answers copied into the record with the models' versions, and why 1 model is not suitable." {
		t.Error(got)
	}
	if got := copiedWords(answers[:1]); got != "1 answer copied into the record with the models' versions." {
		t.Error(got)
	}
}

func TestLettersWorkOnTheButtonsOfTheCardsBelow(t *testing.T) {
	d := riskDesk(t, "G10482")
	buttons := 0
	for range 40 {
		d.window.Canvas().FocusNext()
		button, ok := d.window.Canvas().Focused().(*theme.Button)
		if !ok || button.Words != "Copy a result" && button.Words != "Compare" && button.Words != "Table for a spreadsheet" {
			continue
		}
		buttons++
		button.TypedRune('w')
		if !d.shows("Suppose it") {
			t.Errorf("on %q W supposes nothing", button.Words)
		}
		d.key(fyne.KeyEscape)
		d.window.Canvas().Focus(button)
	}
	if buttons < 3 {
		t.Errorf("Tab reaches %d of the buttons", buttons)
	}
}

func TestTheHeaderOfAFamilyOfSeveralPatientsFitsANarrowWindowWithoutCuttingAnIdentifier(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	if least := d.family.head.content.MinSize().Width; least > 860 {
		t.Errorf("the header asks for %v", least)
	}
	d.window.Resize(fyne.NewSize(1140, 780))
	d.drain()
	if least := d.window.Content().MinSize().Width; least > 1140 {
		t.Errorf("the window asks for %v", least)
	}
	head := d.family.head
	for _, o := range []fyne.CanvasObject{head.who, head.needs, head.other, head.title, head.confirm} {
		if o.Size().Width < o.MinSize().Width || o.Position().X+o.Size().Width > head.room()+0.5 {
			t.Errorf("%v wide at %v of %v, needs %v", o.Size().Width, o.Position(), head.room(), o.MinSize().Width)
		}
	}
	if head.other.Position().Y <= head.who.Position().Y {
		t.Errorf("F6 stands at %v beside the identifiers at %v", head.other.Position(), head.who.Position())
	}
}
