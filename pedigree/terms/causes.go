package terms

import "strings"

// Cause is a cause of death in plain words: "MI" is a heart attack, "RTA" a road accident; ok is false for words
// that are none. Cancers are causes too, and Illness reads those.
func Cause(words string) (cause string, ok bool) {
	cause, ok = causeWords[plain(words)]
	return cause, ok
}

// Causes lists the plain causes of death that begin with the prefix.
func Causes(prefix string) []string { return beginning(causeNames, prefix) }

var causeWords, causeNames = indexCauses()

func indexCauses() (words map[string]string, names []string) {
	words = map[string]string{}
	for _, row := range causeTable {
		names = append(names, row[0])
		words[plain(row[0])] = row[0]
		for _, word := range strings.Split(row[1], "|") {
			words[word] = row[0]
		}
	}
	return words, names
}

// causeTable is each cause in plain words, and the other words for it.
var causeTable = [][2]string{
	{"heart attack", "mi|ami|coronary|heart attack|myocardial infarction"},
	{"heart disease", "ihd|chd|cad|heart|angina|heart trouble"},
	{"heart failure", "ccf|chf|heart failure"},
	{"sudden cardiac death", "scd|sudden death|cardiac arrest"},
	{"stroke", "cva|stroke|brain haemorrhage|brain bleed|sah"},
	{"road accident", "rta|rtc|car crash|car accident|motorbike accident"},
	{"accident", "accident|fall"},
	{"drowning", "drowned"},
	{"chest infection", "chest infection|lrti|bronchitis"},
	{"pneumonia", "pneumonia|bronchopneumonia"},
	{"lung disease", "copd|emphysema|chest disease"},
	{"tuberculosis", "tb|consumption"},
	{"blood clot", "pe|dvt|pulmonary embolism|clot"},
	{"aneurysm", "aaa|ruptured aneurysm"},
	{"kidney failure", "renal failure|kidneys"},
	{"liver failure", "cirrhosis|liver disease"},
	{"diabetes", "dm|diabetic"},
	{"dementia", "alzheimers|alzheimer's|alzheimer"},
	{"Parkinson disease", "parkinsons|parkinson's"},
	{"sepsis", "septicaemia|blood poisoning"},
	{"COVID-19", "covid|covid19"},
	{"flu", "influenza|spanish flu"},
	{"childbirth", "in childbirth|giving birth"},
	{"cot death", "sids"},
	{"suicide", "took own life|took her own life|took his own life"},
	{"overdose", "od"},
	{"old age", "natural causes|of old age"},
	{"the war", "war|killed in the war|in the war|killed in action|kia|ww1|ww2"},
}
