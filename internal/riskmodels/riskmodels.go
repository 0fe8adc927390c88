// Package riskmodels holds the published models that this release has, built from the numbers in
// assets, in the order in which they are shown.
package riskmodels

import (
	"slices"
	"sync"
	"sync/atomic"

	"kindred/assets"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/amsterdam"
	"kindred/pedigree/risk/bethesda"
	"kindred/pedigree/risk/breastovarian"
	"kindred/pedigree/risk/bsg"
	"kindred/pedigree/risk/chompret"
	"kindred/pedigree/risk/claus"
	"kindred/pedigree/risk/claustables"
	"kindred/pedigree/risk/cosegregation"
	"kindred/pedigree/risk/hdgc"
	"kindred/pedigree/risk/lynch"
	"kindred/pedigree/risk/manchester"
	"kindred/pedigree/risk/mendelian"
	"kindred/pedigree/risk/nice"
	"kindred/pedigree/risk/premm5"
	"kindred/pedigree/risk/pten"
	"kindred/pedigree/risk/simonbroome"
)

// built reads the numbers once. They are part of the program, so a file that cannot be read is a
// programming error and panics; a test reads them all.
var built = sync.OnceValue(func() []risk.Model {
	inherited := must(breastovarian.New(assets.Must("models/inherited-breast-ovarian.json"), assets.Must("models/incidence.json"), assets.Must("models/deaths.json")))
	anyPedigree := must(claus.New(assets.Must("models/claus.json")))
	tables := must(claustables.New(assets.Must("models/claus-tables.json"), assets.Must("models/claus-tables.csv")))
	mismatchRepair := must(lynch.New(assets.Must("models/lynch.json"), assets.Must("models/incidence.json"), assets.Must("models/deaths.json")))
	return []risk.Model{
		must(nice.New(assets.Must("models/nice-cg164.json"), inherited, anyPedigree, tables)),
		inherited,
		must(manchester.New(assets.Must("models/manchester.json"))),
		anyPedigree,
		tables,
		mismatchRepair,
		must(premm5.New(assets.Must("models/premm5.json"))),
		must(amsterdam.New(assets.Must("models/amsterdam.json"))),
		must(bethesda.New(assets.Must("models/bethesda.json"))),
		must(bsg.New(assets.Must("models/bsg-colorectal.json"))),
		must(chompret.New(assets.Must("models/chompret.json"))),
		must(pten.New(assets.Must("models/pten.json"))),
		must(hdgc.New(assets.Must("models/hdgc.json"))),
		must(simonbroome.New(assets.Must("models/simon-broome.json"))),
		must(cosegregation.New(assets.Must("models/cosegregation.json"), inherited, mismatchRepair)),
		must(mendelian.New(assets.Must("models/mendelian.json"))),
	}
})

// drawsOnOthers is the model that classifies what the others answer: it is asked last, wherever it stands.
const drawsOnOthers = "nice-cg164"

func must[M risk.Model](m M, err error) M {
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

// Assess asks every model, on two processors where there are two. The answers stand in the order of All; a model
// that draws on the others' answers is given them.
func Assess(req risk.Request) []risk.Assessment {
	models := built()
	answers := make([]risk.Assessment, len(models))
	last := slices.IndexFunc(models, func(m risk.Model) bool { return m.Name() == drawsOnOthers })
	var next atomic.Int32
	work := func(req risk.Request) {
		for i := int(next.Add(1)) - 1; i < len(models); i = int(next.Add(1)) - 1 {
			if i != last {
				answers[i] = models[i].Assess(req)
			}
		}
	}
	req = req.Prepared()
	other := req.Apart()
	wait := alongside(func() { work(other) })
	work(req)
	wait()
	req.Answered = slices.Concat(answers[:last], answers[last+1:])
	answers[last] = models[last].Assess(req)
	return answers
}

// alongside starts work, which wait waits for. A panic in it is one of whoever waits, as if the work had been
// done there.
func alongside(work func()) (wait func()) {
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		work()
	}()
	return func() {
		if failed := <-done; failed != nil {
			panic(failed)
		}
	}
}
