package genes

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// number is a published number, with its mark and where it is from.
type number struct {
	Value float64 `json:"value"`
	Mark  string  `json:"mark"`
	From  string  `json:"from"`
}

// gene is one locus of the model.
type gene struct {
	Name      string  `json:"gene"`                // HGNC symbol
	Frequency number  `json:"frequency"`           // of the risk allele, 0 to 1
	Ashkenazi *number `json:"ashkenazi,omitempty"` // the same among Ashkenazi founders; absent: no different
	// Screen is the share of carriers that a full screen finds; absent, a negative screen says nothing.
	Screen *number `json:"screen_sensitivity,omitempty"`
	// Beside says that founders may carry another gene beside this one even while no variant is known: for the genes
	// that speak loudest. It decides how exact the sum is and changes no frequency.
	Beside bool `json:"beside,omitempty"`
}

// carriers is how the hazard of a gene's carriers is published: one of the three lists, each of points
// (age in years, number) with rising ages.
type carriers struct {
	CumulativePercent [][2]float64 `json:"cumulative_percent"` // net, by exact age; the first is 0
	RelativeRisk      [][2]float64 `json:"relative_risk"`      // to the population
	ToMeetPercent     [][2]float64 `json:"relative_risk_to_meet_percent"`
	Mark              string       `json:"mark"`
	From              string       `json:"from"`
}

// cancer is one cancer of one sex.
type cancer struct {
	Name     string              `json:"cancer"` // the key of values, "male breast"
	Words    string              `json:"words"`  // "breast cancer"
	Sites    []pedigree.Site     `json:"sites"`
	Sex      pedigree.Sex        `json:"sex"`
	Table    string              `json:"incidence"` // its name in the tables of incidence and deaths; "" is Name
	Carriers map[string]carriers `json:"carriers"`  // by gene; the genes that are absent do not raise it
	// EndsRisks says that after this cancer the model gives no risks of others.
	EndsRisks bool `json:"ends_risks"`

	organ pedigree.Organ
	table *table
}

// group is a value for carrying any of several genes.
type group struct {
	Key   string   `json:"key"`
	Genes []string `json:"genes"`
}

// Model is a model with its numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	name             string
	genes            []gene
	cancers          []cancer
	together         []group
	ashkenaziWarning string
	lastAge          int  // to which risks are given
	testedTogether   bool // the answer is known by the chance of any gene, however likely one is

	sites          []pedigree.Site // that the model reads
	usual, leanest *genotypes      // with the usual number of risk alleles, and with one
	made           sync.Map        // the genotypes for families in which variants are known, once made
}

// New reads a model's numbers. numbers is the model's file, as assets/models/inherited-breast-ovarian.json:
//
//   - title, version, source, validity and limits, as every model's;
//   - genes: each with its symbol, the frequency of the risk allele, and where known the sensitivity of a
//     screen; beside marks genes beside which founders may carry another;
//   - cancers: each of one sex, with sites, words, the name of its incidence where that is another, ends_risks
//     where no risks are given after it, and carriers by gene, which have one of cumulative_percent,
//     relative_risk and relative_risk_to_meet_percent, lists of [age, number];
//   - together: values for carrying any of several genes; ashkenazi_warning; to_age, to which the numbers reach;
//     tested_together, where any gene is what the answer is known by, however likely one of them is.
//
// incidence and deaths are assets/models/incidence.json and deaths.json. The error says which number is missing
// or cannot be.
func New(name string, numbers, incidence, deaths []byte) (*Model, error) {
	var file struct {
		risk.Published
		Genes            []gene   `json:"genes"`
		Cancers          []cancer `json:"cancers"`
		Together         []group  `json:"together"`
		AshkenaziWarning string   `json:"ashkenazi_warning"`
		ToAge            int      `json:"to_age"`
		TestedTogether   bool     `json:"tested_together"`
	}
	if err := json.Unmarshal(numbers, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	m := &Model{
		Published: file.Published, name: name, genes: file.Genes, cancers: file.Cancers,
		together: file.Together, ashkenaziWarning: file.AshkenaziWarning, lastAge: cmp.Or(file.ToAge, usualLastAge), testedTogether: file.TestedTogether,
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	err := m.tabulate(incidence, deaths)
	if err == nil {
		m.usual, err = m.genotypes(usualAlleles, m.beside(nil))
	}
	if err == nil {
		m.leanest, err = m.genotypes(leanAlleles, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// mostCarry bounds the share of people who carry any of the genes: genotypes with several variants are left out.
const mostCarry = 0.2

// check refuses numbers that cannot be.
func (m *Model) check() error {
	if len(m.genes) == 0 || len(m.cancers) == 0 {
		return fmt.Errorf("genes or cancers are missing")
	}
	carry := 0.0
	for i := range m.genes {
		g := &m.genes[i]
		carry += 2 * g.Frequency.Value
		if g.Ashkenazi != nil {
			carry += 2 * g.Ashkenazi.Value
		}
		shares := []number{g.Frequency}
		for _, n := range []*number{g.Screen, g.Ashkenazi} {
			if n != nil {
				shares = append(shares, *n)
			}
		}
		for k, n := range shares {
			if !(n.Value > 0 && n.Value <= 1) || k == 0 && n.Value > 0.5 || n.Mark == "" {
				return fmt.Errorf("%s: a frequency or sensitivity is missing, has no mark, or is not between 0 and 1", g.Name)
			}
		}
	}
	if !(carry < mostCarry) {
		return fmt.Errorf("the genes are too common for this method: %v of people would carry", carry)
	}
	if m.lastAge < adult || m.lastAge > oldest {
		return fmt.Errorf("to_age must be from %d to %d", adult, oldest)
	}
	for i := range m.cancers {
		c := &m.cancers[i]
		if c.Name == "" || c.Words == "" || len(c.Sites) == 0 || c.Sex != pedigree.Female && c.Sex != pedigree.Male {
			return fmt.Errorf("cancer %q: name, words, sites or sex is missing", c.Name)
		}
		for gene, how := range c.Carriers {
			if m.position(gene) < 0 {
				return fmt.Errorf("%s: %q is none of the genes", c.Name, gene)
			}
			if err := how.check(); err != nil {
				return fmt.Errorf("%s, %s: %w", c.Name, gene, err)
			}
		}
		if c.Table == "" {
			c.Table = c.Name
		}
		c.organ = c.Sites[0].Organ()
		for _, site := range c.Sites {
			if !slices.Contains(m.sites, site) {
				m.sites = append(m.sites, site)
			}
		}
	}
	for _, together := range m.together {
		for _, gene := range together.Genes {
			if m.position(gene) < 0 {
				return fmt.Errorf("together: %q is none of the genes", gene)
			}
		}
	}
	return nil
}

// check refuses points that are out of order or cannot be.
func (c carriers) check() error {
	lists := 0
	for k, points := range [][][2]float64{c.CumulativePercent, c.RelativeRisk, c.ToMeetPercent} {
		if len(points) > 0 {
			lists++
		}
		for i, p := range points {
			percent := k != 1
			switch {
			case !(p[0] >= 0 && p[0] <= oldest) || i > 0 && p[0] <= points[i-1][0]:
				return fmt.Errorf("ages must rise from 0 to %d", oldest)
			case percent && !(p[1] >= 0 && p[1] < 100), percent && i > 0 && p[1] < points[i-1][1], !percent && !(p[1] > 0):
				return fmt.Errorf("%v at %v cannot be", p[1], p[0])
			}
		}
	}
	if len(c.ToMeetPercent) > 0 && c.ToMeetPercent[0][0] < 1 {
		return fmt.Errorf("a risk to meet must be at 1 year or later")
	}
	if lists != 1 || c.Mark == "" {
		return fmt.Errorf("needs one list of numbers and a mark")
	}
	if len(c.CumulativePercent) == 1 || len(c.CumulativePercent) > 1 && c.CumulativePercent[0][1] != 0 {
		return fmt.Errorf("a cumulative risk must begin with 0")
	}
	return nil
}

// position is a gene's position in the model; -1 for a gene that the model does not have.
func (m *Model) position(symbol string) int {
	return slices.IndexFunc(m.genes, func(g gene) bool { return g.Name == symbol })
}

// Name is the name that `kindred risk --model` takes.
func (m *Model) Name() string { return m.name }

// Genes lists the symbols of the model's genes.
func (m *Model) Genes() []string {
	names := make([]string, len(m.genes))
	for i := range m.genes {
		names[i] = m.genes[i].Name
	}
	return names
}
