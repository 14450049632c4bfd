"""The command `new`: the questions at the terminal, and the commented file that the answers become."""
