package hgvs

import (
	"regexp"
	"strings"
)

// A position is a nucleotide, one before ("-") or after ("*") the coding ones, with the distance into an
// intron behind it; in a range of unknown ends it is "?" or a bracketed uncertain range.
const position = `(?:[*-]?\d+(?:[+-](?:\d+|\?))?|\?|\([*-]?(?:\d+(?:[+-](?:\d+|\?))?|\?)_[*-]?(?:\d+(?:[+-](?:\d+|\?))?|\?)\))`

const (
	bases = `[ACGTUNacgu]`
	acid  = `(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Sec|Xaa|Ter)`
)

var (
	nucleotide = regexp.MustCompile(`^` + position + `(?:_` + position + `)?(?:` + bases + `>` + bases + `|=|del` + bases + `*|dup` + bases + `*|inv|ins(?:` + bases + `+|\d+|\(\d+\))|del` + bases + `*ins(?:` + bases + `+|\d+|\[.+\])|` + bases + `{1,6}\[\d+\]|\[\d+\])$`)
	oneAllele  = regexp.MustCompile(`^(?:\[[^\]]+\])+$`)
	digits     = regexp.MustCompile(`^\d+$`)
	noChange   = regexp.MustCompile(`^` + position + `(?:_` + position + `)?$`)
	slash      = regexp.MustCompile(`^` + position + bases + `[/-]` + bases + `$`)
	oldBases   = regexp.MustCompile(`^` + bases + `\d+` + bases + `$`)
	smallBases = regexp.MustCompile(`^` + position + `[acgt]>[acgt]$`)

	protein      = regexp.MustCompile(`^(?:\?|0\??|=|\(=\)|` + acid + `\d+(?:_` + acid + `\d+)?(?:` + acid + `|\*|=|\?|del|dup|(?:del)?ins(?:` + acid + `+|\d+|\*)|` + acid + `?fs(?:(?:Ter|\*)(?:\d+|\?)?)?|ext(?:\*|Ter|-)?\d*)(?:ext\S+)?)$`)
	shortProtein = regexp.MustCompile(`^[ACDEFGHIKLMNPQRSTVWY]\d+(?:_[ACDEFGHIKLMNPQRSTVWY]\d+)?(?:[ACDEFGHIKLMNPQRSTVWYX*]|=|del|dup|ins[A-Z]+|delins[A-Z]+|[A-Z]?fs(?:[X*]\d*)?)$`)
)

// checkNucleotide looks at what follows c., g., m., n. or r.
func checkNucleotide(kind, rest string) string {
	whole := kind + "." + clip(rest)
	switch {
	case rest == "":
		return "Nothing follows " + kind + "."
	case nucleotide.MatchString(rest) && (kind == "r" || !smallBases.MatchString(rest)), oneAllele.MatchString(rest), kind == "r" && (rest == "?" || rest == "spl" || rest == "0" || rest == "="):
		return ""
	case rest == "=" || rest == "?":
		return ""
	case smallBases.MatchString(rest):
		return "Write the bases of DNA in capitals: " + kind + "." + strings.ToUpper(clip(rest))
	case slash.MatchString(rest):
		return "Write a substitution with >: as in " + kind + ".68A>G, not " + whole + "."
	case oldBases.MatchString(rest):
		return "The position goes first: " + kind + "." + rest[1:len(rest)-1] + rest[:1] + ">" + rest[len(rest)-1:]
	case digits.MatchString(rest) || noChange.MatchString(rest):
		return whole + " says where and not what: a change such as A>G, del or dup is missing."
	}
	return whole + " has not the form of a change: 68A>G, 68_69del, 5266dup and 212-1G>A have."
}

// checkProtein looks at what follows p., with or without the brackets of a predicted change.
func checkProtein(rest string) string {
	inner := rest
	if strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")") && rest != "(=)" {
		inner = rest[1 : len(rest)-1]
	}
	switch {
	case rest == "":
		return "Nothing follows p."
	case protein.MatchString(inner), oneAllele.MatchString(rest):
		return ""
	case shortProtein.MatchString(inner):
		if strings.Contains(inner, "X") {
			return "X is no longer a stop: write Ter or *, and amino acids with three letters."
		}
		return "HGVS writes amino acids with three letters: Cys61Gly for C61G."
	case strings.Count(rest, "(") != strings.Count(rest, ")"):
		return "A bracket is missing in p." + clip(rest) + "."
	}
	return "p." + clip(rest) + " has not the form of a change of a protein: Cys61Gly and (Glu23ValfsTer17) have."
}
