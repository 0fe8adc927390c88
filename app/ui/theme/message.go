package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Message is news for the user that breaks into as many lines as its width asks for; without words
// it takes no room.
type Message struct {
	widget.BaseWidget
	Width float32
	lines *fyne.Container
}

// NewMessage is an empty message.
func NewMessage(width float32) *Message {
	m := &Message{Width: width, lines: Column(3)}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows words in an ink.
func (m *Message) Set(ink Ink, words string) {
	m.lines.Objects = Paragraph(words, m.Width, ink).Objects
	m.lines.Refresh()
	m.Refresh()
}

// CreateRenderer is for Fyne.
func (m *Message) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.lines) }
