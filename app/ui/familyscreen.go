package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/letterview"
	"kindred/app/ui/pedigreeview"
	"kindred/app/ui/riskview"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// familyScreen is one open family: header with identifiers, tabs, the status bar, and the screens
// between them.
type familyScreen struct {
	shell    *Shell
	session  *clinic.Session
	settings clinic.Settings
	patient  pedigree.ID // the patient record in the header; "" for none

	content  fyne.CanvasObject
	title    *theme.Text
	who      *theme.Text
	needs    *theme.Text
	switcher *fyne.Container
	tabs     map[keymap.Command]*theme.Button
	tabRow   *fyne.Container
	private  *theme.Chip // PATIENT VIEW
	middle   *fyne.Container
	status   *statusBar

	pedigree *pedigreeview.View
	riskCard *riskview.Card
	risk     *riskview.Screen
	letters  *letterview.Screen
	shown    keymap.Command

	patientView bool
	assessing   int // counts assessments: one that was overtaken is dropped
}

func newFamilyScreen(s *Shell, session *clinic.Session, settings clinic.Settings) *familyScreen {
	f := &familyScreen{
		shell: s, session: session, settings: settings, tabs: map[keymap.Command]*theme.Button{},
		title: theme.NewTitle(""), who: theme.NewQuiet(""), needs: theme.NewBold(""), switcher: container.NewHBox(),
		private: theme.NewChip(theme.ToneWarn, "PATIENT VIEW · "+keymap.LabelOf(keymap.PatientView)+" ends it"),
		middle:  container.NewStack(), status: newStatusBar(),
	}
	f.needs.Ink = theme.InkWarn
	f.private.Hide()
	family := session.Family()
	if subject := family.Subject(); subject != nil {
		if p := family.PatientOf(subject.ID); p != nil {
			f.patient = p.ID
		}
	}
	if f.patient == "" && len(family.Patients) > 0 {
		f.patient = family.Patients[0].ID
	}
	f.riskCard = riskview.NewCard(func() { f.open(keymap.OpenRisk) })
	f.risk = riskview.NewScreen()
	f.letters = letterview.New(letterview.Params{
		Session: session, Window: s.p.Window, Print: s.printFile, Changed: s.retitle,
	})
	view, err := pedigreeview.New(pedigreeview.Params{
		Session: session, Style: f.style(), Side: f.riskCard,
		OnChanged: f.changed, OnStatus: f.status.say, OnCommand: s.command,
		OnSelected: func(pedigree.ID) { s.idle.touch(); f.saved() }, OnExport: f.export,
	})
	if err == nil {
		f.pedigree = view
	} else {
		f.status.say(err.Error())
	}
	session.OnChange(func() { fyne.Do(f.saved) })
	f.content = container.NewBorder(f.header(), f.status.content, nil, nil, f.middle)
	f.changed()
	return f
}

// style is how this family is drawn on the screen.
func (f *familyScreen) style() draw.Style {
	return draw.Style{Stamp: f.session.Stamps()}
}

func (f *familyScreen) header() fyne.CanvasObject {
	f.tabRow = theme.Row(6)
	for _, tab := range []struct {
		words   string
		command keymap.Command
	}{{"Pedigree", keymap.OpenPedigree}, {"Risk", keymap.OpenRisk}, {"Letters", keymap.OpenLetters}} {
		button := theme.NewButton(theme.Tab, tab.words, func() { f.open(tab.command) })
		f.tabs[tab.command] = button
		f.tabRow.Add(button)
	}
	rename := theme.NewButton(theme.Link, "Rename", f.rename)
	left := theme.Column(2, theme.Row(10, f.title, rename, f.private), theme.Row(10, f.who, f.needs, f.switcher))
	return theme.NewPanel(theme.SurfaceBar, fyne.NewSize(20, 8), theme.Ends(left, f.tabRow))
}

// leave lets go of the family; what was typed is durable or on its way.
func (f *familyScreen) leave() { f.session.OnChange(nil) }

// changed follows an edit: header, risk and status.
func (f *familyScreen) changed() {
	f.shell.idle.touch()
	f.heading()
	f.assess()
	f.saved()
}

// heading shows the reference and the patient with two identifiers and their needs.
func (f *familyScreen) heading() {
	family := f.session.Family()
	name := family.Name
	if name == "" {
		name = "without a reference"
	}
	title := "Family " + strings.TrimPrefix(name, "SAMPLE ")
	if family.Sample || f.settings.Sample {
		title += " · SAMPLE"
	}
	f.title.Set(title)
	f.switcher.RemoveAll()
	patient := family.Patient(f.patient)
	if patient == nil {
		f.who.Set("No patient yet: choose a person, Enter, Make patient")
		f.needs.Set("")
		return
	}
	born := patient.DateOfBirth.String()
	if patient.DateOfBirth.Date != "" {
		born = patient.DateOfBirth.Date.Clinical()
	}
	if born == "" {
		born = "Not known"
	}
	f.who.Set(fmt.Sprintf("%s · born %s · NHS %s", patient.FormalName(), born, patient.NHSNumber))
	var needs []string
	if patient.LetterFormat != "" && patient.LetterFormat != pedigree.FormatStandard {
		needs = append(needs, patient.LetterFormat)
	}
	if patient.Interpreter != "" {
		needs = append(needs, "interpreter: "+patient.Interpreter)
	}
	if patient.OtherNeeds != "" {
		needs = append(needs, patient.OtherNeeds)
	}
	f.needs.Set(strings.Join(needs, " · "))
	if len(family.Patients) > 1 && !f.patientView {
		f.switcher.Add(theme.NewButton(theme.Link, "Other patient", f.choosePatient))
	}
}

// choosePatient changes whom header, risk, letters and patient view are about.
func (f *familyScreen) choosePatient() {
	list := theme.Column(8)
	var d *dialog.CustomDialog
	for i := range f.session.Family().Patients {
		p := f.session.Family().Patients[i]
		list.Add(theme.NewButton(theme.Secondary, fmt.Sprintf("%s, born %s, NHS %s", p.FormalName(), p.DateOfBirth, p.NHSNumber), func() {
			d.Hide()
			f.patient = p.ID
			f.letters.Show(f.patient)
			f.changed()
			if f.pedigree != nil {
				f.pedigree.Select(p.Individual)
			}
		}))
	}
	d = dialog.NewCustom("Whose visit is it?", "Cancel", list, f.shell.p.Window)
	d.Show()
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

// assess asks the models in the background; the newest request wins.
func (f *familyScreen) assess() {
	f.assessing++
	run, subject := f.assessing, f.subject()
	go func() {
		answers := f.session.Assess(subject)
		fyne.Do(func() {
			if run != f.assessing {
				return
			}
			who := ""
			if p := f.session.Family().Individual(subject); p != nil {
				who = p.Name
				if who == "" {
					who = "the patient"
				}
			} else {
				answers = nil
			}
			f.riskCard.Set(who, answers)
			f.risk.Set(who, answers)
		})
	}()
}

// saved keeps the status bar true: "saved" only once it is durable.
func (f *familyScreen) saved() {
	family := f.session.Family()
	waiting, at, failed := f.session.Saved()
	people := fmt.Sprintf("%d people", len(family.Individuals))
	if f.pedigree != nil && f.pedigree.Generations() > 0 {
		people += fmt.Sprintf(" · %d generations", f.pedigree.Generations())
	}
	switch {
	case failed != nil:
		f.status.state(people, "NOT SAVED")
		f.status.say(failed.Error())
		if f.pedigree != nil {
			f.pedigree.Reload()
		}
	case waiting > 0:
		f.status.state(people, "saving...")
	case !at.IsZero():
		f.status.state(people, "saved "+at.Format("15:04:05"))
	default:
		f.status.state(people, "all saved")
	}
}

// open shows a tab.
func (f *familyScreen) open(tab keymap.Command) {
	if f.patientView && tab != keymap.OpenPedigree {
		f.status.say("The patient view shows the pedigree only. " + keymap.LabelOf(keymap.PatientView) + " ends it.")
		return
	}
	f.shown = tab
	for command, button := range f.tabs {
		button.SetSelected(command == tab)
	}
	var screen fyne.CanvasObject
	switch tab {
	case keymap.OpenRisk:
		screen = f.risk.Content
		f.status.hints(nil)
	case keymap.OpenLetters:
		f.letters.Show(f.patient)
		screen = f.letters.Content
		f.status.hints(nil)
	default:
		if f.pedigree == nil {
			return
		}
		screen = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), f.pedigree.Content())
		f.status.hints(f.pedigree.Hints())
	}
	f.middle.Objects = []fyne.CanvasObject{screen}
	f.middle.Refresh()
	if tab == keymap.OpenPedigree {
		f.pedigree.Focus()
	} else {
		f.shell.p.Window.Canvas().Unfocus()
	}
}

// command carries out a window command on this family.
func (f *familyScreen) command(c keymap.Command) {
	switch c {
	case keymap.OpenPedigree, keymap.OpenRisk, keymap.OpenLetters:
		f.open(c)
	case keymap.Undo:
		f.again(f.session.Undo, "Undone")
	case keymap.Redo:
		f.again(f.session.Redo, "Done again")
	case keymap.PatientView:
		f.togglePatientView()
	default:
		if f.pedigree != nil && f.shown == keymap.OpenPedigree {
			f.pedigree.Command(c)
		}
	}
}

// again runs undo or redo.
func (f *familyScreen) again(run func() (string, error), words string) {
	if f.patientView {
		return
	}
	reason, err := run()
	switch {
	case err != nil:
		f.status.say(err.Error())
	case reason != "":
		f.status.say(words + ": " + reason)
	}
	f.pedigree.Reload()
	if f.shown == keymap.OpenLetters {
		f.letters.Reload()
	}
	f.changed()
}

func (f *familyScreen) typedKey(k *fyne.KeyEvent) {
	if f.shown == keymap.OpenPedigree && f.pedigree != nil {
		f.pedigree.Focus()
	}
}

// togglePatientView hides everything that is not for this patient's eyes: risk, the list of
// families, confidential and disputed facts, and all counts.
func (f *familyScreen) togglePatientView() {
	f.patientView = !f.patientView
	f.open(keymap.OpenPedigree)
	f.pedigree.SetPatientView(f.patientView, f.patient)
	if f.patientView {
		f.private.Show()
		f.tabRow.Hide()
		f.shell.hideNavigation(true)
		f.status.hidden(true)
		f.shell.p.Window.SetTitle("Kindred")
	} else {
		f.private.Hide()
		f.tabRow.Show()
		f.shell.hideNavigation(false)
		f.status.hidden(false)
		f.shell.retitle()
	}
	f.heading()
	f.saved()
	f.pedigree.Focus()
}

// rename gives the family its reference.
func (f *familyScreen) rename() {
	entry := widget.NewEntry()
	entry.SetText(f.session.Family().Name)
	var d *dialog.ConfirmDialog
	keep := func() {
		name := strings.TrimSpace(entry.Text)
		if err := f.session.Do("rename the family", func(family *pedigree.Family) error {
			family.Name = name
			return nil
		}); err != nil {
			f.status.say(err.Error())
		}
		f.changed()
	}
	d = dialog.NewCustomConfirm("The family's reference", "Keep", "Cancel", entry, func(ok bool) {
		if ok {
			keep()
		}
	}, f.shell.p.Window)
	entry.OnSubmitted = func(string) { d.Hide(); keep() }
	d.Resize(fyne.NewSize(420, 160))
	d.Show()
	f.shell.p.Window.Canvas().Focus(entry)
}
