package canrisk

import (
	"encoding/json"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// Key is the key of the target's Extra that keeps what the first lines said of her: risk factors
// that the family model has no field for, as they came.
const Key = "canrisk"

// factors is the value under Key.
type factors struct {
	Header  []string `json:"header,omitempty"`  // "menarche=14", ...
	Options string   `json:"options,omitempty"` // after the semicolon of the first line
}

// operations are what the web client's options say.
var operations = []struct{ option, what string }{
	{"OVARY2", "bilateral salpingo-oophorectomy"},
	{"MAST2", "bilateral mastectomy"},
}

// keepHeader gives the header lines to the target, and turns the options into surgery.
func (b *block) keepHeader(f *pedigree.Family, notes *listing.Notes) {
	if len(b.header) == 0 && b.options == "" {
		return
	}
	p := f.Consultand()
	kept, err := json.Marshal(factors{b.header, b.options})
	if err != nil {
		return // strings always marshal
	}
	p.Extra = pedigree.Extra{Key: kept}
	for _, line := range b.header {
		if problem := headerProblem(line); problem != "" {
			notes.Add(listing.Assumed, p.ID, 0, "the header line %q %s: kept as it stands", listing.Clip(line), problem)
		}
	}
	for option := range strings.SplitSeq(b.options, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(option), "=")
		for _, o := range operations {
			if strings.EqualFold(key, o.option) && strings.EqualFold(value, "y") {
				p.Surgery = append(p.Surgery, pedigree.Surgery{What: o.what, Reason: pedigree.UnknownReason, Status: pedigree.Reported})
				notes.Add(listing.Assumed, p.ID, 0, "%s=%s read as a %s at an age not known", key, value, o.what)
			}
		}
	}
}

// noteGaps lists what a reader of the family should know the file does not say.
func (b *block) noteGaps(f *pedigree.Family, notes *listing.Notes) {
	notes.Add(listing.Assumed, "", 0, "ages are as at the last follow-up, on a day that the file does not give")
	for i := range f.Individuals {
		p, line := &f.Individuals[i], b.rows[i].line
		if len(p.Diagnoses) > 0 && p.Born.IsZero() {
			notes.Add(listing.Assumed, p.ID, line, "a cancer without a year of birth: read, though CanRisk itself refuses it")
		}
		if p.Consultand && (p.Age.IsZero() || p.Born.IsZero()) {
			notes.Add(listing.Assumed, p.ID, line, "the target has no age or no year of birth: read, though CanRisk itself refuses it")
		}
	}
}
