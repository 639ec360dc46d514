//! Set up, run, test and measure Pledgeboard.

fn main() {}
