package entry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree"
	"kindred/pedigree/terms"
)

// headWords are the heads that Tab completes, the commonest first.
var headWords = []string{
	"self", "mum", "mother", "dad", "father", "parents", "brother", "sister", "sibling", "half sister", "half brother", "daughter", "son", "child",
	"partner", "ex", "husband", "wife", "maternal aunt", "maternal uncle", "maternal cousin", "maternal nan", "maternal grandad",
	"paternal aunt", "paternal uncle", "paternal cousin", "paternal nan", "paternal grandad", "mgm", "mgf", "pgm", "pgf",
	"twin", "triplets", "pregnancy", "miscarriage", "termination", "stillbirth", "ectopic", "niece", "nephew",
	"grandson", "granddaughter", "grandchild", "great aunt", "great uncle", "cousin", "aunt", "uncle",
	"step sister", "step brother", "no children", "adopted in", "adopted out", "fostered", "donor egg", "donor sperm",
}

// sidedWords are the heads that stand after "mat" and "pat".
var sidedWords = []string{"aunt", "aunts", "uncle", "uncles", "cousin", "nan", "gran", "grandad", "grandmother", "grandfather", "half sister", "half brother", "step sister", "step brother"}

// Complete lists how the last word of a line can be completed, the likeliest first: relations where a
// head stands, people after "<" and "@" and before "'s", conditions, genes and operations among the
// facts. Each choice holds the whole line; nothing is offered for a word that is whole already.
func Complete(line string, f *pedigree.Family, subject pedigree.ID) []Choice {
	start := strings.LastIndexFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '<' || r == '@' }) + 1
	before, part := line[:start], line[start:]
	c := &completion{before: before, part: part}
	words := split(before)
	switch {
	case strings.HasPrefix(strings.TrimSpace(before), "@"):
		c.people(f, subject, "")
		c.words(headWords)
	case len(words) > 0 && words[len(words)-1].is("<"):
		c.people(f, subject, "")
	case part == "":
		return nil
	case headStands(words):
		if len(words) > 0 && sides[words[len(words)-1].low] != unsaid {
			c.words(sidedWords)
			break
		}
		c.words(headWords)
		c.people(f, subject, "'s")
	default:
		c.words(terms.Sites(part))
		c.words(terms.Genes(part))
		c.words(terms.Operations(part))
	}
	return c.choices
}

// headStands reports that the next word is in the place of a head: at the start, after a comma, after
// "mgm's" or a side.
func headStands(words []word) bool {
	if all := entries(words); len(all) > 0 {
		words = all[len(all)-1]
	}
	if len(words) == 0 || words[len(words)-1].is(",", ";") {
		return true
	}
	_, used := chainAt(words)
	rest := words[used:]
	for _, w := range rest {
		if _, count := countOf(w); !count && sides[w.low] == unsaid {
			return false
		}
	}
	return true
}

// mostPeople is how many are offered at a time: to say what each is to the subject takes a while in a
// large family.
const mostPeople = 8

// completion collects the choices for one word.
type completion struct {
	before, part string
	choices      []Choice
}

// words offers those of some words that begin with what is typed.
func (c *completion) words(all []string) {
	for _, w := range all {
		if len(w) > len(c.part) && strings.EqualFold(w[:len(c.part)], c.part) {
			c.add(w, w)
		}
	}
}

// people offers the names in the family that begin with what is typed, each with the relation to the
// subject.
func (c *completion) people(f *pedigree.Family, subject pedigree.ID, ending string) {
	relationship := f.RelationshipsTo(subject)
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if len(c.choices) == mostPeople {
			return
		}
		if p.Name == "" || p.ID == subject || !beginsFold(p.Name, c.part) || strings.EqualFold(p.Name, c.part) && ending == "" {
			continue
		}
		name := p.Name
		if strings.Contains(name, " ") && ending == "" && !strings.HasPrefix(strings.TrimSpace(c.before), "@") {
			name = `"` + name + `"`
		}
		words := p.Name
		if relation := relationship(p.ID).Words; relation != "" {
			words += ", " + relation
		}
		c.add(words, name+ending)
	}
}

func beginsFold(text, part string) bool {
	if utf8.RuneCountInString(part) == 0 {
		return true
	}
	return len(text) >= len(part) && strings.EqualFold(text[:len(part)], part)
}

func (c *completion) add(words, completed string) {
	line := c.before + completed + " "
	if !slices.ContainsFunc(c.choices, func(o Choice) bool { return o.Line == line }) {
		c.choices = append(c.choices, Choice{Words: words, Line: line})
	}
}
