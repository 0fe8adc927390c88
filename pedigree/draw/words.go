package draw

import (
	"fmt"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// tie is a no-break space: it keeps "Breast 49" on one line while labels are wrapped, and is drawn
// as a space.
const tie = "\u00a0"

func tied(s string) string { return strings.ReplaceAll(s, " ", tie) }

// saidPrefixes introduce an age or a year in what was said; the label has its own "d." and "b.".
var saidPrefixes = []string{"in her ", "in his ", "in their ", "in the ", "her ", "his ", "their ", "aged ", "age ", "born ", "died ", "b. ", "b ", "d. ", "d ", "in "}

// said is a fuzzy value as it was said, or in decades where the style has bands.
func (d *drawing) said(v pedigree.Fuzzy) string {
	if d.s.bands() {
		return inDecades(v)
	}
	if v.Date != "" {
		return v.Date.Clinical()
	}
	words := v.String()
	for _, prefix := range saidPrefixes {
		if len(words) > len(prefix) && strings.EqualFold(words[:len(prefix)], prefix) {
			words = words[len(prefix):]
			break
		}
	}
	if len(words) > 10 {
		return words
	}
	return tied(words)
}

// inDecades blurs an age to the decades it may lie in: "40s", "50s-60s", "90+". A vague age keeps
// its "~"; one without a number says nothing.
func inDecades(v pedigree.Fuzzy) string {
	decade := func(age int) string {
		switch {
		case age < 10:
			return "under" + tie + "10"
		case age >= 90:
			return "90+"
		}
		return fmt.Sprintf("%ds", age/10*10)
	}
	mid, both := v.Mid()
	switch {
	case both && v.Kind == pedigree.About:
		return "~" + decade(mid)
	case both && v.Low.Year/10 == v.High.Year/10:
		return decade(v.Low.Year)
	case both:
		return decade(v.Low.Year) + "-" + decade(v.High.Year)
	case v.High.Known:
		return "up to" + tie + decade(v.High.Year)
	case v.Low.Known:
		return decade(v.Low.Year) + tie + "or" + tie + "more"
	}
	return ""
}

// age is the line after the name: "66", "66 in 2019", "b. 1952", "d. 71 heart attack"; "" when
// nothing is known.
func (d *drawing) age(p *pedigree.Individual) string {
	if p.IsDeceased() {
		return d.death(p)
	}
	if !p.Age.IsZero() {
		age := d.said(p.Age)
		if p.AsOf != "" && p.AsOf != d.f.AsOf && !d.s.bands() {
			age += fmt.Sprintf("%sin%s%d", tie, tie, p.AsOf.Year())
		}
		return age
	}
	if !p.Born.IsZero() && !d.s.bands() {
		return "b." + tie + d.said(p.Born)
	}
	return ""
}

func (d *drawing) death(p *pedigree.Individual) string {
	when := d.said(p.Age)
	if p.Age.IsZero() && !d.s.bands() {
		when = d.said(p.Died)
	}
	cause := p.CauseOfDeath
	if d.s.Anonymise {
		cause = ""
	}
	switch {
	case when == "" && cause == "":
		return ""
	case when == "":
		return "d. " + cause
	case cause == "":
		return "d." + tie + when
	}
	return "d." + tie + when + " " + cause
}

// siteNames are the sites whose label differs from the capitalised site.
var siteNames = map[pedigree.Site]string{
	pedigree.FallopianTube: "Tube", pedigree.Peritoneum: "Peritoneal", pedigree.Colorectum: "Colorectal",
	pedigree.Endometrium: "Endometrial", pedigree.UpperUrinaryTract: "Upper urinary", pedigree.UnknownPrimary: "Cancer, primary unknown",
}

// diagnosis is one diagnosis in a label: "Breast L 44", "?Ovary 50", "Breast 46 in situ".
func (d *drawing) diagnosis(x *pedigree.Diagnosis) string {
	name := siteNames[x.Site]
	if name == "" {
		name = describe.Capital(string(x.Site))
	}
	vague := x.Certainty == pedigree.Possible || x.Site == "" || x.Site == pedigree.UnknownPrimary
	if x.Words != "" && vague && !d.s.Anonymise {
		name = x.Words
	}
	if name == "" {
		name = "Condition not said"
	}
	if x.Certainty == pedigree.Possible && !strings.Contains(name, "?") {
		name = "?" + name
	}
	parts := []string{name}
	if side := d.side(x.Side); side != "" {
		parts = append(parts, side)
	}
	if age := d.said(x.Age); age != "" {
		parts = append(parts, age)
	}
	switch x.Behaviour {
	case pedigree.InSitu, pedigree.Borderline:
		parts = append(parts, string(x.Behaviour))
	}
	if x.Pathology.TripleNegative() {
		parts = append(parts, d.short("TN", "triple negative"))
	}
	switch {
	case x.IsUndecided():
		parts = append(parts, "new or recurrence")
	case x.Secondary:
		parts = append(parts, "secondary")
	}
	text := strings.Join(parts, " ")
	if len(text) <= 22 {
		return tied(text)
	}
	return text
}

func (d *drawing) side(s pedigree.Side) string {
	switch s {
	case pedigree.Left:
		return d.short("L", "left side")
	case pedigree.Right:
		return d.short("R", "right side")
	}
	return ""
}

// operation is one operation in a label: "BSO 45 risk-reducing".
func (d *drawing) operation(x *pedigree.Surgery) string {
	what := x.What
	if d.s.Anonymise {
		what = operationKind(what)
	}
	const long = "bilateral salpingo-oophorectomy"
	if at := strings.Index(strings.ToLower(what), long); at >= 0 && at+len(long) <= len(what) {
		what = what[:at] + d.short("BSO", "ovaries and tubes removed") + what[at+len(long):]
	}
	if side := d.side(x.Side); side != "" {
		what += tie + side
	}
	if age := d.said(x.Age); age != "" {
		what += tie + age
	}
	if x.Reason == pedigree.RiskReducing {
		what += " risk-reducing"
	}
	return describe.Capital(what)
}

// weeks is the gestation: "20 wk", "8-10 wk"; on an anonymous drawing without the words it was said in.
func (d *drawing) weeks(g *pedigree.Pregnancy) string {
	words := g.Weeks.String()
	if d.s.Anonymise {
		words = inNumbers(g.Weeks)
	}
	for _, unit := range []string{"weeks", "week", "wks", "wk", "w"} {
		if cut, found := strings.CutSuffix(words, unit); found {
			words = strings.TrimSpace(cut)
			break
		}
	}
	if words == "" {
		return ""
	}
	return tied(words) + tie + "wk"
}

// marksInWords say the marks of a symbol for those who cannot see them; of somebody whose facts are
// hidden nothing.
func (d *drawing) marksInWords(p *pedigree.Individual) []string {
	if !d.s.shows(p.ID) {
		return nil
	}
	var words []string
	for _, mark := range []struct {
		drawn bool
		words string
	}{
		{p.Proband, "proband"},
		{p.Consultand, "consultand"},
		{deceased(p), "has died"},
		{bracketed(p), "adopted"},
		{presymptomatic(p), "gene change found, not affected so far"},
		{p.Evaluated == pedigree.Yes, "examined here, or records seen"},
	} {
		if mark.drawn {
			words = append(words, mark.words)
		}
	}
	switch {
	case p.Count > 1:
		words = append(words, itoa(p.Count)+" people")
	case p.CountUnknown:
		words = append(words, "number not known")
	}
	return words
}
