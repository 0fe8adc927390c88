package facts

import (
	"strings"

	"kindred/pedigree"
)

// state is an answer about the person as a whole.
type state string

// The states. "Well", "no details", "asked: no cancer" and "doesn't know" are four different answers.
const (
	well           state = "well"
	aliveAndWell   state = "alive and well"
	noCancer       state = "asked: no cancer"
	noDetails      state = "no details known"
	doesNotKnow    state = "doesn't know"
	notInContact   state = "not in contact"
	adoptedIn      state = "adopted into the family"
	adoptedOut     state = "adopted out of the family"
	adopted        state = "adopted, in or out not said"
	fostered       state = "fostered"
	infertile      state = "infertile"
	noChildren     state = "no children"
	byChoice       state = "no children by choice"
	noTests        state = "no gene test"
	noOperations   state = "no operations"
	historyUnknown state = "nothing known of the parents' families"
)

var states = map[string]state{
	"well": well, "fit and well": well, "fit & well": well, "f&w": well, "healthy": well, "fine": well, "ok": well,
	"a&w": aliveAndWell, "a+w": aliveAndWell, "a & w": aliveAndWell, "aw": aliveAndWell, "alive and well": aliveAndWell, "alive & well": aliveAndWell,
	"none": noCancer, "nil": noCancer, "no cancer": noCancer, "no ca": noCancer, "no cancers": noCancer, "no cancer history": noCancer, "asked none": noCancer,
	"never had cancer": noCancer, "no known cancer": noCancer, "cancer free": noCancer,
	"no details": noDetails, "no detail": noDetails, "no info": noDetails, "no information": noDetails, "nothing known": noDetails, "details unknown": noDetails,
	"details not known": noDetails, "no details known": noDetails, "nk": noDetails,
	"dk": doesNotKnow, "don't know": doesNotKnow, "doesn't know": doesNotKnow, "dont know": doesNotKnow, "doesnt know": doesNotKnow, "unknown": doesNotKnow,
	"not known": doesNotKnow, "unsure": doesNotKnow, "not sure": doesNotKnow, "?": doesNotKnow,
	"not in contact": notInContact, "no contact": notInContact, "out of contact": notInContact, "lost contact": notInContact, "lost touch": notInContact, "estranged": notInContact,
	"adopted in": adoptedIn, "adopted out": adoptedOut, "adopted away": adoptedOut, "given up for adoption": adoptedOut, "adopted": adopted,
	"fostered": fostered, "foster": fostered, "foster child": fostered,
	"infertile": infertile, "infertility": infertile, "no children infertile": infertile,
	"no children": noChildren, "no kids": noChildren, "childless": noChildren, "no issue": noChildren,
	"no children by choice": byChoice, "childless by choice": byChoice, "no kids by choice": byChoice, "child free": byChoice,
	"no test": noTests, "no tests": noTests, "not tested": noTests, "untested": noTests, "no gene test": noTests, "no genetic test": noTests,
	"no surgery": noOperations, "no operations": noOperations, "no ops": noOperations,
	"family unknown": historyUnknown, "history unknown": historyUnknown, "nothing known of family": historyUnknown, "no family history known": historyUnknown,
}

// stateFact is a state, of a dead person in the past, with the cause of childlessness where one was quoted.
type stateFact struct {
	state
	cause string
}

func (s *stateFact) words(p *pedigree.Individual) string {
	switch {
	case s.cause != "":
		return string(s.state) + " (" + s.cause + ")"
	case (s.state == well || s.state == aliveAndWell) && p.IsDeceased():
		return string(noCancer)
	}
	return string(s.state)
}

func (s *stateFact) write(w *writer) {
	p := w.p
	switch s.state {
	case well, aliveAndWell:
		s.writeWell(w)
	case noCancer:
		p.SetNoCancer()
	case noDetails:
		p.SetNoDetails()
	case doesNotKnow:
		p.SetIllnessUncertain()
	case notInContact:
		p.NotInContact = true
		w.tell("not_in_contact")
	case adoptedIn, adoptedOut:
		p.Adopted = pedigree.AdoptedIn
		if s.state == adoptedOut {
			p.Adopted = pedigree.AdoptedOut
		}
		w.tell("adopted")
	case adopted, fostered:
		w.note(string(s.state))
	case infertile, noChildren, byChoice:
		p.Childless = map[state]pedigree.Childless{
			infertile: pedigree.ChildlessInfertile, noChildren: pedigree.NoChildren, byChoice: pedigree.ChildlessByChoice,
		}[s.state]
		p.ChildlessCause = s.cause
		p.SetAsked(pedigree.AskedChildren, pedigree.No)
		w.tell("childless")
	case noTests:
		p.SetAsked(pedigree.AskedTests, pedigree.No)
	case noOperations:
		p.SetAsked(pedigree.AskedSurgery, pedigree.No)
	case historyUnknown:
		p.HistoryUnknown = true
	}
}

// writeWell records that a living person is well; of the dead it is only that they had no cancer.
func (s *stateFact) writeWell(w *writer) {
	w.p.SetWell()
	if w.p.IsDeceased() {
		return
	}
	w.tell("well")
	if s.state == aliveAndWell {
		w.p.Deceased = pedigree.No
		w.tell("deceased")
	}
}

// state reads "well", "no details", "dk", "adopted out" and their like.
func (rd *reader) state(i int) (found, bool) {
	s, next, ok := oneOf(rd, i, states)
	if !ok || s == doesNotKnow && rd.tokens[i].low == "?" && !rd.alone(i, next) {
		return found{}, false
	}
	f := &stateFact{state: s}
	if s == infertile && next < len(rd.tokens) && rd.tokens[next].quoted {
		f.cause = strings.TrimSpace(rd.tokens[next].text)
		next++
	}
	got := rd.single(i, next, f)
	if s == adopted {
		got.asks = []Ask{{rd.span(i, next), "Adopted into this family, or out of it?", []Choice{
			{"Into the family", "adopted in"}, {"Out of the family", "adopted out"},
		}}}
	}
	return got, true
}

// alone reports that the tokens [i, next) are all there is between two commas.
func (rd *reader) alone(i, next int) bool {
	return (i == 0 || rd.tokens[i-1].ends) && (next == len(rd.tokens) || rd.tokens[next].ends)
}
