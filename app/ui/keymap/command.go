package keymap

// Command names something that a key does. Screens switch on it.
type Command string

// The commands on the selected person of the pedigree.
const (
	AddMother    Command = "add mother"
	AddFather    Command = "add father"
	AddParents   Command = "add parents"
	AddBrother   Command = "add brother"
	AddSister    Command = "add sister"
	AddSibling   Command = "add sibling"
	AddPartner   Command = "add partner"
	AddDaughter  Command = "add daughter"
	AddSon       Command = "add son"
	AddChild     Command = "add child"
	AddTwin      Command = "add twin"
	AddPregnancy Command = "add pregnancy"
	Edit         Command = "edit"
	Remove       Command = "remove"
	Find         Command = "find"
	GoToAdded    Command = "go to who was added"
	DrawTwice    Command = "draw once or twice"
)

// The commands that move the view or the selection.
const (
	SelectLeft  Command = "select left"
	SelectRight Command = "select right"
	SelectUp    Command = "select up"
	SelectDown  Command = "select down"
	Fit         Command = "fit"
	ZoomIn      Command = "zoom in"
	ZoomOut     Command = "zoom out"
	Leave       Command = "leave" // back to the canvas from a field, a menu or the find line
)

// The keys of a field, which the fields and the toolkit handle themselves: here for hints and help.
const (
	NextField Command = "next field"
	Keep      Command = "keep"
)

// The commands of the window.
const (
	Undo         Command = "undo"
	Redo         Command = "redo"
	PatientView  Command = "patient view"
	Lock         Command = "lock"
	Help         Command = "help"
	OpenPedigree Command = "open pedigree"
	OpenRisk     Command = "open risk"
	OpenLetters  Command = "open letters"
	OpenFamilies Command = "open families"
	OpenSettings Command = "open settings"
	New          Command = "new" // a family in the list, a letter on the Letters tab
	Rename       Command = "rename"
	OtherPatient Command = "other patient"
	Settle       Command = "settle"
	FoldRisk     Command = "fold risk"
	KeepRisk     Command = "keep risk"
	Sign         Command = "sign"
	Print        Command = "print"
	Quit         Command = "quit"
)

// The commands of the print preview.
const (
	NextPaper   Command = "next paper"
	Turn        Command = "turn the paper"
	FitOrTiles  Command = "one page or tiles"
	NextCopy    Command = "next copy"
	AgesInBands Command = "ages in bands"
	SavePDF     Command = "save PDF"
	SavePicture Command = "save picture"
	NextPage    Command = "next page"
	PageBefore  Command = "page before"
)

// Place is where a key works.
type Place string

// The places.
const (
	OnCanvas   Place = "On the pedigree"
	InField    Place = "In a field"
	InPreview  Place = "In the print preview"
	Everywhere Place = "Everywhere"
)
