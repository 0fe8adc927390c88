package letter

import (
	"math"
	"slices"
	"strconv"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// numberModel is the model whose number the risk summary may carry. Manchester points are not a
// risk and never reach a letter.
const numberModel = "claus"

// horizon is the age to which the letter's number runs.
const horizon = 79

// widest is the widest range, out of 100, that helps anybody. Beyond it the letter gives no number.
const widest = 50

// number is a risk inside its model's validity, ready for words. The population is women of the same
// age by the same model.
type number struct {
	title, version    string
	chance            chance
	population        chance
	ten, populationIn *chance // over the next ten years; nil where the model does not give it
}

// into gives the template its values.
func (n *number) into(values map[string]string, group string) {
	values["to"], values["model"], values["version"] = strconv.Itoa(horizon), n.title, n.version
	values["group"] = group
	values["about"], values["not-about"] = n.chance.words(), n.chance.not().words()
	values["population"], values["population-not"] = n.population.words(), n.population.not().words()
	if n.ten != nil {
		values["ten"], values["not-ten"] = n.ten.words(), n.ten.not().words()
		values["population-ten"], values["population-not-ten"] = n.populationIn.words(), n.populationIn.not().words()
	}
	values["filled-circles"] = circles(n.chance.low)
	values["half-circles"] = circles(n.chance.high - n.chance.low)
	values["empty-circles"] = circles(outOf - n.chance.high)
}

// icons is the picture of the number: what fills it is what the sentence says.
func (n *number) icons(w words, values map[string]string) IconArray {
	key := "icons"
	switch {
	case n.chance.isRange():
		key = "icons-range"
	case n.chance.likely == 0:
		key = "icons-none"
	}
	filled, half := n.chance.low, n.chance.high-n.chance.low
	return IconArray{Filled: filled, Half: half, Of: outOf, Caption: Words(w.fill(key, values))}
}

// chosenNumber is the number that the letter may give, or the template's key of the reason for none. A
// reason never rests on a fact that this patient may not be told.
func chosenNumber(r Request, patient *pedigree.Patient, person *pedigree.Individual) (*number, string) {
	i := slices.IndexFunc(r.Assessments, func(a risk.Assessment) bool { return a.Model == numberModel && a.Subject == person.ID })
	if i < 0 {
		return nil, "fit"
	}
	a := &r.Assessments[i]
	if a.Status == risk.OK && !breastCancerAmongRelatives(r.Family.For(patient.ID, pedigree.ForNumbers), person.ID) {
		// The same words as for a model that does not fit because of a fact told in confidence: the one
		// must not be told from the other.
		return nil, "fit"
	}
	if a.Status == risk.OK {
		if n := read(a); n != nil {
			return n, ""
		}
		return nil, "unknown"
	}
	if reason := misfit(r, patient, person); reason != "" {
		return nil, reason
	}
	if a.Status == risk.CannotTell {
		return nil, "unknown"
	}
	return nil, "fit"
}

// breastCancerAmongRelatives reports a breast cancer in a blood relative. Without one the model only
// repeats its own population's risk of around 1980, which would be too low for a letter today.
func breastCancerAmongRelatives(f *pedigree.Family, person pedigree.ID) bool {
	return slices.ContainsFunc(f.BloodRelatives(person), func(id pedigree.ID) bool {
		return slices.ContainsFunc(f.Individual(id).Diagnoses, func(d pedigree.Diagnosis) bool {
			return d.Site == pedigree.Breast && d.Counts()
		})
	})
}

// read takes the number from an answer; nil where the answer is not whole or too vague to help.
func read(a *risk.Assessment) *number {
	value, has := a.Values["risk_by_79"]
	end := slices.IndexFunc(a.CurveOf("breast"), func(p risk.CurvePoint) bool { return p.Age == horizon })
	rng, ranged := a.Range["risk_by_79"]
	if !ranged {
		rng = risk.Range{Low: value, High: value}
	}
	if !has || end < 0 || !ordered(0, rng.Low, value, rng.High, 1) || !ordered(0, a.CurveOf("breast")[end].Population, 1) {
		return nil
	}
	population := a.CurveOf("breast")[end].Population
	n := &number{
		title: a.Title, version: a.Version,
		chance: chanceOf(value, rng.Low, rng.High), population: chanceOf(population, population, population),
	}
	if n.chance.high-n.chance.low > widest {
		return nil
	}
	n.tenYears(a)
	return n
}

// tenYears adds the nearer horizon, where the model gives one whose start is the same for all readings
// of the age.
func (n *number) tenYears(a *risk.Assessment) {
	value, has := a.Values["risk_10y"]
	const steps = 10 // the curve goes up by a year from the age now
	if !has || len(a.CurveOf("breast")) < steps {
		return
	}
	rng, ranged := a.Range["risk_10y"]
	if !ranged {
		rng = risk.Range{Low: value, High: value}
	}
	population := a.CurveOf("breast")[steps-1].Population
	if !ordered(0, rng.Low, value, rng.High, 1) || !ordered(0, population, 1) || math.Abs(a.CurveOf("breast")[steps-1].Risk-value) > 1e-6 {
		return
	}
	own, general := chanceOf(value, rng.Low, rng.High), chanceOf(population, population, population)
	n.ten, n.populationIn = &own, &general
}

// ordered reports that the values do not fall; NaN is never in order. Rounding of the last digits is
// forgiven.
func ordered(values ...float64) bool {
	for i := 1; i < len(values); i++ {
		if !(values[i-1] <= values[i]+1e-9) {
			return false
		}
	}
	return true
}

// misfit is the reason for giving no number that this patient may be told; "" for none in particular.
func misfit(r Request, patient *pedigree.Patient, person *pedigree.Individual) string {
	if low, _, ok := ageToday(r.Family, patient, person, r.Today); ok && low >= horizon {
		return "age"
	}
	view := r.Family.For(patient.ID, pedigree.ForShowing)
	self := view.Individual(patient.Individual)
	if self.Sex == pedigree.Male && self.Gender != pedigree.Woman && self.Gender != pedigree.NonBinary {
		return "male"
	}
	if risk.BothBreastsRemoved(self) != nil {
		return "removed"
	}
	if fewRelatives(view, patient) {
		return ""
	}
	if genes, _ := geneChanges(view, patient); len(genes) > 0 {
		return "variant"
	}
	sides := view.SidesOf(patient.Individual)
	for i := range view.Individuals {
		p := &view.Individuals[i]
		for j := range p.Diagnoses {
			if d := &p.Diagnoses[j]; sides[p.ID] != pedigree.NoSide && d.Counts() && d.Site.IsOvarian() && d.Certainty != pedigree.Possible {
				return "ovarian"
			}
		}
	}
	return ""
}
