package facts

import (
	"kindred/pedigree"
)

// again is how a further cancer of the same site is put.
type again int

const (
	undecided again = iota // "again": a new primary or a recurrence
	newPrimary
	recurrence
)

var againWords = map[string]again{
	"again": undecided, "then again": undecided, "and again": undecided, "2nd": undecided, "second": undecided, "another": undecided,
	"new": newPrimary, "new primary": newPrimary, "2nd primary": newPrimary, "second primary": newPrimary, "another primary": newPrimary,
	"rec": recurrence, "recurrence": recurrence, "recurred": recurrence, "relapse": recurrence, "came back": recurrence, "local recurrence": recurrence,
}

func (rd *reader) againAt(i int) (next int, ok bool) {
	_, next, ok = oneOf(rd, i, againWords)
	return next, ok
}

// further reads what follows a diagnosis of the same site, or its spread.
func (rd *reader) further(got *found, first *diagnosis) {
	for got.next < len(rd.tokens) {
		i := got.next
		if f, ok := rd.secondary(i); ok {
			got.items = append(got.items, f.items...)
			got.next = f.next
			continue
		}
		if rd.otherSide(got, first) {
			continue
		}
		if next, ok := rd.longest(i, func(words string) bool { return spreadFrom[words] }); ok {
			last := &got.items[len(got.items)-1]
			last.fact.(*diagnosis).Secondary = true
			last.To, got.next = rd.tokens[next-1].To, next
			return
		}
		how, next, ok := oneOf(rd, i, againWords)
		if !ok {
			return
		}
		d := &diagnosis{Diagnosis: pedigree.Diagnosis{Site: first.Site}, another: how == newPrimary}
		dt := details{rd: rd, d: d}
		dt.read(next)
		if dt.next == next && how != undecided {
			last := &got.items[len(got.items)-1]
			d = last.fact.(*diagnosis)
			d.another, d.Secondary = how == newPrimary, how == recurrence
			last.To, got.next = rd.tokens[next-1].To, next
			continue
		}
		if how == undecided && d.Side != "" && first.Side != "" && d.Side != first.Side {
			how = newPrimary // the other breast is another primary
		}
		d.Secondary = how != newPrimary
		if how == undecided {
			d.Certainty = pedigree.Possible
			got.asks = append(got.asks, rd.newOrRecurrence(i, next, dt.next))
		}
		got.items = append(got.items, Item{Span: rd.span(i, dt.next), fact: d})
		got.next = dt.next
	}
}

// otherSide reads a second primary that is told by its side alone: "br L 44, R 51".
func (rd *reader) otherSide(got *found, first *diagnosis) bool {
	i := got.next
	if rd.tokens[i].ends || joiners[rd.tokens[i].low] {
		i++
	}
	if i >= len(rd.tokens) || rd.tokens[i].ends || rd.tokens[i].quoted {
		return false
	}
	side, next, ok := oneOf(rd, i, sides)
	if !ok || side == first.Side || first.Side != pedigree.Left && first.Side != pedigree.Right || side != pedigree.Left && side != pedigree.Right {
		return false
	}
	if _, _, aged := rd.ageAt(next); !aged {
		return false
	}
	d := &diagnosis{Diagnosis: pedigree.Diagnosis{Site: first.Site, Side: side}}
	dt := details{rd: rd, d: d}
	dt.read(next)
	got.items = append(got.items, Item{Span: rd.span(i, dt.next), fact: d})
	got.next = dt.next
	return true
}

// newOrRecurrence asks about a second cancer of one site, whose details are the tokens [rest, to).
func (rd *reader) newOrRecurrence(from, rest, to int) Ask {
	words := " ?"
	if rest < to {
		words = " " + rd.slice(rest, to)
	}
	return Ask{rd.span(from, to), "A new cancer, or the first one come back?", []Choice{
		{"A new cancer", "new" + words}, {"A recurrence", "rec" + words},
	}}
}

// besideRecorded asks about a diagnosis that would be a second one of its site beside a recorded one.
func (rd *reader) besideRecorded(got *found) {
	for _, item := range got.items {
		d := item.fact.(*diagnosis)
		if !d.contradictsOneOf(rd.who.Diagnoses) {
			continue
		}
		d.Secondary, d.Certainty = true, pedigree.Possible
		words := rd.text[item.From:item.To]
		got.asks = append(got.asks, Ask{item.Span, "One is recorded already: a new cancer, or that one come back?", []Choice{
			{"A new cancer", words + " new"}, {"A recurrence", words + " rec"},
		}})
	}
}
