package facts

import (
	"strings"

	"kindred/pedigree"
)

func (o *operation) write(w *writer) {
	for i := range w.p.Surgery {
		old := &w.p.Surgery[i]
		if !strings.EqualFold(old.What, o.What) || !agree(o.Side, old.Side) || !overlap(o.Age, old.Age) {
			continue
		}
		if o.Age.HasNumber() || old.Age.IsZero() {
			old.Age = o.Age
		}
		replace(&old.Side, o.Side)
		replace(&old.Reason, o.Reason)
		replace(&old.Status, o.Status)
		if !w.told.IsZero() {
			old.Source = w.told
		}
		return
	}
	added := o.Surgery
	added.ID, added.Source = w.ids(), w.told
	w.p.Surgery = append(w.p.Surgery, added)
	w.p.SetAsked(pedigree.AskedSurgery, pedigree.NotAsked)
}

func (t *geneTest) write(w *writer) {
	w.p.SetAsked(pedigree.AskedTests, pedigree.NotAsked)
	for _, gene := range t.genes {
		test := t.GeneTest
		test.Gene = gene
		w.test(test)
	}
}

// test completes the recorded test of the gene that it does not contradict, or adds one.
func (w *writer) test(said pedigree.GeneTest) {
	for i := range w.p.GeneTests {
		old := &w.p.GeneTests[i]
		if !strings.EqualFold(old.Gene, said.Gene) || !agree(said.Result, old.Result) || !agree(said.Variant, old.Variant) ||
			(said.Sample == pedigree.Tumour) != (old.Sample == pedigree.Tumour) || !agree(said.Scope, old.Scope) {
			continue
		}
		if said.Result != pedigree.ResultUnknown {
			replace(&old.Result, said.Result)
		}
		replace(&old.Variant, said.Variant)
		replace(&old.Scope, said.Scope)
		replace(&old.Sample, said.Sample)
		replace(&old.Laboratory, said.Laboratory)
		if said.Class != 0 {
			old.Class = said.Class
		}
		if said.ReportSeen != pedigree.NotAsked {
			old.ReportSeen = said.ReportSeen
		}
		if !said.Age.IsZero() {
			old.Age = said.Age
		}
		if !said.On.IsZero() {
			old.On = said.On
		}
		if !w.told.IsZero() {
			old.Source = w.told
		}
		return
	}
	said.ID, said.Source = w.ids(), w.told
	w.p.GeneTests = append(w.p.GeneTests, said)
}
