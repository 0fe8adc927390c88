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
	about func(*T) string // what it is about: the site, the gene
	same  func(a, b *T) bool
	words func(*T) string
	mine  func(*T, pedigree.Provenance) // makes it new here: no id, and who told it
}

// findings adds what is not here. A finding that is here too is filled; one about a thing of which
// something else is recorded is a contradiction, not a second one: a cancer must not be counted twice
// because two people remember its age differently.
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
		told := x.in.Source
		if told.IsZero() {
			told = x.source()
		}
		k.mine(&in[i], told)
		*here = append(slices.Clip(*here), in[i])
		x.line.Filled = append(x.line.Filled, k.words(&in[i]))
	}
}

func (x *pairing) diagnoses() {
	findings(x, &x.here.Diagnoses, x.in.Diagnoses, kind[pedigree.Diagnosis]{
		about: func(d *pedigree.Diagnosis) string { return string(d.Site) },
		same: func(a, b *pedigree.Diagnosis) bool {
			sides := a.Side == b.Side || a.Side == "" || b.Side == ""
			return a.Secondary == b.Secondary && sides && agesAgree(a.Age, b.Age)
		},
		words: func(d *pedigree.Diagnosis) string {
			return joined(string(d.Site), string(d.Side), d.Age.String(), d.Words, notes(d.Notes))
		},
		mine: func(d *pedigree.Diagnosis, told pedigree.Provenance) { d.ID, d.Source = "", or(d.Source, told) },
	})
}

func (x *pairing) tests() {
	findings(x, &x.here.GeneTests, x.in.GeneTests, kind[pedigree.GeneTest]{
		about: func(t *pedigree.GeneTest) string { return strings.TrimSpace(t.Gene + " " + tumour(t)) },
		same:  func(a, b *pedigree.GeneTest) bool { return a.Result == b.Result || a.Result == "" || b.Result == "" },
		words: func(t *pedigree.GeneTest) string {
			return joined(t.Gene, string(t.Result), tumour(t), t.Variant, string(t.Scope), t.Laboratory, t.Age.String())
		},
		mine: func(t *pedigree.GeneTest, told pedigree.Provenance) { t.ID, t.Source = "", or(t.Source, told) },
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
		about: func(s *pedigree.Surgery) string { return s.What },
		same: func(a, b *pedigree.Surgery) bool {
			return agesAgree(a.Age, b.Age) && (a.Side == b.Side || a.Side == "" || b.Side == "")
		},
		words: func(s *pedigree.Surgery) string {
			return joined(s.What, string(s.Side), s.Age.String(), string(s.Reason))
		},
		mine: func(s *pedigree.Surgery, told pedigree.Provenance) { s.ID, s.Source = "", or(s.Source, told) },
	})
}

func (x *pairing) carriers() {
	findings(x, &x.here.Carrier, x.in.Carrier, kind[pedigree.CarrierState]{
		about: func(c *pedigree.CarrierState) string { return strings.ToLower(c.Condition) },
		same:  func(a, b *pedigree.CarrierState) bool { return a.Kind == b.Kind },
		words: func(c *pedigree.CarrierState) string { return joined("carrier of "+c.Condition, string(c.Kind)) },
		mine:  func(c *pedigree.CarrierState, told pedigree.Provenance) { c.Source = or(c.Source, told) },
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
