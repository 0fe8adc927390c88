package keymap

import "fyne.io/fyne/v2"

// Binding is one row of the table. A key is a character that is typed (Rune, lower case), or a named
// key with modifiers; Also holds other keys that do the same.
type Binding struct {
	Command Command
	Where   Place
	Rune    rune
	Key     fyne.KeyName
	Mods    fyne.KeyModifier
	Also    []Stroke

	Label string // the key as it is printed: "M", "Ctrl+Z", "← → ↑ ↓"
	Short string // for the status bar: "mother"; "" keeps it out of the bar
	Words string // for the help page
}

// Stroke is one press of a key.
type Stroke struct {
	Rune rune
	Key  fyne.KeyName
	Mods fyne.KeyModifier
}

const ctrl = fyne.KeyModifierShortcutDefault

// Table holds every key, in the order in which the help page prints them.
var Table = []Binding{
	{Command: AddMother, Where: OnCanvas, Rune: 'm', Label: "M", Short: "mother", Words: "Add the mother, or go to her"},
	{Command: AddFather, Where: OnCanvas, Rune: 'f', Label: "F", Short: "father", Words: "Add the father, or go to him"},
	{Command: AddParents, Where: OnCanvas, Rune: 'p', Label: "P", Words: "Add both parents, or whichever is missing"},
	{Command: AddBrother, Where: OnCanvas, Rune: 'b', Label: "B", Short: "brother", Words: "Add a brother"},
	{Command: AddSister, Where: OnCanvas, Rune: 's', Label: "S", Short: "sister", Words: "Add a sister"},
	{Command: AddSibling, Where: OnCanvas, Rune: 'u', Label: "U", Words: "Add a sibling of unknown sex"},
	{Command: AddPartner, Where: OnCanvas, Rune: 'o', Label: "O", Short: "partner", Words: "Add a partner"},
	{Command: AddDaughter, Where: OnCanvas, Rune: 'd', Label: "D", Short: "daughter", Words: "Add a daughter"},
	{Command: AddSon, Where: OnCanvas, Rune: 'n', Label: "N", Short: "son", Words: "Add a son"},
	{Command: AddChild, Where: OnCanvas, Rune: 'c', Label: "C", Words: "Add a child of unknown sex"},
	{Command: AddTwin, Where: OnCanvas, Rune: 't', Label: "T", Short: "twin", Words: "Add a twin; identical or not is set in Edit"},
	{Command: AddPregnancy, Where: OnCanvas, Rune: 'x', Label: "X", Words: "Add a pregnancy"},
	{
		Command: Edit, Where: OnCanvas, Key: fyne.KeyReturn, Also: []Stroke{{Key: fyne.KeyEnter}},
		Label: "Enter", Short: "edit", Words: "Edit the selected person; also a double click",
	},
	{
		Command: Remove, Where: OnCanvas, Key: fyne.KeyDelete, Also: []Stroke{{Key: fyne.KeyBackspace}},
		Label: "Del", Short: "remove", Words: "Remove the selected person; asks only if something recorded would be lost",
	},
	{Command: GoToAdded, Where: OnCanvas, Key: fyne.KeyTab, Label: "Tab", Words: "Go to whoever was just added, and so on to Enter"},
	{Command: DrawTwice, Where: OnCanvas, Rune: '2', Label: "2", Words: "Draw somebody in a loop of the family once or twice"},
	{Command: Findings, Where: OnCanvas, Rune: 'k', Label: "K", Words: "List what is to check: facts that contradict each other or are unlikely"},
	{Command: TypeLine, Where: OnCanvas, Rune: ' ', Label: "Space", Short: "type", Words: "To the entry line"},
	{
		Command: Group, Where: OnCanvas, Rune: '.',
		Label: ".", Words: "Select several: with or without this person; Enter then sets something for all of them",
	},
	{Command: GroupRow, Where: OnCanvas, Rune: '*', Label: "*", Words: "Select the siblings with this person; again, the whole generation"},
	{
		Command: MoveEarlier, Where: OnCanvas, Key: fyne.KeyLeft, Mods: fyne.KeyModifierShift,
		Label: "Shift+←", Words: "Earlier among the siblings; dates of birth decide where they are known",
	},
	{Command: MoveLater, Where: OnCanvas, Key: fyne.KeyRight, Mods: fyne.KeyModifierShift, Label: "Shift+→", Words: "Later among the siblings"},
	{Command: Pins, Where: OnCanvas, Rune: 'g', Label: "G", Words: "List and release who was placed by hand"},
	{Command: FoldBranch, Where: OnCanvas, Rune: 'h', Label: "H", Words: "Hide the branch above or below, or show it again; risks keep to the whole family"},
	{Command: ShowAll, Where: OnCanvas, Rune: 'a', Label: "A", Words: "Show all hidden branches"},
	{Command: ToPatient, Where: OnCanvas, Key: fyne.KeyEscape, Label: "Esc", Words: "End the selection of several; else go to the patient"},
	{Command: Find, Where: OnCanvas, Rune: '/', Label: "/", Short: "find", Words: "Find a person in this family by name"},
	{Command: SelectLeft, Where: OnCanvas, Key: fyne.KeyLeft, Label: "←", Words: "Go to the person on the left"},
	{Command: SelectRight, Where: OnCanvas, Key: fyne.KeyRight, Label: "→", Words: "Go to the person on the right"},
	{Command: SelectUp, Where: OnCanvas, Key: fyne.KeyUp, Label: "↑", Words: "Go to a parent, else to the generation above"},
	{Command: SelectDown, Where: OnCanvas, Key: fyne.KeyDown, Label: "↓", Words: "Go to a child, else to the generation below"},
	{Command: FoldRisk, Where: OnCanvas, Rune: 'r', Label: "R", Short: "risk", Words: "Show or fold the risk beside the pedigree"},
	{Command: Fit, Where: OnCanvas, Rune: '0', Label: "0", Words: "Show the whole pedigree"},
	{
		Command: ZoomIn, Where: OnCanvas, Rune: '+', Also: []Stroke{{Rune: '='}},
		Label: "+", Words: "Larger; also Ctrl and the mouse wheel",
	},
	{
		Command: ZoomOut, Where: OnCanvas, Rune: '-', Also: []Stroke{{Rune: '_'}},
		Label: "-", Words: "Smaller",
	},

	{Command: EnterLine, Where: InLine, Key: fyne.KeyReturn, Label: "Enter", Short: "enter", Words: "Enter the line; the next one is about the same person"},
	{Command: EnterAndGo, Where: InLine, Key: fyne.KeyTab, Label: "Tab", Short: "complete, or enter and go there", Words: "Complete the word or go through the choices; else enter the line and go to whom it adds"},
	{Command: PersonBefore, Where: InLine, Key: fyne.KeyTab, Mods: fyne.KeyModifierShift, Label: "Shift+Tab", Short: "back", Words: "Back to the person before"},
	{Command: GoTo, Where: InLine, Rune: '@', Label: "@", Short: "go to", Words: "@ Joan or @ mother goes there; @ alone to the patient"},
	{
		Command: LineBefore, Where: InLine, Key: fyne.KeyUp, Also: []Stroke{{Key: fyne.KeyDown}},
		Label: "↑↓", Words: "Earlier lines; where the line asks something, the answers",
	},
	{
		Command: Answer, Where: InLine, Rune: '1', Also: []Stroke{{Rune: '2'}, {Rune: '3'}, {Rune: '4'}, {Rune: '5'}},
		Label: "1 2 3", Words: "After Enter, where the line asks something: that answer. Typing on leaves it open",
	},
	{Command: LeaveLine, Where: InLine, Key: fyne.KeyEscape, Label: "Esc", Short: "pedigree", Words: "Back to the pedigree; what is typed stays"},

	{Command: NextField, Where: InField, Key: fyne.KeyTab, Label: "Tab", Short: "next field", Words: "The next field; with Shift the one before"},
	{Command: Keep, Where: InField, Key: fyne.KeyReturn, Label: "Enter", Short: "keep", Words: "Keep what was typed; leaving the field does too"},
	{Command: Leave, Where: InField, Key: fyne.KeyEscape, Label: "Esc", Short: "back to the pedigree", Words: "Back to the pedigree; what was typed is kept"},

	{Command: NextCell, Where: InHistory, Key: fyne.KeyTab, Label: "Tab", Short: "next cell", Words: "The next cell; with Shift the one before; arrows go to rows and cells"},
	{
		Command: EditCell, Where: InHistory, Key: fyne.KeyReturn, Also: []Stroke{{Key: fyne.KeyEnter}},
		Label: "Enter", Short: "edit", Words: "Edit the cell in the words of the entry line: br L 49, ov 60",
	},
	{Command: AnswerNone, Where: InHistory, Rune: 'n', Label: "N", Short: "asked, none", Words: "The question of this cell was asked: none"},
	{Command: AnswerDontKnow, Where: InHistory, Rune: 'k', Label: "K", Short: "doesn't know", Words: "The question of this cell was asked: doesn't know"},
	{
		Command: AnswerClear, Where: InHistory, Key: fyne.KeyDelete, Also: []Stroke{{Key: fyne.KeyBackspace}},
		Label: "Del", Short: "not asked", Words: "Empty the cell: not asked",
	},
	{Command: SayWell, Where: InHistory, Rune: 'w', Label: "W", Short: "well", Words: "Alive and well, no cancer"},
	{Command: SayAlive, Where: InHistory, Rune: 'a', Label: "A", Words: "Alive"},
	{Command: SayDied, Where: InHistory, Rune: 'd', Label: "D", Words: "Died"},
	{Command: MarkRow, Where: InHistory, Rune: ' ', Label: "Space", Short: "mark", Words: "Mark the row, also Shift with up and down: an edit then holds for every marked row"},
	{Command: AskNext, Where: InHistory, Rune: 'g', Label: "G", Short: "ask next", Words: "Go to what to ask next"},
	{Command: Numbers, Where: InHistory, Rune: 'f', Label: "F", Short: "numbers", Words: "How many brothers, sisters, children ...: builds the frame of the family"},
	{Command: Questionnaire, Where: InHistory, Rune: 'q', Label: "Q", Short: "questionnaire", Words: "Type a returned questionnaire, one relative after the other"},
	{Command: CopyBranch, Where: InHistory, Rune: 'c', Label: "C", Words: "Remember this person's partners and descendants"},
	{Command: PasteBranch, Where: InHistory, Rune: 'v', Label: "V", Words: "Give this person such partners and descendants, without names"},
	{Command: RemoveBlanks, Where: InHistory, Rune: 'x', Label: "X", Words: "Remove everybody of whom nothing was recorded, but the patient's ancestors"},
	{Command: Leave, Where: InHistory, Key: fyne.KeyEscape, Label: "Esc", Short: "pedigree", Words: "Back to the pedigree"},

	{Command: NextPaper, Where: InPreview, Rune: 'p', Label: "P", Short: "paper", Words: "A4 or A3"},
	{Command: Turn, Where: InPreview, Rune: 'o', Label: "O", Short: "orientation", Words: "Portrait, landscape, or whichever shows it larger"},
	{Command: FitOrTiles, Where: InPreview, Rune: 't', Label: "T", Short: "one page or tiles", Words: "On one page, or in tiles over several"},
	{Command: NextCopy, Where: InPreview, Rune: 'c', Label: "C", Short: "copy", Words: "Whom the copy is for: how much it shows"},
	{Command: AgesInBands, Where: InPreview, Rune: 'a', Label: "A", Short: "ages", Words: "Ages as recorded, or in bands of ten years"},
	{
		Command: NextPage, Where: InPreview, Key: fyne.KeyPageDown, Also: []Stroke{{Key: fyne.KeyRight}, {Key: fyne.KeyDown}},
		Label: "PgDn", Short: "next page", Words: "The next page; also the right and down arrows",
	},
	{
		Command: PageBefore, Where: InPreview, Key: fyne.KeyPageUp, Also: []Stroke{{Key: fyne.KeyLeft}, {Key: fyne.KeyUp}},
		Label: "PgUp", Words: "The page before; also the left and up arrows",
	},
	{Command: ZoomIn, Where: InPreview, Rune: '+', Also: []Stroke{{Rune: '='}}, Label: "+", Words: "Larger on the screen"},
	{Command: ZoomOut, Where: InPreview, Rune: '-', Also: []Stroke{{Rune: '_'}}, Label: "-", Words: "Smaller on the screen"},
	{Command: Fit, Where: InPreview, Rune: '0', Label: "0", Words: "The whole page"},
	{Command: SavePDF, Where: InPreview, Rune: 's', Label: "S", Short: "save PDF", Words: "Save the pages as a PDF file"},
	{Command: SavePicture, Where: InPreview, Rune: 'g', Label: "G", Short: "save picture", Words: "Save the whole drawing as a picture: SVG or PNG"},
	{Command: Leave, Where: InPreview, Key: fyne.KeyEscape, Label: "Esc", Short: "back", Words: "Back to the pedigree"},

	{Command: NextAnswer, Where: InRisk, Key: fyne.KeyDown, Label: "↓", Short: "next model", Words: "The next model, whose working is shown below; after Tab, the next fact that would change the answer"},
	{Command: AnswerBefore, Where: InRisk, Key: fyne.KeyUp, Label: "↑", Words: "The model or the fact before"},
	{
		Command: OpenAnswer, Where: InRisk, Key: fyne.KeyReturn, Also: []Stroke{{Key: fyne.KeyEnter}},
		Label: "Enter", Short: "working, or ask", Words: "The reasons of the model and its working, and back; on a fact, ask for its confirmation, or go to the person",
	},
	{Command: AskFor, Where: InRisk, Rune: 's', Label: "S", Short: "ask", Words: "Ask for the chosen fact, at first the one that would change the answer most"},
	{Command: Suppose, Where: InRisk, Rune: 'w', Label: "W", Short: "what if", Words: "Suppose a test result, a cancer or an age: what would the models say? Esc ends it, and nothing of it is kept"},
	{Command: CopyResult, Where: InRisk, Rune: 'c', Label: "C", Short: "copy a result", Words: "Copy a result of CanRisk or another program into the record"},
	{Command: CompareRuns, Where: InRisk, Rune: 'v', Label: "V", Short: "then and now", Words: "Compare saved answers with those of now, or with each other"},
	{Command: ExportTable, Where: InRisk, Rune: 't', Label: "T", Words: "Save the answers as a table for a spreadsheet"},
	{Command: ExportCanRisk, Where: InRisk, Rune: 'x', Label: "X", Words: "Save a file for CanRisk (BOADICEA), with the list of what it cannot hold"},
	{Command: NextPage, Where: InRisk, Key: fyne.KeyPageDown, Label: "PgDn", Words: "Further down"},
	{Command: PageBefore, Where: InRisk, Key: fyne.KeyPageUp, Label: "PgUp", Words: "Further up"},
	{Command: Leave, Where: InRisk, Key: fyne.KeyEscape, Label: "Esc", Short: "pedigree", Words: "Back to the pedigree"},

	{Command: NextFact, Where: InConfirmations, Key: fyne.KeyDown, Label: "↓", Short: "next", Words: "The next fact"},
	{Command: FactBefore, Where: InConfirmations, Key: fyne.KeyUp, Label: "↑", Words: "The fact before"},
	{Command: AskFor, Where: InConfirmations, Rune: 's', Label: "S", Short: "request sent", Words: "A request was sent: to whom, and when the reply is due"},
	{Command: Confirm, Where: InConfirmations, Rune: 'c', Label: "C", Short: "confirmed", Words: "The fact is confirmed, and by what"},
	{Command: Refute, Where: InConfirmations, Rune: 'r', Label: "R", Short: "refuted", Words: "The fact is not so: it counts in no number any more"},
	{Command: NothingKept, Where: InConfirmations, Rune: 'n', Label: "N", Short: "no record", Words: "No record was found: the fact stays as it was told"},
	{
		Command: GoToPerson, Where: InConfirmations, Key: fyne.KeyReturn, Also: []Stroke{{Key: fyne.KeyEnter}},
		Label: "Enter", Short: "go to the person", Words: "Go to the person on the pedigree; among the tasks, open the family",
	},
	{Command: Leave, Where: InConfirmations, Key: fyne.KeyEscape, Label: "Esc", Short: "back", Words: "Back to the pedigree"},

	{
		Command: EarlierState, Where: InTimeline, Key: fyne.KeyDown, Also: []Stroke{{Key: fyne.KeyLeft}},
		Label: "↓", Short: "earlier", Words: "The family as it was one step earlier; also the left arrow",
	},
	{
		Command: LaterState, Where: InTimeline, Key: fyne.KeyUp, Also: []Stroke{{Key: fyne.KeyRight}},
		Label: "↑", Short: "later", Words: "One step later; also the right arrow",
	},
	{Command: MuchEarlier, Where: InTimeline, Key: fyne.KeyPageDown, Label: "PgDn", Words: "Ten steps earlier"},
	{Command: MuchLater, Where: InTimeline, Key: fyne.KeyPageUp, Label: "PgUp", Words: "Ten steps later"},
	{Command: FirstState, Where: InTimeline, Key: fyne.KeyEnd, Label: "End", Short: "the beginning", Words: "How the family began"},
	{Command: LastState, Where: InTimeline, Key: fyne.KeyHome, Label: "Home", Short: "now", Words: "The family as it stands now"},
	{Command: Fit, Where: InTimeline, Rune: '0', Label: "0", Words: "Show the whole pedigree"},
	{Command: ZoomIn, Where: InTimeline, Rune: '+', Also: []Stroke{{Rune: '='}}, Label: "+", Words: "Larger"},
	{Command: ZoomOut, Where: InTimeline, Rune: '-', Also: []Stroke{{Rune: '_'}}, Label: "-", Words: "Smaller"},
	{Command: Leave, Where: InTimeline, Key: fyne.KeyEscape, Label: "Esc", Short: "back to now", Words: "Back to the pedigree as it is now"},

	{Command: Undo, Where: Everywhere, Key: fyne.KeyZ, Mods: ctrl, Label: "Ctrl+Z", Words: "Undo; in a field, undo the typing"},
	{
		Command: Redo, Where: Everywhere, Key: fyne.KeyY, Mods: ctrl,
		Also:  []Stroke{{Key: fyne.KeyZ, Mods: ctrl | fyne.KeyModifierShift}},
		Label: "Ctrl+Y", Words: "Redo",
	},
	{Command: OpenPedigree, Where: Everywhere, Key: fyne.Key1, Mods: ctrl, Label: "Ctrl+1", Words: "Pedigree"},
	{Command: OpenHistory, Where: Everywhere, Key: fyne.Key2, Mods: ctrl, Label: "Ctrl+2", Words: "History: the facts as a table"},
	{Command: OpenRisk, Where: Everywhere, Key: fyne.Key3, Mods: ctrl, Label: "Ctrl+3", Words: "Risk"},
	{Command: OpenLetters, Where: Everywhere, Key: fyne.Key5, Mods: ctrl, Label: "Ctrl+5", Words: "Letters"},
	{Command: OpenTimeline, Where: Everywhere, Key: fyne.Key6, Mods: ctrl, Label: "Ctrl+6", Words: "Timeline: what was done, and the family as it was"},
	{Command: Confirmations, Where: Everywhere, Key: fyne.KeyK, Mods: ctrl, Label: "Ctrl+K", Words: "Confirmations: what a report could confirm, and what that would change"},
	{Command: OpenTasks, Where: Everywhere, Key: fyne.KeyT, Mods: ctrl, Label: "Ctrl+T", Words: "Tasks: the requests of all families that wait for a reply"},
	{Command: OpenFamilies, Where: Everywhere, Key: fyne.KeyF, Mods: ctrl, Label: "Ctrl+F", Words: "Back to the families"},
	{Command: OpenSettings, Where: Everywhere, Key: fyne.KeyComma, Mods: ctrl, Label: "Ctrl+,", Words: "Settings"},
	{Command: New, Where: Everywhere, Key: fyne.KeyN, Mods: ctrl, Label: "Ctrl+N", Words: "A new family; on Letters, a new letter"},
	{Command: Rename, Where: Everywhere, Key: fyne.KeyF2, Label: "F2", Words: "The family's reference"},
	{Command: OtherPatient, Where: Everywhere, Key: fyne.KeyF6, Label: "F6", Words: "Whose visit it is, in a family of several patients"},
	{Command: Settle, Where: Everywhere, Key: fyne.KeyF7, Label: "F7", Words: "Settle facts that two colleagues recorded differently"},
	{Command: KeepRisk, Where: Everywhere, Key: fyne.KeyS, Mods: ctrl, Label: "Ctrl+S", Words: "On Risk, copy the answers into the record"},
	{
		Command: Sign, Where: Everywhere, Key: fyne.KeyReturn, Mods: ctrl, Also: []Stroke{{Key: fyne.KeyEnter, Mods: ctrl}},
		Label: "Ctrl+Enter", Words: "On Letters, sign the letter shown",
	},
	{Command: Print, Where: Everywhere, Key: fyne.KeyP, Mods: ctrl, Label: "Ctrl+P", Words: "Print: the pedigree, with a preview first; on Letters, the signed letter"},
	{Command: CopyHistory, Where: Everywhere, Key: fyne.KeyC, Mods: ctrl | fyne.KeyModifierShift, Label: "Ctrl+Shift+C", Words: "Copy the family history as plain text; locking clears it"},
	{
		Command: PasteFamily, Where: Everywhere, Key: fyne.KeyV, Mods: ctrl | fyne.KeyModifierShift,
		Label: "Ctrl+Shift+V", Words: "Paste a family: a table from a spreadsheet, CanRisk, PED or JSON; outside a field also Ctrl+V",
	},
	{Command: ImportFile, Where: Everywhere, Key: fyne.KeyO, Mods: ctrl, Label: "Ctrl+O", Words: "Import a family file or a spreadsheet; or drop it on the window"},
	{Command: BlankSheet, Where: Everywhere, Key: fyne.KeyP, Mods: ctrl | fyne.KeyModifierShift, Label: "Ctrl+Shift+P", Words: "Print a blank family history sheet, to take a history on paper"},
	{Command: PatientView, Where: Everywhere, Key: fyne.KeyF8, Label: "F8", Short: "patient view", Words: "Patient view on and off: for when the patient sees the screen"},
	{Command: Lock, Where: Everywhere, Key: fyne.KeyL, Mods: ctrl, Label: "Ctrl+L", Words: "Lock"},
	{Command: Quit, Where: Everywhere, Key: fyne.KeyQ, Mods: ctrl, Label: "Ctrl+Q", Words: "Close the program; everything typed is kept"},
	{Command: Help, Where: Everywhere, Key: fyne.KeyF1, Label: "F1", Words: "This page"},
}
