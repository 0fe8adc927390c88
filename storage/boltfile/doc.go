// Package boltfile checks the structure of a bbolt file byte by byte, without mapping it and without bbolt's own code.
//
// bbolt trusts what it reads: a page header, a page number or a list of free pages with one bit turned can hide rows,
// overwrite live pages at the next commit, or end the program. Check follows every page from the root and accepts only
// what bbolt itself writes: elements packed without a gap, keys in order and equal to those the branches name, every
// page used once or free. Any single bit turned in a header, an element, a page list or a branch key is found; the
// rows' keys and values are the business of the seals.
//
// The format is that of bbolt 1.x, file version 2 (go.etcd.io/bbolt/internal/common).
package boltfile
