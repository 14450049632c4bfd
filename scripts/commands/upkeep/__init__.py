"""What is looked after once a night: the addresses that the data cites, and statements that have grown old."""
