// Package record is the mergeable record that everything a clinic keeps is made of: operations in
// envelopes, a hybrid logical clock, and a fold. It knows nothing of pedigrees.
//
// A record is a set of envelopes. Each envelope is one user action on one device: it carries who,
// when, why, its place in the device's lane (a contiguous counter and the hash of the envelope
// before it), and the operations. An operation adds an entity, writes a field, links two entities,
// or removes or restores an entity.
//
// Fold turns any set of envelopes into a State. It is a pure function of the set: order and
// duplication of delivery change nothing. A field is a multi-value register: a write stays live
// until a later operation names it in Pred, so two writes that did not know each other both stay,
// the newest is shown, and the pair is listed as a Conflict. Nothing is ever overwritten.
//
// Lanes are counted per device and per family, not per device alone: a family is the unit that is
// sealed, shared with another service and erased, and whoever holds one family must be able to
// verify its lanes without holding any other.
package record
