package canrisk

import (
	"encoding/json"
	"strings"

	"kindred/pedigree"
)

// resultKey is the key of a gene test's Extra that keeps HOXB13's HET or HOM.
const resultKey = "canrisk_result"

// geneTests reads the tests that were done. CanRisk tests are of the germline; S is a search of the
// whole gene and T a test for the family's variant.
func (c *cellReader) geneTests(v version) []pedigree.GeneTest {
	var tests []pedigree.GeneTest
	for i, gene := range v.genes {
		kind, result, whole := c.testCell(v, i)
		if !whole {
			c.fail("the test of %s is %q: write type and result, such as S:N, or 0:0", gene, c.cells[fixedColumns+i])
			return nil
		}
		if kind == "0" && result == "0" {
			continue
		}
		t := pedigree.GeneTest{Gene: gene, Sample: pedigree.Germline}
		switch kind {
		case "S":
			t.Scope = pedigree.Screen
		case "T":
			t.Scope = pedigree.FamilialVariant
		case "0":
			c.fail("the test of %s has a result without a type: write S or T before it", gene)
		default:
			c.fail("the type of the test of %s is %q: write S, T or 0", gene, kind)
		}
		switch {
		case result == "N":
			t.Result = pedigree.Negative
		case result == "P" && gene != hoxb13:
			t.Result = pedigree.Positive
		case gene == hoxb13 && (result == "HET" || result == "HOM"):
			t.Result = pedigree.Positive
			t.Extra = pedigree.Extra{resultKey: json.RawMessage(`"` + result + `"`)}
		case result == "0":
			c.fail("the test of %s has a type without a result: write N or P after it, or 0:0", gene)
		default:
			c.fail("the result of the test of %s is %q: write N or P (HOXB13: N, HET or HOM)", gene, result)
		}
		tests = append(tests, t)
	}
	return tests
}

func (c *cellReader) testCell(v version, i int) (kind, result string, whole bool) {
	if v.apart {
		return c.cells[fixedColumns+2*i], c.cells[fixedColumns+2*i+1], true
	}
	return strings.Cut(c.cells[fixedColumns+i], ":")
}
