package cli

import (
	"fmt"

	"kindred/pedigree/describe"
)

func runDescribe(s Streams, args []string) error {
	f := newFlags("describe")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("describe"))
	if err != nil {
		return err
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	for _, line := range describe.Family(chosen) {
		fmt.Fprintln(s.Out, line)
	}
	return nil
}
