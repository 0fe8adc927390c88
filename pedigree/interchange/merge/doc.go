// Package merge adds the people and facts of an incoming family, read from a file or a pasted table,
// to a family that is there already. It joins the two at one person, finds who is in both, adds
// everybody else, and fills what is empty. A value that is there is never overwritten: where the two
// differ, what came in is kept as a note on the person, and listed.
package merge
