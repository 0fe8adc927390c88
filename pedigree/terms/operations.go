package terms

import "strings"

// Operation is the name of the operation that everyday words mean ("BSO", "mast", "ovaries out"); ok is
// false for words that name none. It says neither why nor on which side, unless the words do: a "double
// mastectomy" is a bilateral one.
func Operation(words string) (what string, ok bool) {
	what, ok = operationWords[plain(words)]
	return what, ok
}

// Operations lists the names of operations that begin with the prefix.
func Operations(prefix string) []string { return beginning(operationNames, prefix) }

var operationWords, operationNames = indexOperations()

func indexOperations() (words map[string]string, names []string) {
	words = map[string]string{}
	for _, row := range operationTable {
		names = append(names, row[0])
		words[plain(row[0])] = row[0]
		for _, word := range strings.Split(row[1], "|") {
			words[word] = row[0]
		}
	}
	return words, names
}

// operationTable is each operation by its name, and the words for it.
var operationTable = [][2]string{
	{"bilateral salpingo-oophorectomy", "bso|ovaries and tubes out|ovaries and tubes removed|tubes and ovaries removed|tubes and ovaries out"},
	{"bilateral oophorectomy", "bo|ovaries out|ovaries removed|both ovaries out|both ovaries removed|bil oophorectomy"},
	{"oophorectomy", "ooph|ovary out|ovary removed|one ovary removed"},
	{"salpingo-oophorectomy", "so|uso|salpingo oophorectomy"},
	{"bilateral salpingectomy", "bs|tubes out|tubes removed"},
	{"salpingectomy", "salpingectomy"},
	{"hysterectomy", "hyst|hysterectomy|womb out|womb removed"},
	{"total abdominal hysterectomy", "tah"},
	{"hysterectomy and bilateral salpingo-oophorectomy", "tahbso|tah bso|tah+bso|tah + bso|tah/bso|tah & bso|tah and bso|hyst bso|hyst+bso|hyst + bso|hyst and bso|hyst & bso|total hysterectomy and bso|hysterectomy and bso"},
	{"bilateral mastectomy", "bm|double mastectomy|double mast|bilat mastectomy|bilat mast|bil mast|bil mastectomy|bilateral mast|both breasts removed|both breasts off"},
	{"mastectomy", "mast|mastectomy|mx|breast removed|breast off"},
	{"wide local excision", "wle|lumpectomy|lump out|lump removed"},
	{"colectomy", "colectomy|colon removed|bowel removed"},
	{"right hemicolectomy", "right hemi|r hemi"},
	{"left hemicolectomy", "left hemi|l hemi"},
	{"hemicolectomy", "hemi"},
	{"gastrectomy", "stomach removed|stomach out"},
	{"prostatectomy", "prostate out|prostate removed"},
	{"thyroidectomy", "thyroid out|thyroid removed"},
	{"nephrectomy", "kidney out|kidney removed"},
	{"polypectomy", "polyps removed|polyp removed"},
	{"orchidectomy", "testicle removed"},
}
