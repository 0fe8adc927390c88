package entry

import (
	"errors"
	"strconv"
	"strings"

	"kindred/pedigree"
)

// Parse reads a line as a statement about the subject's relatives in a family. It changes nothing; any
// line has a reading, and an empty one says nothing.
func Parse(line string, f *pedigree.Family, subject pedigree.ID) *Statement {
	st := &Statement{Line: line, subject: subject}
	for _, words := range entries(split(line)) {
		st.entries = append(st.entries, read(words))
	}
	if len(st.entries) == 0 {
		return st
	}
	tried := f.Clone()
	n := 0
	p := &placer{line: line, f: tried, subject: subject, ids: func() pedigree.ID {
		n++
		return pedigree.ID("entry:" + strconv.Itoa(n))
	}}
	var sentences, reasons []string
	for _, s := range st.entries {
		out, err := p.enter(s)
		if err != nil {
			st.Trouble = append(st.Trouble, Trouble{s.Span, sentenceCase(err.Error()) + "."})
			continue
		}
		sentences = append(sentences, p.sentence(out))
		reasons = append(reasons, p.reason(out))
		st.Side = p.side(out)
		st.Notes = append(st.Notes, out.kept()...)
	}
	st.Sentence = sentenceCase(strings.Join(sentences, "; "))
	st.Reason = strings.Join(reasons, "; ")
	st.Asks = append(st.Asks, p.asks...)
	st.Trouble = append(st.Trouble, p.trouble...)
	return st
}

// Apply carries a statement out, in place: it finds or adds whom the line is about, with the unknown
// people in between, and writes the facts with told as their source. New ids come from ids. A statement
// with questions open can be applied: what is asked then stays undecided. The error says that the
// subject is not in the family; f is then to be thrown away.
func (s *Statement) Apply(f *pedigree.Family, told pedigree.Provenance, ids func() pedigree.ID) (Applied, error) {
	if len(s.entries) == 0 {
		return Applied{}, errors.New("the line is empty: nothing is entered")
	}
	before := f.Index()
	p := &placer{line: s.Line, f: f, subject: s.subject, told: told, ids: ids}
	var a Applied
	for _, e := range s.entries {
		out, err := p.enter(e)
		if err != nil {
			return Applied{}, err
		}
		a.Entered = out.person
	}
	for i := range f.Individuals {
		if _, there := before[f.Individuals[i].ID]; !there {
			a.Added = append(a.Added, f.Individuals[i].ID)
		}
	}
	return a, nil
}
