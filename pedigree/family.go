package pedigree

// Format and FormatVersion name the native family file.
const (
	Format        = "kindred-family"
	FormatVersion = 1
)

// ID names an individual within a family; ids of other things in the family are IDs too.
type ID string

// Family is one family: everyone in it, how they are related, and the patients among them.
// The order of Individuals is the birth order among siblings where no birth date says otherwise.
type Family struct {
	Format  string `json:"format"`
	Version int    `json:"version"`

	Name   string `json:"name,omitempty"`   // the family's reference, such as G10482
	AsOf   Date   `json:"as_of,omitempty"`  // the day the ages are said for; "" is unknown, never today
	Reason string `json:"reason,omitempty"` // why the family was seen
	Sample bool   `json:"sample,omitempty"` // invented people: marked SAMPLE everywhere

	Informant string `json:"informant,omitempty"` // who told the history
	Recorder  string `json:"recorder,omitempty"`  // who wrote it down
	DrawnOn   Date   `json:"drawn_on,omitempty"`
	ChangedOn Date   `json:"changed_on,omitempty"`

	Individuals []Individual `json:"individuals"`
	Twins       []TwinSet    `json:"twins,omitempty"`
	Unions      []Union      `json:"unions,omitempty"`
	Patients    []Patient    `json:"patients,omitempty"`

	Notes []string `json:"notes,omitempty"`
	Extra Extra    `json:"-"` // keys of newer versions, kept as they came
}

// UnionStatus says whether a couple is together.
type UnionStatus string

// The states of a union; "" is not asked.
const (
	Together  UnionStatus = "together"
	Separated UnionStatus = "separated" // or divorced: the relationship has ended
)

// Childless says why a union (or a person) has no children.
type Childless string

// Why there are no children; "" is not asked.
const (
	NoChildren         Childless = "none"      // asked, none; reason unknown
	ChildlessByChoice  Childless = "by choice" // drawn as one bar
	ChildlessInfertile Childless = "infertile" // drawn as two bars
)

// Union is a couple, with or without children. Children who name both partners as parents belong
// to the union whether or not they are listed in Children.
type Union struct {
	ID             ID          `json:"id,omitempty"`
	Partners       []ID        `json:"partners"` // two; one where the other is not known
	Children       []ID        `json:"children,omitempty"`
	Consanguineous Answer      `json:"consanguineous,omitzero"` // as said; relatedness that the tree shows is found without it
	Degree         string      `json:"degree,omitempty"`        // "first cousins", where the tree does not show it
	Status         UnionStatus `json:"status,omitempty"`
	Childless      Childless   `json:"childless,omitempty"`
	ChildlessCause string      `json:"childless_cause,omitempty"`
	Source         Provenance  `json:"source,omitzero"`
	Extra          Extra       `json:"-"`
}

// Zygosity of a twin set.
type Zygosity string

// The zygosities.
const (
	Monozygotic     Zygosity = "monozygotic"
	Dizygotic       Zygosity = "dizygotic"
	UnknownZygosity Zygosity = "unknown"
)

// TwinSet is two or more siblings born together. In triplets with one identical pair, the pair is a
// monozygotic set and the three are a dizygotic one.
type TwinSet struct {
	ID       ID         `json:"id,omitempty"`
	Zygosity Zygosity   `json:"zygosity"`
	Members  []ID       `json:"members"`
	Source   Provenance `json:"source,omitzero"`
	Extra    Extra      `json:"-"`
}

// Individual finds the person with this id, or nil. The pointer is into f: read it, and change it
// only in a Clone. For many look-ups in a large family use Index.
func (f *Family) Individual(id ID) *Individual {
	for i := range f.Individuals {
		if f.Individuals[i].ID == id {
			return &f.Individuals[i]
		}
	}
	return nil
}

// Index maps each id to its position in Individuals; of two people with one id the first is kept.
func (f *Family) Index() map[ID]int {
	index := make(map[ID]int, len(f.Individuals))
	for i := len(f.Individuals) - 1; i >= 0; i-- { // backwards, so that the first is written last
		index[f.Individuals[i].ID] = i
	}
	return index
}

// Proband is the first person marked as proband, or nil.
func (f *Family) Proband() *Individual {
	for i := range f.Individuals {
		if f.Individuals[i].Proband {
			return &f.Individuals[i]
		}
	}
	return nil
}

// Consultand is the first person marked as consultand, or nil.
func (f *Family) Consultand() *Individual {
	for i := range f.Individuals {
		if f.Individuals[i].Consultand {
			return &f.Individuals[i]
		}
	}
	return nil
}

// Subject is whom a question is about when nobody is named: the consultand, else the proband, else nil.
func (f *Family) Subject() *Individual {
	if c := f.Consultand(); c != nil {
		return c
	}
	return f.Proband()
}

// PatientOf is the patient record of an individual, or nil.
func (f *Family) PatientOf(id ID) *Patient {
	for i := range f.Patients {
		if f.Patients[i].Individual == id {
			return &f.Patients[i]
		}
	}
	return nil
}

// Patient finds a patient record by its own id, or nil.
func (f *Family) Patient(id ID) *Patient {
	for i := range f.Patients {
		if f.Patients[i].ID == id {
			return &f.Patients[i]
		}
	}
	return nil
}

// ChildrenOf lists, in family order, everyone who names id as egg or sperm parent, donors included.
func (f *Family) ChildrenOf(id ID) []ID {
	var children []ID
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if id != "" && (p.EggParent() == id || p.SpermParent() == id) {
			children = append(children, p.ID)
		}
	}
	return children
}

// PartnersOf lists everyone joined to id by a union or by a child in common, each once.
func (f *Family) PartnersOf(id ID) []ID {
	var partners []ID
	add := func(other ID) {
		if other == "" || other == id {
			return
		}
		for _, p := range partners {
			if p == other {
				return
			}
		}
		partners = append(partners, other)
	}
	for _, u := range f.Unions {
		for _, p := range u.Partners {
			if p == id {
				for _, other := range u.Partners {
					add(other)
				}
			}
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		switch id {
		case p.Mother:
			add(p.Father)
		case p.Father:
			add(p.Mother)
		}
	}
	return partners
}
