package canrisk

import (
	"regexp"
	"strings"

	"kindred/pedigree/interchange/listing"
)

// version is one layout of the table: how many columns it has and which genes they hold, in the
// order of the file (which is not that of the alphabet: RAD51D comes before RAD51C).
type version struct {
	name    string // as a person would say it
	format  string // as the command line does
	genes   []string
	columns int
	apart   bool // BOADICEA 4: type, result and receptors each in a column of its own
}

// fixedColumns are FamID to Ashkn, which every version has.
const fixedColumns = 17

func tabled(name, format string, genes ...string) version {
	return version{name: name, format: format, genes: genes, columns: fixedColumns + len(genes) + 1}
}

var (
	canRisk1 = tabled("CanRisk 1", "canrisk1", "BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "RAD51D", "RAD51C", "BRIP1")
	canRisk2 = tabled("CanRisk 2", "canrisk2", "BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "BARD1", "RAD51D", "RAD51C", "BRIP1")
	canRisk3 = tabled("CanRisk 3", "canrisk3", canRisk2.genes...)
	canRisk4 = tabled("CanRisk 4", "canrisk4", append(canRisk2.genes[:9:9], hoxb13)...)
	boadicea = version{
		name: "BOADICEA 4", format: "boadicea4", columns: 32, apart: true,
		genes: []string{"BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2"},
	}
)

// hoxb13 alone is reported as N, HET or HOM.
const hoxb13 = "HOXB13"

var (
	canRiskLine  = regexp.MustCompile(`^##CanRisk\s+(\d+)((?:\.\d+)*)\s*(;.*)?$`)
	boadiceaLine = regexp.MustCompile(`^BOADICEA import pedigree file format\s+([124])(?:\.0)?\s*$`)
)

// Recognises reports whether a first line names one of these formats, in any version.
func Recognises(line string) bool {
	return strings.HasPrefix(line, "##CanRisk") || strings.HasPrefix(line, "BOADICEA import")
}

// versionOf reads a first line. Options are what the web client may append after a semicolon, such
// as "OVARY2=y;MAST2=y" for removed ovaries and breasts.
func versionOf(number int, line string) (v version, options string, err error) {
	if boadiceaLine.MatchString(line) {
		// The server takes "format 1" and "2" too, but then reads the rows as format 4.
		return boadicea, "", nil
	}
	m := canRiskLine.FindStringSubmatch(line)
	if m == nil {
		if strings.HasPrefix(line, "BOADICEA") {
			return v, "", listing.Refuse(number, "", "this version of BOADICEA is not read (4 is): export the family as CanRisk 4")
		}
		return v, "", listing.Refuse(number, "", `the first line must be "##CanRisk 4" (or 1 to 3) or "BOADICEA import pedigree file format 4.0", not %q`, listing.Clip(line))
	}
	options = strings.TrimPrefix(m[3], ";")
	minorIsZero := strings.Trim(m[2], ".0") == ""
	switch {
	case m[1] == "1" && minorIsZero:
		return canRisk1, options, nil
	case m[1] == "2":
		return canRisk2, options, nil
	case m[1] == "3" && minorIsZero:
		return canRisk3, options, nil
	case m[1] == "4" && minorIsZero:
		return canRisk4, options, nil
	}
	return v, "", listing.Refuse(number, "", "CanRisk version %s is not read (1 to 4 are): export the family as CanRisk 4", listing.Clip(m[1]+m[2]))
}
