package importview

import (
	"fmt"
	"slices"
	"strings"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/interchange"
)

// line is one person of the preview: a word on a chip, a sentence, and what else there is to say.
type line struct {
	tone     theme.Tone
	chip     string
	sentence string
	more     []string
}

// mostLines is how many people are shown in a sentence; the others are counted.
const mostLines = 200

// newLines is everybody of families that would be new, whom each is about first.
func (in *Incoming) newLines() []line {
	var lines []line
	for _, f := range in.Families {
		first := len(lines)
		var subject pedigree.ID
		if s := f.Subject(); s != nil {
			subject = s.ID
		}
		for i := range f.Individuals {
			if len(lines) == mostLines {
				return lines
			}
			if id := f.Individuals[i].ID; id == subject {
				lines = slices.Insert(lines, first, line{tone: theme.ToneNeutral, chip: "new", sentence: describe.Person(f, id, "")})
			} else {
				lines = append(lines, line{tone: theme.ToneNeutral, chip: "new", sentence: describe.Person(f, id, subject)})
			}
		}
	}
	return lines
}

// lines is everybody of a family that would be joined: first those of whom something differs, then
// those of whom something is filled in, then who is new.
func (j *Joined) lines() []line {
	subject := pedigree.ID("")
	if s := j.Family.Subject(); s != nil {
		subject = s.ID
	}
	people := slices.Clone(j.Outcome.People)
	slices.SortStableFunc(people, func(a, b mergePerson) int { return urgency(a) - urgency(b) })
	var lines []line
	for _, p := range people {
		if len(lines) == mostLines {
			break
		}
		to := subject
		if p.Here == subject {
			to = ""
		}
		l := line{tone: theme.ToneNeutral, chip: "already here", sentence: describe.Person(j.Family, p.Here, to)}
		switch {
		case p.Added:
			l.chip = "new"
		case len(p.Kept) > 0:
			l.tone, l.chip = theme.ToneWarn, "differs"
		case len(p.Filled) > 0:
			l.chip = "adds to"
		default:
			l.sentence = called(j.Family, p.Here, to)
		}
		if len(p.Filled) > 0 {
			l.more = append(l.more, "Adds: "+strings.Join(p.Filled, " · "))
		}
		if len(p.Kept) > 0 {
			l.more = append(l.more, "Differs, kept as a note: "+strings.Join(p.Kept, " · "))
		}
		lines = append(lines, l)
	}
	return lines
}

// called is somebody of whom nothing changes: relationship and name.
func called(f *pedigree.Family, id, to pedigree.ID) string {
	name := f.Called(id)
	if to == "" {
		return describe.Capital(name)
	}
	if words := f.Relationship(to, id).Words; !strings.Contains(name, words) {
		return describe.Capital(words) + " " + name
	}
	return describe.Capital(name)
}

func urgency(p mergePerson) int {
	switch {
	case p.Added:
		return 2
	case len(p.Kept) > 0:
		return 0
	case len(p.Filled) > 0:
		return 1
	}
	return 3
}

// summary says in a sentence what would be added.
func (j *Joined) summary() string {
	filled, differ, same := 0, 0, 0
	for _, p := range j.Outcome.People {
		switch {
		case p.Added:
		case len(p.Kept) > 0:
			differ++
		case len(p.Filled) > 0:
			filled++
		default:
			same++
		}
	}
	var parts []string
	for _, c := range []struct {
		n     int
		words string
	}{{j.Outcome.Added(), "new"}, {filled, "here already, with something added"}, {differ, "here already, with something that differs"}, {same, "here already, unchanged"}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.words))
		}
	}
	return describe.Capital(strings.Join(parts, ", ")) + ". Nothing that is recorded here is overwritten."
}

// noted is a note of reading with the person's name in the place of the id.
func (in *Incoming) noted(n interchange.Note) string {
	words := string(n.Kind) + ": "
	for _, f := range in.Families {
		if p := f.Individual(n.Person); n.Person != "" && p != nil && f.Name == n.Family {
			words += f.Called(n.Person) + ": "
			break
		}
	}
	if n.Line > 0 {
		words += fmt.Sprintf("line %d: ", n.Line)
	}
	return describe.Capital(words+n.Text) + "."
}
