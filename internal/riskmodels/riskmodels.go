// Package riskmodels holds the published models that this release has, built from the numbers in
// assets, in the order in which they are shown.
package riskmodels

import (
	"sync"

	"kindred/assets"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/claus"
	"kindred/pedigree/risk/claustables"
	"kindred/pedigree/risk/manchester"
)

// built reads the numbers once. They are part of the program, so a file that cannot be read is a
// programming error and panics; a test reads them all.
var built = sync.OnceValue(func() []risk.Model {
	return []risk.Model{
		must(manchester.New(assets.Must("models/manchester.json"))),
		must(claus.New(assets.Must("models/claus.json"))),
		must(claustables.New(assets.Must("models/claus-tables.json"), assets.Must("models/claus-tables.csv"))),
	}
})

func must[M risk.Model](m M, err error) risk.Model {
	if err != nil {
		panic("riskmodels: " + err.Error())
	}
	return m
}

// All lists the models. They are shared and never changed; the slice is the caller's.
func All() []risk.Model { return append([]risk.Model{}, built()...) }

// Names lists the models' names.
func Names() []string {
	var names []string
	for _, m := range built() {
		names = append(names, m.Name())
	}
	return names
}

// ByName finds a model by the name that `kindred risk --model` takes; nil when this release has none of
// that name.
func ByName(name string) risk.Model {
	for _, m := range built() {
		if m.Name() == name {
			return m
		}
	}
	return nil
}

// Assess asks every model, in the order of All.
func Assess(req risk.Request) []risk.Assessment {
	var answers []risk.Assessment
	req = req.Prepared()
	for _, m := range built() {
		answers = append(answers, m.Assess(req))
	}
	return answers
}
