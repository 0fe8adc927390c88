package casefile

import (
	"slices"
	"strings"
)

// The place of an item in a list is a key: keys are compared as text, and between any two there is
// room for another, so that items which two devices put into one list both find their place. A key
// is a number of four digits in base 62 and, where there was no room between two numbers, a
// fraction behind it that never ends in 0.
const (
	digits    = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	keyWidth  = 4
	keyCount  = 62 * 62 * 62 * 62
	keyMiddle = keyCount / 2
)

// rank gives every item of a list a key, in ascending order, keeping as many of the present keys
// as it can. An item without a key has "".
func rank(present []string) []string {
	keys := make([]string, len(present))
	kept := longestRise(present)
	for _, i := range kept {
		keys[i] = present[i]
	}
	low := ""
	for i := 0; i < len(keys); {
		if keys[i] != "" {
			low = keys[i]
			i++
			continue
		}
		end := i
		for end < len(keys) && keys[end] == "" {
			end++
		}
		high := ""
		if end < len(keys) {
			high = keys[end]
		}
		for ; i < end; i++ {
			key, ok := keyBetween(low, high)
			if !ok {
				return fresh(len(present))
			}
			keys[i], low = key, key
		}
	}
	return keys
}

// fresh are n keys about the middle, for a list whose own leave no room.
func fresh(n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = numberKey(keyMiddle - n/2 + i)
	}
	return keys
}

// longestRise is the longest choice of well-formed keys that ascend (patience sorting).
func longestRise(keys []string) []int {
	var tops []int // tops[n] ends the lowest rise of n+1 keys so far
	before := make([]int, len(keys))
	for i, key := range keys {
		if !validKey(key) {
			continue
		}
		n, _ := slices.BinarySearchFunc(tops, key, func(top int, key string) int { return strings.Compare(keys[top], key) })
		before[i] = -1
		if n > 0 {
			before[i] = tops[n-1]
		}
		if n == len(tops) {
			tops = append(tops, i)
		} else {
			tops[n] = i
		}
	}
	var rise []int
	if len(tops) > 0 {
		for i := tops[len(tops)-1]; i >= 0; i = before[i] {
			rise = append(rise, i)
		}
	}
	return rise
}

func validKey(key string) bool {
	for _, r := range key {
		if !strings.ContainsRune(digits, r) {
			return false
		}
	}
	return len(key) == keyWidth || len(key) > keyWidth && key[len(key)-1] != '0'
}

// keyBetween is a key above low and below high, where "" is no bound; ok is false where the
// numbers are used up.
func keyBetween(low, high string) (key string, ok bool) {
	switch {
	case low == "" && high == "":
		return numberKey(keyMiddle), true
	case low == "":
		n := keyNumber(high)
		return numberKey(n - 1), n > 0
	case high == "":
		n := keyNumber(low)
		return numberKey(n + 1), n < keyCount-1
	}
	n, m := keyNumber(low), keyNumber(high)
	switch {
	case m-n > 1:
		return numberKey(n + 1), true
	case m == n:
		return low[:keyWidth] + fractionBetween(low[keyWidth:], high[keyWidth:]), true
	}
	return low[:keyWidth] + fractionBetween(low[keyWidth:], ""), true
}

func numberKey(n int) string {
	var key [keyWidth]byte
	for i := keyWidth - 1; i >= 0; i-- {
		key[i] = digits[max(n, 0)%62]
		n /= 62
	}
	return string(key[:])
}

func keyNumber(key string) int {
	n := 0
	for _, d := range key[:keyWidth] {
		n = n*62 + strings.IndexRune(digits, d)
	}
	return n
}

// fractionBetween is a fraction above low and below high, as digits behind the point that do not
// end in 0; "" is 0 as low and 1 as high.
func fractionBetween(low, high string) string {
	if high != "" {
		same := 0
		for same < len(high) && digitAt(low, same) == strings.IndexByte(digits, high[same]) {
			same++
		}
		if same > 0 {
			return high[:same] + fractionBetween(low[min(same, len(low)):], high[same:])
		}
	}
	from, to := digitAt(low, 0), len(digits)
	if high != "" {
		to = strings.IndexByte(digits, high[0])
	}
	switch {
	case to-from > 1:
		return string(digits[(from+to)/2])
	case len(high) > 1:
		return high[:1]
	}
	return string(digits[from]) + fractionBetween(low[min(1, len(low)):], "")
}

func digitAt(fraction string, i int) int {
	if i >= len(fraction) {
		return 0
	}
	return strings.IndexByte(digits, fraction[i])
}
