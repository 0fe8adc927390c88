// Package interview follows the talk in which a family history is taken: in which order relatives are
// asked about, which questions are open for each of them, and what the family counts on each side.
//
// The order is the one taught for a three-generation cancer history: the patient; partners, children
// and losses, grandchildren; brothers and sisters and their families; then the mother, her brothers,
// sisters and cousins, her parents and theirs; then the father likewise. Each person is in it once, and
// nobody is left out: whoever is related in no other way comes last.
package interview
