package ui

import (
	"fmt"
	"time"

	"kindred/app/ui/keymap"
	"kindred/app/ui/riskview"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/risk"
)

// asked is what the models were asked last.
type asked struct {
	run   int            // counts what was asked: an answer that was overtaken is dropped
	shown riskview.Shown // what the newest answers are shown as
	whole bool           // the joint ranges are there, or are being worked out
}

// newRisk is the risk tab.
func (f *familyScreen) newRisk() *riskview.Screen {
	f.panels = f.newRiskPanels()
	return riskview.NewScreen(riskview.Params{
		Ask: f.askForFact,
		GoTo: func(id pedigree.ID) {
			f.open(keymap.OpenPedigree)
			f.pedigree.Select(id)
		},
		Leave: f.leaveRisk, Other: f.riskCommand, Panels: f.panels.Objects(),
	})
}

// assess asks the models in the background, and the newest request wins: first without the joint ranges
// of vague facts, so that the answers follow an edit at once, and then with them where they are seen.
func (f *familyScreen) assess() {
	f.asked.run++
	f.asked.whole = false
	run, subject := f.asked.run, f.subject()
	f.shell.p.Background(func() {
		began := time.Now()
		answers := f.session.AssessQuick(subject)
		took := time.Since(began)
		kept, requests := f.kept(subject), riskview.RequestsFor(answers, f.session.RequestFor)
		f.shell.p.Run(func() {
			if run != f.asked.run {
				return
			}
			f.asked.shown = f.shownOf(subject, answers)
			f.asked.shown.Took, f.asked.shown.Kept, f.asked.shown.Requests = took, kept, requests
			f.showRisk()
			f.showPanels()
			if f.shown == keymap.OpenRisk || !f.riskCard.Folded() {
				f.wholeRisk()
			}
		})
	})
}

// wholeRisk works the joint ranges out in the background, unless they are there or on their way.
func (f *familyScreen) wholeRisk() {
	if f.asked.whole || f.asked.shown.Called == nil {
		return
	}
	f.asked.whole = true
	run, subject := f.asked.run, f.subject()
	f.shell.p.Background(func() {
		began := time.Now()
		answers := f.session.Assess(subject)
		took := time.Since(began)
		f.shell.p.Run(func() {
			if run == f.asked.run {
				f.asked.shown.Answers, f.asked.shown.Whole, f.asked.shown.Took = answers, true, took
				f.showRisk()
			}
		})
	})
}

// shownOf is what the screens show of the answers about a person.
func (f *familyScreen) shownOf(subject pedigree.ID, answers []risk.Assessment) riskview.Shown {
	shown := riskview.Shown{Called: f.called}
	if p := f.session.Family().Individual(subject); p != nil {
		shown.Who, shown.Sex, shown.Gender, shown.Answers = p.Name, p.Sex, p.Gender, answers
		if p.Name == "" {
			shown.Who = "the patient"
		}
	}
	return shown
}

// showRisk shows the newest answers wherever they are seen.
func (f *familyScreen) showRisk() {
	f.riskCard.Set(f.asked.shown)
	if !f.panels.Supposing() {
		f.risk.Set(f.asked.shown)
	}
	f.history.Advise(f.asked.shown.Wanted())
}

// askForFact starts the request for a fact that would change an answer.
func (f *familyScreen) askForFact(c clinic.Confirmation) {
	f.confirms.AskFor(c, func() { f.risk.FocusFacts(f.shell.p.Window.Canvas()) }, func(to string) {
		f.status.say(fmt.Sprintf("Recorded: %s was asked for (%s). %s takes it back.", c.Words, to, keymap.LabelOf(keymap.Undo)))
	})
}

// kept says when the answers about a person were last copied into the record.
func (f *familyScreen) kept(subject pedigree.ID) string {
	run, outOfDate := f.session.LastRisk(subject)
	switch {
	case run == nil:
		return ""
	case outOfDate:
		return fmt.Sprintf("Copied on %s by %s. A fact that they rest on has changed since: they stay as they were, and these are new.", run.SavedOn.Prose(), run.SavedBy)
	}
	return fmt.Sprintf("Copied on %s by %s, with model versions. No fact that they rest on has changed since.", run.SavedOn.Prose(), run.SavedBy)
}

// copiedWords counts what was copied: the answers, and the models that were not made for this family.
func copiedWords(answers []risk.Assessment) string {
	unsuitable := 0
	for i := range answers {
		if answers[i].Status == risk.NotApplicable {
			unsuitable++
		}
	}
	words := describe.Counted(len(answers)-unsuitable, "answer", "answers") + " copied into the record with the models' versions"
	if unsuitable > 0 {
		words += ", and why " + describe.Counted(unsuitable, "model is", "models are") + " not suitable"
	}
	return words + "."
}

// keepRisk copies the answers into the record.
func (f *familyScreen) keepRisk() {
	if f.panels.Supposing() {
		f.status.warn("Nothing was copied: what is supposed is not kept. " + keymap.LabelOf(keymap.Leave) + " ends it.")
		return
	}
	subject := f.subject()
	f.shell.p.Background(func() {
		answers, err := f.session.SaveRisk(subject)
		f.shell.p.Run(func() {
			if err != nil {
				f.status.warn(explain(err))
				return
			}
			f.status.say(copiedWords(answers))
			f.assess()
		})
	})
}
