package terms

import (
	"slices"
	"strings"
)

// Gene is the HGNC symbol that a word in any case names; ok is false for any other word. A symbol that
// is also an English word or a name ("RET", "MAX") is read in capitals only.
func Gene(word string) (symbol string, ok bool) {
	word = strings.TrimSpace(word)
	symbol = strings.ToUpper(word)
	if slices.Contains(capitalsOnly, symbol) && word != symbol {
		return "", false
	}
	if !slices.Contains(genes, symbol) {
		return "", false
	}
	return symbol, true
}

// GenePair is the symbols that one word names: "BRCA1/2", "BRCA1&2", "RAD51C/D", "MLH1/MSH2". One plain
// symbol gives itself; nil is any other word. "BRCA" alone is none: which of the two is to be asked.
func GenePair(word string) []string {
	var found []string
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return r == '/' || r == '&' }) {
		symbol, ok := Gene(part)
		if !ok && len(found) > 0 {
			first := found[0]
			symbol, ok = Gene(first[:len(first)-1] + strings.ToUpper(part))
		}
		if !ok {
			return nil
		}
		found = append(found, symbol)
	}
	return found
}

// Genes lists the symbols that begin with the prefix in any case, the commonly tested ones first.
func Genes(prefix string) []string { return beginning(genes, prefix) }

// genes are the symbols that a cancer or carrier clinic writes (HGNC, genenames.org), those of the NHS
// breast, ovarian and Lynch panels first.
var genes = []string{
	"BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "TP53", "RAD51C", "RAD51D", "BRIP1", "PTEN", "CDH1", "STK11", "NF1", "BARD1",
	"MLH1", "MSH2", "MSH6", "PMS2", "EPCAM",
	"APC", "MUTYH", "POLD1", "POLE", "NTHL1", "MSH3", "GREM1", "RNF43", "SMAD4", "BMPR1A", "AXIN2", "CTNNA1",
	"CDKN2A", "CDK4", "BAP1", "MITF", "POT1", "HOXB13",
	"VHL", "FH", "FLCN", "MET", "SDHA", "SDHB", "SDHC", "SDHD", "SDHAF2", "TMEM127", "MAX", "RET", "MEN1", "NF2", "LZTR1", "SMARCB1", "SMARCA4",
	"RB1", "WT1", "DICER1", "SUFU", "PTCH1", "KIT", "PRKAR1A", "TSC1", "TSC2", "RECQL4", "BLM", "NBN", "RAD50", "XRCC2", "FANCM",
	"CFTR", "HBB", "HTT", "DMD", "FMR1", "SMN1", "F8", "F9", "HFE", "LDLR", "APOB", "PCSK9", "GJB2", "HEXA",
}

// capitalsOnly are symbols that are words or names in lower case.
var capitalsOnly = []string{"POLE", "FH", "MET", "MAX", "RET", "KIT"}
