package manchester

import (
	"fmt"
	"math"
	"strconv"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// points are for BRCA1 and BRCA2.
type points struct{ brca1, brca2 float64 }

func (p points) plus(q points) points { return points{p.brca1 + q.brca1, p.brca2 + q.brca2} }

func (p points) combined() float64 { return p.brca1 + p.brca2 }

func (p points) lower(q points) points { return points{min(p.brca1, q.brca1), min(p.brca2, q.brca2)} }

func (p points) higher(q points) points { return points{max(p.brca1, q.brca1), max(p.brca2, q.brca2)} }

func (p points) String() string {
	return fmt.Sprintf("BRCA1 %s, BRCA2 %s", number(p.brca1), number(p.brca2))
}

// number prints points with at most two decimals.
func number(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64)
}

// item is one thing that scores: a cancer, a pathology finding, an adoption.
type item struct {
	person    *pedigree.Individual
	what      string // "breast cancer at 41", "grade 3"
	cancer    string // the scored cancer; "" for what adjusts one
	mean      points // over the readings of a vague age
	low, high points // the fewest and most points that the readings allow
}

func certainly(p *pedigree.Individual, what string, brca1 float64) item {
	at := points{brca1, 0}
	return item{person: p, what: what, mean: at, low: at, high: at}
}

// scores says as which cancer a diagnosis scores; "" for none. mayBe is another cancer as which it
// would score if the sex assigned at birth, which is not recorded, were known.
func scores(p *pedigree.Individual, d *pedigree.Diagnosis) (as, mayBe string) {
	switch {
	case !d.Counts():
		return "", ""
	case d.Site == pedigree.Breast && risk.IsLobularInSitu(d):
		return "", ""
	case d.Site == pedigree.Breast && p.Sex == pedigree.Male:
		return maleBreast, ""
	case d.Site == pedigree.Breast && p.Sex != pedigree.Female:
		return femaleBreast, maleBreast
	case d.Site == pedigree.Breast:
		return femaleBreast, ""
	case d.Behaviour == pedigree.InSitu:
		return "", ""
	case d.Site == pedigree.Ovary:
		return ovarian, ""
	case d.Site == pedigree.Pancreas:
		return pancreatic, ""
	case d.Site == pedigree.Prostate:
		return prostate, ""
	}
	return "", ""
}

// isUnverified reports a cancer of which it could not be verified whether the published score counts it:
// one of the fallopian tube or the peritoneum.
func isUnverified(d *pedigree.Diagnosis) bool {
	return d.Counts() && !risk.IsPossible(d) && d.Site != pedigree.Ovary && d.Site.IsOvarian() &&
		d.Behaviour != pedigree.InSitu && d.Behaviour != pedigree.Borderline
}

// isNotScored reports an ovarian tumour of a kind that scores nothing.
func (m *Model) isNotScored(d *pedigree.Diagnosis) bool {
	if risk.HistologyHas(d, "granulosa") {
		return false
	}
	return d.Behaviour == pedigree.Borderline || risk.HistologyHas(d, m.NotScored...)
}

// isHighGradeSerous reports the histology that earns extra points.
func isHighGradeSerous(d *pedigree.Diagnosis) bool {
	return risk.HistologyHas(d, "hgs") ||
		risk.HistologyHas(d, "serous") && !risk.HistologyHas(d, "low-grade", "low grade", "borderline") &&
			(risk.HistologyHas(d, "high-grade", "high grade") || d.Pathology.Grade == 3)
}

// cancer scores one diagnosis; none is true when it is no cancer that scores, and the error
// is two ages that contradict each other. linked says whether the pathology of an ovarian
// cancer in this person may count.
func (m *Model) cancer(c *risk.Case, p *pedigree.Individual, d *pedigree.Diagnosis, linked func() bool) (it item, none bool, err error) {
	as, mayBe := scores(p, d)
	if as == "" {
		return item{}, true, nil
	}
	words := as
	if as == femaleBreast || as == maleBreast {
		words = "breast"
	}
	it = item{person: p, cancer: as, what: words + " cancer " + risk.AgeWords(d.Age)}
	if d.Behaviour == pedigree.InSitu {
		it.what = "in-situ disease of the breast " + risk.AgeWords(d.Age)
	}
	if as == ovarian && m.isNotScored(d) {
		it.what += ", of a kind that scores nothing"
		return it, false, nil
	}
	onset, ok := c.Onset(p, d)
	if !ok {
		return item{}, false, fmt.Errorf("the age at diagnosis and the age reached contradict each other (%s)", c.Words(p.ID))
	}
	serous := as == ovarian && isHighGradeSerous(d) && linked()
	at := func(cancer string, age int) points {
		r, _ := m.row(cancer, age)
		sum := points{r.BRCA1, r.BRCA2}
		if serous && age < m.HighGradeSerous.Below {
			sum = sum.plus(points{m.HighGradeSerous.BRCA1, m.HighGradeSerous.BRCA2})
		}
		return sum
	}
	if serous {
		it.what += ", high-grade serous"
	}
	it.low, it.high = at(as, onset.Low), at(as, onset.Low)
	for age := onset.Low; age <= onset.High; age++ {
		it.low, it.high = it.low.lower(at(as, age)), it.high.higher(at(as, age))
		if mayBe != "" {
			it.low, it.high = it.low.lower(at(mayBe, age)), it.high.higher(at(mayBe, age))
		}
	}
	it.mean = points{
		onset.Mean(func(age int) float64 { return at(as, age).brca1 }),
		onset.Mean(func(age int) float64 { return at(as, age).brca2 }),
	}
	if risk.IsPossible(d) {
		it.what = "possible " + it.what + ", not counted"
		it.mean, it.low, it.high = points{}, it.low.lower(points{}), it.high.higher(points{})
	}
	return it, false, nil
}
