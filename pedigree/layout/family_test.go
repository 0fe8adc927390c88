package layout

import (
	"fmt"

	"kindred/pedigree"
	"pgregory.net/rapid"
)

// drawFamily invents a family with what makes drawing hard: several partners, loops, matings between
// generations, twins, one known parent, donors, adoption, and links to nobody.
func drawFamily(t *rapid.T, most int) *pedigree.Family {
	f := &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion}
	n := rapid.IntRange(0, most).Draw(t, "people")
	id := func(i int) pedigree.ID { return pedigree.ID(fmt.Sprintf("p%d", i)) }
	earlier := func(i int, what string) pedigree.ID {
		if i == 0 {
			return ""
		}
		return id(rapid.IntRange(max(0, i-12), i-1).Draw(t, what))
	}
	for i := range n {
		p := pedigree.Individual{ID: id(i), Sex: rapid.SampledFrom([]pedigree.Sex{pedigree.Male, pedigree.Female, pedigree.SexUnknown}).Draw(t, "sex")}
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0, 1, 2:
		case 3:
			p.Mother = earlier(i, "mother")
		case 4:
			p.Father = "nobody"
			p.OtherParents = []pedigree.ParentLink{{ID: earlier(i, "adopter"), Kind: pedigree.Adoptive}, {ID: earlier(i, "adopter"), Kind: pedigree.Adoptive}}
		case 5:
			p.Mother = earlier(i, "mother")
			p.OtherParents = []pedigree.ParentLink{
				{ID: earlier(i, "donor"), Kind: pedigree.DonorSperm},
				{ID: earlier(i, "carrier"), Kind: pedigree.Gestational},
			}
		default:
			p.Mother, p.Father = earlier(i, "mother"), earlier(i, "father")
			if rapid.Bool().Draw(t, "same parents as before") && i > 0 {
				p.Mother, p.Father = f.Individuals[i-1].Mother, f.Individuals[i-1].Father
			}
			if rapid.IntRange(0, 3).Draw(t, "dated") == 0 {
				p.Born = pedigree.ExactYear(rapid.IntRange(1900, 2000).Draw(t, "born"))
			}
		}
		f.Individuals = append(f.Individuals, p)
	}
	for range rapid.IntRange(0, 3).Draw(t, "unions") {
		if n > 1 {
			f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{
				id(rapid.IntRange(0, n-1).Draw(t, "partner")), id(rapid.IntRange(0, n-1).Draw(t, "partner")),
			}})
		}
	}
	for i := 0; i+1 < n; i++ {
		a, b := &f.Individuals[i], &f.Individuals[i+1]
		if a.Mother != "" && a.Mother == b.Mother && a.Father != "" && a.Father == b.Father && rapid.IntRange(0, 4).Draw(t, "twins") == 0 {
			f.Twins = append(f.Twins, pedigree.TwinSet{Zygosity: pedigree.Dizygotic, Members: []pedigree.ID{a.ID, b.ID}})
			i++
		}
	}
	return f
}

// person is an individual in one short line of a test.
func person(id pedigree.ID, sex pedigree.Sex, father, mother pedigree.ID) pedigree.Individual {
	return pedigree.Individual{ID: id, Sex: sex, Father: father, Mother: mother}
}

func family(people ...pedigree.Individual) *pedigree.Family {
	return &pedigree.Family{Individuals: people}
}

// clinicFamily is a family of n people as a clinic meets them: couples with four children, of whom
// every other one marries in turn.
func clinicFamily(n int) *pedigree.Family {
	f := &pedigree.Family{}
	id := func(i int) pedigree.ID { return pedigree.ID(fmt.Sprintf("p%d", i)) }
	add := func(sex pedigree.Sex, father, mother pedigree.ID) pedigree.ID {
		f.Individuals = append(f.Individuals, person(id(len(f.Individuals)), sex, father, mother))
		return id(len(f.Individuals) - 1)
	}
	couples := [][2]pedigree.ID{{add(pedigree.Male, "", ""), add(pedigree.Female, "", "")}}
	for len(f.Individuals) < n {
		c := couples[0]
		couples = couples[1:]
		for k := range 4 {
			if len(f.Individuals) >= n {
				break
			}
			sex, other := pedigree.Female, pedigree.Male
			if k%3 == 0 {
				sex, other = other, sex
			}
			child := add(sex, c[0], c[1])
			if k%2 == 0 && len(f.Individuals) < n {
				partner := add(other, "", "")
				if sex == pedigree.Female {
					child, partner = partner, child
				}
				couples = append(couples, [2]pedigree.ID{child, partner})
				f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{child, partner}})
			}
		}
	}
	return f
}
