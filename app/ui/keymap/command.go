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
	TypeLine     Command = "type in the entry line"
	MoveEarlier  Command = "earlier among the siblings"
	MoveLater    Command = "later among the siblings"
	Pins         Command = "placed by hand"
	FoldBranch   Command = "hide a branch"
	ShowAll      Command = "show all branches"
	Group        Command = "select several"
	GroupRow     Command = "select the siblings"
	Findings     Command = "findings"
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
	ToPatient   Command = "to patient" // selects the patient
	Leave       Command = "leave"      // back to the canvas from a field, a menu or the find line
)

// The keys of a field, which the fields and the toolkit handle themselves: here for hints and help.
const (
	NextField Command = "next field"
	Keep      Command = "keep"
)

// The keys of the entry line, which it handles itself: here for hints and help.
const (
	EnterLine    Command = "enter the line"
	EnterAndGo   Command = "enter the line and go there"
	PersonBefore Command = "person before"
	LineBefore   Command = "line before"
	GoTo         Command = "go to a person"
	Answer       Command = "answer"
	LeaveLine    Command = "leave the line"
)

// The commands of the history table, and of its numbers page and questionnaire.
const (
	NextCell       Command = "next cell"
	EditCell       Command = "edit the cell"
	AnswerNone     Command = "asked, none"
	AnswerDontKnow Command = "doesn't know"
	AnswerClear    Command = "not asked"
	SayWell        Command = "well"
	SayAlive       Command = "alive"
	SayDied        Command = "died"
	MarkRow        Command = "mark the row"
	AskNext        Command = "what to ask next"
	Numbers        Command = "numbers"
	Questionnaire  Command = "questionnaire"
	CopyBranch     Command = "copy a branch"
	PasteBranch    Command = "paste a branch"
	RemoveBlanks   Command = "remove blanks"
)

// The commands of the window.
const (
	Undo         Command = "undo"
	Redo         Command = "redo"
	PatientView  Command = "patient view"
	Lock         Command = "lock"
	Help         Command = "help"
	OpenPedigree Command = "open pedigree"
	OpenHistory  Command = "open history"
	OpenRisk     Command = "open risk"
	OpenLetters  Command = "open letters"
	OpenTimeline Command = "open timeline"
	OpenTasks    Command = "open tasks"

	Confirmations Command = "confirmations"

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
	CopyHistory  Command = "copy the history"
	PasteFamily  Command = "paste a family"
	ImportFile   Command = "import a file"
	BlankSheet   Command = "print a blank history sheet"
)

// The commands of the timeline.
const (
	EarlierState Command = "earlier state"
	LaterState   Command = "later state"
	MuchEarlier  Command = "much earlier state"
	MuchLater    Command = "much later state"
	FirstState   Command = "first state"
	LastState    Command = "last state"
)

// The commands of the risk screen.
const (
	NextAnswer   Command = "next answer"
	AnswerBefore Command = "answer before"
	OpenAnswer   Command = "open the answer"

	Suppose       Command = "suppose a fact"
	CopyResult    Command = "copy a result from elsewhere"
	CompareRuns   Command = "compare saved answers"
	ExportTable   Command = "export the answers as a table"
	ExportCanRisk Command = "export for CanRisk"
)

// The commands of the confirmations, and of the tasks.
const (
	NextFact    Command = "next fact"
	FactBefore  Command = "fact before"
	AskFor      Command = "ask for confirmation"
	Confirm     Command = "confirmed"
	Refute      Command = "refuted"
	NothingKept Command = "no record found"
	GoToPerson  Command = "go to the person"
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
	OnCanvas  Place = "On the pedigree"
	InLine    Place = "In the entry line"
	InField   Place = "In a field"
	InHistory Place = "In the history table"
	InPreview Place = "In the print preview"

	InConfirmations Place = "In the confirmations"
	InTimeline      Place = "In the timeline"
	InRisk          Place = "On the risk screen"

	Everywhere Place = "Everywhere"
)

// Places are all places, in the order of the help page.
var Places = []Place{OnCanvas, InLine, InField, InHistory, InRisk, InPreview, InConfirmations, InTimeline, Everywhere}
