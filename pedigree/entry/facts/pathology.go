package facts

import (
	"regexp"
	"strings"

	"kindred/pedigree"
)

// statuses are how far a diagnosis is confirmed, and by what.
var statuses = map[string][2]string{
	"confirmed": {string(pedigree.Confirmed)}, "conf": {string(pedigree.Confirmed)}, "proven": {string(pedigree.Confirmed)},
	"histology seen": {string(pedigree.Confirmed), "histology report"}, "path seen": {string(pedigree.Confirmed), "histology report"},
	"pathology seen": {string(pedigree.Confirmed), "histology report"}, "confirmed by histology": {string(pedigree.Confirmed), "histology report"},
	"confirmed by registry": {string(pedigree.Confirmed), "cancer registry"}, "registry": {string(pedigree.Confirmed), "cancer registry"},
	"confirmed by death certificate": {string(pedigree.Confirmed), "death certificate"}, "death certificate": {string(pedigree.Confirmed), "death certificate"},
	"reported": {string(pedigree.Reported)}, "told": {string(pedigree.Reported)}, "not confirmed": {string(pedigree.Reported)}, "unconfirmed": {string(pedigree.Reported)},
	"requested": {string(pedigree.Requested)}, "req": {string(pedigree.Requested)}, "confirmation requested": {string(pedigree.Requested)}, "report requested": {string(pedigree.Requested)},
	"refuted": {string(pedigree.Refuted)}, "not found": {string(pedigree.Refuted)}, "disproved": {string(pedigree.Refuted)}, "not cancer": {string(pedigree.Refuted)},
}

var behaviours = map[string]pedigree.Behaviour{
	"in situ": pedigree.InSitu, "cis": pedigree.InSitu, "invasive": pedigree.Invasive, "inv": pedigree.Invasive,
	"borderline": pedigree.Borderline, "bord": pedigree.Borderline, "low malignant potential": pedigree.Borderline, "lmp": pedigree.Borderline,
}

var histologies = map[string]string{
	"hgs": "high-grade serous", "hgsc": "high-grade serous", "hgsoc": "high-grade serous", "high grade serous": "high-grade serous",
	"lgs": "low-grade serous", "lgsc": "low-grade serous", "low grade serous": "low-grade serous", "serous": "serous",
	"mucinous": "mucinous", "endometrioid": "endometrioid", "clear cell": "clear cell", "granulosa": "granulosa cell", "granulosa cell": "granulosa cell",
	"lobular": "lobular", "ductal": "ductal", "idc": "ductal", "ilc": "lobular", "medullary": "medullary", "papillary": "papillary",
	"diffuse": "diffuse", "follicular": "follicular", "germ cell": "germ cell", "phyllodes": "phyllodes", "inflammatory": "inflammatory",
}

var treatments = map[string]string{
	"chemo": "chemotherapy", "chemotherapy": "chemotherapy", "rt": "radiotherapy", "radiotherapy": "radiotherapy", "rads": "radiotherapy", "dxt": "radiotherapy",
	"tamoxifen": "tamoxifen", "herceptin": "herceptin", "letrozole": "letrozole", "surgery": "surgery", "hormones": "hormone treatment",
}

// remarks are findings without a field of their own, kept as notes on the diagnosis.
var remarks = phrases("msi|msi h|msi high|mss|mmr deficient|dmmr|pmmr|mmr proficient|node positive|node negative|nodes positive|nodes negative|multifocal|her2 equivocal|palliative|screen detected|mets|metastatic|metastases|secondaries|spread|spread everywhere")

var (
	gradeWord = regexp.MustCompile(`^(?:g|grade )([1-3])$`)
	receptor  = regexp.MustCompile(`^(er|pr|her ?2|ck ?14|ck ?5/?6)(\+|-|\+ve|-ve|pos|neg|positive|negative| pos| neg| positive| negative|\+\+|\+\+\+| \+)$`)
)

// tumour reads a detail that only a tumour has, from token i.
func (dt *details) tumour(i int) (next int, ok bool) {
	rd, d := dt.rd, dt.d
	if i >= len(rd.tokens) || rd.tokens[i].ends || rd.tokens[i].quoted {
		return i, false
	}
	if status, next, ok := oneOf(rd, i, statuses); ok {
		d.Status, d.ConfirmedBy = pedigree.Status(status[0]), status[1]
		return next, true
	}
	if behaviour, next, ok := oneOf(rd, i, behaviours); ok {
		d.Behaviour = behaviour
		return next, true
	}
	if next, ok := rd.longest(i, func(words string) bool { return words == "benign" }); ok {
		d.Site = "benign tumour of the " + pedigree.Site(strings.TrimSuffix(string(d.Site), " cancer"))
		return next, true
	}
	if histology, next, ok := oneOf(rd, i, histologies); ok {
		d.Pathology.Histology = histology
		return next, true
	}
	if next, ok := rd.longest(i, tripleNegative); ok {
		d.Pathology.ER, d.Pathology.PR, d.Pathology.HER2 = pedigree.ReceptorNegative, pedigree.ReceptorNegative, pedigree.ReceptorNegative
		return next, true
	}
	if treatment, next, ok := oneOf(rd, i, treatments); ok {
		d.Treatment = strings.TrimPrefix(d.Treatment+", "+treatment, ", ")
		return next, true
	}
	if next, ok := rd.longest(i, func(words string) bool { return remarks[words] }); ok {
		if _, placed := rd.secondary(i); placed {
			return i, false
		}
		d.Notes = append(d.Notes, rd.slice(i, next))
		return next, true
	}
	return dt.graded(i)
}

func tripleNegative(words string) bool {
	return words == "tn" || words == "tnbc" || words == "triple neg" || words == "triple negative"
}

// graded reads "G3", "grade 3" and receptors: "ER+", "ER+/PR-", "HER2 neg".
func (dt *details) graded(i int) (next int, ok bool) {
	d := dt.d
	for to := min(i+2, len(dt.rd.tokens)); to > i; to-- {
		words, whole := dt.rd.said(i, to)
		words = strings.ToLower(words)
		if !whole {
			continue
		}
		if m := gradeWord.FindStringSubmatch(words); m != nil {
			d.Pathology.Grade = int(m[1][0] - '0')
			return to, true
		}
		if setReceptors(&d.Pathology, words) {
			return to, true
		}
	}
	return i, false
}

// setReceptors writes one result, or several with bars between ("er+/pr-"); it writes all or none.
func setReceptors(p *pedigree.Pathology, words string) bool {
	got := *p
	words = strings.ReplaceAll(words, "ck5/6", "ck56")
	for _, part := range strings.Split(words, "/") {
		m := receptor.FindStringSubmatch(part)
		if m == nil {
			return false
		}
		result := pedigree.ReceptorPositive
		if strings.Contains(m[2], "-") || strings.Contains(m[2], "neg") {
			result = pedigree.ReceptorNegative
		}
		switch strings.ReplaceAll(m[1], " ", "") {
		case "er":
			got.ER = result
		case "pr":
			got.PR = result
		case "her2":
			got.HER2 = result
		case "ck14":
			got.CK14 = result
		default:
			got.CK56 = result
		}
	}
	*p = got
	return true
}
