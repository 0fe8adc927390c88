package facts

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/terms"
)

// age is how old somebody is, or was at death.
type age struct{ pedigree.Fuzzy }

func (a *age) words(p *pedigree.Individual) string {
	if p.IsDeceased() {
		return "died " + describe.AtAge(p, a.Fuzzy)
	}
	return describe.Aged(p, a.Fuzzy)
}

func (a *age) write(w *writer) {
	w.p.Age = a.Fuzzy
	w.tell("age")
}

// birth is when somebody was born.
type birth struct{ pedigree.Fuzzy }

func (b *birth) words(*pedigree.Individual) string { return "born " + describe.InYear(b.Fuzzy) }

func (b *birth) write(w *writer) {
	w.p.Born = b.Fuzzy
	w.tell("born")
}

// death is that somebody has died (or, with living, has not), and when and of what.
type death struct {
	living    bool
	age, year pedigree.Fuzzy
	cause     string     // as said
	illness   *diagnosis // the cancer that was the cause
}

func (d *death) words(p *pedigree.Individual) string {
	if d.living {
		return "living"
	}
	words := "died"
	if !d.age.IsZero() {
		words += " " + describe.AtAge(p, d.age)
	}
	if !d.year.IsZero() {
		words += " " + describe.InYear(d.year)
	}
	switch {
	case d.illness != nil:
		words += " of " + d.illness.words(p)
	case d.cause != "":
		words += " of " + causeInWords(d.cause)
	}
	return words
}

// causeInWords says an abbreviated cause in full: "heart attack (MI)".
func causeInWords(said string) string {
	if cause, ok := terms.Cause(said); ok && !strings.EqualFold(cause, said) {
		return cause + " (" + said + ")"
	}
	return said
}

func (d *death) write(w *writer) {
	w.tell("deceased")
	if d.living {
		w.p.Deceased = pedigree.No
		return
	}
	w.p.SetDied()
	if !d.age.IsZero() {
		w.p.Age = d.age
		w.tell("age")
	}
	if !d.year.IsZero() {
		w.p.Died = d.year
		w.tell("died")
	}
	if d.cause != "" {
		w.p.CauseOfDeath = d.cause
		w.tell("cause_of_death")
	}
	if d.illness != nil {
		d.illness.write(w)
	}
}

// illness is the diagnosis that an item says, by itself or as the cause of a death; nil where it says none.
func (item Item) illness() *diagnosis {
	switch f := item.fact.(type) {
	case *diagnosis:
		return f
	case *death:
		return f.illness
	}
	return nil
}

// bareNumber is an age, or a year, which is the year of birth.
func (rd *reader) bareNumber(i int) (found, bool) {
	if rd.tokens[i].low == "in" {
		if f, _, ok := rd.number(i + 1); ok && isYear(f) {
			return found{}, false // "in 2019" says when something was, not a birth
		}
	}
	start := i
	if low := rd.tokens[i].low; low == "age" || low == "aged" {
		i++
	}
	f, next, ok := rd.number(i)
	switch {
	case !ok:
		return found{}, false
	case isYear(f):
		return rd.born(start, next, f), true
	}
	return rd.single(start, next, &age{f}), true
}

// born is a birth, or the two years of a life ("1940-1999"), which are asked about.
func (rd *reader) born(from, to int, f pedigree.Fuzzy) found {
	got := rd.single(from, to, &birth{f})
	const lifetime = 15 // a birth known to within fewer years than these is not the two ends of a life
	if f.Kind == pedigree.Between && f.High.Year-f.Low.Year >= lifetime {
		a, b := pedigree.ExactYear(f.Low.Year), pedigree.ExactYear(f.High.Year)
		got.asks = append(got.asks, Ask{rd.span(from, to), "Are these the years of birth and death?", []Choice{
			{"Born " + a.Words + ", died " + b.Words, "b " + a.Words + " d " + b.Words},
			{"Born between " + a.Words + " and " + b.Words, "born " + f.Words},
		}})
	}
	return got
}

// birth reads "b 1940s", "born 14/03/1984", "b before the war".
func (rd *reader) birth(i int) (found, bool) {
	low := rd.tokens[i].low
	if low != "b" && low != "born" && low != "dob" && low != "d.o.b" {
		return found{}, false
	}
	f, next, ok := rd.ageAt(skipIn(rd, i+1))
	switch {
	case !ok:
		return found{}, false
	case isYear(f) || !f.HasNumber():
		if low == "born" {
			got := rd.single(i, next, &birth{f})
			return got, true
		}
		return rd.born(i, next, f), true
	}
	return found{}, false // an age is no birth: a note, and unread says what to type
}

// skipIn is the token after "in", "about" being part of what follows.
func skipIn(rd *reader, i int) int {
	if i < len(rd.tokens) && (rd.tokens[i].low == "in" || rd.tokens[i].low == "on") {
		return i + 1
	}
	return i
}

var deadWords = phrases("d|died|dec|deceased|dead|rip|passed away|passed on|passed|†")

// death reads "d 58", "d 1958", "d ~70 MI", "d 60s ca lung", "d before the war", "d".
func (rd *reader) death(i int) (found, bool) {
	if _, next, ok := oneOf(rd, i, livingWords); ok {
		return rd.single(i, next, &death{living: true}), true
	}
	_, next, ok := oneOf(rd, i, deadWords)
	if !ok {
		return found{}, false
	}
	d := &death{}
	next = rd.timeOfDeath(next, d)
	after := next
	if after < len(rd.tokens) && rd.tokens[after].text == "," && rd.tokens[after].ends {
		after++
	}
	if from, to, ok := rd.causeOfDeath(after, after > next); ok {
		d.cause = rd.slice(from, to)
		c, ill := terms.Illness(d.cause)
		if _, _, aged := rd.ageAt(to); ill && aged && !d.age.IsZero() {
			return rd.single(i, from, d), true // "d 58 of br 50": the illness follows with its own age
		}
		next = rd.timeOfDeath(to, d)
		if ill {
			d.illness = diagnosisOf(c, d.cause)
		}
	}
	return rd.single(i, next, d), true
}

// timeOfDeath reads an age and a year, in any order, and gives the token after them.
func (rd *reader) timeOfDeath(i int, d *death) (next int) {
	next = i
	for range 2 {
		f, after, ok := rd.ageAt(skipIn(rd, next))
		switch {
		case !ok:
		case (isYear(f) || !f.HasNumber() && strings.Contains(f.Words, "war")) && d.year.IsZero():
			d.year, next = f, after
		case !isYear(f) && d.age.IsZero():
			d.age, next = f, after
		}
	}
	return next
}

var livingWords = phrases("alive|living|still alive|still living|still with us")

// causeOfDeath is the tokens of the cause that follows a death: a known one, a cancer with the word for
// cancer and no age of its own, or anything after "of".
//
// Behind a comma it must be a known cause that is no cancer: "d 58, ov ca" are two facts.
func (rd *reader) causeOfDeath(i int, comma bool) (from, to int, ok bool) {
	of := !comma && i < len(rd.tokens) && (rd.tokens[i].low == "of" || rd.tokens[i].low == "from")
	from = i
	if of {
		from++
	}
	if from >= len(rd.tokens) {
		return 0, 0, false
	}
	to, ok = rd.longest(from, func(words string) bool {
		if _, ok := terms.Cause(words); ok {
			return true
		}
		_, ok := terms.Illness(words)
		return ok && !comma && (of || terms.SaysCancer(words))
	})
	if ok {
		if _, isCause := terms.Cause(rd.slice(from, to)); isCause {
			return from, to, true
		}
		if _, _, aged := rd.ageAt(to); !aged || of { // "died of breast cancer aged 50" is the age at death
			return from, to, true
		}
		return 0, 0, false
	}
	if !of {
		return 0, 0, false
	}
	for to = from; to < len(rd.tokens) && !rd.tokens[to].ends; to++ {
	}
	return from, to, to > from
}

// settleAges keeps the age at death where a text has two ages, and the first of two others; what is
// not kept becomes a note. It points at diagnoses after the age reached.
func (rd *reader) settleAges(r *Reading) {
	kept, atDeath := -1, false
	for i, item := range r.Items {
		switch f := item.fact.(type) {
		case *death:
			if !f.age.IsZero() && !atDeath {
				kept, atDeath = i, true
			}
		case *age:
			if kept < 0 {
				kept = i
			}
		}
	}
	items := r.Items[:0:0]
	for i, item := range r.Items {
		if _, bare := item.fact.(*age); bare && i != kept {
			r.note(item.Span, "A second age: "+rd.text[item.From:item.To]+" is kept as a note. For an age at diagnosis type it behind the illness, such as br 48.")
			continue
		}
		items = append(items, item)
	}
	r.Items = items
	rd.pointAtLateIllness(r)
}

func (r *Reading) note(span Span, trouble string) {
	r.Notes = append(r.Notes, Note{span, r.Text[span.From:span.To]})
	r.Trouble = append(r.Trouble, Trouble{span, trouble})
}

// pointAtLateIllness warns of a diagnosis that is certainly after the age reached. It is kept.
func (rd *reader) pointAtLateIllness(r *Reading) {
	var reached pedigree.Fuzzy
	for _, item := range r.Items {
		switch f := item.fact.(type) {
		case *age:
			reached = f.Fuzzy
		case *death:
			if !f.age.IsZero() {
				reached = f.age
			}
		}
	}
	if !reached.High.Known {
		return
	}
	for _, item := range r.Items {
		if d := item.illness(); d != nil && d.Age.Low.Known && d.Age.Low.Year > reached.High.Year && !isYear(d.Age) {
			r.Trouble = append(r.Trouble, Trouble{item.Span, "This is after the age reached, " + reached.String() + ": check both ages."})
		}
	}
}
