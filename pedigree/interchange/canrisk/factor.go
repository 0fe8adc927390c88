package canrisk

import (
	"regexp"
	"strings"
)

const (
	wholeValue = `NA|\d+`
	realValue  = `NA|\d+(\.\d+)?`
	prsValue   = `(alpha|zscore|beta)=-?\d+(\.\d+)?,\s*(alpha|zscore|beta)=-?\d+(\.\d+)?`
)

// factorValues are the risk factors that CanRisk knows, and what each may be. They enter no number
// here, so a value that does not fit is listed and kept.
var factorValues = map[string]*regexp.Regexp{
	"menarche":         whole(wholeValue),
	"parity":           whole(wholeValue),
	"first_live_birth": whole(wholeValue),
	"oc_use":           whole(`NA|N|[FC](:\d+(\.\d+)?)?`),
	"mht_use":          whole(`NA|[NFEC]`),
	"bmi":              whole(realValue),
	"alcohol":          whole(realValue),
	"menopause":        whole(`NA|N|\d+`),
	"birads":           whole(`NA|[a-dA-D1-4]`),
	"stratus":          whole(realValue),
	"volpara":          whole(realValue),
	"height":           whole(realValue),
	"tl":               whole(`NA|[NYny]`),
	"endo":             whole(`NA|[NYny]`),
	"ethnicity":        whole(`.+`),
	"prs_bc":           whole(prsValue),
	"prs_oc":           whole(prsValue),
	"prs_pc":           whole(prsValue),
}

func whole(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) }

// headerProblem says what is wrong with a line "name=value", or "".
func headerProblem(line string) string {
	key, value, ok := strings.Cut(line, "=")
	if !ok {
		return "is not name=value"
	}
	pattern, known := factorValues[strings.ToLower(strings.TrimSpace(key))]
	switch {
	case !known:
		return "names no risk factor of CanRisk"
	case !pattern.MatchString(strings.TrimSpace(value)):
		return "has a value that CanRisk does not know"
	}
	return ""
}
