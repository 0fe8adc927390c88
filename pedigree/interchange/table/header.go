package table

import (
	"slices"
	"strings"
	"unicode"

	"kindred/pedigree/interchange/source"
)

// column is what a column says about a person.
type column uint8

const (
	unknown column = iota // kept as a note under its own name
	relation
	sideOfFamily
	through // the parent of a cousin, by name
	howMany
	id
	mother
	father
	familyID
	proband
	name
	familyName
	birthName
	sex
	gender
	age
	born
	alive    // "alive": yes, no
	deceased // "deceased": yes, no, or the age
	died     // the age at death
	diedOn
	cause
	cancer
	diagnosedAt
	laterality
	affected
	tests
	operations
	ancestry
	toldBy
	notes
)

// headings are the words over each column, without marks and in lower case.
var headings = map[column][]string{
	relation: {
		"relation", "relationship", "relative", "family member", "relation to patient", "relationship to patient", "relation to you",
		"relationship to you", "relation to proband", "relationship to proband", "relation to consultand", "kin", "who",
	},
	sideOfFamily: {"side", "side of family", "side of the family", "family side", "maternal paternal", "maternal or paternal", "mat pat", "mothers or fathers side"},
	through:      {"child of", "parent", "parents name", "name of parent", "via", "through"},
	howMany:      {"how many", "number", "count", "number of people"},
	id:           {"id", "iid", "indid", "individ", "individualid", "individual id", "person", "personid", "person id", "indiv"},
	mother:       {"mother", "motherid", "mother id", "mothers id", "mothid", "mom", "momid", "mid", "mum", "maternal id"},
	father:       {"father", "fatherid", "father id", "fathers id", "fathid", "dad", "dadid", "fid", "paternal id"},
	familyID:     {"famid", "family id", "familyid", "family", "pedigree", "family number", "family reference"},
	proband:      {"proband", "consultand", "index", "index case", "is proband"},
	name:         {"name", "first name", "firstname", "given name", "given names", "forename", "forenames", "full name", "first names"},
	familyName:   {"surname", "family name", "last name", "lastname"},
	birthName:    {"maiden name", "birth name", "name at birth", "previous name", "nee"},
	sex:          {"sex", "sex at birth", "sex assigned at birth", "birth sex", "m f", "male female"},
	gender:       {"gender", "gender identity"},
	age:          {"age", "current age", "age now", "age or age at death", "present age", "born or age", "age or born", "age today"},
	born:         {"born", "year of birth", "date of birth", "dob", "yob", "birth year", "birth date", "birthdate", "birthday", "year born"},
	alive:        {"alive", "living", "still alive", "alive yes no", "alive or dead", "alive deceased", "living or deceased", "vital status", "alive y n"},
	deceased:     {"deceased", "dead", "died", "passed away"},
	died:         {"age at death", "died at", "age died", "died aged", "death age", "age when died", "age of death"},
	diedOn:       {"date of death", "year of death", "dod", "died on", "died in", "year died", "death year"},
	cause:        {"cause of death", "cause", "died of", "reason for death"},
	cancer: {
		"cancer", "cancers", "cancer type", "type of cancer", "cancer site", "site of cancer", "site", "primary", "primary site", "diagnosis", "diagnoses",
		"condition", "conditions", "illness", "illnesses", "tumour", "type", "cancer history", "health", "medical history", "medical problems",
	},
	diagnosedAt: {
		"age at diagnosis", "age diagnosed", "diagnosed at", "age dx", "dx age", "age at dx", "age at onset", "onset", "age of diagnosis", "diagnosis age",
		"age of onset", "age when diagnosed", "cancer age", "age at cancer", "age of cancer",
	},
	laterality: {"laterality", "left right", "left or right", "l r", "which side"},
	affected:   {"affected", "affected status", "aff"},
	tests: {
		"genetic test", "genetic tests", "gene test", "gene tests", "genetic testing", "tests", "test", "test result", "test results", "genetic test result",
		"genetic result", "genetics", "gene", "genetic testing result",
	},
	operations: {"surgery", "operations", "operation", "risk reducing surgery", "risk-reducing surgery", "surgeries"},
	ancestry:   {"ancestry", "ethnicity", "ethnic origin", "ethnic group"},
	toldBy:     {"told by", "source", "informant", "reported by", "who said", "source of information"},
	notes:      {"notes", "note", "comments", "comment", "remarks", "details", "other", "other information", "further information", "other details", "additional information"},
}

// columnOf maps each heading to its column.
var columnOf = func() map[string]column {
	all := map[string]column{}
	for c, words := range headings {
		for _, w := range words {
			all[w] = c
		}
	}
	return all
}()

// header is a line of column names.
type header struct {
	names []string // as they stand
	is    []column
}

// headerOf reads a line of column names. A column that is there again under a number, "cancer 2", is a
// further one of its kind.
func headerOf(cells []string) header {
	h := header{names: cells, is: make([]column, len(cells))}
	for i, cell := range cells {
		words := plain(cell)
		h.is[i] = columnOf[words]
		if h.is[i] == unknown {
			h.is[i] = columnOf[strings.TrimSpace(strings.TrimRight(words, "0123456789"))]
		}
	}
	return h
}

// plain is a heading without case, marks and what is said in brackets.
func plain(heading string) string {
	if at := strings.IndexByte(heading, '('); at > 0 {
		heading = heading[:at]
	}
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == '\'' || r == '’' || r == '#':
		case r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteRune(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// at lists where a column stands, from the left.
func (h header) at(c column) []int {
	var found []int
	for i, is := range h.is {
		if is == c {
			found = append(found, i)
		}
	}
	return found
}

func (h header) has(all ...column) bool {
	return !slices.ContainsFunc(all, func(c column) bool { return !slices.Contains(h.is, c) })
}

// facts are the columns that PED files do not know.
var factColumns = []column{name, familyName, age, born, alive, deceased, died, diedOn, cause, cancer, diagnosedAt, tests, operations, notes}

// isTable reports that the line names the columns of a family: either what each person is to the
// patient, or ids, in both cases with something that only a table says.
func (h header) isTable() bool {
	facts := slices.ContainsFunc(factColumns, func(c column) bool { return h.has(c) })
	return facts && (h.has(relation) || h.has(id) && (h.has(mother) || h.has(father)))
}

// Recognises reports whether a text, passed by source.Text, is such a table: by its first line, which
// must name the columns.
func Recognises(text []byte) bool {
	if separatorOf(text) == 0 {
		return false
	}
	for _, line := range source.Lines(text) {
		if strings.TrimSpace(line) != "" {
			rows, err := rowsOf(text[:min(len(text), bytesTo(text, line))])
			return err == nil && len(rows) > 0 && headerOf(rows[0].cells).isTable()
		}
	}
	return false
}

// bytesTo is how many bytes of a text end with the first line that reads like this.
func bytesTo(text []byte, line string) int {
	return strings.Index(string(text), line) + len(line)
}
