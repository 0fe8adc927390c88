package pedigreeview

import (
	"strconv"
	"strings"

	"kindred/pedigree/entry"
)

// saying is what stands in and under the entry line beside what is typed.
type saying struct {
	subject string // whom the line is about
	hint    string // an example, while nothing is typed

	sentence string // what the line means
	asks     bool   // it leaves something open: the sentence is amber, else green
	waits    bool   // it is entered and not saved yet: the sentence is quiet

	marks    []entry.Span // what was not understood, in bytes of the text
	warning  string       // about that, or about what went wrong with the line before
	question string
	choices  []entry.Choice
	at       int    // which of the choices is shown in the field, -1 for none
	keep     string // what Enter does while it waits for an answer; "" while it does not
	counts   string // "mother's side: 3 breast, 1 ovary"
}

// read takes over what a statement says.
func (s *saying) read(st *entry.Statement) {
	s.sentence = st.Sentence
	if !strings.Contains(st.Sentence, st.Side) { // "side not known" may be said already
		s.sentence += " · " + st.Side
	}
	s.asks = len(st.Asks)+len(st.Trouble)+len(st.Notes) > 0
	for _, t := range st.Trouble {
		s.marks = append(s.marks, t.Span)
	}
	switch {
	case s.warning != "":
	case len(st.Trouble) > 0:
		s.warning = st.Trouble[0].Words
	case len(st.Notes) > 0 && len(st.Asks) == 0:
		s.warning = "Kept as a note: " + strings.Join(st.Notes, "; ")
	}
	if len(st.Asks) > 0 && len(s.choices) == 0 {
		s.question, s.choices, s.at = st.Asks[0].Words, st.Asks[0].Choices, -1
	}
}

// decide shows the answers while Enter waits for one.
func (s *saying) decide(ask entry.Ask) {
	s.question, s.choices, s.at = ask.Words, ask.Choices, -1
	s.keep = "leave it open"
}

// answers are the choices as they are shown, with their numbers.
func (s *saying) answers() []reply {
	var shown []reply
	for i, c := range s.choices {
		shown = append(shown, reply{strconv.Itoa(i + 1), c.Words, i == s.at && s.keep == ""})
	}
	if s.keep != "" {
		shown = append(shown, reply{"Enter", s.keep, true})
	}
	return shown
}

// reply is a choice under the line.
type reply struct {
	key, words string
	lit        bool // what Enter takes now
}
