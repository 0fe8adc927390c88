package pedigreeview

import (
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/entry"
)

// sentLine is a line that was entered and is on its way to the disk.
type sentLine struct{ typedLine }

// enter makes the family what the line says. The text goes only once that is durable, but the next line
// can be typed at once. With follow the line is then about whom it entered.
func (e *entryLine) enter(follow bool) {
	v, f := e.view, e.view.p.Session.Family()
	line := typedLine{e.field.Text, e.subject()}
	said := entry.Parse(line.text, f, line.subject)
	sent := &sentLine{line}
	e.sent = append(e.sent, sent)
	var applied entry.Applied
	err := v.p.Session.DoThen(said.Reason, func(f *pedigree.Family) (err error) {
		applied, err = said.Apply(f, pedigree.Provenance{}, v.p.Session.NewID) // the session knows who tells it
		if p := f.Individual(applied.Entered); err == nil && p != nil {
			namePatient(f, p)
		}
		return err
	}, func(err error) { v.p.Run(func() { e.settled(sent, err) }) })
	if err != nil {
		e.forget(sent)
		e.trouble = describe.Capital(err.Error())
		e.refresh()
		return
	}
	e.past = append(e.past, line)
	e.recalled = len(e.past)
	e.turn, e.asking, e.said = turn{}, false, nil
	e.run++ // a trial that is being drawn comes too late; the ghosts stay until the people take their place
	e.resting = true
	v.trail.did(said.Reason, line.subject)
	if applied.Entered != line.subject {
		v.newest, e.newest = applied.Entered, applied.Entered
		if follow && applied.Entered != "" {
			e.before = append(e.before, line.subject)
			v.wanted = applied.Entered
		}
	}
	v.changed()
	e.refresh()
}

// settled hears what became of a line: durable, or taken back.
func (e *entryLine) settled(sent *sentLine, err error) {
	newest := len(e.sent) > 0 && e.sent[len(e.sent)-1] == sent
	e.forget(sent)
	switch {
	case err != nil:
		e.returned = append(e.returned, sent.typedLine)
		e.offer("Not saved: " + err.Error() + ".")
	case newest && e.resting:
		e.put("")
		e.offer("Not saved before.")
	}
}

// offer puts a line that could not be saved back into the field, as soon as that is empty.
func (e *entryLine) offer(why string) {
	if len(e.returned) == 0 {
		return
	}
	if e.text() != "" {
		e.trouble = why + " The line comes back after this one."
		e.refresh()
		return
	}
	line := e.returned[0]
	e.returned = e.returned[1:]
	if e.view.p.Session.Family().Individual(line.subject) != nil {
		e.turnTo(line.subject)
	}
	e.put(line.text)
	e.trouble = why + " The line is back: Enter tries again."
	e.refresh()
}

// keep writes what is typed and not entered into the notes of whom it is about, before the family is
// closed: half a line is no fact yet, and it must not be lost either.
func (e *entryLine) keep() {
	lines := e.returned
	if text := e.text(); text != "" && !jumps(text) {
		lines = append(lines, typedLine{text, e.subject()})
	}
	e.returned = nil
	e.put("")
	if len(lines) == 0 {
		return
	}
	err := e.view.p.Session.Do("keep what was typed and not entered", func(f *pedigree.Family) error {
		for _, l := range lines {
			amend.KeepTyped(f, l.subject, l.text)
		}
		return nil
	})
	if err != nil {
		e.say(err.Error())
	}
}

func (e *entryLine) forget(sent *sentLine) {
	for i, s := range e.sent {
		if s == sent {
			e.sent = append(e.sent[:i:i], e.sent[i+1:]...)
			return
		}
	}
}
