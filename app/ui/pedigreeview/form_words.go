package pedigreeview

import (
	"slices"
	"strings"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/terms"
)

// vocabulary is how a line understands everyday words.
type vocabulary struct {
	usual    []string                                    // what the list offers before anything is typed
	matches  func(prefix string) []string                // what it offers for what is half typed; nil is usual
	meaning  func(said string) (words string, sure bool) // what words will be taken for; nil takes them as they are
	recorded func(said string) string                    // the name recorded for them; nil is as they are
}

// take is the name to record for what was said.
func (v vocabulary) take(said string) string {
	if v.recorded == nil {
		return said
	}
	return v.recorded(said)
}

// named makes words that are synonyms of a name be recorded under it, and says so while they are typed.
func named(usual []string, matches func(string) []string, name func(string) (string, bool)) vocabulary {
	take := func(said string) string {
		if known, ok := name(said); ok {
			return known
		}
		return said
	}
	return vocabulary{usual: usual, matches: matches, recorded: take, meaning: func(said string) (string, bool) {
		known, ok := name(said)
		if ok && !strings.EqualFold(known, said) {
			return "recorded as " + known, true
		}
		return beginnings(matches, said, ok), true
	}}
}

// The vocabularies of the form.
var (
	siteWords = vocabulary{usual: siteNames(), matches: terms.Sites, meaning: siteMeaning}
	geneWords = named(terms.Genes(""), terms.Genes, func(said string) (string, bool) {
		symbol, ok := terms.Gene(said)
		return symbol, ok
	})
	operationWords = named(terms.Operations(""), terms.Operations, terms.Operation)
)

func siteNames() []string {
	var names []string
	for _, site := range pedigree.Sites {
		names = append(names, string(site))
	}
	return names
}

// explain shows under a line what the words typed will be taken for, and lets its list follow them.
func (s *section) explain(line *fields.Suggest, words vocabulary) {
	line.Matches = words.matches
	if words.meaning == nil {
		return
	}
	hint := theme.NewMessage(contentWidth - fields.LabelWidth)
	placed := fields.Labelled("", hint)
	placed.Hide()
	s.add(placed)
	line.OnTyped = func(typed string) {
		meaning, sure := "", true
		if typed = strings.TrimSpace(typed); typed != "" {
			meaning, sure = words.meaning(typed)
		}
		ink := theme.InkQuiet
		if !sure {
			ink = theme.InkWarn
		}
		hint.Set(ink, meaning)
		if meaning == "" {
			placed.Hide()
		} else {
			placed.Show()
		}
		s.body.Refresh()
	}
}

// beginnings are the first few names that begin with what is half typed, "" where it is one of them.
func beginnings(matches func(string) []string, typed string, known bool) string {
	const few = 3
	found := matches(typed)
	if known || len(found) == 0 || len(found) == 1 && strings.EqualFold(found[0], typed) {
		return ""
	}
	words := strings.Join(found[:min(few, len(found))], ", ")
	if len(found) > few {
		words += ", …"
	}
	return words + "   (↓ lists)"
}

// illness is what everyday words say of a diagnosis.
type illness struct {
	terms.Condition
	possible bool // "?ovary", "ov/bowel": not certain
	known    bool // the words name a condition that the vocabulary has
}

// illnessOf reads "bowel", "?ov/bowel", "womb ca". Of several the first gives the site, as only possible;
// words that are no known condition are a condition by its own name.
func illnessOf(said string) illness {
	bare := strings.Trim(said, "? ")
	choices := strings.Split(bare, "/")
	got := illness{possible: bare != strings.TrimSpace(said) || len(choices) > 1}
	for n, choice := range choices {
		c, known := terms.Illness(choice)
		if n == 0 {
			got.Condition, got.known = c, known
		}
		got.known = got.known && known
	}
	if !got.known {
		got.Condition = terms.Condition{Site: pedigree.Site(bare)}
	}
	return got
}

// diagnose puts what was said into a diagnosis. What is vague or only possible keeps its words.
func diagnose(d *pedigree.Diagnosis, said string) {
	got := illnessOf(said)
	d.Site = got.Site
	if got.Behaviour != "" {
		d.Behaviour = got.Behaviour
	}
	if got.Histology != "" {
		d.Pathology.Histology = got.Histology
	}
	if got.possible {
		d.Certainty = pedigree.Possible
	}
	if got.possible || got.IsVague() || got.known && got.Site == pedigree.UnknownPrimary && !strings.EqualFold(said, string(got.Site)) {
		d.Words = said
	}
}

// siteMeaning says what words will be taken for; sure is false where a number will not read them.
func siteMeaning(said string) (words string, sure bool) {
	got := illnessOf(said)
	name := string(got.Site)
	switch {
	case !got.known:
		if begin := beginnings(terms.Sites, said, false); begin != "" {
			return begin, true
		}
		return "a condition by its own name: in no number", false
	case got.IsVague():
		return "kept as " + name + ", in no number; may be " + strings.Join(got.MayBe, " or "), false
	case got.possible:
		return "possible " + name + ", kept as said", false
	case got.Site == pedigree.UnknownPrimary && !strings.EqualFold(said, name):
		return "kept as said: cancer, primary not known", false
	case slices.Contains(pedigree.Sites, got.Site) && strings.EqualFold(said, name):
		return "", true
	}
	parts := []string{name}
	for _, more := range []string{string(got.Behaviour), got.Histology} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return "recorded as " + strings.Join(parts, ", "), true
}
