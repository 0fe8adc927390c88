// Package criteria asks published clinical criteria of a family: which condition holds, in whom, how far
// that is confirmed, and what leaves it open.
//
// Every fact has one of four levels. From the lowest: it does not hold on any reading of what is
// recorded; it holds on some (a vague age, an unknown site or histology, a possible diagnosis); it holds
// on every reading, as reported; it holds and the diagnosis is confirmed. "All of" takes the lowest level of its
// parts, "any of" the highest, and "at least k" the kth highest. The criteria only ever ask for more
// cancers, younger ones and nearer relatives, so these levels are the answer with every open fact at its
// worst and at its best. One thing is left open too often: a cancer of unknown site may stand for two
// different ones in a condition that asks for both.
//
// What is recorded in part (a cancer without its age, site or histology) stays open. What nobody
// recorded at all (a relative not asked about, an ancestry) is read as absent, and is said beside the
// answer.
//
// The rules themselves are data: assets/models/amsterdam.json, bethesda.json and so on.
package criteria
