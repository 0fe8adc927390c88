package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"kindred/pedigree"
	"kindred/pedigree/entry"
	"kindred/pedigree/interchange"
)

// longestLine is the most bytes that a line of a history may have: far more than anybody types about
// one relative.
const longestLine = 4096

// runEnter reads a history in the entry line's grammar, a line an entry, into a family.
func runEnter(s Streams, args []string) error {
	f := newFlags("enter")
	out := f.String("o", "", "")
	family := f.String("family", "", "")
	day := f.String("as-of", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("enter"))
	if err != nil {
		return err
	}
	if *out == "" {
		return badInput("usage: kindred %s", usageOf("enter"))
	}
	if interchange.FormatOf(*out) != interchange.JSON {
		return badInput("%s: a family that was entered is written as .json", *out)
	}
	if sameFile(paths[0], *out) {
		return badInput("%s: the family would be written over the history: name another file after -o", *out)
	}
	h := &history{file: paths[0], notes: s.Err}
	if *day != "" {
		if h.asOf, err = pedigree.ParseDate(*day); err != nil {
			return badInput("--as-of: %v", err)
		}
	}
	text, err := readFile(h.file)
	if err != nil {
		return err
	}
	if f.given("family") {
		h.family, _, err = readFamily(s, *family, "")
		if err != nil {
			return err
		}
	} else {
		h.family = newFamily()
	}
	if h.family.AsOf == "" {
		h.family.AsOf = h.asOf
	}
	var listed bytes.Buffer // nothing is listed of a file that is refused
	h.notes = &listed
	if err := h.enter(text); err != nil {
		return err
	}
	err = writeFile(*out, func(w io.Writer) error {
		_, err := interchange.Write(w, interchange.JSON, h.family)
		return err
	})
	if err != nil {
		return err
	}
	_, err = listed.WriteTo(s.Err)
	return err
}

// sameFile reports that two paths are one file that is there.
func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// newFamily is a consultand of whom nothing is known.
func newFamily() *pedigree.Family {
	return &pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion,
		Individuals: []pedigree.Individual{{ID: "1", Proband: true, Consultand: true}},
	}
}

// history is a file of entries on its way into a family.
type history struct {
	file    string
	family  *pedigree.Family
	asOf    pedigree.Date // the day the ages are said for
	subject pedigree.ID
	notes   io.Writer
	last    int // the highest number given as an id
}

// enter reads the lines in order.
func (h *history) enter(text []byte) error {
	if patient := h.family.Subject(); patient != nil {
		h.subject = patient.ID
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if !bytes.ContainsRune(text, '\n') { // the line ends of old Macs
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, max(len(text), 1)+1)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case len(line) > longestLine:
			return badInput("%s:%d: the line has %d characters, and %d is the most: is this a history?", h.file, n, len(line), longestLine)
		case !utf8.ValidString(line) || strings.ContainsRune(line, 0):
			return badInput("%s:%d: this is not text in UTF-8", h.file, n)
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "@"):
			subject, err := entry.Target(line, h.family, h.newID)
			if err != nil {
				return badInput("%s:%d: %v", h.file, n, err)
			}
			h.subject = subject
			continue
		case h.subject == "":
			return badInput("%s:%d: nobody in the family is marked as the patient: begin with whose relatives these are, as in %q", h.file, n, "@ Joan")
		}
		if err := h.entry(line, n); err != nil {
			return err
		}
	}
	return lines.Err()
}

// entry enters one line and lists what of it was kept as a note or left open.
func (h *history) entry(line string, n int) error {
	said := entry.Parse(line, h.family, h.subject)
	before := h.ages()
	if _, err := said.Apply(h.family, pedigree.Provenance{}, h.newID); err != nil {
		return badInput("%s:%d: %v", h.file, n, err)
	}
	h.date(before)
	for _, t := range said.Trouble {
		fmt.Fprintf(h.notes, "%s:%d: %q: %s\n", h.file, n, line[t.From:t.To], oneLine(t.Words))
	}
	for _, note := range said.Notes {
		fmt.Fprintf(h.notes, "%s:%d: kept as a note: %q\n", h.file, n, note)
	}
	for _, ask := range said.Asks {
		answers := make([]string, len(ask.Choices))
		for i, c := range ask.Choices {
			answers[i] = fmt.Sprintf("%q", c.Line)
		}
		fmt.Fprintf(h.notes, "%s:%d: left open: %s (%s)\n", h.file, n, ask.Words, strings.Join(answers, ", "))
	}
	return nil
}

// ages are the ages before a line, by person, where they are said for another day than the family's.
func (h *history) ages() map[pedigree.ID]pedigree.Fuzzy {
	if h.asOf == "" || h.asOf == h.family.AsOf {
		return nil
	}
	ages := make(map[pedigree.ID]pedigree.Fuzzy, len(h.family.Individuals))
	for i := range h.family.Individuals {
		ages[h.family.Individuals[i].ID] = h.family.Individuals[i].Age
	}
	return ages
}

// date marks the ages that a line said as said on the day of the history.
func (h *history) date(before map[pedigree.ID]pedigree.Fuzzy) {
	if before == nil {
		return
	}
	for i := range h.family.Individuals {
		if p := &h.family.Individuals[i]; !p.Age.IsZero() && p.Age != before[p.ID] {
			p.AsOf = h.asOf
		}
	}
}

// newID is the next number that nobody and nothing in the family has.
func (h *history) newID() pedigree.ID {
	for h.last++; h.taken(pedigree.ID(strconv.Itoa(h.last))); h.last++ {
	}
	return pedigree.ID(strconv.Itoa(h.last))
}

func (h *history) taken(id pedigree.ID) bool {
	if h.family.Individual(id) != nil || h.family.Patient(id) != nil {
		return true
	}
	for i := range h.family.Unions {
		if h.family.Unions[i].ID == id {
			return true
		}
	}
	for i := range h.family.Twins {
		if h.family.Twins[i].ID == id {
			return true
		}
	}
	return false
}
