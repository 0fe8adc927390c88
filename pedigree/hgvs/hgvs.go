// Package hgvs looks at how a variant is written: whether the words have a form of the HGVS
// nomenclature (den Dunnen et al. 2016, Hum Mutat 37:564, doi:10.1002/humu.22981; version 21, hgvs-nomenclature.org).
// It knows no reference sequence: what has the right form may still not exist, and nothing is ever refused.
package hgvs

import (
	"regexp"
	"strings"
	"unicode"
)

// Check says in one short sentence what is unusual about the form of a variant, and what to write
// instead where that can be told; "" where every part of it has the form of a c., g., m., n., r. or p.
// description, or where nothing is written. A protein description may follow in brackets or behind a space, as
// reports write it: "c.68_69del p.(Glu23ValfsTer17)".
func Check(variant string) (problem string) {
	variant = strings.TrimSpace(variant)
	if variant == "" {
		return ""
	}
	if problem := odd(variant); problem != "" {
		return problem
	}
	for _, part := range parts(variant) {
		if problem := checkOne(part); problem != "" {
			return problem
		}
	}
	return ""
}

// IsLegacy reports a name of the time before HGVS, such as the BIC names "185delAG" and "5382insC".
func IsLegacy(variant string) bool {
	variant = strings.TrimSpace(variant)
	return legacyDeletion.MatchString(variant) || legacyIntron.MatchString(variant)
}

var (
	legacyDeletion = regexp.MustCompile(`(?i)^\d+(?:del|ins|dup)(?:[ACGT]+|\d+)$`)
	legacyIntron   = regexp.MustCompile(`(?i)^IVS\d+[+-]\d+[ACGT]>[ACGT]$`)
	plainChange    = regexp.MustCompile(`(?i)^[*-]?\d+(?:[+-]\d+)?(?:_[*-]?\d+(?:[+-]\d+)?)?(?:[ACGT]>[ACGT]|del|dup|ins[ACGT]+|delins[ACGT]+)`)
	plainProtein   = regexp.MustCompile(`^(?:[A-Z]|[A-Z][a-z]{2})\d+(?:[A-Z]|[A-Z][a-z]{2}|\*|fs|del|dup|=)`)
	exonWords      = regexp.MustCompile(`(?i)^(?:del|dup|ex|exon|deletion|duplication)s?[ .]*(?:of )?(?:exons?|ex)?[ .]*\d`)
	version        = regexp.MustCompile(`^(?:N[MCGRPT]_\d+(?:\.\d+)?|LRG_\d+(?:t\d+)?|ENS[TP]\d+(?:\.\d+)?)(?:\([A-Za-z0-9-]+\))?$`)
)

// odd names what is wrong with the words as a whole.
func odd(variant string) string {
	switch {
	case strings.ContainsAny(variant, "–—−"):
		return "A dash in it is not the plain minus sign: write - (as in c.212-1G>A)."
	case strings.ContainsAny(variant, "→"):
		return "Write > instead of the arrow: c.68A>G."
	case strings.Contains(strings.ToLower(variant), "c,") || strings.Contains(strings.ToLower(variant), "p,"):
		return "Write c. or p. with a full stop."
	case legacyDeletion.MatchString(variant):
		return "This looks like a legacy name (BIC), not HGVS: keep it as reported and add the c. description from the laboratory's report."
	case legacyIntron.MatchString(variant):
		return "This is a legacy name of an intron change, not HGVS: add the c. description from the laboratory's report."
	case exonWords.MatchString(variant):
		return "Exons in words are not HGVS: add the c. description of the deletion or duplication if the report has one."
	}
	return ""
}

// parts takes a variant apart: descriptions behind spaces, commas, semicolons or in brackets, without the reference
// sequence before a colon.
func parts(variant string) []string {
	var found []string
	variant = strings.ReplaceAll(variant, "];[", "][")
	for _, field := range strings.FieldsFunc(variant, func(r rune) bool { return unicode.IsSpace(r) || r == ';' || r == ',' }) {
		if open := strings.Index(field, "(p."); open > 0 && strings.HasSuffix(field, ")") {
			found = append(found, field[:open], field[open+1:len(field)-1])
			continue
		}
		if strings.HasPrefix(field, "(") && strings.HasSuffix(field, ")") {
			field = field[1 : len(field)-1]
		}
		found = append(found, field)
	}
	return found
}

// checkOne looks at a single description.
func checkOne(part string) string {
	if before, after, found := strings.Cut(part, ":"); found {
		if !version.MatchString(before) {
			return "The reference sequence " + clip(before) + " has an unusual form: NM_007294.4 is one."
		}
		part = after
	} else if version.MatchString(part) {
		return "" // the reference sequence in a word of its own
	}
	kind, rest, found := strings.Cut(part, ".")
	switch {
	case found && len(kind) == 1 && strings.Contains("CGMNRP", kind):
		return "Write the letter before the full stop small: " + strings.ToLower(kind) + "."
	case found && kind == "p":
		return checkProtein(rest)
	case found && len(kind) == 1 && strings.Contains("cgmnr", kind):
		return checkNucleotide(kind, rest)
	case plainChange.MatchString(part):
		return "Begin a change of the coding DNA with c.: c." + clip(part)
	case plainProtein.MatchString(part):
		return "Begin a change of the protein with p.: p." + clip(part)
	}
	return clip(part) + " has not the form of a variant: c.68_69del or p.(Glu23ValfsTer17) has."
}

// clip shortens what is shown back.
func clip(part string) string {
	runes := []rune(part)
	if len(runes) > 24 {
		return string(runes[:24]) + "…"
	}
	return part
}
