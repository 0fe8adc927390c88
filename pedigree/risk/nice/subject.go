package nice

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// whoFor finds out whether a category can be given to the subject; "" where it can.
func (m *Model) whoFor(c *risk.Case) (risk.Status, []string) {
	p := c.Subject
	age, known := c.Age(p)
	switch {
	case !p.IsPerson():
		return risk.NotApplicable, []string{"The symbol asked about is a pregnancy or a group, not one person."}
	case p.IsDeceased():
		return risk.NotApplicable, []string{"The person asked about has died."}
	case p.Sex == pedigree.Male:
		return risk.NotApplicable, []string{"The risk categories are for women; the person asked about was assigned male at birth. The referral criteria are for everybody."}
	case known && age.Low >= m.RisksTo.Age:
		return risk.NotApplicable, []string{fmt.Sprintf("The person asked about has reached %d, and the figures that the guideline classifies are risks to %d.", age.Low, m.RisksTo.Age)}
	}
	for _, d := range ownBreastCancer(c) {
		if !risk.IsPossible(d) {
			return risk.NotApplicable, []string{"The person asked about has had breast cancer, and the categories are for women who have not."}
		}
	}
	switch {
	case len(ownBreastCancer(c)) > 0:
		return risk.CannotTell, []string{"Breast cancer is possible in the person asked about, and the categories are for women who have not had it."}
	case p.Sex != pedigree.Female:
		return risk.CannotTell, []string{"The sex assigned at birth of the person asked about is not recorded, and the risk categories are for women."}
	}
	return "", nil
}

// ownBreastCancer lists the subject's own breast cancers, possible ones and DCIS included.
func ownBreastCancer(c *risk.Case) []*pedigree.Diagnosis {
	var own []*pedigree.Diagnosis
	for _, d := range risk.Primaries(c.Subject, risk.IsBreast) {
		if !risk.IsLobularInSitu(d) {
			own = append(own, d)
		}
	}
	return own
}
