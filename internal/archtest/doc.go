// Package archtest holds the tests that keep the house in order: what may import what, what stands
// at the top level, how long a file may grow, and that every hazard in the clinical safety log names
// tests that exist.
package archtest
