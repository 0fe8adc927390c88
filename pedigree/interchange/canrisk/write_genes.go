package canrisk

import (
	"encoding/json"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/roster"
)

// genes writes one result for each gene: a positive one before a negative one, and a screen before
// a test for one variant.
func (p *personWriter) genes() {
	type written struct {
		code string
		rank int
		test *pedigree.GeneTest
	}
	best := map[int]written{}
	for i := range p.person.GeneTests {
		t := &p.person.GeneTests[i]
		gene := slices.Index(canRisk4.genes, t.Gene)
		code, rank, why := testCode(t)
		if gene < 0 {
			why = "CanRisk has no column for the gene"
		}
		if why != "" {
			p.note(listing.Dropped, "the test of %s (%s): %s", listing.Clip(t.Gene), resultWord(t), why)
			continue
		}
		now, old := written{code, rank, t}, best[gene]
		if old.test != nil {
			if old.rank <= now.rank {
				now, old = old, now
			}
			p.note(listing.Dropped, "a further test of %s (%s): CanRisk holds one", listing.Clip(t.Gene), resultWord(old.test))
		}
		best[gene] = now
	}
	for i := range canRisk4.genes {
		if w, ok := best[i]; ok {
			p.cells[fixedColumns+i] = w.code
			p.noteTest(w.test, w.code)
		}
	}
}

func resultWord(t *pedigree.GeneTest) string {
	if t.Result == "" {
		return "no result"
	}
	return listing.Clip(string(t.Result))
}

// testCode is a test as "type:result", with its rank where one gene has several (the lowest is
// written), or why it is left out. A negative test of unknown scope is left out because S and T
// both say more than is known.
func testCode(t *pedigree.GeneTest) (code string, rank int, why string) {
	switch {
	case t.Sample == pedigree.Tumour:
		return "", 0, "a tumour result is not a germline result"
	case t.Result == pedigree.Uncertain, t.Class == 3:
		return "", 0, "an uncertain result changes no risk"
	case t.Result == pedigree.Positive && t.Class > 0 && t.Class < 3:
		return "", 0, "positive and of a benign class: correct one of them"
	case t.Result == pedigree.Positive:
		kind := "S"
		if t.Scope == pedigree.FamilialVariant || t.Scope == pedigree.FounderPanel {
			kind = "T"
		}
		return kind + ":" + positiveCode(t), 0, ""
	case t.Result != pedigree.Negative:
		return "", 0, "the result is not known"
	case t.Scope == pedigree.Screen:
		return "S:N", 1, ""
	case t.Scope == pedigree.FamilialVariant:
		return "T:N", 2, ""
	}
	return "", 0, "negative, and how much of the gene was tested is not known or was not all of it"
}

func positiveCode(t *pedigree.GeneTest) string {
	if t.Gene != hoxb13 {
		return "P"
	}
	var said string
	if err := json.Unmarshal(t.Extra[resultKey], &said); err == nil && (said == "HET" || said == "HOM") {
		return said
	}
	return "HET"
}

// noteTest lists what was assumed of a test that is written, and what else is known of it.
func (p *personWriter) noteTest(t *pedigree.GeneTest, code string) {
	gene := listing.Clip(t.Gene)
	if t.Sample != pedigree.Germline {
		p.note(listing.Assumed, "the test of %s is taken as germline", gene)
	}
	if t.Result == pedigree.Positive {
		switch t.Scope {
		case pedigree.Screen, pedigree.FamilialVariant:
		case pedigree.FounderPanel:
			p.note(listing.Changed, "the founder panel of %s is written as a direct test", gene)
		default:
			p.note(listing.Assumed, "the scope of the test of %s is not known: written as a screen", gene)
		}
		if t.Gene == hoxb13 && t.Extra[resultKey] == nil {
			p.note(listing.Assumed, "one or two copies of the %s variant is not known: written as %s", gene, code)
		}
	}
	roster.NoteRest(p.notes, p.person.ID, "the test of "+gene+": ", t, "id", "gene", "result", "scope", "sample", resultKey)
}
