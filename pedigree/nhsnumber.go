package pedigree

import (
	"errors"
	"strings"
	"unicode"
)

// NHSNumber is ten digits without spaces.
type NHSNumber string

// ErrNHSNumber is a number that cannot be an NHS number.
var ErrNHSNumber = errors.New("not an NHS number: ten digits, the last of which checks the others")

// ParseNHSNumber reads ten digits with any spaces or hyphens and verifies the check digit: weights
// 10 to 2 on the first nine, 11 minus the sum modulo 11, where 11 stands for 0 and 10 is never
// issued (NHS Data Dictionary, "NHS NUMBER"). Ten equal digits are refused.
func ParseNHSNumber(s string) (NHSNumber, error) {
	var digits []byte
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits = append(digits, byte(r))
		case r == '-' || unicode.IsSpace(r):
		default:
			return "", ErrNHSNumber
		}
	}
	if len(digits) != 10 || strings.Count(string(digits), string(digits[:1])) == 10 {
		return "", ErrNHSNumber
	}
	sum := 0
	for i, d := range digits[:9] {
		sum += int(d-'0') * (10 - i)
	}
	if check := (11 - sum%11) % 11; check == 10 || check != int(digits[9]-'0') {
		return "", ErrNHSNumber
	}
	return NHSNumber(digits), nil
}

// String is the number in the 3-3-4 form, "999 000 0018"; "Not known" when empty.
func (n NHSNumber) String() string {
	if len(n) != 10 {
		if n == "" {
			return "Not known"
		}
		return string(n)
	}
	return string(n[:3]) + " " + string(n[3:6]) + " " + string(n[6:])
}

// Words is the number in a sentence, "NHS 999 000 0018"; "NHS number not known" when empty.
func (n NHSNumber) Words() string {
	if n == "" {
		return "NHS number not known"
	}
	return "NHS " + n.String()
}

// IsTest reports the range 999 000 0000 to 999 999 9999, which is never issued.
func (n NHSNumber) IsTest() bool { return len(n) == 10 && n[:3] == "999" }

func upper(s string) string { return strings.ToUpper(s) }
