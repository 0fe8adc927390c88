package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// header is the family's reference, the patient with two identifiers and their needs, what is to be
// settled, and the tabs.
type header struct {
	family  *familyScreen
	content fyne.CanvasObject

	title   *theme.Text
	rename  *theme.Button
	private *theme.Chip // PATIENT VIEW
	settle  *theme.Chip // facts in conflict
	decide  *theme.Button
	confirm *theme.Button
	who     *theme.Text
	needs   *theme.Text
	other   *theme.Button
	tabs    map[keymap.Command]*theme.Button
	tabRow  *fyne.Container
}

func newHeader(f *familyScreen) *header {
	h := &header{
		family: f, tabs: map[keymap.Command]*theme.Button{}, tabRow: theme.Row(6),
		title: theme.NewTitle(""), who: theme.NewQuiet(""), needs: theme.NewBold(""),
		private: theme.NewChip(theme.ToneWarn, "PATIENT VIEW · "+keymap.LabelOf(keymap.PatientView)+" ends it"),
		settle:  theme.NewChip(theme.ToneWarn, ""),
		rename:  theme.NewButton(theme.Link, "Rename", f.rename),
		decide:  theme.NewButton(theme.Link, "Settle · "+keymap.LabelOf(keymap.Settle), f.showReviews),
		confirm: theme.NewButton(theme.Link, "Confirmations · "+keymap.LabelOf(keymap.Confirmations), func() { f.open(keymap.Confirmations) }),
		other:   theme.NewButton(theme.Link, "Other patient · "+keymap.LabelOf(keymap.OtherPatient), f.choosePatient),
	}
	h.needs.Ink = theme.InkWarn
	for _, tab := range []struct {
		words   string
		command keymap.Command
	}{{"Pedigree", keymap.OpenPedigree}, {"History", keymap.OpenHistory}, {"Risk", keymap.OpenRisk}, {"Letters", keymap.OpenLetters}, {"Timeline", keymap.OpenTimeline}} {
		button := theme.NewButton(theme.Tab, tab.words, func() { f.open(tab.command) })
		h.tabs[tab.command] = button
		h.tabRow.Add(button)
	}
	for _, b := range []*theme.Button{h.rename, h.decide, h.confirm, h.other} {
		b.OnEscape = func() { f.open(keymap.OpenPedigree) }
	}
	left := theme.Column(2, theme.Flow(10, h.room, h.title, h.rename, h.confirm, h.private, h.settle, h.decide), theme.Flow(10, h.room, h.who, h.needs, h.other))
	h.content = theme.NewPanel(theme.SurfaceBar, fyne.NewSize(headerInset, 8), theme.Ends(left, h.tabRow))
	return h
}

// room is what the tabs leave to the family and the patient, in device-independent pixels; 0 while the window has
// no size yet. Identifiers are never cut: what does not fit beside them goes under them.
func (h *header) room() float32 {
	room := h.family.shell.body.Size().Width - 2*headerInset - 8
	if h.tabRow.Visible() {
		room -= h.tabRow.MinSize().Width
	}
	return max(0, room)
}

// headerInset is the room beside the header's words.
const headerInset = 20

// mark shows which tab is open.
func (h *header) mark(tab keymap.Command) {
	for command, button := range h.tabs {
		button.SetSelected(command == tab)
	}
}

// show follows the record. In the patient view it names this patient and counts nothing.
func (h *header) show() {
	f := h.family
	family := f.session.Family()
	name := strings.TrimSpace(strings.TrimPrefix(family.Name, "SAMPLE "))
	title := "Family " + name
	h.rename.SetWords("Rename")
	if name == "" {
		title = "New family"
		h.rename.SetWords("Give it a reference · " + keymap.LabelOf(keymap.Rename))
	}
	if family.Sample || f.settings.Sample {
		title += " · SAMPLE"
	}
	h.title.Set(title)
	open := len(f.session.Reviews())
	h.settle.Set(theme.ToneWarn, describe.Counted(open, "fact", "facts")+" to settle")
	setShown(h.private, f.patientView)
	setShown(h.rename, !f.patientView)
	setShown(h.confirm, !f.patientView)
	setShown(h.tabRow, !f.patientView)
	setShown(h.settle, !f.patientView && open > 0)
	setShown(h.decide, !f.patientView && open > 0)
	setShown(h.other, !f.patientView && len(family.Patients) > 1)
	patient := family.Patient(f.patient)
	switch {
	case patient == nil:
		h.who.Set("No patient yet: choose a person, Enter, Make patient")
		h.needs.Set("")
	case patient.GivenName == "" && patient.FamilyName == "":
		h.who.Set("The patient is not named yet: type self and the name in the line, or Enter on the pedigree")
		h.needs.Set(strings.Join(needsOf(*patient), " · "))
	default:
		h.who.Set(fmt.Sprintf("%s · born %s · %s", patient.FormalName(), birthday(*patient), patient.NHSNumber.Words()))
		h.needs.Set(strings.Join(needsOf(*patient), " · "))
	}
	h.content.Refresh()
}

// birthday is the day of birth as clinics write it, or what is known of it.
func birthday(p pedigree.Patient) string {
	if p.DateOfBirth.Date != "" {
		return p.DateOfBirth.Date.Clinical()
	}
	if words := p.DateOfBirth.String(); words != "" {
		return words
	}
	return "not known"
}

// needsOf are the patient's support needs, as the header shows them in amber.
func needsOf(p pedigree.Patient) []string {
	var needs []string
	if p.LetterFormat != "" && p.LetterFormat != pedigree.FormatStandard {
		needs = append(needs, p.LetterFormat)
	}
	if p.Interpreter != "" {
		needs = append(needs, "interpreter: "+p.Interpreter)
	}
	if p.OtherNeeds != "" {
		needs = append(needs, p.OtherNeeds)
	}
	return needs
}

func setShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// choosePatient asks whose visit it is, where the family has several patients.
func (f *familyScreen) choosePatient() {
	patients := f.session.Family().Patients
	if len(patients) < 2 {
		return
	}
	list := theme.Column(8)
	d := theme.NewDialog(f.shell.p.Window, "Whose visit is it?", "Cancel", list)
	var current *theme.Button
	for _, p := range patients {
		button := theme.NewButton(theme.Secondary, fmt.Sprintf("%s, born %s, %s", p.FormalName(), birthday(p), p.NHSNumber.Words()), func() {
			d.Hide()
			f.setPatient(p)
		})
		button.OnEscape = d.Hide
		list.Add(button)
		if current == nil || p.ID != f.patient {
			current = button // Enter takes the other one
		}
	}
	d.Show()
	f.shell.p.Window.Canvas().Focus(current)
}

// rename gives the family its reference.
func (f *familyScreen) rename() {
	entry := theme.NewEntry("The service's reference, such as G10492")
	entry.SetText(f.session.Family().Name)
	d := theme.NewQuestion(f.shell.p.Window, "The family's reference", "Keep", "Cancel", entry, func(keep bool) {
		if !keep {
			return
		}
		name := strings.TrimSpace(entry.Text)
		if err := f.session.Do("rename the family", func(family *pedigree.Family) error {
			family.Name = name
			return nil
		}); err != nil {
			f.status.warn(explain(err))
		}
		f.pedigree.Reload()
		f.changed()
	})
	entry.OnSubmitted = func(string) { d.Confirm() }
	entry.OnEscape = d.Hide
	d.Resize(fyne.NewSize(420, 160))
	d.Show()
	f.shell.p.Window.Canvas().Focus(entry)
}
