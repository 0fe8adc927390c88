// Package chompret says whether a TP53 test is indicated: the conditions 1 to 12 of the NHS indication
// R216 decide the category, and the Chompret criteria of 2015, from which they were made and which differ
// from them at the limits of age, are said beside it.
//
// A condition is about an affected person, who may be any blood relative of the person asked about.
package chompret

import "kindred/pedigree/risk/criteria"

// New reads the rules (assets/models/chompret.json). The error names what is missing.
func New(file []byte) (*criteria.Model, error) { return criteria.NewModel("chompret", file) }
