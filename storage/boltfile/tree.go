package boltfile

import "bytes"

// tree checks the B+tree below page id and calls leaf on each entry of its leaves, in order.
func (c *checker) tree(id uint64, leaf func(page uint64, e element) error) error {
	_, _, err := c.subtree(id, true, leaf)
	return err
}

// subtree returns the first and last key below page id; both are nil for an empty leaf, which only a root may be.
func (c *checker) subtree(id uint64, isRoot bool, leaf func(uint64, element) error) (first, last []byte, err error) {
	h, b, err := c.page(id)
	if err != nil {
		return nil, nil, err
	}
	if h.flags != flagLeaf && h.flags != flagBranch {
		return nil, nil, fault(id, "a page of a tree has the flags %#x", h.flags)
	}
	if h.count == 0 && !(isRoot && h.flags == flagLeaf) {
		return nil, nil, fault(id, "a page of a tree is empty")
	}
	list, _, err := elements(h, b)
	if err != nil || len(list) == 0 {
		return nil, nil, err
	}
	if h.flags == flagLeaf {
		err := inOrder(id, list, func(e element) error { return leaf(id, e) })
		return list[0].key, list[len(list)-1].key, err
	}
	return c.branch(id, list, leaf)
}

// branch checks the children of a branch page: each begins with the key the branch names, and ends before the next.
func (c *checker) branch(id uint64, list []element, leaf func(uint64, element) error) (first, last []byte, err error) {
	err = inOrder(id, list, func(e element) error {
		low, high, err := c.subtree(e.child, false, leaf)
		if err != nil {
			return err
		}
		if !bytes.Equal(low, e.key) {
			return fault(id, "a branch names another key than page %d begins with", e.child)
		}
		if last != nil && bytes.Compare(last, low) >= 0 {
			return fault(id, "the pages below are out of order")
		}
		last = high
		return nil
	})
	return list[0].key, last, err
}
