// Package table reads a family from a table as a spreadsheet copies or saves it: a line of column names
// in everyday words, and a person a row, with tabs, commas or semicolons between the cells.
//
// Either a column says what each person is to the patient ("maternal aunt"), in the words of the entry
// line, or there is an id for each person with columns for mother and father. What a cell says is read
// as the entry line reads it: "60s", "breast 48 left", "BRCA1+". Columns and words that are not
// understood are kept as notes on the person, under their column's name: nothing is dropped.
package table
