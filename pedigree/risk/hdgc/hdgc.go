// Package hdgc is the criteria of the International Gastric Cancer Linkage Consortium of 2020 for a CDH1
// test, as eviQ prints them. They are not the rules of the NHS indication R215.
//
// A condition is about an affected person, who may be any blood relative of the person asked about. Where
// the two readings of the consortium and of eviQ part, at lobular cancer of both breasts from 50 to 69, the
// answer is that nobody can tell.
package hdgc

import "kindred/pedigree/risk/criteria"

// New reads the rules (assets/models/hdgc.json). The error names what is missing.
func New(file []byte) (*criteria.Model, error) { return criteria.NewModel("hdgc", file) }
