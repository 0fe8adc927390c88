package sheet

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// entry is one row of the nomenclature.
type entry struct {
	name   string
	rule   string // in a few words of our own
	source source
	recall bool // known from memory only: awaits a look at the paper
	family *pedigree.Family
	key    bool // drawn with its key
	full   bool // with the number in the pedigree, where that is wanted
}

// section is a heading and the rows under it.
type section struct {
	name    string
	entries []entry
}

// source says in short where a rule comes from; references has them at length.
type source string

const (
	nsgc95 source = "NSGC 1995"
	nsgc08 source = "NSGC 2008"
	nsgc22 source = "NSGC 2022"
	uk23   source = "UK 2023"
	usage  source = "common usage"
	ours   source = "Kindred"
)

var references = []string{
	"NSGC 1995: Bennett RL et al., Am J Hum Genet 56:745-752. NSGC 2008: Bennett RL et al., J Genet Couns 17:424-433. " +
		"NSGC 2022: Bennett RL et al., J Genet Couns 31:1238-1248. UK 2023: UKCGG and the Central and South Genomic Medicine " +
		"Service Alliance, BJC Reports 2023.",
	"Common usage: drawn alike by other pedigree programs, and in no standard. Kindred: our own rule.",
	"“" + awaiting + "”: the rule is known from other people's accounts, and has not been compared with the paper itself.",
}

const awaiting = "awaiting a look at the paper"

// sections is the nomenclature in the order of the sheet.
func sections(n draw.Nomenclature) []section {
	return []section{
		people(n),
		conditions(n),
		pregnancies(),
		otherParents(),
		relationships(),
		twins(),
		lines(),
		texts(n),
	}
}
