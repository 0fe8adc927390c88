package pedigree

// Sex assigned at birth. It drives the models; it never drives the symbol where a gender is given.
type Sex string

// The sexes assigned at birth; "" is not asked and behaves as SexUnknown.
const (
	Female     Sex = "female"
	Male       Sex = "male"
	Unassigned Sex = "unassigned"
	SexUnknown Sex = "unknown"
)

// Gender drives the symbol where it is given.
type Gender string

// The genders; "" is not given, and the symbol follows sex assigned at birth.
const (
	Woman     Gender = "woman"
	Man       Gender = "man"
	NonBinary Gender = "nonbinary"
)

// LinkKind is what a parent other than the plain egg or sperm parent is to a child.
type LinkKind string

// The kinds of parent links in OtherParents.
const (
	Adoptive    LinkKind = "adoptive"
	Foster      LinkKind = "foster"
	Step        LinkKind = "step"
	Gestational LinkKind = "gestational" // carried the pregnancy; no blood
	DonorEgg    LinkKind = "donor-egg"   // the genetic egg parent
	DonorSperm  LinkKind = "donor-sperm" // the genetic sperm parent
)

// ParentLink is a parent other than Mother and Father.
type ParentLink struct {
	ID    ID        `json:"id"`
	Kind  LinkKind  `json:"kind"`
	Extra ExtraText `json:"-"`
}

// PregnancyKind says what became of a pregnancy.
type PregnancyKind string

// The kinds of pregnancies and losses.
const (
	Ongoing     PregnancyKind = "ongoing"
	Miscarriage PregnancyKind = "miscarriage"
	Termination PregnancyKind = "termination"
	Stillbirth  PregnancyKind = "stillbirth"
	Ectopic     PregnancyKind = "ectopic"
)

// Pregnancy marks an individual as a pregnancy or a loss.
type Pregnancy struct {
	Kind  PregnancyKind `json:"kind"`
	Weeks Fuzzy         `json:"weeks,omitzero"` // gestation in completed weeks
	Due   Fuzzy         `json:"due,omitzero"`
	Extra Extra         `json:"-"`
}

// Adoption brackets a person even where the other family is not drawn.
type Adoption string

// The directions of adoption.
const (
	AdoptedIn  Adoption = "in"
	AdoptedOut Adoption = "out"
)

// Individual is one person, pregnancy or group of people in the family.
type Individual struct {
	ID         ID     `json:"id"`
	Name       string `json:"name,omitempty"` // as drawn; usually the given name
	FamilyName string `json:"family_name,omitempty"`
	BirthName  string `json:"birth_name,omitempty"`
	Sex        Sex    `json:"sex,omitempty"`
	Gender     Gender `json:"gender,omitempty"`
	Karyotype  string `json:"karyotype,omitempty"`

	Mother       ID           `json:"mother,omitempty"` // the egg parent, of any gender
	Father       ID           `json:"father,omitempty"` // the sperm parent, of any gender
	OtherParents []ParentLink `json:"other_parents,omitempty"`
	Adopted      Adoption     `json:"adopted,omitempty"`

	Proband    bool `json:"proband,omitempty"`
	Consultand bool `json:"consultand,omitempty"`

	Deceased     Answer `json:"deceased,omitzero"`
	Age          Fuzzy  `json:"age,omitzero"`    // at death when deceased, else on AsOf
	AsOf         Date   `json:"as_of,omitempty"` // else the family's
	Born         Fuzzy  `json:"born,omitzero"`
	Died         Fuzzy  `json:"died,omitzero"`
	CauseOfDeath string `json:"cause_of_death,omitempty"`

	Affected  Answer      `json:"affected,omitzero"` // the plain flag of files that know no diagnosis
	Well      Answer      `json:"well,omitzero"`     // asked: alive and well, no cancer
	Diagnoses []Diagnosis `json:"diagnoses,omitempty"`
	GeneTests []GeneTest  `json:"gene_tests,omitempty"`
	Surgery   []Surgery   `json:"surgery,omitempty"`

	Carrier   []CarrierState `json:"carrier,omitempty"`
	Evaluated Answer         `json:"evaluated,omitzero"` // examined by the clinic, or the records seen: drawn as an asterisk

	// Asked holds the answers to questions that have no field of their own; a question that is not in
	// it was not asked.
	Asked map[Question]Answer `json:"asked,omitempty"`

	// Organs says which organs somebody was born with where sex assigned at birth does not: No is "never
	// had ovaries". What an operation took out is in Surgery.
	Organs map[Organ]Answer `json:"organs,omitempty"`

	Ashkenazi Answer   `json:"ashkenazi,omitzero"`
	Ancestry  []string `json:"ancestry,omitempty"`

	Pregnancy      *Pregnancy `json:"pregnancy,omitempty"`
	Count          int        `json:"count,omitempty"`         // a group drawn as one symbol: 3 sisters; 0 and 1 are one person
	CountUnknown   bool       `json:"count_unknown,omitempty"` // a group of unknown number, drawn "n"
	Childless      Childless  `json:"childless,omitempty"`
	ChildlessCause string     `json:"childless_cause,omitempty"`
	NotInContact   bool       `json:"not_in_contact,omitempty"`
	NoDetails      bool       `json:"no_details,omitempty"` // asked, nothing known: unknown, not well
	// HistoryUnknown is that nothing is known of the parents and their families: the line above the
	// symbol ends in a question mark.
	HistoryUnknown bool `json:"history_unknown,omitempty"`

	// Sources says for single facts, by their JSON key ("age", "name", ...), who told us and what
	// the fact may be used for; Source covers the person as a whole and every fact not listed.
	Sources  map[string]Provenance `json:"sources,omitempty"`
	Source   Provenance            `json:"source,omitzero"`
	Consents []Consent             `json:"consents,omitempty"`

	Pin *float64 `json:"pin,omitempty"` // where a user's drag put the symbol along its row, in layout units
	// DrawTwice is the user's choice for a loop through this person: Yes draws a second symbol joined by
	// a dashed identity line, No only lines, anything else whichever costs the drawing less.
	DrawTwice Answer `json:"draw_twice,omitzero"`
	Fold      Fold   `json:"fold,omitempty"` // the branches that drawings leave out, and say so
	Hidden    Hidden `json:"-"`              // of a Folded family: how many people are left out here

	Notes []string `json:"notes,omitempty"`
	Extra Extra    `json:"-"`
}

// EggParent is the genetic egg parent: Mother, else the egg donor, else "".
func (p *Individual) EggParent() ID {
	if p.Mother != "" {
		return p.Mother
	}
	return p.otherParent(DonorEgg)
}

// SpermParent is the genetic sperm parent: Father, else the sperm donor, else "".
func (p *Individual) SpermParent() ID {
	if p.Father != "" {
		return p.Father
	}
	return p.otherParent(DonorSperm)
}

func (p *Individual) otherParent(kind LinkKind) ID {
	for _, l := range p.OtherParents {
		if l.Kind == kind {
			return l.ID
		}
	}
	return ""
}

// everyParent lists all parent links of p, genetic or not.
func (p *Individual) everyParent() []ID {
	var parents []ID
	for _, id := range []ID{p.Mother, p.Father} {
		if id != "" {
			parents = append(parents, id)
		}
	}
	for _, l := range p.OtherParents {
		parents = append(parents, l.ID)
	}
	return parents
}

// IsDeceased reports a recorded death. A loss or a stillbirth is not a death of this kind.
func (p *Individual) IsDeceased() bool { return p.Deceased == Yes }

// IsGroup reports that the symbol stands for several people.
func (p *Individual) IsGroup() bool { return p.Count > 1 || p.CountUnknown }

// IsPerson reports that this is someone who was born: neither a loss nor a pregnancy nor a group.
func (p *Individual) IsPerson() bool { return p.Pregnancy == nil && !p.IsGroup() }

// Known reports whether anything but the place in the family is recorded.
func (p *Individual) Known() bool {
	return p.Name != "" || !p.Age.IsZero() || !p.Born.IsZero() || !p.Died.IsZero() || p.Deceased != NotAsked ||
		len(p.Diagnoses)+len(p.GeneTests)+len(p.Surgery)+len(p.Carrier)+len(p.Notes) > 0
}

// SourceOf is who told us the fact with this JSON key, and what it may be used for.
func (p *Individual) SourceOf(key string) Provenance {
	if s, ok := p.Sources[key]; ok {
		return s
	}
	return p.Source
}
