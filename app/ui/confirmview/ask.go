package confirmview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/describe"
)

const dialogWidth = 460

// askSent asks to whom a request was sent, when, and when the reply is due, which follows the day of the
// sending until it is said. Enter keeps what is suggested.
func (s *Screen) askSent(c clinic.Confirmation) {
	s.askTo(c, func() { s.p.Window.Canvas().Focus(s.keys) }, func(to string, sent, due pedigree.Date) {
		s.done(s.p.Session.SendRequest(c, to, sent, due))
	})
}

// AskFor asks the same from another screen: back gives that screen the keyboard again, and sent hears to
// whom the request went.
func (s *Screen) AskFor(c clinic.Confirmation, back func(), sent func(to string)) {
	s.askTo(c, back, func(to string, on, due pedigree.Date) {
		if err := s.p.Session.SendRequest(c, to, on, due); err != nil {
			s.p.Say(s.p.Explain(err))
			return
		}
		s.p.Changed()
		sent(to)
	})
}

func (s *Screen) askTo(c clinic.Confirmation, back func(), send func(to string, sent, due pedigree.Date)) {
	sent := s.p.Today()
	due := confirm.DueAfter(sent)
	to := theme.NewEntry("Hospital, registry or laboratory")
	to.SetText(c.Ask)
	reply := fields.NewDay(func(d pedigree.Date) { due = d })
	reply.Set(due)
	day := fields.NewDay(func(d pedigree.Date) {
		if due == confirm.DueAfter(sent) {
			due = confirm.DueAfter(d)
			reply.Set(due)
		}
		sent = d
	})
	day.Set(sent)
	d := s.question("Request sent", c, theme.Column(8, labelled("Sent to", to), labelled("On", day), labelled("Reply due", reply)), back, func() {
		send(to.Text, sent, due)
	})
	to.OnSubmitted = func(string) { d.Confirm() }
	to.OnEscape = d.Hide
	for _, f := range []*fields.Day{day, reply} {
		f.In(&fields.Host{Escape: d.Hide})
	}
	s.p.Window.Canvas().Focus(to)
}

// askAnswer asks what says so, and records the answer.
func (s *Screen) askAnswer(c clinic.Confirmation, outcome confirm.State) {
	titles := map[confirm.State]string{
		confirm.Confirmed: "Confirmed", confirm.Refuted: "Refuted: it counts in no number any more", confirm.NotFound: "No record found",
	}
	label := "By what"
	by := theme.NewEntry("Histology report, cancer registry ...")
	by.SetText(usualProof(c.Kind))
	if outcome == confirm.NotFound {
		label = "Note"
		by.SetText("")
		by.PlaceHolder = "What was looked for: notes destroyed ..."
	}
	d := s.question(titles[outcome], c, labelled(label, by), func() { s.p.Window.Canvas().Focus(s.keys) }, func() {
		s.done(s.p.Session.AnswerRequest(c, outcome, by.Text))
	})
	by.OnSubmitted = func(string) { d.Confirm() }
	by.OnEscape = d.Hide
	s.p.Window.Canvas().Focus(by)
}

// usualProof is what most often says so.
func usualProof(k confirm.Kind) string {
	switch k {
	case confirm.GeneTest:
		return "laboratory report"
	case confirm.Death:
		return "death certificate"
	}
	return "histology report"
}

// question is a dialog about one fact, which it names under its title.
func (s *Screen) question(title string, c clinic.Confirmation, content fyne.CanvasObject, back, kept func()) *theme.Dialog {
	about := theme.Paragraph(describe.Capital(c.Who)+": "+c.Words, dialogWidth-44, theme.InkText)
	d := theme.NewQuestion(s.p.Window, title, "Keep", "Cancel", theme.Column(12, about, content), func(keep bool) {
		back()
		if keep {
			kept()
		}
	})
	d.Resize(fyne.NewSize(dialogWidth, 0))
	d.Show()
	return d
}

func labelled(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return theme.Column(2, theme.NewQuiet(label), field)
}
