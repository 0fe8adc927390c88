// Command kindred draws family pedigrees, records family histories, estimates inherited-cancer risk
// and writes patient letters, offline. Without a subcommand it opens the window.
package main

import (
	"fmt"
	"os"

	"kindred/app/cli"
)

// What FyneApp.toml says too, which a built binary does not find; a test compares them.
const (
	appID    = "uk.kindred.app"
	appName  = "Kindred"
	appBuild = 1
	appIcon  = "assets/icon.png"
)

// version is set at release.
var version = "0.1.0"

func main() {
	cli.Version = version
	args := os.Args[1:]
	if len(args) > 0 && !isWindowFlag(args[0]) {
		os.Exit(cli.Run(cli.Std(), args))
	}
	if err := openWindow(args); err != nil {
		fmt.Fprintf(os.Stderr, "kindred: %v\n", err)
		os.Exit(1)
	}
}

// isWindowFlag reports the flags of the window itself; anything else is for the command line.
func isWindowFlag(arg string) bool {
	return arg == "--sample" || arg == "--data"
}
