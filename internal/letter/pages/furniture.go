package pages

import (
	"fmt"
	"strings"

	"kindred/pedigree/draw"
)

// firstPage sets the letterhead, the identifiers and the address.
func (s *setter) firstPage() {
	s.turn()
	d := s.d
	y := 20.0
	s.text(margin, y, 14, true, d.Service.Name)
	for i, line := range append([]string{d.Service.Clinic}, d.Service.Address...) {
		s.text(margin, y+6+float64(i)*4.6, 10, false, line)
	}
	lines := []string{
		"Private and confidential", d.Date.Prose(), "Our ref " + d.Ref, d.Patient.Name, "Born " + d.Patient.Born, "NHS No. " + d.Patient.NHS,
	}
	step := s.small * 1.3 / pt
	for i, line := range lines {
		s.text(width-margin-measure(line, s.small, false), y+float64(i)*step, s.small, false, line)
	}
	s.address()
	s.y = bodyTop
}

// address keeps to its window whatever the print size: seven lines of 3.8 mm at most, each small
// enough to fit.
func (s *setter) address() {
	lines := s.d.Address
	if n := len(lines); n > 7 {
		lines = append(append([]string{}, lines[:5]...), strings.Join(lines[5:n-1], ", "), lines[n-1])
	}
	for i, line := range lines {
		size := 11.0
		for size > 6 && measure(line, size, false) > 95 {
			size -= 0.5
		}
		s.text(addressX, addressY+float64(i)*3.8, size, false, line)
	}
}

// furniture is the stamps, the identity line from the second page on, and the footer.
func (s *setter) furniture(page, of int) {
	d := s.d
	if len(d.Stamps) > 0 {
		s.put(draw.RoleStamp, draw.Text{
			At: at(width/2, 9.5), Anchor: draw.AnchorMiddle, Size: 11, Bold: true, Fill: stampInk, String: strings.Join(d.Stamps, "  ·  "),
		})
	}
	if page > 1 {
		s.fitted(margin, 19, s.small, fmt.Sprintf("%s   Born %s   NHS No. %s", d.Patient.Name, d.Patient.Born, d.Patient.NHS))
		s.put(draw.RoleLine, draw.Line{From: at(margin, 22.5), To: at(width-margin, 22.5), Stroke: draw.Stroke{Colour: ruleInk, Width: 0.6}})
	}
	number := d.Number
	if number == "" {
		number = "not numbered"
	}
	state := ""
	if s.o.Draft {
		state = "DRAFT, not to be sent · "
	}
	s.fitted(margin, footerY, min(s.small, 12), fmt.Sprintf("%s%s · born %s · NHS %s · page %d of %d · letter %s, %s",
		state, d.Patient.Name, d.Patient.Born, d.Patient.NHS, page, of, number, d.To))
}

// fitted prints a line that must not leave the margins: made smaller where a little is enough, else
// on two lines.
func (s *setter) fitted(x, y, size float64, line string) {
	switch w := measure(line, size, false); {
	case w > column*1.2 && strings.Contains(line, " · "):
		parts := strings.Split(line, " · ")
		half := (len(parts) + 1) / 2
		s.fitted(x, y-size*1.25/pt, size, strings.Join(parts[:half], " · "))
		s.fitted(x, y, size, strings.Join(parts[half:], " · "))
	case w > column:
		s.text(x, y, size*column/w, false, line)
	default:
		s.text(x, y, size, false, line)
	}
}
