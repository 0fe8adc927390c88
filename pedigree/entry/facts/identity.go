package facts

import (
	"regexp"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// identity is who somebody is: sex assigned at birth, gender, ancestry.
type identity struct {
	sex       pedigree.Sex
	gender    pedigree.Gender
	ashkenazi pedigree.Answer
	ancestry  string
	said      string // its piece of the sentence
}

func (f *identity) words(*pedigree.Individual) string { return f.said }

func (f *identity) write(w *writer) {
	p := w.p
	if f.sex != "" && p.Sex != f.sex {
		if p.Gender == "" && f.gender == "" {
			// A sister who is said to be AMAB stays a woman: the relation gave the gender.
			p.Gender = map[pedigree.Sex]pedigree.Gender{pedigree.Female: pedigree.Woman, pedigree.Male: pedigree.Man}[p.Sex]
		}
		p.Sex = f.sex
		w.tell("sex")
	}
	if f.gender != "" {
		p.Gender = f.gender
		w.tell("gender")
	}
	if f.ashkenazi != pedigree.NotAsked {
		p.Ashkenazi = f.ashkenazi
		w.tell("ashkenazi")
	}
	if f.ancestry != "" {
		for _, known := range p.Ancestry {
			if strings.EqualFold(known, f.ancestry) {
				return
			}
		}
		p.Ancestry = append(p.Ancestry, f.ancestry)
		w.tell("ancestry")
	}
}

var identities = map[string]identity{
	"f": {sex: pedigree.Female, said: "female"}, "female": {sex: pedigree.Female, said: "female"}, "girl": {sex: pedigree.Female, said: "female"},
	"m": {sex: pedigree.Male, said: "male"}, "male": {sex: pedigree.Male, said: "male"}, "boy": {sex: pedigree.Male, said: "male"},
	"nb": {gender: pedigree.NonBinary, said: "non-binary"}, "non binary": {gender: pedigree.NonBinary, said: "non-binary"}, "nonbinary": {gender: pedigree.NonBinary, said: "non-binary"},
	"enby": {gender: pedigree.NonBinary, said: "non-binary"}, "agender": {gender: pedigree.NonBinary, said: "non-binary"},
	"afab": {sex: pedigree.Female, said: "assigned female at birth"}, "assigned female at birth": {sex: pedigree.Female, said: "assigned female at birth"},
	"amab": {sex: pedigree.Male, said: "assigned male at birth"}, "assigned male at birth": {sex: pedigree.Male, said: "assigned male at birth"},
	"uaab": {sex: pedigree.Unassigned, said: "unassigned at birth"}, "intersex": {sex: pedigree.Unassigned, said: "unassigned at birth"},
	"trans man":   {sex: pedigree.Female, gender: pedigree.Man, said: "a man, assigned female at birth"},
	"trans woman": {sex: pedigree.Male, gender: pedigree.Woman, said: "a woman, assigned male at birth"},
	"ashkenazi":   {ashkenazi: pedigree.Yes, said: "Ashkenazi Jewish ancestry"}, "aj": {ashkenazi: pedigree.Yes, said: "Ashkenazi Jewish ancestry"}, "ashk": {ashkenazi: pedigree.Yes, said: "Ashkenazi Jewish ancestry"},
	"ashkenazi jewish": {ashkenazi: pedigree.Yes, said: "Ashkenazi Jewish ancestry"}, "ashkenazim": {ashkenazi: pedigree.Yes, said: "Ashkenazi Jewish ancestry"},
	"not ashkenazi": {ashkenazi: pedigree.No, said: "no Ashkenazi Jewish ancestry"}, "not jewish": {ashkenazi: pedigree.No, said: "no Ashkenazi Jewish ancestry"},
	"no jewish ancestry": {ashkenazi: pedigree.No, said: "no Ashkenazi Jewish ancestry"}, "ashkenazi ?": {ashkenazi: pedigree.DontKnow, said: "Ashkenazi ancestry not known"},
	"jewish": {ancestry: "Jewish", said: "Jewish ancestry"}, "jewish ancestry": {ancestry: "Jewish", said: "Jewish ancestry"},
	"sephardi": {ancestry: "Sephardi Jewish", ashkenazi: pedigree.No, said: "Sephardi Jewish ancestry"},
}

// identity reads "f", "nb", "AFAB", "trans man", "ashkenazi", "ancestry Polish".
func (rd *reader) identity(i int) (found, bool) {
	if low := rd.tokens[i].low; low == "ancestry" || low == "ethnicity" || low == "heritage" {
		name, next, ok := rd.name(i + 1)
		if !ok {
			return found{}, false
		}
		return rd.single(i, next, &identity{ancestry: describe.Capital(name), said: describe.Capital(name) + " ancestry"}), true
	}
	f, next, ok := oneOf(rd, i, identities)
	if !ok {
		return found{}, false
	}
	got := rd.single(i, next, &f)
	if f.ancestry == "Jewish" {
		got.asks = []Ask{{rd.span(i, next), "Ashkenazi?", []Choice{
			{"Ashkenazi", "ashkenazi"}, {"Sephardi", "sephardi"}, {"Not known which", "ancestry Jewish"},
		}}}
	}
	if letter := rd.tokens[i].low; next == i+1 && (letter == "f" || letter == "m" || f.said == letter) && rd.who.Sex != "" && rd.who.Sex != pedigree.SexUnknown && f.sex != "" && f.sex != rd.who.Sex {
		got.trouble = []Trouble{{rd.span(i, next), "The sex assigned at birth becomes " + string(f.sex) + "; the gender stays. For one word type trans man or trans woman."}}
	}
	return got, true
}

// carries is that somebody carries a condition, or has a karyotype.
type carries struct {
	pedigree.CarrierState
	karyotype string
}

func (c *carries) words(*pedigree.Individual) string {
	if c.karyotype != "" {
		return "karyotype " + c.karyotype
	}
	return describe.Carries(c.CarrierState)
}

func (c *carries) write(w *writer) {
	if c.karyotype != "" {
		w.p.Karyotype = c.karyotype
		w.tell("karyotype")
		return
	}
	for i := range w.p.Carrier {
		if old := &w.p.Carrier[i]; strings.EqualFold(old.Condition, c.Condition) {
			replace(&old.Kind, c.Kind)
			return
		}
	}
	added := c.CarrierState
	added.Source = w.told
	w.p.Carrier = append(w.p.Carrier, added)
}

var carrierWords = map[string]pedigree.CarrierKind{
	"carrier": "", "carrier of": "", "carries": "", "carrier for": "",
	"obligate carrier": pedigree.ObligateCarrier, "obligate carrier of": pedigree.ObligateCarrier, "obligate": pedigree.ObligateCarrier,
	"possible carrier": pedigree.UncertainCarrier, "possible carrier of": pedigree.UncertainCarrier, "?carrier": pedigree.UncertainCarrier, "?carrier of": pedigree.UncertainCarrier,
	"? carrier": pedigree.UncertainCarrier, "presymptomatic": pedigree.Presymptomatic, "presymptomatic for": pedigree.Presymptomatic,
}

// carrier reads "carrier CF", "obligate carrier of haemophilia", "presymptomatic for HD".
func (rd *reader) carrier(i int) (found, bool) {
	kind, next, ok := oneOf(rd, i, carrierWords)
	if !ok {
		return found{}, false
	}
	name, after, ok := rd.name(next)
	if !ok {
		return found{}, false
	}
	if uncertain, marked := strings.CutPrefix(name, "?"); marked {
		name, kind = strings.TrimSpace(uncertain), pedigree.UncertainCarrier
	}
	return rd.single(i, after, &carries{CarrierState: pedigree.CarrierState{Condition: name, Kind: kind}}), true
}

// karyotypeWord is a karyotype (ISCN) or a rearrangement alone: "t(11;22)", "47,XXY", "rob(13;14)".
var karyotypeWord = regexp.MustCompile(`^(?i:\d{2},[XY?]+(?:,\S+)?|(?:t|inv|del|dup|ins|der|rob|r|i)\([0-9XY;?]+\)(?:\(\S+\))?)$`)

func (rd *reader) karyotype(i int) (found, bool) {
	start := i
	if rd.tokens[i].low == "karyotype" && i+1 < len(rd.tokens) {
		i++
	}
	if rd.tokens[i].quoted || !karyotypeWord.MatchString(rd.tokens[i].text) {
		return found{}, false
	}
	return rd.single(start, i+1, &carries{karyotype: rd.tokens[i].text}), true
}

// gestation is how far a pregnancy is or went, or when the child is due.
type gestation struct{ weeks, due pedigree.Fuzzy }

func (g *gestation) words(*pedigree.Individual) string {
	if !g.due.IsZero() {
		return "due " + g.due.String()
	}
	return "at " + g.weeks.String() + " weeks"
}

func (g *gestation) write(w *writer) {
	if w.p.Pregnancy == nil {
		w.p.Pregnancy = &pedigree.Pregnancy{Kind: pedigree.Ongoing}
	}
	if !g.due.IsZero() {
		w.p.Pregnancy.Due = g.due
		return
	}
	w.p.Pregnancy.Weeks = g.weeks
}

// weeksWord is completed weeks, with days or as a fraction of forty: "20w", "20+3", "20/40", "8-10w".
var weeksWord = regexp.MustCompile(`^([~<>]?\d{1,2}(?:-\d{1,2})?)(?:\+[0-6])?(?:/40)?(?: ?(?:w|wk|wks|week|weeks))?$`)

// pregnancy reads the facts of a pregnancy or a loss.
func (rd *reader) pregnancy(i int) (found, bool) {
	if !rd.who.Pregnancy {
		return found{}, false
	}
	if rd.tokens[i].low == "due" {
		if f, next, ok := rd.number(skipIn(rd, i+1)); ok {
			return rd.single(i, next, &gestation{due: f}), true
		}
	}
	for to := min(i+2, len(rd.tokens)); to > i; to-- {
		words, whole := rd.said(i, to)
		if m := weeksWord.FindStringSubmatch(strings.ToLower(words)); whole && m != nil {
			return rd.single(i, to, &gestation{weeks: pedigree.ParseFuzzy(m[1])}), true
		}
	}
	return found{}, false
}
