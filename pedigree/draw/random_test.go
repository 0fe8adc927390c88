package draw_test

import (
	"fmt"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// families draws families of two to four generations with everything that a label or a symbol can
// hold, second partners and cousins who marry among them.
func families(t *rapid.T) *pedigree.Family {
	f := &pedigree.Family{Format: pedigree.Format, Version: 1, Name: "G1", AsOf: "2026-11-21"}
	add := func(sex pedigree.Sex, mother, father pedigree.ID) pedigree.ID {
		id := pedigree.ID(fmt.Sprint(len(f.Individuals) + 1))
		p := pedigree.Individual{ID: id, Sex: sex, Mother: mother, Father: father}
		facts(t, &p)
		f.Individuals = append(f.Individuals, p)
		return id
	}
	row := [][2]pedigree.ID{{add(pedigree.Male, "", ""), add(pedigree.Female, "", "")}}
	f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{row[0][0], row[0][1]}})
	for range rapid.IntRange(1, 3).Draw(t, "generations") {
		var children []pedigree.ID
		for _, couple := range row {
			first := len(children)
			for range rapid.IntRange(0, 3).Draw(t, "children") {
				sex := rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Male, pedigree.SexUnknown}).Draw(t, "sex")
				children = append(children, add(sex, couple[1], couple[0]))
			}
			if n := len(children); n-first >= 2 && rapid.IntRange(0, 4).Draw(t, "twins") == 0 {
				zygosity := rapid.SampledFrom([]pedigree.Zygosity{pedigree.Monozygotic, pedigree.Dizygotic, pedigree.UnknownZygosity}).Draw(t, "zygosity")
				f.Twins = append(f.Twins, pedigree.TwinSet{Zygosity: zygosity, Members: children[n-2:]})
			}
		}
		row = nil
		for i, child := range children {
			p := f.Individual(child)
			if p.Sex == pedigree.SexUnknown || p.Pregnancy != nil || p.IsGroup() {
				continue
			}
			for range rapid.SampledFrom([]int{0, 1, 1, 1, 2}).Draw(t, "partners") {
				couple := [2]pedigree.ID{child, ""}
				cousin := ""
				if i > 0 && rapid.IntRange(0, 9).Draw(t, "cousin") == 0 {
					if q := f.Individual(children[0]); q.Sex != p.Sex && q.Sex != pedigree.SexUnknown && q.Mother != p.Mother {
						cousin = string(q.ID)
					}
				}
				switch {
				case cousin != "":
					couple[1] = pedigree.ID(cousin)
				case p.Sex == pedigree.Male:
					couple[1] = add(pedigree.Female, "", "")
				default:
					couple[1] = add(pedigree.Male, "", "")
				}
				if f.Individual(couple[0]).Sex == pedigree.Female {
					couple[0], couple[1] = couple[1], couple[0]
				}
				u := pedigree.Union{Partners: []pedigree.ID{couple[0], couple[1]}}
				if rapid.IntRange(0, 5).Draw(t, "apart") == 0 {
					u.Status = pedigree.Separated
				}
				if rapid.IntRange(0, 7).Draw(t, "remark") == 0 {
					u.Degree = "second cousins"
				}
				if rapid.IntRange(0, 7).Draw(t, "childless") == 0 {
					u.Childless, u.ChildlessCause = pedigree.ChildlessInfertile, "endometriosis"
				}
				f.Unions = append(f.Unions, u)
				row = append(row, couple)
				p = f.Individual(child) // add may have moved the slice
			}
		}
	}
	subject := rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "subject")
	f.Individuals[subject].Proband = rapid.Bool().Draw(t, "proband")
	f.Individuals[subject].Consultand = true
	return f
}

func facts(t *rapid.T, p *pedigree.Individual) {
	p.Name = rapid.SampledFrom([]string{"", "Jo", "Siân", "Anna-Maria", "Bartholomew Wyn"}).Draw(t, "name")
	p.Age = pedigree.ParseFuzzy(rapid.SampledFrom([]string{"", "4", "66", "~60", "early 70s", "between 50 and 60"}).Draw(t, "age"))
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0, 1:
		p.Deceased = pedigree.Yes
		p.CauseOfDeath = rapid.SampledFrom([]string{"", "stroke", "road traffic accident"}).Draw(t, "cause")
	case 2:
		p.Adopted = pedigree.AdoptedIn
	case 3:
		p.Gender = rapid.SampledFrom([]pedigree.Gender{pedigree.NonBinary, pedigree.Woman, pedigree.Man}).Draw(t, "gender")
	case 4:
		if rapid.Bool().Draw(t, "number known") {
			p.Count = rapid.IntRange(2, 12).Draw(t, "number")
		} else {
			p.CountUnknown = true
		}
	case 5:
		if p.Mother == "" {
			break
		}
		p.Pregnancy = &pedigree.Pregnancy{
			Kind: rapid.SampledFrom([]pedigree.PregnancyKind{
				pedigree.Ongoing, pedigree.Miscarriage, pedigree.Termination, pedigree.Stillbirth, pedigree.Ectopic,
			}).Draw(t, "pregnancy"),
			Weeks: pedigree.ParseFuzzy(rapid.SampledFrom([]string{"", "10", "8-10 weeks"}).Draw(t, "weeks")),
			Due:   pedigree.ParseFuzzy(rapid.SampledFrom([]string{"", "2027-03-04"}).Draw(t, "due")),
		}
	}
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 2, 3}).Draw(t, "diagnoses") {
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{
			Site:      rapid.SampledFrom(pedigree.Sites).Draw(t, "site"),
			Age:       pedigree.ParseFuzzy(rapid.SampledFrom([]string{"", "40s", "51"}).Draw(t, "onset")),
			Side:      rapid.SampledFrom([]pedigree.Side{"", "", pedigree.Left, pedigree.Right}).Draw(t, "side"),
			Status:    rapid.SampledFrom([]pedigree.Status{"", pedigree.Confirmed, pedigree.Requested, pedigree.Refuted}).Draw(t, "status"),
			Certainty: rapid.SampledFrom([]pedigree.Certainty{"", "", pedigree.Possible}).Draw(t, "certainty"),
		})
	}
	p.Evaluated = pedigree.Of(rapid.IntRange(0, 3).Draw(t, "evaluated") == 0)
	p.Well = pedigree.Of(len(p.Diagnoses) == 0 && rapid.Bool().Draw(t, "well"))
	p.NotInContact = rapid.IntRange(0, 6).Draw(t, "no contact") == 0
	p.Karyotype = rapid.SampledFrom([]string{"", "", "", "", "47,XXY", "46,XX,t(11;22)(q23;q11)"}).Draw(t, "karyotype")
	for range rapid.SampledFrom([]int{0, 0, 0, 0, 1, 2}).Draw(t, "carrier") {
		p.Carrier = append(p.Carrier, pedigree.CarrierState{
			Condition: rapid.SampledFrom([]string{"cystic fibrosis", "Huntington disease", "breast"}).Draw(t, "carried"),
			Kind: rapid.SampledFrom([]pedigree.CarrierKind{
				"", pedigree.KnownCarrier, pedigree.ObligateCarrier, pedigree.UncertainCarrier, pedigree.Presymptomatic,
			}).Draw(t, "kind of carrier"),
		})
	}
	if rapid.IntRange(0, 4).Draw(t, "tested") == 0 {
		p.GeneTests = []pedigree.GeneTest{{
			Variant:    rapid.SampledFrom([]string{"", "c.68_69del", "NM_007294.4:c.5266dupC p.(Gln1756fs)"}).Draw(t, "variant"),
			Gene:       rapid.SampledFrom([]string{"BRCA1", "PALB2"}).Draw(t, "gene"),
			Result:     rapid.SampledFrom([]pedigree.TestResult{pedigree.Positive, pedigree.Negative, pedigree.Uncertain}).Draw(t, "result"),
			ReportSeen: pedigree.Of(rapid.Bool().Draw(t, "seen")),
		}}
	}
}

// styles draws how a clinic may want a family drawn.
func styles(t *rapid.T) draw.Style {
	return draw.Style{
		Nomenclature: draw.Nomenclature{
			NonBinaryDiamond: rapid.Bool().Draw(t, "diamond"), CarrierDot: rapid.Bool().Draw(t, "dot"),
			ConsultandLetter: rapid.Bool().Draw(t, "letter"), EvaluationMarks: rapid.Bool().Draw(t, "marks"),
			PedigreeNumbers: rapid.Bool().Draw(t, "numbers"),
		},
		Anonymise: rapid.IntRange(0, 4).Draw(t, "anonymise") == 0,
		HideNames: rapid.IntRange(0, 4).Draw(t, "no names") == 0,
	}
}
