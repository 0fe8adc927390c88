package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/locus"
)

const riskHelp = `asks every published model that applies, or one; --table also writes the answers for a spreadsheet.
    --option gives mendelian and cosegregation their locus, one JSON object:
      {"condition":"cystic fibrosis","gene":"CFTR","inheritance":"autosomal recessive","carrier_frequency":0.04,
       "tests":{"5":{"result":"negative","detection":0.9}}}
    allele_frequency, penetrance, phenotypes and genotypes are as in the MODEL of kindred likelihood. Instead or besides:
      condition, gene            whose diagnoses, flags, carriers and test results of the family count
      inheritance                autosomal dominant, autosomal recessive or x-linked
      carrier_frequency          for allele_frequency; carrier_frequencies {ID: share} for founders of other ancestry
      penetrance_male, by_age    [{"age":40,"penetrance":[0,0.2,0.2]}, ...] cumulative; classes [[f0,f1,f2], ...], class {ID: number}
      mutation, fitness          {"mother":1e-5,"father":1e-5} a gamete; 0 to 1: without a frequency they give it
      mosaicism, detection       observed recurrence after a new variant; share of risk alleles that a test finds
      affected, unaffected, carriers, noncarriers lists of IDs; tests, partner, proband, variant`

func runRisk(s Streams, args []string) error {
	f := newFlags("risk")
	person := f.String("person", "", "")
	model := f.String("model", "", "")
	asOf := f.String("as-of", "", "")
	asJSON := f.Bool("json", false, "")
	option := f.String("option", "", "")
	table := f.String("table", "", "")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("risk"))
	if err != nil {
		return err
	}
	for _, input := range []string{paths[0], *option} {
		if *table != "" && sameFile(input, *table) {
			return badInput("%s: the table would be written over it: name another file after --table", input)
		}
	}
	ask, err := modelsNamed(*model)
	if err != nil {
		return err
	}
	request := risk.Request{Subject: pedigree.ID(*person), Memory: &risk.Memory{}}
	if *asOf != "" {
		if request.AsOf, err = pedigree.ParseDate(*asOf); err != nil {
			return badInput("--as-of: %v", err)
		}
	}
	var asked *locus.Locus
	if *option != "" {
		if request.Option, asked, err = readOption(*option); err != nil {
			return err
		}
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	if *person != "" && chosen.Individual(request.Subject) == nil {
		return badInput("%s: there is no person %q in the family", paths[0], *person)
	}
	if asked != nil {
		if err := asked.CheckPeople(chosen); err != nil {
			return badInput("--option: %s: %v", *option, err)
		}
	}
	request.Family = chosen
	answers := ask(request)
	if *table != "" {
		if err := writeFile(*table, func(w io.Writer) error { return riskmodels.WriteTable(w, answers) }); err != nil {
			return err
		}
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

// modelsNamed is how the model of this name is asked, or with no name every model.
func modelsNamed(name string) (func(risk.Request) []risk.Assessment, error) {
	if name == "" {
		return riskmodels.Assess, nil
	}
	if m := riskmodels.ByName(name); m != nil {
		return func(request risk.Request) []risk.Assessment { return []risk.Assessment{m.Assess(request)} }, nil
	}
	return nil, badInput("there is no model %q: this release has %s", name, strings.Join(riskmodels.Names(), ", "))
}

// readOption reads the locus that mendelian and cosegregation are given, and refuses what they could not
// read.
func readOption(path string) ([]byte, *locus.Locus, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, nil, badInput("--option: %v", err)
	}
	var at *json.SyntaxError
	l, err := locus.Read(data)
	if errors.As(err, &at) {
		return nil, nil, badInput("--option: %s, line %d: %v", path, 1+bytes.Count(data[:at.Offset], []byte("\n")), err)
	}
	if err != nil {
		return nil, nil, badInput("--option: %s: %v", path, err)
	}
	return data, l, nil
}
