package cli

import (
	"fmt"
	"io"
	"strings"

	"kindred/pedigree/risk"
)

// printAssessment writes one model's answer for people.
func printAssessment(w io.Writer, a risk.Assessment) {
	fmt.Fprintf(w, "%s (%s, %s): %s\n", a.Title, a.Model, a.Version, a.Status)
	printValues(w, a)
	section := func(title string, lines []string) {
		for i, line := range lines {
			if i == 0 {
				fmt.Fprintf(w, "  %s:\n", title)
			}
			fmt.Fprintf(w, "    %s\n", line)
		}
	}
	if a.Category != "" {
		section("category", []string{a.Category})
	}
	section("because", a.Because)
	if len(a.Counted) > 0 {
		counted := make([]string, len(a.Counted))
		for i, id := range a.Counted {
			counted[i] = string(id)
		}
		section("counted", []string{strings.Join(counted, ", ")})
	}
	section("surveillance", a.Surveillance)
	section("working", a.Working)
	missing := make([]string, len(a.Missing))
	for i, m := range a.Missing {
		missing[i] = changeLine(m)
	}
	section("what would change the answer", missing)
	section("warnings", a.Warnings)
	section("source", a.Source)
	fmt.Fprintln(w)
}

// printValues writes the values in reading order, those whose keys have slashes indented under their parts.
func printValues(w io.Writer, a risk.Assessment) {
	var open []string // the parts that the last line stood under
	for _, key := range a.Values.Keys() {
		parts := strings.Split(key, "/")
		under := parts[:len(parts)-1]
		same := 0
		for same < len(under) && same < len(open) && under[same] == open[same] {
			same++
		}
		for i := same; i < len(under); i++ {
			fmt.Fprintf(w, "  %s%s:\n", strings.Repeat("  ", i), spaced(under[i]))
		}
		open = under
		fmt.Fprintf(w, "  %s%s: %.4g", strings.Repeat("  ", len(under)), spaced(parts[len(parts)-1]), a.Values[key])
		if r, ok := a.Range[key]; ok && r.Low != r.High {
			within := ""
			if r.Bound {
				within = "certainly within "
			}
			fmt.Fprintf(w, " (%s%.4g to %.4g)", within, r.Low, r.High)
		}
		fmt.Fprintln(w)
	}
}

// changeLine is a fact that could change the answer: whose, which, why it is open, what it could do.
func changeLine(m risk.Missing) string {
	line := fmt.Sprintf("%s: %s (%s)", m.Person, m.Fact, m.Effect)
	if m.Kind != "" {
		line = fmt.Sprintf("%s: %s, %s (%s)", m.Person, m.Fact, m.Kind, m.Effect)
	}
	if m.SetAside != nil {
		line += fmt.Sprintf("; set aside: %s", risk.Worded(m.Value, *m.SetAside))
	}
	if m.Refuted != nil {
		line += fmt.Sprintf("; refuted: %s", risk.Worded(m.Value, *m.Refuted))
	}
	if len(m.Moves) > 0 {
		line += "; could become: " + strings.Join(m.Moves, ", ")
	}
	return line
}

func spaced(key string) string { return strings.ReplaceAll(key, "_", " ") }
