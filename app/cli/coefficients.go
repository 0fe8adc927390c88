package cli

import (
	"errors"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/kinship"
	"kindred/pedigree/likelihood"
)

func runLikelihood(s Streams, args []string) error {
	f := newFlags("likelihood")
	merge := f.Bool("merge-mz", false, "")
	asJSON := f.Bool("json", false, "")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 2, 2, usageOf("likelihood"))
	if err != nil {
		return err
	}
	data, err := readFile(paths[1])
	if err != nil {
		return err
	}
	model, err := likelihood.ReadModel(data)
	if err != nil {
		return badInput("%s: %v", paths[1], err)
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	answer, err := model.Solve(chosen, *merge)
	switch {
	case errors.Is(err, likelihood.ErrTangled), errors.Is(err, likelihood.ErrCycle):
		return badInput("%s: %v", paths[0], err)
	case err != nil:
		return badInput("%s: %v", paths[1], err)
	}
	answer.ElapsedMS = medianMS(func() { _, _ = model.Solve(chosen, *merge) })
	if *asJSON {
		return writeJSON(s.Out, answer)
	}
	if answer.LogLikelihood == nil {
		fmt.Fprintf(s.Out, "impossible: the data of %v cannot be true together\n", answer.Impossible)
		return nil
	}
	fmt.Fprintf(s.Out, "log likelihood %.9f\n", *answer.LogLikelihood)
	for i := range chosen.Individuals {
		p := answer.Posteriors[chosen.Individuals[i].ID]
		fmt.Fprintf(s.Out, "%s\t%.6f\t%.6f\t%.6f\n", chosen.Individuals[i].ID, p[0], p[1], p[2])
	}
	return nil
}

// kinshipAnswer is the promised form of kinship --json.
type kinshipAnswer struct {
	Pairs      [][3]any                `json:"pairs"`
	Inbreeding map[pedigree.ID]float64 `json:"inbreeding"`
}

func runKinship(s Streams, args []string) error {
	f := newFlags("kinship")
	merge := f.Bool("merge-mz", false, "")
	asJSON := f.Bool("json", false, "")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("kinship"))
	if err != nil {
		return err
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	m := kinship.Of(chosen, kinship.Options{MergeMZ: *merge})
	answer := kinshipAnswer{Pairs: [][3]any{}, Inbreeding: map[pedigree.ID]float64{}}
	for pair, coefficient := range m.All() {
		answer.Pairs = append(answer.Pairs, [3]any{pair[0], pair[1], coefficient})
		if !*asJSON {
			fmt.Fprintf(s.Out, "%s\t%s\t%.10g\n", pair[0], pair[1], coefficient)
		}
	}
	for i := range chosen.Individuals {
		id := chosen.Individuals[i].ID
		if inbreeding := m.Inbreeding(id); inbreeding > 0 {
			answer.Inbreeding[id] = inbreeding
			if !*asJSON {
				fmt.Fprintf(s.Out, "inbreeding\t%s\t%.10g\n", id, inbreeding)
			}
		}
	}
	if *asJSON {
		return writeJSON(s.Out, answer)
	}
	return nil
}
