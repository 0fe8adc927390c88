package genes

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"kindred/pedigree"
)

// table holds the hazards of one cancer by year of age, from 0 to oldest.
type table struct {
	population []float64
	none       []float64   // of people who carry none of the genes
	carrier    [][]float64 // by gene; nil where the gene does not raise it
	deaths     []float64   // of anything else, a year
}

// rates is one row of a file of incidence or of deaths.
type rates struct {
	Cancer string       `json:"cancer"`
	Sex    pedigree.Sex `json:"sex"`
	Per    []float64    `json:"per_100000"`
	// Pooled are ages from and to between which single bands are not to be told apart.
	Pooled [][2]float64 `json:"pooled"`
}

const per = 100_000

// tabulate works out every cancer's hazards.
func (m *Model) tabulate(incidence, deaths []byte) error {
	var found struct {
		Bands []float64 `json:"bands"`
		Rates []rates   `json:"rates"`
	}
	if err := json.Unmarshal(incidence, &found); err != nil {
		return fmt.Errorf("incidence: %w", err)
	}
	var died struct {
		Rates []rates `json:"rates"`
	}
	if err := json.Unmarshal(deaths, &died); err != nil {
		return fmt.Errorf("deaths: %w", err)
	}
	for i := range m.cancers {
		c := &m.cancers[i]
		t := &table{carrier: make([][]float64, len(m.genes))}
		of := func(all []rates) *rates {
			at := slices.IndexFunc(all, func(r rates) bool { return r.Cancer == c.Table && r.Sex == c.Sex })
			if at < 0 {
				return nil
			}
			return &all[at]
		}
		new, dead := of(found.Rates), of(died.Rates)
		switch {
		case new == nil || len(new.Per) != len(found.Bands) || len(found.Bands) < 2:
			return fmt.Errorf("incidence: %s, %s: no rates, or not one for each band", c.Table, c.Sex)
		case dead == nil || len(dead.Per) == 0:
			return fmt.Errorf("deaths: %s, %s: no rates", c.Table, c.Sex)
		}
		t.population = smoothed(found.Bands, new)
		for a := range t.population {
			t.deaths = append(t.deaths, dead.Per[min(a, len(dead.Per)-1)]/per)
		}
		for gene, how := range c.Carriers {
			t.carrier[m.position(gene)] = how.hazards(t.population)
		}
		t.divide(m.genes)
		c.table = t
	}
	return nil
}

// smoothed is the hazard by year of age of rates by bands; the last band goes on as it is.
func smoothed(bands []float64, r *rates) []float64 {
	ages, cumulative := []float64{bands[0]}, []float64{0}
	sum := 0.0
	for i, from := range bands {
		to := from + bands[1] - bands[0]
		sum += (to - from) * r.Per[i] / per
		if slices.ContainsFunc(r.Pooled, func(p [2]float64) bool { return to > p[0] && to < p[1] }) {
			continue
		}
		ages, cumulative = append(ages, to), append(cumulative, sum)
	}
	hazards := cubic(ages, cumulative)
	for a := range hazards {
		hazards[a] = max(hazards[a], leastHazard)
	}
	return hazards
}

// hazards is what is published of carriers, by year of age, and nowhere less than the population's.
func (c carriers) hazards(population []float64) []float64 {
	var hazards []float64
	switch {
	case len(c.CumulativePercent) > 0:
		hazards = fromPercent(c.CumulativePercent)
	case len(c.RelativeRisk) > 0:
		for a, h := range population {
			hazards = append(hazards, h*ratioAt(c.RelativeRisk, a))
		}
	default:
		hazards = ratiosToMeet(c.ToMeetPercent, population)
	}
	for a, h := range population {
		hazards[a] = max(hazards[a], h)
	}
	return hazards
}

// divide finds the hazard of non-carriers: that with which carriers, in proportion to those still without
// the cancer, and non-carriers together have the population's.
func (t *table) divide(genes []gene) {
	nobody := 1.0
	free := make([]float64, len(genes)) // carriers of each gene who are without the cancer
	for g := range genes {
		q := genes[g].Frequency.Value
		if t.carrier[g] != nil {
			free[g] = 1 - (1-q)*(1-q)
			nobody -= free[g]
		}
	}
	t.none = make([]float64, len(t.population))
	for a, h := range t.population {
		everybody, found := nobody, 0.0
		for g, share := range free {
			everybody += share
			if share > 0 {
				found += share * t.carrier[g][a]
			}
		}
		t.none[a] = max((h*everybody-found)/nobody, leastHazard)
		nobody *= math.Exp(-t.none[a])
		for g, share := range free {
			if share > 0 {
				free[g] = share * math.Exp(-t.carrier[g][a])
			}
		}
	}
}
