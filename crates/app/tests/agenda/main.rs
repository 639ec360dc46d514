//! From the year's plan to a published agenda and its versions, told through the command list.

mod board;
mod building;
mod papers;
mod proposing;
mod publishing;
mod year;
