package pedigree

// Patient is the clinic's own record of one individual who is, or was, seen or referred.
type Patient struct {
	ID         ID `json:"id,omitempty"`
	Individual ID `json:"individual"`

	NHSNumber   NHSNumber `json:"nhs_number,omitempty"`    // ten digits; "" with NHSNotKnown set, or not asked
	NHSNotKnown bool      `json:"nhs_not_known,omitempty"` // asked: the number is not known

	Title       string `json:"title,omitempty"`
	GivenName   string `json:"given_name,omitempty"`
	FamilyName  string `json:"family_name,omitempty"`
	BirthName   string `json:"birth_name,omitempty"`
	DateOfBirth Fuzzy  `json:"date_of_birth,omitzero"`

	Address            []string `json:"address,omitempty"` // lines, the postcode last
	AddressConfirmedOn Date     `json:"address_confirmed_on,omitempty"`
	SafeToWrite        Answer   `json:"safe_to_write,omitzero"`
	Phone              string   `json:"phone,omitempty"`
	Email              string   `json:"email,omitempty"`

	GPName     string   `json:"gp_name,omitempty"`
	GPPractice string   `json:"gp_practice,omitempty"`
	GPAddress  []string `json:"gp_address,omitempty"`

	LetterFormat string `json:"letter_format,omitempty"` // FormatStandard, FormatLarge, ...; "" is standard
	OtherNeeds   string `json:"other_needs,omitempty"`   // "hearing loop", "longer appointment"
	Interpreter  string `json:"interpreter,omitempty"`   // language, "" is none needed
	CopyLetters  string `json:"copy_letters,omitempty"`  // CopyYes, CopyNo, or in words; "" is not asked

	ReferredOn     Date   `json:"referred_on,omitempty"`
	ReferredBy     string `json:"referred_by,omitempty"`
	ReferralReason string `json:"referral_reason,omitempty"`

	Extra Extra `json:"-"`
}

// Letter formats and copy wishes that the program acts on.
const (
	FormatStandard = "standard"
	FormatLarge    = "large print"
	CopyYes        = "post"
	CopyNo         = "declined"
)

// FormalName is "SURNAME, Given (Title)", the identifier form of the NHS user interface standard;
// missing parts are left out, and nothing at all is "Not known".
func (p *Patient) FormalName() string {
	name := upper(p.FamilyName)
	if p.GivenName != "" {
		if name != "" {
			name += ", "
		}
		name += p.GivenName
	}
	if name == "" {
		return "Not known"
	}
	if p.Title != "" {
		name += " (" + p.Title + ")"
	}
	return name
}

// Salutation is "Ms Sample"; without a title the given and family name.
func (p *Patient) Salutation() string {
	first := p.Title
	if first == "" {
		first = p.GivenName
	}
	if first == "" || p.FamilyName == "" {
		return first + p.FamilyName
	}
	return first + " " + p.FamilyName
}
