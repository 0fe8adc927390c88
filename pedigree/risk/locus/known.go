package locus

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// Known is what is known of one person, as probabilities of it given 0, 1 and 2 risk alleles.
type Known struct {
	Phenotype likelihood.Vector   // averaged over Readings
	Readings  []likelihood.Vector // of a vague age, equally likely; one where nothing is vague
	Genotype  likelihood.Vector   // tests, carrier states and genotypes
	Affected  bool
	Words     []string // what counted, "affected at 45", "carrier test negative"
}

// All is phenotype and genotype together.
func (k Known) All() likelihood.Vector { return times(k.Phenotype, k.Genotype) }

// Ends are the lowest and highest Phenotype by genotype over the readings. Each reading is scaled first, to 1
// where all readings can be: a factor of a whole reading moves no answer, and a likelihood grows with every
// entry, so that sums with all lowest and with all highest enclose those of every reading.
func (k Known) Ends() (low, high likelihood.Vector) {
	to := slices.IndexFunc([]int{0, 1, 2}, func(g int) bool {
		return !slices.ContainsFunc(k.Readings, func(r likelihood.Vector) bool { return r[g] == 0 && r != (likelihood.Vector{}) })
	})
	first := true
	for _, r := range k.Readings {
		unit := max(r[0], r[1], r[2])
		if unit == 0 {
			continue // cannot be
		}
		if to >= 0 {
			unit = r[to]
		}
		for g := range r {
			r[g] /= unit
			if first || r[g] < low[g] {
				low[g] = r[g]
			}
			if first || r[g] > high[g] {
				high[g] = r[g]
			}
		}
		first = false
	}
	return low, high
}

func times(a, b likelihood.Vector) likelihood.Vector {
	for g := range a {
		a[g] *= b[g]
	}
	return a
}

// Reader reads what is known of the people of one case.
type Reader struct {
	*Locus
	c       *risk.Case
	named   bool // some diagnosis in the family is the condition; where none is, the plain affected flags stand for it
	parents map[pedigree.ID]bool
}

// Reader prepares to read the case's family.
func (l *Locus) Reader(c *risk.Case) *Reader {
	r := &Reader{Locus: l, c: c, parents: parentsOf(c.Family)}
	for i := range c.Family.Individuals {
		r.named = r.named || l.Diagnosis(&c.Family.Individuals[i]) != nil
	}
	return r
}

// Everybody reads all people of the case's family, in its order.
func (r *Reader) Everybody() []Known {
	known := make([]Known, len(r.c.Family.Individuals))
	for i := range known {
		known[i] = r.Of(&r.c.Family.Individuals[i])
	}
	return known
}

// Of reads one person, who may be a copy of one of the case's with other facts. Groups, pregnancies and
// losses tell nothing unless the option names them.
func (r *Reader) Of(p *pedigree.Individual) Known {
	k := Known{Readings: []likelihood.Vector{likelihood.Unknown}}
	if p.IsPerson() || r.Phenotypes[p.ID] != "" {
		r.readPhenotype(p, &k)
	}
	k.Phenotype = mean(k.Readings)
	r.readGenotype(p, &k)
	if r.parents[p.ID] {
		k.Genotype = times(k.Genotype, r.fertile(p.Sex))
	}
	return k
}

func mean(readings []likelihood.Vector) (v likelihood.Vector) {
	for _, r := range readings {
		for g := range v {
			v[g] += r[g] / float64(len(readings))
		}
	}
	return v
}

// Diagnosis finds a person's diagnosis of the condition, as a site of that name or in the words said; nil
// where there is none that counts.
func (l *Locus) Diagnosis(p *pedigree.Individual) *pedigree.Diagnosis {
	if l.Condition == "" {
		return nil
	}
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		if d.Counts() && (strings.EqualFold(string(d.Site), l.Condition) || strings.EqualFold(d.Words, l.Condition)) {
			return d
		}
	}
	return nil
}

// phenotype says whether a person is "affected", "unaffected" or neither, from the option or the family.
func (r *Reader) phenotype(p *pedigree.Individual) (string, *pedigree.Diagnosis) {
	if r.Phenotypes != nil {
		return r.Phenotypes[p.ID], r.Diagnosis(p)
	}
	d := r.Diagnosis(p)
	switch {
	case d != nil && d.Certainty == pedigree.Possible:
		return "unknown", d
	case d != nil:
		return "affected", d
	case p.Affected == pedigree.Yes && len(p.Diagnoses) == 0 && !r.named:
		return "affected", nil
	case p.NoDetails:
		return "unknown", nil
	case p.Affected == pedigree.No, p.Well == pedigree.Yes:
		return "unaffected", nil
	case pedigree.Site(strings.ToLower(r.Condition)).IsCancer() && p.AskedIllness() == pedigree.IllnessAbsent:
		return "unaffected", nil
	}
	return "unknown", nil
}

// readPhenotype turns the phenotype into one probability for each reading of the age.
func (r *Reader) readPhenotype(p *pedigree.Individual, k *Known) {
	phenotype, d := r.phenotype(p)
	if phenotype != "affected" && phenotype != "unaffected" {
		return
	}
	k.Affected = phenotype == "affected"
	if n, ok := r.Class[p.ID]; ok {
		k.set(fmt.Sprintf("%s, liability class %d", phenotype, n), r.oriented(p, k.Affected, vector(r.Classes[n-1], nil, p.Sex)))
		return
	}
	if r.sexed() && p.Sex != pedigree.Female && p.Sex != pedigree.Male {
		k.Words = append(k.Words, phenotype+", not counted because the sex assigned at birth is not known")
		return
	}
	reached, ageKnown := r.c.Age(p)
	switch {
	case len(r.ByAge) == 0:
		k.set(phenotype, r.oriented(p, k.Affected, r.Ever(p.Sex)))
	case k.Affected:
		ages, said := onset(d, reached, ageKnown)
		if said {
			k.over(ages, func(age int) likelihood.Vector { return r.at(p.Sex, age) })
			k.Words = append(k.Words, "affected "+risk.AgeWords(d.Age))
			return
		}
		if !ageKnown {
			reached = risk.Span{Low: pedigree.OldestAge, High: pedigree.OldestAge}
		}
		k.over(reached, func(age int) likelihood.Vector { return r.by(p.Sex, age) })
		k.Words = append(k.Words, "affected at an age not known")
	case ageKnown:
		k.over(reached, func(age int) likelihood.Vector { return r.oriented(p, false, r.by(p.Sex, age)) })
		k.Words = append(k.Words, "unaffected at "+spanWords(reached))
	default:
		k.Words = append(k.Words, "unaffected, not counted because the age is not known")
	}
}

// onset is the ages that a diagnosis can mean, not after the age reached; said is false without any.
func onset(d *pedigree.Diagnosis, reached risk.Span, ageKnown bool) (ages risk.Span, said bool) {
	if d == nil {
		return ages, false
	}
	low, high, ok := d.Age.Within(0, pedigree.OldestAge)
	if !ok || !pedigree.PlausibleAge(d.Age) {
		return ages, false
	}
	if ageKnown {
		high = min(high, reached.High)
	}
	return risk.Span{Low: min(low, high), High: high}, true
}

// oriented is the penetrance for the affected, and one minus it for the others.
func (l *Locus) oriented(p *pedigree.Individual, affected bool, v likelihood.Vector) likelihood.Vector {
	if affected {
		return v
	}
	return without(v, p.Sex, l.Inheritance == XLinked)
}

func (k *Known) set(words string, v likelihood.Vector) {
	k.Readings = []likelihood.Vector{v}
	k.Words = append(k.Words, words)
}

// over takes each age of a span as one reading.
func (k *Known) over(ages risk.Span, of func(int) likelihood.Vector) {
	k.Readings = nil
	for age := ages.Low; age <= ages.High; age++ {
		k.Readings = append(k.Readings, of(age))
	}
}

// readGenotype multiplies what tests, carrier states and the option say of the risk alleles.
func (l *Locus) readGenotype(p *pedigree.Individual, k *Known) {
	k.Genotype = likelihood.Unknown
	if l.Inheritance == XLinked && p.Sex == pedigree.Male {
		k.Genotype[2] = 0
	}
	only := func(words string, allowed ...int) {
		for g := range k.Genotype {
			if !slices.Contains(allowed, g) {
				k.Genotype[g] = 0
			}
		}
		k.Words = append(k.Words, words)
	}
	if g, ok := l.Genotypes[p.ID]; ok {
		only(fmt.Sprintf("known to carry %d %s", g, risk.Plural(g, "risk allele", "risk alleles")), g)
		return
	}
	switch {
	case slices.Contains(l.Carriers, p.ID):
		only("known carrier", 1)
		return
	case slices.Contains(l.Noncarriers, p.ID):
		only("known not to carry", 0)
		return
	}
	if test, ok := l.Tests[p.ID]; ok {
		l.readTest(test.Result, *l.detectionOf(test), k)
		return
	}
	for i := range p.GeneTests {
		l.readGeneTest(&p.GeneTests[i], k, only)
	}
	for i := range p.Carrier {
		s := &p.Carrier[i]
		if s.Kind != pedigree.UncertainCarrier && l.Condition != "" && strings.EqualFold(s.Condition, l.Condition) {
			if l.Inheritance == Recessive {
				only("recorded as a carrier", 1)
			} else {
				only("recorded as a carrier", 1, 2)
			}
		}
	}
}

// readTest multiplies the result of a test that finds each risk allele with the chance d.
func (l *Locus) readTest(result string, d float64, k *Known) {
	for g := range k.Genotype {
		missed := math.Pow(1-d, float64(g))
		if result == "negative" {
			k.Genotype[g] *= missed
		} else {
			k.Genotype[g] *= 1 - missed
		}
	}
	k.Words = append(k.Words, fmt.Sprintf("carrier test %s (finds %.4g%% of risk alleles)", result, 100*d))
}

// readGeneTest reads a recorded result of the gene: a pathogenic one is a risk allele; a negative test for
// the familial variant is none, except where two different variants may be in the family; a negative screen
// misses what the detection says, and without a detection lowers nothing.
func (l *Locus) readGeneTest(t *pedigree.GeneTest, k *Known, only func(string, ...int)) {
	if l.Gene == "" || !strings.EqualFold(t.Gene, l.Gene) || t.Sample == pedigree.Tumour {
		return
	}
	switch {
	case t.GermlinePositive():
		only("tested positive", 1, 2)
	case t.Result == pedigree.Negative && t.Scope == pedigree.FamilialVariant && l.Inheritance != Recessive:
		only("tested negative for the familial variant", 0)
	case t.Result == pedigree.Negative && t.Scope == pedigree.Screen && l.Detection != nil:
		l.readTest("negative", *l.Detection, k)
	case t.Result == pedigree.Negative:
		k.Words = append(k.Words, "tested negative, not counted because it is not known how much the test finds")
	}
}

func spanWords(s risk.Span) string {
	if s.IsExact() {
		return fmt.Sprint(s.Low)
	}
	return fmt.Sprintf("%d to %d", s.Low, s.High)
}
