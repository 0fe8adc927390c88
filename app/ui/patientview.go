package ui

import "kindred/app/ui/keymap"

// setPatientView hides everything that is not for this patient's eyes: risk, tabs, the list of
// families, other families' names, confidential and disputed facts, and all counts.
func (f *familyScreen) setPatientView(on bool) {
	f.patientView = on
	f.shell.giveUpReading() // what it would add is not for the patient's eyes
	f.open(keymap.OpenPedigree)
	f.pedigree.SetPatientView(on, f.patient)
	f.status.hidden(on)
	setShown(f.shell.bar, !on)
	f.head.show()
	f.saved()
	f.shell.retitle()
	f.shell.p.Window.Content().Refresh()
	f.pedigree.Focus()
}

// privateCommand is what a key does while the patient sees the screen: one key back, and nothing that
// would show more.
func (f *familyScreen) privateCommand(c keymap.Command) {
	switch c {
	case keymap.PatientView:
		f.setPatientView(false)
	case keymap.OpenPedigree:
		f.pedigree.Focus()
	default:
		f.status.say("The patient view shows the pedigree only. " + keymap.LabelOf(keymap.PatientView) + " ends it.")
	}
}
