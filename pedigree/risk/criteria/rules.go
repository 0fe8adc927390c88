package criteria

import (
	"encoding/json"
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Rules are a published set of criteria about one person and the relatives, any condition of which is
// enough. The file that holds them names each condition's mark.
type Rules struct {
	risk.Published
	Tumours    map[string]*Tumour `json:"tumours"`
	Conditions []Condition        `json:"conditions"`
	// Other is a second published wording, said beside the answer and never deciding it.
	Other *Wording `json:"other_wording,omitempty"`

	kinds []*Kind // those of the deciding conditions, each pair of tumour and limit once
}

// Wording is another wording of the same criteria.
type Wording struct {
	Title      string      `json:"title"`
	Conditions []Condition `json:"conditions"`
}

// Condition is one condition of a set.
type Condition struct {
	Label string `json:"label"` // "a", "1", as the source numbers them
	Words string `json:"words"` // "colorectal cancer below 50"
	Mark  string `json:"mark"`
	Test  Test   `json:"test"`
}

// Test holds when all of All hold, when one of Any holds, or when the Need is met. Exactly one is given.
type Test struct {
	All  []Test `json:"all,omitempty"`
	Any  []Test `json:"any,omitempty"`
	Need *Need  `json:"need,omitempty"`
}

// Who is asked for a tumour, in a Need.
type Who string

// The people asked.
const (
	Self      Who = "self"      // the person whom the condition is about
	Relatives Who = "relatives" // blood relatives to the degree
	Family    Who = "family"    // the person and those relatives
)

// Need is a number of tumours in one person, or a number of people with them.
type Need struct {
	Who    Who `json:"who"`
	Degree int `json:"degree,omitempty"` // 1 or 2, for relatives
	Count  int `json:"count,omitempty"`  // of primaries in Self, of people otherwise; 0 is 1
	Each   int `json:"each,omitempty"`   // primaries that each of these people must have; 0 is 1
	// Kinds lists what counts: any of these.
	Kinds []Kind `json:"kinds,omitempty"`
	// Bilateral asks for two primaries on different sides.
	Bilateral bool `json:"bilateral,omitempty"`
	// Ancestry asks for one of these words among the ancestry of Self, and for nothing else.
	Ancestry []string `json:"ancestry,omitempty"`
}

// Kind is a tumour by its name in Tumours, diagnosed within a limit.
type Kind struct {
	Name string `json:"tumour"`
	Limit
	tumour *Tumour
	at     int // among the kinds of the rules
}

// Read reads rules (assets/models/chompret.json and others). The error names what is missing.
func Read(file []byte) (*Rules, error) {
	r := &Rules{}
	if err := json.Unmarshal(file, r); err != nil {
		return nil, err
	}
	if len(r.Conditions) == 0 {
		return nil, fmt.Errorf("no conditions")
	}
	lists := [][]Condition{r.Conditions}
	if r.Other != nil {
		lists = append(lists, r.Other.Conditions)
	}
	for _, conditions := range lists {
		for i := range conditions {
			c := &conditions[i]
			if c.Label == "" || c.Words == "" || c.Mark == "" {
				return nil, fmt.Errorf("condition %d lacks its label, words or mark", i+1)
			}
			if err := r.resolve(&c.Test); err != nil {
				return nil, fmt.Errorf("condition %s: %w", c.Label, err)
			}
		}
	}
	for i := range r.Conditions {
		r.number(&r.Conditions[i].Test)
	}
	return r, nil
}

// number gives each kind that a test names its place among the kinds of the rules.
func (r *Rules) number(t *Test) {
	for _, parts := range [][]Test{t.All, t.Any} {
		for i := range parts {
			r.number(&parts[i])
		}
	}
	if t.Need == nil {
		return
	}
	for i := range t.Need.Kinds {
		k := &t.Need.Kinds[i]
		k.at = slices.IndexFunc(r.kinds, func(other *Kind) bool { return other.Name == k.Name && other.Limit == k.Limit })
		if k.at < 0 {
			k.at = len(r.kinds)
			r.kinds = append(r.kinds, k)
		}
	}
}

// resolve checks a test and finds the tumours that it names.
func (r *Rules) resolve(t *Test) error {
	given := 0
	for _, parts := range [][]Test{t.All, t.Any} {
		if len(parts) > 0 {
			given++
		}
		for i := range parts {
			if err := r.resolve(&parts[i]); err != nil {
				return err
			}
		}
	}
	if t.Need != nil {
		given++
	}
	if given != 1 {
		return fmt.Errorf("a test must have exactly one of all, any and need")
	}
	if t.Need == nil {
		return nil
	}
	n := t.Need
	if n.Who != Self && (n.Who != Relatives && n.Who != Family || n.Degree < 1 || n.Degree > 2) {
		return fmt.Errorf("a need is about self, or about relatives or family to degree 1 or 2")
	}
	if (len(n.Kinds) == 0) == (len(n.Ancestry) == 0) {
		return fmt.Errorf("a need must have either kinds or ancestry")
	}
	n.Count, n.Each = max(1, n.Count), max(1, n.Each)
	for i := range n.Kinds {
		k := &n.Kinds[i]
		if k.tumour = r.Tumours[k.Name]; k.tumour == nil || len(k.tumour.Sites) == 0 {
			return fmt.Errorf("the tumour %q has no sites", k.Name)
		}
	}
	return nil
}

// Sites lists the sites known by name that the rules read, for the doubts about a family.
func (r *Rules) Sites() []pedigree.Site {
	var sites []pedigree.Site
	for _, site := range pedigree.Sites {
		for _, t := range r.Tumours {
			if t.Is(site) && site.IsCancer() && site != pedigree.UnknownPrimary {
				sites = append(sites, site)
				break
			}
		}
	}
	return sites
}
