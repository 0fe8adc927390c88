package letter

import (
	"fmt"
	"slices"
	"strings"

	"kindred/assets"
	"kindred/pedigree/describe"
)

// words is a template: its keyed lines with {fields} to be filled in.
type words map[string]string

// RiskSummary is the name of the first template.
const RiskSummary = "risk-summary"

// Templates lists the templates by name.
var Templates = []string{RiskSummary}

// load reads a template that is built into the program.
func load(name string) (words, error) {
	if slices.Contains(Templates, name) {
		return parse(string(assets.Must("letters/" + name + ".txt"))), nil
	}
	return nil, fmt.Errorf("there is no letter template %q: use %s", name, strings.Join(Templates, ", "))
}

func parse(text string) words {
	w := words{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, _ := strings.Cut(line, ":")
		w[key] = strings.TrimSpace(value)
	}
	return w
}

// fill replaces each {field} by its value as a run of its own; a field without a value stays in its
// braces, and the gate on unresolved fields stops the signature.
func (w words) fill(key string, values map[string]string) []Run {
	var runs []Run
	rest := w[key]
	for {
		before, after, found := strings.Cut(rest, "{")
		if before != "" {
			runs = append(runs, Run{Text: before})
		}
		if !found {
			return runs
		}
		field, tail, _ := strings.Cut(after, "}")
		value, ok := values[field]
		if !ok {
			value = "{" + field + "}"
		}
		if len(runs) == 0 || strings.HasSuffix(Words(runs), ". ") {
			value = describe.Capital(value)
		}
		runs = append(runs, Run{Text: value, Field: field})
		rest = tail
	}
}

func (w words) paragraph(key string, values map[string]string) Paragraph {
	return Paragraph{Key: key, Runs: w.fill(key, values)}
}

func (w words) bullets(key string, values map[string]string) Bullets {
	b := Bullets{Key: key}
	for _, item := range strings.Split(w[key], "|") {
		b.Items = append(b.Items, words{key: item}.fill(key, values))
	}
	return b
}
