package locus

import (
	"errors"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

// AgeRow is a cumulative risk by the end of a year of age, for 0, 1 and 2 risk alleles.
type AgeRow struct {
	Age            int       `json:"age"`
	Penetrance     []float64 `json:"penetrance"`
	PenetranceMale []float64 `json:"penetrance_male"`
}

// checkPenetrance also fills in what the inheritance alone says.
func (l *Locus) checkPenetrance() error {
	if l.Penetrance == nil && len(l.ByAge) == 0 {
		switch l.Inheritance {
		case Dominant:
			l.Penetrance = []float64{0, 1, 1}
		case Recessive:
			l.Penetrance = []float64{0, 0, 1}
		case XLinked:
			l.Penetrance = []float64{0, 0, 1}
			if l.PenetranceMale == nil {
				l.PenetranceMale = []float64{0, 1}
			}
		default:
			return errors.New("give the inheritance or the penetrance")
		}
	}
	if len(l.ByAge) > 0 && (l.Penetrance != nil || l.PenetranceMale != nil) {
		return errors.New("give penetrance or by_age, not both")
	}
	if len(l.ByAge) == 0 {
		if err := l.checkVectors("penetrance", l.Penetrance, l.PenetranceMale); err != nil {
			return err
		}
		if f := l.Penetrance; l.Inheritance == NotSaid && l.PenetranceMale == nil && f[0] == f[1] && f[1] < f[2] {
			l.Inheritance = Recessive
		}
	}
	for i, row := range l.ByAge {
		key := fmt.Sprintf("by_age, row %d", i+1)
		if row.Age < 0 || row.Age > pedigree.OldestAge || i > 0 && row.Age <= l.ByAge[i-1].Age {
			return fmt.Errorf("%s: ages must rise from 0 to %d", key, pedigree.OldestAge)
		}
		if err := l.checkVectors(key, row.Penetrance, row.PenetranceMale); err != nil {
			return err
		}
		if i > 0 && (falls(l.ByAge[i-1].Penetrance, row.Penetrance) || falls(l.ByAge[i-1].PenetranceMale, row.PenetranceMale)) {
			return fmt.Errorf("%s: a cumulative risk falls, or a row has no penetrance_male", key)
		}
	}
	for i, class := range l.Classes {
		if err := checkVector(fmt.Sprintf("classes, class %d", i+1), class, likelihood.Genotypes); err != nil {
			return err
		}
	}
	return nil
}

// checkVectors checks the penetrance of women and, where given, that of men. On the X chromosome men need
// their own, of two numbers.
func (l *Locus) checkVectors(key string, women, men []float64) error {
	if err := checkVector(key, women, likelihood.Genotypes); err != nil {
		return err
	}
	if l.Inheritance == XLinked {
		return checkVector(key+" of men (penetrance_male)", men, 2)
	}
	if men == nil {
		return nil
	}
	return checkVector(key+" of men (penetrance_male)", men, likelihood.Genotypes)
}

func checkVector(key string, v []float64, length int) error {
	if len(v) != length {
		return fmt.Errorf("%s has %d numbers, not %d", key, len(v), length)
	}
	for _, x := range v {
		if !isProbability(x) {
			return notProbability(key)
		}
	}
	return nil
}

func falls(before, after []float64) bool {
	if len(before) != len(after) {
		return true
	}
	for i := range before {
		if after[i] < before[i] {
			return true
		}
	}
	return false
}

// vector is the penetrance of women and of men as one of the two; a man's X has no second copy.
func vector(women, men []float64, sex pedigree.Sex) (v likelihood.Vector) {
	copy(v[:], women)
	if sex == pedigree.Male && men != nil {
		v = likelihood.Vector{}
		copy(v[:], men)
	}
	return v
}

// sexed reports that the penetrance of men differs from that of women.
func (l *Locus) sexed() bool {
	return l.PenetranceMale != nil || len(l.ByAge) > 0 && l.ByAge[0].PenetranceMale != nil
}

// Ever is the chance of ever being affected, or by the last age of by_age, by number of risk alleles.
func (l *Locus) Ever(sex pedigree.Sex) likelihood.Vector {
	if n := len(l.ByAge); n > 0 {
		return vector(l.ByAge[n-1].Penetrance, l.ByAge[n-1].PenetranceMale, sex)
	}
	return vector(l.Penetrance, l.PenetranceMale, sex)
}

// by is the chance of having been affected by the end of a year of age.
func (l *Locus) by(sex pedigree.Sex, age int) likelihood.Vector {
	if len(l.ByAge) == 0 {
		return l.Ever(sex)
	}
	before, from := likelihood.Vector{}, -1 // nothing before birth
	for _, row := range l.ByAge {
		v := vector(row.Penetrance, row.PenetranceMale, sex)
		if age < row.Age {
			share := float64(age-from) / float64(row.Age-from)
			for g := range v {
				v[g] = before[g] + share*(v[g]-before[g])
			}
			return v
		}
		before, from = v, row.Age
	}
	return before
}

// at is the chance of becoming affected at this age; ages after the last of by_age count as its last year.
func (l *Locus) at(sex pedigree.Sex, age int) likelihood.Vector {
	age = min(age, l.ByAge[len(l.ByAge)-1].Age)
	now, before := l.by(sex, age), l.by(sex, age-1)
	for g := range now {
		now[g] -= before[g]
	}
	return now
}

// without is one minus each chance.
func without(v likelihood.Vector, sex pedigree.Sex, x bool) likelihood.Vector {
	for g := range v {
		v[g] = 1 - v[g]
	}
	if x && sex == pedigree.Male {
		v[2] = 0
	}
	return v
}
