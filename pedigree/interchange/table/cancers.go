package table

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/terms"
)

// cancers reads the columns of cancers with those of their ages. The first column of ages belongs to
// the first of cancers, and so on; a cell may list several.
func (x *person) cancers() {
	sites, ages, sides := x.header.at(cancer), x.header.at(diagnosedAt), x.header.at(laterality)
	for i, at := range sites {
		words, when, side := x.row.cell(at), "", ""
		if i < len(ages) {
			when = x.row.cell(ages[i])
		}
		if i < len(sides) {
			side = x.row.cell(sides[i])
		}
		if yes, ticked := yesOrNo(words); ticked && yes {
			x.Affected = pedigree.Yes
			words = ""
		}
		if words == "" {
			x.leftOver(ages, i, when)
			x.leftOver(sides, i, side)
			continue
		}
		x.oneColumn(words, when, side, at, ages, sides, i)
	}
	for i := len(sites); i < len(ages); i++ {
		x.leftOver(ages, i, x.row.cell(ages[i]))
	}
}

// leftOver keeps an age or a side that belongs to no cancer.
func (x *person) leftOver(columns []int, i int, words string) {
	if words != "" && !nothing(words) {
		x.keep(x.header.names[columns[i]], words)
	}
}

// oneColumn reads the cancers of one cell. Ages and sides are joined to them only where there are as
// many: which of two cancers was at 48 is not for us to say.
func (x *person) oneColumn(words, when, side string, at int, ages, sides []int, i int) {
	list, times, which := parts(words), parts(when), parts(side)
	if whole := strings.TrimSpace(words); len(times) <= 1 && knownSite(whole) {
		list = []string{whole} // "head and neck" is one
	}
	said := words
	if len(times) == len(list) && !nothing(when) {
		for k := range list {
			list[k] += " " + times[k]
		}
		said = strings.Join(list, ", ")
	} else {
		x.leftOver(ages, i, when)
	}
	if len(which) == 1 && len(list) == 1 {
		said += " " + which[0]
	} else {
		x.leftOver(sides, i, side)
	}
	x.say(said, x.header.names[at])
}

func knownSite(words string) bool {
	_, ok := terms.Site(words)
	return ok
}
