package merge

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"kindred/pedigree"
)

// kind is a list of findings of one person: how two of them are told to be of one thing, and to be
// the same.
type kind[T any] struct {
	key    string          // the JSON key of the list
	about  func(*T) string // what it is about: the site, the gene
	same   func(a, b *T) bool
	words  func(*T) string
	source func(*T) *pedigree.Provenance
	anew   func(*T) // takes away the id that it has in the file
}

// findings adds what is not here. A finding that is here too is filled; one about a thing of which
// something else is recorded is a contradiction, not a second one: a cancer must not be counted twice
// because two people remember its age differently. What was told in confidence about a finding that is
// not confidential here does not go into it.
func findings[T any](x *pairing, here *[]T, in []T, k kind[T]) {
	taken := make([]bool, len(*here))
	left := make([]int, 0, len(in))
	for i := range in {
		at := -1
		for h := range *here {
			if !taken[h] && k.about(&(*here)[h]) == k.about(&in[i]) && k.same(&(*here)[h], &in[i]) {
				at = h
				break
			}
		}
		if at < 0 {
			left = append(left, i)
			continue
		}
		taken[at] = true
		if isConfidential(x.told(*k.source(&in[i]), k.key)) && !isConfidential(effective(x.here, *k.source(&(*here)[at]), k.key)) {
			x.differ(k.words(&in[i]))
			continue
		}
		r := report{filled: func(_, words string) {
			x.line.Filled = append(x.line.Filled, k.about(&in[i])+": "+words)
		}, differ: func(words string) { x.differ(k.about(&in[i]) + ": " + words) }}
		fill(reflect.ValueOf(&(*here)[at]).Elem(), reflect.ValueOf(&in[i]).Elem(), []string{"id", "source"}, r)
	}
	before := len(taken)
	for _, i := range left {
		disputed := false
		for h := range before {
			disputed = disputed || !taken[h] && k.about(&(*here)[h]) == k.about(&in[i])
		}
		if disputed {
			x.differ(k.words(&in[i]))
			continue
		}
		k.anew(&in[i])
		*k.source(&in[i]) = x.told(*k.source(&in[i]), k.key)
		*here = append(slices.Clip(*here), in[i])
		x.line.Filled = append(x.line.Filled, k.words(&in[i]))
	}
}

func (x *pairing) diagnoses() {
	findings(x, &x.here.Diagnoses, x.in.Diagnoses, kind[pedigree.Diagnosis]{
		key:   "diagnoses",
		about: func(d *pedigree.Diagnosis) string { return string(d.Site) },
		same: func(a, b *pedigree.Diagnosis) bool {
			sides := a.Side == b.Side || a.Side == "" || b.Side == ""
			return a.Secondary == b.Secondary && sides && agesAgree(a.Age, b.Age)
		},
		words: func(d *pedigree.Diagnosis) string {
			return joined(string(d.Site), string(d.Side), d.Age.String(), d.Words, notes(d.Notes))
		},
		source: func(d *pedigree.Diagnosis) *pedigree.Provenance { return &d.Source },
		anew:   func(d *pedigree.Diagnosis) { d.ID = "" },
	})
}

func (x *pairing) tests() {
	findings(x, &x.here.GeneTests, x.in.GeneTests, kind[pedigree.GeneTest]{
		key:   "gene_tests",
		about: func(t *pedigree.GeneTest) string { return strings.TrimSpace(t.Gene + " " + tumour(t)) },
		same:  func(a, b *pedigree.GeneTest) bool { return a.Result == b.Result || a.Result == "" || b.Result == "" },
		words: func(t *pedigree.GeneTest) string {
			return joined(t.Gene, string(t.Result), tumour(t), t.Variant, string(t.Scope), t.Laboratory, t.Age.String())
		},
		source: func(t *pedigree.GeneTest) *pedigree.Provenance { return &t.Source },
		anew:   func(t *pedigree.GeneTest) { t.ID = "" },
	})
}

func tumour(t *pedigree.GeneTest) string {
	if t.Sample == pedigree.Tumour {
		return "tumour"
	}
	return ""
}

func (x *pairing) surgery() {
	findings(x, &x.here.Surgery, x.in.Surgery, kind[pedigree.Surgery]{
		key:   "surgery",
		about: func(s *pedigree.Surgery) string { return s.What },
		same: func(a, b *pedigree.Surgery) bool {
			return agesAgree(a.Age, b.Age) && (a.Side == b.Side || a.Side == "" || b.Side == "")
		},
		words: func(s *pedigree.Surgery) string {
			return joined(s.What, string(s.Side), s.Age.String(), string(s.Reason))
		},
		source: func(s *pedigree.Surgery) *pedigree.Provenance { return &s.Source },
		anew:   func(s *pedigree.Surgery) { s.ID = "" },
	})
}

func (x *pairing) carriers() {
	findings(x, &x.here.Carrier, x.in.Carrier, kind[pedigree.CarrierState]{
		key:    "carrier",
		about:  func(c *pedigree.CarrierState) string { return strings.ToLower(c.Condition) },
		same:   func(a, b *pedigree.CarrierState) bool { return a.Kind == b.Kind },
		words:  func(c *pedigree.CarrierState) string { return joined("carrier of "+c.Condition, string(c.Kind)) },
		source: func(c *pedigree.CarrierState) *pedigree.Provenance { return &c.Source },
		anew:   func(*pedigree.CarrierState) {}, // a state has no id
	})
}

// agesAgree reports that two ages may be of one event: one of them is not said, or they are the same.
func agesAgree(a, b pedigree.Fuzzy) bool {
	return a.IsZero() || b.IsZero() || a.Low == b.Low && a.High == b.High
}

func or(told, otherwise pedigree.Provenance) pedigree.Provenance {
	if told.IsZero() {
		return otherwise
	}
	return told
}

func notes(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return fmt.Sprintf("(%s)", strings.Join(lines, "; "))
}

// joined are the words that there are, with spaces between.
func joined(words ...string) string {
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}
