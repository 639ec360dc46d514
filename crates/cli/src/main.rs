//! pledgeboard-cli: the use cases for scripts and IT staff.

fn main() {}
