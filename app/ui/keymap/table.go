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

	{Command: NextField, Where: InField, Key: fyne.KeyTab, Label: "Tab", Short: "next field", Words: "The next field; with Shift the one before"},
	{Command: Keep, Where: InField, Key: fyne.KeyReturn, Label: "Enter", Short: "keep", Words: "Keep what was typed; leaving the field does too"},
	{Command: Leave, Where: InField, Key: fyne.KeyEscape, Label: "Esc", Short: "back to the pedigree", Words: "Back to the pedigree; what was typed is kept"},

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

	{Command: Undo, Where: Everywhere, Key: fyne.KeyZ, Mods: ctrl, Label: "Ctrl+Z", Words: "Undo; in a field, undo the typing"},
	{
		Command: Redo, Where: Everywhere, Key: fyne.KeyY, Mods: ctrl,
		Also:  []Stroke{{Key: fyne.KeyZ, Mods: ctrl | fyne.KeyModifierShift}},
		Label: "Ctrl+Y", Words: "Redo",
	},
	{Command: OpenPedigree, Where: Everywhere, Key: fyne.Key1, Mods: ctrl, Label: "Ctrl+1", Words: "Pedigree"},
	{Command: OpenRisk, Where: Everywhere, Key: fyne.Key3, Mods: ctrl, Label: "Ctrl+3", Words: "Risk"},
	{Command: OpenLetters, Where: Everywhere, Key: fyne.Key5, Mods: ctrl, Label: "Ctrl+5", Words: "Letters"},
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
	{Command: PatientView, Where: Everywhere, Key: fyne.KeyF8, Label: "F8", Short: "patient view", Words: "Patient view on and off: for when the patient sees the screen"},
	{Command: Lock, Where: Everywhere, Key: fyne.KeyL, Mods: ctrl, Label: "Ctrl+L", Words: "Lock"},
	{Command: Quit, Where: Everywhere, Key: fyne.KeyQ, Mods: ctrl, Label: "Ctrl+Q", Words: "Close the program; everything typed is kept"},
	{Command: Help, Where: Everywhere, Key: fyne.KeyF1, Label: "F1", Words: "This page"},
}
