package ui

import (
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/confirmview"
	"kindred/app/ui/historyview"
	"kindred/app/ui/keymap"
	"kindred/app/ui/letterview"
	"kindred/app/ui/pedigreeview"
	"kindred/app/ui/printview"
	"kindred/app/ui/riskview"
	"kindred/app/ui/timelineview"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/layout"
)

// familyScreen is one open family: header with identifiers, tabs, the status bar, and the screens
// between them.
type familyScreen struct {
	shell    *Shell
	session  *clinic.Session
	settings clinic.Settings
	patient  pedigree.ID // the patient record in the header; "" for none

	content fyne.CanvasObject
	head    *header
	middle  *fyne.Container
	status  *statusBar

	pedigree *pedigreeview.View
	history  *historyview.Screen
	riskCard *riskview.Card
	risk     *riskview.Screen
	letters  *letterview.Screen
	preview  *printview.Screen
	timeline *timelineview.Screen
	confirms *confirmview.Screen
	shown    keymap.Command // the tab, or Print for the preview

	patientView bool
	asked       asked // of the models
	panels      *riskview.Panels
}

func newFamilyScreen(s *Shell, session *clinic.Session, settings clinic.Settings) (*familyScreen, error) {
	f := &familyScreen{shell: s, session: session, settings: settings, middle: container.NewStack(), patient: firstPatient(session.Family())}
	f.status = newStatusBar(func() float32 { return s.body.Size().Width }, s.p.Later)
	f.head = newHeader(f)
	f.riskCard = riskview.NewCard(func() { f.open(keymap.OpenRisk) }, f.wholeRisk)
	f.risk = f.newRisk()
	f.letters = letterview.New(letterview.Params{
		Session: session, Window: s.p.Window, Print: s.printFile, Changed: s.retitle, Background: s.p.Background,
		Leave: func() { f.open(keymap.OpenPedigree) },
	})
	f.preview = printview.New(printview.Params{
		Session: session, Layout: func() *layout.Layout { return f.pedigree.Layout() }, Print: s.printFile, Save: f.saveFile,
		Leave: func() { f.open(keymap.OpenPedigree) }, Touched: s.idle.touch, Background: s.p.Background, Run: s.p.Run,
	})
	f.history = f.newHistory()
	f.timeline = f.newTimeline()
	f.confirms = f.newConfirmations()
	view, err := pedigreeview.New(pedigreeview.Params{
		Session: session, Style: session.Style(), Side: f.riskCard.Panel, Run: s.p.Run,
		Disputed:         func() []pedigreeview.Disputed { return disputed(session.Reviews()) },
		StrictBirthOrder: settings.Drawing.StrictBirthOrder, ReduceMotion: settings.Drawing.ReduceMotion,
		OnChanged: f.changed, OnStatus: f.status.say, OnCommand: s.command,
		OnSelected: func(pedigree.ID) { s.idle.touch(); f.saved() }, OnExport: f.export,
		OnPrint: func() { s.command(keymap.Print) },
		OnHints: func(hints []keymap.Hint) {
			if f.shown == keymap.OpenPedigree { // the canvas also loses the keyboard when another screen is opened
				f.status.work(hints)
			}
		},
	})
	if err != nil {
		return nil, err
	}
	f.pedigree = view
	session.OnChange(f.saveChanged())
	f.content = container.NewBorder(f.head.content, f.status.content, nil, nil, f.middle)
	f.changed()
	return f, nil
}

// firstPatient is the patient whose visit it most likely is: the consultand or proband, else the first.
func firstPatient(family *pedigree.Family) pedigree.ID {
	if subject := family.Subject(); subject != nil {
		if p := family.PatientOf(subject.ID); p != nil {
			return p.ID
		}
	}
	if len(family.Patients) > 0 {
		return family.Patients[0].ID
	}
	return ""
}

// leave keeps what is being typed and lets go of the family.
func (f *familyScreen) leave() {
	f.pedigree.Leave()
	f.history.Leave()
	f.preview.Leave()
	f.timeline.Leave()
	f.confirms.Leave()
	f.session.OnChange(nil)
}

// changed follows an edit: header, risk and status.
func (f *familyScreen) changed() {
	f.shell.idle.touch()
	if f.session.Family().Patient(f.patient) == nil {
		f.patient = firstPatient(f.session.Family())
	}
	f.head.show()
	f.assess()
	f.saved()
}

// showConfirmations lists what could be confirmed, and what that would change about the patient.
func (f *familyScreen) showConfirmations() {
	subject := f.subject()
	f.confirms.Show(subject, f.called(subject))
}

// setPatient changes whom header, risk, letters and patient view are about.
func (f *familyScreen) setPatient(p pedigree.Patient) {
	f.patient = p.ID
	switch f.shown {
	case keymap.OpenLetters:
		f.letters.Show(f.patient)
	case keymap.Print:
		f.preview.Show(f.patient)
	case keymap.Confirmations:
		f.showConfirmations()
	case keymap.OpenHistory:
		f.history.Reload()
	}
	f.changed()
	f.pedigree.Select(p.Individual)
}

// subject is whom risk and letters are about: the patient, else the consultand or proband.
func (f *familyScreen) subject() pedigree.ID {
	family := f.session.Family()
	if p := family.Patient(f.patient); p != nil {
		return p.Individual
	}
	if s := family.Subject(); s != nil {
		return s.ID
	}
	return ""
}

// called is how a person is named in a sentence: the name, else how they are related to the subject.
func (f *familyScreen) called(id pedigree.ID) string {
	family := f.session.Family()
	p := family.Individual(id)
	if p == nil {
		return ""
	}
	if p.Name != "" {
		return p.Name
	}
	if r := family.Relationship(f.subject(), id); r.Words != "" && r.Words != "self" {
		return describe.Capital(r.Words)
	}
	return describe.Capital(family.Called(id))
}

// saveChanged is what an edit calls when it is queued and again when it is durable, on any goroutine:
// the status bar follows once, however many of them the UI thread finds waiting.
func (f *familyScreen) saveChanged() func() {
	var waits atomic.Bool
	return func() {
		if waits.CompareAndSwap(false, true) {
			f.shell.p.Run(func() {
				waits.Store(false)
				f.saved()
			})
		}
	}
}

// saved keeps the status bar true: "saved" only once it is durable.
func (f *familyScreen) saved() {
	waiting, at, failed := f.session.Saved()
	people := describe.Counted(len(f.session.Family().Individuals), "person", "people")
	if generations := f.pedigree.Generations(); generations > 0 {
		people += " · " + describe.Counted(generations, "generation", "generations")
	}
	switch {
	case failed != nil:
		f.status.state(people, "NOT SAVED")
		f.status.warn(explain(failed))
		f.pedigree.Reload()
	case waiting > 0:
		f.status.state(people, "saving...")
	case !at.IsZero():
		f.status.state(people, "saved "+at.Format("15:04:05"))
	default:
		f.status.state(people, "all saved")
	}
}
