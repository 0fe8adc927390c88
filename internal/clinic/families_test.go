package clinic

import "testing"

func TestBeginningAFamilyIsNotSomethingToUndo(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, err := c.BeginFamily()
	if err != nil {
		t.Fatal(err)
	}
	if reason, can := s.CanUndo(); can {
		t.Errorf("undo would take back %q, and the family with it", reason)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Family().Individuals); n != 1 {
		t.Errorf("a new family has %d people, not the patient alone", n)
	}
}
