package ped

import (
	"slices"
	"strings"

	"kindred/pedigree/interchange/listing"
)

// columns says where each value stands on a line, from 0; -1 where the file has none.
type columns struct {
	family, id, father, mother, sex, affected, status, count int
	named                                                    bool // by a header line
	zeroIsNo                                                 bool // an "affected" column of 0 and 1
}

// linkage is the order without a header line: family, id, father, mother, sex, phenotype.
func linkage(count int) columns {
	c := columns{family: 0, id: 1, father: 2, mother: 3, sex: 4, affected: 5, status: -1, count: count}
	if count < 6 {
		c.affected = -1
	}
	return c
}

// withoutFamily is the order id, father, mother, sex, phenotype.
func withoutFamily(count int) columns {
	c := columns{family: -1, id: 0, father: 1, mother: 2, sex: 3, affected: 4, status: -1, count: count}
	if count < 5 {
		c.affected = -1
	}
	return c
}

// The names that pedtools, kinship2, plink and others give to the columns, in lower case.
var (
	familyNames   = []string{"famid", "family", "fam", "family_id", "pedigree", "pedid", "ped"}
	idNames       = []string{"id", "iid", "indid", "individ", "indiv", "individual", "person", "individual_id"}
	fatherNames   = []string{"father", "fatherid", "father_id", "dad", "dadid", "pat", "patid", "fa", "paternal_id"}
	motherNames   = []string{"mid", "mother", "motherid", "mother_id", "mom", "momid", "mat", "matid", "mo", "maternal_id"}
	sexNames      = []string{"sex", "gender"}
	affectedNames = []string{"aff", "affected", "affection", "pheno", "phenotype", "phen"}
)

// headerOf reads a line of column names; ok is false where the line is data.
func headerOf(cells []string) (c columns, ok bool) {
	names := make([]string, len(cells))
	for i, cell := range cells {
		names[i] = strings.ToLower(strings.TrimLeft(cell, "#"))
	}
	at := func(synonyms []string) int {
		return slices.IndexFunc(names, func(n string) bool { return slices.Contains(synonyms, n) })
	}
	c = columns{
		family: at(familyNames), id: at(idNames), father: at(fatherNames), mother: at(motherNames),
		sex: at(sexNames), affected: at(affectedNames), status: at([]string{"status"}), count: len(cells), named: true,
	}
	// "fid" is pedtools' father and plink's family.
	if fid := slices.Index(names, "fid"); fid >= 0 {
		if c.father < 0 {
			c.father = fid
		} else if c.family < 0 {
			c.family = fid
		}
	}
	return c, c.id >= 0 && c.father >= 0 && c.mother >= 0 && c.sex >= 0
}

// guess finds the columns of a file without a header line from all its lines.
func guess(lines []line, notes *listing.Notes) (columns, error) {
	count := len(lines[0].cells)
	switch {
	case count < 4:
		return columns{}, listing.Refuse(lines[0].number, "",
			"none of CanRisk, BOADICEA, PED and kindred JSON (a PED line has 6 columns, this one %d): choose a family file", count)
	case count == 4:
		return withoutFamily(count), nil
	case count == 5:
		if with := linkage(count); fits(lines, with) {
			return with, nil
		}
		if without := withoutFamily(count); fits(lines, without) {
			notes.Add(listing.Assumed, "", 0, "five columns read as id, father, mother, sex, phenotype")
			return without, nil
		}
	}
	return linkage(count), nil
}

// fits reports whether every parent is 0 or someone in the file, and every sex a known code.
func fits(lines []line, c columns) bool {
	ids := make(map[string]bool, len(lines))
	for _, l := range lines {
		if len(l.cells) == c.count {
			ids[l.cells[c.id]] = true
		}
	}
	for _, l := range lines {
		if len(l.cells) != c.count {
			continue // refused later, with its line
		}
		father, mother := l.cells[c.father], l.cells[c.mother]
		if _, known := sexOf(l.cells[c.sex]); !known || father != "0" && !ids[father] || mother != "0" && !ids[mother] {
			return false
		}
	}
	return true
}
