package historyview

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/interview"
)

// formPage is the questionnaire mode: one relative after the other in the order of the talk, with the
// questions of the paper form. Each relative is one edit, kept when the last field or the relative is
// left; where it was stopped is found again by the sources of the facts.
type formPage struct {
	screen   *Screen
	panel    fyne.CanvasObject
	received *formField
	fields   [formFields]*formField
	who      *theme.Text
	progress *theme.Text
	sentence *theme.Message
	news     *theme.Message
	list     *fyne.Container

	rows   []pedigree.ID
	at     int
	day    pedigree.Date      // received on
	filled [formFields]string // what was recorded when the fields were filled
}

// The fields of the form, in their order.
const (
	formName = iota
	formBorn
	formAge
	formIllnesses
	formConfirmed
	formFields
)

var formLabels = [formFields][2]string{
	{"Name", ""},
	{"Year of birth", "1952, 1950s, 14/03/1984"},
	{"Alive or dead, age", "66, alive, d 58, d 50s"},
	{"Cancers and ages", "br 49, ov 60 · none · ?"},
	{"Confirmed by", "hospital letter; empty if only told"},
}

// listed is how many relatives stand in the list beside the form.
const listed = 22

func newFormPage(s *Screen) *formPage {
	p := &formPage{
		screen: s, who: theme.NewTitle(""), progress: theme.NewQuiet("").Cutting(), sentence: theme.NewMessage(620),
		news: theme.NewMessage(620), list: theme.Column(5),
	}
	p.day = s.history.Received()
	if p.day == "" {
		p.day = s.told().On
	}
	p.received = newFormField(p, 0, "day month year")
	p.received.next = func(by int) {
		if by > 0 && p.readDay() {
			p.goOn()
		}
	}
	p.received.SetText(p.day.Prose())
	rows := theme.Column(10, formRow("Received on", p.received), theme.NewRule(), p.who, p.sentence)
	for i := range p.fields {
		p.fields[i] = newFormField(p, i, formLabels[i][1])
		rows.Add(formRow(formLabels[i][0], p.fields[i]))
	}
	rows.Add(p.news)
	help := theme.Paragraph("Tab or Enter goes on, Shift+Tab back; after the last answer the next relative comes. ? is doesn't know, 0 or none is "+
		"asked and none, empty is not answered. Each relative is saved as you leave it; Esc stops, and Q goes on later where you stopped.", 620, theme.InkQuiet)
	left := theme.Column(14, theme.NewTitle("Returned questionnaire"), p.progress, rows, theme.NewRule(), help)
	p.panel = container.New(beside{width: 360}, theme.NewCard(container.NewVScroll(left)), theme.NewCard(p.list))
	p.reload()
	p.at = min(s.history.Resume(p.day), max(0, len(p.rows)-1))
	p.show()
	return p
}

func formRow(words string, field fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: inColumns{180, 430}, Objects: []fyne.CanvasObject{theme.NewText(words), field}}
}

func (p *formPage) content() fyne.CanvasObject { return p.panel }

func (p *formPage) hints() []keymap.Hint {
	return []keymap.Hint{{Key: "Tab", Words: "next answer"}, {Key: "Enter", Words: "next answer"}, {Key: "?", Words: "doesn't know"}, {Key: "0", Words: "none"}, {Key: "PgUp PgDn", Words: "other relative"}, {Key: "Esc", Words: "stop here"}}
}

// focus begins with the day where nothing was typed from this questionnaire yet.
func (p *formPage) focus() {
	if p.screen.history.Resume(p.day) == 0 {
		p.focusOn(p.received)
		return
	}
	p.focusOn(p.fields[formName])
}

func (p *formPage) focusOn(f *formField) { p.screen.focusOn(f) }

// reload follows the family after it was changed here or by undo. What is being typed stays.
func (p *formPage) reload() {
	person := p.person()
	p.rows = p.screen.history.FormRows()
	p.at = max(0, min(p.at, len(p.rows)-1))
	for i, id := range p.rows {
		if id == person {
			p.at = i
		}
	}
	if person == p.person() {
		p.showAgain()
	}
}

func (p *formPage) person() pedigree.ID {
	if p.at >= len(p.rows) {
		return ""
	}
	return p.rows[p.at]
}

// showAgain is show, but leaves alone the fields in which something else stands than was recorded.
func (p *formPage) showAgain() {
	before, typed := p.filled, p.texts()
	p.show()
	for i, text := range typed {
		if text != before[i] {
			p.fields[i].SetText(text)
		}
	}
}

// show fills the form with what is recorded of the relative.
func (p *formPage) show() {
	s, id := p.screen, p.person()
	done := s.history.Resume(p.day)
	words := fmt.Sprintf("%d of %d relatives done", done, len(p.rows))
	if done < len(p.rows) {
		words += "; next: " + s.called(s.history.Family, p.rows[done])
	}
	p.progress.Set(words)
	p.who.Set(describe.Capital(s.called(s.history.Family, id)))
	p.sentence.Set(theme.InkQuiet, describe.Person(s.history.Family, id, s.history.Subject))
	form := s.history.FormOf(id)
	p.filled = [formFields]string{form.Name, form.Born, form.Age, form.Illnesses, form.Confirmed}
	for i, text := range p.filled {
		p.fields[i].SetText(text)
		p.fields[i].CursorColumn = len([]rune(text))
	}
	p.news.Set(theme.InkWarn, "")
	p.showList(done)
}

// showList lists the relatives round the one shown.
func (p *formPage) showList(done int) {
	p.list.RemoveAll()
	p.list.Add(theme.NewHeading("In the order of the form"))
	from := max(0, min(p.at-listed/2, len(p.rows)-listed))
	for i := from; i < min(from+listed, len(p.rows)); i++ {
		words := describe.Capital(p.screen.called(p.screen.history.Family, p.rows[i]))
		name, state := theme.NewText(words), theme.NewSmall("")
		if i < done {
			name, state = theme.NewQuiet(words), theme.NewSmall("done")
		}
		if i == p.at {
			name, state = theme.NewBold(words), theme.NewSmall("now")
		}
		p.list.Add(theme.Ends(name.Cutting(), state))
	}
	p.panel.Refresh()
}

// texts are what stands in the fields.
func (p *formPage) texts() (texts [formFields]string) {
	for i, field := range p.fields {
		texts[i] = strings.TrimSpace(field.Text)
	}
	return texts
}

func (p *formPage) typed() interview.Form {
	t := p.texts()
	return interview.Form{Name: t[formName], Born: t[formBorn], Age: t[formAge], Illnesses: t[formIllnesses], Confirmed: t[formConfirmed]}
}

// keep writes the relative down, as one edit; false where something typed cannot be so.
func (p *formPage) keep() bool {
	s, id, typed := p.screen, p.person(), p.typed()
	if id == "" || typed == s.history.FormOf(id) {
		return true
	}
	told := s.told()
	told.ToldBy, told.On = interview.FromQuestionnaire, p.day
	h := s.history
	err := s.p.Session.Do("questionnaire: "+s.called(h.Family, id), func(f *pedigree.Family) error {
		return h.ApplyForm(f, id, typed, told, s.p.Session.NewID)
	})
	if err != nil {
		p.news.Set(theme.InkWarn, describe.Capital(err.Error()))
		p.panel.Refresh()
		return false
	}
	p.filled = p.texts() // it is recorded now, in whatever words
	s.changed()
	return true
}

func (p *formPage) commit() { p.keep() }

func (p *formPage) refused() (pedigree.ID, string) {
	id, words := p.person(), p.texts()
	if id == "" || p.typed() == p.screen.history.FormOf(id) {
		return "", ""
	}
	return id, strings.Join(slices.DeleteFunc(words[:], func(w string) bool { return w == "" }), ", ")
}

// goTo keeps the relative and shows another; past the last one the form is done.
func (p *formPage) goTo(at int) {
	if !p.keep() {
		return
	}
	if at >= len(p.rows) {
		p.screen.open(nil)
		p.screen.status("the questionnaire is typed: every relative was asked about")
		return
	}
	p.at = max(0, at)
	p.show()
	p.focusOn(p.fields[formName])
}

// goOn shows the relative after the last one typed from this questionnaire.
func (p *formPage) goOn() {
	p.at = min(p.screen.history.Resume(p.day), max(0, len(p.rows)-1))
	p.show()
	p.focusOn(p.fields[formName])
}

// readDay takes the day on which the form came back.
func (p *formPage) readDay() bool {
	day := pedigree.ParseFuzzy(p.received.Text).Date
	if day == "" {
		p.news.Set(theme.InkWarn, "The day on which the form came back is not yet one such as 20 Nov 2026.")
		p.panel.Refresh()
		return false
	}
	p.day = day
	return true
}

// step goes from a field by one: after the last to the next relative, before the first to the day.
func (p *formPage) step(field, by int) {
	switch next := field + by; {
	case next >= formFields:
		p.goTo(p.at + 1)
	case next < 0:
		p.focusOn(p.received)
	default:
		p.focusOn(p.fields[next])
	}
}

func (p *formPage) leave() {
	if p.keep() {
		p.screen.open(nil)
	}
}
