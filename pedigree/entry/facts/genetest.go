package facts

import (
	"regexp"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/hgvs"
	"kindred/pedigree/terms"
)

// geneTest is one result, of one gene or of two that were tested together.
type geneTest struct {
	pedigree.GeneTest
	genes []string
}

func (t *geneTest) words(p *pedigree.Individual) string {
	one := t.GeneTest
	one.Gene = strings.Join(t.genes, " and ")
	if one.Gene == "BRCA" {
		one.Gene = "BRCA (which is not said)"
	}
	what, about := describe.Tested(p, &one)
	for i, word := range about {
		if word == "report not seen" {
			about[i] = "reported"
		}
	}
	return strings.Join(append([]string{what}, about...), ", ")
}

// geneWord splits a gene from the sign of its result: "BRCA1+", "BRCA1/2-".
var geneWord = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9]*(?:[/&][A-Za-z0-9]+)?)((?:\+|-|–|\?)(?:ve)?)?$`)

var results = map[string]pedigree.TestResult{
	"+": pedigree.Positive, "+ve": pedigree.Positive, "pos": pedigree.Positive, "positive": pedigree.Positive, "pathogenic": pedigree.Positive, "lp": pedigree.Positive,
	"likely pathogenic": pedigree.Positive, "has it": pedigree.Positive, "carrier": pedigree.Positive,
	"-": pedigree.Negative, "–": pedigree.Negative, "-ve": pedigree.Negative, "neg": pedigree.Negative, "negative": pedigree.Negative, "clear": pedigree.Negative,
	"no variant found": pedigree.Negative, "normal": pedigree.Negative, "nad": pedigree.Negative,
	"vus": pedigree.Uncertain, "uncertain": pedigree.Uncertain, "variant of uncertain significance": pedigree.Uncertain, "uv": pedigree.Uncertain,
	"?": pedigree.ResultUnknown, "dk": pedigree.ResultUnknown, "unknown": pedigree.ResultUnknown, "result ?": pedigree.ResultUnknown, "tested": pedigree.ResultUnknown,
	"awaited": pedigree.ResultUnknown, "pending": pedigree.ResultUnknown, "result not known": pedigree.ResultUnknown, "result unknown": pedigree.ResultUnknown,
}

var scopes = map[string]pedigree.TestScope{
	"screen": pedigree.Screen, "full screen": pedigree.Screen, "full": pedigree.Screen, "panel": pedigree.Screen, "sequencing": pedigree.Screen,
	"pred": pedigree.FamilialVariant, "predictive": pedigree.FamilialVariant, "cascade": pedigree.FamilialVariant, "familial": pedigree.FamilialVariant,
	"familial variant": pedigree.FamilialVariant, "family variant": pedigree.FamilialVariant,
	"founder": pedigree.FounderPanel, "founder panel": pedigree.FounderPanel, "founders": pedigree.FounderPanel, "jewish panel": pedigree.FounderPanel, "aj panel": pedigree.FounderPanel,
	"scope ?": pedigree.ScopeUnknown, "don't know what was tested": pedigree.ScopeUnknown, "doesn't know what was tested": pedigree.ScopeUnknown,
	"dk what was tested": pedigree.ScopeUnknown, "not sure what was tested": pedigree.ScopeUnknown, "not known what was tested": pedigree.ScopeUnknown,
}

var seen = map[string]pedigree.Answer{
	"report seen": pedigree.Yes, "seen": pedigree.Yes, "report": pedigree.Yes, "confirmed": pedigree.Yes, "rs": pedigree.Yes,
	"told": pedigree.No, "reported": pedigree.No, "report not seen": pedigree.No, "not seen": pedigree.No, "no report": pedigree.No,
	"report requested": pedigree.No, "requested": pedigree.No, "verbal": pedigree.No,
}

var samples = map[string]pedigree.TestSample{
	"tumour": pedigree.Tumour, "tumor": pedigree.Tumour, "somatic": pedigree.Tumour, "in tumour": pedigree.Tumour, "in the tumour": pedigree.Tumour,
	"germline": pedigree.Germline, "blood": pedigree.Germline, "saliva": pedigree.Germline,
}

var (
	classWord   = regexp.MustCompile(`^(?:class|c) ?([1-5])$`)
	variantWord = regexp.MustCompile(`(?i)^(?:[cgpmnr]\.\S+|N[MGPRC]_\S+|\d+(?:[-_]\d+)?(?:del|ins|dup)[a-z]*\d*|del(?:etion)?ex\S*|ex\d\S*(?:del|dup)|IVS\d+\S+|[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:[ACDEFGHIKLMNPQRSTVWYX*]|fs\S*|ter))$`)
)

// geneTest reads "BRCA1+ report seen", "BRCA1/2- screen", "tumour BRCA1+", "BRCA ?".
func (rd *reader) geneTest(i int) (found, bool) {
	t := &geneTest{}
	at := i
	if sample, next, ok := oneOf(rd, i, samples); ok {
		t.Sample, at = sample, next
	}
	if at >= len(rd.tokens) || rd.tokens[at].quoted || rd.tokens[at].ends {
		return found{}, false
	}
	m := geneWord.FindStringSubmatch(rd.tokens[at].text)
	if m == nil {
		return found{}, false
	}
	t.genes = terms.GenePair(m[1])
	which := len(t.genes) == 0 && strings.EqualFold(m[1], "BRCA")
	if which {
		t.genes = []string{"BRCA"}
	}
	if len(t.genes) == 0 {
		return found{}, false
	}
	t.Result = results[strings.TrimSuffix(m[2], "ve")]
	next := at + 1
	for next < len(rd.tokens) && !rd.tokens[next].ends && !rd.tokens[next].quoted {
		after, ok := rd.aboutTest(next, &t.GeneTest)
		if !ok {
			break
		}
		next = after
	}
	if next < len(rd.tokens) && rd.tokens[next].ends {
		if after, ok := rd.aboutTestOnly(next+1, &t.GeneTest); ok {
			next = after
		}
	}
	if which && t.Result == "" && next < len(rd.tokens) && !rd.tokens[next].ends {
		return found{}, false // "brca" alone before other words is nothing certain
	}
	if t.Result == "" {
		t.Result = pedigree.ResultUnknown
	}
	got := rd.single(i, next, t)
	if problem := hgvs.Check(t.Variant); problem != "" && !hgvs.IsLegacy(t.Variant) {
		got.trouble = append(got.trouble, Trouble{rd.span(i, next), problem})
	}
	if which {
		got.asks = append(got.asks, rd.whichBRCA(i, at, next, m[2], t.Result))
	} else if len(t.genes) > 1 && (t.Result == pedigree.Positive || t.Result == pedigree.Uncertain) {
		got.asks = append(got.asks, rd.whichPositive(i, at, next, t.genes, m[2]))
		t.genes = []string{strings.ToUpper(m[1])}
	}
	return got, true
}

// whichBRCA asks which of the two genes was meant; until then the gene is "BRCA", which no model reads.
func (rd *reader) whichBRCA(from, at, to int, sign string, result pedigree.TestResult) Ask {
	before, after := rd.text[rd.tokens[from].From:rd.tokens[at].From], rd.text[rd.tokens[at].To:rd.tokens[to-1].To]
	ask := Ask{Span: rd.span(from, to), Words: "Which gene: BRCA1 or BRCA2?"}
	for _, gene := range []string{"BRCA1", "BRCA2"} {
		ask.Choices = append(ask.Choices, Choice{gene, before + gene + sign + after})
	}
	if result != pedigree.Positive {
		ask.Choices = append(ask.Choices, Choice{"Both", before + "BRCA1/2" + sign + after})
	}
	return ask
}

// whichPositive asks in which of several genes a variant was found; until then they are one word, which
// no model reads.
func (rd *reader) whichPositive(from, at, to int, genes []string, sign string) Ask {
	before, after := rd.text[rd.tokens[from].From:rd.tokens[at].From], rd.text[rd.tokens[at].To:rd.tokens[to-1].To]
	ask := Ask{Span: rd.span(from, to), Words: "In which gene was the variant found?"}
	for _, gene := range genes {
		ask.Choices = append(ask.Choices, Choice{gene, before + gene + sign + after})
	}
	both := make([]string, len(genes))
	for i, gene := range genes {
		both[i] = before + gene + sign + after
	}
	ask.Choices = append(ask.Choices, Choice{"One in each", strings.Join(both, ", ")})
	return ask
}

// aboutTest reads one thing that is said of a test.
func (rd *reader) aboutTest(i int, t *pedigree.GeneTest) (next int, ok bool) {
	if next, ok := rd.aboutTestOnly(i, t); ok {
		return next, true
	}
	if t.Result == "" {
		if result, ok := results[rd.tokens[i].low]; ok && len(rd.tokens[i].low) <= 3 {
			t.Result = result // a sign of its own: "BRCA1 -"
			return i + 1, true
		}
		if result, next, ok := oneOf(rd, i, results); ok {
			t.Result = result
			return next, true
		}
	}
	f, next, ok := rd.ageAt(skipIn(rd, i))
	if ok && isYear(f) && t.On.IsZero() {
		t.On = f
		return next, true
	}
	if ok && isAge(f) && t.Age.IsZero() {
		t.Age = f
		return next, true
	}
	return i, false
}

// aboutTestOnly reads what can be said of nothing but a test, so that it also counts behind a comma.
func (rd *reader) aboutTestOnly(i int, t *pedigree.GeneTest) (next int, ok bool) {
	if i >= len(rd.tokens) || rd.tokens[i].ends || rd.tokens[i].quoted {
		return i, false
	}
	if answer, next, ok := oneOf(rd, i, seen); ok {
		t.ReportSeen = answer
		return next, true
	}
	if scope, next, ok := oneOf(rd, i, scopes); ok {
		t.Scope = scope
		return next, true
	}
	if sample, next, ok := oneOf(rd, i, samples); ok && t.Sample == "" {
		t.Sample = sample
		return next, true
	}
	var class byte
	if next, ok := rd.longest(i, func(words string) bool {
		m := classWord.FindStringSubmatch(words)
		if m != nil {
			class = m[1][0]
		}
		return m != nil
	}); ok {
		setClass(t, int(class-'0'))
		return next, true
	}
	if rd.variant(i, t) {
		return i + 1, true
	}
	if rd.tokens[i].low == "lab" && i+1 < len(rd.tokens) && !rd.tokens[i+1].ends {
		t.Laboratory = rd.tokens[i+1].text
		return i + 2, true
	}
	return i, false
}

// variant reads the variant as reported, a second word of it such as the protein's, and the sign behind it.
func (rd *reader) variant(i int, t *pedigree.GeneTest) bool {
	word := rd.tokens[i].text
	bare := strings.TrimRight(word, "+-")
	sign, signed := results[word[len(bare):]]
	if !variantWord.MatchString(bare) || signed && t.Result != "" {
		return false
	}
	if !signed {
		bare = word
	} else {
		t.Result = sign
	}
	t.Variant = strings.TrimSpace(t.Variant + " " + bare)
	return true
}

// setClass records the class, and the result that follows from it where none was said: 1 and 2 are
// negative, 3 is uncertain, 4 and 5 are positive (Plon et al. 2008, doi:10.1002/humu.20880).
func setClass(t *pedigree.GeneTest, class int) {
	t.Class = class
	if t.Result != "" {
		return
	}
	switch {
	case class <= 2:
		t.Result = pedigree.Negative
	case class == 3:
		t.Result = pedigree.Uncertain
	default:
		t.Result = pedigree.Positive
	}
}
