// Package blank draws the blank family history sheet: what a counsellor prints and keeps in the drawer
// for the day the laptop dies. It asks in the order of the interview, a side of the family a page, and
// its words are those of the entry line, so that a filled sheet is typed in from top to bottom.
package blank
