//! The desktop shell of Pledgeboard.

fn main() {}
