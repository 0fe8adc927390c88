package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// later are the models that the interface names and this release does not have yet.
var later = []string{
	"nice-cg164", "inherited-breast-ovarian", "lynch", "premm5", "amsterdam", "bethesda", "bsg-colorectal",
	"mendelian", "cosegregation", "chompret", "pten", "hdgc", "simon-broome",
}

func runRisk(s Streams, args []string) error {
	f := newFlags("risk")
	person := f.String("person", "", "")
	model := f.String("model", "", "")
	asOf := f.String("as-of", "", "")
	asJSON := f.Bool("json", false, "")
	option := f.String("option", "", "")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("risk"))
	if err != nil {
		return err
	}
	if *option != "" {
		return badInput("--option: no model in this release takes an option")
	}
	models := riskmodels.All()
	if *model != "" {
		i := slices.IndexFunc(models, func(m risk.Model) bool { return m.Name() == *model })
		switch {
		case i >= 0:
			models = models[i : i+1]
		case slices.Contains(later, *model):
			return badInput("the model %s is not available in this release", *model)
		default:
			return badInput("there is no model %q: this release has %s", *model, strings.Join(names(models), ", "))
		}
	}
	request := risk.Request{Subject: pedigree.ID(*person)}
	if *asOf != "" {
		if request.AsOf, err = pedigree.ParseDate(*asOf); err != nil {
			return badInput("--as-of: %v", err)
		}
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	if *person != "" && chosen.Individual(request.Subject) == nil {
		return badInput("%s: there is no person %q in the family", paths[0], *person)
	}
	request.Family = chosen
	answers := make([]risk.Assessment, 0, len(models))
	for _, m := range models {
		answers = append(answers, m.Assess(request))
	}
	if *asJSON {
		return writeJSON(s.Out, answers)
	}
	warn(s, chosen)
	for _, a := range answers {
		printAssessment(s.Out, a)
	}
	return nil
}

func names(models []risk.Model) []string {
	all := make([]string, len(models))
	for i, m := range models {
		all[i] = m.Name()
	}
	return all
}

func printAssessment(w io.Writer, a risk.Assessment) {
	fmt.Fprintf(w, "%s (%s, %s): %s\n", a.Title, a.Model, a.Version, a.Status)
	keys := make([]string, 0, len(a.Values))
	for key := range a.Values {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		fmt.Fprintf(w, "  %s: %.4g", strings.ReplaceAll(key, "_", " "), a.Values[key])
		if r, ok := a.Range[key]; ok && r.Low != r.High {
			fmt.Fprintf(w, " (%.4g to %.4g)", r.Low, r.High)
		}
		fmt.Fprintln(w)
	}
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
	section("working", a.Working)
	missing := make([]string, len(a.Missing))
	for i, m := range a.Missing {
		missing[i] = fmt.Sprintf("%s: %s (%s)", m.Person, m.Fact, m.Effect)
	}
	section("what would change the answer", missing)
	section("warnings", a.Warnings)
	section("source", a.Source)
	fmt.Fprintln(w)
}
