package nice

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// classify gives the category from the highest figures, or from a variant that the subject is known to
// carry, and says how far it is certain.
func (m *Model) classify(c *risk.Case, a *risk.Assessment, all []figures) {
	var usable []figures
	for _, f := range all {
		if f.unusable == "" {
			usable = append(usable, f)
		}
	}
	slices.SortStableFunc(usable, func(a, b figures) int {
		if d := m.band(a.values) - m.band(b.values); d != 0 {
			return d
		}
		switch x, y := a.values[risk.LifetimeFrom20], b.values[risk.LifetimeFrom20]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	carried, blind := m.carried(c.Subject), m.blind(c, a, usable)
	switch {
	case len(carried) > 0:
		a.Status, a.Category = risk.OK, m.Bands[0].Category
		m.sayCarrier(c, a, carried)
	case len(blind) > 0:
		a.Status, a.Category, a.Because = risk.CannotTell, "cannot tell", append(a.Because, blind...)
	case len(usable) > 0:
		a.Status, a.Category = risk.OK, m.Bands[m.band(usable[0].values)].Category
		m.sayCategory(c, a, usable)
		m.sayRange(a, usable)
		a.Missing = m.missing(usable)
	default:
		a.Status, a.Category = risk.CannotTell, "cannot tell"
		a.Because = append(a.Because, "No model that gives a lifetime risk of breast cancer answers for this family, so that no category is given; what the guideline says of it are its criteria for referral.")
	}
	a.Beside = beside(a, all, usable)
	if len(usable) > 0 && a.Status == risk.OK {
		decides := &usable[0]
		a.Headline = risk.LifetimeFrom20
		a.Values, a.Range = decides.at(lowest, nil), risk.Ranges{}
		for key := range a.Values {
			if r, ok := decides.ranges[key]; ok {
				a.Range[key] = r
			} else {
				a.Range[key] = risk.Range{Low: a.Values[key], High: a.Values[key]}
			}
		}
		if _, ok := a.Values[a.Headline]; !ok {
			a.Headline = risk.From40To50
		}
	}
	a.Because = append(a.Because, refused(all)...)
	if line := m.testingLine(c, all); line != "" {
		a.Because = append(a.Because, line)
	}
	a.Warnings = c.OtherVariants(func(gene string) bool {
		return m.isOpen(c, gene) || slices.Contains(m.HighGenes.Genes, gene) && carries(c.Subject, gene, "") > 0 ||
			slices.ContainsFunc(usable, func(f figures) bool { _, has := f.values["carrier/"+gene]; return has })
	})
	a.Surveillance = m.surveillance(c, a.Category)
}

// beside says whose the deciding figures are, and which other program's are out of date.
func beside(a *risk.Assessment, all, usable []figures) []string {
	var words []string
	if a.Status == risk.OK && len(usable) > 0 {
		if f := &usable[0]; f.program != "" {
			words = append(words, "from "+f.program)
		} else {
			words = append(words, "by "+f.label)
		}
	}
	for _, f := range all {
		if f.program != "" && f.unusable != "" {
			words = append(words, f.program+" out of date, not used")
		}
	}
	return words
}

// refused says which figures are not used, and why, one line a reason.
func refused(all []figures) []string {
	var lines []string
	var said []string
	for _, f := range all {
		if f.unusable == "" || slices.Contains(said, f.unusable) {
			continue
		}
		said = append(said, f.unusable)
		var labels []string
		for _, other := range all {
			if other.unusable == f.unusable {
				labels = append(labels, other.label)
			}
		}
		lines = append(lines, fmt.Sprintf("Not used: %s. %s", strings.Join(labels, "; "), f.unusable))
	}
	return lines
}

// carried lists the genes that the guideline names of which the subject is known to carry a variant.
func (m *Model) carried(p *pedigree.Individual) []*pedigree.GeneTest {
	var tests []*pedigree.GeneTest
	for i := range p.GeneTests {
		if t := &p.GeneTests[i]; t.GermlinePositive() && slices.Contains(m.HighGenes.Genes, t.Gene) {
			tests = append(tests, t)
		}
	}
	return tests
}

func (m *Model) sayCarrier(c *risk.Case, a *risk.Assessment, carried []*pedigree.GeneTest) {
	for _, t := range carried {
		if t.ReportSeen == pedigree.Yes {
			a.Because = append(a.Because, fmt.Sprintf("A known carrier of a %s variant is at high risk, whatever the family history.", t.Gene))
			continue
		}
		a.Because = append(a.Because, fmt.Sprintf("A known carrier of a %s variant is at high risk, whatever the family history; the report of this one has not been seen.", t.Gene))
		a.Missing = append(a.Missing, risk.Missing{
			Person: c.Subject.ID, Item: t.ID, Kind: risk.FactUnconfirmed, Fact: "report of the " + t.Gene + " variant", Effect: "the category rests on it",
		})
	}
}

// sayCategory says the deciding figures, those of the other models, and what to bear in mind of them.
func (m *Model) sayCategory(c *risk.Case, a *risk.Assessment, usable []figures) {
	decides := &usable[0]
	a.Because = append(a.Because, fmt.Sprintf("%s: %s (%s).", risk.Sentence(a.Category), decides.said(), decides.label))
	if two := m.disagreement(decides); two != "" {
		a.Because = append(a.Because, two)
	}
	disagree := false
	for i := range usable[1:] {
		f := &usable[1+i]
		category := m.Bands[m.band(f.values)].Category
		disagree = disagree || category != a.Category
		a.Because = append(a.Because, fmt.Sprintf("%s: %s, %s.", risk.Sentence(f.label), f.said(), category))
	}
	if disagree {
		a.Because = append(a.Because, "The figures disagree about the category; the highest is used.")
	}
	if caution := m.Cautions[decides.model]; caution.holds(withBreastCancer(c)) && a.Category != m.Bands[0].Category {
		a.Because = append(a.Because, caution.Words)
	}
}

// disagreement says that the two figures of one model fall into different categories.
func (m *Model) disagreement(f *figures) string {
	one := func(key string) (string, bool) {
		v, ok := f.values[key]
		return m.Bands[m.band(risk.Values{key: v})].Category, ok
	}
	lifetime, ok1 := one(risk.LifetimeFrom20)
	decade, ok2 := one(risk.From40To50)
	if !ok1 || !ok2 || lifetime == decade {
		return ""
	}
	return fmt.Sprintf("The lifetime risk alone would be %s, the risk from 40 to 50 alone %s; the higher is used.", lifetime, decade)
}

// sayRange says where the vague facts leave more than one category open.
func (m *Model) sayRange(a *risk.Assessment, usable []figures) {
	low, high := len(m.Bands)-1, len(m.Bands)-1
	for i := range usable {
		f := &usable[i]
		low, high = min(low, m.band(f.at(lowest, f.ranges))), min(high, m.band(f.at(highest, f.ranges)))
	}
	if low != high {
		a.Because = append(a.Because, fmt.Sprintf("The vague facts leave it open: from %s to %s.", m.Bands[low].Category, m.Bands[high].Category))
	}
}

// missing lists the facts that could move the category, those of the deciding figures first. A fact that
// several models read is tried in all of them at once.
func (m *Model) missing(usable []figures) []risk.Missing {
	now := m.band(usable[0].values)
	var missing []risk.Missing
	for i := range usable {
		for _, of := range usable[i].missing {
			same := func(other risk.Missing) bool {
				return other.Person == of.Person && other.Item == of.Item && other.Fact == of.Fact
			}
			if len(of.Others) == 0 || slices.ContainsFunc(missing, same) {
				continue
			}
			low, high := len(m.Bands)-1, len(m.Bands)-1
			for k := range usable {
				var others risk.Ranges
				if at := slices.IndexFunc(usable[k].missing, same); at >= 0 {
					others = usable[k].missing[at].Others
				}
				low, high = min(low, m.band(usable[k].at(lowest, others))), min(high, m.band(usable[k].at(highest, others)))
			}
			if low != now || high != now {
				missing = append(missing, m.moves(&usable[i], of, now, low, high))
			}
		}
	}
	return missing
}

// moves is a model's fact as it moves the category, which it leaves anywhere from low to high.
func (m *Model) moves(f *figures, of risk.Missing, now, low, high int) risk.Missing {
	moved := risk.Missing{Person: of.Person, Fact: of.Fact, Kind: of.Kind, Item: of.Item, Others: of.Others, Silent: of.Silent}
	for i := low; i >= high; i-- {
		if i != now {
			moved.Moves = append(moved.Moves, m.Bands[i].Category)
		}
	}
	moved.Effect = strings.Join(moved.Moves, ", or ") + " instead of " + m.Bands[now].Category
	if r, ok := of.Others[risk.LifetimeFrom20]; ok {
		moved.Value, moved.Span = risk.LifetimeFrom20, &r
		span := risk.Percent(r.Low)
		if high := risk.Percent(r.High); high != span {
			span += " to " + high
		}
		moved.Effect = fmt.Sprintf("lifetime risk %s, now %s (%s): %s", span, risk.Percent(f.values[risk.LifetimeFrom20]), f.label, moved.Effect)
	}
	return moved
}
