package criteria

import (
	"fmt"
	"strings"

	"kindred/pedigree/risk"
)

// because says what the set comes to, and which conditions bring it there, by whom.
func (v *View) because(held []Held, level Level) []string {
	if level == No {
		return []string{fmt.Sprintf("Not met: none of the %d conditions holds on what is recorded.", len(held))}
	}
	if level == Open {
		return append([]string{"Cannot tell: no condition holds for certain, and what is recorded leaves some open."}, v.openOnes(held)...)
	}
	var lines []string
	for _, h := range held {
		if h.Level == level {
			lines = append(lines, risk.Sentence(v.verdict(h)))
		}
	}
	if !v.subjectMeets(held, level) {
		lines = append(lines, "The person asked about does not meet the criteria in person: a test begins with the relative who does.")
	}
	return lines
}

// manyConditions is from how many conditions, open because of the same facts, a line counts them.
const manyConditions = 3

// openOnes is the open conditions, those with the same open facts in one line.
func (v *View) openOnes(held []Held) []string {
	by := map[string][]string{}
	var order []string
	for _, h := range held {
		if h.Level != Open {
			continue
		}
		facts := v.open(h.In[0])
		if by[facts] == nil {
			order = append(order, facts)
		}
		by[facts] = append(by[facts], h.Words)
	}
	var lines []string
	for _, facts := range order {
		words := strings.Join(by[facts], "; ")
		if len(by[facts]) >= manyConditions {
			words = fmt.Sprintf("%d conditions", len(by[facts]))
		}
		lines = append(lines, risk.Sentence(words)+": "+facts+".")
	}
	return lines
}

// subjectMeets reports that some condition at the level is met by the subject in person.
func (v *View) subjectMeets(held []Held, level Level) bool {
	for _, h := range held {
		if h.Level == level && v.distance(h.In[0].About) == 0 {
			return true
		}
	}
	return false
}

// verdict is a condition that holds, for the nearest person, with what it rests on.
func (v *View) verdict(h Held) string {
	in := h.In[0]
	met := "met"
	if h.Level == Reported {
		met = "met, if confirmed,"
	}
	own, others := apart(in.By, in.About)
	line := fmt.Sprintf("%s by %s: %s", met, v.Named(own), h.Words)
	if len(others) > 0 {
		line += "; counted with " + v.NamedAll(others)
	}
	return line + v.alsoBy(h.In[1:]) + "."
}

// open says because of whose facts a condition is open, and what is certain.
func (v *View) open(in In) string {
	line := "open are facts of " + v.Doubtful(in.Open)
	if len(in.By) > 0 {
		line += "; certain are " + v.NamedAll(in.By)
	}
	return line
}

// apart is the evidence of one person, and that of the others.
func apart(all []Evidence, about int) (own Evidence, others []Evidence) {
	own.Person = about
	for _, e := range all {
		if e.Person == about {
			own = e
		} else {
			others = append(others, e)
		}
	}
	return own, others
}

// alsoBy names the others for whom a condition holds as far.
func (v *View) alsoBy(others []In) string {
	if len(others) == 0 {
		return ""
	}
	var names []Evidence
	for _, in := range others {
		names = append(names, Evidence{Person: in.About})
	}
	return "; also by " + v.NamedAll(names)
}

// working is one condition with its label and what came of it.
func (v *View) working(h Held) string {
	line := fmt.Sprintf("(%s) %s: ", h.Label, risk.Sentence(h.Words))
	if h.Level == No {
		return line + "not met."
	}
	in := h.In[0]
	if h.Level == Open {
		return line + "cannot tell; " + v.open(in) + "."
	}
	line += strings.ReplaceAll(h.Level.Category(), "met if", "met, if") + ", by the " + v.Words(v.At(in.About).ID)
	return line + v.alsoBy(h.In[1:]) + "."
}

// other says what another wording comes to.
func (v *View) other(w *Wording, candidates []int) string {
	held := v.Conditions(w.Conditions, candidates)
	level := Highest(held)
	line := w.Title + ": " + level.Category()
	for _, h := range held {
		if level > No && h.Level == level {
			return line + ", " + h.Words + ", in the " + v.Words(v.At(h.In[0].About).ID) + "."
		}
	}
	return line + "."
}
