// Package pedigreeview is the screen that the pedigree is drawn on and edited in: the canvas that
// shows a draw.Scene and takes keys and mouse, the toolbar above it, and the inspector beside it.
//
// An edit goes key, keymap command, Session.Do; then the family is laid out and drawn in a worker,
// where only the newest request counts, and the canvas changes only the objects whose elements differ.
package pedigreeview
