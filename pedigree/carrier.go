package pedigree

// CarrierKind is in what way somebody carries a condition.
type CarrierKind string

// The kinds of carriers; "" behaves as KnownCarrier.
const (
	KnownCarrier     CarrierKind = "carrier"        // not expected to become affected
	ObligateCarrier  CarrierKind = "obligate"       // a carrier by their place in the family, whatever a test says
	Presymptomatic   CarrierKind = "presymptomatic" // unaffected today, and may become affected
	UncertainCarrier CarrierKind = "uncertain"      // may be a carrier: drawn with a question mark
)

// CarrierState is that somebody carries a condition without being affected by it.
type CarrierState struct {
	Condition string      `json:"condition"` // a Site, or any condition by its name; matched without regard to case
	Kind      CarrierKind `json:"kind,omitempty"`
	Source    Provenance  `json:"source,omitzero"`

	Extra ExtraText `json:"-"`
}
