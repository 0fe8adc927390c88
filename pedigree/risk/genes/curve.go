package genes

import (
	"math"

	"kindred/pedigree"
)

// oldest is the last year of age for which there are hazards.
const oldest = pedigree.OldestAge

// leastHazard stands, a year, for an incidence that is printed as nought: a cancer reported at an age at
// which nobody had one in the years counted is rare, not impossible.
const leastHazard = 1e-6

// cubic joins points (ages rising, cumulative hazards not falling) by the monotone cubic of Fritsch and
// Carlson and gives the hazard of each year of age. Before the first point it is 0, past the last the mean
// hazard of the last interval.
func cubic(ages, cumulative []float64) []float64 {
	n := len(ages)
	secants := make([]float64, n-1)
	for i := range secants {
		secants[i] = (cumulative[i+1] - cumulative[i]) / (ages[i+1] - ages[i])
	}
	slopes := make([]float64, n)
	for i := 1; i < n-1; i++ {
		if secants[i-1] > 0 && secants[i] > 0 {
			before, after := ages[i]-ages[i-1], ages[i+1]-ages[i]
			slopes[i] = 3 * (before + after) / ((2*after+before)/secants[i-1] + (after+2*before)/secants[i])
		}
	}
	if n > 1 {
		slopes[0] = min(secants[0], 3*secants[0]-2*slopes[1])
		slopes[0] = max(0, slopes[0])
		slopes[n-1] = secants[n-2]
	}
	at := func(x float64) float64 {
		switch {
		case x <= ages[0]:
			return cumulative[0]
		case x >= ages[n-1]:
			return cumulative[n-1] + (x-ages[n-1])*secants[n-2]
		}
		i := 0
		for x > ages[i+1] {
			i++
		}
		width := ages[i+1] - ages[i]
		t := (x - ages[i]) / width
		return cumulative[i]*(1+2*t)*(1-t)*(1-t) + slopes[i]*width*t*(1-t)*(1-t) +
			cumulative[i+1]*t*t*(3-2*t) + slopes[i+1]*width*t*t*(t-1)
	}
	hazards := make([]float64, oldest+1)
	for a := range hazards {
		hazards[a] = max(0, at(float64(a+1))-at(float64(a)))
	}
	return hazards
}

// fromPercent is the hazard of a published cumulative risk: H = -ln(1 - F) at its ages, joined.
func fromPercent(points [][2]float64) []float64 {
	ages, cumulative := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		ages[i], cumulative[i] = p[0], -math.Log1p(-p[1]/100)
	}
	return cubic(ages, cumulative)
}

// ratioAt is the relative risk at the middle of a year of age: log-linear between the points.
func ratioAt(points [][2]float64, year int) float64 {
	x, last := float64(year)+0.5, len(points)-1
	switch {
	case x <= points[0][0]:
		return points[0][1]
	case x >= points[last][0]:
		return points[last][1]
	}
	i := 0
	for x > points[i+1][0] {
		i++
	}
	share := (x - points[i][0]) / (points[i+1][0] - points[i][0])
	return math.Exp((1-share)*math.Log(points[i][1]) + share*math.Log(points[i+1][1]))
}

// ratiosToMeet turns cumulative percentages at ages into the constant ratios to the population's hazard,
// between those ages, that give them; the last goes on.
func ratiosToMeet(points [][2]float64, population []float64) []float64 {
	hazards := make([]float64, len(population))
	from, before := 0, 0.0
	for i, p := range points {
		to, wanted := int(p[0]), -math.Log1p(-p[1]/100)
		sum := 0.0
		for a := from; a < to; a++ {
			sum += population[a]
		}
		ratio := (wanted - before) / sum
		if i == len(points)-1 {
			to = len(population)
		}
		for a := from; a < to; a++ {
			hazards[a] = ratio * population[a]
		}
		from, before = to, wanted
	}
	return hazards
}
