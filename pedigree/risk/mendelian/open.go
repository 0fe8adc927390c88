package mendelian

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// bound fills in the range of every value over all readings of the vague ages. Each person's readings
// enclose, genotype by genotype, what is known of that person; the likelihood of each genotype of the
// subject (or of an unborn child) grows with all of it, so that the sums with all lowest and all highest
// enclose it. Where an age is vague the range is marked as a bound; elsewhere it is the value itself.
func (q *question) bound(a *risk.Assessment) {
	a.Range = risk.Ranges{}
	for key, v := range a.Values {
		a.Range[key] = risk.Range{Low: v, High: v}
	}
	low, high, vague := q.enclosed()
	if !vague {
		return
	}
	lowest, errLow := q.net.Solve(low)
	highest, errHigh := q.net.Solve(high)
	if errHigh != nil {
		return
	}
	// between is the range of one share of a person's genotypes. Data that are impossible at their lowest
	// have the lowest likelihood nought.
	between := func(person int, share likelihood.Vector) risk.Range {
		top, bottom := vector(highest.Posterior(person)), likelihood.Vector{}
		if errLow == nil {
			bottom = vector(lowest.Posterior(person))
			scale := math.Exp(lowest.LogLikelihood() - highest.LogLikelihood())
			for g := range bottom {
				bottom[g] *= scale
			}
		}
		return enclose(bottom, top, share)
	}
	set := func(key string, r risk.Range) {
		v, ok := a.Values[key]
		if ok {
			a.Range[key] = risk.Range{Low: min(r.Low, v), High: max(r.High, v), Bound: true}
		}
	}
	set(carrierKey, between(q.subject, q.carrierShare()))
	for g := range likelihood.Genotypes {
		share := likelihood.Vector{}
		share[g] = 1
		set(fmt.Sprint(genotypeKey, g), between(q.subject, share))
	}
	set(affectedKey, risk.Range{Low: 0, High: slices.Max(q.everShare())})
	if q.son == none {
		return
	}
	son, daughter := between(q.son, q.Ever(pedigree.Male)), between(q.girl, q.Ever(pedigree.Female))
	set(nextSonKey, son)
	set(nextDaughterKey, daughter)
	set(nextCarrierKey, between(q.girl, q.carrierShare()))
	either := risk.Range{Low: (son.Low + daughter.Low) / 2, High: (son.High + daughter.High) / 2}
	set(nextChildKey, either)
	if q.Mosaicism != nil {
		set(nextChildKey+mosaicismKey, risk.Range{Low: either.Low, High: min(1, either.High+*q.Mosaicism)})
		set(nextSonKey+mosaicismKey, risk.Range{Low: son.Low, High: min(1, son.High+*q.Mosaicism)})
	}
}

// carrierShare is 1 for the genotypes that are carriers.
func (q *question) carrierShare() likelihood.Vector {
	return likelihood.Vector{0, q.carries(likelihood.Vector{0, 1, 0}), q.carries(likelihood.Vector{0, 0, 1})}
}

// everShare is the subject's chance of ever being affected by genotype, at its highest.
func (q *question) everShare() []float64 {
	ever := q.Ever(q.c.Subject.Sex)
	return ever[:]
}

// enclose is the lowest and highest of Σ share·L / Σ L when each L lies between bottom and top: the extremes
// take the lowest L where the share is small and the highest where it is large, and change over at one
// share.
func enclose(bottom, top, share likelihood.Vector) risk.Range {
	r := risk.Range{Low: 1, High: 0}
	for _, threshold := range share {
		lows, lowSum, highs, highSum := 0.0, 0.0, 0.0, 0.0
		for g, s := range share {
			small, large := bottom[g], top[g]
			if s < threshold {
				small, large = large, small
			}
			// For the lowest average the large shares have their lowest weight.
			lows, lowSum = lows+s*small, lowSum+small
			highs, highSum = highs+s*large, highSum+large
		}
		if lowSum > 0 {
			r.Low = min(r.Low, lows/lowSum)
		}
		if highSum > 0 {
			r.High = max(r.High, highs/highSum)
		}
	}
	if r.Low > r.High {
		return risk.Range{Low: 0, High: 1}
	}
	return r
}

// enclosed is everybody's data at its lowest and highest.
func (q *question) enclosed() (low, high []likelihood.Vector, vague bool) {
	low, high = slices.Clone(q.data), slices.Clone(q.data)
	for i, k := range q.known {
		if len(k.Readings) < 2 {
			continue
		}
		least, most := k.Ends()
		for g := range least {
			low[i][g], high[i][g] = least[g]*k.Genotype[g], most[g]*k.Genotype[g]
		}
		vague = vague || low[i] != high[i]
	}
	return low, high, vague
}

// missing lists what is vague, unconfirmed or not known, and what it could do to the carrier probability.
// Facts that the option gives are not doubted.
func (q *question) missing(a *risk.Assessment) []risk.Missing {
	if q.Phenotypes != nil {
		return nil
	}
	index := q.c.Family.Index()
	focus := q.solved.Toward(q.subject)
	with := func(d *risk.Doubt, r *risk.Reading) (genes likelihood.Vector, possible bool) {
		known := q.reader.Of(r.Person).All()
		genes = vector(focus.Instead(index[d.Person], known[:]))
		sum := genes[0] + genes[1] + genes[2]
		for g := range genes {
			genes[g] /= sum
		}
		return genes, sum > 0
	}
	doubts := q.doubts()
	for i := range doubts {
		d := &doubts[i]
		d.Readings = slices.DeleteFunc(d.Readings, func(r risk.Reading) bool {
			_, possible := with(d, &r)
			return !possible // an affected grandmother of a boy with a lethal condition
		})
	}
	doubts = slices.DeleteFunc(doubts, func(d risk.Doubt) bool {
		return len(d.Readings) == 0 || d.Kind == risk.FactMissing && len(d.Readings) == 1
	})
	return risk.EffectsBy(doubts, a, func(d *risk.Doubt, r *risk.Reading) risk.Assessment {
		genes, _ := with(d, r)
		return risk.Assessment{Status: risk.OK, Values: risk.Values{carrierKey: q.carries(genes)}}
	})
}

// doubts are those of the condition's diagnoses, of its gene's tests and of ages, and whether a near
// relative of whom it is not known is affected.
func (q *question) doubts() []risk.Doubt {
	site := pedigree.Site(strings.ToLower(q.Condition))
	doubts := slices.DeleteFunc(risk.Doubts(q.c, []pedigree.Site{site}), func(d risk.Doubt) bool {
		p := q.c.Family.Individual(d.Person)
		return d.Kind == risk.FactMissing || p.IsGroup() || d.Item != "" && !q.reads(p, d.Item)
	})
	for i := range q.c.Family.Individuals {
		p := &q.c.Family.Individuals[i]
		if q.known[i].Phenotype != likelihood.Unknown || q.known[i].Affected || !p.IsPerson() || !(i == q.subject || q.c.IsBlood(p.ID) && q.c.Relation(p.ID).Degree <= nearest) {
			continue
		}
		well, ill := *p, *p
		well.NoDetails, well.Affected, well.Diagnoses = false, pedigree.No, nil
		ill.NoDetails, ill.Affected = false, pedigree.Yes
		ill.Diagnoses = []pedigree.Diagnosis{{Site: site}}
		if q.Condition == "" {
			ill.Diagnoses = nil
		}
		doubts = append(doubts, risk.Doubt{
			Person: p.ID, Kind: risk.FactMissing, Fact: "whether affected by " + conditionOf(q.Locus),
			Readings: []risk.Reading{{Name: "unaffected", Person: &well}, {Name: "affected", Person: &ill}},
		})
	}
	return doubts
}

// nearest is the degree of relationship to which facts of which nothing is recorded are asked for.
const nearest = 2

// reads reports that an item of a person is a diagnosis of the condition or a test of its gene.
func (q *question) reads(p *pedigree.Individual, item pedigree.ID) bool {
	if d := q.Diagnosis(p); d != nil && d.ID == item {
		return true
	}
	return slices.ContainsFunc(p.GeneTests, func(t pedigree.GeneTest) bool {
		return t.ID == item && q.Gene != "" && strings.EqualFold(t.Gene, q.Gene)
	})
}
