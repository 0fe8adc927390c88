package riskview

import (
	"fmt"
	"math"
	"strings"

	"kindred/pedigree/risk"
)

// percent is a probability as the screen shows it: whole from 10% on, with one decimal below, and
// never 0% or 100% for what is neither.
func percent(p float64) string {
	switch {
	case p > 0.995 && p < 1:
		return "over 99%"
	case p >= 0.0995 || p <= 0:
		return fmt.Sprintf("%.0f%%", p*100)
	case p < 0.001:
		return "under 0.1%"
	}
	return fmt.Sprintf("%.1f%%", p*100)
}

// isScore tells a value in points from a probability.
func isScore(key string) bool { return risk.IsPoints(key) }

// isChance tells a probability from points and from ratios.
func isChance(key string) bool { return !isScore(key) && !risk.IsFactor(key) }

// figure is a value without what it is of: "29" of a score, "1.44" of a ratio, "40%" of a probability.
func figure(key string, value float64) string {
	switch {
	case isScore(key):
		return fmt.Sprintf("%.0f", math.Round(value))
	case risk.IsFactor(key) && value >= 1 && value < 10:
		return fmt.Sprintf("%.2f", value)
	case risk.IsFactor(key):
		return fmt.Sprintf("%.3g", value)
	}
	return percent(value)
}

// worded is a value with what it is of: "29 points", "23% by 79", "BRCA1 40%", "any gene 7.5%".
func worded(key string, value float64) string {
	switch {
	case !isChance(key):
		return risk.Worded(key, value)
	case key == risk.AnyGene:
		return "any gene " + percent(value)
	case key == risk.LifetimeFrom20:
		return "lifetime " + percent(value)
	}
	return strings.Replace(risk.Worded(key, value), risk.Percent(value), percent(value), 1)
}

// fromTo is a change of a value: "40% → 28%", to a decimal more where the whole numbers are the same.
func fromTo(key string, now, then float64) string {
	a, b := figure(key, now), figure(key, then)
	if a == b && now != then && isChance(key) {
		a, b = risk.Percent(now), risk.Percent(then)
	}
	return a + " → " + b
}

// between is the two ends of a range: "38–42%", "26–29", "up to 4.3%"; "" where they read the same.
func between(key string, r risk.Range) string {
	low, high := figure(key, r.Low), figure(key, r.High)
	if low == high {
		return ""
	}
	if strings.HasPrefix(low, "under") || isChance(key) && r.Low == 0 {
		return "up to " + high
	}
	if !strings.Contains(high, " ") {
		low = strings.TrimSuffix(low, "%")
	}
	return low + "–" + high
}

// rangeWords is the range that vague facts leave to the answer: "range 38–42%". A bound, which is wider
// than what can be reached, is "within 36–44%", or "at most 0.6%".
func rangeWords(a *risk.Assessment) string {
	r, ok := a.Range[a.Headline]
	ends := between(a.Headline, r)
	switch {
	case !ok || ends == "":
		return ""
	case r.Bound && strings.HasPrefix(ends, "up to"):
		return "at most " + strings.TrimPrefix(ends, "up to ")
	case r.Bound:
		return "within " + ends
	case strings.HasPrefix(ends, "up to"):
		return ends
	}
	return "range " + ends
}

// ofHundred is a probability as so many of 100: "61", "1 or 2", "fewer than 1".
func ofHundred(p float64) string {
	n := p * 100
	whole := math.Floor(n)
	switch part := n - whole; {
	case n <= 0:
		return "0"
	case n < 0.5:
		return "fewer than 1"
	case n > 99 && n < 100:
		return "more than 99"
	case whole >= 1 && n < 10 && part >= 0.25 && part < 0.75:
		return fmt.Sprintf("%.0f or %.0f", whole, whole+1)
	}
	return fmt.Sprintf("%.0f", n)
}

// keyWords says what the value of a key is: "any of the genes", "breast cancer in ten years".
func keyWords(key string) string {
	if words, ok := namedKeys[key]; ok {
		return words
	}
	return strings.ReplaceAll(key, "_", " ")
}

var namedKeys = map[string]string{
	risk.LifetimeFrom20: "breast cancer from 20 on", risk.From40To50: "breast cancer from 40 to 50", risk.TenYears: "breast cancer in ten years",
	risk.By79: "breast cancer by 79", risk.By80: "breast cancer by 80", risk.AnyGene: "any of the genes",
	"carrier_probability": "carrier of the model's gene", "bayes_factor": "factor", "log10_bayes_factor": "its logarithm to base 10", "brca1": "BRCA1", "brca2": "BRCA2", "combined": "together", "brca1_or_brca2": "BRCA1 or BRCA2",
	"mlh1": "MLH1", "msh2_epcam": "MSH2 or EPCAM", "msh6": "MSH6", "pms2": "PMS2",
}

// cancerName is a cancer in words: "breast cancer", "ovarian cancer".
func cancerName(cancer string) string {
	switch cancer {
	case "ovary":
		return "ovarian cancer"
	case "colorectum", "colorectal", "colon":
		return "bowel cancer"
	case "endometrium":
		return "womb cancer"
	case "pancreas":
		return "pancreatic cancer"
	case "any":
		return "any of these cancers"
	}
	return strings.ReplaceAll(cancer, "_", " ") + " cancer"
}

// organName is the short name of a cancer where it stands among others: "breast", "ovary", "bowel".
func organName(cancer string) string {
	switch cancer {
	case "colorectum", "colorectal", "colon":
		return "bowel"
	case "endometrium":
		return "womb"
	}
	return strings.ReplaceAll(cancer, "_", " ")
}
